/**
 * Turns the page that the VS Code server hands out into a workbench on its own, as vscode.dev is: no server behind it, extensions run in a
 * web worker, files come from an extension. What that workbench loads is served here, from within the page.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { listFiles } from '@vscode/vsce';
import { root } from '../../../scripts/processes.mjs';
import { bundleFileSystem, bundleSuites } from './bundles.mjs';

const types = {
  '.css': 'text/css',
  '.json': 'application/json',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

/** Below this path of the server the extensions and the suites stand. */
const place = '/browser-host';

/** Takes the server out of the workbench's configuration, which stands in an attribute of the page. */
function withoutServer(html, host, settings) {
  return html.replace(
    /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/,
    (_, before, json) => {
      const configuration = JSON.parse(json.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
      delete configuration.remoteAuthority;
      const at = (path) => ({ scheme: 'http', authority: host, path: `${place}${path}` });
      Object.assign(configuration, {
        folderUri: { scheme: 'memfs', path: '/workspace' },
        additionalBuiltinExtensions: [at('/memfs'), at('/product')],
        configurationDefaults: settings,
        enableWorkspaceTrust: false,
        developmentOptions: {
          enableSmokeTestDriver: true,
          extensions: [at('/memfs')],
          extensionTestsPath: at('/memfs/suites.js'),
        },
      });
      return `${before}${JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
    },
  );
}

/** The examples by their paths. */
function examples() {
  const folder = join(root, 'examples');
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}

/**
 * Serves a browser host in the page. `host` is the server's host and port; `answer` does what the suites ask for and `results` takes what
 * they leave; `grep` chooses tests; `settings` are those of the person.
 */
export async function serveBrowserHost(page, host, { grep, settings, answer, results }) {
  const packaged = new Set(await listFiles({ cwd: root, dependencies: false }));
  const made = new Map([
    ['/memfs/suites.js', await bundleSuites(grep)],
    ['/memfs/extension.js', await bundleFileSystem()],
    ['/memfs/package.json', readFileSync(join(root, 'test/vscode/browser/memfs/package.json'), 'utf8')],
    ['/memfs/package.nls.json', '{}'],
    ['/memfs/examples.json', JSON.stringify(examples())],
  ]);
  const headers = { 'access-control-allow-origin': '*' };
  await page.route(`http://${host}${place}/**`, async (route) => {
    const request = route.request();
    const path = decodeURIComponent(new URL(request.url()).pathname).slice(place.length);
    if (path === '/memfs/ask') return route.fulfill({ headers, json: await answer(request.postDataJSON()) });
    if (path === '/memfs/results') {
      results(request.postDataJSON());
      return route.fulfill({ headers, json: {} });
    }
    const contentType = types[extname(path)] ?? 'text/plain';
    if (made.has(path)) return route.fulfill({ headers, contentType, body: made.get(path) });
    const file = path.replace(/^\/product\//, '');
    if (!path.startsWith('/product/') || !packaged.has(file)) return route.fulfill({ headers, status: 404 });
    return route.fulfill({ headers, contentType, body: readFileSync(join(root, file)) });
  });
  await page.route(
    (url) => url.host === host && url.pathname === '/',
    async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: withoutServer(await response.text(), host, settings) });
    },
  );
  // code-server adds its own authority to every configuration.
  await page.route(`http://${host}/**/workbench/workbench.js`, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('remoteAuthority:location.host', 'remoteAuthority:void 0');
    await route.fulfill({ response, body });
  });
  // Of VS Code's own extensions the server brings only what Node runs, and the workbench waits for the rest without end.
  await page.route(`http://${host}/**/static/extensions/*/dist/browser/*.js`, (route) =>
    route.fulfill({ contentType: types['.js'], body: 'exports.activate = () => undefined;' }),
  );
}
