import type { CauseDefinition } from '../types';
import { normalOperation, reference } from './common';

/** Causes in which another function or a message on the wire gave the order. */

export const disconnectTrack: CauseDefinition = {
  name: 'disconnect track nqa/bfd/vrrp',
  kind: 'teardown',
  listed: true,
  harmless: 'yes',
  meaning: {
    en: 'The tunnel is tied to a detection: an NQA test instance or group, a BFD session or group, or a VRRP group. Its state changed in the way that calls for the disconnection, and the tunnel was taken down as configured. IKE itself had no trouble.',
    'zh-cn':
      '隧道与检测联动：NQA 测试例或 NQA 组、BFD 会话或 BFD 组、VRRP 备份组。检测状态变化满足断开条件，设备按配置拆除隧道，IKE 本身没有问题。',
  },
  possibleCauses: [
    {
      en: 'The tracked detection reported a state for which the configuration says: disconnect.',
      'zh-cn': '联动的检测状态满足配置中的断开条件。',
    },
  ],
  steps: [normalOperation],
  related: [
    {
      name: 'in disconnect state',
      why: {
        en: 'What negotiations end with as long as the detection keeps the tunnel closed.',
        'zh-cn': '检测要求保持断开期间，协商失败的原因。',
      },
    },
  ],
  note: {
    en: 'If it comes unexpectedly, ask the detection and not IPsec: the link that NQA, BFD or VRRP watches is the one that changed.',
    'zh-cn': '若非预期出现，应检查检测本身而不是 IPsec：发生变化的是 NQA、BFD 或 VRRP 所监控的链路。',
  },
  sources: [reference('disconnect track nqa/bfd/vrrp')],
};

export const nhrpNotify: CauseDefinition = {
  name: 'nhrp notify',
  kind: 'teardown',
  listed: true,
  harmless: 'yes',
  meaning: {
    en: 'A DSVPN shortcut between two branches was closed. NHRP keeps the entry for such a shortcut only while traffic uses it; when it aged out, NHRP had the IPsec SA under it deleted. New traffic between the branches builds it again.',
    'zh-cn':
      'DSVPN 两个分支之间的直连隧道关闭。NHRP 表项只在有业务流量时保持，老化后 NHRP 通知删除其下的 IPsec SA。分支间再有流量时会重新建立。',
  },
  possibleCauses: [
    {
      en: 'The two branches had nothing to send to each other for the lifetime of the NHRP entry.',
      'zh-cn': '在 NHRP 表项老化时间内，两个分支之间没有业务流量。',
    },
  ],
  steps: [normalOperation],
  related: [
    {
      name: 'phase2 hard expiry',
      why: {
        en: 'The SA itself became too old, while the NHRP entry may live on.',
        'zh-cn': 'SA 自身到期，NHRP 表项可能仍然存在。',
      },
    },
  ],
  sources: [reference('nhrp notify')],
};

export const eapDeleteOldSa: CauseDefinition = {
  name: 'eap delete old sa',
  kind: 'teardown',
  listed: true,
  harmless: 'yes',
  meaning: {
    en: 'An IKEv2 client authenticated by EAP once more although it already had an SA here. The new SA serves it, and the one from before was cleared away.',
    'zh-cn': 'IKEv2 客户端已有 SA，又再次进行 EAP 认证接入。设备使用新的 SA，并清除之前的 SA。',
  },
  possibleCauses: [
    {
      en: 'The client came back without logging off first, for example after a change of its network.',
      'zh-cn': '客户端未先下线就重新接入，例如切换网络之后。',
    },
  ],
  steps: [normalOperation],
  related: [
    {
      name: 'eap authentication fail',
      why: {
        en: 'If the repeated attempts are refused and not accepted.',
        'zh-cn': '重复认证被拒绝时出现。',
      },
    },
    {
      name: 'kick old sa with same flow',
      why: {
        en: 'The same idea for peers told apart by their flow.',
        'zh-cn': '按数据流区分对端时的类似处理。',
      },
    },
  ],
  sources: [reference('eap delete old sa'), 'RFC 7296 §2.16'],
};

export const receiveInvalidSpiNotify: CauseDefinition = {
  name: 'receive invalid spi notify',
  kind: 'teardown',
  listed: true,
  harmless: 'yes',
  meaning: {
    en: 'The other gateway had lost its IPsec SA, but not the IKE SA. It received ESP packets of this end with an SPI it no longer knew, dropped them and said so over IKE. This end then deleted the SA it had been sending with. The next packet starts a negotiation, and both ends have a common SA again: this is a repair, no fault.',
    'zh-cn':
      '对端丢失了 IPsec SA，但 IKE SA 仍在。它收到本端发来的 ESP 报文，其 SPI 已不认识，于是丢弃报文并通过 IKE 通知本端。本端随即删除正在使用的 SA，下一个报文触发协商，两端重新拥有一致的 SA。这是自愈过程，不是故障。',
  },
  possibleCauses: [
    {
      en: 'The two ends fell out of step: an SA ended there (cleared, expired, board restarted) without this end hearing of it.',
      'zh-cn': '两端 SA 不同步：对端的 SA 已结束（被清除、到期、业务板复位），而本端没有得知。',
    },
  ],
  steps: [normalOperation],
  related: [
    {
      name: 'invalid cookie',
      why: {
        en: 'The same loss of step one level up, when the IKE SA is gone as well.',
        'zh-cn': '更上一层的不同步：IKE SA 也已丢失。',
      },
    },
    {
      name: 'peer request',
      why: {
        en: 'The peer deletes an SA it still knows.',
        'zh-cn': '对端删除的是它仍然认识的 SA。',
      },
    },
    {
      name: 'spi conflict',
      why: {
        en: 'An SPI that leads to two SAs instead of none.',
        'zh-cn': 'SPI 对应两个 SA，而不是一个都没有。',
      },
    },
  ],
  note: {
    en: 'By default the device that finds the unknown SPI sends a Delete in an INFORMATIONAL message; the RFCs know a notification INVALID_SPI for the same purpose.',
    'zh-cn':
      '缺省情况下，发现未知 SPI 的设备用 INFORMATIONAL 报文发送删除通知；RFC 中用于同一目的的还有 INVALID_SPI 通知。',
  },
  sources: [reference('receive invalid spi notify'), 'RFC 7296 §1.5', 'RFC 4303 §3.4.2'],
};
