import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { algorithmByConfig, type AlgorithmKind } from '../../server/src/commands/algorithms';
import { Workspace } from '../../server/src/languageService';
import { Document } from '../../server/src/syntax/document';
import { reportTunnels } from '../../server/src/cli/tunnels';
import { findingsIn } from '../../server/src/workspace/tunnels';

const snippets = JSON.parse(readFileSync('snippets/huawei-vrp.json', 'utf8')) as Record<
  string,
  { prefix: string[]; description: string; body: string[] }
>;

const CHOICE = /\$\{(\d+)\|([^|]*)\|\}/g;

/** The texts a snippet can leave: every placeholder as it is, and each offer of each list once. */
function expansions(body: readonly string[]): string[] {
  const text = body.join('\n');
  const plain = (pick: (number: string, offers: readonly string[]) => string | undefined): string =>
    text
      .replace(CHOICE, (_, number: string, offers: string) => pick(number, offers.split(',')) ?? '')
      .replace(/\$\{\d+:([^}]*)\}/g, '$1')
      .replace(/\$\d+/g, '');
  const all = [plain((_, [first]) => first)];
  for (const [, chosen, offers = ''] of text.matchAll(CHOICE)) {
    for (const offer of offers.split(',').slice(1))
      all.push(plain((number, [first]) => (number === chosen ? offer : first)));
  }
  return all;
}

test('the Chinese snippets are the same blocks with other names', () => {
  const chinese = JSON.parse(readFileSync('snippets/huawei-vrp.zh-cn.json', 'utf8')) as typeof snippets;
  const lines = (all: typeof snippets): unknown =>
    Object.values(all).map(({ prefix, body }) => [prefix, body]);
  assert.deepEqual(lines(chinese), lines(snippets));
  for (const [name, { description }] of Object.entries(chinese))
    assert.match(name + description, /\p{Script=Han}/u);
});

/** Errors and warnings of some files, over the whole of them. */
function problems(files: Readonly<Record<string, string>>): string[] {
  const workspace = new Workspace();
  for (const [uri, text] of Object.entries(files)) workspace.set(uri, text, 'huawei-vrp');
  return Object.keys(files).flatMap((uri) =>
    findingsIn(workspace.snapshot, uri).map(({ rule, message }) => `${rule.id}: ${message}`),
  );
}

for (const [name, { body, prefix, description }] of Object.entries(snippets)) {
  test(`snippet "${name}": every line is a whole command of its view, whatever is chosen`, () => {
    assert.ok(prefix.every((each) => /^(?:ike|ipsec|acl|site|tunnel)/.test(each)) && description.length > 20);
    for (const text of expansions(body)) {
      for (const line of Document.parse(text, 'huawei-vrp').items.flatMap((item) => item.lines)) {
        if (line.kind !== 'command' || line.text === 'return') continue;
        assert.equal(line.match?.status, 'complete', `"${line.text}" in the view ${line.view}`);
        assert.equal(line.match.abbreviated, false, line.text);
      }
    }
  });

  test(`snippet "${name}": nothing in it is a problem, whatever is chosen`, () => {
    for (const text of expansions(body)) {
      const files = text.split(/(?<=return\n)\n/);
      assert.deepEqual(
        problems(Object.fromEntries(files.map((each, at) => [`file:///fw${at}.cfg`, each]))),
        [],
        text,
      );
    }
  });

  test(`snippet "${name}": every algorithm is a strong one`, () => {
    const KINDS: readonly (readonly [RegExp, AlgorithmKind])[] = [
      [/ encryption-algorithm (\S+)$/, 'encryption'],
      [/ authentication-algorithm (\S+)$/, 'hash'],
      [/ integrity-algorithm (\S+)$/, 'integrity'],
      [/ prf (\S+)$/, 'prf'],
      [/ (?:dh|pfs) (?:dh-)?(\S+)$/, 'dh'],
    ];
    for (const line of expansions(body).flatMap((text) => text.split('\n'))) {
      for (const [pattern, kind] of KINDS) {
        const word = pattern.exec(line)?.[1];
        if (word !== undefined) assert.equal(algorithmByConfig(kind, [word])?.strength, 'strong', line);
      }
    }
  });
}

test('there is a snippet for every part of a tunnel, and its prefix is the command', () => {
  const prefixes = new Set(Object.values(snippets).flatMap(({ prefix }) => prefix));
  for (const wanted of [
    'ike proposal',
    'ike peer v1 psk',
    'ike peer v2 psk',
    'ike peer v1 certificate',
    'ike peer v2 certificate',
    'ipsec proposal',
    'ipsec policy',
    'ipsec policy-template',
    'ipsec profile',
    'acl',
    'site-to-site',
  ])
    assert.ok(prefixes.has(wanted), wanted);
});

test('the site-to-site pair, in two files, is a tunnel that comes up', () => {
  const [text = ''] = expansions(snippets['Site-to-site pair']?.body ?? []);
  const files = text.split(/(?<=return\n)\n/);
  assert.equal(files.length, 2);
  const workspace = new Workspace();
  files.forEach((each, at) => {
    workspace.set(`file:///fw${at}.cfg`, each, 'huawei-vrp');
  });
  const tunnels = reportTunnels(workspace.snapshot, (uri) => uri);
  assert.deepEqual(
    tunnels.map(({ verdict, causes }) => [verdict, causes]),
    [['ok', []]],
  );
});
