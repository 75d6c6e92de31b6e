import type { OutputKind } from './kind';
import { LabelReader, present, type Values } from './labels';
import type { Field, Output } from './output';

/** One run of a test. */
export interface DisplayedNqaResult {
  /** `success`, `failed`, `no result`: by this whatever follows the test is switched. */
  readonly completion?: Field;
  /** `0 %`. */
  readonly loss?: Field;
  readonly destination?: Field;
  readonly lastResponse?: Field;
}

/** An NQA test with its runs as `display nqa results` prints them. */
export interface DisplayedNqaTest {
  readonly administrator: Field;
  readonly name: Field;
  /** `active` while it runs. */
  readonly state?: Field;
  readonly type?: Field;
  /** In the order printed: the last one is the latest. */
  readonly results: readonly DisplayedNqaResult[];
}

const HEAD =
  /\bNQA entry[ \t]*\([ \t]*([^,()]{1,64}?)[ \t]*,[ \t]*([^,()]{1,64}?)[ \t]*\)[ \t]*:?(?:[ \t]*test ?flag is[ \t]+(\w+))?(?:[ \t]*,[ \t]*test ?type is[ \t]+([\w-]+))?/gi;

const RUN = /\bTest \d{1,10} result\b/gi;

const reader = new LabelReader({
  completion: 'Completion',
  loss: ['Lost packet ratio', 'Packet loss ratio'],
  destination: ['Destination IP address', 'Destination address'],
  lastResponse: [
    'Last response packet receiving time',
    'Last response packet receiving tim',
    'Last Good Probe Time',
  ],
  // What stands behind a value in the second column.
  thresholds: ['RTD over thresholds number', 'RTD OverThresholds number'],
  owd: 'Number of OWD',
  times: ['Min/Max/Average completion time', 'Sum/Square-Sum completion time'],
  errors: ['RTT status errors number', 'RTT stats errors number'],
  responses: ['Receive response times', 'ResponseProbe'],
});

const KEPT = ['completion', 'loss', 'destination', 'lastResponse'] as const;
type Kept = (typeof KEPT)[number];

function isKept(key: string): key is Kept {
  return KEPT.some((each) => each === key);
}

interface Mark {
  readonly at: number;
  readonly apply: () => void;
}

function read({ lines }: Output): readonly DisplayedNqaTest[] {
  const tests: (Omit<DisplayedNqaTest, 'results'> & { results: Values<Kept>[] })[] = [];
  for (const line of lines) {
    const marks: Mark[] = [];
    for (const found of line.text.matchAll(HEAD)) {
      const [administrator, name, state, type] = line.groups(found);
      if (!administrator || !name) continue;
      marks.push({
        at: found.index,
        apply: () => tests.push({ administrator, name, ...present({ state, type }), results: [] }),
      });
    }
    for (const { index } of line.text.matchAll(RUN)) {
      marks.push({ at: index, apply: () => tests.at(-1)?.results.push({}) });
    }
    let behind = 0;
    for (const { key, label, value } of reader.read(line)) {
      const at = line.text.indexOf(label.text, behind);
      behind = at + label.text.length;
      if (!isKept(key)) continue;
      marks.push({
        at,
        apply: () => {
          const test = tests.at(-1);
          if (test?.results.length === 0) test.results.push({});
          const result = test?.results.at(-1);
          if (result && value.text !== '') result[key] ??= value;
        },
      });
    }
    for (const { apply } of marks.sort((a, b) => a.at - b.at)) apply();
  }
  return tests;
}

/** `display nqa results [test-instance ADMINISTRATOR NAME]`. */
export const nqaResultsOutput: OutputKind<DisplayedNqaTest> = {
  command: 'display nqa results',
  opening: /\bNQA entry\s?\(/i,
  about: { reads: 'state of every test', layouts: { 'AR, S switches': 'document' } },
  read,
};
