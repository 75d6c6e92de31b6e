import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { PROBLEMS_CHANGED, TUNNEL_OVERVIEW, type TunnelOverview } from '../../server/src/protocol';
import { configuration, FW_A, FW_B } from '../server/workspace/sessions';
import { TestClient } from './client';

describe('the tunnels of the workspace over the protocol', { timeout: 20_000 }, () => {
  let client: TestClient;
  let changed: (() => void) | undefined;
  const nextChange = (): Promise<void> =>
    new Promise((resolve) => {
      changed = resolve;
    });
  const overview = (): Promise<TunnelOverview> => client.request(TUNNEL_OVERVIEW, {});

  before(async () => {
    client = await TestClient.start();
    client.connection.onNotification(PROBLEMS_CHANGED, () => changed?.());
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
  });

  test('are told, and who has asked for them is told of changes', async () => {
    assert.deepEqual(await overview(), { devices: [], tunnels: [] });
    const a = configuration(FW_A);
    await client.open('file:///a.cfg', a);
    const told = nextChange();
    await client.open('file:///b.cfg', configuration(FW_B));
    await told;
    const { devices, tunnels } = await overview();
    assert.deepEqual(
      devices.map(({ name, release }) => [name, release]),
      [
        ['FW_A', 'USG (V500/V600) V600R007C00SPC500'],
        ['FW_B', 'USG (V500/V600) V600R007C00SPC500'],
      ],
    );
    assert.deepEqual(
      tunnels.map(({ verdict, says }) => [verdict, says]),
      [['ok', 'ok']],
    );
    const line = a.split('\n').indexOf(' dh group14');
    const toldAgain = nextChange();
    await client.notify('textDocument/didChange', {
      textDocument: { uri: 'file:///a.cfg', version: 2 },
      contentChanges: [
        {
          range: { start: { line, character: 0 }, end: { line, character: 11 } },
          text: ' dh group2',
        },
      ],
    });
    await toldAgain;
    const [tunnel] = (await overview()).tunnels;
    assert.deepEqual([tunnel?.verdict, tunnel?.says, tunnel?.problems], ['fails', 'fails: phase 1', 1]);
    assert.equal(tunnel?.ends[0].location?.uri, 'file:///a.cfg');
  });
});
