import type { CommandDefinition, ViewId } from './types';

/** Lines that exist so that whole configurations parse: known to the parser, without words of their own. */
export function plainLines(
  view: ViewId | readonly ViewId[],
  formats: readonly string[],
): readonly CommandDefinition[] {
  return formats.map((syntax) => ({ view, syntax, repeat: 'add' }));
}

/** A command of which there is no more to say than what it does. */
export function shortCommand(
  view: ViewId | readonly ViewId[],
  syntax: string,
  en: string,
  zhCn: string,
  more: Omit<Partial<CommandDefinition>, 'view' | 'syntax' | 'summary'> = {},
): CommandDefinition {
  return { view, syntax, repeat: 'add', summary: { en, 'zh-cn': zhCn }, ...more };
}

/** System view lines that open a view of which the product knows no more than that it is there. */
export function plainOpeners(formats: readonly string[]): readonly CommandDefinition[] {
  return formats.map((syntax) => ({ view: 'system', syntax, opens: 'free' }));
}

/**
 * A secret with words behind it, ciphered or plain. The two are spelled out: `[ cipher ] <key:secret> [ <rest:text> ]` can be read with
 * `cipher` for the secret and the secret for the rest.
 */
export function secretWithRest(name: string, ways: string, behind: string): string {
  return `{ { ${ways} } <${name}:secret> [ <rest:text> ] | <${name}:secret> [ { ${behind} } [ <rest:text> ] ] }`;
}
