import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { causes } from '../../../../server/src/causes';
import { based, broken, FAULTS } from '../../tunnels/faults';
import { placements } from '../../tunnels/matrix';
import { healthyPair, STYLES, VERSIONS } from '../../tunnels/pairs';
import { analyseWorkspace } from '../../../../server/src/workspace/tunnels';
import { errorInfo, saidOf, snapshotOf } from './captured';

const LISTED = causes.filter(({ listed }) => listed).map(({ name }) => name);
/** Whom each device speaks of. */
const PEER = { FW_A: '198.51.100.2', FW_B: '203.0.113.1' } as const;

/** A time of its own for each row: what two ends recorded at one moment explains the other. */
function timeOf(row: number): string {
  return new Date(Date.UTC(2026, 9, 1, 3 * row)).toISOString().slice(0, 19).replace('T', ' ');
}

function capture(device: keyof typeof PEER, reasons: readonly string[], shift = 0): string {
  return errorInfo(
    device,
    reasons.map((reason, row) => ({ peer: PEER[device], reason, time: timeOf(2 * row + shift) })),
  );
}

describe('printed causes of healthy pairs', () => {
  for (const style of STYLES)
    for (const version of VERSIONS)
      test(`${style}, ${version}: none is explained, whichever is printed`, () => {
        const { a, b } = healthyPair(style, version);
        const snapshot = snapshotOf({
          'a.cfg': a,
          'b.cfg': b,
          'a.txt': capture('FW_A', LISTED),
          'b.txt': capture('FW_B', LISTED, 1),
        });
        for (const file of ['a.txt', 'b.txt']) {
          const said = saidOf(snapshot, file);
          assert.ok(said.length > 40);
          assert.deepEqual(
            said.filter(({ code }) => code === 'cause-explained').map(({ message }) => message),
            [],
          );
        }
      });
});

describe('printed causes of broken pairs', () => {
  for (const { name } of FAULTS)
    test(`${name}: each cause that is predicted leads to it, on both devices`, () => {
      for (const { fault, style, version, side } of placements().filter(
        ({ fault: each }) => each.name === name,
      )) {
        const { a, b } = broken(based(healthyPair(style, version), fault), side, fault);
        const alone = snapshotOf({ 'a.cfg': a, 'b.cfg': b });
        const predicted = analyseWorkspace(alone).judgements.flatMap((judgement) => judgement.causes);
        const reasons = fault.causes.filter((cause) => predicted.includes(cause));
        const snapshot = snapshotOf({
          'a.cfg': a,
          'b.cfg': b,
          'a.txt': capture('FW_A', reasons),
          'b.txt': capture('FW_B', reasons, 1),
        });
        const where = `${style}, ${version}, ${side}`;
        assert.ok(reasons.length > 0, where);
        for (const file of ['a.txt', 'b.txt']) {
          const said = saidOf(snapshot, file);
          assert.deepEqual(
            said.map(({ code }) => code),
            reasons.map(() => 'cause-explained'),
            `${where}: ${said.map(({ message }) => message).join('\n')}`,
          );
        }
      }
    });
});
