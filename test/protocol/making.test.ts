import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  CHECK_NEW_PAIR,
  NEW_PAIR,
  NEW_PAIR_PRODUCTS,
  REDACTED,
  TUNNEL_OVERVIEW,
  type NewPairEnd,
  type NewPairFile,
  type NewPairProduct,
  type TunnelOverview,
} from '../../server/src/protocol';
import { TestClient } from './client';

describe('texts made for a person over the protocol', { timeout: 20_000 }, () => {
  let client: TestClient;
  before(async () => {
    client = await TestClient.start({}, 'zh-cn');
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
  });

  test('a copy of a file without its keys', async () => {
    await client.open('file:///a.cfg', 'sysname A\nike peer b\n pre-shared-key Winter-Rain-77\n');
    const copy = await client.request<string>(REDACTED, { uri: 'file:///a.cfg' });
    assert.equal(copy, 'sysname A\nike peer b\n pre-shared-key Masked-1\n');
    assert.equal(await client.request<string | null>(REDACTED, { uri: 'file:///b.cfg' }), null);
    await client.notify('textDocument/didClose', { textDocument: { uri: 'file:///a.cfg' } });
  });

  test('a new pair, which the server finds to come up', async () => {
    const [product] = await client.request<NewPairProduct[]>(NEW_PAIR_PRODUCTS, {});
    assert.ok(product);
    const end = (name: string, address: string, network: string): NewPairEnd => ({
      name,
      product: product.id,
      interface: product.interface,
      address,
      network,
    });
    const ends = [end('FW_A', '203.0.113.1/24', '10.1.1.0/24'), end('FW_B', '203.0.113.2/24', '10.1.2.0/24')];
    const check = { field: 'name', value: 'FW_A', other: 'FW_A' };
    assert.equal(typeof (await client.request<string | null>(CHECK_NEW_PAIR, check)), 'string');
    assert.equal(await client.request<string | null>(CHECK_NEW_PAIR, { ...check, other: 'FW_B' }), null);
    const files = await client.request<NewPairFile[]>(NEW_PAIR, { ends });
    assert.deepEqual(
      files.map(({ name }) => name),
      ['fw_a.cfg', 'fw_b.cfg'],
    );
    for (const { name, text } of files) await client.open(`file:///${name}`, text);
    const { tunnels } = await client.request<TunnelOverview>(TUNNEL_OVERVIEW, {});
    assert.deepEqual(
      tunnels.map(({ verdict, problems }) => [verdict, problems]),
      [['ok', 0]],
    );
    for (const { name } of files) assert.deepEqual(await client.diagnosticsOf(`file:///${name}`), []);
  });
});
