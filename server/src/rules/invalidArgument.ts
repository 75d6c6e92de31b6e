import * as l10n from '@vscode/l10n';
import type { Argument } from '../commands/notation';
import { CommandLine } from '../model/reading';
import type { ArgumentProblem } from '../syntax/accept';
import { isMaskedAddress } from '../syntax/address';
import type { TreeLine } from '../syntax/tree';
import { isIpsecLine } from './ipsecLines';
import type { Finding, ItemRule } from './rule';

function describe(argument: Argument, problem: ArgumentProblem, text: string): string {
  const { min = 0, max = 0 } = argument;
  switch (problem) {
    case 'out-of-range':
      return l10n.t('{0} is out of range: it must be {1} to {2}.', text, min, max);
    case 'too-long':
      return l10n.t('This name has {0} characters; at most {1} are allowed.', text.length, max);
    case 'too-short':
      return l10n.t('This name has {0} characters; at least {1} are needed.', text.length, min);
    case 'malformed':
      return argument.type === 'mask' || argument.type === 'wildcard'
        ? l10n.t('{0} is no valid mask.', text)
        : l10n.t('{0} is no valid value here.', text);
  }
}

function findingsIn(uri: string, item: Parameters<ItemRule['checkItem']>[0]['item'], line: TreeLine, index: number): Finding[] {
  const { match } = line;
  if (!match || match.undo || !isIpsecLine(line)) return [];
  const command = new CommandLine(uri, item, index, line);
  const findings: Finding[] = [];
  match.words.forEach((word, at) => {
    if (word.kind !== 'argument' || word.argument.type === 'secret') return;
    const text = line.words[at]?.text ?? '';
    const place = command.place(at);
    if (word.problem) {
      if (word.problem === 'malformed' && isMaskedAddress(text)) return;
      findings.push({ place, message: describe(word.argument, word.problem, text) });
    } else if (word.argument.kind === 'ike-proposal' && !isProposalNumber(text)) {
      findings.push({ place, message: l10n.t('{0} is out of range: it must be {1} to {2}.', text, 1, MAX_PROPOSAL) });
    }
  });
  return findings;
}

/** The largest proposal number of any product (USG, by model 100, 512 or 1024). */
const MAX_PROPOSAL = 1024;

function isProposalNumber(text: string): boolean {
  if (!/^\d+$/.test(text)) return text === 'default' || !/^[\d-]/.test(text);
  return Number(text) >= 1 && Number(text) <= MAX_PROPOSAL;
}

/** A value that no release takes. */
export const invalidArgument: ItemRule = {
  id: 'invalid-argument',
  severity: 'error',
  causes: [],
  documentation: {
    title: { en: 'A value that cannot be', 'zh-cn': '参数取值无效' },
    checks: {
      en:
        'A number out of range, an address or mask that is none, a name that is too long, in the IPsec views and commands. Ranges are the ' +
        'widest over the products. Addresses masked by a person (`203.0.113.x`) are left alone.',
      'zh-cn':
        'IPsec 相关视图和命令中超出范围的数值、无效的地址或掩码、过长的名称。范围取各产品中最宽者。人为掩盖的地址（如 `203.0.113.x`）不报告。',
    },
    why: {
      en: 'The device refuses the line when the file is loaded, and the setting keeps its default.',
      'zh-cn': '加载配置文件时设备拒绝该命令，相应设置保持缺省值。',
    },
    sources: ['USG6000E command reference', 'NE40E V800R012 command reference'],
  },
  checkItem: ({ uri, item }) => item.lines.flatMap((line, index) => findingsIn(uri, item, line, index)),
};
