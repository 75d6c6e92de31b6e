import { reference } from '../teardown/common';
import type { CauseDefinition } from '../types';
import { errorsOfOtherEnd, ikePeer, ikeProposal, ikeProposalDifferences, ikeProposalFields, set } from './common';

/** Causes that come down to the IKE proposals of the two ends. */

export const phase1ProposalMismatch: CauseDefinition = {
  name: 'phase1 proposal mismatch',
  kind: 'negotiation',
  listed: true,
  reasonCode: 1,
  harmless: 'no',
  meaning: {
    en: 'No IKE proposal of the initiator could be accepted by the responder, so the IKE SA was never built. IKEv1 wants one whole set: encryption, hash, authentication method and group have to agree together (RFC 2409 §4). IKEv2 picks one value for each kind separately, and its offer carries no authentication method (RFC 7296 §3.3). The refusal travels as NO_PROPOSAL_CHOSEN, which does not say what was wrong; the initiator prints this cause, and newer firewalls print the exact parameter on the responder.',
    'zh-cn':
      '响应方无法接受发起方的任何一个 IKE 安全提议，IKE SA 未能建立。IKEv1 要求整组参数同时一致：加密算法、认证算法（hash）、认证方法和 DH 组（RFC 2409 §4）；IKEv2 对每类算法分别选择，且提议中不携带认证方法（RFC 7296 §3.3）。响应方以 NO_PROPOSAL_CHOSEN 拒绝，其中不说明具体参数，因此发起方只打印该原因；较新的防火墙会在响应方打印具体参数。',
  },
  possibleCauses: [
    {
      en: 'An algorithm, the DH group or the authentication method has no value that both ends allow.',
      'zh-cn': '某个算法、DH 组或认证方法在两端没有相同的取值。',
    },
    {
      en: 'The IKE peer refers to another proposal number than you think, or to none, so that the built-in ones count.',
      'zh-cn': 'IKE 对等体引用的提议编号与预期不同，或未引用而使用了系统缺省提议。',
    },
    {
      en: 'Both ends rely on defaults, and the defaults of the two products or releases differ.',
      'zh-cn': '两端都使用缺省值，而两种产品或版本的缺省值不同。',
    },
  ],
  steps: [
    {
      check: {
        en: 'See which proposal number the IKE peer uses on each end, then compare those two proposals line by line. A line may hold several algorithms; one in common is enough. Integrity and PRF count for IKEv2 only, the authentication algorithm for IKEv1 only.',
        'zh-cn':
          '先查看两端 IKE 对等体引用的提议编号，再逐行比较这两个提议。一行中可有多个算法，有一个相同即可。完整性算法和 PRF 只用于 IKEv2，认证算法只用于 IKEv1。',
      },
      commands: [ikePeer('both ends', 'Proposal', 'IKE version'), ikeProposal(...ikeProposalFields)],
      branches: [
        ...ikeProposalDifferences('done'),
        {
          when: { en: 'every line agrees', 'zh-cn': '各项均一致' },
          next: 2,
        },
      ],
    },
    {
      check: {
        en: 'What did the other gateway write down for the same minute? A responder may name the parameter.',
        'zh-cn': '对端在同一时刻记录了什么？响应方可能会指出具体参数。',
      },
      commands: [errorsOfOtherEnd],
      branches: [
        {
          when: { en: 'it names a parameter', 'zh-cn': '给出了具体参数' },
          advice: {
            en: 'Then a different proposal was negotiated than the one compared. Make both peers refer to the intended number.',
            'zh-cn': '说明实际协商的不是所比较的提议，请在两端对等体中引用正确的提议编号。',
          },
          commands: [set('ike-proposal <number>', 'IKE peer view')],
          next: 'done',
        },
        { when: { en: 'it says no more than this end', 'zh-cn': '没有更多信息' }, next: 'support' },
      ],
    },
  ],
  related: [
    {
      name: 'version mismatch',
      why: {
        en: 'If the proposals are equal but one end negotiates IKEv1 and the other IKEv2.',
        'zh-cn': '提议一致，但一端用 IKEv1，另一端用 IKEv2 时。',
      },
    },
    {
      name: 'responder dh mismatch',
      why: { en: 'If only the DH group is in question.', 'zh-cn': '仅 DH 组不一致时。' },
    },
    {
      name: 'proposal mismatch or use sm in ikev2',
      why: {
        en: 'If one of the algorithms is SM3 or SM4 and the peer runs IKEv2.',
        'zh-cn': '算法中含 SM3、SM4 且使用 IKEv2 时。',
      },
    },
    {
      name: 'max transmit reached',
      why: {
        en: 'What an initiator shows if the responder stays silent instead of refusing.',
        'zh-cn': '响应方不应答而非明确拒绝时，发起方打印的原因。',
      },
    },
  ],
  note: {
    en: 'Lifetimes are no reason for this on a USG: the shorter one is used. A proposal created without further lines means AES-256 with group 14 on a USG6000E, AES-256 with group 2 on AR V200R007 and no DH group at all on NE40E. A USG6000E responder that prints `phase1 proposal encryption algorithm mismatch`, or the same with authentication method, authentication algorithm, dh or integrity algorithm, describes the same refusal. A responder with `ike negotiate compatible` takes any supported proposal.',
    'zh-cn':
      'USG 上生存周期不同不会导致该问题，取较短者。只创建而不配置参数的提议：USG6000E 为 AES-256、group14，AR V200R007 为 AES-256、group2，NE40E 则没有 DH 组。USG6000E 作为响应方打印的 `phase1 proposal encryption algorithm mismatch`（以及 authentication method、authentication algorithm、dh、integrity algorithm 各种形式）是同一次拒绝的细分说明。配置了 `ike negotiate compatible` 的响应方可接受任何支持的提议。',
  },
  sources: [
    reference('phase1 proposal mismatch'),
    'RFC 2409 §4',
    'RFC 2409 §5',
    'RFC 7296 §2.7',
    'RFC 7296 §3.3',
    'USG6000E command reference, ike proposal',
    'USG6000E configuration guide, IKE proposal',
    'AR500 V200R007 command reference, ike proposal',
    'USG6000E alarm reference, hwIPSecNegoFail',
    'USG6000E command reference, ike negotiate compatible',
  ],
};

const groupsDiffer: CauseDefinition['steps'] = [
  {
    check: {
      en: 'Read the DH group of the proposal that each peer uses. `MODP-2048` is group 14. Several groups on one end are fine as long as one of them stands on the other end too.',
      'zh-cn':
        '查看两端对等体所用提议的 DH 组。`MODP-2048` 即 group14。一端可以有多个组，只要其中一个在另一端也存在。',
    },
    commands: [ikePeer('both ends', 'Proposal'), ikeProposal('Diffie-Hellman Group')],
    branches: [
      {
        when: { en: 'no group is common', 'zh-cn': '没有相同的 DH 组' },
        advice: {
          en: 'Agree on one group, 14 or higher: groups 1, 2 and 5 are considered weak.',
          'zh-cn': '统一为同一 DH 组，建议 group14 及以上；group1、2、5 强度不足。',
        },
        commands: [set('dh <group>', 'IKE proposal view')],
        next: 'done',
      },
      {
        when: { en: 'the groups agree', 'zh-cn': 'DH 组一致' },
        advice: {
          en: 'Compare the PFS groups as well, and make sure that the proposal you looked at is the one in use.',
          'zh-cn': '同时比较两端的 PFS 组，并确认所查看的提议就是实际使用的提议。',
        },
        next: 'support',
      },
    ],
  },
];

const pfsInstead = {
  name: 'phase2 proposal or pfs mismatch',
  why: {
    en: 'If the IKE SA comes up and the group that differs is the one of PFS.',
    'zh-cn': 'IKE SA 已建立，不一致的是 PFS 的 DH 组时。',
  },
};

const wholeProposal = {
  name: 'phase1 proposal mismatch',
  why: {
    en: 'The wider comparison: all other parameters of the IKE proposal.',
    'zh-cn': '更全面的比较：IKE 安全提议的其他参数。',
  },
};

export const initiatorDhMismatch: CauseDefinition = {
  name: 'initiator dh mismatch',
  kind: 'negotiation',
  listed: true,
  reasonCode: 7,
  harmless: 'no',
  meaning: {
    en: 'The Diffie-Hellman group the initiator works with does not fit the other end. An IKEv2 initiator has to guess: its first message already carries a public value of one group. A responder that wants another of the offered groups answers INVALID_KE_PAYLOAD with the number it wants, and the initiator tries again with that; if the wanted group is none it offered, the attempt ends here.',
    'zh-cn':
      '发起方使用的 DH 组与对端不匹配。IKEv2 发起方必须先猜测：首个报文就携带某个 DH 组的公开值。若响应方要用提议中的另一个组，则回复 INVALID_KE_PAYLOAD 并给出组号，发起方据此重试；如果给出的组不在发起方提议中，协商就此失败。',
  },
  possibleCauses: [
    {
      en: 'The `dh` lines of the two IKE proposals have no group in common.',
      'zh-cn': '两端 IKE 安全提议的 `dh` 没有相同的组。',
    },
    {
      en: 'IKEv1 aggressive mode: the group cannot be negotiated there at all, since the public value travels in the first message.',
      'zh-cn': 'IKEv1 野蛮模式：公开值在首个报文中发送，DH 组根本无法协商，必须预先一致。',
    },
  ],
  steps: groupsDiffer,
  related: [
    {
      name: 'responder dh mismatch',
      why: {
        en: 'The same quarrel, laid at the door of the other role.',
        'zh-cn': '同一问题，从响应方角色给出的原因。',
      },
    },
    wholeProposal,
    pfsInstead,
  ],
  note: {
    en: 'No source tells which of the two ends prints this name. Look at both, and compare proposals whichever you find.',
    'zh-cn': '没有资料说明该原因由哪一端打印。两端都应查看，无论出现在哪一端，都按比较提议处理。',
  },
  sources: [
    reference('initiator dh mismatch'),
    'RFC 7296 §1.2',
    'RFC 7296 §3.4',
    'RFC 2409 §5',
    'USG6000E configuration guide, IKE proposal',
  ],
};

export const responderDhMismatch: CauseDefinition = {
  name: 'responder dh mismatch',
  kind: 'negotiation',
  listed: true,
  reasonCode: 6,
  harmless: 'no',
  meaning: {
    en: 'The group with which the responder would compute the Diffie-Hellman secret is not the one of the initiator. Without a common group there is no shared secret, and none of the later keys can be derived. In IKEv1 main mode the group belongs to the proposal that the responder selects in its first answer, in IKEv2 it is a transform of its own beside the cipher.',
    'zh-cn':
      '响应方计算 DH 共享密钥所用的组与发起方不同。没有相同的组就没有共享密钥，后续密钥都无法派生。IKEv1 主模式中，DH 组属于响应方在首个应答中选定的提议；IKEv2 中它是与加密算法并列的独立变换。',
  },
  possibleCauses: [
    {
      en: 'Different groups in the IKE proposals that the two peers use.',
      'zh-cn': '两端对等体所用 IKE 安全提议的 DH 组不同。',
    },
    {
      en: 'A default on one end: group 14 on a USG, group 2 on AR V200R007, none on NE40E.',
      'zh-cn': '一端使用缺省值：USG 为 group14，AR V200R007 为 group2，NE40E 缺省没有 DH 组。',
    },
  ],
  steps: groupsDiffer,
  related: [
    {
      name: 'initiator dh mismatch',
      why: {
        en: 'The counterpart that names the initiator.',
        'zh-cn': '与之对应、指向发起方的原因。',
      },
    },
    wholeProposal,
    {
      name: 'phase1 proposal dh mismatch',
      why: {
        en: 'How some firewalls word it on the responder when they go through an offer.',
        'zh-cn': '部分防火墙作为响应方检查提议时的表述。',
      },
    },
    pfsInstead,
  ],
  sources: [
    reference('responder dh mismatch'),
    'RFC 2409 §5',
    'RFC 7296 §2.7',
    'RFC 7296 §2.14',
    'USG6000E command reference, ike proposal',
    'AR500 V200R007 command reference, ike proposal',
  ],
};
