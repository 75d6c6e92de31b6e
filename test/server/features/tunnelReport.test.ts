import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tunnelReport } from '../../../server/src/features/tunnelReport';
import { problemDetails, problems, reportable } from '../../../server/src/features/troubleshooting';
import type { ProblemNode } from '../../../server/src/protocol';
import { defaultSettings } from '../../../server/src/workspace/settings';
import { configuration, FW_A, FW_B } from '../workspace/sessions';
import { FOLDER, workspaceOf } from '../troubleshooting/stories';
import { errorInfo } from '../troubleshooting/terminal';

const TUNNEL = 'FW_A/policy/map1/10 ↔ FW_B/policy/map1/10';
const KEYS = ['Winter-Rain-77', 'Summer-Snow-88'] as const;

const keyed = (text: string, key: string): string =>
  text.replace(/pre-shared-key .*/, `pre-shared-key simple ${key}`);

/** Two ends with other groups and other keys, of which somebody has written one into a remark. */
function files() {
  const a = keyed(configuration(FW_A), KEYS[0]).replace(
    'ike peer hq\n',
    `ike peer hq\n description ask for ${KEYS[0]}\n`,
  );
  return {
    'a.cfg': a,
    'night/b.cfg': keyed(configuration(FW_B).replace('dh group14', 'dh group2'), KEYS[1]),
    'night/b.txt': errorInfo('FW_B', [
      { peer: FW_A.own, reason: 'initiator dh mismatch', time: '2026-03-02 09:14:27' },
      { peer: FW_A.own, reason: 'authentication fail', time: '2026-03-02 08:14:27' },
    ]),
  };
}

function reportOf(texts: Readonly<Record<string, string>>, id = TUNNEL): string {
  const report = tunnelReport(workspaceOf(texts).snapshot, id, defaultSettings, [FOLDER]);
  assert.ok(report);
  return report;
}

const walk = (nodes: readonly ProblemNode[]): ProblemNode[] =>
  nodes.flatMap((node) => [node, ...walk(node.children ?? [])]);

describe('the report of a tunnel', () => {
  it('says state, evidence, verdict, causes, repairs', () => {
    const report = reportOf(files());
    for (const part of [
      '# FW_A ↔ FW_B: fails: phase 1',
      '`a.cfg:',
      '`night/b.cfg:10`',
      '`night/b.txt`: captured output, 2 failures, the latest at 2026-03-02 09:14:27',
      '### `initiator dh mismatch`\n\nFW_B, 2026-03-02 09:14:27, explained',
      '**differs**',
      'FW_B: dh group2 in IKE proposal 10',
      '## Repairs',
      'Make FW_B like FW_A: dh group14 in IKE proposal 10 (preferred)',
    ])
      assert.ok(report.includes(part), `${part}\n${report}`);
  });

  it('holds no key and no path of the machine', () => {
    const report = reportOf(files());
    for (const key of KEYS) assert.ok(!report.includes(key));
    assert.match(report, /Copy the key of FW_A/);
    for (const part of ['file:', '/home/', 'somebody']) assert.ok(!report.includes(part), part);
    const without = tunnelReport(workspaceOf(files()).snapshot, TUNNEL);
    assert.ok(without?.includes('`b.txt`') && !without.includes('somebody'));
  });

  it('holds no key either that a name repeats, or one that is too short to be told from a word', () => {
    const [key] = KEYS;
    const named = reportOf(
      Object.fromEntries(Object.entries(files()).map(([name, text]) => [name, text.replaceAll('map1', key)])),
      TUNNEL.replaceAll('map1', key),
    );
    assert.ok(!named.includes(key));
    const short = Object.fromEntries(
      Object.entries(files()).map(([name, text]) => [name, text.replaceAll(key, 'k9z')]),
    );
    assert.ok(!reportOf(short).includes('k9z'));
  });

  it('is made of a healthy tunnel as well, and of nothing else', () => {
    const healthy = { 'a.cfg': configuration(FW_A), 'b.cfg': configuration(FW_B) };
    const { snapshot } = workspaceOf(healthy);
    assert.deepEqual(reportable(snapshot, defaultSettings), [{ id: TUNNEL, title: 'FW_A ↔ FW_B: ok' }]);
    assert.match(reportOf(healthy), /Verdict: \*\*ok\*\*/);
    assert.equal(tunnelReport(snapshot, 'no such tunnel'), undefined);
  });

  it('lists what is still to run', () => {
    const texts = {
      'a.cfg': configuration(FW_A),
      'a.txt': errorInfo('FW_A', [
        { peer: FW_B.own, reason: 'initiator dh mismatch', time: '2026-03-02 09:14:27' },
      ]),
    };
    const report = reportOf(texts, 'FW_A → 203.0.113.2');
    assert.match(report, /On the device at 203\.0\.113\.2:\n\n```huawei-vrp\nscreen-length 0 temporary\n/);
  });
});

describe('the tree of problems', () => {
  it('leads each node to a line, each id once, and shows no key', () => {
    const { snapshot } = workspaceOf(files());
    const [top, ...others] = problems(snapshot, defaultSettings);
    assert.deepEqual(others, []);
    assert.equal(top?.tunnel, TUNNEL);
    const below = walk(problemDetails(snapshot, TUNNEL, defaultSettings));
    const all = [top, ...below];
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
    for (const node of all) {
      if (node.kind !== 'command') assert.ok(node.location, node.label);
      for (const key of KEYS) assert.ok(!JSON.stringify(node).includes(key));
    }
    assert.deepEqual(
      below.filter(({ kind }) => kind === 'cause').map(({ label, state }) => [label, state]),
      [
        ['authentication fail', 'explained'],
        ['initiator dh mismatch', 'explained'],
      ],
    );
    assert.deepEqual(problemDetails(snapshot, 'gone', defaultSettings), []);
  });
});
