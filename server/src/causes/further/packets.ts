import type { CauseDefinition } from '../types';

/** Negotiation failures known from alarm lists and counters, about the packets themselves. */

export const exchangeModeMismatch: CauseDefinition = {
  name: 'exchange mode mismatch',
  kind: 'negotiation',
  listed: false,
  reasonCode: 32,
  products: { en: 'S-series, AR, WAC and AP', 'zh-cn': 'S 系列、AR、WAC 和 AP' },
  harmless: 'no',
  meaning: {
    en: 'In IKEv1 phase 1 the first packet of the peer asks for main or for aggressive mode, and this end is not set to take that one. The mode stands in clear in the ISAKMP header, so the packet is refused before anything else is looked at.',
    'zh-cn':
      'IKEv1 第一阶段，对端首个报文请求主模式或野蛮模式，而本端配置不接受该模式。模式以明文写在 ISAKMP 头中，因此报文在检查其他内容之前就被拒绝。',
  },
  possibleCauses: [
    {
      en: 'One end is set to main and the other to aggressive.',
      'zh-cn': '一端为主模式，另一端为野蛮模式。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Compare the mode on both ends. `auto` starts with main and answers to both.',
        'zh-cn': '比较两端的协商模式。`auto` 以主模式发起，作为响应方两种都接受。',
      },
      commands: [
        {
          command: 'display ike peer name <peer-name>',
          place: 'any view',
          end: 'both ends',
          fields: ['Exchange mode'],
        },
      ],
      branches: [
        {
          when: { en: 'they differ', 'zh-cn': '不同' },
          advice: {
            en: 'Set main on both ends; aggressive mode shows the identities in clear.',
            'zh-cn': '两端均设为主模式；野蛮模式以明文传送身份信息。',
          },
          commands: [
            {
              command: 'exchange-mode { main | aggressive | auto }',
              place: 'IKE peer view',
              end: 'both ends',
            },
          ],
          next: 'done',
        },
        { when: { en: 'they are equal', 'zh-cn': '相同' }, next: 'support' },
      ],
    },
  ],
  related: [
    {
      name: 'role mismatch',
      why: {
        en: 'The name under which the firewall reference describes unequal phase 1 modes.',
        'zh-cn': '防火墙参考文档中描述第一阶段模式不一致时使用的名称。',
      },
    },
    {
      name: 'unknown exchange type',
      why: {
        en: 'When the mode in the packet is neither main nor aggressive.',
        'zh-cn': '报文中的模式既非主模式也非野蛮模式时出现。',
      },
    },
    {
      name: 'version mismatch',
      why: {
        en: 'IKEv2 has no such modes; one end may be running it.',
        'zh-cn': 'IKEv2 没有这些模式，可能一端使用了 IKEv2。',
      },
    },
  ],
  note: {
    en: 'With pre-shared keys in an IKE user table and initiators of unknown address, only aggressive mode works, says the USG command reference.',
    'zh-cn': 'USG 命令参考指出：预共享密钥配置在 IKE 用户表中且发起方地址未知时，只能使用野蛮模式。',
  },
  sources: [
    'S-series alarm reference, hwIPSecNegoFail',
    'AR alarm reference, hwIPSecNegoFail',
    'USG6000E command reference, exchange-mode',
    'RFC 2409 §5',
  ],
};

export const exchangeTypeMismatch: CauseDefinition = {
  name: 'exchange type mismatch',
  kind: 'negotiation',
  listed: false,
  products: { en: 'NE40E (display ike error history)', 'zh-cn': 'NE40E 路由器（display ike error history）' },
  harmless: 'no',
  meaning: {
    en: 'A packet came whose exchange type, a number in the IKE header, is not the one this end expected at that point. The number received is printed behind the reason as `ExchType=`.',
    'zh-cn':
      '收到的报文中交换类型（IKE 头中的编号）与本端此刻期望的不符。收到的编号以 `ExchType=` 打印在原因之后。',
  },
  possibleCauses: [
    {
      en: 'IKEv1: unequal phase 1 modes; 2 is main mode, 4 aggressive mode.',
      'zh-cn': 'IKEv1：第一阶段模式不一致，2 表示主模式，4 表示野蛮模式。',
    },
    {
      en: 'A sender that does not follow the protocol, or a packet of another kind on the IKE port.',
      'zh-cn': '发送方不遵循协议，或 IKE 端口上收到其他类型的报文。',
    },
  ],
  steps: [],
  related: [
    {
      name: 'unknown exchange type',
      why: {
        en: 'The number is one this end does not know at all.',
        'zh-cn': '编号本端完全不认识时出现。',
      },
    },
    {
      name: 'role mismatch',
      why: {
        en: 'Unequal phase 1 modes on firewalls.',
        'zh-cn': '防火墙上第一阶段模式不一致的名称。',
      },
    },
  ],
  note: {
    en: 'Known from an example of output only. Whether the device uses it for unequal modes alone is not documented.',
    'zh-cn': '仅见于回显示例，是否只用于模式不一致没有资料说明。',
  },
  sources: ['NE40E command reference, display ike error history', 'RFC 2408 §3.1', 'RFC 7296 §3.1'],
};

export const uncriticalDrop: CauseDefinition = {
  name: 'uncritical drop',
  kind: 'negotiation',
  listed: false,
  reasonCode: 35,
  products: { en: 'S-series, AR, WAC and AP', 'zh-cn': 'S 系列、AR、WAC 和 AP' },
  harmless: 'no',
  meaning: {
    en: 'A payload of unknown type was in the packet, with the critical bit clear. IKEv2 asks a receiver to skip such a payload and go on, so this reason beside a tunnel that fails to come up usually accompanies the real one.',
    'zh-cn':
      '报文中有一个类型未知的载荷，且 critical 位未置位。IKEv2 要求接收方跳过这类载荷继续处理，因此隧道无法建立时，该原因往往只是伴随真正的原因出现。',
  },
  possibleCauses: [
    {
      en: 'The peer uses an extension this device does not know.',
      'zh-cn': '对端使用了本设备不支持的扩展。',
    },
    {
      en: 'The payload chain was misread because the packet was decrypted with the wrong key.',
      'zh-cn': '密钥错误导致解密后的载荷链被误读。',
    },
  ],
  steps: [],
  related: [
    {
      name: 'critical drop',
      why: {
        en: 'The same with the critical bit set, where the whole message must be refused.',
        'zh-cn': 'critical 位置位的情况，此时必须拒绝整个报文。',
      },
    },
    {
      name: 'malformed payload',
      why: {
        en: 'More likely to be the real cause if the key is wrong.',
        'zh-cn': '密钥错误时，该原因更可能是根因。',
      },
    },
  ],
  sources: [
    'S-series alarm reference, hwIPSecNegoFail',
    'Open Telekom Cloud VPN user guide, connection not connected',
    'RFC 7296 §2.5',
  ],
};

export const shortPacket: CauseDefinition = {
  name: 'short packet',
  kind: 'negotiation',
  listed: false,
  aliases: ['shortpacket'],
  products: {
    en: 'Open Telekom Cloud gateway; counter `Shortpacket` on S-series',
    'zh-cn': 'Open Telekom Cloud 网关；S 系列统计项 `Shortpacket`',
  },
  harmless: 'no',
  meaning: {
    en: 'A datagram on the IKE port is too short to be an IKE message: the fixed header alone takes 28 bytes.',
    'zh-cn': 'IKE 端口上收到的报文过短，不可能是 IKE 报文：仅固定头就有 28 字节。',
  },
  possibleCauses: [
    {
      en: 'Something on the way cuts packets off, or a scanner probes the port.',
      'zh-cn': '中间设备截断报文，或有扫描程序探测该端口。',
    },
  ],
  steps: [],
  related: [
    {
      name: 'invalid length',
      why: {
        en: 'The header is there, but the length it states does not fit the packet.',
        'zh-cn': '头部完整，但其中的长度与报文不符。',
      },
    },
    {
      name: 'malformed message',
      why: {
        en: 'The length fits, but the content makes no sense.',
        'zh-cn': '长度相符，但内容无法解析。',
      },
    },
  ],
  note: {
    en: 'No source says what to do. A few of these from unknown addresses are background noise of the Internet; many from the peer are not.',
    'zh-cn': '没有资料给出处理步骤。来自未知地址的少量记录属于互联网噪声；来自对端的大量记录则需要关注。',
  },
  sources: [
    'Open Telekom Cloud VPN user guide, connection not connected',
    'S-series command reference, display ikev2 statistics',
    'RFC 7296 §3.1',
  ],
};

export const messageIdUnordered: CauseDefinition = {
  name: 'message-id unordered',
  kind: 'negotiation',
  listed: false,
  products: {
    en: 'S-series, a counter of `display ikev2 statistics error`',
    'zh-cn': 'S 系列，`display ikev2 statistics error` 的统计项',
  },
  harmless: 'no',
  meaning: {
    en: 'An IKEv2 message carried a Message ID outside the window of numbers this end was ready for. Each end counts its requests from zero, and the receiver takes only numbers within the agreed window.',
    'zh-cn':
      'IKEv2 报文的 Message ID 不在本端可接受的窗口内。各端的请求从 0 开始编号，接收方只接受窗口内的编号。',
  },
  possibleCauses: [
    {
      en: 'Packets were delayed, repeated or overtook each other on the way.',
      'zh-cn': '报文在途中延迟、重复或乱序。',
    },
    {
      en: 'The two ends count differently, for example after an active/standby switchover on one of them.',
      'zh-cn': '两端编号不同步，例如某一端发生主备倒换之后。',
    },
  ],
  steps: [],
  related: [
    {
      name: 'invalid cookie',
      why: {
        en: 'The message belongs to an IKE SA that is not known here any more.',
        'zh-cn': '报文所属的 IKE SA 在本端已不存在。',
      },
    },
    {
      name: 'rekey fail',
      why: {
        en: 'What may follow when requests are thrown away.',
        'zh-cn': '请求被丢弃后可能出现的结果。',
      },
    },
  ],
  note: {
    en: 'A counter, not a printed reason of one negotiation. A handful is harmless; one that climbs with every attempt is not.',
    'zh-cn': '这是统计项，而不是某次协商的失败原因。少量增长无妨，每次协商都增长则需要关注。',
  },
  sources: ['S-series command reference, display ikev2 statistics', 'RFC 7296 §2.2', 'RFC 7296 §2.3'],
};

export const maxTransmitReached: CauseDefinition = {
  name: 'max transmit reached',
  kind: 'negotiation',
  listed: false,
  reasonCode: 53,
  products: {
    en: 'AR, WAC and AP (not on the S-series list); Open Telekom Cloud gateway',
    'zh-cn': 'AR、WAC 和 AP（S 系列列表中没有）；Open Telekom Cloud 网关',
  },
  harmless: 'no',
  meaning: {
    en: 'This end sent an IKE message, repeated it as often as it may and heard nothing. The other end either never received it, or received it and chose not to answer, which many gateways do with an unknown peer or a wrong proposal.',
    'zh-cn':
      '本端发送的 IKE 报文已达到最大重传次数，始终没有应答。对端可能没有收到，也可能收到后选择不应答——很多网关对未知对端或不匹配的提议就是如此。',
  },
  possibleCauses: [
    {
      en: 'UDP 500 or 4500 is filtered between the two gateways, or on the other gateway itself.',
      'zh-cn': 'UDP 500 或 4500 在两台网关之间或对端网关上被过滤。',
    },
    {
      en: 'No IKE runs at the address of the peer, or no configuration there matches this end.',
      'zh-cn': '对端地址上没有运行 IKE，或没有与本端匹配的配置。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Our own suggestion, not taken from a Huawei list: is the address reachable, and does the other gateway record the attempt?',
        'zh-cn': '本工具的建议，并非华为资料给出的步骤：地址是否可达？对端是否记录了本次协商？',
      },
      commands: [
        { command: 'ping -a <local-address> <peer-address>', place: 'any view', end: 'this end' },
        {
          command: 'display ike error-info',
          place: 'any view',
          end: 'other end',
          fields: ['error-reason'],
        },
      ],
      branches: [
        {
          when: { en: 'the address is not reachable', 'zh-cn': '地址不可达' },
          advice: { en: 'Repair the path.', 'zh-cn': '修复网络路径。' },
          next: 'done',
        },
        {
          when: { en: 'the other end has a reason', 'zh-cn': '对端有失败原因' },
          advice: { en: 'That reason is the one to work on.', 'zh-cn': '按对端的原因处理。' },
          next: 'done',
        },
        {
          when: { en: 'the other end has seen nothing', 'zh-cn': '对端没有任何记录' },
          advice: {
            en: 'Look for a filter: security policies for UDP 500 and 4500 on both gateways and on everything between them.',
            'zh-cn': '查找过滤点：两端网关及其间设备上针对 UDP 500 和 4500 的安全策略。',
          },
          next: 'support',
        },
      ],
    },
  ],
  related: [
    {
      name: 'phase1 proposal mismatch',
      why: {
        en: 'A reason the silent other end may show.',
        'zh-cn': '未应答的对端可能记录的原因。',
      },
    },
    {
      name: 'peer address mismatch',
      why: {
        en: 'Another one: the other end does not know this address.',
        'zh-cn': '另一种可能：对端不认识本端地址。',
      },
    },
    {
      name: 'exchange timeout',
      why: {
        en: 'The like of it for a tunnel that was already up.',
        'zh-cn': '隧道已建立时的同类原因。',
      },
    },
  ],
  sources: [
    'AR alarm reference, hwIPSecNegoFail',
    'Open Telekom Cloud VPN user guide, connection not connected',
    'RFC 7296 §2.1',
  ],
};

export const peerFlowTooWide: CauseDefinition = {
  name: "peer's flow netmask range is too wide",
  kind: 'negotiation',
  listed: false,
  products: {
    en: 'S-series, a counter of `display ikev2 statistics error`',
    'zh-cn': 'S 系列，`display ikev2 statistics error` 的统计项',
  },
  harmless: 'no',
  meaning: {
    en: 'The peer asked to protect a flow whose mask is shorter than this end allows. A filter on the mask length keeps one branch from claiming, say, a whole /8 and drawing the traffic of all others to itself.',
    'zh-cn':
      '对端请求保护的数据流掩码短于本端允许的长度。限制掩码长度可以防止某个分支声明过大的网段（例如整个 /8），把其他分支的流量都引到自己那里。',
  },
  possibleCauses: [
    {
      en: 'The protected flow of the peer is wider than planned.',
      'zh-cn': '对端保护的数据流比规划的宽。',
    },
    {
      en: 'The mask limit of this end is too strict for this peer.',
      'zh-cn': '本端的掩码限制对该对端过严。',
    },
  ],
  steps: [],
  related: [
    {
      name: 'netmask mismatch',
      why: {
        en: 'The printed reason for the same check, with the steps to follow.',
        'zh-cn': '同一检查对应的失败原因，其中有处理步骤。',
      },
    },
    {
      name: 'flow or peer mismatch',
      why: {
        en: 'The flows do not fit for other reasons.',
        'zh-cn': '数据流因其他原因不匹配。',
      },
    },
  ],
  note: {
    en: 'That this counter and `netmask mismatch` belong to one check is our conclusion from the wording.',
    'zh-cn': '该统计项与 `netmask mismatch` 属于同一检查，是根据字面得出的推断。',
  },
  sources: ['S-series command reference, display ikev2 statistics', 'RFC 7296 §2.9'],
};
