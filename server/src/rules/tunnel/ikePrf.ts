import { ikeFieldRule } from './proposalField';

/** No IKEv2 pseudo-random function in common. */
export const ikePrf = ikeFieldRule({
  id: 'ike-prf-mismatch',
  field: 'prf',
  kind: 'prf',
  command: 'prf',
  causes: {
    1: { initiator: ['phase1 proposal mismatch'], responder: ['phase1 proposal mismatch'] },
    2: {
      initiator: ['phase1 proposal mismatch', 'proposal mismatch or use sm in ikev2'],
      responder: ['phase1 proposal mismatch', 'proposal mismatch or use sm in ikev2'],
    },
  },
  documentation: {
    title: { en: 'Different IKEv2 PRFs', 'zh-cn': 'IKEv2 PRF 算法不一致' },
    checks: {
      en: 'Under IKEv2 the IKE proposals have no `prf` in common. Silent where a release does not have the command.',
      'zh-cn': '使用 IKEv2 时两端 IKE 安全提议的 `prf` 没有相同的算法。版本不支持该命令时不报告。',
    },
    why: {
      en: 'The responder answers NO_PROPOSAL_CHOSEN, and phase 1 ends there.',
      'zh-cn': '响应方回复 NO_PROPOSAL_CHOSEN，第一阶段失败。',
    },
    repair: {
      en: 'Gives one end the value of the other, the stronger one first; where both are weak, raises both.',
      'zh-cn': '将一端改为与另一端相同，优先采用更强的算法；两端都弱时同时提升。',
    },
    sources: ['RFC 7296 §3.3', 'USG6000E command reference, prf'],
  },
});
