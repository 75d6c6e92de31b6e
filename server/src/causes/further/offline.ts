import type { CauseDefinition } from '../types';

/** Reasons for the end of a tunnel known from command examples and other products. */

const otc = 'Open Telekom Cloud VPN user guide, connection not connected';
const otcProducts = { en: 'Open Telekom Cloud gateway', 'zh-cn': 'Open Telekom Cloud 网关' };

export const hardwareTimeout: CauseDefinition = {
  name: 'hardware-timeout',
  kind: 'teardown',
  listed: false,
  products: {
    en: 'USG6000E, in the example of `display ike offline-info`',
    'zh-cn': 'USG6000E，见 `display ike offline-info` 回显示例',
  },
  harmless: 'depends',
  meaning: {
    en: 'Stands in the example of the command reference without an explanation. The word points to an SA whose lifetime the forwarding hardware counts, and thus to a hard expiry.',
    'zh-cn': '仅出现在命令参考的回显示例中，没有解释。从字面看，可能指由转发硬件计时的 SA 到期，即硬超时。',
  },
  possibleCauses: [
    {
      en: 'Not documented. If our reading is right, the SA used up its lifetime.',
      'zh-cn': '没有资料说明。若上述理解正确，则为 SA 生存周期耗尽。',
    },
  ],
  steps: [],
  related: [
    {
      name: 'phase2 hard expiry',
      why: {
        en: 'The documented reason it resembles; start with its steps.',
        'zh-cn': '与之相近且有文档的原因，可先按其步骤检查。',
      },
    },
  ],
  note: {
    en: 'What it means is our guess. If it repeats outside the rhythm of the SA lifetime, ask support.',
    'zh-cn': '含义为推测。若反复出现且与 SA 生存周期的节奏不符，请联系技术支持。',
  },
  sources: ['USG6000E command reference, display ike offline-info'],
};

export const manualOffline: CauseDefinition = {
  name: 'manual offline',
  kind: 'teardown',
  listed: false,
  products: otcProducts,
  harmless: 'depends',
  meaning: {
    en: 'Somebody disconnected this connection by hand.',
    'zh-cn': '有人手工断开了该连接。',
  },
  possibleCauses: [{ en: 'An operator tore the connection down.', 'zh-cn': '操作人员断开了连接。' }],
  steps: [],
  related: [
    {
      name: 'config modify or manual offline',
      why: {
        en: 'Covers the same and edits of the configuration; has the steps.',
        'zh-cn': '涵盖手工操作和配置修改，并有处理步骤。',
      },
    },
  ],
  sources: [otc],
};

export const adminDown: CauseDefinition = {
  name: 'admin down',
  kind: 'teardown',
  listed: false,
  products: otcProducts,
  harmless: 'depends',
  meaning: {
    en: 'The tunnel is shut down by administration. It stays so until somebody enables it; no negotiation is tried.',
    'zh-cn': '隧道被管理员关闭，启用之前不会进行协商。',
  },
  possibleCauses: [{ en: 'The connection was disabled.', 'zh-cn': '连接被禁用。' }],
  steps: [],
  related: [
    {
      name: 'config modify or manual offline',
      why: {
        en: 'The nearest reason that firewalls print.',
        'zh-cn': '防火墙上最接近的原因。',
      },
    },
  ],
  sources: [otc],
};

export const forwardDown: CauseDefinition = {
  name: 'forward down',
  kind: 'teardown',
  listed: false,
  products: otcProducts,
  harmless: 'no',
  meaning: {
    en: 'The forwarding group that carried the tunnel inside the gateway went down, and the SAs with it. The cause lies in the platform of the gateway, not in IKE.',
    'zh-cn': '网关内部承载该隧道的转发组（fwd group）故障，SA 随之删除。原因在网关平台，与 IKE 无关。',
  },
  possibleCauses: [
    {
      en: 'A forwarding unit of the gateway failed or was taken out of service.',
      'zh-cn': '网关的转发单元故障或退出服务。',
    },
  ],
  steps: [],
  related: [
    {
      name: 'cpu table updated',
      why: {
        en: 'The nearest reason on firewalls with service boards.',
        'zh-cn': '带业务板的防火墙上最接近的原因。',
      },
    },
    {
      name: 'hash gene adjusted',
      why: {
        en: 'Another one in which tunnels move between processing units.',
        'zh-cn': '同样涉及隧道在处理单元之间迁移。',
      },
    },
  ],
  sources: [otc],
};

export const resetSaByIkeUser: CauseDefinition = {
  name: 'reset sa by ike user',
  kind: 'teardown',
  listed: false,
  products: otcProducts,
  harmless: 'depends',
  meaning: {
    en: 'The SA of one IKE user was reset. The source says only that a user did it, which leaves open whether it was the remote user or an operator who reset that user.',
    'zh-cn': '某个 IKE 用户的 SA 被重置。资料只说由用户重置，未说明是远端用户，还是管理员针对该用户执行。',
  },
  possibleCauses: [{ en: 'A deliberate reset.', 'zh-cn': '主动重置。' }],
  steps: [],
  related: [
    {
      name: 'config modify or manual offline',
      why: {
        en: 'SAs cleared by an operator on firewalls.',
        'zh-cn': '防火墙上由管理员清除 SA 的原因。',
      },
    },
    {
      name: 'aaa cut user',
      why: { en: 'AAA put the user off line.', 'zh-cn': 'AAA 强制用户下线。' },
    },
  ],
  sources: [otc],
};

export const saWithSameUserExists: CauseDefinition = {
  name: 'sa with same user exists',
  kind: 'teardown',
  listed: false,
  products: otcProducts,
  harmless: 'depends',
  meaning: {
    en: 'Two SAs answer to the same user. Only one can stay: either the running one ended in favour of the new one, or the new one was refused.',
    'zh-cn': '两个 SA 对应同一用户，只能保留一个：或者已有的 SA 让位给新的，或者新的被拒绝。',
  },
  possibleCauses: [
    {
      en: 'One user connected a second time before the first connection was gone.',
      'zh-cn': '同一用户在前一连接尚未结束时再次接入。',
    },
    {
      en: 'Two devices use the same user name or identity.',
      'zh-cn': '两台设备使用了相同的用户名或身份 ID。',
    },
  ],
  steps: [],
  related: [
    {
      name: 'eap delete old sa',
      why: {
        en: 'The documented handling of a returning EAP client.',
        'zh-cn': 'EAP 客户端重新接入时有文档说明的处理。',
      },
    },
    {
      name: 'kick old sa with same flow',
      why: {
        en: 'The same question decided by the flow, not by the user.',
        'zh-cn': '按数据流而不是按用户判断的同类情况。',
      },
    },
  ],
  note: {
    en: 'The source lists it both among the reasons why a negotiation fails and among those why a tunnel ends.',
    'zh-cn': '资料中该原因既列在协商失败原因中，也列在隧道断开原因中。',
  },
  sources: [otc],
};

const neProducts = {
  en: 'NE40E (`display ike offline history`, `display ike error history`)',
  'zh-cn': 'NE40E 路由器（`display ike offline history`、`display ike error history`）',
};

export const receivePhase1DeleteInfo: CauseDefinition = {
  name: 'receive phase1 delete info',
  kind: 'teardown',
  listed: false,
  products: neProducts,
  harmless: 'depends',
  meaning: {
    en: 'The peer sent a Delete payload for the IKE SA, and this end removed it. The reason must be sought at the peer.',
    'zh-cn': '对端发送了针对 IKE SA 的 Delete 载荷，本端将其删除。原因需到对端查找。',
  },
  possibleCauses: [
    {
      en: 'Whatever made the peer close its IKE SA: a rekey, an operator, an expired lifetime.',
      'zh-cn': '任何使对端关闭 IKE SA 的情况：重协商、人工操作、生存周期到期。',
    },
  ],
  steps: [],
  related: [
    {
      name: 'peer request',
      why: {
        en: 'The same event on firewalls, AR and S-series, with the way to go on.',
        'zh-cn': '防火墙、AR 和 S 系列上的同一事件，并有处理方法。',
      },
    },
    {
      name: 'phase1 sa replace',
      why: {
        en: 'Harmless if a new IKE SA came up in the same second.',
        'zh-cn': '若同一时刻建立了新的 IKE SA，则属于正常。',
      },
    },
  ],
  sources: ['NE40E command reference, display ike offline history', 'RFC 2408 §3.15', 'RFC 7296 §1.4.1'],
};

export const receivePhase2DeleteInfo: CauseDefinition = {
  name: 'receive phase2 delete info',
  kind: 'teardown',
  listed: false,
  products: neProducts,
  harmless: 'depends',
  meaning: {
    en: 'The peer sent a Delete payload for an IPsec SA, naming its SPI, and this end removed its side of the pair. After each rekey of the peer this is the ordinary farewell of the old SA.',
    'zh-cn':
      '对端发送了针对 IPsec SA 的 Delete 载荷（指明 SPI），本端删除对应的一对 SA。对端每次重协商后，旧 SA 都以此方式正常结束。',
  },
  possibleCauses: [
    {
      en: 'A rekey by the peer, or anything that made it close the IPsec SA.',
      'zh-cn': '对端重协商，或其他使其关闭 IPsec SA 的情况。',
    },
  ],
  steps: [],
  related: [
    {
      name: 'peer request',
      why: {
        en: 'The same event on firewalls, AR and S-series, with the way to go on.',
        'zh-cn': '防火墙、AR 和 S 系列上的同一事件，并有处理方法。',
      },
    },
    {
      name: 'phase2 sa replace',
      why: {
        en: 'Harmless if a new IPsec SA came up in the same second.',
        'zh-cn': '若同一时刻建立了新的 IPsec SA，则属于正常。',
      },
    },
  ],
  sources: ['NE40E command reference, display ike offline history', 'RFC 2408 §3.15', 'RFC 7296 §1.4.1'],
};
