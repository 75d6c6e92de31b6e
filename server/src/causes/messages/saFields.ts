import { fieldsOf } from './outputRow';
import type { FieldDefinition } from './types';

/** Labels and columns of the outputs that show the SAs of a tunnel. */
export const saFields: readonly FieldDefinition[] = [
  ...fieldsOf(
    ['display ike sa'],
    [
      'USG6000E command reference, display ike sa',
      'S-series command reference, display ike sa',
      'NE40E command reference, display ike sa',
    ],
    [
      ['Conn-ID', 'Number of the SA on this device.', 'SA 在本设备上的连接索引。'],
      [
        'Peer',
        'Address of the other gateway, with its UDP port where the release prints one: 4500 means NAT traversal.',
        '对端网关的 IP 地址，部分版本附带 UDP 端口：4500 说明使用了 NAT 穿越。',
        'remote-address',
      ],
      [
        'VPN',
        'VPN instance of the SA; empty, 0 or a hyphen for none.',
        'SA 所属的 VPN 实例，空、0 或连字符表示没有。',
      ],
      ['RemoteType', 'Type of the identity the peer has shown.', '对端身份 ID 的类型。', 'remote-id-type'],
      [
        'RemoteID',
        'The identity the peer has shown. After a change it is the old one until the next negotiation.',
        '对端的身份 ID。修改后，重新协商之前仍显示旧 ID。',
        'remote-id',
      ],
    ],
  ),
  ...fieldsOf(
    ['display ipsec sa'],
    ['USG6000E command reference, display ipsec sa', 'NE40E command reference, display ipsec sa'],
    [
      [
        'IPSec policy name',
        'The policy group, template or profile the SAs belong to.',
        'SA 所属的安全策略、策略模板或安全框架。',
      ],
      ['Sequence number', 'Number of the policy entry.', '安全策略的顺序号。'],
      [
        'Acl group',
        'The security ACL of the entry; 0 for a profile or a template without one.',
        '该条目引用的安全 ACL；安全框架或未引用 ACL 的模板显示 0。',
        'security acl',
      ],
      [
        'Acl rule',
        'The rule of the security ACL whose flow this SA pair protects.',
        '该 SA 所保护数据流对应的安全 ACL 规则。',
        'rule',
      ],
      [
        'Mode',
        'How the SA came about: ISAKMP by a policy, Template by a policy template, PROF-ISAKMP by a profile, Manual by hand.',
        'SA 的建立方式：ISAKMP 为安全策略，Template 为策略模板，PROF-ISAKMP 为安全框架，Manual 为手工方式。',
      ],
      [
        'Connection ID',
        'Number of the SA pair, the same as in `display ike sa`.',
        'SA 的连接索引，与 `display ike sa` 中一致。',
      ],
      [
        'Encapsulation mode',
        'Tunnel or transport mode, as negotiated.',
        '协商得到的封装模式。',
        'encapsulation-mode',
      ],
      ['Holding time', 'How long the tunnel has been up.', '隧道已建立的时间。'],
      ['Tunnel local', 'Address of this end of the tunnel.', '隧道本端地址。', 'tunnel local'],
      [
        'Tunnel remote',
        'Address of the other end of the tunnel; another port than 500 means NAT traversal.',
        '隧道对端地址；端口不是 500 说明使用了 NAT 穿越。',
        'remote-address',
      ],
      [
        'Flow source',
        'Source of the protected flow as negotiated: address, mask, protocol and ports.',
        '协商后的被保护数据流的源：地址、掩码、协议和端口。',
        'rule',
      ],
      [
        'Flow destination',
        'Destination of the protected flow as negotiated.',
        '协商后的被保护数据流的目的。',
        'rule',
      ],
      [
        'SPI',
        'The number by which the receiver finds the SA of a packet. The inbound SPI here is the outbound SPI there.',
        '接收方用于查找 SA 的编号。本端入方向 SPI 即对端出方向 SPI。',
      ],
      [
        'Proposal',
        'The algorithms in use, encryption and authentication, as negotiated.',
        '协商得到的加密算法和认证算法。',
        'esp encryption-algorithm',
      ],
      [
        'SA remaining key duration (kilobytes/sec)',
        'What is left of the hard lifetime, by volume and by time. The label says whether the volume is in kilobytes or, on older releases, in bytes.',
        'SA 剩余的硬生存周期，按流量和按时间。标签说明流量的单位：千字节，旧版本为字节。',
        'sa duration',
        'SA remaining key duration (bytes/sec)',
      ],
      [
        'UDP encapsulation used for NAT traversal',
        'Y: the packets travel in UDP 4500, since a NAT was found.',
        'Y 表示检测到 NAT，报文封装在 UDP 4500 中。',
        'nat traversal',
      ],
      [
        'SA encrypted packets (number/bytes)',
        'What this end has sent through the tunnel. If it stands still while there is traffic, the traffic does not reach the policy: look at routes, NAT and the security ACL.',
        '本端经隧道发送的报文数和字节数。有流量而计数不变，说明流量没有匹配到安全策略，应检查路由、NAT 和安全 ACL。',
      ],
      [
        'SA decrypted packets (number/bytes)',
        'What this end has received through the tunnel. If only the other counter grows, the answers are lost on the way or not encrypted at the other end.',
        '本端经隧道接收的报文数和字节数。只有加密计数增长时，说明应答在途中丢失或对端没有加密。',
      ],
      [
        'Max received sequence-number',
        'Highest sequence number received; with anti-replay, much older ones are dropped.',
        '收到的最大序列号；启用抗重放时，过旧的序列号会被丢弃。',
      ],
      ['Max sent sequence-number', 'Sequence number of the last packet sent.', '最后发送的报文的序列号。'],
      [
        'Anti-replay',
        'Whether packets with repeated sequence numbers are dropped.',
        '是否丢弃序列号重复的报文。',
      ],
    ],
  ),
];
