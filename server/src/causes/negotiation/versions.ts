import { reference } from '../teardown/common';
import type { CauseDefinition, CauseStep } from '../types';
import { ikePeer } from './stepCommands';

/** The header of the first packet: which version of IKE it speaks. */

/** The step that follows a repair on the other end: does the record come back? */
export const recordComesBack: CauseStep = {
  check: {
    en: 'Let the tunnel negotiate again. Does a new record with this reason appear?',
    'zh-cn': '重新触发协商，是否又出现该原因的记录？',
  },
  commands: [
    {
      command: 'display ike error-info',
      place: 'any view',
      end: 'this end',
      fields: ['peer', 'error-reason', 'error-time'],
    },
  ],
  branches: [
    { when: { en: 'no', 'zh-cn': '否' }, next: 'done' },
    {
      when: { en: 'yes, from the same peer', 'zh-cn': '是，且来自同一对端' },
      advice: {
        en: 'Capture the first packet of the peer together with the record.',
        'zh-cn': '抓取对端首个报文，连同记录一起提供。',
      },
      next: 'support',
    },
  ],
};

export const unsupportedVersion: CauseDefinition = {
  name: 'unsupported version',
  kind: 'negotiation',
  listed: true,
  reasonCode: 26,
  harmless: 'no',
  meaning: {
    en: 'The version number in the header of a packet is neither 1 nor 2. Such a packet cannot be read any further. A conforming receiver may say INVALID_MAJOR_VERSION; the sender otherwise sees nothing.',
    'zh-cn':
      '报文头中的版本号既不是 1 也不是 2，后续内容无法解析。符合标准的接收方可回复 INVALID_MAJOR_VERSION，否则发送方看不到任何应答。',
  },
  possibleCauses: [
    {
      en: 'The other end speaks neither of the two versions.',
      'zh-cn': '对端运行的协议既不是 IKEv1 也不是 IKEv2。',
    },
    {
      en: 'What arrived on UDP 500 or 4500 is no IKE at all: a scanner, another application, or a packet damaged on the way.',
      'zh-cn': 'UDP 500 或 4500 上收到的根本不是 IKE 报文：扫描程序、其他应用，或途中损坏的报文。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Is the peer in the record one of yours, and which version does it use?',
        'zh-cn': '记录中的对端是否为自己的站点？它使用哪个版本？',
      },
      commands: [
        {
          command: 'display ike error-info',
          place: 'any view',
          end: 'this end',
          fields: ['peer', 'port', 'error-reason'],
        },
        {
          command: 'display ike peer name <peer-name>',
          place: 'any view',
          end: 'other end',
          fields: ['IKE version'],
        },
      ],
      branches: [
        {
          when: { en: 'it is a stranger', 'zh-cn': '是陌生地址' },
          advice: {
            en: 'Nothing of yours is broken. A filter that admits only your peers to UDP 500 and 4500 keeps such packets away.',
            'zh-cn': '自身没有故障。可配置过滤规则，只允许自己的对端访问 UDP 500 和 4500。',
          },
          next: 'done',
        },
        {
          when: { en: 'it is one of yours', 'zh-cn': '是自己的站点' },
          advice: {
            en: 'Let it use IKEv1 or IKEv2, the one that is enabled here.',
            'zh-cn': '让对端使用本端已使能的 IKEv1 或 IKEv2。',
          },
          commands: [{ command: 'version { 1 | 2 }', place: 'IKE peer view', end: 'other end' }],
          next: 2,
        },
      ],
    },
    recordComesBack,
  ],
  related: [
    {
      name: 'version mismatch',
      why: {
        en: 'The version exists, but is not enabled for this peer.',
        'zh-cn': '版本本身有效，但本端未对该对等体使能。',
      },
    },
    {
      name: 'unknown exchange type',
      why: {
        en: 'The next field of the header is the unknown one.',
        'zh-cn': '报文头中下一字段（交换类型）无法识别。',
      },
    },
    {
      name: 'malformed message',
      why: {
        en: 'The header is right, but what follows it makes no sense.',
        'zh-cn': '报文头正确，但后续内容无法解析。',
      },
    },
  ],
  sources: [
    reference('unsupported version'),
    'S-series alarm reference, hwIPSecNegoFail',
    'RFC 2408 §3.1',
    'RFC 7296 §2.5',
    'RFC 7296 §3.1',
  ],
};

export const versionMismatch: CauseDefinition = {
  name: 'version mismatch',
  kind: 'negotiation',
  listed: true,
  aliases: ['Version error'],
  reasonCode: 5,
  harmless: 'no',
  meaning: {
    en: 'The peer negotiates with one version of IKE, and only the other is enabled for it here. The first packet is enough to see that, so nothing else has been compared. The initiator usually waits in vain for an answer.',
    'zh-cn':
      '对端使用的 IKE 版本在本端未对该对等体使能。首个报文即可判断，因此尚未比较其他参数。发起方通常收不到应答。',
  },
  possibleCauses: [
    {
      en: 'One end has IKEv1 only, the other IKEv2 only.',
      'zh-cn': '一端只使能 IKEv1，另一端只使能 IKEv2。',
    },
    {
      en: 'One end has both and the other IKEv1 only: the tunnel comes up when the IKEv1 end starts and fails when the other does.',
      'zh-cn': '一端两个版本都使能，另一端只使能 IKEv1：由 IKEv1 一端发起能成功，由另一端发起则失败。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Read the versions on both ends. An end with both (`v1v2`) begins with IKEv2 only, but answers either. Does the version the initiator begins with stand on the other end?',
        'zh-cn':
          '查看两端的 IKE 版本。两个版本均使能（`v1v2`）的一端只用 IKEv2 发起，作为响应方时两者均可。发起方所用的版本在对端是否使能？',
      },
      commands: [ikePeer('both ends', 'IKE version')],
      branches: [
        {
          when: { en: 'it does not', 'zh-cn': '未使能' },
          advice: {
            en: 'Choose one version, IKEv2 where both ends have it, enable it on both ends and take the other out.',
            'zh-cn': '选定一个版本（两端都支持时选 IKEv2），在两端使能并去使能另一个版本。',
          },
          commands: [
            { command: 'version { 1 | 2 }', place: 'IKE peer view', end: 'both ends' },
            { command: 'undo version { 1 | 2 }', place: 'IKE peer view', end: 'both ends' },
          ],
          next: 'done',
        },
        {
          when: { en: 'it does', 'zh-cn': '已使能' },
          advice: {
            en: 'The packet may have been matched with another peer configuration; compare its address.',
            'zh-cn': '报文可能匹配到了其他对等体配置，请核对地址。',
          },
          next: 'support',
        },
      ],
    },
  ],
  related: [
    {
      name: 'unsupported version',
      why: {
        en: 'The number in the packet is no version of IKE that exists here at all.',
        'zh-cn': '报文中的版本号根本不是本端支持的 IKE 版本。',
      },
    },
    {
      name: 'role mismatch',
      why: {
        en: 'Both run IKEv1, but in different modes.',
        'zh-cn': '两端都是 IKEv1，但协商模式不同。',
      },
    },
    {
      name: 'peer address mismatch',
      why: {
        en: 'The packet belongs to a peer you did not expect it to meet.',
        'zh-cn': '报文匹配到的不是预期的对等体。',
      },
    },
  ],
  note: {
    en: '"Version error" is the first counter among the configuration errors of the S-series statistics, in a row with the proposal and DH mismatches; we read it as this cause, because a packet with a wrong version would stand in the other group. AR releases up to V200R003 set the version in the line that creates the peer (`ike peer <name> v1`).',
    'zh-cn':
      '"Version error" 是 S 系列统计中配置错误类的第一项，与提议、DH 不一致等并列；版本号错误的报文应归入另一类，因此我们将其视为本原因。AR V200R003 及以前版本在创建对等体的命令行中指定版本（`ike peer <name> v1`）。',
  },
  sources: [
    reference('version mismatch'),
    'S-series alarm reference, hwIPSecNegoFail',
    'S-series command reference, display ikev2 statistics',
    'RFC 7296 §2.5',
  ],
};
