import assert from 'node:assert/strict';
import { reportTunnels, type ReportedTunnel } from '../../../server/src/cli/tunnels';
import { rangeOf, rangeOfEdit } from '../../../server/src/features/positions';
import type { Repair } from '../../../server/src/rules/rule';
import type { RuleFinding } from '../../../server/src/workspace/analysis';
import { findingsIn } from '../../../server/src/workspace/tunnels';
import { Workspace, type Snapshot } from '../../../server/src/workspace/workspace';

/** Texts of files by name. */
export type Texts = Readonly<Record<string, string>>;

const uriOf = (name: string): string => `file:///${name}.cfg`;
const nameOf = (uri: string): string => uri.replace(/^file:\/\/\/(.*)\.cfg$/, '$1');

/** A finding as the tests compare it; the line counts from 0. */
export interface Seen {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly rule: string;
  readonly severity: string;
  readonly finding: RuleFinding;
}

export interface AnalysedTexts {
  readonly snapshot: Snapshot;
  readonly seen: readonly Seen[];
  readonly tunnels: readonly ReportedTunnel[];
}

/** Analyses files as one workspace. */
export function analysedTexts(texts: Texts): AnalysedTexts {
  const workspace = new Workspace();
  for (const [name, text] of Object.entries(texts)) workspace.set(uriOf(name), text, 'huawei-vrp');
  const { snapshot } = workspace;
  const seen = Object.keys(texts).flatMap((name) => {
    const file = snapshot.file(uriOf(name));
    assert.ok(file);
    return findingsIn(snapshot, file.uri).map((finding): Seen => {
      const { line } = rangeOf(finding.place, file.document).start;
      const text = file.document.lineAt(line)?.line.text.trim() ?? '';
      const severity = finding.severity ?? finding.rule.severity;
      return { file: name, line, text, rule: finding.rule.id, severity, finding };
    });
  });
  return { snapshot, seen, tunnels: reportTunnels(snapshot, nameOf) };
}

function offsetOf(text: string, { line, character }: { line: number; character: number }): number {
  let start = 0;
  for (let at = 0; at < line; at++) start = text.indexOf('\n', start) + 1;
  return start + character;
}

/** The texts after a repair. */
export function repaired(texts: Texts, snapshot: Snapshot, { edits }: Repair): Record<string, string> {
  const result: Record<string, string> = { ...texts };
  for (const name of Object.keys(texts)) {
    const file = snapshot.file(uriOf(name));
    assert.ok(file);
    const changes = edits
      .filter(({ uri }) => uri === file.uri)
      .map((edit, order) => ({ ...rangeOfEdit(edit, file.document), newText: edit.newText, order }));
    const text = texts[name] ?? '';
    const sorted = changes
      .map((change) => ({ ...change, from: offsetOf(text, change.start), to: offsetOf(text, change.end) }))
      .sort((x, y) => y.from - x.from || y.order - x.order);
    result[name] = sorted.reduce(
      (before, { from, to, newText }) => before.slice(0, from) + newText + before.slice(to),
      text,
    );
  }
  return result;
}
