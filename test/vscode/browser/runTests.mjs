/**
 * `node test/vscode/browser/runTests.mjs [--grep TEXT] [--results FILE]`: runs the suites in a browser host, where the product is a web
 * extension: no Node, no disk, files of another extension's file system. It runs what `npm run package` left in dist/.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Failure, main, removeFolder, root, temporaryFolder } from '../../../scripts/processes.mjs';
import { prepareServer, quietSettings, serverVersion, startServer } from '../../../scripts/vscode-server.mjs';
import { languagesFor, sum } from '../languages.mjs';
import { answer, keepServerLog, runInPage } from '../suitesInPage.mjs';
import { openPage } from '../workbench.mjs';
import { serveBrowserHost } from './serve.mjs';

/** Runs the suites of one language; gives the counts that they leave. */
async function runIn(language, grep) {
  const name = language === 'en' ? 'vscode-browser' : `vscode-browser-${language}`;
  const folder = temporaryFolder(name);
  const [extensions, data, user] = ['extensions', 'server', 'user'].map((each) => join(folder, each));
  const server = await startServer({ extensions, data, user, forTests: true, language });
  const { page, close } = await openPage();
  let counts = { passed: 0, failed: 1, skipped: 0 };
  console.log(`VS Code ${serverVersion()} without a server, in headless Chromium`);
  try {
    await serveBrowserHost(page, server.host, {
      grep,
      language,
      settings: quietSettings,
      answer: (request) => answer(page, request),
      results: (left) => {
        counts = left;
      },
    });
    const url = new URL(server.url(root));
    url.searchParams.delete('folder');
    url.searchParams.set('payload', JSON.stringify([['enableProposedApi', '']]));
    await runInPage(page, url.href, { name, ended: server.ended, asked: () => undefined });
    return counts;
  } finally {
    await close();
    await server.stop();
    keepServerLog(name, server.log());
    removeFolder(folder);
  }
}

/** Runs the suites in each language. */
async function runSuites(grep) {
  if (!existsSync(join(root, 'dist', 'client.browser.js')))
    throw new Failure('There is no build to test: run npm run package first.');
  await prepareServer();
  const all = [];
  for (const language of languagesFor(grep)) all.push(await runIn(language, grep));
  return sum(all);
}

await main(async () => {
  const { values } = parseArgs({ options: { grep: { type: 'string' }, results: { type: 'string' } } });
  const results = await runSuites(values.grep ?? '');
  if (values.results) writeFileSync(values.results, JSON.stringify(results));
  else console.log(`${results.passed} passed, ${results.failed} failed, ${results.skipped} skipped`);
  return results.failed === 0 ? 0 : 1;
});
