import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { COPY_SCRIPT_COMMAND, type DeviceScriptInfo } from '../../server/src/protocol';
import { broken, FAULTS } from '../server/tunnels/faults';
import { healthyPair } from '../server/tunnels/pairs';
import { printed } from '../server/tunnels/printed';
import { TestClient } from './client';

const fault = FAULTS.find(({ rule }) => rule === 'dh-group-mismatch');
assert.ok(fault);
const pair = broken(healthyPair('policy', 'IKEv2'), 'b', fault);
const CAPTURE = 'file:///b.log';
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 200, character: 0 } };

/** A client with the configuration of one end and a capture of the other, and the actions of the capture. */
async function started(
  context: { after(work: () => void): void },
  commands: boolean,
): Promise<{ client: TestClient; actions: CodeAction[] }> {
  const client = await TestClient.start({}, 'en', [], { commands });
  context.after(() => {
    client.kill();
  });
  await client.open('file:///a.cfg', pair.a);
  await client.open(CAPTURE, printed(pair.b), 'huawei-vrp-output');
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: CAPTURE },
    range: WHOLE,
    context: { diagnostics: [], only: ['quickfix'] },
  });
  return { client, actions };
}

test('a client of ours copies the commands itself', async (context) => {
  const { client, actions } = await started(context, true);
  assert.equal(client.initialized.capabilities.executeCommandProvider, undefined);
  const [copy] = actions.filter(({ command }) => command?.command === COPY_SCRIPT_COMMAND);
  assert.equal(copy?.title, 'Copy commands for FW_B: dh group14 in ike proposal 10');
  assert.equal(copy.edit, undefined);
  assert.equal(copy.diagnostics?.[0]?.code, 'dh-group-mismatch');
  assert.equal(await client.stop(), 0);
});

test('any other client is shown them by the server', async (context) => {
  const { client, actions } = await started(context, false);
  assert.deepEqual(client.initialized.capabilities.executeCommandProvider, {
    commands: [COPY_SCRIPT_COMMAND],
  });
  const [copy] = actions.filter(({ command }) => command?.command === COPY_SCRIPT_COMMAND);
  assert.ok(copy?.command);
  const { command, arguments: given } = copy.command;
  const scripts = await client.request<DeviceScriptInfo[]>('workspace/executeCommand', {
    command,
    arguments: given,
  });
  assert.deepEqual(
    scripts.map(({ device, lines }) => [device, lines]),
    [['FW_B', ['system-view', 'ike proposal 10', 'dh group14', 'return']]],
  );
  const shown = client.notifications.find(({ method }) => method === 'window/showMessage');
  assert.match(
    (shown?.params as { message: string }).message,
    /^# Commands for FW_B\n(?:# .+\n)*system-view\nike proposal 10\ndh group14\nreturn\n/,
  );
  const nothing = await client.request('workspace/executeCommand', { command, arguments: [{ text: 1 }] });
  assert.deepEqual(nothing, []);
  assert.equal(await client.stop(), 0);
});
