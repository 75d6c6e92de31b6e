import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver-types';
import type { Severity } from '../rules/rule';
import type { RuleFinding } from '../workspace/analysis';
import type { Project } from '../workspace/project';
import type { Settings } from '../workspace/settings';
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

/** The severity of a finding under the project file and the settings, of which the project file counts; undefined where its rule is off. */
export function severityOf(finding: RuleFinding, settings: Settings, project: Project): Severity | undefined {
  const set = project.rules[finding.rule.id] ?? settings.rules[finding.rule.id];
  if (set === 'off') return undefined;
  return set ?? finding.severity ?? finding.rule.severity;
}

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
