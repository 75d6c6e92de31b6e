import * as l10n from '@vscode/l10n';
import type { IpsecProposal } from '../../model/device';
import type { End } from '../../tunnels/end';
import { phase2Of } from '../../tunnels/phase2';
import { removeLine, repair } from '../edits';
import { sidesOf, type TunnelRule } from '../tunnelRule';

function isCompatible({ device }: End): boolean {
  return device.globals.sha2Compatible?.value === true;
}

/** SHA-256 is the one that old releases cut to 96 bits (RFC 4868 §2.6 asks for 128). */
function authenticatesWithSha256(proposals: readonly IpsecProposal[]): boolean {
  return proposals.every(({ espAuthentication, ahAuthentication }) =>
    [...(espAuthentication?.value ?? []), ...(ahAuthentication?.value ?? [])].includes('sha2-256'),
  );
}

/** SHA-256 check values that one end cuts shorter than the other. */
export const sha2Truncation: TunnelRule = {
  id: 'sha2-truncation-mismatch',
  severity: 'warning',
  phase: 'phase2',
  causes: [],
  documentation: {
    title: { en: 'SHA-256 cut to different lengths', 'zh-cn': 'SHA-256 截断长度不一致' },
    checks: {
      en:
        '`ipsec sha2 compatible enable` or `ipsec authentication sha2 compatible enable` on one end only, where both authenticate packets ' +
        'with SHA-256. A warning: which length a release uses by itself is not published for all of them.',
      'zh-cn':
        '两端都使用 SHA-256 认证报文，但仅一端配置 `ipsec sha2 compatible enable` 或 `ipsec authentication sha2 compatible enable`。由于并非所有版本的缺省行为都有公开资料，此项为告警。',
    },
    why: {
      en: 'The tunnel comes up, and each end drops the other’s packets because their check values have another length.',
      'zh-cn': '隧道可以建立，但因校验值长度不同，两端互相丢弃对方的报文。',
    },
    repair: { en: 'Takes the line out.', 'zh-cn': '删除该行。' },
    sources: ['RFC 4868 §2.6', 'Huawei Cloud VPN administrator guide, Configuration on the AR Router'],
  },
  checkTunnel: (tunnel) => {
    const [a, b] = tunnel.ends;
    const { agreement, nearest } = phase2Of(tunnel);
    if (isCompatible(a) === isCompatible(b) || agreement !== 'agree' || !nearest) return {};
    // An excerpt may leave the line out.
    if (!a.device.whole || !b.device.whole || !authenticatesWithSha256(nearest.proposals)) return {};
    const line = (isCompatible(a) ? a : b).device.globals.sha2Compatible;
    return {
      differences: [
        {
          sides: sidesOf(tunnel, (own, other, at) => ({
            place: (isCompatible(own) ? line?.place : undefined) ?? nearest.proposals[at].place,
            value: isCompatible(own)
              ? l10n.t('{0}: SHA-2 compatibility is on', own.device.name)
              : l10n.t('{0}: SHA-2 compatibility is off', own.device.name),
            message: isCompatible(own)
              ? l10n.t(
                  '{0} has SHA-2 compatibility on and {1} has not: they may drop each other’s packets.',
                  own.device.name,
                  other.device.name,
                )
              : l10n.t(
                  '{1} has SHA-2 compatibility on and {0} has not: they may drop each other’s packets.',
                  own.device.name,
                  other.device.name,
                ),
          })),
          effect: 'none',
          repairs: () =>
            line
              ? repair(
                  l10n.t('Turn SHA-2 compatibility off at {0}', (isCompatible(a) ? a : b).device.name),
                  false,
                  removeLine(line.place),
                )
              : [],
        },
      ],
    };
  },
};
