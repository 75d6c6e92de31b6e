import type { CommandDefinition } from './types';

const FAULTS = 'Huawei IPSec Fault Cause Reference';
const USG_DPD = 'USG6000E command reference, ike dpd';
const SECONDS = { text: { en: 'Time.', 'zh-cn': '时间。' }, unit: 'seconds' } as const;

/** Dead peer detection of one IKE peer. */
export const ikePeerDpdCommands: readonly CommandDefinition[] = [
  {
    view: 'ike-peer',
    syntax: 'dpd type { on-demand | periodic }',
    summary: {
      en: 'Switches dead peer detection on for this peer.',
      'zh-cn': '使能对等体存活检测（DPD）并配置检测模式。',
    },
    details: {
      en:
        'A peer that no longer answers loses its SAs (`dpd timeout`), and a new negotiation can begin. With IKEv1, DPD takes effect only if ' +
        'both ends have it. The type may differ between the ends, the message format (`dpd msg`) may not.',
      'zh-cn':
        '对端不再应答时删除其 SA（`dpd timeout`），之后可重新协商。IKEv1 要求两端都配置 DPD 才生效。两端的检测模式可以不同，报文格式（`dpd msg`）必须一致。',
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
    defaults: [
      { value: 'none', products: ['ar-v200'], source: 'AR500 V200R007 command reference, dpd type' },
    ],
    causes: ['dpd timeout'],
    sources: [
      'AR500 V200R007 command reference, dpd type',
      'NetEngine 8000 F1A command reference, ike dpd',
      'Huawei Cloud VPN FAQ, DPD',
    ],
  },
  {
    view: 'ike-peer',
    syntax: 'dpd idle-time <seconds:integer 10-3600>',
    summary: {
      en: 'How long nothing may come in from the peer before it is asked.',
      'zh-cn': '配置 DPD 空闲时间：多长时间未收到对端报文后发送检测报文。',
    },
    arguments: { seconds: SECONDS },
    causes: ['dpd timeout'],
    sources: [USG_DPD],
  },
  {
    view: 'ike-peer',
    syntax: 'dpd retransmit-interval <seconds:integer 2-60>',
    summary: {
      en: 'How long to wait for an answer before asking again.',
      'zh-cn': '配置 DPD 报文的重传间隔。',
    },
    arguments: { seconds: SECONDS },
    causes: ['dpd timeout'],
    sources: [USG_DPD],
  },
  {
    view: 'ike-peer',
    syntax: 'dpd retry-limit <times:integer 3-10>',
    summary: {
      en: 'How often to ask before the peer counts as dead.',
      'zh-cn': '配置 DPD 报文的最大重传次数。',
    },
    causes: ['dpd timeout'],
    sources: [USG_DPD],
  },
  {
    view: 'ike-peer',
    syntax: 'dpd msg { seq-hash-notify | seq-notify-hash }',
    ikeVersion: 1,
    summary: {
      en: 'The order of payloads in DPD messages. Both ends must use the same, or DPD does not work.',
      'zh-cn': '配置 DPD 报文的载荷顺序。两端必须一致，否则 DPD 不生效。',
    },
    details: {
      en:
        'Used if the peer has a `dpd type` of its own; else the global `ike dpd msg` counts. Defaults differ: USG `seq-hash-notify`, S-series ' +
        '`seq-notify-hash`. Releases that learn the order from the other end (`dpd msg notify-hash-sequence learning`, on by default) get along.',
      'zh-cn':
        '对等体配置了 `dpd type` 时生效，否则以全局 `ike dpd msg` 为准。缺省值不同：USG 为 `seq-hash-notify`，S 系列为 `seq-notify-hash`。支持学习功能的版本（`dpd msg notify-hash-sequence learning`，缺省使能）可自动适应。',
    },
    defaults: [
      { value: 'seq-hash-notify', products: ['usg'], source: 'USG6000E command reference, dpd msg' },
      { value: 'seq-notify-hash', products: ['s-series'], source: 'S-series command reference, dpd msg' },
    ],
    causes: ['dpd timeout'],
    sources: ['USG6000E command reference, dpd msg', `${FAULTS}, dpd timeout`],
  },
  {
    view: 'ike-peer',
    syntax: 'dpd msg notify-hash-sequence learning',
    ikeVersion: 1,
    summary: {
      en: 'The device takes over the payload order of the DPD messages that it receives. On by default.',
      'zh-cn': '学习对端 DPD 报文的载荷顺序。缺省使能。',
    },
    details: {
      en: 'What was learnt is not backed up in hot standby.',
      'zh-cn': '双机热备时学习到的顺序不备份。',
    },
    causes: ['dpd timeout'],
    products: ['usg', 's-series'],
    sources: ['USG6000E command reference, dpd msg notify-hash-sequence learning'],
  },
  {
    view: 'ike-peer',
    syntax: 'dpd packet receive if-related enable',
    products: ['ar-v300'],
    summary: {
      en: 'Ties the DPD messages that come in to the interface they come in by. Controllers write it on AR routers; no manual that is known describes it further.',
      'zh-cn': '将收到的 DPD 报文与接收接口关联。由控制器下发到 AR 路由器，已知手册中没有进一步说明。',
    },
    sources: ['saved configurations of AR routers'],
  },
  {
    view: 'ike-peer',
    syntax: 'dpd <name:string 1-32>',
    products: ['quidway'],
    summary: {
      en: 'Old releases: the DPD settings made with `ike dpd` under this name.',
      'zh-cn': '旧版本：引用 `ike dpd` 定义的 DPD 配置。',
    },
    sources: ['saved configurations of Quidway and Eudemon devices'],
  },
];
