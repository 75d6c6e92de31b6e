import type { CauseDefinition } from '../types';
import { normalOperation, reference } from './common';

/** Causes that come from the age of an SA: it ran out, or a younger one took its place. */

export const phase1HardExpiry: CauseDefinition = {
  name: 'phase1 hard expiry',
  kind: 'teardown',
  listed: true,
  harmless: 'depends',
  meaning: {
    en: 'The IKE SA reached the end of its lifetime and was deleted. A new one is normally negotiated earlier, at the soft lifetime, so this entry means that nothing had taken its place by then: the rekey failed, or nobody started one.',
    'zh-cn':
      'IKE SA 达到硬生存周期后被删除。正常情况下在软生存周期到达时就会协商新的 IKE SA，因此出现该原因说明到期时没有新 SA 接替：重协商失败，或双方都没有发起。',
  },
  possibleCauses: [
    {
      en: 'The lifetime simply ran out, with no traffic to call for a new SA.',
      'zh-cn': '生存周期自然到期，且没有流量触发新的协商。',
    },
    {
      en: 'The lifetime is shorter than intended, or very different on the two ends.',
      'zh-cn': '生存周期比预期短，或两端相差很大。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Is the configured lifetime of the IKE SA the one you want?',
        'zh-cn': '配置的 IKE SA 硬生存周期是否符合预期？',
      },
      commands: [
        {
          command: 'display ike proposal number <number>',
          place: 'any view',
          end: 'both ends',
          fields: ['SA Duration(Seconds)'],
        },
      ],
      branches: [
        { when: { en: 'it is', 'zh-cn': '符合' }, next: 'done' },
        { when: { en: 'it is not', 'zh-cn': '不符合' }, next: 2 },
      ],
    },
    {
      check: {
        en: 'Choose one lifetime and set it on both gateways.',
        'zh-cn': '确定一个生存周期，在两台网关上同时配置。',
      },
      commands: [{ command: 'sa duration <seconds>', place: 'IKE proposal view', end: 'both ends' }],
      branches: [
        {
          when: { en: 'set on both ends', 'zh-cn': '两端均已配置' },
          advice: {
            en: 'The new value counts from the next IKE SA on.',
            'zh-cn': '新值从下一个 IKE SA 起生效。',
          },
          next: 'done',
        },
      ],
    },
  ],
  related: [
    {
      name: 'phase1 sa replace',
      why: {
        en: 'What you see instead when the renewal succeeds in time.',
        'zh-cn': '按时续协商成功时看到的是该原因。',
      },
    },
    {
      name: 'ikev1 phase1-phase2 sa dependent offline',
      why: {
        en: 'With the IKEv1 dependency on, the IPsec SAs go together with this IKE SA.',
        'zh-cn': '开启 IKEv1 依赖功能时，IPsec SA 会随该 IKE SA 一起删除。',
      },
    },
    {
      name: 'phase2 hard expiry',
      why: { en: 'The same for an IPsec SA.', 'zh-cn': 'IPsec SA 的同类原因。' },
    },
  ],
  note: {
    en: 'Sources disagree on unequal lifetimes. The USG6000E guide lets the shorter of the two count, the VRP8 guide says the value of the initiator decides. In IKEv2 the protocol does not negotiate lifetimes; each end keeps its own. In no case does inequality alone make the negotiation fail.',
    'zh-cn':
      '两端生存周期不同时以谁为准，各资料说法不一：USG6000E 配置指南取两端较小值，VRP8 配置指南以发起方为准。IKEv2 协议本身不协商生存周期，各端按自己的值执行。无论哪种情况，仅仅数值不同不会导致协商失败。',
  },
  sources: [
    reference('phase1 hard expiry'),
    'RFC 7296 §2.8',
    'USG6000E configuration guide, IKE proposal',
    'NetEngine 8000 configuration guide, IKE proposal',
  ],
};

export const phase2HardExpiry: CauseDefinition = {
  name: 'phase2 hard expiry',
  kind: 'teardown',
  listed: true,
  harmless: 'depends',
  meaning: {
    en: 'An IPsec SA used up its hard lifetime, in seconds or in kilobytes, and was removed. RFC 4301 gives every SA a soft limit, at which a successor is negotiated, and a hard limit, at which it ends whatever happens. Traffic that arrives afterwards starts a new negotiation, so a tunnel without traffic at night may print this and be perfectly healthy.',
    'zh-cn':
      'IPsec SA 的硬生存周期（按时间或按流量）耗尽，SA 被删除。RFC 4301 为每个 SA 规定软、硬两个门限：到软门限时协商新的 SA，到硬门限时无条件结束。之后再有流量会触发新的协商，因此夜间无流量的隧道打印该原因也可能完全正常。',
  },
  possibleCauses: [
    {
      en: 'The time or volume was used up and no traffic asked for a successor.',
      'zh-cn': '时间或流量用尽，且没有流量触发新 SA。',
    },
    {
      en: 'The lifetime does not suit the link: a small volume limit on a fast link ends an SA within minutes.',
      'zh-cn': '生存周期与链路不匹配：高速链路上流量门限过小，几分钟内就会耗尽。',
    },
    {
      en: 'The renegotiation at the soft lifetime failed.',
      'zh-cn': '软生存周期到达时的重协商失败。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Is the IPsec SA lifetime the one you want? Look at the policy, the template or the profile the tunnel uses first; what is not set there comes from the global value.',
        'zh-cn':
          'IPsec SA 硬生存周期是否符合预期？先看隧道所用的安全策略、安全策略模板或安全框架；其中未配置时取全局值。',
      },
      commands: [
        { command: 'display ipsec policy name <policy-name>', place: 'any view', end: 'both ends' },
        {
          command: 'display ipsec policy-template name <template-name>',
          place: 'any view',
          end: 'both ends',
        },
        { command: 'display ipsec profile name <profile-name>', place: 'any view', end: 'both ends' },
        {
          command: 'display ipsec global config',
          place: 'any view',
          end: 'both ends',
          fields: [
            'IPSec sa global-duration time-based(seconds)',
            'IPSec sa global-duration traffic-based(kbytes)',
          ],
        },
        { command: 'display ike global config', place: 'any view', end: 'both ends' },
      ],
      branches: [
        { when: { en: 'it is', 'zh-cn': '符合' }, next: 'done' },
        { when: { en: 'it is not', 'zh-cn': '不符合' }, next: 2 },
      ],
    },
    {
      check: {
        en: 'Set the lifetime on both gateways, for every tunnel or only for this one.',
        'zh-cn': '在两台网关上配置生存周期，可以对所有隧道生效，也可以只针对该隧道。',
      },
      branches: [
        {
          when: { en: 'for all tunnels', 'zh-cn': '对所有隧道' },
          commands: [
            {
              command: 'ipsec sa global-duration { time-based <seconds> | traffic-based <kilobytes> }',
              place: 'system view',
              end: 'both ends',
            },
          ],
          next: 'done',
        },
        {
          when: { en: 'for this tunnel only', 'zh-cn': '仅对该隧道' },
          advice: {
            en: 'Type it where the tunnel is configured; it outranks the global value.',
            'zh-cn': '在隧道所在的视图下配置，优先于全局值。',
          },
          commands: [
            {
              command: 'sa duration { time-based <seconds> | traffic-based <kilobytes> }',
              place: 'ISAKMP IPsec policy view',
              end: 'both ends',
            },
            {
              command: 'sa duration { time-based <seconds> | traffic-based <kilobytes> }',
              place: 'IPsec policy template view',
              end: 'both ends',
            },
            {
              command: 'sa duration { time-based <seconds> | traffic-based <kilobytes> }',
              place: 'IPsec profile view',
              end: 'both ends',
            },
          ],
          next: 'done',
        },
      ],
    },
  ],
  related: [
    {
      name: 'phase2 sa replace',
      why: {
        en: 'The ordinary end of an IPsec SA whose successor came in time.',
        'zh-cn': '新 SA 按时建立时，旧 IPsec SA 的正常结束原因。',
      },
    },
    {
      name: 'rekey fail',
      why: {
        en: 'Explains why there was no successor, if it stands in the error records shortly before.',
        'zh-cn': '若此前不久有该协商失败记录，就能说明为何没有新 SA 接替。',
      },
    },
    {
      name: 'hard expiry triggered by port mismatch',
      why: {
        en: 'A hard expiry that the device forced because of NAT.',
        'zh-cn': '因 NAT 端口变化而由设备强制触发的硬超时。',
      },
    },
  ],
  note: {
    en: 'The reference names `display ike global config` for the global lifetime, but the output it prints is that of `display ipsec global config`; try both. On USG and S-series the smaller hard lifetime of the two ends counts; the VRP8 guide gives the decision to the initiator, and IKEv2 itself negotiates no lifetime. Defaults differ too: 3600 s and 1843200 KB on S-series, 3600 s and 20000000 KB on NetEngine 8000. Changes reach new SAs only.',
    'zh-cn':
      '参考文档查询全局生存周期时写的是 `display ike global config`，但给出的回显属于 `display ipsec global config`，两条都可以试。USG 和 S 系列取两端硬生存周期的较小值；VRP8 指南称以发起方为准；IKEv2 协议本身不协商生存周期。缺省值也不同：S 系列为 3600 秒、1843200 KB，NetEngine 8000 为 3600 秒、20000000 KB。修改只对新建的 SA 生效。',
  },
  sources: [
    reference('phase2 hard expiry'),
    'RFC 4301 §4.4.2.1',
    'RFC 7296 §2.8',
    'USG6000E command reference, ipsec sa global-duration',
    'S-series command reference, ipsec sa global-duration',
    'NetEngine 8000 command reference, sa duration',
  ],
};

export const phase1SaReplace: CauseDefinition = {
  name: 'phase1 sa replace',
  kind: 'teardown',
  listed: true,
  harmless: 'yes',
  meaning: {
    en: 'A rekey of the IKE SA succeeded. The new SA serves from now on and the old one was removed. No traffic is lost by this.',
    'zh-cn': 'IKE SA 重协商成功，新 SA 开始使用，旧 SA 被删除，业务流量不受影响。',
  },
  possibleCauses: [
    {
      en: 'The soft lifetime of the IKE SA came, and one of the two ends negotiated its successor.',
      'zh-cn': 'IKE SA 到达软生存周期，某一端发起协商并建立了新的 IKE SA。',
    },
  ],
  steps: [normalOperation],
  related: [
    {
      name: 'phase1 hard expiry',
      why: {
        en: 'What is printed when no successor came.',
        'zh-cn': '没有新 SA 接替时打印的原因。',
      },
    },
    {
      name: 'phase2 sa replace',
      why: { en: 'The same for an IPsec SA.', 'zh-cn': 'IPsec SA 的同类原因。' },
    },
  ],
  sources: [reference('phase1 sa replace'), 'RFC 7296 §2.8'],
};

export const phase2SaReplace: CauseDefinition = {
  name: 'phase2 sa replace',
  kind: 'teardown',
  listed: true,
  harmless: 'yes',
  meaning: {
    en: 'A fresh pair of IPsec SAs was negotiated and the pair before it was taken out of service. It belongs to every rekey, so in the records of a busy tunnel it stands there at the pace of the SA lifetime.',
    'zh-cn':
      '协商出一对新的 IPsec SA，原来的一对停止使用并删除。每次重协商都会产生，因此业务繁忙的隧道会按 SA 生存周期的节奏出现该记录。',
  },
  possibleCauses: [
    {
      en: 'The soft lifetime of the IPsec SA, in time or in volume, was reached.',
      'zh-cn': 'IPsec SA 的软生存周期（时间或流量）到达。',
    },
  ],
  steps: [normalOperation],
  related: [
    {
      name: 'phase2 hard expiry',
      why: {
        en: 'What is printed when the old pair ended without a new one.',
        'zh-cn': '旧 SA 结束而没有新 SA 接替时打印的原因。',
      },
    },
    {
      name: 'kick old sa with same flow',
      why: {
        en: 'The old SA also goes there, but because a new user brought the same flow.',
        'zh-cn': '同样是删除旧 SA，但由携带相同数据流的新用户接入触发。',
      },
    },
  ],
  sources: [reference('phase2 sa replace'), 'RFC 7296 §2.8'],
};

export const hardExpiryByPortMismatch: CauseDefinition = {
  name: 'hard expiry triggered by port mismatch',
  kind: 'teardown',
  listed: true,
  harmless: 'yes',
  meaning: {
    en: 'Behind NAT the peer is known by address and UDP port. The port in the packets of the peer is suddenly another one than the SA remembers, so the device let the SA expire at once. A new one has to be negotiated.',
    'zh-cn':
      '对端位于 NAT 之后时，设备用地址和 UDP 端口识别它。收到的报文端口与 SA 记录的不同，设备使该 SA 立即硬超时，需要重新协商新的 SA。',
  },
  possibleCauses: [
    {
      en: 'The NAT device in between was exchanged or restarted, or forgot the mapping, and gave the peer another port.',
      'zh-cn': '中间的 NAT 设备被更换、重启或映射老化，为对端分配了另一个端口。',
    },
  ],
  steps: [normalOperation],
  related: [
    {
      name: 'phase2 hard expiry',
      why: {
        en: 'A hard expiry by age, without NAT having a part in it.',
        'zh-cn': '因到期触发的硬超时，与 NAT 无关。',
      },
    },
    {
      name: 'nat detection fail',
      why: {
        en: 'When NAT is noticed but the negotiation about it goes wrong.',
        'zh-cn': 'NAT 探测处理本身失败时出现。',
      },
    },
  ],
  note: {
    en: 'If it keeps coming back, the mapping dies between packets: NAT keepalives (`ike nat-keepalive-timer interval`) have to be more frequent than the NAT device forgets. This advice is ours; the reference asks for nothing.',
    'zh-cn':
      '若反复出现，说明 NAT 映射在两次报文之间老化：NAT 保活报文间隔（`ike nat-keepalive-timer interval`）应短于 NAT 设备的老化时间。这是本工具的建议，参考文档未要求任何操作。',
  },
  sources: [
    reference('hard expiry triggered by port mismatch'),
    'RFC 3947 §7',
    'RFC 7296 §2.23',
    'S-series configuration guide, NAT traversal',
  ],
};
