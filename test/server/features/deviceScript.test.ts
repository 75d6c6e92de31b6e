import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver-types';
import { languageService, type Snapshot } from '../../../server/src/languageService';
import {
  COPY_SCRIPT_COMMAND,
  REPAIR_TUNNEL_COMMAND,
  type DeviceScriptInfo,
} from '../../../server/src/protocol';
import { detectLanguage } from '../../../server/src/syntax/detect';
import { defaultSettings } from '../../../server/src/workspace/settings';
import { Workspace } from '../../../server/src/workspace/workspace';
import { analysedTexts } from '../tunnels/analysed';
import { based, broken, FAULTS, type Fault } from '../tunnels/faults';
import { healthyPair, type PairTexts } from '../tunnels/pairs';
import { printed } from '../tunnels/printed';

const URI = { a: 'file:///a', b: 'file:///b' } as const;
const ID = 'FW_A/policy/map1/10 ↔ FW_B/policy/map1/10';
const healthy = healthyPair('policy', 'IKEv2');

function fault(rule: string): Fault {
  const found = FAULTS.find((each) => each.rule === rule);
  assert.ok(found, rule);
  return found;
}

function opened({ a, b }: PairTexts): Snapshot {
  const workspace = new Workspace();
  for (const [uri, text] of [
    [URI.a, a],
    [URI.b, b],
  ] as const)
    workspace.set(uri, text, detectLanguage(text) ?? 'huawei-vrp', 3);
  return workspace.snapshot;
}

function actionsOf(snapshot: Snapshot, uri: string, rule: string, commands = true): CodeAction[] {
  const line = snapshot.file(uri)?.document.lineCount ?? 0;
  const range = { start: { line: 0, character: 0 }, end: { line, character: 0 } };
  return languageService
    .codeActions(snapshot, uri, range, { settings: defaultSettings, snippets: false, commands })
    .filter(({ diagnostics }) => diagnostics?.some(({ code }) => code === rule));
}

const scriptsIn = ({ command }: CodeAction): readonly DeviceScriptInfo[] =>
  command?.command === COPY_SCRIPT_COMMAND ? (command.arguments?.[0] as DeviceScriptInfo[]) : [];

const withB = (text: string, more: (text: string) => string = (each) => each): PairTexts => {
  const texts = broken(healthy, 'b', fault(text));
  return { a: texts.a, b: more(texts.b) };
};

describe('what is to be typed for a repair in a configuration', () => {
  test('stands behind the repairs, for each of them', () => {
    const snapshot = opened(withB('dh-group-mismatch'));
    const actions = actionsOf(snapshot, URI.b, 'dh-group-mismatch').filter(
      ({ title }) => !title.startsWith('Accept'),
    );
    assert.deepEqual(
      actions.map(({ title, isPreferred, edit }) => [title, isPreferred === true, edit !== undefined]),
      [
        ['Make FW_A like FW_B: dh group19 in IKE proposal 10', true, true],
        ['Make FW_B like FW_A: dh group14 in IKE proposal 10', false, true],
        ['Copy commands for FW_A: dh group19 in ike proposal 10', false, false],
        ['Copy commands for FW_B: dh group14 in ike proposal 10', false, false],
      ],
    );
    assert.deepEqual(actions.flatMap(scriptsIn)[0]?.lines, [
      'system-view',
      'ike proposal 10',
      'dh group19',
      'return',
    ]);
  });
  test('is left out where an edit does it and the editor has no command that copies', () => {
    const snapshot = opened(withB('dh-group-mismatch'));
    const actions = actionsOf(snapshot, URI.b, 'dh-group-mismatch', false);
    assert.equal(actions.length, 2);
    assert.ok(actions.every(({ edit, command }) => edit && !command));
  });
  test('ends with commit on VRP8, and says so where the product is not known', () => {
    const remark = 'On VRP8, type commit before return.';
    const workspace = new Workspace();
    const { a, b } = withB('dh-group-mismatch');
    workspace.set(URI.a, a, 'huawei-vrp', 1);
    workspace.set(URI.b, `!Software Version V800R012C00\n${b}`, 'huawei-vrp', 1);
    const scripts = actionsOf(workspace.snapshot, URI.b, 'dh-group-mismatch').flatMap(scriptsIn);
    const of = (name: string) => scripts.find(({ device }) => device === name);
    assert.deepEqual(of('FW_B')?.lines.slice(-2), ['commit', 'return']);
    assert.deepEqual(of('FW_B')?.remarks, []);
    assert.deepEqual(of('FW_A')?.lines.slice(-2), ['dh group19', 'return']);
    assert.deepEqual(of('FW_A')?.remarks, [remark]);
    assert.match(
      of('FW_A')?.text ?? '',
      /^# Commands for FW_A\n# On VRP8, type commit before return\.\nsystem-view\n/,
    );
  });
  test('has a placeholder for a key, and says so', () => {
    const snapshot = opened(withB('pre-shared-key-mismatch'));
    const actions = actionsOf(snapshot, URI.a, 'pre-shared-key-mismatch');
    const scripts = actions.flatMap(scriptsIn);
    assert.ok(scripts.length > 0);
    for (const { lines, remarks } of scripts) {
      assert.ok(lines.includes('pre-shared-key <type the key>'));
      assert.ok(remarks.includes('Put the key in the place of <type the key>: keys are not copied.'));
    }
    const copies = actions.filter(({ command }) => command?.command === COPY_SCRIPT_COMMAND);
    assert.doesNotMatch(JSON.stringify(copies), /Example-Key/);
  });
  test('is nothing where the device has nothing to do', () => {
    const twice = healthy.a.replace(' dh group14', ' dh group2\n dh group14');
    const actions = actionsOf(opened({ ...healthy, a: twice }), URI.a, 'duplicate-command');
    assert.ok(actions.some(({ edit }) => edit));
    assert.deepEqual(actions.flatMap(scriptsIn), []);
  });
  test('is itself a file without problems', () => {
    for (const each of FAULTS) {
      const texts = broken(
        based(healthyPair(each.styles?.[0] ?? 'policy', each.versions?.[0] ?? 'IKEv2'), each),
        'b',
        each,
      );
      for (const uri of [URI.a, URI.b])
        for (const { text } of actionsOf(opened(texts), uri, each.rule).flatMap(scriptsIn))
          assert.deepEqual(
            // A placeholder is an error until somebody has put a key in its place: no device takes it for one.
            analysedTexts({ script: text.replaceAll('<type the key>', 'Example-Key-1') })
              .seen.filter(({ severity, rule }) => severity === 'error' || rule === 'unknown-command')
              .map(({ rule, text: line }) => `${rule}: ${line}`),
            [],
            text,
          );
    }
  });
});

describe('a repair of an end that is known from a capture', () => {
  test('is the commands, preferred as the repair is, on both ends', () => {
    const texts = withB('dh-group-mismatch', printed);
    const snapshot = opened({ a: printed(texts.a), b: texts.b });
    for (const uri of [URI.a, URI.b]) {
      const actions = actionsOf(snapshot, uri, 'dh-group-mismatch');
      assert.ok(actions.every(({ edit }) => !edit));
      const [preferred] = actions.filter(({ isPreferred }) => isPreferred);
      assert.equal(preferred?.title, 'Copy commands for FW_A: dh group19 in ike proposal 10');
    }
  });
  test('edits the configuration of the one end and copies the commands for the other', () => {
    const weak = (text: string): string => text.replace('dh group14', 'dh group2');
    const snapshot = opened({
      a: weak(healthy.a),
      b: printed(healthy.b.replace('dh group14', 'dh group1')),
    });
    const [raise] = actionsOf(snapshot, URI.a, 'dh-group-mismatch').filter(({ isPreferred }) => isPreferred);
    assert.ok(raise);
    assert.equal(raise.title, 'Raise both ends to dh group14, and copy the commands for FW_B');
    const changes = (raise.edit?.documentChanges ?? []) as TextDocumentEdit[];
    assert.deepEqual(
      changes.map(({ textDocument }) => textDocument.uri),
      [URI.a],
    );
    assert.deepEqual(
      scriptsIn(raise).map(({ device, lines }) => [device, lines[2]]),
      [['FW_B', 'dh group14']],
    );
  });
});

describe('repairing a tunnel with an end that cannot be edited', () => {
  const planOf = (texts: PairTexts) => {
    const plan = languageService.repairTunnel(opened(texts), ID);
    assert.ok(plan);
    const edited = ((plan.edit.documentChanges ?? []) as TextDocumentEdit[]).map(
      ({ textDocument }) => textDocument.uri,
    );
    const typed = plan.scripts.map(({ device, lines }) => [device, ...lines.slice(1, -1)].join(', '));
    return { steps: plan.steps, edited, typed, open: plan.open };
  };
  test('edits the other end where that makes them agree', () => {
    assert.deepEqual(planOf(withB('ike-encryption-mismatch', printed)), {
      steps: ['Make FW_A like FW_B: encryption-algorithm aes-128 in IKE proposal 10'],
      edited: [URI.a],
      typed: [],
      open: [],
    });
  });
  test('makes no strong setting weak only because its file is at hand', () => {
    const weak = healthy.b.replace('dh group14', 'dh group2');
    assert.deepEqual(planOf({ a: healthy.a, b: printed(weak) }), {
      steps: [],
      edited: [],
      typed: ['FW_B, ike proposal 10, dh group14'],
      open: [],
    });
  });
  test('raises the end that it can, and says what to type on the other', () => {
    const weak = {
      a: healthy.a.replace('dh group14', 'dh group2'),
      b: healthy.b.replace('dh group14', 'dh group1'),
    };
    assert.deepEqual(planOf({ a: weak.a, b: printed(weak.b) }), {
      steps: ['Raise both ends to dh group14'],
      edited: [URI.a],
      typed: ['FW_B, ike proposal 10, dh group14'],
      open: [],
    });
  });
  test('says what to type where both ends are captures, and nothing of a tunnel that is up', () => {
    const { a, b } = withB('dh-group-mismatch');
    assert.deepEqual(planOf({ a: printed(a), b: printed(b) }).typed, ['FW_A, ike proposal 10, dh group19']);
    assert.equal(languageService.repairTunnel(opened(healthy), ID), undefined);
  });
  test('says what nobody can repair without asking', () => {
    // The flow that the other end lacks is denied there, in a list that the device sorts itself.
    const b = healthy.b
      .replace('acl number 3000', 'acl number 3000 match-order auto')
      .replace(
        / rule 5 permit.*/,
        ' rule 5 deny ip source 10.1.2.0 0.0.0.255 destination 10.1.1.0 0.0.0.255',
      );
    const { steps, typed, open } = planOf({ a: healthy.a, b });
    assert.deepEqual([steps, typed, open.length], [[], [], 1]);
    assert.match(open[0] ?? '', /^FW_A protects ip source 10\.1\.1\.0/);
  });
  test('is offered as the command that goes on to what must be typed', () => {
    const several = broken(withB('dh-group-mismatch'), 'b', fault('pfs-mismatch'));
    const weak = several.b.replace('encryption-algorithm aes-256', 'encryption-algorithm 3des');
    const snapshot = opened({ a: several.a, b: printed(weak) });
    const line = snapshot.file(URI.a)?.document.lineCount ?? 0;
    const range = { start: { line: 0, character: 0 }, end: { line, character: 0 } };
    const whole = languageService
      .codeActions(snapshot, URI.a, range, { settings: defaultSettings, snippets: false, commands: true })
      .filter(({ title }) => title.startsWith('Repair the whole tunnel'));
    assert.deepEqual(
      whole.map(({ edit, command }) => [edit, command?.command]),
      [[undefined, REPAIR_TUNNEL_COMMAND]],
    );
  });
});
