import * as l10n from '@vscode/l10n';
import type { BlockPlace, Named } from '../model/device';
import type { CommandLine } from '../model/reading';
import { linesOf } from '../model/reading';
import { maybeSeveral } from '../model/several';
import type { CommandMatch } from '../syntax/match';
import { walkBlocks } from '../syntax/tree';
import { removeLine, repair } from './edits';
import { isIpsecView } from './ipsecLines';
import type { DeviceContext, DeviceRule, Finding } from './rule';

function sameWords(a: CommandLine, b: CommandLine): boolean {
  const words = (line: CommandLine): string => line.line.words.map((word) => word.text).join(' ');
  return words(a) === words(b);
}

/** What two lines must share for the second to replace the first; commands that add to each other must be equal to the letter. */
function keyOf(line: CommandLine, match: CommandMatch): unknown {
  const words = line.line.words.map((word) => word.text).join(' ');
  return match.command.repeat === 'add' ? `${match.command.syntax} ${words}` : match.command;
}

/** The places where a view of one object is opened: one as a rule, several where a configuration enters it again. */
type View = readonly BlockPlace[];

function check(view: View): Finding[] {
  const findings: Finding[] = [];
  const last = new Map<unknown, CommandLine>();
  for (const line of view.flatMap(({ uri, item, block }) => linesOf(uri, item, block))) {
    const { match } = line.line;
    if (match?.status !== 'complete' || match.command.opens) continue;
    // Commands typed one after the other are what somebody did, not what the device has in the end.
    if (line.line.role === 'typed') continue;
    // The device refuses a value that cannot be, and keeps the earlier one.
    if (match.words.some((word) => word.kind === 'argument' && word.problem !== undefined)) continue;
    // An undo in between makes the second line the first one again.
    if (match.undo) {
      last.clear();
      continue;
    }
    const key = keyOf(line, match);
    const earlier = last.get(key);
    last.set(key, line);
    if (!earlier) continue;
    const equal = sameWords(earlier, line);
    findings.push({
      place: earlier.whole,
      severity: equal ? 'hint' : 'warning',
      message: equal
        ? l10n.t('The same line stands in this view again.')
        : l10n.t(
            'This {0} line has no effect: a later line of this view replaces it.',
            line.keywords[0] ?? '',
          ),
      tag: 'unnecessary',
      related: [{ place: line.whole, message: l10n.t('The later line') }],
      repairs: () => repair(l10n.t('Remove this line'), true, removeLine(earlier.whole)),
    });
  }
  return findings;
}

/** The objects whose views a whole configuration opens more than once. In notes two blocks of one name belong to two devices. */
function reopened({ device, documents }: DeviceContext): View[] {
  const isSaved = ({ uri }: BlockPlace): boolean => documents.get(uri)?.language === 'huawei-vrp';
  const objects: readonly Named[] = [
    ...device.ikeProposals,
    ...device.ikePeers,
    ...device.ipsecProposals,
    ...device.policies,
    ...device.templates,
    ...device.profiles,
    ...device.efficientVpns,
  ];
  return device.whole && !maybeSeveral(device)
    ? objects.flatMap(({ blocks }) => (blocks.length > 1 && blocks.every(isSaved) ? [blocks] : []))
    : [];
}

/** The IPsec views of a device, those of one object together. */
function viewsOf(context: DeviceContext): View[] {
  const views = reopened(context);
  const joined = new Set(views.flat().map(({ block }) => block));
  for (const item of context.device.items) {
    const uri = context.device.uris[0] ?? '';
    walkBlocks(item, (block) => {
      if (isIpsecView(block.view) && !joined.has(block)) views.push([{ uri, item, block }]);
    });
  }
  return views;
}

/** A setting that is written twice in one view. */
export const duplicateCommand: DeviceRule = {
  id: 'duplicate-command',
  severity: 'warning',
  causes: [],
  documentation: {
    title: { en: 'A setting written twice', 'zh-cn': '重复的配置命令' },
    checks: {
      en:
        'Two lines of one command in one IKE or IPsec view, where the second replaces the first; a view that a whole configuration opens ' +
        'again is one. Commands that may stand several times ' +
        '(`remote-address`, `proposal` …) are left alone unless they are equal to the letter.',
      'zh-cn':
        '同一 IKE 或 IPsec 视图（包括完整配置中再次进入的同一视图）中同一命令出现两次，后者覆盖前者。可以多次配置的命令（如 `remote-address`、`proposal`）仅在完全相同时报告。',
    },
    why: {
      en: 'Only the last one counts, whichever the reader looks at.',
      'zh-cn': '只有最后一条生效，容易误读。',
    },
    repair: { en: 'Removes the line without effect.', 'zh-cn': '删除不生效的命令行。' },
    sources: ['USG6000E command reference, prf'],
  },
  checkDevice: (context) => viewsOf(context).flatMap(check),
};
