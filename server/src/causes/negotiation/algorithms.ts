import { reference } from '../teardown/common';
import type { CauseDefinition } from '../types';
import {
  ahAuthentication,
  espAuthentication,
  espEncryption,
  ikePeer,
  ikeProposal,
  ikeProposalDifferences,
  ikeProposalFields,
  ipsecProposal,
  ipsecProposalDifferences,
  ipsecProposalFields,
  set,
} from './common';

/** Causes around the Chinese national (SM) algorithms, which IKEv2 on these devices does not take. */

const stayWithV1 = {
  en: 'If the rules of your network demand SM, let both ends negotiate IKEv1 for this tunnel instead (`undo version 2` in the IKE peer view).',
  'zh-cn': '若必须使用国密算法，可让两端在该隧道上改用 IKEv1 协商（IKE 对等体视图下 `undo version 2`）。',
};

export const proposalMismatchOrSm: CauseDefinition = {
  name: 'proposal mismatch or use sm in ikev2',
  kind: 'negotiation',
  listed: true,
  reasonCode: 45,
  products: { en: 'AR (reason code)', 'zh-cn': 'AR（原因码）' },
  harmless: 'no',
  meaning: {
    en: 'One name for two findings: the proposals of the two ends do not meet, or one of them holds an SM algorithm although the negotiation runs over IKEv2, where these devices cannot use it. A proposal that loses its only cipher this way has nothing left to offer, so to the peer both findings look alike and it answers NO_PROPOSAL_CHOSEN.',
    'zh-cn':
      '一个名称对应两种情况：两端的安全提议不匹配；或者通过 IKEv2 协商却使用了国密（SM）算法，而设备的 IKEv2 不支持该算法。后一种情况下提议中没有可用算法，对端看来与不匹配相同，都以 NO_PROPOSAL_CHOSEN 应答。',
  },
  possibleCauses: [
    {
      en: 'The IKE proposals have no common set of parameters.',
      'zh-cn': '两端 IKE 安全提议没有相同的参数组合。',
    },
    {
      en: 'The IPsec proposals have none.',
      'zh-cn': '两端 IPSec 安全提议没有相同的参数组合。',
    },
    {
      en: 'SM1, SM3 or SM4 is configured for a peer that negotiates with IKEv2. With both versions enabled a device starts with IKEv2.',
      'zh-cn': '使用 IKEv2 的对等体配置了 SM1、SM3 或 SM4。两个版本都使能时，设备以 IKEv2 发起协商。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Begin with phase 1: does every line of the two IKE proposals have a value in common?',
        'zh-cn': '先看 IKE 安全提议：两端每一项是否都有相同的取值？',
      },
      commands: [ikeProposal(...ikeProposalFields)],
      branches: [
        ...ikeProposalDifferences('done'),
        {
          when: { en: 'they agree', 'zh-cn': '一致' },
          next: 2,
        },
      ],
    },
    {
      check: {
        en: 'Then phase 2: compare the IPsec proposals that the two policies refer to.',
        'zh-cn': '再看两端安全策略引用的 IPSec 安全提议是否一致。',
      },
      commands: [ipsecProposal('both ends', ...ipsecProposalFields)],
      branches: [
        ...ipsecProposalDifferences('done'),
        {
          when: { en: 'they agree', 'zh-cn': '一致' },
          next: 3,
        },
      ],
    },
    {
      check: {
        en: 'Equal proposals can still be unusable. Is there SM1, SM3 or SM4 in the output of the two steps before, and is IKEv2 enabled for the peer?',
        'zh-cn': '提议一致也可能不可用：前两步的回显中是否有 SM1、SM3 或 SM4，且该对等体使能了 IKEv2？',
      },
      commands: [ikePeer('both ends', 'IKE version')],
      branches: [
        {
          when: { en: 'SM in the IKE proposal, and IKEv2', 'zh-cn': 'IKE 安全提议使用国密算法且为 IKEv2' },
          advice: {
            en: 'Put AES and SHA-2 in their place; for IKEv2 it is the encryption, the integrity and the PRF algorithm that count.',
            'zh-cn': '改为 AES 和 SHA-2；IKEv2 使用的是加密算法、完整性算法和 PRF。',
          },
          commands: [
            set('encryption-algorithm <algorithm>', 'IKE proposal view'),
            set('integrity-algorithm <algorithm>', 'IKE proposal view'),
            set('prf <algorithm>', 'IKE proposal view'),
          ],
          next: 'done',
        },
        {
          when: { en: 'SM in the IPsec proposal, and IKEv2', 'zh-cn': 'IPSec 安全提议使用国密算法且为 IKEv2' },
          advice: stayWithV1,
          commands: [espEncryption, espAuthentication, ahAuthentication],
          next: 'done',
        },
        { when: { en: 'no SM algorithm, or IKEv1 only', 'zh-cn': '没有国密算法，或只使用 IKEv1' }, next: 'support' },
      ],
    },
  ],
  related: [
    {
      name: 'phase1 proposal mismatch',
      why: {
        en: 'The cause for phase 1 alone where the device tells the phases apart.',
        'zh-cn': '设备能区分阶段时，仅第一阶段不匹配的原因。',
      },
    },
    {
      name: 'phase2 proposal or pfs mismatch',
      why: {
        en: 'Likewise for phase 2; it also covers flows and PFS, which this cause does not.',
        'zh-cn': '仅第二阶段不匹配的原因，还包括数据流和 PFS。',
      },
    },
    {
      name: 'ikev2 not support sm in ipsec proposal',
      why: {
        en: 'When the device is sure that it is SM in the IPsec proposal.',
        'zh-cn': '设备已确定是 IPSec 安全提议中的国密算法时。',
      },
    },
  ],
  note: {
    en: 'The reason code stands on the AR list only; the name is known from firewalls and the Open Telekom Cloud gateway as well. An IPsec proposal may be tried from a list of up to twelve, so compare all that the policy names.',
    'zh-cn':
      '原因码仅见于 AR 列表，名称在防火墙和 Open Telekom Cloud 网关上也有。一条安全策略最多可引用 12 个 IPSec 安全提议，应全部比较。',
  },
  sources: [
    reference('proposal mismatch or use sm in ikev2'),
    'AR alarm reference, hwIPSecNegoFail',
    'Open Telekom Cloud VPN user guide, connection not connected',
    'RFC 7296 §2.7',
    'RFC 7296 §3.3',
    'USG6000E command reference, proposal',
  ],
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
      'IPSec 安全提议中使用了 SM1、SM3 或 SM4，而对等体采用 IKEv2。设备只支持通过 IKEv1 协商国密算法，因此由本端自行终止协商。对端没有问题，可能只收到过 IKE_SA_INIT。',
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
        'zh-cn': '在两端 IPSec 安全提议中查找国密算法。',
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
