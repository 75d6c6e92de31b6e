import { reference } from '../teardown/common';
import type { CauseDefinition } from '../types';
import { ikePeer, ikeProposal, set } from './stepCommands';

/** The Diffie-Hellman group of the end that starts. */
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
  steps: [
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
  ],
  related: [
    {
      name: 'responder dh mismatch',
      why: {
        en: 'The same quarrel, laid at the door of the other role.',
        'zh-cn': '同一问题，从响应方角色给出的原因。',
      },
    },
    {
      name: 'phase1 proposal mismatch',
      why: {
        en: 'The wider comparison: all other parameters of the IKE proposal.',
        'zh-cn': '更全面的比较：IKE 安全提议的其他参数。',
      },
    },
    {
      name: 'phase2 proposal or pfs mismatch',
      why: {
        en: 'If the IKE SA comes up and the group that differs is the one of PFS.',
        'zh-cn': 'IKE SA 已建立，不一致的是 PFS 的 DH 组时。',
      },
    },
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
