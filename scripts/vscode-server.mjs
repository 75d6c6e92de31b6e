/**
 * A real VS Code from the npm registry alone: the package code-server carries the VS Code server and the web workbench.
 * Here it is prepared (once), given an extension from a .vsix, started on a free port and stopped. Its own start script is not used.
 */
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { clearTimeout, setTimeout } from 'node:timers';
import { pathToFileURL, URLSearchParams } from 'node:url';
import { Failure, root, run, runNpm, start, stop, tail } from './processes.mjs';

const vscode = join(root, 'node_modules', 'code-server', 'lib', 'vscode');
const serverMain = join(vscode, 'out', 'server-main.js');

/** The oldest Node that this VS Code server runs on. */
const neededNode = [22, 15];

/** What the server's first greeting looks like, with the port it took. */
const greeting = /Web UI available at \S*?:(\d+)/;

/**
 * Settings of the person who looks at this VS Code: nothing that asks, greets, advises or calls out; the product's own are left alone.
 */
export const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/** True where the version [major, minor] is new enough for the server. */
function isNewEnough(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major > neededNode[0] || (major === neededNode[0] && minor >= neededNode[1]);
}

/** The Node that runs the server: this one where it is new enough, else the one that package-lock.json brings for this system. */
function nodeForServer() {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const require = createRequire(import.meta.url);
  const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const name of Object.keys(optionalDependencies)) {
    try {
      const manifest = require.resolve(`${name}/package.json`);
      const node = join(manifest, '..', require(manifest).bin.node);
      if (existsSync(node)) return node;
    } catch {
      // Not the package for this system: npm left it out.
    }
  }
  throw new Failure(
    `VS Code needs Node ${neededNode.join('.')} or newer and none is locked for ${process.platform} ${process.arch}: install a newer Node.`,
  );
}

/**
 * Installs what the server depends on; npm does that for no package inside a package. Its shrinkwrap, which npm ci refuses, pins every
 * version. Native modules are left unbuilt: where one is missing, the server says so and goes on; the logger, without which the Output
 * panel stays empty, has a stand-in.
 */
export async function prepareServer() {
  const logger = join(vscode, 'node_modules', '@vscode', 'spdlog', 'index.js');
  const isInstalled = existsSync(join(vscode, 'node_modules', '.package-lock.json'));
  if (!isInstalled) await installDependencies();
  copyFileSync(join(root, 'scripts', 'spdlog.cjs'), logger);
}

/** Runs npm in the folder of the server. */
async function installDependencies() {
  console.log('Installing what VS Code depends on (once) …');
  const args = [
    'install',
    '--omit=dev',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--prefix',
    vscode,
  ];
  const { code, output } = await runNpm(args, { cwd: vscode });
  if (code !== 0) throw new Failure(`The dependencies of VS Code could not be installed:\n${tail(output)}`);
}

/** The version of VS Code that the server carries. */
export function serverVersion() {
  return JSON.parse(readFileSync(join(vscode, 'package.json'), 'utf8')).version;
}

/** Installs an extension from its .vsix into `extensions`, as a person's VS Code would. */
export async function installExtension(vsix, { extensions, data }) {
  const args = [
    '--install-extension',
    vsix,
    '--force',
    '--extensions-dir',
    extensions,
    '--server-data-dir',
    data,
  ];
  const { code, output } = await run(nodeForServer(), [serverMain, ...args, '--accept-server-license-terms']);
  if (code !== 0 || !/successfully installed/.test(output)) {
    throw new Failure(`VS Code did not install ${vsix}:\n${tail(output)}`);
  }
}

/** Writes the settings of the person, beneath the folder that the server is told to keep them in. */
export function writeUserSettings(user, settings = {}) {
  const folder = join(user, 'User');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'settings.json'),
    `${JSON.stringify({ ...quietSettings, ...settings }, undefined, 2)}\n`,
  );
}

/**
 * Makes VS Code take a display language for which no language pack is installed: what it would note of a pack, and a pack without texts.
 * VS Code itself stays in English, extensions speak the language.
 */
export function writeLanguagePack(user, language) {
  const translations = join(user, 'translations.json');
  mkdirSync(user, { recursive: true });
  writeFileSync(translations, JSON.stringify({ version: '1.0.0', contents: {} }));
  const extensions = [{ extensionIdentifier: { id: 'huawei-ipsec.no-texts' }, version: '1.0.0' }];
  const pack = { hash: 'none', extensions, translations: { vscode: translations }, label: language };
  writeFileSync(join(user, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}

/** A path as URIs spell it: with forward slashes, and one before a drive letter. */
function uriPath(path) {
  return decodeURIComponent(pathToFileURL(path).pathname);
}

/**
 * Starts the server and waits until it answers. Only who knows the token gets in.
 * `extensions`, `data` and `user` are the folders that it keeps its things in; `forTests` lets a page hand it a test suite to run;
 * `env` is what its extension host, and so every extension and test, finds in its environment; `language` is the display language.
 */
export async function startServer({
  extensions,
  data,
  user,
  host = '127.0.0.1',
  port = 0,
  forTests = false,
  env = {},
  language = 'en',
}) {
  const token = randomBytes(16).toString('hex');
  const args = [
    serverMain,
    '--host',
    host,
    '--port',
    String(port),
    '--connection-token',
    token,
    '--accept-server-license-terms',
  ];
  args.push(
    '--server-data-dir',
    data,
    '--extensions-dir',
    extensions,
    '--user-data-dir',
    user,
    '--telemetry-level',
    'off',
  );
  if (language !== 'en') {
    writeLanguagePack(user, language);
    args.push('--locale', language);
  }
  if (forTests) args.push('--enable-smoke-test-driver');
  const child = start(nodeForServer(), args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let output = '';
  const taken = await new Promise((resolve, reject) => {
    const patience = setTimeout(
      () => reject(new Failure(`VS Code did not start within a minute:\n${tail(output)}`)),
      60_000,
    );
    const listen = (data) => {
      output += data;
      const found = greeting.exec(output);
      if (found === null) return;
      clearTimeout(patience);
      resolve(Number(found[1]));
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', (error) => reject(new Failure(`VS Code cannot be started: ${error.message}.`)));
    child.once('close', () => reject(new Failure(`VS Code ended before it was ready:\n${tail(output)}`)));
  });
  return {
    host: `${host}:${taken}`,
    /** The address that opens the workbench on `folder`, with more of VS Code's own query where it is wanted. */
    url: (folder, query = {}) => {
      const search = new URLSearchParams({ tkn: token, folder: uriPath(folder), ...query });
      return `http://${host}:${taken}/?${search.toString().replaceAll('%2F', '/').replaceAll('+', '%20')}`;
    },
    /** The URI by which the workbench knows a file of the server. */
    uri: (path) => `vscode-remote://${host}:${taken}${uriPath(path)}`,
    /** What the server printed so far, for the person who has to find out why. */
    log: () => output,
    ended: new Promise((resolve) => child.once('close', resolve)),
    stop: () => stop(child, 3000),
  };
}
