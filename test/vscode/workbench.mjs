/**
 * The workbench of the npm-borne VS Code in a headless Chromium: what the suites and the screenshot tool do to its page.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureChromium } from '../../scripts/chromium.mjs';
import { onInterrupt } from '../../scripts/processes.mjs';

/** No sandbox for root, which Chromium refuses otherwise; and nothing that Chromium does for itself over the network. */
const flags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens an empty page of the size that screenshots have; `close` ends the browser. */
export async function openPage({ width = 1280, height = 800 } = {}) {
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: flags,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const close = () => browser.close();
  onInterrupt(close);
  const page = await browser.newPage({ viewport: { width, height }, locale: 'en-US', colorScheme: 'dark' });
  return { page, close };
}

/** Waits until the workbench has drawn its editors and restored what it opens. */
export async function untilReady(page) {
  await page.waitForSelector('.monaco-workbench .part.statusbar', { timeout: 60_000 });
}

/** Saves what a person would see as a PNG. */
export async function screenshot(page, path) {
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, animations: 'disabled', caret: 'initial' });
}
