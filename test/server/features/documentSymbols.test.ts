import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { SymbolKind, type DocumentSymbol, type Range } from 'vscode-languageserver-types';
import { languageService, Workspace } from '../../../server/src/languageService';
import type { LanguageId } from '../../../server/src/syntax/classify';
import { CAPTURE, CONFIG } from './outlineFiles';
import { uriOf } from './marked';

const URI = uriOf('file');

function symbols(text: string, language: LanguageId): DocumentSymbol[] {
  const workspace = new Workspace();
  workspace.set(URI, text, language, 1);
  return languageService.documentSymbols(workspace.snapshot, URI);
}

/** An outline as a drawing: a line each, deeper ones indented, with first and last line counted from 1. */
function drawn(all: readonly DocumentSymbol[], depth = 0): string[] {
  return all.flatMap(({ name, detail, range, children }) => [
    `${'  '.repeat(depth)}${name}${detail ? ` (${detail})` : ''} ${range.start.line + 1}-${range.end.line + 1}`,
    ...drawn(children ?? [], depth + 1),
  ]);
}

test('a configuration is its views, within each other', () => {
  assert.deepEqual(drawn(symbols(CONFIG, 'huawei-vrp')), [
    'sysname FW_A 4-4',
    'acl number 3000 12-13',
    'ike user-table 1 15-20',
    '  user one 16-18',
    '  user two 19-20',
    'ike peer b (203.0.113.2) 22-23',
    'time-range work 08:00 to 18:00 working-day 25-25',
    'ipsec policy map1 10 isakmp (b · 3000) 27-29',
    'ipsec policy map1 20 isakmp template temp1 30-30',
    'interface GigabitEthernet1/0/0 (203.0.113.1 255.255.255.0 · map1) 32-34',
  ]);
});

test('a capture is its answered commands, with what they show', () => {
  assert.deepEqual(drawn(symbols(CAPTURE, 'huawei-vrp-output')), [
    'display ike peer (FW_A) 1-9',
    '  IKE peer b 4-6',
    '  IKE peer c 7-9',
    'ike peer b 11-20',
    '  pre-shared-key (FW_A) 12-13',
    '  display this (FW_A) 14-20',
    '    ike peer b (203.0.113.2) 16-18',
  ]);
});

test('no key is in an outline', () => {
  const all = JSON.stringify([symbols(CONFIG, 'huawei-vrp'), symbols(CAPTURE, 'huawei-vrp-output')]);
  assert.ok(!/Example-Key-1|abcdefghijklmnop/.test(all));
});

test('several devices in one file are told apart', () => {
  const two = CONFIG + CONFIG.replaceAll('FW_A', 'FW_B');
  const [a, b, ...others] = symbols(two, 'huawei-vrp');
  assert.deepEqual([a?.name, b?.name, others.length], ['FW_A', 'FW_B', 0]);
  assert.equal(a?.kind, SymbolKind.Module);
  assert.equal(a.children?.length, 8);
});

function isInside(inner: Range, outer: Range): boolean {
  const key = ({ line, character }: Range['start']): number => line * 1e6 + character;
  return key(outer.start) <= key(inner.start) && key(inner.end) <= key(outer.end);
}

test('whatever the text, each symbol has a name, lies within its parent, and its name within itself', () => {
  const line = fc.constantFrom(...new Set((CONFIG + CAPTURE).split('\n')));
  const check = (all: readonly DocumentSymbol[], within: Range | undefined): void => {
    for (const { name, range, selectionRange, children } of all) {
      assert.notEqual(name.trim(), '');
      assert.ok(isInside(selectionRange, range), `${name}: ${JSON.stringify([selectionRange, range])}`);
      if (within) assert.ok(isInside(range, within), name);
      check(children ?? [], range);
    }
  };
  fc.assert(
    fc.property(
      fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r', ' \n')), { maxLength: 40 }),
      fc.constantFrom<LanguageId>('huawei-vrp', 'huawei-vrp-output'),
      (lines, language) => {
        check(symbols(lines.flat().join(''), language), undefined);
      },
    ),
    { numRuns: 400 },
  );
});

test('symbols of all devices are found by the characters of their names, in any spacing', () => {
  const workspace = new Workspace();
  workspace.set(uriOf('a.cfg'), CONFIG, 'huawei-vrp', 1);
  workspace.set(
    uriOf('b.cfg'),
    CONFIG.replaceAll('FW_A', 'FW_B').replaceAll('203.0.113.1 ', '203.0.113.2 '),
    'huawei-vrp',
  );
  const found = (query: string): string[] =>
    languageService
      .workspaceSymbols(workspace.snapshot, query)
      .map(
        ({ name, containerName, location }) =>
          `${containerName ?? ''}: ${name} ${location.range.start.line + 1}`,
      );
  assert.deepEqual(found('peerb'), ['FW_A: ike peer b 22', 'FW_B: ike peer b 22']);
  assert.deepEqual(found('IKE Peer'), ['FW_A: ike peer b 22', 'FW_B: ike peer b 22']);
  assert.deepEqual(found('fw_b ike peer'), ['FW_B: ike peer b 22']);
  assert.deepEqual(found('nothing like it'), []);
  assert.equal(found('').length, 20);
});

test('an edit elsewhere leaves the outline of other parts as it was', () => {
  const workspace = new Workspace();
  workspace.set(URI, CONFIG, 'huawei-vrp', 1);
  const before = drawn(languageService.documentSymbols(workspace.snapshot, URI));
  workspace.change(
    URI,
    [{ range: { start: { line: 3, character: 12 }, end: { line: 3, character: 12 } }, text: '2' }],
    2,
  );
  const after = drawn(languageService.documentSymbols(workspace.snapshot, URI));
  assert.deepEqual(
    after,
    before.map((each) => each.replace('sysname FW_A', 'sysname FW_A2')),
  );
});
