import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analysedTexts, repaired, type Seen, type Texts } from './analysed';
import { healthyPair, type Side, type Version } from './pairs';

/** A healthy pair with lines of the devices, and of the peers, added at either end. */
function pairWith(version: Version, added: Partial<Record<Side, { peer?: string; device?: string }>>): Texts {
  const pair = healthyPair('policy', version);
  const text = (side: Side): string => {
    const { peer, device } = added[side] ?? {};
    const withPeer = peer
      ? pair[side].replace(' ike-proposal 10\n', ` ike-proposal 10\n ${peer}\n`)
      : pair[side];
    return device ? withPeer.replace('return', `${device}\nreturn`) : withPeer;
  };
  return { a: text('a'), b: text('b') };
}

const of = (seen: readonly Seen[], rule: string): Seen[] => seen.filter((each) => each.rule === rule);
const shown = (seen: readonly Seen[], rule: string): string[] =>
  of(seen, rule).map(({ severity, file, text }) => `${severity} ${file}: ${text}`);

/** The texts after the preferred repair of the first finding of a rule. */
function afterRepair(texts: Texts, rule: string): Texts {
  const { seen, snapshot } = analysedTexts(texts);
  const [first] = of(seen, rule);
  const repair = first?.finding.repairs?.().find(({ preferred }) => preferred);
  assert.ok(repair);
  return repaired(texts, snapshot, repair);
}

describe('dead peer detection on one end', () => {
  const RULE = 'dpd-on-one-end';

  for (const [what, one] of [
    ['of a peer', { peer: 'dpd type on-demand' }],
    ['of the device', { device: 'ike dpd type on-demand' }],
  ] as const)
    test(`${what}: said on both under IKEv1, and the tunnel stays ok`, () => {
      const texts = pairWith('IKEv1 main', { a: one });
      const { seen, tunnels } = analysedTexts(texts);
      assert.deepEqual(shown(seen, RULE), [
        `information a: ${Object.values(one)[0]}`,
        'information b: ike peer fw_a',
      ]);
      assert.equal(tunnels[0]?.verdict, 'ok');
      const after = afterRepair(texts, RULE);
      assert.match(after['b'] ?? '', /^ike peer fw_a\n(?: .*\n)* dpd type on-demand\n/m);
      assert.deepEqual(shown(analysedTexts(after).seen, RULE), []);
    });

  test('is right under IKEv2', () => {
    const { seen } = analysedTexts(pairWith('IKEv2', { a: { peer: 'dpd type periodic' } }));
    assert.deepEqual(shown(seen, RULE), []);
  });

  test('is not said where the other end has it otherwise, or may have it outside an excerpt', () => {
    const global = pairWith('IKEv1 main', {
      a: { peer: 'dpd type periodic' },
      b: { device: 'ike dpd type periodic' },
    });
    assert.deepEqual(shown(analysedTexts(global).seen, RULE), []);
    const { a = '', b = '' } = pairWith('IKEv1 main', { a: { peer: 'dpd type periodic' } });
    const excerpt = b.slice(b.indexOf('acl number')).replace('return', '');
    assert.deepEqual(shown(analysedTexts({ a, b: excerpt }).seen, RULE), []);
  });
});

describe('heartbeats of different forms', () => {
  const RULE = 'heartbeat-form-mismatch';
  const timers = 'ike heartbeat-timer interval 20\nike heartbeat-timer timeout 60';

  test('are found on both ends, and made equal', () => {
    const texts = pairWith('IKEv1 main', {
      a: { device: `ike heartbeat seq-num new\n${timers}` },
      b: { device: `ike heartbeat spi-list\n${timers}` },
    });
    assert.deepEqual(shown(analysedTexts(texts).seen, RULE), [
      'warning a: ike heartbeat seq-num new',
      'warning b: ike heartbeat spi-list',
    ]);
    const after = afterRepair(texts, RULE);
    assert.match(after['b'] ?? '', /^ike heartbeat seq-num new$/m);
    assert.deepEqual(shown(analysedTexts(after).seen, RULE), []);
  });

  test('against the default: the line goes', () => {
    const texts = pairWith('IKEv1 aggressive', {
      a: { device: `ike heartbeat seq-num new\n${timers}` },
      b: { device: timers },
    });
    assert.deepEqual(shown(analysedTexts(texts).seen, RULE), [
      'warning a: ike heartbeat seq-num new',
      'warning b: ike heartbeat-timer interval 20',
    ]);
    const after = afterRepair(texts, RULE);
    assert.doesNotMatch(after['a'] ?? '', /^ike heartbeat seq-num/m);
    assert.deepEqual(shown(analysedTexts(after).seen, RULE), []);
  });

  test('do not count where they are equal, unused or of IKEv2', () => {
    const healthy: Texts[] = [
      pairWith('IKEv1 main', {
        a: { device: `ike heartbeat seq-num old\n${timers}` },
        b: { device: timers },
      }),
      pairWith('IKEv1 main', { a: { device: 'ike heartbeat seq-num new' } }),
      pairWith('IKEv2', {
        a: { device: `ike heartbeat spi-list\n${timers}` },
        b: { device: timers },
      }),
    ];
    for (const texts of healthy) assert.deepEqual(shown(analysedTexts(texts).seen, RULE), []);
  });
});
