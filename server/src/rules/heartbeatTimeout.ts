import * as l10n from '@vscode/l10n';
import { repair, replace } from './edits';
import type { DeviceRule } from './rule';

const INTERVALS = 3;

/** What `ike heartbeat-timer timeout` takes, in seconds. */
const SHORTEST = 30;
const LONGEST = 28_800;

/** A heartbeat timeout that a few lost packets are enough to reach. */
export const heartbeatTimeout: DeviceRule = {
  id: 'heartbeat-timeout-too-short',
  severity: 'warning',
  causes: ['heartbeat timeout'],
  documentation: {
    title: { en: 'Heartbeat timeout under three intervals', 'zh-cn': '心跳超时小于三个发送间隔' },
    checks: {
      en:
        '`ike heartbeat-timer timeout` is not longer than `ike heartbeat-timer interval` of the same device (warning), or less than three ' +
        'times as long (remark).',
      'zh-cn':
        '同一设备上 `ike heartbeat-timer timeout` 不大于 `ike heartbeat-timer interval`（告警），或小于其三倍（提示）。',
    },
    why: {
      en:
        'The timeout counts against the interval of the other end, which is normally configured alike. Below three intervals a short loss ' +
        'of packets tears the tunnel down.',
      'zh-cn': '超时时间与对端的发送间隔相比较，两端通常配置相同；小于三个间隔时，短暂丢包就会拆除隧道。',
    },
    repair: { en: 'Sets the timeout to three intervals.', 'zh-cn': '将超时时间设为三个间隔。' },
    sources: [
      'IPSec Fault Cause Reference, heartbeat timeout',
      'S-series command reference, ike heartbeat-timer timeout',
    ],
  },
  checkDevice: ({ device }) => {
    const { heartbeatInterval: interval, heartbeatTimeout: timeout } = device.globals;
    if (!interval || !timeout || timeout.value >= interval.value * INTERVALS) return [];
    const enough = Math.max(SHORTEST, interval.value * INTERVALS);
    const within = timeout.value <= interval.value;
    return [
      {
        place: timeout.place,
        severity: within ? 'warning' : 'information',
        message: within
          ? l10n.t(
              'The heartbeat timeout of {0} seconds is not longer than the interval of {1} seconds: the tunnel is torn down while it works.',
              timeout.value,
              interval.value,
            )
          : l10n.t(
              'The heartbeat timeout of {0} seconds is under three intervals of {1} seconds: a short loss of packets tears the tunnel down.',
              timeout.value,
              interval.value,
            ),
        related: [{ place: interval.place, message: l10n.t('The interval of {0} seconds', interval.value) }],
        repairs: () =>
          enough <= LONGEST
            ? repair(
                l10n.t('Change the timeout to {0} seconds', enough),
                true,
                replace(timeout.place, String(enough)),
              )
            : [],
      },
    ];
  },
};
