import { reference } from '../teardown/common';
import type { CauseDefinition } from '../types';
import { ikePeer } from './stepCommands';

/** A packet from an address that no IKE peer expects. */
export const peerAddressMismatch: CauseDefinition = {
  name: 'peer address mismatch',
  kind: 'negotiation',
  listed: true,
  aliases: ['Peer address can not match with any ike peer config'],
  reasonCode: 12,
  harmless: 'no',
  meaning: {
    en: 'A negotiation arrived from an address that belongs to no IKE peer configured here, so nothing in it could be compared with anything. Proposals and keys have not been looked at yet. The end that started it learns nothing of the reason: it sees its first message unanswered or bluntly refused.',
    'zh-cn':
      '收到的协商报文的源地址不属于本端配置的任何 IKE 对等体，后续内容无从比较，安全提议和密钥均未检查。发起方无法得知原因：其首个报文没有应答，或被直接拒绝。',
  },
  possibleCauses: [
    {
      en: '`remote-address` names another address than the one the packets come from: a mistyped one, the former one after a change of line, or an inner one.',
      'zh-cn': '`remote-address` 与报文实际源地址不同：输入错误、更换线路后未修改，或误填了内网地址。',
    },
    {
      en: 'The other end sends from an interface or a secondary address nobody expected, for example from its backup line.',
      'zh-cn': '对端从意料之外的接口或从 IP 地址发出报文，例如走了备份链路。',
    },
    {
      en: 'NAT on the way replaces the source address.',
      'zh-cn': '途中的 NAT 改变了源地址。',
    },
    {
      en: 'The tunnel interface has a `destination`, and it is not the address in the IKE peer.',
      'zh-cn': 'Tunnel 接口配置了 `destination`，但与 IKE 对等体中的地址不同。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Take `Remote IP` here and the address the other end works with, and the same the other way round. Where no local address is configured, an end uses the primary address of the interface the packets leave by. Do both pairs agree?',
        'zh-cn':
          '将本端的 `Remote IP` 与对端使用的本端地址比较，并反过来再比较一次。未指定本端地址时，使用报文出接口的主 IP 地址。两个方向是否都一致？',
      },
      commands: [
        {
          command: 'display ike error-info',
          place: 'any view',
          end: 'this end',
          fields: ['peer', 'error-reason'],
        },
        ikePeer('both ends', 'Remote IP', 'VPN instance'),
        { command: 'display ip interface brief', place: 'any view', end: 'both ends' },
      ],
      branches: [
        {
          when: { en: 'they do not', 'zh-cn': '不一致' },
          advice: {
            en: 'Enter the address that packets really arrive from; behind NAT that is the translated one. If the other end uses the wrong interface, correct it there instead.',
            'zh-cn':
              '改为报文实际到达时的源地址；对端位于 NAT 之后时填写转换后的地址。若是对端用错了接口，则在对端修改。',
          },
          commands: [{ command: 'remote-address <peer-address>', place: 'IKE peer view', end: 'both ends' }],
          next: 'done',
        },
        {
          when: {
            en: 'they do, and the profile is on a tunnel interface',
            'zh-cn': '一致，且安全框架应用在 Tunnel 接口上',
          },
          next: 2,
        },
        {
          when: {
            en: 'they do, and there is no tunnel interface',
            'zh-cn': '一致，且不是 Tunnel 接口方式',
          },
          next: 'support',
        },
      ],
    },
    {
      check: {
        en: 'Which destination has the tunnel interface, and which remote address has the IKE peer?',
        'zh-cn': 'Tunnel 接口的目的地址是什么？IKE 对等体的对端地址是什么？',
      },
      commands: [
        {
          command: 'display current-configuration interface Tunnel <number>',
          place: 'any view',
          end: 'this end',
          fields: ['destination', 'source', 'ipsec profile'],
        },
        ikePeer('both ends', 'Remote IP'),
      ],
      branches: [
        {
          when: { en: 'both are set and differ', 'zh-cn': '两处均已配置但不同' },
          advice: {
            en: 'Make them the same address.',
            'zh-cn': '将两处改为相同的地址。',
          },
          commands: [
            { command: 'destination <peer-address>', place: 'tunnel interface view', end: 'this end' },
            { command: 'remote-address <peer-address>', place: 'IKE peer view', end: 'this end' },
          ],
          next: 'done',
        },
        {
          when: {
            en: 'no destination, no remote address',
            'zh-cn': '目的地址和对端地址都没有配置',
          },
          advice: {
            en: 'Such an end can answer and never start. Start from the other end, or enter the remote address.',
            'zh-cn': '这样的一端只能响应，不能发起。请从对端发起，或配置对端地址。',
          },
          commands: [{ command: 'remote-address <peer-address>', place: 'IKE peer view', end: 'this end' }],
          next: 'done',
        },
        {
          when: {
            en: 'only the remote address, or both and equal',
            'zh-cn': '只配置了对端地址，或两处相同',
          },
          advice: {
            en: 'That is in order: without a destination this end starts towards the remote address of the peer.',
            'zh-cn': '配置正常：没有目的地址时，本端按 IKE 对等体的对端地址发起协商。',
          },
          next: 'support',
        },
      ],
    },
  ],
  related: [
    {
      name: 'local address mismatch',
      why: {
        en: 'The address that did not fit is the one of this end.',
        'zh-cn': '不匹配的是本端地址。',
      },
    },
    {
      name: 'config ID mismatch',
      why: {
        en: 'The address found a peer, but the identity inside the messages is not the one configured.',
        'zh-cn': '地址匹配到对等体，但报文中的身份 ID 与配置不符。',
      },
    },
    {
      name: 'flow or peer mismatch',
      why: {
        en: 'The same question asked again in phase 2, together with the protected flow.',
        'zh-cn': '第二阶段再次检查对端地址和数据流时的失败原因。',
      },
    },
    {
      name: 'dns resolution status change',
      why: {
        en: 'The peer is configured by a domain name, and the name resolves to another address now.',
        'zh-cn': '对等体以域名配置，而域名解析到了其他地址。',
      },
    },
  ],
  note: {
    en: 'Address probes from strangers on the Internet also leave this entry. Look at the peer address of the record first: if it is none of your sites, nothing is broken. The long spelling is a counter of the S-series among its configuration errors. A peer of a policy template may leave the remote address out and then takes any.',
    'zh-cn':
      '来自互联网陌生地址的探测也会产生该记录。先看记录中的对端地址：若不是自己的站点，则无需处理。较长的写法是 S 系列统计中配置错误类的计数项。安全策略模板引用的对等体可以不配置对端地址，此时接受任意地址。',
  },
  sources: [
    reference('peer address mismatch'),
    'S-series alarm reference, hwIPSecNegoFail',
    'S-series command reference, display ikev2 statistics',
    'USG6000E configuration guide, IPsec profile on a tunnel interface',
  ],
};
