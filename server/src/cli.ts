import * as l10n from '@vscode/l10n';
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
import { joinSentences, localize, nearestLocale, series, setLocale } from './l10n';
import { rules } from './rules';
import { defaultSettings, Workspace } from './languageService';
import { version } from './version';

/** What can be typed, and what comes of it. */
function usage(): string {
  const commands = [
    [
      'check [--format text|json|sarif] [--fail-on error|warning|information] [--lang en|zh-cn] PATH...',
      l10n.t(
        'Analyses configurations and captures; a folder is read as a workspace, its files told by their content.',
      ),
      l10n.t(
        'Exit code: 0 nothing at or above --fail-on (default: error), 1 something, 2 wrong usage or an unreadable path.',
      ),
    ],
    [
      'explain "CAUSE" [--format text|json] [--lang en|zh-cn]',
      l10n.t('What a fault cause means and how to find its reason.'),
    ],
    [
      'tunnels [--format text|json] [--lang en|zh-cn] PATH...',
      l10n.t('Which ends of the devices in the files talk to each other, and what becomes of each tunnel.'),
    ],
    [
      'fix [--dry-run] [--rule ID] [--lang en|zh-cn] PATH...',
      l10n.t('Carries out the preferred repairs in the files; --dry-run only says what they are.'),
    ],
    [
      'redact FILE',
      l10n.t(
        'Prints the text of a file with every secret masked: the same secret by the same name, so that it can still be analysed.',
      ),
    ],
    ['lsp --stdio', l10n.t('The language server, for any editor that speaks the Language Server Protocol.')],
  ];
  const language = l10n.t(
    'Without --lang, text is in the language of the terminal (LC_ALL, LC_MESSAGES, LANG), and what programs read in English.',
  );
  const parts = commands.map(([command, ...said]) =>
    [`  huawei-ipsec ${command ?? ''}`, ...said.map((line) => `      ${line}`)].join('\n'),
  );
  return `${[`huawei-ipsec ${version}`, ...parts, `  ${language}`].join('\n\n')}\n`;
}

/** Wrong usage: the sentence to print. */
class UsageError extends Error {}

function oneOf<T extends string>(value: string, allowed: readonly T[], option: string): T {
  const found = allowed.find((each) => each === value);
  if (!found)
    throw new UsageError(l10n.t('{0} takes {1}; "{2}" is none of them.', option, series(allowed), value));
  return found;
}

/** The language of the terminal, as POSIX says which variable comes first. */
function terminalLanguage(): string | undefined {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return [LC_ALL, LC_MESSAGES, LANG].find((each) => each !== undefined && each !== '');
}

/** Sets the language that is asked for. What programs read is the same in every terminal: English, unless they ask for another. */
function chooseLanguage(asked: string | undefined, format = 'text'): void {
  if (asked !== undefined) setLocale(oneOf(asked, ['en', 'zh-cn'], '--lang'));
  else if (format !== 'text') setLocale('en');
}

function runCheck(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      'fail-on': { type: 'string', default: 'error' },
      lang: { type: 'string' },
    },
  });
  const format = oneOf(values.format, ['text', 'json', 'sarif'], '--format');
  const levels = ['error', 'warning', 'information', 'hint'] as const;
  const failOn = oneOf(values['fail-on'], ['error', 'warning', 'information'], '--fail-on');
  chooseLanguage(values.lang, format);
  if (positionals.length === 0) throw new UsageError(l10n.t('{0} wants a file or a folder.', 'check'));
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
    options: {
      'dry-run': { type: 'boolean', default: false },
      rule: { type: 'string' },
      lang: { type: 'string' },
    },
  });
  chooseLanguage(values.lang);
  if (positionals.length === 0) throw new UsageError(l10n.t('{0} wants a file or a folder.', 'fix'));
  const { rule } = values;
  if (rule !== undefined && !rules.some(({ id }) => id === rule))
    throw new UsageError(l10n.t('"{0}" is no rule; the README lists them.', rule));
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
    options: { format: { type: 'string', default: 'text' }, lang: { type: 'string' } },
  });
  const format = oneOf(values.format, ['text', 'json'], '--format');
  chooseLanguage(values.lang, format);
  if (positionals.length === 0) throw new UsageError(l10n.t('{0} wants a file or a folder.', 'tunnels'));
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
    options: { format: { type: 'string', default: 'text' }, lang: { type: 'string' } },
  });
  const format = oneOf(values.format, ['text', 'json'], '--format');
  chooseLanguage(values.lang, format);
  const asked = positionals.join(' ').trim();
  if (asked === '')
    throw new UsageError(
      l10n.t(
        'explain wants a fault cause, for example: {0}.',
        'huawei-ipsec explain "flow or peer mismatch"',
      ),
    );
  const text = explain(asked, format);
  if (text === undefined) throw new UsageError(sayUnknown(asked));
  process.stdout.write(text);
  return 0;
}

function runRedact(args: string[]): number {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new UsageError(l10n.t('redact wants one file.'));
  process.stdout.write(redact(readDocument(path)));
  return 0;
}

/** What to say of a cause that is not known, with the names it may be a slip of. */
function sayUnknown(asked: string): string {
  const code = askedReasonCode(asked);
  if (code !== undefined) return l10n.t('No fault cause that is known here has the reason code {0}.', code);
  const near = nearestCauses(asked).map((name) => `"${name}"`);
  const shown = asked.length > 120 ? `${asked.slice(0, 120)}…` : asked;
  const unknown = l10n.t('"{0}" is no fault cause that is known here.', shown);
  if (near.length === 0) return unknown;
  const names = near.join(localize({ en: ' or ', 'zh-cn': ' 或 ' }));
  return joinSentences([unknown, l10n.t('Did you mean {0}?', names)]);
}

function runServer(args: readonly string[]): void {
  if (!args.includes('--stdio'))
    throw new UsageError(l10n.t('lsp wants --stdio: the server speaks over its standard input and output.'));
  // The server reads --stdio from the process's own arguments.
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- only this command needs the server's code
  require('./node');
}

function isHelp(argument: string): boolean {
  return argument === '--help' || argument === '-h';
}

/** What Node says about an option, as one sentence: its own go on with advice that nobody needs here. */
function optionSentence({ message }: Error): string {
  const [, unknown] = /^Unknown option '([^']*)'/.exec(message) ?? [];
  if (unknown !== undefined) return l10n.t("Unknown option '{0}'.", unknown);
  const [, misused] = /^Option '([^']*)'/.exec(message) ?? [];
  return misused === undefined
    ? l10n.t('Wrong usage (--help says more).')
    : l10n.t("Option '{0}' is not used like this (--help says more).", misused);
}

/** Runs one command line; gives the exit code, or undefined where a server goes on running. */
export function main(argv: string[]): number | undefined {
  const [command, ...args] = argv;
  setLocale(nearestLocale(terminalLanguage()));
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
        process.stdout.write(usage());
        return 0;
      case undefined:
      default:
        throw new UsageError(
          command === undefined
            ? l10n.t(
                'huawei-ipsec wants a command: check, explain, tunnels, fix, redact or lsp (--help lists them).',
              )
            : l10n.t(
                '"{0}" is no command: check, explain, tunnels, fix, redact, lsp (--help lists them).',
                command,
              ),
        );
    }
  } catch (error) {
    const isUsage = error instanceof UsageError || error instanceof PathError;
    const isOption = (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS') === true;
    if (!isUsage && !isOption) throw error;
    const [sentence = ''] = (isOption ? optionSentence(error as Error) : (error as Error).message).split(
      '\n',
    );
    process.stderr.write(`${sentence}\n`);
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
