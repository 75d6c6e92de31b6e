import type { ViewId } from '../commands/types';
import type { Document } from '../syntax/document';
import { indentWidth } from '../syntax/line';
import type { Item } from '../syntax/tree';

/** How a file is written, so that what is added to it looks the same. */
export interface Habits {
  readonly eol: string;
  /** Typed without indentation: the file has blocks with lines and none of them is deeper than its opening line. */
  readonly flat: boolean;
  /** Blocks are left with `quit`, as in a script. */
  readonly quits: boolean;
  /** Sections stand between `#` lines, as devices save them. */
  readonly separated: boolean;
  /** The top-level blocks of each view, as rising indexes of items. */
  readonly blocks: ReadonlyMap<ViewId, readonly number[]>;
}

/** Whether an item is a `#` line between sections. */
export function isSeparator(item: Item | undefined): boolean {
  return item?.lines[0]?.kind === 'separator';
}

function eolOf(items: readonly Item[]): string {
  for (const item of items) {
    for (const line of item.lines) if (line.eol !== '') return line.eol;
  }
  return '\n';
}

function isFlat(items: readonly Item[]): boolean {
  let blocks = 0;
  for (const item of items) {
    const { block } = item;
    const opener = block?.opener === undefined ? undefined : item.lines[block.opener];
    const first = item.lines[block?.lines[0] ?? -1];
    if (!opener || !first || opener.role !== 'config') continue;
    if (indentWidth(first) > indentWidth(opener)) return false;
    blocks++;
  }
  return blocks > 0;
}

function blocksOf(items: readonly Item[]): Map<ViewId, number[]> {
  const blocks = new Map<ViewId, number[]>();
  for (const [index, { block }] of items.entries()) {
    if (!block) continue;
    const known = blocks.get(block.view);
    if (known) known.push(index);
    else blocks.set(block.view, [index]);
  }
  return blocks;
}

const known = new WeakMap<Document, Habits>();

/** How a file is written. Read once for each state of the file: many repairs ask. */
export function habitsOf(document: Document): Habits {
  let habits = known.get(document);
  if (!habits) {
    const { items } = document;
    habits = {
      eol: eolOf(items),
      flat: isFlat(items),
      quits: items.some(({ block, lines }) => block && lines[block.end - 1]?.words[0]?.text === 'quit'),
      separated: items.some(isSeparator),
      blocks: blocksOf(items),
    };
    known.set(document, habits);
  }
  return habits;
}
