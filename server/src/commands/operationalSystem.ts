import type { OperationalCommand } from './types';

function display(syntax: string, en: string, zhCn: string, sources?: readonly string[]): OperationalCommand {
  return {
    syntax: `display ${syntax}`,
    summary: { en, 'zh-cn': zhCn },
    where: 'any view',
    ...(sources ? { sources } : {}),
  };
}

/** Commands around IPsec: the device, its routes, certificates, users. */
export const systemOperationalCommands: readonly OperationalCommand[] = [
  display(
    'acl [ ipv6 ] { all | <number:integer 1-75535> | name <name:string 1-64> }',
    'ACL rules and how often each matched. Compare the security ACLs of both ends: they must mirror each other.',
    'ACL 规则及命中次数。比较两端的安全 ACL，应互为镜像。',
    ['IPSec fault cause reference', 'S1720-S6720 V200R011 command reference, ACL'],
  ),
  display('clock [ utc ]', 'Date, time and time zone.', '日期、时间和时区。', [
    'IPSec fault cause reference',
  ]),
  display(
    'pki certificate [ ca | local | ocsp ] [ realm <realm:string 1-64> | domain <domain:string 1-31> | filename <file:string 1-64> ]',
    'Certificates: issuer, subject, validity. Check that they have not expired and that issuer and CA fit together.',
    '证书信息：颁发者、主题和有效期。检查证书是否过期，以及颁发者与 CA 证书是否匹配。',
    ['IPSec fault cause reference', 'S-series V600 command reference, display pki certificate'],
  ),
  display(
    'pki certificate { default | enroll-status | filename | expire-prewarning | built-in-ca } [ <rest:text> ]',
    'Factory certificates, state of a request, files.',
    '出厂证书、申请状态和证书文件等。',
  ),
  display(
    'pki crl [ realm <realm:string 1-64> | domain <domain:string 1-31> | filename <file:string 1-64> | { memory | storage } [ <rest:text> ] ]',
    'Revocation lists and until when they are valid.',
    'CRL 的内容和有效期。',
    ['IPSec fault cause reference'],
  ),
  display(
    'pki { realm | domain | entity | ca-capability | peer-certificate | cert-req | credential-storage-path | cmp | ocsp | rsa | whitelist } [ <rest:text> ]',
    'PKI realms, entities and the like.',
    'PKI 域、实体等信息。',
  ),
  display(
    'rsa local-key-pair { public | brief } [ name <name:string> ]',
    'RSA key pairs of the device.',
    '设备的 RSA 密钥对。',
  ),
  display(
    'ip pool [ name <name:string 1-128> [ <rest:text> ] | interface <interface:string> [ <rest:text> ] | vpn-instance <vpn:string> ]',
    'Address pools: how many addresses are used and free.',
    '地址池信息：已用和空闲地址数。',
    ['IPSec fault cause reference'],
  ),
  display(
    'license [ verbose | usage | resource usage | state | esn | feature | <file:string> ]',
    'What the licence allows, the number of IPsec tunnels among it.',
    'License 信息，包括允许的 IPsec 隧道数。',
    ['IPSec fault cause reference'],
  ),
  display(
    'aaa { offline-record | abnormal-offline-record | online-fail-record | normal-offline-record } [ all | brief | domain <domain:string> | ' +
      'username <user:string> [ <rest:text> ] | user-id <id:integer> | interface <interface:interface> | ip-address <address:ip> [ <rest:text> ] | ' +
      'mac-address <mac:string> | time <rest:text> | access-type <type:string> | slot <slot:integer> ]',
    'Why users went offline or were refused.',
    '用户下线或上线失败的原因记录。',
    ['IPSec fault cause reference'],
  ),
  display(
    'aaa { configuration | statistics } [ <rest:text> ]',
    'AAA settings and counters.',
    'AAA 配置和统计。',
  ),
  display('access-user [ <rest:text> ]', 'Users that are logged in now.', '当前在线用户。'),
  display(
    '{ local-user | domain | authentication-scheme | service-scheme | manager-user } [ <rest:text> ]',
    'AAA users, domains and schemes.',
    'AAA 用户、域和方案。',
  ),
  display(
    'version [ slot <slot:integer> ]',
    'Model, software version and uptime.',
    '设备型号、软件版本和运行时间。',
  ),
  display('device [ <rest:text> ]', 'Boards and their state.', '单板及其状态。'),
  display('esn', 'Serial number of the device.', '设备序列号。'),
  display('patch-information', 'Patches that are loaded.', '补丁信息。'),
  display('startup', 'Files that the device starts from.', '启动文件信息。'),
  display('cpu-usage [ <rest:text> ]', 'Load of the processors.', 'CPU 占用率。'),
  display('memory-usage [ <rest:text> ]', 'Memory in use.', '内存占用率。'),
  display(
    'interface brief [ main | <rest:text> ]',
    'All interfaces: physical and protocol state, load.',
    '接口摘要：物理状态、协议状态和带宽利用率。',
  ),
  display(
    'interface [ <interface:interface> | <type:string> ] [ main ]',
    'State, addresses and counters of interfaces.',
    '接口状态、地址和统计。',
  ),
  display('interface description [ <interface:interface> ]', 'Descriptions of interfaces.', '接口描述信息。'),
  display(
    '{ ip | ipv6 } interface [ brief ] [ <interface:interface> ]',
    'Addresses of interfaces.',
    '接口地址摘要。',
  ),
  display(
    'ip routing-table [ vpn-instance <vpn:string 1-31> | all-vpn-instance ] [ <destination:ipv4> [ <mask:mask> ] [ longer-match ] | ' +
      'protocol <protocol:string> | statistics | <rest:text> ] [ verbose ]',
    'Routes. The one to the network behind the peer must leave by the interface of the tunnel.',
    '路由表。去往对端身后网段的路由，其出接口必须是隧道所在接口。',
  ),
  display('ipv6 routing-table [ <rest:text> ]', 'IPv6 routes.', 'IPv6 路由表。'),
  display('fib [ <rest:text> ]', 'Routes that forwarding uses.', '转发表。'),
  display('arp [ <rest:text> ]', 'Addresses of neighbours on the link.', 'ARP 表。'),
  display(
    'current-configuration [ configuration <what:text> | interface <interface:text> | all | inactive | simple | <filter:text> ]',
    'The configuration in force, whole or in part (`| section include ike`, `configuration ike`).',
    '当前生效的配置，可整体或部分显示（如 `| section include ike`、`configuration ike`）。',
  ),
  display(
    'saved-configuration [ last | time | configuration | <filter:text> ]',
    'The configuration that the device starts from.',
    '设备下次启动使用的配置。',
  ),
  display(
    'this [ include-default ] [ <filter:text> ]',
    'The configuration of the view one is in.',
    '当前视图的配置。',
  ),
  display('default-configuration', 'The factory configuration.', '出厂配置。'),
  display(
    'configuration { candidate | changes | commit | recover-result | sessions } [ <rest:text> ]',
    'Uncommitted and committed changes (VRP8).',
    '未提交和已提交的配置（VRP8）。',
  ),
  display(
    '{ logbuffer | trapbuffer | alarm | diagnostic-logfile } [ <rest:text> ]',
    'Logs and alarms. Look for IKE and IPSEC.',
    '日志和告警，可查找 IKE 和 IPSEC 相关内容。',
  ),
  display(
    'firewall { session | server-map | statistic | packet-filter } [ <rest:text> ]',
    'Sessions of the firewall. UDP 500, UDP 4500 and ESP sessions show that IKE packets arrive.',
    '防火墙会话。存在 UDP 500、UDP 4500 或 ESP 会话说明 IKE 报文已到达。',
  ),
  display(
    '{ security-policy | nat-policy | zone | nat | traffic-policy | policy-based-route } [ <rest:text> ]',
    'Policies, zones and NAT, with hit counters.',
    '安全策略、安全区域和 NAT 等，含命中计数。',
  ),
  display(
    'nqa { results | history | agent | reaction } [ <rest:text> ]',
    'Results of NQA tests.',
    'NQA 测试结果。',
  ),
  display(
    'bfd { session | configuration | statistics | interface } [ <rest:text> ]',
    'BFD sessions.',
    'BFD 会话信息。',
  ),
  display('vrrp [ <rest:text> ]', 'VRRP groups and who is master.', 'VRRP 备份组状态。'),
  display(
    'hrp { state | interface | configuration | statistic | history-information } [ <rest:text> ]',
    'State of hot standby.',
    '双机热备状态。',
  ),
  display('dhcp { server | client | relay | statistics } [ <rest:text> ]', 'State of DHCP.', 'DHCP 状态。'),
  display(
    'l2tp { tunnel | session | statistics } [ <rest:text> ]',
    'L2TP tunnels and sessions.',
    'L2TP 隧道和会话。',
  ),
  display(
    'dns { server | dynamic-host | configuration | domain } [ <rest:text> ]',
    'DNS settings and cache. A peer named by a domain must resolve.',
    'DNS 配置和缓存。以域名指定的对端必须能够解析。',
  ),
  display('{ ospf | bgp | isis | rip } [ <rest:text> ]', 'State of a routing protocol.', '路由协议状态。'),
  display(
    '{ vlan | mac-address | stp | eth-trunk | lldp } [ <rest:text> ]',
    'State of the switched network.',
    '二层网络状态。',
  ),
  display(
    '{ ntp-service | ntp } { status | sessions | statistics } [ <rest:text> ]',
    'Whether the clock is synchronized.',
    '时钟同步状态。',
  ),
  display(
    '{ users | ssh | history-command | time-range | tcp | udp | diagnostic-information | health | temperature | power | fan | elabel | sn | snmp-agent | radius-server | hwtacacs-server | tunnel-info | ip | ipv6 | user-manage | ip-link | track } [ <rest:text> ]',
    'Further state of the device.',
    '设备的其他状态信息。',
  ),
  {
    syntax: 'screen-length <lines:integer 0-512> [ temporary ]',
    summary: {
      en: 'Lines shown before the device waits for a key; 0 for no waiting.',
      'zh-cn': '分屏显示的行数，0 表示不分屏。',
    },
    where: 'user view',
  },
  {
    syntax:
      '{ dir | pwd | cd | copy | delete | rename | move | more | mkdir | rmdir | undelete | format | unzip | zip | ftp | tftp | telnet | stelnet | reboot | startup | ' +
      'compare | language-mode | super | lock | send | free | patch | license | schedule | upgrade | rollback | clear | refresh | test-aaa | nslookup | capture-packet | ' +
      'packet-capture | head | tail | idle-timeout } [ <rest:text> ]',
    summary: {
      en: 'File handling, restarts and other commands of the user view.',
      'zh-cn': '用户视图下的文件操作、重启等命令。',
    },
    where: 'user view',
  },
  {
    syntax:
      'reset { saved-configuration | recycle-bin | logbuffer | trapbuffer | counters | arp | firewall | nat | ospf | bgp | ip | dhcp | aaa | vrrp | session | l2tp | nqa | bfd | stp | pki | ' +
      'ssh | tcp | isis | hrp | dns | mac-address | access-user | factory-configuration } [ <rest:text> ]',
    summary: {
      en: 'Clears counters, tables or files.',
      'zh-cn': '清除统计、表项或文件。',
    },
    where: 'user view',
  },
];
