import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commands } from '../../../server/src/commands';
import { parseFormat } from '../../../server/src/commands/notation';
import { printFormat } from '../../../server/src/commands/readable';
import { languageService } from '../../../server/src/languageService';
import type { LanguageId } from '../../../server/src/syntax/classify';
import { atCursor, URI } from './atCursor';

/** The first format at the `|` with the active part in brackets of its own; undefined where there is none. */
function help(marked: string, asked = false, language: LanguageId = 'huawei-vrp'): string | undefined {
  const { snapshot, position } = atCursor(marked, language);
  const found = languageService.signatureHelp(snapshot, URI, position, asked)?.signatures[0];
  if (!found) return undefined;
  const part = found.parameters?.[found.activeParameter ?? -1]?.label;
  assert.ok(Array.isArray(part));
  const [start, end] = part;
  return `${found.label.slice(0, start)}»${found.label.slice(start, end)}«${found.label.slice(end)}`;
}

test('the part that may stand at the cursor is the active one', () => {
  const rule = (typed: string): string => /».*«/.exec(help(`acl 3000\n rule ${typed}|\n`) ?? '')?.[0] ?? '';
  assert.equal(rule(''), '»<id>«');
  assert.equal(rule('5 name x '), '»{ permit | deny }«');
  assert.equal(rule('5 per'), '»{ permit | deny }«');
  assert.equal(rule('5 permit ip source 10.1.1.0 '), '»<source-wildcard>«');
  assert.equal(rule('5 permit ip source 10.1.1.0 0.0.0.255 destination '), '»<destination>«');
  assert.equal(rule('5 permit tcp destination-port ra'), '»range«');
  assert.match(help('ipsec policy m |') ?? '', /^ipsec policy <name> »<sequence>« isakmp$/);
});

test('undo has a format of its own', () => {
  assert.equal(help('acl 3000\n undo rule |\n', true), 'undo rule »<id>« [ <rest> ]');
});

test('a short command is explained only when somebody asks', () => {
  assert.equal(help('ike peer b\n dpd type |'), undefined);
  assert.equal(help('ike peer b\n dpd type |', true), 'dpd type »{ on-demand | periodic }«');
});

test('a part says what it is, with range and unit', () => {
  const { snapshot, position } = atCursor('ike proposal 10\n sa duration |');
  const found = languageService.signatureHelp(snapshot, URI, position, true)?.signatures[0];
  const part = found?.parameters?.[found.activeParameter ?? -1];
  assert.match((part?.documentation as { value: string }).value, /\(60–604800 seconds\)/);
});

test('nothing before the first word, in comments, and in what a device printed', () => {
  for (const marked of ['|', 'ike|', '# rule |', 'unknown |'])
    assert.equal(help(marked, true), undefined, marked);
  assert.equal(help('<FW>display ike sa\nrule 5 |', true, 'huawei-vrp-output'), undefined);
  assert.match(help('<FW>display ike peer |', true, 'huawei-vrp-output') ?? '', /^display ike peer \[ .*»/);
});

test('a format is printed with the place of each of its parts', () => {
  for (const { syntax } of commands) {
    const { text, leaves, groups } = printFormat(parseFormat(syntax));
    for (const { leaf, start, end } of leaves) {
      const shown = text.slice(start, end);
      assert.equal(
        leaf.node === 'keyword' ? leaf.word : shown.replace(/^<|>$/g, '').replaceAll('-', '').toLowerCase(),
        leaf.node === 'keyword' ? shown : leaf.name.replaceAll('-', '').toLowerCase(),
      );
    }
    for (const { start, end } of groups) assert.match(text.slice(start, end), /^[{[] .* [}\]]( \*)?$/);
    const count = (mark: string): number => text.split(mark).length;
    assert.deepEqual([count('{'), count('[')], [count('}'), count(']')], text);
  }
});
