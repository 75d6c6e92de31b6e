import { reference } from '../teardown/common';
import type { CauseDefinition } from '../types';
import { set, show } from './stepCommands';

/** Causes in which the device is full. */

export const dynamicPeersLimit: CauseDefinition = {
  name: 'dynamic peers number reaches limitation',
  kind: 'negotiation',
  listed: true,
  reasonCode: 42,
  harmless: 'no',
  meaning: {
    en: 'There are as many IKE peers on this device as it can have, so one more is turned away. Nothing need be wrong with the peer that was refused; all it can see is silence or a failure without a reason.',
    'zh-cn':
      '本设备上的 IKE 对等体数量已达到上限，因此拒绝新的对端。被拒绝的对端不一定有问题，在它看来只是没有应答，或失败而没有原因。',
  },
  possibleCauses: [
    {
      en: 'More peers than this model is made for: branches were added over the years, or old entries were never removed.',
      'zh-cn': '对等体数量超出该型号的规格：分支逐年增加，或旧的配置没有清理。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Count the peers and compare with the data sheet of the model. Are there any that nobody needs any more?',
        'zh-cn': '统计对等体数量，与该型号的规格比较。是否有不再使用的对等体？',
      },
      commands: [show('display ike peer brief', 'this end', 'Current ike peer number')],
      branches: [
        {
          when: { en: 'some can go', 'zh-cn': '有可删除的' },
          advice: {
            en: 'Take them out of their policies and delete them.',
            'zh-cn': '先从安全策略中取消引用，再删除。',
          },
          commands: [set('undo ike peer <peer-name>', 'system view', 'this end')],
          next: 'done',
        },
        {
          when: { en: 'all are needed', 'zh-cn': '都需要' },
          advice: {
            en: 'Share the branches out over several gateways, or get a larger model.',
            'zh-cn': '将分支分散到多台网关，或更换规格更高的设备。',
          },
          next: 'done',
        },
      ],
    },
  ],
  related: [
    {
      name: 'ipsec tunnel number reaches limitation',
      why: { en: 'The tunnels are the bottleneck.', 'zh-cn': '瓶颈是隧道数量时。' },
    },
    {
      name: 'license or specification limited',
      why: { en: 'The licence is the bottleneck.', 'zh-cn': '瓶颈是 License 时。' },
    },
  ],
  note: {
    en: 'The name speaks of dynamic peers, the vendor explains it by configured ones. No number is given; it belongs to the specification of each model.',
    'zh-cn':
      '名称中为动态对等体（dynamic peers），厂商资料却以已配置的对等体解释。资料未给出上限，取决于设备规格。',
  },
  sources: [
    reference('dynamic peers number reaches limitation'),
    'S-series alarm reference, hwIPSecNegoFail',
    'Open Telekom Cloud VPN user guide, connection not connected',
  ],
};

export const tunnelLimit: CauseDefinition = {
  name: 'ipsec tunnel number reaches limitation',
  kind: 'negotiation',
  listed: true,
  reasonCode: 41,
  harmless: 'no',
  meaning: {
    en: 'Every IPsec tunnel the device can hold is taken. A new one is refused however faultless its configuration. Each permitted pair of networks makes a tunnel of its own: a long ACL uses up the number faster than a long list of branches.',
    'zh-cn':
      '设备可建立的 IPsec 隧道已全部用完，无论配置是否正确，新隧道都会被拒绝。每对允许的网段都会建立一条隧道，因此规则过多的 ACL 比分支数量更容易耗尽规格。',
  },
  possibleCauses: [
    {
      en: 'The network has outgrown the device.',
      'zh-cn': '网络规模超出设备能力。',
    },
    {
      en: 'Many narrow ACL rules, where one wider rule would do, build many tunnels to the same peer.',
      'zh-cn': 'ACL 规则过细，本可合并为一条的规则与同一对端建立了多条隧道。',
    },
  ],
  steps: [
    {
      check: {
        en: 'See how many tunnels there are and to whom. Are several of them between the same two gateways?',
        'zh-cn': '查看隧道数量及对端。是否有多条隧道位于相同的两台网关之间？',
      },
      commands: [show('display ipsec sa brief', 'this end')],
      branches: [
        {
          when: { en: 'there are, and their rules can be joined', 'zh-cn': '有，且规则可以合并' },
          advice: {
            en: 'Plan the flows anew: join adjacent networks into one rule on both ends.',
            'zh-cn': '重新规划数据流：在两端将相邻网段合并为一条规则。',
          },
          next: 'done',
        },
        {
          when: { en: 'all tunnels are needed as they are', 'zh-cn': '所有隧道都需要' },
          advice: {
            en: 'Share them out over more gateways, or get a larger model.',
            'zh-cn': '分散到更多网关，或更换规格更高的设备。',
          },
          next: 'done',
        },
      ],
    },
  ],
  related: [
    {
      name: 'license or specification limited',
      why: {
        en: 'The number is held down by a licence, which can be bought.',
        'zh-cn': '数量受 License 控制、可通过购买扩容时。',
      },
    },
    {
      name: 'first packet limited',
      why: {
        en: 'Too many at the same moment, though not too many in all.',
        'zh-cn': '总数未超，但同时协商的过多时。',
      },
    },
    {
      name: 'route limit',
      why: {
        en: 'Injected routes run out before the tunnels do.',
        'zh-cn': '先耗尽的是路由注入产生的路由时。',
      },
    },
  ],
  sources: [
    reference('ipsec tunnel number reaches limitation'),
    'S-series alarm reference, hwIPSecNegoFail',
    'S600-E configuration guide, IPSec ACL',
  ],
};

export const licenseLimited: CauseDefinition = {
  name: 'license or specification limited',
  kind: 'negotiation',
  listed: true,
  harmless: 'no',
  meaning: {
    en: 'No further IPsec tunnel may be built: either the licence allows no more, or the model has reached what it can do. The steps tell the two apart, since one is cured by a purchase and the other is not.',
    'zh-cn':
      '不能再建立 IPsec 隧道：License 允许的数量已用完，或已达到设备规格。两种情况处理方法不同，前者可购买 License 解决，后者不能，按步骤区分。',
  },
  possibleCauses: [
    {
      en: 'The licensed number of tunnels is used up.',
      'zh-cn': 'License 授权的隧道数已用完。',
    },
    {
      en: 'The licence has run out or was not loaded after a change of hardware.',
      'zh-cn': 'License 已过期，或更换硬件后没有加载。',
    },
    {
      en: 'The model supports no more tunnels.',
      'zh-cn': '达到设备型号的隧道规格。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Is there an item for IPsec tunnels among the licensed ones?',
        'zh-cn': 'License 中是否有控制 IPsec 隧道数量的项？',
      },
      commands: [
        show('display license', 'this end', 'License state', 'Item name', 'Control value', 'Expired date'),
      ],
      branches: [
        { when: { en: 'there is', 'zh-cn': '有' }, next: 2 },
        { when: { en: 'there is not', 'zh-cn': '没有' }, next: 3 },
      ],
    },
    {
      check: {
        en: 'Count the tunnels and hold the number against the control value of that item.',
        'zh-cn': '统计当前隧道数，与该项的控制值比较。',
      },
      commands: [show('display ipsec sa brief', 'this end')],
      branches: [
        {
          when: { en: 'the licensed number is reached', 'zh-cn': '达到授权数量' },
          advice: {
            en: 'Extend the licence, or do with fewer tunnels by joining flows.',
            'zh-cn': '申请扩容 License，或合并数据流以减少隧道。',
          },
          next: 'done',
        },
        { when: { en: 'it is not', 'zh-cn': '未达到' }, next: 3 },
      ],
    },
    {
      check: {
        en: 'Look up the model in its specification: how many tunnels can it have?',
        'zh-cn': '查阅该型号的规格：最多支持多少条隧道？',
      },
      commands: [show('display version', 'this end'), show('display ipsec sa brief', 'this end')],
      branches: [
        {
          when: { en: 'there are as many already', 'zh-cn': '已达到规格' },
          advice: {
            en: 'Get a larger device, or spread the tunnels over several.',
            'zh-cn': '更换规格更高的设备，或将隧道分散到多台设备。',
          },
          next: 'done',
        },
        { when: { en: 'there are fewer', 'zh-cn': '未达到规格' }, next: 'support' },
      ],
    },
  ],
  related: [
    {
      name: 'ipsec tunnel number reaches limitation',
      why: {
        en: 'The limit of the device alone, without a licence in play.',
        'zh-cn': '仅为设备规格限制，与 License 无关时。',
      },
    },
    {
      name: 'dynamic peers number reaches limitation',
      why: { en: 'IKE peers and not tunnels are too many.', 'zh-cn': '超限的是 IKE 对等体而不是隧道时。' },
    },
  ],
  sources: [
    reference('license or specification limited'),
    'Open Telekom Cloud VPN user guide, connection not connected',
  ],
};

export const firstPacketLimited: CauseDefinition = {
  name: 'first packet limited',
  kind: 'negotiation',
  listed: true,
  reasonCode: 18,
  harmless: 'no',
  meaning: {
    en: 'So many IKE SAs were being negotiated at once that the device put a cap on beginnings: the first packet of a further negotiation was dropped. The peer repeats it and gets in when there is room, so after a power cut or a switchover with many branches a burst of these is to be expected. If they go on, the cap is too low or the packets are no honest ones.',
    'zh-cn':
      '同时协商的 IKE SA 过多，设备限制新的协商，丢弃了新协商的首个报文。对端会重传，有空位时即可接入，因此断电恢复或主备倒换后、分支众多时短时间内大量出现属于预料之中。若持续出现，则是上限过低，或报文并非来自正常对端。',
  },
  possibleCauses: [
    {
      en: 'Many peers negotiate at the same time, after a restart for example.',
      'zh-cn': '大量对端同时协商，例如设备重启之后。',
    },
    {
      en: 'The cap was set lower than the number of branches needs.',
      'zh-cn': '配置的上限低于分支数量的需要。',
    },
    {
      en: 'Somebody floods UDP 500 with first packets.',
      'zh-cn': '有人向 UDP 500 大量发送首个报文。',
    },
  ],
  steps: [
    {
      check: {
        en: 'What is the cap set to, and is it already the highest the command takes? On a USG that is 800 for each CPU, which is also the default.',
        'zh-cn': '当前上限是多少，是否已是命令允许的最大值？USG 为每 CPU 800，也是缺省值。',
      },
      commands: [show('display ike global config', 'this end', 'IKE call admission')],
      branches: [
        {
          when: { en: 'it can be raised', 'zh-cn': '还可以增大' },
          commands: [set('ike call admission limit in-negotiation-sa <number>', 'system view', 'this end')],
          next: 'done',
        },
        { when: { en: 'it is the highest', 'zh-cn': '已是最大值' }, next: 2 },
      ],
    },
    {
      check: {
        en: 'Then the load has to be spread. Do the branches all start at the same moment?',
        'zh-cn': '此时需要分散负载。分支是否都在同一时刻发起协商？',
      },
      branches: [
        {
          when: { en: 'in any case', 'zh-cn': '任何情况' },
          advice: {
            en: 'Plan the network so that fewer negotiate at once: more gateways, staggered lifetimes, traffic-triggered instead of automatic tunnels.',
            'zh-cn': '合理规划网络，减少同时协商的数量：增加网关、错开生存周期、用流量触发代替自动触发。',
          },
          next: 'done',
        },
      ],
    },
  ],
  related: [
    {
      name: 'cookie mismatch',
      why: {
        en: 'The defence IKEv2 itself has against such floods.',
        'zh-cn': 'IKEv2 协议自身应对这类泛洪的机制。',
      },
    },
    {
      name: 'ipsec tunnel number reaches limitation',
      why: {
        en: 'A cap on all tunnels, not on those just beginning.',
        'zh-cn': '限制的是隧道总数，而不是正在协商的数量。',
      },
    },
    {
      name: 'max transmit reached',
      why: {
        en: 'What a peer shows that was dropped too often.',
        'zh-cn': '对端多次被丢弃后可能打印的原因。',
      },
    },
  ],
  note: {
    en: 'The cap protects the processor. Before raising it, make sure that the packets come from your own branches. The reference asks whether the negotiations have reached the configured maximum; since they must have for this record, the step asks whether that maximum can go up.',
    'zh-cn':
      '该上限用于保护 CPU。增大之前，请确认报文来自自己的分支。厂商资料的判断条件是协商中的 IKE SA 数是否达到配置的最大值；出现该记录说明已经达到，因此这里判断该值能否再增大。',
  },
  sources: [
    reference('first packet limited'),
    'USG6000E command reference, ike call admission',
    'RFC 7296 §2.6',
    'USG6000E command reference, sa trigger-mode',
  ],
};
