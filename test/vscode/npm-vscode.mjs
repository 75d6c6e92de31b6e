#!/usr/bin/env node
/**
 * Stands in for the executable of desktop VS Code where only the npm registry is within reach: understands the part of its command line
 * that tests need, and does it with the server and the workbench that npm brings.
 *
 *     npm-vscode.mjs --install-extension FILE.vsix --extensions-dir=DIR --user-data-dir=DIR
 *     npm-vscode.mjs FOLDER --extensionDevelopmentPath=DIR --extensionTestsPath=FILE --extensions-dir=DIR --user-data-dir=DIR
 *                    [--locale=LANGUAGE]
 *
 * Exit code 0 says that the suites ran and passed. Options that mean nothing here (`--no-sandbox` and the like) are passed over.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setInterval } from 'node:timers';
import { Failure, main, removeFolder, temporaryFolder } from '../../scripts/processes.mjs';
import {
  installExtension,
  prepareServer,
  serverVersion,
  startServer,
  writeUserSettings,
} from '../../scripts/vscode-server.mjs';
import { answer, keepServerLog, runInPage } from './suitesInPage.mjs';
import { openPage } from './workbench.mjs';

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

/** Runs the suites: starts the server, opens the workbench with the suites as its payload, and waits for their exit code. */
async function runSuites(options) {
  const replies = temporaryFolder('page');
  const name =
    options.locale === undefined || options.locale === 'en' ? 'vscode' : `vscode-${options.locale}`;
  const server = await startServer({
    extensions: options['extensions-dir'],
    data: join(options['user-data-dir'], 'server'),
    user: options['user-data-dir'],
    language: options.locale,
    forTests: true,
    env: { HUAWEI_IPSEC_PAGE: replies },
  });
  const { page, close } = await openPage();
  try {
    const payload = JSON.stringify([
      ['extensionDevelopmentPath', server.uri(options.extensionDevelopmentPath)],
      ['extensionTestsPath', server.uri(options.extensionTestsPath)],
      ['skipWelcome', 'true'],
    ]);
    return await runInPage(page, server.url(options.folder, { payload }), {
      name,
      ended: server.ended,
      // The suites, in a process of the server, wait for a file.
      asked: async ({ id, ...request }) =>
        writeFileSync(join(replies, `${id}.json`), JSON.stringify(await answer(page, request)), {
          flag: 'wx',
        }),
    });
  } finally {
    await close();
    await server.stop();
    keepServerLog(name, server.log());
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
