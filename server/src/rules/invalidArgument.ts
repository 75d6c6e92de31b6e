import * as l10n from '@vscode/l10n';
import type { Argument, ArgumentType } from '../commands/notation';
import { CommandLine, unquoted } from '../model/reading';
import { isPlaceholder } from '../model/secret';
import type { ArgumentProblem } from '../syntax/accept';
import { isMaskedAddress } from '../syntax/address';
import type { Item, TreeLine } from '../syntax/tree';
import { isIpsecLine } from './ipsecLines';
import type { Finding, ItemRule } from './rule';

const ADDRESS_TYPES: ReadonlySet<ArgumentType> = new Set<ArgumentType>(['ip', 'ipv4', 'ipv6', 'prefix']);

function describe({ type, min = 0, max = 0 }: Argument, problem: ArgumentProblem, text: string): string {
  const { length } = unquoted(text);
  switch (problem) {
    case 'out-of-range':
      return outOfRange(text, min, max);
    case 'too-long':
      return l10n.t('This name has {0} characters; shorten it to {1} at most.', length, max);
    case 'too-short':
      return l10n.t('This name has {0} characters; it needs {1} at least.', length, min);
    case 'malformed':
      return ADDRESS_TYPES.has(type)
        ? l10n.t('{0} is no valid address.', text)
        : l10n.t('{0} is no valid value here.', text);
  }
}

function outOfRange(text: string, min: number, max: number): string {
  return l10n.t('{0} is out of range: it must be {1} to {2}.', text, min, max);
}

function findingsIn(uri: string, item: Item, line: TreeLine, index: number): Finding[] {
  const { match } = line;
  if (!match || match.undo || line.role === 'output' || !isIpsecLine(line)) return [];
  const command = new CommandLine(uri, item, index, line);
  const findings: Finding[] = [];
  match.words.forEach((word, at) => {
    if (word.kind !== 'argument' || word.argument.type === 'secret') return;
    const text = line.words[at]?.text ?? '';
    const place = command.place(at);
    const { problem, argument } = word;
    if (argument.kind === 'ike-proposal' && argument.type === 'new' && !/^\d+$/.test(text)) {
      // VRP8 has factory proposals `default1` to `default3`.
      if (isPlaceholder(text) || /^default\d$/.test(text)) return;
      const message = l10n.t('{0} is no number: an IKE proposal has one from 1 to {1}.', text, MAX_PROPOSAL);
      findings.push({ place, message });
    } else if (argument.kind === 'ike-proposal' && !isProposalNumber(text)) {
      findings.push({ place, message: outOfRange(text, 1, MAX_PROPOSAL) });
    } else if (problem) {
      if (isPlaceholder(text) || (problem === 'malformed' && isMaskedAddress(text))) return;
      const message = describe(argument, problem, text);
      // Releases differ in how long a name may be.
      const isLength = problem === 'too-long' || problem === 'too-short';
      findings.push({ place, message, ...(isLength ? { severity: 'warning' as const } : {}) });
    }
  });
  return findings;
}

/** The largest proposal number of any product (USG, by model 100, 512 or 1024). */
const MAX_PROPOSAL = 1024;

/** Whether a word can be the number of a proposal. What is no number at all is none of this rule's business: nothing defines it. */
function isProposalNumber(text: string): boolean {
  if (!/^\d+$/.test(text)) return true;
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
        'A number out of range, an address that is none, a name that is too long, in the IPsec views and commands. Ranges are the ' +
        'widest over the products; the length of a name is a warning, since releases differ. What a person has masked (`203.0.113.x`, `<name>`) ' +
        'is left alone.',
      'zh-cn':
        'IPsec 相关视图和命令中超出范围的数值、无效的地址、过长的名称。范围取各产品中最宽者；名称长度因版本而异，为告警。人为掩盖的内容（如 `203.0.113.x`、`<name>`）不报告。',
    },
    why: {
      en: 'The device refuses the line when the file is loaded, and the setting keeps its default.',
      'zh-cn': '加载配置文件时设备拒绝该命令，相应设置保持缺省值。',
    },
    sources: ['USG6000E command reference', 'NE40E V800R012 command reference'],
  },
  checkItem: ({ uri, item }) => item.lines.flatMap((line, index) => findingsIn(uri, item, line, index)),
};
