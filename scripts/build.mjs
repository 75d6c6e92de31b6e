/**
 * `node scripts/build.mjs [--production] [--watch]`: bundles the extension, the language server and the command line into dist/.
 * `--production` minifies and leaves the source maps out; `--watch` builds again after every change, until Ctrl-C.
 */
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { install } from './install.mjs';
import { Failure, isMain, main, root } from './processes.mjs';

/** VS Code 1.100 runs extensions on Node 20, and so may the command line be. A package's module build is the one that can be bundled. */
const node = {
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  conditions: ['browser'],
  alias: { '@vscode/l10n': '@vscode/l10n/dist/browser.js' },
};

/**
 * Every bundle: its name in dist/, where it starts, what is special about it. Those of the extension and of the server run in Node and in
 * the web worker of a browser host: what needs Node is loaded only there. The map is the page of a web view.
 */
const bundles = [
  {
    name: 'client.browser.js',
    entry: 'client/src/extension.ts',
    options: { ...node, external: ['vscode'] },
    alias: 'client.js',
  },
  { name: 'server.browser.js', entry: 'server/src/entry.ts', options: node, alias: 'server.js' },
  {
    name: 'map.js',
    entry: 'client/map/main.ts',
    options: { platform: 'browser', format: 'iife', target: 'chrome130' },
  },
  { name: 'map.css', entry: 'client/map/map.css', options: {} },
  {
    name: 'cli.js',
    entry: 'server/src/cli.ts',
    options: { ...node, banner: { js: '#!/usr/bin/env node' } },
    executable: true,
  },
];

/** A bundle under the name that the Node host knows it by: the package holds its text once. */
function writeAliases() {
  for (const { name, alias } of bundles)
    if (alias) writeFileSync(join(root, 'dist', alias), `module.exports = require('./${name}');\n`);
}

/** What esbuild is told for one bundle. */
function optionsOf({ name, entry, options }, production) {
  return {
    ...options,
    entryPoints: [join(root, entry)],
    outfile: join(root, 'dist', name),
    bundle: true,
    minify: production,
    sourcemap: !production,
    legalComments: 'none',
    logLevel: 'warning',
    absWorkingDir: root,
  };
}

/** Builds everything once into an emptied dist/. */
export async function build({ production = false } = {}) {
  const { build: bundle } = await import('esbuild');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  try {
    await Promise.all(bundles.map((entry) => bundle(optionsOf(entry, production))));
  } catch {
    throw new Failure('The build failed: the lines above say where.');
  }
  writeAliases();
  for (const { name } of bundles.filter(({ executable }) => executable))
    chmodSync(join(root, 'dist', name), 0o755);
}

/** Builds after every change, until the process is ended. */
async function watch(production) {
  const { context } = await import('esbuild');
  const contexts = await Promise.all(
    bundles.map((entry) => context({ ...optionsOf(entry, production), logLevel: 'info' })),
  );
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeAliases();
  await Promise.all(contexts.map((one) => one.watch()));
  console.log('Watching …');
  await new Promise(() => undefined);
}

if (isMain(import.meta.url)) {
  await main(async () => {
    await install();
    const production = process.argv.includes('--production');
    await (process.argv.includes('--watch') ? watch(production) : build({ production }));
  });
}
