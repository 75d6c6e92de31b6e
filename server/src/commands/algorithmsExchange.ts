import type { Localized } from '../l10n';
import type { Algorithm, Strength } from './algorithms';

const USG_WEAK = 'USG6000E configuration guide, dc_cfg_ipsec_0019';

interface Group {
  readonly number: number;
  readonly bits: number;
  readonly curve?: true;
  readonly strength: Strength;
  readonly rank: number;
  /** Groups that other groups share their size with have no spelling by size. */
  readonly sizeShared?: true;
  readonly about: Localized;
  readonly sources: readonly string[];
}

function dh({ number, bits, curve, strength, rank, sizeShared, about, sources }: Group): Algorithm {
  const size = sizeShared ? [] : [`${curve ? 'ECP' : 'MODP'}-${bits}`];
  return {
    kind: 'dh',
    id: `group${number}`,
    title: `DH group ${number}`,
    strength,
    rank,
    bits,
    config: [`group${number}`, `dh-group${number}`],
    display: [...size, `DH group ${number}`, `group${number}`, `dh-group${number}`],
    about: {
      en: `${curve ? 'Elliptic curve' : 'Modulus'} of ${bits} bits. ${about.en}`,
      'zh-cn': `${curve ? '椭圆曲线' : '模数'} ${bits} 比特。${about['zh-cn']}`,
    },
    sources,
  };
}

/** Diffie-Hellman groups of IKE proposals and of PFS. */
export const dhGroups: readonly Algorithm[] = [
  dh({
    number: 1,
    bits: 768,
    strength: 'weak',
    rank: 1,
    about: {
      en: 'Broken; RFC 8247 forbids it. USG6000E knows it only with the weak-algorithm component package.',
      'zh-cn': '已不安全，RFC 8247 禁止使用。USG6000E 需安装弱安全算法组件包后才支持。',
    },
    sources: ['RFC 2409 §6.1', 'RFC 8247 §2.4', USG_WEAK],
  }),
  dh({
    number: 2,
    bits: 1024,
    strength: 'weak',
    rank: 2,
    about: {
      en: 'Within reach of a well-funded attacker; RFC 8247 says that it should not be used. The default of AR V200R007. USG6000E knows it only with the weak-algorithm component package.',
      'zh-cn':
        '资源充足的攻击者已可能破解，RFC 8247 不建议使用。AR V200R007 的缺省 DH 组。USG6000E 需安装弱安全算法组件包后才支持。',
    },
    sources: ['RFC 2409 §6.2', 'RFC 8247 §2.4', 'AR500 V200R007 command reference, ike proposal', USG_WEAK],
  }),
  dh({
    number: 5,
    bits: 1536,
    strength: 'fading',
    rank: 3,
    about: {
      en: 'Too small for today; RFC 8247 says that it should not be used. USG6000E knows it only with the weak-algorithm component package.',
      'zh-cn': '强度不足，RFC 8247 不建议使用。USG6000E 需安装弱安全算法组件包后才支持。',
    },
    sources: ['RFC 3526 §2', 'RFC 8247 §2.4', USG_WEAK],
  }),
  dh({
    number: 24,
    bits: 2048,
    sizeShared: true,
    strength: 'fading',
    rank: 4,
    about: {
      en: 'A subgroup of 256 bits whose origin is not explained; RFC 8247 says that it should not be used. Group 14 has the same size.',
      'zh-cn': '含 256 比特素数阶子群，参数来源不明，RFC 8247 不建议使用。同等长度可使用 group14。',
    },
    sources: ['RFC 5114 §2.3', 'RFC 8247 §2.4'],
  }),
  dh({
    number: 14,
    bits: 2048,
    strength: 'strong',
    rank: 5,
    about: {
      en: 'Required of every IKEv2 implementation by RFC 8247; the default of USG6000E and AR V300.',
      'zh-cn': 'RFC 8247 要求所有 IKEv2 实现必须支持；USG6000E 和 AR V300 的缺省 DH 组。',
    },
    sources: ['RFC 3526 §3', 'RFC 8247 §2.4', 'USG6000E command reference, ike proposal'],
  }),
  dh({
    number: 15,
    bits: 3072,
    strength: 'strong',
    rank: 6,
    about: { en: 'A larger group like 14, slower.', 'zh-cn': '与 group14 同类，模数更大，运算更慢。' },
    sources: ['RFC 3526 §4'],
  }),
  dh({
    number: 19,
    bits: 256,
    curve: true,
    strength: 'strong',
    rank: 7,
    about: {
      en: 'Fast, and about as strong as a modulus of 3072 bits; RFC 8247 recommends it.',
      'zh-cn': '运算快，强度约相当于 3072 比特模数；RFC 8247 推荐支持。',
    },
    sources: ['RFC 5903 §3.1', 'RFC 8247 §2.4'],
  }),
  dh({
    number: 16,
    bits: 4096,
    strength: 'strong',
    rank: 8,
    about: { en: 'A larger group like 14, slow.', 'zh-cn': '与 group14 同类，模数更大，运算慢。' },
    sources: ['RFC 3526 §5'],
  }),
  dh({
    number: 18,
    bits: 8192,
    strength: 'strong',
    rank: 9,
    about: {
      en: 'The largest of its kind, very slow.',
      'zh-cn': '同类中模数最大，运算非常慢。',
    },
    sources: ['RFC 3526 §7'],
  }),
  dh({
    number: 20,
    bits: 384,
    curve: true,
    strength: 'strong',
    rank: 10,
    about: { en: 'A larger curve than group 19.', 'zh-cn': '比 group19 更大的曲线。' },
    sources: ['RFC 5903 §3.2'],
  }),
  dh({
    number: 21,
    bits: 521,
    curve: true,
    strength: 'strong',
    rank: 11,
    about: {
      en: 'The largest curve offered; 521 is not a typing error for 512.',
      'zh-cn': '可选的最大曲线；521 并非 512 的笔误。',
    },
    sources: ['RFC 5903 §3.3'],
  }),
];

/** How the ends of an IKE SA prove who they are. */
export const authenticationMethods: readonly Algorithm[] = [
  {
    kind: 'authentication-method',
    id: 'pre-share',
    title: { en: 'pre-shared key', 'zh-cn': '预共享密钥' },
    strength: 'strong',
    rank: 1,
    config: ['pre-share'],
    display: ['PRE_SHARED', 'PRE-SHARED', 'PRE_SHARED_KEY'],
    about: {
      en: 'Both ends know the same key. As strong as the key, and in aggressive mode an eavesdropper can guess at it offline.',
      'zh-cn': '两端配置相同的密钥。强度取决于密钥本身；野蛮模式下窃听者可离线猜测密钥。',
    },
    sources: ['USG6000E configuration guide, dc_cfg_ipsec_0032', 'RFC 2409 §5.4'],
  },
  {
    kind: 'authentication-method',
    id: 'digital-envelope',
    title: { en: 'digital envelope', 'zh-cn': '数字信封' },
    strength: 'strong',
    rank: 2,
    config: ['digital-envelope'],
    display: ['DIGITAL_ENVELOPE', 'DIGITAL-ENVELOPE'],
    about: {
      en: 'Certificates in the way of the Chinese national standard. IKEv1 only, and it needs a crypto card.',
      'zh-cn': '国密标准的数字信封认证，使用证书。仅支持 IKEv1，且需要加密卡。',
    },
    sources: ['Huawei Cloud VPN FAQ, differences between IKEv1 and IKEv2'],
  },
  {
    kind: 'authentication-method',
    id: 'rsa-signature',
    title: { en: 'RSA signature', 'zh-cn': 'RSA 签名' },
    strength: 'strong',
    rank: 3,
    config: ['rsa-signature', 'rsa-sig'],
    display: ['RSA_SIGNATURE', 'RSA-SIGNATURE', 'RSA_SIG', 'RSA-SIG'],
    about: {
      en: 'Each end signs with the key of its certificate and checks the certificate of the other.',
      'zh-cn': '两端用证书的私钥签名，并校验对端证书。',
    },
    sources: [
      'USG6000E configuration guide, dc_cfg_ipsec_0032',
      'NE40E V800 configuration guide, Configuring an IKE Proposal',
    ],
  },
  ...([256, 384] as const).map((bits, index): Algorithm => ({
    kind: 'authentication-method',
    id: `rsassa-pss-sha2-${bits}`,
    title: { en: `RSASSA-PSS with SHA2-${bits}`, 'zh-cn': `RSASSA-PSS（SHA2-${bits}）` },
    strength: 'strong',
    rank: 4 + index,
    config: [`rsassa-pss sha2-${bits}`],
    display: [`RSASSA_PSS_SHA2_${bits}`, `RSASSA-PSS SHA2-${bits}`],
    about: {
      en: `RSA signatures with probabilistic padding and SHA2-${bits} (RFC 7427), on VRP8.`,
      'zh-cn': `使用概率填充和 SHA2-${bits} 的 RSA 签名（RFC 7427），VRP8 支持。`,
    },
    sources: ['NE40E V800 configuration guide, Configuring an IKE Proposal', 'RFC 7427'],
  })),
];
