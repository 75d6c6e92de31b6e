import * as l10n from '@vscode/l10n';
import { says } from '../../model/device';
import type { End } from '../../tunnels/end';
import { passesNat } from '../../tunnels/nat';
import { removeLine, repair, type Step } from '../edits';
import { sidesOf, type Documents, type TunnelRule } from '../tunnelRule';
import { addCommand, isPrinted } from '../typing';
import { series } from '../../l10n';

/** On where nothing is written, but for VRP8 (NE40E V800R012 command reference, nat traversal). */
function isOff({ peer, device }: End): boolean {
  if (!peer) return false;
  if (peer.natTraversal) return !peer.natTraversal.value;
  return device.release?.product === 'vrp8' && says(peer, 'natTraversal');
}

function turnOn({ device, peer }: End, documents: Documents): Step | undefined {
  if (!peer) return undefined;
  const written = peer.natTraversal;
  return written && !isPrinted(written.place)
    ? removeLine(written.place)
    : addCommand(device, peer, 'nat traversal', documents);
}

/** A NAT between the ends, and an end that does not look for one. */
export const natTraversal: TunnelRule = {
  id: 'nat-traversal-off',
  severity: 'error',
  phase: 'liveness',
  causes: ['nat detection fail'],
  documentation: {
    title: { en: 'A NAT without NAT traversal', 'zh-cn': '存在 NAT 但未启用 NAT 穿越' },
    checks: {
      en:
        'An address translation between the ends, as the project file says (error) or as a private address on one end and a public one on ' +
        'the other suggest (warning), and `undo nat traversal` on an end, or nothing on VRP8, where it is off.',
      'zh-cn':
        '两端之间存在地址转换（项目文件指明时为错误；由一端私网地址、另一端指向公网地址推断时为告警），而某一端配置了 `undo nat traversal`，或 VRP8 设备未启用（缺省关闭）。',
    },
    why: {
      en: 'Without UDP around it ESP has no ports, and a NAT that translates ports drops it.',
      'zh-cn': '未经 UDP 封装的 ESP 没有端口，端口转换设备会将其丢弃。',
    },
    repair: { en: 'Turns NAT traversal on.', 'zh-cn': '启用 NAT 穿越。' },
    sources: ['RFC 3947', 'RFC 7296 §2.23', 'USG6000E guide, dc_cfg_ipsec_0019'],
  },
  checkTunnel: (tunnel) => {
    const nat = passesNat(tunnel);
    const off = tunnel.ends.filter(isOff);
    if (!nat || off.length === 0 || tunnel.ends[0].kind === 'manual') return {};
    return {
      differences: [
        {
          sides: sidesOf(tunnel, (own, other) => ({
            place: own.peer?.natTraversal?.place ?? own.peer?.place ?? own.place,
            value: isOff(own)
              ? l10n.t('{0}: no NAT traversal', own.device.name)
              : l10n.t('{0}: NAT traversal is on', own.device.name),
            message: l10n.t(
              'Packets between {0} and {1} pass a NAT, but NAT traversal is off on {2}.',
              own.device.name,
              other.device.name,
              series(off.map(({ device }) => device.name)),
            ),
            silent: !isOff(own),
          })),
          effect: nat === 'known' ? 'fails' : 'none',
          ...(nat === 'known' ? {} : { severity: 'warning' as const }),
          repairs: (documents) =>
            repair(
              l10n.t('Turn NAT traversal on at {0}', series(off.map(({ device }) => device.name))),
              true,
              ...off.map((end) => turnOn(end, documents)),
            ),
        },
      ],
    };
  },
};
