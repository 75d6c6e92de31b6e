#!/usr/bin/env node
/**
 * Stands in for the executable of desktop VS Code where only the npm registry is within reach: understands the part of its command line
 * that tests need, and does it with the server and the workbench that npm brings.
 *
 *     npm-vscode.mjs --install-extension FILE.vsix --extensions-dir=DIR --user-data-dir=DIR
 *     npm-vscode.mjs FOLDER --extensionDevelopmentPath=DIR --extensionTestsPath=FILE --extensions-dir=DIR --user-data-dir=DIR
 *
 * Exit code 0 says that the suites ran and passed. Options that mean nothing here (`--no-sandbox` and the like) are passed over.
 */
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { clearTimeout, setInterval, setTimeout } from 'node:timers';
import { Failure, main, removeFolder, root, temporaryFolder } from '../../scripts/processes.mjs';
import {
  installExtension,
  prepareServer,
  serverVersion,
  startServer,
  writeUserSettings,
} from '../../scripts/vscode-server.mjs';
import { openPage, screenshot, untilReady } from './workbench.mjs';

/** How long the suites may be silent before the first word, and how long they may take in all, in seconds. */
const patience = { firstWord: 180, all: 1200 };

/**
 * Everything that VS Code logs comes by; a line that begins so was written by the suites. The first kind is for the terminal, the
 * second asks for something to be done to the page; all the rest goes to a file for whoever has to find out why something failed.
 */
const marks = { say: '::say::', ask: '::ask::' };

/** Where the rest of the log and the last look at the page go. */
const logFile = join(root, 'out', 'vscode.log');
const lastLook = join(root, 'out', 'screenshots', 'failed.png');

/** Reads `--name=value`, `--name value` and the folder to open. */
function readArguments(args) {
  const options = {};
  for (let index = 0; index < args.length; index++) {
    const [, name, value] = /^--([^=]+)(?:=(.*))?$/s.exec(args[index]) ?? [];
    if (name === undefined) options.folder ??= args[index];
    else if (name === 'install-extension' || name === 'extensions-dir')
      options[name] = value ?? args[++index];
    else options[name] = value ?? true;
  }
  return options;
}

/** What a suite may ask to be done to the page, as a person would with keyboard, mouse and eyes. */
const verbs = {
  screenshot: (page, name) => screenshot(page, join(root, 'out', 'screenshots', `${name}.png`)),
  press: (page, keys) => page.keyboard.press(keys),
  type: (page, text) => page.keyboard.type(text),
  click: (page, selector) => page.locator(selector).first().click({ timeout: 5000 }),
  hover: (page, selector) => page.locator(selector).first().hover({ timeout: 5000 }),
  text: (page, selector) => page.locator(selector).allInnerTexts(),
};

/** Does what a suite asked for and puts the answer where it waits for it. */
async function answer(page, folder, { id, verb, args }) {
  let reply;
  try {
    reply = { value: await verbs[verb](page, ...args) };
  } catch (error) {
    reply = { error: error.message };
  }
  writeFileSync(join(folder, `${id}.json`), JSON.stringify(reply), { flag: 'wx' });
}

/** Runs the suites: starts the server, opens the workbench with the suites as its payload, and waits for their exit code. */
async function runSuites(options) {
  const replies = temporaryFolder('page');
  rmSync(logFile, { force: true });
  const server = await startServer({
    extensions: options['extensions-dir'],
    data: join(options['user-data-dir'], 'server'),
    user: options['user-data-dir'],
    forTests: true,
    env: { HUAWEI_IPSEC_PAGE: replies },
  });
  const { page, close } = await openPage();
  const exposed = [];
  let silence;
  let limit;
  try {
    const exit = new Promise((resolve, reject) => {
      const give = (sentence) => () => reject(new Failure(sentence));
      silence = setTimeout(
        give(`The suites said nothing for ${patience.firstWord} seconds.`),
        patience.firstWord * 1000,
      );
      limit = setTimeout(give(`The suites did not end within ${patience.all} seconds.`), patience.all * 1000);
      page.on('crash', give('The page of the workbench crashed.'));
      page.on('close', give('The page of the workbench was closed.'));
      void server.ended.then(give('The VS Code server ended before the suites did.'));
      exposed.push(page.exposeFunction('codeAutomationExit', resolve));
      exposed.push(
        page.exposeFunction('codeAutomationLog', async (type, args) => {
          const text = args.map(String).join(' ');
          if (text.startsWith(marks.ask))
            return answer(page, replies, JSON.parse(text.slice(marks.ask.length)));
          if (!text.startsWith(marks.say)) return appendFileSync(logFile, `${type} ${text}\n`);
          clearTimeout(silence);
          return console.log(text.slice(marks.say.length));
        }),
      );
    });
    exit.catch(() => undefined);
    const payload = JSON.stringify([
      ['extensionDevelopmentPath', server.uri(options.extensionDevelopmentPath)],
      ['extensionTestsPath', server.uri(options.extensionTestsPath)],
      ['skipWelcome', 'true'],
    ]);
    await Promise.all(exposed);
    await page.goto(server.url(options.folder, { payload }));
    await untilReady(page);
    return await exit;
  } catch (error) {
    await screenshot(page, lastLook).catch(() => undefined);
    throw new Failure(`${error.message} Look at ${relative(root, lastLook)} and ${relative(root, logFile)}.`);
  } finally {
    clearTimeout(silence);
    clearTimeout(limit);
    await close();
    await server.stop();
    appendFileSync(logFile, `\nThe server's own log:\n${server.log()}`);
    removeFolder(replies);
  }
}

/** Ends with the launcher: it has no other way to tell us that it was killed. */
function endWithParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.emit('SIGTERM', 'SIGTERM');
  }, 1000).unref();
}

await main(async () => {
  endWithParent();
  const options = readArguments(process.argv.slice(2));
  if (!options['extensions-dir'] || !options['user-data-dir']) {
    throw new Failure('Say where things are kept: --extensions-dir=DIR --user-data-dir=DIR.');
  }
  await prepareServer();
  mkdirSync(options['extensions-dir'], { recursive: true });
  if (options['install-extension']) {
    const data = join(options['user-data-dir'], 'server');
    await installExtension(options['install-extension'], { extensions: options['extensions-dir'], data });
    return 0;
  }
  console.log(`VS Code ${serverVersion()} from the npm registry, in headless Chromium`);
  writeUserSettings(options['user-data-dir']);
  return Number(await runSuites(options)) === 0 ? 0 : 1;
});
