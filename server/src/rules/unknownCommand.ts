import * as l10n from '@vscode/l10n';
import { viewName } from '../commands/views';
import type { Argument } from '../commands/notation';
import type { ViewId } from '../commands/types';
import { CommandLine } from '../model/reading';
import { isPlaceholder, keyForm } from '../model/secret';
import { startsWithUndo, type CommandMatch } from '../syntax/match';
import type { Item, TreeLine } from '../syntax/tree';
import { matchIn, tableOf } from '../syntax/views';
import { repair, replace } from './edits';
import { isIpsecView, looksLikeCommand } from './ipsecLines';
import type { Finding, ItemRule, Repair, Severity } from './rule';
import { completed, nearest, shortSlips } from './slip';
import { viewsThatKnow } from './wrongView';
import { series } from '../l10n';

function expectedText(keywords: readonly string[], args: readonly Argument[]): string {
  const parts = [...keywords, ...args.map((argument) => `<${argument.name}>`)];
  const shown = series(parts.slice(0, 8));
  return parts.length > 8 ? `${shown} …` : shown;
}

/** Writes the word that is meant. Without asking only where that makes a whole command of the line. */
function change(command: CommandLine, at: number, keyword: string): Repair[] {
  const { words, view } = command.line;
  const corrected = words.map((word, index) => (index === at ? { ...word, text: keyword } : word));
  const match = matchIn(view, corrected)?.match;
  const isWhole =
    match?.status === 'complete' &&
    match.words.every((word) => word.kind !== 'argument' || word.problem === undefined);
  return repair(l10n.t('Change to {0}', keyword), isWhole, replace(command.place(at), keyword));
}

function unknownFirstWord(command: CommandLine, line: TreeLine): Finding[] {
  const at = line.words.length > 1 && startsWithUndo(line.words) ? 1 : 0;
  const word = line.words[at]?.text ?? '';
  const meant = meantAt(line, at, tableOf(line.view).keywords);
  const view = viewName(line.view);
  const place = command.place(at);
  if (meant !== undefined) {
    const message = l10n.t('"{0}" is no command of the {1}; did you mean {2}?', word, view, meant);
    return [{ place, message, repairs: () => change(command, at, meant) }];
  }
  const message = l10n.t('"{0}" is not known as a command of the {1}.', word, view);
  return [{ place, severity: 'information', message }];
}

/** Algorithms that others have and the known releases have not: words of their own, no slips of a known one. */
const OTHER_ALGORITHM = /(?:^|-)(?:ccm|ctr|dsa|ecdsa)(?:-|$)/i;

function slipOf(command: CommandLine, at: number, meant: string, severity?: Severity): Finding[] {
  const word = command.line.words[at]?.text ?? '';
  const message = l10n.t('"{0}" does not belong here; did you mean {1}?', word, meant);
  const repairs = (): readonly Repair[] => change(command, at, meant);
  return [{ place: command.place(at), message, repairs, ...(severity ? { severity } : {}) }];
}

/** Words behind a key: the key may be one of them, so no message repeats them. */
function wordsBehindKey(command: CommandLine, { words, match }: TreeLine, keyAt: number): Finding[] {
  const key = words[keyAt]?.text ?? '';
  if (keyForm(key) === 'masked') return [];
  const way = match?.words[keyAt - 1];
  const named = way?.kind === 'keyword' && WAYS.includes(way.keyword);
  const meant = named ? undefined : nearest(key, WAYS);
  if (meant !== undefined) return slipOf(command, keyAt, meant);
  return [
    {
      place: command.place(keyAt + 1, words.length - 1),
      severity: 'information',
      message: l10n.t('Nothing is known to follow the key; a key with blanks stands in double quotes.'),
    },
  ];
}

/** The keywords that say how a key is written. */
const WAYS: readonly string[] = ['cipher', 'simple'];

/** Whether a line with this first keyword can hold a key: then a word that is not understood may be the key. */
function canHoldKey({ view }: TreeLine, { words }: CommandMatch): boolean {
  const first = words.find((word) => word.kind === 'keyword');
  return (
    first?.kind === 'keyword' &&
    tableOf(view).commands.some(
      ({ command, firstKeywords }) => firstKeywords.has(first.keyword) && command.syntax.includes(':secret>'),
    )
  );
}

/** The keyword that the last word understood is a slip of, where it passes for a name and so makes the next one look wrong: `dpd tpye periodic`. */
function slipBefore(line: TreeLine, { words }: CommandMatch): string | undefined {
  const at = words.length - 1;
  if (words[at]?.kind !== 'argument') return undefined;
  const known = matchIn(line.view, line.words.slice(0, at))?.match.expected.keywords ?? [];
  return meantAt(line, at, known, true);
}

function unknownLaterWord(command: CommandLine, line: TreeLine, match: CommandMatch): Finding[] {
  const { expected } = match;
  const at = match.words.length;
  const word = line.words[at]?.text ?? '';
  if (isPlaceholder(word)) return [];
  const keyAt = match.words.findIndex((each) => each.kind === 'argument' && each.argument.type === 'secret');
  if (keyAt >= 0) return wordsBehindKey(command, line, keyAt);
  const meant = OTHER_ALGORITHM.test(word) ? undefined : meantAt(line, at, expected.keywords);
  if (meant !== undefined) return slipOf(command, at, meant);
  const earlier = slipBefore(line, match);
  if (earlier !== undefined) return slipOf(command, at - 1, earlier);
  // Words of other vendors and of tables in prose: `pfs group14`. No release is known to take them, and none is known not to.
  const whole = completed(word, expected.keywords);
  if (whole !== undefined) return slipOf(command, at, whole, 'warning');
  const place = command.place(at);
  const allowed = expectedText(expected.keywords, expected.arguments);
  if (canHoldKey(line, match)) {
    const message = l10n.t('This word is not known here; known are: {0}.', allowed);
    return [{ place, severity: 'information', message }];
  }
  const message =
    allowed === ''
      ? l10n.t('"{0}" is more than this command is known to take.', word)
      : l10n.t('"{0}" is not known here; known are: {1}.', word, allowed);
  return [{ place, severity: 'information', message }];
}

/** Other views have commands of IPsec among many that this product does not know. */
const SHARED_VIEWS: ReadonlySet<ViewId> = new Set<ViewId>(['system', 'interface']);

const FIRST_WORDS: readonly string[] = ['ipsec', 'ike'];

/** A slip in a command that begins with `ike` or `ipsec`, where everything else speaks for that command. */
function slipInSharedView(command: CommandLine, line: TreeLine): Finding[] {
  const { words, match } = line;
  if (words.length < 2 || line.kind !== 'command' || line.role === 'output') return [];
  const from = startsWithUndo(words) ? 1 : 0;
  const first = words[from]?.text.toLowerCase() ?? '';
  if (FIRST_WORDS.includes(first)) {
    if (match?.status !== 'unknown') return [];
    const at = match.words.length;
    const meant = meantAt(line, at, match.expected.keywords, true);
    return meant === undefined ? [] : slipOf(command, at, meant);
  }
  const meant = match ? undefined : meantAt(line, from, FIRST_WORDS, true);
  return meant === undefined ? [] : slipOf(command, from, meant);
}

/** Whether a line is a whole command of its view, spelled in full, when one of its words is another. */
function isCommandWith(line: TreeLine, at: number, text: string): boolean {
  const changed = line.words.map((word, index) => (index === at ? { ...word, text } : word));
  const found = matchIn(line.view, changed)?.match;
  return found?.status === 'complete' && !found.abbreviated;
}

/** The keyword that a word is a slip of. Of a short keyword (`esp`, `acl`) it is one where the rest of the line says so; `strict`: of any. */
function meantAt(line: TreeLine, at: number, known: readonly string[], strict = false): string | undefined {
  const word = line.words[at]?.text ?? '';
  const near = nearest(word, known);
  if (near !== undefined && (!strict || isCommandWith(line, at, near))) return near;
  const short = shortSlips(word, known).filter((each) => isCommandWith(line, at, each));
  return short.length === 1 ? short[0] : undefined;
}

function check(uri: string, item: Item, line: TreeLine, index: number): Finding[] {
  if (SHARED_VIEWS.has(line.view)) return slipInSharedView(new CommandLine(uri, item, index, line), line);
  if (!isIpsecView(line.view) || line.match?.status === 'complete' || !looksLikeCommand(line)) return [];
  const command = new CommandLine(uri, item, index, line);
  const { match } = line;
  if (viewsThatKnow(line).length > 0) return [];
  if (!match) return unknownFirstWord(command, line);
  if (match.status === 'unknown') return unknownLaterWord(command, line, match);
  const { keywords, arguments: args } = match.expected;
  // A key that is not there is one that somebody took out before passing the file on.
  if (args.some((argument) => argument.type === 'secret')) return [];
  const missing = expectedText(keywords, args);
  return [
    {
      place: command.whole,
      severity: 'warning',
      message:
        keywords.length + args.length > 1
          ? l10n.t('The line ends too early; one of these must follow: {0}.', missing)
          : l10n.t('The line ends too early: {0} is missing.', missing),
    },
  ];
}

/** A word in an IPsec view that the command reference does not have. */
export const unknownCommand: ItemRule = {
  id: 'unknown-command',
  severity: 'error',
  causes: [],
  documentation: {
    title: { en: 'An unknown word', 'zh-cn': '无法识别的命令或关键字' },
    checks: {
      en:
        'A command or keyword in an IKE or IPsec view that is not known: an error where it is a slip of a known one, else a remark, since ' +
        'no list covers every release. Words that differ from a known one in a number only (`group15`) are no slips. A line that ends ' +
        'before its value is a warning, unless it is a key that was taken out; so is a word that lacks a part or has one too many in front ' +
        '(`pfs group14`). In the system view and on interfaces only a slip in a command that begins with `ike` or `ipsec`. Remarks in prose and ' +
        'lines with `?` are left alone.',
      'zh-cn':
        'IKE 或 IPsec 视图中无法识别的命令或关键字：若与已知命令仅有笔误之差则为错误，否则为提示（任何列表都无法覆盖所有版本）。仅数字不同的词（如 `group15`）不视为笔误。缺少参数的命令行为告警（被删去的密钥除外），前面多写或少写一部分的词（如 `pfs group14`）也为告警。系统视图和接口视图中只检查以 `ike` 或 `ipsec` 开头的命令中的笔误。说明性文字和带 `?` 的命令行不报告。',
    },
    why: {
      en: 'The device refuses the line, and the setting keeps its default.',
      'zh-cn': '设备拒绝该命令，相应设置保持缺省值。',
    },
    repair: { en: 'Writes the word that is meant.', 'zh-cn': '改为正确的写法。' },
    sources: [
      'USG6000E command reference',
      'AR V200R003 command line help',
      'NE40E V800R012 command reference',
    ],
  },
  checkItem: ({ uri, item }) => item.lines.flatMap((line, index) => check(uri, item, line, index)),
};
