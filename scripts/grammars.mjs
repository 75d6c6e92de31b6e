// Makes the TextMate grammars, and the language configuration of configurations, from the templates in syntaxes/src and the command and
// cause tables.
// `npm run grammars` writes them; `npm run grammars -- --check` only says whether they are up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { configGrammar } from '../syntaxes/src/config.mjs';
import { languageConfiguration } from '../syntaxes/src/language.mjs';
import { outputGrammar } from '../syntaxes/src/output.mjs';
import { loadSource } from './load-source.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The words the grammars tell apart, taken from the tables. */
async function wordLists() {
  const { commands, operationalCommands, views } = await loadSource('server/src/commands/index.ts');
  const { parseFormat, keywordsOf } = await loadSource('server/src/commands/notation.ts');
  const { algorithms } = await loadSource('server/src/commands/algorithms.ts');
  const { causes } = await loadSource('server/src/causes/index.ts');
  const leadingWords = (syntax) => /^[A-Za-z][\w-]*(?: [A-Za-z][\w-]*)*/.exec(syntax)?.[0] ?? '';
  const isKeyword = (word) => /^(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9-]*$/.test(word);
  const inner = new Set();
  for (const { syntax, undo } of commands) {
    for (const format of [syntax, ...(typeof undo === 'string' ? [undo] : [])]) {
      const [, ...words] = keywordsOf(parseFormat(format)).filter(isKeyword);
      for (const word of words) inner.add(word.toLowerCase());
    }
  }
  const algorithmWords = new Set(
    algorithms.flatMap(({ config }) => config.flatMap((spelling) => spelling.split(' '))),
  );
  const displayWords = new Set(algorithms.flatMap(({ display }) => display));
  const names = causes.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
  const indentedElsewhere = new Set(
    commands
      .filter(({ opens, view }) => !opens && ![view].flat().every((each) => each === 'system'))
      .map(({ syntax }) => leadingWords(syntax).toLowerCase()),
  );
  return {
    commands: commands.map(({ syntax, opens, undo, view }) => ({
      formats: [syntax, ...(typeof undo === 'string' ? [undo] : [])].map((format) => parseFormat(format)),
      opens: opens !== undefined,
      // Of other features only some lines are known, and of those not every word.
      partial: [view].flat().includes('free'),
      // Where the same words are a command of another view, only a line without blanks before it opens one.
      indented: view !== 'system' || !indentedElsewhere.has(leadingWords(syntax).toLowerCase()),
    })),
    inner: [...inner].filter((word) => !/^\d+$/.test(word)).sort(),
    algorithms: [...algorithmWords].filter((word) => !/^\d+$/.test(word)).sort(),
    displayed: [...displayWords].sort(),
    operational: operationalCommands.map(({ syntax }) => ({ formats: [parseFormat(syntax)] })),
    prompts: views
      .flatMap(({ prompt }) => (prompt === undefined ? [] : [prompt].flat()))
      .map((prompt) => prompt.replace(/(?:-\*)+$/, ''))
      .sort((a, b) => b.length - a.length || (a < b ? -1 : 1)),
    causes: [...new Set(names)].sort(),
  };
}

const words = await wordLists();
let stale = 0;
for (const [file, grammar] of [
  ['huawei-vrp.tmLanguage.json', configGrammar(words)],
  ['huawei-vrp-output.tmLanguage.json', outputGrammar(words)],
  ['language-configuration.json', languageConfiguration(words)],
]) {
  const path = join(root, 'syntaxes', file);
  const text = `${JSON.stringify(grammar, undefined, 1)}\n`;
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
