import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { splitLines } from '../syntax/line';
import type { Snapshot } from '../workspace/workspace';

/** Files with more changed lines than this between the first and the last change are replaced there as one piece. */
const MAX_COMPARED = 1500;

/** The lines with their line ends, told apart as the protocol does: a CR alone ends one too. Nothing stands behind the last line end. */
export function linesOf(text: string): string[] {
  const lines = Array.from(splitLines(text), (line) => line.text + line.eol);
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  return lines;
}

function endsLine(line: string): boolean {
  return line.endsWith('\n') || line.endsWith('\r');
}

/** Which lines of two lists stay, as pairs of indexes in order: a longest common subsequence. */
function common(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++] as const);
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return pairs;
}

/** The edits that make one text of another, whole lines each, in order and apart from each other. */
export function lineEdits(before: string, after: string): TextEdit[] {
  const [a, b] = [linesOf(before), linesOf(after)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail++;
  const [left, right] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  const isLarge = left.length > MAX_COMPARED || right.length > MAX_COMPARED;
  const kept = [...(isLarge ? [] : common(left, right)), [left.length, right.length] as const];
  const edits: TextEdit[] = [];
  let [i, j] = [0, 0];
  for (const [nextLeft, nextRight] of kept) {
    if (nextLeft > i || nextRight > j) {
      const start = { line: head + i, character: 0 };
      const last = a[head + nextLeft - 1] ?? '';
      // Behind a last line without a line end there is no next one to end at.
      const end =
        nextLeft > i && !endsLine(last)
          ? { line: head + nextLeft - 1, character: last.length }
          : { line: head + nextLeft, character: 0 };
      edits.push({ range: { start, end }, newText: right.slice(j, nextRight).join('') });
    }
    [i, j] = [nextLeft + 1, nextRight + 1];
  }
  return edits;
}

/** The edit that makes files say something else, file by file. */
export function editOfTexts(snapshot: Snapshot, texts: ReadonlyMap<string, string>): WorkspaceEdit {
  return {
    documentChanges: [...texts].flatMap(([uri, text]) => {
      const file = snapshot.file(uri);
      if (!file) return [];
      const edits = lineEdits(file.document.text, text);
      return [{ textDocument: { uri, version: file.version ?? null }, edits }];
    }),
  };
}
