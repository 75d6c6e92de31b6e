import type { Severity } from '../rules/rule';
import { readSeverities } from './project';

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
