import type { ViewId } from '../commands/types';
import type { BlockPlace } from '../model/device';
import type { Place } from '../model/value';
import type { Document } from '../syntax/document';
import { indentWidth, readLine } from '../syntax/line';
import type { Item, TreeLine } from '../syntax/tree';
import { matchIn, tableOf } from '../syntax/views';
import type { Edit } from './rule';

/** The line end a file uses. */
export function eolOf(document: Document): string {
  for (const item of document.items) {
    for (const line of item.lines) if (line.eol !== '') return line.eol;
  }
  return '\n';
}

/** Replaces the characters of a place. */
export function replace(place: Place, newText: string, snippet?: string): Edit {
  const { uri, item, line, start, end } = place;
  return {
    uri,
    item,
    start: { line, character: start },
    end: { line, character: end },
    newText,
    ...(snippet === undefined ? {} : { snippet }),
  };
}

/** Takes out the line of a place, its line end included. */
export function removeLine(place: Place): Edit {
  const { uri, item, line } = place;
  return { uri, item, start: { line, character: 0 }, end: { line: line + 1, character: 0 }, newText: '' };
}

/** Takes out a whole block, and the `#` that follows it where another one stands before it. */
export function removeBlock(at: BlockPlace, document: Document): Edit {
  const { uri, item, block } = at;
  const index = document.items.indexOf(item);
  const isSeparator = (each: Item | undefined): boolean => each?.lines[0]?.kind === 'separator';
  const between = isSeparator(document.items[index - 1]) && isSeparator(document.items[index + 1]);
  const wholeItem = block.start === 0 && block.end === item.lines.length;
  return {
    uri,
    item,
    start: { line: block.start, character: 0 },
    end: { line: block.end + (wholeItem && between ? 1 : 0), character: 0 },
    newText: '',
  };
}

/** The place of a command in the order in which devices save the lines of a view; unknown commands come last. */
function orderIn(view: ViewId, line: TreeLine): number {
  const at = line.match ? tableOf(view).commands.findIndex((each) => each.command === line.match?.command) : -1;
  return at < 0 ? Number.MAX_SAFE_INTEGER : at;
}

/** The blanks a new line of the block begins with: those of its neighbours, else one more than the opening line, as devices save. */
function indentationOf(at: BlockPlace, document: Document): string {
  const { item, block } = at;
  const sibling = block.lines.map((line) => item.lines[line]).find((line) => line?.role === 'config');
  if (sibling) return sibling.text.slice(0, sibling.indent);
  const opener = block.opener === undefined ? undefined : item.lines[block.opener];
  const own = opener ? opener.text.slice(0, opener.indent) : '';
  return isFlat(document) ? own : `${own} `;
}

/** Whether a file is typed without indentation: it has blocks with lines and none of them is deeper than its opening line. */
function isFlat(document: Document): boolean {
  let blocks = 0;
  for (const item of document.items) {
    const { block } = item;
    const opener = block?.opener === undefined ? undefined : item.lines[block.opener];
    const first = item.lines[block?.lines[0] ?? -1];
    if (!opener || !first) continue;
    if (indentWidth(first) > indentWidth(opener)) return false;
    blocks++;
  }
  return blocks > 0;
}

/** Writes a new line behind line `after` of an item (-1: before its first line). */
function insertAfter(uri: string, item: Item, after: number, text: string, eol: string, snippet?: string): Edit {
  if (after < 0) {
    const start = { line: 0, character: 0 };
    return { uri, item, start, end: start, newText: text + eol, ...(snippet ? { snippet: snippet + eol } : {}) };
  }
  const at = { line: after, character: item.lines[after]?.text.length ?? 0 };
  return { uri, item, start: at, end: at, newText: eol + text, ...(snippet ? { snippet: eol + snippet } : {}) };
}

/**
 * Adds a command to a view, where a device would save it and as far indented. The command is given without indentation; `snippet` is the
 * same with placeholders.
 */
export function insertCommand(at: BlockPlace, command: string, document: Document, snippet?: string): Edit {
  const { uri, item, block } = at;
  const words = readLine(command, '').words;
  const rated = matchIn(block.view, words);
  const order = rated
    ? tableOf(block.view).commands.findIndex((each) => each.command === rated.match.command)
    : Number.MAX_SAFE_INTEGER;
  let after = block.opener ?? block.start - 1;
  for (const line of block.lines) {
    const known = item.lines[line];
    if (known && orderIn(block.view, known) <= order) after = lastLineOf(at, line);
  }
  const indentation = indentationOf(at, document);
  return insertAfter(
    uri,
    item,
    after,
    indentation + command,
    eolOf(document),
    snippet === undefined ? undefined : indentation + snippet,
  );
}

/** The last line of what a line of a block opens, or the line itself. */
function lastLineOf(at: BlockPlace, line: number): number {
  const nested = at.block.blocks.find((block) => block.opener === line);
  return nested ? nested.end - 1 : line;
}

/**
 * Adds a block of its own before the item that needs it, closed with a `#` where the file separates its sections so.
 * `lines` are the opening line and the lines inside, indented by one blank here unless the file is typed flat.
 */
export function insertBlockBefore(item: Item, uri: string, lines: readonly string[], document: Document, snippet?: readonly string[]): Edit {
  const eol = eolOf(document);
  const flat = isFlat(document);
  const separated = document.items.some((each) => each.lines[0]?.kind === 'separator');
  const build = (source: readonly string[]): string => {
    const text = source.map((line, at) => (at === 0 || flat ? line : ` ${line}`));
    return [...text, ...(separated ? ['#'] : [])].join(eol) + eol;
  };
  const start = { line: 0, character: 0 };
  return { uri, item, start, end: start, newText: build(lines), ...(snippet ? { snippet: build(snippet) } : {}) };
}
