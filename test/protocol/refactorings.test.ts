import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  ClientCapabilities,
  CodeAction,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageserver-protocol';
import { healthyPair } from '../server/tunnels/pairs';
import { TestClient } from './client';

const PAIR = healthyPair('policy', 'IKEv1 main');
const URIS = { a: 'file:///a.cfg', b: 'file:///b.cfg' } as const;
const PEER = PAIR.a.split('\n').findIndex((line) => line.startsWith('ike peer'));

async function asked(
  context: { after(work: () => void): void },
  capabilities: ClientCapabilities,
): Promise<{ client: TestClient; ask: (only?: string[]) => Promise<CodeAction[]> }> {
  const client = await TestClient.start(capabilities);
  context.after(() => {
    client.kill();
  });
  await client.open(URIS.a, PAIR.a, 'huawei-vrp', 3);
  await client.open(URIS.b, PAIR.b, 'huawei-vrp', 4);
  const at = { line: PEER, character: 3 };
  const ask = (only?: string[]): Promise<CodeAction[]> =>
    client.request('textDocument/codeAction', {
      textDocument: { uri: URIS.a },
      range: { start: at, end: at },
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
  return { client, ask };
}

function after({ edit }: CodeAction, side: 'a' | 'b'): string {
  const changes = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  const change = changes.find(({ textDocument }) => textDocument.uri === URIS[side]);
  assert.equal(change?.textDocument.version, side === 'a' ? 3 : 4);
  const document = TextDocument.create(URIS[side], 'huawei-vrp', 1, PAIR[side]);
  return TextDocument.applyEdits(document, change.edits as TextEdit[]);
}

test('a peer is migrated to IKEv2 by one edit of both files', async (context) => {
  const { client, ask } = await asked(context, {});
  const provider = client.initialized.capabilities.codeActionProvider;
  assert.ok(typeof provider === 'object' && provider.codeActionKinds?.includes('refactor'));
  const [migration, ...others] = await ask(['refactor']);
  assert.ok(migration);
  assert.deepEqual([migration.kind, others], ['refactor.rewrite.ikev2', []]);
  assert.equal(migration.title, 'Migrate to IKEv2 on both ends (FW_A, FW_B)');
  for (const side of ['a', 'b'] as const)
    assert.equal(after(migration, side), PAIR[side].replace('undo version 2', 'undo version 1'));
  assert.deepEqual((await ask(['refactor.rewrite'])).length, 1);
  assert.deepEqual(await ask(['refactor.extract']), []);
  assert.ok((await ask()).some(({ kind }) => kind === 'refactor.rewrite.ikev2'));
  assert.equal(await client.stop(), 0);
});

test('the edit of a refactoring is worked out when it is carried out, from the files as they are then', async (context) => {
  const codeAction = { resolveSupport: { properties: ['edit'] } };
  const { client, ask } = await asked(context, { textDocument: { codeAction } });
  const [migration] = await ask(['refactor']);
  assert.ok(migration);
  assert.equal(migration.edit, undefined);
  const resolved = await client.request<CodeAction>('codeAction/resolve', migration);
  assert.match(after(resolved, 'b'), /^ undo version 1$/m);
  const text = PAIR.a.replace('undo version 2', 'undo version 1');
  await client.notify('textDocument/didChange', {
    textDocument: { uri: URIS.a, version: 5 },
    contentChanges: [{ text: text.replace('ike peer', 'ike peers') }],
  });
  const late = await client.request<CodeAction>('codeAction/resolve', migration);
  assert.deepEqual(late.edit, { documentChanges: [] });
  assert.equal(await client.stop(), 0);
});
