import * as l10n from '@vscode/l10n';
import type { Place } from '../../model/value';
import type { End } from '../../tunnels/end';
import { isIkev1Only } from '../../tunnels/session';
import { repair, replace, type Step } from '../edits';
import type { Repair } from '../rule';
import { sidesOf, type Documents, type TunnelRule } from '../tunnelRule';
import { addCommand } from '../typing';

/** The order of the payloads in an end's DPD packets. */
interface Order {
  readonly value: string;
  /** Absent for the product's default. */
  readonly place?: Place;
}

/** What products send where nothing is written (command references, dpd msg). */
const DEFAULTS: Readonly<Record<string, string>> = { usg: 'seq-hash-notify', 's-series': 'seq-notify-hash' };

const LEARNING = 'dpd msg notify-hash-sequence learning';

/** A line of the peer counts where the peer has detection of its own, else the device's (USG6000E command reference, dpd msg). */
function orderOf({ peer, device }: End): Order | undefined {
  const own = peer?.lines.findLast((line) => !line.undo && line.starts('dpd msg') && !line.starts(LEARNING));
  if (own) return { value: own.keywords[2] ?? '', place: own.whole };
  if (peer?.dpdMessage) return peer.dpdMessage;
  const { dpdMessage } = device.globals;
  if (dpdMessage) return { value: dpdMessage.value, place: dpdMessage.place };
  const value = device.release?.product && DEFAULTS[device.release.product];
  return value ? { value } : undefined;
}

function detects({ peer, device }: End): boolean {
  return (
    device.globals.dpd !== undefined ||
    peer?.dpdType !== undefined ||
    peer?.lines.some((line) => !line.undo && line.starts('dpd')) === true
  );
}

/** On by default: the device takes over the order of the packets it gets. */
function learns({ peer }: End): boolean {
  return peer?.lines.some((line) => line.undo && line.starts(LEARNING)) !== true;
}

function setOrder(end: End, order: Order, value: string, documents: Documents): Step | undefined {
  const { place } = order;
  if (place) {
    const words = place.item.lines[place.line]?.words ?? [];
    const last = words.at(-1);
    return last && replace({ ...place, start: last.start, end: last.end }, value);
  }
  return end.peer && addCommand(end.device, end.peer, `dpd msg ${value}`, documents);
}

/** DPD packets whose payloads stand in another order than the other end reads them in. */
export const dpdMessage: TunnelRule = {
  id: 'dpd-message-mismatch',
  severity: 'warning',
  phase: 'liveness',
  causes: ['dpd timeout'],
  documentation: {
    title: { en: 'Different order in DPD packets', 'zh-cn': 'DPD 报文载荷顺序不一致' },
    checks: {
      en:
        'Under IKEv1, `dpd msg` or `ike dpd msg` of both ends, or the product’s default where it is known. An error where neither end ' +
        'learns the order (`undo dpd msg notify-hash-sequence learning` on both); a warning otherwise, since learning is on by default.',
      'zh-cn':
        'IKEv1 下比较两端的 `dpd msg` 或 `ike dpd msg`（未配置时采用已知的产品缺省值）。两端都关闭学习功能（`undo dpd msg notify-hash-sequence learning`）时为错误；否则为告警，因为学习功能缺省启用。',
    },
    why: {
      en: 'An end that cannot read the other’s probes does not answer them: the tunnel is torn down while it works.',
      'zh-cn': '无法识别对端 DPD 报文的一端不会应答，正常的隧道会被拆除。',
    },
    repair: { en: 'Writes the order of one end on the other.', 'zh-cn': '将一端的顺序写到另一端。' },
    sources: ['USG6000E command reference, dpd msg', 'IPSec Fault Cause Reference, dpd timeout'],
  },
  checkTunnel: (tunnel) => {
    if (!isIkev1Only(tunnel)) return {};
    const [a, b] = tunnel.ends;
    const [first, second] = [orderOf(a), orderOf(b)];
    if (!detects(a) && !detects(b)) return {};
    if (!first || !second || first.value === second.value) return {};
    const orders = [first, second] as const;
    const neitherLearns = !learns(a) && !learns(b);
    const align = (at: 0 | 1, documents: Documents): Repair[] => {
      const model = orders[at === 0 ? 1 : 0];
      return repair(
        l10n.t('Change dpd msg of {0} to {1}', tunnel.ends[at].device.name, model.value),
        at === 1,
        setOrder(tunnel.ends[at], orders[at], model.value, documents),
      );
    };
    return {
      differences: [
        {
          sides: sidesOf(tunnel, (own, other, at) => ({
            place: orders[at].place ?? own.peer?.place ?? own.place,
            value: l10n.t('{0}: dpd msg {1}', own.device.name, orders[at].value),
            message: neitherLearns
              ? l10n.t(
                  '{0} sends DPD packets in the order {1}, {2} in the order {3}, and neither learns: DPD tears the tunnel down.',
                  own.device.name,
                  orders[at].value,
                  other.device.name,
                  orders[at === 0 ? 1 : 0].value,
                )
              : l10n.t(
                  '{0} sends DPD packets in the order {1}, {2} in the order {3}: DPD works only because an end learns the order.',
                  own.device.name,
                  orders[at].value,
                  other.device.name,
                  orders[at === 0 ? 1 : 0].value,
                ),
          })),
          effect: neitherLearns ? 'fails' : 'none',
          ...(neitherLearns ? { severity: 'error' as const } : {}),
          repairs: (documents) => [...align(1, documents), ...align(0, documents)],
        },
      ],
    };
  },
};
