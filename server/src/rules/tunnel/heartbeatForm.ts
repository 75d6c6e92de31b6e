import * as l10n from '@vscode/l10n';
import type { Place } from '../../model/value';
import type { End } from '../../tunnels/end';
import { isIkev1Only } from '../../tunnels/session';
import { removeLine, repair, replace } from '../edits';
import type { Repair } from '../rule';
import { sidesOf, type TunnelRule } from '../tunnelRule';

/** What an end's heartbeats look like. */
interface Form {
  /** The words behind `ike heartbeat`. */
  readonly value: string;
  /** Absent for the default. */
  readonly place?: Place;
}

/** What is sent where nothing is written (AR500 and S-series command references, ike heartbeat). */
const DEFAULT = 'seq-num old';

/** The form of an end's heartbeats; undefined where a line for it may stand outside of what was read. */
function formOf({ device }: End): Form | undefined {
  const { heartbeatForm } = device.globals;
  if (heartbeatForm) return { value: heartbeatForm.value, place: heartbeatForm.place };
  return device.whole ? { value: DEFAULT } : undefined;
}

/** Heartbeats are off until one of the timers is set. */
function timerOf({ device }: End): Place | undefined {
  const { heartbeatInterval, heartbeatTimeout } = device.globals;
  return heartbeatInterval?.place ?? heartbeatTimeout?.place;
}

function setForm({ place, value }: Form, wanted: Form): ReturnType<typeof replace> | undefined {
  if (!place) return undefined;
  if (wanted.value === DEFAULT && !wanted.place) return removeLine(place);
  const start = place.item.lines[place.line]?.words[2]?.start;
  return start === undefined || value === wanted.value
    ? undefined
    : replace({ ...place, start }, wanted.value);
}

/** Heartbeats of a form that the other end does not use. */
export const heartbeatForm: TunnelRule = {
  id: 'heartbeat-form-mismatch',
  severity: 'warning',
  phase: 'liveness',
  causes: ['heartbeat timeout'],
  documentation: {
    title: { en: 'Heartbeats of different forms', 'zh-cn': '两端心跳报文参数不一致' },
    checks: {
      en:
        'Under IKEv1 and where an end sends heartbeats or waits for them: `ike heartbeat` of both ends, old sequence numbers and no SPI list ' +
        'where nothing is written.',
      'zh-cn':
        'IKEv1 下任一端发送或等待心跳报文时，比较两端的 `ike heartbeat`（未配置时为旧序列号、不带 SPI 列表）。',
    },
    why: {
      en: 'An end takes only heartbeats of its own form for a sign of life: it may tear the tunnel down while it works.',
      'zh-cn': '两端必须使用相同的心跳参数，否则心跳不被识别，正常的隧道可能被拆除。',
    },
    repair: {
      en: 'Writes the form of one end on the other, or takes the line out where the other one has the default.',
      'zh-cn': '将一端的参数写到另一端；另一端为缺省值时删除该行。',
    },
    sources: ['S-series command reference, ike heartbeat', 'AR500 V200R007 command reference, ike heartbeat'],
  },
  checkTunnel: (tunnel) => {
    const timers = [timerOf(tunnel.ends[0]), timerOf(tunnel.ends[1])] as const;
    if (!timers.some(Boolean) || !isIkev1Only(tunnel)) return {};
    const [first, second] = [formOf(tunnel.ends[0]), formOf(tunnel.ends[1])];
    if (!first || !second || first.value === second.value) return {};
    const forms = [first, second] as const;
    const align = (at: 0 | 1, preferred: boolean): Repair[] => {
      const model = forms[at === 0 ? 1 : 0];
      const { name } = tunnel.ends[at].device;
      return repair(
        model.place
          ? l10n.t('Change ike heartbeat of {0} to {1}', name, model.value)
          : l10n.t('Remove ike heartbeat of {0}: the other end has the default', name),
        preferred,
        setForm(forms[at], model),
      );
    };
    // An end without the line has nowhere to write it that is sure to be right: the one that has it follows.
    const at = second.place ? 1 : 0;
    return {
      differences: [
        {
          sides: sidesOf(tunnel, (own, other, side) => ({
            place: forms[side].place ?? timers[side] ?? own.peer?.place ?? own.place,
            value: l10n.t('{0}: ike heartbeat {1}', own.device.name, forms[side].value),
            message: l10n.t(
              '{0} uses heartbeats with {1}, {2} uses {3}: both ends must use the same form.',
              own.device.name,
              forms[side].value,
              other.device.name,
              forms[side === 0 ? 1 : 0].value,
            ),
          })),
          effect: 'none',
          repairs: () => [...align(at, true), ...align(at === 0 ? 1 : 0, false)],
        },
      ],
    };
  },
};
