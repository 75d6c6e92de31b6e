import * as l10n from '@vscode/l10n';
import { viewName, views } from '../commands/views';
import type { ViewId } from '../commands/types';
import { CommandLine } from '../model/reading';
import type { TreeLine } from '../syntax/tree';
import { startsWithUndo } from '../syntax/match';
import { matchIn } from '../syntax/views';
import { isIpsecView, looksLikeCommand } from './ipsecLines';
import type { ItemRule } from './rule';

/** The views in which a line is looked for. */
const OTHER_VIEWS: readonly ViewId[] = views
  .map((view) => view.id)
  .filter(
    (view) => isIpsecView(view) || view === 'interface' || view === 'acl-advanced' || view === 'pki-domain',
  );

/** Views of one family: a release can know a command of one in another. */
const POLICY_VIEWS: ReadonlySet<ViewId> = new Set<ViewId>([
  'ipsec-policy-isakmp',
  'ipsec-policy-manual',
  'ipsec-policy-template',
  'ipsec-profile',
  'ipsec-efficient-vpn',
]);

/** It takes commands of the IKE peer, of both proposals and of policies, and no reference lists them all. */
const GATHERED_VIEW: ViewId = 'ipsec-efficient-vpn';

/** First words that many views know, also views that this product has no list of. */
const COMMON: ReadonlySet<string> = new Set([
  'description',
  'alias',
  'set',
  'qos',
  'mtu',
  'shutdown',
  'statistic',
  'enable',
  'name',
]);

/**
 * Whether a line means nothing in its own view. An abbreviation with nothing behind it that fits is no more than a chance: `ip address`
 * in a policy begins like `ipsec df-bit`.
 */
function meansNothing({ match }: TreeLine): boolean {
  if (!match) return true;
  const read = match.words.filter((word) => word.kind !== 'undo').length;
  return match.status === 'unknown' && match.abbreviated && read === 1;
}

/** The views in which a line that means nothing in its own would be a whole command, spelled in full. */
export function viewsThatKnow(line: TreeLine): ViewId[] {
  if (!meansNothing(line) || !looksLikeCommand(line)) return [];
  return OTHER_VIEWS.filter((view) => {
    if (view === line.view) return false;
    const match = matchIn(view, line.words)?.match;
    if (match?.status !== 'complete' || match.abbreviated) return false;
    const first = match.words.find((word) => word.kind === 'keyword');
    return first?.kind === 'keyword' && !COMMON.has(first.keyword);
  });
}

/** A command that stands in the wrong view. */
export const wrongView: ItemRule = {
  id: 'wrong-view',
  severity: 'error',
  causes: [],
  documentation: {
    title: { en: 'A command in the wrong view', 'zh-cn': '命令所在视图错误' },
    checks: {
      en:
        'A line in an IKE or IPsec view that means nothing there and is a whole command of another view. A remark where both are views of ' +
        'policies, templates or profiles, or where the line stands in an Efficient VPN policy, since releases differ there.',
      'zh-cn':
        'IKE 或 IPsec 视图中的某行命令不属于该视图，但在另一视图中是完整的命令。若两者同属安全策略、策略模板或安全框架一类视图，或该行位于 Efficient VPN 策略视图，则为提示，因为各版本有差异。',
    },
    why: {
      en: 'The device refuses the line, so the setting is not made anywhere.',
      'zh-cn': '设备拒绝该命令，该设置在任何位置都没有生效。',
    },
    sources: ['USG6000E command reference', 'NE40E V800R012 command reference'],
  },
  checkItem: ({ uri, item }) =>
    item.lines.flatMap((line, index) => {
      if (!isIpsecView(line.view)) return [];
      const known = viewsThatKnow(line);
      if (known.length === 0) return [];
      const command = new CommandLine(uri, item, index, line);
      const related =
        (POLICY_VIEWS.has(line.view) && known.some((view) => POLICY_VIEWS.has(view))) ||
        line.view === GATHERED_VIEW;
      return [
        {
          place: command.whole,
          severity: related ? 'information' : 'error',
          message: l10n.t(
            '{0} is no command of the {1}; it belongs to: {2}.',
            commandName(line),
            viewName(line.view),
            known.map(viewName).join(', '),
          ),
        },
      ];
    }),
};

function commandName({ words }: TreeLine): string {
  const undo = words.length > 1 && startsWithUndo(words);
  return words[undo ? 1 : 0]?.text ?? '';
}
