import type { CommandDefinition } from './types';

const GUIDE = 'USG6000E configuration guide, dc_cfg_ipsec_0032';
const USG_PROPOSAL = 'USG6000E command reference, ike proposal';
const AR_PROPOSAL = 'AR500 V200R007 command reference, ike proposal';
const NE_GUIDE = 'NE40E V800 configuration guide, Configuring an IKE Proposal';
const FAULTS = 'Huawei IPSec Fault Cause Reference, phase1 proposal mismatch';
const MISMATCH = ['phase1 proposal mismatch', 'proposal mismatch or use sm in ikev2'] as const;

/** The IKE proposal view, in the order in which devices save it. */
export const ikeProposalCommands: readonly CommandDefinition[] = [
  {
    view: 'ike-proposal',
    syntax:
      'encryption-algorithm { des | 3des | aes-128 | aes-192 | aes-256 | sm1 | sm4 | des-cbc | 3des-cbc | aes-cbc-128 | aes-cbc-192 | ' +
      'aes-cbc-256 | aes-cbc { 128 | 192 | 256 } | aes-gcm-128 { 128 | 192 | 256 } } *',
    summary: {
      en: 'Chooses the ciphers that protect the IKE messages. Both ends must offer a common one.',
      'zh-cn': '配置 IKE 协商使用的加密算法。两端必须有一个相同的加密算法。',
    },
    details: {
      en:
        '- USG V500 and AR V300 take several in one line: `aes-256 aes-192 aes-128`. AR V200R003 and VRP8 take one.\n' +
        '- Spellings: `aes-256` (USG, AR V300), `aes-cbc-256` (AR V200R003), `aes-cbc 256` in two words (VRP8).\n' +
        '- `aes-gcm-128 256` (VRP8): AES-GCM with a check value of 128 bits and a key of 256 bits.\n' +
        '- SM4 and SM1 do not work with IKEv2.\n' +
        '- DES and 3DES need the weak-algorithm component package on USG6000E, and `undo crypto weak-algorithm disable` on VRP8.',
      'zh-cn':
        '- USG V500 和 AR V300 可在一行中配置多个：`aes-256 aes-192 aes-128`；AR V200R003 和 VRP8 只能配置一个。\n' +
        '- 写法：`aes-256`（USG、AR V300），`aes-cbc-256`（AR V200R003），`aes-cbc 256`（VRP8，两个词）。\n' +
        '- `aes-gcm-128 256`（VRP8）：校验值 128 比特、密钥 256 比特的 AES-GCM。\n' +
        '- IKEv2 不支持 SM4、SM1。\n' +
        '- DES 和 3DES 在 USG6000E 上需安装弱安全算法组件包，在 VRP8 上需执行 `undo crypto weak-algorithm disable`。',
    },
    keywords: {
      'aes-cbc': {
        en: 'AES in CBC mode, the key size follows (VRP8).',
        'zh-cn': 'CBC 模式 AES，其后为密钥长度（VRP8）。',
      },
      'aes-gcm-128': {
        en: 'AES-GCM with a check value of 128 bits, the key size follows (VRP8).',
        'zh-cn': '校验值 128 比特的 AES-GCM，其后为密钥长度（VRP8）。',
      },
    },
    defaults: [
      { value: 'aes-256', products: ['usg', 'ar-v300'], source: USG_PROPOSAL },
      { value: 'aes-cbc-256', products: ['ar-v200'], source: AR_PROPOSAL },
      { value: 'aes-cbc 256', products: ['vrp8'], source: NE_GUIDE },
    ],
    causes: MISMATCH,
    sources: [USG_PROPOSAL, NE_GUIDE, 'AR V200R003 online help', FAULTS],
  },
  {
    view: 'ike-proposal',
    syntax:
      'dh { group1 | group2 | group5 | group14 | group15 | group16 | group18 | group19 | group20 | group21 | group24 } *',
    summary: {
      en: 'Chooses the Diffie-Hellman group of the IKE SA. Both ends must offer a common group.',
      'zh-cn': '配置 IKE SA 协商使用的 DH 组。两端必须有一个相同的 DH 组。',
    },
    details: {
      en:
        '- Defaults differ: `group14` on USG and AR V300, `group2` on AR V200R007, none on VRP8. Two ends with an empty proposal may ' +
        'therefore not agree.\n' +
        '- `group1`, `group2` and `group5` are insecure; USG6000E has them only with the weak-algorithm component package.\n' +
        '- Not the group of PFS: that one is set with `pfs` in the IPsec policy.',
      'zh-cn':
        '- 缺省值不同：USG 和 AR V300 为 `group14`，AR V200R007 为 `group2`，VRP8 缺省不配置。因此两端都用缺省值也可能不一致。\n' +
        '- `group1`、`group2`、`group5` 不安全；USG6000E 需安装弱安全算法组件包后才支持。\n' +
        '- 与 PFS 的 DH 组无关，后者在 IPsec 安全策略中用 `pfs` 配置。',
    },
    defaults: [
      { value: 'group14', products: ['usg', 'ar-v300'], source: USG_PROPOSAL },
      { value: 'group2', products: ['ar-v200'], source: AR_PROPOSAL },
      { value: 'none', products: ['vrp8'], source: NE_GUIDE },
    ],
    causes: ['initiator dh mismatch', 'responder dh mismatch', 'phase1 proposal mismatch'],
    sources: [USG_PROPOSAL, AR_PROPOSAL, NE_GUIDE, 'RFC 7296 §3.3.2'],
  },
  {
    view: 'ike-proposal',
    syntax:
      'authentication-algorithm { md5 | sha1 | sha2-256 | sha2-384 | sha2-512 | sm3 | aes-xcbc-mac-96 } *',
    ikeVersion: 1,
    summary: {
      en: 'Chooses the hash of IKEv1. Both ends must offer a common one. IKEv2 looks at `integrity-algorithm` and `prf` instead.',
      'zh-cn':
        '配置 IKEv1 协商使用的认证算法。两端必须有一个相同的算法。IKEv2 使用 `integrity-algorithm` 和 `prf`。',
    },
    details: {
      en: 'USG V500 and AR V300 take several in one line. AR V200R003 knows no SHA-2 here (`md5`, `sha1`, `sm3`, `aes-xcbc-mac-96`).',
      'zh-cn':
        'USG V500 和 AR V300 可在一行中配置多个。AR V200R003 不支持 SHA-2（仅 `md5`、`sha1`、`sm3`、`aes-xcbc-mac-96`）。',
    },
    defaults: [
      { value: 'sha2-256', products: ['usg', 'ar-v300'], source: USG_PROPOSAL },
      { value: 'sha2-256', products: ['ar-v200'], source: AR_PROPOSAL },
      { value: 'sha2-256', products: ['vrp8'], source: NE_GUIDE },
    ],
    causes: MISMATCH,
    sources: [GUIDE, FAULTS, NE_GUIDE, 'AR V200R003 online help'],
  },
  {
    view: 'ike-proposal',
    syntax:
      'authentication-method { pre-share | rsa-signature | rsa-sig | digital-envelope | rsassa-pss { sha2-256 | sha2-384 } }',
    summary: {
      en: 'How the two ends prove who they are. Both must use the same method.',
      'zh-cn': '配置 IKE 对等体的身份认证方法。两端必须一致。',
    },
    details: {
      en:
        '`pre-share` needs a `pre-shared-key` in the IKE peer (or in the IKE user). The others need certificates. USG and AR write ' +
        '`rsa-signature`, VRP8 writes `rsa-sig`. `digital-envelope` works with IKEv1 only.',
      'zh-cn':
        '`pre-share` 需在 IKE 对等体（或 IKE 用户）中配置 `pre-shared-key`，其他方法需要证书。USG 和 AR 写作 `rsa-signature`，VRP8 写作 `rsa-sig`。`digital-envelope` 仅支持 IKEv1。',
    },
    defaults: [
      { value: 'pre-share', products: ['usg'], source: GUIDE },
      { value: 'pre-share', products: ['ar-v200'], source: AR_PROPOSAL },
      { value: 'pre-share', products: ['vrp8'], source: NE_GUIDE },
    ],
    causes: ['phase1 proposal mismatch', 'authentication fail', 'proposal mismatch or use sm in ikev2'],
    sources: [GUIDE, NE_GUIDE, 'Huawei IPSec Fault Cause Reference, authentication fail'],
  },
  {
    view: 'ike-proposal',
    syntax:
      'integrity-algorithm { aes-xcbc-96 | hmac-md5-96 | hmac-sha1-96 | hmac-sha2-256 | hmac-sha2-384 | hmac-sha2-512 } *',
    ikeVersion: 2,
    summary: {
      en: 'Chooses how IKEv2 messages are protected against changes. Both ends must offer a common algorithm. IKEv1 ignores it.',
      'zh-cn': '配置 IKEv2 协商使用的完整性算法。两端必须有一个相同的算法。IKEv1 不使用。',
    },
    defaults: [
      { value: 'hmac-sha2-256', products: ['usg'], source: USG_PROPOSAL },
      {
        value: 'hmac-sha2-256',
        products: ['vrp8'],
        source: 'NE40E V800R012 command reference, integrity-algorithm',
      },
    ],
    causes: MISMATCH,
    sources: [USG_PROPOSAL, NE_GUIDE, FAULTS],
  },
  {
    view: 'ike-proposal',
    syntax: 'prf { aes-xcbc-128 | hmac-md5 | hmac-sha1 | hmac-sha2-256 | hmac-sha2-384 | hmac-sha2-512 } *',
    ikeVersion: 2,
    summary: {
      en: 'Chooses the function that IKEv2 derives its keys with. Both ends must offer a common one. IKEv1 ignores it.',
      'zh-cn': '配置 IKEv2 协商使用的 PRF（伪随机数）算法。两端必须有一个相同的算法。IKEv1 不使用。',
    },
    details: {
      en: 'Of several, USG6000E tries `aes-xcbc-128` first and then goes from SHA2-512 down. VRP8 (NE40E V800R012) has no such command.',
      'zh-cn':
        '配置多个时，USG6000E 先选 `aes-xcbc-128`，再从 SHA2-512 起依次选择。VRP8（NE40E V800R012）无此命令。',
    },
    defaults: [
      { value: 'hmac-sha2-256', products: ['usg', 'ar-v300'], source: 'USG6000E command reference, prf' },
      { value: 'hmac-sha2-256', products: ['ar-v200'], source: AR_PROPOSAL },
    ],
    causes: MISMATCH,
    products: ['usg', 'ar-v200', 'ar-v300'],
    sources: ['USG6000E command reference, prf', FAULTS],
  },
  {
    view: 'ike-proposal',
    syntax: 'sa duration <seconds:integer 60-604800>',
    summary: {
      en: 'How long an IKE SA lives before a new one is negotiated.',
      'zh-cn': '配置 IKE SA 的硬生存周期，超时前重新协商。',
    },
    details: {
      en:
        'It need not be equal on both ends. USG: the smaller of the two is used; VRP8 guide: that of the initiator. In IKEv2 each end uses ' +
        'its own (RFC 7296).',
      'zh-cn':
        '两端不要求一致。USG 取两端较小值；VRP8 指南说明由发起方决定。IKEv2 中两端各用自己的值（RFC 7296）。',
    },
    arguments: {
      seconds: { text: { en: 'Lifetime of the IKE SA.', 'zh-cn': 'IKE SA 生存周期。' }, unit: 'seconds' },
    },
    defaults: [
      { value: '86400', products: ['usg', 'ar-v300'], source: USG_PROPOSAL },
      { value: '86400', products: ['ar-v200'], source: AR_PROPOSAL },
      { value: '86400', products: ['vrp8'], source: NE_GUIDE },
    ],
    causes: ['phase1 hard expiry'],
    sources: [GUIDE, NE_GUIDE, 'NE40E V800R012 command reference, sa duration', 'RFC 7296 §2.8'],
  },
  {
    view: 'ike-proposal',
    syntax: 're-authentication interval <seconds:integer>',
    ikeVersion: 2,
    products: ['vrp8'],
    summary: {
      en: 'How often the ends of an IKEv2 SA authenticate anew (on VRP8; elsewhere it stands in the IKE peer).',
      'zh-cn': '配置 IKEv2 重认证的时间间隔（VRP8；其他产品在 IKE 对等体视图中配置）。',
    },
    arguments: { seconds: { text: { en: 'Interval.', 'zh-cn': '重认证间隔。' }, unit: 'seconds' } },
    causes: ['re-auth timeout'],
    sources: [NE_GUIDE],
  },
];
