import type { Localized } from '../../l10n';
import type { MessageDefinition } from './types';

const routerMib = 'HUAWEI-IPSEC-MIB';

/** The notifications of VRP8 routers share this root. */
const routerRoot = '1.3.6.1.4.1.2011.5.25.224.2.1';

const vrp8: Localized = { en: 'VRP8 routers (NE40E, NetEngine)', 'zh-cn': 'VRP8 路由器（NE40E、NetEngine）' };

/** The fields most notifications of the router MIB share, in its order. */
const routerPeerFields = [
  'hwIPSecPkiIkeFailedVrfName',
  'hwIPSecLocalIp',
  'hwIPSecRemoteIp',
  'hwIPSecPolicyName',
  'hwIPSecInterface',
];
const routerTunnelFields = [
  'hwIPSecPolicyName',
  'hwIPSecPolicySeq',
  'hwIPSecInterface',
  'hwIPSecLocalIp',
  'hwIPSecRemoteIp',
  'hwIPSecRemotePort',
];
const conflictFields = ['New', 'Exist'].flatMap((which) => [
  `hwIPSec${which}TunnelPeerAddress`,
  `hwIPSec${which}TunnelPeerPort`,
  `hwIPSec${which}TunnelVrfName`,
  `hwIPSec${which}AclSourceAddress`,
  `hwIPSec${which}AclDestinationAddress`,
  `hwIPSec${which}ACLVrfName`,
]);
const routerReasonFields = [
  'hwIPSecNegoFailReason',
  'hwIPSecRemoteIp',
  'hwIPSecPkiIkeFailedVrfName',
  'hwIPSecInterface',
  'hwIpsecIkeVersion',
];

/** Alarms of VRP8 routers. */
export const routerMessages: readonly MessageDefinition[] = [
  {
    trap: 'hwIPSecTunnelStateUp',
    oid: `${routerRoot}.1`,
    kind: 'alarm',
    title: { en: 'The IPsec tunnel is up', 'zh-cn': 'IPsec 隧道 Up' },
    about: { en: 'The tunnel carries traffic again.', 'zh-cn': '隧道恢复可用。' },
    fields: routerTunnelFields,
    products: vrp8,
    sources: [routerMib],
  },
  {
    trap: 'hwIPSecTunnelStateDown',
    oid: `${routerRoot}.2`,
    kind: 'alarm',
    title: { en: 'The IPsec tunnel is down', 'zh-cn': 'IPsec 隧道 Down' },
    about: {
      en: 'The alarm carries no reason; `display ike offline history` on the device does.',
      'zh-cn': '该告警不携带原因，可在设备上用 `display ike offline history` 查看。',
    },
    fields: routerTunnelFields,
    products: vrp8,
    sources: [routerMib],
  },
  {
    trap: 'hwIkeSANegotiationFail',
    oid: `${routerRoot}.35`,
    kind: 'alarm',
    title: { en: 'The negotiation of the IKE SA failed', 'zh-cn': 'IKE SA 协商失败' },
    about: {
      en: 'Phase 1 failed. The reason is in `display ike error history`.',
      'zh-cn': '第一阶段失败，原因见 `display ike error history`。',
    },
    fields: [...routerPeerFields, 'hwIpsecIkeVersion'],
    products: vrp8,
    sources: [routerMib],
  },
  {
    trap: 'hwIkeSANegotiationSuccess',
    oid: `${routerRoot}.36`,
    kind: 'alarm',
    title: { en: 'The failure of the IKE SA is over', 'zh-cn': 'IKE SA 协商恢复' },
    about: {
      en: 'Clears the alarm before. It also comes when the configuration was simply deleted, so it does not prove that a tunnel is up.',
      'zh-cn': '清除之前的告警。配置被删除时也会产生，因此不能证明隧道已建立。',
    },
    fields: [...routerPeerFields, 'hwIpsecIkeVersion'],
    products: vrp8,
    sources: [routerMib],
  },
  {
    trap: 'hwIPSECSANegotiationFail',
    oid: `${routerRoot}.37`,
    kind: 'alarm',
    title: { en: 'The negotiation of the IPsec SA failed', 'zh-cn': 'IPsec SA 协商失败' },
    about: {
      en: 'Phase 2 failed while the IKE SA may be up: look at the protected flow, the IPsec proposal and PFS.',
      'zh-cn': '第二阶段失败，IKE SA 可能已建立：检查保护的数据流、IPsec 安全提议和 PFS。',
    },
    fields: [...routerPeerFields, 'hwIPSecPolicySeq', 'hwIpsecIkeVersion'],
    products: vrp8,
    sources: [routerMib],
  },
  {
    trap: 'hwIPSECSANegotiationSuccess',
    oid: `${routerRoot}.38`,
    kind: 'alarm',
    title: { en: 'The failure of the IPsec SA is over', 'zh-cn': 'IPsec SA 协商恢复' },
    about: {
      en: 'Clears the alarm before, also when the configuration was deleted.',
      'zh-cn': '清除之前的告警，配置被删除时也会产生。',
    },
    fields: [...routerPeerFields, 'hwIPSecPolicySeq', 'hwIpsecIkeVersion'],
    products: vrp8,
    sources: [routerMib],
  },
  {
    trap: 'hwIPSecNegotiationConflict',
    oid: `${routerRoot}.51`,
    kind: 'alarm',
    title: { en: 'The protected flow is taken already', 'zh-cn': '保护的数据流已被占用' },
    about: {
      en: 'A negotiation failed because another tunnel protects the same range of addresses. The alarm shows peer and flow of the new tunnel and of the existing one side by side.',
      'zh-cn': '协商失败，因为另一条隧道已保护相同的地址范围。告警同时给出新隧道和已有隧道的对端与数据流。',
    },
    fields: conflictFields,
    products: vrp8,
    sources: [routerMib],
  },
  {
    trap: 'hwIPSecNegotiationFail',
    oid: `${routerRoot}.57`,
    kind: 'alarm',
    title: { en: 'IPsec negotiation failed', 'zh-cn': 'IPsec 协商失败' },
    about: {
      en: 'The router counterpart of hwIPSecNegoFail. It carries the reason as text and the IKE version, and no reason code.',
      'zh-cn': '路由器上与 hwIPSecNegoFail 对应的告警，携带文本原因和 IKE 版本，没有原因码。',
    },
    fields: routerReasonFields,
    products: vrp8,
    sources: [routerMib],
  },
  {
    trap: 'hwIPSecNegotiationSuccess',
    oid: `${routerRoot}.58`,
    kind: 'alarm',
    title: { en: 'The IPsec negotiation failure is over', 'zh-cn': 'IPsec 协商恢复' },
    about: {
      en: 'Clears hwIPSecNegotiationFail, also when the configuration was deleted.',
      'zh-cn': '清除 hwIPSecNegotiationFail，配置被删除时也会产生。',
    },
    fields: routerReasonFields,
    products: vrp8,
    sources: [routerMib],
  },
];
