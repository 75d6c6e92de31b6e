/**
 * `node scripts/install.mjs`: brings node_modules to what package-lock.json says.
 * Runs `npm ci` only where something differs, so that it costs nothing the second time. Needs Node and npm, nothing else.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, isMain, main, root, runNpm, tail } from './processes.mjs';

/** Reads a lock file; undefined where there is none or where it was cut off. */
function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** True where a locked package is made for this system. */
function isForThisSystem({ os, cpu }) {
  const allows = (names, actual) => names === undefined || [names].flat().includes(actual);
  return allows(os, process.platform) && allows(cpu, process.arch);
}

/**
 * Compares the lock file with what npm noted that it installed, and with the folders that are there.
 * Optional packages may be missing, but for the Node that this system needs; any other difference means that `npm ci` is due.
 */
export function isInstalled(folder = root) {
  const lock = readLock(join(folder, 'package-lock.json'));
  if (lock === undefined)
    throw new Failure('package-lock.json is missing or damaged: clone the repository again.');
  const installed = readLock(join(folder, 'node_modules', '.package-lock.json'));
  if (installed === undefined) return false;
  const { '': own, ...locked } = lock.packages;
  const optional = new Set(Object.keys(own.optionalDependencies ?? {}).map((name) => `node_modules/${name}`));
  for (const [path, entry] of Object.entries(locked)) {
    const there = installed.packages[path];
    if (there === undefined) {
      if (entry.optional && !(optional.has(path) && isForThisSystem(entry))) continue;
      return false;
    }
    if (there.version !== entry.version || there.integrity !== entry.integrity) return false;
    if (!existsSync(join(folder, path, 'package.json'))) return false;
  }
  return Object.keys(installed.packages).every((path) => path in locked);
}

/**
 * The locked Node must serve VS Code only. npm also links it as node_modules/.bin/node, which would make `npm test` run on another
 * Node the second time than the first.
 */
function unlinkLockedNode() {
  for (const name of ['node', 'node.cmd', 'node.ps1'])
    rmSync(join(root, 'node_modules', '.bin', name), { force: true });
}

/** Installs what is locked, where it is not installed yet. */
export async function install() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) throw new Failure(`Node 20 or newer is needed, this is Node ${process.versions.node}.`);
  if (isInstalled()) {
    unlinkLockedNode();
    return;
  }
  console.log('Installing the locked packages (npm ci) …');
  const { code, output } = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) throw new Failure(`npm ci failed:\n${tail(output)}`);
  unlinkLockedNode();
}

if (isMain(import.meta.url)) await main(install);
