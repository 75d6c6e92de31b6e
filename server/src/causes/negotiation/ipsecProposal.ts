import { reference } from '../teardown/common';
import type { CauseDefinition } from '../types';
import { ikePeer, ipsecProposal, set } from './stepCommands';

/** Causes that one line of the IPsec proposal decides. */

export const encapsulationModeMismatch: CauseDefinition = {
  name: 'encapsulation mode mismatch',
  kind: 'negotiation',
  listed: true,
  reasonCode: 3,
  harmless: 'no',
  meaning: {
    en: 'One end wants to put whole packets into a new IP header (tunnel mode), the other to protect only what follows the existing header (transport mode). In IKEv1 the mode is an attribute of the phase 2 proposal, with values of its own for ESP in UDP (RFC 2407 §4.5, RFC 3947 §5.1). In IKEv2 tunnel is understood and the initiator has to ask for transport by a notification; a responder that leaves the answer out has chosen tunnel (RFC 7296 §1.3.1).',
    'zh-cn':
      '一端要把整个报文封装到新的 IP 头中（隧道模式），另一端只保护原 IP 头之后的内容（传输模式）。IKEv1 中封装模式是第二阶段提议的属性，UDP 封装另有取值（RFC 2407 §4.5，RFC 3947 §5.1）。IKEv2 缺省即隧道模式，发起方用通知载荷请求传输模式；响应方不回应该通知即表示选择隧道模式（RFC 7296 §1.3.1）。',
  },
  possibleCauses: [
    {
      en: 'The `encapsulation-mode` lines of the IPsec proposals are different.',
      'zh-cn': '两端 IPsec 安全提议的 `encapsulation-mode` 不同。',
    },
    {
      en: 'One end leaves it to the default (tunnel), the other was set to transport for GRE or L2TP over IPsec.',
      'zh-cn': '一端采用缺省的隧道模式，另一端因 GRE over IPsec 或 L2TP over IPsec 配置为传输模式。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Read the mode in the IPsec proposal of each gateway.',
        'zh-cn': '查看两端 IPsec 安全提议的封装模式。',
      },
      commands: [ipsecProposal('both ends', 'Encapsulation mode')],
      branches: [
        {
          when: { en: 'the modes differ', 'zh-cn': '封装模式不同' },
          advice: {
            en: 'Take tunnel between networks. Transport suits only traffic that begins and ends on the two gateways themselves, such as GRE or L2TP. A USG responder with `auto` accepts either.',
            'zh-cn':
              '网络之间互通用隧道模式；传输模式只适合两台网关自身之间的流量，例如 GRE 或 L2TP。USG 配置为 `auto` 时，作为响应方两种都接受。',
          },
          commands: [set('encapsulation-mode { tunnel | transport | auto }', 'IPsec proposal view')],
          next: 'done',
        },
        {
          when: { en: 'they are equal', 'zh-cn': '相同' },
          advice: {
            en: 'Make sure that the policy refers to the proposal you looked at.',
            'zh-cn': '请确认安全策略引用的就是所查看的提议。',
          },
          next: 'support',
        },
      ],
    },
  ],
  related: [
    {
      name: 'phase2 proposal or pfs mismatch',
      why: {
        en: 'The other parameters of phase 2. Its steps look at the mode as well, so either name may appear.',
        'zh-cn': '第二阶段的其他参数。其步骤中也检查封装模式，因此两个名称都可能出现。',
      },
    },
    {
      name: 'flow or peer mismatch',
      why: {
        en: 'In transport mode the flow has to be between the two gateways; an ACL for networks behind them cannot fit.',
        'zh-cn': '传输模式下数据流必须是两台网关之间的流量，为其身后网段写的 ACL 无法匹配。',
      },
    },
  ],
  sources: [
    reference('encapsulation mode mismatch'),
    'RFC 2407 §4.5',
    'RFC 3947 §5.1',
    'RFC 7296 §1.3.1',
    'RFC 4301 §4.1',
    'USG6000E configuration guide, IPsec proposal',
  ],
};

const ahAuthentication = set('ah authentication-algorithm <algorithm>', 'IPsec proposal view');
const espAuthentication = set('esp authentication-algorithm <algorithm>', 'IPsec proposal view');
const espEncryption = set('esp encryption-algorithm <algorithm>', 'IPsec proposal view');

const stayWithV1 = {
  en: 'If the rules of your network demand SM, let both ends negotiate IKEv1 for this tunnel instead (`undo version 2` in the IKE peer view).',
  'zh-cn': '若必须使用国密算法，可让两端在该隧道上改用 IKEv1 协商（IKE 对等体视图下 `undo version 2`）。',
};

export const ikev2NotSupportSm: CauseDefinition = {
  name: 'ikev2 not support sm in ipsec proposal',
  kind: 'negotiation',
  listed: true,
  aliases: ['ikev2 not support sm in ipsec proposal ikev2'],
  reasonCode: 47,
  products: {
    en: 'AR (reason code); Open Telekom Cloud gateway (spelling with `ikev2` at the end)',
    'zh-cn': 'AR（原因码）；Open Telekom Cloud 网关（末尾带 `ikev2` 的写法）',
  },
  harmless: 'no',
  meaning: {
    en: 'The IPsec proposal asks for SM1, SM3 or SM4, and the peer runs IKEv2. On these devices SM algorithms can be agreed with IKEv1 only, so the device gives up by itself: nothing is wrong with the other end, and it may have seen no more than an IKE_SA_INIT.',
    'zh-cn':
      'IPsec 安全提议中使用了 SM1、SM3 或 SM4，而对等体采用 IKEv2。设备只支持通过 IKEv1 协商国密算法，因此由本端自行终止协商。对端没有问题，可能只收到过 IKE_SA_INIT。',
  },
  possibleCauses: [
    {
      en: 'SM was configured for a tunnel to be negotiated with IKEv2.',
      'zh-cn': '为 IKEv2 协商的隧道配置了国密算法。',
    },
    {
      en: 'Nobody chose IKEv2, but both versions are enabled, and a device with both starts with IKEv2.',
      'zh-cn': '并未有意使用 IKEv2，但两个版本都使能时设备以 IKEv2 发起。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Find the SM algorithm in the IPsec proposals of both gateways.',
        'zh-cn': '在两端 IPsec 安全提议中查找国密算法。',
      },
      commands: [
        ipsecProposal('both ends', 'Transform', 'AH protocol', 'ESP protocol'),
        ikePeer('both ends', 'IKE version'),
      ],
      branches: [
        {
          when: { en: 'SM3 authenticates AH', 'zh-cn': 'AH 认证算法为 SM3' },
          advice: { en: 'Take SHA-2 instead.', 'zh-cn': '改为 SHA-2。' },
          commands: [ahAuthentication],
          next: 'done',
        },
        {
          when: { en: 'SM3 authenticates ESP', 'zh-cn': 'ESP 认证算法为 SM3' },
          advice: { en: 'Take SHA-2 instead.', 'zh-cn': '改为 SHA-2。' },
          commands: [espAuthentication],
          next: 'done',
        },
        {
          when: { en: 'SM1 or SM4 encrypts ESP', 'zh-cn': 'ESP 加密算法为 SM1 或 SM4' },
          advice: { en: 'Take AES instead.', 'zh-cn': '改为 AES。' },
          commands: [espEncryption],
          next: 'done',
        },
        {
          when: { en: 'SM has to stay', 'zh-cn': '必须保留国密算法' },
          advice: stayWithV1,
          next: 'done',
        },
        { when: { en: 'there is none', 'zh-cn': '没有国密算法' }, next: 'support' },
      ],
    },
  ],
  related: [
    {
      name: 'proposal mismatch or use sm in ikev2',
      why: {
        en: 'The vaguer form: SM somewhere, or simply unequal proposals.',
        'zh-cn': '较笼统的原因：某处使用国密算法，或提议不一致。',
      },
    },
    {
      name: 'version mismatch',
      why: {
        en: 'May follow if only one end is taken back to IKEv1.',
        'zh-cn': '只把一端改回 IKEv1 时可能出现。',
      },
    },
  ],
  sources: [
    reference('ikev2 not support sm in ipsec proposal'),
    reference('version mismatch'),
    'AR alarm reference, hwIPSecNegoFail',
    'Open Telekom Cloud VPN user guide, connection not connected',
  ],
};
