import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver-types';
import type { Document } from '../syntax/document';
import { shownText } from '../syntax/line';
import type { Item, TreeLine } from '../syntax/tree';
import type { Snapshot } from '../workspace/workspace';
import { outlineOf, type OutlineNode } from './outline';

function ofNodes(nodes: readonly OutlineNode[]): FoldingRange[] {
  return nodes.flatMap(({ start, end, children }) => [
    ...(end > start ? [{ startLine: start, endLine: end }] : []),
    ...ofNodes(children),
  ]);
}

/** Runs of lines of which something holds, of two lines at least. */
function runsOf(item: Item, holds: (line: TreeLine) => boolean): { startLine: number; endLine: number }[] {
  const runs: { startLine: number; endLine: number }[] = [];
  let start: number | undefined;
  for (let at = 0; at <= item.lines.length; at++) {
    const line = item.lines[at];
    if (line && holds(line)) start ??= at;
    else {
      if (start !== undefined && at - start > 1) runs.push({ startLine: start, endLine: at - 1 });
      start = undefined;
    }
  }
  return runs;
}

/** The rules of dashes or equal signs above, within and below a table. */
const RULE = /^\s*[-=]{7,}\s*$/;

function isRule(line: TreeLine | undefined): boolean {
  return line?.role === 'output' && RULE.test(shownText(line).slice(0, 400));
}

/** The tables of an answer: from the first rule to the last one of lines that follow each other, or to the last row below it. */
function tablesOf(item: Item): FoldingRange[] {
  const runs = runsOf(item, (line) => line.role === 'output' && line.text.trim() !== '');
  return runs.flatMap(({ startLine, endLine }): FoldingRange[] => {
    let first: number | undefined;
    let last = -1;
    let rules = 0;
    for (let at = startLine; at <= endLine; at++) {
      if (!isRule(item.lines[at])) continue;
      first ??= at;
      last = at;
      rules++;
    }
    // Two rules stand around the heading, and the rows below them; a third one ends the table.
    const end = rules === 2 ? endLine : last;
    return first !== undefined && rules > 1 && end > first ? [{ startLine: first, endLine: end }] : [];
  });
}

const known = new WeakMap<Item, readonly FoldingRange[]>();

/** What folds within an item besides views: comments, texts of several lines, tables. Lines count within the item. */
function insideOf(item: Item): readonly FoldingRange[] {
  let ranges = known.get(item);
  if (!ranges) {
    const isComment = ({ kind, role }: TreeLine): boolean =>
      role === 'config' && (kind === 'comment' || kind === 'header');
    ranges = [
      ...runsOf(item, isComment).map((run) => ({ ...run, kind: FoldingRangeKind.Comment })),
      ...runsOf(item, ({ kind }) => kind === 'text'),
      ...tablesOf(item),
    ];
    known.set(item, ranges);
  }
  return ranges;
}

/** Neighbouring items of nothing but comments are one comment. */
function joinedComments(ranges: readonly FoldingRange[]): FoldingRange[] {
  return ranges.reduce<FoldingRange[]>((all, range) => {
    const before = all.at(-1);
    const goesOn =
      before?.kind === FoldingRangeKind.Comment &&
      range.kind === FoldingRangeKind.Comment &&
      range.startLine <= before.endLine + 1;
    if (goesOn) before.endLine = range.endLine;
    else all.push({ ...range });
    return all;
  }, []);
}

function isSingle(item: Item, kinds: ReadonlySet<TreeLine['kind']>): boolean {
  return item.lines.every(({ kind, role }) => role === 'config' && kinds.has(kind));
}

const SEPARATOR: ReadonlySet<TreeLine['kind']> = new Set<TreeLine['kind']>(['separator', 'blank']);
const COMMENT: ReadonlySet<TreeLine['kind']> = new Set<TreeLine['kind']>(['comment', 'header', 'blank']);

/** Comments whose lines are items of their own, and the sections of a configuration between `#` that are more than one view. */
function acrossItems(document: Document): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  let comment: FoldingRange | undefined;
  let section: (FoldingRange & { items: number; isView: boolean }) | undefined;
  const close = (): void => {
    if (comment && comment.endLine > comment.startLine) ranges.push(comment);
    if (section && section.items > 1 && section.endLine > section.startLine && !section.isView)
      ranges.push({ startLine: section.startLine, endLine: section.endLine, kind: FoldingRangeKind.Region });
    comment = undefined;
    section = undefined;
  };
  for (const [index, item] of document.items.entries()) {
    const startLine = document.startOf(index);
    let last = item.lines.length - 1;
    while (last > 0 && item.lines[last]?.text.trim() === '') last--;
    const endLine = startLine + last;
    if (item.lines[0]?.role !== 'config' || isSingle(item, SEPARATOR)) close();
    else if (isSingle(item, COMMENT)) {
      if (comment) comment.endLine = endLine;
      else comment = { startLine, endLine, kind: FoldingRangeKind.Comment };
    } else {
      if (comment && comment.endLine > comment.startLine) ranges.push(comment);
      comment = undefined;
      // A view that begins the section folds at the same line.
      section ??= { startLine, endLine, items: 0, isView: item.block !== undefined && item.lines.length > 1 };
      section.endLine = endLine;
      section.items++;
    }
  }
  close();
  return ranges;
}

/** What folds in a file: views, sections, comments, texts, commands with their answers, the objects and tables in them. */
export function foldingRanges(snapshot: Snapshot, uri: string): FoldingRange[] {
  const file = snapshot.file(uri);
  if (!file) return [];
  const { document } = file;
  const inside = document.items.flatMap((item, index) => {
    const by = document.startOf(index);
    return insideOf(item).map((range) => ({
      ...range,
      startLine: range.startLine + by,
      endLine: range.endLine + by,
    }));
  });
  const all = [...ofNodes(outlineOf(file)), ...acrossItems(document), ...joinedComments(inside)];
  // One line folds one range: the first, which is the outermost of equal ones.
  const byStart = new Map<number, FoldingRange>();
  for (const range of all) if (!byStart.has(range.startLine)) byStart.set(range.startLine, range);
  return [...byStart.values()].sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}
