import type { MessageDefinition } from './types';

const securityMib = 'HUAWEI-SECURITY-IPSEC-MIB';
const sAlarms = 'S-series alarm reference';

/** The notifications of USG, AR, S-series, WAC and AP share this root. */
const securityRoot = '1.3.6.1.4.1.2011.6.122.26.6';

const tunnelFields = [
  'Ifindex',
  'SeqNum',
  'TunnelIndex',
  'RuleNum',
  'DstIP',
  'InsideIP',
  'RemotePort',
  'CpuID',
  'SrcIP',
  'FlowInfo',
];

/** Messages of USG, AR, S-series, WAC and AP. */
export const securityMessages: readonly MessageDefinition[] = [
  {
    mnemonics: ['IKE/5/IKE_NEGO_FAIL'],
    kind: 'log',
    title: { en: 'IKE negotiation failed', 'zh-cn': 'IKE 协商失败' },
    about: {
      en: 'The log of the firewall for a failed negotiation. It states one of the negotiation causes; the same cause stands in `display ike error-info`. The fault-cause reference names this log, but no source prints its text, so its fields are not known.',
      'zh-cn':
        '防火墙的协商失败日志，其中给出一个协商失败原因，与 `display ike error-info` 中的原因相同。故障原因参考文档提到该日志，但没有资料给出其格式，因此字段未知。',
    },
    fields: [],
    products: { en: 'USG firewalls', 'zh-cn': 'USG 防火墙' },
    sources: ['IPSec Fault Cause Reference, IKE Negotiation Failure Causes'],
  },
  {
    mnemonics: ['IPSEC/5/IPSEC_TUNNEL_TEARED_DOWN', 'IPSEC-VPN/5/IPSEC_TUNNEL_TEARED_DOWN'],
    kind: 'log',
    title: { en: 'IPsec tunnel torn down', 'zh-cn': 'IPsec 隧道被拆除' },
    about: {
      en: 'A tunnel that was up has ended, and `OfflineReason` says why. Firewalls print the module IPSEC, S-series switches IPSEC-VPN. Many of these lines are ordinary renewal of SAs.',
      'zh-cn':
        '已建立的隧道结束，`OfflineReason` 给出原因。防火墙的模块名为 IPSEC，S 系列交换机为 IPSEC-VPN。其中很多属于 SA 的正常更新。',
    },
    fields: [
      'PolicyName',
      'IfIndex',
      'SeqNum',
      'RuleNum',
      'SrcIP',
      'DstIP',
      'InboundSPI',
      'Slot',
      'CpuID',
      'OfflineReason',
      'State',
    ],
    sources: [
      'S-series log reference, IPSEC_TUNNEL_TEARED_DOWN',
      'IPSec Fault Cause Reference, IPSec Tunnel Teardown Causes',
    ],
  },
  {
    mnemonics: ['IPSEC/4/IPSECNEGOFAIL', 'IPSEC-VPN/4/IPSECNEGOFAIL'],
    trap: 'hwIPSecNegoFail',
    oid: `${securityRoot}.14`,
    kind: 'alarm',
    title: { en: 'IPsec tunnel negotiation failed', 'zh-cn': 'IPsec 隧道协商失败' },
    about: {
      en: 'No tunnel came up. `Reason` names the cause and `ReasonCode` is its number. S-series, WAC and AP append `ConnID`; the AR template of 2024 and the firewall template have none. The firewall template calls the reason Reason-Str.',
      'zh-cn':
        '隧道未能建立。`Reason` 为失败原因，`ReasonCode` 为原因码。S 系列、WAC 和 AP 末尾带 `ConnID`；2024 年的 AR 模板和防火墙模板没有。防火墙模板中原因参数名为 Reason-Str。',
    },
    fields: [
      'Ifindex',
      'SeqNum',
      'Reason',
      'ReasonCode',
      'PeerAddress',
      'PeerPort',
      'VsysName',
      'InterfaceName',
      'ConnID',
    ],
    sources: [
      `${sAlarms}, hwIPSecNegoFail`,
      'AR alarm reference, hwIPSecNegoFail',
      'WAC and AP alarm reference, hwIPSecNegoFail',
      'USG6000E alarm reference, hwIPSecNegoFail',
      securityMib,
    ],
  },
  {
    mnemonics: ['IPSEC/4/IPSECTUNNELSTOP', 'IPSEC-VPN/4/IPSECTUNNELSTOP'],
    trap: 'hwIPSecTunnelStop',
    oid: `${securityRoot}.2`,
    kind: 'alarm',
    title: { en: 'An IPsec tunnel was deleted', 'zh-cn': 'IPsec 隧道被删除' },
    about: {
      en: 'The alarm for the end of a tunnel. The reason is text only; there is no numeric code for the end of a tunnel.',
      'zh-cn': '隧道结束的告警。原因只有文本，隧道拆除没有数字原因码。',
    },
    fields: [...tunnelFields, 'OfflineReason', 'VsysName', 'InterfaceName', 'SlotID'],
    sources: [
      `${sAlarms}, hwIPSecTunnelStop`,
      'AR alarm reference, hwIPSecTunnelStop',
      'WAC and AP alarm reference, hwIPSecTunnelStop',
      securityMib,
    ],
  },
  {
    mnemonics: ['IPSEC-VPN/4/IPSECTUNNELSTART'],
    trap: 'hwIPSecTunnelStart',
    oid: `${securityRoot}.1`,
    kind: 'alarm',
    title: { en: 'An IPsec tunnel came up', 'zh-cn': 'IPsec 隧道建立' },
    about: {
      en: 'A tunnel is established. Useful as the counterpart in time: the last start before a stop tells how long the tunnel lived.',
      'zh-cn': '隧道建立成功。可与删除告警对照：删除之前最近一次建立的时间说明隧道存活了多久。',
    },
    fields: [...tunnelFields, 'LifeSize', 'LifeTime', 'VsysName', 'InterfaceName', 'SlotID', 'Role'],
    sources: [`${sAlarms}, hwIPSecTunnelStart`, securityMib],
  },
  {
    trap: 'hwIPSecPolicyAdd',
    oid: `${securityRoot}.3`,
    kind: 'alarm',
    title: { en: 'An IPsec policy was added', 'zh-cn': '新增 IPsec 安全策略' },
    about: {
      en: 'Somebody configured a policy entry. No fault.',
      'zh-cn': '有人配置了安全策略条目，不是故障。',
    },
    fields: ['SeqNum', 'PolicyName', 'VsysName'],
    sources: [`${sAlarms}, hwIPSecPolicyAdd`, securityMib],
  },
  {
    trap: 'hwIPSecPolicyDel',
    oid: `${securityRoot}.4`,
    kind: 'alarm',
    title: { en: 'An IPsec policy was deleted', 'zh-cn': '删除 IPsec 安全策略' },
    about: {
      en: 'Somebody removed a policy entry. Tunnels of that entry end with `config modify or manual offline`.',
      'zh-cn': '有人删除了安全策略条目，该条目的隧道以 `config modify or manual offline` 结束。',
    },
    fields: ['SeqNum', 'PolicyName', 'VsysName'],
    sources: [`${sAlarms}, hwIPSecPolicyDel`, securityMib],
  },
  {
    trap: 'hwIPSecPolicyAttach',
    oid: `${securityRoot}.5`,
    kind: 'alarm',
    title: { en: 'An IPsec policy was applied to an interface', 'zh-cn': '接口应用 IPsec 安全策略' },
    about: {
      en: 'From now on the interface protects what the policy says. No fault.',
      'zh-cn': '接口从此按该安全策略保护流量，不是故障。',
    },
    fields: ['Ifindex', 'PolicyName', 'VsysName', 'InterfaceName'],
    sources: [`${sAlarms}, hwIPSecPolicyAttach`, securityMib],
  },
  {
    trap: 'hwIPSecPolicyDetach',
    oid: `${securityRoot}.6`,
    kind: 'alarm',
    title: { en: 'An IPsec policy was taken off an interface', 'zh-cn': '接口取消应用 IPsec 安全策略' },
    about: {
      en: 'The tunnels of the interface end with it. Expect `config modify or manual offline`, and `no policy applied on interface` for later attempts of the peer.',
      'zh-cn':
        '该接口上的隧道随之结束。随后会看到 `config modify or manual offline`，对端再次协商时为 `no policy applied on interface`。',
    },
    fields: ['Ifindex', 'PolicyName', 'VsysName', 'InterfaceName'],
    sources: [`${sAlarms}, hwIPSecPolicyDetach`, securityMib],
  },
  {
    trap: 'hwIPSecIKEReset',
    oid: `${securityRoot}.7`,
    kind: 'alarm',
    title: { en: 'IKE SAs were reset', 'zh-cn': 'IKE SA 被重置' },
    about: {
      en: 'Somebody cleared IKE SAs by command. The tunnels concerned negotiate anew.',
      'zh-cn': '有人用命令清除了 IKE SA，相关隧道会重新协商。',
    },
    fields: ['VsysName'],
    sources: [`${sAlarms}, hwIPSecIKEReset`, securityMib],
  },
  {
    trap: 'hwIPSecIPSecReset',
    oid: `${securityRoot}.8`,
    kind: 'alarm',
    title: { en: 'IPsec SAs were reset', 'zh-cn': 'IPsec SA 被重置' },
    about: {
      en: 'Somebody cleared IPsec SAs by command. The tunnels concerned negotiate anew.',
      'zh-cn': '有人用命令清除了 IPsec SA，相关隧道会重新协商。',
    },
    fields: ['VsysName'],
    sources: [`${sAlarms}, hwIPSecIPSecReset`, securityMib],
  },
  {
    trap: 'hwIPSecTunnelReachMax',
    oid: `${securityRoot}.9`,
    kind: 'alarm',
    title: { en: 'Maximum of tunnels reached', 'zh-cn': 'IPsec 隧道数达到上限' },
    about: {
      en: 'Further negotiations fail with `ipsec tunnel number reaches limitation`. The MIB gives this alarm no fields; alarm lists spell it hwIPSecTunnelreachMax.',
      'zh-cn':
        '后续协商会以 `ipsec tunnel number reaches limitation` 失败。MIB 中该告警没有参数；告警列表中拼写为 hwIPSecTunnelreachMax。',
    },
    fields: [],
    sources: [`${sAlarms}, hwIPSecTunnelreachMax`, securityMib],
  },
  {
    trap: 'hwIPSecTunnelReachMaxAtOnce',
    oid: `${securityRoot}.10`,
    kind: 'alarm',
    title: {
      en: 'Maximum of tunnels reached at one go',
      'zh-cn': 'IPsec 隧道数一次性达到上限',
    },
    about: {
      en: 'Like hwIPSecTunnelReachMax. What tells the two apart is known from the name only.',
      'zh-cn': '与 hwIPSecTunnelReachMax 类似，两者的区别只能从名称推断。',
    },
    fields: [],
    sources: [`${sAlarms}, hwIPSecTunnelreachMaxAtOnce`, securityMib],
  },
  {
    trap: 'hwIKEPeerReachMax',
    oid: `${securityRoot}.11`,
    kind: 'alarm',
    title: { en: 'Maximum of IKE peers reached', 'zh-cn': 'IKE 对等体数达到上限' },
    about: {
      en: 'Further peers are refused with `dynamic peers number reaches limitation`. Known from the MIB by name only.',
      'zh-cn': '更多对等体会以 `dynamic peers number reaches limitation` 被拒绝。MIB 中只有名称。',
    },
    fields: [],
    sources: [securityMib],
  },
  {
    trap: 'hwIKEPeerReachMaxAtOnce',
    oid: `${securityRoot}.12`,
    kind: 'alarm',
    title: {
      en: 'Maximum of IKE peers reached at one go',
      'zh-cn': 'IKE 对等体数一次性达到上限',
    },
    about: {
      en: 'Like hwIKEPeerReachMax. Known from the MIB by name only.',
      'zh-cn': '与 hwIKEPeerReachMax 类似，MIB 中只有名称。',
    },
    fields: [],
    sources: [securityMib],
  },
  {
    trap: 'hwIKESaPhase1Establish',
    oid: `${securityRoot}.13`,
    kind: 'alarm',
    title: { en: 'An IKE SA was established', 'zh-cn': 'IKE SA 建立' },
    about: {
      en: 'Phase 1 is done: addresses, proposal, key and identities agree. If no tunnel follows, look for the fault in phase 2: protected flow, IPsec proposal, PFS.',
      'zh-cn':
        '第一阶段完成：地址、IKE 安全提议、密钥和身份均匹配。若随后没有隧道，问题在第二阶段：保护的数据流、IPsec 安全提议、PFS。',
    },
    fields: [
      'DstIP',
      'RemotePort',
      'SrcIP',
      'hwIPSecTrapAuthenticationMethod',
      'hwIPSecTrapAuthenticationID',
      'hwIPSecTrapAuthenticationIDType',
      'VsysName',
      'Role',
    ],
    sources: [`${sAlarms}, hwIKESaPhase1Establish`, securityMib],
  },
  {
    trap: 'hwIPSecTunnelHaveReachMax',
    oid: `${securityRoot}.15`,
    kind: 'alarm',
    title: { en: 'The number of tunnels is at its maximum', 'zh-cn': 'IPsec 隧道数已达上限' },
    about: {
      en: 'The capacity is used up already. The MIB gives it no fields and no explanation.',
      'zh-cn': '容量已经用尽。MIB 中没有参数和说明。',
    },
    fields: [],
    sources: [`${sAlarms}, hwIPSecTunnelHaveReachMax`, securityMib],
  },
];
