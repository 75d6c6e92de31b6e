import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Position, Range, SelectionRange } from 'vscode-languageserver-types';
import { languageService, Workspace } from '../../../server/src/languageService';
import type { LanguageId } from '../../../server/src/syntax/classify';
import { marked, ODD_POSITIONS, uriOf } from './marked';
import { CAPTURE, CONFIG } from './outlineFiles';

function chain(selection: SelectionRange | undefined): Range[] {
  return selection ? [selection.range, ...chain(selection.parent)] : [];
}

/** What is selected around the cursor: the text within a line, else the lines counted from 1. */
function steps(files: Readonly<Record<string, string>>): string[] {
  const { snapshot, uri, position } = marked(files);
  const [found] = languageService.selectionRanges(snapshot, uri, [position]);
  return chain(found).map(({ start, end }) =>
    start.line === end.line
      ? (snapshot.file(uri)?.document.lineAt(start.line)?.line.text ?? '').slice(
          start.character,
          end.character,
        )
      : `${start.line + 1}-${end.line + 1}`,
  );
}

test('from the word by the argument, the command and the views to the file', () => {
  const at = (before: string): Record<string, string> => {
    const offset = CONFIG.indexOf(before) + before.length;
    return { 'a.cfg': `${CONFIG.slice(0, offset)}|${CONFIG.slice(offset)}` };
  };
  assert.deepEqual(steps(at('id-type ip 203.0')), [
    '',
    '203.0.113.7',
    'id-type ip 203.0.113.7',
    '  id-type ip 203.0.113.7',
    '16-18',
    '15-20',
    '1-37',
  ]);
});

test('a name in quotes without them first, an interface in two words as one argument', () => {
  assert.deepEqual(steps({ 'a.cfg': '#\nsysname FW_A\n#\nike peer "a |b"\n#\n' }).slice(0, 4), [
    '',
    'a b',
    '"a b"',
    'ike peer "a b"',
  ]);
  assert.deepEqual(
    steps({ 'a.cfg': '#\nsysname FW_A\n#\ninterface Gigabit|Ethernet 1/0/0\n#\n' }).slice(0, 4),
    ['', 'GigabitEthernet', 'GigabitEthernet 1/0/0', 'interface GigabitEthernet 1/0/0'],
  );
});

test('in a capture by the object and the command', () => {
  const offset = CAPTURE.indexOf('203.0.113.3');
  const found = steps({ 'a.txt': `${CAPTURE.slice(0, offset)}|${CAPTURE.slice(offset)}` });
  assert.deepEqual(found.slice(-3), ['7-9', '1-9', '1-23']);
});

test('whatever the text and the place, each step takes in more than the one before', () => {
  const key = ({ line, character }: Position): number => line * 1e6 + character;
  const line = fc.constantFrom(...new Set((CONFIG + CAPTURE).split('\n')));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r')), { maxLength: 25 }),
      fc.constantFrom<LanguageId>('huawei-vrp', 'huawei-vrp-output'),
      fc.record({ line: fc.integer({ min: -1, max: 30 }), character: fc.integer({ min: -1, max: 60 }) }),
      (lines, language, position) => {
        const workspace = new Workspace();
        workspace.set(uriOf('x'), lines.flat().join(''), language, 1);
        const positions = [position, ...ODD_POSITIONS];
        const found = languageService.selectionRanges(workspace.snapshot, uriOf('x'), positions);
        assert.equal(found.length, positions.length);
        for (const each of found) {
          const ranges = chain(each);
          for (const [at, { start, end }] of ranges.entries()) {
            const next = ranges[at + 1];
            if (!next) continue;
            assert.ok(key(next.start) <= key(start) && key(end) <= key(next.end));
            assert.ok(key(next.start) < key(start) || key(end) < key(next.end));
          }
        }
      },
    ),
    { numRuns: 300 },
  );
});
