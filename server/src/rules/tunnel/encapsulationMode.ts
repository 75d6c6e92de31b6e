import { ipsecFieldRule } from './proposalField';

/** Tunnel mode on one end, transport mode on the other. */
export const encapsulationMode = ipsecFieldRule({
  id: 'encapsulation-mode-mismatch',
  field: 'encapsulation',
  command: 'encapsulation-mode',
  causes: {
    1: {
      initiator: ['encapsulation mode mismatch', 'phase2 proposal or pfs mismatch'],
      responder: ['encapsulation mode mismatch', 'phase2 proposal or pfs mismatch'],
    },
    2: {
      initiator: ['encapsulation mode mismatch', 'phase2 proposal or pfs mismatch'],
      responder: ['encapsulation mode mismatch', 'phase2 proposal or pfs mismatch'],
    },
  },
  documentation: {
    title: { en: 'Different encapsulation modes', 'zh-cn': '封装模式不一致' },
    checks: {
      en: 'Tunnel mode on one end, transport mode on the other. `auto` starts with tunnel mode and takes either as responder.',
      'zh-cn': '一端为隧道模式，另一端为传输模式。`auto` 作为发起方使用隧道模式，作为响应方两者都接受。',
    },
    why: { en: 'The devices refuse a proposal in the other mode.', 'zh-cn': '设备拒绝封装模式不同的提议。' },
    repair: { en: 'Gives one end the value of the other.', 'zh-cn': '将一端改为与另一端相同。' },
    sources: ['RFC 4301 §3.2', 'IPSec Fault Cause Reference, encapsulation mode mismatch'],
  },
});
