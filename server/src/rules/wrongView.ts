import * as l10n from '@vscode/l10n';
import { viewName, views } from '../commands/views';
import type { ViewId } from '../commands/types';
import { CommandLine, isElision } from '../model/reading';
import type { TreeLine } from '../syntax/tree';
import { startsWithUndo, type CommandMatch } from '../syntax/match';
import { matchIn } from '../syntax/views';
import { isIpsecView, looksLikeCommand } from './ipsecLines';
import type { ItemRule } from './rule';
import { series } from '../l10n';

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

/** First words that one release has in this view and another in that: what stands where no list has it is no error. */
const ROVING: ReadonlySet<string> = new Set([
  'aaa',
  'anti-replay',
  'connect',
  'disconnect',
  'dscp',
  'local-address',
  'match',
  'policy',
  'resource',
  'respond-only',
  'route',
  'service-scheme',
  'smart-link',
  'speed-limit',
]);

/**
 * Whether a line means nothing in its own view. An abbreviation with nothing behind it that fits is no more than a chance: `ip address`
 * in a policy begins like `ipsec df-bit`.
 */
function meansNothing({ match }: TreeLine): boolean {
  if (!match) return true;
  return match.status === 'unknown' && wordsRead(match) === 1;
}

function wordsRead({ words }: CommandMatch): number {
  return words.filter((word) => word.kind !== 'undo').length;
}

/** Views whose own commands this product does not all know; what stands there by mistake must be IPsec's without doubt. */
const OPEN_VIEWS: ReadonlySet<ViewId> = new Set<ViewId>(['interface', 'acl-basic', 'acl-advanced']);

/** First words that no view but those of IPsec has. */
const IPSEC_ONLY: ReadonlySet<string> = new Set([
  'ike-peer',
  'ike-proposal',
  'security',
  'pfs',
  'esp',
  'ah',
  'transform',
  'encapsulation-mode',
  'exchange-mode',
  'local-id-type',
  'remote-id-type',
  'integrity-algorithm',
  'pre-shared-key',
]);

/** The views in which a line that means nothing in its own would be a whole command, spelled in full. */
export function viewsThatKnow(line: TreeLine): ViewId[] {
  if (!meansNothing(line) || !looksLikeCommand(line)) return [];
  const open = OPEN_VIEWS.has(line.view);
  if (open && !IPSEC_ONLY.has(line.words[0]?.text.toLowerCase() ?? '')) return [];
  return OTHER_VIEWS.filter((view) => {
    if (view === line.view || (open && !isIpsecView(view))) return false;
    // The first word is one of this view: what follows may be known to another release.
    if (line.match && !line.match.abbreviated && !isIpsecView(view)) return false;
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
        'A line in an IKE or IPsec view that means nothing there and is a whole command of another view; or a command that only IPsec has ' +
        'on an interface or in an ACL. A remark where both are views of ' +
        'policies, templates or profiles, where the line stands in an Efficient VPN policy, and for commands such as `dscp` and `route`, ' +
        'since releases differ there.',
      'zh-cn':
        'IKE 或 IPsec 视图中的某行命令不属于该视图，但在另一视图中是完整的命令；或者 IPsec 专有的命令出现在接口视图或 ACL 视图中。若两者同属安全策略、策略模板或安全框架一类视图，该行位于 Efficient VPN 策略视图，或为 `dscp`、`route` 等命令，则为提示，因为各版本有差异。',
    },
    why: {
      en: 'The device refuses the line, so the setting is not made anywhere.',
      'zh-cn': '设备拒绝该命令，该设置在任何位置都没有生效。',
    },
    sources: ['USG6000E command reference', 'NE40E V800R012 command reference'],
  },
  checkItem: ({ uri, item }) => {
    const elided = item.lines.some(({ text }) => isElision(text));
    return item.lines.flatMap((line, index) => {
      const open = OPEN_VIEWS.has(line.view);
      if (!isIpsecView(line.view) && !open) return [];
      // What opened the view in which the line stands may have been left out.
      if (open && elided) return [];
      const known = viewsThatKnow(line);
      if (known.length === 0) return [];
      const command = new CommandLine(uri, item, index, line);
      const related =
        (POLICY_VIEWS.has(line.view) && known.some((view) => POLICY_VIEWS.has(view))) ||
        line.view === GATHERED_VIEW ||
        ROVING.has(commandName(line).toLowerCase());
      return [
        {
          place: command.whole,
          severity: related ? 'information' : 'error',
          message: l10n.t(
            '{0} is no command of the {1}; it belongs to: {2}.',
            commandName(line),
            viewName(line.view),
            series(known.map(viewName)),
          ),
        },
      ];
    });
  },
};

function commandName({ words }: TreeLine): string {
  const undo = words.length > 1 && startsWithUndo(words);
  return words[undo ? 1 : 0]?.text ?? '';
}
