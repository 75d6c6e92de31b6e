import type { CauseDefinition } from '../types';
import { pathBetweenPeers, reference } from './common';

/** Causes that come down to the other end no longer answering. */

export const dpdTimeout: CauseDefinition = {
  name: 'dpd timeout',
  kind: 'teardown',
  listed: true,
  harmless: 'no',
  meaning: {
    en: 'This end asked the peer whether it was alive, repeated the question as often as it may, got no usable answer and dropped the IKE SA and the IPsec SAs with that peer. In IKEv1 the question is an R-U-THERE notification, in IKEv2 an empty INFORMATIONAL request. The other end usually records nothing at that moment: it may still believe in the SAs until its own check fails.',
    'zh-cn':
      '本端向对端发送存活探测，重传次数用尽仍未收到有效应答，于是删除与该对端的 IKE SA 和 IPsec SA。IKEv1 中探测报文是 R-U-THERE 通知，IKEv2 中是空的 INFORMATIONAL 请求。对端此刻往往没有任何记录，在它自己的探测失败之前，它可能仍保留着这些 SA。',
  },
  possibleCauses: [
    {
      en: 'UDP 500 or 4500 no longer gets through between the two public addresses in both directions.',
      'zh-cn': '两个公网地址之间的 UDP 500 或 4500 不再双向可达。',
    },
    {
      en: 'IKEv1 only: one end puts the hash before the notify payload of a DPD packet, the other expects the notify payload first, so each throws the packets of the other away.',
      'zh-cn':
        '仅 IKEv1：DPD 报文中一端先放 hash 载荷、后放 notify 载荷，另一端顺序相反，双方互相丢弃对方的报文。',
    },
    {
      en: 'The peer lost its SAs, for example by a restart, and does not answer for a cookie pair it no longer knows.',
      'zh-cn': '对端因重启等原因丢失了 SA，对它已不认识的 cookie 不再应答。',
    },
  ],
  steps: [
    pathBetweenPeers(2),
    {
      check: {
        en: 'Compare the payload order of DPD packets on both ends. It matters only with IKEv1.',
        'zh-cn': '比较两端 DPD 报文的载荷顺序。该参数仅对 IKEv1 有意义。',
      },
      commands: [
        {
          command: 'display ike peer name <peer-name>',
          place: 'any view',
          end: 'both ends',
          fields: [
            'DPD',
            'DPD type',
            'DPD retry-limit',
            'DPD retransmit-interval(s)',
            'DPD idle-time(s)',
            'DPD message',
          ],
        },
      ],
      branches: [
        {
          when: { en: 'DPD message differs', 'zh-cn': '两端 DPD message 不同' },
          advice: {
            en: 'Set the same order on both ends. A USG starts from seq-hash-notify, an S-series switch from seq-notify-hash, so a pair of them without the line is unequal.',
            'zh-cn':
              '将两端设为同一顺序。USG 缺省为 seq-hash-notify，S 系列交换机缺省为 seq-notify-hash，两者对接且都未配置时顺序就不一致。',
          },
          commands: [
            {
              command: 'dpd msg { seq-hash-notify | seq-notify-hash }',
              place: 'IKE peer view',
              end: 'both ends',
            },
          ],
          next: 'done',
        },
        { when: { en: 'the order is the same', 'zh-cn': '顺序相同' }, next: 'support' },
      ],
    },
  ],
  related: [
    {
      name: 'heartbeat timeout',
      why: {
        en: 'Same symptom, but from the older IKEv1 heartbeat instead of DPD.',
        'zh-cn': '现象相同，但由 IKEv1 的旧机制 heartbeat 触发，而不是 DPD。',
      },
    },
    {
      name: 'peer request',
      why: {
        en: 'What the other end prints when it hears the deletion that this end sends.',
        'zh-cn': '对端收到本端的删除通知时打印的原因。',
      },
    },
    {
      name: 'invalid cookie',
      why: {
        en: 'Seen on the other end when it restarted and this end still used the old IKE SA.',
        'zh-cn': '对端重启后，本端仍使用旧 IKE SA 时，对端会出现该原因。',
      },
    },
  ],
  note: {
    en: 'USG and S-series learn the order of the packets they receive unless that learning is undone (`dpd msg notify-hash-sequence learning`, on by default), so an unequal order breaks DPD only where learning is off or the release does not know it. The USG6000E prints this reason as `dpd-timeout`.',
    'zh-cn':
      'USG 和 S 系列缺省会学习收到报文的载荷顺序（`dpd msg notify-hash-sequence learning`，缺省开启），只有关闭学习或旧版本不支持时，顺序不一致才会使 DPD 失效。USG6000E 打印为 `dpd-timeout`。',
  },
  sources: [
    reference('dpd timeout'),
    'RFC 3706 §5.3',
    'RFC 7296 §2.4',
    'USG6000E command reference, dpd msg',
    'S-series command reference, dpd msg',
  ],
};

export const heartbeatTimeout: CauseDefinition = {
  name: 'heartbeat timeout',
  kind: 'teardown',
  listed: true,
  harmless: 'no',
  meaning: {
    en: 'This end waits for heartbeat packets of an IKEv1 peer and none came within its timeout, so it took the peer for dead and deleted the SAs. Heartbeats are one-way announcements outside any RFC: one end sends at its interval, the other only counts the silence.',
    'zh-cn':
      '本端等待 IKEv1 对端的 heartbeat 报文，在超时时间内一个也没有收到，于是认为对端失效并删除 SA。heartbeat 是 RFC 之外的单向通告：一端按间隔发送，另一端只计算静默时间。',
  },
  possibleCauses: [
    {
      en: 'The packets of the other end do not arrive.',
      'zh-cn': '对端的报文到不了本端。',
    },
    {
      en: 'The other end does not send at all: a timeout here has no interval there.',
      'zh-cn': '对端根本不发送：本端配置了超时时间，对端却没有配置发送间隔。',
    },
    {
      en: 'The timeout here is too short for the interval there, so one or two lost packets are enough.',
      'zh-cn': '本端超时时间相对对端的发送间隔过短，丢一两个报文就会超时。',
    },
    {
      en: 'The two ends use a different heartbeat format (sequence number or SPI list).',
      'zh-cn': '两端 heartbeat 报文参数（序号方式或携带 SPI 列表）不同。',
    },
  ],
  steps: [
    pathBetweenPeers(2),
    {
      check: {
        en: 'Put the heartbeat lines of both ends side by side: the format must be equal, an interval on one end needs a timeout on the other, and each timeout should be at least three times the interval of the opposite end.',
        'zh-cn':
          '把两端的 heartbeat 配置放在一起对照：报文参数必须相同；一端有发送间隔，另一端就要有超时时间；超时时间应不小于对端发送间隔的三倍。',
      },
      commands: [
        {
          command: 'display current-configuration | include heartbeat',
          place: 'any view',
          end: 'both ends',
          fields: ['ike heartbeat', 'ike heartbeat-timer interval', 'ike heartbeat-timer timeout'],
        },
      ],
      branches: [
        {
          when: { en: 'the format differs', 'zh-cn': '报文参数不同' },
          advice: {
            en: 'Give both ends the same format.',
            'zh-cn': '将两端配置为相同的报文参数。',
          },
          commands: [
            {
              command: 'ike heartbeat { seq-num { new | old } | spi-list }',
              place: 'system view',
              end: 'both ends',
            },
          ],
          next: 'done',
        },
        {
          when: {
            en: 'an end with a timeout hears an end without an interval',
            'zh-cn': '一端有超时时间，另一端没有发送间隔',
          },
          advice: {
            en: 'Let the silent end send.',
            'zh-cn': '在不发送的一端配置发送间隔。',
          },
          commands: [
            { command: 'ike heartbeat-timer interval <seconds>', place: 'system view', end: 'other end' },
          ],
          next: 'done',
        },
        {
          when: {
            en: 'the timeout is less than three intervals of the other end',
            'zh-cn': '超时时间不足对端发送间隔的三倍',
          },
          advice: {
            en: 'Lengthen the timeout here, so that three packets in a row may be lost before the tunnel is.',
            'zh-cn': '加大本端超时时间，使连续丢失三个报文之前隧道不会被拆除。',
          },
          commands: [
            { command: 'ike heartbeat-timer timeout <seconds>', place: 'system view', end: 'this end' },
          ],
          next: 'done',
        },
        { when: { en: 'everything fits', 'zh-cn': '配置均匹配' }, next: 'support' },
      ],
    },
  ],
  related: [
    {
      name: 'dpd timeout',
      why: {
        en: 'The same conclusion reached by DPD, which asks and does not merely listen.',
        'zh-cn': '结论相同，但由 DPD 得出；DPD 是主动询问，而不只是监听。',
      },
    },
    {
      name: 'peer request',
      why: {
        en: 'Read it on the other end, which hears of the deletion.',
        'zh-cn': '对端得知删除后记录的原因。',
      },
    },
  ],
  note: {
    en: 'IKEv1 only. On S-series the interval is 20 to 28800 s and the timeout 30 to 28800 s, and neither is configured by default; other products may differ. Two ends that both run IKEv2 cannot print this.',
    'zh-cn':
      '仅 IKEv1。S 系列的发送间隔为 20～28800 秒，超时时间为 30～28800 秒，缺省均未配置；其他产品可能不同。两端都使用 IKEv2 时不会出现该原因。',
  },
  sources: [
    reference('heartbeat timeout'),
    'S-series command reference, ike heartbeat-timer interval',
    'S-series command reference, ike heartbeat-timer timeout',
    'AR V200R007 command reference, ike heartbeat',
  ],
};

export const exchangeTimeout: CauseDefinition = {
  name: 'exchange timeout',
  kind: 'teardown',
  listed: true,
  harmless: 'no',
  meaning: {
    en: 'An IKE exchange on an existing SA was begun and never finished. Every IKE request is repeated until its response comes; when the last repetition stays unanswered, the SA it belongs to is given up. That the tunnel had worked before makes the path or a changed configuration on one end the first suspects.',
    'zh-cn':
      '在已有 SA 上发起的某次 IKE 交换没有完成。IKE 请求在收到响应前会一直重传，最后一次重传仍无响应时，设备就放弃所属的 SA。隧道此前可用，因此首先怀疑路径，或某一端的配置被改动。',
  },
  possibleCauses: [
    {
      en: 'Requests or responses are lost between the two gateways.',
      'zh-cn': '请求或响应在两台网关之间丢失。',
    },
    {
      en: 'The other end no longer accepts what this end sends, because the configuration of one end was changed, and discards it silently.',
      'zh-cn': '某一端配置被修改，对端不再接受本端的报文并静默丢弃。',
    },
  ],
  steps: [
    pathBetweenPeers(2),
    {
      check: {
        en: 'Go through the IPsec configuration of both ends: peer, IKE proposal, IPsec proposal, protected flow, policy on the interface.',
        'zh-cn':
          '逐项核对两端 IPsec 配置：IKE 对等体、IKE 安全提议、IPsec 安全提议、保护的数据流、接口上的安全策略。',
      },
      commands: [
        { command: 'display ike peer name <peer-name>', place: 'any view', end: 'both ends' },
        { command: 'display ike proposal number <number>', place: 'any view', end: 'both ends' },
        { command: 'display ipsec proposal name <proposal-name>', place: 'any view', end: 'both ends' },
        { command: 'display ipsec policy name <policy-name>', place: 'any view', end: 'both ends' },
      ],
      branches: [
        {
          when: { en: 'something does not fit', 'zh-cn': '存在不匹配' },
          advice: {
            en: 'Correct it; the next negotiation shows whether that was all.',
            'zh-cn': '修正后观察下一次协商即可确认。',
          },
          next: 'done',
        },
        { when: { en: 'everything fits', 'zh-cn': '全部匹配' }, next: 'support' },
      ],
    },
  ],
  related: [
    {
      name: 'rekey fail',
      why: {
        en: 'The negotiation error logged when the exchange that got no answer was a rekey.',
        'zh-cn': '若未获应答的是重协商交换，则会记录该协商失败原因。',
      },
    },
    {
      name: 'dpd timeout',
      why: {
        en: 'The same silence, noticed by the liveness check.',
        'zh-cn': '同样是无应答，但由存活检测发现。',
      },
    },
  ],
  sources: [reference('exchange timeout'), 'RFC 7296 §2.1', 'RFC 7296 §2.4'],
};

export const reauthTimeout: CauseDefinition = {
  name: 're-auth timeout',
  kind: 'teardown',
  listed: true,
  harmless: 'no',
  meaning: {
    en: 'With a re-authentication interval set, an IKEv2 end must prove its identity again from time to time. IKEv2 has no exchange for that: a complete new IKE SA is negotiated, IKE_SA_INIT and IKE_AUTH included, and the old one goes. Here the new one did not come up before the time was over, and the old SA was deleted without a successor.',
    'zh-cn':
      '配置重认证时间间隔后，IKEv2 需要周期性地重新认证身份。IKEv2 没有专门的重认证交换，做法是重新协商一个完整的 IKE SA（包括 IKE_SA_INIT 和 IKE_AUTH），再删除旧的。本次新 IKE SA 未能在时限内建立，旧 SA 被删除且没有接替者。',
  },
  possibleCauses: [
    {
      en: 'The peer cannot be reached.',
      'zh-cn': '对端不可达。',
    },
    {
      en: 'The peer is reachable but its IKE does not run properly.',
      'zh-cn': '对端可达，但其 IKE 工作异常。',
    },
    {
      en: 'A parameter was changed after the tunnel came up. The running SA did not care; the complete negotiation does.',
      'zh-cn': '隧道建立后有参数被修改。已有 SA 不受影响，但完整的重新协商会因此失败。',
    },
  ],
  steps: [
    pathBetweenPeers(2),
    {
      check: {
        en: 'Is the other gateway itself healthy?',
        'zh-cn': '对端网关自身是否正常？',
      },
      branches: [
        {
          when: { en: 'it is not', 'zh-cn': '异常' },
          advice: { en: 'Get it running again.', 'zh-cn': '先恢复对端设备。' },
          next: 'done',
        },
        { when: { en: 'it is', 'zh-cn': '正常' }, next: 3 },
      ],
    },
    {
      check: {
        en: 'Do the negotiation parameters of the two ends still match?',
        'zh-cn': '两端的协商参数是否仍然一致？',
      },
      commands: [
        { command: 'display ike peer name <peer-name>', place: 'any view', end: 'both ends' },
        { command: 'display ike proposal number <number>', place: 'any view', end: 'both ends' },
        { command: 'display ipsec proposal name <proposal-name>', place: 'any view', end: 'both ends' },
        {
          command: 'display ike error-info',
          place: 'any view',
          end: 'both ends',
          fields: ['error-reason'],
        },
      ],
      branches: [
        {
          when: { en: 'they do not', 'zh-cn': '不一致' },
          advice: {
            en: 'Make them equal. The negotiation error logged at the same time names the parameter.',
            'zh-cn': '改为一致。同一时刻的协商失败原因会指出是哪个参数。',
          },
          next: 'done',
        },
        { when: { en: 'they do', 'zh-cn': '一致' }, next: 'support' },
      ],
    },
  ],
  related: [
    {
      name: 'authentication fail',
      why: {
        en: 'When the renewed proof of identity was refused and not merely unanswered.',
        'zh-cn': '重认证被拒绝（而不是无应答）时出现。',
      },
    },
    {
      name: 'dpd timeout',
      why: {
        en: 'When the path broke at some other moment.',
        'zh-cn': '路径在其他时刻中断时出现。',
      },
    },
  ],
  note: {
    en: 'IKEv2 only. The interval is `re-authentication interval` in the IKE peer view on USG; without it nothing is re-authenticated. The device starts at about 70 % of the interval.',
    'zh-cn':
      '仅 IKEv2。USG 在 IKE 对等体视图下用 `re-authentication interval` 配置间隔，未配置则不做重认证。设备约在间隔的 70% 时开始重认证。',
  },
  sources: [
    reference('re-auth timeout'),
    'RFC 7296 §2.8.3',
    'USG6000E command reference, re-authentication interval',
  ],
};
