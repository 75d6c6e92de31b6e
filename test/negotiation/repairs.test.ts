import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analysedTexts, repaired, type Texts } from '../server/tunnels/analysed';
import { pairOf } from './generate';
import { huaweiConfiguration } from './huawei';

const SEED = 815;

/** More repairs than a pair can need. */
const LIMIT = 25;

/** Carries out preferred repairs, one after the other, until no error is left; throws where one has none. */
function repairedCompletely(texts: Texts): Texts {
  let current = texts;
  for (let count = 0; count < LIMIT; count++) {
    const { seen, snapshot } = analysedTexts(current);
    const errors = seen.filter(({ severity }) => severity === 'error');
    const [first] = errors;
    if (!first) return current;
    const repair = errors
      .flatMap(({ finding }) => finding.repairs?.() ?? [])
      .find(({ preferred }) => preferred);
    assert.ok(repair, `no preferred repair for "${first.text}" (${first.rule})`);
    current = repaired(current, snapshot, repair);
  }
  throw new Error('the repairs have no end');
}

describe('the preferred repairs', () => {
  it('make every random pair agree', () => {
    for (let index = 0; index < 60; index++) {
      const pair = pairOf(SEED, index);
      const [a, b] = pair.ends;
      const texts = { FW_A: huaweiConfiguration(a), FW_B: huaweiConfiguration(b) };
      const message = `pair ${index}: ${pair.differences.join(', ')}`;
      const { tunnels } = analysedTexts(repairedCompletely(texts));
      assert.deepEqual(
        tunnels
          .filter(({ ends }) => ends.every(({ device }) => device !== null))
          .map(({ verdict }) => verdict),
        ['ok'],
        message,
      );
    }
  });
});
