import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defaultSettings, languageService, Workspace } from '../../../../server/src/languageService';
import { evidenceScripts } from '../../../../server/src/troubleshooting/evidence';
import { broken, FAULTS } from '../../tunnels/faults';
import { healthyPair } from '../../tunnels/pairs';
import { errorInfo, log, saidOf, snapshotOf, uriOf } from './captured';

const fault = (rule: string) => {
  const found = FAULTS.find((each) => each.rule === rule);
  assert.ok(found);
  return found;
};

const healthy = healthyPair('policy', 'IKEv2');
const B = '198.51.100.2';
const A = '203.0.113.1';

describe('a printed cause', () => {
  test('leads to the lines of both ends, with both values', () => {
    const { a, b } = broken(healthy, 'b', fault('dh-group-mismatch'));
    const snapshot = snapshotOf({
      'a.cfg': a,
      'b.cfg': b,
      'a.txt': errorInfo('FW_A', [{ peer: B, reason: 'initiator dh mismatch' }]),
    });
    const [said, ...others] = saidOf(snapshot, 'a.txt');
    assert.deepEqual(others, []);
    assert.ok(said);
    assert.equal(said.code, 'cause-explained');
    assert.equal(said.line, 6);
    assert.equal(said.severity, 1);
    assert.match(
      said.message,
      /^initiator dh mismatch for 198\.51\.100\.2 \(2026-11-25 20:01:02\), because: /,
    );
    assert.match(said.message, /FW_A has dh group14 .* FW_B has group19/);
    const lineOf = (text: string, word: string): number => text.split('\n').indexOf(word) + 1;
    assert.deepEqual(said.related, [
      `a.cfg:${String(lineOf(a, ' dh group14'))} FW_A: dh group14 in IKE proposal 10`,
      `b.cfg:${String(lineOf(b, ' dh group19'))} FW_B: dh group19 in IKE proposal 10`,
    ]);
  });

  test('seen by the other device speaks from its side', () => {
    const { a, b } = broken(healthy, 'b', fault('dh-group-mismatch'));
    const snapshot = snapshotOf({
      'a.cfg': a,
      'b.cfg': b,
      'b.txt': errorInfo('FW_B', [{ peer: A, reason: 'responder dh mismatch' }]),
    });
    const [said] = saidOf(snapshot, 'b.txt');
    assert.match(said?.message ?? '', /FW_B has dh group19 .* FW_A has group14/);
  });

  test('offers the repair on its row, and is contradicted once that is made', () => {
    const { a, b } = broken(healthy, 'b', fault('dh-group-mismatch'));
    const capture = errorInfo('FW_A', [{ peer: B, reason: 'phase1 proposal mismatch' }]);
    const workspace = new Workspace();
    workspace.set(uriOf('a.cfg'), a, 'huawei-vrp', 1);
    workspace.set(uriOf('b.cfg'), b, 'huawei-vrp', 1);
    workspace.set(uriOf('a.txt'), capture, 'huawei-vrp-output', 1);
    const [row] = languageService
      .diagnostics(workspace.snapshot, uriOf('a.txt'), defaultSettings)
      .filter(({ code }) => code === 'cause-explained');
    assert.ok(row);
    const actions = languageService.codeActions(workspace.snapshot, uriOf('a.txt'), row.range, {
      settings: defaultSettings,
      diagnostics: [row],
      snippets: false,
      commands: false,
    });
    const repairs = actions.filter(({ diagnostics }) => diagnostics?.[0]?.code === 'cause-explained');
    assert.ok(repairs.length > 0);
    assert.ok(repairs.filter(({ isPreferred }) => isPreferred).length <= 1);
    const [repair] = repairs;
    for (const change of repair?.edit?.documentChanges ?? []) {
      assert.ok('textDocument' in change);
      const edits = change.edits as { range: (typeof row)['range']; newText: string }[];
      workspace.change(
        change.textDocument.uri,
        edits.map(({ range, newText }) => ({ range, text: newText })),
        2,
      );
    }
    const said = saidOf(workspace.snapshot, 'a.txt');
    assert.deepEqual(
      said.map(({ code, severity }) => [code, severity]),
      [['cause-contradicted', 3]],
    );
    assert.match(said[0]?.message ?? '', /FW_A, FW_B nothing leads to it now/);
  });

  test('of a healthy pair is no error', () => {
    const snapshot = snapshotOf({
      'a.cfg': healthy.a,
      'b.cfg': healthy.b,
      'a.txt': errorInfo('FW_A', [
        { peer: B, reason: 'phase1 proposal mismatch' },
        { peer: B, reason: 'flow or peer mismatch' },
      ]),
    });
    assert.deepEqual(
      saidOf(snapshot, 'a.txt').map(({ code, severity }) => [code, severity]),
      [
        ['cause-contradicted', 3],
        ['cause-contradicted', 3],
      ],
    );
  });

  test('that something else than the present problem causes is not explained by that', () => {
    const { a, b } = broken(healthy, 'b', fault('dh-group-mismatch'));
    const snapshot = snapshotOf({
      'a.cfg': a,
      'b.cfg': b,
      'a.txt': errorInfo('FW_A', [{ peer: B, reason: 'flow or peer mismatch' }]),
    });
    const [said] = saidOf(snapshot, 'a.txt');
    assert.equal(said?.code, 'cause-contradicted');
    assert.match(said.message, /stops for another reason now: \w+ dh mismatch/);
  });

  test('whose other end is in no file asks for its commands, on the device with that address', () => {
    const snapshot = snapshotOf({
      'a.cfg': healthy.a,
      'a.txt': errorInfo('FW_A', [{ peer: B, reason: 'phase1 proposal mismatch' }]),
    });
    const [said] = saidOf(snapshot, 'a.txt');
    assert.equal(said?.code, 'cause-open');
    assert.match(said.message, /Run on the device at 198\.51\.100\.2: .*display ike proposal/);
    assert.doesNotMatch(said.message, /on FW_A/);
  });

  test('alone asks for the commands of both devices', () => {
    const snapshot = snapshotOf({
      'a.txt': errorInfo('FW_A', [{ peer: B, reason: 'phase1 proposal mismatch' }]),
    });
    const [said] = saidOf(snapshot, 'a.txt');
    assert.equal(said?.code, 'cause-open');
    assert.match(said.message, /on FW_A: .*display ike proposal.* on the device at 198\.51\.100\.2: /);
  });

  test('whose commands are all answered, but not to whom they belong, asks for what shows the ends', () => {
    const rule = '-------------------------------------------';
    const printed = [
      errorInfo('FW_B', [{ peer: A, reason: 'phase1 proposal mismatch' }]),
      '<FW_B>display ike proposal',
      rule,
      ' IKE Proposal: 10',
      '  Authentication Method      : PRE_SHARED',
      '  Encryption Algorithm       : AES-256',
      '  Diffie-Hellman Group       : MODP-1024',
      rule,
      '<FW_B>display ike peer',
      'Number of IKE peers: 1',
      rule,
      ' Peer name                  : hq',
      ` Remote IP                  : ${A}`,
      ' Proposal                   : 10',
      '<FW_B>',
    ].join('\n');
    const snapshot = snapshotOf({ 'a.cfg': healthy.a, 'b.txt': printed });
    const [said] = saidOf(snapshot, 'b.txt').filter(({ code }) => code === 'cause-open');
    assert.ok(said);
    assert.match(
      said.message,
      /Run on FW_B: display ip interface brief; display ipsec policy; display ipsec profile\./,
    );
    assert.doesNotMatch(said.message, /display ike proposal|on FW_A/);
    const [script] = evidenceScripts(snapshot);
    assert.equal(script?.device, 'FW_B');
    assert.ok(script.commands.includes('display ipsec policy'), script.text);
  });

  test('that rests on keys which cannot be compared is open', () => {
    const ciphered = (text: string): string =>
      text.replace(
        /pre-shared-key .*/,
        'pre-shared-key cipher %^%#Zt9,K<oH`V9~!>Xo"(V4^8ajS#q5g6;1>0Bq{E\'F%^%#',
      );
    const snapshot = snapshotOf({
      'a.cfg': ciphered(healthy.a),
      'b.cfg': ciphered(healthy.b).replace('Zt9', 'Ab3'),
      'a.txt': errorInfo('FW_A', [{ peer: B, reason: 'authentication fail' }]),
    });
    const [said] = saidOf(snapshot, 'a.txt');
    assert.equal(said?.code, 'cause-open');
    assert.match(said.message, /Not compared: pre-shared-key/);
    assert.doesNotMatch(said.message, /pki/);
  });

  test('of normal operation is no problem', () => {
    const snapshot = snapshotOf({
      'a.txt': errorInfo('FW_A', [{ peer: B, reason: 'phase1 sa replace' }]).replaceAll('error', 'offline'),
    });
    assert.deepEqual(saidOf(snapshot, 'a.txt'), []);
  });

  test('for a peer that no file knows explains nothing by other tunnels', () => {
    const { a, b } = broken(healthy, 'b', fault('dh-group-mismatch'));
    const snapshot = snapshotOf({
      'a.cfg': a,
      'b.cfg': b,
      'a.txt': errorInfo('FW_A', [{ peer: '192.0.2.9', reason: 'phase1 proposal mismatch' }]),
    });
    assert.deepEqual(
      saidOf(snapshot, 'a.txt').map(({ code }) => code),
      ['cause-open'],
    );
  });

  test('can be accepted in the file', () => {
    const capture = errorInfo('FW_A', [{ peer: B, reason: 'phase1 proposal mismatch' }]);
    const workspace = new Workspace();
    workspace.set(uriOf('a.txt'), capture, 'huawei-vrp-output', 1);
    const settings = { ...defaultSettings, rules: { 'cause-open': 'off' as const } };
    assert.deepEqual(languageService.diagnostics(workspace.snapshot, uriOf('a.txt'), settings), []);
  });
});

describe('causes over time', () => {
  const { a, b } = broken(healthy, 'b', fault('dh-group-mismatch'));

  test('a night of one cause is said once, on its last line, with how often and from when to when', () => {
    const lines = Array.from({ length: 400 }, () => ({ peer: B, reason: 'phase1 proposal mismatch' }));
    const snapshot = snapshotOf({ 'a.cfg': a, 'b.cfg': b, 'night.log': log('FW_A', lines) });
    const said = saidOf(snapshot, 'night.log');
    assert.deepEqual(
      said.map(({ line, code }) => [line, code]),
      [[400, 'cause-explained']],
    );
    assert.match(said[0]?.message ?? '', /\(400 times, from 2026-11-24 22:00:00 to 2026-11-24 22:26:36\)/);
  });

  test('a change of the cause is seen from both', () => {
    const lines = Array.from({ length: 100 }, (_, at) => ({
      peer: B,
      reason: at < 40 ? 'dpd timeout' : 'phase1 proposal mismatch',
    }));
    const snapshot = snapshotOf({ 'a.cfg': a, 'b.cfg': b, 'night.log': log('FW_A', lines) });
    const said = saidOf(snapshot, 'night.log');
    assert.deepEqual(
      said.map(({ line }) => line),
      [40, 100],
    );
    assert.match(
      said[0]?.related.at(-1) ?? '',
      /^night\.log:100 The same peer: phase1 proposal mismatch .*60 times/,
    );
    assert.match(said[1]?.related.at(-1) ?? '', /^night\.log:40 The same peer: dpd timeout .*40 times/);
  });

  test('what two captures show of one time happened once, and each of them says so', () => {
    const rows = [
      { peer: B, reason: 'phase1 proposal mismatch', time: '2026-11-25 20:01:02' },
      { peer: B, reason: 'phase1 proposal mismatch', time: '2026-11-25 19:01:02' },
    ];
    const later = [{ peer: B, reason: 'phase1 proposal mismatch', time: '2026-11-25 21:01:02' }, ...rows];
    const snapshot = snapshotOf({
      'a.cfg': a,
      'b.cfg': b,
      'one.txt': errorInfo('FW_A', rows),
      'two.txt': errorInfo('FW_A', later),
    });
    for (const [file, line] of [
      ['one.txt', 6],
      ['two.txt', 6],
    ] as const) {
      const said = saidOf(snapshot, file);
      assert.deepEqual(
        said.map((each) => each.line),
        [line],
      );
      assert.match(said[0]?.message ?? '', /3 times, from 2026-11-25 19:01:02 to 2026-11-25 21:01:02/);
    }
  });

  test('a log of many devices gives each line to the device that it names', () => {
    const mixed = [
      ...log('FW_A', [{ peer: B, reason: 'phase1 proposal mismatch' }])
        .trimEnd()
        .split('\n'),
      ...log('FW_B', [{ peer: A, reason: 'phase1 proposal mismatch' }])
        .trimEnd()
        .split('\n'),
      ...log('FW_C', [{ peer: B, reason: 'phase1 proposal mismatch' }])
        .trimEnd()
        .split('\n'),
      '',
    ].join('\n');
    const snapshot = snapshotOf({ 'a.cfg': a, 'b.cfg': b, 'night.log': mixed });
    const said = saidOf(snapshot, 'night.log');
    assert.deepEqual(
      said.map(({ line, code }) => [line, code]),
      [
        [1, 'cause-explained'],
        [2, 'cause-explained'],
        [3, 'cause-open'],
      ],
    );
    assert.match(said[0]?.message ?? '', /because: FW_A has/);
    assert.match(said[1]?.message ?? '', /because: FW_B has/);
    assert.match(said[2]?.message ?? '', /on FW_C: /);
  });

  test('times without a year are shown without one', () => {
    const text = log('FW_A', [{ peer: B, reason: 'phase1 proposal mismatch' }]).replace(
      'Nov 24 2026',
      'Nov 24',
    );
    const snapshot = snapshotOf({ 'a.cfg': a, 'b.cfg': b, 'night.log': text });
    assert.match(saidOf(snapshot, 'night.log')[0]?.message ?? '', /\(11-24 22:00:00\), because/);
  });
});

test('of a log without end the newest part counts, and that is said', () => {
  const lines = Array.from({ length: 60_000 }, (_, at) => ({
    peer: B,
    reason: at < 1000 ? 'dpd timeout' : 'phase1 proposal mismatch',
  }));
  const snapshot = snapshotOf({ 'night.log': log('FW_A', lines, 1) });
  const said = saidOf(snapshot, 'night.log');
  assert.deepEqual(
    said.map(({ line }) => line),
    [60_000],
  );
  assert.match(
    languageService.fileProblem(snapshot, uriOf('night.log')) ?? '',
    /the last 20000 of its 60001 lines/,
  );
});
