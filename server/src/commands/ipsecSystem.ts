import { ipsecGlobalCommands } from './ipsecGlobal';
import { ikeGlobalCommands } from './ikeGlobal';
import { plainLines, shortCommand } from './plain';
import type { CommandDefinition } from './types';

const USG_POLICY = 'USG6000E command reference, ipsec policy';
const NE_GUIDE = 'NE40E V800 configuration guide, Configuring an IPsec Policy';

const AR_LIST = ['AR V200R010 command reference, list of IPsec commands'];

const POLICY = {
  text: {
    en: 'Name of the policy group; case counts, no `?` and no blank.',
    'zh-cn': '安全策略组名称，区分大小写，不支持 `?` 和空格。',
  },
  unit: 'characters',
} as const;

const SEQUENCE = {
  text: {
    en: 'Number of the entry. The smaller goes first.',
    'zh-cn': '安全策略的序号，越小优先级越高。',
  },
} as const;

/** System view: what opens the views of IKE and IPsec. */
const openers: readonly CommandDefinition[] = [
  {
    view: 'system',
    syntax: 'ipsec proposal <name:new ipsec-proposal 1-15>',
    opens: 'ipsec-proposal',
    summary: {
      en: 'Creates or opens an IPsec proposal: protocol, mode and algorithms that protect the data (phase 2).',
      'zh-cn': '创建或进入 IPsec 安全提议：配置保护数据的安全协议、封装模式和算法（阶段 2）。',
    },
    details: {
      en: 'An empty proposal takes all defaults, which differ between products and releases: write the algorithms where two products meet.',
      'zh-cn': '空的安全提议全部取缺省值，不同产品和版本缺省值不同，不同产品对接时应明确配置算法。',
    },
    arguments: {
      name: {
        text: { en: 'Name of the proposal; case does not count.', 'zh-cn': '安全提议名称，不区分大小写。' },
        unit: 'characters',
      },
    },
    causes: ['phase2 proposal or pfs mismatch'],
    sources: [
      'USG6000E command reference, proposal',
      'Huawei forum, firewall and AR router fail to establish a tunnel',
    ],
  },
  {
    view: 'system',
    syntax: 'ike proposal { default | <number:new ike-proposal integer 1-1024> }',
    opens: 'ike-proposal',
    summary: {
      en: 'Creates or opens an IKE proposal: the algorithms that protect the negotiation (phase 1).',
      'zh-cn': '创建或进入 IKE 安全提议：配置保护 IKE 协商的算法（阶段 1）。',
    },
    details: {
      en:
        '- The smaller the number, the higher the priority. 1 to 100, 512 or 1024 by USG model; 1 to 100 on VRP8.\n' +
        '- USG V500 and AR V300 save all values, older releases only what differs from their defaults. Defaults differ between releases.\n' +
        '- `default` is the built-in proposal. Devices save it whether IPsec is used or not; on AR V200R007 it holds DES, SHA-1 and group1 and ' +
        'cannot be changed.',
      'zh-cn':
        '- 序号越小优先级越高。USG 依型号为 1～100、1～512 或 1～1024；VRP8 为 1～100。\n' +
        '- USG V500 和 AR V300 保存全部参数，旧版本只保存与缺省值不同的参数；各版本缺省值不同。\n' +
        '- `default` 为系统缺省提议，无论是否使用 IPsec 设备都会保存；AR V200R007 的缺省提议为 DES、SHA-1、group1，不可修改。',
    },
    arguments: {
      number: {
        text: { en: 'Number of the proposal, 1 to 1024.', 'zh-cn': 'IKE 安全提议的序号，1～1024。' },
      },
    },
    keywords: {
      default: {
        en: 'The built-in proposal; not in a virtual system.',
        'zh-cn': '系统缺省提议，虚拟系统不支持。',
      },
    },
    causes: ['phase1 proposal mismatch'],
    sources: [
      'USG6000E command reference, ike proposal',
      'AR500 V200R007 command reference, ike proposal',
      'NE40E V800 configuration guide, Configuring an IKE Proposal',
    ],
  },
  {
    view: 'system',
    syntax: 'ike user-table <number:new ike-user-table 1-5>',
    opens: 'ike-user-table',
    summary: {
      en: 'Creates or opens a table of IKE users: identities and keys of many branches for one policy template.',
      'zh-cn': '创建或进入 IKE 用户表：为一个策略模板保存多个分支的身份和密钥。',
    },
    arguments: { number: { text: { en: 'Number of the table.', 'zh-cn': 'IKE 用户表编号。' } } },
    causes: ["none of user's interface is selected"],
    sources: [
      'USG6000E command reference, pre-shared-key (IKE user view)',
      "Huawei IPSec Fault Cause Reference, none of user's interface is selected",
    ],
  },
  {
    view: 'system',
    syntax: 'ike peer <name:new ike-peer 1-15> [ v1 | v2 ]',
    opens: 'ike-peer',
    summary: {
      en: 'Creates or opens an IKE peer: who the other end is and how to authenticate it.',
      'zh-cn': '创建或进入 IKE 对等体：配置对端地址、身份及认证信息。',
    },
    arguments: {
      name: {
        text: { en: 'Name of the peer; case counts.', 'zh-cn': '对等体名称，区分大小写。' },
        unit: 'characters',
      },
    },
    keywords: {
      v1: {
        en: 'IKEv1 only (AR up to V200R003; today `version`).',
        'zh-cn': '仅 IKEv1（AR V200R003 及以前，现用 `version`）。',
      },
      v2: {
        en: 'IKEv2 only (AR up to V200R003; today `version`).',
        'zh-cn': '仅 IKEv2（AR V200R003 及以前，现用 `version`）。',
      },
    },
    causes: ['version mismatch', 'dynamic peers number reaches limitation'],
    sources: ['AR V200R003 online help', 'NE40E V800R012 command reference, ike peer'],
  },
  {
    view: 'system',
    syntax: 'ipsec profile <name:new ipsec-profile 1-15>',
    opens: 'ipsec-profile',
    summary: {
      en: 'Creates or opens an IPsec profile: IPsec for a tunnel interface, without an ACL.',
      'zh-cn': '创建或进入 IPsec 安全框架：用于 Tunnel 接口，不需要 ACL。',
    },
    details: {
      en: 'One tunnel for everything that is routed into the interface. By IKE only.',
      'zh-cn': '一条隧道保护路由到该接口的所有流量。仅支持 IKE 协商方式。',
    },
    sources: ['USG6000E configuration guide, dc_cfg_ipsec_0020'],
  },
  {
    view: 'system',
    syntax: 'ipsec policy-template <name:new ipsec-policy-template 1-15> <sequence:integer 1-10000>',
    opens: 'ipsec-policy-template',
    summary: {
      en: 'Creates or opens an entry of a policy template: for peers whose addresses are not known in advance.',
      'zh-cn': '创建或进入 IPsec 策略模板：用于对端地址不固定的场景。',
    },
    details: {
      en:
        'It works through `ipsec policy … isakmp template …` and only answers: the other end must have an ordinary policy and begin. What the ' +
        'template leaves open the initiator decides.',
      'zh-cn':
        '需通过 `ipsec policy … isakmp template …` 引用，只能响应协商：对端必须使用普通安全策略并主动发起。模板中未配置的参数由发起方决定。',
    },
    arguments: { sequence: SEQUENCE },
    sources: [NE_GUIDE, 'AR2200-S V200R001 troubleshooting guide'],
  },
  {
    view: 'system',
    syntax: 'ipsec policy <name:new ipsec-policy 1-15> <sequence:integer 1-10000> isakmp',
    opens: 'ipsec-policy-isakmp',
    summary: {
      en: 'Creates or opens an entry of an IPsec policy whose SAs are negotiated by IKE.',
      'zh-cn': '创建或进入 ISAKMP 方式的 IPsec 安全策略，由 IKE 协商 SA。',
    },
    details: {
      en: 'It needs an ACL, a proposal and an IKE peer, and takes effect on an interface with `ipsec policy`.',
      'zh-cn': '需引用 ACL、IPsec 安全提议和 IKE 对等体，并在接口上用 `ipsec policy` 应用后生效。',
    },
    arguments: { name: POLICY, sequence: SEQUENCE },
    causes: ['phase2 proposal or pfs mismatch', 'flow or peer mismatch', 'no policy applied on interface'],
    sources: [USG_POLICY, NE_GUIDE],
  },
  {
    view: 'system',
    syntax:
      'ipsec policy <name:new ipsec-policy 1-15> <sequence:integer 1-10000> isakmp template <template:ref ipsec-policy-template>',
    summary: {
      en: 'Puts a policy template into a policy group. It opens no view.',
      'zh-cn': '在安全策略组中引用策略模板，不进入视图。',
    },
    details: {
      en: 'One per group, and with the largest number of the group. The name of the template must differ from that of the policy.',
      'zh-cn': '每个策略组只能引用一个，且序号必须是组内最大的。模板名称不能与策略名称相同。',
    },
    arguments: { name: POLICY, sequence: SEQUENCE },
    causes: ['netmask mismatch', 'flow or peer mismatch'],
    sources: [NE_GUIDE, USG_POLICY],
  },
  {
    view: 'system',
    syntax: 'ipsec policy <name:new ipsec-policy 1-15> <sequence:integer 1-10000> manual',
    opens: 'ipsec-policy-manual',
    summary: {
      en: 'Creates or opens an entry of an IPsec policy whose keys are typed in by hand.',
      'zh-cn': '创建或进入手工方式的 IPsec 安全策略，密钥由人工配置。',
    },
    details: {
      en: 'SPIs and keys correspond crosswise: inbound here is outbound there. Keys never change by themselves.',
      'zh-cn': '两端的 SPI 和密钥交叉对应：本端 inbound 对应对端 outbound。密钥不会自动更新。',
    },
    arguments: { name: POLICY, sequence: SEQUENCE },
    sources: [USG_POLICY],
  },
  {
    view: 'system',
    syntax: 'ipsec policy <name:ref ipsec-policy> <sequence:integer 1-10000>',
    opens: 'ipsec-policy-isakmp',
    summary: {
      en: 'Opens an existing entry of an IPsec policy again.',
      'zh-cn': '再次进入已创建的 IPsec 安全策略。',
    },
    arguments: { name: POLICY, sequence: SEQUENCE },
    sources: [USG_POLICY, 'AR V200R003 online help'],
  },
  {
    view: 'system',
    syntax: 'ipsec policy <name:ref ipsec-policy> shared local-interface <interface:interface>',
    summary: {
      en: 'Makes a policy group usable on several interfaces, all with the address of one (mostly a LoopBack). It opens no view.',
      'zh-cn':
        '将安全策略组设为共享，可应用到多个接口，隧道本端地址取指定接口（通常为 LoopBack）的地址。不进入视图。',
    },
    causes: ['local address mismatch', 'no policy applied on interface'],
    sources: ['AR V300 configuration examples, shared IPsec policy group', 'AR V200R003 online help'],
  },
  {
    view: 'system',
    syntax: 'ipsec policy <name:new ipsec-policy 1-15> profile',
    opens: 'ipsec-profile',
    products: ['vrp8'],
    summary: {
      en: 'Creates or opens an IPsec profile (VRP8).',
      'zh-cn': '创建或进入 IPsec 安全框架（VRP8）。',
    },
    sources: ['NE40E V800 configuration guide, IPsec profile of mGRE'],
  },
  {
    view: 'system',
    syntax:
      'ipsec efficient-vpn <name:new ipsec-efficient-vpn 1-31> [ mode { client | network | network-plus | network-auto-cfg } ]',
    opens: 'ipsec-efficient-vpn',
    summary: {
      en: 'Creates or opens an Efficient VPN policy: the branch side of IPsec with settings from the head office.',
      'zh-cn': '创建或进入 Efficient VPN 策略：分支侧的 IPsec 配置，多数参数由总部下发。',
    },
    keywords: {
      client: {
        en: 'The branch asks the head office for an address, and for the DNS and WINS servers of its network.',
        'zh-cn': 'Client 模式：分支向总部申请 IP 地址，以及内网使用的 DNS、WINS 服务器等信息。',
      },
    },
    products: ['ar-v200', 'ar-v300', 's-series'],
    sources: ['AR V300 configuration examples, Efficient VPN', 'AR V200R003 online help'],
  },
  {
    view: 'system',
    syntax: 'ike identity <name:string 1-31>',
    opens: 'free',
    summary: {
      en: 'Creates or opens a set of identities that may negotiate; a policy or profile names it.',
      'zh-cn': '创建或进入 IKE 过滤集，限定允许协商的对端身份，由安全策略或安全框架引用。',
    },
    causes: ['config ID mismatch'],
    sources: [
      'NE40E V800 configuration guide, IPsec profile of mGRE',
      'AR V200R010 command reference, list of IPsec commands',
    ],
  },
  {
    view: 'system',
    syntax: 'ipsec smart-link profile <name:new smart-link-profile 1-32>',
    opens: 'free',
    products: ['usg'],
    summary: {
      en: 'Creates or opens a profile of intelligent link selection, which an ISAKMP policy names.',
      'zh-cn': '创建或进入 IPsec 智能选路模板，由 ISAKMP 方式安全策略引用。',
    },
    sources: ['USG6000E configuration guide, dc_cfg_ipsec_0116'],
  },
  {
    view: 'system',
    syntax: 'ipsec sa <name:string 1-15>',
    opens: 'ipsec-policy-manual',
    summary: {
      en: 'Creates or opens an SA with keys typed in by hand, for routing protocols (OSPFv3, RIPng, PIM, IGMP).',
      'zh-cn': '创建或进入手工 SA，用于保护路由协议（OSPFv3、RIPng、PIM、IGMP）。',
    },
    products: ['vrp8'],
    sources: ['NE40E V800 configuration guide, Configuring an SA'],
  },
  shortCommand(
    'system',
    'ipsec proto-protect proposal <name:string 1-15>',
    'Creates or opens a proposal that protects the packets of routing protocols.',
    '创建或进入用于保护路由协议报文的安全提议。',
    { opens: 'ipsec-proposal', products: ['ar-v200', 'ar-v300'], sources: AR_LIST },
  ),
  shortCommand(
    'system',
    'ipsec proto-protect sa <name:string 1-15>',
    'Creates or opens an SA that protects the packets of routing protocols, with keys typed in by hand.',
    '创建或进入用于保护路由协议报文的手工 SA。',
    { opens: 'ipsec-policy-manual', products: ['ar-v200', 'ar-v300'], sources: AR_LIST },
  ),
];

/** The system view lines of IKE and IPsec: one-liners in the order of a save, and what opens views. */
export const ipsecSystemCommands: readonly CommandDefinition[] = [
  ...ikeGlobalCommands,
  ...ipsecGlobalCommands,
  ...openers,
  ...plainLines('system', ['sa force-detection enable']),
  shortCommand(
    'system',
    'ikev2 cookie-challenge <number:integer>',
    'From this many half-open IKEv2 SAs on, initiators must return a cookie first: a protection against floods.',
    '半开的 IKEv2 SA 达到该数量后，要求发起方先返回 cookie，用于防攻击。',
    { ikeVersion: 2, causes: ['cookie mismatch'], sources: ['RFC 7296 §2.6'] },
  ),
  shortCommand(
    'system',
    'ipsec decrypt check',
    'Compares packets with the security ACL once more after decryption.',
    '解密后再次用安全 ACL 检查报文。',
    { products: ['ar-v200', 'ar-v300'], sources: ['AR V200R003 online help'] },
  ),
  shortCommand(
    'system',
    'ike certificate-check disable',
    'Leaves out the check of the certificates of all peers.',
    '不检查所有对等体的证书。',
    { products: ['ar-v200', 'ar-v300'], sources: AR_LIST },
  ),
];
