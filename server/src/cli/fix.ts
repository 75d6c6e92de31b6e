import * as l10n from '@vscode/l10n';
import { accessSync, constants, readFileSync, writeFileSync } from 'node:fs';
import { lineEdits, linesOf } from '../features/lineEdits';
import { series } from '../l10n';
import { decode, type Encoding } from '../text/decode';
import { PathError, reasonOf } from './files';
import { scriptsOf, type CausedRepair } from '../workspace/deviceScripts';
import { canBeMade, isConfiguration, repairFiles, type Editable } from '../workspace/repairs';
import { defaultSettings, severityOf } from '../workspace/settings';
import { findingsIn } from '../workspace/tunnels';
import type { Snapshot, WorkspaceFile } from '../workspace/workspace';

/** A change of text by character offsets. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** How many characters two texts share at the beginning, and then at the end. */
function shared(a: string, b: string): { head: number; tail: number } {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return { head, tail };
}

/** The changes that make one text of another, each as small as it can be: a remark in Chinese behind a changed word is not written anew. */
function changesOf(before: string, after: string): Change[] {
  const starts = [0];
  for (const line of linesOf(before)) starts.push((starts.at(-1) ?? 0) + line.length);
  const offset = ({ line, character }: { line: number; character: number }): number =>
    (starts[line] ?? before.length) + character;
  return lineEdits(before, after).map(({ range, newText }) => {
    const [from, to] = [offset(range.start), offset(range.end)];
    const { head, tail } = shared(before.slice(from, to), newText);
    return { from: from + head, to: to - tail, text: newText.slice(head, newText.length - tail) };
  });
}

/** Where each UTF-16 unit of a GB18030 text begins: one, two or four bytes make a character (GB 18030-2022), 80 alone is the euro sign. */
function gb18030Offsets(bytes: Uint8Array, text: string): number[] {
  const offsets: number[] = [];
  let at = 0;
  for (let unit = 0; unit < text.length; unit++) {
    offsets.push(at);
    const next = bytes[at + 1] ?? 0;
    const length = (bytes[at] ?? 0) <= 0x80 ? 1 : next >= 0x30 && next <= 0x39 ? 4 : 2;
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

/** Bytes of the byte order mark by which UTF-16 is told. */
const UTF16_MARK = 2;

/** A text in the encoding of its file; undefined where that is not known. */
function encoded(text: string, encoding: Encoding): Uint8Array | undefined {
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  // eslint-disable-next-line no-control-regex -- ASCII is the same in both; GB18030 is only read
  return encoding === 'utf-8' || /^[\x00-\x7f]*$/.test(text) ? Buffer.from(text) : undefined;
}

/** Where a character stands in the bytes of a file; undefined where damaged characters leave that open. */
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
  if (encoding !== 'utf-8') return (at) => UTF16_MARK + 2 * at;
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
  const parts: Uint8Array[] = [];
  let done = 0;
  for (const { from, to, text } of changesOf(decoded.text, after)) {
    const written = encoded(text, decoded.encoding);
    if (!written) return undefined;
    parts.push(bytes.subarray(done, offsetOf(from)), written);
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

/** Why files of a run stay as they are, by URI. */
class LeftAlone {
  private readonly reasons = new Map<string, string | undefined>();

  constructor(private readonly pathOf: (uri: string) => string) {}

  /** Looks at a file once. */
  isEditable(file: WorkspaceFile): boolean {
    if (!isConfiguration(file)) return false;
    if (!this.reasons.has(file.uri)) this.reasons.set(file.uri, this.reasonFor(file));
    return this.reasons.get(file.uri) === undefined;
  }

  private reasonFor({ uri, document }: WorkspaceFile): string | undefined {
    const path = this.pathOf(uri);
    try {
      accessSync(path, constants.R_OK | constants.W_OK);
      return rewritten(readFileSync(path), document.text) ? undefined : unwritable();
    } catch {
      return l10n.t('it cannot be written');
    }
  }

  add(uri: string): void {
    this.reasons.set(uri, unwritable());
  }

  get notes(): string[] {
    return [...this.reasons].flatMap(([uri, reason]) =>
      reason === undefined ? [] : l10n.t('{0} was left alone: {1}.', this.pathOf(uri), reason),
    );
  }
}

function unwritable(): string {
  return l10n.t('it holds characters that cannot be written back as they were');
}

function write(path: string, bytes: Uint8Array): void {
  try {
    writeFileSync(path, bytes);
  } catch (error) {
    throw new PathError(l10n.t('Cannot write {0}: {1}.', path, reasonOf(error)));
  }
}

/** What is to be typed for the preferred repairs that no edit carries out: in front of each script the device it is for. */
function scriptLines(
  snapshot: Snapshot,
  { rule, editable }: { readonly rule?: string; readonly editable: Editable },
): string[] {
  const repairs: CausedRepair[] = [];
  for (const { uri, project } of snapshot.all)
    for (const finding of findingsIn(snapshot, uri)) {
      if (rule !== undefined && finding.rule.id !== rule) continue;
      if (severityOf(finding, defaultSettings, project) === undefined) continue;
      const repair = finding.repairs?.().find((each) => each.preferred);
      if (!repair || canBeMade(repair, snapshot, editable)) continue;
      const caused = { repair, causes: finding.causes ?? finding.rule.causes };
      if (scriptsOf(snapshot, [caused])) repairs.push(caused);
    }
  return (scriptsOf(snapshot, repairs) ?? []).flatMap(({ device, lines, before, after }) => [
    '',
    l10n.t('Commands for {0}:', device),
    ...before,
    ...lines.map((line) => `    ${line}`),
    ...after,
  ]);
}

/** How many repairs change which files, or would. */
function changedText(count: number, paths: string, dryRun: boolean): string {
  if (dryRun)
    return count === 1
      ? l10n.t('1 repair would change: {0}', paths)
      : l10n.t('{0} repairs would change: {1}', count, paths);
  return count === 1
    ? l10n.t('1 repair changed: {0}', paths)
    : l10n.t('{0} repairs changed: {1}', count, paths);
}

/** Carries out the preferred repairs in the files themselves, or only says what they are. A repair that touches several files is whole or not at all. */
export function fix(
  snapshot: Snapshot,
  pathOf: (uri: string) => string,
  options: { readonly rule?: string; readonly dryRun: boolean },
): FixReport {
  const { rule, dryRun } = options;
  const leftAlone = new LeftAlone(pathOf);
  const choice = {
    ...(rule === undefined ? {} : { rule }),
    editable: (file: WorkspaceFile) => leftAlone.isEditable(file),
  };
  const changed = new Map<string, Uint8Array>();
  let steps: readonly string[] = [];
  let after = snapshot;
  // A file may turn out only now to be one that cannot be written: then the repairs are worked out again without it.
  for (let refused = true; refused;) {
    refused = false;
    changed.clear();
    const repaired = repairFiles(snapshot, choice);
    for (const [uri, text] of repaired.texts) {
      const bytes = rewritten(readFileSync(pathOf(uri)), text);
      if (bytes) changed.set(pathOf(uri), bytes);
      else {
        leftAlone.add(uri);
        refused = true;
      }
    }
    ({ steps, after } = repaired);
  }
  if (!dryRun) for (const [path, bytes] of changed) write(path, bytes);
  const paths = series([...changed.keys()].sort());
  const scripts = scriptLines(after, choice);
  const nothing =
    scripts.length === 0
      ? l10n.t('Nothing to repair.')
      : l10n.t('Nothing to repair in the files themselves.');
  const last = changed.size === 0 ? nothing : changedText(steps.length, paths, dryRun);
  return { lines: [...steps, last, ...scripts], notes: leftAlone.notes };
}
