import { fieldsOf } from './outputRow';
import type { FieldDefinition } from './types';

const faultCauses = 'IPSec Fault Cause Reference';

const ikeProposalFields = fieldsOf(
  ['display ike proposal'],
  [`${faultCauses}, phase1 proposal mismatch`, 'NE40E command reference, display ike proposal'],
  [
    [
      'Authentication Method',
      'How the gateways prove who they are: PRE_SHARED by a key, RSA-SIGNATURE or DIGITAL-ENVELOPE by certificates. Both ends need the same.',
      '两端互相认证的方法：PRE_SHARED 为预共享密钥，RSA-SIGNATURE、DIGITAL-ENVELOPE 为证书方式。两端必须相同。',
      'authentication-method',
    ],
    [
      'Authentication Algorithm',
      'Hash algorithms of the IKE SA under IKEv1. Several in one line are alternatives.',
      'IKEv1 的 IKE SA 所用的认证算法；同一行有多个时任选其一。',
      'authentication-algorithm',
    ],
    [
      'Encryption Algorithm',
      'Ciphers of the IKE SA, key length included. Several in one line are alternatives.',
      'IKE SA 的加密算法，包括密钥长度；同一行有多个时任选其一。',
      'encryption-algorithm',
    ],
    [
      'Diffie-Hellman Group',
      'The groups of the key exchange by the size of their numbers: MODP-2048 is group 14, MODP-1024 group 2, MODP-768 group 1.',
      '密钥交换使用的 DH 组，以位数表示：MODP-2048 即 group14，MODP-1024 即 group2，MODP-768 即 group1。',
      'dh',
    ],
    [
      'SA Duration(Seconds)',
      'Hard lifetime of the IKE SA in seconds. It need not be equal on both ends.',
      'IKE SA 的硬生存周期，单位为秒，两端可以不同。',
      'sa duration',
      'duration (seconds)',
    ],
    [
      'Integrity Algorithm',
      'Integrity algorithms of the IKE SA under IKEv2; IKEv1 does not look at them.',
      'IKEv2 的 IKE SA 所用的完整性算法，IKEv1 不使用。',
      'integrity-algorithm',
    ],
    [
      'Prf Algorithm',
      'Pseudo-random functions from which IKEv2 derives its keys; IKEv1 does not look at them.',
      'IKEv2 派生密钥所用的伪随机函数，IKEv1 不使用。',
      'prf',
    ],
  ],
);

const ikePeerFields = fieldsOf(
  ['display ike peer'],
  [
    `${faultCauses}, config ID mismatch`,
    `${faultCauses}, dpd timeout`,
    'NE40E command reference, display ike peer',
  ],
  [
    [
      'IKE version',
      'Versions enabled for the peer. An end with v1v2 begins with IKEv2 and answers either.',
      '对等体启用的 IKE 版本。v1v2 时以 IKEv2 发起协商，IKEv1 和 IKEv2 均可响应。',
      'version',
      'version',
    ],
    [
      'Exchange mode',
      'IKEv1 only: how phase 1 runs. Main mode hides the identities, aggressive mode sends them in clear.',
      '仅 IKEv1：第一阶段的协商模式。主模式隐藏身份，野蛮模式以明文发送身份。',
      'exchange-mode',
    ],
    [
      'Remote IP',
      'Address the peer is expected at. It has to be the address the other gateway negotiates from.',
      '期望的对端 IP 地址，必须是对端实际用于协商的地址。',
      'remote-address',
      'peer ip address',
    ],
    [
      'Authentic IP address',
      'Address of the peer as it is checked in its identity, where that is another than the one packets go to.',
      '验证对端身份时使用的地址，与报文的目的地址不同时才配置。',
      'remote-address authentication-address',
    ],
    [
      'Proposal',
      'Number of the IKE proposal the peer is bound to. With a hyphen it is bound to none and all proposals of the device are offered.',
      '对等体引用的 IKE 安全提议编号。显示 `-` 表示未引用，协商时使用设备上的所有 IKE 安全提议。',
      'ike-proposal',
    ],
    [
      'Pre-shared-key',
      'The key as cipher text. Equal keys have different cipher texts, so two of these lines cannot be compared.',
      '以密文显示的预共享密钥。相同密钥的密文也不同，不能据此比较。',
      'pre-shared-key',
    ],
    ['Local ID type', 'Type of the identity this end sends.', '本端发送的身份 ID 的类型。', 'local-id-type'],
    [
      'Local ID',
      'The identity this end sends. A hyphen with type IP means the address of the interface.',
      '本端发送的身份 ID。类型为 IP 且显示 `-` 时取接口地址。',
      'local-id',
    ],
    [
      'Remote ID type',
      'Type of the identity the peer has to send.',
      '要求对端发送的身份 ID 的类型。',
      'remote-id-type',
    ],
    [
      'Remote ID',
      'The identity the peer has to send; it must be the local ID of the other end.',
      '要求对端发送的身份 ID，必须与对端的本端 ID 一致。',
      'remote-id',
      'peer id',
    ],
    ['VPN instance', 'VPN instance in which the peer is reached.', '到达对端所经过的 VPN 实例。'],
    ['DPD', 'Whether dead peer detection is on for this peer.', '该对等体是否启用 DPD。', 'dpd type'],
    [
      'DPD type',
      'on-demand asks only before sending after a silence, periodic asks at every interval.',
      'on-demand 仅在空闲后要发送流量时检测，periodic 周期性检测。',
      'dpd type',
    ],
    [
      'DPD retry-limit',
      'How many unanswered probes end the tunnel.',
      '多少次检测无应答后拆除隧道。',
      'dpd retry-limit',
    ],
    [
      'DPD retransmit-interval(s)',
      'Seconds between two probes without an answer.',
      '无应答时重发检测报文的间隔，单位为秒。',
      'dpd retransmit-interval',
    ],
    [
      'DPD idle-time(s)',
      'Seconds of silence after which a probe is due.',
      '空闲多少秒后发起检测。',
      'dpd idle-time',
    ],
    [
      'DPD message',
      'IKEv1 only: order of hash and notify payload in DPD packets. Both ends need the same, or have to learn it.',
      '仅 IKEv1：DPD 报文中 hash 与 notify 载荷的顺序，两端必须一致，或由设备学习。',
      'dpd msg',
    ],
    ['Peer name', 'Name of the IKE peer.', 'IKE 对等体的名称。', 'ike peer', 'IKE Peer'],
    ['Id-type', 'Type of the identity this end sends.', '本端发送的身份 ID 的类型。', 'local-id-type'],
    ['Current ike peer number', 'How many IKE peers are configured.', '已配置的 IKE 对等体个数。'],
  ],
);

const ipsecProposalFields = fieldsOf(
  ['display ipsec proposal'],
  [`${faultCauses}, phase2 proposal or pfs mismatch`, 'NE40E command reference, display ipsec proposal'],
  [
    [
      'Encapsulation mode',
      'Tunnel puts the whole packet into a new one, transport protects only what follows the IP header. Both ends need the same.',
      '隧道模式封装整个报文，传输模式只保护 IP 头之后的内容。两端必须相同。',
      'encapsulation-mode',
    ],
    [
      'Transform',
      'Security protocol: esp-new, ah-new, or both. Both ends need the same.',
      '安全协议：esp-new、ah-new 或两者同时使用。两端必须相同。',
      'transform',
    ],
    ['AH protocol', 'Authentication algorithms of AH.', 'AH 的认证算法。', 'ah authentication-algorithm'],
    [
      'ESP protocol',
      'Authentication and encryption algorithms of ESP. Several of a kind are alternatives.',
      'ESP 的认证算法和加密算法，同类有多个时任选其一。',
      'esp authentication-algorithm',
    ],
  ],
);

const policyFields = fieldsOf(
  ['display ipsec policy', 'display ipsec policy-template', 'display ipsec profile'],
  [`${faultCauses}, phase2 proposal or pfs mismatch`, 'NE40E command reference, display ipsec policy'],
  [
    [
      'Security data flow',
      'The security ACL whose rules say what is protected. The rules of both ends have to mirror each other.',
      '定义被保护流量的安全 ACL，两端的规则必须互为镜像。',
      'security acl',
    ],
    [
      'Perfect forward secrecy',
      'The group of the extra Diffie-Hellman exchange for each IPsec SA. The same on both ends, or none on both.',
      '每个 IPsec SA 额外进行的 DH 交换所用的组。两端必须相同，或都不使用。',
      'pfs',
    ],
    ['Proposal name', 'The IPsec proposals that are offered.', '引用的 IPsec 安全提议。', 'proposal'],
    ['Peer name', 'The IKE peer to negotiate with.', '协商使用的 IKE 对等体。', 'ike-peer', 'ike-peer name'],
    [
      'IPsec sa local duration(time based)',
      'Hard lifetime of the IPsec SA by time, as set here or taken from the global value.',
      '按时间计的 IPsec SA 硬生存周期，取此处的配置或全局配置。',
      'sa duration',
    ],
    [
      'IPsec sa local duration(traffic based)',
      'Hard lifetime of the IPsec SA by volume, as set here or taken from the global value.',
      '按流量计的 IPsec SA 硬生存周期，取此处的配置或全局配置。',
      'sa duration',
    ],
  ],
);

const globalFields = [
  ...fieldsOf(
    ['display ike global config'],
    [`${faultCauses}, first packet limited`, 'USG6000E command reference, ike call admission'],
    [
      [
        'IKE call admission',
        'How many IKE SAs may be under negotiation at once. Beginnings above that are dropped.',
        '允许同时处于协商状态的 IKE SA 数，超出后首包被丢弃。',
        'ike call admission limit in-negotiation-sa',
      ],
    ],
  ),
  ...fieldsOf(
    ['display ipsec global config'],
    [`${faultCauses}, netmask mismatch`, `${faultCauses}, phase2 hard expiry`],
    [
      [
        'IPSec netmask source',
        'Shortest mask that the source of the flow of a peer may have.',
        '允许的对端数据流源地址掩码的最短长度。',
        'ipsec netmask',
      ],
      [
        'IPSec netmask destination',
        'Shortest mask that the destination of the flow of a peer may have.',
        '允许的对端数据流目的地址掩码的最短长度。',
        'ipsec netmask',
      ],
      [
        'IPSec sa global-duration time-based(seconds)',
        'Hard lifetime of IPsec SAs by time where policy, template or profile set none.',
        '安全策略、策略模板或安全框架未配置时，IPsec SA 按时间计的硬生存周期。',
        'ipsec sa global-duration',
      ],
      [
        'IPSec sa global-duration traffic-based(kbytes)',
        'Hard lifetime of IPsec SAs by volume where policy, template or profile set none.',
        '安全策略、策略模板或安全框架未配置时，IPsec SA 按流量计的硬生存周期。',
        'ipsec sa global-duration',
      ],
    ],
  ),
  ...fieldsOf(
    ['display ipsec interface brief'],
    [`${faultCauses}, no policy applied on interface`],
    [
      [
        'IPSec policy',
        'Name of the policy group, or of the profile.',
        '安全策略组或安全框架的名称。',
        'ipsec policy',
      ],
      [
        'Using interface',
        'Interface it is applied to. Tunnels leave by this interface.',
        '应用的接口，隧道报文从该接口发出。',
        'ipsec policy',
      ],
      ['IPsec policy number', 'Sequence number of the entry.', '安全策略的顺序号。'],
      ['IPsec policy Type', 'Whether it is a policy or a profile.', '类型：安全策略或安全框架。'],
    ],
  ),
  ...fieldsOf(
    ['display ike user-table'],
    [`${faultCauses}, none of user's interface is selected`],
    [
      ['User ID-type', 'Type of the identity of the user.', 'IKE 用户的 ID 类型。', 'id-type'],
      [
        'User ID',
        'Identity of the user; the branch has to send it as its local ID.',
        'IKE 用户的 ID，必须与分支的本端 ID 一致。',
        'id-type',
      ],
      [
        'Interface-assign',
        'Tunnel interface the user is put on.',
        '为该 IKE 用户指定的隧道接口。',
        'interface-assign',
      ],
    ],
  ),
];

/** Labels and columns of the outputs that show how a tunnel is configured. */
export const outputFields: readonly FieldDefinition[] = [
  ...ikeProposalFields,
  ...ikePeerFields,
  ...ipsecProposalFields,
  ...policyFields,
  ...globalFields,
];
