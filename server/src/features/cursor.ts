import type { Position } from 'vscode-languageserver-types';
import type { ViewId } from '../commands/types';
import type { BlockPlace } from '../model/device';
import { indentationNear } from '../rules/habits';
import type { Document } from '../syntax/document';
import { indentWidth, type Word } from '../syntax/line';
import type { Prompt } from '../syntax/prompt';
import type { Block, Item, TreeLine } from '../syntax/tree';
import type { Snapshot, WorkspaceFile } from '../workspace/workspace';

/** A view that a line at the cursor can stand in. */
export interface ViewAtCursor {
  readonly view: ViewId;
  /** The block that the line belongs to; absent for the system view. */
  readonly place?: BlockPlace;
  /** The blanks that a command lacks before it to stand there. */
  readonly indentation: string;
}

/** Where somebody writes, and what stands before. */
export interface Cursor {
  readonly file: WorkspaceFile;
  readonly position: Position;
  readonly item: Item;
  readonly line: TreeLine;
  /** The words before the one at the cursor. */
  readonly before: readonly Word[];
  /** The word that the cursor is in or touches; empty between words. */
  readonly word: Word;
  /** What stands of it before the cursor. */
  readonly typed: string;
  /** What stands behind it. */
  readonly behind: readonly Word[];
  readonly prompt?: Prompt;
  /** The likeliest view first. */
  readonly views: readonly ViewAtCursor[];
}

/** Blank lines and comments above the cursor beyond these are not looked through for the view that they stand in. */
const MAX_LOOK_BACK = 500;

interface Open extends BlockPlace {
  /** Column of the opening line. */
  readonly width: number;
  readonly style: 'indented' | 'flat' | 'unknown';
}

/** The blocks around a line of an item, the outermost first, as they were before somebody wrote line `without`. */
function blocksAround(uri: string, item: Item, index: number, without: number): Open[] {
  const around: Open[] = [];
  const isOwn = (block: Block): boolean =>
    block.lines.length > 0 && block.lines.every((line) => line === without);
  let block = item.block;
  while (block && index >= block.start && index < block.end) {
    if (block.view === 'free' && isOwn(block)) break;
    const opener = block.opener === undefined ? undefined : item.lines[block.opener];
    const width = opener && !opener.prompt ? indentWidth(opener) : -1;
    const inside = item.lines[block.lines.find((line) => line !== without) ?? -1];
    const style = !inside ? 'unknown' : indentWidth(inside) > width ? 'indented' : 'flat';
    around.push({ uri, item, block, width, style });
    block = block.blocks.find((each) => index >= each.start && index < each.end);
  }
  return around;
}

function isQuit({ words }: TreeLine): boolean {
  const [only] = words;
  return words.length === 1 && /^q(?:uit)?$/i.test(only?.text ?? '');
}

/** The blocks that are open above a line of a configuration, the outermost first. */
function openAbove(uri: string, document: Document, number: number): Open[] {
  const own = document.lineAt(number);
  for (let above = number - 1; above >= 0 && above >= number - MAX_LOOK_BACK; above--) {
    const at = document.lineAt(above);
    if (at?.line.role !== 'config' || at.line.kind === 'header') return [];
    if (at.line.kind !== 'command' && at.line.kind !== 'separator') continue;
    const without = own?.item === at.item ? own.index : -1;
    const around = blocksAround(uri, at.item, at.index, without);
    return isQuit(at.line) ? around.slice(0, -1) : around;
  }
  return [];
}

/** The blanks that a line lacks to stand in a block which has no lines yet. */
function lacking({ item, block }: Open, document: Document, line: TreeLine): string {
  const opener = block.opener === undefined ? undefined : item.lines[block.opener];
  const outer = opener?.text.slice(0, opener.indent) ?? '';
  const wanted = outer + indentationNear(document, document.indexOf(item) ?? 0, true);
  return wanted.slice(line.indent);
}

function viewsOf(uri: string, document: Document, number: number, line: TreeLine): ViewAtCursor[] {
  const views: ViewAtCursor[] = [];
  const width = indentWidth(line);
  for (const open of openAbove(uri, document, number).reverse()) {
    const { view } = open.block;
    const fits =
      width > open.width || open.style === 'unknown' || (open.style === 'flat' && width === open.width);
    if (!fits) continue;
    const indentation = open.style === 'unknown' && width <= open.width ? lacking(open, document, line) : '';
    views.push({ view, place: open, indentation });
    if (width > open.width) return views;
  }
  return [...views, { view: 'system', indentation: '' }];
}

/** The block of an item that holds a line which was typed at a prompt. */
function typedViews(uri: string, item: Item, index: number, { view }: Prompt): ViewAtCursor[] {
  if (view === 'user') return [];
  const place = blocksAround(uri, item, index, -1).findLast(({ block }) => block.view === view);
  return [{ view, ...(place ? { place } : {}), indentation: '' }];
}

/**
 * Where somebody writes a command. Undefined where nobody does: in what a device printed, in comments, remarks, banners and prompts, and
 * outside of the file.
 */
export function cursorAt(snapshot: Snapshot, uri: string, position: Position): Cursor | undefined {
  const file = snapshot.file(uri);
  const at = file?.document.lineAt(position.line);
  if (!file || !at) return undefined;
  const { item, index, line } = at;
  const { character } = position;
  const { prompt, words, remark } = line;
  if (character < 0 || character > line.text.length) return undefined;
  const isWritten =
    line.role === 'typed' || (line.role === 'config' && file.document.language === 'huawei-vrp');
  if (!isWritten) return undefined;
  const writes = line.kind === 'command' || (line.kind === 'blank' && words.length === 0);
  if (!writes || (remark !== undefined && character >= remark)) return undefined;
  if (prompt && character < prompt.end) return undefined;
  const first = words[0];
  if (first && character < first.start) return undefined;
  const touched = words.find(({ start, end }) => start <= character && character <= end);
  const word = touched ?? { start: character, end: character, text: '' };
  return {
    file,
    position,
    item,
    line,
    before: words.filter(({ end }) => end < word.start),
    word,
    typed: line.text.slice(word.start, character),
    behind: words.filter(({ start }) => start > word.end),
    ...(prompt ? { prompt } : {}),
    views: prompt ? typedViews(uri, item, index, prompt) : viewsOf(uri, file.document, position.line, line),
  };
}
