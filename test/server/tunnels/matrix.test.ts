import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { tunnelRules } from '../../../server/src/rules/tunnel';
import { analysedTexts } from './analysed';
import { FAULTS } from './faults';
import { faultMatrix } from './matrix';
import { healthyPair, STYLES, VERSIONS } from './pairs';

describe('healthy pairs', () => {
  for (const style of STYLES)
    for (const version of VERSIONS)
      test(`${style}, ${version}: ok, and nothing is reported`, () => {
        const { seen, tunnels } = analysedTexts({ ...healthyPair(style, version) });
        assert.deepEqual(
          seen
            .filter(({ severity, rule }) => severity !== 'hint' && rule !== 'clear-text-key')
            .map(({ rule, text, file }) => `${rule} ${file}: ${text}`),
          [],
        );
        assert.deepEqual(
          tunnels.map(({ verdict, unverified }) => ({ verdict, unverified })),
          [{ verdict: 'ok', unverified: [] }],
        );
      });
});

describe('a pair broken at one end is found on the line, on both ends, and repaired', () => {
  for (const { fault, style, version, side, complaints } of faultMatrix())
    test(`${fault.name} (${fault.rule}): ${style}, ${version}, end ${side}`, () => {
      assert.deepEqual(complaints, []);
    });
});

test('every rule about two ends that stops a tunnel has faults in the matrix', () => {
  // Manual policies and address translation need pairs of their own: see further.test.ts.
  const elsewhere = ['manual-sa-mismatch', 'nat-traversal-off', 'ah-through-nat'];
  const found = new Set([...elsewhere, ...FAULTS.map(({ rule }) => rule)]);
  const missing = tunnelRules.filter(({ id, severity }) => severity === 'error' && !found.has(id));
  assert.deepEqual(
    missing.map(({ id }) => id),
    [],
  );
});
