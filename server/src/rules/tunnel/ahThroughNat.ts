import * as l10n from '@vscode/l10n';
import { passesNat } from '../../tunnels/nat';
import { phase2Of } from '../../tunnels/phase2';
import { sidesOf, type TunnelRule } from '../tunnelRule';

/** AH where a NAT changes the addresses that AH protects. */
export const ahThroughNat: TunnelRule = {
  id: 'ah-through-nat',
  severity: 'error',
  phase: 'liveness',
  causes: [],
  documentation: {
    title: { en: 'AH through a NAT', 'zh-cn': 'AH 报文穿越 NAT' },
    checks: {
      en:
        'An address translation between the ends, as the project file says (error) or as the addresses suggest (warning), and proposals ' +
        'that agree on AH.',
      'zh-cn':
        '两端之间存在地址转换（项目文件指明时为错误，由地址推断时为告警），而匹配的 IPsec 安全提议使用 AH。',
    },
    why: {
      en: 'AH covers the outer addresses: the NAT changes them, and the receiver drops every packet.',
      'zh-cn': 'AH 校验外层地址，经 NAT 修改后接收方会丢弃所有报文。',
    },
    sources: ['RFC 3715 §2.1', 'AR V200R010 guide, NAT traversal'],
  },
  checkTunnel: (tunnel) => {
    const nat = passesNat(tunnel);
    const { agreement, nearest } = phase2Of(tunnel);
    const proposals = nearest?.proposals;
    if (!nat || agreement !== 'agree' || !proposals || proposals[0].transform.value === 'esp') return {};
    return {
      differences: [
        {
          sides: sidesOf(tunnel, (own, other, at) => ({
            place: proposals[at].transform.place ?? proposals[at].place,
            value: l10n.t('{0}: transform {1}', own.device.name, proposals[at].transform.value),
            message: l10n.t(
              'Packets between {0} and {1} pass a NAT, which AH (transform {2}) does not survive: use ESP.',
              own.device.name,
              other.device.name,
              proposals[at].transform.value,
            ),
          })),
          effect: nat === 'known' ? 'fails' : 'none',
          ...(nat === 'known' ? {} : { severity: 'warning' as const }),
        },
      ],
    };
  },
};
