import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DIFFERENCE_NAMES } from './differences';
import { factsOfHuawei, factsOfSwanctl } from './facts';
import { pairOf } from './generate';
import { huaweiConfiguration } from './huawei';
import { SIDES, flowsOf, type End, type Pair } from './pair';
import { CAPABILITIES } from './products';
import { swanctlConfiguration } from './swanctl';

const SEED = 4711;
const pairs: readonly Pair[] = Array.from({ length: 500 }, (_, index) => pairOf(SEED, index));
const ends: readonly End[] = pairs.flatMap((pair) => pair.ends);

/** Every value that a function finds at the ends of the pairs. */
function seen(values: (end: End) => readonly unknown[]): Set<unknown> {
  return new Set(ends.flatMap(values));
}

function assertAll(found: Set<unknown>, wanted: readonly unknown[]): void {
  assert.deepEqual(
    wanted.filter((each) => !found.has(each)),
    [],
    'never drawn',
  );
}

describe('random pairs', () => {
  it('are the same for the same seed and number', () => {
    for (const index of [0, 1, 99]) assert.deepEqual(pairOf(SEED, index), pairs[index]);
  });

  it('are others for another seed', () => {
    assert.notDeepEqual(pairOf(SEED + 1, 0).ends, pairs[0]?.ends);
  });

  it('are healthy for about a third', () => {
    const healthy = pairs.filter(({ differences }) => differences.length === 0).length / pairs.length;
    assert.ok(healthy > 0.25 && healthy < 0.5, String(healthy));
  });

  it('have up to three differences, of every name', () => {
    const counts = new Set(pairs.map(({ differences }) => differences.length));
    assertAll(counts, [0, 1, 2, 3]);
    const made = new Set(
      pairs.flatMap(({ differences }) => differences.map((each) => each.replace(/ at .*/, ''))),
    );
    assertAll(made, DIFFERENCE_NAMES);
  });

  it('take in every product, kind of end, version and mode', () => {
    assertAll(
      seen(({ style }) => [style.product]),
      Object.keys(CAPABILITIES),
    );
    assertAll(
      seen(({ kind }) => [kind]),
      ['policy', 'template', 'profile', 'gre-profile'],
    );
    assertAll(
      seen(({ v1, v2 }) => [`${v1} ${v2}`]),
      ['true false', 'false true', 'true true'],
    );
    assertAll(
      seen(({ v1, exchangeMode }) => (v1 ? [exchangeMode] : [])),
      ['main', 'aggressive', 'auto'],
    );
    assertAll(
      seen(({ mode }) => [mode]),
      ['tunnel', 'transport', 'auto'],
    );
    assertAll(
      seen(({ transform }) => [transform]),
      ['esp', 'ah'],
    );
  });

  it('take in every algorithm', () => {
    const { encryption, hash, integrity, prf = [], dh, espEncryption } = CAPABILITIES['usg-v500'];
    for (const [field, wanted] of [
      ['encryption', [...encryption, ...CAPABILITIES.vrp8.encryption]],
      ['hash', hash],
      ['integrity', integrity],
      ['prf', prf],
      ['dh', [...dh, ...CAPABILITIES.vrp8.dh]],
    ] as const)
      assertAll(
        seen(({ ikeProposals }) => ikeProposals.flatMap((proposal) => proposal[field])),
        wanted,
      );
    assertAll(
      seen(({ ipsecProposals }) => ipsecProposals.flatMap((each) => each.encryption)),
      espEncryption,
    );
    assertAll(
      seen(({ ipsecProposals }) => ipsecProposals.flatMap((each) => each.authentication)),
      hash,
    );
    assertAll(
      seen(({ transform, ipsecProposals }) =>
        transform === 'ah'
          ? []
          : ipsecProposals.flatMap((each) =>
              [each.encryption.length, each.authentication.length].map((count) => count === 0),
            ),
      ),
      [true, false],
    );
    assertAll(
      seen(({ pfs }) => [pfs]),
      [undefined, 'group2', 'group5', 'group14', 'group19', 'group20'],
    );
  });

  it('offer one to three IKE proposals, one or two IPsec proposals, one to three flows', () => {
    assertAll(
      seen(({ ikeProposals }) => [ikeProposals.length]),
      [1, 2, 3],
    );
    assertAll(
      seen(({ ipsecProposals }) => [ipsecProposals.length]),
      [1, 2],
    );
    assertAll(
      seen((end) => [flowsOf(end)?.length]),
      [undefined, 1, 2, 3],
    );
  });

  it('take in every kind of ID, flow and key', () => {
    for (const id of ['localId', 'remoteId'] as const)
      assertAll(
        seen((end) => [end[id]?.type]),
        [undefined, 'ip', 'fqdn', 'user-fqdn'],
      );
    const flows = ends.flatMap((end) => flowsOf(end) ?? []);
    assertAll(new Set(flows.map(({ protocol }) => protocol)), ['ip', 'icmp', 'tcp', 'udp', 'gre']);
    assertAll(new Set(flows.map(({ source }) => source.length)), [0, 16, 24, 25, 32]);
    assertAll(new Set(flows.map(({ sourcePort }) => sourcePort !== undefined)), [true, false]);
    assertAll(new Set(flows.map(({ destinationPort }) => destinationPort !== undefined)), [true, false]);
    assertAll(
      seen(({ key }) => [key]),
      ['Example-Key-1', 'Example-Key-2'],
    );
    assertAll(
      seen(({ style }) => [style.key]),
      ['plain', 'cipher'],
    );
  });

  it('are written in every manner', () => {
    for (const manner of [
      'marks',
      'abbreviated',
      'omitsDefaults',
      'namesLocalAddress',
      'namedAcl',
      'decoys',
      'worn',
      'denies',
      'reserve',
    ] as const)
      assertAll(
        seen(({ style }) => [style[manner]]),
        [true, false],
      );
    assertAll(
      seen(({ style }) => [style.shuffle > 0]),
      [true, false],
    );
    assertAll(
      seen(({ remote }) => [remote === undefined]),
      [true, false],
    );
    assertAll(
      seen(({ local, address }) => [local === address]),
      [true, false],
    );
    assertAll(
      seen(({ lifetime }) => [lifetime === undefined]),
      [true, false],
    );
  });
});

describe('the two writers', () => {
  it('say the same of every end', () => {
    for (const pair of pairs) {
      for (const side of SIDES) {
        const end = pair.ends[side];
        const [huawei, swanctl] = [huaweiConfiguration(end), swanctlConfiguration(end)];
        const { key, mode, ...read } = factsOfHuawei(huawei);
        const { key: secret, mode: encapsulation, ...written } = factsOfSwanctl(swanctl);
        const message = `pair ${pair.index}, ${end.name}\n${huawei}\n${swanctl}`;
        assert.deepEqual(read, written, message);
        assert.equal(key ?? end.key, secret, message);
        assert.equal(key === undefined, end.style.key === 'cipher', message);
        assert.equal(mode === 'auto' ? 'tunnel' : mode, encapsulation, message);
      }
    }
  });

  it('say what the pair says', () => {
    // The comparison above would not notice what both leave out.
    const [end] = pairOf(SEED, 0).ends;
    const changed: End = {
      ...end,
      kind: 'policy',
      local: end.spareAddress,
      remote: '192.0.2.77',
      v1: false,
      v2: true,
      key: 'Example-Key-2',
      style: { ...end.style, product: 'usg-v500', key: 'plain' },
      localId: { type: 'user-fqdn', value: 'fw@c.example' },
      remoteId: { type: 'fqdn', value: 'd.example' },
      transform: 'esp',
      mode: 'transport',
      pfs: 'group19',
      ikeProposals: [
        {
          number: 10,
          encryption: ['aes-192'],
          hash: ['md5'],
          integrity: ['aes-xcbc-96'],
          prf: ['hmac-md5'],
          dh: ['group24'],
        },
      ],
      ipsecProposals: [{ name: 'tran1', encryption: ['3des', 'aes-128-gcm-128'], authentication: ['sha1'] }],
      flows: [
        {
          protocol: 'udp',
          source: { address: '10.1.1.128', length: 25 },
          destination: { address: '10.2.0.0', length: 16 },
          destinationPort: 5060,
        },
      ],
    };
    const wanted = {
      local: end.spareAddress,
      remote: '192.0.2.77',
      versions: ['2'],
      ike: { 1: [], 2: ['aes-192 aes-xcbc-96 hmac-md5 group24'] },
      localId: 'user-fqdn fw@c.example',
      remoteId: 'fqdn d.example',
      key: 'Example-Key-2',
      mode: 'transport',
      ipsec: ['esp 3des sha1', 'esp aes-128-gcm-128'],
      pfs: 'group19',
      flows: ['17 10.1.1.128/25 * 10.2.0.0/16 5060'],
    };
    assert.deepEqual(factsOfHuawei(huaweiConfiguration(changed)), wanted);
    assert.deepEqual(factsOfSwanctl(swanctlConfiguration(changed)), wanted);
  });

  it('let an end with mode auto answer in the mode that is asked for', () => {
    const auto: End = { ...pairOf(SEED, 0).ends[0], mode: 'auto' };
    assert.equal(factsOfSwanctl(swanctlConfiguration(auto)).mode, 'tunnel');
    assert.equal(factsOfSwanctl(swanctlConfiguration(auto, 'tunnel')).mode, 'tunnel');
    assert.equal(factsOfSwanctl(swanctlConfiguration(auto, 'transport')).mode, 'transport');
  });
});
