import type { Position, Range, SelectionRange } from 'vscode-languageserver-types';
import type { Document } from '../syntax/document';
import type { TreeLine } from '../syntax/tree';
import type { Snapshot, WorkspaceFile } from '../workspace/workspace';
import { outlineOf, type OutlineNode } from './outline';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** What can be selected around a place of a line, the smallest first: a name in quotes, a word, an argument of several words, the command. */
function spansOf(line: TreeLine, character: number): Span[] {
  const spans: Span[] = [];
  const at = line.words.findIndex(({ start, end }) => start <= character && character <= end);
  const word = line.words[at];
  if (word) {
    if (word.text.length > 2 && word.text.startsWith('"') && word.text.endsWith('"'))
      spans.push({ start: word.start + 1, end: word.end - 1 });
    spans.push(word);
    const matched = line.match?.words[at];
    if (matched?.kind === 'argument') {
      const isSame = (index: number): boolean => {
        const other = line.match?.words[index];
        return other?.kind === 'argument' && other.argument === matched.argument;
      };
      let [from, to] = [at, at];
      while (isSame(from - 1)) from--;
      while (isSame(to + 1)) to++;
      spans.push({ start: line.words[from]?.start ?? word.start, end: line.words[to]?.end ?? word.end });
    }
  }
  const [first, last] = [line.words[0], line.words.at(-1)];
  if (first && last) spans.push({ start: first.start, end: last.end });
  const { text } = line;
  spans.push({ start: text.length - text.trimStart().length, end: text.trimEnd().length });
  spans.push({ start: 0, end: text.length });
  return spans.filter(({ start, end }) => start <= character && character <= end);
}

/** The parts of a file that hold a line, the innermost first. */
function partsAt(nodes: readonly OutlineNode[], line: number): OutlineNode[] {
  const own = nodes.find(({ start, end }) => start <= line && line <= end);
  return own ? [...partsAt(own.children, line), own] : [];
}

function linesOf(document: Document, start: number, end: number): Range {
  const character = document.lineAt(end)?.line.text.length ?? 0;
  return { start: { line: start, character: 0 }, end: { line: end, character } };
}

function isInside(inner: Range, outer: Range): boolean {
  const isBefore = (a: Position, b: Position): boolean =>
    a.line < b.line || (a.line === b.line && a.character <= b.character);
  return isBefore(outer.start, inner.start) && isBefore(inner.end, outer.end);
}

function isEqual(a: Range, b: Range): boolean {
  return isInside(a, b) && isInside(b, a);
}

function around(
  { document }: WorkspaceFile,
  nodes: readonly OutlineNode[],
  position: Position,
): SelectionRange {
  const last = document.lineCount - 1;
  const line = Math.max(0, Math.min(position.line, last));
  const found = document.lineAt(line)?.line;
  const length = found?.text.length ?? 0;
  const character = line === position.line ? Math.max(0, Math.min(position.character, length)) : length;
  const place = { line, character };
  const ranges: Range[] = [{ start: place, end: place }];
  const add = (range: Range): void => {
    const before = ranges.at(-1);
    if (before && isInside(before, range) && !isEqual(before, range)) ranges.push(range);
  };
  for (const { start, end } of found ? spansOf(found, character) : [])
    add({ start: { line, character: start }, end: { line, character: end } });
  for (const { start, end } of partsAt(nodes, line)) add(linesOf(document, start, end));
  add(linesOf(document, 0, last));
  const outermost = ranges.pop() ?? { start: place, end: place };
  return ranges.reduceRight<SelectionRange>((parent, range) => ({ range, parent }), { range: outermost });
}

/** What an editor selects step by step around positions: word, argument, command, line, view, command with its answer, file. */
export function selectionRanges(
  snapshot: Snapshot,
  uri: string,
  positions: readonly Position[],
): SelectionRange[] {
  const file = snapshot.file(uri);
  if (!file) return [];
  const nodes = outlineOf(file);
  return positions.map((position) => around(file, nodes, position));
}
