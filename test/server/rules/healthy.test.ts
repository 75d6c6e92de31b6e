import { describe, test } from 'node:test';
import { checkHealthy } from './check';
import { CAPTURE, HEALTHY, STYLES } from './fixtures';

describe('a healthy configuration has no errors and no warnings', () => {
  for (const [name, text] of HEALTHY) {
    for (const [style, change] of STYLES) {
      test(`${name}, ${style}`, () => {
        checkHealthy(change(text));
      });
    }
  }
  test('capture', () => {
    checkHealthy(CAPTURE, { language: 'huawei-vrp-output' });
  });
});
