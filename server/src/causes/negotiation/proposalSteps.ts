import type { CauseStep, StepBranch } from '../types';
import { ikeProposal, ipsecProposal, set } from './stepCommands';

/** Shows everything two IKE proposals are compared by. */
export const ikeProposalOnBothEnds = ikeProposal(
  'Authentication Method',
  'Authentication Algorithm',
  'Encryption Algorithm',
  'Diffie-Hellman Group',
  'Integrity Algorithm',
  'Prf Algorithm',
);

/** Shows everything two IPsec proposals are compared by. */
export const ipsecProposalOnBothEnds = ipsecProposal(
  'both ends',
  'Encapsulation mode',
  'Transform',
  'AH protocol',
  'ESP protocol',
);

/** One branch for every parameter of an IKE proposal that can be unequal, each with the command that sets it. */
const ikeProposalRepairs: readonly StepBranch[] = [
  {
    when: { en: 'the authentication method', 'zh-cn': '认证方法' },
    advice: {
      en: 'Decide between key and certificate on both ends. IKEv1 offers the method together with the algorithms.',
      'zh-cn': '两端统一使用预共享密钥或证书。IKEv1 的提议中同时携带认证方法。',
    },
    commands: [
      set('authentication-method { pre-share | rsa-signature | digital-envelope }', 'IKE proposal view'),
    ],
    next: 'done',
  },
  {
    when: { en: 'the authentication algorithm, with IKEv1', 'zh-cn': '认证算法（IKEv1）' },
    commands: [set('authentication-algorithm <algorithm>', 'IKE proposal view')],
    next: 'done',
  },
  {
    when: { en: 'the encryption algorithm', 'zh-cn': '加密算法' },
    advice: {
      en: 'The key length counts as well: AES-128 and AES-256 are different algorithms here. IKEv2 takes no SM algorithm.',
      'zh-cn': '密钥长度也必须相同：AES-128 与 AES-256 视为不同算法。IKEv2 不能使用国密算法。',
    },
    commands: [set('encryption-algorithm <algorithm>', 'IKE proposal view')],
    next: 'done',
  },
  {
    when: { en: 'the Diffie-Hellman group', 'zh-cn': 'DH 组' },
    commands: [set('dh <group>', 'IKE proposal view')],
    next: 'done',
  },
  {
    when: { en: 'the integrity algorithm, with IKEv2', 'zh-cn': '完整性算法（IKEv2）' },
    commands: [set('integrity-algorithm <algorithm>', 'IKE proposal view')],
    next: 'done',
  },
  {
    when: { en: 'the PRF, with IKEv2', 'zh-cn': 'PRF 算法（IKEv2）' },
    commands: [set('prf <algorithm>', 'IKE proposal view')],
    next: 'done',
  },
];

/** The step that brings the IKE proposals of the two ends together. */
export const repairIkeProposal: CauseStep = {
  check: {
    en: 'Which lines have no value in common? Set each of them on the weaker or the misconfigured end; one shared value per line is enough.',
    'zh-cn': '哪些项没有相同取值？在较弱或配置错误的一端逐项修改，每项有一个相同取值即可。',
  },
  branches: ikeProposalRepairs,
};

/** One branch for every parameter of an IPsec proposal that can be unequal, each with the command that sets it. */
const ipsecProposalRepairs: readonly StepBranch[] = [
  {
    when: { en: 'the encapsulation mode', 'zh-cn': '封装模式' },
    advice: {
      en: 'Tunnel mode between gateways; transport mode only where the gateways themselves are the ends of the traffic, as with GRE over IPsec.',
      'zh-cn': '网关之间使用隧道模式；只有网关自身就是流量两端时（如 GRE over IPsec）才使用传输模式。',
    },
    commands: [set('encapsulation-mode { tunnel | transport | auto }', 'IPsec proposal view')],
    next: 'done',
  },
  {
    when: { en: 'the security protocol, AH or ESP', 'zh-cn': '安全协议（AH 或 ESP）' },
    commands: [set('transform { esp | ah | ah-esp }', 'IPsec proposal view')],
    next: 'done',
  },
  {
    when: { en: 'the authentication algorithm of AH', 'zh-cn': 'AH 认证算法' },
    commands: [set('ah authentication-algorithm <algorithm>', 'IPsec proposal view')],
    next: 'done',
  },
  {
    when: { en: 'the authentication algorithm of ESP', 'zh-cn': 'ESP 认证算法' },
    commands: [set('esp authentication-algorithm <algorithm>', 'IPsec proposal view')],
    next: 'done',
  },
  {
    when: { en: 'the encryption algorithm of ESP', 'zh-cn': 'ESP 加密算法' },
    commands: [set('esp encryption-algorithm <algorithm>', 'IPsec proposal view')],
    next: 'done',
  },
];

/** The step that brings the IPsec proposals of the two ends together. */
export const repairIpsecProposal: CauseStep = {
  check: {
    en: 'Which lines differ? Make them equal; where a policy refers to several proposals, one that both ends have is enough.',
    'zh-cn': '哪些项不同？将其改为一致；安全策略引用多个 IPsec 安全提议时，两端有一个相同即可。',
  },
  branches: ipsecProposalRepairs,
};
