import assert from 'node:assert/strict';
import { reportTunnels, type ReportedTunnel } from '../../../server/src/cli/tunnels';
import { rangeOf, rangeOfEdit } from '../../../server/src/features/positions';
import type { Repair } from '../../../server/src/rules/rule';
import type { LanguageId } from '../../../server/src/syntax/classify';
import { detectLanguage } from '../../../server/src/syntax/detect';
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
  return analysed(texts, () => 'huawei-vrp');
}

/** Analyses files as the command line does: what each is shows in its text, and those that are nothing of ours are left out. */
export function analysedFiles(texts: Texts): AnalysedTexts {
  return analysed(texts, detectLanguage);
}

function analysed(texts: Texts, languageOf: (text: string) => LanguageId | undefined): AnalysedTexts {
  const workspace = new Workspace();
  const names = Object.entries(texts).flatMap(([name, text]) => {
    const language = languageOf(text);
    if (language) workspace.set(uriOf(name), text, language);
    return language ? [name] : [];
  });
  const { snapshot } = workspace;
  const seen = names.flatMap((name) => {
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
