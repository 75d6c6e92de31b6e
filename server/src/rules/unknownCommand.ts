import * as l10n from '@vscode/l10n';
import { distance } from 'fastest-levenshtein';
import { viewName } from '../commands/views';
import type { Argument } from '../commands/notation';
import { CommandLine } from '../model/reading';
import type { TreeLine } from '../syntax/tree';
import { tableOf } from '../syntax/views';
import { replace } from './edits';
import { isIpsecView, looksLikeCommand } from './ipsecLines';
import type { Finding, ItemRule, Repair } from './rule';
import { viewsThatKnow } from './wrongView';

/** The keyword a word is a slip of, where there is one within a third of its letters; of several the nearest. */
export function nearest(word: string, keywords: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  let best: { keyword: string; distance: number } | undefined;
  for (const keyword of keywords) {
    const steps = distance(lower, keyword);
    if (steps <= Math.max(1, Math.floor(keyword.length / 4)) && (!best || steps < best.distance)) {
      best = { keyword, distance: steps };
    }
  }
  return best?.keyword;
}

function expectedText(keywords: readonly string[], args: readonly Argument[]): string {
  const parts = [...keywords, ...args.map((argument) => `<${argument.name}>`)];
  const shown = parts.slice(0, 8).join(', ');
  return parts.length > 8 ? `${shown} …` : shown;
}

function change(command: CommandLine, at: number, keyword: string): Repair {
  return { title: l10n.t('Change to {0}', keyword), preferred: true, edits: [replace(command.place(at), keyword)] };
}

function unknownFirstWord(command: CommandLine, line: TreeLine): Finding[] {
  const at = line.words[0]?.text.toLowerCase() === 'undo' ? 1 : 0;
  const word = line.words[at]?.text ?? '';
  const meant = nearest(word, tableOf(line.view).keywords);
  const view = viewName(line.view);
  if (meant !== undefined) {
    return [
      {
        place: command.place(at),
        message: l10n.t('"{0}" is no command of the {1}; did you mean {2}?', word, view, meant),
        repairs: [change(command, at, meant)],
      },
    ];
  }
  if (viewsThatKnow(line).length > 0) return [];
  return [
    {
      place: command.place(at),
      severity: 'information',
      message: l10n.t('"{0}" is not known as a command of the {1}.', word, view),
    },
  ];
}

function check(uri: string, item: CommandLine['item'], line: TreeLine, index: number): Finding[] {
  if (line.kind !== 'command' || !isIpsecView(line.view) || !looksLikeCommand(line)) return [];
  const command = new CommandLine(uri, item, index, line);
  const { match } = line;
  if (!match) return unknownFirstWord(command, line);
  const { expected } = match;
  if (match.status === 'incomplete') {
    return [
      {
        place: command.whole,
        severity: 'warning',
        message: l10n.t('The line ends too early: {0} is missing.', expectedText(expected.keywords, expected.arguments)),
      },
    ];
  }
  if (match.status === 'complete') return [];
  const at = match.words.length;
  const word = line.words[at]?.text ?? '';
  const meant = nearest(word, expected.keywords);
  if (meant !== undefined) {
    return [
      {
        place: command.place(at),
        message: l10n.t('"{0}" does not belong here; did you mean {1}?', word, meant),
        repairs: [change(command, at, meant)],
      },
    ];
  }
  const allowed = expectedText(expected.keywords, expected.arguments);
  return [
    {
      place: command.place(at),
      severity: 'information',
      message:
        allowed === ''
          ? l10n.t('"{0}" is more than this command is known to take.', word)
          : l10n.t('"{0}" is not known here; known are: {1}.', word, allowed),
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
        'no list covers every release. A line that ends before its value is a warning. Remarks in prose are left alone.',
      'zh-cn':
        'IKE 或 IPsec 视图中无法识别的命令或关键字：若与已知命令仅有笔误之差则为错误，否则为提示（任何列表都无法覆盖所有版本）。缺少参数的命令行为告警。说明性文字不报告。',
    },
    why: {
      en: 'The device refuses the line, and the setting keeps its default.',
      'zh-cn': '设备拒绝该命令，相应设置保持缺省值。',
    },
    repair: { en: 'Writes the word that is meant.', 'zh-cn': '改为正确的写法。' },
    sources: ['USG6000E command reference', 'AR V200R003 command line help', 'NE40E V800R012 command reference'],
  },
  checkItem: ({ uri, item }) => item.lines.flatMap((line, index) => check(uri, item, line, index)),
};
