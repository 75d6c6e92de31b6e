import type { CommandDefinition } from './types';

const FAULTS = 'Huawei IPSec Fault Cause Reference';
const NE_GUIDE = 'NE40E V800 configuration guide, Configuring an IKE Peer';
const ID_CAUSES = ['config ID mismatch', 'construct local ID fail'] as const;

/** The IKE peer view up to the identities and the local address, in the order in which devices save it. */
export const ikePeerCommands: readonly CommandDefinition[] = [
  {
    view: 'ike-peer',
    syntax: 'version { 1 | 2 }',
    repeat: 'add',
    summary: {
      en: 'Allows an IKE version. Both are allowed until one is taken out with `undo version 1` or `undo version 2`.',
      'zh-cn':
        '使能 IKE 版本。缺省两个版本均使能，可用 `undo version 1` 或 `undo version 2` 去使能其中一个。',
    },
    details: {
      en: 'With both, the device begins with IKEv2 and answers in either. The two ends need one version in common.',
      'zh-cn':
        '两个版本均使能时，设备用 IKEv2 发起协商，响应时 IKEv1 和 IKEv2 均可。两端至少要有一个相同的版本。',
    },
    keywords: { 1: { en: 'IKEv1.', 'zh-cn': 'IKEv1。' }, 2: { en: 'IKEv2.', 'zh-cn': 'IKEv2。' } },
    causes: ['version mismatch', 'unsupported version'],
    sources: [`${FAULTS}, version mismatch`, 'Huawei forum, series on firewall IPsec (2014)'],
  },
  {
    view: 'ike-peer',
    syntax: 'exchange-mode { main | aggressive | auto }',
    ikeVersion: 1,
    summary: {
      en: 'The mode of IKEv1 phase 1. Both ends must use the same; IKEv2 ignores it.',
      'zh-cn': '配置 IKEv1 阶段 1 的协商模式。两端必须一致；IKEv2 不使用。',
    },
    details: {
      en:
        'Aggressive mode sends identities in clear and lets an eavesdropper guess at the key. It is needed where the responder must pick a ' +
        'pre-shared key by name because it does not know the address of the initiator. NAT traversal in main mode needs AR V200R005 or later.',
      'zh-cn':
        '野蛮模式以明文发送身份信息，窃听者可离线猜测密钥。响应方不知道发起方地址、需按名称选择预共享密钥时才需要使用。AR 在主模式下的 NAT 穿越需 V200R005 及以后版本。',
    },
    keywords: {
      main: { en: 'Six messages; identities are encrypted.', 'zh-cn': '主模式：六条消息，身份信息加密。' },
      aggressive: {
        en: 'Three messages; identities in clear.',
        'zh-cn': '野蛮模式：三条消息，身份信息明文。',
      },
      auto: {
        en: 'Begins with main mode and answers either mode.',
        'zh-cn': '自动模式：以主模式发起，响应时主模式和野蛮模式均可。',
      },
    },
    defaults: [{ value: 'main', products: ['usg'], source: 'USG6000E command reference, exchange-mode' }],
    causes: ['role mismatch', 'unknown exchange type'],
    sources: [
      'USG6000E command reference, exchange-mode',
      `${FAULTS}, role mismatch`,
      'Huawei forum, NAT traversal on AR routers',
    ],
  },
  {
    view: 'ike-peer',
    syntax: 'pre-shared-key [ cipher | simple ] <key:secret>',
    summary: {
      en: 'The key that both ends share. It must be the same on both.',
      'zh-cn': '配置预共享密钥。两端必须一致。',
    },
    details: {
      en:
        'Needed with `authentication-method pre-share`. Devices save it ciphered, each time in another way: two saved keys that look ' +
        'different can be the same. A key with blanks or `?` goes in double quotes, which do not belong to it. A peer with a `user-table` ' +
        'takes the key of the IKE user.',
      'zh-cn':
        '使用 `authentication-method pre-share` 时必须配置。设备以密文保存，每次密文不同：看上去不同的密文可能是同一密钥。密钥含空格或 `?` 时用双引号括起，引号不属于密钥。引用了 `user-table` 的对等体使用 IKE 用户的密钥。',
    },
    arguments: {
      key: {
        text: {
          en: 'Plain 1 to 128 characters, ciphered 48 to 188; case counts. Three kinds of characters and at least 6 are advised.',
          'zh-cn': '明文 1～128 个字符，密文 48～188 个字符，区分大小写。建议至少 6 个字符、包含三类字符。',
        },
        unit: 'characters',
      },
    },
    keywords: {
      cipher: { en: 'Kept and shown ciphered.', 'zh-cn': '以密文形式保存和显示。' },
      simple: { en: 'Kept and shown in clear (AR).', 'zh-cn': '以明文形式保存和显示（AR）。' },
    },
    causes: ['authentication fail', 'malformed message', 'malformed payload'],
    sources: [
      'USG6000E command reference, pre-shared-key (IKE peer view)',
      'S-series command reference, pre-shared-key (IKE peer view)',
      `${FAULTS}, authentication fail`,
    ],
  },
  {
    view: 'ike-peer',
    syntax: 'ike-proposal { default | <proposal:ref ike-proposal> }',
    summary: {
      en: 'The IKE proposal of this peer. Without it the device offers all its proposals.',
      'zh-cn': '引用 IKE 安全提议。未引用时，设备使用全部 IKE 安全提议进行协商。',
    },
    details: {
      en: 'Some other vendors’ IKEv1 cannot cope with many proposals: name one. On VRP8 `default` holds insecure algorithms.',
      'zh-cn': '部分厂商的 IKEv1 无法处理多个提议，此时应明确引用一个。VRP8 的 `default` 提议含不安全算法。',
    },
    keywords: { default: { en: 'The built-in proposal.', 'zh-cn': '系统缺省 IKE 安全提议。' } },
    causes: ['phase1 proposal mismatch', 'proposal mismatch or use sm in ikev2'],
    sources: ['USG6000E configuration guide, dc_cfg_ipsec_0032', NE_GUIDE],
  },
  {
    view: 'ike-peer',
    syntax:
      'local-id-type { ip [ check disable | <address:ip> ] | fqdn [ <fqdn:string> ] | user-fqdn [ <userFqdn:string> ] | dn | key-id | name }',
    summary: {
      en: 'The kind of identity this end shows. The other end must expect it.',
      'zh-cn': '配置本端 ID 类型。必须与对端配置的远端 ID 类型一致。',
    },
    details: {
      en:
        'With `ip` the identity is the address of the interface that carries the policy unless `local-id` says another. With `fqdn` it is ' +
        '`local-id`, or the global `ike local-name`. IKEv1 main mode with a pre-shared key knows addresses only.',
      'zh-cn':
        '类型为 `ip` 时，未配置 `local-id` 则以应用策略的接口地址作为 ID；类型为 `fqdn` 时取 `local-id`，或全局的 `ike local-name`。IKEv1 主模式加预共享密钥只支持 IP 地址类型。',
    },
    keywords: {
      ip: { en: 'An address.', 'zh-cn': 'IP 地址。' },
      fqdn: { en: 'A host name.', 'zh-cn': '域名（名称）。' },
      'user-fqdn': { en: 'A name like an e-mail address.', 'zh-cn': '用户域名，形如邮件地址。' },
      dn: { en: 'The subject of the certificate.', 'zh-cn': '证书的主题（DN）。' },
      'key-id': { en: 'An opaque key identifier.', 'zh-cn': '密钥标识。' },
      name: {
        en: 'The global `ike local-name` (older releases).',
        'zh-cn': '全局的 `ike local-name`（旧版本）。',
      },
    },
    defaults: [
      { value: 'ip', products: ['usg'], source: `${FAULTS}, construct local ID fail` },
      { value: 'ip', products: ['vrp8'], source: 'NE40E V800R012 command reference, local-id-type' },
    ],
    causes: ID_CAUSES,
    sources: [
      NE_GUIDE,
      `${FAULTS}, config ID mismatch`,
      'AR V300 configuration examples, NAT traversal',
      'RFC 2409 §5.4',
    ],
  },
  {
    view: 'ike-peer',
    syntax: 'remote-id-type { ip | fqdn | user-fqdn | dn | esn | key-id | any | none }',
    summary: {
      en: 'The kind of identity expected from the other end.',
      'zh-cn': '配置远端 ID 类型。必须与对端的本端 ID 类型一致。',
    },
    keywords: {
      ip: { en: 'An address.', 'zh-cn': 'IP 地址。' },
      fqdn: { en: 'A host name.', 'zh-cn': '域名（名称）。' },
      'user-fqdn': { en: 'A name like an e-mail address.', 'zh-cn': '用户域名。' },
      dn: { en: 'The subject of the certificate.', 'zh-cn': '证书的主题（DN）。' },
      esn: { en: 'The serial number of the device.', 'zh-cn': '设备序列号。' },
      'key-id': { en: 'An opaque key identifier.', 'zh-cn': '密钥标识。' },
      any: { en: 'Whatever kind the other end shows.', 'zh-cn': '任意类型。' },
    },
    causes: ['config ID mismatch'],
    sources: [
      `${FAULTS}, config ID mismatch`,
      'USG6000E command reference, display ike sa',
      'S-series command reference, display ike sa',
    ],
  },
  {
    view: 'ike-peer',
    syntax: 'remote-id <id:string>',
    summary: {
      en: 'The identity expected from the other end: what the other end has as its local ID.',
      'zh-cn': '配置远端 ID，须与对端的本端 ID 一致。',
    },
    details: {
      en: 'Local and remote IDs correspond crosswise: the `local-id` here is the `remote-id` there.',
      'zh-cn': '本端与远端 ID 交叉对应：此处的 `local-id` 即对端的 `remote-id`。',
    },
    causes: ['config ID mismatch'],
    sources: [`${FAULTS}, config ID mismatch`, NE_GUIDE],
  },
  {
    view: 'ike-peer',
    syntax: 'local-id <id:string>',
    summary: {
      en: 'The identity this end shows. The other end must have it as `remote-id`.',
      'zh-cn': '配置本端 ID，对端的 `remote-id` 须与之一致。',
    },
    causes: ID_CAUSES,
    sources: [`${FAULTS}, construct local ID fail`],
  },
  {
    view: 'ike-peer',
    syntax: 'id-type { ip | name | fqdn | user-fqdn | dn }',
    products: ['quidway'],
    summary: {
      en: 'The kind of identity of this peer on old releases (today `local-id-type`).',
      'zh-cn': '旧版本中配置 IKE 对等体的 ID 类型（现为 `local-id-type`）。',
    },
    keywords: {
      name: {
        en: 'A name: `ike local-name` here, `remote-name` there.',
        'zh-cn': '名称：本端为 `ike local-name`，对端为 `remote-name`。',
      },
    },
    causes: ID_CAUSES,
    sources: ['saved configurations of Quidway and Eudemon devices'],
  },
  {
    view: 'ike-peer',
    syntax: 'remote-name <name:string>',
    summary: {
      en: 'The name of the other end on old releases (today `remote-id`): its `ike local-name`.',
      'zh-cn': '旧版本中配置对端名称（现为 `remote-id`），须与对端的 `ike local-name` 一致。',
    },
    causes: ['config ID mismatch'],
    sources: ['saved configurations of Quidway and Eudemon devices'],
  },
  {
    view: 'ike-peer',
    syntax: 'local-address <address:ip>',
    summary: {
      en: 'The address this end negotiates from. Without it the primary address of the interface with the policy is taken.',
      'zh-cn': '配置本端 IKE 协商地址。未配置时取应用安全策略的接口的主地址。',
    },
    details: {
      en: 'It stands here on AR; on USG it is `tunnel local` and on VRP8 `local-address` in the IPsec policy. It must be an address of this device.',
      'zh-cn':
        'AR 在此视图配置；USG 在安全策略中用 `tunnel local`，VRP8 在安全策略中用 `local-address`。必须是本设备的地址。',
    },
    products: ['ar-v200', 'ar-v300'],
    causes: ['local address mismatch', 'no policy applied on interface'],
    sources: ['saved configurations of AR routers', `${FAULTS}, local address mismatch`],
  },
];
