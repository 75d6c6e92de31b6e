import * as l10n from '@vscode/l10n';
import { algorithmById } from '../commands/algorithms';
import type { IpsecProposal } from '../model/device';
import { writesTwoWordCiphers } from './blocks';
import { repair, replace } from './edits';
import type { DeviceRule, Finding } from './rule';

/** Whether a cipher authenticates by itself. */
function isAuthenticating(id: string): boolean {
  return algorithmById('encryption', id)?.aead === true;
}

/** Whether a line of a proposal was not understood, so that the default may not hold. */
function isHalfRead({ blocks }: IpsecProposal): boolean {
  return blocks.some(({ item, block }) =>
    block.lines.some((at) => {
      const line = item.lines[at];
      return line?.kind === 'command' && line.match?.status !== 'complete';
    }),
  );
}

/** A proposal whose ESP neither encrypts nor authenticates, or encrypts without authenticating. */
export const emptySecurity: DeviceRule = {
  id: 'esp-without-algorithms',
  severity: 'error',
  causes: ['phase2 proposal or pfs mismatch'],
  documentation: {
    title: { en: 'ESP without protection', 'zh-cn': 'ESP 未配置保护算法' },
    checks: {
      en:
        '`undo esp encryption-algorithm` together with `undo esp authentication-algorithm` (error); no authentication with an encryption ' +
        'algorithm that does not authenticate by itself (warning). GCM needs no separate authentication, and with `ah-esp` AH does it.',
      'zh-cn':
        '同时配置 `undo esp encryption-algorithm` 与 `undo esp authentication-algorithm`（错误）；未配置认证算法且加密算法本身不提供认证（告警）。GCM 无需单独的认证算法；`ah-esp` 由 AH 完成认证。',
    },
    why: {
      en: 'RFC 4303 §3.1 forbids ESP with both left out, and the device refuses it. Encryption alone lets anyone change packets unseen.',
      'zh-cn': 'RFC 4303 §3.1 禁止两者同时为空，设备也不接受；只加密不认证时，报文可被篡改而不被发现。',
    },
    repair: { en: 'Names the algorithm that is missing.', 'zh-cn': '配置缺少的算法。' },
    sources: ['RFC 4303 §3.1', 'USG6000E command reference, esp authentication-algorithm'],
  },
  checkDevice: ({ device }) => {
    const findings: Finding[] = [];
    for (const proposal of device.ipsecProposals) {
      const { name, transform, espEncryption, espAuthentication } = proposal;
      const { place } = espAuthentication ?? {};
      if (transform.value === 'ah' || espAuthentication?.value.length !== 0 || !place) continue;
      const authenticate = replace(place, 'esp authentication-algorithm sha2-256');
      const encryption = espEncryption?.place;
      if (encryption && espEncryption.value.length === 0) {
        const cipher = writesTwoWordCiphers(device) ? 'aes 256' : 'aes-256';
        findings.push({
          place,
          message: l10n.t(
            'IPsec proposal {0} neither encrypts nor authenticates, which the device refuses.',
            name,
          ),
          related: [{ place: encryption, message: l10n.t('Encryption is taken out here') }],
          repairs: () =>
            repair(
              l10n.t('Encrypt with AES-256 and authenticate with SHA2-256'),
              true,
              authenticate,
              replace(encryption, `esp encryption-algorithm ${cipher}`),
            ),
        });
      } else if (espEncryption?.origin === 'default' && isHalfRead(proposal)) {
        continue;
      } else if (transform.value === 'esp' && espEncryption && !espEncryption.value.some(isAuthenticating)) {
        findings.push({
          place,
          severity: 'warning',
          message: l10n.t(
            'IPsec proposal {0} encrypts but does not authenticate, so anyone can change packets unseen.',
            name,
          ),
          repairs: () =>
            repair(l10n.t('Authenticate with SHA2-256 (do the same on the other end)'), false, authenticate),
        });
      }
    }
    return findings;
  },
};
