import { clauses, localize } from '../../l10n';

/** Text in code style, whatever back-ticks it holds. */
export function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text.replace(/\s+/g, ' ')}${pad}${fence}`;
}

/** Lines of a configuration as a code block, whatever back-ticks they hold. */
export function codeBlock(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}huawei-vrp\n${text}\n${fence}`;
}

/** A Markdown list. */
export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** Paragraphs, empty ones left out. */
export function paragraphs(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== false && part !== '').join('\n\n');
}

/** A reference, linked to the text of the RFC where it is one. */
function linked(source: string): string {
  const [, number, section, appendix] = /^RFC (\d{3,5}) (?:§([\d.]+)|Appendix ([A-Z]))$/.exec(source) ?? [];
  if (number === undefined) return source;
  const anchor = section === undefined ? `appendix-${appendix ?? ''}` : `section-${section}`;
  return `[${source}](https://www.rfc-editor.org/rfc/rfc${number}#${anchor})`;
}

/** The line that says what a page rests on. */
export function sourceLine(sources: readonly string[]): string {
  const named = clauses(sources.map(linked));
  return `*${localize({ en: `Source: ${named}`, 'zh-cn': `来源：${named}` })}*`;
}

/** Text for a cell of a table. An odd number of backslashes keeps a bar from ending the cell, whatever stands before it. */
export function tableCell(text: string): string {
  return text.replace(/(\\*)\|/g, (_, slashes: string) => {
    return `${slashes}${slashes.length % 2 === 0 ? '\\' : '\\\\'}|`;
  });
}
