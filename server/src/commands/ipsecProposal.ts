import type { CommandDefinition } from './types';

const USG_GUIDE = 'USG6000E configuration guide, IPsec proposal';
const USG_ESP = 'USG6000E command reference, esp authentication-algorithm';
const NE_GUIDE = 'NE40E V800 configuration guide, Configuring an IPsec Proposal';
const FAULTS = 'Huawei IPSec Fault Cause Reference, phase2 proposal or pfs mismatch';
const MISMATCH = ['phase2 proposal or pfs mismatch', 'proposal mismatch or use sm in ikev2'] as const;
const WITH_SM = [...MISMATCH, 'ikev2 not support sm in ipsec proposal'] as const;

const WEAK = {
  en: 'MD5 and SHA1 are insecure; USG6000E has them only with the weak-algorithm component package.',
  'zh-cn': 'MD5 和 SHA1 不安全；USG6000E 需安装弱安全算法组件包后才支持。',
} as const;

/** The IPsec proposal view, in the order in which devices save it. */
export const ipsecProposalCommands: readonly CommandDefinition[] = [
  {
    view: 'ipsec-proposal',
    syntax: 'transform { esp | ah | ah-esp }',
    summary: {
      en: 'Chooses the security protocol. Both ends must use the same.',
      'zh-cn': '配置安全协议。两端必须一致。',
    },
    details: {
      en: 'AH does not encrypt and cannot pass NAT.',
      'zh-cn': 'AH 不加密，且无法穿越 NAT。',
    },
    keywords: {
      esp: { en: 'Encrypts and authenticates.', 'zh-cn': '加密并认证。' },
      ah: {
        en: 'Authenticates the whole packet, outer addresses included; no encryption.',
        'zh-cn': '认证整个报文（含外层地址），不加密。',
      },
      'ah-esp': { en: 'ESP inside, AH around it.', 'zh-cn': '先 ESP，再 AH。' },
    },
    defaults: [
      { value: 'esp', products: ['usg'], source: USG_GUIDE },
      { value: 'esp', products: ['ar-v200'], source: 'AR V200R010 configuration guide, IPsec proposal' },
      { value: 'esp', products: ['vrp8'], source: 'NE40E V800R012 command reference, transform' },
    ],
    causes: ['phase2 proposal or pfs mismatch'],
    sources: [USG_GUIDE, NE_GUIDE, FAULTS],
  },
  {
    view: 'ipsec-proposal',
    syntax: 'encapsulation-mode { tunnel | transport | auto }',
    summary: {
      en: 'Chooses how packets are wrapped. Both ends must use the same.',
      'zh-cn': '配置报文的封装模式。两端必须一致。',
    },
    keywords: {
      tunnel: {
        en: 'A new IP header around the whole packet: between networks.',
        'zh-cn': '隧道模式：在整个报文外增加新的 IP 头，用于网络之间。',
      },
      transport: {
        en: 'Keeps the IP header: between the two devices themselves (GRE or L2TP over IPsec).',
        'zh-cn': '传输模式：保留原 IP 头，用于两台设备之间（GRE over IPsec、L2TP over IPsec）。',
      },
      auto: {
        en: 'Tunnel as initiator, either as responder (USG).',
        'zh-cn': '自适应：作为发起方用隧道模式，作为响应方两种均可（USG）。',
      },
    },
    defaults: [
      { value: 'tunnel', products: ['usg'], source: USG_GUIDE },
      { value: 'tunnel', products: ['vrp8'], source: 'NE40E V800R012 command reference, encapsulation-mode' },
    ],
    causes: ['encapsulation mode mismatch', 'phase2 proposal or pfs mismatch'],
    sources: [USG_GUIDE, 'Huawei IPSec Fault Cause Reference, encapsulation mode mismatch'],
  },
  {
    view: 'ipsec-proposal',
    syntax: 'ah authentication-algorithm { md5 | sha1 | sha2-256 | sha2-384 | sha2-512 | sm3 } *',
    summary: {
      en: 'Chooses how AH authenticates. Both ends must offer a common algorithm.',
      'zh-cn': '配置 AH 协议的认证算法。两端必须有一个相同的算法。',
    },
    details: {
      en: `Takes effect with \`transform ah\` or \`ah-esp\`. Of several, USG tries from SM3 down to MD5. ${WEAK.en}`,
      'zh-cn': `配置了 \`transform ah\` 或 \`ah-esp\` 时生效。配置多个时，USG 从 SM3 到 MD5 依次选择。${WEAK['zh-cn']}`,
    },
    defaults: [
      {
        value: 'sha2-256',
        products: ['usg'],
        source: 'USG6000E command reference, ah authentication-algorithm',
      },
      {
        value: 'sha2-256',
        products: ['s-series'],
        source: 'S12700 V200R013 command reference, ah authentication-algorithm',
      },
    ],
    causes: WITH_SM,
    sources: ['USG6000E command reference, ah authentication-algorithm', NE_GUIDE, FAULTS],
  },
  {
    view: 'ipsec-proposal',
    syntax: 'esp authentication-algorithm { md5 | sha1 | sha2-256 | sha2-384 | sha2-512 | sm3 } *',
    summary: {
      en: 'Chooses how ESP authenticates. Both ends must offer a common algorithm.',
      'zh-cn': '配置 ESP 协议的认证算法。两端必须有一个相同的算法。',
    },
    details: {
      en:
        '- `undo esp authentication-algorithm` means no authentication; authentication and encryption cannot both be off.\n' +
        '- With AES-GCM or GMAC none is used.\n' +
        '- Towards other vendors and older devices SHA-2 needs `ipsec sha2 compatible enable` (USG) or `ipsec authentication sha2 compatible ' +
        'enable` (AR): otherwise the tunnel comes up and packets are dropped.\n' +
        `- USG takes several, VRP8 one. ${WEAK.en}`,
      'zh-cn':
        '- `undo esp authentication-algorithm` 表示不认证；认证和加密不能同时为空。\n' +
        '- 使用 AES-GCM 或 GMAC 时不使用单独的认证算法。\n' +
        '- 与其他厂商或旧设备对接使用 SHA-2 时，需配置 `ipsec sha2 compatible enable`（USG）或 `ipsec authentication sha2 compatible enable`（AR），否则隧道能建立但报文被丢弃。\n' +
        `- USG 可配置多个，VRP8 只能配置一个。${WEAK['zh-cn']}`,
    },
    defaults: [
      { value: 'sha2-256', products: ['usg'], source: USG_ESP },
      {
        value: 'sha2-256',
        products: ['vrp8'],
        source: 'NE40E V800R012 command reference, esp authentication-algorithm',
      },
    ],
    causes: WITH_SM,
    sources: [USG_ESP, NE_GUIDE, FAULTS],
  },
  {
    view: 'ipsec-proposal',
    syntax:
      'esp encryption-algorithm { des | 3des | aes-128 | aes-192 | aes-256 | sm1 | sm4 | aes-128-gcm-128 | aes-192-gcm-128 | ' +
      'aes-256-gcm-128 | aes-128-gmac | aes-192-gmac | aes-256-gmac | aes [ 128 | 192 | 256 ] | aes-gcm-128 { 128 | 192 | 256 } } *',
    summary: {
      en: 'Chooses the cipher of ESP. Both ends must offer a common one.',
      'zh-cn': '配置 ESP 协议的加密算法。两端必须有一个相同的算法。',
    },
    details: {
      en:
        '- USG takes several, from `aes-256` down; VRP8 takes one, in two words: `aes 256`.\n' +
        '- `undo esp encryption-algorithm` means no encryption; authentication and encryption cannot both be off.\n' +
        '- GMAC authenticates and does not encrypt.\n' +
        '- DES and 3DES are insecure; USG6000E has them only with the weak-algorithm component package. AR V200R003 adds `sm1`.',
      'zh-cn':
        '- USG 可配置多个；VRP8 只能配置一个，写作两个词：`aes 256`。\n' +
        '- `undo esp encryption-algorithm` 表示不加密；认证和加密不能同时为空。\n' +
        '- GMAC 只认证、不加密。\n' +
        '- DES 和 3DES 不安全；USG6000E 需安装弱安全算法组件包后才支持。AR V200R003 还支持 `sm1`。',
    },
    keywords: {
      aes: {
        en: 'AES, the key size follows (VRP8, Quidway).',
        'zh-cn': 'AES，其后为密钥长度（VRP8、Quidway）。',
      },
      'aes-gcm-128': {
        en: 'AES-GCM with a check value of 128 bits, the key size follows (VRP8).',
        'zh-cn': '校验值 128 比特的 AES-GCM，其后为密钥长度（VRP8）。',
      },
    },
    defaults: [
      { value: 'aes-256', products: ['usg'], source: USG_GUIDE },
      {
        value: 'aes 256',
        products: ['vrp8'],
        source: 'NE40E V800R012 command reference, esp encryption-algorithm',
      },
    ],
    causes: WITH_SM,
    sources: [USG_GUIDE, NE_GUIDE, 'AR V200R003 online help', FAULTS],
  },
];
