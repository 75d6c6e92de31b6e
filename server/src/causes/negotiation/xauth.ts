import { reference } from '../teardown/common';
import type { CauseDefinition } from '../types';

/** XAUTH: a user logs in between phase 1 and phase 2 of IKEv1. */

const draft = 'draft-beaulieu-ike-xauth-02';

export const xauthAuthenticationFail: CauseDefinition = {
  name: 'xauth authentication fail',
  kind: 'negotiation',
  listed: true,
  harmless: 'no',
  meaning: {
    en: 'The IKE SA is up, and inside it the gateway asked the remote user for name and password, as XAUTH adds to IKEv1. The server that checks them, local AAA or RADIUS, said no, so phase 2 was not begun. The client sees a refused login.',
    'zh-cn':
      'IKE SA 已建立，网关在其中要求远端用户提供用户名和密码（XAUTH 对 IKEv1 的扩展）。校验的服务器（本地 AAA 或 RADIUS）拒绝，因此没有进入第二阶段。客户端看到登录被拒绝。',
  },
  possibleCauses: [
    {
      en: 'The client sends a name or a password that the server does not know.',
      'zh-cn': '客户端发送的用户名或密码与服务器不符。',
    },
    {
      en: 'The user exists but is blocked, or may not use IPsec.',
      'zh-cn': '用户存在，但被阻塞，或不允许使用 IPsec 业务。',
    },
    {
      en: 'XAUTH in the IKE peer leads to the wrong domain, or the domain to the wrong scheme or server.',
      'zh-cn': 'IKE 对等体的 XAUTH 配置指向了错误的域，或域引用了错误的认证方案或服务器。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Do name and password in the client match the account on the server? Mind the part behind the `@`: it selects the domain.',
        'zh-cn': '客户端的用户名和密码是否与服务器上的账号相同？注意 `@` 之后的部分决定所用的域。',
      },
      commands: [{ command: 'display local-user', place: 'any view', end: 'this end' }],
      branches: [
        {
          when: { en: 'they do not', 'zh-cn': '不相同' },
          advice: {
            en: 'Correct them in the client, or give the account a new password on the server; the command is for accounts kept on this device.',
            'zh-cn': '在客户端修改，或在服务器上重设密码；此命令适用于保存在本设备上的账号。',
          },
          commands: [
            {
              command: 'local-user <user-name> password { cipher | irreversible-cipher } <password>',
              place: 'AAA view',
              end: 'this end',
            },
          ],
          next: 'done',
        },
        { when: { en: 'they do', 'zh-cn': '相同' }, next: 2 },
      ],
    },
    {
      check: {
        en: 'Follow the way of a login through the configuration: the XAUTH lines of the IKE peer, the domain in the AAA view, its authentication scheme, the server behind it. Is every link right?',
        'zh-cn':
          '沿认证流程检查配置：IKE 对等体视图中的 XAUTH 配置、AAA 视图中的域、域引用的认证方案以及其后的服务器。各环节是否正确？',
      },
      commands: [
        { command: 'display ike peer name <peer-name>', place: 'any view', end: 'this end' },
        { command: 'display current-configuration configuration aaa', place: 'any view', end: 'this end' },
      ],
      branches: [
        {
          when: { en: 'one is wrong', 'zh-cn': '有环节错误' },
          advice: {
            en: 'Correct that one. On a USG the domain must also serve IKE users (`service-type ike`); on an AR the peer names the domain.',
            'zh-cn':
              '修正该环节。USG 上域的业务类型还需包含 `ike`（`service-type ike`）；AR 上由对等体指定域。',
          },
          commands: [
            { command: 'aaa authorization domain <domain-name>', place: 'IKE peer view', end: 'this end' },
            { command: 'domain <domain-name>', place: 'AAA view', end: 'this end' },
            { command: 'authentication-scheme <scheme-name>', place: 'AAA domain view', end: 'this end' },
            { command: 'service-type ike', place: 'AAA domain view', end: 'this end' },
          ],
          next: 'done',
        },
        { when: { en: 'all are right', 'zh-cn': '全部正确' }, next: 'support' },
      ],
    },
  ],
  related: [
    {
      name: 'xauth authentication timeout',
      why: {
        en: 'Nobody said no; an answer was missing.',
        'zh-cn': '没有被拒绝，而是没有收到应答。',
      },
    },
    {
      name: 'authentication fail',
      why: {
        en: 'The authentication of the gateways in phase 1, by key or certificate.',
        'zh-cn': '第一阶段网关之间的认证，使用密钥或证书。',
      },
    },
    {
      name: 'eap authentication fail',
      why: {
        en: 'The counterpart with IKEv2, where EAP takes the place of XAUTH.',
        'zh-cn': 'IKEv2 的同类原因，IKEv2 用 EAP 代替 XAUTH。',
      },
    },
    {
      name: 'ip assigned fail',
      why: {
        en: 'What may go wrong next: the user is in, but gets no address.',
        'zh-cn': '下一步可能的问题：用户通过认证，但没有获得地址。',
      },
    },
  ],
  note: {
    en: 'The exact XAUTH lines of the IKE peer view differ by product and are not in the documents at hand; `aaa authorization` is known from AR, `service-type ike` from USG. XAUTH was never made an RFC.',
    'zh-cn':
      'IKE 对等体视图下的 XAUTH 命令因产品而异，现有资料中没有完整语法；`aaa authorization` 见于 AR，`service-type ike` 见于 USG。XAUTH 没有成为 RFC。',
  },
  sources: [
    reference('xauth authentication fail'),
    'AR V200R010 command reference, aaa authorization',
    'Open Telekom Cloud VPN user guide, connection not connected',
    draft,
  ],
};

export const xauthAuthenticationTimeout: CauseDefinition = {
  name: 'xauth authentication timeout',
  kind: 'negotiation',
  listed: true,
  harmless: 'no',
  meaning: {
    en: 'The IKEv1 IKE SA is up and the XAUTH login had begun, but a message that had to come next did not arrive in time, either from the client or from the server that checks the password. The attempt was given up before phase 2; the client reports a timeout, too, or simply hangs.',
    'zh-cn':
      'IKEv1 的 IKE SA 已建立，XAUTH 认证已开始，但客户端或校验密码的服务器没有按时发来下一个报文。协商在第二阶段之前中止；客户端同样提示超时，或一直等待。',
  },
  possibleCauses: [
    {
      en: 'The way from this device to the client is broken or lossy.',
      'zh-cn': '本设备到客户端的路径中断或丢包。',
    },
    {
      en: 'The authentication server cannot be reached from this device.',
      'zh-cn': '本设备到认证服务器不可达。',
    },
    {
      en: 'The client or the server hangs, or the user took too long to type the password.',
      'zh-cn': '客户端或服务器无响应，或用户输入密码过慢。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Ping both from this device, the client at its public address and the authentication server. Do both answer? With local authentication there is only the client.',
        'zh-cn': '从本设备分别 ping 客户端的公网地址和认证服务器，是否都有应答？本地认证时只需检查客户端。',
      },
      commands: [
        { command: 'ping -a <local-address> <client-address>', place: 'any view', end: 'this end' },
        { command: 'ping <server-address>', place: 'any view', end: 'this end' },
      ],
      branches: [
        {
          when: { en: 'one does not', 'zh-cn': '有一方无应答' },
          advice: {
            en: 'Repair the way to it: interface state, addresses, routes, filters. A client behind a home router may refuse pings and be there all the same.',
            'zh-cn':
              '修复到该方的网络：接口状态、IP 地址、路由、过滤规则。家用路由器之后的客户端可能不响应 ping，但实际可达。',
          },
          next: 'done',
        },
        { when: { en: 'both do', 'zh-cn': '都有应答' }, next: 2 },
      ],
    },
    {
      check: {
        en: 'Do the two work? Look whether the service runs on the server and answers other users, and whether another client can log in.',
        'zh-cn':
          '二者工作是否正常？检查服务器上的认证服务是否运行、能否响应其他用户，以及其他客户端能否登录。',
      },
      commands: [
        { command: 'display radius-server configuration', place: 'any view', end: 'this end' },
        {
          command: 'display ike error-info',
          place: 'any view',
          end: 'this end',
          fields: ['peer', 'error-reason'],
        },
      ],
      branches: [
        {
          when: { en: 'one is out of order', 'zh-cn': '有一方异常' },
          advice: {
            en: 'Get it going: the service on the server, or the VPN program on the client.',
            'zh-cn': '恢复该方：服务器上的认证服务，或客户端的 VPN 程序。',
          },
          next: 'done',
        },
        { when: { en: 'both work', 'zh-cn': '都正常' }, next: 'support' },
      ],
    },
  ],
  related: [
    {
      name: 'xauth authentication fail',
      why: {
        en: 'An answer came, and it was a refusal.',
        'zh-cn': '收到了应答，但被拒绝。',
      },
    },
    {
      name: 'eap authentication timeout',
      why: {
        en: 'The counterpart with IKEv2.',
        'zh-cn': 'IKEv2 的同类原因。',
      },
    },
    {
      name: 'exchange timeout',
      why: {
        en: 'Messages are missing outside the login as well.',
        'zh-cn': '认证之外的报文交互也超时。',
      },
    },
  ],
  note: {
    en: 'Records of one client only point to that client; records of all clients from one minute on point to the server or the way to it.',
    'zh-cn':
      '只有一个客户端出现时，问题在该客户端；所有客户端从某一时刻起都出现时，问题在服务器或到服务器的路径。',
  },
  sources: [
    reference('xauth authentication timeout'),
    'Open Telekom Cloud VPN user guide, connection not connected',
    draft,
  ],
};
