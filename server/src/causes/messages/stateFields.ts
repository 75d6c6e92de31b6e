import { fieldsOf } from './outputRow';
import type { FieldDefinition } from './types';

const IKE_SA_SOURCES = [
  'USG6000E command reference, display ike sa',
  'S-series command reference, display ike sa',
];

function valued(
  name: string,
  about: FieldDefinition['about'],
  aliases: readonly string[],
  values: readonly (readonly [value: string, en: string, zh: string])[],
): FieldDefinition {
  return {
    name,
    place: 'display',
    commands: ['display ike sa'],
    about,
    ...(aliases.length > 0 ? { aliases } : {}),
    values: values.map(([value, en, zh]) => ({ value, about: { en, 'zh-cn': zh } })),
    sources: IKE_SA_SOURCES,
  };
}

/** The states of an SA, as the legend below `display ike sa` abbreviates them. */
export const flagsField = valued(
  'Flag(s)',
  {
    en: 'State of the SA, several flags joined by `|`. Without RD there is no tunnel yet.',
    'zh-cn': 'SA 的状态，多个标志以 `|` 连接。没有 RD 说明隧道尚未建立。',
  },
  ['flag', 'flags'],
  [
    ['RD', 'ready: the SA is established.', 'READY：SA 已建立。'],
    ['ST', 'stayalive: this end started the negotiation.', 'STAYALIVE：本端是协商的发起方。'],
    [
      'RL',
      'replaced: a newer SA has taken its place, and it will be deleted soon.',
      'REPLACED：已被新的 SA 代替，稍后删除。',
    ],
    [
      'FD',
      'fading: its soft lifetime is over; it goes when the hard lifetime ends.',
      'FADING：软超时已到，硬超时后删除。',
    ],
    [
      'TO',
      'timeout: no heartbeat came within the time set; without the next it is deleted.',
      'TIMEOUT：心跳超时内未收到心跳报文，再次超时将被删除。',
    ],
    [
      'HRT',
      'heartbeat: this end sends IKEv1 heartbeats on it.',
      'HEARTBEAT：本端在该 SA 上发送 IKEv1 心跳报文。',
    ],
    ['LKG', 'last known good sequence number.', 'LAST KNOWN GOOD SEQ NO.：已知的最后一个有效序列号。'],
    ['BCK', 'backed up to the other device.', 'BACKED UP：已备份到另一台设备。'],
    ['M', 'active: the policy group is the active one of a pair.', 'ACTIVE：策略组为主用。'],
    ['S', 'standby: the policy group is the standby one of a pair.', 'STANDBY：策略组为备用。'],
    ['A', 'alone: the policy group is not part of a pair.', 'ALONE：策略组为单机状态，不备份。'],
    [
      'NEG',
      'negotiating: the SA is not established yet. Where it stays, look at `display ike error-info`.',
      'NEGOTIATING：正在协商。长时间停留在该状态时，查看 `display ike error-info`。',
    ],
  ],
);

/** The phase of an SA, with the version of IKE before it where the release prints one. */
export const phaseField = valued(
  'Phase',
  {
    en: 'Phase 1 is an IKE SA, 2 an IPsec SA negotiated under it; newer releases put the IKE version in front, as in `v2:1`. A 1 without a 2 means that phase 2 fails.',
    'zh-cn':
      '1 为 IKE SA，2 为其下协商的 IPsec SA；较新版本在前面加上 IKE 版本，如 `v2:1`。有 1 没有 2 说明第二阶段协商失败。',
  },
  [],
  [
    ['1', 'the IKE SA, which protects the negotiation.', 'IKE SA，保护协商过程。'],
    ['2', 'an IPsec SA, which protects data.', 'IPsec SA，保护数据。'],
    ['v1', 'IKEv1.', 'IKEv1'],
    ['v2', 'IKEv2.', 'IKEv2'],
  ],
);

/** Columns and labels that say in what state a tunnel or a list is. */
export const stateFields: readonly FieldDefinition[] = [
  flagsField,
  phaseField,
  ...fieldsOf(['display ike sa'], IKE_SA_SOURCES, [
    [
      'Number of IKE SA',
      'How many SAs the list has, of both phases.',
      '列表中两个阶段 SA 的总数。',
      '',
      'current ike sa number',
      'current sa Num',
    ],
  ]),
  ...fieldsOf(
    ['display ipsec sa'],
    ['NE8000 F1A command reference, display ipsec sa brief'],
    [
      [
        'Src Address',
        'Address that packets of this SA come from: this end on the outbound line.',
        '该 SA 报文的源地址：出方向为本端。',
      ],
      [
        'Dst Address',
        'Address that packets of this SA go to: this end on the inbound line.',
        '该 SA 报文的目的地址：入方向为本端。',
      ],
      ['Protocol', 'Security protocol of the SA: ESP or AH.', 'SA 的安全协议：ESP 或 AH。'],
      [
        'Algorithm',
        'Algorithms of the SA: `E:` encryption, `A:` authentication.',
        'SA 的算法：`E:` 为加密，`A:` 为认证。',
      ],
      [
        'Anti-replay window size',
        'How far out of order packets may come.',
        '允许报文乱序的窗口大小。',
        'anti-replay window',
      ],
    ],
  ),
  ...fieldsOf(
    ['display ike proposal'],
    ['IPSec Fault Cause Reference, phase1 proposal mismatch'],
    [
      [
        'IKE Proposal',
        'Number of the IKE proposal; the smaller goes first.',
        'IKE 安全提议的序号，越小越优先。',
        'ike proposal',
      ],
    ],
  ),
  ...fieldsOf(
    ['display ipsec proposal'],
    ['IPSec Fault Cause Reference, phase2 proposal or pfs mismatch'],
    [
      [
        'IPSec proposal name',
        'Name of the IPsec proposal.',
        'IPsec 安全提议的名称。',
        'ipsec proposal',
        'IP security proposal name',
      ],
    ],
  ),
  ...fieldsOf(
    ['display ipsec policy'],
    ['IPSec Fault Cause Reference, flow or peer mismatch', 'AR2200-S V200R001 troubleshooting guide'],
    [
      [
        'IPSec policy group',
        'Name of the policy group, which an interface carries.',
        '应用到接口的安全策略组名称。',
        'ipsec policy',
      ],
      [
        'Using interface',
        'Interfaces that carry the policy group. Empty: it does nothing.',
        '应用该策略组的接口；为空则策略不生效。',
        'ipsec policy',
      ],
      [
        'Sequence number',
        'Number of the entry in its group; the smaller goes first.',
        '策略在组内的序号，越小越优先。',
      ],
      ['Policy Alias', 'Second name of the entry.', '安全策略的别名。', 'alias'],
      [
        'SA trigger mode',
        'Whether the tunnel is set up at once (Automatic) or by traffic.',
        '隧道的触发方式：自动（Automatic）或流量触发。',
        'sa trigger-mode',
      ],
    ],
  ),
];
