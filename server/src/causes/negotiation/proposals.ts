import { reference } from '../teardown/common';
import type { CauseDefinition } from '../types';
import { ikeProposalOnBothEnds, repairIkeProposal } from './proposalSteps';
import { ikePeer } from './stepCommands';

/** Phase 1: nothing offered could be chosen, or the Diffie-Hellman groups do not meet. */

export const phase1ProposalMismatch: CauseDefinition = {
  name: 'phase1 proposal mismatch',
  kind: 'negotiation',
  listed: true,
  reasonCode: 1,
  harmless: 'no',
  meaning: {
    en: 'The initiator offered its IKE proposals, and the responder found none among them that agrees with one of its own in every parameter. It answers NO_PROPOSAL_CHOSEN in clear, so no IKE SA comes up and no key or identity has been checked yet. The answer does not say which parameter it was; where the responder is a recent firewall, its own record does.',
    'zh-cn':
      '发起方发送 IKE 安全提议，响应方没有找到所有参数都与自身一致的提议，以明文回复 NO_PROPOSAL_CHOSEN，IKE SA 无法建立，此时尚未检查密钥和身份。应答不说明是哪个参数；若响应方是较新的防火墙，可在其记录中看到具体参数。',
  },
  possibleCauses: [
    {
      en: 'Encryption, hash, Diffie-Hellman group or authentication method (IKEv1), or encryption, integrity, PRF or group (IKEv2) have no value in common.',
      'zh-cn':
        '加密算法、认证算法、DH 组或认证方法（IKEv1），或加密算法、完整性算法、PRF、DH 组（IKEv2）没有相同取值。',
    },
    {
      en: 'The IKE peer refers to another proposal than the one you look at, or to none.',
      'zh-cn': 'IKE 对等体引用的并不是您查看的安全提议，或没有引用。',
    },
    {
      en: 'One end relies on defaults that the other product does not share: DH group 14 on USG, group 2 on AR V200R007.',
      'zh-cn': '一端依赖缺省值，而两种产品的缺省值不同：USG 的 DH 组为 group14，AR V200R007 为 group2。',
    },
    {
      en: 'A USG6000E without the weak-algorithm package knows neither MD5, SHA1, DES and 3DES nor the groups 1, 2 and 5, which an old peer may insist on.',
      'zh-cn':
        'USG6000E 未安装弱安全算法组件包时不支持 MD5、SHA1、DES、3DES 以及 group1、group2、group5，而旧设备可能只支持这些算法。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Which proposal does the peer use? Read `Proposal` on both ends. If the field is empty, the end goes by its own list of proposals, the default one included; leave out the number to see them all.',
        'zh-cn':
          '对等体使用哪个安全提议？查看两端的 `Proposal` 字段。若为空，该端使用自身的全部提议（包括缺省提议），不带编号执行命令即可全部显示。',
      },
      commands: [
        ikePeer('both ends', 'Proposal', 'IKE version'),
        { command: 'display ike proposal', place: 'any view', end: 'both ends' },
      ],
      branches: [
        { when: { en: 'the proposals are known', 'zh-cn': '已确定使用的提议' }, next: 2 },
        {
          when: { en: 'the peer refers to the wrong one', 'zh-cn': '引用了错误的提议' },
          advice: {
            en: 'Refer to the right one.',
            'zh-cn': '改为引用正确的 IKE 安全提议。',
          },
          commands: [{ command: 'ike-proposal <number>', place: 'IKE peer view', end: 'this end' }],
          next: 'done',
        },
      ],
    },
    {
      check: {
        en: 'Lay the two proposals side by side. Several values in one line are alternatives. The lifetime need not be equal.',
        'zh-cn': '逐项比较两端的提议。同一项中的多个取值为可选项。生存周期不要求一致。',
      },
      commands: [ikeProposalOnBothEnds],
      branches: [
        {
          when: { en: 'a line has no value in common', 'zh-cn': '某项没有相同取值' },
          next: 3,
        },
        {
          when: { en: 'every line has one', 'zh-cn': '各项均有相同取值' },
          advice: {
            en: 'Then this is not the pair that met: make sure that the address in the record belongs to this peer.',
            'zh-cn': '说明参与协商的不是这两个提议，请确认记录中的地址属于该对等体。',
          },
          next: 'support',
        },
      ],
    },
    repairIkeProposal,
  ],
  related: [
    {
      name: 'phase2 proposal or pfs mismatch',
      why: {
        en: 'The same kind of disagreement after the IKE SA is up, over the IPsec proposal.',
        'zh-cn': 'IKE SA 建立之后，IPsec 安全提议不一致。',
      },
    },
    {
      name: 'responder dh mismatch',
      why: {
        en: 'Only the Diffie-Hellman group stands in the way.',
        'zh-cn': '仅 DH 组不一致。',
      },
    },
    {
      name: 'proposal mismatch or use sm in ikev2',
      why: {
        en: 'IKEv2 with a Chinese national (SM) algorithm among the proposals.',
        'zh-cn': 'IKEv2 的提议中使用了国密算法。',
      },
    },
    {
      name: 'authentication fail',
      why: {
        en: 'The next thing to go wrong once a proposal is chosen: key or certificate.',
        'zh-cn': '提议选定之后的下一步：密钥或证书错误。',
      },
    },
  ],
  note: {
    en: 'A responder of the USG6000E generation prints a finer reason instead, such as `phase1 proposal encryption algorithm mismatch`; the word between "proposal" and "mismatch" is the parameter. The initiator of the same negotiation shows the general name. IKEv2 leaves the authentication method out of the offer: a difference there ends as an authentication failure.',
    'zh-cn':
      'USG6000E 系列作为响应方时会打印更具体的原因，例如 `phase1 proposal encryption algorithm mismatch`，"proposal" 与 "mismatch" 之间即为不一致的参数；同一次协商中发起方显示的是本原因。IKEv2 的提议不携带认证方法，认证方法不一致时表现为认证失败。',
  },
  sources: [
    reference('phase1 proposal mismatch'),
    'USG6000E alarm reference, hwIPSecNegoFail',
    'USG6000E configuration guide, IKE proposal',
    'RFC 2409 §5',
    'RFC 7296 §2.7',
    'RFC 7296 §3.3.2',
  ],
};

export const responderDhMismatch: CauseDefinition = {
  name: 'responder dh mismatch',
  kind: 'negotiation',
  listed: true,
  reasonCode: 6,
  harmless: 'no',
  meaning: {
    en: 'The Diffie-Hellman group of the responder is not the one the negotiation was started with. In IKEv2 the initiator has to guess a group for its first message; a responder that wants another asks for it with INVALID_KE_PAYLOAD, and only if the initiator does not have that group either does the attempt end.',
    'zh-cn':
      '响应方的 DH 组与发起协商时使用的 DH 组不符。IKEv2 的发起方在首个报文中需猜测一个 DH 组；响应方需要其他 DH 组时以 INVALID_KE_PAYLOAD 指明，只有发起方也不支持该 DH 组时协商才失败。',
  },
  possibleCauses: [
    {
      en: 'The IKE proposals of the two ends name different groups and share none.',
      'zh-cn': '两端 IKE 安全提议中的 DH 组不同，没有相同的取值。',
    },
    {
      en: 'One end has no `dh` line and works with its default: group 14 on USG, group 2 on AR V200R007.',
      'zh-cn': '一端没有配置 `dh`，使用缺省值：USG 为 group14，AR V200R007 为 group2。',
    },
    {
      en: 'IKEv1 aggressive mode: the value of the group is already in the first message, so the responder cannot choose another.',
      'zh-cn': 'IKEv1 野蛮模式：首个报文已携带 DH 公开值，响应方无法选择其他 DH 组。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Read the group on both ends, of the proposal to which the peer refers. `MODP-2048` in the output is group 14 in the configuration, `MODP-1024` is group 2.',
        'zh-cn':
          '在两端查看对等体所引用提议的 DH 组。回显中的 `MODP-2048` 对应配置中的 group14，`MODP-1024` 对应 group2。',
      },
      commands: [
        ikePeer('both ends', 'Proposal'),
        {
          command: 'display ike proposal number <number>',
          place: 'any view',
          end: 'both ends',
          fields: ['Diffie-Hellman Group'],
        },
      ],
      branches: [
        {
          when: { en: 'the groups differ', 'zh-cn': 'DH 组不同' },
          advice: {
            en: 'Set one group on both ends, group 14 or higher.',
            'zh-cn': '两端配置相同的 DH 组，建议 group14 及以上。',
          },
          commands: [{ command: 'dh <group>', place: 'IKE proposal view', end: 'both ends' }],
          next: 'done',
        },
        {
          when: { en: 'the groups are the same', 'zh-cn': 'DH 组相同' },
          advice: {
            en: 'Look at the PFS group of the IPsec policy too; it is set apart from this one.',
            'zh-cn': '再检查安全策略中的 PFS，其 DH 组与此处相互独立。',
          },
          next: 'support',
        },
      ],
    },
  ],
  related: [
    {
      name: 'initiator dh mismatch',
      why: {
        en: 'The same disagreement named after the other role.',
        'zh-cn': '同一问题，从另一角色命名。',
      },
    },
    {
      name: 'phase1 proposal mismatch',
      why: {
        en: 'The group is one parameter of the proposal; others may differ as well.',
        'zh-cn': 'DH 组只是提议中的一项，其他参数也可能不同。',
      },
    },
    {
      name: 'phase2 proposal or pfs mismatch',
      why: {
        en: 'The group of PFS, which belongs to phase 2.',
        'zh-cn': '第二阶段 PFS 的 DH 组不一致。',
      },
    },
  ],
  note: {
    en: 'No source says on which of the two gateways this name is printed and on which the other; treat both alike. A single INVALID_KE_PAYLOAD in a trace followed by a second attempt is ordinary.',
    'zh-cn':
      '没有资料说明两个名称分别在哪一端打印，处理方法相同。抓包中出现一次 INVALID_KE_PAYLOAD 后重新发起属于正常过程。',
  },
  sources: [
    reference('responder dh mismatch'),
    'Open Telekom Cloud VPN user guide, connection not connected',
    'RFC 2409 §5',
    'RFC 7296 §1.2',
  ],
};
