import { shortCommand } from './plain';
import type { CommandDefinition } from './types';

const USG_PROFILE = 'USG6000E configuration guide, dc_cfg_ipsec_0020';
const USG_TUNNEL = 'USG6000E configuration guide, dc_cfg_ipsec_0106';
const FAULTS = 'Huawei IPSec Fault Cause Reference';

/** What binds IPsec to an interface, and the ends of a tunnel interface, in the order in which devices save them. */
export const ipsecInterfaceCommands: readonly CommandDefinition[] = [
  {
    view: 'interface',
    syntax:
      'tunnel-protocol { ipsec | gre [ p2mp ] | none | svpn | vxlan | nvgre | mpls te | ipv4-ipv6 | ipv6-ipv4 [ 6to4 | isatap | auto-tunnel ] | ' +
      'ipv6-ipv6 | ipv4-ipv4 }',
    summary: {
      en: 'What kind of tunnel the interface is. An IPsec profile stands on `ipsec` or on `gre`.',
      'zh-cn': '配置 Tunnel 接口的封装协议。IPsec 安全框架应用在 `ipsec` 或 `gre` 类型的 Tunnel 接口上。',
    },
    keywords: {
      ipsec: {
        en: 'Everything routed into the interface is protected by IPsec.',
        'zh-cn': 'IPsec：路由到该接口的报文均受 IPsec 保护。',
      },
      gre: {
        en: 'GRE; with an IPsec profile or policy, GRE over IPsec.',
        'zh-cn': 'GRE；配合 IPsec 安全框架或安全策略即 GRE over IPsec。',
      },
      p2mp: { en: 'Many peers on one interface (DSVPN).', 'zh-cn': '点到多点（DSVPN）。' },
    },
    sources: [USG_TUNNEL, USG_PROFILE],
  },
  {
    view: 'interface',
    syntax: 'source [ vpn-instance <vpn:ref vpn-instance> ] { <address:ip> | <interface:interface> }',
    summary: {
      en: 'This end of the tunnel: an address, or an interface whose address is taken. The other end has it as destination.',
      'zh-cn': '配置隧道的源地址或源接口，须与对端的目的地址一致。',
    },
    details: {
      en: 'With an IPsec profile it is the local address of IKE; `tunnel local` does not count there.',
      'zh-cn': '应用 IPsec 安全框架时，源地址即 IKE 本端地址，`tunnel local` 不生效。',
    },
    causes: ['local address mismatch', 'peer address mismatch'],
    sources: [USG_PROFILE],
  },
  {
    view: 'interface',
    syntax:
      'destination [ vpn-instance <vpn:ref vpn-instance> ] { <address:ip> | host-name <host:string 1-254> }',
    summary: {
      en: 'The other end of the tunnel: its source address.',
      'zh-cn': '配置隧道的目的地址，须与对端的源地址一致。',
    },
    details: {
      en:
        'With an IPsec profile it goes before `remote-address` of the IKE peer; where both stand they must be equal. For redundant peers leave ' +
        'it out.',
      'zh-cn':
        '应用 IPsec 安全框架时优先于 IKE 对等体的 `remote-address`；两者都配置时必须相同。需要对端冗余时不要配置。',
    },
    causes: ['peer address mismatch', 'flow or peer mismatch'],
    sources: [USG_PROFILE, `${FAULTS}, peer address mismatch`],
  },
  {
    view: 'interface',
    syntax:
      'ipsec policy <policy:ref ipsec-policy> [ alone | master | slave | public | auto-neg | service-instance-group <group:string 1-31> ]',
    summary: {
      en: 'Applies an IPsec policy group. Packets that leave by this interface are compared with the ACLs of its entries.',
      'zh-cn': '应用 IPsec 安全策略组。从该接口发出的报文依次匹配各安全策略的 ACL。',
    },
    details: {
      en:
        '- One group per interface; entries are tried by ascending number. What no ACL permits leaves in clear.\n' +
        '- VRP8: on Tunnel interfaces only, with a service instance group; one interface per group, and the entries cannot be added to or ' +
        'removed while it is applied.\n' +
        '- With a shared policy (`ipsec policy … shared local-interface`) several interfaces carry the same group.\n' +
        '- To take it off deletes the SAs.',
      'zh-cn':
        '- 每个接口只能应用一个安全策略组，按序号从小到大匹配；未被任何 ACL 允许的报文以明文发送。\n' +
        '- VRP8：只能应用在 Tunnel 接口，需指定业务实例组；一个策略组只能应用到一个接口，应用期间不能增删其中的安全策略。\n' +
        '- 配置为共享策略组（`ipsec policy … shared local-interface`）后可应用到多个接口。\n' +
        '- 取消应用会删除 SA。',
    },
    keywords: {
      public: {
        en: 'For a virtual system that uses the public interface of the root system (USG).',
        'zh-cn': '虚拟系统使用根系统的公网接口（USG）。',
      },
      'auto-neg': {
        en: 'Negotiates at once (old releases; today `sa trigger-mode auto`).',
        'zh-cn': '自动触发协商（旧版本，现为 `sa trigger-mode auto`）。',
      },
      'service-instance-group': {
        en: 'The service instance group that does the work (VRP8).',
        'zh-cn': '指定处理 IPsec 的业务实例组（VRP8）。',
      },
    },
    causes: ['no policy applied on interface', 'config modify or manual offline', 'flow or peer mismatch'],
    sources: [
      'USG6000E command reference, ipsec policy (interface view)',
      'NetEngine 8000 F1A command reference, ipsec policy',
      `${FAULTS}, no policy applied on interface`,
    ],
  },
  {
    view: 'interface',
    syntax: 'ipsec profile <profile:ref ipsec-profile> [ shared ]',
    summary: {
      en: 'Applies an IPsec profile: everything routed into this tunnel interface is protected by one tunnel.',
      'zh-cn': '应用 IPsec 安全框架：路由到该 Tunnel 接口的所有流量由一条 IPsec 隧道保护。',
    },
    details: {
      en:
        'Only on tunnel interfaces (`gre`, `ipsec`, mGRE). Several tunnel interfaces with one source address are told apart by the address of ' +
        'the peer, or by its identity with IKEv1 aggressive mode only.',
      'zh-cn':
        '只能应用在 Tunnel 接口（`gre`、`ipsec`、mGRE）。多个 Tunnel 接口使用同一源地址时，按对端地址区分；仅 IKEv1 野蛮模式支持按对端 ID 区分。',
    },
    causes: ['no policy applied on interface', 'peer address mismatch', 'nhrp notify'],
    sources: [USG_PROFILE, USG_TUNNEL],
  },
  {
    view: 'interface',
    syntax: 'ipsec efficient-vpn <policy:ref ipsec-efficient-vpn>',
    summary: {
      en: 'Applies an Efficient VPN policy: this interface is the branch’s end of the tunnel.',
      'zh-cn': '应用 Efficient VPN 策略，该接口作为分支端的隧道出接口。',
    },
    products: ['ar-v200', 'ar-v300', 's-series'],
    sources: ['AR V300 configuration examples, Efficient VPN', 'AR V200R003 online help'],
  },
  shortCommand(
    'interface',
    'binding tunnel { gre | ipsec }',
    'Lends the address of the interface to tunnels. The device writes it where an IPsec policy or a tunnel borrows the address.',
    '将接口地址借用给隧道。IPsec 安全策略或隧道借用该接口地址时由设备自动生成。',
    { products: ['vrp8'], sources: ['NE40E V800 configuration guide, Configuring an IPsec Policy'] },
  ),
];
