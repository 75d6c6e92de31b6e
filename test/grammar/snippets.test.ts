import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Document } from '../../server/src/syntax/document';
import { Workspace } from '../../server/src/languageService';
import { analyse } from '../../server/src/workspace/analysis';

const snippets = JSON.parse(readFileSync('snippets/huawei-vrp.json', 'utf8')) as Record<
  string,
  { prefix: string[]; description: string; body: string[] }
>;

/** The text a snippet leaves when every placeholder is taken as it is. */
function expand(body: readonly string[]): string {
  return body
    .join('\n')
    .replace(/\$\{\d+\|([^,|]*)[^}]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d+/g, '');
}

for (const [name, { body }] of Object.entries(snippets)) {
  test(`snippet "${name}": every line is a whole command of its view`, () => {
    const document = Document.parse(expand(body), 'huawei-vrp');
    for (const item of document.items) {
      for (const line of item.lines) {
        if (line.kind !== 'command' || line.text === 'return') continue;
        assert.equal(line.match?.status, 'complete', `"${line.text}" in the view ${line.view}`);
        assert.equal(line.match.abbreviated, false, line.text);
      }
    }
  });
}

test('the site-to-site pair has no problem on either end', () => {
  const [first = '', second = ''] = expand(snippets['Site-to-site pair']?.body ?? []).split('return\n\n');
  for (const text of [`${first}return\n`, second]) {
    const workspace = new Workspace();
    workspace.set('file:///fw.cfg', text, 'huawei-vrp');
    const file = workspace.snapshot.file('file:///fw.cfg');
    assert.ok(file);
    assert.deepEqual(
      analyse(file).findings.map((finding) => `${finding.rule.id}: ${finding.message}`),
      [],
    );
  }
});
