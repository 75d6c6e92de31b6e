import { reference } from '../teardown/common';
import type { CauseDefinition } from '../types';
import { set, show } from './stepCommands';
import { recordComesBack } from './versions';

/** Causes about IKE messages too long for one packet. */

export const fragmentPacketLimit: CauseDefinition = {
  name: 'fragment packet limit',
  kind: 'negotiation',
  listed: true,
  reasonCode: 50,
  harmless: 'no',
  meaning: {
    en: 'An IKE message arrived in more pieces than this device takes. Long messages are those with certificates or with many proposals; they are split to fit the MTU of the sending interface, and the smaller that MTU, the more pieces. The repair is therefore on the end that sends.',
    'zh-cn':
      '收到的 IKE 报文分片数超过本设备的上限。携带证书或大量提议的报文较长，发送端按出接口 MTU 分片，MTU 越小分片越多，因此应在发送端处理。',
  },
  possibleCauses: [
    {
      en: 'The MTU of the outgoing interface of the other gateway is very small.',
      'zh-cn': '对端出接口的 MTU 过小。',
    },
    {
      en: 'The message is unusually long: a chain of several certificates, certificate requests for many CAs, or every proposal the device has.',
      'zh-cn': '报文过长：携带多级证书链、对多个 CA 的证书请求，或设备的全部提议。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Read the MTU of the interface the other gateway sends IKE from and enlarge it as far as the line allows.',
        'zh-cn': '查看对端发送 IKE 报文的接口的 MTU，并在链路允许的范围内增大。',
      },
      commands: [show('display interface <interface>', 'other end', 'The Maximum Transmit Unit')],
      branches: [
        {
          when: { en: 'it can be enlarged', 'zh-cn': '可以增大' },
          commands: [set('mtu <bytes>', 'interface view', 'other end')],
          next: 2,
        },
        {
          when: { en: 'it is already that of the line', 'zh-cn': '已与链路一致' },
          advice: {
            en: 'Shorten the message instead: name one IKE proposal for the peer, send fewer certificates.',
            'zh-cn': '改为缩短报文：为对等体只引用一个 IKE 安全提议，减少携带的证书。',
          },
          next: 2,
        },
      ],
    },
    recordComesBack,
  ],
  related: [
    {
      name: 'fragment packet reassemble timeout',
      why: { en: 'Not too many pieces, but some are missing.', 'zh-cn': '分片不多，但有缺失时。' },
    },
    {
      name: 'invalid length',
      why: {
        en: 'A message in one piece that is too short.',
        'zh-cn': '未分片但长度不足的报文。',
      },
    },
  ],
  note: {
    en: 'The limit itself is not documented. IKEv2 has a fragmentation of its own (RFC 7383), made because many networks drop IP fragments; whether this cause counts those pieces as well is not known.',
    'zh-cn':
      '具体上限没有资料说明。由于很多网络丢弃 IP 分片，IKEv2 另有自己的分片机制（RFC 7383），该原因是否也统计此类分片尚不清楚。',
  },
  sources: [reference('fragment packet limit'), 'RFC 7383 §1'],
};

export const fragmentReassembleTimeout: CauseDefinition = {
  name: 'fragment packet reassemble timeout',
  kind: 'negotiation',
  listed: true,
  reasonCode: 51,
  harmless: 'no',
  meaning: {
    en: 'The first pieces of a long IKE message arrived, the rest did not come in time, and what was there was discarded. Typical is a negotiation that starts well, since the first messages are short, and stalls at the message with the certificates. The other end repeats that message until it gives up with a timeout.',
    'zh-cn':
      '较长的 IKE 报文只收到部分分片，其余分片未在规定时间内到达，已收到的分片被丢弃。典型现象是协商开头正常（最初的报文较短），到携带证书的报文时停住。对端反复重传该报文，直至超时。',
  },
  possibleCauses: [
    {
      en: 'A congested line or a filter on the way loses fragments; many firewalls drop those without a port number.',
      'zh-cn': '链路拥塞或中间的过滤设备丢弃了分片；很多防火墙会丢弃不带端口号的后续分片。',
    },
    {
      en: 'This device is too busy to put the pieces together in time.',
      'zh-cn': '本设备过于繁忙，来不及重组。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Does the other gateway answer, and does it also answer a packet that has to be fragmented? The second ping travels the way the long message does.',
        'zh-cn': '对端网关是否应答？对需要分片的大报文是否也应答？第二条 ping 与长报文的处理方式相同。',
      },
      commands: [
        show('ping -a <local-address> <peer-address>', 'both ends'),
        show('ping -a <local-address> -s 3000 <peer-address>', 'both ends'),
      ],
      branches: [
        {
          when: { en: 'there is no answer at all', 'zh-cn': '均无应答' },
          advice: {
            en: 'Repair the path: interfaces, addresses, routes.',
            'zh-cn': '修复路径：接口、IP 地址和路由。',
          },
          next: 'done',
        },
        {
          when: { en: 'only the large one is lost', 'zh-cn': '只有大报文丢失' },
          advice: {
            en: 'Find where fragments are dropped, and relieve the line if it is congested.',
            'zh-cn': '查找丢弃分片的位置；若链路拥塞，则缓解拥塞。',
          },
          next: 'done',
        },
        { when: { en: 'both are answered', 'zh-cn': '均有应答' }, next: 2 },
      ],
    },
    {
      check: {
        en: 'Does this device do well otherwise? A processor at its limit is the usual reason for missed deadlines.',
        'zh-cn': '本设备是否正常？CPU 占用率过高是处理超时的常见原因。',
      },
      commands: [show('display cpu-usage', 'this end'), show('display memory-usage', 'this end')],
      branches: [
        {
          when: { en: 'it is overloaded or faulty', 'zh-cn': '负载过高或异常' },
          advice: { en: 'Take that burden off first.', 'zh-cn': '先消除负载过高或异常的原因。' },
          next: 'done',
        },
        { when: { en: 'it does well', 'zh-cn': '正常' }, next: 'support' },
      ],
    },
  ],
  related: [
    {
      name: 'fragment packet limit',
      why: { en: 'All pieces came, and there were too many.', 'zh-cn': '分片齐全但数量过多时。' },
    },
    {
      name: 'authentication fail',
      why: {
        en: 'What follows with certificates once the message gets through.',
        'zh-cn': '报文完整到达后，证书认证可能出现的下一个问题。',
      },
    },
    {
      name: 'max transmit reached',
      why: { en: 'What the sender of the long message may show.', 'zh-cn': '长报文的发送端可能打印的原因。' },
    },
  ],
  sources: [reference('fragment packet reassemble timeout'), 'RFC 7383 §1', 'RFC 7296 §2.1'],
};
