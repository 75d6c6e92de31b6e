import { ikePeerDpdCommands } from './ikePeerDpd';
import { ikePeerRareCommands } from './ikePeerRare';
import { connectTrack } from './ipsecShared';
import type { CommandDefinition } from './types';

const FAULTS = 'Huawei IPSec Fault Cause Reference';
const NE_GUIDE = 'NE40E V800 configuration guide, Configuring an IKE Peer';

/** The rest of the IKE peer view, from the liveness checks on, in the order in which devices save it. */
export const ikePeerFurtherCommands: readonly CommandDefinition[] = [
  ...ikePeerDpdCommands,
  {
    view: 'ike-peer',
    syntax:
      'remote-address [ vpn-instance <vpn:ref vpn-instance> ] { <address:ip> [ <high:ip> ] | host-name <host:string 1-254> | domain <domain:string 1-254> } ' +
      '[ track <tracked:text> ]',
    repeat: 'add',
    summary: {
      en: 'The address of the other end: its local address. A second line names a backup peer.',
      'zh-cn': '配置对端地址，即对端的本端地址。再配置一行则为备份对端。',
    },
    details: {
      en:
        '- A range of two addresses is for peers of a policy template (VRP8).\n' +
        '- A policy needs it; a template does not, and then only answers.\n' +
        '- On a tunnel interface with `destination` both addresses must be equal. For redundant peers leave `destination` out.\n' +
        '- It must not be an address of this device.\n' +
        '- In hot standby the local tunnel address may not be a remote address of a peer (USG).',
      'zh-cn':
        '- 两个地址表示地址段，用于策略模板引用的对等体（VRP8）。\n' +
        '- 安全策略必须配置；策略模板可不配置，此时本端只能响应。\n' +
        '- Tunnel 接口配置了 `destination` 时两处地址必须相同；需要对端冗余时不要配置 `destination`。\n' +
        '- 不能是本设备的地址。\n' +
        '- 双机热备时，隧道本端地址不能作为对等体的远端地址（USG）。',
    },
    arguments: {
      address: {
        text: { en: 'Address, or the first one of a range.', 'zh-cn': '地址，或地址段的起始地址。' },
      },
      high: { text: { en: 'Last address of the range.', 'zh-cn': '地址段的结束地址。' } },
      host: { text: { en: 'Host name, resolved by DNS.', 'zh-cn': '域名，通过 DNS 解析。' } },
      vpn: { text: { en: 'VPN instance the address is reached in.', 'zh-cn': '对端地址所属的 VPN 实例。' } },
    },
    causes: [
      'flow or peer mismatch',
      'peer address mismatch',
      'local address mismatch',
      'no policy applied on interface',
      'peer address switch',
      'dns resolution status change',
    ],
    sources: [
      NE_GUIDE,
      `${FAULTS}, peer address mismatch`,
      'USG6000E configuration guide, dc_cfg_ipsec_0020',
      'USG6000E configuration guide, dc_cfg_ipsec_0019',
    ],
  },
  {
    view: 'ike-peer',
    syntax: 'remote-address authentication-address <address:ip> [ <high:ip> ]',
    products: ['vrp8'],
    summary: {
      en: 'The address the other end shows as its identity where NAT changes the one it is reached by.',
      'zh-cn': '存在 NAT 时，配置对端认证地址，即对端转换前的地址。',
    },
    details: {
      en: 'Only with an identity of type `ip`. It is the address of the other gateway before translation.',
      'zh-cn': '仅在 ID 类型为 `ip` 时有效，为对端网关 NAT 转换前的出接口地址。',
    },
    causes: ['config ID mismatch', 'peer address mismatch'],
    sources: ['NE40E V800 configuration guide, Configuring IPsec NAT Traversal'],
  },
  {
    view: 'ike-peer',
    syntax: 'nat traversal',
    summary: {
      en: 'Lets IKE and ESP pass NAT between the ends by wrapping them in UDP 4500. Both ends need it.',
      'zh-cn': '使能 NAT 穿越，用 UDP 4500 封装 IKE 和 ESP 报文。两端都需使能。',
    },
    details: {
      en: 'ESP only: AH covers the outer addresses and cannot pass NAT.',
      'zh-cn': '仅支持 ESP：AH 校验外层地址，无法穿越 NAT。',
    },
    defaults: [
      { value: 'enable', products: ['s-series'], source: 'S-series configuration guide, NAT traversal' },
      { value: 'none', products: ['vrp8'], source: 'NE40E V800R012 command reference, nat traversal' },
    ],
    causes: ['nat detection fail'],
    sources: [
      'NE40E V800 configuration guide, Configuring IPsec NAT Traversal',
      'USG6000E configuration guide, dc_cfg_ipsec_0019',
    ],
  },
  {
    view: 'ike-peer',
    syntax: 'sa binding vpn-instance <vpn:ref vpn-instance>',
    summary: {
      en: 'The VPN instance of the protected networks: where packets go after decryption.',
      'zh-cn': '配置 SA 绑定的 VPN 实例，即解密后报文所属的 VPN 实例。',
    },
    sources: [NE_GUIDE, 'NE40E V800R012 command reference, sa binding'],
  },
  {
    view: 'ike-peer',
    syntax: 'rsa encryption-padding { oaep | pkcs1 }',
    summary: {
      en: 'Padding of RSA encryption with certificates. AR V300 saves it in every peer.',
      'zh-cn': '配置证书认证时 RSA 加密的填充方式。AR V300 在每个对等体中都会保存该行。',
    },
    products: ['ar-v200', 'ar-v300'],
    sources: ['saved configurations of AR routers'],
  },
  {
    view: 'ike-peer',
    syntax: 'rsa signature-padding { pss | pkcs1 }',
    summary: {
      en: 'Padding of RSA signatures in IKE with certificates. AR V300 saves it in every peer.',
      'zh-cn': '配置证书认证时 RSA 签名的填充方式。AR V300 在每个对等体中都会保存该行。',
    },
    products: ['ar-v200', 'ar-v300'],
    causes: ['authentication fail'],
    sources: ['saved configurations of AR routers'],
  },
  {
    view: 'ike-peer',
    syntax: 'local-id-preference certificate enable',
    products: ['ar-v300'],
    summary: {
      en: 'Takes the identity from the local certificate before the configured one. AR V300 saves `undo local-id-preference certificate enable`.',
      'zh-cn': '优先使用本端证书中的 ID。AR V300 会保存 `undo local-id-preference certificate enable`。',
    },
    causes: ['config ID mismatch'],
    sources: ['saved configurations of AR routers'],
  },
  {
    view: 'ike-peer',
    syntax: 'ikev2 authentication sign-hash { sha1 | sha2-256 | sha2-384 | sha2-512 }',
    ikeVersion: 2,
    products: ['ar-v300'],
    summary: {
      en: 'The hash of the signature with which IKEv2 proves a certificate. AR V300 saves it in every peer.',
      'zh-cn': '配置 IKEv2 证书认证时签名使用的哈希算法。AR V300 在每个对等体中都会保存该行。',
    },
    sources: ['saved configurations of AR routers', 'RFC 7427'],
  },
  {
    view: 'ike-peer',
    syntax: 'certificate local-filename <file:string 1-64> [ remote-filename <remoteFile:string 1-64> ]',
    summary: {
      en: 'The certificate file this end authenticates with.',
      'zh-cn': '配置本端认证使用的证书文件。',
    },
    details: {
      en: 'On VRP8 it excludes `certificate local pki-domain`, which is recommended.',
      'zh-cn': 'VRP8 上与 `certificate local pki-domain` 互斥，推荐使用后者。',
    },
    causes: ['authentication fail'],
    sources: [NE_GUIDE],
  },
  {
    view: 'ike-peer',
    syntax: 'certificate { local pki-domain | pki-domain } <domain:ref pki-domain>',
    summary: {
      en: 'The PKI domain whose certificate this end authenticates with (VRP8).',
      'zh-cn': '绑定 PKI 域，使用该域的证书进行认证（VRP8）。',
    },
    products: ['vrp8'],
    causes: ['authentication fail'],
    sources: [NE_GUIDE],
  },
  {
    view: 'ike-peer',
    syntax: 'pki { realm <realm:ref pki-realm> | domain <domain:ref pki-domain> }',
    summary: {
      en: 'The PKI realm (or domain) whose certificates this peer authenticates with.',
      'zh-cn': '引用 PKI 域（realm 或 domain），使用其中的证书进行认证。',
    },
    causes: ['authentication fail'],
  },
  {
    view: 'ike-peer',
    syntax: 'pki whitelist enable',
    products: ['vrp8'],
    summary: {
      en: 'Accepts only certificates on the PKI whitelist from this peer.',
      'zh-cn': '对该对等体使能 PKI 白名单检查。',
    },
    causes: ['authentication fail'],
    sources: ['NE40E V800 configuration guide, PKI whitelist'],
  },
  {
    view: 'ike-peer',
    syntax: 'user-table <table:ref ike-user-table>',
    summary: {
      en: 'The table of IKE users: every branch is found by its identity and has a key of its own.',
      'zh-cn': '引用 IKE 用户表：按身份识别各分支，每个分支使用各自的密钥。',
    },
    details: {
      en: 'For a head office whose policy comes from a template. With several keys and unknown addresses IKEv1 needs aggressive mode.',
      'zh-cn': '用于采用策略模板的总部。存在多个密钥且对端地址未知时，IKEv1 需使用野蛮模式。',
    },
    causes: ["none of user's interface is selected", 'authentication fail'],
    sources: [
      'USG6000E command reference, pre-shared-key (IKE user view)',
      'USG6000E command reference, exchange-mode',
    ],
  },
  {
    view: 'ike-peer',
    syntax: 'ike negotiate compatible',
    products: ['usg'],
    summary: {
      en: 'As responder this end accepts any supported mode, IKE proposal and IPsec proposal of the initiator. Off by default.',
      'zh-cn': '作为响应方时，接受发起方任意支持的协商模式、IKE 安全提议和 IPsec 安全提议。缺省未使能。',
    },
    details: {
      en:
        'Proposals of the two ends then need not match, and weaker algorithms than configured may be used. With IKEv2 the responder takes ' +
        '604800 seconds and no traffic limit and cannot begin a rekeying itself.',
      'zh-cn':
        '此时两端提议可以不一致，可能协商出比配置更弱的算法。IKEv2 下响应方生存周期取 604800 秒且不限流量，并且不能主动重协商。',
    },
    defaults: [
      { value: 'none', products: ['usg'], source: 'USG6000E command reference, ike negotiate compatible' },
    ],
    sources: ['USG6000E command reference, ike negotiate compatible'],
  },
  {
    view: 'ike-peer',
    syntax: 're-authentication interval <seconds:integer 60-604800>',
    ikeVersion: 2,
    summary: {
      en: 'How often the ends authenticate anew under IKEv2. None by default; it begins after about 70 % of the interval.',
      'zh-cn': '配置 IKEv2 重认证的时间间隔。缺省不进行重认证；约在间隔的 70% 时开始。',
    },
    arguments: { seconds: { text: { en: 'Interval.', 'zh-cn': '重认证间隔。' }, unit: 'seconds' } },
    defaults: [
      {
        value: 'none',
        products: ['usg', 's-series'],
        source: 'USG6000E command reference, re-authentication interval',
      },
    ],
    causes: ['re-auth timeout'],
    sources: ['USG6000E command reference, re-authentication interval'],
  },
  {
    view: 'ike-peer',
    syntax: 'aaa authorization [ domain <domain:ref aaa-domain> ]',
    products: ['ar-v200', 'ar-v300'],
    summary: {
      en: 'Gets what the remote user may do from a RADIUS server. Then `service-scheme` of this peer has no effect.',
      'zh-cn': '配置通过 AAA RADIUS 服务器授权。配置后本对等体的 `service-scheme` 不生效。',
    },
    details: {
      en: 'Without a domain, the one that the remote device sends is taken (its `service-scheme` in the Efficient VPN policy).',
      'zh-cn':
        '不指定域时，使用远端设备发送的域名（在其 Efficient VPN 策略视图下用 `service-scheme` 指定）。',
    },
    causes: ['ip assigned fail', 'xauth authentication fail', 'aaa cut user'],
    sources: ['AR V200R010 command reference, aaa authorization'],
  },
  {
    view: 'ike-peer',
    syntax: 'service-scheme <scheme:ref service-scheme>',
    summary: {
      en: 'The service scheme whose address pool and servers the clients of this peer get (Efficient VPN server).',
      'zh-cn': '引用业务方案，向客户端分配地址和服务器信息（Efficient VPN 服务器）。',
    },
    causes: ['ip assigned fail'],
    products: ['ar-v200', 'ar-v300'],
    sources: [
      'AR V300 configuration examples, Efficient VPN',
      'AR V200R010 command reference, aaa authorization',
    ],
  },
  connectTrack('ike-peer'),
  ...ikePeerRareCommands,
];
