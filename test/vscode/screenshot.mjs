/**
 * `npm run screenshot -- FOLDER FILE OUT.png [--line N --column N] [--hover | --fix | --complete] [--keys KEY,KEY] [--command NAME]
 *  [--wait SECONDS] [--theme NAME] [--language zh-cn] [--width N --height N]`: what a person sees.
 *
 * Builds, installs the .vsix into a VS Code of its own, opens FILE of FOLDER in its workbench with the cursor at the line and column
 * (counted from 1, as VS Code shows them), does with the keyboard what is asked for, and saves a PNG. The folder is not copied: a
 * repair that is applied with `--keys` is saved only if the keys say so.
 */
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { build } from '../../scripts/build.mjs';
import { install } from '../../scripts/install.mjs';
import { makeVsix } from '../../scripts/package.mjs';
import { Failure, main, temporaryFolder } from '../../scripts/processes.mjs';
import {
  installExtension,
  prepareServer,
  startServer,
  writeUserSettings,
} from '../../scripts/vscode-server.mjs';

const usage =
  'npm run screenshot -- FOLDER FILE OUT.png [--line N --column N] [--hover | --fix | --complete] …';

/** The keys that make the editor show something at the cursor. */
const shows = { hover: ['Control+K', 'Control+I'], fix: ['Control+.'], complete: ['Control+Space'] };

/** The command line, or how it goes. */
function readOptions() {
  const text = { type: 'string' };
  const flag = { type: 'boolean' };
  let parsed;
  try {
    const options = {
      line: text,
      column: text,
      hover: flag,
      fix: flag,
      complete: flag,
      keys: text,
      command: text,
    };
    const looks = { wait: text, theme: text, language: text, width: text, height: text };
    parsed = parseArgs({ allowPositionals: true, options: { ...options, ...looks } });
  } catch (error) {
    throw new Failure(`${error.message.replace(/\.$/, '')}. Usage: ${usage}`);
  }
  const [folder, file, out] = parsed.positionals;
  if (out === undefined) throw new Failure(`Usage: ${usage}`);
  const { line = '1', column = '1', wait = '3', width = '1280', height = '800', ...rest } = parsed.values;
  const numbers = { line: Number(line), column: Number(column), wait: Number(wait) };
  const size = { width: Number(width), height: Number(height) };
  return {
    ...rest,
    ...numbers,
    size,
    folder: resolve(folder),
    file: resolve(folder, file),
    out: resolve(out),
  };
}

/** Does with the keyboard what was asked for. */
async function act(page, { hover, fix, complete, keys, command, wait }) {
  const asked = Object.entries({ hover, fix, complete }).find(([, value]) => value)?.[0];
  for (const key of [...(shows[asked] ?? []), ...(keys?.split(',') ?? [])]) await page.keyboard.press(key);
  if (command !== undefined) {
    await page.keyboard.press('F1');
    await page.keyboard.type(command);
    await pause(1000);
    await page.keyboard.press('Enter');
  }
  if (asked !== undefined || keys !== undefined || command !== undefined) await pause(wait * 1000);
}

await main(async () => {
  const options = readOptions();
  await install();
  const { openPage, screenshot, untilReady } = await import('./workbench.mjs');
  await Promise.all([prepareServer(), build({ production: true })]);
  const vsix = await makeVsix({ quiet: true });
  const state = temporaryFolder('screenshot');
  const [extensions, data, user] = ['extensions', 'server', 'user'].map((name) => join(state, name));
  await installExtension(vsix, { extensions, data });
  writeUserSettings(user, options.theme ? { 'workbench.colorTheme': options.theme } : {});
  const server = await startServer({ extensions, data, user, language: options.language, forTests: true });
  const { page, close } = await openPage(options.size);
  try {
    const place = `${server.uri(options.file)}:${options.line}:${options.column}`;
    const payload = JSON.stringify([
      ['openFile', place],
      ['gotoLineMode', 'true'],
    ]);
    await page.goto(server.url(options.folder, { payload }));
    await untilReady(page);
    await page.waitForSelector('.editor-instance .view-lines', { timeout: 30_000 }).catch(() => {
      throw new Failure(`VS Code did not open ${options.file}: does it exist?`);
    });
    await pause(options.wait * 1000);
    await act(page, options);
    await screenshot(page, options.out);
    console.log(options.out);
  } finally {
    await close();
    await server.stop();
  }
});
