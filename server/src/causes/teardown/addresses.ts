import type { CauseDefinition } from '../types';
import { normalOperation, pathBetweenPeers, reference } from './common';

/** Causes in which an address changed: the peer's, the one behind its name, or the one lent to a client. */

export const modecfgAddressSoftExpiry: CauseDefinition = {
  name: 'modecfg address soft expiry',
  kind: 'teardown',
  listed: true,
  harmless: 'yes',
  meaning: {
    en: 'The peer works with an inner address that the server lent it in the configuration exchange. The lease of that address is over, so the SA made for it ended; the peer asks for an address again and comes back.',
    'zh-cn':
      '对端使用的是服务器通过配置交换分配的内网地址。该地址租期到期，对应的 SA 结束；对端会重新申请地址并再次接入。',
  },
  possibleCauses: [
    {
      en: 'The lease of the inner address ran out.',
      'zh-cn': '内网地址租期到期。',
    },
  ],
  steps: [normalOperation],
  related: [
    {
      name: 'ip assigned fail',
      why: {
        en: 'Look here if the peer does not come back: the pool may have no address left.',
        'zh-cn': '若对端没有恢复，查看该原因：地址池可能已无可用地址。',
      },
    },
    {
      name: 'ip address syn failed',
      why: {
        en: 'The pool and IPsec disagree about the address.',
        'zh-cn': '地址池与 IPsec 记录的地址不一致。',
      },
    },
  ],
  sources: [reference('modecfg address soft expiry'), 'RFC 7296 §2.19'],
};

export const ipAddressSynFailed: CauseDefinition = {
  name: 'ip address syn failed',
  kind: 'teardown',
  listed: true,
  harmless: 'no',
  meaning: {
    en: 'The device keeps the addresses lent to peers in two places, the address pool and the tables of IPsec. The two could not be brought into agreement, and the tunnel concerned was closed. "syn" is the printed short form of synchronisation and has nothing to do with TCP.',
    'zh-cn':
      '设备在地址池和 IPsec 表项中分别记录分配给对端的地址。两处记录未能同步一致，相关隧道被关闭。"syn" 是同步的缩写，与 TCP SYN 无关。',
  },
  possibleCauses: [
    {
      en: 'What the pool says about an address differs from what IPsec recorded for it.',
      'zh-cn': '地址池中的地址与 IPsec 记录的地址信息不一致。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Nothing in the configuration decides this. Gather the evidence while it is fresh.',
        'zh-cn': '该问题与配置无关，请及时收集信息。',
      },
      commands: [{ command: 'display ip pool', place: 'any view', end: 'this end' }],
      branches: [{ when: { en: 'collected', 'zh-cn': '已收集' }, next: 'support' }],
    },
  ],
  related: [
    {
      name: 'ip assigned fail',
      why: { en: 'No address could be lent at all.', 'zh-cn': '根本无法分配地址。' },
    },
    {
      name: 'modecfg address soft expiry',
      why: { en: 'The lease simply ended.', 'zh-cn': '租期正常结束。' },
    },
  ],
  sources: [reference('ip address syn failed')],
};

export const dnsResolutionStatusChange: CauseDefinition = {
  name: 'dns resolution status change',
  kind: 'teardown',
  listed: true,
  harmless: 'no',
  meaning: {
    en: 'The IKE peer is configured by domain name, and what the name resolves to changed: it resolves to something else or no longer at all. The tunnel to the former address was closed.',
    'zh-cn':
      'IKE 对等体以域名方式配置，域名解析状态发生变化：解析到其他地址，或不再能解析。到原地址的隧道因此关闭。',
  },
  possibleCauses: [
    {
      en: 'The DNS server cannot be reached from this device.',
      'zh-cn': '本设备到 DNS 服务器不可达。',
    },
    { en: 'The DNS server is out of order.', 'zh-cn': 'DNS 服务器工作异常。' },
    {
      en: 'The name in `remote-address` is wrong, or no longer belongs to the peer.',
      'zh-cn': '`remote-address` 中的域名错误，或已不属于对端。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Does the DNS server answer a ping?',
        'zh-cn': 'ping DNS 服务器是否有应答？',
      },
      commands: [{ command: 'ping <dns-server-address>', place: 'any view', end: 'this end' }],
      branches: [
        {
          when: { en: 'no', 'zh-cn': '无应答' },
          advice: {
            en: 'Repair the way to it: interfaces, addresses, routes.',
            'zh-cn': '修复到 DNS 服务器的网络：接口、地址、路由。',
          },
          next: 'done',
        },
        { when: { en: 'yes', 'zh-cn': '有应答' }, next: 2 },
      ],
    },
    {
      check: {
        en: 'Does it resolve names properly? Try the name from another host as well.',
        'zh-cn': 'DNS 服务器能否正常解析？也可在其他主机上试解析该域名。',
      },
      branches: [
        {
          when: { en: 'no', 'zh-cn': '不能' },
          advice: { en: 'Get the DNS server going.', 'zh-cn': '恢复 DNS 服务器。' },
          next: 'done',
        },
        { when: { en: 'yes', 'zh-cn': '能' }, next: 3 },
      ],
    },
    {
      check: {
        en: 'Is the name in the IKE peer the right one?',
        'zh-cn': 'IKE 对等体中的域名是否正确？',
      },
      commands: [
        {
          command: 'display ike peer name <peer-name>',
          place: 'any view',
          end: 'this end',
          fields: ['Remote IP'],
        },
      ],
      branches: [
        {
          when: { en: 'it is wrong', 'zh-cn': '错误' },
          advice: { en: 'Enter the right name.', 'zh-cn': '改为正确的域名。' },
          commands: [
            { command: 'remote-address host-name <host-name>', place: 'IKE peer view', end: 'this end' },
          ],
          next: 'done',
        },
        { when: { en: 'it is right', 'zh-cn': '正确' }, next: 'support' },
      ],
    },
  ],
  related: [
    {
      name: 'peer address switch',
      why: {
        en: 'The address changed because a backup address took over.',
        'zh-cn': '因切换到备用地址而变化。',
      },
    },
    {
      name: 'peer address mismatch',
      why: {
        en: 'What the negotiation says when packets come from an address that the name does not resolve to.',
        'zh-cn': '报文源地址与域名解析结果不符时的协商失败原因。',
      },
    },
  ],
  note: {
    en: 'With a dynamic DNS name, one entry at each change of the address is ordinary; the reference itself does not say so. In its third step the two answers of the reference are swapped; the sensible order is given here.',
    'zh-cn':
      '使用动态域名时，每次地址变化出现一条记录属于常见现象（参考文档未说明）。参考文档第三步的两个回答写反了，此处按合理顺序给出。',
  },
  sources: [reference('dns resolution status change')],
};

export const peerAddressSwitch: CauseDefinition = {
  name: 'peer address switch',
  kind: 'teardown',
  listed: true,
  harmless: 'depends',
  meaning: {
    en: 'The IKE peer has several remote addresses, one in use and the others in reserve. The one in use stopped answering, so this end built the tunnel to the next address and took the former tunnel down.',
    'zh-cn':
      'IKE 对等体配置了多个对端地址，一个使用，其余备用。当前地址不可达，本端与备用地址建立隧道并拆除原隧道。',
  },
  possibleCauses: [
    {
      en: 'The gateway or the line behind the active address failed.',
      'zh-cn': '主用地址对应的网关或链路故障。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Was the change of address expected, and does the tunnel work over the new one?',
        'zh-cn': '地址切换是否符合预期，隧道在新地址上是否正常？',
      },
      branches: [
        { when: { en: 'yes', 'zh-cn': '是' }, next: 'done' },
        { when: { en: 'no', 'zh-cn': '否' }, next: 2 },
      ],
    },
    pathBetweenPeers('support'),
  ],
  related: [
    {
      name: 'dpd timeout',
      why: {
        en: 'How the device noticed that the active address was dead.',
        'zh-cn': '设备借此发现主用地址失效。',
      },
    },
    {
      name: 'dns resolution status change',
      why: {
        en: 'The address changed behind a domain name.',
        'zh-cn': '域名解析到的地址发生变化。',
      },
    },
  ],
  sources: [reference('peer address switch')],
};
