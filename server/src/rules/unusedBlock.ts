import * as l10n from '@vscode/l10n';
import type { NameKind } from '../commands/types';
import type { Device, Named } from '../model/device';
import { unquoted } from '../model/reading';
import { textOf } from '../model/value';
import { removeBlock, repair } from './edits';
import { kindName } from './kinds';
import type { DeviceRule, Edit, Finding } from './rule';
import { isMentioned, referencesTo } from './targets';

/** The objects that IPsec alone uses. */
function candidates(device: Device): [NameKind, readonly Named[]][] {
  const everyPeerNamesOne = device.ikePeers.length > 0 && device.ikePeers.every((peer) => peer.proposal);
  // A peer without `ike-proposal` offers all of the device's proposals: then each of them is in use.
  const proposals = everyPeerNamesOne
    ? device.ikeProposals.filter((proposal) => proposal.name !== 'default')
    : [];
  return [
    ['ike-proposal', proposals],
    ['ike-peer', device.ikePeers],
    ['ike-user-table', device.userTables],
    ['ipsec-proposal', device.ipsecProposals],
    ['ipsec-policy-template', device.templates],
    ['ipsec-profile', device.profiles],
    ['ipsec-efficient-vpn', device.efficientVpns],
  ];
}

/** A block that no other line refers to. */
export const unusedBlock: DeviceRule = {
  id: 'unused-block',
  severity: 'hint',
  causes: [],
  documentation: {
    title: { en: 'A block that nobody uses', 'zh-cn': '未被引用的配置块' },
    checks: {
      en:
        'An IKE proposal, peer, user table, IPsec proposal, policy template, profile or Efficient VPN policy that no line of a whole ' +
        'configuration refers to. Silent for `ike proposal default`, where a peer offers all proposals, and where a line that is not ' +
        'understood mentions the name.',
      'zh-cn':
        '完整配置中没有任何命令引用的 IKE 安全提议、IKE 对等体、用户表、IPsec 安全提议、策略模板、安全框架或 Efficient VPN 策略。`ike proposal default`、对等体使用全部安全提议的情况，以及未能识别的命令提到其名称时不报告。',
    },
    why: {
      en: 'It does nothing, and whoever looks for the faulty line reads it in vain. Often it is the block that was meant.',
      'zh-cn': '该配置不起作用，还会干扰排障；它往往正是本应被引用的那一个。',
    },
    repair: { en: 'Removes the block.', 'zh-cn': '删除该配置块。' },
    sources: [],
  },
  checkDevice: ({ device, documents }) => {
    if (!device.whole) return [];
    const findings: Finding[] = [];
    for (const [kind, all] of candidates(device)) {
      for (const named of all) {
        if (referencesTo(device, kind, named.name).length > 0 || isMentioned(device, named.name)) continue;
        const edits = (): (Edit | undefined)[] =>
          named.blocks.map((block) => {
            const document = documents.get(block.uri);
            return document && removeBlock(block, document);
          });
        const label = `${kindName(kind)} ${unquoted(textOf(named.place))}`;
        findings.push({
          place: named.place,
          message: l10n.t('{0} is not used by any other line.', label),
          tag: 'unnecessary',
          repairs: () => repair(l10n.t('Remove {0}', label), false, ...edits()),
        });
      }
    }
    return findings;
  },
};
