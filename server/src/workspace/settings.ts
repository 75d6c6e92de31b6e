import type { Severity } from '../rules/rule';
import type { RuleFinding } from './analysis';
import { readSeverities, type Project } from './project';

/** What is shown behind lines. */
export interface InlayHintSettings {
  /** The other end's value, where it differs. */
  readonly otherEnd: boolean;
  /** Values in force where a line is missing. */
  readonly defaults: boolean;
  /** What addresses and names of tunnels lead to. */
  readonly addresses: boolean;
  /** The size of DH groups: of weak ones, or of all. */
  readonly dhGroups: 'all' | 'weak' | 'off';
}

/** What a user can set. */
export interface Settings {
  /** Severity by rule id, or `off`. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly inlayHints: InlayHintSettings;
}

export const defaultSettings: Settings = {
  rules: {},
  inlayHints: { otherEnd: true, defaults: true, addresses: true, dhGroups: 'weak' },
};

function readInlayHints(raw: unknown): InlayHintSettings {
  const usual = defaultSettings.inlayHints;
  if (typeof raw !== 'object' || raw === null) return usual;
  const { otherEnd, defaults, addresses, dhGroups } = raw as Record<string, unknown>;
  const isOn = (value: unknown, otherwise: boolean): boolean =>
    typeof value === 'boolean' ? value : otherwise;
  return {
    otherEnd: isOn(otherEnd, usual.otherEnd),
    defaults: isOn(defaults, usual.defaults),
    addresses: isOn(addresses, usual.addresses),
    dhGroups: dhGroups === 'all' || dhGroups === 'weak' || dhGroups === 'off' ? dhGroups : usual.dhGroups,
  };
}

/** Reads settings as a client sends them; anything malformed is left out. */
export function readSettings(raw: unknown): Settings {
  const { rules, inlayHints } = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<
    string,
    unknown
  >;
  return { rules: readSeverities(rules), inlayHints: readInlayHints(inlayHints) };
}

/** The severity of a finding under the project file and the settings, of which the project file counts; undefined where its rule is off. */
export function severityOf(finding: RuleFinding, settings: Settings, project: Project): Severity | undefined {
  const set = project.rules[finding.rule.id] ?? settings.rules[finding.rule.id];
  if (set === 'off') return undefined;
  return set ?? finding.severity ?? finding.rule.severity;
}
