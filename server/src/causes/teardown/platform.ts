import type { CauseDefinition } from '../types';
import { normalOperation, reference } from './common';

/** Causes inside the device: service boards coming and going, an active and a standby unit. */

export const cpuTableUpdated: CauseDefinition = {
  name: 'cpu table updated',
  kind: 'teardown',
  listed: true,
  harmless: 'yes',
  meaning: {
    en: 'A service processing unit (SPU) left the device. The table that says which CPU serves which tunnel was rewritten, and the SAs that belonged to other CPUs were deleted. Those tunnels have to be negotiated anew.',
    'zh-cn':
      '设备拔出一块业务板（SPU），记录隧道由哪个 CPU 处理的表项被刷新，不属于本 CPU 的 SA 被删除。这些隧道需要重新协商。',
  },
  possibleCauses: [
    { en: 'An SPU was taken out, or taken out and put in again.', 'zh-cn': '拔出或插拔了 SPU。' },
  ],
  steps: [normalOperation],
  related: [
    {
      name: 'hash gene adjusted',
      why: {
        en: 'The sister case: the number of SPUs changed, and with it the distribution of tunnels.',
        'zh-cn': '类似情况：SPU 数量变化导致隧道重新分布。',
      },
    },
  ],
  sources: [reference('cpu table updated'), 'Open Telekom Cloud VPN user guide, connection not connected'],
};

export const hashGeneAdjusted: CauseDefinition = {
  name: 'hash gene adjusted',
  kind: 'teardown',
  listed: true,
  harmless: 'yes',
  meaning: {
    en: 'Tunnels are spread over the service processing units by a hash. The number of units changed, the factor of the hash was recalculated, and SAs that now belong elsewhere were deleted. Those tunnels have to be negotiated anew.',
    'zh-cn':
      '隧道按 hash 分布到各业务板（SPU）。SPU 数量变化后 hash 因子重新计算，归属改变的 SA 被删除，这些隧道需要重新协商。',
  },
  possibleCauses: [{ en: 'An SPU was taken out or restarted.', 'zh-cn': 'SPU 被拔出或复位。' }],
  steps: [normalOperation],
  related: [
    {
      name: 'cpu table updated',
      why: {
        en: 'The sister case, printed when the CPU table itself was rewritten.',
        'zh-cn': '类似情况：CPU 表项刷新时打印。',
      },
    },
  ],
  note: {
    en: 'Normal after work on the hardware. Without such work, find out why a unit restarted: that is a hardware matter, no IPsec one.',
    'zh-cn':
      '硬件操作之后出现属于正常。若没有人操作硬件，应查明业务板为何复位，这属于硬件问题而非 IPsec 问题。',
  },
  sources: [reference('hash gene adjusted')],
};

export const receiveBackupDeleteInfo: CauseDefinition = {
  name: 'receive backup delete info',
  kind: 'teardown',
  listed: true,
  harmless: 'yes',
  meaning: {
    en: 'Printed by the standby device of a hot-standby pair. The active device deleted an SA and told the standby one to delete its copy. The reason for the deletion is in the records of the active device.',
    'zh-cn': '由双机热备中的备机打印。主机删除了 SA，并通知备机删除其备份。删除的原因在主机的记录中。',
  },
  possibleCauses: [
    {
      en: 'The active device deleted the SA and synchronised the deletion.',
      'zh-cn': '主机删除 SA 并将删除动作同步给备机。',
    },
  ],
  steps: [normalOperation],
  related: [
    {
      name: 'peer request',
      why: {
        en: 'Similar in sound, but there the remote gateway is the one that asks.',
        'zh-cn': '名称相似，但那是对端网关请求删除。',
      },
    },
    {
      name: 'config modify or manual offline',
      why: {
        en: 'A reason you may find on the active device.',
        'zh-cn': '主机上可能看到的原因。',
      },
    },
  ],
  sources: [reference('receive backup delete info')],
};
