import type { OperationalCommand } from './types';

/** A command that shows something and can be typed in any view. */
function display(syntax: string, en: string, zhCn: string, sources?: readonly string[]): OperationalCommand {
  return {
    syntax: `display ${syntax}`,
    summary: { en, 'zh-cn': zhCn },
    where: 'any view',
    ...(sources ? { sources } : {}),
  };
}

const CPU = '[ slot <slot:integer> cpu <cpu:integer> ]';

/** The display commands of IKE and IPsec. */
export const ipsecDisplayCommands: readonly OperationalCommand[] = [
  // IKE
  display(
    `ike error-info [ verbose ] [ peer <peer:ip> ] ${CPU}`,
    'Why IKE negotiations failed: peer, cause and time. The first command to run when a tunnel does not come up.',
    'IKE 协商失败的记录：对端、原因和时间。隧道无法建立时首先执行的命令。',
    ['IPSec fault cause reference'],
  ),
  display(
    `ike offline-info [ peer <peer:ip> ] ${CPU}`,
    'Why tunnels that were up were torn down; the latest 200.',
    '已建立的隧道被拆除的原因，保留最近 200 条。',
    ['USG6000E command reference, display ike offline-info'],
  ),
  display(
    'ike error history [ <rest:text> ]',
    'Why IKE negotiations failed (VRP8).',
    'IKE 协商失败的历史记录（VRP8）。',
    ['NE40E V800R012 command reference'],
  ),
  display(
    'ike offline history [ <rest:text> ]',
    'Why tunnels were torn down (VRP8).',
    '隧道拆除的历史记录（VRP8）。',
    ['NE40E V800R012 command reference'],
  ),
  display(
    'ike proposal [ number <number:integer 1-99999> | default | <proposal:integer 1-99999> ]',
    'IKE proposals: authentication, hash, encryption, DH group and lifetime of each.',
    'IKE 安全提议的参数：认证方法、认证算法、加密算法、DH 组和生存周期。',
    ['IPSec fault cause reference'],
  ),
  display(
    'ike peer [ name <name:string 1-15> | brief ]',
    'IKE peers: version, exchange mode, addresses, IDs, proposal. Compare it with the other end.',
    'IKE 对等体的配置：版本、协商模式、地址、ID、提议，可与对端比较。',
    ['IPSec fault cause reference'],
  ),
  display(
    `ike sa [ remote <remote:ip> ] ${CPU} [ active | standby ]`,
    'IKE and IPsec SAs: phase 1 or 2, state flags, peer. An empty list means that nothing was negotiated.',
    'IKE SA 和 IPsec SA：阶段、状态标志和对端。列表为空表示尚未协商成功。',
    ['USG6000E command reference, display ike sa'],
  ),
  display(
    `ike sa ${CPU} [ active | standby ] [ remote-id-type { ip | dn | esn | fqdn | user-fqdn | key-id } ] remote-id <id:string 1-255>`,
    'IKE SAs of the peer with this ID.',
    '指定对端 ID 的 IKE SA。',
    ['USG6000E command reference, display ike sa'],
  ),
  display(
    'ike sa verbose [ remote <remote:ip> | connection-id <connection:integer 1-4294967295> | conn_id <connection:integer 1-65535> slot <slot:integer> | ' +
      'peer <peer:string 1-15> [ identity <identity:string> ] | [ remote-id-type <type:string> ] remote-id <id:string 1-255> ]',
    'IKE SAs with all that was agreed: algorithms, IDs, remaining lifetime.',
    'IKE SA 的详细信息：协商的算法、ID 和剩余生存时间。',
    ['USG6000E command reference, display ike sa', 'NetEngine 8000 F1A command reference, display ike sa'],
  ),
  display(
    `ike sa ${CPU} { all-systems | vsys <vsys:string> } [ active | standby ]`,
    'IKE SAs of all virtual systems, or of one.',
    '所有或指定虚拟系统的 IKE SA。',
    ['USG6000E command reference, display ike sa'],
  ),
  display(
    'ike global config',
    'Settings that hold for every IKE peer: DPD, heartbeat, NAT keepalive, limits.',
    'IKE 全局配置：DPD、Heartbeat、NAT 保活和规格限制等。',
    ['IPSec fault cause reference'],
  ),
  display(
    'ike user-table [ number <number:integer> | <table:integer> ]',
    'IKE user tables: ID, interface and key of each remote user.',
    'IKE 用户表：各远端用户的 ID、接口和密钥配置。',
    ['IPSec fault cause reference'],
  ),
  display('ike statistics [ <rest:text> ]', 'Counters of IKE packets and errors.', 'IKE 报文和错误统计。'),
  display(
    '{ ikev1 | ikev2 } statistics { error | notify-info | packet | sa | eap | msg }',
    'Counters of one IKE version. `error` lists how often each cause of failure occurred.',
    '指定 IKE 版本的统计信息，`error` 给出各失败原因的次数。',
    ['S-series command reference, display ikev2 statistics'],
  ),
  // IPsec
  display(
    'ipsec proposal [ name <name:string 1-15> | brief ]',
    'IPsec proposals: encapsulation mode, protocol, algorithms.',
    'IPsec 安全提议：封装模式、安全协议和算法。',
    ['IPSec fault cause reference'],
  ),
  display(
    'ipsec policy [ brief | name <name:string 1-15> [ <sequence:integer 1-10000> ] ]',
    'IPsec policies: ACL, peer, proposals, PFS, lifetime, and the interfaces they are applied to.',
    'IPsec 安全策略：ACL、对等体、提议、PFS、生存周期以及应用的接口。',
    ['IPSec fault cause reference'],
  ),
  display(
    'ipsec policy-template [ brief | name <name:string 1-15> [ <sequence:integer 1-10000> ] ]',
    'IPsec policy templates.',
    'IPsec 安全策略模板的配置。',
    ['IPSec fault cause reference'],
  ),
  display(
    'ipsec profile [ brief | name <name:string 1-15> ]',
    'IPsec profiles of tunnel interfaces.',
    '用于 Tunnel 接口的 IPsec 安全框架。',
    ['IPSec fault cause reference'],
  ),
  display(
    'ipsec efficient-vpn [ brief | name <name:string> | capability ]',
    'Efficient VPN policies and what they received from the server.',
    'Efficient VPN 策略及从服务器获取的信息。',
  ),
  display(
    `ipsec sa [ brief | duration | policy <policy:string 1-15> [ <sequence:integer 1-10000> ] | profile <profile:string 1-15> | remote <remote:ip> | ` +
      `efficient-vpn <efficientVpn:string> | interface <interface:interface> | vpn-instance <vpn:string 1-31> | vpn <vpnName:string 1-31> | ` +
      `manual | name <sa:string> | peerip <peer:ip> ] ${CPU}`,
    'IPsec SAs: tunnel ends, protected flow, algorithms, SPIs, remaining lifetime, packets each way.',
    'IPsec SA：隧道两端、保护的数据流、算法、SPI、剩余生存时间和收发报文数。',
    ['IPSec fault cause reference', 'NE40E V800R012 command reference'],
  ),
  display(
    'ipsec interface brief',
    'Which IPsec policy is applied to which interface.',
    '各接口上应用的 IPsec 安全策略。',
    ['IPSec fault cause reference'],
  ),
  display(
    'ipsec global config',
    'Settings that hold for every tunnel: lifetimes, anti-replay, mask filter and more.',
    'IPsec 全局配置：生存周期、抗重放、掩码过滤等。',
    ['IPSec fault cause reference'],
  ),
  display(
    `ipsec [ packet ] statistics [ <rest:text> ]`,
    'Counters of protected and dropped packets. Growing drops name the reason.',
    'IPsec 报文统计，包括加解密和各类丢弃计数。',
    ['S-series command reference, display ipsec packet statistics'],
  ),
  display(
    'ipsec history record [ <rest:text> ]',
    'When tunnels were set up and torn down.',
    '隧道建立和拆除的历史记录。',
    ['USG6000E command reference, display ipsec history record'],
  ),
  display(
    `ipsec backup statistics [ last ] { send | receive } ${CPU}`,
    'How many SAs were backed up to the other firewall of a pair.',
    '双机热备时 SA 备份的统计。',
    ['USG6000E command reference, display ipsec backup statistics'],
  ),
  display(
    'ipsec { instance | performance | sa-expire statistics } [ <rest:text> ]',
    'Instances, load and expiry counters of IPsec (VRP8).',
    'IPsec 实例、性能和 SA 老化统计（VRP8）。',
    ['NE40E V800R012 command reference'],
  ),
];
