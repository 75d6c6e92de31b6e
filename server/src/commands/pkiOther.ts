import { plainLines } from './plain';
import type { CommandDefinition } from './types';

/** PKI entities, PKI domains (VRP8 and older firewalls) and the PKI lines of the system view. */
export const pkiOtherCommands: readonly CommandDefinition[] = [
  {
    view: 'system',
    syntax: 'pki entity <name:new pki-entity 1-64>',
    opens: 'pki-entity',
    summary: {
      en: 'Creates or opens a PKI entity: the names that a certificate request carries.',
      'zh-cn': '创建或进入 PKI 实体：证书申请中携带的身份信息。',
    },
    sources: ['Fat AP V200R008 CLI guide, PKI'],
  },
  {
    view: 'system',
    syntax: 'pki domain <name:new pki-domain 1-31>',
    opens: 'pki-domain',
    summary: {
      en: 'Creates or opens a PKI domain (VRP8 and older firewalls; `pki realm` elsewhere).',
      'zh-cn': '创建或进入 PKI 域（VRP8 和早期防火墙；其他产品使用 `pki realm`）。',
    },
    causes: ['authentication fail'],
    sources: ['NetEngine 8000 F1A command reference, PKI'],
  },
  {
    view: 'pki-entity',
    syntax: 'common-name <name:string 1-64>',
    summary: {
      en: 'Common name (CN). With `local-id-type dn` it is part of the ID that the peer sees.',
      'zh-cn': '公用名称（CN）。使用 `local-id-type dn` 时，它是对端看到的 ID 的一部分。',
    },
    causes: ['config ID mismatch'],
  },
  {
    view: 'pki-entity',
    syntax: 'fqdn <name:string 1-255>',
    summary: {
      en: 'Domain name in the certificate. An ID of type FQDN is checked against it.',
      'zh-cn': '证书中的域名。FQDN 类型的 ID 会与其比对。',
    },
    causes: ['config ID mismatch'],
  },
  {
    view: 'pki-entity',
    syntax: 'ip-address { <address:ip> | <interface:interface> }',
    summary: { en: 'IP address in the certificate.', 'zh-cn': '证书中的 IP 地址。' },
    causes: ['config ID mismatch'],
  },
  {
    view: 'pki-entity',
    syntax: 'email <email:string 1-128>',
    summary: { en: 'Mail address in the certificate.', 'zh-cn': '证书中的电子邮件地址。' },
  },
  {
    view: 'pki-entity',
    syntax: 'country <country:string 2-2>',
    summary: { en: 'Country (C), two letters.', 'zh-cn': '国家代码（C），两个字母。' },
  },
  {
    view: 'pki-entity',
    syntax: 'state <state:string 1-128>',
    summary: { en: 'State or province (ST).', 'zh-cn': '州或省（ST）。' },
  },
  {
    view: 'pki-entity',
    syntax: 'locality <locality:string 1-128>',
    summary: { en: 'Place (L).', 'zh-cn': '地理区域（L）。' },
  },
  {
    view: 'pki-entity',
    syntax: 'organization <organization:string 1-64>',
    summary: { en: 'Organization (O).', 'zh-cn': '组织（O）。' },
  },
  {
    view: 'pki-entity',
    syntax: 'organization-unit <unit:text>',
    summary: { en: 'Department (OU).', 'zh-cn': '部门（OU）。' },
  },
  {
    view: 'pki-domain',
    syntax: 'ca identifier <ca:string 1-63>',
    summary: { en: 'Name of the CA that the device trusts.', 'zh-cn': '配置设备信任的 CA 名称。' },
  },
  {
    view: 'pki-domain',
    syntax: 'certificate request entity <entity:ref pki-entity>',
    summary: {
      en: 'The entity whose identity goes into the certificate request.',
      'zh-cn': '指定申请证书使用的 PKI 实体。',
    },
    sources: ['NetEngine 8000 command reference, PKI domain'],
  },
  {
    view: 'pki-domain',
    syntax: 'certificate request from { ca | ra }',
    summary: { en: 'Who checks a certificate request.', 'zh-cn': '指定受理证书申请的机构。' },
  },
  {
    view: 'pki-domain',
    syntax: 'certificate request url <url:string 1-255>',
    summary: { en: 'Address for certificate requests.', 'zh-cn': '证书申请的 URL。' },
  },
  {
    view: 'pki-domain',
    syntax:
      'certificate request mode { manual | auto [ key-length <bits:integer> | password { cipher | simple } <password:secret> ] * }',
    summary: {
      en: 'Whether the device asks for its certificate by itself.',
      'zh-cn': '配置证书申请方式：手工或自动。',
    },
  },
  {
    view: 'pki-domain',
    syntax: 'crl check { enable | disable }',
    summary: {
      en: 'Whether the certificate of the peer is looked up in the revocation list.',
      'zh-cn': '配置是否使用 CRL 检查对端证书。',
    },
    causes: ['authentication fail'],
  },
  ...plainLines('pki-entity', ['serial-number', 'description <description:text>']),
  ...plainLines('pki-domain', [
    'certificate request polling { count <count:integer> | interval <minutes:integer> }',
    'crl { url | update-period | auto-update | scep } [ <rest:text> ]',
    'ldap-server <rest:text>',
    'root-certificate fingerprint { md5 | sha1 | sha256 } <fingerprint:string>',
    'validate-method <rest:text>',
    'description <description:text>',
  ]),
  {
    view: 'pki-domain',
    syntax: 'pki cmp session <session:string 1-31>',
    opens: 'free',
  },
  ...plainLines('system', [
    'pki file-format { der | pem }',
    'pki certificate { access-control-policy | attribute-group } <rest:text>',
    'pki { import-certificate | import-crl | export-certificate | delete-certificate | delete-crl | create-certificate | get-certificate | get-crl | ' +
      'validate-certificate | match-rsa-key | http | whitelist | set-certificate | load | release-certificate | ca-switch } <rest:text>',
    'pki enroll-certificate realm <realm:ref pki-realm> [ pkcs10 [ filename <file:string> ] ] [ password <password:secret> ]',
    'pki { rsa | sm2 | ecc } { local-key-pair | key-pair } { create | destroy } <key:string 1-64> [ <rest:text> ]',
    'pki import rsa-key-pair <key:string 1-64> { der | pem | pkcs12 } <file:string> [ exportable ] [ password <password:secret> ]',
    'pki export rsa-key-pair <key:string 1-64> { pem | pkcs12 } <file:string> [ <rest:text> ]',
    'rsa pki local-key-pair <key:string 1-64> { create | destroy } [ <rest:text> ]',
  ]),
];
