/**
 * Suites that run in the extension host of a workbench in a page: passes on what they say, does to the page what they ask for, and
 * waits for their exit code.
 */
import { appendFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { clearTimeout, setTimeout } from 'node:timers';
import { Failure, root } from '../../scripts/processes.mjs';
import { screenshot, untilReady } from './workbench.mjs';

/** How long the suites may be silent before the first word, and how long they may take in all, in seconds. */
const patience = { firstWord: 180, all: 1200 };

/**
 * Everything that VS Code logs comes by; a line that begins so was written by the suites. The first kind is for the terminal, the
 * second asks for something to be done to the page; all the rest goes to a file for whoever has to find out why something failed.
 */
const marks = { say: '::say::', ask: '::ask::' };

/** What lies within the web view that is shown: a page of its own within two frames. */
const view = (page, selector) =>
  page.frameLocator('iframe.webview').frameLocator('#active-frame').locator(selector);

/** What a suite may ask to be done to the page, as a person would with keyboard, mouse and eyes. */
const verbs = {
  screenshot: (page, name) => screenshot(page, join(root, 'out', 'screenshots', `${name}.png`)),
  press: (page, keys) => page.keyboard.press(keys),
  type: (page, text) => page.keyboard.type(text),
  click: (page, selector) => page.locator(selector).first().click({ timeout: 5000 }),
  hover: (page, selector) => page.locator(selector).first().hover({ timeout: 5000 }),
  text: (page, selector) => page.locator(selector).allInnerTexts(),
  viewText: (page, selector) => view(page, selector).allTextContents(),
  viewClick: (page, selector) => view(page, selector).first().click({ timeout: 5000 }),
  viewSelect: (page, selector, value) => view(page, selector).selectOption(value, { timeout: 5000 }),
  viewFocus: (page, selector) => view(page, selector).first().focus({ timeout: 5000 }),
  viewAttributes: (page, selector, name) =>
    view(page, selector).evaluateAll((all, wanted) => all.map((one) => one.getAttribute(wanted)), name),
};

/** Does what a suite asked for; the answer holds what came of it, or what went wrong. */
export async function answer(page, { verb, args }) {
  try {
    return { value: await verbs[verb](page, ...args) };
  } catch (error) {
    return { error: error.message };
  }
}

/**
 * Opens `url`, where the workbench starts the suites, and gives their exit code. `asked` takes what they ask for by their log;
 * `ended` is the promise that says that the server is gone; `name` distinguishes the files for who has to find out why it failed.
 */
export async function runInPage(page, url, { asked, ended, name }) {
  const logFile = join(root, 'out', `${name}.log`);
  const lastLook = join(root, 'out', 'screenshots', `failed-${name}.png`);
  rmSync(logFile, { force: true });
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
      void ended.then(give('The VS Code server ended before the suites did.'));
      exposed.push(page.exposeFunction('codeAutomationExit', resolve));
      exposed.push(
        page.exposeFunction('codeAutomationLog', (type, args) => {
          const text = args.map(String).join(' ');
          if (text.startsWith(marks.ask)) return asked(JSON.parse(text.slice(marks.ask.length)));
          if (!text.startsWith(marks.say)) return appendFileSync(logFile, `${type} ${text}\n`);
          clearTimeout(silence);
          return console.log(text.slice(marks.say.length));
        }),
      );
    });
    exit.catch(() => undefined);
    await Promise.all(exposed);
    await page.goto(url);
    await untilReady(page);
    return await exit;
  } catch (error) {
    await screenshot(page, lastLook).catch(() => undefined);
    throw new Failure(`${error.message} Look at ${relative(root, lastLook)} and ${relative(root, logFile)}.`);
  } finally {
    clearTimeout(silence);
    clearTimeout(limit);
  }
}

/** Adds what the server printed to the log of a run. */
export function keepServerLog(name, log) {
  appendFileSync(join(root, 'out', `${name}.log`), `\nThe server's own log:\n${log}`);
}
