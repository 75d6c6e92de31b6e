import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type {
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Location,
  LocationLink,
  SelectionRange,
  SymbolInformation,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { TestClient } from './client';

const example = (name: string): string => readFileSync(join(process.cwd(), 'examples', name), 'utf8');
const A = 'file:///fw_a.cfg';
const B = 'file:///fw_b.cfg';
const CAPTURE = 'file:///fw_b-capture.txt';

/** The position behind a text of a file. */
function behind(text: string, before: string): { line: number; character: number } {
  const lines = text.slice(0, text.indexOf(before) + before.length).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

describe('ways through files over stdio', () => {
  let client: TestClient;
  const texts = { a: example('fw_a.cfg'), b: example('fw_b.cfg'), capture: example('fw_b-capture.txt') };
  const peer = { textDocument: { uri: A }, position: behind(texts.a, ' ike-peer fw') };

  before(async () => {
    client = await TestClient.start({
      textDocument: {
        definition: { linkSupport: true },
        rename: { prepareSupport: true },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      },
    });
    await client.open(A, texts.a);
    await client.open(B, texts.b);
    await client.open(CAPTURE, texts.capture, 'huawei-vrp-output');
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
  });

  test('says what it can do', () => {
    const can = client.initialized.capabilities;
    for (const each of [
      can.definitionProvider,
      can.typeDefinitionProvider,
      can.referencesProvider,
      can.documentHighlightProvider,
      can.documentSymbolProvider,
      can.workspaceSymbolProvider,
      can.foldingRangeProvider,
      can.selectionRangeProvider,
      can.callHierarchyProvider,
    ])
      assert.equal(each, true);
    assert.deepEqual(can.renameProvider, { prepareProvider: true });
    assert.deepEqual(can.documentLinkProvider, {});
  });

  test('goes to the definition as a link, and to the type definition as a place, as the client asked', async () => {
    const [link] = await client.request<LocationLink[]>('textDocument/definition', peer);
    assert.equal(link?.targetUri, A);
    assert.deepEqual(link.targetSelectionRange.start, behind(texts.a, 'ike peer '));
    const [type] = await client.request<Location[]>('textDocument/typeDefinition', peer);
    assert.deepEqual(type?.range.start, behind(texts.a, 'ike proposal '));
  });

  test('finds and highlights what refers to a name', async () => {
    const found = await client.request<Location[]>('textDocument/references', {
      ...peer,
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      found.map(({ uri }) => uri),
      [A, A],
    );
    const lit = await client.request<DocumentHighlight[]>('textDocument/documentHighlight', peer);
    assert.equal(lit.length, 2);
  });

  test('renames with a versioned edit of one file', async () => {
    const prepared = await client.request<{ placeholder: string }>('textDocument/prepareRename', peer);
    assert.equal(prepared.placeholder, 'fw_b');
    const { documentChanges = [] } = await client.request<WorkspaceEdit>('textDocument/rename', {
      ...peer,
      newName: 'branch',
    });
    const [change, ...others] = documentChanges as TextDocumentEdit[];
    assert.equal(others.length, 0);
    assert.deepEqual(change?.textDocument, { uri: A, version: 1 });
    assert.deepEqual(
      change.edits.map((edit) => 'newText' in edit && edit.newText),
      ['branch', 'branch'],
    );
  });

  test('refuses with a sentence, and stays alive', async () => {
    await assert.rejects(
      client.request('textDocument/rename', { ...peer, newName: 'much-too-long-for-a-peer' }),
      /IKE peer: a name has 1 to 15 characters, and this one has 24\./,
    );
    await assert.rejects(
      client.request('textDocument/prepareRename', {
        textDocument: { uri: CAPTURE },
        position: behind(texts.capture, 'IKE Proposal: '),
      }),
      /A capture is a record of what a device printed and is never changed/,
    );
    await assert.rejects(
      client.request('textDocument/prepareRename', {
        textDocument: { uri: 'file:///none' },
        position: peer.position,
      }),
      /No name stands here/,
    );
  });

  test('gives outlines, folding, selections and links', async () => {
    const textDocument = { uri: A };
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    assert.ok(symbols.some(({ name }) => name === 'ike peer fw_b'));
    const all = await client.request<SymbolInformation[]>('workspace/symbol', { query: 'ike peer' });
    assert.deepEqual(
      all.map(({ containerName, name }) => `${String(containerName)}: ${name}`),
      ['FW_A: ike peer fw_b', 'FW_B: ike peer fw_a'],
    );
    const folds = await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument });
    assert.ok(folds.length > 5);
    const [selection] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument,
      positions: [peer.position],
    });
    assert.ok(selection?.parent?.parent);
    const links = await client.request<DocumentLink[]>('textDocument/documentLink', { textDocument });
    const { line, character } = behind(texts.a, 'acl number ');
    assert.deepEqual(
      links.map(({ target }) => target),
      [`${A}#L${line + 1},${character + 1}`],
    );
  });

  test('follows a tunnel to its other end', async () => {
    const [item] = await client.request<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', peer);
    assert.equal(item?.name, 'FW_A: IPsec policy map1 10');
    const [call] = await client.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', { item });
    assert.equal(call?.to.uri, B);
    assert.equal(call.to.detail, 'fails: phase 1');
    const [back] = await client.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', {
      item: call.to,
    });
    assert.equal(back?.to.uri, A);
  });
});
