import { ikeFieldRule } from './proposalField';

/** No IKEv2 integrity algorithm in common. */
export const ikeIntegrity = ikeFieldRule({
  id: 'ike-integrity-mismatch',
  field: 'integrity',
  kind: 'integrity',
  command: 'integrity-algorithm',
  causes: {
    1: { initiator: ['phase1 proposal mismatch'], responder: ['phase1 proposal mismatch'] },
    2: {
      initiator: ['phase1 proposal mismatch', 'proposal mismatch or use sm in ikev2'],
      responder: ['phase1 proposal mismatch', 'proposal mismatch or use sm in ikev2'],
    },
  },
  documentation: {
    title: { en: 'Different IKEv2 integrity algorithms', 'zh-cn': 'IKEv2 完整性算法不一致' },
    checks: {
      en: 'Under IKEv2 the IKE proposals have no `integrity-algorithm` in common. Silent where the common cipher authenticates by itself (GCM).',
      'zh-cn':
        '使用 IKEv2 时两端 IKE 安全提议的 `integrity-algorithm` 没有相同的算法。共同的加密算法自带认证（GCM）时不报告。',
    },
    why: {
      en: 'The responder answers NO_PROPOSAL_CHOSEN, and phase 1 ends there.',
      'zh-cn': '响应方回复 NO_PROPOSAL_CHOSEN，第一阶段失败。',
    },
    repair: {
      en: 'Gives one end the value of the other, the stronger one first; where both are weak, raises both.',
      'zh-cn': '将一端改为与另一端相同，优先采用更强的算法；两端都弱时同时提升。',
    },
    sources: ['RFC 7296 §3.3', 'IPSec Fault Cause Reference, phase1 proposal mismatch'],
  },
});
