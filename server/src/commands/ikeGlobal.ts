import type { CommandDefinition, DefaultValue } from './types';

const FAULTS = 'Huawei IPSec Fault Cause Reference';
const USG_DPD = 'USG6000E command reference, ike dpd';
const NE_DPD = 'NetEngine 8000 F1A command reference, ike dpd';
const SECONDS = { text: { en: 'Time.', 'zh-cn': '时间。' }, unit: 'seconds' } as const;

const usgDpd = (value: string): readonly DefaultValue[] => [{ value, products: ['usg'], source: USG_DPD }];

/** IKE settings of the whole device. */
export const ikeGlobalCommands: readonly CommandDefinition[] = [
  {
    view: 'system',
    syntax: 'ike local-name <name:string 1-255>',
    summary: {
      en: 'The name this device shows as its identity where a peer’s ID type is a name and the peer has no `local-id`.',
      'zh-cn': '配置本端名称。对等体 ID 类型为名称且未配置 `local-id` 时，以此名称作为本端 ID。',
    },
    details: {
      en: 'The other end expects it as `remote-id` (`remote-name` on old releases).',
      'zh-cn': '对端用 `remote-id`（旧版本为 `remote-name`）与之匹配。',
    },
    arguments: { name: { text: { en: 'Name of this end.', 'zh-cn': '本端名称。' }, unit: 'characters' } },
    causes: ['config ID mismatch', 'construct local ID fail'],
    sources: [
      'NE40E V800R012 command reference, ike local-name',
      'AR V300 configuration examples, NAT traversal',
    ],
  },
  {
    view: 'system',
    syntax: 'ike heartbeat { seq-num { new | old } | spi-list }',
    ikeVersion: 1,
    summary: {
      en: 'The form of heartbeat messages. Both ends must use the same.',
      'zh-cn': '配置心跳报文的参数。两端必须一致。',
    },
    details: {
      en: 'A later line takes the place of an earlier one.',
      'zh-cn': '多次配置时以最后一次为准。',
    },
    keywords: {
      'seq-num': { en: 'Kind of sequence numbers.', 'zh-cn': '心跳报文的序列号类型。' },
      'spi-list': { en: 'With the list of SPIs.', 'zh-cn': '心跳报文携带 SPI 列表。' },
    },
    defaults: [
      {
        value: 'seq-num old',
        products: ['ar-v200'],
        source: 'AR500 V200R007 command reference, ike heartbeat',
      },
      { value: 'seq-num old', products: ['s-series'], source: 'S-series command reference, ike heartbeat' },
    ],
    causes: ['heartbeat timeout'],
    sources: ['S-series command reference, ike heartbeat', `${FAULTS}, heartbeat timeout`],
  },
  {
    view: 'system',
    syntax: 'ike heartbeat-timer interval <seconds:integer 20-28800>',
    ikeVersion: 1,
    summary: {
      en: 'How often this end sends heartbeats. The other end then needs a `timeout`.',
      'zh-cn': '配置发送心跳报文的时间间隔。对端需配置 `timeout`。',
    },
    arguments: { seconds: SECONDS },
    defaults: [
      {
        value: 'none',
        products: ['s-series'],
        source: 'S-series command reference, ike heartbeat-timer interval',
      },
    ],
    causes: ['heartbeat timeout'],
    sources: ['S-series command reference, ike heartbeat-timer interval', `${FAULTS}, heartbeat timeout`],
  },
  {
    view: 'system',
    syntax: 'ike heartbeat-timer timeout <seconds:integer 30-28800>',
    ikeVersion: 1,
    summary: {
      en: 'How long this end waits for heartbeats before it deletes the SAs. The other end then needs an `interval`.',
      'zh-cn': '配置等待心跳报文的超时时间，超时后删除 SA。对端需配置 `interval`。',
    },
    details: {
      en: 'Longer than the interval of the other end; three times as long is advised.',
      'zh-cn': '应大于对端的发送间隔，建议为其三倍。',
    },
    arguments: { seconds: SECONDS },
    defaults: [
      {
        value: 'none',
        products: ['s-series'],
        source: 'S-series command reference, ike heartbeat-timer timeout',
      },
    ],
    causes: ['heartbeat timeout'],
    sources: ['S-series command reference, ike heartbeat-timer timeout', `${FAULTS}, heartbeat timeout`],
  },
  {
    view: 'system',
    syntax: 'ike sa keepalive-timer { interval | timeout } <seconds:integer>',
    repeat: 'add',
    products: ['quidway'],
    summary: {
      en: 'Heartbeats of old releases: how often they are sent, and how long they are waited for.',
      'zh-cn': '旧版本的心跳：配置发送间隔和超时时间。',
    },
    arguments: { seconds: SECONDS },
    causes: ['heartbeat timeout'],
    sources: ['saved configurations of Quidway and Eudemon devices'],
  },
  {
    view: 'system',
    syntax: '{ ike nat-keepalive-timer | ike sa nat-keepalive-timer } interval <seconds:integer>',
    undo: '{ ike nat-keepalive-timer | ike sa nat-keepalive-timer } interval',
    summary: {
      en: 'How often a message keeps the NAT session between the ends alive. It must be shorter than the NAT device keeps idle sessions.',
      'zh-cn': '配置 NAT Keepalive 报文的发送间隔，用于保持 NAT 会话，应小于 NAT 设备的会话老化时间。',
    },
    details: {
      en: 'VRP8 writes `ike sa nat-keepalive-timer interval`.',
      'zh-cn': 'VRP8 写作 `ike sa nat-keepalive-timer interval`。',
    },
    arguments: { seconds: SECONDS },
    causes: ['hard expiry triggered by port mismatch'],
    sources: [
      'S-series configuration guide, NAT traversal',
      'NE40E V800 configuration guide, Configuring IPsec NAT Traversal',
    ],
  },
  {
    view: 'system',
    syntax: 'ike dpd type { on-demand | periodic }',
    summary: {
      en: 'Switches dead peer detection on for every peer without a `dpd type` of its own.',
      'zh-cn': '全局使能 DPD 并配置检测模式，对未单独配置 `dpd type` 的对等体生效。',
    },
    keywords: {
      'on-demand': {
        en: 'Asks only when there is traffic to send and nothing came in for the idle time.',
        'zh-cn': '按需型：有报文要发送且空闲时间内未收到对端报文时才检测。',
      },
      periodic: {
        en: 'Asks whenever nothing came in for the idle time.',
        'zh-cn': '周期型：空闲时间内未收到对端报文即检测。',
      },
    },
    causes: ['dpd timeout'],
    products: ['usg'],
    sources: [USG_DPD, 'USG6000E command reference, dpd msg'],
  },
  {
    view: 'system',
    syntax: 'ike dpd idle-time <seconds:integer 10-3600>',
    summary: {
      en: 'How long nothing may come in from a peer before it is asked.',
      'zh-cn': '配置全局 DPD 空闲时间。',
    },
    arguments: { seconds: SECONDS },
    defaults: usgDpd('30'),
    causes: ['dpd timeout'],
    products: ['usg'],
    sources: [USG_DPD],
  },
  {
    view: 'system',
    syntax: 'ike dpd retransmit-interval <seconds:integer 2-60>',
    summary: {
      en: 'How long to wait for an answer before asking again.',
      'zh-cn': '配置全局 DPD 报文重传间隔。',
    },
    arguments: { seconds: SECONDS },
    defaults: usgDpd('15'),
    causes: ['dpd timeout'],
    products: ['usg'],
    sources: [USG_DPD],
  },
  {
    view: 'system',
    syntax: 'ike dpd retry-limit <times:integer 3-10>',
    summary: {
      en: 'How often to ask before a peer counts as dead.',
      'zh-cn': '配置全局 DPD 报文最大重传次数。',
    },
    defaults: usgDpd('3'),
    causes: ['dpd timeout'],
    products: ['usg'],
    sources: [USG_DPD],
  },
  {
    view: 'system',
    syntax: 'ike dpd msg { seq-hash-notify | seq-notify-hash }',
    ikeVersion: 1,
    summary: {
      en: 'The order of payloads in DPD messages where DPD is switched on globally. Both ends must use the same.',
      'zh-cn': '全局配置 DPD 报文的载荷顺序。两端必须一致。',
    },
    defaults: [
      { value: 'seq-hash-notify', products: ['usg'], source: 'USG6000E command reference, ike dpd msg' },
    ],
    causes: ['dpd timeout'],
    products: ['usg'],
    sources: ['USG6000E command reference, ike dpd msg', `${FAULTS}, dpd timeout`],
  },
  {
    view: 'system',
    syntax: 'ike dpd interval <interval:integer 10-3600> [ <retry:integer 2-60> ]',
    products: ['vrp8'],
    summary: {
      en: 'Switches periodic dead peer detection on for all peers (VRP8).',
      'zh-cn': '使能周期型 DPD，对所有对等体生效（VRP8）。',
    },
    details: {
      en: 'Five retransmissions; more with a short retry interval, so that a probe lasts at least 30 seconds. With IKEv1 both ends need DPD.',
      'zh-cn': '重传 5 次；重传间隔较小时增加次数，保证一次检测至少持续 30 秒。IKEv1 要求两端都配置 DPD。',
    },
    arguments: {
      interval: { text: { en: 'Silence before the peer is asked.', 'zh-cn': '检测间隔。' }, unit: 'seconds' },
      retry: {
        text: { en: 'Time before asking again, 5 by default.', 'zh-cn': '重传间隔，缺省 5。' },
        unit: 'seconds',
      },
    },
    defaults: [{ value: 'none', products: ['vrp8'], source: NE_DPD }],
    causes: ['dpd timeout'],
    sources: [NE_DPD, 'NE40E V800 configuration guide, Configuring IKE Peer Detection'],
  },
  {
    view: 'system',
    syntax: 'ike dpd [ on-demand ] <interval:integer 10-3600> [ <retry:integer 2-60> ] [ immediately ]',
    products: ['vrp8'],
    summary: {
      en: 'Switches dead peer detection on for all peers; the device asks only when it has traffic to send (VRP8).',
      'zh-cn': '使能按需型 DPD，对所有对等体生效：有报文要发送时才检测（VRP8）。',
    },
    arguments: {
      interval: { text: { en: 'Silence before the peer is asked.', 'zh-cn': '检测间隔。' }, unit: 'seconds' },
      retry: {
        text: { en: 'Time before asking again, 5 by default.', 'zh-cn': '重传间隔，缺省 5。' },
        unit: 'seconds',
      },
    },
    keywords: { immediately: { en: 'Takes effect at once.', 'zh-cn': '立即生效。' } },
    defaults: [{ value: 'none', products: ['vrp8'], source: NE_DPD }],
    causes: ['dpd timeout'],
    sources: [NE_DPD, 'NE40E V800 configuration guide, Configuring IKE Peer Detection'],
  },
  {
    view: 'system',
    syntax: 'ike dpd <name:string 1-32>',
    products: ['quidway'],
    summary: {
      en: 'Old releases: DPD settings under a name, which a peer refers to with `dpd`.',
      'zh-cn': '旧版本：定义一组 DPD 配置，由对等体用 `dpd` 引用。',
    },
    sources: ['saved configurations of Quidway and Eudemon devices'],
  },
  {
    view: 'system',
    syntax: 'ike call admission limit in-negotiation-sa <number:integer 1-800>',
    products: ['usg', 'ar-v200'],
    summary: {
      en: 'How many IKE SAs may be in negotiation at a time, as a protection against floods. Not in a virtual system.',
      'zh-cn': '限制同时处于协商状态的 IKE SA 数量，用于防攻击。虚拟系统不支持。',
    },
    details: {
      en: 'Beyond it the first packet of a negotiation is dropped (`first packet limited`).',
      'zh-cn': '超过限制时协商首包被丢弃（`first packet limited`）。',
    },
    defaults: [{ value: '800', products: ['usg'], source: 'USG6000E command reference, ike call admission' }],
    causes: ['first packet limited'],
    sources: ['USG6000E command reference, ike call admission', `${FAULTS}, first packet limited`],
  },
  {
    view: 'system',
    syntax: 'ikev1 phase1-phase2 sa dependent',
    ikeVersion: 1,
    summary: {
      en: 'Deletes the IPsec SAs together with the IKEv1 SA that made them.',
      'zh-cn': '使能 IKEv1 阶段 1 与阶段 2 SA 的依赖关系：删除 IKE SA 时同时删除其 IPsec SA。',
    },
    causes: ['ikev1 phase1-phase2 sa dependent offline'],
    sources: [`${FAULTS}, ikev1 phase1-phase2 sa dependent offline`],
  },
  {
    view: 'system',
    syntax: 'ike payload compatible enable',
    products: ['vrp8'],
    summary: {
      en: 'Leaves the certificate request out of negotiations with a pre-shared key, for other vendors that stumble over it.',
      'zh-cn': '使能 IKE 载荷兼容：预共享密钥协商时不携带证书请求载荷，用于与不兼容的其他厂商设备对接。',
    },
    causes: ['authentication fail'],
    sources: ['NE40E V800 troubleshooting guide, IKE authentication'],
  },
  {
    view: 'system',
    syntax: 'ike verification pki enable',
    products: ['vrp8'],
    summary: {
      en: 'Checks the certificate files that IKE uses. On by default.',
      'zh-cn': '使能 PKI 证书相关文件校验。缺省使能。',
    },
    defaults: [
      {
        value: 'enable',
        products: ['vrp8'],
        source: 'NE40E V800 configuration guide, Configuring an IKE Peer',
      },
    ],
    sources: ['NE40E V800 configuration guide, Configuring an IKE Peer'],
  },
];
