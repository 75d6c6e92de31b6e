import type { Localized } from '../../l10n';
import type { CauseDefinition, RelatedCause } from '../types';

/** The responder's finer words for `phase1 proposal mismatch`: it sees the offer and can say which part it could not take. */

interface ProposalPart {
  /** The word in the name of the reason. */
  readonly word: string;
  readonly part: Localized;
  /** The command of the IKE proposal view that decides. */
  readonly command: string;
  /** The line of `display ike proposal` that shows it. */
  readonly field: string;
  /** Which IKE version has the part, if only one has. */
  readonly note: Localized;
  readonly related: readonly RelatedCause[];
  readonly sources: readonly string[];
}

const plainMismatch: RelatedCause = {
  name: 'phase1 proposal mismatch',
  why: {
    en: 'What the initiator of the same negotiation shows; all it learns is that nothing was chosen.',
    'zh-cn': '同一次协商中发起方打印的原因；发起方只知道没有提议被选中。',
  },
};

const restOfTheList: Localized = {
  en: 'The alarm page that lists these reasons was readable only down to the integrity algorithm, so there may be further ones. Their reason code is not known.',
  'zh-cn': '列出这些原因的告警页面只能读到完整性算法为止，可能还有其他原因。其原因码未知。',
};

function responderMismatch(part: ProposalPart): CauseDefinition {
  return {
    name: `phase1 proposal ${part.word} mismatch`,
    kind: 'negotiation',
    listed: false,
    products: {
      en: 'USG6000E and cloud-managed firewalls, and there only on the responder',
      'zh-cn': 'USG6000E 及云管理防火墙，且仅由响应方打印',
    },
    harmless: 'no',
    meaning: {
      en: `This end answered a negotiation, and in no IKE proposal of the initiator did the ${part.part.en} agree with a proposal configured here. It refuses with NO_PROPOSAL_CHOSEN, so the initiator cannot tell which parameter it was.`,
      'zh-cn': `本端作为响应方，发起方的所有 IKE 安全提议中，${part.part['zh-cn']}均与本端配置不一致。响应方以 NO_PROPOSAL_CHOSEN 拒绝，因此发起方无法得知是哪个参数。`,
    },
    possibleCauses: [
      {
        en: `The ${part.part.en} in the IKE proposals of the two ends has no value in common.`,
        'zh-cn': `两端 IKE 安全提议的${part.part['zh-cn']}没有相同的取值。`,
      },
      {
        en: 'The IKE peer refers to another proposal than intended, or to none, and the default proposals of the two products differ.',
        'zh-cn': 'IKE 对等体引用了错误的安全提议，或未引用，而两端产品的缺省提议不同。',
      },
    ],
    steps: [
      {
        check: {
          en: 'Compare this one line on both ends. `Proposal` in the output for the peer tells which proposal number counts.',
          'zh-cn': '在两端比较这一项。对等体回显中的 `Proposal` 说明实际使用的提议编号。',
        },
        commands: [
          {
            command: 'display ike peer name <peer-name>',
            place: 'any view',
            end: 'both ends',
            fields: ['Proposal'],
          },
          {
            command: 'display ike proposal number <number>',
            place: 'any view',
            end: 'both ends',
            fields: [part.field],
          },
        ],
        branches: [
          {
            when: { en: 'the values differ', 'zh-cn': '取值不同' },
            advice: {
              en: 'Set a common value, the stronger of the two.',
              'zh-cn': '改为相同取值，优先选用较强的算法。',
            },
            commands: [{ command: part.command, place: 'IKE proposal view', end: 'both ends' }],
            next: 'done',
          },
          {
            when: { en: 'they are equal', 'zh-cn': '取值相同' },
            advice: {
              en: 'Then the negotiation used another proposal: check that the peer refers to this one.',
              'zh-cn': '说明协商使用了其他提议，请确认对等体引用的就是该提议。',
            },
            next: 'support',
          },
        ],
      },
    ],
    related: [plainMismatch, ...part.related],
    note: {
      en: `${part.note.en} ${restOfTheList.en}`.trim(),
      'zh-cn': `${part.note['zh-cn']}${restOfTheList['zh-cn']}`,
    },
    sources: ['USG6000E alarm reference, hwIPSecNegoFail', ...part.sources],
  };
}

const noNote: Localized = { en: '', 'zh-cn': '' };

export const responderMismatches: readonly CauseDefinition[] = [
  responderMismatch({
    word: 'encryption algorithm',
    part: { en: 'encryption algorithm', 'zh-cn': '加密算法' },
    command: 'encryption-algorithm <algorithm>',
    field: 'Encryption Algorithm',
    note: noNote,
    related: [
      {
        name: 'proposal mismatch or use sm in ikev2',
        why: {
          en: 'When it is a Chinese national (SM) algorithm and the peer runs IKEv2.',
          'zh-cn': '使用国密算法且对等体为 IKEv2 时出现。',
        },
      },
    ],
    sources: ['RFC 2409 §5', 'RFC 7296 §3.3.2'],
  }),
  responderMismatch({
    word: 'authentication method',
    part: { en: 'authentication method', 'zh-cn': '认证方法' },
    command: 'authentication-method { pre-share | rsa-signature | digital-envelope }',
    field: 'Authentication Method',
    note: {
      en: 'The method is part of the offer in IKEv1 only; an IKEv2 proposal does not carry it.',
      'zh-cn': '只有 IKEv1 的提议中携带认证方法，IKEv2 的提议不携带。',
    },
    related: [
      {
        name: 'authentication fail',
        why: {
          en: 'When the method agrees but the key or the certificate does not.',
          'zh-cn': '认证方法一致，但密钥或证书不符时出现。',
        },
      },
    ],
    sources: ['RFC 2409 Appendix A', 'USG6000E configuration guide, IKE proposal'],
  }),
  responderMismatch({
    word: 'authentication algorithm',
    part: { en: 'authentication algorithm (the hash of IKEv1)', 'zh-cn': '认证算法（IKEv1 的 hash 算法）' },
    command: 'authentication-algorithm <algorithm>',
    field: 'Authentication Algorithm',
    note: {
      en: 'IKEv1 only; IKEv2 has an integrity algorithm and a PRF instead.',
      'zh-cn': '仅 IKEv1；IKEv2 对应的是完整性算法和 PRF。',
    },
    related: [],
    sources: ['RFC 2409 Appendix A'],
  }),
  responderMismatch({
    word: 'dh',
    part: { en: 'Diffie-Hellman group', 'zh-cn': 'DH 组' },
    command: 'dh <group>',
    field: 'Diffie-Hellman Group',
    note: {
      en: 'The built-in default differs: group 14 on USG, group 2 on AR V200R007, none on NE40E.',
      'zh-cn': '缺省值因产品而异：USG 为 group14，AR V200R007 为 group2，NE40E 缺省没有 DH 组。',
    },
    related: [
      {
        name: 'responder dh mismatch',
        why: {
          en: 'The same parameter under its general name, with a reason code.',
          'zh-cn': '同一参数的通用名称，带原因码。',
        },
      },
    ],
    sources: ['RFC 7296 §1.2', 'RFC 2409 Appendix A'],
  }),
  responderMismatch({
    word: 'integrity algorithm',
    part: { en: 'integrity algorithm', 'zh-cn': '完整性算法' },
    command: 'integrity-algorithm <algorithm>',
    field: 'Integrity Algorithm',
    note: {
      en: 'IKEv2 only. The PRF (`prf`) is a parameter of its own and has to agree too.',
      'zh-cn': '仅 IKEv2。PRF（`prf`）是另一个参数，也必须一致。',
    },
    related: [],
    sources: ['RFC 7296 §3.3.2'],
  }),
];
