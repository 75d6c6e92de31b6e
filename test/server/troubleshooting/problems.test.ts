import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evidenceScripts } from '../../../server/src/troubleshooting/evidence';
import { problemsIn } from '../../../server/src/troubleshooting/problems';
import { capture, configuration, FW_A, FW_B } from '../workspace/sessions';
import { causeIn, FOLDER, onlyProblem, statesOf, where, workspaceOf } from './stories';
import { errorInfo, played, type Row } from './terminal';
import { defaultSettings } from '../../../server/src/workspace/settings';

const TUNNEL = 'FW_A/policy/map1/10 ↔ FW_B/policy/map1/10';
const weak = configuration(FW_B).replace('dh group14', 'dh group2');
const row = (reason: string, time: string, peer = FW_A.own): Row => ({ reason, time, peer });
const DH = row('initiator dh mismatch', '2026-03-02 09:14:27');

describe('problems of a workspace', () => {
  it('a tunnel that fails is one problem, with what the devices would print', () => {
    const { snapshot } = workspaceOf({ 'a.cfg': configuration(FW_A), 'b.cfg': weak });
    const problem = onlyProblem(snapshot);
    assert.equal(problem.id, TUNNEL);
    assert.ok(problem.causes.length > 0);
    assert.ok(problem.causes.every(({ state, count }) => state === 'predicted' && count === 0));
    const [step] = causeIn(problem, 'initiator dh mismatch').steps;
    assert.equal(step?.state, 'differs');
    assert.deepEqual(
      step.findings.flatMap(({ values }) => values.map(({ place }) => where(snapshot, place))).sort(),
      ['a.cfg:10', 'b.cfg:10'],
    );
    assert.deepEqual(evidenceScripts(snapshot), []);
  });

  it('healthy devices are no problem', () => {
    for (const texts of [
      { 'a.cfg': configuration(FW_A), 'b.cfg': configuration(FW_B) },
      { 'a.txt': capture(FW_A), 'b.txt': capture(FW_B) },
      { 'a.cfg': configuration(FW_A) },
    ])
      assert.deepEqual(problemsIn(workspaceOf(texts).snapshot), []);
  });

  it('what a device printed and what the files say of its tunnel are one problem', () => {
    const { snapshot } = workspaceOf({
      'a.cfg': configuration(FW_A),
      'b.cfg': weak,
      'b.txt': errorInfo('FW_B', [DH, row('initiator dh mismatch', '2026-03-02 08:00:00')]),
    });
    const problem = onlyProblem(snapshot);
    assert.deepEqual(
      problem.causes.map(({ cause, state, count }) => [cause.name, state, count]),
      [['initiator dh mismatch', 'explained', 2]],
    );
    const [cause] = problem.causes;
    assert.ok(cause?.first && cause.last && cause.first.milliseconds < cause.last.milliseconds);
    assert.deepEqual(cause.reasons, []);
    const [step] = cause.steps;
    assert.deepEqual(
      step?.findings[0]?.values.map(({ place }) => where(snapshot, place)),
      ['b.cfg:10', 'a.cfg:10'],
    );
  });

  it('keeps its id over an edit, and follows it', () => {
    const workspace = workspaceOf({
      'a.cfg': configuration(FW_A),
      'b.cfg': weak,
      'b.txt': errorInfo('FW_B', [DH]),
    });
    const before = onlyProblem(workspace.snapshot);
    workspace.set(`${FOLDER}/b.cfg`, `#\n#\n${configuration(FW_B)}`, 'huawei-vrp');
    const after = onlyProblem(workspace.snapshot);
    assert.equal(after.id, before.id);
    assert.deepEqual(
      after.causes.map(({ id, state }) => [id, state]),
      [[before.causes[0]?.id, 'contradicted']],
    );
    assert.deepEqual(after.causes.map(statesOf), [['agrees']]);
  });

  it('shows a change of cause over time in its order', () => {
    const { snapshot } = workspaceOf({
      'a.cfg': configuration(FW_A),
      'b.cfg': weak,
      'b.txt': errorInfo('FW_B', [
        DH,
        row('version mismatch', '2026-03-01 20:00:00'),
        row('phase1 proposal mismatch', '2026-03-01 23:00:00'),
        row('version mismatch', '2026-03-01 20:10:00'),
      ]),
    });
    assert.deepEqual(
      onlyProblem(snapshot).causes.map(({ cause, state }) => [cause.name, state]),
      [
        ['version mismatch', 'contradicted'],
        ['phase1 proposal mismatch', 'explained'],
        ['initiator dh mismatch', 'explained'],
      ],
    );
  });

  it('failures without a tunnel are one problem for each device and peer', () => {
    const { snapshot } = workspaceOf({
      'b.txt': errorInfo('FW_B', [
        DH,
        row('version mismatch', '2026-03-01 20:00:00'),
        row('version mismatch', '2026-03-01 20:00:00', '192.0.2.9'),
      ]),
    });
    assert.deepEqual(
      problemsIn(snapshot).map(({ id, causes, judgement }) => [id, causes.length, judgement]),
      [
        ['FW_B → 203.0.113.1', 2, undefined],
        ['FW_B → 192.0.2.9', 1, undefined],
      ],
    );
  });

  it('what belongs to normal operation is no problem of its own', () => {
    const texts = { 'b.txt': errorInfo('FW_B', [row('phase1 sa replace', '2026-03-01 20:00:00')]) };
    assert.deepEqual(problemsIn(workspaceOf(texts).snapshot), []);
  });

  it('what is turned off is no problem', () => {
    const pair = { 'a.cfg': configuration(FW_A), 'b.cfg': weak };
    assert.deepEqual(problemsIn(workspaceOf(pair).snapshot, { ...defaultSettings, rules: { 'dh-group-mismatch': 'off' } }), []);
    const rows = { 'b.txt': errorInfo('FW_B', [DH]) };
    assert.deepEqual(problemsIn(workspaceOf(rows).snapshot, { ...defaultSettings, rules: { 'cause-open': 'off' } }), []);
  });

  it('a difference that no cause speaks of stands at the problem itself', () => {
    const ah = (text: string): string =>
      text.replace('ipsec proposal tran1\n', 'ipsec proposal tran1\n transform ah-esp\n');
    const both = workspaceOf({
      'a.cfg': configuration(FW_A),
      'b.cfg': ah(weak),
      'b.txt': errorInfo('FW_B', [DH]),
    });
    assert.match(
      onlyProblem(both.snapshot)
        .differences.map(({ message }) => message)
        .join(),
      /transform/,
    );
  });
});

describe('evidence', () => {
  const start = {
    'a.cfg': configuration(FW_A),
    'a.txt': errorInfo('FW_A', [row('initiator dh mismatch', '2026-03-02 09:14:27', FW_B.own)]),
  };

  it('asks the device that is not here, each command once, and lets the answers run through', () => {
    const { snapshot } = workspaceOf(start);
    const [script, ...others] = evidenceScripts(snapshot);
    assert.deepEqual(others, []);
    assert.equal(script?.device, undefined);
    assert.equal(script?.address, FW_B.own);
    const lines = script.text.split('\n');
    assert.equal(lines[0], 'screen-length 0 temporary');
    assert.ok(lines.includes('display ike proposal'));
    assert.equal(new Set(lines).size, lines.length);
    assert.ok(lines.every((line) => line === '' || /^(?:screen-length|display|ping) [^<>#]+$/.test(line)));
  });

  for (const [name, change, state] of [
    ['differs', (text: string) => text.replace('MODP-2048', 'MODP-1024'), 'differs'],
    ['agrees', (text: string) => text, 'agrees'],
  ] as const)
    it(`pasting the answers into new files answers the step: ${name}`, () => {
      const workspace = workspaceOf(start);
      const cause = () => causeIn(onlyProblem(workspace.snapshot), 'initiator dh mismatch');
      assert.deepEqual(statesOf(cause()), ['open']);
      let rounds = 0;
      for (;;) {
        const [script] = evidenceScripts(workspace.snapshot);
        if (!script) break;
        assert.ok(++rounds <= 3, script.text);
        workspace.set(`${FOLDER}/round-${rounds}.txt`, played(script, FW_B, change), 'huawei-vrp-output');
      }
      assert.ok(rounds > 0);
      assert.equal(onlyProblem(workspace.snapshot).id, TUNNEL);
      assert.deepEqual(statesOf(cause()), [state]);
      assert.equal(cause().state, state === 'differs' ? 'explained' : 'contradicted');
    });

  it('a command whose output nothing reads is answered once it was typed', () => {
    const texts = {
      'a.cfg': configuration(FW_A),
      'b.cfg': configuration(FW_B),
      'a.txt': errorInfo('FW_A', [
        row('fragment packet reassemble timeout', '2026-03-02 09:14:27', FW_B.own),
      ]),
    };
    const steps = (more: string) =>
      causeIn(
        onlyProblem(workspaceOf({ ...texts, 'more.txt': more }).snapshot),
        'fragment packet reassemble timeout',
      ).steps;
    const before = steps('<FW_A>display clock\n2026-03-02 09:20:00\n<FW_A>\n');
    assert.deepEqual(statesOf({ steps: before }), ['open', 'open']);
    const commands = before.flatMap((each) => each.commands.map(({ command }) => command));
    assert.ok(commands.includes('display cpu-usage') && commands.includes('display memory-usage'));
    assert.ok(commands.includes('ping -a 203.0.113.1 203.0.113.2'), commands.join('; '));
    const after = steps(
      '<FW_A>screen-length 0 temporary\n<FW_A>display cpu-usage\nCPU Usage: 5%\n<FW_A>dis memory-usage\nMemory Using Percentage Is: 20%\n<FW_A>\n',
    );
    assert.deepEqual(
      after.map(({ state, toRead }) => [state, toRead]),
      [
        ['open', false],
        ['done', true],
      ],
    );
  });

  it('an answer about another object is no answer', () => {
    const texts = {
      'a.txt': capture(FW_A),
      'b.txt': capture(FW_B)
        .replaceAll('display ike proposal number 10', 'display ike proposal number 20')
        .replace('IKE Proposal: 10', 'IKE Proposal: 20'),
      'errors.txt': errorInfo('FW_B', [DH]),
    };
    const commands = evidenceScripts(workspaceOf(texts).snapshot).flatMap((script) =>
      script.commands.map((command) => `${script.device ?? ''}: ${command}`),
    );
    assert.ok(commands.includes('FW_B: display ike proposal number 10'), commands.join('; '));
  });
});

describe('answers that say no more than is known', () => {
  const steps = (reason: string, change = (text: string): string => text) => {
    const { snapshot } = workspaceOf({
      'a.cfg': change(configuration(FW_A)),
      'b.cfg': change(configuration(FW_B).replace('made-up-of-words', 'made-of-other-words')),
      'b.txt': errorInfo('FW_B', [row(reason, '2026-03-02 09:14:27')]),
    });
    return causeIn(onlyProblem(snapshot), reason).steps.map(({ state, toRead, note }) =>
      [state, ...(toRead ? ['to read'] : []), ...(note === undefined ? [] : [note])].join(': '),
    );
  };

  it('ciphered keys are not compared, and certificates do not matter where keys are used', () => {
    const none = 'done: The ends use keys, not certificates.';
    assert.deepEqual(steps('authentication fail'), [
      'open: Not compared: pre-shared-key.',
      none,
      none,
      none,
      none,
    ]);
  });

  it('equal keys in clear text are', () => {
    const plainKeys = (text: string): string =>
      text.replace(/pre-shared-key .*/, 'pre-shared-key simple Example-Key-1');
    assert.equal(steps('authentication fail', plainKeys)[0], 'agrees');
  });

  it('certificates are asked for where they are used', () => {
    const certificates = (text: string): string =>
      text.replace('authentication-method pre-share', 'authentication-method rsa-signature');
    assert.equal(steps('authentication fail', certificates)[1], 'open');
  });

  it('what one device alone can have wrong is looked at on each end that the step names', () => {
    assert.deepEqual(steps('construct local ID fail')[0], 'done');
    const { snapshot } = workspaceOf({
      'b.cfg': configuration(FW_B),
      'b.txt': errorInfo('FW_B', [row('flow confict', '2026-03-02 09:14:27')]),
    });
    assert.deepEqual(statesOf(causeIn(onlyProblem(snapshot), 'flow confict')), ['open']);
  });
});
