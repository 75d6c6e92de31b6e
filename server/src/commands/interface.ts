import { interfaceOtherCommands } from './interfaceOther';
import { interfaceServiceCommands } from './interfaceServices';
import type { CommandDefinition } from './types';

/** The opener of interface views and what every interface knows; tunnels and IPsec bindings stand with the IPsec commands. */
export const interfaceCommands: readonly CommandDefinition[] = [
  {
    view: 'system',
    syntax: 'interface <name:interface> [ mode l2 | p2p | p2mp ]',
    opens: 'interface',
    summary: {
      en: 'Opens an interface, and creates it if it is a logical one (Tunnel, LoopBack, Vlanif, sub-interface …).',
      'zh-cn': '进入接口视图；对于逻辑接口（Tunnel、LoopBack、Vlanif、子接口等），同时创建该接口。',
    },
    arguments: {
      name: {
        text: {
          en: 'Type and number, in one word or two, abbreviated or not: `GigabitEthernet0/0/1`, `g 0/0/1`.',
          'zh-cn': '接口类型和编号，可写成一个或两个词，也可缩写：`GigabitEthernet0/0/1`、`g 0/0/1`。',
        },
      },
    },
  },
  {
    view: 'interface',
    syntax: 'ip address <address:ipv4> <mask:mask>',
    summary: {
      en: 'The primary IPv4 address. An IPsec policy without a local address of its own takes this one as its end of the tunnel.',
      'zh-cn': '配置接口的主 IPv4 地址。IPsec 安全策略未指定本端地址时，以该地址作为隧道本端地址。',
    },
    arguments: {
      mask: { text: { en: 'Subnet mask or its length.', 'zh-cn': '子网掩码或掩码长度。' } },
    },
    causes: ['peer address mismatch', 'local address mismatch'],
    sources: ['S-series command reference, ip address'],
  },
  {
    view: 'interface',
    syntax: 'ip address <address:ipv4> <mask:mask> sub',
    repeat: 'add',
    summary: {
      en: 'A further IPv4 address. IPsec does not take it by itself: name it as the local address where it is meant.',
      'zh-cn': '配置接口的从 IPv4 地址。IPsec 不会自动使用该地址，需要时应显式指定为本端地址。',
    },
  },
  {
    view: 'interface',
    syntax: 'ip address dhcp-alloc',
    summary: {
      en: 'The interface gets its IPv4 address from a DHCP server. The peer cannot know it in advance and needs a policy template.',
      'zh-cn': '接口通过 DHCP 获取 IPv4 地址。对端无法预知该地址，通常需要使用策略模板。',
    },
  },
  {
    view: 'interface',
    syntax: 'ip address ppp-negotiate',
    summary: {
      en: 'The interface gets its IPv4 address from the PPP peer (PPPoE dial-up).',
      'zh-cn': '接口通过 PPP 协商从对端获取 IPv4 地址（如 PPPoE 拨号）。',
    },
  },
  {
    view: 'interface',
    syntax: 'ip address unnumbered interface <interface:interface>',
    summary: {
      en: 'The interface borrows the address of another one, often a Tunnel that of the public interface or of a LoopBack.',
      'zh-cn': '借用其他接口的地址，例如 Tunnel 接口借用公网接口或 LoopBack 接口的地址。',
    },
  },
  {
    view: 'interface',
    syntax:
      'ipv6 address { <prefix:prefix> | <address:ipv6> <length:integer 1-128> } [ eui-64 | anycast | cga ]',
    repeat: 'add',
    summary: { en: 'A global IPv6 address.', 'zh-cn': '配置全球单播 IPv6 地址。' },
  },
  {
    view: 'interface',
    syntax: 'ipv6 address <address:ipv6> link-local',
    summary: { en: 'The link-local IPv6 address.', 'zh-cn': '配置链路本地 IPv6 地址。' },
  },
  {
    view: 'interface',
    syntax: 'ipv6 address auto { global | link-local | dhcp }',
    summary: { en: 'The device makes an IPv6 address by itself.', 'zh-cn': '自动生成 IPv6 地址。' },
  },
  {
    view: 'interface',
    syntax: 'ipv6 enable',
    summary: { en: 'Switches IPv6 on.', 'zh-cn': '使能接口的 IPv6 功能。' },
  },
  {
    view: 'interface',
    syntax: 'shutdown',
    summary: {
      en: 'Switches the interface off. No tunnel comes up over it.',
      'zh-cn': '关闭接口。经由该接口的隧道无法建立。',
    },
  },
  {
    view: 'interface',
    syntax: 'description <description:text>',
    summary: { en: 'Describes the interface for the reader.', 'zh-cn': '配置接口描述信息。' },
  },
  {
    view: 'interface',
    syntax: 'alias <alias:text>',
    summary: {
      en: 'Second name of the interface, shown in the web UI (firewalls).',
      'zh-cn': '接口别名，显示在 Web 界面中（防火墙）。',
    },
    products: ['usg'],
  },
  {
    view: 'interface',
    syntax: 'ip binding vpn-instance <vpn:ref vpn-instance>',
    summary: {
      en: 'Puts the interface into a VPN instance. The device then deletes the addresses of the interface: bind first, address second.',
      'zh-cn': '将接口绑定到 VPN 实例。绑定后接口上已有的地址会被清除，应先绑定再配置地址。',
    },
    details: {
      en: 'For IKE on this interface the peer must name the instance too (`remote-address vpn-instance …`, `sa binding vpn-instance …`).',
      'zh-cn':
        '在该接口上使用 IKE 时，对等体也要指定 VPN 实例（`remote-address vpn-instance …`、`sa binding vpn-instance …`）。',
    },
  },
  {
    view: 'interface',
    syntax: 'mtu <mtu:integer 46-16352> [ spread ]',
    summary: {
      en: 'Largest IP packet that leaves the interface unfragmented. IPsec adds up to some 80 bytes to a packet.',
      'zh-cn': '接口发送报文时不分片的最大 IP 报文长度。IPsec 封装最多使报文增大约 80 字节。',
    },
    arguments: {
      mtu: { text: { en: 'Size of a packet.', 'zh-cn': '报文长度。' }, unit: 'bytes' },
    },
    causes: ['fragment packet limit', 'fragment packet reassemble timeout'],
  },
  {
    view: 'interface',
    syntax: 'tcp adjust-mss <mss:integer 128-2048>',
    summary: {
      en: 'Lowers the segment size that TCP connections over this interface agree on, so that packets still fit after IPsec is added.',
      'zh-cn': '调整经过该接口的 TCP 连接协商的 MSS，使报文加上 IPsec 封装后仍不超过 MTU。',
    },
    arguments: {
      mss: { text: { en: 'Largest TCP segment.', 'zh-cn': 'TCP 最大报文段长度。' }, unit: 'bytes' },
    },
  },
  {
    view: 'interface',
    syntax: 'link-protocol { ppp | hdlc | fr | lapb | x25 | sdlc }',
    summary: { en: 'Link layer protocol of a serial interface.', 'zh-cn': '配置串口的链路层协议。' },
  },
  {
    view: 'interface',
    syntax: 'zone <zone:string 1-32>',
    summary: {
      en: 'Puts the interface into a security zone of the router firewall (AR).',
      'zh-cn': '将接口加入安全区域（AR 路由器防火墙）。',
    },
    products: ['ar-v200', 'ar-v300'],
  },
  {
    view: 'interface',
    syntax: 'traffic-filter { inbound | outbound } [ ipv6 ] acl { <acl:ref acl> | name <aclName:ref acl> }',
    repeat: 'add',
    summary: {
      en: 'Filters packets by an ACL. Inbound it must let UDP 500, UDP 4500 and ESP of the peer through.',
      'zh-cn': '基于 ACL 过滤报文。入方向需放行对端的 UDP 500、UDP 4500 和 ESP 报文。',
    },
  },
  {
    view: 'interface',
    syntax: 'ip policy-based-route <policy:string 1-64>',
    summary: {
      en: 'Routes packets that come in here by a policy. It is asked before the routing table.',
      'zh-cn': '对入接口报文应用策略路由，优先于路由表。',
    },
  },
  ...interfaceServiceCommands,
  ...interfaceOtherCommands,
];
