import * as l10n from '@vscode/l10n';
import { says } from '../../model/device';
import type { End } from '../../tunnels/end';
import type { Tunnel } from '../../tunnels/pairing';
import { protectionOf } from '../../tunnels/protectedFlows';
import { comparedSessions } from '../../tunnels/session';
import type { Side, TunnelRule } from '../tunnelRule';
import { alignRepairs, type Setting } from './align';
import { endLabel } from './labels';

function groupOf({ settings }: End): string | undefined {
  return settings.perfectForwardSecrecy?.value;
}

/** A template of VRP8 takes what it does not set from the initiator (NetEngine 8000 F1A guide, IPSec policy template). */
function adopts(end: End): boolean {
  return end.kind === 'template' && end.device.release?.product === 'vrp8' && groupOf(end) === undefined;
}

/** A `pfs` line that was not understood says something, and nobody knows what; an output that was cut says nothing. */
function isUnread({ settings }: End): boolean {
  if (settings.perfectForwardSecrecy) return false;
  return (
    !says(settings, 'perfectForwardSecrecy') ||
    settings.lines.some((line) => !line.undo && line.starts('pfs'))
  );
}

function settingOf(end: End): Setting {
  const group = groupOf(end);
  const place = end.settings.perfectForwardSecrecy?.place;
  return {
    end,
    object: end.settings,
    label: endLabel(end),
    command: 'pfs',
    kind: 'dh',
    view: 'pfs',
    values: group === undefined ? [] : [group],
    offByDefault: true,
    ...(place ? { place } : {}),
  };
}

/** Whether an end has more than one flow that asks for SAs of its own. */
function hasSeveralFlows(end: End): boolean {
  const protection = protectionOf(end);
  return protection.kind === 'flows' && protection.flows.length > 1;
}

function atRekeyMessage(tunnel: Tunnel, names: readonly string[]): string {
  return tunnel.ends.some(hasSeveralFlows)
    ? l10n.t(
        '{0} has {1} in {2}, but {3} has {4} in {5}: under IKEv2 the tunnel comes up with its first flow; any other flow fails, and the first one when its keys are renewed.',
        ...names,
      )
    : l10n.t(
        '{0} has {1} in {2}, but {3} has {4} in {5}: under IKEv2 the tunnel comes up and fails when its keys are first renewed.',
        ...names,
      );
}

function sideOf(tunnel: Tunnel, at: 0 | 1, atRekey: boolean): Side {
  const [own, other] = at === 0 ? tunnel.ends : [tunnel.ends[1], tunnel.ends[0]];
  const textOf = (end: End): string => {
    const group = groupOf(end);
    return group === undefined ? l10n.t('no PFS') : `pfs dh-${group}`;
  };
  const names = [
    own.device.name,
    textOf(own),
    endLabel(own),
    other.device.name,
    textOf(other),
    endLabel(other),
  ];
  return {
    place: own.settings.perfectForwardSecrecy?.place ?? own.place,
    value: l10n.t('{0}: {1} in {2}', own.device.name, textOf(own), endLabel(own)),
    message: atRekey
      ? atRekeyMessage(tunnel, names)
      : l10n.t('{0} has {1} in {2}, but {3} has {4} in {5}: phase 2 fails.', ...names),
    causes: atRekey
      ? ['phase2 proposal or pfs mismatch', 'rekey fail', 'phase2 hard expiry']
      : ['phase2 proposal or pfs mismatch'],
  };
}

/** Perfect forward secrecy on one end only, or with different groups. */
export const perfectForwardSecrecy: TunnelRule = {
  id: 'pfs-mismatch',
  severity: 'error',
  phase: 'phase2',
  causes: ['phase2 proposal or pfs mismatch', 'rekey fail', 'phase2 hard expiry'],
  documentation: {
    title: { en: 'Different perfect forward secrecy', 'zh-cn': 'PFS 不一致' },
    checks: {
      en: '`pfs` on one end only, or with another group than on the other end. No PFS on both ends is agreement. A VRP8 template without `pfs` takes what the initiator asks for.',
      'zh-cn':
        '仅一端配置 `pfs`，或两端 DH 组不同。两端都不配置视为一致。VRP8 的策略模板未配置 `pfs` 时采用发起方的值。',
    },
    why: {
      en: 'Under IKEv1 phase 2 fails. Under IKEv2 the first IPsec SA has no DH exchange of its own, so the tunnel comes up and fails when the SA is first renewed, often an hour later.',
      'zh-cn':
        'IKEv1 第二阶段失败。IKEv2 的首个 IPsec SA 不单独进行 DH 交换，因此隧道可以建立，但在首次重协商（通常一小时后）时失败。',
    },
    repair: {
      en: 'Gives one end the group of the other, the stronger one first; where both are weak, raises both.',
      'zh-cn': '将一端改为与另一端相同，优先采用更强的 DH 组；两端都弱时同时提升。',
    },
    sources: [
      'RFC 2409 §5.5',
      'RFC 7296 §1.3',
      'IPSec Fault Cause Reference, phase2 proposal or pfs mismatch',
    ],
  },
  checkTunnel: (tunnel) => {
    const [a, b] = tunnel.ends;
    const sessions = comparedSessions(tunnel).filter(
      ({ initiator }) => !tunnel.ends[initiator === 0 ? 1 : 0].peer?.negotiateCompatible,
    );
    if (sessions.length === 0 || adopts(a) || adopts(b)) return {};
    if (isUnread(a) || isUnread(b)) return { unverified: ['pfs'] };
    if (groupOf(a) === groupOf(b)) return {};
    const atRekey = sessions.every(({ version }) => version === 2);
    return {
      differences: [
        {
          sides: [sideOf(tunnel, 0, atRekey), sideOf(tunnel, 1, atRekey)],
          effect: atRekey ? 'fails-at-rekey' : 'fails',
          repairs: (documents) => alignRepairs(settingOf(a), settingOf(b), documents),
        },
      ],
    };
  },
};
