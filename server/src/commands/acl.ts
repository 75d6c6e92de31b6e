import { aclCommonCommands } from './aclCommon';
import { plainLines } from './plain';
import type { CommandDefinition, ViewId } from './types';

/**
 * The view that an ACL of this number opens. The notation cannot choose a view by value: the openers below say `acl-advanced` where a
 * number decides, and whoever opens a view for a line asks this function with the number of the line. VRP8 numbers named advanced
 * lists from 42768 on.
 */
export function aclViewOf(number: number): ViewId {
  if (number >= 2000 && number <= 2999) return 'acl-basic';
  if ((number >= 3000 && number <= 3999) || (number >= 42768 && number <= 75535)) return 'acl-advanced';
  return 'acl-other';
}

const RULE_ID = '[ <id:integer 0-4294967294> ] [ name <ruleName:string 1-32> ]';
const PORT = (end: string): string =>
  `${end}-port { eq <${end}Port:string 1-32> | gt <${end}PortAbove:string 1-32> | lt <${end}PortBelow:string 1-32> | ` +
  `neq <${end}PortNot:string 1-32> | range <${end}PortFrom:string 1-32> <${end}PortTo:string 1-32> | port-set <${end}PortSet:string> }`;
const ADDRESS = (end: string): string =>
  `${end} { <${end}:ipv4> { <${end}Wildcard:wildcard> | mask <${end}Mask:mask> | <${end}Length:integer 1-32> } | ` +
  `address-set <${end}Set:ref address-set> | any }`;
const ADDRESS6 = (end: string): string =>
  `${end} { <${end}Prefix:prefix> | <${end}:ipv6> <${end}Length:integer 0-128> | any }`;
const COMMON =
  'vpn-instance <vpn:ref vpn-instance> | public | time-range <timeRange:ref time-range> | dscp <dscp:string> | ' +
  'precedence <precedence:string> | tos <tos:string> | fragment | fragment-type <fragmentType:string> | logging | counting';
const PROTOCOLS = 'ip | tcp | udp | icmp | gre | ah | esp | ospf | igmp | ipinip | <protocol:integer 1-255>';
const PROTOCOLS6 = 'ipv6 | tcp | udp | icmpv6 | gre | ipv6-ah | ipv6-esp | ospf | <protocol:integer 1-255>';
const TRANSPORT =
  'tcp-flag { ack | established | fin | psh | rst | syn | urg | <tcpFlag:integer 0-63> } * | ' +
  'icmp-type { <icmpType:integer 0-255> [ <icmpCode:integer 0-255> ] | <icmpName:string> }';

const ACL_OPENER_SUMMARY = {
  en: 'Creates an access control list, or opens the one of this number: 2000-2999 basic (source only), 3000-3999 advanced.',
  'zh-cn': '创建或进入该编号的 ACL：2000～2999 为基本 ACL（只看源地址），3000～3999 为高级 ACL。',
} as const;

const ACL_OPENER_DETAILS = {
  en:
    'A security ACL (`security acl`) says which packets a tunnel protects, and it must be an advanced one (3000-3999). Each end writes ' +
    'it from its own point of view: source is the own network, destination the one behind the peer, so the lists of the two ends ' +
    'mirror each other.',
  'zh-cn':
    '安全 ACL（`security acl`）决定隧道保护哪些报文，必须是高级 ACL（3000～3999）。两端各自从本端的角度书写：源是本端网段，目的是对端身后的网段，因此两端的规则互为镜像。',
} as const;

const OPENER_ARGUMENTS = {
  number: {
    text: {
      en: 'Number of the list. It decides the kind of the list.',
      'zh-cn': 'ACL 编号，决定 ACL 的类型。',
    },
  },
  name: { text: { en: 'Name of the list, case sensitive.', 'zh-cn': 'ACL 名称，区分大小写。' } },
} as const;

const OPENER_KEYWORDS = {
  'match-order': { en: 'The order in which the rules are tried.', 'zh-cn': '规则的匹配顺序。' },
  config: { en: 'By rule number, the smaller first.', 'zh-cn': '按规则编号从小到大匹配。' },
  auto: { en: 'The more exact rule first.', 'zh-cn': '按“深度优先”匹配，范围小的规则在前。' },
} as const;

/** Argument names that readers of a rule rely on: see `PORT`, `ADDRESS` and `ADDRESS6` above. */
const RULE_ARGUMENTS = {
  id: {
    text: {
      en: 'Number of the rule. Without one the device takes the next multiple of the step.',
      'zh-cn': '规则编号。不写时由设备按步长分配。',
    },
  },
  source: {
    text: { en: 'Source address: the network on the own side.', 'zh-cn': '源地址：本端网段。' },
  },
  sourceWildcard: {
    text: {
      en: 'Wildcard mask: a 0 bit must match, a 1 bit may differ. `0` is one host. It is the inverse of a subnet mask: /24 is 0.0.0.255.',
      'zh-cn':
        '通配符掩码：0 表示必须匹配，1 表示忽略；`0` 表示单个主机。与子网掩码相反：/24 写作 0.0.0.255。',
    },
  },
  destination: {
    text: { en: 'Destination address: the network behind the peer.', 'zh-cn': '目的地址：对端身后的网段。' },
  },
  destinationWildcard: {
    text: {
      en: 'Wildcard mask of the destination; `0` is one host.',
      'zh-cn': '目的地址的通配符掩码，`0` 表示单个主机。',
    },
  },
  protocol: { text: { en: 'IP protocol number.', 'zh-cn': 'IP 协议号。' } },
  vpn: {
    text: {
      en: 'VPN instance from which the packets come.',
      'zh-cn': '报文所属的 VPN 实例。',
    },
  },
} as const;

const RULE_KEYWORDS = {
  permit: {
    en: 'In a security ACL: protect these packets with IPsec.',
    'zh-cn': '在安全 ACL 中：对这些报文进行 IPsec 保护。',
  },
  deny: {
    en: 'In a security ACL: do not protect these packets; they go on in clear.',
    'zh-cn': '在安全 ACL 中：不保护这些报文，按明文转发。',
  },
  any: { en: 'Any address.', 'zh-cn': '任意地址。' },
  'address-set': { en: 'The addresses of an address set (firewalls).', 'zh-cn': '引用地址集（防火墙）。' },
  ip: { en: 'Every IP protocol.', 'zh-cn': '所有 IP 协议。' },
  ah: { en: 'IP protocol 51.', 'zh-cn': 'IP 协议号 51。' },
  esp: { en: 'IP protocol 50.', 'zh-cn': 'IP 协议号 50。' },
  gre: {
    en: 'IP protocol 47: for GRE over IPsec, between the two tunnel addresses.',
    'zh-cn': 'IP 协议号 47：用于 GRE over IPsec，匹配两端隧道地址之间的报文。',
  },
} as const;

const SOURCES = [
  'NetEngine 8000 F1A command reference, rule (basic ACL view)',
  'S600-E command reference, security ACL',
  'AR V200R003 command line help',
] as const;

/** ACL openers of the system view and the lines of the ACL views. */
export const aclCommands: readonly CommandDefinition[] = [
  {
    view: 'system',
    syntax:
      'acl [ number ] <number:new acl 4-5> [ name <name:new acl 1-64> ] [ vpn-instance <vpn:ref vpn-instance> ] ' +
      '[ match-order { auto | config } ]',
    opens: 'acl-advanced',
    summary: ACL_OPENER_SUMMARY,
    details: ACL_OPENER_DETAILS,
    arguments: OPENER_ARGUMENTS,
    keywords: OPENER_KEYWORDS,
    sources: ['S1720-S6720 V200R011 command reference, ACL', 'USG6000E guide, security ACL'],
  },
  {
    view: 'system',
    syntax:
      'acl name <name:new acl 1-64> basic [ number <number:new acl 4-5> ] [ match-order { auto | config } ]',
    opens: 'acl-basic',
    summary: { en: 'Creates or opens a basic ACL by name.', 'zh-cn': '创建或进入命名的基本 ACL。' },
    arguments: OPENER_ARGUMENTS,
    keywords: OPENER_KEYWORDS,
  },
  {
    view: 'system',
    syntax:
      'acl name <name:new acl 1-64> [ advance ] [ [ number ] <number:new acl 4-5> ] [ vpn-instance <vpn:ref vpn-instance> ] ' +
      '[ match-order { auto | config } ]',
    opens: 'acl-advanced',
    summary: {
      en: 'Creates or opens an ACL by name; without a number or a kind it is an advanced one.',
      'zh-cn': '创建或进入命名的 ACL；不写编号和类型时为高级 ACL。',
    },
    details: ACL_OPENER_DETAILS,
    arguments: OPENER_ARGUMENTS,
    keywords: OPENER_KEYWORDS,
  },
  {
    view: 'system',
    syntax: 'acl name <name:new acl 1-64> { link | ucl | user } [ number <number:new acl 4-5> ]',
    opens: 'acl-other',
    summary: {
      en: 'Creates or opens a named ACL of another kind (layer 2, user).',
      'zh-cn': '创建或进入其他类型的命名 ACL（二层、用户等）。',
    },
  },
  {
    view: 'system',
    syntax:
      'acl ipv6 [ number ] <number:new acl 4-5> [ name <name:new acl 1-64> ] [ vpn-instance <vpn:ref vpn-instance> ] ' +
      '[ match-order { auto | config } ]',
    opens: 'acl-advanced',
    summary: {
      en: 'Creates or opens an IPv6 ACL: 2000-2999 basic, 3000-3999 advanced.',
      'zh-cn': '创建或进入 IPv6 ACL：2000～2999 为基本 ACL，3000～3999 为高级 ACL。',
    },
    arguments: OPENER_ARGUMENTS,
    keywords: OPENER_KEYWORDS,
  },
  {
    view: 'system',
    syntax:
      'acl ipv6 name <name:new acl 1-64> [ advance ] [ [ number ] <number:new acl 4-5> ] [ match-order { auto | config } ]',
    opens: 'acl-advanced',
    summary: { en: 'Creates or opens an IPv6 ACL by name.', 'zh-cn': '创建或进入命名的 IPv6 ACL。' },
    arguments: OPENER_ARGUMENTS,
    keywords: OPENER_KEYWORDS,
  },
  {
    view: 'system',
    syntax:
      'acl ipv6 name <name:new acl 1-64> basic [ number <number:new acl 4-5> ] [ match-order { auto | config } ]',
    opens: 'acl-basic',
    summary: { en: 'Creates or opens a basic IPv6 ACL by name.', 'zh-cn': '创建或进入命名的基本 IPv6 ACL。' },
    arguments: OPENER_ARGUMENTS,
    keywords: OPENER_KEYWORDS,
  },
  {
    view: 'acl-basic',
    syntax: `rule ${RULE_ID} { permit | deny } [ ${ADDRESS('source')} | ${COMMON} ] *`,
    undo: 'rule <id:integer 0-4294967294> [ <rest:text> ]',
    repeat: 'add',
    summary: {
      en: 'A rule of a basic ACL: permits or denies packets by their source address.',
      'zh-cn': '基本 ACL 规则：按源地址允许或拒绝报文。',
    },
    arguments: RULE_ARGUMENTS,
    keywords: RULE_KEYWORDS,
    sources: SOURCES,
  },
  {
    view: 'acl-basic',
    syntax: `rule ${RULE_ID} { permit | deny } ${ADDRESS6('source')} [ ${COMMON} ] *`,
    undo: 'rule <id:integer 0-4294967294> [ <rest:text> ]',
    repeat: 'add',
    summary: {
      en: 'A rule of a basic IPv6 ACL.',
      'zh-cn': '基本 IPv6 ACL 规则。',
    },
    arguments: RULE_ARGUMENTS,
    keywords: RULE_KEYWORDS,
  },
  {
    view: 'acl-advanced',
    syntax:
      `rule ${RULE_ID} { permit | deny } { ${PROTOCOLS} } [ ${ADDRESS('source')} | ${ADDRESS('destination')} | ` +
      `${PORT('source')} | ${PORT('destination')} | ${COMMON} | ${TRANSPORT} ] *`,
    undo: 'rule <id:integer 0-4294967294> [ <rest:text> ]',
    repeat: 'add',
    summary: {
      en: 'A rule of an advanced ACL. In a security ACL a permit rule names a flow that the tunnel protects.',
      'zh-cn': '高级 ACL 规则。在安全 ACL 中，permit 规则指定由隧道保护的数据流。',
    },
    details: {
      en:
        '- Outbound: a packet that a permit rule matches is protected, one that a deny rule or no rule matches goes on in clear.\n' +
        '- The other end needs the mirrored rule: source and destination exchanged. IKEv1 asks for the same flow on both ends, IKEv2 ' +
        'can narrow to what both have in common.\n' +
        '- Every permit rule is a flow of its own with its own pair of SAs.\n' +
        '- The mask is a wildcard: 0.0.0.255 for a /24, 0 for one host.\n' +
        '- Where NAT and an IPsec policy stand on one AR interface, NAT comes first: exempt the flow from NAT with a deny rule in the ' +
        'ACL of `nat outbound`.',
      'zh-cn':
        '- 出方向：匹配 permit 规则的报文受保护；匹配 deny 规则或不匹配任何规则的报文按明文转发。\n' +
        '- 对端需要镜像规则：源和目的互换。IKEv1 要求两端数据流一致，IKEv2 可以取两端的交集。\n' +
        '- 每条 permit 规则是一条独立的数据流，对应一对独立的 SA。\n' +
        '- 掩码是通配符：/24 写作 0.0.0.255，单个主机写作 0。\n' +
        '- 若 AR 的同一接口上既有 NAT 又有 IPsec 安全策略，则先做 NAT：需在 `nat outbound` 的 ACL 中用 deny 规则排除该数据流。',
    },
    arguments: RULE_ARGUMENTS,
    keywords: RULE_KEYWORDS,
    causes: [
      'flow or peer mismatch',
      'flow confict',
      'phase2 proposal or pfs mismatch',
      'flow overlap',
      'kick old sa with same flow',
    ],
    sources: SOURCES,
  },
  {
    view: 'acl-advanced',
    syntax:
      `rule ${RULE_ID} { permit | deny } { ${PROTOCOLS6} } [ ${ADDRESS6('source')} | ${ADDRESS6('destination')} | ` +
      `${PORT('source')} | ${PORT('destination')} | ${COMMON} | tcp-flag { ack | established | fin | psh | rst | syn | urg } * | ` +
      'icmp6-type { <icmpType:integer 0-255> [ <icmpCode:integer 0-255> ] | <icmpName:string> } ] *',
    undo: 'rule <id:integer 0-4294967294> [ <rest:text> ]',
    repeat: 'add',
    summary: {
      en: 'A rule of an advanced IPv6 ACL.',
      'zh-cn': '高级 IPv6 ACL 规则。',
    },
    arguments: RULE_ARGUMENTS,
    keywords: RULE_KEYWORDS,
    sources: ['CloudEngine and S-series V600 command reference, rule (advanced ACL6 view)'],
  },
  ...aclCommonCommands,
  ...plainLines('acl-other', ['rule <rest:text>']),
];
