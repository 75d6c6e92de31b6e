import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver-types';
import { FIX_ALL, languageService, type Snapshot } from '../../../server/src/languageService';
import { COPY_SCRIPT_COMMAND } from '../../../server/src/protocol';
import type { LanguageId } from '../../../server/src/syntax/classify';
import { defaultSettings, type Settings } from '../../../server/src/workspace/settings';
import { Workspace } from '../../../server/src/workspace/workspace';
import { broken, FAULTS } from '../tunnels/faults';
import { healthyPair } from '../tunnels/pairs';
import { CAPTURE } from '../rules/fixtures';

const URI = 'file:///device.cfg';

interface Asked {
  readonly only?: readonly string[];
  readonly lazy?: boolean;
  readonly settings?: Settings;
}

/** Every action of a file, wherever in it. */
function actionsIn(snapshot: Snapshot, uri: string, asked: Asked = {}): CodeAction[] {
  const line = snapshot.file(uri)?.document.lineCount ?? 0;
  const whole = { start: { line: 0, character: 0 }, end: { line, character: 0 } };
  return languageService.codeActions(snapshot, uri, whole, {
    settings: defaultSettings,
    snippets: false,
    commands: false,
    ...asked,
  });
}

function opened(text: string, language: LanguageId = 'huawei-vrp'): Snapshot {
  const workspace = new Workspace();
  workspace.set(URI, text, language, 7);
  return workspace.snapshot;
}

function after(action: CodeAction | undefined, text: string, uri = URI): string {
  const changes = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
  const edits = changes
    .filter(({ textDocument }) => textDocument.uri === uri)
    .flatMap((change) => change.edits as TextEdit[]);
  return TextDocument.applyEdits(TextDocument.create(uri, 'huawei-vrp', 7, text), edits);
}

const TWICE = `ike peer a
 dpd type periodic
 dpd type on-demand
 dpd type periodic
#
ike peer b
 dpd type on-demand
 dpd type periodic
#
`;

describe('all problems of one rule', () => {
  const [fixAll] = actionsIn(opened(TWICE), URI).filter(({ title }) => title.startsWith('Fix all'));

  test('are repaired together, also where one repair shows the next', () => {
    assert.equal(fixAll?.kind, 'quickfix');
    assert.equal(after(fixAll, TWICE), TWICE.replace(/ dpd type (?:periodic|on-demand)\n(?= dpd)/g, ''));
  });
  test('are not offered for a single one', () => {
    const single = actionsIn(opened('ike peer a\n dpd type periodic\n dpd type on-demand\n#\n'), URI);
    assert.deepEqual(
      single.map(({ title }) => title),
      ['Remove this line'],
    );
  });
  test('count a missing block once that several lines need', () => {
    const text = `#
sysname A
#
ike peer a
 ike-proposal 20
ike peer b
 ike-proposal 20
#
interface GigabitEthernet1/0/1
 ip address 203.0.113.1 255.255.255.0
#
return
`;
    const [all] = actionsIn(opened(text), URI).filter(({ title }) => /^Fix all.*undefined-name/.test(title));
    assert.equal(after(all, text).match(/^ike proposal 20$/gm)?.length, 1);
  });
  test('leave alone what the user has turned off', () => {
    const settings = { ...defaultSettings, rules: { 'duplicate-command': 'off' } } as const;
    assert.deepEqual(actionsIn(opened(TWICE), URI, { settings, only: ['source.fixAll'] }), []);
  });
});

describe('on saving', () => {
  const typo = TWICE.replace('ike peer b', 'ike peer b\n remote-adress 203.0.113.2');
  for (const only of ['source', 'source.fixAll', FIX_ALL])
    test(`${only} repairs what has one sure repair`, () => {
      const [action, ...others] = actionsIn(opened(typo), URI, { only: [only] });
      assert.deepEqual([action?.kind, others], [FIX_ALL, []]);
      assert.deepEqual(actionsIn(opened(after(action, typo)), URI, { only: [only] }), []);
      assert.match(after(action, typo), /^ remote-address 203\.0\.113\.2$/m);
    });
  test('nothing is offered to one who asks for something else', () => {
    assert.deepEqual(actionsIn(opened(typo), URI, { only: ['refactor'] }), []);
    assert.deepEqual(actionsIn(opened(typo), URI, { only: ['source.organizeImports'] }), []);
    assert.ok(actionsIn(opened(typo), URI).every(({ kind }) => kind === 'quickfix'));
    assert.ok(actionsIn(opened(typo), URI, { only: ['quickfix'] }).length > 0);
  });
  test('no key and no other file changes', () => {
    const faults = ['pre-shared-key-mismatch', 'dh-group-mismatch'].flatMap(
      (rule) => FAULTS.find((each) => each.rule === rule) ?? [],
    );
    const pair = faults.reduce((texts, fault) => broken(texts, 'b', fault), healthyPair('policy', 'IKEv2'));
    const workspace = new Workspace();
    workspace.set('file:///a.cfg', pair.a, 'huawei-vrp', 1);
    workspace.set('file:///b.cfg', pair.b, 'huawei-vrp', 1);
    for (const [uri, text] of [
      ['file:///a.cfg', pair.a],
      ['file:///b.cfg', pair.b],
    ] as const) {
      const [action] = actionsIn(workspace.snapshot, uri, { only: [FIX_ALL] });
      const changed = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
      assert.ok(changed.every(({ textDocument }) => textDocument.uri === uri));
      const keys = (of: string): unknown => of.match(/pre-shared-key .*/g);
      assert.deepEqual(keys(after(action, text, uri)), keys(text));
    }
  });
});

test('what takes long is left open for an editor that asks for it later', () => {
  const snapshot = opened(TWICE);
  const eager = actionsIn(snapshot, URI);
  const lazy = actionsIn(snapshot, URI, { lazy: true });
  assert.deepEqual(
    lazy.map((action) => languageService.resolveCodeAction(snapshot, action, defaultSettings)),
    eager,
  );
  const [open] = lazy.filter(({ edit }) => !edit);
  assert.match(open?.title ?? '', /^Fix all/);
});

describe('a capture is never edited', () => {
  test('neither in what the device printed nor in what was typed', () => {
    for (const text of [
      CAPTURE.replace('dh group14', 'dh grup14').replace('ike-proposal 10', 'ike-proposal 11'),
      '[FW]ike peer a\n[FW-ike-peer-a]remote-adress 192.0.2.1\n[FW-ike-peer-a]ike-propsal 10\n',
    ]) {
      const snapshot = opened(text, 'huawei-vrp-output');
      assert.ok(languageService.diagnostics(snapshot, URI, defaultSettings).length > 0);
      const actions = actionsIn(snapshot, URI);
      assert.ok(actions.length > 0);
      for (const { edit, command } of actions)
        assert.deepEqual([edit, command?.command], [undefined, COPY_SCRIPT_COMMAND]);
      assert.deepEqual(actionsIn(snapshot, URI, { only: ['source.fixAll'] }), []);
    }
  });
  test('the other end is, where that is a configuration', () => {
    const dh = FAULTS.find(({ rule }) => rule === 'dh-group-mismatch');
    assert.ok(dh);
    const pair = broken(healthyPair('policy', 'IKEv2'), 'b', dh);
    const workspace = new Workspace();
    workspace.set('file:///a.cfg', pair.a, 'huawei-vrp', 1);
    const capture = `<FW_B>display current-configuration\n${pair.b}<FW_B>\n`;
    workspace.set('file:///b.txt', capture, 'huawei-vrp-output', 1);
    const edited = actionsIn(workspace.snapshot, 'file:///a.cfg').flatMap(({ edit }) =>
      ((edit?.documentChanges ?? []) as TextDocumentEdit[]).map(({ textDocument }) => textDocument.uri),
    );
    assert.deepEqual([...new Set(edited)], ['file:///a.cfg']);
  });
});

describe('a repair of a file that is not open', () => {
  const dh = FAULTS.find(({ rule }) => rule === 'dh-group-mismatch');
  assert.ok(dh);
  const pair = broken(healthyPair('policy', 'IKEv2'), 'b', dh);
  const targets = (misread: boolean): string[] => {
    const workspace = new Workspace();
    workspace.set('file:///a.cfg', pair.a, 'huawei-vrp', 1);
    workspace.setFromDisk('file:///b.cfg', pair.b, 'huawei-vrp', 0, misread);
    return actionsIn(workspace.snapshot, 'file:///a.cfg')
      .flatMap(({ edit }) => (edit?.documentChanges ?? []) as TextDocumentEdit[])
      .map(({ textDocument: { uri, version } }) => `${uri} ${String(version)}`);
  };
  test('names no version of it', () => {
    assert.ok(targets(false).includes('file:///b.cfg null'));
  });
  test('is not offered where the editor would misread the file and save the damage', () => {
    assert.deepEqual([...new Set(targets(true))], ['file:///a.cfg 1']);
  });
});
