import assert from 'node:assert/strict';
import type { LanguageId } from '../../../server/src/syntax/classify';
import { Document } from '../../../server/src/syntax/document';

/** Reads a drawing: every line with the view it must be read in behind a `|`; lines that are no commands have nothing there. */
export function check(drawing: string, language: LanguageId = 'huawei-vrp'): void {
  const rows = drawing
    .replace(/^\n/, '')
    .trimEnd()
    .split('\n')
    .map((row) => {
      const bar = row.lastIndexOf('|');
      return { text: row.slice(0, bar).trimEnd(), view: row.slice(bar + 1).trim() };
    });
  const document = Document.parse(rows.map((row) => row.text).join('\n'), language);
  const lines = document.items.flatMap((item) => item.lines);
  const drawn = lines
    .map((line) => `${line.text.padEnd(64)}| ${line.kind === 'command' ? line.view : ''}`.trimEnd())
    .join('\n');
  const wanted = rows.map((row) => `${row.text.padEnd(64)}| ${row.view}`.trimEnd()).join('\n');
  assert.equal(drawn, wanted);
}

/** Every block of a text: its opening line, its view, and the lines directly in it. */
export function blocksOf(text: string, language: LanguageId = 'huawei-vrp'): string[] {
  const drawn: string[] = [];
  for (const item of Document.parse(text, language).items) {
    const draw = (block: NonNullable<typeof item.block>, depth: number): void => {
      const opener =
        block.opener === undefined ? `(${block.promptName ?? ''})` : item.lines[block.opener]?.text.trim();
      drawn.push(`${'  '.repeat(depth)}${opener ?? ''}: ${block.view}, ${block.lines.length}`);
      for (const inner of block.blocks) draw(inner, depth + 1);
    };
    if (item.block) draw(item.block, 0);
  }
  return drawn;
}
