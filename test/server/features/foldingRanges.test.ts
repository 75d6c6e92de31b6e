import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { languageService, Workspace } from '../../../server/src/languageService';
import type { LanguageId } from '../../../server/src/syntax/classify';
import { CAPTURE, CONFIG } from './outlineFiles';
import { uriOf } from './marked';

const URI = uriOf('file');

/** What folds, as first and last line counted from 1, with the kind where it has one. */
function folds(text: string, language: LanguageId): string[] {
  const workspace = new Workspace();
  workspace.set(URI, text, language, 1);
  return languageService
    .foldingRanges(workspace.snapshot, URI)
    .map(({ startLine, endLine, kind }) => `${startLine + 1}-${endLine + 1}${kind ? ` ${kind}` : ''}`);
}

test('views, sections and comments of a configuration fold', () => {
  assert.deepEqual(folds(CONFIG, 'huawei-vrp'), [
    '1-2 comment',
    '6-7 region',
    '9-10 comment',
    '12-13',
    '15-20',
    '16-18',
    '19-20',
    '22-23',
    '27-29',
    '32-34',
  ]);
});

test('commands with their answers, the objects in them and tables fold', () => {
  assert.deepEqual(folds(CAPTURE, 'huawei-vrp-output'), [
    '1-9',
    '3-9',
    '4-6',
    '7-9',
    '11-20',
    '12-13',
    '14-20',
    '16-18',
  ]);
});

test('a table of rows folds from its first rule on', () => {
  const table = `<FW_A>display ike sa
IKE SA information :
 Conn-ID    Peer                VPN   Flag(s)   Phase
------------------------------------------------------
 83887864   203.0.113.2:500           RD|A      v2:2
 83887652   203.0.113.2:500           RD|A      v2:1
------------------------------------------------------

 Number of IKE SA : 2
`;
  assert.deepEqual(folds(table, 'huawei-vrp-output'), ['1-9', '4-7']);
});

test('the text of a banner folds', () => {
  const text =
    '#\nsysname FW_A\n#\nheader login information "\nKeep\nout\n"\n#\nike peer b\n remote-address 203.0.113.2\n#\n';
  assert.deepEqual(
    folds(text, 'huawei-vrp').filter((each) => each.startsWith('5')),
    ['5-7'],
  );
});

test('whatever the text, ranges lie in it, of more than one line, one a line, none across another', () => {
  const line = fc.constantFrom(...new Set((CONFIG + CAPTURE).split('\n')));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r')), { maxLength: 40 }),
      fc.constantFrom<LanguageId>('huawei-vrp', 'huawei-vrp-output'),
      (lines, language) => {
        const workspace = new Workspace();
        workspace.set(URI, lines.flat().join(''), language, 1);
        const all = languageService.foldingRanges(workspace.snapshot, URI);
        const open: number[] = [];
        const starts = new Set<number>();
        for (const { startLine, endLine } of all) {
          assert.ok(startLine >= 0 && startLine < endLine && endLine < lines.length + 1);
          assert.ok(!starts.has(startLine));
          starts.add(startLine);
          while ((open.at(-1) ?? Infinity) < startLine) open.pop();
          assert.ok(endLine <= (open.at(-1) ?? Infinity), JSON.stringify(all));
          open.push(endLine);
        }
      },
    ),
    { numRuns: 400 },
  );
});
