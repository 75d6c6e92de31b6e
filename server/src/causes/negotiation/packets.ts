import { reference } from '../teardown/common';
import type { CauseDefinition, CauseStep } from '../types';
import { set, show } from './stepCommands';

/** Causes about single packets that do not belong, do not fit or cannot be understood. */

/** The step that tells an attack from a fault between two gateways that know each other. */
const attackOrPeer: CauseStep = {
  check: {
    en: 'Is somebody attacking? Look at the addresses and times of the records: many strangers, or far more packets than one peer would send, speak for it.',
    'zh-cn':
      '设备是否受到攻击？查看记录中的地址和时间：出现大量陌生地址，或报文数量远超一个对端的正常水平，即应怀疑攻击。',
  },
  commands: [show('display ike error-info', 'this end', 'peer', 'error-reason', 'error-time')],
  branches: [
    {
      when: { en: 'it looks like an attack', 'zh-cn': '像是攻击' },
      advice: {
        en: 'Trace the source and shut it out before UDP 500 and 4500 reach this device.',
        'zh-cn': '查找攻击源，并在 UDP 500 和 4500 报文到达本设备之前将其阻断。',
      },
      next: 'done',
    },
    { when: { en: 'only known peers appear', 'zh-cn': '只有已知对端' }, next: 'support' },
  ],
};

export const cookieMismatch: CauseDefinition = {
  name: 'cookie mismatch',
  kind: 'negotiation',
  listed: true,
  reasonCode: 31,
  harmless: 'no',
  meaning: {
    en: 'IKEv2 only. A responder with many half-open negotiations stops working for strangers: it answers IKE_SA_INIT with nothing but a COOKIE notification, in clear and without keeping any state. An honest initiator repeats its request with that cookie in front; one that forged its address never sees the cookie (RFC 7296 §2.6). Here the request came back without the value this end had asked for.',
    'zh-cn':
      '仅 IKEv2。半开协商过多时，响应方不再直接为陌生地址分配资源：对 IKE_SA_INIT 只以明文回复一个 COOKIE 通知，且不保存任何状态。真实的发起方会把该 cookie 放在最前面重新发送请求，伪造源地址者则收不到 cookie（RFC 7296 §2.6）。该原因表示再次收到的请求中没有本端要求的 cookie 值。',
  },
  possibleCauses: [
    {
      en: 'A flood of IKE_SA_INIT requests with forged source addresses. The cookie is the defence against it, and this record its trace.',
      'zh-cn': '伪造源地址的 IKE_SA_INIT 泛洪攻击。cookie 机制正是为此设计，该记录是其痕迹。',
    },
    {
      en: 'Many true peers come at once, for example after a power cut, and an answer was lost, repeated late or translated by NAT in between.',
      'zh-cn': '大量真实对端同时上线（例如断电恢复后），期间应答丢失、迟到，或经 NAT 后地址变化。',
    },
  ],
  steps: [attackOrPeer],
  related: [
    {
      name: 'first packet limited',
      why: {
        en: 'The other defence against too many beginnings at once: new ones are dropped.',
        'zh-cn': '应对同时发起过多的另一种措施：直接丢弃新的协商。',
      },
    },
    {
      name: 'invalid cookie',
      why: {
        en: 'Another cookie: the number in the header that names the IKE SA.',
        'zh-cn': '另一种 cookie：报文头中标识 IKE SA 的数值。',
      },
    },
  ],
  note: {
    en: 'Do not mix up the two meanings of the word. IKEv1 calls the eight-byte numbers in the header cookies; IKEv2 calls those SPIs and keeps the word for this notification.',
    'zh-cn':
      '注意区分两种含义：IKEv1 把报文头中的 8 字节数值称为 cookie；IKEv2 将其改称 SPI，cookie 仅指该通知。',
  },
  sources: [reference('cookie mismatch'), 'RFC 7296 §2.6', 'RFC 2408 §2.5.3'],
};

export const criticalDrop: CauseDefinition = {
  name: 'critical drop',
  kind: 'negotiation',
  listed: true,
  aliases: ['Critical Payload : Dropped'],
  reasonCode: 34,
  products: {
    en: '`Critical Payload : Dropped` with the payload number behind it is the wording of NE40E (display ike error history).',
    'zh-cn': '`Critical Payload : Dropped` 并附载荷编号是 NE40E（display ike error history）的写法。',
  },
  harmless: 'no',
  meaning: {
    en: 'A payload of a type this device does not know had its critical bit set. That bit says: understand me or refuse the whole message. IKEv2 demands the refusal, UNSUPPORTED_CRITICAL_PAYLOAD, and the initiator may learn from it which type it was (RFC 7296 §2.5). Only extensions set the bit; the payloads of the standard leave it clear.',
    'zh-cn':
      '报文中有一个本设备不认识的载荷，且其 critical 位置位，含义是“不认识就拒绝整个报文”。IKEv2 规定必须以 UNSUPPORTED_CRITICAL_PAYLOAD 拒绝，发起方可从中得知载荷类型（RFC 7296 §2.5）。标准定义的载荷都不置该位，只有扩展才会置位。',
  },
  possibleCauses: [
    {
      en: 'The other end insists on an extension this software does not have, mostly a gateway of another vendor or a much newer release.',
      'zh-cn': '对端强制使用本软件不支持的扩展，多为其他厂商或新得多的版本。',
    },
    {
      en: 'The message was damaged, so that a bit and a type are misread.',
      'zh-cn': '报文损坏，载荷类型和该位被误读。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Nothing is to be configured here. Collect what support will ask for: the record, model and release of both gateways, and a capture of the negotiation on UDP 500 and 4500.',
        'zh-cn':
          '没有可修改的配置。收集技术支持所需的信息：该记录、两端设备型号和版本，以及 UDP 500、4500 的协商抓包。',
      },
      commands: [
        show('display ike error-info', 'this end', 'peer', 'error-reason', 'error-time'),
        show('display version', 'both ends'),
      ],
      branches: [{ when: { en: 'always', 'zh-cn': '任何情况' }, next: 'support' }],
    },
  ],
  related: [
    {
      name: 'uncritical drop',
      why: {
        en: 'The bit was clear: the payload is skipped and the negotiation goes on.',
        'zh-cn': '该位未置位：跳过该载荷，协商继续。',
      },
    },
    {
      name: 'malformed payload',
      why: {
        en: 'If the bytes are rubbish: suspect the key rather than an extension.',
        'zh-cn': '若内容是乱码，应怀疑密钥而不是扩展。',
      },
    },
  ],
  sources: [
    reference('critical drop'),
    'RFC 7296 §2.5',
    'RFC 7296 §3.2',
    'NE40E command reference, display ike error history',
  ],
};

export const invalidCookie: CauseDefinition = {
  name: 'invalid cookie',
  kind: 'negotiation',
  listed: true,
  reasonCode: 21,
  harmless: 'depends',
  meaning: {
    en: 'A packet names an IKE SA this end no longer has. The pair of eight-byte numbers in the header, cookies in IKEv1 and SPIs in IKEv2, is the key under which an SA is kept; here the entry was deleted and the peer still goes by the old numbers. A late or repeated packet does the same for a moment. As long as traffic flows there is nothing to do. IKEv1 has INVALID-COOKIE as a notification for it, IKEv2 INVALID_IKE_SPI.',
    'zh-cn':
      '报文所属的 IKE SA 在本端已不存在。报文头中的一对 8 字节数值（IKEv1 称 cookie，IKEv2 称 SPI）用于查找 SA；本端表项已删除，而对端仍使用旧值。迟到或重复的报文也会短暂出现该现象。业务正常时无需处理。对应的通知在 IKEv1 中为 INVALID-COOKIE，在 IKEv2 中为 INVALID_IKE_SPI。',
  },
  possibleCauses: [
    {
      en: 'This end lost or cleared its IKE SA (restart, `reset ike sa`, switchover) and the other end has not noticed yet.',
      'zh-cn': '本端的 IKE SA 已丢失或被清除（重启、`reset ike sa`、主备倒换），而对端尚未察觉。',
    },
    {
      en: 'A packet of a negotiation that is over arrived late.',
      'zh-cn': '已结束的协商的报文迟到。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Is the protected traffic all right? Ping from a host behind this gateway to one behind the other, or use an inside address as source.',
        'zh-cn': '业务是否正常？从本端内网主机 ping 对端内网主机，或以内网地址作为源地址 ping。',
      },
      commands: [show('ping -a <inside-address> <remote-inside-address>', 'this end')],
      branches: [
        {
          when: { en: 'it answers', 'zh-cn': '有应答' },
          advice: {
            en: 'The ends are in step again; let the record be.',
            'zh-cn': '两端已恢复同步，无需处理。',
          },
          next: 'done',
        },
        { when: { en: 'it does not', 'zh-cn': '无应答' }, next: 2 },
      ],
    },
    {
      check: {
        en: 'Throw the old SA away so that a new negotiation begins. Name the peer: without it the command ends the tunnels of every peer.',
        'zh-cn': '清除旧 SA，触发重新协商。请指定对端地址，否则会清除所有对端的隧道。',
      },
      commands: [set('reset ike sa remote <peer-address>', 'user view', 'both ends')],
      branches: [
        { when: { en: 'traffic is back', 'zh-cn': '业务恢复' }, next: 'done' },
        { when: { en: 'it is not', 'zh-cn': '未恢复' }, next: 'support' },
      ],
    },
  ],
  related: [
    {
      name: 'receive invalid spi notify',
      why: {
        en: 'The same loss of step for the IPsec SA while the IKE SA lives.',
        'zh-cn': 'IKE SA 仍在、IPsec SA 不同步时的同类现象。',
      },
    },
    {
      name: 'dpd timeout',
      why: {
        en: 'How the other end finally notices, if DPD is on there.',
        'zh-cn': '对端使能 DPD 时，最终由此发现。',
      },
    },
    {
      name: 'cookie mismatch',
      why: {
        en: 'The anti-flood cookie of IKEv2, a different thing.',
        'zh-cn': 'IKEv2 防泛洪的 cookie，与此不同。',
      },
    },
  ],
  note: {
    en: 'If it comes back again and again, turn DPD on at both ends: without it a gateway keeps an SA its peer has lost until the lifetime is over.',
    'zh-cn': '若反复出现，请在两端使能 DPD：没有 DPD 时，对端丢失 SA 后，本端会一直保留到生存周期结束。',
  },
  sources: [
    reference('invalid cookie'),
    'RFC 2408 §2.5.3',
    'RFC 2408 §5.2',
    'RFC 7296 §2.21.4',
    'RFC 3706 §3',
  ],
};

export const invalidLength: CauseDefinition = {
  name: 'invalid length',
  kind: 'negotiation',
  listed: true,
  reasonCode: 24,
  harmless: 'no',
  meaning: {
    en: 'The packet is shorter than it has to be. The header states the length of the whole message, and each payload states its own; when the datagram ends before that, nothing in it can be trusted and it is thrown away. No honest gateway sends such a thing, so think of forged packets first and of truncation on the way second.',
    'zh-cn':
      '报文比要求的短。报文头给出整个报文的长度，每个载荷也有自己的长度；报文提前结束时内容不可信，只能丢弃。正常的网关不会发送这种报文，因此首先考虑伪造报文，其次考虑途中被截断。',
  },
  possibleCauses: [
    {
      en: 'Someone probes or attacks the IKE port.',
      'zh-cn': '有人探测或攻击 IKE 端口。',
    },
    {
      en: 'A device in between cuts packets off or damages them.',
      'zh-cn': '中间设备截断或损坏了报文。',
    },
  ],
  steps: [attackOrPeer],
  related: [
    {
      name: 'short packet',
      why: {
        en: 'Too short even for the fixed header.',
        'zh-cn': '连固定报文头都不完整时。',
      },
    },
    {
      name: 'malformed message',
      why: {
        en: 'The length is right and the content is not: a wrong key under IKEv1 looks like that.',
        'zh-cn': '长度正确但内容错误，IKEv1 下密钥错误即如此。',
      },
    },
    {
      name: 'fragment packet reassemble timeout',
      why: { en: 'Parts of a long message are missing.', 'zh-cn': '较长报文缺少部分分片时。' },
    },
  ],
  sources: [reference('invalid length'), 'RFC 2408 §5.1', 'RFC 7296 §3.1', 'RFC 7296 §3.2'],
};

export const natDetectionFail: CauseDefinition = {
  name: 'nat detection fail',
  kind: 'negotiation',
  listed: true,
  reasonCode: 40,
  harmless: 'no',
  meaning: {
    en: 'To learn whether NAT lies between them, both ends send hashes of the addresses and ports they see: NAT-D payloads in IKEv1 (RFC 3947 §3.2), two notifications in IKEv2 (RFC 7296 §2.23). Unequal hashes are no error, they just mean NAT. This cause says that the device could not process the payload itself.',
    'zh-cn':
      '为判断两端之间是否有 NAT，双方发送所见地址和端口的摘要：IKEv1 用 NAT-D 载荷（RFC 3947 §3.2），IKEv2 用两个通知（RFC 7296 §2.23）。摘要不同并不是错误，只说明存在 NAT。该原因表示设备无法处理该载荷本身。',
  },
  possibleCauses: [
    {
      en: 'The NAT detection payload could not be processed; the vendor says no more.',
      'zh-cn': '设备处理 NAT 探测载荷失败，厂商资料没有更多说明。',
    },
  ],
  steps: [
    {
      check: {
        en: 'No setting is known to repair this. Keep the record, the configuration of the peer on both ends, the releases and a capture of the first messages.',
        'zh-cn': '没有已知的配置可以解决。请保留该记录、两端对等体配置、软件版本以及最初几个报文的抓包。',
      },
      commands: [
        show('display ike error-info', 'this end', 'peer', 'error-reason', 'error-time'),
        show('display ike peer name <peer-name>', 'both ends'),
        show('display version', 'both ends'),
      ],
      branches: [{ when: { en: 'always', 'zh-cn': '任何情况' }, next: 'support' }],
    },
  ],
  related: [
    {
      name: 'hard expiry triggered by port mismatch',
      why: {
        en: 'NAT was detected properly, and later its port changed.',
        'zh-cn': 'NAT 探测正常，但之后 NAT 端口发生变化时。',
      },
    },
    {
      name: 'peer address mismatch',
      why: {
        en: 'NAT on the way that makes the source address one nobody expects.',
        'zh-cn': '途中的 NAT 使源地址与预期不符时。',
      },
    },
  ],
  sources: [reference('nat detection fail'), 'RFC 3947 §3.2', 'RFC 7296 §2.23'],
};
