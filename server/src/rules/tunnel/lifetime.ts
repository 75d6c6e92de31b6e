import * as l10n from '@vscode/l10n';
import type { Written } from '../../model/value';
import type { Tunnel } from '../../tunnels/pairing';
import { phase1Of } from '../../tunnels/phase1';
import { comparedSessions } from '../../tunnels/session';
import { sidesOf, type Difference, type TunnelRule } from '../tunnelRule';

type Lifetimes = readonly [Written<number> | undefined, Written<number> | undefined];

function written(value: { readonly value: number; readonly place?: Written<number>['place'] } | undefined) {
  return value?.place ? { value: value.value, origin: 'config' as const, place: value.place } : undefined;
}

function differenceOf(tunnel: Tunnel, values: Lifetimes, cause: string, unit: 's' | 'KB'): Difference[] {
  const [a, b] = values;
  if (!a || !b || a.value === b.value) return [];
  const both = [a, b] as const;
  const textOf = (value: number): string =>
    unit === 's' ? l10n.t('{0} seconds', value) : l10n.t('{0} kilobytes', value);
  return [
    {
      sides: sidesOf(tunnel, (own, other, at) => ({
        place: both[at].place,
        value: l10n.t('{0}: {1}', own.device.name, textOf(both[at].value)),
        message: l10n.t(
          '{0} renews its keys after {1}, {2} after {3}. The tunnel comes up; the shorter time decides when keys are renewed.',
          own.device.name,
          textOf(both[at].value),
          other.device.name,
          textOf(both[at === 0 ? 1 : 0].value),
        ),
        causes: [cause],
      })),
      effect: 'none',
    },
  ];
}

/** Lifetimes that differ: worth knowing, no fault. */
export const lifetime: TunnelRule = {
  id: 'lifetime-difference',
  severity: 'information',
  phase: 'liveness',
  causes: ['phase1 hard expiry', 'phase2 hard expiry'],
  documentation: {
    title: { en: 'Different lifetimes', 'zh-cn': 'SA 生存周期不一致' },
    checks: {
      en: '`sa duration` of the IKE proposals that agree, and of the policies, where it is written on both ends. Information only.',
      'zh-cn': '两端匹配的 IKE 安全提议及安全策略中均配置的 `sa duration`。仅为提示。',
    },
    why: {
      en:
        'The sources disagree on whose lifetime counts: under IKEv1 the smaller one, under IKEv2 each end keeps its own (RFC 7296 §2.8). ' +
        'None says that a difference stops the tunnel.',
      'zh-cn':
        '资料对以哪一端为准说法不一：IKEv1 取较小值，IKEv2 各自计时（RFC 7296 §2.8）。没有资料表明不一致会导致协商失败。',
    },
    sources: ['RFC 7296 §2.8', 'USG6000E guide, dc_cfg_ipsec_0032'],
  },
  checkTunnel: (tunnel) => {
    const [first] = comparedSessions(tunnel);
    if (!first) return {};
    const [a, b] = tunnel.ends;
    const proposals = phase1Of(tunnel, first).nearest?.proposals;
    const ike: Lifetimes = [written(proposals?.[0].lifetime), written(proposals?.[1].lifetime)];
    return {
      differences: [
        ...differenceOf(tunnel, ike, 'phase1 hard expiry', 's'),
        ...differenceOf(
          tunnel,
          [a.settings.lifetimeSeconds, b.settings.lifetimeSeconds],
          'phase2 hard expiry',
          's',
        ),
        ...differenceOf(
          tunnel,
          [a.settings.lifetimeKilobytes, b.settings.lifetimeKilobytes],
          'phase2 hard expiry',
          'KB',
        ),
      ],
    };
  },
};
