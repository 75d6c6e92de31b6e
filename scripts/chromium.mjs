/**
 * The browser for the tests in VS Code: one that is there, or Debian's where this is Debian and we may install it.
 */
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Failure, onWindows, run, tail } from './processes.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome',
  'msedge',
];

/** Where browsers live that are not on the PATH. */
function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (!onWindows) return [];
  const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
    Boolean,
  );
  const paths = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
  return roots.flatMap((folder) => paths.map((path) => join(folder, path)));
}

/** True where the file can be run. */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The first file of this name on the PATH. */
export function onPath(name) {
  const files = onWindows ? [`${name}.exe`, `${name}.cmd`] : [name];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const found = files.map((file) => join(folder, file)).find(isExecutable);
    if (folder !== '' && found !== undefined) return found;
  }
  return undefined;
}

/** A browser that is already there; the variable CHROME names one outright. */
export function findChromium() {
  if (process.env.CHROME) {
    if (isExecutable(process.env.CHROME)) return process.env.CHROME;
    throw new Failure(`The variable CHROME names ${process.env.CHROME}, which cannot be run.`);
  }
  for (const name of names) {
    const found = onPath(name);
    if (found !== undefined) return found;
  }
  return usualPlaces().find(isExecutable);
}

/** Gives a browser, installing Debian's where none is found and this is root on Debian. */
export async function ensureChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  const isDebian = existsSync('/etc/debian_version') && onPath('apt-get') !== undefined;
  if (!isDebian || process.getuid?.() !== 0) {
    throw new Failure(
      'The tests in VS Code need a browser: install Chromium, Google Chrome or Microsoft Edge, or name one in the variable CHROME.',
    );
  }
  console.log('Installing Chromium (apt-get) …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  const { code, output } = await run(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
    { env },
  );
  const installed = findChromium();
  if (code !== 0 || installed === undefined)
    throw new Failure(`apt-get could not install Chromium:\n${tail(output)}`);
  return installed;
}
