import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileProblem } from '../../../server/src/features/fileStatus';
import type { LanguageId } from '../../../server/src/syntax/classify';
import { Workspace } from '../../../server/src/workspace/workspace';

function problemOf(text: string, language: LanguageId): string | undefined {
  const workspace = new Workspace();
  workspace.set('file:///a.txt', text, language);
  return fileProblem(workspace.snapshot, 'file:///a.txt');
}

test('a line of a configuration that no device takes is told', () => {
  assert.equal(problemOf(`#\n${'x'.repeat(8192)}\n`, 'huawei-vrp'), undefined);
  assert.equal(
    problemOf(`#\n${'x'.repeat(8193)}\n`, 'huawei-vrp'),
    'Line 2 is longer than 8192 characters and is not analysed.',
  );
});

test('of what a device printed a longer line is read, and where it is not to its end that is told', () => {
  const answer = (length: number): string => `<FW>display ike sa\n${'x'.repeat(length)}\n<FW>\n`;
  assert.equal(problemOf(answer(262_144), 'huawei-vrp-output'), undefined);
  assert.equal(
    problemOf(answer(262_145), 'huawei-vrp-output'),
    'Only the first 262144 characters of line 2 are analysed.',
  );
});
