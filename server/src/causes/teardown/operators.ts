import type { CauseDefinition } from '../types';
import { recentTeardowns, reference } from './common';

/** Causes that somebody wanted: an operator, a server, the peer, or one SA that takes another along. */

export const aaaCutUser: CauseDefinition = {
  name: 'aaa cut user',
  kind: 'teardown',
  listed: true,
  harmless: 'depends',
  meaning: {
    en: 'The tunnel belonged to an authenticated remote user, and AAA put that user off line. The SAs went with the user. IPsec is only the messenger here: the reason stands in the AAA records.',
    'zh-cn':
      '该隧道属于一个经过认证的远程用户，AAA 模块强制该用户下线，SA 随之删除。IPsec 只是执行者，真正的原因在 AAA 记录中。',
  },
  possibleCauses: [
    {
      en: 'An administrator typed `cut access-user`.',
      'zh-cn': '管理员执行了 `cut access-user`。',
    },
    {
      en: 'The authentication server ordered the user off, for example because of a quota or a second login.',
      'zh-cn': '认证服务器要求该用户下线，例如配额用尽或重复登录。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Does AAA say the user left in an ordinary way?',
        'zh-cn': 'AAA 记录显示用户是正常下线吗？',
      },
      commands: [
        {
          command: 'display aaa offline-record',
          place: 'any view',
          end: 'this end',
          fields: ['User offline reason'],
        },
      ],
      branches: [
        { when: { en: 'yes', 'zh-cn': '是' }, next: 'done' },
        { when: { en: 'no', 'zh-cn': '否' }, next: 2 },
      ],
    },
    {
      check: {
        en: 'Find the user in the records of unexpected departures and read the reason there.',
        'zh-cn': '在异常下线记录中找到该用户，查看其原因。',
      },
      commands: [
        {
          command: 'display aaa abnormal-offline-record',
          place: 'any view',
          end: 'this end',
          fields: ['User offline reason'],
        },
      ],
      branches: [
        {
          when: { en: 'the reason is found', 'zh-cn': '找到原因' },
          advice: {
            en: 'Act on that reason, on this gateway or on the authentication server.',
            'zh-cn': '按该原因在本设备或认证服务器上处理。',
          },
          next: 'done',
        },
      ],
    },
  ],
  related: [
    {
      name: 'config modify or manual offline',
      why: {
        en: 'An operator cleared the SA itself and not the user.',
        'zh-cn': '管理员清除的是 SA 而不是用户。',
      },
    },
    {
      name: 'peer request',
      why: {
        en: 'The client hung up by itself.',
        'zh-cn': '客户端主动断开。',
      },
    },
  ],
  sources: [reference('aaa cut user'), 'CloudEngine command reference, display aaa offline-record'],
};

export const configModifyOrManualOffline: CauseDefinition = {
  name: 'config modify or manual offline',
  kind: 'teardown',
  listed: true,
  harmless: 'depends',
  meaning: {
    en: 'Somebody working on this device ended the tunnel: by clearing SAs, by taking the policy off the interface, by editing the IPsec configuration or by changing the address of the interface. The other end is told with a Delete payload, which is what its `peer request` stands for.',
    'zh-cn':
      '在本设备上的操作结束了隧道：清除 SA、取消接口上的安全策略、修改 IPsec 配置，或修改接口 IP 地址。对端会收到 Delete 载荷，其 `peer request` 即由此而来。',
  },
  possibleCauses: [
    {
      en: 'A reset command (`reset ike sa`, `reset ipsec sa`) cleared the SA.',
      'zh-cn': '执行 reset 命令（`reset ike sa`、`reset ipsec sa`）清除了 SA。',
    },
    {
      en: 'The policy was taken off the interface.',
      'zh-cn': '取消了接口上应用的安全策略。',
    },
    { en: 'The IPsec configuration was edited.', 'zh-cn': '修改了 IPsec 配置。' },
    {
      en: 'The interface the policy is applied to received another address, by hand, by DHCP or by PPPoE.',
      'zh-cn': '应用安全策略的接口 IP 地址发生变化（手工、DHCP 或 PPPoE）。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Did a colleague clear the SA by hand at that time? The operation log of the device knows.',
        'zh-cn': '该时刻是否有人手工清除 SA？可查看设备操作日志。',
      },
      branches: [
        { when: { en: 'yes', 'zh-cn': '是' }, next: 'done' },
        { when: { en: 'no', 'zh-cn': '否' }, next: 2 },
      ],
    },
    {
      check: {
        en: 'Is the policy still on its interface?',
        'zh-cn': '安全策略是否仍应用在接口上？',
      },
      commands: [
        {
          command: 'display ipsec interface brief',
          place: 'any view',
          end: 'this end',
          fields: ['IPSec policy', 'Using interface'],
        },
      ],
      branches: [
        {
          when: { en: 'it was taken off on purpose', 'zh-cn': '有意取消' },
          next: 'done',
        },
        {
          when: { en: 'it was taken off by mistake', 'zh-cn': '误取消' },
          advice: { en: 'Apply it again.', 'zh-cn': '重新应用。' },
          commands: [{ command: 'ipsec policy <policy-name>', place: 'interface view', end: 'this end' }],
          next: 'done',
        },
        { when: { en: 'it is there', 'zh-cn': '仍在' }, next: 3 },
      ],
    },
    {
      check: {
        en: 'If the IPsec configuration was edited, does it now say what it should?',
        'zh-cn': '若修改过 IPsec 配置，修改结果是否符合预期？',
      },
      branches: [
        { when: { en: 'it does', 'zh-cn': '符合' }, next: 4 },
        {
          when: { en: 'it does not', 'zh-cn': '不符合' },
          advice: { en: 'Correct it.', 'zh-cn': '修正配置。' },
          next: 'done',
        },
      ],
    },
    {
      check: {
        en: 'Did the address of the interface change, and was that intended?',
        'zh-cn': '接口 IP 地址是否变化，变化是否符合预期？',
      },
      commands: [{ command: 'display ip interface brief', place: 'any view', end: 'this end' }],
      branches: [
        { when: { en: 'it was intended', 'zh-cn': '符合预期' }, next: 'done' },
        {
          when: { en: 'it was not', 'zh-cn': '不符合预期' },
          advice: {
            en: 'Give the interface its right address, and check that the remote-address of the other end still points at it.',
            'zh-cn': '恢复正确的接口地址，并确认对端 remote-address 仍指向该地址。',
          },
          next: 'done',
        },
      ],
    },
  ],
  related: [
    {
      name: 'peer request',
      why: { en: 'The other end of the same event.', 'zh-cn': '同一事件在对端的记录。' },
    },
    {
      name: 'no policy applied on interface',
      why: {
        en: 'The negotiation error that follows when the policy is missing from the interface.',
        'zh-cn': '接口缺少安全策略时，随后出现的协商失败原因。',
      },
    },
    {
      name: 'local address mismatch',
      why: {
        en: 'What may follow when the address of the interface changed.',
        'zh-cn': '接口地址变化后可能随之出现。',
      },
    },
  ],
  note: {
    en: 'The Open Telekom Cloud gateway counts `manual offline` as a reason of its own beside this one.',
    'zh-cn': 'Open Telekom Cloud 的网关另有单独的 `manual offline` 原因。',
  },
  sources: [reference('config modify or manual offline'), 'RFC 7296 §1.4.1'],
};

export const peerRequest: CauseDefinition = {
  name: 'peer request',
  kind: 'teardown',
  listed: true,
  harmless: 'depends',
  meaning: {
    en: 'The other gateway asked for the deletion: its INFORMATIONAL message carried a Delete payload for the SA. This end only obeyed, so its own records cannot say more. The reason is in the records of the other end, at the same second.',
    'zh-cn':
      '对端请求删除：其 INFORMATIONAL 报文中携带了针对该 SA 的 Delete 载荷。本端只是照做，记录中没有更多信息。真正的原因在对端同一时刻的记录里。',
  },
  possibleCauses: [
    {
      en: 'Anything that makes the other end drop the SA while it can still send: a rekey, an operator, its own DPD or lifetime, a changed configuration.',
      'zh-cn':
        '任何使对端在仍能发送报文时删除 SA 的情况：重协商、人工操作、其自身的 DPD 或生存周期、配置修改。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Ask the other end why it deleted the SA. Was that right?',
        'zh-cn': '到对端查明删除 SA 的原因，是否合理？',
      },
      commands: [recentTeardowns('other end')],
      branches: [
        { when: { en: 'it was right', 'zh-cn': '合理' }, next: 'done' },
        {
          when: { en: 'it was not', 'zh-cn': '不合理' },
          advice: {
            en: 'Follow the reasons recorded for this pair of addresses, here and there, and continue with theirs.',
            'zh-cn': '根据两端针对该对地址记录的其他原因继续定位。',
          },
          commands: [recentTeardowns('both ends')],
          next: 'done',
        },
      ],
    },
  ],
  related: [
    {
      name: 'config modify or manual offline',
      why: { en: 'Often what the other end shows.', 'zh-cn': '对端常见的对应原因。' },
    },
    {
      name: 'phase1 hard expiry',
      why: { en: 'Also a frequent counterpart.', 'zh-cn': '对端另一常见的对应原因。' },
    },
    {
      name: 'dpd timeout',
      why: {
        en: 'The counterpart when only one direction of the path was broken.',
        'zh-cn': '路径仅单方向中断时，对端的对应原因。',
      },
    },
  ],
  sources: [reference('peer request'), 'RFC 2408 §3.15', 'RFC 7296 §1.4.1'],
};

export const ikev1DependentOffline: CauseDefinition = {
  name: 'ikev1 phase1-phase2 sa dependent offline',
  kind: 'teardown',
  listed: true,
  harmless: 'depends',
  meaning: {
    en: 'In IKEv1 an IPsec SA may outlive the IKE SA it was negotiated under. A function of the device ties the two together, and with it on, the end of the IKE SA took the IPsec SA along. This entry is therefore the consequence of another one.',
    'zh-cn':
      'IKEv1 中 IPsec SA 可以比协商它的 IKE SA 存活更久。设备可开启两者的依赖功能：IKE SA 结束时，IPsec SA 一并删除。因此该记录是另一条记录的结果。',
  },
  possibleCauses: [
    {
      en: 'The dependency is enabled and the IKEv1 SA was deleted, for whatever reason.',
      'zh-cn': '依赖功能已开启，且 IKEv1 SA 因某种原因被删除。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Do further reasons stand beside this one for the same peer address?',
        'zh-cn': '同一对端地址是否还有其他下线原因？',
      },
      commands: [recentTeardowns('this end')],
      branches: [
        { when: { en: 'only this one', 'zh-cn': '只有该原因' }, next: 'done' },
        {
          when: { en: 'there are others', 'zh-cn': '还有其他原因' },
          advice: {
            en: 'Work on those: the one recorded for the IKE SA at the same moment is the real cause.',
            'zh-cn': '处理其他原因：同一时刻 IKE SA 的下线原因才是根因。',
          },
          next: 'done',
        },
      ],
    },
  ],
  related: [
    {
      name: 'phase1 hard expiry',
      why: { en: 'A likely real cause.', 'zh-cn': '可能的根因。' },
    },
    { name: 'dpd timeout', why: { en: 'A likely real cause.', 'zh-cn': '可能的根因。' } },
    {
      name: 'peer request',
      why: {
        en: 'A likely real cause, when the peer deleted its IKE SA.',
        'zh-cn': '可能的根因：对端删除了 IKE SA。',
      },
    },
  ],
  note: {
    en: 'IKEv2 needs no such function: RFC 7296 closes all Child SAs with the IKE SA they belong to.',
    'zh-cn': 'IKEv2 不需要该功能：RFC 7296 规定 IKE SA 关闭时其下的 Child SA 全部关闭。',
  },
  sources: [reference('ikev1 phase1-phase2 sa dependent offline'), 'RFC 7296 §1.4.1'],
};
