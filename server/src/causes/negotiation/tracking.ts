import { pathBetweenPeers, reference } from '../teardown/common';
import type { CauseDefinition } from '../types';
import { ikePeer, show } from './stepCommands';

/** A tunnel that a detection keeps closed. */
export const inDisconnectState: CauseDefinition = {
  name: 'in disconnect state',
  kind: 'negotiation',
  listed: true,
  reasonCode: 44,
  products: { en: 'AR (reason code)', 'zh-cn': 'AR（原因码）' },
  harmless: 'no',
  meaning: {
    en: 'The tunnel is tied to an NQA test, a VRRP group or a BFD session, and according to its present state the tunnel shall stay down. Whatever tries to negotiate it is turned away until the state changes. IKE has not compared anything: proposals and keys are not the matter. The other end, if it started, waits for an answer in vain.',
    'zh-cn':
      '隧道与 NQA 测试例、VRRP 备份组或 BFD 会话联动，按当前检测状态应保持断开，在状态变化之前拒绝一切协商。IKE 尚未进行任何比较，与提议和密钥无关。若由对端发起，则对端收不到应答。',
  },
  possibleCauses: [
    {
      en: 'This is the standby tunnel of a pair and the active one works: as designed.',
      'zh-cn': '这是主备隧道中的备隧道，而主隧道正常，属于设计行为。',
    },
    {
      en: 'The detection is configured the wrong way round, or watches the wrong address, group or session.',
      'zh-cn': '联动条件配置相反，或监控了错误的地址、备份组或会话。',
    },
    {
      en: 'The link that is watched is really down.',
      'zh-cn': '被监控的链路确实中断。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Should this tunnel be closed now? Look at the state of the NQA test, VRRP group or BFD session it follows and at which member of the pair is active.',
        'zh-cn':
          '该隧道此刻是否应处于断开状态？查看其联动的 NQA 测试例、VRRP 备份组或 BFD 会话的状态，以及当前的主用方。',
      },
      commands: [
        ikePeer('this end'),
        show('display nqa results', 'this end'),
        show('display vrrp', 'this end'),
        show('display bfd session all', 'this end'),
      ],
      branches: [
        {
          when: { en: 'it should not: no switchover took place', 'zh-cn': '不应断开：没有发生主备切换' },
          advice: {
            en: 'Correct the tracking: the object it follows, and which of its states closes the tunnel.',
            'zh-cn': '修正联动配置：所联动的对象，以及触发断开的状态。',
          },
          next: 'done',
        },
        { when: { en: 'it should', 'zh-cn': '应断开' }, next: 2 },
      ],
    },
    pathBetweenPeers('support'),
  ],
  related: [
    {
      name: 'disconnect track nqa/bfd/vrrp',
      why: {
        en: 'The record of the moment when the detection took the tunnel down.',
        'zh-cn': '检测触发隧道断开时的记录。',
      },
    },
    {
      name: 'peer address switch',
      why: {
        en: 'If a backup address of the peer took over meanwhile.',
        'zh-cn': '期间已切换到对端备用地址时。',
      },
    },
  ],
  note: {
    en: 'A tunnel that is meant to stand by goes on printing this while something tries to negotiate it, and that alone is no fault. Support is for the case that it should be open, or never opens when its turn comes.',
    'zh-cn':
      '设计为备用的隧道，只要有流量触发协商就会持续打印该原因，这本身不是故障。应当连通却不连通、或切换时不能启用的情况才需要联系技术支持。',
  },
  sources: [reference('in disconnect state'), 'AR alarm reference, hwIPSecNegoFail'],
};
