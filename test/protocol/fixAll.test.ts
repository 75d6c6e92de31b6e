import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  ClientCapabilities,
  CodeAction,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageserver-protocol';
import { TestClient } from './client';

const FIX_ALL = 'source.fixAll.huawei-ipsec';

const TEXT = `#
ike peer a
 remote-adress 203.0.113.2
 dpd type periodic
 dpd type on-demand
#
ike peer b
 remote-adress 203.0.113.3
#
`;

const WHOLE = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

async function asked(
  context: { after(work: () => void): void },
  capabilities: ClientCapabilities,
): Promise<{ client: TestClient; ask: (only?: string[]) => Promise<CodeAction[]> }> {
  const client = await TestClient.start(capabilities);
  context.after(() => {
    client.kill();
  });
  const uri = 'file:///device.cfg';
  await client.open(uri, TEXT, 'huawei-vrp', 5);
  const ask = (only?: string[]): Promise<CodeAction[]> =>
    client.request('textDocument/codeAction', {
      textDocument: { uri },
      range: WHOLE,
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
  return { client, ask };
}

function after({ edit }: CodeAction): string {
  const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  assert.equal(change?.textDocument.version, 5);
  const document = TextDocument.create('file:///device.cfg', 'huawei-vrp', 5, TEXT);
  return TextDocument.applyEdits(document, change.edits as TextEdit[]);
}

test('a file is repaired on saving, and one rule in it from the bulb', async (context) => {
  const { client, ask } = await asked(context, {});
  const provider = client.initialized.capabilities.codeActionProvider;
  assert.deepEqual(provider, { codeActionKinds: ['quickfix', 'refactor', FIX_ALL], resolveProvider: false });
  const [saving, ...others] = await ask(['source.fixAll']);
  assert.ok(saving);
  assert.deepEqual([saving.kind, others], [FIX_ALL, []]);
  const spelled = TEXT.replaceAll('remote-adress', 'remote-address');
  assert.equal(after(saving), spelled.replace(' dpd type periodic\n', ''));
  const bulb = (await ask()).filter(({ title }) => title.startsWith('Fix all'));
  assert.deepEqual(bulb.map(after), [spelled]);
  assert.deepEqual(await ask(['refactor']), []);
  assert.equal(await client.stop(), 0);
});

test('an editor that asks for edits later gets them then', async (context) => {
  const codeAction = { resolveSupport: { properties: ['edit'] } };
  const { client, ask } = await asked(context, { textDocument: { codeAction } });
  const [saving] = await ask([FIX_ALL]);
  assert.ok(saving);
  assert.equal(saving.edit, undefined);
  const resolved = await client.request<CodeAction>('codeAction/resolve', saving);
  assert.match(after(resolved), /^ remote-address 203\.0\.113\.3$/m);
  for (const data of [null, 1, { kind: 'fix-all' }, { kind: 'tunnel', id: 'nobody ↔ nothing' }])
    await client.request('codeAction/resolve', { title: 'x', data });
  assert.equal(await client.stop(), 0);
});
