/** The display languages in which the suites run, and which suites are for which. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/processes.mjs';

const suites = join(root, 'test', 'vscode', 'suite');

/** `chinese.test.ts` is for the other language, all else compares English texts. */
const isChinese = (file) => file === 'chinese.test.ts';

/**
 * The languages in which a run has something to test: all, or with `grep` those of the suites whose text has it. The editor is not
 * started for nothing.
 */
export function languagesFor(grep = '') {
  const files = readdirSync(suites)
    .filter((file) => file.endsWith('.test.ts'))
    .filter((file) => {
      const text = readFileSync(join(suites, file), 'utf8');
      return grep.split('›').every((part) => text.includes(part.trim()));
    });
  const found = ['en', 'zh-cn'].filter((language) => {
    return files.some((file) => isChinese(file) === (language === 'zh-cn'));
  });
  return found.length > 0 ? found : ['en'];
}

/** The counts of several runs together. */
export function sum(counts) {
  return counts.reduce(
    (all, { passed, failed, skipped }) => ({
      passed: all.passed + passed,
      failed: all.failed + failed,
      skipped: all.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}
