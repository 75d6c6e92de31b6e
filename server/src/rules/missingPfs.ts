import * as l10n from '@vscode/l10n';
import type { Named, PolicySettings } from '../model/device';
import { insertCommand } from './edits';
import { blockOf } from './targets';
import type { DeviceRule, Finding } from './rule';

/** A policy, template or profile whose IPsec keys all derive from one Diffie-Hellman exchange. */
export const missingPfs: DeviceRule = {
  id: 'pfs-missing',
  severity: 'information',
  causes: ['phase2 proposal or pfs mismatch'],
  documentation: {
    title: { en: 'No perfect forward secrecy', 'zh-cn': '未配置完善的前向安全性（PFS）' },
    checks: {
      en: 'An ISAKMP policy, template or profile without `pfs`. Advice: both ends without PFS agree with each other.',
      'zh-cn': 'ISAKMP 安全策略、策略模板或安全框架没有配置 `pfs`。此为建议：两端都不配置 PFS 时协商一致。',
    },
    why: {
      en:
        'Without PFS every IPsec key derives from the IKE SA: who breaks that one reads all the traffic. A PFS setting on one end only ' +
        'fails the negotiation (IKEv1) or the first rekey (IKEv2), so change both ends together.',
      'zh-cn':
        '没有 PFS 时，所有 IPsec 密钥都由 IKE SA 派生，一旦其泄露，全部流量可被解密。仅一端配置 PFS 会导致协商失败（IKEv1）或首次重协商失败（IKEv2），因此两端须同时修改。',
    },
    repair: { en: 'Adds `pfs dh-group14`; do the same on the other end.', 'zh-cn': '添加 `pfs dh-group14`，对端须同样配置。' },
    sources: ['IPSec Fault Cause Reference, phase2 proposal or pfs mismatch', 'RFC 7296 §1.3.1'],
  },
  checkDevice: ({ device, documents }) => {
    const findings: Finding[] = [];
    const look = (entry: Named & PolicySettings): void => {
      const block = blockOf(entry);
      const document = documents.get(entry.place.uri);
      if (!block || !document || entry.lines.some((line) => line.starts('pfs'))) return;
      findings.push({
        place: entry.place,
        message: l10n.t('{0} uses no perfect forward secrecy (pfs).', entry.name),
        repairs: [
          {
            title: l10n.t('Add pfs dh-group14 (do the same on the other end)'),
            preferred: false,
            edits: [insertCommand(block, 'pfs dh-group14', document)],
          },
        ],
      });
    };
    device.policies.filter((policy) => policy.mode === 'isakmp').forEach(look);
    device.templates.forEach(look);
    device.profiles.forEach(look);
    return findings;
  },
};
