import type { Severity } from '../rules/rule';
import type { RuleFinding } from './analysis';
import { readSeverities, type Project } from './project';

/** What a user can set of the analysis. */
export interface Settings {
  /** Severity by rule id, or `off`. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
}

export const defaultSettings: Settings = { rules: {} };

/** Reads settings as a client sends them; anything malformed is left out. */
export function readSettings(raw: unknown): Settings {
  const rules = typeof raw === 'object' && raw !== null && 'rules' in raw ? raw.rules : undefined;
  return { rules: readSeverities(rules) };
}

/** The severity of a finding under the project file and the settings, of which the project file counts; undefined where its rule is off. */
export function severityOf(finding: RuleFinding, settings: Settings, project: Project): Severity | undefined {
  const set = project.rules[finding.rule.id] ?? settings.rules[finding.rule.id];
  if (set === 'off') return undefined;
  return set ?? finding.severity ?? finding.rule.severity;
}
