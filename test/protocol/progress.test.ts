import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  FILE_DEVICES,
  READ_FILE,
  READ_FOLDER,
  TUNNEL_OVERVIEW,
  type FileDevice,
  type TunnelOverview,
} from '../../server/src/protocol';
import { configuration, FW_A, FW_B } from '../server/workspace/sessions';
import { TestClient } from './client';

const FOLDER = 'memfs:/net';

interface Told {
  readonly token: string;
  readonly value: { kind: string; title?: string; message?: string; cancellable?: boolean };
}

/** Starts a server with a folder of `count` files, each of which takes `pause` milliseconds to read. */
async function started(count: number, pause: number, workDoneProgress = true) {
  const created: string[] = [];
  const told: Told[] = [];
  const read = new Set<string>();
  const client = await TestClient.start({ window: { workDoneProgress } }, 'en', [FOLDER]);
  client.connection.onRequest('window/workDoneProgress/create', ({ token }: { token: string }) => {
    created.push(token);
    client.connection.onNotification('$/progress', (each: Told) => {
      told.push(each);
    });
    return null;
  });
  client.connection.onRequest(READ_FOLDER, () =>
    Array.from({ length: count }, (_, at) => ({
      uri: `${FOLDER}/${at}.cfg`,
      name: `${String(at).padStart(4, '0')}.cfg`,
      kind: 'file',
    })),
  );
  client.connection.onRequest(READ_FILE, async ({ uri }: { uri: string }) => {
    read.add(uri);
    await new Promise((resolve) => setTimeout(resolve, pause));
    const text = configuration({ ...FW_A, name: `FW_${uri.split('/').at(-1) ?? ''}` });
    return { base64: Buffer.from(text).toString('base64'), modified: 0 };
  });
  return { client, created, told, read };
}

async function until(what: string, holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 10_000; !holds();) {
    assert.ok(Date.now() < end, what);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('progress of reading folders', { timeout: 40_000 }, () => {
  test('is told once it takes long, and can be ended: what was read counts', async () => {
    const { client, created, told, read } = await started(300, 20);
    await until('the beginning', () => told.some(({ value }) => value.kind === 'begin'));
    const [token] = created;
    const [{ value: first } = { value: undefined }] = told;
    assert.deepEqual(
      [first?.kind, first?.title, first?.cancellable],
      ['begin', 'Reading the files of the workspace', true],
    );
    await until('a report', () => told.some(({ value }) => value.kind === 'report'));
    assert.match(told.find(({ value }) => value.kind === 'report')?.value.message ?? '', /^\d+ files$/);
    await client.notify('window/workDoneProgress/cancel', { token });
    await until('the end', () => told.some(({ value }) => value.kind === 'end'));
    const count = read.size;
    assert.ok(count < 290, String(count));
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.ok(read.size <= count + 1);
    const { tunnels } = await client.request<TunnelOverview>(TUNNEL_OVERVIEW, {});
    assert.ok(tunnels.length > 0);
    assert.equal(await client.stop(), 0);
  });

  test('is told to the end where nobody ends it', async () => {
    const { client, told, read } = await started(40, 15);
    await until('the end', () => told.some(({ value }) => value.kind === 'end'));
    assert.equal(read.size, 41);
    assert.equal(await client.stop(), 0);
  });

  test('is not told of what takes no time, and not to a client that cannot show it', async () => {
    const quick = await started(3, 0);
    await new Promise((resolve) => setTimeout(resolve, 900));
    assert.deepEqual([quick.created, quick.read.size], [[], 4]);
    assert.equal(await quick.client.stop(), 0);
    const plain = await started(40, 15, false);
    await until('all files', () => plain.read.size === 41);
    assert.deepEqual(plain.created, []);
    assert.equal(await plain.client.stop(), 0);
  });
});

describe('the devices of a file over the protocol', { timeout: 20_000 }, () => {
  let client: TestClient;
  before(async () => {
    client = await TestClient.start();
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
  });

  test('are told with product and release', async () => {
    await client.open('file:///a.cfg', configuration(FW_A));
    await client.open('file:///b.txt', '<FW_B>display clock\n<FW_C>display clock\n', 'huawei-vrp-output');
    await client.open('file:///c.cfg', configuration({ ...FW_B, name: 'FW_A' }));
    const devices = async (uri: string): Promise<FileDevice[]> => client.request(FILE_DEVICES, { uri });
    const release = 'USG (V500/V600) V600R007C00SPC500';
    assert.deepEqual(await devices('file:///a.cfg'), [{ name: 'FW_A (a.cfg)', release }]);
    assert.deepEqual(
      (await devices('file:///b.txt')).map(({ name }) => name),
      ['FW_B', 'FW_C'],
    );
    assert.deepEqual(await devices('file:///none.cfg'), []);
  });
});
