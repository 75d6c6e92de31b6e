/** Where VS Code enters the suites: loads every *.test.ts of this folder, runs them, and leaves the counts for the launcher. */
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { grep, language, leaveResults, root } from './host';
import { runAll } from './runner';

/** The compiled suites, without those whose source is gone. */
function suiteFiles(): string[] {
  const sources = join(root, relative(join(root, 'out'), __dirname));
  return readdirSync(__dirname)
    .filter((file) => file.endsWith('.test.js') && existsSync(join(sources, file.replace(/\.js$/, '.ts'))))
    .sort();
}

/** Called by VS Code; a thrown error makes its exit code 1. */
export async function run(): Promise<void> {
  const load = createRequire(__filename);
  for (const file of suiteFiles()) load(join(__dirname, file));
  const results = await runAll(grep, language);
  await leaveResults(results);
  if (results.failed > 0) throw new Error(`${results.failed} tests failed`);
}
