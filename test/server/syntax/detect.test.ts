import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { detectLanguage } from '../../../server/src/syntax/detect';
import { othersSamples } from './othersSamples';
import { ourSamples } from './ourSamples';

describe('files of Huawei devices are recognised', () => {
  for (const { name, text, language } of ourSamples) {
    it(name, () => {
      assert.equal(detectLanguage(text), language);
    });
  }
});

describe('files of others are left alone', () => {
  for (const { name, text } of othersSamples) {
    it(name, () => {
      assert.equal(detectLanguage(text), undefined);
    });
  }
});
