import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver-types';
import type { Severity } from '../rules/rule';
import type { RuleFinding } from '../workspace/analysis';
import { severityOf, type Settings } from '../workspace/settings';
import { findingsIn } from '../workspace/tunnels';
import type { Snapshot } from '../workspace/workspace';
import { rangeOf } from './positions';

export const SOURCE = 'huawei-ipsec';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A finding as the protocol wants it; undefined where its rule is off. */
export function toDiagnostic(
  snapshot: Snapshot,
  finding: RuleFinding,
  settings: Settings,
): Diagnostic | undefined {
  const file = snapshot.file(finding.place.uri);
  const severity = file && severityOf(finding, settings, file.project);
  if (!severity) return undefined;
  const related = (finding.related ?? []).flatMap(({ place, message }) => {
    const other = snapshot.file(place.uri);
    return other ? [{ location: { uri: place.uri, range: rangeOf(place, other.document) }, message }] : [];
  });
  return {
    range: rangeOf(finding.place, file.document),
    severity: SEVERITIES[severity],
    source: SOURCE,
    code: finding.rule.id,
    message: finding.message,
    data: { causes: finding.causes ?? finding.rule.causes },
    ...(related.length > 0 ? { relatedInformation: related } : {}),
    ...(finding.tag
      ? { tags: [finding.tag === 'unnecessary' ? DiagnosticTag.Unnecessary : DiagnosticTag.Deprecated] }
      : {}),
  };
}

/** What the rules found in a file, in the order of the lines. */
export function diagnostics(snapshot: Snapshot, uri: string, settings: Settings): Diagnostic[] {
  return findingsIn(snapshot, uri)
    .flatMap((finding) => toDiagnostic(snapshot, finding, settings) ?? [])
    .sort(
      (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
    );
}

/** What is to be told of a file, with a name that is the same as long as it says the same. */
export interface DiagnosticReport {
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

/** A short text that two different ones hardly share: FNV-1a, with two offsets. */
function fingerprint(text: string): string {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b) ^ (b >>> 13);
  }
  return [a, b].map((each) => (each >>> 0).toString(36)).join('-');
}

const reports = new WeakMap<
  Snapshot,
  { readonly settings: Settings; readonly byUri: Map<string, DiagnosticReport> }
>();

/** The diagnostics of a file with their name; those of a file that is gone are none. Worked out once for each state of the files. */
export function diagnosticReport(snapshot: Snapshot, uri: string, settings: Settings): DiagnosticReport {
  let known = reports.get(snapshot);
  if (known?.settings !== settings) {
    known = { settings, byUri: new Map() };
    reports.set(snapshot, known);
  }
  let report = known.byUri.get(uri);
  if (!report) {
    const items = diagnostics(snapshot, uri, settings);
    report = { resultId: fingerprint(JSON.stringify(items)), items };
    known.byUri.set(uri, report);
  }
  return report;
}
