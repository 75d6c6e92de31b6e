import { ipsecFieldRule } from './proposalField';

/** No ESP cipher in common. */
export const espEncryption = ipsecFieldRule({
  id: 'esp-encryption-mismatch',
  field: 'espEncryption',
  kind: 'encryption',
  command: 'esp encryption-algorithm',
  causes: {
    1: { initiator: ['phase2 proposal or pfs mismatch'], responder: ['phase2 proposal or pfs mismatch'] },
    2: {
      initiator: ['phase2 proposal or pfs mismatch', 'proposal mismatch or use sm in ikev2'],
      responder: ['phase2 proposal or pfs mismatch', 'proposal mismatch or use sm in ikev2'],
    },
  },
  documentation: {
    title: { en: 'Different ESP ciphers', 'zh-cn': 'ESP 加密算法不一致' },
    checks: {
      en: 'The IPsec proposals have no `esp encryption-algorithm` in common, key length included. Without encryption on both ends is agreement.',
      'zh-cn':
        '两端 IPsec 安全提议的 `esp encryption-algorithm` 没有相同的算法（含密钥长度）。两端都不加密视为一致。',
    },
    why: {
      en: 'The responder refuses every offer, and no IPsec SA comes up.',
      'zh-cn': '响应方拒绝所有提议，无法建立 IPsec SA。',
    },
    repair: {
      en: 'Gives one end the value of the other, the stronger one first; where both are weak, raises both.',
      'zh-cn': '将一端改为与另一端相同，优先采用更强的算法；两端都弱时同时提升。',
    },
    sources: ['RFC 7296 §3.3', 'IPSec Fault Cause Reference, phase2 proposal or pfs mismatch'],
  },
});
