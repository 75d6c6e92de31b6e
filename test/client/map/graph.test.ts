import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { causesIn, graphOf, shapeOf } from '../../../client/map/graph';
import { layout } from '../../../client/map/layout';
import { fill } from '../../../client/map/messages';
import type { OverviewTunnel, TunnelOverview } from '../../../server/src/protocol';

interface Said extends Partial<Omit<OverviewTunnel, 'ends'>> {
  readonly number?: number;
}

function tunnel(a: string, b: string | undefined, said: Said = {}): OverviewTunnel {
  const { number = 10, ...rest } = said;
  return {
    id: `${a}/policy/map1/${number} ↔ ${b ?? '?'}/policy/map1/${number}`,
    verdict: 'ok',
    says: 'ok',
    problems: 0,
    causes: [],
    ends: [
      { device: a, label: 'IPsec policy map1' },
      b === undefined
        ? { label: 'the device at 192.0.2.9', address: '192.0.2.9' }
        : { device: b, label: 'IPsec policy map1' },
    ],
    ...rest,
  };
}

function overviewOf(...tunnels: readonly OverviewTunnel[]): TunnelOverview {
  const names = new Set(tunnels.flatMap(({ ends }) => ends.flatMap(({ device }) => device ?? [])));
  return { devices: [...names].map((name) => ({ name })), tunnels };
}

const WEAK: Said = { verdict: 'fails', causes: ['initiator dh mismatch'] };

const three = overviewOf(
  tunnel('HUB', 'A'),
  tunnel('HUB', 'B', WEAK),
  tunnel('C', 'HUB', { ...WEAK, accepted: true }),
  tunnel('A', undefined, { verdict: 'unknown' }),
);

describe('graph of the map', () => {
  test('has a node for each device and each address, and says of it what becomes of its tunnels', () => {
    const { nodes, edges } = graphOf(three, {});
    assert.deepEqual(
      nodes.map(({ name, tunnels, failing, verdict }) => [name, tunnels, failing, verdict]),
      [
        ['HUB', 3, 1, 'fails'],
        ['A', 2, 0, 'unknown'],
        ['B', 1, 1, 'fails'],
        ['C', 1, 0, 'fails'],
        ['the device at 192.0.2.9', 1, 0, 'unknown'],
      ],
    );
    assert.equal(edges.length, 4);
    const keys = new Set(nodes.map(({ key }) => key));
    assert.ok(edges.every((edge) => edge.nodes.every((key) => keys.has(key))));
  });

  test('is filtered by device, by cause, and by what fails', () => {
    const names = (filter: Parameters<typeof graphOf>[1]): string[] =>
      graphOf(three, filter).nodes.map(({ name }) => name);
    assert.deepEqual(names({ device: 'A' }), ['HUB', 'A', 'the device at 192.0.2.9']);
    assert.deepEqual(names({ cause: 'initiator dh mismatch' }), ['HUB', 'B', 'C']);
    assert.deepEqual(names({ onlyFailing: true }), ['HUB', 'B']);
    assert.deepEqual(names({ device: 'A', onlyFailing: true }), []);
    assert.deepEqual(causesIn(three), [['initiator dh mismatch', 2]]);
  });

  test('draws several tunnels between two devices side by side, whichever end they begin with', () => {
    const { edges } = graphOf(
      overviewOf(
        tunnel('A', 'B', { number: 1 }),
        tunnel('B', 'A', { number: 2 }),
        tunnel('A', 'B', { number: 3 }),
      ),
      {},
    );
    // Seen from A: -1, 0 and 1.
    const lanes = edges.map(({ lane, nodes }) => (nodes[0] === 'device A' ? lane : -lane) + 0);
    assert.deepEqual(lanes, [-1, 0, 1]);
  });

  test('takes those who are called by one address for one, and whoever calls for somebody else each time', () => {
    const anybody = (name: string): OverviewTunnel => ({
      ...tunnel(name, undefined),
      ends: [{ device: name, label: 'IPsec policy template t 1' }, { label: 'whoever calls' }],
    });
    const { nodes } = graphOf(
      overviewOf(tunnel('A', undefined), tunnel('B', undefined), anybody('C'), anybody('D')),
      {},
    );
    assert.deepEqual(
      nodes.map(({ name }) => name).filter((name) => name.length > 1),
      ['the device at 192.0.2.9', 'whoever calls', 'whoever calls'],
    );
  });

  test('keeps its shape while only verdicts change', () => {
    const before = graphOf(overviewOf(tunnel('A', 'B')), {});
    assert.equal(shapeOf(graphOf(overviewOf(tunnel('A', 'B', WEAK)), {})), shapeOf(before));
    assert.notEqual(shapeOf(graphOf(overviewOf(tunnel('A', 'C')), {})), shapeOf(before));
  });
});

const WIDTH = 130;
const HEIGHT = 46;

/** How many pairs of boxes cover each other. */
async function overlaps(overview: TunnelOverview): Promise<number> {
  const places = [...(await layout(graphOf(overview, {}), () => WIDTH)).values()];
  assert.ok(places.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)));
  let found = 0;
  for (const [at, a] of places.entries())
    for (const b of places.slice(at + 1))
      if (Math.abs(a.x - b.x) < WIDTH && Math.abs(a.y - b.y) < HEIGHT) found++;
  return found;
}

describe('layout of the map', () => {
  const star = (count: number): TunnelOverview =>
    overviewOf(...Array.from({ length: count }, (_, at) => tunnel('HUB', `SPOKE_${at}`)));

  test('puts no device upon another, be it two of them, a chain, a ring or a hub with hundreds', async () => {
    const ring = Array.from({ length: 24 }, (_, at) => tunnel(`R${at}`, `R${(at + 1) % 24}`));
    const pairs = Array.from({ length: 60 }, (_, at) => tunnel(`L${at}`, `R${at}`));
    const mesh = Array.from({ length: 8 }, (_, a) =>
      Array.from({ length: a }, (__, b) => tunnel(`M${a}`, `M${b}`)),
    );
    for (const [name, overview] of Object.entries({
      two: overviewOf(tunnel('A', 'B')),
      chain: overviewOf(tunnel('A', 'B'), tunnel('B', 'C'), tunnel('C', 'D')),
      ring: overviewOf(...ring),
      pairs: overviewOf(...pairs),
      mesh: overviewOf(...mesh.flat()),
      star: star(40),
      hundreds: star(400),
      hubs: overviewOf(
        ...Array.from({ length: 6 }, (_, hub) =>
          Array.from({ length: 12 * hub + 3 }, (__, at) => tunnel(`HUB_${hub}`, `SPOKE_${hub}_${at}`)),
        ).flat(),
        ...Array.from({ length: 5 }, (_, hub) => tunnel(`HUB_${hub}`, `HUB_${hub + 1}`)),
      ),
    }))
      assert.equal(await overlaps(overview), 0, name);
  });

  test('is the same each time, and quick for a thousand devices', async () => {
    const graph = graphOf(star(1000), {});
    const begin = performance.now();
    const first = await layout(graph, () => WIDTH);
    assert.ok(performance.now() - begin < 3000, `${performance.now() - begin} ms`);
    assert.deepEqual([...(await layout(graph, () => WIDTH))], [...first]);
  });

  test('of nothing is nothing', async () => {
    assert.equal((await layout({ nodes: [], edges: [] }, () => WIDTH)).size, 0);
  });
});

describe('texts of the map', () => {
  test('have their gaps filled, and keep those for which there is nothing', () => {
    assert.equal(fill('{0} of {1}, {0}', 'a', 2), 'a of 2, a');
    assert.equal(fill('{0} {1}', '{1}'), '{1} {1}');
  });
});
