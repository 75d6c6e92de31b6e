import * as l10n from '@vscode/l10n';
import type { End } from '../../tunnels/end';
import type { Tunnel } from '../../tunnels/pairing';
import { isIkev1Only } from '../../tunnels/session';
import { removeLine, repair, replace } from '../edits';
import type { Difference, Side, TunnelRule } from '../tunnelRule';

const INTERVALS = 3;
/** What `ike heartbeat-timer timeout` takes at most, in seconds. */
const LONGEST = 28_800;

/** What the end at `at` expects and the other one does not send. */
function differenceAt(tunnel: Tunnel, at: 0 | 1): Difference | undefined {
  const own = tunnel.ends[at];
  const other = tunnel.ends[at === 0 ? 1 : 0];
  const timeout = own.device.globals.heartbeatTimeout;
  const interval = other.device.globals.heartbeatInterval;
  if (!timeout || (interval && timeout.value > interval.value)) return undefined;
  // Without a whole configuration the interval may be set outside the excerpt.
  if (!interval && !other.device.whole) return undefined;
  const names = [own.device.name, timeout.value, other.device.name, interval?.value ?? 0];
  const waiting: Side = {
    place: timeout.place,
    value: l10n.t('{0}: heartbeat timeout of {1} seconds', own.device.name, timeout.value),
    message: interval
      ? l10n.t('{0} waits {1} seconds for a heartbeat, but {2} sends one every {3} seconds only.', ...names)
      : l10n.t('{0} waits {1} seconds for a heartbeat, but {2} sends none: set its interval.', ...names),
  };
  const silentEnd: Side = {
    place: interval?.place ?? other.peer?.place ?? other.place,
    value: interval
      ? l10n.t('{0}: heartbeat interval of {1} seconds', other.device.name, interval.value)
      : l10n.t('{0}: no heartbeat interval', other.device.name),
    message: interval
      ? l10n.t('{2} sends a heartbeat every {3} seconds, but {0} waits only {1} seconds for it.', ...names)
      : l10n.t(
          '{2} sends no heartbeats, but {0} tears the tunnel down after {1} seconds without one.',
          ...names,
        ),
  };
  const enough = interval ? interval.value * INTERVALS : 0;
  return {
    sides: at === 0 ? [waiting, silentEnd] : [silentEnd, waiting],
    effect: 'fails',
    repairs: () =>
      interval && enough <= LONGEST
        ? repair(
            l10n.t('Change the timeout of {0} to {1} seconds', own.device.name, enough),
            true,
            replace(timeout.place, String(enough)),
          )
        : repair(
            l10n.t('Remove the heartbeat timeout of {0}', own.device.name),
            true,
            removeLine(timeout.place),
          ),
  };
}

/** An end without IKEv1 peers sends no heartbeats, whatever its timers say. */
function usesTimers({ device }: End): boolean {
  return device.globals.heartbeatTimeout !== undefined;
}

/** An end that waits for heartbeats which the other one does not send in time. */
export const heartbeat: TunnelRule = {
  id: 'heartbeat-mismatch',
  severity: 'error',
  phase: 'liveness',
  causes: ['heartbeat timeout'],
  documentation: {
    title: { en: 'Heartbeats that do not come in time', 'zh-cn': '两端心跳参数不匹配' },
    checks: {
      en:
        'Under IKEv1, `ike heartbeat-timer timeout` of one end against `ike heartbeat-timer interval` of the other: there must be one, and ' +
        'it must be shorter.',
      'zh-cn':
        'IKEv1 下比较一端的 `ike heartbeat-timer timeout` 与另一端的 `ike heartbeat-timer interval`：另一端必须配置发送间隔且小于超时时间。',
    },
    why: {
      en: 'An end that waits and hears nothing deletes its SAs although the tunnel works.',
      'zh-cn': '等待心跳的一端收不到报文时会删除 SA，尽管隧道正常。',
    },
    repair: {
      en: 'Sets the timeout to three intervals of the other end, or takes it out where that sends none.',
      'zh-cn': '将超时时间设为对端间隔的三倍；对端不发送心跳时删除超时配置。',
    },
    sources: [
      'S-series command reference, ike heartbeat-timer',
      'IPSec Fault Cause Reference, heartbeat timeout',
    ],
  },
  checkTunnel: (tunnel) => {
    if (!isIkev1Only(tunnel) || !tunnel.ends.some(usesTimers)) return {};
    return { differences: ([0, 1] as const).flatMap((at) => differenceAt(tunnel, at) ?? []) };
  },
};
