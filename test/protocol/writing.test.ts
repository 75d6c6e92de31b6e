import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  ClientCapabilities,
  CompletionItem,
  CompletionList,
  SemanticTokens,
  SemanticTokensDelta,
  SignatureHelp,
  TextEdit,
} from 'vscode-languageserver-protocol';
import { TestClient } from './client';

const URI = 'file:///device.cfg';
const TEXT = '#\nike proposal 10\n   dh group14\n \n#\nike peer b\n pre-shared-key Secret@12345\n#\n';
const textDocument = { uri: URI };

async function started(
  context: { after(work: () => void): void },
  capabilities: ClientCapabilities = {},
  text = TEXT,
  language = 'huawei-vrp',
): Promise<TestClient> {
  const client = await TestClient.start(capabilities);
  context.after(() => {
    client.kill();
  });
  await client.open(URI, text, language);
  return client;
}

test('a client hears what helps to write', async (context) => {
  const { initialized } = await started(context);
  const { capabilities } = initialized;
  assert.deepEqual(capabilities.completionProvider?.triggerCharacters, [' ']);
  assert.equal(capabilities.completionProvider.resolveProvider, true);
  assert.deepEqual(capabilities.signatureHelpProvider, { triggerCharacters: [' '] });
  assert.equal(capabilities.documentFormattingProvider, true);
  assert.equal(capabilities.documentRangeFormattingProvider, true);
  assert.equal(capabilities.documentOnTypeFormattingProvider?.firstTriggerCharacter, '\n');
  const tokens = capabilities.semanticTokensProvider;
  assert.deepEqual([tokens?.full, tokens?.range], [{ delta: true }, true]);
});

test('proposals, a page for one of them, and no key in any', async (context) => {
  const client = await started(context);
  const ask = (line: number, character: number): Promise<CompletionList> =>
    client.request('textDocument/completion', { textDocument, position: { line, character } });
  const { items } = await ask(3, 1);
  const item = items.find(({ label }) => label === 'encryption-algorithm');
  assert.ok(item);
  assert.ok(
    items.every(({ insertTextFormat, tags }) => insertTextFormat !== 2 && tags === undefined),
    'a plain client',
  );
  const resolved = await client.request<CompletionItem>('completionItem/resolve', item);
  assert.match((resolved.documentation as { value: string }).value, /IKE/);
  assert.ok(!JSON.stringify([items, await ask(6, 18), resolved]).includes('Secret@'));
  assert.deepEqual((await ask(99, 99)).items, []);
  assert.equal(await client.stop(), 0);
});

test('a client that takes snippets gets whole blocks, one that strikes out gets weak algorithms so', async (context) => {
  const completionItem = {
    snippetSupport: true,
    insertReplaceSupport: true,
    tagSupport: { valueSet: [1 as const] },
  };
  const client = await started(
    context,
    { textDocument: { completion: { completionItem } } },
    'ike proposal 10\n dh g\n#\n',
  );
  const ask = (line: number, character: number): Promise<CompletionList> =>
    client.request('textDocument/completion', { textDocument, position: { line, character } });
  const groups = (await ask(1, 5)).items;
  assert.deepEqual(groups.find(({ label }) => label === 'group1')?.tags, [1]);
  assert.ok(groups.every(({ textEdit }) => textEdit && 'insert' in textEdit));
  assert.ok((await ask(3, 0)).items.some(({ insertTextFormat }) => insertTextFormat === 2));
  assert.equal(await client.stop(), 0);
});

test('the format of a command, its active part', async (context) => {
  const client = await started(context, {}, 'acl 3000\n rule 5 p\n');
  const help = await client.request<SignatureHelp>('textDocument/signatureHelp', {
    textDocument,
    position: { line: 1, character: 9 },
  });
  const [first] = help.signatures;
  const part = first?.parameters?.[help.activeParameter ?? -1]?.label as [number, number];
  assert.equal(first?.label.slice(...part), '{ permit | deny }');
  assert.equal(await client.stop(), 0);
});

test('a configuration is formatted, as a whole, in part and while it is typed', async (context) => {
  const client = await started(context);
  const options = { tabSize: 4, insertSpaces: true };
  const edits = await client.request<TextEdit[]>('textDocument/formatting', { textDocument, options });
  const after = TextDocument.applyEdits(TextDocument.create(URI, 'huawei-vrp', 1, TEXT), edits);
  assert.equal(after, TEXT.replace('   dh', ' dh').replace('\n \n', '\n\n'));
  const range = { start: { line: 5, character: 0 }, end: { line: 6, character: 0 } };
  assert.deepEqual(
    await client.request('textDocument/rangeFormatting', { textDocument, options, range }),
    [],
  );
  const typed = { textDocument, options, position: { line: 3, character: 1 }, ch: '\n' };
  assert.equal((await client.request<TextEdit[]>('textDocument/onTypeFormatting', typed)).length, 1);
  assert.equal(await client.stop(), 0);
});

test('a capture is not formatted', async (context) => {
  const client = await started(
    context,
    {},
    `<FW>display current-configuration\n${TEXT}`,
    'huawei-vrp-output',
  );
  const edits = await client.request('textDocument/formatting', {
    textDocument,
    options: { tabSize: 4, insertSpaces: true },
  });
  assert.deepEqual(edits, []);
  assert.equal(await client.stop(), 0);
});

test('tokens: all, of a range, and what an edit changes of them', async (context) => {
  const client = await started(context);
  const full = await client.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
  assert.equal(full.data.length % 5, 0);
  const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 9 } };
  const part = await client.request<SemanticTokens>('textDocument/semanticTokens/range', {
    textDocument,
    range,
  });
  assert.equal(part.data.length, 10);
  await client.notify('textDocument/didChange', {
    textDocument: { uri: URI, version: 2 },
    contentChanges: [
      { range: { start: { line: 2, character: 11 }, end: { line: 2, character: 13 } }, text: '2' },
    ],
  });
  const delta = await client.request<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
    textDocument,
    previousResultId: full.resultId,
  });
  assert.equal(delta.edits.length, 1);
  const fresh = await client.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
  const data = [...full.data];
  for (const { start, deleteCount, data: inserted = [] } of delta.edits)
    data.splice(start, deleteCount, ...inserted);
  assert.deepEqual(data, fresh.data);
  const unknown = await client.request<SemanticTokens>('textDocument/semanticTokens/full/delta', {
    textDocument,
    previousResultId: 'x',
  });
  assert.deepEqual(unknown.data, fresh.data);
  assert.equal(await client.stop(), 0);
});
