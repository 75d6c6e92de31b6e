import type { CommandDefinition } from './types';

const USG_POLICY = 'USG6000E command reference, ipsec policy';
const NE_SA = 'NE40E V800 configuration guide, Configuring an SA';

function keys(direction: 'inbound' | 'outbound'): readonly CommandDefinition[] {
  const other = direction === 'inbound' ? 'outbound' : 'inbound';
  const crosswise = {
    en: `The ${direction} value of this end is the ${other} value of the other end. `,
    'zh-cn': `本端 ${direction} 的值须与对端 ${other} 的值一致。`,
  };
  return [
    {
      view: 'ipsec-policy-manual',
      syntax: `sa spi ${direction} { esp | ah } <spi:integer 256-4294967295>`,
      undo: `sa spi ${direction} { esp | ah } [ <rest:text> ]`,
      repeat: 'add',
      summary: {
        en: `The number of the ${direction} SA (security parameter index).`,
        'zh-cn': `配置 ${direction} 方向 SA 的 SPI（安全参数索引）。`,
      },
      details: {
        en: `${crosswise.en}Values up to 255 are reserved.`,
        'zh-cn': `${crosswise['zh-cn']}255 及以下的值为保留值。`,
      },
      causes: ['spi conflict'],
      sources: [USG_POLICY, NE_SA, 'RFC 4303 §2.1'],
    },
    {
      view: 'ipsec-policy-manual',
      syntax: `sa string-key ${direction} { esp | ah } [ simple | cipher ] <key:secret>`,
      undo: `sa string-key ${direction} { esp | ah } [ <rest:text> ]`,
      repeat: 'add',
      summary: {
        en: `The key of the ${direction} SA as a string; the device derives the cipher and authentication keys from it.`,
        'zh-cn': `以字符串方式配置 ${direction} 方向 SA 的密钥，设备据此生成加密和认证密钥。`,
      },
      details: {
        en: `${crosswise.en}Of several keys the last one counts.`,
        'zh-cn': `${crosswise['zh-cn']}重复配置时以最后一次为准。`,
      },
      sources: [NE_SA],
    },
    {
      view: 'ipsec-policy-manual',
      syntax: `sa authentication-hex ${direction} { ah | esp } [ simple | cipher ] <key:secret>`,
      undo: `sa authentication-hex ${direction} { ah | esp } [ <rest:text> ]`,
      repeat: 'add',
      summary: {
        en: `The authentication key of the ${direction} SA in hexadecimal digits.`,
        'zh-cn': `以十六进制方式配置 ${direction} 方向 SA 的认证密钥。`,
      },
      details: crosswise,
      sources: ['AR500 V200R007 command reference, sa authentication-hex', NE_SA],
    },
    {
      view: 'ipsec-policy-manual',
      syntax: `sa encryption-hex ${direction} esp [ simple | cipher ] <key:secret>`,
      undo: `sa encryption-hex ${direction} esp [ <rest:text> ]`,
      repeat: 'add',
      summary: {
        en: `The cipher key of the ${direction} SA in hexadecimal digits.`,
        'zh-cn': `以十六进制方式配置 ${direction} 方向 SA 的加密密钥。`,
      },
      details: crosswise,
      sources: [NE_SA],
    },
  ];
}

/** What an IPsec policy without IKE needs besides the ACL, in the order in which devices save it. */
export const ipsecManualCommands: readonly CommandDefinition[] = [
  {
    view: 'ipsec-policy-manual',
    syntax: 'proposal <proposal:ref ipsec-proposal>',
    summary: {
      en: 'The IPsec proposal, one only. The other end must have the same algorithms.',
      'zh-cn': '引用 IPsec 安全提议，只能引用一个。两端算法必须一致。',
    },
    sources: ['USG6000E command reference, proposal'],
  },
  {
    view: 'ipsec-policy-manual',
    syntax: 'tunnel local { applied-interface | <address:ip> }',
    summary: {
      en: 'The address of this end of the tunnel: the `tunnel remote` of the other end.',
      'zh-cn': '配置隧道本端地址，须与对端的 `tunnel remote` 一致。',
    },
    sources: ['saved configurations of USG6000V firewalls'],
  },
  {
    view: 'ipsec-policy-manual',
    syntax: 'tunnel remote <address:ip>',
    summary: {
      en: 'The address of the other end of the tunnel: its `tunnel local`.',
      'zh-cn': '配置隧道对端地址，须与对端的 `tunnel local` 一致。',
    },
    sources: ['saved configurations of USG6000V firewalls'],
  },
  ...keys('inbound'),
  ...keys('outbound'),
];
