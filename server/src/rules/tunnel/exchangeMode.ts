import * as l10n from '@vscode/l10n';
import { says } from '../../model/device';
import type { End } from '../../tunnels/end';
import type { Tunnel } from '../../tunnels/pairing';
import { comparedSessions, type Session } from '../../tunnels/session';
import { repair, type Step } from '../edits';
import type { Repair } from '../rule';
import type { Documents, Side, TunnelRule } from '../tunnelRule';
import { addCommand, changeValue } from '../typing';

type Mode = 'main' | 'aggressive' | 'auto';

/** Main mode is the default (USG6000E command reference, exchange-mode). */
function modeOf({ peer }: End): Mode {
  return peer?.exchangeMode?.value ?? 'main';
}

/** Both modes are known: of a peer that only outputs show it may not be. */
function areKnown({ ends }: Tunnel): boolean {
  return ends.every(({ peer }) => !peer || says(peer, 'exchangeMode'));
}

function isRefused(tunnel: Tunnel, { initiator, mode }: Session): boolean {
  const accepted = modeOf(tunnel.ends[initiator === 0 ? 1 : 0]);
  return mode !== undefined && accepted !== 'auto' && accepted !== mode;
}

function setMode({ device, peer }: End, mode: Mode, documents: Documents): Step | undefined {
  const command = `exchange-mode ${mode}`;
  if (!peer) return undefined;
  return peer.exchangeMode
    ? changeValue(device, peer, peer.exchangeMode.place, mode, [command])
    : addCommand(device, peer, command, documents);
}

/** Main mode hides who the ends are; with keys and names instead of addresses only aggressive mode works. */
function needsAggressive(tunnel: Tunnel): boolean {
  return tunnel.ends.some(({ peer }) => peer?.localIdType !== undefined && peer.localIdType.value !== 'ip');
}

function repairsFor(tunnel: Tunnel, documents: Documents): Repair[] {
  const aggressive = needsAggressive(tunnel);
  const make = (end: End, mode: 'main' | 'aggressive', preferred: boolean): Repair[] =>
    repair(
      l10n.t('exchange-mode {0} on {1}', mode, end.device.name),
      preferred,
      setMode(end, mode, documents),
    );
  return tunnel.ends.flatMap((end, at) => {
    const other = modeOf(tunnel.ends[at === 0 ? 1 : 0]);
    const mode = other === 'aggressive' ? 'aggressive' : 'main';
    return mode === modeOf(end) ? [] : make(end, mode, (mode === 'aggressive') === aggressive);
  });
}

/** Main mode on one end, aggressive mode on the other. */
export const exchangeMode: TunnelRule = {
  id: 'exchange-mode-mismatch',
  severity: 'error',
  phase: 'version',
  causes: ['role mismatch'],
  documentation: {
    title: { en: 'Different exchange modes', 'zh-cn': 'IKEv1 协商模式不一致' },
    checks: {
      en: 'Under IKEv1 one end starts with main mode and the other takes aggressive mode only, or the other way round. `auto` starts with main mode and takes both.',
      'zh-cn':
        '使用 IKEv1 时一端以主模式发起而另一端仅接受野蛮模式，或相反。`auto` 以主模式发起，两种模式都接受。',
    },
    why: {
      en: 'The responder refuses the first packet of a mode that it is not set to.',
      'zh-cn': '响应方拒绝与其配置不同的协商模式。',
    },
    repair: {
      en: 'Gives one end the mode of the other; main mode first, unless names are used as IDs.',
      'zh-cn': '将一端改为与另一端相同；优先主模式，使用名称作为 ID 时优先野蛮模式。',
    },
    sources: [
      'RFC 2409 §5',
      'USG6000E command reference, exchange-mode',
      'IPSec Fault Cause Reference, role mismatch',
    ],
  },
  checkTunnel: (tunnel) => {
    if (!areKnown(tunnel))
      return comparedSessions(tunnel).some(({ mode }) => mode) ? { unverified: ['exchange-mode'] } : {};
    const refused = comparedSessions(tunnel).filter((session) => isRefused(tunnel, session));
    const [first] = refused;
    if (!first) return {};
    const caller = tunnel.ends[first.initiator];
    const side = (at: 0 | 1): Side => {
      const [own, other] = at === 0 ? tunnel.ends : [tunnel.ends[1], tunnel.ends[0]];
      return {
        place: own.peer?.exchangeMode?.place ?? own.peer?.place ?? own.place,
        value: l10n.t('{0}: exchange-mode {1}', own.device.name, modeOf(own)),
        message: l10n.t(
          '{0} has exchange-mode {1}, but {2} has {3}: what {4} starts is refused.',
          own.device.name,
          modeOf(own),
          other.device.name,
          modeOf(other),
          caller.device.name,
        ),
      };
    };
    return {
      differences: [
        { sides: [side(0), side(1)], effect: 'fails', repairs: (documents) => repairsFor(tunnel, documents) },
      ],
    };
  },
};
