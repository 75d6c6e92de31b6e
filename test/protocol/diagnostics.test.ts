import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type {
  ClientCapabilities,
  Diagnostic,
  DocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol';
import { broken, FAULTS } from '../server/tunnels/faults';
import { healthyPair } from '../server/tunnels/pairs';
import { TestClient } from './client';

const HEALTHY = healthyPair('policy', 'IKEv2');
const DH = FAULTS.find(({ rule }) => rule === 'dh-group-mismatch');
assert.ok(DH);
const PAIR = broken(HEALTHY, 'b', DH);

interface Opened {
  readonly client: TestClient;
  readonly path: (name: string) => string;
  readonly uri: (name: string) => string;
}

/** A server with a folder that holds both ends of a tunnel that fails, neither of them open. */
async function opened(
  context: { after(work: () => void): void },
  capabilities: ClientCapabilities,
): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'huawei-ipsec-problems-'));
  const path = (name: string): string => join(folder, name);
  writeFileSync(path('a.cfg'), PAIR.a);
  writeFileSync(path('b.cfg'), PAIR.b);
  const client = await TestClient.start(
    { ...capabilities, workspace: { workspaceFolders: true, ...capabilities.workspace } },
    'en',
    [pathToFileURL(folder).href],
  );
  context.after(() => {
    client.kill();
    rmSync(folder, { recursive: true });
  });
  return { client, path, uri: (name) => pathToFileURL(path(name)).href };
}

const has = (code: string) => (found: readonly Diagnostic[]) => found.some((each) => each.code === code);
const hasNot = (code: string) => (found: readonly Diagnostic[]) => !has(code)(found);

describe('a client that asks', { timeout: 30_000 }, () => {
  const PULLS: ClientCapabilities = { textDocument: { diagnostic: {} } };

  const ask = (
    client: TestClient,
    before: readonly WorkspaceDocumentDiagnosticReport[],
    waits = false,
  ): Promise<WorkspaceDiagnosticReport> =>
    client.request('workspace/diagnostic', {
      identifier: 'huawei-ipsec',
      previousResultIds: before.map(({ uri, resultId }) => ({ uri, value: resultId })),
      ...(waits ? { partialResultToken: 'all' } : {}),
    });

  /** Asks until both files are read. */
  async function first(client: TestClient): Promise<WorkspaceDocumentDiagnosticReport[]> {
    for (;;) {
      const { items } = await ask(client, []);
      if (
        items.length === 2 &&
        items.every((each) => each.kind === 'full' && has('dh-group-mismatch')(each.items))
      )
        return items;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  test('gets what is wrong in files that are not open, and of the others that nothing has changed', async (context) => {
    const { client, path, uri } = await opened(context, PULLS);
    assert.equal(
      (client.initialized.capabilities.diagnosticProvider as { workspaceDiagnostics: boolean })
        .workspaceDiagnostics,
      true,
    );
    const all = await first(client);
    assert.deepEqual(all.map((each) => [each.uri, each.version]).sort(), [
      [uri('a.cfg'), null],
      [uri('b.cfg'), null],
    ]);
    const same = await ask(client, all);
    assert.deepEqual(
      same.items.map(({ kind }) => kind),
      ['unchanged', 'unchanged'],
    );
    // A third device comes: the two have nothing to do with it.
    writeFileSync(path('c.cfg'), '#\nsysname FW_C\n#\nike peer x\n remote-adress 192.0.2.1\n#\nreturn\n');
    const next = ask(client, all, true);
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('c.cfg'), type: 1 }] });
    const { items } = await next;
    assert.deepEqual(items.map((each) => [each.uri, each.kind]).sort(), [
      [uri('a.cfg'), 'unchanged'],
      [uri('b.cfg'), 'unchanged'],
      [uri('c.cfg'), 'full'],
    ]);
    assert.equal(client.published.size, 0);
    assert.equal(await client.stop(), 0);
  });

  test('is told once a file is gone, and nothing is pushed', async (context) => {
    const { client, path, uri } = await opened(context, PULLS);
    const all = await first(client);
    const next = ask(client, all, true);
    rmSync(path('b.cfg'));
    await client.notify('workspace/didDeleteFiles', { files: [{ uri: uri('b.cfg') }] });
    const { items } = await next;
    const gone = items.find((each) => each.uri === uri('b.cfg'));
    assert.ok(gone?.kind === 'full' && gone.items.length === 0);
    const other = items.find((each) => each.uri === uri('a.cfg'));
    assert.ok(other?.kind === 'full' && hasNot('dh-group-mismatch')(other.items));
    // Nothing more is said of what is gone, and an answer that is no longer wanted comes.
    const after = await ask(client, items);
    assert.ok(after.items.every(({ kind }) => kind === 'unchanged'));
    assert.equal(client.published.size, 0);
    assert.equal(await client.stop(), 0);
  });

  test('of one file gets the same name as long as it says the same', async (context) => {
    const { client, uri } = await opened(context, PULLS);
    await first(client);
    await client.open(uri('a.cfg'), PAIR.a);
    const pull = (previousResultId?: string): Promise<DocumentDiagnosticReport> =>
      client.request('textDocument/diagnostic', { textDocument: { uri: uri('a.cfg') }, previousResultId });
    const full = await pull();
    assert.ok(full.kind === 'full' && has('dh-group-mismatch')(full.items));
    assert.deepEqual(await pull(full.resultId), { kind: 'unchanged', resultId: full.resultId });
    await client.open(uri('b.cfg'), HEALTHY.b);
    const other = await pull(full.resultId);
    assert.ok(other.kind === 'full' && hasNot('dh-group-mismatch')(other.items));
    assert.equal(await client.stop(), 0);
  });
});

describe('a client that is told', { timeout: 30_000 }, () => {
  test('hears of files that are not open, once', async (context) => {
    const { client, uri } = await opened(context, {});
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
    await client.diagnosticsUntil(uri('b.cfg'), has('dh-group-mismatch'));
    assert.equal(client.published.get(uri('b.cfg'))?.version, undefined);
    const count = (): number =>
      client.notifications.filter(
        ({ method, params }) =>
          method === 'textDocument/publishDiagnostics' && (params as { uri: string }).uri === uri('b.cfg'),
      ).length;
    const before = count();
    await client.open('file:///elsewhere.cfg', '#\nike peer x\n remote-adress 192.0.2.1\n#\n');
    await client.diagnosticsOf('file:///elsewhere.cfg', 1);
    await client.open(uri('a.cfg'), HEALTHY.a);
    await client.diagnosticsOf(uri('a.cfg'), 1);
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.equal(count(), before);
    assert.equal(await client.stop(), 0);
  });

  test('hears of files in a folder that got another name, and no more of the old one', async (context) => {
    const { client, path, uri } = await opened(context, {});
    await client.diagnosticsUntil(uri('b.cfg'), has('dh-group-mismatch'));
    mkdirSync(path('west'));
    renameSync(path('b.cfg'), path('west/b.cfg'));
    await client.notify('workspace/didRenameFiles', {
      files: [{ oldUri: uri('b.cfg'), newUri: uri('west/b.cfg') }],
    });
    await client.diagnosticsUntil(uri('west/b.cfg'), has('dh-group-mismatch'));
    await client.diagnosticsUntil(uri('b.cfg'), (found) => found.length === 0);
    renameSync(path('west'), path('east'));
    await client.notify('workspace/didRenameFiles', {
      files: [{ oldUri: uri('west'), newUri: uri('east') }],
    });
    await client.diagnosticsUntil(uri('east/b.cfg'), has('dh-group-mismatch'));
    await client.diagnosticsUntil(uri('west/b.cfg'), (found) => found.length === 0);
    rmSync(path('east'), { recursive: true });
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('east'), type: 3 }] });
    await client.diagnosticsUntil(uri('east/b.cfg'), (found) => found.length === 0);
    await client.diagnosticsUntil(uri('a.cfg'), hasNot('dh-group-mismatch'));
    assert.equal(await client.stop(), 0);
  });
});
