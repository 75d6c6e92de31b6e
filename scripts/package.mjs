/**
 * `node scripts/package.mjs`: builds for production and leaves one .vsix at the top of the repository, listing what it holds.
 */
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { Failure, isMain, main, root, runNode, tail } from './processes.mjs';

/** An extension that takes longer to fetch than to read about has gone wrong. */
const limit = 1024 * 1024;

/** Where the .vsix of this version stands. */
export function vsixPath() {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return join(root, `${name}-${version}.vsix`);
}

/** Packages what `build` left in dist/; gives the path of the .vsix, which takes the place of any older one. */
export async function makeVsix({ quiet = false } = {}) {
  for (const file of readdirSync(root)) if (file.endsWith('.vsix')) rmSync(join(root, file));
  const vsix = vsixPath();
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const args = ['package', '--no-dependencies', '--allow-missing-repository', '--out', vsix];
  const { code, output } = await runNode([vsce, ...args]);
  if (code !== 0) throw new Failure(`The .vsix could not be packaged:\n${tail(output)}`);
  if (!quiet) console.log(output.trim());
  const { size } = statSync(vsix);
  if (size >= limit)
    throw new Failure(`The .vsix has ${size} bytes, more than the ${limit} that it may have.`);
  return vsix;
}

if (isMain(import.meta.url)) {
  await main(async () => {
    await install();
    await build({ production: true });
    await makeVsix();
  });
}
