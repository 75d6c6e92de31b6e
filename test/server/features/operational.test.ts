import assert from 'node:assert/strict';
import { test } from 'node:test';
import { causes } from '../../../server/src/causes';
import { operationalCommands } from '../../../server/src/commands';
import { decidedBy, operationalPage } from '../../../server/src/features/hover/operational';
import { languageService } from '../../../server/src/languageService';
import { atCursor, URI } from './atCursor';

function hoverAt(marked: string): string {
  const { snapshot, position } = atCursor(marked, 'huawei-vrp-output');
  const found = languageService.hover(snapshot, URI, position);
  return (found?.contents as { value: string } | undefined)?.value ?? '';
}

test('a display command behind a prompt says what it shows and which causes it helps to decide', () => {
  const page = hoverAt('<FW_A>display ike pro|posal number 10\n');
  assert.match(page, /^```huawei-vrp\ndisplay ike proposal/);
  assert.match(page, /\nTyped in any view\n/);
  assert.match(page, /\n- `Encryption algorithm`: /i);
  assert.match(page, /\n- `initiator dh mismatch`: look at `DH group`/i);
  // Cut short as people type it, and in the view of something.
  assert.equal(hoverAt('[FW_A-ike-peer-b]dis ike prop|osal\n'), page);
  assert.match(hoverAt('<FW_A>reset ike s|a\n'), /reset ike sa/);
});

test('completion shows the same page', () => {
  const { snapshot, position } = atCursor('<FW_A>display ike |\n', 'huawei-vrp-output');
  const options = { snippets: false, insertReplace: false, deprecated: false, ownBlocks: false };
  const { items } = languageService.completion(snapshot, URI, position, options);
  const item = items.find(({ label }) => label === 'error-info');
  assert.ok(item);
  const { documentation } = languageService.resolveCompletion(snapshot, item);
  const { value } = documentation as { value: string };
  assert.match(value, /Helps to decide:/);
  assert.equal(value, hoverAt('<FW_A>display ike error-i|nfo\n'));
});

test('every display command that the steps of causes tell to run is known, and its page is no longer than one reads', () => {
  const known = new Set(operationalCommands.filter((each) => decidedBy(each).length > 0).flatMap(decidedBy));
  for (const { name, steps } of causes) {
    const commands = steps.flatMap((step) => step.commands ?? []);
    if (commands.some(({ command }) => /^display (?:ike|ipsec|acl|ip interface)\b/.test(command)))
      assert.ok(known.has(name), name);
  }
  for (const command of operationalCommands)
    assert.ok(operationalPage(command).length < 6000, command.syntax);
});
