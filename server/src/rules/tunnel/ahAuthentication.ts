import { ipsecFieldRule } from './proposalField';

/** No AH algorithm in common. */
export const ahAuthentication = ipsecFieldRule({
  id: 'ah-authentication-mismatch',
  field: 'ahAuthentication',
  kind: 'hash',
  command: 'ah authentication-algorithm',
  causes: {
    1: { initiator: ['phase2 proposal or pfs mismatch'], responder: ['phase2 proposal or pfs mismatch'] },
    2: {
      initiator: ['phase2 proposal or pfs mismatch', 'proposal mismatch or use sm in ikev2'],
      responder: ['phase2 proposal or pfs mismatch', 'proposal mismatch or use sm in ikev2'],
    },
  },
  documentation: {
    title: { en: 'Different AH algorithms', 'zh-cn': 'AH 认证算法不一致' },
    checks: {
      en: 'The IPsec proposals have no `ah authentication-algorithm` in common.',
      'zh-cn': '两端 IPsec 安全提议的 `ah authentication-algorithm` 没有相同的算法。',
    },
    why: {
      en: 'The responder refuses every offer, and no IPsec SA comes up.',
      'zh-cn': '响应方拒绝所有提议，无法建立 IPsec SA。',
    },
    repair: {
      en: 'Gives one end the value of the other, the stronger one first; where both are weak, raises both.',
      'zh-cn': '将一端改为与另一端相同，优先采用更强的算法；两端都弱时同时提升。',
    },
    sources: ['RFC 4302', 'USG6000E command reference, ah authentication-algorithm'],
  },
});
