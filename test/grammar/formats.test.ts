import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commands } from '../../server/src/commands';
import { parseFormat, type Argument, type Format } from '../../server/src/commands/notation';
import { grammarOf, tokenize } from './grammars';

type Word = Readonly<{ text: string; argument?: Argument }>;

/** A word of the type that reads like anything but one: names are keywords, keys hold what begins a remark. */
const SAMPLES: Readonly<Record<Argument['type'], string>> = {
  integer: '7',
  string: 'main',
  new: 'main',
  ref: 'main',
  ip: '192.0.2.1',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  mask: '255.255.255.0',
  wildcard: '0.0.0.255',
  prefix: '192.0.2.0/24',
  interface: 'GigabitEthernet1/0/0',
  secret: 'Key#1//x',
  text: 'text',
  time: '08:00',
  date: '2026/01/01',
};

/** Lines of a format: the first way through it, and one line for each other way at each place. */
function linesOf(format: Format): Word[][] {
  switch (format.node) {
    case 'keyword':
      return [[{ text: format.word }]];
    case 'argument': {
      const acl = format.kind === 'acl' && format.max !== undefined && format.max <= 5;
      return [[{ text: acl ? '3000' : SAMPLES[format.type], argument: format }]];
    }
    case 'optional':
      return [...linesOf(format.item), []];
    case 'repeat':
      return linesOf(format.item);
    case 'choice':
      return format.items.flatMap(linesOf);
    case 'sequence': {
      const parts = format.items.map(linesOf);
      const first = parts.map(([line = []]) => line);
      return [
        first.flat(),
        ...parts.flatMap((ways, at) =>
          ways.slice(1).map((way) => [...first.slice(0, at), way, ...first.slice(at + 1)].flat()),
        ),
      ];
    }
  }
}

/** What a scope of a word must begin with. */
function wanted({ argument }: Word): RegExp {
  switch (argument?.type) {
    case undefined:
      return /^(?:keyword\.|constant\.language|constant\.other\.algorithm|constant\.numeric)/;
    case 'secret':
      return /^string\.other\.secret/;
    case 'new':
    case 'ref':
    case 'interface':
      return /^entity\.name\.type/;
    default:
      return /./;
  }
}

/** `Virtual-Template 7` names an interface, whatever the command. */
const KNOWN: ReadonlySet<string> = new Set(['pppoe-server bind virtual-template 7']);

test('every way through every command format has the scopes of its words', async () => {
  const grammar = await grammarOf('huawei-vrp');
  const wrong: string[] = [];
  let lines = 0;
  for (const { syntax } of commands) {
    for (const words of linesOf(parseFormat(syntax))) {
      const text = ` ${words.map((word) => word.text).join(' ')}`;
      lines++;
      const [tokens = []] = tokenize(grammar, text);
      let at = 1;
      for (const word of words) {
        const end = at + word.text.length;
        const over = tokens.filter((token) => token.end > at && token.start < end);
        at = end + 1;
        const bad = over.find((token) => !token.scopes.some((scope) => wanted(word).test(scope)));
        const swallowed =
          word.argument?.type !== 'secret' &&
          over.some(({ scopes }) => scopes.some((scope) => scope.startsWith('string.other.secret')));
        if (!bad && !swallowed) continue;
        if (!KNOWN.has(text.trim()))
          wrong.push(`${text.trim()}: ${word.text} has ${over[0]?.scopes.slice(1).join(' ') ?? 'none'}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(lines > 2000, `${lines} lines`);
});
