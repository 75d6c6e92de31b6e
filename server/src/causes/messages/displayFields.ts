import type { FieldDefinition } from './types';

const offlineInfo = 'display ike offline-info';
const errorInfo = 'display ike error-info';
const historyRecord = 'display ipsec history record';
const offlineHistory = 'display ike offline history';
const errorHistory = 'display ike error history';

const offlinePages = [
  'USG6000E command reference, display ike offline-info',
  'S-series command reference, display ike offline-info',
];
const historyPages = [
  'USG6000E command reference, display ipsec history record',
  'S-series command reference, display ipsec history record',
];
const routerPages = ['NE40E command reference, display ike error history'];

/** Columns and labels of the commands that list why negotiations failed and tunnels ended. */
export const displayFields: readonly FieldDefinition[] = [
  {
    name: 'Current info Num',
    place: 'display',
    about: {
      en: 'How many records follow. Firewalls and switches keep the latest 200 ends of tunnels.',
      'zh-cn': '后面的记录条数。防火墙和交换机保存最近 200 次隧道拆除记录。',
    },
    commands: [offlineInfo],
    sources: offlinePages,
  },
  {
    name: 'peer',
    place: 'display',
    about: {
      en: 'Address of the other gateway. NE40E appends the UDP port, as in 192.168.1.2:500.',
      'zh-cn': '对端网关的 IP 地址。NE40E 在其后附带 UDP 端口，如 192.168.1.2:500。',
    },
    commands: [offlineInfo, errorInfo, offlineHistory, errorHistory],
    sources: [...offlinePages, ...routerPages],
  },
  {
    name: 'port',
    place: 'display',
    about: {
      en: 'UDP port of the peer: 500, 4500 with NAT traversal, another one behind NAT. S-series prints no such column.',
      'zh-cn': '对端 UDP 端口：500；NAT 穿越时为 4500；经过 NAT 时可能为其他值。S 系列没有该列。',
    },
    commands: [offlineInfo, errorInfo],
    sources: ['USG6000E command reference, display ike offline-info'],
  },
  {
    name: 'offline-reason',
    place: 'display',
    about: {
      en: 'The teardown cause. USG6000E writes hyphens between its words (`dpd-timeout`), S-series blanks.',
      'zh-cn': '隧道拆除原因。USG6000E 单词之间用连字符（`dpd-timeout`），S 系列用空格。',
    },
    commands: [offlineInfo],
    sources: offlinePages,
  },
  {
    name: 'error-reason',
    place: 'display',
    about: {
      en: 'The negotiation cause, as this end saw it. The other end often shows a different one for the same attempt.',
      'zh-cn': '本端看到的协商失败原因。同一次协商，对端显示的原因往往不同。',
    },
    commands: [errorInfo],
    sources: ['IPSec Fault Cause Reference, IKE Negotiation Failure Causes'],
  },
  {
    name: 'version',
    place: 'display',
    about: {
      en: 'IKE version of the SA or of the attempt: v1 or v2.',
      'zh-cn': 'SA 或该次协商的 IKE 版本：v1 或 v2。',
    },
    values: [
      { value: 'v1', about: { en: 'IKEv1', 'zh-cn': 'IKEv1' } },
      { value: 'v2', about: { en: 'IKEv2', 'zh-cn': 'IKEv2' } },
    ],
    commands: [offlineInfo, errorInfo],
    sources: offlinePages,
  },
  {
    name: 'error-time',
    place: 'display',
    about: {
      en: 'When the negotiation failed, by the clock of this device. Compare clocks before comparing two ends.',
      'zh-cn': '协商失败的时间，以本设备时钟为准。对照两端记录前先核对时钟。',
    },
    commands: [errorInfo],
    sources: ['IPSec Fault Cause Reference, IKE Negotiation Failure Causes'],
  },
  {
    name: 'offline-time',
    place: 'display',
    about: {
      en: 'When the tunnel ended, by the clock of this device: 2015/08/01 16:05:55 on USG6000E, 2017-02-18 02:12:39 on S-series.',
      'zh-cn':
        '隧道结束的时间，以本设备时钟为准：USG6000E 形如 2015/08/01 16:05:55，S 系列形如 2017-02-18 02:12:39。',
    },
    commands: [offlineInfo],
    sources: offlinePages,
  },
  {
    name: 'Current record number',
    place: 'display',
    about: { en: 'How many records follow.', 'zh-cn': '后面的记录条数。' },
    commands: [historyRecord, offlineHistory, errorHistory],
    sources: [...historyPages, ...routerPages],
  },
  {
    name: 'Interface',
    place: 'display',
    about: {
      en: 'Interface the policy of the tunnel is applied to.',
      'zh-cn': '应用该隧道安全策略的接口。',
    },
    commands: [historyRecord],
    sources: historyPages,
  },
  {
    name: 'remote-address',
    place: 'display',
    about: { en: 'Address of the other end of the tunnel.', 'zh-cn': '隧道对端的 IP 地址。' },
    commands: [historyRecord],
    sources: historyPages,
  },
  {
    name: 'remote-port',
    place: 'display',
    about: {
      en: 'UDP port of the other end: 500, or 4500 and others with NAT.',
      'zh-cn': '对端 UDP 端口：500；经过 NAT 时为 4500 或其他值。',
    },
    commands: [historyRecord],
    sources: historyPages,
  },
  {
    name: 'VPN instance',
    place: 'display',
    aliases: ['VPN instance/VSYS name'],
    about: {
      en: 'VPN instance of the tunnel; firewalls print the virtual system in the same row. A hyphen stands for none.',
      'zh-cn': '隧道所属的 VPN 实例；防火墙在同一行显示虚拟系统名称。连字符表示没有。',
    },
    commands: [historyRecord, offlineHistory, errorHistory],
    sources: [...historyPages, ...routerPages],
  },
  {
    name: 'flow-source',
    place: 'display',
    about: {
      en: 'Source of the protected flow as address and mask; 255.255.255.255 is a single host.',
      'zh-cn': '保护的数据流的源地址和掩码，255.255.255.255 表示单台主机。',
    },
    commands: [historyRecord],
    sources: historyPages,
  },
  {
    name: 'flow-destination',
    place: 'display',
    about: {
      en: 'Destination of the protected flow as address and mask.',
      'zh-cn': '保护的数据流的目的地址和掩码。',
    },
    commands: [historyRecord],
    sources: historyPages,
  },
  {
    name: 'last-offline-reason',
    place: 'display',
    about: {
      en: 'The cause of the latest end of this tunnel. Earlier ends are in `display ike offline-info`.',
      'zh-cn': '该隧道最近一次拆除的原因，更早的见 `display ike offline-info`。',
    },
    commands: [historyRecord],
    sources: historyPages,
  },
  {
    name: 'last-offline-time',
    place: 'display',
    about: {
      en: 'When this tunnel last ended, by the clock of this device.',
      'zh-cn': '该隧道最近一次拆除的时间，以本设备时钟为准。',
    },
    commands: [historyRecord],
    sources: historyPages,
  },
  {
    name: 'offline-times-in-24Hour',
    place: 'display',
    about: {
      en: 'How often this tunnel ended within 24 hours. One or two are rarely worth a look; dozens mean it flaps.',
      'zh-cn': '该隧道 24 小时内拆除的次数。一两次通常无需关注，几十次说明隧道在反复震荡。',
    },
    unit: { en: 'times', 'zh-cn': '次' },
    commands: [historyRecord],
    sources: historyPages,
  },
  {
    name: 'TIME',
    place: 'display',
    about: {
      en: 'When it happened, by the clock of the router.',
      'zh-cn': '发生的时间，以路由器时钟为准。',
    },
    commands: [offlineHistory, errorHistory],
    sources: routerPages,
  },
  {
    name: 'REASON',
    place: 'display',
    about: {
      en: "The cause, in the router's own wording; details follow in brackets, such as `Payload=` or `ExchType=`.",
      'zh-cn': '原因，采用路由器自己的措辞；括号中附带细节，如 `Payload=` 或 `ExchType=`。',
    },
    commands: [offlineHistory, errorHistory],
    sources: routerPages,
  },
];
