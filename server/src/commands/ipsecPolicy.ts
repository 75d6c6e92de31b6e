import { connectTrack } from './ipsecShared';
import type { CommandDefinition } from './types';

const USG_POLICY = 'USG6000E configuration guide, dc_cfg_ipsec_0116';
const USG_PROFILE = 'USG6000E configuration guide, dc_cfg_ipsec_0020';
const NE_GUIDE = 'NE40E V800 configuration guide, Configuring an IPsec Policy';
const FAULTS = 'Huawei IPSec Fault Cause Reference';

/**
 * The views of IPsec policies by IKE and by hand, of policy templates and of IPsec profiles, in the order in which devices save them.
 */
export const ipsecPolicyCommands: readonly CommandDefinition[] = [
  {
    view: ['ipsec-policy-isakmp', 'ipsec-policy-manual', 'ipsec-policy-template', 'ipsec-efficient-vpn'],
    syntax: 'security acl [ ipv6 ] { name <acl:ref acl> | <acl:ref acl> } [ dynamic-source ]',
    undoNames: false,
    // IPv4 and IPv6 have a list each; a second one of a kind is refused until the first is taken out.
    repeat: 'add',
    summary: {
      en: 'The ACL that says which packets are protected. The other end needs its mirror image.',
      'zh-cn': '引用 ACL 定义需要保护的数据流。对端的 ACL 应与之互为镜像。',
    },
    details: {
      en:
        '- An advanced ACL (3000 to 3999), one per policy; to change it take the old one out first.\n' +
        '- `permit` protects, with one pair of SAs for every rule that is met; what no rule permits goes out in clear.\n' +
        '- IKEv1 asks for the same flow on both ends. IKEv2 can narrow it to what both allow.\n' +
        '- In a template it is optional on USG and AR (advice: none), and required on VRP8.',
      'zh-cn':
        '- 须为高级 ACL（3000～3999），每个安全策略只能引用一个；更换前需先取消原引用。\n' +
        '- `permit` 表示保护，每条命中的规则对应一对 SA；未被允许的报文以明文发送。\n' +
        '- IKEv1 要求两端数据流一致；IKEv2 可取两端的交集。\n' +
        '- 策略模板中，USG 和 AR 可选（建议不配置），VRP8 必须配置。',
    },
    arguments: {
      acl: { text: { en: 'Number or name of an advanced ACL.', 'zh-cn': '高级 ACL 的编号或名称。' } },
    },
    causes: [
      'flow or peer mismatch',
      'flow confict',
      'phase2 proposal or pfs mismatch',
      'flow overlap',
      'kick old sa with same flow',
      'netmask mismatch',
    ],
    sources: [USG_POLICY, NE_GUIDE, `${FAULTS}, flow or peer mismatch`],
  },
  {
    view: ['ipsec-policy-isakmp', 'ipsec-policy-template', 'ipsec-profile', 'ipsec-efficient-vpn'],
    syntax:
      'pfs { dh-group1 | dh-group2 | dh-group5 | dh-group14 | dh-group15 | dh-group16 | dh-group18 | dh-group19 | dh-group20 | dh-group21 | ' +
      'dh-group24 | group15 | group16 }',
    summary: {
      en: 'Gives every IPsec SA a Diffie-Hellman exchange of its own (perfect forward secrecy). Both ends must use the same group.',
      'zh-cn': '配置完善的前向安全性（PFS），每个 IPsec SA 单独进行一次 DH 交换。两端必须使用相同的 DH 组。',
    },
    details: {
      en:
        '- With PFS here, the other end must use PFS too when it initiates.\n' +
        '- Under IKEv2 the first IPsec SA comes without an exchange of its own: a difference shows only when it is rekeyed.\n' +
        '- Independent of `dh` in the IKE proposal. VRP8 guides also write `group15` and `group16`.',
      'zh-cn':
        '- 本端配置 PFS 后，对端发起协商时也必须使用 PFS。\n' +
        '- IKEv2 下首个 IPsec SA 不单独进行 DH 交换，两端不一致时要到重协商才会失败。\n' +
        '- 与 IKE 安全提议中的 `dh` 相互独立。VRP8 指南中也写作 `group15`、`group16`。',
    },
    defaults: [{ value: 'none', products: ['vrp8'], source: 'NE40E V800R012 command reference, pfs' }],
    causes: ['phase2 proposal or pfs mismatch', 'rekey fail'],
    sources: [
      NE_GUIDE,
      `${FAULTS}, phase2 proposal or pfs mismatch`,
      'Huawei Cloud VPN FAQ, PFS',
      'RFC 7296 §1.2',
    ],
  },
  {
    view: ['ipsec-policy-isakmp', 'ipsec-policy-template', 'ipsec-profile'],
    syntax: 'ike-peer <peer:ref ike-peer>',
    summary: {
      en: 'The IKE peer to negotiate with.',
      'zh-cn': '引用 IKE 对等体。',
    },
    details: {
      en: 'An ISAKMP policy, a template and a profile need one. In a template the peer may be without `remote-address`.',
      'zh-cn':
        'ISAKMP 方式安全策略、策略模板和安全框架必须引用。策略模板引用的对等体可以不配置 `remote-address`。',
    },
    causes: ['flow or peer mismatch', 'peer address mismatch'],
    sources: [NE_GUIDE, USG_PROFILE],
  },
  {
    view: ['ipsec-policy-isakmp', 'ipsec-policy-template', 'ipsec-profile'],
    syntax: 'proposal <proposal:ref ipsec-proposal>+',
    repeat: 'add',
    summary: {
      en: 'The IPsec proposals to offer, tried in this order. Both ends must have one in common.',
      'zh-cn': '引用 IPsec 安全提议，按配置顺序匹配。两端必须有一个完全匹配的提议。',
    },
    details: {
      en:
        'Up to 12 on USG, 6 on VRP8; names are not case-sensitive here. On USG all combinations of algorithms together may not exceed 255. A ' +
        'change inside a proposal takes effect when the policy is taken off the interface and put back.',
      'zh-cn':
        'USG 最多 12 个，VRP8 最多 6 个；此处名称不区分大小写。USG 上所有提议的算法组合总数不能超过 255。修改提议参数后，需在接口上取消并重新应用安全策略才能生效。',
    },
    causes: [
      'phase2 proposal or pfs mismatch',
      'proposal mismatch or use sm in ikev2',
      'encapsulation mode mismatch',
    ],
    sources: ['USG6000E command reference, proposal', USG_POLICY, NE_GUIDE],
  },
  {
    view: ['ipsec-policy-isakmp', 'ipsec-policy-template', 'ipsec-efficient-vpn'],
    syntax: 'tunnel local { applied-interface | <address:ip> }',
    summary: {
      en: 'The address of this end of the tunnel. The other end must have it as `remote-address`.',
      'zh-cn': '配置隧道本端地址。对端的 `remote-address` 须与之一致。',
    },
    details: {
      en:
        'Without it the primary address of the interface with the policy is taken. Needed where the tunnel ends on another address (a virtual ' +
        'address of hot standby, a LoopBack). No effect in a peer of an IPsec profile: there the source of the tunnel interface counts.',
      'zh-cn':
        '未配置时取应用安全策略的接口的主地址。隧道终结在其他地址（如双机热备的虚拟地址、LoopBack 地址）时需要配置。安全框架中不生效，以 Tunnel 接口的源地址为准。',
    },
    keywords: {
      'applied-interface': {
        en: 'The address of the interface that carries the policy.',
        'zh-cn': '应用安全策略的接口的地址。',
      },
    },
    causes: ['local address mismatch', 'peer address mismatch', 'flow or peer mismatch'],
    sources: [USG_POLICY, USG_PROFILE, `${FAULTS}, local address mismatch`],
  },
  {
    view: ['ipsec-policy-isakmp', 'ipsec-policy-template'],
    syntax: 'local-address <address:ip> [ binding interface <rest:text> ]',
    products: ['vrp8'],
    summary: {
      en: 'The address of this end of the tunnel (VRP8).',
      'zh-cn': '配置隧道本端地址（VRP8）。',
    },
    details: {
      en: 'It may be borrowed from an interface: the device then writes `binding tunnel ipsec` there and the interface serves nothing else.',
      'zh-cn':
        '可借用其他接口的地址，此时设备在该接口自动生成 `binding tunnel ipsec`，该接口不能再用于其他业务。',
    },
    causes: ['local address mismatch', 'peer address mismatch'],
    sources: [NE_GUIDE],
  },
  {
    view: ['ipsec-policy-isakmp', 'ipsec-policy-template'],
    syntax: 'alias <alias:string>',
    summary: {
      en: 'A second name for the entry. Without it the entry is called after its policy and number.',
      'zh-cn': '配置安全策略的别名。缺省为“策略名-序号”。',
    },
    sources: ['AR V200R010 command reference, alias'],
  },
  {
    view: 'ipsec-policy-isakmp',
    syntax: 'sa trigger-mode { auto | traffic-based }',
    summary: {
      en: 'Whether the tunnel is set up at once or by the first packet that needs it.',
      'zh-cn': '配置 IPsec 隧道的触发方式。',
    },
    details: {
      en: 'An end with a template never begins: the other end must, by traffic or with `auto`. With intelligent path selection it is always `auto`.',
      'zh-cn': '采用策略模板的一端不主动发起，需由另一端通过流量或 `auto` 触发。智能选路场景固定为 `auto`。',
    },
    keywords: {
      auto: { en: 'At once.', 'zh-cn': '自动触发。' },
      'traffic-based': { en: 'By the first packet that the ACL permits.', 'zh-cn': '流量触发。' },
    },
    defaults: [
      { value: 'traffic-based', products: ['usg'], source: 'USG6000E command reference, sa trigger-mode' },
    ],
    sources: ['USG6000E command reference, sa trigger-mode', 'AR2200-S V200R001 troubleshooting guide'],
  },
  {
    view: ['ipsec-policy-isakmp', 'ipsec-policy-template', 'ipsec-profile'],
    syntax: 'sa duration traffic-based { <kilobytes:integer 0-200000000> | disable }',
    summary: {
      en: 'How much traffic an IPsec SA carries before a new one is negotiated. Without it the global value counts.',
      'zh-cn': '配置 IPsec SA 的流量硬生存周期。未配置时使用全局值。',
    },
    details: {
      en:
        'In **kilobytes**: 10485760 are 10 GB. `0` (USG) and `disable` (VRP8) switch it off. IKEv1: the smaller value of the two ends is used; ' +
        'IKEv2: each end uses its own. VRP8: 8000 to 200000000.',
      'zh-cn':
        '单位为**千字节**：10485760 即 10 GB。`0`（USG）和 `disable`（VRP8）表示不限制。IKEv1 取两端较小值；IKEv2 两端各用自己的值。VRP8 取值范围为 8000～200000000。',
    },
    arguments: {
      kilobytes: { text: { en: 'Traffic of one SA.', 'zh-cn': '单个 SA 的流量。' }, unit: 'kilobytes' },
    },
    causes: ['phase2 hard expiry'],
    sources: [
      'NetEngine 8000 F1A command reference, sa duration',
      'USG6000E command reference, ipsec sa global-duration',
      'NE40E V800 configuration guide, Configuring the Lifetime of an IKE SA',
      `${FAULTS}, phase2 hard expiry`,
    ],
  },
  {
    view: ['ipsec-policy-isakmp', 'ipsec-policy-template', 'ipsec-profile'],
    syntax: 'sa duration time-based <seconds:integer 30-604800>',
    summary: {
      en: 'How long an IPsec SA lives before a new one is negotiated. Without it the global value counts.',
      'zh-cn': '配置 IPsec SA 的时间硬生存周期。未配置时使用全局值。',
    },
    details: {
      en: 'IKEv1: the smaller value of the two ends is used; IKEv2: each end uses its own. VRP8: 480 to 604800.',
      'zh-cn': 'IKEv1 取两端较小值；IKEv2 两端各用自己的值。VRP8 取值范围为 480～604800。',
    },
    arguments: {
      seconds: { text: { en: 'Lifetime of one SA.', 'zh-cn': '单个 SA 的生存周期。' }, unit: 'seconds' },
    },
    causes: ['phase2 hard expiry'],
    sources: [
      'NetEngine 8000 F1A command reference, sa duration',
      'USG6000E command reference, ipsec sa global-duration',
      'NE40E V800 configuration guide, Configuring the Lifetime of an IKE SA',
      `${FAULTS}, phase2 hard expiry`,
    ],
  },
  {
    view: ['ipsec-policy-isakmp', 'ipsec-policy-template', 'ipsec-profile'],
    syntax: 'route inject [ nexthop <nexthop:ip> ] { dynamic | static } [ <rest:text> ]',
    summary: {
      en: 'Adds a route to the network behind the peer, taken from the protected flow.',
      'zh-cn': '使能路由注入，按保护的数据流生成到对端身后网段的路由。',
    },
    details: {
      en: 'For SAs made by IKE only, and not where the policy is on a layer 2 interface. The next hop is the peer unless said otherwise.',
      'zh-cn': '仅支持 IKE 方式建立的 SA；策略应用在二层接口时不支持。下一跳缺省为对端地址。',
    },
    causes: ['route limit'],
    sources: ['USG6000E configuration guide, dc_cfg_ipsec_0014', `${FAULTS}, route limit`],
  },
  connectTrack(['ipsec-policy-isakmp', 'ipsec-policy-template', 'ipsec-profile']),
];
