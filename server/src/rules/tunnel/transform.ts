import { ipsecFieldRule } from './proposalField';

/** ESP on one end, AH on the other. */
export const transform = ipsecFieldRule({
  id: 'transform-mismatch',
  field: 'transform',
  command: 'transform',
  causes: {
    1: { initiator: ['phase2 proposal or pfs mismatch'], responder: ['phase2 proposal or pfs mismatch'] },
    2: {
      initiator: ['phase2 proposal or pfs mismatch', 'proposal mismatch or use sm in ikev2'],
      responder: ['phase2 proposal or pfs mismatch', 'proposal mismatch or use sm in ikev2'],
    },
  },
  documentation: {
    title: { en: 'Different security protocols', 'zh-cn': '安全协议不一致' },
    checks: {
      en: '`transform` of the IPsec proposals differs: ESP, AH or both.',
      'zh-cn': '两端 IPsec 安全提议的 `transform` 不同（ESP、AH 或两者）。',
    },
    why: {
      en: 'The ends offer different protocols, so the responder refuses every offer.',
      'zh-cn': '双方提议的安全协议不同，响应方全部拒绝。',
    },
    repair: { en: 'Gives one end the value of the other.', 'zh-cn': '将一端改为与另一端相同。' },
    sources: ['RFC 4301 §3.2', 'IPSec Fault Cause Reference, phase2 proposal or pfs mismatch'],
  },
});
