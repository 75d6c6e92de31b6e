import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SemanticTokenTypes, type Range } from 'vscode-languageserver-types';
import {
  languageService,
  semanticTokensEdits,
  semanticTokensLegend,
  Workspace,
  type Snapshot,
} from '../../../server/src/languageService';
import type { LanguageId } from '../../../server/src/syntax/classify';
import { URI } from './atCursor';

function snapshotOf(text: string, language: LanguageId = 'huawei-vrp'): Snapshot {
  const workspace = new Workspace();
  workspace.set(URI, text, language);
  return workspace.snapshot;
}

/** `word type modifiers` of every token. */
function tokens(text: string, snapshot = snapshotOf(text), range?: Range): string[] {
  const data = languageService.semanticTokens(snapshot, URI, range);
  const lines = text.split(/\r\n|\r|\n/);
  let [line, start] = [0, 0];
  const found: string[] = [];
  for (let at = 0; at < data.length; at += 5) {
    const [lines1 = 0, chars = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
    start = lines1 > 0 ? chars : start + chars;
    line += lines1;
    const modifiers = semanticTokensLegend.tokenModifiers.filter((_, bit) => (bits >> bit) & 1);
    found.push(
      [lines[line]?.slice(start, start + length), semanticTokensLegend.tokenTypes[type], ...modifiers].join(
        ' ',
      ),
    );
  }
  return found;
}

const CONFIG = `!Software Version V500R005C10SPC300
#
sysname FW
#
ike proposal 10
 encryption-algorithm aes-256 3des
 dh group14
#
ike peer b
 undo version 1
 pre-shared-key cipher abc // remark
 remote-address 203.0.113.2
#
interface GigabitEthernet0/0/1
 description to a branch
 ip address 203.0.113.1 24
#
return
`;

test('every word says what it is: names by kind, defaults, weak algorithms, keys, names that nobody uses', () => {
  const found = tokens(CONFIG);
  for (const wanted of [
    'ike keyword declaration',
    '10 struct declaration',
    'encryption-algorithm keyword',
    'aes-256 enumMember',
    '3des enumMember deprecated',
    'group14 enumMember defaultLibrary',
    'b class declaration unused',
    'undo keyword modification',
    'cipher modifier',
    'abc string secret',
    '// remark comment',
    '203.0.113.2 number',
    'GigabitEthernet0/0/1 variable',
    'branch string',
  ])
    assert.ok(found.includes(wanted), `${wanted} in\n${found.join('\n')}`);
});

test('a default of another release is none, nor is a name unused that a policy uses', () => {
  const found = tokens(
    `${CONFIG.replace('V500R005C10SPC300', 'V100R001')}ipsec policy m 1 isakmp\n ike-peer b\n#\n`,
  );
  assert.ok(found.includes('group14 enumMember') && found.includes('b class declaration'));
});

test('the types are those of the protocol', () => {
  const standard: string[] = Object.values(SemanticTokenTypes);
  for (const type of semanticTokensLegend.tokenTypes) assert.ok(standard.includes(type), type);
});

test('a range has the tokens of its lines', () => {
  const range = { start: { line: 4, character: 0 }, end: { line: 4, character: 9 } };
  assert.deepEqual(tokens(CONFIG, snapshotOf(CONFIG), range), [
    'ike keyword declaration',
    'proposal keyword declaration',
    '10 struct declaration',
  ]);
});

test('what a device printed has none, what was typed there has', () => {
  const text =
    '<FW>system-view\n[FW]ike peer b\n[FW-ike-peer-b]dpd type periodic\n[FW-ike-peer-b]display ike sa\n dh group2\n';
  const found = tokens(text, snapshotOf(text, 'huawei-vrp-output'));
  assert.ok(found.includes('b class declaration') || found.includes('b class declaration unused'));
  assert.ok(!found.some((each) => each.startsWith('group2')));
});

test('an edit takes the tokens of the other views as they are', () => {
  const workspace = new Workspace();
  workspace.set(URI, CONFIG, 'huawei-vrp', 1);
  const before = languageService.semanticTokens(workspace.snapshot, URI);
  const range = { start: { line: 6, character: 9 }, end: { line: 6, character: 11 } };
  workspace.change(URI, [{ range, text: '2' }], 2);
  const after = languageService.semanticTokens(workspace.snapshot, URI);
  const edits = semanticTokensEdits(before, after);
  assert.equal(edits.length, 1);
  assert.deepEqual([edits[0]?.deleteCount, edits[0]?.data?.length], [5, 5]);
  assert.deepEqual(
    tokens(CONFIG.replace('group14', 'group2'), workspace.snapshot),
    tokens(CONFIG.replace('group14', 'group2')),
  );
});

test('edits make of one answer the other', () => {
  const answer = fc
    .array(fc.array(fc.nat(2), { minLength: 5, maxLength: 5 }), { maxLength: 8 })
    .map((all) => all.flat());
  fc.assert(
    fc.property(answer, answer, (before, after) => {
      const data = [...before];
      for (const { start, deleteCount, data: inserted = [] } of semanticTokensEdits(before, after))
        data.splice(start, deleteCount, ...inserted);
      assert.deepEqual(data, after);
    }),
  );
});

test('tokens stand in order and never overlap, whatever the text', () => {
  const line = fc.constantFrom(
    ...CONFIG.split('\n'),
    '# x',
    ' // y',
    'un ike peer b // z',
    'ike peer "a b"',
    '\u0000 dh group1',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const data = languageService.semanticTokens(snapshotOf(lines.join('\n')), URI);
      let end = 0;
      for (let at = 0; at < data.length; at += 5) {
        const [down = 0, right = 0, length = 0] = data.slice(at, at + 3);
        if (down === 0 && at > 0) assert.ok(right >= end);
        assert.ok(length > 0);
        end = length;
      }
    }),
    { numRuns: 300 },
  );
});
