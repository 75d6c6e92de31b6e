import { protectedFlows, reference } from '../teardown/common';
import type { CauseDefinition, StepCommand } from '../types';
import {
  ikeProposalOnBothEnds,
  ipsecProposalOnBothEnds,
  repairIkeProposal,
  repairIpsecProposal,
} from './proposalSteps';

/** Phase 2: flow, IPsec proposal and PFS, and the IKEv2 reason that covers both phases. */

function pfsIn(place: StepCommand['place']): StepCommand {
  return { command: 'pfs <dh-group>', place, end: 'both ends' };
}

export const phase2ProposalOrPfsMismatch: CauseDefinition = {
  name: 'phase2 proposal or pfs mismatch',
  kind: 'negotiation',
  listed: true,
  reasonCode: 2,
  harmless: 'no',
  meaning: {
    en: 'The IKE SA is up, and the two ends could not agree on the IPsec SA: on the flow to protect, on protocol and algorithms, or on perfect forward secrecy. The responder refuses with NO_PROPOSAL_CHOSEN and has this reason as the one who compared; the initiator shows it for the refusal. Under IKEv2 the first IPsec SA has no Diffie-Hellman exchange of its own, so a tunnel that comes up and fails at its first rekey points to PFS.',
    'zh-cn':
      'IKE SA 已建立，但两端无法就 IPsec SA 达成一致：保护的数据流、安全协议和算法，或完善的前向安全性 PFS。响应方比较后以 NO_PROPOSAL_CHOSEN 拒绝，发起方收到拒绝后也显示该原因。IKEv2 的首个 IPsec SA 不单独进行 DH 交换，因此隧道能建立、首次重协商时失败，多为 PFS 不一致。',
  },
  possibleCauses: [
    {
      en: 'The security ACLs are not mirror images. IKEv2 can narrow a wider flow to a common part, IKEv1 cannot.',
      'zh-cn': '两端安全 ACL 不是镜像。IKEv2 可以将较宽的数据流收窄为公共部分，IKEv1 不能。',
    },
    {
      en: 'Encapsulation mode, AH or ESP, or their algorithms differ in every IPsec proposal the policies refer to.',
      'zh-cn': '安全策略引用的所有 IPsec 安全提议中，封装模式、AH/ESP 协议或算法均不一致。',
    },
    {
      en: 'One end has PFS and the other has not. IKEv1 quick mode fails at once, IKEv2 when the IPsec SA is renewed. PFS on neither end is agreement.',
      'zh-cn':
        '一端配置了 PFS，另一端没有。IKEv1 快速模式立即失败，IKEv2 在更新 IPsec SA 时失败。两端都不配置 PFS 属于一致。',
    },
    {
      en: 'Both ends have PFS, with different groups.',
      'zh-cn': '两端都配置了 PFS，但 DH 组不同。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Is every rule of one end the mirror of a rule on the other, source and destination exchanged, wildcards and protocol the same? A profile on a tunnel interface has no ACL, a template may have none.',
        'zh-cn':
          '一端的每条规则是否都是对端某条规则的镜像：源和目的互换，反掩码和协议相同？Tunnel 接口上的安全框架没有 ACL，安全策略模板也可以没有。',
      },
      commands: protectedFlows,
      branches: [
        {
          when: { en: 'they are no mirror images', 'zh-cn': '不是镜像' },
          advice: {
            en: 'Correct the end that does not describe the real networks.',
            'zh-cn': '修改与实际网段不符的一端。',
          },
          commands: [
            {
              command:
                'rule <rule-id> permit ip source <source-address> <source-wildcard> destination <destination-address> <destination-wildcard>',
              place: 'ACL view',
              end: 'both ends',
            },
          ],
          next: 'done',
        },
        { when: { en: 'they are, or there is no ACL', 'zh-cn': '互为镜像，或没有 ACL' }, next: 2 },
      ],
    },
    {
      check: {
        en: 'Do the IPsec proposals named in the two policies agree? A block without lines has all the defaults of its product.',
        'zh-cn': '两端安全策略引用的 IPsec 安全提议是否一致？没有配置行的提议取该产品的全部缺省值。',
      },
      commands: [ipsecProposalOnBothEnds],
      branches: [
        { when: { en: 'they differ', 'zh-cn': '不同' }, next: 3 },
        { when: { en: 'they agree', 'zh-cn': '一致' }, next: 4 },
      ],
    },
    repairIpsecProposal,
    {
      check: {
        en: 'Compare PFS where the tunnel is configured: in the policy, in the template or in the profile. Only the group or its absence matters.',
        'zh-cn': '在隧道所用的安全策略、安全策略模板或安全框架中比较 PFS，只需看是否配置以及 DH 组。',
      },
      commands: [
        {
          command: 'display ipsec policy name <policy-name>',
          place: 'any view',
          end: 'both ends',
          fields: ['Perfect forward secrecy'],
        },
        {
          command: 'display ipsec profile name <profile-name>',
          place: 'any view',
          end: 'both ends',
          fields: ['Perfect forward secrecy'],
        },
        {
          command: 'display ipsec policy-template name <template-name>',
          place: 'any view',
          end: 'both ends',
          fields: ['Perfect forward secrecy'],
        },
      ],
      branches: [
        {
          when: { en: 'one end has none, or the groups differ', 'zh-cn': '一端未配置，或 DH 组不同' },
          advice: {
            en: 'Set the same group on both ends, group 14 or higher. `undo pfs` on both ends would make them agree as well, at the price of forward secrecy. Then renew the IPsec SA once, to see that the rekey passes.',
            'zh-cn':
              '两端配置相同的 DH 组，建议 group14 及以上。两端都执行 `undo pfs` 也能一致，但失去前向安全性。之后触发一次 IPsec SA 重协商进行验证。',
          },
          commands: [
            pfsIn('ISAKMP IPsec policy view'),
            pfsIn('IPsec policy template view'),
            pfsIn('IPsec profile view'),
          ],
          next: 'done',
        },
        {
          when: { en: 'same group, or none on either', 'zh-cn': 'DH 组相同，或两端都未配置' },
          next: 'support',
        },
      ],
    },
  ],
  related: [
    {
      name: 'flow or peer mismatch',
      why: {
        en: 'The device is sure that it is the flow, and does not suspect the proposal.',
        'zh-cn': '设备已确定是数据流问题，而不是安全提议。',
      },
    },
    {
      name: 'encapsulation mode mismatch',
      why: {
        en: 'Only tunnel against transport mode.',
        'zh-cn': '仅封装模式不一致。',
      },
    },
    {
      name: 'rekey fail',
      why: {
        en: 'The renewal of an IPsec SA got no answer at all.',
        'zh-cn': '更新 IPsec SA 时没有收到任何应答。',
      },
    },
    {
      name: 'phase1 proposal mismatch',
      why: {
        en: 'The disagreement comes earlier, over the IKE SA.',
        'zh-cn': '更早的阶段，即 IKE SA 的提议不一致。',
      },
    },
  ],
  note: {
    en: 'An IKEv2 rekey that meets a wrong group may be answered INVALID_KE_PAYLOAD with the group wanted, and is repeated; NO_PROPOSAL_CHOSEN follows when there is no common one. Trials with strongSwan show the same: IKEv1 fails in quick mode at once, IKEv2 not before the rekey.',
    'zh-cn':
      'IKEv2 重协商时若 DH 组不符，响应方可回复 INVALID_KE_PAYLOAD 并指明所需的 DH 组，发起方随后重试；没有相同 DH 组时回复 NO_PROPOSAL_CHOSEN。用 strongSwan 试验的结果相同：IKEv1 在快速模式立即失败，IKEv2 到重协商时才失败。',
  },
  sources: [
    reference('phase2 proposal or pfs mismatch'),
    'Huawei Cloud VPN FAQ, PFS',
    'RFC 2409 §5.5',
    'RFC 7296 §1.2',
    'RFC 7296 §1.3',
    'RFC 7296 §2.9',
  ],
};

export const proposalMismatchOrSm: CauseDefinition = {
  name: 'proposal mismatch or use sm in ikev2',
  kind: 'negotiation',
  listed: true,
  reasonCode: 45,
  products: {
    en: 'The reason code stands on the AR list only.',
    'zh-cn': '原因码仅见于 AR 列表。',
  },
  harmless: 'no',
  meaning: {
    en: 'An IKEv2 negotiation ended without a common proposal, in phase 1 or in phase 2. The device also prints it where the proposals are equal but contain one of the Chinese national algorithms (SM), which it cannot use with IKEv2; equality is no proof of health here. The other end is told NO_PROPOSAL_CHOSEN at best.',
    'zh-cn':
      'IKEv2 协商在第一阶段或第二阶段没有得到相同的安全提议。若两端提议相同但包含国密（SM）算法，设备也打印该原因，因为 IKEv2 不支持国密算法；因此提议一致并不说明没有问题。对端至多收到 NO_PROPOSAL_CHOSEN。',
  },
  possibleCauses: [
    {
      en: 'The IKE proposals have a parameter without a common value.',
      'zh-cn': '两端 IKE 安全提议有参数没有相同取值。',
    },
    {
      en: 'The IPsec proposals differ.',
      'zh-cn': '两端 IPsec 安全提议不同。',
    },
    {
      en: 'SM4 (or SM1) encryption or SM3 authentication is configured for a peer that runs IKEv2.',
      'zh-cn': '为使用 IKEv2 的对等体配置了 SM4（或 SM1）加密算法或 SM3 认证算法。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Compare the IKE proposals of both ends, and watch for an encryption algorithm whose name begins with SM.',
        'zh-cn': '比较两端的 IKE 安全提议，并注意加密算法是否以 SM 开头。',
      },
      commands: [ikeProposalOnBothEnds],
      branches: [
        { when: { en: 'they agree', 'zh-cn': '一致' }, next: 3 },
        { when: { en: 'they differ', 'zh-cn': '不同' }, next: 2 },
      ],
    },
    repairIkeProposal,
    {
      check: {
        en: 'Compare the IPsec proposals in the same way.',
        'zh-cn': '同样比较两端的 IPsec 安全提议。',
      },
      commands: [ipsecProposalOnBothEnds],
      branches: [
        { when: { en: 'they agree', 'zh-cn': '一致' }, next: 5 },
        { when: { en: 'they differ', 'zh-cn': '不同' }, next: 4 },
      ],
    },
    repairIpsecProposal,
    {
      check: {
        en: 'Does SM1, SM3 or SM4 stand in any of the outputs you have just read?',
        'zh-cn': '以上回显中是否出现 SM1、SM3 或 SM4？',
      },
      branches: [
        {
          when: { en: 'yes', 'zh-cn': '是' },
          advice: {
            en: 'Replace it on both ends, for example by aes-256 and sha2-256.',
            'zh-cn': '在两端改为非国密算法，例如 aes-256 和 sha2-256。',
          },
          commands: [
            {
              command: 'encryption-algorithm <algorithm>',
              place: 'IKE proposal view',
              end: 'both ends',
            },
            {
              command: 'esp encryption-algorithm <algorithm>',
              place: 'IPsec proposal view',
              end: 'both ends',
            },
            {
              command: 'esp authentication-algorithm <algorithm>',
              place: 'IPsec proposal view',
              end: 'both ends',
            },
            {
              command: 'ah authentication-algorithm <algorithm>',
              place: 'IPsec proposal view',
              end: 'both ends',
            },
          ],
          next: 'done',
        },
        { when: { en: 'no', 'zh-cn': '否' }, next: 'support' },
      ],
    },
  ],
  related: [
    {
      name: 'ikev2 not support sm in ipsec proposal',
      why: {
        en: 'The device has found the SM algorithm in the IPsec proposal for certain.',
        'zh-cn': '设备已确定 IPsec 安全提议中使用了国密算法。',
      },
    },
    {
      name: 'phase1 proposal mismatch',
      why: {
        en: 'An IKE proposal that does not fit, without any question of SM.',
        'zh-cn': '与国密算法无关的 IKE 安全提议不一致。',
      },
    },
    {
      name: 'phase2 proposal or pfs mismatch',
      why: {
        en: 'An IPsec proposal that does not fit, or PFS.',
        'zh-cn': 'IPsec 安全提议或 PFS 不一致。',
      },
    },
  ],
  note: {
    en: 'If SM algorithms are required by rule, let both ends run IKEv1. SM3 as the hash of an IKE proposal is a parameter of IKEv1 only and does not disturb IKEv2.',
    'zh-cn':
      '若必须使用国密算法，请将两端改为 IKEv1。IKE 安全提议中的认证算法 SM3 仅用于 IKEv1，对 IKEv2 没有影响。',
  },
  sources: [
    reference('proposal mismatch or use sm in ikev2'),
    'AR alarm reference, hwIPSecNegoFail',
    'RFC 7296 §2.7',
  ],
};
