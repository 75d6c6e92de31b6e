import { reference } from '../teardown/common';
import type { CauseDefinition, CauseStep } from '../types';
import { ikePeer, set, show } from './stepCommands';

/** Causes of remote users: EAP and the address a client is given. */

const credentials: CauseStep = {
  check: {
    en: 'Are the user name and the password typed at the client exactly those the server has, with the right domain behind the name?',
    'zh-cn': '客户端输入的用户名和密码（包括用户名后的域名）是否与服务器上的一致？',
  },
  branches: [
    {
      when: { en: 'they are not', 'zh-cn': '不一致' },
      advice: { en: 'Correct them on the side that is wrong.', 'zh-cn': '在错误的一侧修正。' },
      next: 'done',
    },
    { when: { en: 'they are', 'zh-cn': '一致' }, next: 2 },
  ],
};

const threePartners: readonly CauseStep[] = [
  {
    check: {
      en: 'Two ways have to be open: from this device to the client, and from this device to the authentication server. Ping along both.',
      'zh-cn': '需要两段路径可达：本设备到客户端，以及本设备到认证服务器。分别 ping 测试。',
    },
    commands: [
      show('ping <client-address>', 'this end'),
      show('ping -a <local-address> <server-address>', 'this end'),
    ],
    branches: [
      {
        when: { en: 'one of them is closed', 'zh-cn': '有一段不可达' },
        advice: {
          en: 'Put interfaces, addresses and routes on that way in order.',
          'zh-cn': '检查并修正该路径上的接口、地址和路由。',
        },
        next: 'done',
      },
      { when: { en: 'both answer', 'zh-cn': '均可达' }, next: 2 },
    ],
  },
  {
    check: {
      en: 'Is the partner that fell silent alive: the server switched on and its service running, the client not frozen or asleep?',
      'zh-cn': '没有应答的一方是否正常：服务器是否上电、服务是否运行，客户端是否死机或休眠？',
    },
    branches: [
      {
        when: { en: 'it is not', 'zh-cn': '不正常' },
        advice: { en: 'Get it working again.', 'zh-cn': '使其恢复正常。' },
        next: 'done',
      },
      { when: { en: 'it is', 'zh-cn': '正常' }, next: 'support' },
    ],
  },
];

export const eapAuthenticationFail: CauseDefinition = {
  name: 'eap authentication fail',
  kind: 'negotiation',
  listed: true,
  harmless: 'no',
  meaning: {
    en: 'An IKEv2 user was asked for credentials by EAP and the server said no. EAP runs inside IKE_AUTH: the gateway only carries the messages between client and server, so the reason for the refusal is known to the server alone (RFC 7296 §2.16). The client shows a failed log-in or AUTHENTICATION_FAILED.',
    'zh-cn':
      'IKEv2 用户通过 EAP 认证时被服务器拒绝。EAP 在 IKE_AUTH 中进行，网关只在客户端和服务器之间转发消息，因此拒绝的原因只有服务器知道（RFC 7296 §2.16）。客户端表现为登录失败或收到 AUTHENTICATION_FAILED。',
  },
  possibleCauses: [
    { en: 'User name or password is wrong.', 'zh-cn': '用户名或密码错误。' },
    {
      en: 'Gateway and server do not agree on the EAP method, the domain or the secret between them.',
      'zh-cn': '网关与服务器的 EAP 方式、认证域或两者间的共享密钥不一致。',
    },
  ],
  steps: [
    credentials,
    {
      check: {
        en: 'Does the EAP configuration here suit the server: method, domain, server template? EAP exists in IKEv2 only.',
        'zh-cn': '本端的 EAP 配置（认证方式、域、服务器模板）是否与服务器匹配？EAP 仅用于 IKEv2。',
      },
      commands: [
        ikePeer('this end', 'IKE version'),
        { command: 'display this', place: 'IKE peer view', end: 'this end' },
        { command: 'display this', place: 'AAA view', end: 'this end' },
      ],
      branches: [
        {
          when: { en: 'it does not', 'zh-cn': '不匹配' },
          advice: { en: 'Correct it here or on the server.', 'zh-cn': '在本端或服务器上修正。' },
          next: 'done',
        },
        { when: { en: 'it does', 'zh-cn': '匹配' }, next: 'support' },
      ],
    },
  ],
  related: [
    {
      name: 'eap authentication timeout',
      why: {
        en: 'There was no answer at all, neither yes nor no.',
        'zh-cn': '服务器或客户端没有任何应答时。',
      },
    },
    {
      name: 'xauth authentication fail',
      why: { en: 'The same for users of IKEv1.', 'zh-cn': 'IKEv1 用户的同类原因。' },
    },
    {
      name: 'authentication fail',
      why: {
        en: 'The gateway itself was not believed: with EAP it has to prove itself by a certificate first.',
        'zh-cn': '网关自身未通过认证时；采用 EAP 时网关须先以证书证明身份。',
      },
    },
  ],
  note: {
    en: 'The log of the authentication server is the quickest way to the reason.',
    'zh-cn': '查看认证服务器的日志是最快的定位方法。',
  },
  sources: [reference('eap authentication fail'), 'RFC 7296 §2.16', 'RFC 3748 §4.2'],
};

export const eapAuthenticationTimeout: CauseDefinition = {
  name: 'eap authentication timeout',
  kind: 'negotiation',
  listed: true,
  harmless: 'no',
  meaning: {
    en: 'An EAP dialogue of an IKEv2 user began and then stopped: this device waited for a packet of the client or of the server, and none came in time. Three parties take part, so the first question is which of them fell silent.',
    'zh-cn':
      'IKEv2 用户的 EAP 认证中途停止：设备等待客户端或服务器的报文，但在规定时间内没有收到。EAP 涉及三方，首先要判断是哪一方没有应答。',
  },
  possibleCauses: [
    {
      en: 'The way to the client or to the server is interrupted.',
      'zh-cn': '到客户端或服务器的路径中断。',
    },
    {
      en: 'The client or the server does not work, or the user did not fill in the password prompt.',
      'zh-cn': '客户端或服务器工作异常，或用户未及时输入密码。',
    },
  ],
  steps: threePartners,
  related: [
    {
      name: 'eap authentication fail',
      why: { en: 'When an answer came and it was no.', 'zh-cn': '收到应答但被拒绝时。' },
    },
    {
      name: 'fragment packet reassemble timeout',
      why: {
        en: 'EAP methods with certificates make long messages, which some paths lose.',
        'zh-cn': '基于证书的 EAP 方式报文较长，某些路径会丢失分片。',
      },
    },
    {
      name: 'xauth authentication timeout',
      why: { en: 'The same for users of IKEv1.', 'zh-cn': 'IKEv1 用户的同类原因。' },
    },
  ],
  sources: [reference('eap authentication timeout'), 'RFC 7296 §2.16', 'RFC 3748 §4.3'],
};

export const ipAssignedFail: CauseDefinition = {
  name: 'ip assigned fail',
  kind: 'negotiation',
  listed: true,
  reasonCode: 10,
  products: { en: 'AR (reason code)', 'zh-cn': 'AR（原因码）' },
  harmless: 'no',
  meaning: {
    en: 'The client is authenticated and asked for an inside address, but this end had none to give. IKEv2 clients ask in a configuration payload and are told INTERNAL_ADDRESS_FAILURE (RFC 7296 §3.15.4); IKEv1 clients ask in an exchange between the phases. Without the address the client has no source for its protected flow, so no tunnel follows.',
    'zh-cn':
      '客户端已通过认证并请求内网地址，但本端没有地址可分配。IKEv2 客户端通过配置载荷请求，被告知 INTERNAL_ADDRESS_FAILURE（RFC 7296 §3.15.4）；IKEv1 客户端在两个阶段之间的交换中请求。没有地址，客户端的保护数据流就没有源地址，隧道无法建立。',
  },
  possibleCauses: [
    { en: 'There is no address pool.', 'zh-cn': '没有配置 IP 地址池。' },
    {
      en: 'Every address of the pool is in use: more clients than planned, or leases of clients long gone.',
      'zh-cn': '地址池中的地址全部用完：客户端超出规划，或早已离开的客户端仍占用租约。',
    },
    {
      en: 'The pool exists, but the service scheme or domain of this user leads to another one.',
      'zh-cn': '地址池存在，但该用户的业务方案或域引用了其他地址池。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Is there a pool for these clients, and does their service scheme or AAA domain refer to it?',
        'zh-cn': '是否为这些客户端配置了地址池，并由其业务方案或 AAA 域引用？',
      },
      commands: [show('display ip pool', 'this end', 'Pool-Name')],
      branches: [
        {
          when: { en: 'there is none', 'zh-cn': '没有' },
          advice: {
            en: 'Create one and fill in its network.',
            'zh-cn': '创建地址池并配置网段。',
          },
          commands: [
            set('ip pool <pool-name>', 'system view', 'this end'),
            set('network <network-address> mask <mask>', 'IP address pool view', 'this end'),
          ],
          next: 'done',
        },
        { when: { en: 'there is', 'zh-cn': '有' }, next: 2 },
      ],
    },
    {
      check: { en: 'How many of its addresses are still free?', 'zh-cn': '该地址池还有多少空闲地址？' },
      commands: [show('display ip pool name <pool-name>', 'this end', 'Total', 'Used', 'Free', 'Idle')],
      branches: [
        {
          when: { en: 'none', 'zh-cn': '没有空闲' },
          advice: {
            en: 'Plan a larger network for the pool; routes and security policies behind it have to follow.',
            'zh-cn': '为地址池规划更大的网段，并同步调整相关路由和安全策略。',
          },
          commands: [set('network <network-address> mask <mask>', 'IP address pool view', 'this end')],
          next: 'done',
        },
        { when: { en: 'some', 'zh-cn': '有空闲' }, next: 'support' },
      ],
    },
  ],
  related: [
    {
      name: 'modecfg address soft expiry',
      why: {
        en: 'The address was given once and its lease ran out.',
        'zh-cn': '地址曾经分配、租约到期时。',
      },
    },
    {
      name: 'ip address syn failed',
      why: {
        en: 'Pool and IPsec disagree about an address that was given.',
        'zh-cn': '地址池与 IPsec 记录的地址不一致时。',
      },
    },
    {
      name: 'xauth authentication fail',
      why: {
        en: 'The step before: the user was not let in.',
        'zh-cn': '前一步：用户未通过认证时。',
      },
    },
  ],
  note: {
    en: 'The third possible cause is ours; the vendor names the first two.',
    'zh-cn': '第三条可能原因为本工具补充，厂商资料只给出前两条。',
  },
  sources: [
    reference('ip assigned fail'),
    'AR alarm reference, hwIPSecNegoFail',
    'RFC 7296 §2.19',
    'RFC 7296 §3.15.4',
    'AR V300 configuration examples, Efficient VPN',
  ],
};
