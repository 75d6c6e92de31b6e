import * as l10n from '@vscode/l10n';
import type { Place } from '../../model/value';
import type { End } from '../../tunnels/end';
import { isIkev1Only } from '../../tunnels/session';
import { repair } from '../edits';
import type { Repair } from '../rule';
import { sidesOf, type TunnelRule } from '../tunnelRule';
import { addCommand } from '../typing';

/** Where an end has detection switched on: in the peer's view, else for the whole device. */
function switchedOn({ peer, device }: End): Place | undefined {
  const own = peer?.lines.find((line) => !line.undo && line.starts('dpd type'));
  return own?.whole ?? peer?.dpdType?.place ?? device.globals.dpd?.place;
}

/** No line of the end has to do with detection, and no line can stand outside of what was read. */
function hasNone({ peer, device }: End): boolean {
  return (
    device.whole &&
    peer !== undefined &&
    device.globals.dpd === undefined &&
    !peer.lines.some((line) => !line.undo && line.starts('dpd'))
  );
}

/** The type that the line at a place asks for: what is written in the peer's view of one end fits the view of the other. */
function typeAt({ item, line }: Place): string {
  const written = item.lines[line]?.words.map(({ text }) => text.toLowerCase()) ?? [];
  return ['on-demand', 'periodic'].find((type) => written.includes(type)) ?? 'periodic';
}

/** Dead peer detection that one end has and the other has not, under IKEv1. */
export const dpdOneEnd: TunnelRule = {
  id: 'dpd-on-one-end',
  severity: 'information',
  phase: 'liveness',
  causes: ['dpd timeout'],
  documentation: {
    title: { en: 'Dead peer detection on one end only', 'zh-cn': '仅一端配置 DPD' },
    checks: {
      en: 'Under IKEv1, `dpd type` of the peer or `ike dpd` of the device at one end, where the other end has neither.',
      'zh-cn': 'IKEv1 下一端配置了 `dpd type` 或全局 `ike dpd`，而另一端均未配置。',
    },
    why: {
      en:
        'IKEv1 detects dead peers only where both ends are configured for it. The tunnel comes up and works; when the other end dies or loses ' +
        'its SAs, traffic is sent into nothing until the lifetime is over.',
      'zh-cn':
        'IKEv1 要求两端都配置 DPD 才生效。隧道可以建立；但对端失效或丢失 SA 后，流量会一直丢弃到 SA 生存周期结束。',
    },
    repair: {
      en: 'Switches detection on at the other end, with the same type.',
      'zh-cn': '在另一端配置相同类型的 DPD。',
    },
    sources: ['NetEngine 8000 F1A command reference, ike dpd'],
  },
  checkTunnel: (tunnel) => {
    if (!isIkev1Only(tunnel)) return {};
    const places = [switchedOn(tunnel.ends[0]), switchedOn(tunnel.ends[1])] as const;
    const at = places[0] ? 0 : 1;
    const place = places[at];
    const without = tunnel.ends[at === 0 ? 1 : 0];
    if (!place || places[at === 0 ? 1 : 0] || !hasNone(without)) return {};
    const [name, other] = [tunnel.ends[at].device.name, without.device.name];
    return {
      differences: [
        {
          sides: sidesOf(tunnel, (own) =>
            own === without
              ? {
                  place: without.peer?.place ?? without.place,
                  value: l10n.t('{0}: no dead peer detection', other),
                  message: l10n.t(
                    '{0} has no dead peer detection, {1} has: under IKEv1 it takes effect only where both ends have it.',
                    other,
                    name,
                  ),
                }
              : {
                  place,
                  value: l10n.t('{0}: dead peer detection is on', name),
                  message: l10n.t(
                    '{0} has dead peer detection, {1} has none: under IKEv1 it takes effect only where both ends have it.',
                    name,
                    other,
                  ),
                },
          ),
          effect: 'none',
          repairs: (documents): Repair[] => {
            const command = `dpd type ${typeAt(place)}`;
            return repair(
              l10n.t('Switch it on at {0}: {1}', other, command),
              true,
              without.peer && addCommand(without.device, without.peer, command, documents),
            );
          },
        },
      ],
    };
  },
};
