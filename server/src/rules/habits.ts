import type { ViewId } from '../commands/types';
import type { Document } from '../syntax/document';
import { indentWidth } from '../syntax/line';
import type { Item } from '../syntax/tree';

/** How a file is written, so that what is added to it looks the same. */
export interface Habits {
  readonly eol: string;
  /** The top-level blocks that have lines, as rising indexes of items, each with the blanks that its lines have beyond its opening line. */
  readonly indentations: readonly (readonly [number, string])[];
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

/** As devices save the lines of a view. */
const SAVED = ' ';

function indentationsOf(items: readonly Item[]): [number, string][] {
  return items.flatMap(({ block, lines }, index): [number, string][] => {
    const opener = block?.opener === undefined ? undefined : lines[block.opener];
    const first = lines[block?.lines[0] ?? -1];
    if (!opener || first?.role !== 'config') return [];
    if (indentWidth(first) <= indentWidth(opener)) return [[index, '']];
    const [outer, inner] = [opener, first].map(({ text, indent }) => text.slice(0, indent)) as [
      string,
      string,
    ];
    return [[index, inner.startsWith(outer) ? inner.slice(outer.length) : SAVED]];
  });
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
      indentations: indentationsOf(items),
      quits: items.some(({ block, lines }) => block && lines[block.end - 1]?.words[0]?.text === 'quit'),
      separated: items.some(isSeparator),
      blocks: blocksOf(items),
    };
    known.set(document, habits);
  }
  return habits;
}

/**
 * The blanks that lines of a block have beyond its opening line: as in the nearest block with lines, the one above where two are equally
 * near. `isAsked`: the lines of the block itself are just being written and say nothing.
 */
export function indentationNear(document: Document, item: number, isAsked = false): string {
  let best: { readonly far: number; readonly indentation: string } | undefined;
  for (const [index, indentation] of habitsOf(document).indentations) {
    const far = Math.abs(index - item);
    if (isAsked && far === 0) continue;
    if (!best || far < best.far) best = { far, indentation };
  }
  return best?.indentation ?? SAVED;
}
