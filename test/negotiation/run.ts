/**
 * `npm run test:negotiation -- [--count N] [--seed S | --fresh] [--only INDEX] [--observe] [--keep] [--require] [--results FILE]`:
 * random pairs of ends, negotiated by two real IKE daemons and judged by the product; every verdict and first failing step must agree.
 *
 * `--fresh` takes another seed each time, `--only` one pair of a seed, `--observe` shows what the daemons did and compares nothing,
 * `--keep` goes on after disagreements beyond the tenth, `--require` fails where nothing can be negotiated. Exit code 1 on a disagreement.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { analysedTexts } from '../server/tunnels/analysed';
import { Daemons, obstacle } from './daemons';
import { pairOf } from './generate';
import { huaweiConfiguration } from './huawei';
import { negotiate, type Attempt } from './negotiate';
import { outcomeOf, stopOf, type Outcome } from './oracle';
import { SIDES, type Pair } from './pair';
import { swanctlConfiguration } from './swanctl';

/** The seed of the pairs that every run checks. */
const SEED = 20250301;

/** After so many disagreements the rest says nothing new. */
const ENOUGH = 10;

interface Options {
  readonly count: number;
  readonly seed: number;
  readonly only: number | undefined;
  readonly observe: boolean;
  readonly keep: boolean;
  readonly require: boolean;
  readonly results: string | undefined;
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '100' },
      seed: { type: 'string', default: String(SEED) },
      fresh: { type: 'boolean', default: false },
      only: { type: 'string' },
      observe: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      require: { type: 'boolean', default: false },
      results: { type: 'string' },
    },
  });
  const { fresh, seed, count, only, ...others } = values;
  return {
    ...others,
    results: values.results,
    count: Number(count),
    seed: fresh ? Date.now() % 1e9 : Number(seed),
    only: only === undefined ? undefined : Number(only),
  };
}

/** What the product says of a pair. Anything but one tunnel between its two ends is `unknown`. */
function judged(pair: Pair): { outcome: Outcome | 'unknown'; text: string } {
  const [a, b] = pair.ends.map(huaweiConfiguration);
  const { tunnels, seen } = analysedTexts({ FW_A: a ?? '', FW_B: b ?? '' });
  const [tunnel, ...others] = tunnels;
  const findings = seen
    .filter(({ severity }) => severity === 'error')
    .map(({ file, line, rule, text }) => `  ${file}:${line + 1} ${rule}: ${text}`);
  const said = tunnels.map(({ id, verdict, phase, unverified }) =>
    [
      `  ${id}: ${verdict}${phase ? `, ${phase}` : ''}`,
      ...unverified.map((each) => `not compared: ${each}`),
    ].join('; '),
  );
  const text = [...said, ...findings].join('\n');
  if (!tunnel || others.length > 0 || tunnel.verdict === 'unknown' || tunnel.phase === 'liveness')
    return { outcome: 'unknown', text };
  return { outcome: { verdict: tunnel.verdict, phase: tunnel.phase }, text };
}

function outcomeText(outcome: Outcome | 'unknown'): string {
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

function heading(pair: Pair): string {
  const made = pair.differences.length > 0 ? pair.differences.join(', ') : 'healthy';
  const ends = pair.ends.map(({ kind, style, v1, v2, exchangeMode }) => {
    const versions = [...(v1 ? [`v1 ${exchangeMode}`] : []), ...(v2 ? ['v2'] : [])].join('+');
    return `${style.product} ${kind} ${versions}`;
  });
  return `${pair.index}: ${ends.join(' ↔ ')}; ${made}`;
}

/** All that is needed to see who is right. */
function wholeStory(pair: Pair, attempts: readonly Attempt[], withLogs: boolean): string {
  const files = SIDES.flatMap((side) => {
    const end = pair.ends[side];
    return [
      `--- ${end.name}, Huawei`,
      huaweiConfiguration(end),
      `--- ${end.name}, swanctl`,
      swanctlConfiguration(end),
    ];
  });
  const logs = attempts.flatMap(({ logs: [a, b], initiator, flow }) => [
    `--- log of FW_A, flow ${flow + 1} from ${pair.ends[initiator].name}`,
    a,
    `--- log of FW_B, flow ${flow + 1} from ${pair.ends[initiator].name}`,
    b,
  ]);
  return [...files, ...(withLogs ? logs : [])].join('\n');
}

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

function agrees(expected: Outcome, said: Outcome | 'unknown'): boolean {
  return said !== 'unknown' && said.verdict === expected.verdict && said.phase === expected.phase;
}

/** Negotiates a pair and compares; what disagrees is negotiated once more, so that a busy machine is not taken for a fault. */
async function check(
  daemons: Daemons,
  pair: Pair,
  { observe, only }: Options,
): Promise<{ agreed: boolean; expected: Outcome }> {
  let attempts = await negotiate(daemons, pair);
  let expected = outcomeOf(attempts, pair);
  const { outcome, text } = judged(pair);
  if (!observe && !agrees(expected, outcome)) {
    attempts = await negotiate(daemons, pair);
    expected = outcomeOf(attempts, pair);
  }
  const agreed = observe || agrees(expected, outcome);
  const lines = [heading(pair), ...attempts.map((each) => attemptText(each, pair))];
  if (observe) console.log([...lines, `  → ${outcomeText(expected)}`].join('\n'));
  if (observe && only !== undefined) console.log(wholeStory(pair, attempts, true));
  if (!agreed || (only !== undefined && !observe)) {
    console.log(
      [
        ...lines,
        `  negotiated: ${outcomeText(expected)}`,
        `  judged:     ${outcomeText(outcome)}`,
        text,
        wholeStory(pair, attempts, false),
      ].join('\n'),
    );
  }
  return { agreed, expected };
}

async function main(): Promise<number> {
  const options = readOptions();
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  const missing = obstacle();
  if (missing !== undefined) {
    console.log(`No negotiation: ${missing}`);
    counts[options.require ? 'failed' : 'skipped']++;
  } else {
    const from = options.only ?? 0;
    const to = options.only === undefined ? options.count : from + 1;
    console.log(`Pairs ${from} to ${to - 1} of seed ${options.seed}.`);
    const daemons = await Daemons.start();
    const outcomes = new Map<string, number>();
    try {
      for (let index = from; index < to; index++) {
        const { agreed, expected } = await check(daemons, pairOf(options.seed, index), options);
        const name = outcomeText(expected);
        outcomes.set(name, (outcomes.get(name) ?? 0) + 1);
        counts[agreed ? 'passed' : 'failed']++;
        if (counts.failed >= ENOUGH && !options.keep) break;
      }
    } finally {
      daemons.stop();
    }
    console.log(
      [...outcomes]
        .sort()
        .map(([name, times]) => `${name}: ${times}`)
        .join(', '),
    );
  }
  if (options.results !== undefined) writeFileSync(options.results, JSON.stringify(counts));
  console.log(
    `${counts.passed} pairs agree, ${counts.failed} disagree${counts.skipped > 0 ? ', skipped' : ''}.`,
  );
  return counts.failed > 0 ? 1 : 0;
}

for (const [signal, number] of [
  ['SIGINT', 2],
  ['SIGTERM', 15],
  ['SIGHUP', 1],
] as const)
  process.once(signal, () => process.exit(128 + number));

void main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    process.exit(1);
  },
);
