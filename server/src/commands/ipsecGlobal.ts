import type { CommandDefinition } from './types';

const FAULTS = 'Huawei IPSec Fault Cause Reference';
const NE_QOS = 'NE40E V800 configuration guide, Configuring IPsec QoS';
const NE_REPLAY = 'NE40E V800 configuration guide, Configuring IPsec Anti-Replay';
const USG_DURATION = 'USG6000E command reference, ipsec sa global-duration';
const S_DURATION = 'S-series command reference, ipsec sa global-duration';
const F1A_DURATION = 'NetEngine 8000 F1A command reference, ipsec sa global-duration';

const SHA2 = {
  summary: {
    en: 'Makes SHA-2 in ESP and AH follow the RFC. Both ends must do it alike.',
    'zh-cn': '使能 SHA-2 算法兼容 RFC 标准。两端必须一致。',
  },
  details: {
    en:
      'Where the ends differ the tunnel comes up and every packet fails authentication. Needed towards other vendors: Apple clients and cloud ' +
      'gateways follow RFC 4868. USG writes `ipsec sha2 compatible enable`, AR `ipsec authentication sha2 compatible enable`.',
    'zh-cn':
      '两端不一致时隧道可以建立，但报文认证失败被丢弃。与其他厂商对接时需要：苹果客户端和云网关遵循 RFC 4868。USG 写作 `ipsec sha2 compatible enable`，AR 写作 `ipsec authentication sha2 compatible enable`。',
  },
} as const;

/** IPsec settings of the whole device. */
export const ipsecGlobalCommands: readonly CommandDefinition[] = [
  {
    view: 'system',
    syntax: 'ipsec sha2 compatible enable',
    products: ['usg'],
    ...SHA2,
    sources: ['saved configurations of USG6000V firewalls', 'RFC 4868 §2.6'],
  },
  {
    view: 'system',
    syntax: 'ipsec authentication sha2 compatible enable',
    products: ['ar-v200', 'ar-v300'],
    ...SHA2,
    sources: [
      'AR V300 configuration examples, Efficient VPN',
      'Huawei Cloud VPN administrator guide, Configuration on the AR Router',
      'RFC 4868 §2.6',
    ],
  },
  {
    view: 'system',
    syntax: 'ipsec sa global-duration time-based <seconds:integer 30-604800>',
    summary: {
      en: 'How long IPsec SAs live where their policy does not say.',
      'zh-cn': '配置全局 IPsec SA 时间硬生存周期，对未单独配置的策略生效。',
    },
    details: {
      en:
        'Takes effect for new SAs. IKEv1: the smaller value of the two ends is used; IKEv2: each end uses its own. At least 1800 is advised ' +
        'with many tunnels. VRP8: 480 to 604800.',
      'zh-cn':
        '对新建的 SA 生效。IKEv1 取两端较小值；IKEv2 两端各用自己的值。隧道较多时建议不小于 1800。VRP8 取值范围为 480～604800。',
    },
    arguments: {
      seconds: { text: { en: 'Lifetime of one SA.', 'zh-cn': '单个 SA 的生存周期。' }, unit: 'seconds' },
    },
    defaults: [
      { value: '3600', products: ['s-series'], source: S_DURATION },
      { value: '3600', products: ['vrp8'], source: F1A_DURATION },
    ],
    causes: ['phase2 hard expiry'],
    sources: [USG_DURATION, S_DURATION, F1A_DURATION],
  },
  {
    view: 'system',
    syntax: 'ipsec sa global-duration traffic-based { <kilobytes:integer 0-200000000> | disable }',
    summary: {
      en: 'How much traffic IPsec SAs carry where their policy does not say.',
      'zh-cn': '配置全局 IPsec SA 流量硬生存周期，对未单独配置的策略生效。',
    },
    details: {
      en:
        'In kilobytes. USG and S-series: 0 (off) or 256 to 200000000. VRP8: 8000 to 200000000, or `disable`; its default is 1843200 on NE40E ' +
        'V800R012 and 20000000 on NetEngine 8000 F1A.',
      'zh-cn':
        '单位为千字节。USG、S 系列：0（不限制）或 256～200000000。VRP8：8000～200000000 或 `disable`；NE40E V800R012 缺省 1843200，NetEngine 8000 F1A 缺省 20000000。',
    },
    arguments: {
      kilobytes: { text: { en: 'Traffic of one SA.', 'zh-cn': '单个 SA 的流量。' }, unit: 'kilobytes' },
    },
    defaults: [{ value: '1843200', products: ['s-series'], source: S_DURATION }],
    causes: ['phase2 hard expiry'],
    sources: [USG_DURATION, S_DURATION, F1A_DURATION],
  },
  {
    view: 'system',
    syntax: 'ipsec netmask { source <source:integer 0-32> | destination <destination:integer 0-32> } *',
    summary: {
      en: 'Mask filtering: refuses peers whose protected flow has a shorter mask than this.',
      'zh-cn': '使能 IPsec 掩码过滤：对端数据流的掩码长度小于配置值时协商失败。',
    },
    details: {
      en: 'For policy templates only. It keeps a branch with too wide a flow from drawing the traffic of the others.',
      'zh-cn': '仅对策略模板生效，防止某个分支的数据流范围过大而引走其他分支的流量。',
    },
    arguments: {
      source: { text: { en: 'Least mask length of the source.', 'zh-cn': '源地址掩码的最小长度。' } },
      destination: {
        text: { en: 'Least mask length of the destination.', 'zh-cn': '目的地址掩码的最小长度。' },
      },
    },
    causes: ['netmask mismatch'],
    sources: [
      'AR V200R010 configuration guide, Configuring IPSec Mask Filtering',
      `${FAULTS}, netmask mismatch`,
    ],
  },
  {
    view: 'system',
    syntax: 'ipsec anti-replay { enable | disable | window <size:integer 32-1024> }',
    summary: {
      en: 'Replay protection of all tunnels: on, off, or the size of the window.',
      'zh-cn': '配置全局抗重放功能或抗重放窗口大小。',
    },
    sources: ['AR V200R003 online help'],
  },
  {
    view: 'system',
    syntax: 'ipsec sa global anti-replay { disable | window <size:integer> }',
    products: ['vrp8'],
    summary: {
      en: 'Replay protection of all policies without a setting of their own: off, or the size of the window (VRP8).',
      'zh-cn': '配置全局抗重放功能或窗口大小，对未单独配置的策略生效（VRP8）。',
    },
    details: {
      en: 'Takes effect for SAs that are negotiated afterwards.',
      'zh-cn': '对之后协商的 SA 生效。',
    },
    sources: [NE_REPLAY],
  },
  {
    view: 'system',
    syntax: 'ipsec df-bit { clear | set | copy }',
    summary: {
      en: 'The “do not fragment” bit of IPsec packets. Not in a virtual system.',
      'zh-cn': '配置 IPsec 报文的 DF 标志位。虚拟系统不支持。',
    },
    details: {
      en: 'IPsec makes packets longer than the MTU of the way out; with the bit set they are dropped on the way. With AH use `clear`.',
      'zh-cn': 'IPsec 封装后报文可能超过出接口 MTU，设置 DF 标志会导致途中丢包。使用 AH 时应配置 `clear`。',
    },
    keywords: {
      clear: { en: 'Packets may be fragmented.', 'zh-cn': '允许分片。' },
      set: { en: 'Packets may not be fragmented.', 'zh-cn': '不允许分片。' },
      copy: { en: 'As the original packet says.', 'zh-cn': '与原始报文一致。' },
    },
    defaults: [{ value: 'copy', products: ['usg'], source: 'USG6000E command reference, ipsec df-bit' }],
    sources: ['USG6000E command reference, ipsec df-bit', 'USG6000E configuration guide, dc_cfg_ipsec_0019'],
  },
  {
    view: 'system',
    syntax: 'ipsec fragmentation { before-encryption | after-encryption }',
    summary: {
      en: 'Whether packets are fragmented before or after encryption.',
      'zh-cn': '配置 IPsec 报文先分片后加密，或先加密后分片。',
    },
    sources: ['AR V200R003 online help'],
  },
  {
    view: 'system',
    syntax:
      'ipsec global { df-bit clear | fragmentation before-encryption | fragmentation aging-time <milliseconds:integer> }',
    repeat: 'add',
    products: ['vrp8'],
    summary: {
      en: 'Fragmentation for all policies without a setting of their own (VRP8).',
      'zh-cn': '配置全局 IPsec 分片，对未单独配置的策略生效（VRP8）。',
    },
    arguments: {
      milliseconds: {
        text: { en: 'How long fragments are kept; 5000 by default.', 'zh-cn': '分片老化时间，缺省 5000。' },
        unit: 'milliseconds',
      },
    },
    sources: [NE_QOS],
  },
  {
    view: 'system',
    syntax: 'ipsec invalid-spi-recovery enable',
    summary: {
      en: 'Tells the other end when a packet names an SA that this end no longer has, so that both negotiate anew.',
      'zh-cn': '使能无效 SPI 恢复：收到 SPI 无效的报文时通知对端，促使两端重新协商。',
    },
    causes: ['receive invalid spi notify'],
    sources: [`${FAULTS}, receive invalid spi notify`],
  },
  {
    view: 'system',
    syntax: 'ipsec remote traffic-identical accept',
    summary: {
      en: 'Lets a new peer take over the flow of an old one at once, for a branch that comes back with another address.',
      'zh-cn': '允许与已有隧道数据流相同的新对端快速接入，用于分支更换地址后重新接入。',
    },
    causes: ['kick old sa with same flow'],
    sources: [`${FAULTS}, kick old sa with same flow`, 'AR V200R003 online help'],
  },
];
