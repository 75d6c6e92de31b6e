import type { Algorithm, AlgorithmKind } from './algorithms';

const USG_PRF = 'USG6000E command reference, prf';
const USG_ESP = 'USG6000E command reference, esp authentication-algorithm';
const USG_WEAK = 'USG6000E configuration guide, dc_cfg_ipsec_0019';
const NE_IKE = 'NE40E V800 configuration guide, Configuring an IKE Proposal';

type Size = 256 | 384 | 512;

const TRUNCATED: Readonly<Record<Size, number>> = { 256: 128, 384: 192, 512: 256 };

function sha2(bits: Size, rank: number): Algorithm {
  const icv = TRUNCATED[bits];
  return {
    kind: 'hash',
    id: `sha2-${bits}`,
    title: `SHA2-${bits}`,
    strength: 'strong',
    rank,
    bits,
    config: [`sha2-${bits}`],
    display: [
      `SHA2-${bits}`,
      `SHA${bits}`,
      `SHA-${bits}`,
      `SHA2-HMAC-${bits}`,
      `SHA2-${bits}-${icv}`,
      `ESP-AUTH-SHA2-${bits}`,
      `ESP-AUTH-SHA2-${bits}-${icv}`,
    ],
    about: {
      en:
        `SHA-2 with ${bits} bits. In ESP and AH it is an HMAC cut to ${icv} bits (RFC 4868); older devices cut it elsewhere unless SHA-2 ` +
        'compatibility is on.' +
        (bits === 256 ? ' The default of current devices.' : ''),
      'zh-cn':
        `输出 ${bits} 比特的 SHA-2。在 ESP 和 AH 中为截断到 ${icv} 比特的 HMAC（RFC 4868）；未使能 SHA-2 兼容功能的旧设备截断长度可能不同。` +
        (bits === 256 ? '当前设备的缺省算法。' : ''),
    },
    sources: ['RFC 4868', 'RFC 8221 §6', USG_ESP],
  };
}

/** Hashes of an IKEv1 proposal and authentication algorithms of ESP and AH, in the order of strength the vendor gives. */
export const hashAlgorithms: readonly Algorithm[] = [
  {
    kind: 'hash',
    id: 'md5',
    title: 'MD5',
    strength: 'weak',
    rank: 1,
    bits: 128,
    config: ['md5'],
    display: ['MD5', 'HMAC-MD5-96', 'MD5-HMAC-96', 'MD5-HMAC', 'ESP-AUTH-MD5'],
    about: {
      en: 'Broken; RFC 8221 forbids it for ESP and AH. USG6000E knows it only with the weak-algorithm component package (WEAKEA).',
      'zh-cn':
        '已被攻破；RFC 8221 禁止在 ESP 和 AH 中使用。USG6000E 需安装弱安全算法组件包（WEAKEA）后才支持。',
    },
    sources: ['RFC 8221 §6', USG_WEAK, NE_IKE],
  },
  {
    kind: 'hash',
    id: 'sha1',
    title: 'SHA1',
    strength: 'fading',
    rank: 2,
    bits: 160,
    config: ['sha1', 'sha'],
    display: ['SHA1', 'SHA', 'SHA-1', 'HMAC-SHA1-96', 'SHA1-HMAC-96', 'SHA1-HMAC', 'ESP-AUTH-SHA1'],
    about: {
      en: 'Collisions are practical and RFC 8221 is phasing it out; Huawei calls it insecure. USG6000E knows it only with the weak-algorithm component package (WEAKEA).',
      'zh-cn':
        '碰撞攻击已可行，RFC 8221 正在淘汰该算法，华为将其列为不安全算法。USG6000E 需安装弱安全算法组件包（WEAKEA）后才支持。',
    },
    sources: ['RFC 8221 §6', USG_WEAK, 'AR500 V200R007 command reference, ike proposal'],
  },
  {
    kind: 'hash',
    id: 'aes-xcbc-mac-96',
    title: 'AES-XCBC-MAC-96',
    strength: 'weak',
    rank: 3,
    bits: 96,
    config: ['aes-xcbc-mac-96'],
    display: ['AES-XCBC-MAC-96'],
    about: {
      en: 'A check value of 96 bits made with AES, offered by AR V200R003 in the IKE proposal.',
      'zh-cn': '基于 AES 的 96 比特校验值，AR V200R003 的 IKE 安全提议支持。',
    },
    sources: ['RFC 3566', 'AR V200R003 online help'],
  },
  sha2(256, 4),
  sha2(384, 5),
  sha2(512, 6),
  {
    kind: 'hash',
    id: 'sm3',
    title: 'SM3',
    strength: 'strong',
    rank: 7,
    bits: 256,
    sm: true,
    config: ['sm3'],
    display: ['SM3', 'ESP-AUTH-SM3', 'SM3-HMAC', 'HMAC-SM3'],
    about: {
      en: 'Chinese national hash with 256 bits; the vendor ranks it first for ESP. IKEv2 refuses it in an IPsec proposal.',
      'zh-cn':
        '输出 256 比特的国密杂凑算法，华为在 ESP 认证算法中将其列为强度最高。IKEv2 不支持在 IPsec 安全提议中使用。',
    },
    sources: [USG_ESP, 'Huawei IPSec Fault Cause Reference, ikev2 not support sm in ipsec proposal'],
  },
];

function hmacSha2(kind: AlgorithmKind & ('integrity' | 'prf'), bits: Size, rank: number): Algorithm {
  const integrity = kind === 'integrity';
  return {
    kind,
    id: `hmac-sha2-${bits}`,
    title: `HMAC-SHA2-${bits}`,
    strength: 'strong',
    rank,
    bits,
    config: [`hmac-sha2-${bits}`],
    display: [
      `HMAC-SHA2-${bits}`,
      `HMAC-SHA${bits}`,
      `HMAC-SHA-${bits}`,
      ...(integrity ? [`HMAC-SHA2-${bits}-${TRUNCATED[bits]}`] : []),
    ],
    about: integrity
      ? {
          en: `Protects IKEv2 messages with SHA-2, cut to ${TRUNCATED[bits]} bits.${bits === 256 ? ' Required of every implementation by RFC 8247; the default.' : ''}`,
          'zh-cn': `使用 SHA-2 保护 IKEv2 消息的完整性，截断到 ${TRUNCATED[bits]} 比特。${bits === 256 ? 'RFC 8247 要求必须支持；设备缺省算法。' : ''}`,
        }
      : {
          en: `Derives the keys of an IKEv2 SA with SHA-2.${bits === 256 ? ' Required of every implementation by RFC 8247; the default.' : ''}`,
          'zh-cn': `使用 SHA-2 推导 IKEv2 SA 的密钥。${bits === 256 ? 'RFC 8247 要求必须支持；设备缺省算法。' : ''}`,
        },
    sources: integrity ? ['RFC 4868', 'RFC 8247 §2.3', NE_IKE] : ['RFC 4868', 'RFC 8247 §2.2', USG_PRF],
  };
}

/** Integrity algorithms of an IKEv2 SA. */
export const integrityAlgorithms: readonly Algorithm[] = [
  {
    kind: 'integrity',
    id: 'hmac-md5-96',
    title: 'HMAC-MD5-96',
    strength: 'weak',
    rank: 1,
    bits: 96,
    config: ['hmac-md5-96'],
    display: ['HMAC-MD5-96', 'HMAC-MD5'],
    about: {
      en: 'MD5, which RFC 8247 forbids for IKEv2.',
      'zh-cn': '基于 MD5，RFC 8247 禁止在 IKEv2 中使用。',
    },
    sources: ['RFC 8247 §2.3', NE_IKE],
  },
  {
    kind: 'integrity',
    id: 'hmac-sha1-96',
    title: 'HMAC-SHA1-96',
    strength: 'fading',
    rank: 2,
    bits: 96,
    config: ['hmac-sha1-96'],
    display: ['HMAC-SHA1-96', 'HMAC-SHA1', 'HMAC-SHA-1'],
    about: {
      en: 'SHA-1; RFC 8247 is phasing it out and Huawei advises against it.',
      'zh-cn': '基于 SHA-1；RFC 8247 正在淘汰，华为不建议使用。',
    },
    sources: ['RFC 8247 §2.3', NE_IKE],
  },
  {
    kind: 'integrity',
    id: 'aes-xcbc-96',
    title: 'AES-XCBC-96',
    strength: 'weak',
    rank: 3,
    bits: 96,
    config: ['aes-xcbc-96'],
    display: ['AES-XCBC-96', 'AES-XCBC-MAC-96'],
    about: {
      en: 'A check value of 96 bits made with AES. RFC 8247 keeps it for small devices; Huawei advises against it.',
      'zh-cn': '基于 AES 的 96 比特校验值。RFC 8247 仅为小型设备保留，华为不建议使用。',
    },
    sources: ['RFC 3566', 'RFC 8247 §2.3', NE_IKE],
  },
  hmacSha2('integrity', 256, 4),
  hmacSha2('integrity', 384, 5),
  hmacSha2('integrity', 512, 6),
];

/** Pseudo-random functions of an IKEv2 SA, by the vendor's order of strength. */
export const prfAlgorithms: readonly Algorithm[] = [
  {
    kind: 'prf',
    id: 'hmac-md5',
    title: 'HMAC-MD5',
    strength: 'weak',
    rank: 1,
    bits: 128,
    config: ['hmac-md5'],
    display: ['HMAC-MD5'],
    about: {
      en: 'MD5, which RFC 8247 forbids for IKEv2. On USG6000E part of the weak-algorithm component package.',
      'zh-cn': '基于 MD5，RFC 8247 禁止在 IKEv2 中使用。USG6000E 需安装弱安全算法组件包。',
    },
    sources: ['RFC 8247 §2.2', USG_PRF],
  },
  {
    kind: 'prf',
    id: 'hmac-sha1',
    title: 'HMAC-SHA1',
    strength: 'fading',
    rank: 2,
    bits: 160,
    config: ['hmac-sha1'],
    display: ['HMAC-SHA1', 'HMAC-SHA', 'HMAC-SHA-1'],
    about: {
      en: 'SHA-1; RFC 8247 is phasing it out. On USG6000E part of the weak-algorithm component package.',
      'zh-cn': '基于 SHA-1；RFC 8247 正在淘汰。USG6000E 需安装弱安全算法组件包。',
    },
    sources: ['RFC 8247 §2.2', USG_PRF],
  },
  {
    kind: 'prf',
    id: 'aes-xcbc-128',
    title: 'AES-XCBC-128',
    strength: 'fading',
    rank: 3,
    bits: 128,
    config: ['aes-xcbc-128'],
    display: ['AES-XCBC-128'],
    about: {
      en: 'Made with AES; RFC 8247 keeps it for small devices. Where several are configured, USG6000E picks this one first.',
      'zh-cn': '基于 AES；RFC 8247 仅为小型设备保留。同时配置多个算法时，USG6000E 最优先选择该算法。',
    },
    sources: ['RFC 4434', 'RFC 8247 §2.2', USG_PRF],
  },
  hmacSha2('prf', 256, 4),
  hmacSha2('prf', 384, 5),
  hmacSha2('prf', 512, 6),
];
