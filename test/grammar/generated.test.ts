import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { causes } from '../../server/src/causes';
import { commands } from '../../server/src/commands';
import { grammarOf, tokenize } from './grammars';

test('the grammars are what the tables make of them', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/grammars.mjs', '--check'], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
});

test('the README says what the rules say', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/docs.mjs', '--check'], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
});

test('every cause is scoped in a table row and in a log line', async () => {
  const grammar = await grammarOf('huawei-vrp-output');
  for (const { name } of causes) {
    for (const line of [` 203.0.113.1  500  ${name}  v2`, `IPSEC/4/X: (Reason=${name}, ReasonCode=1)`]) {
      const [tokens = []] = tokenize(grammar, line);
      const start = line.indexOf(name);
      const scoped = tokens.find((token) => token.start === start && token.end === start + name.length);
      assert.ok(
        scoped?.scopes.some((scope) => scope.startsWith('message.error.cause')),
        `${name} in "${line}"`,
      );
    }
  }
});

test('every command of the tables is scoped as a command', async () => {
  const grammar = await grammarOf('huawei-vrp');
  for (const { syntax } of commands) {
    const first = /^[A-Za-z][\w-]*/.exec(syntax)?.[0];
    if (first === undefined) continue;
    const [tokens = []] = tokenize(grammar, ` ${first} x`);
    const scopes = tokens.find((token) => token.start === 1)?.scopes ?? [];
    assert.ok(
      scopes.some((scope) => scope.startsWith('keyword.')),
      `${first}: ${scopes.join(' ')}`,
    );
  }
});

test('the package names the grammars that are there', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
    contributes: { grammars: { path: string; scopeName: string; language: string }[] };
  };
  for (const { path, scopeName } of manifest.contributes.grammars) {
    const grammar = JSON.parse(readFileSync(join(process.cwd(), path), 'utf8')) as { scopeName: string };
    assert.equal(grammar.scopeName, scopeName);
  }
});

test('Enter indents behind a line that opens a view, and only there', () => {
  const { onEnterRules } = JSON.parse(readFileSync('syntaxes/language-configuration.json', 'utf8')) as {
    onEnterRules: [{ beforeText: { pattern: string; flags: string } }, { beforeText: string }];
  };
  const [{ beforeText: opens }, { beforeText: closes }] = onEnterRules;
  const indents = new RegExp(opens.pattern, opens.flags);
  for (const line of [
    'ike peer b',
    'ike peer "branch 2" v1',
    'ike proposal 10',
    'ipsec policy map1 10 isakmp',
    'ipsec profile prof1',
    'acl number 3000',
    'interface GigabitEthernet 1/0/0',
    ' user u1',
  ])
    assert.match(line, indents);
  for (const line of [
    'ipsec policy map1 10 isakmp template temp1',
    'ipsec policy map1 shared local-interface LoopBack0',
    ' ipsec profile prof1',
    ' ospf cost 5',
    'undo ike peer b',
    'ike local-name a',
    ' dh group14',
  ])
    assert.doesNotMatch(line, indents);
  assert.match(' #', new RegExp(closes));
  assert.doesNotMatch(' # a remark', new RegExp(closes));
});
