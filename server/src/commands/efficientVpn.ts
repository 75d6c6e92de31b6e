import { ikePeerCommands } from './ikePeer';
import { ikePeerFurtherCommands } from './ikePeerFurther';
import { ikeProposalCommands } from './ikeProposal';
import { connectTrack, inView } from './ipsecShared';
import { shortCommand } from './plain';
import type { CommandDefinition } from './types';

const VIEW = 'ipsec-efficient-vpn';
const peerCommands = [...ikePeerCommands, ...ikePeerFurtherCommands];
const AR_EXAMPLE = 'AR V300 configuration examples, Efficient VPN';

/**
 * The Efficient VPN policy view: a branch that gets most of its IPsec settings from the head office and needs no IKE peer of its own.
 * What it shares with the IKE peer and proposal views is documented there.
 */
export const efficientVpnCommands: readonly CommandDefinition[] = [
  {
    view: VIEW,
    syntax:
      'remote-address { <address:ip> | host-name <host:string 1-254> } { v1 | v2 } [ track <tracked:text> ]',
    repeat: 'add',
    summary: {
      en: 'The address of the head office and the IKE version to use with it.',
      'zh-cn': '配置总部地址以及使用的 IKE 版本。',
    },
    details: {
      en: 'The head office answers with a policy template whose IKE peer allows that version; with IKEv1 in aggressive mode.',
      'zh-cn': '总部使用策略模板响应，其 IKE 对等体须支持该版本；IKEv1 使用野蛮模式。',
    },
    causes: ['peer address mismatch', 'version mismatch', 'dns resolution status change'],
    sources: [AR_EXAMPLE],
  },
  ...inView(VIEW, peerCommands, ['pre-shared-key']),
  ...inView(VIEW, ikeProposalCommands, ['authentication-method', 'dh']),
  ...inView(VIEW, peerCommands, [
    'local-id-type',
    'remote-id-type',
    'remote-id',
    'local-id',
    'dpd type',
    'dpd idle-time',
    'dpd retransmit-interval',
    'dpd retry-limit',
    'dpd msg',
    'nat traversal',
    're-authentication interval',
    'rsa',
    'pki',
    'certificate local-filename',
    'sa binding',
  ]),
  {
    view: VIEW,
    syntax: 'service-scheme <scheme:string>',
    summary: {
      en: 'The name that this branch sends so that the head office chooses its AAA domain.',
      'zh-cn': '配置分支向总部发送的域名，总部据此选择授权所用的 AAA 域。',
    },
    causes: ['ip assigned fail'],
    sources: ['AR V200R010 command reference, aaa authorization'],
  },
  connectTrack(VIEW),
  shortCommand(
    VIEW,
    'acl <acl:ref acl>',
    'The ACL of the flows that the branch protects.',
    '引用 ACL，定义分支需要保护的数据流。',
    { causes: ['flow or peer mismatch'], sources: [AR_EXAMPLE] },
  ),
  shortCommand(
    VIEW,
    'sim-based-username <rest:text>',
    'Makes the user name for extended authentication of the SIM card.',
    '根据 SIM 卡信息生成扩展认证的用户名。',
    { causes: ['xauth authentication fail'], sources: [AR_EXAMPLE] },
  ),
  shortCommand(
    VIEW,
    'xauth <rest:text>',
    'Extended authentication: user name and password that the branch proves to the head office.',
    '配置扩展认证：分支向总部提供的用户名和密码。',
    { ikeVersion: 1, causes: ['xauth authentication fail'], sources: [AR_EXAMPLE] },
  ),
  shortCommand(
    VIEW,
    'interface <interface:interface>',
    'The interface that the Efficient VPN policy works with.',
    '指定 Efficient VPN 策略使用的接口。',
    { sources: [AR_EXAMPLE] },
  ),
  shortCommand(
    VIEW,
    'local-address <address:ip>',
    'The address this end negotiates from. Without it the address of the interface with the policy is taken.',
    '配置本端协商地址。未配置时取应用策略的接口地址。',
    { causes: ['local address mismatch'], sources: [AR_EXAMPLE] },
  ),
];
