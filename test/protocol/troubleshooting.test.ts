import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  EVIDENCE,
  PROBLEM_DETAILS,
  PROBLEMS,
  PROBLEMS_CHANGED,
  REPORT,
  REPORTABLE,
  type EvidenceScript,
  type ProblemNode,
  type Reportable,
} from '../../server/src/protocol';
import { configuration, FW_A, FW_B } from '../server/workspace/sessions';
import { errorInfo } from '../server/troubleshooting/terminal';
import { TestClient } from './client';

describe('guided troubleshooting over the protocol', { timeout: 20_000 }, () => {
  let client: TestClient;
  let changes = 0;
  let changed: (() => void) | undefined;
  const nextChange = (): Promise<void> =>
    new Promise((resolve) => {
      changed = resolve;
    });

  before(async () => {
    client = await TestClient.start();
    client.connection.onNotification(PROBLEMS_CHANGED, () => {
      changes++;
      changed?.();
    });
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
  });

  const problems = (): Promise<ProblemNode[]> => client.request(PROBLEMS, {});

  test('nobody is told of problems who has not asked for them', async () => {
    const weak = configuration(FW_B).replace('dh group14', 'dh group2');
    await client.open('file:///a.cfg', configuration(FW_A));
    await client.open('file:///b.cfg', weak);
    await client.diagnosticsUntil('file:///a.cfg', (found) =>
      found.some(({ code }) => code === 'dh-group-mismatch'),
    );
    assert.equal(changes, 0);
  });

  test('lists the problems, what stands below one, and tells of changes', async () => {
    const [tunnel, ...others] = await problems();
    assert.deepEqual(others, []);
    assert.equal(tunnel?.label, 'FW_A ↔ FW_B: fails: phase 1 (1 problem)');
    const causes = await client.request<ProblemNode[]>(PROBLEM_DETAILS, { id: tunnel.id });
    assert.ok(causes.some(({ label, state }) => label === 'initiator dh mismatch' && state === 'predicted'));
    const told = nextChange();
    const text = errorInfo('FW_B', [
      { peer: FW_A.own, reason: 'initiator dh mismatch', time: '2026-03-02 09:14:27' },
    ]);
    await client.open('file:///b.txt', text, 'huawei-vrp-output');
    await told;
    assert.equal((await problems())[0]?.id, tunnel.id);
    const after = await client.request<ProblemNode[]>(PROBLEM_DETAILS, { id: tunnel.id });
    const printed = after.find(({ label }) => label === 'initiator dh mismatch');
    assert.equal(printed?.state, 'explained');
    assert.match(printed.description ?? '', /2026-03-02 09:14:27/);
  });

  test('gives a report by its name, and null for a name that nothing has', async () => {
    const [first] = await client.request<Reportable[]>(REPORTABLE, {});
    assert.ok(first);
    assert.match(await client.request<string>(REPORT, { id: first.id }), /^# FW_A ↔ FW_B/);
    assert.equal(await client.request<string | null>(REPORT, { id: 'nothing' }), null);
  });

  test('asks for what is missing once an end is gone', async () => {
    const told = nextChange();
    await client.notify('textDocument/didClose', { textDocument: { uri: 'file:///a.cfg' } });
    await told;
    const [script, ...others] = await client.request<EvidenceScript[]>(EVIDENCE, {});
    assert.deepEqual(others, []);
    assert.equal(script?.title, `the device at ${FW_A.own}`);
    assert.match(script.text, /^screen-length 0 temporary\n(?:display .*\n)+$/);
    assert.deepEqual(await client.request<EvidenceScript[]>(EVIDENCE, { problem: 'nothing' }), []);
  });
});
