import type { CommandDefinition } from './types';

/** NAT, VRRP, DHCP and access to the device itself, on an interface. */
export const interfaceServiceCommands: readonly CommandDefinition[] = [
  {
    view: 'interface',
    syntax:
      'nat outbound <acl:ref acl> [ address-group <group:integer 0-255> [ no-pat ] | interface <interface:interface> ]',
    repeat: 'add',
    summary: {
      en: 'Translates the source address of outgoing packets that the ACL permits (routers).',
      'zh-cn': '对 ACL 允许的出方向报文做源地址转换（路由器）。',
    },
    details: {
      en:
        'NAT comes before IPsec: a flow that should go into a tunnel must not match here, or the security ACL no longer sees its ' +
        'original source. Put a `deny` rule for the flow before the `permit` rule of this ACL.',
      'zh-cn':
        'NAT 先于 IPsec 处理：需要进入隧道的数据流不能匹配此 ACL，否则安全 ACL 看到的源地址已被转换。应在该 ACL 的 `permit` 规则之前用 `deny` 规则排除该数据流。',
    },
    arguments: {
      acl: {
        text: {
          en: 'Basic or advanced ACL of the flows to translate.',
          'zh-cn': '指定需要转换的数据流的 ACL。',
        },
      },
    },
    products: ['ar-v200', 'ar-v300', 'vrp8', 's-series', 'quidway'],
    sources: ['Huawei forum, IPsec and NAT on one AR interface'],
  },
  {
    view: 'interface',
    syntax: 'nat server <mapping:text>',
    repeat: 'add',
    summary: {
      en: 'Makes an inside server reachable under an outside address. A mapping of UDP 500 or 4500 takes IKE away from the device.',
      'zh-cn': '将内网服务器映射到外部地址。若映射了 UDP 500 或 4500 端口，设备自身将收不到 IKE 报文。',
    },
  },
  {
    view: 'interface',
    syntax: 'nat static <mapping:text>',
    repeat: 'add',
    summary: {
      en: 'Maps an inside address to an outside one, one to one.',
      'zh-cn': '配置一对一的静态地址映射。',
    },
  },
  {
    view: 'interface',
    syntax:
      'nat bind acl { <acl:ref acl> | name <aclName:ref acl> } instance <instance:string 1-31> [ <rest:text> ]',
    repeat: 'add',
    summary: {
      en: 'Hands the packets that the ACL permits to a NAT instance (VRP8).',
      'zh-cn': '将 ACL 允许的报文交给 NAT 实例处理（VRP8）。',
    },
    products: ['vrp8'],
  },
  {
    view: 'interface',
    syntax: 'nat enable',
    summary: { en: 'Switches NAT on for the interface.', 'zh-cn': '使能接口的 NAT 功能。' },
  },
  {
    view: 'interface',
    syntax:
      'vrrp vrid <vrid:integer 1-255> virtual-ip <address:ipv4> [ <mask:mask> ] [ active | standby | master | slave ]',
    repeat: 'add',
    summary: {
      en: 'Virtual router address that a pair of devices shares. In hot standby the tunnel must end on it, not on the interface address.',
      'zh-cn': '配置 VRRP 虚拟地址。双机热备时，隧道应终结在虚拟地址上，而不是接口地址上。',
    },
    arguments: {
      vrid: { text: { en: 'Number of the VRRP group.', 'zh-cn': 'VRRP 备份组号。' } },
    },
  },
  {
    view: 'interface',
    syntax: 'vrrp vrid <vrid:integer 1-255> priority <priority:integer 1-254>',
    repeat: 'add',
    summary: {
      en: 'Priority in the VRRP group: the highest one is the master.',
      'zh-cn': '配置设备在 VRRP 备份组中的优先级，值最大者为主。',
    },
  },
  {
    view: 'interface',
    syntax:
      'vrrp vrid <vrid:integer 1-255> track { interface <interface:interface> | nqa <admin:string 1-32> <test:ref nqa> | ' +
      'bfd-session { <session:integer 1-8191> | session-name <sessionName:ref bfd-session> } | ip route <route:ipv4> <mask:mask> } ' +
      '[ increased <up:integer 1-255> | reduced <down:integer 1-255> | link | peer ]',
    repeat: 'add',
    summary: {
      en: 'Changes the VRRP priority with the state of an interface, a test or a session.',
      'zh-cn': '根据接口、NQA 或 BFD 的状态调整 VRRP 优先级。',
    },
  },
  {
    view: 'interface',
    syntax:
      'vrrp vrid <vrid:integer 1-255> authentication-mode { simple | md5 } [ plain | cipher ] <key:secret>',
    repeat: 'add',
    summary: { en: 'Authenticates VRRP packets.', 'zh-cn': '配置 VRRP 报文的认证。' },
  },
  {
    view: 'interface',
    syntax:
      'vrrp vrid <vrid:integer 1-255> { preempt-mode | timer | version-3 | backup-forward } [ <rest:text> ]',
    repeat: 'add',
    summary: { en: 'Timers and preemption of a VRRP group.', 'zh-cn': '配置 VRRP 备份组的抢占和定时器。' },
  },
  {
    view: 'interface',
    syntax: 'vrrp6 vrid <vrid:integer 1-255> <rest:text>',
    repeat: 'add',
    summary: { en: 'VRRP for IPv6.', 'zh-cn': '配置 IPv6 VRRP。' },
  },
  {
    view: 'interface',
    syntax: 'service-manage { http | https | ping | ssh | snmp | telnet | netconf | all } { permit | deny }',
    repeat: 'add',
    summary: {
      en: 'Lets this kind of access to the firewall itself in, whatever the security policies say.',
      'zh-cn': '允许或拒绝通过该接口以此方式访问防火墙自身，优先于安全策略。',
    },
    details: {
      en: 'IKE and ESP are not among them: a security policy between the zone of the interface and the zone `local` must permit them.',
      'zh-cn': '不包括 IKE 和 ESP：需由接口所在区域与 `local` 区域之间的安全策略放行。',
    },
    products: ['usg'],
  },
  {
    view: 'interface',
    syntax: 'service-manage enable',
    summary: {
      en: 'Lets the `service-manage` lines of the interface take effect.',
      'zh-cn': '使能接口的访问控制管理功能。',
    },
    products: ['usg'],
  },
  {
    view: 'interface',
    syntax: 'dhcp select { global | interface | relay | server | none }',
    summary: {
      en: 'Where DHCP clients behind the interface get their address from.',
      'zh-cn': '配置接口下 DHCP 客户端获取地址的方式。',
    },
  },
  {
    view: 'interface',
    syntax: 'dhcp server ip-range <from:ipv4> <to:ipv4>',
    repeat: 'add',
    summary: { en: 'Addresses that the interface hands out.', 'zh-cn': '接口地址池可分配的地址范围。' },
  },
  {
    view: 'interface',
    syntax: 'dhcp server dns-list <servers:ip>+',
    summary: { en: 'DNS servers handed out to DHCP clients.', 'zh-cn': '分配给 DHCP 客户端的 DNS 服务器。' },
  },
  {
    view: 'interface',
    syntax: 'dhcp server excluded-ip-address <from:ipv4> [ <to:ipv4> ]',
    repeat: 'add',
    summary: { en: 'Addresses that are not handed out.', 'zh-cn': '不参与自动分配的地址。' },
  },
  {
    view: 'interface',
    syntax: 'dhcp relay server-ip <server:ipv4>',
    repeat: 'add',
    summary: { en: 'The DHCP server that a relay asks.', 'zh-cn': 'DHCP 中继指向的服务器地址。' },
  },
  {
    view: 'interface',
    syntax: 'remote address { <address:ipv4> | pool [ <pool:string 1-64> ] | service-scheme }',
    summary: {
      en: 'Address given to the PPP peer (L2TP over IPsec).',
      'zh-cn': '为 PPP 对端分配的地址（L2TP over IPsec）。',
    },
  },
  {
    view: 'interface',
    syntax:
      'ppp authentication-mode { pap | chap | ms-chap-v1 | ms-chap-v2 | eap } * [ domain <domain:ref aaa-domain> ] [ <rest:text> ]',
    summary: { en: 'How the PPP peer is authenticated.', 'zh-cn': '配置对 PPP 对端的认证方式。' },
  },
  {
    view: 'interface',
    syntax: 'ppp chap password { cipher | simple } <password:secret>',
    summary: { en: 'Password of the own side for CHAP.', 'zh-cn': '本端 CHAP 认证密码。' },
  },
  {
    view: 'interface',
    syntax: 'ppp chap user <user:string 1-64>',
    summary: { en: 'User name of the own side for CHAP.', 'zh-cn': '本端 CHAP 认证用户名。' },
  },
  {
    view: 'interface',
    syntax: 'ppp pap local-user <user:string 1-64> password { cipher | simple } <password:secret>',
    summary: {
      en: 'User name and password of the own side for PAP.',
      'zh-cn': '本端 PAP 认证用户名和密码。',
    },
  },
];
