import { plainLines } from './plain';
import { pkiOtherCommands } from './pkiOther';
import type { CommandDefinition } from './types';

/** PKI realms: where certificates for IKE come from and how those of the peer are checked (USG V500 and later, AR, S-series). */
export const pkiCommands: readonly CommandDefinition[] = [
  {
    view: 'system',
    syntax: 'pki realm <name:new pki-realm 1-64>',
    opens: 'pki-realm',
    summary: {
      en: 'Creates or opens a PKI realm: the CA, the key pair and the identity used for a certificate. An IKE peer with certificates names it.',
      'zh-cn':
        '创建或进入 PKI 域（realm）：包含 CA、密钥对和申请证书的实体。使用证书认证的 IKE 对等体需引用该域。',
    },
    causes: ['authentication fail'],
    sources: ['S-series V600 command reference, pki realm'],
  },
  {
    view: 'pki-realm',
    syntax: 'ca id <ca:string 1-64>',
    summary: { en: 'Name of the CA that the device trusts.', 'zh-cn': '配置设备信任的 CA 名称。' },
  },
  {
    view: 'pki-realm',
    syntax: 'entity <entity:ref pki-entity>',
    summary: {
      en: 'The entity whose identity goes into the certificate request. A realm has one only.',
      'zh-cn': '指定申请证书使用的 PKI 实体，一个 PKI 域只能绑定一个实体。',
    },
    sources: ['S-series V600 command reference, entity'],
  },
  {
    view: 'pki-realm',
    syntax:
      'enrollment-url [ esc ] <url:string 1-128> [ interval <minutes:integer 1-1440> | times <count:integer 1-100> | ra ] *',
    summary: {
      en: 'Address of the CA server from which certificates are requested by SCEP.',
      'zh-cn': '通过 SCEP 申请证书时 CA 服务器的 URL。',
    },
    arguments: {
      url: { text: { en: 'Begins with `http://`.', 'zh-cn': '以 `http://` 开头。' } },
      minutes: {
        text: { en: 'Time between two questions for the result.', 'zh-cn': '查询申请结果的间隔。' },
        unit: 'minutes',
      },
      count: { text: { en: 'How often to ask for the result.', 'zh-cn': '查询申请结果的最大次数。' } },
    },
    keywords: {
      esc: {
        en: 'The URL writes a question mark as `\\x3f`.',
        'zh-cn': 'URL 中的问号以 `\\x3f` 的形式输入。',
      },
      ra: { en: 'An RA checks the identity, not the CA.', 'zh-cn': '由 RA 而不是 CA 审核实体身份。' },
    },
    defaults: [
      {
        value: 'interval 1 times 5',
        products: ['s-series'],
        source: 'S-series command reference, enrollment-url',
      },
    ],
    sources: ['S-series command reference, enrollment-url'],
  },
  {
    view: 'pki-realm',
    syntax: 'enrollment self-signed',
    summary: {
      en: 'The device signs its certificate itself. No peer trusts it without having it imported.',
      'zh-cn': '使用设备自签名证书。对端导入该证书后才会信任。',
    },
  },
  {
    view: 'pki-realm',
    syntax:
      'enrollment-request signature message-digest-method { md5 | sha1 | sha-256 | sha-384 | sha-512 | sm3 }',
    summary: {
      en: 'Hash that signs the certificate request.',
      'zh-cn': '证书申请消息签名使用的摘要算法。',
    },
    sources: ['S-series V600 command reference, enrollment-request signature message-digest-method'],
  },
  {
    view: 'pki-realm',
    syntax: 'certificate-check { crl | ocsp | none } *',
    summary: {
      en: 'Whether the certificate of the peer is looked up in a revocation list, by OCSP, or not at all.',
      'zh-cn': '配置对端证书状态的检查方式：CRL、OCSP 或不检查。',
    },
    keywords: {
      crl: {
        en: 'Certificate revocation list; an outdated one makes IKE authentication fail.',
        'zh-cn': '证书吊销列表；CRL 过期会导致 IKE 认证失败。',
      },
      ocsp: { en: 'Asks a server for every certificate.', 'zh-cn': '在线查询证书状态。' },
      none: { en: 'No look-up.', 'zh-cn': '不检查。' },
    },
    causes: ['authentication fail'],
  },
  {
    view: 'pki-realm',
    syntax: 'fingerprint { md5 | sha1 | sha256 } <fingerprint:string 32-64>',
    summary: {
      en: 'Fingerprint by which the certificate of the CA is recognized.',
      'zh-cn': '用于校验 CA 证书的指纹。',
    },
  },
  {
    view: 'pki-realm',
    syntax: 'password [ cipher ] <password:secret>',
    summary: {
      en: 'Challenge password of SCEP requests, also needed to revoke the certificate.',
      'zh-cn': 'SCEP 申请证书的挑战密码，吊销证书时也需要。',
    },
  },
  {
    view: 'pki-realm',
    syntax: 'key-usage { ike | ssl-client | ssl-server } *',
    summary: { en: 'What the requested certificate is for.', 'zh-cn': '所申请证书中公钥的用途。' },
  },
  {
    view: 'pki-realm',
    syntax: 'rsa local-key-pair <key:string 1-64>',
    summary: { en: 'The RSA key pair of the certificate.', 'zh-cn': '指定证书使用的 RSA 密钥对。' },
    causes: ['authentication fail'],
  },
  {
    view: 'pki-realm',
    syntax: 'sm2 local-key-pair <key:string 1-64>',
    summary: { en: 'The SM2 key pair of the certificate.', 'zh-cn': '指定证书使用的 SM2 密钥对。' },
    sources: ['S-series V600 command reference, sm2 local-key-pair'],
  },
  {
    view: 'pki-realm',
    syntax:
      'auto-enroll [ <percent:integer 10-100> ] [ regenerate [ <bits:integer 2048-4096> ] ] [ updated-effective ]',
    summary: {
      en: 'Requests the certificate by itself and renews it when this part of its life is over.',
      'zh-cn': '自动申请证书，并在有效期到达指定百分比时自动更新。',
    },
  },
  ...plainLines('pki-realm', [
    'source { interface <interface:interface> | ip <address:ip> }',
    'source <interface:interface>',
    'vpn-instance <vpn:ref vpn-instance>',
    'crl { scep | http | ldap | cache | auto-update | update-period } [ <rest:text> ]',
    'cdp-url [ esc ] <url:string>',
    'ocsp { url | nonce | signature | response } [ <rest:text> ]',
    'ocsp-url from-ca',
    'ldap-server <rest:text>',
    'certificate <rest:text>',
  ]),
  ...pkiOtherCommands,
];
