import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver-types';
import { languageService, Workspace } from '../../../server/src/languageService';
import { Document } from '../../../server/src/syntax/document';
import type { Block, Item } from '../../../server/src/syntax/tree';
import type { LanguageId } from '../../../server/src/syntax/classify';

const URI = 'file:///device.cfg';

function apply(text: string, edits: TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create(URI, 'huawei-vrp', 1, text), edits);
}

function snapshotOf(text: string, language: LanguageId = 'huawei-vrp'): Workspace['snapshot'] {
  const workspace = new Workspace();
  workspace.set(URI, text, language);
  return workspace.snapshot;
}

const editsOf = (text: string): TextEdit[] => languageService.formatting(snapshotOf(text), URI);
const format = (text: string): string => apply(text, editsOf(text));

test('lines stand a blank deeper than the view that they are in, as devices save them', () => {
  assert.equal(
    format(
      '  ike proposal 10\n    dh group14\n\tencryption-algorithm aes-256\n#\naaa\n    domain d\n        service-type ike\n#\n',
    ),
    'ike proposal 10\n dh group14\n encryption-algorithm aes-256\n#\naaa\n domain d\n  service-type ike\n#\n',
  );
});

test('a script without blanks gets them', () => {
  assert.equal(
    format('ike proposal 10\ndh group14\nquit\nike peer b\nremote-address 203.0.113.2\nquit\n'),
    'ike proposal 10\n dh group14\n quit\nike peer b\n remote-address 203.0.113.2\n quit\n',
  );
});

test('sections of a saved file stand between marks; in a script there are none', () => {
  const section = 'acl number 3000\n rule 5 permit ip\n';
  assert.equal(
    format(`#\nsysname FW\n${section}ike peer b\n  #\nike peer c\n#\nreturn\n`),
    `#\nsysname FW\n#\n${section}#\nike peer b\n#\nike peer c\n#\nreturn\n`.replace(
      'ike peer b\n#',
      'ike peer b\n  #',
    ),
  );
  const unmarked = `sysname FW\n${section}ike peer b\n dpd type periodic\n`;
  assert.equal(format(unmarked), unmarked);
});

test('blanks behind a line go; what a device saves is left alone', () => {
  assert.equal(
    format('ike proposal 10   \n dh group14\t \n   \n#  \n'),
    'ike proposal 10\n dh group14\n\n#\n',
  );
  const saved = '#\nsysname FW_A\n#\nike peer b\n pre-shared-key %^%#a  b%^%#\n#\nreturn\n';
  assert.deepEqual(editsOf(saved), []);
  // Some lines of the system view are saved a blank deeper, some with a blank behind them; other features have views within views.
  const others = ' sysname R1\n#\naaa \n#\nospf 1\n area 0.0.0.0\n  network 10.0.0.0 0.0.0.255\n#\n';
  assert.deepEqual(editsOf(others), []);
});

test('texts, keys, banners, remarks and comments stay as they are', () => {
  for (const text of [
    'interface GigabitEthernet0/0/1\n description to   branch  2  \n',
    'ike peer b\n pre-shared-key cipher  secret  \n',
    'ike peer b\n pre-shared-key "two  words"  \n',
    'header shell information "\n   Keep   out  \n  # \n"\n',
    '# a   comment  \n  // a   remark  \n',
    '!Software   Version V500R005C10SPC300  \n',
  ]) {
    assert.equal(format(text), text);
  }
});

test('an edit changes blanks and nothing else, and as few as can be', () => {
  const edits = editsOf('ike proposal 10\n   dh group14\n encryption-algorithm aes-256\n');
  assert.deepEqual(edits, [
    { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } }, newText: ' ' },
  ]);
});

test('of some lines only those are changed', () => {
  const text = 'ike proposal 10\n   dh group14\n   encryption-algorithm aes-256\n';
  const range = { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } };
  const edits = languageService.rangeFormatting(snapshotOf(text), URI, range);
  assert.equal(apply(text, edits), 'ike proposal 10\n   dh group14\n encryption-algorithm aes-256\n');
});

test('typing: a line is put right when it ends, and a mark ends a view at the beginning of the line', () => {
  const typed = (text: string, line: number, ch: string): string =>
    apply(text, languageService.onTypeFormatting(snapshotOf(text), URI, { line, character: 0 }, ch));
  assert.equal(
    typed('ike peer b\n    dpd  type periodic\n    ', 2, '\n'),
    'ike peer b\n dpd  type periodic\n    ',
  );
  assert.equal(typed('ike peer b\n dpd type periodic\n #', 2, '#'), 'ike peer b\n dpd type periodic\n#');
  // In the view of another feature a mark can stand among the lines.
  assert.equal(typed('bgp 1\n peer 10.0.0.1 enable\n #', 2, '#'), 'bgp 1\n peer 10.0.0.1 enable\n #');
  assert.equal(typed('', 0, '\n'), '');
  assert.equal(typed('x', 99, '#'), 'x');
});

test('a capture is never edited', () => {
  const text = '<FW>display current-configuration\n#\nike peer b\n     dpd type periodic\n#\n<FW>\n';
  const snapshot = snapshotOf(text, 'huawei-vrp-output');
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  assert.deepEqual(languageService.formatting(snapshot, URI), []);
  assert.deepEqual(languageService.rangeFormatting(snapshot, URI, range), []);
  assert.deepEqual(languageService.onTypeFormatting(snapshot, URI, { line: 4, character: 0 }, '\n'), []);
  assert.deepEqual(languageService.formatting(snapshot, 'file:///nothing'), []);
});

const LINES = [
  '#',
  ' #',
  '  #',
  '',
  '   ',
  'sysname FW_A',
  '  sysname FW_A ',
  'ike proposal 10',
  '   dh   group14',
  'dh group14 ',
  'ike peer b',
  '\tpre-shared-key cipher  a b ',
  ' remote-address 1.1.1.1',
  'remote-adress  1.1.1.1',
  'aaa',
  ' domain  d',
  '   service-type ike',
  'unknown   thing',
  '   deeper  unknown ',
  ' quit',
  'quit',
  'return',
  '// remark',
  ' # comment ',
  'header shell information "',
  ' banner  text',
  '"',
  'bgp 1',
  ' peer 10.0.0.1 enable',
  '  ipv4-family  unicast',
  'interface g0/0/1',
  '  description a  b ',
  'acl 3000',
  '  rule permit ip ',
  'rule 5 permit ip',
  '\u0000 dh group2',
  '\uFEFFsysname B',
  'ipsec policy m 1 isakmp',
  '  security acl 3000',
  'display version',
  '   acl number 3001',
  ' ike peer c // x ',
];

/** What the tree says of a text: views and words. */
function tree(text: string): unknown[] {
  const rows: unknown[] = [];
  const around = (block: Block | undefined, line: number): string[] =>
    block && line >= block.start && line < block.end
      ? [
          block.view,
          ...around(
            block.blocks.find((each) => line >= each.start && line < each.end),
            line,
          ),
        ]
      : [];
  for (const item of Document.parse(text, 'huawei-vrp').items as Item[])
    for (const [at, line] of item.lines.entries())
      if (line.kind !== 'blank' && line.kind !== 'separator')
        rows.push([
          line.kind,
          line.view,
          around(item.block, at),
          line.match?.command.syntax,
          line.words.map((word) => word.text),
        ]);
  return rows;
}

const texts = fc
  .array(fc.tuple(fc.constantFrom(...LINES), fc.constantFrom('\n', '\n', '\n', '\r\n', '\r')), {
    maxLength: 24,
  })
  .map((lines) => lines.map(([line, eol]) => line + eol).join(''));

test('whatever stands in a file, it means the same afterwards, and once is enough', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const once = format(text);
      assert.deepEqual(tree(once), tree(text));
      assert.equal(format(once), once);
      const marks = (each: string): string =>
        each.replace(/^[ \t]*#[ \t]*$/gm, '').replace(/[ \t\r\n]+/g, '');
      assert.equal(marks(once), marks(text));
    }),
    { numRuns: 1500 },
  );
});

test('so it is after each edit of some lines', () => {
  fc.assert(
    fc.property(texts, fc.nat(24), fc.nat(24), (text, a, b) => {
      const range = {
        start: { line: Math.min(a, b), character: 0 },
        end: { line: Math.max(a, b), character: 0 },
      };
      const after = apply(text, languageService.rangeFormatting(snapshotOf(text), URI, range));
      assert.deepEqual(tree(after), tree(text));
    }),
    { numRuns: 500 },
  );
});
