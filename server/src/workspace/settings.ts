import type { Severity } from '../rules/rule';

/** What a user can set of the analysis. */
export interface Settings {
  /** Severity by rule id, or `off`. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
}

export const defaultSettings: Settings = { rules: {} };

const LEVELS: ReadonlySet<unknown> = new Set(['error', 'warning', 'information', 'hint', 'off']);

/** Reads settings as a client sends them; anything malformed is left out. */
export function readSettings(raw: unknown): Settings {
  const rules = isObject(raw) && isObject(raw['rules']) ? raw['rules'] : {};
  return {
    rules: Object.fromEntries(
      Object.entries(rules).filter((entry): entry is [string, Severity | 'off'] => LEVELS.has(entry[1])),
    ),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
