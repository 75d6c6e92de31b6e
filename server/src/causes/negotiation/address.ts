import { reference } from '../teardown/common';
import type { CauseDefinition } from '../types';
import { errorsOfOtherEnd, ikePeer, remoteAddress, set, show } from './stepCommands';

/** Causes about the public addresses of the two gateways. */

export const localAddressMismatch: CauseDefinition = {
  name: 'local address mismatch',
  kind: 'negotiation',
  listed: true,
  reasonCode: 39,
  harmless: 'no',
  meaning: {
    en: 'The packet reached this device, but it was sent to an address that is not the local end of any tunnel here. A gateway with several addresses negotiates only from the one its policy uses. The fault is usually in the configuration of the other gateway, which aims at the wrong one.',
    'zh-cn':
      '报文到达了本设备，但其目的地址不是本端任何隧道的本端地址。设备有多个地址时，只用安全策略所采用的地址协商。问题通常在对端：对端指向了错误的地址。',
  },
  possibleCauses: [
    {
      en: 'The other end has a different address of this device as its remote address, for example that of a second uplink or a loopback interface.',
      'zh-cn': '对端 remote-address 配成了本设备的其他地址，例如另一条出口链路或 LoopBack 接口的地址。',
    },
    {
      en: 'A local address was set here by hand and differs from that of the interface on which the packets arrive.',
      'zh-cn': '本端手工指定了本端地址，与接收报文的接口地址不同。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Read `Remote IP` on the other gateway. Is it the local end of the tunnel here? Without further configuration that is the primary address of the interface on which the policy is applied.',
        'zh-cn':
          '查看对端的 `Remote IP`，是否就是本端的隧道地址？未另行配置时，本端地址为应用安全策略的接口的主地址。',
      },
      commands: [ikePeer('both ends', 'Remote IP'), show('display ip interface brief', 'this end')],
      branches: [
        {
          when: { en: 'the other end aims at another address', 'zh-cn': '对端指向了其他地址' },
          commands: [set('remote-address <address>', 'IKE peer view', 'other end')],
          next: 'done',
        },
        {
          when: {
            en: 'it aims right, but this end was given another local address',
            'zh-cn': '对端正确，但本端指定了其他本端地址',
          },
          advice: {
            en: 'Correct it where it is set: in the policy on a USG, in the IKE peer on an AR.',
            'zh-cn': '在配置处修正：USG 在安全策略中，AR 在 IKE 对等体中。',
          },
          commands: [
            set('tunnel local <address>', 'ISAKMP IPsec policy view', 'this end'),
            set('local-address <address>', 'IKE peer view', 'this end'),
          ],
          next: 'done',
        },
        { when: { en: 'the addresses correspond', 'zh-cn': '地址对应' }, next: 'support' },
      ],
    },
  ],
  related: [
    {
      name: 'peer address mismatch',
      why: { en: 'The source of the packet is unknown instead.', 'zh-cn': '不匹配的是报文源地址时。' },
    },
    {
      name: 'no policy applied on interface',
      why: {
        en: 'The address is right, but the interface it belongs to carries no policy.',
        'zh-cn': '地址正确，但所在接口没有应用安全策略时。',
      },
    },
  ],
  note: {
    en: 'The vendor describes only the first of the two answers; the second follows from where products let you set a local address.',
    'zh-cn': '厂商资料只描述了第一种情况；第二种由各产品可指定本端地址的位置推得。',
  },
  sources: [
    reference('local address mismatch'),
    'Open Telekom Cloud VPN user guide, connection not connected',
    'AR V200R010 command reference, IPSec commands',
  ],
};

export const noPolicyApplied: CauseDefinition = {
  name: 'no policy applied on interface',
  kind: 'negotiation',
  listed: true,
  reasonCode: 49,
  harmless: 'no',
  meaning: {
    en: 'The interface by which IKE would leave or enter has no IPsec policy on it, so nothing tells the device to negotiate there. Either the policy group sits on the wrong interface or on none, or the route to the peer never uses that interface. A special case is a remote address that is one of the own addresses: such packets stay inside the device on its loopback interface.',
    'zh-cn':
      'IKE 报文的出入接口上没有应用 IPsec 安全策略，设备没有在该接口协商的依据。可能是安全策略组未应用或应用在错误的接口，也可能是到对端的路由不经过该接口。一种特殊情况是 remote-address 配成了本设备自己的地址：报文只在设备内部的 LoopBack 接口环回。',
  },
  possibleCauses: [
    {
      en: 'The policy group is not applied, or on another interface than the route to the peer uses.',
      'zh-cn': '安全策略组没有应用，或应用的接口不是到对端的路由出接口。',
    },
    {
      en: 'The remote address of the IKE peer is an address of this very device.',
      'zh-cn': 'IKE 对等体的 remote-address 是本设备自己的地址。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Which policy is on which interface, and does the route to the peer leave by that interface?',
        'zh-cn': '各接口应用了哪个安全策略？到对端的路由是否从该接口出去？',
      },
      commands: [
        show(
          'display ipsec interface brief',
          'this end',
          'IPSec policy',
          'Using interface',
          'IPSec policy number',
          'IPSec policy Type',
        ),
        show('display ip routing-table <peer-address>', 'this end', 'Interface'),
      ],
      branches: [
        {
          when: { en: 'it is missing there, or is the wrong one', 'zh-cn': '未应用或应用错误' },
          advice: {
            en: 'Apply the right policy group; on a tunnel interface it is a profile instead.',
            'zh-cn': '应用正确的安全策略组；隧道接口上应用的是安全框架。',
          },
          commands: [
            set('ipsec policy <policy-name>', 'interface view', 'this end'),
            set('ipsec profile <profile-name>', 'tunnel interface view', 'this end'),
          ],
          next: 'done',
        },
        { when: { en: 'it is right', 'zh-cn': '正确' }, next: 2 },
      ],
    },
    {
      check: {
        en: 'Is `Remote IP` an address of the other gateway and none of this device?',
        'zh-cn': '`Remote IP` 是否为对端的地址，而不是本设备的地址？',
      },
      commands: [ikePeer('this end', 'Remote IP'), show('display ip interface brief', 'this end')],
      branches: [
        {
          when: { en: 'it is an own address', 'zh-cn': '是本设备的地址' },
          commands: [remoteAddress],
          next: 'done',
        },
        { when: { en: 'it belongs to the other gateway', 'zh-cn': '是对端的地址' }, next: 3 },
      ],
    },
    {
      check: {
        en: 'Read the records of the other gateway too: the policy may be missing on that end for the way back.',
        'zh-cn': '再看对端的记录：也可能是对端的回程接口没有应用安全策略。',
      },
      commands: [errorsOfOtherEnd],
      branches: [
        {
          when: { en: 'it prints this cause too', 'zh-cn': '对端也打印该原因' },
          advice: { en: 'Apply the policy there.', 'zh-cn': '在对端应用安全策略。' },
          commands: [set('ipsec policy <policy-name>', 'interface view', 'other end')],
          next: 'done',
        },
        { when: { en: 'it does not', 'zh-cn': '没有' }, next: 'support' },
      ],
    },
  ],
  related: [
    {
      name: 'local address mismatch',
      why: {
        en: 'A policy is there, but on another address of this device.',
        'zh-cn': '应用了安全策略，但使用的是本设备的其他地址时。',
      },
    },
    {
      name: 'config modify or manual offline',
      why: {
        en: 'Look there for the moment at which somebody took the policy off.',
        'zh-cn': '从中可查到安全策略何时被取消应用。',
      },
    },
  ],
  note: {
    en: 'In a hot standby pair the local address of a tunnel must not be the remote address of an IKE peer either.',
    'zh-cn': '双机热备场景中，隧道的本端地址同样不能作为 IKE 对等体的 remote-address。',
  },
  sources: [
    reference('no policy applied on interface'),
    'S-series alarm reference, hwIPSecNegoFail',
    'USG6000E configuration guide, IPsec overview and restrictions',
  ],
};
