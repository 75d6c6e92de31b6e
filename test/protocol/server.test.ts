import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type {
  CodeAction,
  Diagnostic,
  Hover,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageserver-protocol';
import { FILE_STATUS, type FileStatus } from '../../server/src/protocol';
import { TestClient } from './client';

const PEER = `#
sysname FW_A
#
ike peer b
 pre-shared-key %^%#abcdefghijklmnop%^%#
 remote-adress 203.0.113.2
#
`;

function editsOf(action: CodeAction): TextEdit[] {
  const [change] = (action.edit?.documentChanges ?? []) as TextDocumentEdit[];
  return (change?.edits ?? []) as TextEdit[];
}

describe('the language server over stdio', () => {
  let client: TestClient;
  before(async () => {
    client = await TestClient.start();
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
  });

  test('says who it is and what it can do', () => {
    assert.equal(client.initialized.serverInfo?.name, 'huawei-ipsec');
    assert.equal(client.initialized.capabilities.hoverProvider, true);
  });

  test('publishes a diagnostic with source, code and causes, on the exact word', async () => {
    const uri = 'file:///typo.cfg';
    await client.open(uri, PEER);
    const [found] = await client.diagnosticsOf(uri, 1);
    assert.ok(found);
    assert.equal(found.source, 'huawei-ipsec');
    assert.equal(found.code, 'unknown-command');
    assert.deepEqual(found.range, { start: { line: 5, character: 1 }, end: { line: 5, character: 14 } });
    assert.ok(Array.isArray((found.data as { causes: unknown }).causes));
  });

  test('repairs it with a versioned, preferred quick fix, and the diagnostic is gone', async () => {
    const uri = 'file:///repair.cfg';
    await client.open(uri, PEER);
    const diagnostics = await client.diagnosticsOf(uri, 1);
    const [first] = diagnostics;
    assert.ok(first);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: first.range,
      context: { diagnostics },
    });
    const action = actions.find((each) => each.isPreferred);
    assert.ok(action);
    assert.equal(action.kind, 'quickfix');
    assert.equal(action.diagnostics?.[0]?.code, 'unknown-command');
    const [change] = (action.edit?.documentChanges ?? []) as TextDocumentEdit[];
    assert.equal(change?.textDocument.version, 1);
    const [edit] = editsOf(action);
    assert.ok(edit);
    assert.deepEqual(edit, { range: first.range, newText: 'remote-address' });
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: edit.range, text: edit.newText }],
    });
    const left: Diagnostic[] = await client.diagnosticsOf(uri, 2);
    assert.deepEqual(
      left.filter((each) => each.code === 'unknown-command'),
      [],
    );
  });

  test('explains a cause in a table row on hover', async () => {
    const uri = 'file:///capture.txt';
    await client.open(
      uri,
      '<FW_A>display ike error-info\n  203.0.113.2   500   flow-or-peer-mismatch   v2   2026-03-02 09:14:27\n',
      'huawei-vrp-output',
    );
    const hover = await client.request<Hover | null>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 1, character: 30 },
    });
    const { value } = hover?.contents as { value: string };
    assert.match(value, /flow or peer mismatch/);
    assert.match(value, /`display ipsec policy/);
  });

  test('takes changes in any order of lines and answers from the newest text', async () => {
    const uri = 'file:///edit.cfg';
    await client.open(uri, 'ike proposal 10\n dh group14\n#\n');
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start: { line: 1, character: 4 }, end: { line: 1, character: 11 } }, text: 'grup14' },
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '#\n' },
      ],
    });
    const diagnostics = await client.diagnosticsOf(uri, 2);
    const typo = diagnostics.find((each) => each.code === 'unknown-command');
    assert.deepEqual(typo?.range, { start: { line: 2, character: 4 }, end: { line: 2, character: 10 } });
  });

  test('answers null, not an error, for what it does not know', async () => {
    const hover = await client.request<Hover | null>('textDocument/hover', {
      textDocument: { uri: 'file:///never-opened.cfg' },
      position: { line: 3, character: 3 },
    });
    assert.equal(hover, null);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: 'file:///never-opened.cfg' },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [] },
    });
    assert.deepEqual(actions, []);
  });

  test('says once what of a file cannot be analysed', async () => {
    const uri = 'file:///long-line.cfg';
    const told = (): unknown[] =>
      client.notifications
        .filter(({ method, params }) => method === FILE_STATUS && (params as FileStatus).uri === uri)
        .map(({ params }) => (params as FileStatus).problem);
    await client.open(uri, `sysname A\n${'x'.repeat(10_000)}\n`);
    await client.diagnosticsOf(uri, 1);
    assert.deepEqual(told(), ['Line 2 is longer than 8192 characters and is not analysed.']);
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start: { line: 0, character: 8 }, end: { line: 0, character: 9 } }, text: 'B' },
      ],
    });
    await client.diagnosticsOf(uri, 2);
    assert.equal(told().length, 1);
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 3 },
      contentChanges: [{ text: 'sysname A\n' }],
    });
    await client.diagnosticsOf(uri, 3);
    assert.deepEqual(told().at(-1), undefined);
  });

  test('survives hostile files', async () => {
    const hostile: [string, string][] = [
      ['empty', ''],
      ['one long line', 'ike peer '.concat('x'.repeat(10_000_000))],
      ['one long line of words', 'rule '.repeat(2_000_000)],
      ['binary', Array.from({ length: 65_536 }, (_, at) => String.fromCharCode((at * 7919) % 256)).join('')],
      ['half a block', 'ipsec policy map1 10 isakmp\n security acl'],
      ['unbalanced quotes', 'ike peer b\n pre-shared-key "abc\n local-id "x y\n'],
      ['unknown version', '!Software Version V900R999C99\n#\nike peer b\n foo bar\n'],
      ['lone surrogates', 'ike peer \ud800\n local-id \udfff\n'],
    ];
    for (const [name, text] of hostile) {
      for (const languageId of ['huawei-vrp', 'huawei-vrp-output']) {
        const uri = `file:///hostile/${encodeURIComponent(name)}.${languageId}`;
        await client.open(uri, text, languageId);
        await client.diagnosticsOf(uri, 1);
        await client.request('textDocument/hover', {
          textDocument: { uri },
          position: { line: 0, character: 9 },
        });
      }
    }
    await client.open('file:///after.cfg', PEER);
    assert.ok((await client.diagnosticsOf('file:///after.cfg', 1)).length > 0);
  });
});

test('with pull diagnostics nothing is pushed and the report is full', async (context) => {
  const client = await TestClient.start({ textDocument: { diagnostic: {} } });
  context.after(() => {
    client.kill();
  });
  const uri = 'file:///pull.cfg';
  await client.open(uri, PEER);
  const report = await client.request<{ kind: string; items: Diagnostic[] }>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  assert.equal(report.kind, 'full');
  assert.ok(report.items.some((each) => each.code === 'unknown-command'));
  assert.equal(client.published.size, 0);
  assert.equal(await client.stop(), 0);
});

test('speaks Chinese to a Chinese editor', async (context) => {
  const client = await TestClient.start({}, 'zh-cn');
  context.after(() => {
    client.kill();
  });
  const uri = 'file:///capture.txt';
  await client.open(
    uri,
    '<FW_A>display ike error-info\n 203.0.113.2 500 flow confict v2\n',
    'huawei-vrp-output',
  );
  const hover = await client.request<Hover | null>('textDocument/hover', {
    textDocument: { uri },
    position: { line: 1, character: 20 },
  });
  assert.match((hover?.contents as { value: string }).value, /[\u4e00-\u9fff]{4}/);
  assert.equal(await client.stop(), 0);
});
