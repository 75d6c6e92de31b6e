import type { CauseDefinition } from '../types';
import { protectedFlows, reference } from './common';

/** Causes in which two SAs want the same thing: the same traffic or the same number. */

export const flowOverlap: CauseDefinition = {
  name: 'flow overlap',
  kind: 'teardown',
  listed: true,
  harmless: 'no',
  meaning: {
    en: 'A protected flow collides with another one, so the device could not say which tunnel a packet belongs to and took one tunnel down. Each outbound packet must select exactly one policy entry.',
    'zh-cn':
      '保护的数据流与另一条相互重叠，设备无法判断报文属于哪条隧道，于是拆除其中一条。每个出方向报文只能匹配唯一的安全策略条目。',
  },
  possibleCauses: [
    {
      en: 'Two rules of the security ACLs on the device cover common addresses, often a rule for one branch that is wide enough to swallow another branch.',
      'zh-cn': '设备上的安全 ACL 中有两条规则覆盖了相同地址，常见于某个分支的规则过宽，包含了另一个分支。',
    },
    {
      en: 'The public address of the peer itself lies within the flow to be encrypted. That is how the Open Telekom Cloud gateway explains this reason.',
      'zh-cn': '对端公网地址自身落在要加密的数据流范围内。Open Telekom Cloud 网关即这样解释该原因。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Take the ACL of every policy entry, read its rules and look for two that share addresses, or for one that contains the address of the peer.',
        'zh-cn':
          '查出每个安全策略条目引用的 ACL，逐条检查规则，找出地址有交集的两条规则，或包含对端公网地址的规则。',
      },
      commands: protectedFlows,
      branches: [{ when: { en: 'the rules are found', 'zh-cn': '找到这些规则' }, next: 2 }],
    },
    {
      check: {
        en: 'Rewrite the rules so that every flow belongs to one tunnel only, and mirror the change on the other end.',
        'zh-cn': '修改规则，使每条数据流只属于一条隧道，并在对端做镜像修改。',
      },
      commands: [
        {
          command:
            'rule <rule-id> permit ip source <source-address> <source-wildcard> destination <destination-address> <destination-wildcard>',
          place: 'ACL view',
          end: 'both ends',
        },
      ],
      branches: [{ when: { en: 'no two rules overlap', 'zh-cn': '规则不再重叠' }, next: 'done' }],
    },
  ],
  related: [
    {
      name: 'flow confict',
      why: {
        en: 'The same collision noticed already during the negotiation.',
        'zh-cn': '在协商阶段就发现的同类冲突。',
      },
    },
    {
      name: 'kick old sa with same flow',
      why: {
        en: 'Two users bring one and the same flow, and the newer wins.',
        'zh-cn': '两个用户携带同一数据流，后来者优先。',
      },
    },
  ],
  sources: [
    reference('flow overlap'),
    'Open Telekom Cloud VPN user guide, connection not connected',
    'RFC 4301 §4.4.1',
  ],
};

export const kickOldSaWithSameFlow: CauseDefinition = {
  name: 'kick old sa with same flow',
  kind: 'teardown',
  listed: true,
  harmless: 'no',
  meaning: {
    en: 'A tunnel was already up for a flow when a second peer came with that flow. The head office is configured to let the newcomer in at once, so the older SA was aged and deleted.',
    'zh-cn':
      '某条数据流的隧道已经存在，又有对端携带相同数据流接入。总部开启了允许新用户快速接入的功能，于是旧 SA 被快速老化并删除。',
  },
  possibleCauses: [
    {
      en: 'A branch came back under a new public address while its former SA was still alive. That is what the function is for.',
      'zh-cn': '分支以新的公网地址重新接入，而原 SA 尚未老化。这正是该功能的用途。',
    },
    {
      en: 'Two different branches claim the same networks and push each other out in turns.',
      'zh-cn': '两个不同分支的数据流相同，轮流把对方挤下线。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Compare the protected flows of the branches with each other. Do any overlap?',
        'zh-cn': '比较各分支保护的数据流，是否有重叠？',
      },
      commands: protectedFlows,
      branches: [
        {
          when: { en: 'two branches overlap', 'zh-cn': '有分支重叠' },
          advice: {
            en: 'Give each branch networks of its own and change the rules accordingly.',
            'zh-cn': '为每个分支规划独立网段并相应修改规则。',
          },
          commands: [
            {
              command:
                'rule <rule-id> permit ip source <source-address> <source-wildcard> destination <destination-address> <destination-wildcard>',
              place: 'ACL view',
              end: 'both ends',
            },
          ],
          next: 'done',
        },
        { when: { en: 'none do', 'zh-cn': '没有重叠' }, next: 2 },
      ],
    },
    {
      check: {
        en: 'Is it one branch whose negotiating address changed, and is its new address the right one?',
        'zh-cn': '是否为同一分支的协商地址发生变化，新地址是否正确？',
      },
      branches: [
        { when: { en: 'the change is right', 'zh-cn': '变化正确' }, next: 'support' },
        {
          when: { en: 'the address is wrong', 'zh-cn': '地址错误' },
          advice: {
            en: 'Correct the address of the branch.',
            'zh-cn': '修正该分支的 IP 地址。',
          },
          next: 'done',
        },
      ],
    },
  ],
  related: [
    {
      name: 'flow overlap',
      why: {
        en: 'Flows that collide without the newcomer being preferred.',
        'zh-cn': '数据流重叠，但没有新用户优先的处理。',
      },
    },
    {
      name: 'phase2 sa replace',
      why: { en: 'The same peer renews its own SA.', 'zh-cn': '同一对端更新自己的 SA。' },
    },
  ],
  note: {
    en: 'One such entry when a branch changes its address needs no attention. Two peer addresses that alternate in the records every few minutes do.',
    'zh-cn': '分支更换地址时出现一次无需理会；若两个对端地址每隔几分钟交替出现，则需要处理。',
  },
  sources: [reference('kick old sa with same flow')],
};

export const spiConflict: CauseDefinition = {
  name: 'spi conflict',
  kind: 'teardown',
  listed: true,
  harmless: 'no',
  meaning: {
    en: 'As the name says, two SAs of one device came to carry the same SPI. The SPI is a 32-bit number by which a receiver finds the SA of an incoming packet, and the receiver of the traffic chooses it itself. For unicast the SPI must therefore lead to one SA on that receiver, either alone or together with the protocol (ESP or AH); an SA whose number leads to two cannot be kept.',
    'zh-cn':
      '从名称看，同一设备上两个 SA 的 SPI 相同。SPI 是 32 位数值，接收方用它查找入方向报文所属的 SA，并由接收方自己选定。对单播而言，SPI（单独使用，或与 ESP/AH 协议号一起使用）在该接收方上必须唯一对应一个 SA；一个编号对应两个 SA 时无法保留。',
  },
  possibleCauses: [
    {
      en: 'No Huawei source names one. From the RFCs, the number a device chose for a new inbound SA is one that an SA in use already has.',
      'zh-cn': '华为资料没有给出原因。按 RFC 推断：设备为新的入方向 SA 选定的编号已被正在使用的 SA 占用。',
    },
  ],
  steps: [
    {
      check: {
        en: "Our own suggestion, not the vendor's: are there manual SAs on this device? Their SPIs are typed in by people and are the ones that collide most easily.",
        'zh-cn': '本工具的建议，非厂商步骤：设备上是否有手工方式的 SA？其 SPI 由人工指定，最容易冲突。',
      },
      commands: [{ command: 'display ipsec sa', place: 'any view', end: 'this end', fields: ['SPI'] }],
      branches: [
        {
          when: { en: 'an inbound SPI stands there twice', 'zh-cn': '同一入方向 SPI 出现两次' },
          advice: {
            en: 'Choose another inbound SPI for the manual SA, and the same value as outbound SPI on the other end.',
            'zh-cn': '为手工 SA 另选一个入方向 SPI，并在对端把出方向 SPI 改为相同值。',
          },
          next: 'done',
        },
        {
          when: { en: 'all were negotiated, or none repeats', 'zh-cn': '均为协商产生，或没有重复' },
          advice: {
            en: 'A negotiated SPI is chosen by the device. One occurrence heals with the next negotiation; take repeated ones to support.',
            'zh-cn': '协商的 SPI 由设备选定。偶发一次会在下次协商后恢复，反复出现请联系技术支持。',
          },
          next: 'support',
        },
      ],
    },
  ],
  related: [
    {
      name: 'receive invalid spi notify',
      why: {
        en: 'The opposite case: an SPI that leads to no SA at all.',
        'zh-cn': '相反的情况：SPI 找不到任何 SA。',
      },
    },
    {
      name: 'flow overlap',
      why: { en: 'A collision of traffic instead of numbers.', 'zh-cn': '冲突的是数据流而不是编号。' },
    },
  ],
  note: {
    en: "The vendor's reference lists this name among the teardown causes but has no entry for it: no description, no causes, no steps. All that is said here about the mechanism comes from RFC 4301 and RFC 4303. It is a teardown reason only; no alarm list gives it a reason code, and it never stands in `display ike error-info`.",
    'zh-cn':
      '厂商参考文档在隧道拆除原因中列出了该名称，但没有对应条目：既无说明，也无原因和步骤。此处关于机制的内容全部来自 RFC 4301 和 RFC 4303。它只是隧道拆除原因，没有任何告警列表为其分配原因码，也不会出现在 `display ike error-info` 中。',
  },
  sources: [
    'IPSec Fault Cause Reference, list of teardown causes (name only)',
    'Open Telekom Cloud VPN user guide, connection not connected',
    'RFC 4301 §4.1',
    'RFC 4303 §2.1',
  ],
};
