import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { grammarOf, tokenize } from './grammars';

/** Under a line: carets where a scope must be; `- ` before the scope: must not be. A first line names the language. */
const CARETS = /^~(\s*)(\^+)\s+(-\s+)?(\S+)\s*$/;

const folder = join(process.cwd(), 'test', 'grammar', 'fixtures');

for (const file of readdirSync(folder).sort()) {
  test(`scopes of ${file}`, async () => {
    const all = readFileSync(join(folder, file), 'utf8').split('\n');
    const language = all[0] === '~ huawei-vrp-output' ? 'huawei-vrp-output' : 'huawei-vrp';
    const lines: string[] = [];
    const wanted: { line: number; from: number; to: number; not: boolean; scope: string; at: number }[] = [];
    for (const [at, text] of all.entries()) {
      if (at === 0) continue;
      const drawn = CARETS.exec(text);
      if (!drawn) {
        lines.push(text);
        continue;
      }
      const [, blanks = '', carets = '', not, scope = ''] = drawn;
      const from = blanks.length;
      wanted.push({
        line: lines.length - 1,
        from,
        to: from + carets.length,
        not: not !== undefined,
        scope,
        at: at + 1,
      });
    }
    assert.ok(wanted.length > 5, 'a fixture that expects nothing tests nothing');
    const tokens = tokenize(await grammarOf(language), lines.join('\n'));
    for (const { line, from, to, not, scope, at } of wanted) {
      let read = 0;
      for (const token of tokens[line] ?? []) {
        if (token.end <= from || token.start >= to || token.text.trim() === '') continue;
        read++;
        const has = token.scopes.some((each) => each === scope || each.startsWith(`${scope}.`));
        assert.equal(
          has,
          !not,
          `${file}:${at} "${token.text}" has ${token.scopes.join(' ')}, ${not ? 'not ' : ''}wanted ${scope}`,
        );
      }
      assert.ok(read > 0, `${file}:${at}: nothing stands above the carets`);
    }
  });
}
