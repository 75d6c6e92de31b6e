import * as l10n from '@vscode/l10n';
import { removeCommand, repair, replace } from './edits';
import type { DeviceRule, Finding } from './rule';

/** A proposal that protects with AH alone and names ESP algorithms. */
export const ahWithEncryption: DeviceRule = {
  id: 'ah-with-encryption',
  severity: 'warning',
  causes: ['phase2 proposal or pfs mismatch'],
  documentation: {
    title: { en: 'AH with an encryption algorithm', 'zh-cn': 'AH 协议配置了加密算法' },
    checks: {
      en: '`transform ah` in an IPsec proposal that also names an ESP encryption algorithm.',
      'zh-cn': 'IPsec 安全提议配置了 `transform ah`，同时又指定了 ESP 加密算法。',
    },
    why: {
      en: 'AH (RFC 4302) authenticates and never encrypts: the traffic crosses the network readable, against what the line promises.',
      'zh-cn': 'AH（RFC 4302）只做认证不做加密：流量以明文传输，与该配置的意图不符。',
    },
    repair: {
      en: 'Changes to `transform esp` or `ah-esp`, or removes the line without effect: only you know which was meant.',
      'zh-cn': '改为 `transform esp` 或 `ah-esp`，或删除不生效的命令，由您判断原意。',
    },
    sources: ['RFC 4302', 'USG6000E guide, IPSec proposal'],
  },
  checkDevice: ({ device }) => {
    const findings: Finding[] = [];
    for (const proposal of device.ipsecProposals) {
      const { name, transform, espEncryption } = proposal;
      const mode = transform.place;
      const encryption = espEncryption?.place;
      if (transform.value !== 'ah' || !mode || !encryption || espEncryption.value.length === 0) continue;
      findings.push({
        place: mode,
        message: l10n.t(
          'IPsec proposal {0} uses transform ah, which does not encrypt, so its esp encryption-algorithm has no effect.',
          name,
        ),
        related: [{ place: encryption, message: l10n.t('The encryption algorithm without effect') }],
        repairs: () => [
          ...repair(
            l10n.t('Change to transform esp (do the same on the other end)'),
            false,
            replace(mode, 'esp'),
          ),
          ...repair(
            l10n.t('Change to transform ah-esp (do the same on the other end)'),
            false,
            replace(mode, 'ah-esp'),
          ),
          ...repair(
            l10n.t('Remove the esp encryption-algorithm line'),
            false,
            ...removeCommand(proposal, 'esp encryption-algorithm'),
          ),
        ],
      });
    }
    return findings;
  },
};
