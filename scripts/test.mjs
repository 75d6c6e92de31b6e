/**
 * `npm test [-- --only STAGE,STAGE] [--grep TEXT] [--desktop]`: everything that can be checked, from a fresh clone and with no step
 * before. `--only` runs some stages and what they need, `--grep` the tests whose name holds the text, `--desktop` takes desktop VS Code.
 *
 * The stages run in the order below. Where one that later stages build on fails, the run ends; any other failure is remembered, so that
 * one run shows them all. Exit code 1 when anything failed. The last line adds up the tests of every runner.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { install } from './install.mjs';
import { makeVsix } from './package.mjs';
import { Failure, main, root, runNode, sayError, temporaryFolder } from './processes.mjs';
import { prepareServer } from './vscode-server.mjs';

const nothing = { passed: 0, failed: 0, skipped: 0 };

/** Runs a tool of node_modules on the whole repository; its own output says what is wrong. */
async function check(tool, args, complaint) {
  const { code } = await runNode([join(root, 'node_modules', ...tool.split('/')), ...args], { show: true });
  if (code !== 0) throw new Failure(complaint);
  return nothing;
}

/** The folders whose tests a stage of the same name runs. */
const ownStages = new Set(['grammar', 'protocol', 'vscode']);

/** The compiled tests of a kind: those of test/KIND/ for a folder with a stage of its own, all others for `unit`. */
function testFiles(kind) {
  const sources = readdirSync(join(root, 'test'), { recursive: true }).map(String);
  return sources
    .filter((path) => path.endsWith('.test.ts'))
    .filter((path) => {
      const [folder] = path.split(sep);
      return ownStages.has(folder) ? folder === kind : kind === 'unit';
    })
    .sort()
    .map((path) => join(root, 'out', 'test', path.replace(/\.ts$/, '.js')));
}

/** Runs the tests of a kind on Node's own runner and reads what it counted. */
async function runNodeTests(kind, { grep }) {
  const files = testFiles(kind);
  if (files.length === 0) {
    console.log('No tests yet.');
    return nothing;
  }
  const counts = join(temporaryFolder('counts'), 'counts.json');
  const reporter = pathToFileURL(join(root, 'scripts', 'count-reporter.mjs')).href;
  const args = [
    '--test',
    '--enable-source-maps',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
  ];
  args.push(`--test-reporter=${reporter}`, `--test-reporter-destination=${counts}`);
  if (grep !== undefined) args.push(`--test-name-pattern=${grep.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
  const { code } = await runNode([...args, ...files], { show: true });
  const result = existsSync(counts) ? JSON.parse(readFileSync(counts, 'utf8')) : nothing;
  return code !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result;
}

/** Runs the suites in a VS Code, in a process of their own that cleans up after itself whatever happens. */
async function runSuites(program, { grep, desktop }) {
  if (!desktop) {
    await ensureChromium();
    await prepareServer();
  }
  const counts = join(temporaryFolder('counts'), 'counts.json');
  const args = [join(root, 'test', 'vscode', program), '--results', counts];
  if (grep !== undefined) args.push('--grep', grep);
  if (desktop) args.push('--desktop');
  const { code } = await runNode(args, { show: true });
  const result = existsSync(counts) ? JSON.parse(readFileSync(counts, 'utf8')) : nothing;
  return code !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result;
}

/** Negotiates pairs of devices with real IKE daemons; where that is not possible it says why, and counts them as skipped. */
async function runNegotiations({ grep }) {
  // Its pairs have no names to look for.
  if (grep !== undefined) return nothing;
  const counts = join(temporaryFolder('counts'), 'counts.json');
  const program = join(root, 'out', 'test', 'negotiation', 'run.js');
  const { code } = await runNode(['--enable-source-maps', program, '--results', counts], { show: true });
  const result = existsSync(counts) ? JSON.parse(readFileSync(counts, 'utf8')) : nothing;
  return code !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result;
}

/** Every stage: its name for `--only`, its title, the stages that it builds on, what it does. */
const stages = [
  { name: 'build', title: 'Build', run: () => build({ production: true }) },
  {
    name: 'types',
    title: 'Types, and the tests compiled',
    run: async () => {
      for (const project of ['tsconfig.json', 'client/map/tsconfig.json'])
        await check('typescript/bin/tsc', ['-p', project], 'The type check failed.');
    },
  },
  {
    name: 'lint',
    title: 'Lint',
    run: () => check('eslint/bin/eslint.js', ['--max-warnings', '0', '.'], 'The lint failed.'),
  },
  {
    name: 'format',
    title: 'Format',
    run: () =>
      check(
        'prettier/bin/prettier.cjs',
        ['--check', '.'],
        'Some files are not formatted: npm run format does it.',
      ),
  },
  {
    name: 'unit',
    title: 'Unit tests',
    needs: ['build', 'types'],
    run: (options) => runNodeTests('unit', options),
  },
  {
    name: 'grammar',
    title: 'Grammar tests',
    needs: ['types'],
    run: (options) => runNodeTests('grammar', options),
  },
  {
    name: 'protocol',
    title: 'Protocol tests',
    needs: ['build', 'types'],
    run: (options) => runNodeTests('protocol', options),
  },
  {
    name: 'negotiation',
    title: 'Negotiations of real IKE daemons',
    needs: ['types'],
    run: runNegotiations,
  },
  { name: 'package', title: 'Package', needs: ['build'], run: () => makeVsix() },
  {
    name: 'vscode',
    title: 'Tests in VS Code',
    needs: ['types', 'package'],
    run: (options) => runSuites('runTests.mjs', options),
  },
  {
    name: 'browser',
    title: 'Tests in a browser host',
    needs: ['types', 'package'],
    run: ({ grep }) => runSuites('browser/runTests.mjs', { grep }),
  },
];

/** The stages to run: all, or those asked for and what they build on. */
function chosenStages(only) {
  if (only === undefined) return stages;
  const chosen = new Set();
  const choose = (name) => {
    const stage = stages.find((one) => one.name === name);
    if (stage === undefined)
      throw new Failure(`${name} is no stage; the stages are ${stages.map((one) => one.name).join(', ')}.`);
    for (const needed of stage.needs ?? []) choose(needed);
    chosen.add(stage);
  };
  only.split(',').forEach(choose);
  return stages.filter((stage) => chosen.has(stage));
}

/** The options of the command line, or one sentence about what is wrong with them. */
function readOptions() {
  try {
    return parseArgs({
      options: {
        only: { type: 'string' },
        grep: { type: 'string' },
        desktop: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new Failure(
      `${error.message.replace(/\.$/, '')}. Options: --only STAGE,STAGE, --grep TEXT, --desktop.`,
    );
  }
}

/** Runs one stage and gives its counts; a stage that fails without counting anything counts as one failure. */
async function runStage({ title, run }, options) {
  const begin = Date.now();
  console.log(`\n── ${title}`);
  let counts;
  try {
    const result = await run(options);
    counts = result?.passed === undefined ? nothing : result;
  } catch (error) {
    console.error(sayError(error));
    counts = { ...nothing, failed: 1 };
  }
  console.log(
    `── ${title}: ${counts.failed === 0 ? 'done' : 'FAILED'} (${((Date.now() - begin) / 1000).toFixed(1)} s)`,
  );
  return counts;
}

await main(async () => {
  const options = readOptions();
  const chosen = chosenStages(options.only);
  const total = { ...nothing };
  const failed = new Set();
  const all = [{ name: 'install', title: 'Install', run: install }, ...chosen];
  for (const stage of all) {
    const missing = (stage.needs ?? []).find((name) => failed.has(name));
    if (failed.has('install') || missing !== undefined) {
      console.log(`\n── ${stage.title}: left out`);
      failed.add(stage.name);
      continue;
    }
    const counts = await runStage(stage, options);
    for (const key of Object.keys(total)) total[key] += counts[key];
    if (counts.failed > 0) failed.add(stage.name);
  }
  const titles = all.filter(({ name }) => failed.has(name)).map(({ title }) => title);
  if (titles.length > 0) console.log(`\nFailed: ${titles.join(', ')}.`);
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return failed.size === 0 ? 0 : 1;
});
