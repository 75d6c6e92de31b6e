/** A reporter for Node's test runner that writes nothing but the counts, as JSON, for scripts/test.mjs to add up. */

/** The names under which the runner closes with its counts. */
const closing = /^(pass|fail|cancelled|skipped|todo) (\d+)$/;

export default async function* count(events) {
  const counts = { pass: 0, fail: 0, cancelled: 0, skipped: 0, todo: 0 };
  for await (const { type, data } of events) {
    const [, name, number] =
      (type === 'test:diagnostic' && data.nesting === 0 && closing.exec(data.message)) || [];
    if (name !== undefined) counts[name] = Number(number);
  }
  yield JSON.stringify({
    passed: counts.pass,
    failed: counts.fail + counts.cancelled,
    skipped: counts.skipped + counts.todo,
  });
}
