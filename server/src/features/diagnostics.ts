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
