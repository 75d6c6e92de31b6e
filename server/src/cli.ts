import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { check, formatText } from './cli/check';
import { askedReasonCode, explain, nearestCauses } from './cli/explain';
import { fix } from './cli/fix';
import { PathError, readDocument, readPaths } from './cli/files';
import { formatSarif } from './cli/sarif';
import { formatTunnels, reportTunnels } from './cli/tunnels';
import { redact } from './features/redact';
import { localize, nearestLocale, setLocale } from './l10n';
import { rules } from './rules';
import { defaultSettings, Workspace } from './languageService';
import { version } from './version';

const USAGE = `huawei-ipsec ${version}

  huawei-ipsec check [--format text|json|sarif] [--fail-on error|warning|information] [--lang en|zh-cn] PATH...
      Analyses configurations and captures; a folder is read as a workspace, its files told by their content.
      Exit code: 0 nothing at or above --fail-on (default: error), 1 something, 2 wrong usage or an unreadable path.

  huawei-ipsec explain "CAUSE" [--format text|json] [--lang en|zh-cn]
      What a fault cause means and how to find its reason.

  huawei-ipsec tunnels [--format text|json] [--lang en|zh-cn] PATH...
      Which ends of the devices in the files talk to each other, and what becomes of each tunnel.

  huawei-ipsec fix [--dry-run] [--rule ID] PATH...
      Carries out the preferred repairs in the files; --dry-run only says what they are.

  huawei-ipsec redact FILE
      Prints the text of a file with every secret masked: the same secret by the same name, so that it can still be analysed.

  huawei-ipsec lsp --stdio
      The language server, for any editor that speaks the Language Server Protocol.
`;

/** Wrong usage: the sentence to print. */
class UsageError extends Error {}

function oneOf<T extends string>(value: string, allowed: readonly T[], option: string): T {
  const found = allowed.find((each) => each === value);
  if (!found) throw new UsageError(`${option} takes ${allowed.join(', ')}; "${value}" is none of them.`);
  return found;
}

function runCheck(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      'fail-on': { type: 'string', default: 'error' },
      lang: { type: 'string', default: 'en' },
    },
  });
  const format = oneOf(values.format, ['text', 'json', 'sarif'], '--format');
  const levels = ['error', 'warning', 'information', 'hint'] as const;
  const failOn = oneOf(values['fail-on'], ['error', 'warning', 'information'], '--fail-on');
  setLocale(nearestLocale(oneOf(values.lang, ['en', 'zh-cn'], '--lang')));
  if (positionals.length === 0) throw new UsageError('check wants a file or a folder.');
  const workspace = new Workspace();
  const paths = readPaths(workspace, positionals, (sentence) => process.stderr.write(`${sentence}\n`));
  const report = check(workspace.snapshot, defaultSettings, (uri) => paths.get(uri) ?? uri);
  if (format === 'json') process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
  else if (format === 'text') process.stdout.write(formatText(report));
  else {
    const first = resolve(positionals[0] ?? '.');
    process.stdout.write(formatSarif(report, statSync(first).isDirectory() ? first : dirname(first)));
  }
  const failing = levels.slice(0, levels.indexOf(failOn) + 1) as readonly string[];
  return report.diagnostics.some((diagnostic) => failing.includes(diagnostic.severity)) ? 1 : 0;
}

function runFix(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, rule: { type: 'string' } },
  });
  if (positionals.length === 0) throw new UsageError('fix wants a file or a folder.');
  const { rule } = values;
  if (rule !== undefined && !rules.some(({ id }) => id === rule))
    throw new UsageError(`"${rule}" is no rule; the README lists them.`);
  const workspace = new Workspace();
  const note = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
  const paths = readPaths(workspace, positionals, note);
  const options = { dryRun: values['dry-run'], ...(rule === undefined ? {} : { rule }) };
  const { lines, notes } = fix(workspace.snapshot, (uri) => paths.get(uri) ?? uri, options);
  notes.forEach(note);
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

function runTunnels(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { format: { type: 'string', default: 'text' }, lang: { type: 'string', default: 'en' } },
  });
  const format = oneOf(values.format, ['text', 'json'], '--format');
  setLocale(nearestLocale(oneOf(values.lang, ['en', 'zh-cn'], '--lang')));
  if (positionals.length === 0) throw new UsageError('tunnels wants a file or a folder.');
  const workspace = new Workspace();
  const paths = readPaths(workspace, positionals, (sentence) => process.stderr.write(`${sentence}\n`));
  const tunnels = reportTunnels(workspace.snapshot, (uri) => paths.get(uri) ?? uri);
  process.stdout.write(
    format === 'json' ? `${JSON.stringify({ version: 1, tunnels }, undefined, 2)}\n` : formatTunnels(tunnels),
  );
  return 0;
}

function runExplain(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { format: { type: 'string', default: 'text' }, lang: { type: 'string', default: 'en' } },
  });
  const format = oneOf(values.format, ['text', 'json'], '--format');
  setLocale(nearestLocale(oneOf(values.lang, ['en', 'zh-cn'], '--lang')));
  const asked = positionals.join(' ').trim();
  if (asked === '')
    throw new UsageError(
      'explain wants a fault cause, for example: huawei-ipsec explain "flow or peer mismatch".',
    );
  const text = explain(asked, format);
  if (text === undefined) throw new UsageError(sayUnknown(asked));
  process.stdout.write(text);
  return 0;
}

function runRedact(args: string[]): number {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new UsageError('redact wants one file.');
  process.stdout.write(redact(readDocument(path)));
  return 0;
}

/** What to say of a cause that is not known, with the names it may be a slip of. */
function sayUnknown(asked: string): string {
  const code = askedReasonCode(asked);
  if (code !== undefined)
    return localize({
      en: `No fault cause that is known here has the reason code ${code}.`,
      'zh-cn': `没有已知的故障原因使用原因码 ${code}。`,
    });
  const near = nearestCauses(asked).map((name) => `"${name}"`);
  const shown = asked.length > 120 ? `${asked.slice(0, 120)}…` : asked;
  const unknown = localize({
    en: `"${shown}" is no fault cause that is known here.`,
    'zh-cn': `“${shown}”不是已知的故障原因。`,
  });
  if (near.length === 0) return unknown;
  return (
    unknown + localize({ en: ` Did you mean ${near.join(' or ')}?`, 'zh-cn': `是否指 ${near.join('、')}？` })
  );
}

function runServer(args: readonly string[]): void {
  if (!args.includes('--stdio'))
    throw new UsageError('lsp wants --stdio: the server speaks over its standard input and output.');
  // The server reads --stdio from the process's own arguments.
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- only this command needs the server's code
  require('./node');
}

function isHelp(argument: string): boolean {
  return argument === '--help' || argument === '-h';
}

/** One line of a message; of what Node says about an option only what is wrong with it. */
function firstSentence(message: string, isOption: boolean): string {
  const [line = ''] = message.split('\n');
  return isOption ? `${line.replace(/\. To specify .*/, '').replace(/\.$/, '')}.` : line;
}

/** Runs one command line; gives the exit code, or undefined where a server goes on running. */
export function main(argv: string[]): number | undefined {
  const [command, ...args] = argv;
  // Behind `--` a word is a path, whatever it looks like.
  const options = args.slice(0, args.includes('--') ? args.indexOf('--') : args.length);
  try {
    switch (options.some(isHelp) ? 'help' : command) {
      case 'check':
        return runCheck(args);
      case 'explain':
        return runExplain(args);
      case 'fix':
        return runFix(args);
      case 'tunnels':
        return runTunnels(args);
      case 'redact':
        return runRedact(args);
      case 'lsp':
        runServer(args);
        return undefined;
      case '--version':
      case '-v':
        process.stdout.write(`${version}\n`);
        return 0;
      case '--help':
      case '-h':
      case 'help':
        process.stdout.write(USAGE);
        return 0;
      case undefined:
      default:
        throw new UsageError(
          command === undefined
            ? 'huawei-ipsec wants a command: check, explain, tunnels, fix, redact or lsp (--help lists them).'
            : `"${command}" is no command: check, explain, tunnels, fix, redact, lsp (--help lists them).`,
        );
    }
  } catch (error) {
    const isUsage = error instanceof UsageError || error instanceof PathError;
    const isOption = (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS') === true;
    if (!isUsage && !isOption) throw error;
    process.stderr.write(`${firstSentence((error as Error).message, isOption)}\n`);
    return 2;
  }
}

/** A reader that has seen enough, as `head` does, closes the pipe: that is no error of ours. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}

if (require.main === module) {
  process.stdout.on('error', endQuietly);
  process.stderr.on('error', endQuietly);
  const code = main(process.argv.slice(2));
  if (code !== undefined) process.exitCode = code;
}
