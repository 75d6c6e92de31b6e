/** What a browser host loads, bundled: the suites, with `*.browser.ts` in the place of what needs Node, and the file system of the tests. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../../scripts/processes.mjs';

const suites = join(root, 'test', 'vscode', 'suite');

/** What packages for Node expect to find everywhere. */
const globals = 'const global = globalThis; const process = { env: {} };';

const options = {
  bundle: true,
  format: 'cjs',
  platform: 'browser',
  target: 'es2022',
  external: ['vscode'],
  logLevel: 'warning',
  write: false,
  absWorkingDir: root,
};

/** The entry of the suites: every *.test.ts, and what VS Code calls. */
function entry() {
  const files = readdirSync(suites)
    .filter((file) => file.endsWith('.test.ts'))
    .sort();
  return `
    import { grep, language, leaveResults } from './host';
    import { runAll } from './runner';
    ${files.map((file) => `import './${file}';`).join('\n')}
    export async function run() {
      const results = await runAll(grep, language);
      await leaveResults(results);
      if (results.failed > 0) throw new Error(results.failed + ' tests failed');
    }`;
}

/** The text of the bundle that esbuild makes of what it is told. */
async function bundle(what) {
  const { outputFiles } = await build({ ...options, ...what });
  return outputFiles[0].text;
}

/** The suites as one module, which runs the tests of a language whose name holds `grep`. */
export function bundleSuites(grep, language) {
  return bundle({
    stdin: { contents: entry(), resolveDir: suites, loader: 'ts' },
    resolveExtensions: ['.browser.ts', '.ts', '.js'],
    alias: {
      'node:assert/strict': join(root, 'test', 'vscode', 'browser', 'strictAssert.cjs'),
    },
    banner: { js: globals },
    define: {
      HUAWEI_IPSEC_GREP: JSON.stringify(grep),
      HUAWEI_IPSEC_LANGUAGE: JSON.stringify(language),
    },
  });
}

/** The file system of the tests as one module. */
export function bundleFileSystem() {
  return bundle({ entryPoints: [join(root, 'test', 'vscode', 'browser', 'memfs', 'extension.ts')] });
}
