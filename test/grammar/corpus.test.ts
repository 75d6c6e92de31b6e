import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { matchIn } from '../../server/src/syntax/views';
import { Document } from '../../server/src/syntax/document';
import { decode } from '../../server/src/text/decode';
import { grammarOf, tokenize } from './grammars';

const corpus = join(process.cwd(), '..', 'shared', 'corpus', 'configs');
const skip = existsSync(corpus) ? false : 'the corpus of real files is not beside this repository';

const files = skip
  ? []
  : readdirSync(corpus).flatMap((folder) =>
      readdirSync(join(corpus, folder)).map((file) => join(corpus, folder, file)),
    );

test('in real files every secret is scoped as one, to its end', { skip }, async () => {
  const grammar = await grammarOf('huawei-vrp');
  let secrets = 0;
  const missed: string[] = [];
  for (const file of files) {
    const text = decode(readFileSync(file))?.text ?? '';
    const tokens = tokenize(grammar, text);
    const lines = Document.parse(text, 'huawei-vrp').items.flatMap((item) => item.lines);
    for (const [number, line] of lines.entries()) {
      const match = line.match ?? matchIn('free', line.words)?.match;
      match?.words.forEach((word, at) => {
        const span = line.words[at];
        if (word.kind !== 'argument' || word.argument.type !== 'secret' || !span) return;
        secrets++;
        for (const token of tokens[number] ?? []) {
          if (token.end <= span.start || token.start >= span.end) continue;
          if (token.scopes.some((scope) => scope.startsWith('string.other.secret'))) continue;
          missed.push(
            `${file}:${number + 1} characters ${token.start}-${token.end} have ${token.scopes.join(' ')}`,
          );
        }
      });
    }
  }
  assert.deepEqual(missed, []);
  assert.ok(secrets > 200, `${secrets} secrets`);
});

test('in real files no secret or string swallows the lines behind it', { skip }, async () => {
  const grammar = await grammarOf('huawei-vrp');
  for (const file of files) {
    const text = decode(readFileSync(file))?.text.replaceAll('\0', '') ?? '';
    const tokens = tokenize(grammar, text);
    for (const [number, line] of text.split(/\r?\n/).entries()) {
      const scopes = (tokens[number] ?? []).flatMap((token) => token.scopes);
      if (/^#\s*$/.test(line))
        assert.ok(scopes.some((scope) => scope.startsWith('punctuation.separator.section')));
      if (/^interface \S/.test(line))
        assert.ok(scopes.some((scope) => scope.startsWith('keyword.control.view')));
    }
  }
});

test('a hostile line costs little', async () => {
  const hostile = [
    'a'.repeat(100_000),
    '%^%#'.repeat(25_000),
    '" '.repeat(50_000),
    '1.1.1.'.repeat(20_000),
    '-'.repeat(100_000),
  ];
  for (const language of ['huawei-vrp', 'huawei-vrp-output'] as const) {
    const grammar = await grammarOf(language);
    for (const line of hostile) assert.ok(tokenize(grammar, line).length === 1);
  }
});
