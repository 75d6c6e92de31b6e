import type { Algorithm } from './algorithms';

const WEAK_ON_USG = {
  en: 'USG6000E knows it only with the weak-algorithm component package (WEAKEA) installed.',
  'zh-cn': 'USG6000E 需安装弱安全算法组件包（WEAKEA）后才支持。',
} as const;

function aes(bits: 128 | 192 | 256, rank: number): Algorithm {
  return {
    kind: 'encryption',
    id: `aes-${bits}`,
    title: `AES-${bits}`,
    strength: 'strong',
    rank,
    bits,
    config: [`aes-${bits}`, `aes-cbc-${bits}`, `aes-cbc ${bits}`, `aes ${bits}`],
    display: [
      `AES-${bits}`,
      `${bits}-AES`,
      `AES-CBC-${bits}`,
      `ESP-ENCRYPT-AES-${bits}`,
      `ESP-ENCRYPT-${bits}-AES`,
    ],
    about: {
      en:
        `AES in CBC mode with a key of ${bits} bits. ` +
        (bits === 256
          ? 'The default of current firewalls and routers, for IKE as well as for ESP.'
          : 'Secure; the devices default to 256 bits.') +
        ' RFC 8221 and RFC 8247 require every implementation to have AES-CBC. It needs an authentication algorithm beside it.',
      'zh-cn':
        `CBC 模式的 AES，密钥长度 ${bits} 比特。` +
        (bits === 256
          ? '当前防火墙和路由器在 IKE 和 ESP 中的缺省算法。'
          : '安全性足够；设备缺省使用 256 比特。') +
        'RFC 8221 和 RFC 8247 要求所有实现必须支持 AES-CBC。需同时配置认证算法。',
    },
    sources: ['RFC 3602', 'RFC 8221 §5', 'RFC 8247 §2.1', 'USG6000E configuration guide, IPsec proposal'],
  };
}

function gcm(bits: 128 | 192 | 256, rank: number): Algorithm {
  return {
    kind: 'encryption',
    id: `aes-${bits}-gcm-128`,
    title: { en: `AES-${bits}-GCM with a 128-bit ICV`, 'zh-cn': `AES-${bits}-GCM（128 比特 ICV）` },
    strength: 'strong',
    rank,
    bits,
    aead: true,
    config: [`aes-${bits}-gcm-128`, `aes-gcm-128 ${bits}`],
    display: [
      `AES-${bits}-GCM-128`,
      `${bits}-AES-GCM-128`,
      `AES-GCM-128-${bits}`,
      `ESP-ENCRYPT-AES-${bits}-GCM-128`,
    ],
    about: {
      en:
        `AES in Galois/counter mode: encrypts with a key of ${bits} bits and authenticates with a check value of 128 bits. ` +
        'It does the work of the authentication algorithm too, which is then not used (RFC 4106, RFC 5282).',
      'zh-cn':
        `GCM 模式的 AES：以 ${bits} 比特密钥加密，并以 128 比特校验值完成认证。` +
        '自身已包含认证功能，不再使用单独的认证算法（RFC 4106、RFC 5282）。',
    },
    sources: [
      'RFC 4106',
      'RFC 5282',
      'USG6000E configuration guide, IPsec proposal',
      'NE40E V800 configuration guide, Configuring an IKE Proposal',
    ],
  };
}

function gmac(bits: 128 | 192 | 256, rank: number): Algorithm {
  return {
    kind: 'encryption',
    id: `aes-${bits}-gmac`,
    title: `AES-${bits}-GMAC`,
    strength: 'fading',
    rank,
    bits,
    aead: true,
    encrypts: false,
    config: [`aes-${bits}-gmac`],
    display: [`AES-${bits}-GMAC`, `ESP-ENCRYPT-AES-${bits}-GMAC`],
    about: {
      en: `Authenticates packets with AES and a key of ${bits} bits and **does not encrypt** them: who reads along reads everything.`,
      'zh-cn': `使用 ${bits} 比特密钥的 AES 对报文进行认证，但**不加密**：报文内容对窃听者可见。`,
    },
    sources: ['RFC 4543', 'USG6000E configuration guide, IPsec proposal'],
  };
}

/** Ciphers of IKE and of ESP, weakest first. */
export const encryptionAlgorithms: readonly Algorithm[] = [
  gmac(128, 1),
  gmac(192, 2),
  gmac(256, 3),
  {
    kind: 'encryption',
    id: 'des',
    title: 'DES',
    strength: 'weak',
    rank: 4,
    bits: 56,
    config: ['des', 'des-cbc'],
    display: ['DES', 'DES-CBC', 'ESP-ENCRYPT-DES', 'ESP-ENCRYPT-DES-64'],
    about: {
      en: `A key of 56 bits, broken for decades: RFC 8221 and RFC 8247 forbid it. ${WEAK_ON_USG.en}`,
      'zh-cn': `密钥仅 56 比特，早已可被破解；RFC 8221 和 RFC 8247 禁止使用。${WEAK_ON_USG['zh-cn']}`,
    },
    sources: ['RFC 8221 §5', 'RFC 8247 §2.1', 'USG6000E configuration guide, dc_cfg_ipsec_0019'],
  },
  {
    kind: 'encryption',
    id: '3des',
    title: '3DES',
    strength: 'fading',
    rank: 5,
    bits: 168,
    config: ['3des', '3des-cbc'],
    display: ['3DES', '3DES-CBC', 'ESP-ENCRYPT-3DES', 'ESP-ENCRYPT-3DES-192'],
    about: {
      en:
        'Three times DES, slow, with blocks of only 64 bits. RFC 8221 says that it should not be used for ESP. Huawei calls it insecure. ' +
        WEAK_ON_USG.en,
      'zh-cn':
        '三重 DES，速度慢且分组长度仅 64 比特。RFC 8221 不建议在 ESP 中使用，华为将其列为不安全算法。' +
        WEAK_ON_USG['zh-cn'],
    },
    sources: [
      'RFC 8221 §5',
      'RFC 8247 §2.1',
      'USG6000E configuration guide, dc_cfg_ipsec_0019',
      'NE40E V800 configuration guide, Configuring an IKE Proposal',
    ],
  },
  {
    kind: 'encryption',
    id: 'sm1',
    title: 'SM1',
    strength: 'strong',
    rank: 6,
    bits: 128,
    sm: true,
    config: ['sm1'],
    display: ['SM1', 'SM1-128', 'ESP-ENCRYPT-SM1'],
    about: {
      en: 'Chinese national block cipher done in hardware; the algorithm is not published. IKEv2 refuses it in an IPsec proposal.',
      'zh-cn': '国家密码管理局的分组密码算法，由硬件实现，算法不公开。IKEv2 不支持在 IPsec 安全提议中使用。',
    },
    sources: [
      'AR V200R003 online help',
      'Huawei IPSec Fault Cause Reference, ikev2 not support sm in ipsec proposal',
    ],
  },
  {
    kind: 'encryption',
    id: 'sm4',
    title: 'SM4',
    strength: 'strong',
    rank: 7,
    bits: 128,
    sm: true,
    config: ['sm4'],
    display: ['SM4', 'SM4-128', 'ESP-ENCRYPT-SM4'],
    about: {
      en: 'Chinese national block cipher with a key of 128 bits. IKEv2 refuses it on Huawei devices.',
      'zh-cn': '国密分组密码算法，密钥长度 128 比特。华为设备的 IKEv2 不支持该算法。',
    },
    sources: [
      'USG6000E configuration guide, IPsec proposal',
      'Huawei IPSec Fault Cause Reference, proposal mismatch or use sm in ikev2',
    ],
  },
  aes(128, 8),
  gcm(128, 9),
  aes(192, 10),
  gcm(192, 11),
  aes(256, 12),
  gcm(256, 13),
];
