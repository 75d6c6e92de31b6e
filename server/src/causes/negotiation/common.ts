import type { CauseStep, CommandPlace, StepBranch, StepCommand } from '../types';

type End = StepCommand['end'];

/** A `display` command and the fields of its output that matter. */
export function show(command: string, end: End, ...fields: readonly string[]): StepCommand {
  return { command, place: 'any view', end, ...(fields.length > 0 ? { fields } : {}) };
}

/** A command that changes something. */
export function set(command: string, place: CommandPlace, end: End = 'both ends'): StepCommand {
  return { command, place, end };
}

export function ikePeer(end: End, ...fields: readonly string[]): StepCommand {
  return show('display ike peer name <peer-name>', end, ...fields);
}

export function ikeProposal(...fields: readonly string[]): StepCommand {
  return show('display ike proposal number <number>', 'both ends', ...fields);
}

export function ipsecProposal(end: End, ...fields: readonly string[]): StepCommand {
  return show('display ipsec proposal name <proposal-name>', end, ...fields);
}

/** What the peer wrote down of the same attempt. */
export const errorsOfOtherEnd = show('display ike error-info', 'other end', 'error-reason', 'error-time');

export const changeRule = set(
  'rule <rule-id> permit ip source <source-address> <source-wildcard> destination <destination-address> <destination-wildcard>',
  'ACL view',
);

export const remoteAddress = set('remote-address <address>', 'IKE peer view', 'this end');

/** The algorithms of an IKE proposal and the commands that set them. */
export const ikeProposalFields = [
  'Authentication Method',
  'Authentication Algorithm',
  'Encryption Algorithm',
  'Diffie-Hellman Group',
  'Integrity Algorithm',
  'Prf Algorithm',
] as const;

/** The parameters of an IPsec proposal and the commands that set them. */
export const ipsecProposalFields = ['Encapsulation mode', 'Transform', 'AH protocol', 'ESP protocol'] as const;

export const ahAuthentication = set('ah authentication-algorithm <algorithm>', 'IPsec proposal view');
export const espAuthentication = set('esp authentication-algorithm <algorithm>', 'IPsec proposal view');
export const espEncryption = set('esp encryption-algorithm <algorithm>', 'IPsec proposal view');

/** The answers to a comparison of two IKE proposals, one for each parameter that may differ. */
export function ikeProposalDifferences(next: StepBranch['next']): StepBranch[] {
  return [
    {
      when: { en: 'Authentication Method differs', 'zh-cn': 'Authentication Method（认证方法）不同' },
      commands: [set('authentication-method <method>', 'IKE proposal view')],
      next,
    },
    {
      when: {
        en: 'IKEv1, and Authentication Algorithm has no common value',
        'zh-cn': 'IKEv1，且 Authentication Algorithm（认证算法）没有相同的取值',
      },
      commands: [set('authentication-algorithm <algorithm>', 'IKE proposal view')],
      next,
    },
    {
      when: {
        en: 'Encryption Algorithm has no common value',
        'zh-cn': 'Encryption Algorithm（加密算法）没有相同的取值',
      },
      commands: [set('encryption-algorithm <algorithm>', 'IKE proposal view')],
      next,
    },
    {
      when: {
        en: 'Diffie-Hellman Group has no common value',
        'zh-cn': 'Diffie-Hellman Group（DH 组）没有相同的取值',
      },
      commands: [set('dh <group>', 'IKE proposal view')],
      next,
    },
    {
      when: {
        en: 'IKEv2, and Integrity Algorithm has no common value',
        'zh-cn': 'IKEv2，且 Integrity Algorithm（完整性算法）没有相同的取值',
      },
      commands: [set('integrity-algorithm <algorithm>', 'IKE proposal view')],
      next,
    },
    {
      when: {
        en: 'IKEv2, and Prf Algorithm has no common value',
        'zh-cn': 'IKEv2，且 Prf Algorithm（PRF 算法）没有相同的取值',
      },
      commands: [set('prf <algorithm>', 'IKE proposal view')],
      next,
    },
  ];
}

/** The answers to a comparison of two IPsec proposals, one for each parameter that may differ. */
export function ipsecProposalDifferences(next: StepBranch['next']): StepBranch[] {
  return [
    {
      when: { en: 'Encapsulation mode differs', 'zh-cn': 'Encapsulation mode（封装模式）不同' },
      commands: [set('encapsulation-mode { tunnel | transport }', 'IPsec proposal view')],
      next,
    },
    {
      when: { en: 'Transform differs', 'zh-cn': 'Transform（安全协议）不同' },
      commands: [set('transform { esp | ah | ah-esp }', 'IPsec proposal view')],
      next,
    },
    {
      when: {
        en: 'an algorithm of AH or ESP has no common value',
        'zh-cn': 'AH 或 ESP 的算法没有相同的取值',
      },
      commands: [ahAuthentication, espAuthentication, espEncryption],
      next,
    },
  ];
}

/** The step that puts the security ACLs of both ends side by side. */
export function compareFlows(whenMirrored: StepBranch['next']): CauseStep {
  return {
    check: {
      en: 'Take the ACL number from the policy on each gateway and lay the two rule lists side by side. What is source here must be destination there, with the same wildcard, protocol and ports.',
      'zh-cn':
        '在两端分别从安全策略中查出 ACL 编号，再对照两份规则：本端的源就是对端的目的，通配符、协议和端口也要相同。',
    },
    commands: [
      show('display ipsec policy name <policy-name>', 'both ends', 'Security data flow'),
      show('display acl <acl-number>', 'both ends', 'rule'),
    ],
    branches: [
      {
        when: { en: 'a rule has no mirror image on the other end', 'zh-cn': '某条规则在对端没有镜像' },
        advice: {
          en: 'Rewrite the rule on the end where it is wrong, so that the pair mirrors exactly.',
          'zh-cn': '在配置错误的一端修改规则，使两端规则严格镜像。',
        },
        commands: [changeRule],
        next: 'done',
      },
      { when: { en: 'they mirror each other', 'zh-cn': '互为镜像' }, next: whenMirrored },
    ],
  };
}

/** The step for tunnels on tunnel interfaces: whose address is the other gateway's, the interface's or the peer's? */
export const compareTunnelDestination: CauseStep = {
  check: {
    en: 'Only if the tunnel is built on a tunnel interface: compare the `destination` line of that interface with the remote address of the IKE peer on the same device. Where both are there, the interface comes first.',
    'zh-cn':
      '仅当采用隧道接口方式时：比较本端隧道接口上的 `destination` 与 IKE 对等体的 remote-address。两者都配置时以隧道接口为准。',
  },
  commands: [
    show('display current-configuration interface <tunnel-interface>', 'this end', 'destination'),
    ikePeer('this end', 'Remote IP'),
  ],
  branches: [
    {
      when: { en: 'both are set and they differ', 'zh-cn': '两者都已配置且不同' },
      advice: { en: 'Give both the same address.', 'zh-cn': '改为同一地址。' },
      commands: [set('destination <address>', 'tunnel interface view', 'this end'), remoteAddress],
      next: 'done',
    },
    {
      when: { en: 'neither is set', 'zh-cn': '两者都未配置' },
      advice: {
        en: 'This device can then only answer. Let the other gateway start, or name its address here.',
        'zh-cn': '此时本端只能响应。由对端发起协商，或在本端配置对端地址。',
      },
      commands: [remoteAddress],
      next: 'done',
    },
    {
      when: { en: 'only the IKE peer has an address', 'zh-cn': '只有 IKE 对等体配置了地址' },
      advice: {
        en: 'That is in order: negotiations start towards the address of the peer.',
        'zh-cn': '属于正常配置：本端向该地址发起协商。',
      },
      next: 'support',
    },
    {
      when: { en: 'they are equal, or there is no tunnel interface', 'zh-cn': '两者相同，或未使用隧道接口' },
      next: 'support',
    },
  ],
};

/** The last step of a repair whose success shows only in the next attempt. */
export const negotiateAgain: CauseStep = {
  check: {
    en: 'Bring traffic to the tunnel so that it negotiates anew. Is there a fresh record of this cause?',
    'zh-cn': '用业务流量触发重新协商，是否又出现该原因的新记录？',
  },
  commands: [show('display ike error-info', 'this end', 'error-reason', 'error-time')],
  branches: [
    { when: { en: 'there is none', 'zh-cn': '没有' }, next: 'done' },
    { when: { en: 'it came back', 'zh-cn': '再次出现' }, next: 'support' },
  ],
};
