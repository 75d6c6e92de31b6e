import { analysedFiles } from '../server/tunnels/analysed';
import { huaweiConfiguration } from './huawei';
import type { Attempt } from './negotiate';
import { stopOf, type Outcome } from './oracle';
import { SIDES, type Pair } from './pair';
import { swanctlConfiguration } from './swanctl';

/** What the daemons did with a pair; `unknown` where their logs are not understood, with what is wrong about them. */
export interface Observation {
  readonly attempts: readonly Attempt[];
  readonly outcome: Outcome | 'unknown';
  readonly complaint?: string;
}

/** What the product says of a pair, and all of its errors for people. */
export interface Judged {
  readonly outcome: Outcome | 'unknown';
  /** The files that have errors. */
  readonly blamed: ReadonlySet<string>;
  readonly text: string;
}

/** What the product says of two configurations. Anything but one tunnel between two ends is `unknown`. */
export function judgedTexts(a: string, b: string): Judged {
  const { tunnels, seen } = analysedFiles({ FW_A: a, FW_B: b });
  // An end of another tunnel, whose partner is in neither file, is none of the two.
  const [tunnel, ...others] = tunnels.filter(({ ends }) => ends.every(({ device }) => device !== null));
  const errors = seen.filter(({ severity }) => severity === 'error');
  const blamed = new Set(errors.map(({ file }) => file));
  const findings = errors.map(({ file, line, rule, text }) => `  ${file}:${line + 1} ${rule}: ${text}`);
  const said = tunnels.map(({ id, verdict, phase, unverified }) =>
    [
      `  ${id}: ${verdict}${phase ? `, ${phase}` : ''}`,
      ...unverified.map((each) => `not compared: ${each}`),
    ].join('; '),
  );
  const text = [...said, ...findings].join('\n');
  if (!tunnel || others.length > 0 || tunnel.verdict === 'unknown' || tunnel.phase === 'liveness')
    return { outcome: 'unknown', blamed, text };
  return { outcome: { verdict: tunnel.verdict, phase: tunnel.phase }, blamed, text };
}

/** What the product says of a pair. */
export function judged(pair: Pair): Judged {
  const [a, b] = pair.ends;
  return judgedTexts(huaweiConfiguration(a), huaweiConfiguration(b));
}

export function outcomeText(outcome: Outcome | 'unknown'): string {
  if (outcome === 'unknown') return 'unknown';
  return outcome.phase ? `${outcome.verdict} (${outcome.phase})` : outcome.verdict;
}

function attemptText(attempt: Attempt, pair: Pair): string {
  const name = pair.ends[attempt.initiator].name;
  const stop = stopOf(attempt, pair);
  const seen = attempt.stop === stop ? (stop ?? 'up') : `${stop} (seen: ${attempt.stop ?? 'up'})`;
  const later = attempt.rekeyStop ? `, rekey: ${attempt.rekeyStop}` : '';
  return `  ${name} flow ${attempt.flow + 1}: ${seen}${later}  [${attempt.evidence.trim()}]`;
}

/** The number of a pair and what it is like, in a line. */
export function heading(pair: Pair): string {
  const made = pair.differences.length > 0 ? pair.differences.join(', ') : 'healthy';
  const ends = pair.ends.map(({ kind, style, v1, v2, exchangeMode }) => {
    const versions = [...(v1 ? [`v1 ${exchangeMode}`] : []), ...(v2 ? ['v2'] : [])].join('+');
    return `${style.product} ${kind} ${versions}`;
  });
  return `${pair.index}: ${ends.join(' ↔ ')}; ${made}`;
}

/** The configurations of both ends in both languages. */
function filesText(pair: Pair): string {
  return SIDES.flatMap((side) => {
    const end = pair.ends[side];
    return [
      `--- ${end.name}, Huawei`,
      huaweiConfiguration(end),
      `--- ${end.name}, swanctl`,
      swanctlConfiguration(end),
    ];
  }).join('\n');
}

function logsText(pair: Pair, attempts: readonly Attempt[]): string {
  return attempts
    .flatMap(({ logs: [a, b], initiator, flow }) => {
      const which = `flow ${flow + 1} from ${pair.ends[initiator].name}`;
      return [`--- log of FW_A, ${which}`, a, `--- log of FW_B, ${which}`, b];
    })
    .join('\n');
}

/** What the daemons did; with all that they wrote where it is asked for. */
export function observationText(
  pair: Pair,
  { attempts, outcome, complaint }: Observation,
  whole: boolean,
): string {
  return [
    heading(pair),
    ...attempts.map((each) => attemptText(each, pair)),
    `  → ${outcomeText(outcome)}`,
    ...(complaint === undefined ? [] : [complaint]),
    ...(whole ? [filesText(pair), logsText(pair, attempts)] : []),
  ].join('\n');
}

/** What the daemons did and what the product says, and all that is needed to see who is right. */
export function comparisonText(pair: Pair, observation: Observation, { outcome, text }: Judged): string {
  return [
    observationText(pair, observation, false),
    `  the product: ${outcomeText(outcome)}`,
    text,
    filesText(pair),
  ].join('\n');
}

/**
 * Whether what was seen and what the product says are the same; what is not known agrees with nothing. Where all is well no error may stand
 * anywhere, and where it is not, one on each end; or on one, if what is wrong is a matter of one end alone.
 */
export function agrees(seen: Outcome | 'unknown', { outcome, blamed }: Judged, ends: 1 | 2 = 2): boolean {
  if (seen === 'unknown' || outcome === 'unknown') return false;
  if (outcome.verdict !== seen.verdict || outcome.phase !== seen.phase) return false;
  return seen.verdict === 'ok' ? blamed.size === 0 : blamed.size >= ends;
}
