import { shortCommand } from './plain';
import type { CommandDefinition, ProductId } from './types';

const AR: readonly ProductId[] = ['ar-v200', 'ar-v300'];
const AR_LIST = ['AR V200R010 command reference, list of IPsec commands'];
const FAULTS = 'Huawei IPSec Fault Cause Reference';

/** Lines of the IKE peer view that few configurations have. */
export const ikePeerRareCommands: readonly CommandDefinition[] = [
  shortCommand(
    'ike-peer',
    'lifetime-notification-message enable',
    'Tells the other end the lifetime of the SA in a notification of its own.',
    '使能发送 IKE SA 生存周期通知消息。',
    { sources: AR_LIST },
  ),
  shortCommand(
    'ike-peer',
    'config-exchange <exchanged:text>',
    'Exchanges settings such as addresses and routes with the other end while IKE negotiates (request, set).',
    '配置 IKE 协商时与对端交换的配置信息（如地址、路由），方式为 request 或 set。',
    { products: AR, causes: ['ip assigned fail', 'config mode request'], sources: AR_LIST },
  ),
  shortCommand(
    'ike-peer',
    'route accept [ <rest:text> ]',
    'Makes routes of the subnets that the other end announces while IKE negotiates.',
    '根据对端在 IKE 协商中发布的子网信息生成路由。',
    { products: AR, causes: ['route limit'], sources: AR_LIST },
  ),
  shortCommand(
    'ike-peer',
    'dscp <dscp:string 1-8>',
    'The DSCP of the IKE packets that this end sends to the peer.',
    '配置发往该对等体的 IKE 报文的 DSCP 优先级。',
    { products: AR, sources: AR_LIST },
  ),
  shortCommand(
    'ike-peer',
    'certificate peer-name <name:string>',
    'The name that the certificate of the other end must carry.',
    '指定对端证书的名称。',
    { products: AR, causes: ['authentication fail'], sources: AR_LIST },
  ),
  shortCommand(
    'ike-peer',
    'certificate-check disable',
    'Leaves out the check of the certificate of this peer.',
    '不检查该对等体的证书。',
    { products: AR, sources: AR_LIST },
  ),
  shortCommand(
    'ike-peer',
    'certificate-request empty-payload enable',
    'Sends the certificate request without the name of a CA.',
    '使能发送空的证书请求载荷。',
    { products: AR, causes: ['authentication fail'], sources: AR_LIST },
  ),
  shortCommand(
    'ike-peer',
    'xauth <rest:text>',
    'Extended authentication: the remote user also proves a user name and password.',
    '配置扩展认证（XAUTH）：远端用户还需通过用户名和密码认证。',
    {
      ikeVersion: 1,
      causes: ['xauth authentication fail'],
      sources: [`${FAULTS}, xauth authentication fail`],
    },
  ),
  shortCommand(
    'ike-peer',
    'eap <rest:text>',
    'EAP: the remote user proves a user name and password by a method of EAP.',
    '配置 EAP 认证：远端用户通过 EAP 方法认证用户名和密码。',
    {
      ikeVersion: 2,
      causes: ['eap authentication fail', 'eap authentication timeout'],
      sources: [`${FAULTS}, eap authentication fail`, 'RFC 7296 §2.16'],
    },
  ),
  shortCommand(
    'ike-peer',
    'inband { crl | ocsp }',
    'Takes the revocation state of certificates from the IKE messages themselves.',
    '在 IKE 报文中携带证书吊销状态信息。',
    {
      products: AR,
      keywords: {
        crl: { en: 'As a revocation list.', 'zh-cn': '以 CRL 方式。' },
        ocsp: { en: 'As an OCSP answer (RFC 4806).', 'zh-cn': '以 OCSP 应答方式（RFC 4806）。' },
      },
      causes: ['authentication fail'],
      sources: AR_LIST,
    },
  ),
  shortCommand(
    'ike-peer',
    'ikev2 id-match-certificate enable',
    'Checks that the ID of the other end stands in its certificate.',
    '使能 IKEv2 ID 与证书的匹配检查。',
    { ikeVersion: 2, products: AR, causes: ['authentication fail', 'config ID mismatch'], sources: AR_LIST },
  ),
  shortCommand(
    'ike-peer',
    'description <description:text>',
    'Describes the peer for the reader.',
    '配置 IKE 对等体的描述信息。',
    { sources: AR_LIST },
  ),
  shortCommand(
    'ike-peer',
    'vpn-instance <vpn:ref vpn-instance>',
    'The VPN instance of the peer.',
    '配置 IKE 对等体所属的 VPN 实例。',
    { sources: [`${FAULTS}, config ID mismatch`] },
  ),
];
