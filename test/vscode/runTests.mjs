/**
 * `node test/vscode/runTests.mjs [--desktop] [--grep TEXT] [--results FILE]`: installs the built .vsix into a VS Code of its own and runs the suites there.
 *
 * The VS Code is the npm-borne one, through npm-vscode.mjs, or with `--desktop` the one that @vscode/test-electron downloads.
 * Everything else is the same: the .vsix is installed by VS Code's own command, the suites run against a copy of examples/ in each display
 * language, and the results come back in a file. out/ must hold the compiled suites (`npm test` and `npm run test:vscode` see to that).
 */
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers';
import { parseArgs } from 'node:util';
import testElectron from '@vscode/test-electron';
import { vsixPath } from '../../scripts/package.mjs';
import {
  Failure,
  main,
  onInterrupt,
  onWindows,
  removeFolder,
  root,
  run,
  tail,
  temporaryFolder,
} from '../../scripts/processes.mjs';
import { writeLanguagePack, writeUserSettings } from '../../scripts/vscode-server.mjs';
import { languagesFor, sum } from './languages.mjs';

const here = join(root, 'test', 'vscode');

/** The npm-borne VS Code: its executable, and the command that installs extensions, which is the same. */
function npmVsCode() {
  const executable = join(here, onWindows ? 'npm-vscode.cmd' : 'npm-vscode.mjs');
  if (!onWindows) chmodSync(executable, 0o755);
  return { executable, command: [executable] };
}

/** Desktop VS Code, downloaded where that is within reach. */
async function desktopVsCode() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    throw new Failure('Desktop VS Code needs a display: run this in a desktop session or beneath xvfb-run.');
  }
  let executable;
  try {
    const reporter = new testElectron.SilentReporter();
    executable = await testElectron.downloadAndUnzipVSCode({
      version: process.env.VSCODE_VERSION ?? 'stable',
      reporter,
    });
  } catch (error) {
    throw new Failure(
      `Desktop VS Code could not be downloaded (${error.message}): npm test runs the same suites without it.`,
    );
  }
  return {
    executable,
    command: testElectron.resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true }),
  };
}

/** Runs the suites in each language; gives the counts, with a failure of the editor itself counted as one failed test. */
async function runSuites({ desktop = false, grep = '' } = {}) {
  const vsix = vsixPath();
  if (!existsSync(vsix)) throw new Failure('There is no .vsix to test: run npm run package first.');
  const { executable, command } = desktop ? await desktopVsCode() : npmVsCode();
  const folder = temporaryFolder('vscode');
  rmSync(join(root, 'out', 'screenshots'), { recursive: true, force: true });
  const extensions = `--extensions-dir=${join(folder, 'extensions')}`;
  try {
    const [program, ...first] = command;
    const places = [extensions, `--user-data-dir=${join(folder, 'installing')}`];
    const install = await run(program, [...first, '--install-extension', vsix, ...places], {
      shell: onWindows,
    });
    if (install.code !== 0) throw new Failure(`The .vsix could not be installed:\n${tail(install.output)}`);
    const all = [];
    for (const language of languagesFor(grep))
      all.push(await runIn(language, { executable, extensions, grep, folder: join(folder, language) }));
    return sum(all);
  } finally {
    removeFolder(folder);
  }
}

/** Runs the suites of one language against a copy of the examples, with an editor of that language that keeps its things in `folder`. */
async function runIn(language, { executable, extensions, grep, folder }) {
  const [workspace, user] = ['workspace', 'user'].map((name) => join(folder, name));
  const results = join(folder, 'results.json');
  mkdirSync(workspace, { recursive: true });
  if (existsSync(join(root, 'examples'))) cpSync(join(root, 'examples'), workspace, { recursive: true });
  writeUserSettings(user);
  if (language !== 'en') writeLanguagePack(user, language);
  const running = testElectron
    .runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: join(here, 'host'),
      extensionTestsPath: join(root, 'out', 'test', 'vscode', 'suite', 'index.js'),
      extensionTestsEnv: {
        HUAWEI_IPSEC_RESULTS: results,
        HUAWEI_IPSEC_SCRATCH: folder,
        HUAWEI_IPSEC_GREP: grep,
        HUAWEI_IPSEC_LANGUAGE: language,
      },
      launchArgs: [workspace, extensions, `--user-data-dir=${user}`, `--locale=${language}`],
    })
    .catch((error) => console.error(`${error.message}.`));
  // On Ctrl-C VS Code is told by others; it is waited for, because it writes to the folder that is removed.
  onInterrupt(() => Promise.race([running, new Promise((resolve) => setTimeout(resolve, 6000))]));
  await running;
  return readResults(results);
}

/** What the suites wrote at their end; without it they never got there. */
function readResults(path) {
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
  console.error('The suites did not report.');
  return { passed: 0, failed: 1, skipped: 0 };
}

await main(async () => {
  const { values } = parseArgs({
    options: { desktop: { type: 'boolean' }, grep: { type: 'string' }, results: { type: 'string' } },
  });
  const results = await runSuites(values);
  if (values.results) writeFileSync(values.results, JSON.stringify(results));
  else console.log(`${results.passed} passed, ${results.failed} failed, ${results.skipped} skipped`);
  return results.failed === 0 ? 0 : 1;
});
