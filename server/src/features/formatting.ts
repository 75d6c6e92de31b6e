import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import { views } from '../commands/views';
import { habitsOf } from '../rules/habits';
import { Document } from '../syntax/document';
import type { Block, Item, TreeLine } from '../syntax/tree';
import type { Snapshot } from '../workspace/workspace';

/** As devices save the lines of a view: a blank for each view around them. */
const STEP = ' ';

/** A change within one line of an item. */
interface LineEdit {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** How many views stand around each line of an item. */
function depthsOf({ lines, block }: Item): number[] {
  const depths = lines.map(() => 0);
  const visit = (each: Block, depth: number): void => {
    const inside = each.opener === undefined ? depth : depth + 1;
    for (let line = each.start; line < each.end; line++) if (line !== each.opener) depths[line] = inside;
    for (const inner of each.blocks) visit(inner, inside);
  };
  if (block) visit(block, 0);
  return depths;
}

/** Blanks that a person or an editor writes; what else stands before a line (a byte order mark, a NUL) stays. */
const BLANKS = /^[ \t]*$/;

/** Whether the blanks behind a word mean nothing: not behind a text or a key. */
function isPlainWord({ match }: TreeLine, at: number): boolean {
  const word = match?.words[at];
  if (!word) return false;
  return word.kind !== 'argument' || (word.argument.type !== 'text' && word.argument.type !== 'secret');
}

/** `quit` in a script: it belongs to the view that it leaves. */
function isLeaving({ words }: TreeLine): boolean {
  return words.length === 1 && words[0]?.text.toLowerCase() === 'quit';
}

function editsOfLine(line: TreeLine, at: number, depth: number): LineEdit[] {
  const { text, indent, words, remark } = line;
  const edits: LineEdit[] = [];
  const change = (start: number, end: number, wanted: string): void => {
    const before = text.slice(start, end);
    if (before !== wanted && BLANKS.test(before)) edits.push({ line: at, start, end, text: wanted });
  };
  if (line.role !== 'config' || line.clean) return edits;
  if (line.kind === 'blank') change(0, text.length, '');
  if (line.kind === 'separator' && depth === 0) {
    change(0, indent, '');
    change(indent + 1, text.length, '');
  }
  if (line.kind !== 'command') return edits;
  // Devices save some lines of the system view a blank deeper, and a blank behind some commands. How deep the views of other features
  // go only their own blanks say.
  const stands = depth > 0 ? line.view !== 'free' : line.match?.status === 'complete' && indent > STEP.length;
  if (stands || isLeaving(line)) change(0, indent, STEP.repeat(depth));
  const last = words.at(-1);
  if (last && remark === undefined && isPlainWord(line, words.length - 1) && text.length > last.end + 1)
    change(last.end, text.length, '');
  return edits;
}

/** What lines mean: what stands in which view, word by word, whatever the blanks. */
function meaningOf(items: readonly Item[]): string {
  const parts: string[] = [];
  for (const item of items) {
    const depths = depthsOf(item);
    for (const [at, line] of item.lines.entries()) {
      if (line.kind === 'blank' || line.kind === 'separator') continue;
      const { match, view } = line;
      const words = line.words.map(({ text }) => text);
      const read = match && [match.status, match.undo, match.command.syntax, match.words.length];
      const content = words.length > 0 ? words : [line.text.trim()];
      parts.push(JSON.stringify([line.kind, depths[at], view, read, content, line.remark !== undefined]));
    }
  }
  return parts.join('\n');
}

const known = new WeakMap<Item, readonly LineEdit[]>();

function textWith({ lines }: Item, edits: readonly LineEdit[]): string {
  const texts = lines.map(({ text }) => text);
  for (const { line, start, end, text } of [...edits].reverse()) {
    const before = texts[line] ?? '';
    texts[line] = before.slice(0, start) + text + before.slice(end);
  }
  return texts.map((text, at) => text + (lines[at]?.eol ?? '')).join('');
}

/** The changes that an item wants. One that reads in another way without its blanks keeps them: they are all that orders it. */
function editsOf(item: Item): readonly LineEdit[] {
  let edits = known.get(item);
  if (!edits) {
    const depths = depthsOf(item);
    edits = item.lines.flatMap((line, at) => editsOfLine(line, at, depths[at] ?? 0));
    if (edits.length > 0) {
      const after = Document.parse(textWith(item, edits), 'huawei-vrp');
      if (meaningOf(after.items) !== meaningOf([item])) edits = [];
    }
    known.set(item, edits);
  }
  return edits;
}

/** Whether devices save a mark between two sections: those of one kind stand together on some. */
function lacksMark(before: Item | undefined, item: Item): boolean {
  const isSection = (each: Item | undefined): boolean => {
    const line = each?.lines[0];
    return line?.role === 'config' && line.kind === 'command';
  };
  if (!isSection(before) || !isSection(item)) return false;
  const [above, below] = [before?.block?.view, item.block?.view];
  const isKnown = [above, below].some((view) => view !== undefined && view !== 'free');
  return isKnown && above !== below;
}

/** The changes that make a file look as a device saves it, from the first to the last. */
function wantedEdits(document: Document): TextEdit[] {
  const { separated, quits, eol } = habitsOf(document);
  const { items } = document;
  return items.flatMap((item, index): TextEdit[] => {
    const first = document.startOf(index);
    const mark = separated && !quits && lacksMark(items[index - 1], item);
    const start = { line: first, character: 0 };
    return [
      ...(mark ? [{ range: { start, end: start }, newText: `#${eol}` }] : []),
      ...editsOf(item)
        // An empty line between a lone CR and an LF would join them.
        .filter(
          ({ line }) =>
            item.lines[line]?.kind !== 'blank' ||
            (item.lines[line - 1] ?? items[index - 1]?.lines.at(-1))?.eol !== '\r',
        )
        .map(({ line, start: from, end: to, text }) => ({
          range: {
            start: { line: first + line, character: from },
            end: { line: first + line, character: to },
          },
          newText: text,
        })),
    ];
  });
}

/** Whether a file means the same after edits. What they do not touch is the same item in both. */
function keepsMeaning(document: Document, edits: readonly TextEdit[]): boolean {
  const after =
    edits.length > MANY
      ? Document.parse(textAfter(document, edits), document.language)
      : edits.reduceRight((before, { range, newText }) => before.edit({ range, text: newText }), document);
  const [a, b] = [document.items, after.items];
  let head = 0;
  while (head < a.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return meaningOf(a.slice(head, a.length - tail)) === meaningOf(b.slice(head, b.length - tail));
}

/** From so many edits on a file is read anew as a whole. */
const MANY = 16;

function textAfter(document: Document, edits: readonly TextEdit[]): string {
  const byLine = new Map<number, TextEdit[]>();
  for (const edit of edits) {
    const { line } = edit.range.start;
    const before = byLine.get(line);
    if (before) before.push(edit);
    else byLine.set(line, [edit]);
  }
  let number = 0;
  let text = '';
  for (const { lines } of document.items) {
    for (const line of lines) {
      let changed = line.text;
      for (const { range, newText } of (byLine.get(number) ?? []).reverse())
        changed = changed.slice(0, range.start.character) + newText + changed.slice(range.end.character);
      text += changed + line.eol;
      number++;
    }
  }
  return text;
}

/** The edits of these that leave the meaning as it is: all, or those within lines that stand in views, or none. */
function safe(document: Document, edits: readonly TextEdit[]): TextEdit[] {
  if (edits.length === 0 || keepsMeaning(document, edits)) return [...edits];
  const inside = edits.filter(({ range, newText }) => range.start.character > 0 || newText.startsWith(STEP));
  return inside.length < edits.length && keepsMeaning(document, inside) ? inside : [];
}

function configurationOf(snapshot: Snapshot, uri: string): Document | undefined {
  const document = snapshot.file(uri)?.document;
  return document?.language === 'huawei-vrp' ? document : undefined;
}

/**
 * The edits that write a configuration as devices save it: a blank for each view around a line, `#` between sections, no blanks behind a
 * command. What a line says stays as it is, and so do texts, keys and banners. Nothing in a capture, which is a record.
 */
export function formatting(snapshot: Snapshot, uri: string): TextEdit[] {
  const document = configurationOf(snapshot, uri);
  return document ? safe(document, wantedEdits(document)) : [];
}

/** The same for some lines. */
export function rangeFormatting(snapshot: Snapshot, uri: string, { start, end }: Range): TextEdit[] {
  const document = configurationOf(snapshot, uri);
  if (!document) return [];
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  const isIn = ({ range }: TextEdit): boolean => range.start.line >= start.line && range.start.line <= last;
  return safe(document, wantedEdits(document).filter(isIn));
}

/** A `#` that somebody writes at the end of a view ends it: it stands at the beginning of the line. */
function endOfView(document: Document, line: number): TextEdit[] {
  const at = document.lineAt(line);
  if (
    at?.line.kind !== 'separator' ||
    at.line.indent === 0 ||
    !BLANKS.test(at.line.text.slice(0, at.line.indent))
  )
    return [];
  const { item, index } = at;
  const view = item.block?.view;
  const isLast = item.lines.slice(index + 1).every(({ kind }) => kind === 'blank');
  if (!isLast || !views.some(({ id, complete }) => id === view && complete)) return [];
  return [
    { range: { start: { line, character: 0 }, end: { line, character: at.line.indent } }, newText: '' },
  ];
}

/** What typing a line end or a `#` asks for: the line that it ends as devices save it, and a mark where marks stand. */
export function onTypeFormatting(
  snapshot: Snapshot,
  uri: string,
  { line }: Position,
  typed: string,
): TextEdit[] {
  const document = configurationOf(snapshot, uri);
  if (!document) return [];
  if (typed === '#') return endOfView(document, line);
  const above = document.lineAt(line - 1);
  if (!above) return [];
  const first = line - 1 - above.index;
  const edits = editsOf(above.item)
    .filter((edit) => edit.line === above.index)
    .map(({ start, end, text }) => ({
      range: {
        start: { line: first + above.index, character: start },
        end: { line: first + above.index, character: end },
      },
      newText: text,
    }));
  return safe(document, edits);
}
