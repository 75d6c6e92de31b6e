import { plainLines } from './plain';
import type { CommandDefinition } from './types';

/** Address pools: DHCP servers, and the addresses that IKE hands to remote users. */
export const ipPoolCommands: readonly CommandDefinition[] = [
  {
    view: 'system',
    syntax: 'ip pool <name:new ip-pool 1-128> [ bas { local | remote | server } | server ]',
    opens: 'ip-pool',
    summary: {
      en: 'Creates or opens an address pool, for DHCP clients or for remote users of IPsec and L2TP.',
      'zh-cn': '创建或进入地址池，用于 DHCP 客户端或 IPsec、L2TP 远端用户。',
    },
    causes: ['ip assigned fail'],
  },
  {
    view: 'ip-pool',
    syntax: 'network <network:ipv4> [ mask <mask:mask> ]',
    summary: { en: 'The network whose addresses the pool hands out.', 'zh-cn': '地址池可分配的网段。' },
    causes: ['ip assigned fail'],
  },
  {
    view: 'ip-pool',
    syntax: 'section <section:integer 0-255> <from:ipv4> [ <to:ipv4> ]',
    repeat: 'add',
    summary: { en: 'A range of addresses that the pool hands out.', 'zh-cn': '地址池中的一个地址段。' },
    causes: ['ip assigned fail'],
  },
  {
    view: 'ip-pool',
    syntax: 'gateway-list <gateways:ipv4>+',
    summary: {
      en: 'Gateway that clients are told. It is not handed out as an address.',
      'zh-cn': '分配给客户端的网关地址，该地址不参与分配。',
    },
  },
  {
    view: 'ip-pool',
    syntax: 'gateway <gateway:ipv4> <mask:mask>',
    summary: { en: 'Gateway and network of the pool (VRP8).', 'zh-cn': '地址池的网关和网段（VRP8）。' },
    products: ['vrp8'],
  },
  {
    view: 'ip-pool',
    syntax: 'excluded-ip-address <from:ipv4> [ <to:ipv4> ]',
    repeat: 'add',
    summary: { en: 'Addresses that are not handed out.', 'zh-cn': '不参与自动分配的地址。' },
  },
  {
    view: 'ip-pool',
    syntax:
      'lease { unlimited | day <days:integer 0-999> [ hour <hours:integer 0-23> [ minute <minutes:integer 0-59> [ second <seconds:integer 0-59> ] ] ] | ' +
      '<leaseDays:integer 0-999> [ <leaseHours:integer 0-23> [ <leaseMinutes:integer 0-59> ] ] }',
    summary: { en: 'How long a client may keep an address.', 'zh-cn': '地址租期。' },
  },
  {
    view: 'ip-pool',
    syntax: 'dns-list <servers:ip>+',
    summary: { en: 'DNS servers for the clients.', 'zh-cn': '分配给客户端的 DNS 服务器。' },
  },
  {
    view: 'ip-pool',
    syntax: 'vpn-instance <vpn:ref vpn-instance>',
    summary: { en: 'VPN instance of the pool.', 'zh-cn': '地址池所属的 VPN 实例。' },
  },
  {
    view: 'ip-pool',
    syntax: 'static-bind ip-address <address:ipv4> mac-address <mac:string 1-17> [ <rest:text> ]',
    repeat: 'add',
    summary: { en: 'Always gives this client the same address.', 'zh-cn': '为指定客户端静态绑定地址。' },
  },
  ...plainLines('ip-pool', [
    'dns-server <servers:ip>+ [ secondary ]',
    'domain-name <name:string>',
    'dns-suffix <name:string>',
    'nbns-list <servers:ipv4>+',
    'netbios-name-server <servers:ipv4>+',
    'netbios-type { b-node | h-node | m-node | p-node }',
    'option <code:integer 1-254> <rest:text>',
    'option121 <rest:text>',
    'option184 <rest:text>',
    'next-server <server:ipv4>',
    'bootfile <file:string>',
    'sname <name:string>',
    'sip-server <rest:text>',
    'import all',
    'lock',
    'logging [ <rest:text> ]',
    'conflict auto-recycle <rest:text>',
    'alarm ip-used percentage <rest:text>',
    'export host-route <rest:text>',
    'force insert option <rest:text>',
    'rent-mode <rest:text>',
    'description <description:text>',
  ]),
];
