/**
 * The runner of the suites in VS Code: `suite` and `test` as everywhere, one after the other, each test with a time limit.
 * It runs inside the extension host, so it stays small.
 */
import { hasPage, say, screenshot } from './page';

/** What a test does; it passes when it returns, fails when it throws. */
type Body = () => void | Promise<void>;

interface Test {
  readonly language: string;
  readonly suite: string;
  readonly name: string;
  readonly body: Body | undefined;
  readonly seconds: number;
  readonly after: readonly Body[];
}

/** What a run came to. */
export interface Results {
  passed: number;
  failed: number;
  skipped: number;
}

const tests: Test[] = [];
let current: { name: string; language: string; after: Body[] } | undefined;

/** Groups tests under a name, for an editor of one display language. */
export function suite(name: string, declare: () => void, language = 'en'): void {
  current = { name, language, after: [] };
  declare();
  current = undefined;
}

/** Declares what is done after each test of the suite, whether it passed or not. */
export function afterEach(body: Body): void {
  current?.after.push(body);
}

/** Declares a test that may take `seconds`. */
export function test(name: string, body: Body, seconds = 30): void {
  add(name, body, seconds);
}

/** Declares a test that does not run here, and is counted as skipped. */
export function skip(name: string): void {
  add(name, undefined, 0);
}

function add(name: string, body: Body | undefined, seconds: number): void {
  const { name: group = '', language = 'en', after = [] } = current ?? {};
  tests.push({ language, suite: group, name, body, seconds, after });
}

/** Fails when the body takes longer than it may. */
async function within(seconds: number, body: Body): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`not done within ${seconds} seconds`));
    }, seconds * 1000);
  });
  try {
    await Promise.race([body(), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Runs one test and what comes after it; gives the error, if any. */
async function runOne({ body, seconds, after }: Test, name: string): Promise<unknown> {
  let failure: unknown;
  for (const step of [body, ...after]) {
    if (step === undefined) continue;
    try {
      await within(seconds, step);
    } catch (error) {
      if (failure === undefined && hasPage) await lookAt(name);
      failure ??= error ?? new Error('thrown without an error');
    }
  }
  return failure;
}

/** Shows what the editor looked like when a test failed; a page that cannot be looked at is no second failure. */
async function lookAt(name: string): Promise<void> {
  const file = `failed ${name}`.replace(/[^\p{L}\p{N}]+/gu, '-');
  await screenshot(file).then(
    () => {
      say(`    seen in out/screenshots/${file}.png`);
    },
    () => undefined,
  );
}

/** Runs the tests whose full name holds `grep` and says each by name. */
export async function runAll(grep: string, language: string): Promise<Results> {
  const results: Results = { passed: 0, failed: 0, skipped: 0 };
  for (const one of tests) {
    const name = `${one.suite} › ${one.name}`;
    if (one.language !== language || !name.includes(grep)) continue;
    if (one.body === undefined) {
      results.skipped++;
      say(`  - ${name} (skipped)`);
      continue;
    }
    const begin = Date.now();
    const failure = await runOne(one, name);
    if (failure === undefined) {
      results.passed++;
      say(`  ✔ ${name} (${Date.now() - begin} ms)`);
    } else {
      results.failed++;
      say(`  ✖ ${name} (${Date.now() - begin} ms)`);
      say(failure instanceof Error ? (failure.stack ?? failure.message) : JSON.stringify(failure));
    }
  }
  return results;
}
