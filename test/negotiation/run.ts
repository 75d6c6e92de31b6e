/**
 * `npm run test:negotiation -- [--count N] [--seed S | --fresh] [--only INDEX] [--observe] [--keep] [--require] [--results FILE]`:
 * random pairs of ends, negotiated by two real IKE daemons and judged by the product; every verdict and first failing step must agree.
 *
 * `--fresh` takes another seed each time, `--only` one pair of a seed, `--observe` shows what the daemons did and compares nothing,
 * `--keep` goes on after disagreements beyond the tenth, `--require` fails where nothing can be negotiated. Exit code 1 on a disagreement.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Daemons, obstacle } from './daemons';
import { pairOf } from './generate';
import { negotiate } from './negotiate';
import { outcomeOf, type Outcome } from './oracle';
import type { Pair } from './pair';
import {
  agrees,
  comparisonText,
  heading,
  judged,
  observationText,
  outcomeText,
  type Observation,
} from './report';

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

interface Result {
  readonly agreed: boolean;
  readonly outcome: Outcome | 'unknown';
}

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Negotiates a pair; where the logs are not understood, their text instead of attempts. */
async function observed(daemons: Daemons, pair: Pair): Promise<Observation> {
  try {
    const attempts = await negotiate(daemons, pair);
    return { attempts, outcome: outcomeOf(attempts, pair) };
  } catch (error) {
    return {
      attempts: [],
      outcome: 'unknown',
      complaint: error instanceof Error ? error.message : String(error),
    };
  }
}

/** Negotiates a pair and compares; what disagrees is negotiated once more, so that a busy machine is not taken for a fault. */
async function check(daemons: Daemons, pair: Pair, options: Options): Promise<Result> {
  const judgement = judged(pair);
  let observation = await observed(daemons, pair);
  let agreed = agrees(observation.outcome, judgement.outcome);
  if (!agreed && !options.observe) {
    observation = await observed(daemons, pair);
    agreed = agrees(observation.outcome, judgement.outcome);
    if (agreed) console.log(`${heading(pair)}: agrees when negotiated again`);
  }
  const isAlone = options.only !== undefined;
  if (options.observe) console.log(observationText(pair, observation, isAlone));
  else if (!agreed || isAlone) console.log(comparisonText(pair, observation, judgement));
  return {
    agreed: agreed || (options.observe && observation.outcome !== 'unknown'),
    outcome: observation.outcome,
  };
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
        const { agreed, outcome } = await check(daemons, pairOf(options.seed, index), options);
        const name = outcomeText(outcome);
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
