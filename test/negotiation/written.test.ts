import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agrees, judgedTexts, outcomeText } from './report';
import { writtenPairs } from './written';

describe('pairs written by hand', () => {
  for (const { name, reason, expected, configurations } of writtenPairs())
    it(`${name}: ${outcomeText(expected)}`, () => {
      const judged = judgedTexts(...configurations);
      assert.equal(outcomeText(judged.outcome), outcomeText(expected), `${reason}\n${judged.text}`);
      assert.ok(agrees(expected, judged, 1), judged.text);
    });
});
