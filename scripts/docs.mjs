// Writes the rule table of the README from the rules themselves. `npm run docs` writes, `npm run docs -- --check` only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';
import { loadSource } from './load-source.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** One row a rule: what it finds, how serious it is, what the devices print, what the quick fix does. */
function ruleTable(rules) {
  const cell = (text) => text.replaceAll('|', '\\|');
  const rows = rules.map(({ id, severity, causes, documentation: { title, checks, repair } }) => {
    const leads = causes.map((cause) => `\`${cause}\``).join(', ');
    return `| \`${id}\` | ${severity} | **${title.en}.** ${cell(checks.en)} | ${leads} | ${cell(repair?.en ?? '')} |`;
  });
  return [
    '| rule | severity | what it finds | leads to | repair |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

/** Puts a text between the begin and end mark of a section. */
function fill(readme, section, text) {
  const begin = `<!-- ${section}:begin (npm run docs) -->`;
  const end = `<!-- ${section}:end -->`;
  const [head, rest] = readme.split(begin);
  const tail = rest?.split(end)[1];
  if (tail === undefined) throw new Error(`README.md has no section ${section}`);
  return `${head}${begin}\n\n${text}\n\n${end}${tail}`;
}

const { rules } = await loadSource('server/src/rules/index.ts');
const path = join(root, 'README.md');
const before = readFileSync(path, 'utf8');
const filled = fill(before, 'rules', ruleTable(rules));
const options = await prettier.resolveConfig(path);
const after = await prettier.format(filled, { ...options, filepath: path });
if (process.argv.includes('--check')) {
  if (before !== after) {
    console.error('README.md does not say what the rules say: run npm run docs.');
    process.exitCode = 1;
  }
} else writeFileSync(path, after);
