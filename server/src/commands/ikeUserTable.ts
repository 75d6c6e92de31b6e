import { shortCommand } from './plain';
import type { CommandDefinition } from './types';

const FAULTS = "Huawei IPSec Fault Cause Reference, none of user's interface is selected";
const USG_KEY = 'USG6000E command reference, pre-shared-key (IKE user view)';
const NO_INTERFACE = "none of user's interface is selected";

/** IKE user tables: one key and one identity for every branch of a head office. */
export const ikeUserTableCommands: readonly CommandDefinition[] = [
  {
    view: 'ike-user-table',
    syntax: 'user <name:new ike-user>',
    opens: 'ike-user',
    repeat: 'add',
    summary: {
      en: 'Creates or opens an IKE user: one branch with its identity and key.',
      'zh-cn': '创建或进入 IKE 用户：对应一个分支，配置其身份和密钥。',
    },
    sources: [USG_KEY],
  },
  {
    view: 'ike-user',
    syntax:
      'id-type { ip <address:ip> | fqdn <fqdn:string> | user-fqdn <userFqdn:string> | dn <dn:string> | key-id <keyId:string> | any [ <id:string> ] }',
    summary: {
      en: 'The identity by which this user is recognized: the local ID of the branch.',
      'zh-cn': '配置 IKE 用户的 ID 类型和 ID，须与分支的本端 ID 一致。',
    },
    keywords: {
      ip: { en: 'An address.', 'zh-cn': 'IP 地址。' },
      fqdn: { en: 'A host name.', 'zh-cn': '域名（名称）。' },
      'user-fqdn': { en: 'A name like an e-mail address.', 'zh-cn': '用户域名。' },
      dn: { en: 'The subject of the certificate.', 'zh-cn': '证书的主题（DN）。' },
      'key-id': { en: 'An opaque key identifier.', 'zh-cn': '密钥标识。' },
      any: { en: 'Whatever kind of identity the branch shows.', 'zh-cn': '任意 ID 类型。' },
    },
    causes: [NO_INTERFACE, 'config ID mismatch'],
    sources: [FAULTS],
  },
  {
    view: 'ike-user',
    syntax: 'pre-shared-key [ cipher | simple ] <key:secret>',
    summary: {
      en: 'The key shared with this user. It takes the place of the key in the IKE peer.',
      'zh-cn': '配置与该用户共享的预共享密钥，代替 IKE 对等体中的密钥。',
    },
    details: {
      en: 'The branch has the same key in its IKE peer. Saved ciphered, each time in another way.',
      'zh-cn': '分支在其 IKE 对等体中配置相同的密钥。以密文保存，每次密文不同。',
    },
    arguments: {
      key: {
        text: {
          en: 'Plain 1 to 128 characters, ciphered 48 to 188; case counts.',
          'zh-cn': '明文 1～128 个字符，密文 48～188 个字符，区分大小写。',
        },
        unit: 'characters',
      },
    },
    causes: ['authentication fail', 'malformed message', 'malformed payload'],
    sources: [USG_KEY],
  },
  {
    view: 'ike-user',
    syntax: 'vpn-instance <vpn:ref vpn-instance>',
    summary: { en: 'The VPN instance of this user.', 'zh-cn': '配置 IKE 用户所属的 VPN 实例。' },
    sources: [FAULTS],
  },
  {
    view: 'ike-user',
    syntax: 'description <description:text>',
    summary: { en: 'Describes the user for the reader.', 'zh-cn': '配置 IKE 用户的描述信息。' },
    sources: [FAULTS],
  },
  {
    view: 'ike-user',
    syntax: 'interface-assign { <interface:interface> | <rest:text> }',
    summary: {
      en: 'The tunnel interface that this user’s tunnel ends on.',
      'zh-cn': '配置 IKE 用户关联的 Tunnel 接口。',
    },
    details: {
      en: 'Where several tunnel interfaces share one address, the identity of the branch decides which of them it gets.',
      'zh-cn': '多个 Tunnel 接口共用一个地址时，按分支的身份选择对应的 Tunnel 接口。',
    },
    causes: [NO_INTERFACE],
    sources: [FAULTS, 'USG6000E configuration guide, dc_cfg_ipsec_0106'],
  },
  shortCommand(
    'ike-user-table',
    'description <description:text>',
    'Describes the table for the reader.',
    '配置 IKE 用户表的描述信息。',
    { sources: [FAULTS] },
  ),
];
