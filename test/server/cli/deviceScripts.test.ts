import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { broken, FAULTS } from '../tunnels/faults';
import { healthyPair } from '../tunnels/pairs';
import { printed } from '../tunnels/printed';
import { run, withFolder } from './run';

type Repairs = readonly {
  readonly title: string;
  readonly preferred: boolean;
  readonly edits: readonly unknown[];
  readonly commands?: readonly {
    readonly device: string;
    readonly lines: readonly string[];
    readonly remarks: readonly string[];
  }[];
}[];

const fault = FAULTS.find(({ rule }) => rule === 'dh-group-mismatch');
assert.ok(fault);
describe('repairs of what a device printed', () => {
  const { a, b } = broken(healthyPair('policy', 'IKEv2'), 'b', fault);
  const repairsIn = async (files: Readonly<Record<string, string>>, name: string): Promise<Repairs> =>
    withFolder(files, (folder) => {
      const report = JSON.parse(run('check', '--format', 'json', folder).stdout) as {
        diagnostics: { file: string; code: string; repairs: Repairs }[];
      };
      const found = report.diagnostics.find(
        ({ file, code }) => file.endsWith(name) && code === 'dh-group-mismatch',
      );
      return found?.repairs ?? [];
    });
  it('are commands for the device, and no edits', async () => {
    const repairs = await repairsIn({ 'a.cfg': a, 'b.log': printed(b) }, 'b.log');
    assert.deepEqual(
      repairs.map(({ title, preferred, edits, commands }) => [title, preferred, edits.length, commands]),
      [
        ['Make FW_A like FW_B: dh group19 in IKE proposal 10', true, 1, undefined],
        [
          'Make FW_B like FW_A: dh group14 in IKE proposal 10',
          false,
          0,
          [
            {
              device: 'FW_B',
              lines: ['system-view', 'ike proposal 10', 'dh group14', 'return'],
              remarks: ['On VRP8, type commit before return.'],
            },
          ],
        ],
      ],
    );
  });
  it('have no commands where edits do it all', async () => {
    const repairs = await repairsIn({ 'a.cfg': a, 'b.cfg': b }, 'b.cfg');
    assert.equal(repairs.length, 2);
    assert.ok(repairs.every((each) => !('commands' in each) && each.edits.length > 0));
  });
});
