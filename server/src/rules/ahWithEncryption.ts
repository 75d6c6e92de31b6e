import * as l10n from '@vscode/l10n';
import { replace } from './edits';
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
    repair: { en: 'Sets `transform esp`.', 'zh-cn': '改为 `transform esp`。' },
    sources: ['RFC 4302', 'USG6000E guide, IPSec proposal'],
  },
  checkDevice: ({ device }) => {
    const findings: Finding[] = [];
    for (const { name, transform, espEncryption } of device.ipsecProposals) {
      if (transform.value !== 'ah' || !transform.place || !espEncryption?.place) continue;
      if (espEncryption.value.length === 0) continue;
      findings.push({
        place: transform.place,
        message: l10n.t(
          'IPsec proposal {0} uses AH, which does not encrypt; its esp encryption-algorithm has no effect.',
          name,
        ),
        related: [{ place: espEncryption.place, message: l10n.t('The encryption algorithm without effect') }],
        repairs: [
          { title: l10n.t('Change to transform esp'), preferred: true, edits: [replace(transform.place, 'esp')] },
          {
            title: l10n.t('Change to transform ah-esp'),
            preferred: false,
            edits: [replace(transform.place, 'ah-esp')],
          },
        ],
      });
    }
    return findings;
  },
};
