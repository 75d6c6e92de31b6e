import { ikeFieldRule } from './proposalField';

/** No IKEv1 hash in common. */
export const ikeHash = ikeFieldRule({
  id: 'ike-hash-mismatch',
  field: 'hash',
  kind: 'hash',
  command: 'authentication-algorithm',
  causes: {
    1: { initiator: ['phase1 proposal mismatch'], responder: ['phase1 proposal mismatch'] },
    2: {
      initiator: ['phase1 proposal mismatch', 'proposal mismatch or use sm in ikev2'],
      responder: ['phase1 proposal mismatch', 'proposal mismatch or use sm in ikev2'],
    },
  },
  documentation: {
    title: { en: 'Different IKEv1 hashes', 'zh-cn': 'IKEv1 认证算法不一致' },
    checks: {
      en: 'Under IKEv1 the IKE proposals have no `authentication-algorithm` in common. IKEv2 does not use the line.',
      'zh-cn':
        '使用 IKEv1 时两端 IKE 安全提议的 `authentication-algorithm` 没有相同的算法。IKEv2 不使用该命令。',
    },
    why: {
      en: 'The hash is part of every IKEv1 offer; without a common one the responder refuses them all.',
      'zh-cn': '认证算法是 IKEv1 提议的一部分，没有相同的算法时响应方全部拒绝。',
    },
    repair: {
      en: 'Gives one end the value of the other, the stronger one first; where both are weak, raises both.',
      'zh-cn': '将一端改为与另一端相同，优先采用更强的算法；两端都弱时同时提升。',
    },
    sources: ['RFC 2409 §4', 'IPSec Fault Cause Reference, phase1 proposal mismatch'],
  },
});
