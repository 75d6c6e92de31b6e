/**
 * `npm run test:negotiation -- [--count N] [--seed S | --fresh] [--only INDEX] [--written NAME] [--observe] [--keep] [--results FILE]`:
 * pairs of ends, negotiated by two real IKE daemons and judged by the product; every verdict and first failing step must agree. First
 * those written by hand, then random ones.
 *
 * `--fresh` takes another seed each time, `--only` one pair of a seed, `--written` those written by hand whose name holds a text,
 * `--observe` shows what the daemons did and compares nothing, `--keep` goes on after disagreements beyond the tenth. Exit code 1 on a
 * disagreement.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Daemons, obstacle } from './daemons';
import { pairOf } from './generate';
import { drawn } from './histogram';
import { negotiate, type Attempt } from './negotiate';
import { outcomeOf, type Outcome } from './oracle';
import type { Pair } from './pair';
import {
  agrees,
  comparisonText,
  heading,
  judged,
  judgedTexts,
  observationText,
  outcomeText,
  type Observation,
} from './report';
import { negotiateWritten, outcomeOfWritten, writtenPairs, type WrittenPair } from './written';

/** The seed of the pairs that every run checks. */
const SEED = 20250301;

/** After so many disagreements the rest says nothing new. */
const ENOUGH = 10;

interface Options {
  readonly count: number;
  readonly seed: number;
  readonly only: number | undefined;
  readonly written: string | undefined;
  readonly observe: boolean;
  readonly keep: boolean;
  readonly results: string | undefined;
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '100' },
      seed: { type: 'string', default: String(SEED) },
      fresh: { type: 'boolean', default: false },
      only: { type: 'string' },
      written: { type: 'string' },
      observe: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      results: { type: 'string' },
    },
  });
  const whole = (name: 'count' | 'seed' | 'only'): number | undefined => {
    const text = values[name];
    if (text === undefined) return undefined;
    if (!/^\d+$/.test(text)) throw new Error(`--${name} takes a whole number.`);
    return Number(text);
  };
  return {
    count: whole('count') ?? 0,
    seed: values.fresh ? Date.now() % 1e9 : (whole('seed') ?? SEED),
    only: whole('only'),
    written: values.written,
    observe: values.observe,
    keep: values.keep,
    results: values.results,
  };
}

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Negotiates something; where the logs are not understood, their text instead of attempts. */
async function observed(
  attempt: () => Promise<Attempt[]>,
  outcomeFor: (attempts: readonly Attempt[]) => Outcome,
): Promise<Observation> {
  try {
    const attempts = await attempt();
    return { attempts, outcome: outcomeFor(attempts) };
  } catch (error) {
    return {
      attempts: [],
      outcome: 'unknown',
      complaint: error instanceof Error ? error.message : String(error),
    };
  }
}

/** Observes once more what is not as it should be, so that a busy machine is not taken for a fault. */
async function observedTwice(
  title: string,
  observe: () => Promise<Observation>,
  isRight: (observation: Observation) => boolean,
): Promise<Observation> {
  const first = await observe();
  if (isRight(first)) return first;
  const second = await observe();
  if (isRight(second)) console.log(`${title}: agrees when negotiated again`);
  return second;
}

/** Negotiates a pair and compares. */
async function check(daemons: Daemons, pair: Pair, options: Options): Promise<[boolean, Observation]> {
  const judgement = judged(pair);
  const observe = (): Promise<Observation> =>
    observed(
      () => negotiate(daemons, pair),
      (attempts) => outcomeOf(attempts, pair),
    );
  const isAlone = options.only !== undefined;
  if (options.observe) {
    const observation = await observe();
    console.log(observationText(pair, observation, isAlone));
    return [observation.outcome !== 'unknown', observation];
  }
  const isRight = ({ outcome }: Observation): boolean => agrees(outcome, judgement);
  const observation = await observedTwice(heading(pair), observe, isRight);
  if (!isRight(observation) || isAlone) console.log(comparisonText(pair, observation, judgement));
  return [isRight(observation), observation];
}

/** Negotiates a pair written by hand: the daemons must do what it says, and the product must say what it says. */
async function checkWritten(daemons: Daemons, pair: WrittenPair): Promise<boolean> {
  const judgement = judgedTexts(...pair.configurations);
  const wanted = outcomeText(pair.daemons);
  const isRight = ({ outcome }: Observation): boolean => outcomeText(outcome) === wanted;
  const observation = await observedTwice(
    pair.name,
    () => observed(() => negotiateWritten(daemons, pair), outcomeOfWritten),
    isRight,
  );
  if (isRight(observation) && agrees(pair.expected, judgement, 1)) return true;
  console.log(
    [
      `${pair.name}: ${pair.reason}`,
      ...observation.attempts.map(({ initiator, evidence }) => `  ${'AB'[initiator]}: ${evidence.trim()}`),
      `  the daemons: ${outcomeText(observation.outcome)} instead of ${wanted}`,
      ...(observation.complaint === undefined ? [] : [observation.complaint]),
      `  the product: ${outcomeText(judgement.outcome)} instead of ${outcomeText(pair.expected)}`,
      judgement.text,
    ].join('\n'),
  );
  return false;
}

async function checkAll(options: Options, counts: Counts): Promise<void> {
  const { only, written, count, seed } = options;
  const daemons = await Daemons.start();
  const tell = (isRight: boolean): boolean => {
    counts[isRight ? 'passed' : 'failed']++;
    return counts.failed >= ENOUGH && !options.keep;
  };
  try {
    if (only === undefined) {
      const chosen = writtenPairs().filter(({ name }) => name.includes(written ?? ''));
      console.log(`${chosen.length} pairs written by hand.`);
      for (const pair of chosen) if (tell(await checkWritten(daemons, pair))) return;
    }
    if (written !== undefined) return;
    const [from, to] = only === undefined ? [0, count] : [only, only + 1];
    if (to > from) console.log(`Random pairs ${from} to ${to - 1} of seed ${seed}.`);
    const pairs: Pair[] = [];
    const outcomes: string[] = [];
    for (let index = from; index < to; index++) {
      const pair = pairOf(seed, index);
      const [isRight, { outcome }] = await check(daemons, pair, options);
      pairs.push(pair);
      outcomes.push(outcomeText(outcome));
      if (tell(isRight)) break;
    }
    console.log(drawn(pairs, outcomes));
  } finally {
    daemons.stop();
  }
}

async function main(): Promise<number> {
  const options = readOptions();
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  const missing = obstacle();
  if (missing === undefined) await checkAll(options, counts);
  else {
    console.log(`Nothing is negotiated: ${missing}`);
    counts.skipped = options.count + writtenPairs().length;
  }
  if (options.results !== undefined) writeFileSync(options.results, JSON.stringify(counts));
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  console.log(`${counts.passed} pairs agree, ${counts.failed} disagree${skipped}.`);
  return counts.failed > 0 ? 1 : 0;
}

// The daemons end with this process, however it ends: see Daemons.
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
