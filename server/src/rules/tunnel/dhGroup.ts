import { ikeFieldRule } from './proposalField';

/** No Diffie-Hellman group in common. */
export const dhGroup = ikeFieldRule({
  id: 'dh-group-mismatch',
  field: 'dh',
  kind: 'dh',
  command: 'dh',
  causes: {
    1: {
      initiator: ['initiator dh mismatch', 'phase1 proposal mismatch'],
      responder: ['responder dh mismatch', 'phase1 proposal mismatch'],
    },
    2: {
      initiator: ['initiator dh mismatch', 'proposal mismatch or use sm in ikev2'],
      responder: ['responder dh mismatch', 'proposal mismatch or use sm in ikev2'],
    },
  },
  documentation: {
    title: { en: 'Different Diffie-Hellman groups', 'zh-cn': 'DH 组不一致' },
    checks: {
      en: 'The IKE proposals that the two ends offer have no `dh` group in common. Silent where an end writes none and its release has no documented default.',
      'zh-cn': '两端 IKE 安全提议的 `dh` 没有相同的 DH 组。某端未配置且其版本缺省值无公开资料时不报告。',
    },
    why: {
      en: 'Without a common group the ends cannot agree on keys, and phase 1 ends at once.',
      'zh-cn': '没有相同的 DH 组，双方无法协商密钥，第一阶段立即失败。',
    },
    repair: {
      en: 'Gives one end the group of the other, the stronger one first; where both are weak, raises both.',
      'zh-cn': '将一端改为与另一端相同，优先采用更强的 DH 组；两端都弱时同时提升。',
    },
    sources: ['RFC 2409 §6', 'RFC 7296 §3.3', 'IPSec Fault Cause Reference, initiator dh mismatch'],
  },
});
