import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Diagnostic, TextDocumentEdit, TextEdit } from 'vscode-languageserver-protocol';
import { broken, FAULTS } from '../server/tunnels/faults';
import { healthyPair } from '../server/tunnels/pairs';
import { TestClient } from './client';

const CHANGED = 2;
const DELETED = 3;

const has = (code: string) => (found: Diagnostic[]) => found.some((each) => each.code === code);
const hasNot = (code: string) => (found: Diagnostic[]) => !has(code)(found);

describe('the files of a folder', { timeout: 20_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'huawei-ipsec-folder-'));
  const path = (name: string): string => join(folder, name);
  const uri = (name: string): string => pathToFileURL(path(name)).href;
  const dh = FAULTS.find(({ rule }) => rule === 'dh-group-mismatch');
  assert.ok(dh);
  const healthy = healthyPair('policy', 'IKEv2');
  const pair = broken(healthy, 'b', dh);
  let client: TestClient;

  before(async () => {
    writeFileSync(path('a.cfg'), pair.a);
    writeFileSync(path('b.cfg'), pair.b);
    writeFileSync(path('notes.txt'), 'Nothing of ours.\n');
    // An article that quotes the other end is no device.
    writeFileSync(path('article.md'), pair.b);
    client = await TestClient.start({ workspace: { workspaceFolders: true } }, 'en', [
      pathToFileURL(folder).href,
    ]);
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
    rmSync(folder, { recursive: true });
  });

  const told = async (name: string, type: number): Promise<void> => {
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri(name), type }] });
  };

  test('an open file is compared with one that is not open, and refers to its line', async () => {
    await client.open(uri('a.cfg'), pair.a);
    const found = await client.diagnosticsUntil(uri('a.cfg'), has('dh-group-mismatch'));
    const [problem] = found.filter(({ code }) => code === 'dh-group-mismatch');
    const [related] = problem?.relatedInformation ?? [];
    assert.equal(related?.location.uri, uri('b.cfg'));
    const line = pair.b.split('\n').indexOf(' dh group19');
    assert.equal(related.location.range.start.line, line);
  });

  test('a quick fix edits the other file', async () => {
    const [problem] = (client.published.get(uri('a.cfg'))?.diagnostics ?? []).filter(
      ({ code }) => code === 'dh-group-mismatch',
    );
    assert.ok(problem);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uri('a.cfg') },
      range: problem.range,
      context: { diagnostics: [problem] },
    });
    const changes = actions.flatMap(({ edit }) => (edit?.documentChanges ?? []) as TextDocumentEdit[]);
    const elsewhere = changes.filter(({ textDocument }) => textDocument.uri === uri('b.cfg'));
    assert.deepEqual(
      elsewhere.map(({ textDocument, edits }) => [
        textDocument.version,
        (edits as TextEdit[]).map(({ newText }) => newText),
      ]),
      [[null, ['group14']]],
    );
  });

  test('a change on disk is followed', async () => {
    writeFileSync(path('b.cfg'), healthy.b);
    await told('b.cfg', CHANGED);
    await client.diagnosticsUntil(uri('a.cfg'), hasNot('dh-group-mismatch'));
    writeFileSync(path('b.cfg'), pair.b);
    await told('b.cfg', CHANGED);
    await client.diagnosticsUntil(uri('a.cfg'), has('dh-group-mismatch'));
  });

  test('what the editor has counts before what lies on disk, until it is closed', async () => {
    await client.open(uri('b.cfg'), healthy.b);
    await client.diagnosticsUntil(uri('a.cfg'), hasNot('dh-group-mismatch'));
    await client.notify('textDocument/didClose', { textDocument: { uri: uri('b.cfg') } });
    await client.diagnosticsUntil(uri('a.cfg'), has('dh-group-mismatch'));
  });

  test('the project file is read, followed and forgotten', async () => {
    writeFileSync(path('huawei-ipsec.json'), '{ "rules": { "dh-group-mismatch": "off" } } // for now');
    await told('huawei-ipsec.json', CHANGED);
    await client.diagnosticsUntil(uri('a.cfg'), hasNot('dh-group-mismatch'));
    writeFileSync(path('huawei-ipsec.json'), '{ "exclude": ["b.*"] }');
    await told('huawei-ipsec.json', CHANGED);
    await client.diagnosticsUntil(uri('a.cfg'), hasNot('dh-group-mismatch'));
    rmSync(path('huawei-ipsec.json'));
    await told('huawei-ipsec.json', DELETED);
    await client.diagnosticsUntil(uri('a.cfg'), has('dh-group-mismatch'));
  });

  test('a file that goes takes its tunnels with it', async () => {
    const before = readFileSync(path('b.cfg'));
    rmSync(path('b.cfg'));
    await told('b.cfg', DELETED);
    await client.diagnosticsUntil(uri('a.cfg'), hasNot('dh-group-mismatch'));
    writeFileSync(path('b.cfg'), before);
    await told('b.cfg', CHANGED);
    await client.diagnosticsUntil(uri('a.cfg'), has('dh-group-mismatch'));
  });
});
