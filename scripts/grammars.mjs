// Makes the TextMate grammars from the templates in syntaxes/src and the word lists of the command and cause tables.
// `npm run grammars` writes them; `npm run grammars -- --check` only says whether they are up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { configGrammar } from '../syntaxes/src/config.mjs';
import { outputGrammar } from '../syntaxes/src/output.mjs';
import { loadSource } from './load-source.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The words the grammars tell apart, taken from the tables. */
async function wordLists() {
  const { commands, operationalCommands } = await loadSource('server/src/commands/index.ts');
  const { parseFormat, keywordsOf } = await loadSource('server/src/commands/notation.ts');
  const { algorithms } = await loadSource('server/src/commands/algorithms.ts');
  const { causes } = await loadSource('server/src/causes/index.ts');
  const firstWord = (syntax) => /^[A-Za-z][\w-]*/.exec(syntax)?.[0];
  const leadingWords = (syntax) => /^[A-Za-z][\w-]*(?: [A-Za-z][\w-]*)*/.exec(syntax)?.[0] ?? '';
  const isKeyword = (word) => /^[A-Za-z][A-Za-z0-9-]*$/.test(word);
  const openers = new Set();
  const first = new Set();
  const inner = new Set();
  for (const { syntax, opens, undo } of commands) {
    const words = [syntax, typeof undo === 'string' ? undo : '']
      .filter((format) => format !== '')
      .flatMap((format) => keywordsOf(parseFormat(format)))
      .filter(isKeyword);
    const [head] = words;
    if (head !== undefined && firstWord(syntax) === head) {
      first.add(head.toLowerCase());
      if (opens) openers.add(leadingWords(syntax).toLowerCase());
    }
    for (const word of words.slice(1)) inner.add(word.toLowerCase());
  }
  const algorithmWords = new Set(
    algorithms.flatMap(({ config }) => config.flatMap((spelling) => spelling.split(' '))),
  );
  const displayWords = new Set(algorithms.flatMap(({ display }) => display));
  const names = causes.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
  const operational = new Set(
    operationalCommands.map(({ syntax }) => firstWord(syntax)).filter((word) => word !== undefined),
  );
  return {
    openers: [...openers].sort(),
    first: [...first].sort(),
    inner: [...inner].filter((word) => !/^\d+$/.test(word)).sort(),
    algorithms: [...algorithmWords].filter((word) => !/^\d+$/.test(word)).sort(),
    displayed: [...displayWords].sort(),
    operational: [...operational].sort(),
    causes: [...new Set(names)].sort(),
  };
}

const words = await wordLists();
let stale = 0;
for (const [file, grammar] of [
  ['huawei-vrp.tmLanguage.json', configGrammar(words)],
  ['huawei-vrp-output.tmLanguage.json', outputGrammar(words)],
]) {
  const path = join(root, 'syntaxes', file);
  const text = `${JSON.stringify(grammar, undefined, 2)}\n`;
  let before = '';
  try {
    before = readFileSync(path, 'utf8');
  } catch {
    // The first time there is none.
  }
  if (before === text) continue;
  if (process.argv.includes('--check')) {
    console.error(`syntaxes/${file} is not what the tables say: run npm run grammars.`);
    stale++;
  } else writeFileSync(path, text);
}
process.exitCode = stale > 0 ? 1 : 0;
