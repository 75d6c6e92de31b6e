import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { InlayHint } from 'vscode-languageserver-types';
import { languageService } from '../../../server/src/languageService';
import {
  defaultSettings,
  readSettings,
  type InlayHintSettings,
} from '../../../server/src/workspace/settings';
import { Workspace, type Snapshot } from '../../../server/src/workspace/workspace';
import { healthyPair, type PairTexts } from '../tunnels/pairs';

const URI = { a: 'file:///a.cfg', b: 'file:///b.cfg' } as const;
const EVERYTHING = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
const V600 = '!Software Version V600R007C20SPC600\n';

function snapshotOf({ a, b }: PairTexts): Snapshot {
  const workspace = new Workspace();
  workspace.set(URI.a, a, 'huawei-vrp', 1);
  workspace.set(URI.b, b, 'huawei-vrp', 1);
  return workspace.snapshot;
}

const textOf = ({ label }: InlayHint): string =>
  typeof label === 'string' ? label : label.map(({ value }) => value).join('');

/** The hints of the first end, each with the line it stands behind. */
function shown(texts: PairTexts, changed: Partial<InlayHintSettings> = {}): string[] {
  const settings = { ...defaultSettings, inlayHints: { ...defaultSettings.inlayHints, ...changed } };
  const lines = texts.a.split('\n');
  return languageService
    .inlayHints(snapshotOf(texts), URI.a, EVERYTHING, settings)
    .map((hint) => `${lines[hint.position.line]?.trim() ?? ''} | ${textOf(hint)}`);
}

describe('inlay hints', () => {
  const healthy = healthyPair('policy', 'IKEv2');

  test('of a healthy file say whom its peer leads to, and nothing else', () => {
    assert.deepEqual(shown(healthy), ['remote-address 198.51.100.2 | → FW_B GigabitEthernet1/0/0']);
    assert.deepEqual(shown(healthy, { addresses: false }), []);
  });

  test('say what is in force where a line is missing, and write it', () => {
    const a =
      V600 + healthy.a.replace(' prf hmac-sha2-256\n', '').replace(' esp encryption-algorithm aes-256\n', '');
    const texts = { ...healthy, a };
    const only = { addresses: false };
    assert.deepEqual(shown(texts, only), [
      'ike proposal 10 | default: prf hmac-sha2-256',
      'ipsec proposal tran1 | default: esp encryption-algorithm aes-256',
    ]);
    assert.deepEqual(shown(texts, { ...only, defaults: false }), []);
    const hints = languageService.inlayHints(snapshotOf(texts), URI.a, EVERYTHING);
    const edits = hints.flatMap(({ textEdits }) => textEdits ?? []);
    const after = TextDocument.applyEdits(TextDocument.create(URI.a, 'huawei-vrp', 1, a), edits);
    assert.equal(after, V600 + healthy.a);
    assert.deepEqual(shown({ ...healthy, a: after }, only), []);
  });

  test('say that nobody knows where the release is not known', () => {
    const a = healthy.a.replace(' dh group14\n', '');
    assert.deepEqual(shown({ ...healthy, a }, { addresses: false, otherEnd: false }), [
      'ike proposal 10 | dh: depends on the release',
    ]);
  });

  test('leave out what only the other IKE version looks at, and what nobody uses', () => {
    const a = healthy.a.replace(
      ' authentication-algorithm sha2-256\n authentication-method',
      ' authentication-method',
    );
    assert.deepEqual(shown({ ...healthy, a }, { addresses: false }), []);
    const v1 = healthyPair('policy', 'IKEv1 main');
    const old = v1.a.replace(/ (?:prf|integrity-algorithm) .*\n/g, '');
    assert.deepEqual(shown({ ...v1, a: old }, { addresses: false }), []);
    const unused = healthy.a.replace('ike proposal 10\n', 'ike proposal 5\n#\nike proposal 10\n');
    assert.deepEqual(shown({ ...healthy, a: unused }, { addresses: false }), []);
  });

  test('give the size of weak groups, or of all', () => {
    const weak = (text: string): string =>
      text.replace(' dh group14', ' dh group2').replace('pfs dh-group14', 'pfs dh-group19');
    const texts = { a: weak(healthy.a), b: weak(healthy.b) };
    const only = { addresses: false };
    assert.deepEqual(shown(texts, only), ['dh group2 | 1024 bits']);
    assert.deepEqual(shown(texts, { ...only, dhGroups: 'off' }), []);
    assert.deepEqual(shown(texts, { ...only, dhGroups: 'all' }), [
      'dh group2 | 1024 bits',
      'pfs dh-group19 | 256 bits (curve)',
    ]);
  });

  test('resolve names, and the source of a tunnel interface', () => {
    const named = healthy.a.replace('remote-address 198.51.100.2', 'remote-address host-name b.example');
    assert.deepEqual(shown({ ...healthy, a: named }, { otherEnd: false }), [
      'remote-address host-name b.example | → FW_B GigabitEthernet1/0/0 198.51.100.2',
    ]);
    const profile = healthyPair('profile', 'IKEv2');
    assert.deepEqual(shown(profile), [
      'remote-address 198.51.100.2 | → FW_B GigabitEthernet1/0/0',
      'source GigabitEthernet1/0/0 | 203.0.113.1',
    ]);
  });

  test('are asked for by lines, and can be without tooltips until one is looked at', () => {
    const snapshot = snapshotOf(healthy);
    const [lazy] = languageService.inlayHints(snapshot, URI.a, EVERYTHING, defaultSettings, true);
    assert.ok(lazy && Array.isArray(lazy.label));
    assert.equal(lazy.label[0]?.tooltip, undefined);
    const resolved = languageService.resolveInlayHint(snapshot, lazy, defaultSettings);
    assert.ok(Array.isArray(resolved.label));
    assert.match(
      resolved.label[0]?.tooltip as string,
      /198\.51\.100\.2 leads to FW_B GigabitEthernet1\/0\/0/,
    );
    assert.deepEqual(
      languageService.inlayHints(snapshot, URI.a, { ...EVERYTHING, end: EVERYTHING.start }),
      [],
    );
    for (const data of [undefined, 1, null, {}, { uri: 'x', text: 'y' }])
      assert.equal(languageService.resolveInlayHint(snapshot, { ...lazy, data }, defaultSettings).data, data);
  });

  test('take settings of any form', () => {
    for (const raw of [
      undefined,
      null,
      1,
      {},
      { inlayHints: null },
      { inlayHints: { dhGroups: 'some', defaults: 3 } },
    ])
      assert.deepEqual(readSettings(raw), defaultSettings);
    assert.deepEqual(readSettings({ inlayHints: { defaults: false, dhGroups: 'all' } }).inlayHints, {
      ...defaultSettings.inlayHints,
      defaults: false,
      dhGroups: 'all',
    });
  });
});
