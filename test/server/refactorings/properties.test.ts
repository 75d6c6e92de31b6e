import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pairOf } from '../../negotiation/generate';
import { huaweiConfiguration } from '../../negotiation/huawei';
import type { Texts } from '../tunnels/analysed';
import { healthyPair, STYLES, VERSIONS } from '../tunnels/pairs';
import { checkPromises, offeredAt } from './refactored';

/** Random pairs of devices whose tunnel comes up. */
function* healthyPairs(count: number): Generator<{ readonly name: string; readonly texts: Texts }> {
  for (let index = 0, found = 0; found < count; index++) {
    const pair = pairOf(4711, index);
    if (pair.differences.length > 0) continue;
    found++;
    const [a, b] = pair.ends;
    yield { name: `pair ${index}`, texts: { FW_A: huaweiConfiguration(a), FW_B: huaweiConfiguration(b) } };
  }
}

/** The lines that open the views in which something may be offered. */
const OPENERS = /^(?:ike (?:peer|prop\w*)|ipsec (?:policy|policy-template|profile|proposal)) .*$/gm;

function openersIn(text: string): string[] {
  return [...text.matchAll(OPENERS)].map(([line]) => line.trim());
}

/** Carries out everything that is offered anywhere, each from the same texts, and looks at what comes of it. */
function checkAll(texts: Texts): Map<string, number> {
  const counts = new Map<string, number>();
  for (const file of Object.keys(texts))
    for (const line of openersIn((texts[file] ?? '').replaceAll('\r', '')))
      for (const each of offeredAt(texts, file, line)) {
        checkPromises(texts, each, file, line);
        counts.set(each.id, (counts.get(each.id) ?? 0) + 1);
      }
  return counts;
}

describe('refactorings of healthy pairs', () => {
  for (const style of STYLES)
    for (const version of VERSIONS)
      test(`${style}, ${version}`, () => {
        const { a, b } = healthyPair(style, version);
        const counts = checkAll({ a, b });
        assert.equal(counts.get('migrate-to-ikev2'), version === 'IKEv2' ? undefined : 2);
        assert.equal(counts.get('strengthen-algorithms'), undefined);
        const weak = (text: string): string =>
          text
            .replace(' dh group14', ' dh group2')
            .replace(
              'authentication-algorithm sha2-256\n authentication-method',
              'authentication-algorithm sha1\n authentication-method',
            )
            .replace('esp encryption-algorithm aes-256', 'esp encryption-algorithm 3des')
            .replace('pfs dh-group14', 'pfs dh-group5');
        const weakened = checkAll({ a: weak(a), b: weak(b) });
        assert.equal(weakened.get('strengthen-algorithms'), 8);
      });

  test('random ones', () => {
    const sums = new Map<string, number>();
    for (const { name, texts } of healthyPairs(24))
      try {
        for (const [id, count] of checkAll(texts)) sums.set(id, (sums.get(id) ?? 0) + count);
      } catch (error) {
        throw new Error(`${name}: ${String(error)}\n${Object.values(texts).join('\n')}`, { cause: error });
      }
    for (const id of ['strengthen-algorithms', 'extract-proposal', 'migrate-to-ikev2', 'merge-proposals'])
      assert.ok((sums.get(id) ?? 0) > 0, id);
  });
});
