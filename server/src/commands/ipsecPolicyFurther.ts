import { shortCommand } from './plain';
import type { CommandDefinition, ViewId } from './types';

const NE_REPLAY = 'NE40E V800 configuration guide, Configuring IPsec Anti-Replay';
const NE_QOS = 'NE40E V800 configuration guide, Configuring IPsec QoS';
const POLICIES: readonly ViewId[] = ['ipsec-policy-isakmp', 'ipsec-policy-template'];
const AR_LIST = ['AR V200R010 command reference, list of IPsec commands'];
const ALL: readonly ViewId[] = [...POLICIES, 'ipsec-profile'];

/** Lines of policies, templates and profiles that matter less often: replay protection, path selection, quality of service. */
export const ipsecPolicyFurtherCommands: readonly CommandDefinition[] = [
  {
    view: 'ipsec-policy-template',
    syntax: 'security acl-rule modification response disable',
    products: ['usg'],
    summary: {
      en: 'Keeps the tunnels of all branches up when a rule of the ACL is changed. By default all are negotiated anew at once.',
      'zh-cn': '修改 ACL 规则后不立即触发 IPsec 隧道重协商。缺省情况下修改后立即与所有分支重协商。',
    },
    details: {
      en: 'The one branch concerned is then renegotiated by `reset ipsec sa`. Not with static route injection.',
      'zh-cn': '之后可对相关分支执行 `reset ipsec sa` 触发重协商。不适用于静态路由注入场景。',
    },
    causes: ['config modify or manual offline'],
    sources: ['USG6000E command reference, security acl-rule modification response disable'],
  },
  {
    view: 'ipsec-policy-isakmp',
    syntax: 'smart-link profile <profile:ref smart-link-profile>',
    products: ['usg'],
    summary: {
      en: 'Chooses among several links by their quality. The local address then comes from the link in use.',
      'zh-cn': '引用智能选路模板，按链路质量选择链路。本端地址由所选链路决定。',
    },
    details: {
      en: '`tunnel local` is not used then, and the trigger mode is always `auto`.',
      'zh-cn': '此时 `tunnel local` 不生效，触发方式固定为 `auto`。',
    },
    sources: [
      'USG6000E configuration guide, dc_cfg_ipsec_0116',
      'USG6000E command reference, sa trigger-mode',
    ],
  },
  {
    view: [...ALL, 'ipsec-efficient-vpn'],
    syntax: 'anti-replay window <size:integer 32-1024>',
    summary: {
      en: 'Size of the window within which packets may come out of order. Without it the global value counts.',
      'zh-cn': '配置抗重放窗口大小。未配置时使用全局值。',
    },
    details: {
      en: '32, 64, 128, 256, 512 or 1024. Too small a window drops good packets that were reordered on the way (QoS, load sharing).',
      'zh-cn': '取值为 32、64、128、256、512 或 1024。窗口过小会丢弃途中乱序的正常报文（如 QoS、负载分担）。',
    },
    arguments: { size: { text: { en: 'Size of the window.', 'zh-cn': '窗口大小。' }, unit: 'bits' } },
    sources: ['S-series V200R011 command reference, anti-replay window'],
  },
  {
    view: POLICIES,
    syntax: 'sa anti-replay { enable | disable | window <size:integer> }',
    repeat: 'add',
    products: ['vrp8'],
    summary: {
      en: 'Replay protection of this policy: on, off, or the size of its window. It goes before the global setting.',
      'zh-cn': '配置本策略的抗重放功能或窗口大小，优先于全局配置。',
    },
    details: {
      en: 'Takes effect for SAs that are negotiated afterwards.',
      'zh-cn': '对之后协商的 SA 生效。',
    },
    sources: [NE_REPLAY],
  },
  {
    view: POLICIES,
    syntax: 'ipsec df-bit clear',
    products: ['vrp8'],
    summary: {
      en: 'Clears the “do not fragment” bit, so that packets of this policy may be fragmented. It goes before the global setting.',
      'zh-cn': '清除 DF 标志，允许对本策略的报文分片，优先于全局配置。',
    },
    sources: [NE_QOS],
  },
  {
    view: POLICIES,
    syntax: 'ipsec fragmentation before-encryption',
    products: ['vrp8'],
    summary: {
      en: 'Fragments packets first and encrypts then.',
      'zh-cn': '先分片后加密。',
    },
    sources: [NE_QOS],
  },
  {
    view: POLICIES,
    syntax: 'speed-limit { inbound | outbound } <limit:integer> [ ike ] [ payload ]',
    repeat: 'add',
    products: ['vrp8'],
    summary: {
      en: 'Limits the traffic of the tunnel; what exceeds the limit is dropped.',
      'zh-cn': '限制隧道流量，超出部分丢弃。',
    },
    sources: [NE_QOS],
  },
  {
    view: POLICIES,
    syntax: 'set { dscp <dscp:text> | service-class <class:text> }',
    repeat: 'add',
    products: ['vrp8'],
    summary: {
      en: 'Marks the packets of the tunnel: their DSCP, or their service class in an MPLS network.',
      'zh-cn': '重标记隧道报文的 DSCP 或 MPLS 网络中的服务等级。',
    },
    sources: [NE_QOS, 'NE40E V800 configuration guide, Configuring an IPsec Policy'],
  },
  {
    view: ALL,
    syntax: '{ match | remote } ike-identity <identity:string>',
    summary: {
      en: 'Admits only peers that the IKE filter set (`ike identity`) names.',
      'zh-cn': '引用 IKE 过滤集（`ike identity`），只允许其中的对等体接入。',
    },
    causes: ['config ID mismatch'],
    sources: ['NE40E V800 configuration guide, IPsec profile of mGRE'],
  },
  shortCommand(
    ALL,
    'respond-only enable',
    'This end never begins a negotiation; it only answers.',
    '本端不主动发起协商，只响应对端的协商。',
    { sources: AR_LIST },
  ),
  shortCommand(
    ALL,
    'policy enable',
    'Lets the entry take effect. `undo policy enable` switches it off without deleting it.',
    '使能该安全策略；`undo policy enable` 可在不删除的情况下使其失效。',
    { causes: ['no policy applied on interface', 'config modify or manual offline'], sources: AR_LIST },
  ),
  shortCommand(
    [...ALL, 'ipsec-efficient-vpn'],
    'qos { pre-classify | group <group:integer> }',
    'Quality of service of the packets that the tunnel protects.',
    '配置受保护报文的 QoS。',
    {
      keywords: {
        'pre-classify': {
          en: 'Classifies packets by their headers from before encryption.',
          'zh-cn': '按加密前的报文头进行流分类。',
        },
        group: {
          en: 'Gives the packets a QoS group, which traffic classifiers can match.',
          'zh-cn': '为报文设置 QoS 组，供流分类匹配。',
        },
      },
      sources: AR_LIST,
    },
  ),
  shortCommand(
    ALL,
    'scenario <scenario:text>',
    'The scenario that was chosen in the web UI when the policy was made.',
    '在 Web 界面创建策略时选择的场景。',
    { products: ['usg'], sources: ['saved configurations of USG6000V firewalls'] },
  ),
  shortCommand(
    ALL,
    'description <description:text>',
    'Describes the entry for the reader.',
    '配置安全策略的描述信息。',
    { sources: AR_LIST },
  ),
];
