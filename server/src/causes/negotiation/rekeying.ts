import { normalOperation, pathBetweenPeers, reference } from '../teardown/common';
import type { CauseDefinition } from '../types';

/** The renewal of an IPsec SA that is up. */

export const rekeyFail: CauseDefinition = {
  name: 'rekey fail',
  kind: 'negotiation',
  listed: true,
  reasonCode: 17,
  harmless: 'no',
  meaning: {
    en: 'At the soft lifetime of an IPsec SA this end began to negotiate its successor and heard nothing from the responder. The SA in use lives on until its hard lifetime, so the tunnel may still carry traffic for a while after this record; then it goes.',
    'zh-cn':
      'IPsec SA 到达软生存周期后，本端开始协商新的 IPsec SA，但没有收到响应方的任何应答。旧 SA 仍可用到硬生存周期，因此出现该记录后隧道可能还能转发一段时间，随后中断。',
  },
  possibleCauses: [
    {
      en: 'The path between the two public addresses broke after the tunnel came up, or only UDP 500 and 4500 are filtered now.',
      'zh-cn': '隧道建立后两个公网地址之间的路径中断，或 UDP 500、4500 被过滤。',
    },
    {
      en: 'The gateway of the other end is down, overloaded, or its interface is.',
      'zh-cn': '对端网关或其接口故障、Down，或设备负载过高。',
    },
    {
      en: 'A translation entry of a NAT device on the way ran out, so the request reaches nobody.',
      'zh-cn': '途中 NAT 设备的会话表项老化，请求报文无法到达对端。',
    },
  ],
  steps: [
    pathBetweenPeers(2),
    {
      check: {
        en: 'Is the responder in good order: running, not out of resources, its interface up, and its own records free of a cause for refusing?',
        'zh-cn': '响应方是否正常：设备运行正常、资源充足、接口 Up，且自身没有拒绝协商的记录？',
      },
      commands: [
        {
          command: 'display ip interface brief',
          place: 'any view',
          end: 'other end',
          fields: ['Physical', 'Protocol'],
        },
        {
          command: 'display ike error-info',
          place: 'any view',
          end: 'other end',
          fields: ['error-reason'],
        },
      ],
      branches: [
        {
          when: { en: 'it is not', 'zh-cn': '不正常' },
          advice: {
            en: 'Put it right. If it has recorded a reason of its own for this address, work on that reason.',
            'zh-cn': '恢复响应方。若响应方针对该地址记录了其他原因，按该原因处理。',
          },
          next: 'done',
        },
        { when: { en: 'it is', 'zh-cn': '正常' }, next: 'support' },
      ],
    },
  ],
  related: [
    {
      name: 'phase2 hard expiry',
      why: {
        en: 'How the tunnel ends when no successor comes in time.',
        'zh-cn': '新 SA 未能及时建立时，隧道以该原因结束。',
      },
    },
    {
      name: 'phase2 proposal or pfs mismatch',
      why: {
        en: 'An IKEv2 tunnel that fails at every first rekey though the path is fine: compare PFS.',
        'zh-cn': '路径正常，但 IKEv2 隧道每次首次重协商都失败：比较 PFS。',
      },
    },
    {
      name: 'dpd timeout',
      why: {
        en: 'The peer is silent in general, not to the rekey alone.',
        'zh-cn': '对端对所有报文都无应答，而不仅是重协商。',
      },
    },
    {
      name: 'rekey no find old sa',
      why: {
        en: 'The SA to be renewed was gone, which repairs itself.',
        'zh-cn': '要更新的 SA 已不存在，可自行恢复。',
      },
    },
  ],
  note: {
    en: 'The Open Telekom Cloud guide explains the reason otherwise: the SA to be renewed was going down at that moment. The S-series counter "Rekey, old child close" fits that reading, but no source says that it is the same thing. A record of this kind beside a tunnel that is up again needs no work.',
    'zh-cn':
      'Open Telekom Cloud 用户指南对该原因的解释不同：重协商时旧 SA 正在下线。S 系列统计项 "Rekey, old child close" 与这一解释相符，但没有资料说明两者相同。若隧道已恢复，偶尔出现的记录无需处理。',
  },
  sources: [
    reference('rekey fail'),
    'Open Telekom Cloud VPN user guide, connection not connected',
    'S-series command reference, display ikev2 statistics',
    'RFC 4301 §4.4.2.1',
    'RFC 7296 §2.8',
  ],
};

export const rekeyNoFindOldSa: CauseDefinition = {
  name: 'rekey no find old sa',
  kind: 'negotiation',
  listed: true,
  aliases: ['Rekey, not find old child'],
  reasonCode: 16,
  harmless: 'yes',
  meaning: {
    en: 'A rekey named an IPsec SA that had been deleted in the meantime, usually because both ends acted at the same moment. The device drops that rekey and negotiates a fresh SA instead. IKEv2 has a notification for it, CHILD_SA_NOT_FOUND, so the other end knows too.',
    'zh-cn':
      '重协商所指的 IPsec SA 在此期间已被删除，通常是两端同时动作所致。设备放弃该次重协商，改为协商全新的 SA。IKEv2 为此定义了 CHILD_SA_NOT_FOUND 通知，因此对端也能得知。',
  },
  possibleCauses: [
    {
      en: 'The SA was deleted between the start of its renewal and the arrival of the message, by an expiry, a deletion from the peer or an operator.',
      'zh-cn': '从开始更新到报文到达之间，SA 因超时、对端删除或手工操作而被删除。',
    },
    {
      en: 'Both ends renewed the SA at once, and the renewal of the other was faster.',
      'zh-cn': '两端同时更新 SA，而对端先完成。',
    },
  ],
  steps: [normalOperation],
  related: [
    {
      name: 'rekey fail',
      why: {
        en: 'The renewal that really failed, for want of an answer.',
        'zh-cn': '没有收到应答，重协商确实失败。',
      },
    },
    {
      name: 'phase2 sa replace',
      why: {
        en: 'The ordinary course of a renewal, seen from the SA that ends.',
        'zh-cn': '重协商的正常过程，即旧 SA 的结束原因。',
      },
    },
  ],
  note: {
    en: 'The spelling with a comma is a counter of the S-series. Even if it grows with every lifetime, there is nothing to do as long as the tunnel stays up.',
    'zh-cn': '带逗号的写法是 S 系列的统计项。即使每个生存周期都增长，只要隧道保持正常就无需处理。',
  },
  sources: [
    reference('rekey no find old sa'),
    'S-series command reference, display ikev2 statistics',
    'RFC 7296 §2.8',
    'RFC 7296 §2.25',
  ],
};
