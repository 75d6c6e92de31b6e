import type { ViewId } from '../commands/types';
import type { CaptureState } from './classify';
import type { SourceLine } from './line';
import type { CommandMatch } from './match';
import type { Prompt } from './prompt';

/**
 * What a line is in its file. `config`: a configuration line, saved or printed by the device. `typed`: a command behind a prompt.
 * `output`: what the device printed in answer to a command other than one that prints configuration. `unread`: a line of a file of more
 * lines than are read.
 */
export type LineRole = 'config' | 'typed' | 'output' | 'unread';

/** A line in its place: the view it stands in and how it reads there. */
export interface TreeLine extends SourceLine {
  readonly role: LineRole;
  readonly prompt?: Prompt;
  /** The view whose command this line is; `free` where lines are not judged. */
  readonly view: ViewId;
  /** How the line reads in its view; undefined for lines that are no commands or not understood at all. */
  readonly match?: CommandMatch;
}

/** The lines of one view, nested views included. Numbers are line numbers within the item. */
export interface Block {
  readonly view: ViewId;
  /** The line that opens the view; undefined where a capture begins inside it. */
  readonly opener?: number;
  /** The name in the prompt, where there is no opening line. */
  readonly promptName?: string;
  /** First line and the line behind the last, the opener included. */
  readonly start: number;
  readonly end: number;
  /** Command lines directly in this view, without the opener and without those of nested views' insides. */
  readonly lines: readonly number[];
  readonly blocks: readonly Block[];
}

/**
 * A top-level piece of a file: a block, a single system-view line, a separator or a run of output. Items know no absolute position, so
 * that an edit leaves the others as they are.
 */
export interface Item {
  readonly lines: readonly TreeLine[];
  /** The view opened by the item's first line (or by a prompt); undefined for a single line. */
  readonly block?: Block;
  /** Characters in all lines, line ends included. */
  readonly length: number;
  /** Of lines that are not read: what they decide about the next one. */
  readonly unread?: CaptureState;
}

/** Calls back for every block of an item, outer before inner. */
export function walkBlocks(item: Item, visit: (block: Block) => void): void {
  const walk = (block: Block): void => {
    visit(block);
    block.blocks.forEach(walk);
  };
  if (item.block) walk(item.block);
}
