import type { NameKind, ViewId } from '../commands/types';
import type { BlockPlace, Named } from '../model/device';
import { linesOf } from '../model/reading';
import type { Place } from '../model/value';
import type { Document, Position, Range } from '../syntax/document';
import { readLine } from '../syntax/line';
import type { Item, TreeLine } from '../syntax/tree';
import { matchIn, tableOf } from '../syntax/views';
import type { NewBlock } from './blocks';
import { habitsOf, indentationNear, isSeparator } from './habits';
import type { Edit, Repair, Typing } from './rule';

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

/** Takes out the lines from `from` to before `to` of an item. At the end of a file the line end before them goes too. */
function removeLines(uri: string, item: Item, from: number, to: number): Edit {
  const before = item.lines[from - 1];
  const last = item.lines[to - 1];
  if (last?.eol === '' && before) {
    return {
      uri,
      item,
      start: { line: from - 1, character: before.text.length },
      end: { line: to - 1, character: last.text.length },
      newText: '',
    };
  }
  return { uri, item, start: { line: from, character: 0 }, end: { line: to, character: 0 }, newText: '' };
}

/** Takes out the line of a place, its line end included. */
export function removeLine({ uri, item, line }: Place): Edit {
  return removeLines(uri, item, line, line + 1);
}

/** Takes out every line of an object that begins with these keywords: of several the next one would count once the last is gone. */
export function removeCommand({ blocks }: Named, phrase: string): Edit[] {
  return blocks.flatMap(({ uri, item, block }) => {
    const lines = linesOf(uri, item, block).filter((line) => !line.undo && line.starts(phrase));
    // Lines that follow one another go as one: at the end of a file their edits would overlap.
    const runs: [number, number][] = [];
    for (const { index } of lines) {
      const last = runs.at(-1);
      if (last?.[1] === index) last[1] = index + 1;
      else runs.push([index, index + 1]);
    }
    return runs.map(([from, to]) => removeLines(uri, item, from, to));
  });
}

/** Takes out a whole block, and the `#` that follows it where another one stands before it. */
export function removeBlock(at: BlockPlace, document: Document): Edit {
  const { uri, item, block } = at;
  const wholeItem = block.start === 0 && block.end === item.lines.length;
  if (!wholeItem) return removeLines(uri, item, block.start, block.end);
  const index = document.indexOf(item) ?? 0;
  const above = document.items[index - 1]?.lines.at(-1);
  const last = item.lines.at(-1);
  if (last?.eol === '' && above) {
    const start = { line: -1, character: above.text.length };
    return { uri, item, start, end: { line: block.end - 1, character: last.text.length }, newText: '' };
  }
  const between = isSeparator(document.items[index - 1]) && isSeparator(document.items[index + 1]);
  const end = { line: block.end + (between ? 1 : 0), character: 0 };
  return { uri, item, start: { line: 0, character: 0 }, end, newText: '' };
}

/** The place of a command in the order in which devices save the lines of a view; unknown commands come last. */
function orderIn(view: ViewId, line: TreeLine): number {
  const at = line.match
    ? tableOf(view).commands.findIndex((each) => each.command === line.match?.command)
    : -1;
  return at < 0 ? Number.MAX_SAFE_INTEGER : at;
}

/** The blanks a new line of the block begins with: those that most of its lines have, else as in the nearest block that has lines. */
function indentationOf(at: BlockPlace, document: Document): string {
  const { item, block } = at;
  const counts = new Map<string, number>();
  for (const number of block.lines) {
    const line = item.lines[number];
    if (line?.role !== 'config') continue;
    const indentation = line.text.slice(0, line.indent);
    counts.set(indentation, (counts.get(indentation) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (most) return most[0];
  const opener = block.opener === undefined ? undefined : item.lines[block.opener];
  const own = opener ? opener.text.slice(0, opener.indent) : '';
  return own + indentationNear(document, document.indexOf(item) ?? 0);
}

/** Writes new lines behind line `after` of an item, each with its own indentation. */
function insertAfter(
  uri: string,
  item: Item,
  after: number,
  lines: readonly string[],
  document: Document,
  snippet?: readonly string[],
): Edit {
  const line = item.lines[after];
  const eol = line?.eol === undefined || line.eol === '' ? habitsOf(document).eol : line.eol;
  const at = { line: after, character: line?.text.length ?? 0 };
  const text = (source: readonly string[]): string => source.map((each) => eol + each).join('');
  return {
    uri,
    item,
    start: at,
    end: at,
    newText: text(lines),
    ...(snippet ? { snippet: text(snippet) } : {}),
  };
}

/**
 * Adds a command to a view, where a device would save it and as far indented. The command is given without indentation; `snippet` is the
 * same with placeholders. Undefined for a view whose lines stand behind prompts: what was typed there is past.
 */
export function insertCommand(
  at: BlockPlace,
  command: string,
  document: Document,
  snippet?: string,
): Edit | undefined {
  const { uri, item, block } = at;
  const opener = block.opener === undefined ? undefined : item.lines[block.opener];
  if (block.opener === undefined || opener?.role !== 'config') return undefined;
  const { words } = readLine(command, '');
  const rated = matchIn(block.view, words);
  const order = rated
    ? tableOf(block.view).commands.findIndex((each) => each.command === rated.match.command)
    : Number.MAX_SAFE_INTEGER;
  let after = block.opener;
  for (const line of block.lines) {
    const known = item.lines[line];
    if (known && orderIn(block.view, known) <= order) after = lastLineOf(at, line);
  }
  const indentation = indentationOf(at, document);
  return insertAfter(
    uri,
    item,
    after,
    [indentation + command],
    document,
    snippet === undefined ? undefined : [indentation + snippet],
  );
}

/** Writes a line above the one of a place, as far indented. */
export function insertBefore({ uri, item, line }: Place, command: string, document: Document): Edit {
  const below = item.lines[line];
  const indentation = below?.text.slice(0, below.indent) ?? '';
  const eol = below?.eol === undefined || below.eol === '' ? habitsOf(document).eol : below.eol;
  const at = { line, character: 0 };
  return { uri, item, start: at, end: at, newText: indentation + command + eol };
}

/** The last line of what a line of a block opens, or the line itself. */
function lastLineOf(at: BlockPlace, line: number): number {
  const nested = at.block.blocks.find((block) => block.opener === line);
  return nested ? nested.end - 1 : line;
}

/** The order in which devices save the sections of IPsec. */
const SECTIONS: readonly (readonly [NameKind, readonly ViewId[]])[] = [
  ['acl', ['acl-basic', 'acl-advanced', 'acl-other']],
  ['ipsec-proposal', ['ipsec-proposal']],
  ['ike-proposal', ['ike-proposal']],
  ['ike-peer', ['ike-peer']],
];

/** What uses them, and stands behind them. */
const USERS: readonly ViewId[] = [
  'ipsec-policy-isakmp',
  'ipsec-policy-manual',
  'ipsec-policy-template',
  'ipsec-profile',
];

function nameIn(item: Item | undefined): string {
  return item?.lines[item.block?.opener ?? 0]?.words.at(-1)?.text ?? '';
}

/** Whether a section that stands there already comes before a new one: by number where both are numbers, else by age. */
function comesBefore(item: Item | undefined, name: string): boolean {
  const [there, own] = [Number(nameIn(item)), Number(name)];
  return Number.isNaN(there) || Number.isNaN(own) || there < own;
}

/**
 * Adds a block of its own, where a device would save it: behind the others of its kind, else before the sections that come later, and
 * never behind the line that needs it. Undefined where that line was typed at a prompt.
 */
export function insertBlock(
  kind: NameKind,
  name: string,
  needed: Place,
  content: NewBlock,
  document: Document,
): Edit | undefined {
  const { items } = document;
  const { eol, quits, separated, blocks } = habitsOf(document);
  const user = document.indexOf(needed.item);
  if (user === undefined || needed.item.lines[0]?.role !== 'config') return undefined;
  const indentation = indentationNear(document, user);
  const indented = (lines: readonly string[]): string[] => [
    ...lines.map((line, at) => (at === 0 ? line : indentation + line)),
    ...(quits ? ['quit'] : []),
  ];
  const { uri } = needed;

  const section = SECTIONS.findIndex(([each]) => each === kind);
  const own = SECTIONS[section]?.[1] ?? [];
  const siblings = own
    .flatMap((view) => blocks.get(view) ?? [])
    .filter((at) => at < user)
    .sort((a, b) => a - b);
  const sibling = siblings.findLast((at) => comesBefore(items[at], name)) ?? -1;
  const before = items[sibling];
  if (before?.block && before.lines[0]?.role === 'config')
    return insertBehind(uri, before, sibling !== siblings[0], indented, content, document);

  const later = [...SECTIONS.slice(section).flatMap(([, views]) => views), ...USERS];
  const first = Math.min(user, ...later.map((view) => blocks.get(view)?.[0] ?? user));
  const target = items[first];
  if (target?.lines[0]?.role !== 'config') return undefined;
  const isOwn = target.block !== undefined && own.includes(target.block.view);
  const build = (source: readonly string[]): string =>
    [...indented(source), ...(separated && !isOwn ? ['#'] : [])].join(eol) + eol;
  const start = { line: 0, character: 0 };
  return {
    uri,
    item: target,
    start,
    end: start,
    newText: build(content.lines),
    snippet: build(content.snippet),
  };
}

/** Writes a block behind a top-level item, apart from it where the item stands apart from others of its kind. */
function insertBehind(
  uri: string,
  before: Item,
  hasSiblings: boolean,
  indented: (lines: readonly string[]) => string[],
  { lines, snippet }: Pick<NewBlock, 'lines' | 'snippet'>,
  document: Document,
): Edit {
  const above = document.items[(document.indexOf(before) ?? 0) - 1];
  const apart = hasSiblings && isSeparator(above);
  const text = (source: readonly string[]): string[] => [...(apart ? ['#'] : []), ...indented(source)];
  const last = before.lines.findLastIndex((line) => line.kind !== 'blank');
  return insertAfter(uri, before, last, text(lines), document, text(snippet));
}

/**
 * Adds a block like another one right behind it: of entries of a policy group each is saved behind the one before. `lines` begins with the
 * opening line. Undefined where the other one is no saved top-level block.
 */
export function insertLike(
  { uri, item, block }: BlockPlace,
  lines: readonly string[],
  document: Document,
): Edit | undefined {
  if (item.block !== block || item.lines[0]?.role !== 'config') return undefined;
  const { quits, blocks } = habitsOf(document);
  const index = document.indexOf(item) ?? 0;
  const indentation = indentationNear(document, index);
  const indented = (source: readonly string[]): string[] => [
    ...source.map((line, at) => (at === 0 ? line : indentation + line)),
    ...(quits ? ['quit'] : []),
  ];
  const isFirst = blocks.get(block.view)?.[0] === index;
  return insertBehind(uri, item, !isFirst, indented, { lines, snippet: lines }, document);
}

/** A part of a repair: a change of a file, or lines to be typed. */
export type Step = Edit | Typing;

/** A repair made of some steps, as a list to be joined with others: empty where one of the steps cannot be written. */
export function repair(title: string, preferred: boolean, ...steps: readonly (Step | undefined)[]): Repair[] {
  const written = steps.flatMap((step) => step ?? []);
  if (written.length < steps.length) return [];
  const typed = written.flatMap((step) => ('views' in step ? step : []));
  const edits = written.flatMap((step) => ('views' in step ? [] : step));
  return [{ title, preferred, edits, ...(typed.length > 0 ? { typed } : {}) }];
}

/** The changes of a text that edits are, the last one first, so that the others stay where they are. */
export function changesOf(edits: readonly Edit[], document: Document): { range: Range; text: string }[] {
  const positionOf = (edit: Edit, at: 'start' | 'end'): Position => {
    const line = document.startOfItem(edit.item) + edit[at].line;
    if (line < document.lineCount) return { line, character: edit[at].character };
    const last = document.lineCount - 1;
    return { line: last, character: document.lineAt(last)?.line.text.length ?? 0 };
  };
  return edits
    .map((edit, order) => ({
      range: { start: positionOf(edit, 'start'), end: positionOf(edit, 'end') },
      text: edit.newText,
      order,
    }))
    .sort(
      (a, b) =>
        b.range.start.line - a.range.start.line ||
        b.range.start.character - a.range.start.character ||
        b.order - a.order,
    )
    .map(({ range, text }) => ({ range, text }));
}
