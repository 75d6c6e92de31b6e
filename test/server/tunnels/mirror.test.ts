import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findingsIn } from '../../../server/src/workspace/tunnels';
import { analysedTexts, repaired } from './analysed';
import { healthyPair, type PairTexts } from './pairs';

const healthy = healthyPair('policy', 'IKEv1 main');
const RULES = /( rule 5 .*\n) rule 10 .*\n/;

/** The pair with other rules in the ACLs. */
function withRules(a: string, b: string): PairTexts {
  const lines = (text: string): string => text.replace(/^/gm, ' ').concat('\n');
  return {
    a: healthy.a.replace(RULES, lines(a)),
    b: healthy.b.replace(RULES, lines(b)),
  };
}

/** The rules of `b` after the first preferred repair of a flow, and what becomes of the tunnel. */
function mirrored(a: string, b: string): { rules: string[]; verdict: string | undefined } {
  const pair = withRules(a, b);
  const { snapshot } = analysedTexts({ ...pair });
  const repair = ['a', 'b']
    .flatMap((name) => findingsIn(snapshot, `file:///${name}.cfg`))
    .filter(({ rule }) => rule.id === 'protected-flow-mismatch')
    .flatMap((finding) => finding.repairs?.() ?? [])
    .find(({ edits }) => edits.every(({ uri }) => uri === 'file:///b.cfg'));
  if (!repair) return { rules: [], verdict: undefined };
  const after = repaired({ ...pair }, snapshot, repair);
  return {
    rules: (after['b'] ?? '').match(/(?<=^ )rule .*$/gm) ?? [],
    verdict: analysedTexts(after).tunnels[0]?.verdict,
  };
}

const FLOW = 'ip source 10.1.1.0 0.0.0.255 destination 10.1.2.0 0.0.0.255';
const MIRROR = 'ip source 10.1.2.0 0.0.0.255 destination 10.1.1.0 0.0.0.255';

describe('the mirrored rule', () => {
  for (const [what, flow, image] of [
    [
      'of ports',
      'tcp source 10.1.1.0 0.0.0.255 destination 10.7.7.7 0 destination-port range 80 90',
      'tcp source 10.7.7.7 0 destination 10.1.1.0 0.0.0.255 source-port range 80 90',
    ],
    [
      'of a protocol without a name',
      '99 source 10.1.1.0 0.0.0.255 destination 10.7.7.7 0',
      '99 source 10.7.7.7 0 destination 10.1.1.0 0.0.0.255',
    ],
    ['of any source', 'udp source any destination 10.7.7.7 0', 'udp source 10.7.7.7 0'],
    [
      'of a mask with holes',
      'ip source 10.1.0.7 0.0.255.0 destination 10.7.7.7 0',
      'ip source 10.7.7.7 0 destination 10.1.0.7 0.0.255.0',
    ],
  ] as const)
    test(what, () => {
      const { rules, verdict } = mirrored(
        `rule 5 permit ${FLOW}\nrule 10 permit ${flow}`,
        `rule 5 permit ${MIRROR}`,
      );
      assert.deepEqual(rules, [`rule 5 permit ${MIRROR}`, `rule 10 permit ${image}`]);
      assert.equal(verdict, 'ok');
    });

  const far = 'ip source 10.1.1.0 0.0.0.255 destination 10.7.7.0 0.0.0.255';
  const image = 'ip source 10.7.7.0 0.0.0.255 destination 10.1.1.0 0.0.0.255';
  const a = `rule 5 permit ${FLOW}\nrule 10 permit ${far}`;
  test('has a number that no rule has, also none that was not understood', () => {
    const { rules } = mirrored(a, `rule 5 permit ${MIRROR}\nrule 12 frobnicate`);
    assert.deepEqual(rules.slice(1), ['rule 12 frobnicate', `rule 15 permit ${image}`]);
  });
  test('comes before the rule that denies its packets', () => {
    const { rules, verdict } = mirrored(a, `rule 5 permit ${MIRROR}\nrule 100 deny ip`);
    assert.deepEqual(rules.slice(1), [`rule 10 permit ${image}`, 'rule 100 deny ip']);
    assert.equal(verdict, 'ok');
  });
  test('comes in between where there is little room', () => {
    const { rules } = mirrored(a, `rule 5 permit ${MIRROR}\nrule 8 deny ip`);
    assert.deepEqual(rules.slice(1), [`rule 7 permit ${image}`, 'rule 8 deny ip']);
  });
  test('is not offered where there is no room', () => {
    assert.deepEqual(mirrored(a, `rule 5 permit ${MIRROR}\nrule 6 deny ip`).rules, []);
  });
  test('goes without a number, above the rule that denies, where the device numbers them', () => {
    const { rules, verdict } = mirrored(a, `rule permit ${MIRROR}\nrule deny ip`);
    assert.deepEqual(rules.slice(1), [`rule permit ${image}`, 'rule deny ip']);
    assert.equal(verdict, 'ok');
  });
});

test('perfect forward secrecy that the other end has not is taken out, as devices save no line for it', () => {
  const pair = { ...healthy, b: healthy.b.replace(' pfs dh-group14\n', '') };
  const { snapshot } = analysedTexts({ ...pair });
  const [finding] = findingsIn(snapshot, 'file:///a.cfg').filter(({ rule }) => rule.id === 'pfs-mismatch');
  const repair = finding?.repairs?.().find(({ title }) => title.includes('no pfs'));
  assert.ok(repair);
  assert.equal(repaired(pair, snapshot, repair)['a'], healthy.a.replace(' pfs dh-group14\n', ''));
});
