/**
 * `npm start [-- --browser] [--port N] [--host NAME] [--no-open]`: installs what is locked, builds, and opens VS Code on examples/ with
 * the extension loaded. Desktop VS Code where `code` is on the PATH; else, or with `--browser`, the VS Code that npm brings, in a browser.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { onPath } from './chromium.mjs';
import { install } from './install.mjs';
import { makeVsix } from './package.mjs';
import { Failure, isMain, main, onWindows, root, run, start, temporaryFolder } from './processes.mjs';
import {
  installExtension,
  prepareServer,
  serverVersion,
  startServer,
  writeUserSettings,
} from './vscode-server.mjs';

/** What VS Code opens: the examples, once there are some. */
const folder = existsSync(join(root, 'examples')) ? join(root, 'examples') : root;

/** Desktop VS Code's command; within a VS Code terminal on another machine that name is a remote control, which loads no extension. */
function desktopCommand() {
  return process.env.VSCODE_IPC_HOOK_CLI ? undefined : onPath('code');
}

/** Opens desktop VS Code with the extension loaded from this folder. */
async function openDesktop(command) {
  await build();
  const args = [`--extensionDevelopmentPath=${root}`, folder];
  const { code } = await run(command, args, { show: true, shell: onWindows });
  if (code !== 0)
    throw new Failure('VS Code could not be opened: npm start -- --browser does without the desktop one.');
  console.log('VS Code opens on examples/ with Huawei IPsec loaded.');
}

/** Opens the person's browser where there is a desktop to open it on. */
function openBrowser(url) {
  if (process.env.CI) return;
  const hasDesktop = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const command = { darwin: 'open', win32: 'explorer' }[process.platform] ?? 'xdg-open';
  if (!hasDesktop || onPath(command) === undefined) return;
  start(command, [url], { stdio: 'ignore' }).on('error', () => undefined);
}

/** Serves VS Code with the extension installed from its .vsix, until Ctrl-C. */
async function serveBrowser({ host, port, open }) {
  await Promise.all([prepareServer(), build({ production: true })]);
  const vsix = await makeVsix({ quiet: true });
  const state = temporaryFolder('start');
  const [extensions, data, user] = ['extensions', 'server', 'user'].map((name) => join(state, name));
  await installExtension(vsix, { extensions, data });
  writeUserSettings(user);
  const server = await startServer({ extensions, data, user, host, port });
  const url = server.url(folder);
  console.log(`\nVS Code ${serverVersion()} with Huawei IPsec is at\n\n    ${url}\n\nCtrl-C stops it.`);
  if (open) openBrowser(url);
  await server.ended;
  throw new Failure('The VS Code server ended by itself.');
}

/** The options of the command line, or one sentence about what is wrong with them. */
function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        browser: { type: 'boolean', default: false },
        host: { type: 'string', default: '127.0.0.1' },
        port: { type: 'string', default: '0' },
        'no-open': { type: 'boolean', default: false },
      },
    });
    if (!/^\d{1,5}$/.test(values.port)) throw new Error(`${values.port} is no port`);
    return { ...values, port: Number(values.port), open: !values['no-open'] };
  } catch (error) {
    throw new Failure(
      `${error.message.replace(/\.$/, '')}. Options: --browser, --host NAME, --port N, --no-open.`,
    );
  }
}

if (isMain(import.meta.url)) {
  await main(async () => {
    const options = readOptions();
    await install();
    const command = options.browser ? undefined : desktopCommand();
    await (command ? openDesktop(command) : serveBrowser(options));
  });
}
