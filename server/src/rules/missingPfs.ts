import * as l10n from '@vscode/l10n';
import type { Named, PolicySettings } from '../model/device';
import { insertCommand, repair } from './edits';
import { blockOf, mayHold } from './targets';
import type { DeviceRule, Finding } from './rule';

/** A policy or profile whose IPsec keys all derive from one Diffie-Hellman exchange. */
export const missingPfs: DeviceRule = {
  id: 'pfs-missing',
  severity: 'information',
  causes: ['phase2 proposal or pfs mismatch'],
  documentation: {
    title: { en: 'No perfect forward secrecy', 'zh-cn': '未配置完善的前向安全性（PFS）' },
    checks: {
      en:
        'An ISAKMP policy or profile without `pfs`. Advice: both ends without PFS agree with each other. A template is left out, since it ' +
        'takes from the initiator what it does not set.',
      'zh-cn':
        'ISAKMP 安全策略或安全框架没有配置 `pfs`。此为建议：两端都不配置 PFS 时协商一致。策略模板不检查，因为模板中未配置的参数由发起方决定。',
    },
    why: {
      en:
        'Without PFS every IPsec key derives from the IKE SA: who breaks that one reads all the traffic. A PFS setting on one end only ' +
        'fails the negotiation (IKEv1) or the first rekey (IKEv2), so change both ends together.',
      'zh-cn':
        '没有 PFS 时，所有 IPsec 密钥都由 IKE SA 派生，一旦其泄露，全部流量可被解密。仅一端配置 PFS 会导致协商失败（IKEv1）或首次重协商失败（IKEv2），因此两端须同时修改。',
    },
    repair: {
      en: 'Adds `pfs dh-group14`; do the same on the other end.',
      'zh-cn': '添加 `pfs dh-group14`，对端须同样配置。',
    },
    sources: ['IPSec Fault Cause Reference, phase2 proposal or pfs mismatch', 'RFC 7296 §1.3.1'],
  },
  checkDevice: ({ device, documents }) => {
    const findings: Finding[] = [];
    const look = (entry: Named & PolicySettings, label: string): void => {
      const block = blockOf(entry);
      const document = documents.get(entry.place.uri);
      // What an output shows of an entry is not all that it has.
      if (entry.printed) return;
      if (!block || !document || entry.lines.some((line) => line.starts('pfs')) || mayHold(entry, 'pfs'))
        return;
      // An entry that is only changed in an excerpt may have it already.
      if (!device.whole && !entry.ikePeer) return;
      findings.push({
        place: entry.place,
        message: l10n.t(
          '{0} has no pfs, so all its keys hang on one IKE SA; pfs dh-group14 on both ends makes each independent.',
          label,
        ),
        repairs: () =>
          repair(
            l10n.t('Add pfs dh-group14 (do the same on the other end)'),
            false,
            insertCommand(block, 'pfs dh-group14', document),
          ),
      });
    };
    for (const policy of device.policies) {
      if (policy.mode === 'isakmp')
        look(policy, l10n.t('IPsec policy {0}', `${policy.name} ${policy.sequence}`));
    }
    for (const profile of device.profiles) look(profile, l10n.t('IPsec profile {0}', profile.name));
    return findings;
  },
};
