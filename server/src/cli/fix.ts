import { readFileSync, writeFileSync } from 'node:fs';
import { lineEdits } from '../features/lineEdits';
import { decode, type Encoding } from '../text/decode';
import { repairFiles } from '../workspace/repairs';
import type { Snapshot } from '../workspace/workspace';

/** A change of text by character offsets. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function changesOf(before: string, after: string): Change[] {
  const starts = [0];
  for (let at = before.indexOf('\n'); at >= 0; at = before.indexOf('\n', at + 1)) starts.push(at + 1);
  const offset = ({ line, character }: { line: number; character: number }): number =>
    (starts[line] ?? before.length) + character;
  return lineEdits(before, after).map(({ range, newText }) => ({
    from: offset(range.start),
    to: offset(range.end),
    text: newText,
  }));
}

/** The bytes of each UTF-16 unit in turn of a GB18030 text: one, two or four bytes make a character (GB 18030-2022). */
function gb18030Offsets(bytes: Uint8Array, text: string): number[] {
  const offsets: number[] = [];
  let at = 0;
  for (let unit = 0; unit < text.length; unit++) {
    offsets.push(at);
    const next = bytes[at + 1] ?? 0;
    const length = (bytes[at] ?? 0) < 0x80 ? 1 : next >= 0x30 && next <= 0x39 ? 4 : 2;
    at += length;
    // The second half of a surrogate pair has no bytes of its own.
    if (/[\ud800-\udbff]/.test(text[unit] ?? '')) {
      offsets.push(at);
      unit++;
    }
  }
  offsets.push(at);
  return offsets;
}

/** Where a character stands in the bytes of a file; undefined for an encoding that is not written back. */
function byteOffsets(
  bytes: Uint8Array,
  text: string,
  encoding: Encoding,
): ((at: number) => number) | undefined {
  if (encoding === 'gb18030') {
    if (text.includes('\ufffd')) return undefined;
    const offsets = gb18030Offsets(bytes, text);
    return (at) => offsets[at] ?? bytes.length;
  }
  if (encoding !== 'utf-8') return undefined;
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  // Damaged characters have another length in the file than what stands for them.
  if (Buffer.byteLength(text) + mark !== bytes.length) return undefined;
  return (at) => mark + Buffer.byteLength(text.slice(0, at));
}

/** The bytes of a file after a change of its text: every byte that is not changed stays. Undefined where that cannot be done. */
export function rewritten(bytes: Uint8Array, after: string): Uint8Array | undefined {
  const decoded = decode(bytes);
  const offsetOf = decoded && byteOffsets(bytes, decoded.text, decoded.encoding);
  if (!offsetOf) return undefined;
  const changes = changesOf(decoded.text, after);
  // eslint-disable-next-line no-control-regex -- other characters would have to be encoded
  if (decoded.encoding !== 'utf-8' && changes.some(({ text }) => /[^\x00-\x7f]/.test(text))) return undefined;
  const parts: Uint8Array[] = [];
  let done = 0;
  for (const { from, to, text } of changes) {
    parts.push(bytes.subarray(done, offsetOf(from)), Buffer.from(text));
    done = offsetOf(to);
  }
  parts.push(bytes.subarray(done));
  return Buffer.concat(parts);
}

/** What a run of `fix` comes to: sentences for standard output, and those for standard error about files that were left alone. */
export interface FixReport {
  readonly lines: readonly string[];
  readonly notes: readonly string[];
}

/** Carries out the preferred repairs in the files themselves, or only says what they are. */
export function fix(
  snapshot: Snapshot,
  pathOf: (uri: string) => string,
  options: { readonly rule?: string; readonly dryRun: boolean },
): FixReport {
  const { texts, steps } = repairFiles(snapshot, options.rule);
  const lines = [...steps];
  const notes: string[] = [];
  const changed: string[] = [];
  for (const [uri, text] of texts) {
    const path = pathOf(uri);
    const bytes = rewritten(readFileSync(path), text);
    if (!bytes) {
      notes.push(`${path} was left alone: it holds characters that cannot be written back as they were.`);
      continue;
    }
    if (!options.dryRun) writeFileSync(path, bytes);
    changed.push(path);
  }
  const count = `${steps.length} repair${steps.length === 1 ? '' : 's'}`;
  const verb = options.dryRun ? 'would change' : 'changed';
  lines.push(changed.length === 0 ? 'Nothing to repair.' : `${count} ${verb}: ${changed.sort().join(', ')}`);
  return { lines, notes };
}
