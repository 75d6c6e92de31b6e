import { ikeFieldRule } from './proposalField';

/** No IKE cipher in common. */
export const ikeEncryption = ikeFieldRule({
  id: 'ike-encryption-mismatch',
  field: 'encryption',
  kind: 'encryption',
  command: 'encryption-algorithm',
  causes: {
    1: { initiator: ['phase1 proposal mismatch'], responder: ['phase1 proposal mismatch'] },
    2: {
      initiator: ['phase1 proposal mismatch', 'proposal mismatch or use sm in ikev2'],
      responder: ['phase1 proposal mismatch', 'proposal mismatch or use sm in ikev2'],
    },
  },
  documentation: {
    title: { en: 'Different IKE ciphers', 'zh-cn': 'IKE 加密算法不一致' },
    checks: {
      en: 'The IKE proposals that the two ends offer have no `encryption-algorithm` in common, key length included. Silent where an end writes none and its release has no documented default.',
      'zh-cn':
        '两端 IKE 安全提议的 `encryption-algorithm` 没有相同的算法（含密钥长度）。某端未配置且其版本缺省值无公开资料时不报告。',
    },
    why: {
      en: 'The responder refuses every offer, and phase 1 ends there.',
      'zh-cn': '响应方拒绝所有提议，第一阶段失败。',
    },
    repair: {
      en: 'Gives one end the value of the other, the stronger one first; where both are weak, raises both.',
      'zh-cn': '将一端改为与另一端相同，优先采用更强的算法；两端都弱时同时提升。',
    },
    sources: ['RFC 2409 §5', 'RFC 7296 §3.3', 'IPSec Fault Cause Reference, phase1 proposal mismatch'],
  },
});
