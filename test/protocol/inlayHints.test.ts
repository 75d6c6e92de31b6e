import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClientCapabilities, InlayHint } from 'vscode-languageserver-protocol';
import { healthyPair } from '../server/tunnels/pairs';
import { TestClient } from './client';

const PAIR = healthyPair('policy', 'IKEv2');
const URI = 'file:///a.cfg';
const EVERYTHING = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

test('hints follow the settings at once, and tell more when somebody looks', async (context) => {
  const capabilities: ClientCapabilities = {
    workspace: { inlayHint: { refreshSupport: true } },
    textDocument: { inlayHint: { resolveSupport: { properties: ['label.tooltip', 'textEdits'] } } },
  };
  const client = await TestClient.start(capabilities);
  context.after(() => {
    client.kill();
  });
  assert.deepEqual(client.initialized.capabilities.inlayHintProvider, { resolveProvider: true });
  let refreshed = 0;
  client.connection.onRequest('workspace/inlayHint/refresh', () => {
    refreshed++;
    return null;
  });
  await client.open(URI, PAIR.a.replace(' dh group14', ' dh group2'), 'huawei-vrp', 1);
  await client.open('file:///b.cfg', PAIR.b, 'huawei-vrp', 1);
  const ask = (): Promise<InlayHint[]> =>
    client.request('textDocument/inlayHint', { textDocument: { uri: URI }, range: EVERYTHING });
  const textOf = ({ label }: InlayHint): string => (Array.isArray(label) ? (label[0]?.value ?? '') : label);
  const usual = await ask();
  assert.deepEqual(usual.map(textOf), [
    '1024 bits',
    '→ FW_B GigabitEthernet1/0/0',
    '↔ FW_B: dh group14 in IKE proposal 10',
  ]);
  const [size] = usual;
  assert.ok(size);
  const resolved = await client.request<InlayHint>('inlayHint/resolve', size);
  assert.ok(Array.isArray(resolved.label));
  assert.match(resolved.label[0]?.tooltip as string, /^DH group 2: Modulus of 1024 bits/);
  const before = refreshed;
  const inlayHints = { otherEnd: false, addresses: false, dhGroups: 'off' };
  await client.notify('workspace/didChangeConfiguration', { settings: { huaweiIpsec: { inlayHints } } });
  assert.deepEqual(await ask(), []);
  assert.ok(refreshed > before);
  assert.equal(await client.stop(), 0);
});
