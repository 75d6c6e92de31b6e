import { ipsecFieldRule } from './proposalField';

/** No ESP authentication algorithm in common. */
export const espAuthentication = ipsecFieldRule({
  id: 'esp-authentication-mismatch',
  field: 'espAuthentication',
  kind: 'hash',
  command: 'esp authentication-algorithm',
  causes: {
    1: { initiator: ['phase2 proposal or pfs mismatch'], responder: ['phase2 proposal or pfs mismatch'] },
    2: {
      initiator: ['phase2 proposal or pfs mismatch', 'proposal mismatch or use sm in ikev2'],
      responder: ['phase2 proposal or pfs mismatch', 'proposal mismatch or use sm in ikev2'],
    },
  },
  documentation: {
    title: { en: 'Different ESP authentication algorithms', 'zh-cn': 'ESP 认证算法不一致' },
    checks: {
      en: 'The IPsec proposals have no `esp authentication-algorithm` in common. Silent where the common cipher authenticates by itself (GCM, GMAC).',
      'zh-cn':
        '两端 IPsec 安全提议的 `esp authentication-algorithm` 没有相同的算法。共同的加密算法自带认证（GCM、GMAC）时不报告。',
    },
    why: {
      en: 'The responder refuses every offer, and no IPsec SA comes up.',
      'zh-cn': '响应方拒绝所有提议，无法建立 IPsec SA。',
    },
    repair: {
      en: 'Gives one end the value of the other, the stronger one first; where both are weak, raises both.',
      'zh-cn': '将一端改为与另一端相同，优先采用更强的算法；两端都弱时同时提升。',
    },
    sources: ['RFC 7296 §3.3', 'USG6000E command reference, esp authentication-algorithm'],
  },
});
