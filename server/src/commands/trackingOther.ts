import { plainLines } from './plain';
import type { CommandDefinition } from './types';

const NEXT_HOP =
  '{ <nextHop:ipv4> | <interface:interface> [ <nextHop:ipv4> | dhcp ] | vpn-instance <nextVpn:ref vpn-instance> [ <nextHop:ipv4> ] | public }';
const ROUTE_OPTIONS =
  'preference <preference:integer 1-255> | tag <tag:integer 1-4294967295> | cost <cost:integer> | ' +
  'track nqa <nqaAdmin:string 1-32> <nqa:ref nqa> | track bfd-session { cfg-name <bfdName:ref bfd-session> | <bfd:ref bfd-session> } | ' +
  'track ip-link <ipLink:string> | track efm-state <efm:interface> | track { healthcheck | vrrp | ipsec } <tracked:string> | ' +
  'detect-group <group:integer> | bfd enable | permanent | inherit-cost | no-advertise | no-install | relay | inter-protocol-ecmp | ' +
  'description <description:text>';

/** Routes, VPN instances and what else decides by which way a packet reaches the tunnel. */
export const trackingOtherCommands: readonly CommandDefinition[] = [
  {
    view: 'system',
    syntax: `ip route-static <destination:ipv4> <mask:mask> ${NEXT_HOP} [ ${ROUTE_OPTIONS} ] *`,
    repeat: 'add',
    summary: {
      en: 'A static route. Packets for the network behind the peer must leave by the interface that carries the IPsec policy, or by the tunnel interface.',
      'zh-cn': '静态路由。去往对端身后网段的报文必须从应用了 IPsec 安全策略的接口（或 Tunnel 接口）发出。',
    },
    details: {
      en: 'With an IPsec policy two routes are needed: to the peer itself, and to the network behind it by the same interface. A default route does both.',
      'zh-cn':
        '使用 IPsec 安全策略时需要两条路由：到对端地址的路由，以及经同一接口到对端身后网段的路由。一条缺省路由即可同时满足。',
    },
    arguments: {
      destination: {
        text: {
          en: 'Network; `0.0.0.0` with mask `0` is the default route.',
          'zh-cn': '目的网段；`0.0.0.0` 加掩码 `0` 为缺省路由。',
        },
      },
      preference: {
        text: {
          en: 'The smaller, the better. Two routes with different preferences are main and backup.',
          'zh-cn': '优先级，值越小越优先；优先级不同的两条路由互为主备。',
        },
      },
    },
    keywords: {
      track: {
        en: 'The route stays only while the test or session is up.',
        'zh-cn': '仅当联动的测试或会话正常时路由有效。',
      },
    },
  },
  {
    view: 'system',
    syntax: `ip route-static vpn-instance <vpn:ref vpn-instance> <destination:ipv4> <mask:mask> ${NEXT_HOP} [ ${ROUTE_OPTIONS} ] *`,
    repeat: 'add',
    summary: {
      en: 'A static route of a VPN instance.',
      'zh-cn': 'VPN 实例的静态路由。',
    },
    keywords: {
      public: {
        en: 'The next hop lies outside any VPN instance.',
        'zh-cn': '下一跳位于公网。',
      },
    },
  },
  {
    view: 'system',
    syntax: 'ip vpn-instance <name:new vpn-instance 1-31>',
    opens: 'vpn-instance',
    summary: {
      en: 'Creates or opens a VPN instance: a routing table of its own.',
      'zh-cn': '创建或进入 VPN 实例（独立的路由表）。',
    },
  },
  { view: 'vpn-instance', syntax: 'ipv4-family [ unicast ]', opens: 'vpn-instance' },
  { view: 'vpn-instance', syntax: 'ipv6-family [ unicast ]', opens: 'vpn-instance' },
  {
    view: 'vpn-instance',
    syntax: 'route-distinguisher <rd:string 3-21>',
    summary: { en: 'Makes the routes of the instance unique.', 'zh-cn': '配置 VPN 实例的 RD。' },
  },
  {
    view: 'vpn-instance',
    syntax: 'vpn-target <targets:string 3-21>+ [ both | export-extcommunity | import-extcommunity ]',
    repeat: 'add',
    summary: { en: 'Which routes the instance shares.', 'zh-cn': '配置 VPN 实例的 VPN Target。' },
  },
  ...plainLines('vpn-instance', [
    'apply-label per-instance [ <rest:text> ]',
    'apply-label per-route',
    'routing-table limit <rest:text>',
    'prefix limit <rest:text>',
    'import route-policy <policy:string>',
    'export route-policy <policy:string>',
    'tnl-policy <policy:string>',
    'ttl-mode <rest:text>',
    'vxlan vni <vni:integer>',
    'evpn <rest:text>',
    'route-trace <rest:text>',
    'service-id <id:integer>',
    'description <description:text>',
  ]),
  ...plainLines('system', [
    'ip route-static { default-preference | default-bfd | selection-rule | frr | arp-vlink-direct-route | track } [ <rest:text> ]',
    'ip route-static bfd <interface:interface> <rest:text>',
    'ip route-static bfd <peer:ipv4> <rest:text>',
    'ipv6 route-static { <destination:prefix> | <destination6:ipv6> <length:integer 0-128> | vpn-instance <vpn:ref vpn-instance> } <rest:text>',
    'nqa { agent | jitter | server | upload | threshold | schedule } [ <rest:text> ]',
    'nqa-jitter tag-version <version:integer>',
    'nqa-server { tcpconnect | udpecho | enable | icmp-server } [ <rest:text> ]',
    'ip-link check enable',
    'vrrp { gratuitous-arp | recover-delay | un-check | arp | version | ping-enable | virtual-ip | track } [ <rest:text> ]',
  ]),
  {
    view: 'system',
    syntax: 'ip-link name <name:string 1-32> [ vpn-instance <vpn:ref vpn-instance> ]',
    opens: 'free',
  },
];
