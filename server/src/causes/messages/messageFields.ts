import type { Localized } from '../../l10n';
import type { FieldDefinition } from './types';

const templates = 'AR, WAC and S-series alarm references';
const tornDownLog = 'S-series log reference, IPSEC_TUNNEL_TEARED_DOWN';
const securityMib = 'HUAWEI-SECURITY-IPSEC-MIB';
const routerMib = 'HUAWEI-IPSEC-MIB';

/** The objects that the notifications of USG, AR, S-series, WAC and AP carry. */
const trapObjects = '1.3.6.1.4.1.2011.6.122.26.5';

/** The six fields that tell the new tunnel, or the existing one, in an alarm about two tunnels with the same flow. */
function conflictFields(which: 'New' | 'Exist', tunnel: Localized): readonly FieldDefinition[] {
  const field = (name: string, en: string, zh: string): FieldDefinition => ({
    name: `hwIPSec${which}${name}`,
    place: 'message',
    about: { en: `${en} of the ${tunnel.en} tunnel.`, 'zh-cn': `${tunnel['zh-cn']}隧道的${zh}。` },
    sources: [routerMib],
  });
  return [
    field('TunnelPeerAddress', 'Peer address', '对端 IP 地址'),
    field('TunnelPeerPort', 'Peer port', '对端端口号'),
    field('TunnelVrfName', 'VPN instance', 'VPN 实例'),
    field('AclSourceAddress', 'Source of the protected flow', '数据流源地址'),
    field('AclDestinationAddress', 'Destination of the protected flow', '数据流目的地址'),
    field('ACLVrfName', 'VPN instance of the protected flow', '数据流所属 VPN 实例'),
  ];
}

/** What stands in the brackets of a log line or in the variables of an alarm. */
export const messageFields: readonly FieldDefinition[] = [
  {
    name: 'Ifindex',
    place: 'message',
    aliases: ['hwIPSecIfIndex', 'hwIPSecTrapIfIndex'],
    about: {
      en: 'Index of the interface the tunnel uses, a number of SNMP. `InterfaceName` says the same in words.',
      'zh-cn': '隧道所用接口的索引，是 SNMP 编号。`InterfaceName` 给出对应的接口名称。',
    },
    sources: [templates, tornDownLog, securityMib],
  },
  {
    name: 'SeqNum',
    place: 'message',
    aliases: ['hwIPSecTunnelPolicyNum', 'hwIPSecTrapTunnelPolicyNum', 'hwIPSecPolicySeq'],
    about: {
      en: 'Sequence number of the policy entry, the number behind the name in `ipsec policy <name> <number>`.',
      'zh-cn': '安全策略条目的顺序号，即 `ipsec policy <name> <number>` 中的编号。',
    },
    sources: [templates, tornDownLog, securityMib],
  },
  {
    name: 'RuleNum',
    place: 'message',
    aliases: ['hwIPSecTunnelRuleId'],
    about: {
      en: 'Number of the ACL rule whose flow the tunnel protects.',
      'zh-cn': '隧道所保护数据流对应的 ACL 规则编号。',
    },
    sources: [templates, tornDownLog, securityMib],
  },
  {
    name: 'Reason',
    place: 'message',
    aliases: ['Reason-Str', 'hwIPSecReason', 'hwIPSecNegoFailReason'],
    oids: [`${trapObjects}.10`],
    about: {
      en: 'Why the negotiation failed, in the words of the cause. At most 128 characters in the MIB.',
      'zh-cn': '协商失败原因的文本，MIB 中最长 128 个字符。',
    },
    sources: [templates, 'USG6000E alarm reference, hwIPSecNegoFail', securityMib, routerMib],
  },
  {
    name: 'ReasonCode',
    place: 'message',
    aliases: ['hwIPSecReasonCode'],
    oids: [`${trapObjects}.11`],
    about: {
      en: 'Number of the cause. The MIB declares a plain number; only the alarm pages say which is which, and not every product knows every number. No page uses 8, 9, 11, 19, 20, 22, 23, 25, 27, 29, 37 and 38.',
      'zh-cn':
        '原因的编号。MIB 中只是一个数值，对应关系仅见于告警页面，且各产品支持的编号不同。8、9、11、19、20、22、23、25、27、29、37、38 在所有页面中均未使用。',
    },
    sources: [templates, securityMib],
  },
  {
    name: 'PeerAddress',
    place: 'message',
    aliases: ['peer-address'],
    about: {
      en: 'Address of the other gateway. In the MIB the alarm sends it in the object for the far end of the tunnel.',
      'zh-cn': '对端网关的 IP 地址。MIB 中使用隧道远端地址对象携带。',
    },
    sources: [templates],
  },
  {
    name: 'PeerPort',
    place: 'message',
    about: {
      en: 'UDP port of the peer: 500 plain, 4500 with NAT traversal, any other number behind a NAT that translates ports.',
      'zh-cn': '对端 UDP 端口：500 为普通 IKE，4500 为 NAT 穿越，其他值说明对端经过端口转换的 NAT。',
    },
    sources: [templates, 'RFC 7296 §2.23'],
  },
  {
    name: 'VsysName',
    place: 'message',
    aliases: ['vsys-name', 'hwIPSecVsysName'],
    oids: [`${trapObjects}.13`],
    about: {
      en: 'Virtual system the policy belongs to. AR, WAC and AP do not support it; cloud-managed firewalls always print Public.',
      'zh-cn': '安全策略所属的虚拟系统。AR、WAC 和 AP 不支持；云管理防火墙固定显示为 Public。',
    },
    sources: [templates, 'USG6000E alarm reference, hwIPSecNegoFail', securityMib],
  },
  {
    name: 'InterfaceName',
    place: 'message',
    aliases: ['hwIPSecTrapIfName', 'hwIPSecInterface'],
    oids: [`${trapObjects}.14`],
    about: {
      en: 'Interface the tunnel uses.',
      'zh-cn': '隧道所用的接口名称。',
    },
    sources: [templates, securityMib, routerMib],
  },
  {
    name: 'ConnID',
    place: 'message',
    about: {
      en: 'Connection ID of the SA, the number in the first column of `display ike sa`. Not every template has it.',
      'zh-cn': 'SA 的连接索引，即 `display ike sa` 第一列的编号。并非所有模板都有。',
    },
    sources: [templates],
  },
  {
    name: 'PolicyName',
    place: 'message',
    aliases: ['policy-name', 'hwIPSecTrapTunnelPolicyName', 'hwIPSecTunnelPolicyName', 'hwIPSecPolicyName'],
    about: {
      en: 'Name of the IPsec policy group.',
      'zh-cn': 'IPsec 安全策略组的名称。',
    },
    sources: [tornDownLog, securityMib, routerMib],
  },
  {
    name: 'SrcIP',
    place: 'message',
    aliases: ['hwIPSecTunnelSrcIP', 'hwIPSecTrapTunnelSrcIP', 'hwIPSecLocalIp'],
    oids: [`${trapObjects}.8`],
    about: {
      en: 'Address of this end of the tunnel, not of a protected host.',
      'zh-cn': '隧道本端的 IP 地址，不是被保护主机的地址。',
    },
    sources: [templates, tornDownLog, securityMib],
  },
  {
    name: 'DstIP',
    place: 'message',
    aliases: ['hwIPSecTunnelDstIP', 'hwIPSecTrapTunnelDstIP', 'hwIPSecRemoteIp'],
    oids: [`${trapObjects}.7`],
    about: {
      en: 'Address of the other end of the tunnel, not of a protected host.',
      'zh-cn': '隧道远端的 IP 地址，不是被保护主机的地址。',
    },
    sources: [templates, tornDownLog, securityMib],
  },
  {
    name: 'InboundSPI',
    place: 'message',
    about: {
      en: 'SPI of the inbound SA that ended: the number the peer wrote into its ESP or AH packets.',
      'zh-cn': '已结束的入方向 SA 的 SPI，即对端在 ESP 或 AH 报文中填写的编号。',
    },
    sources: [tornDownLog],
  },
  {
    name: 'SlotID',
    place: 'message',
    aliases: ['Slot', 'slot-id', 'hwIPSecTunnelSlotID'],
    about: {
      en: 'Slot of the board that served the tunnel. AR, WAC and AP do not support it.',
      'zh-cn': '处理该隧道的单板所在槽位号。AR、WAC 和 AP 不支持。',
    },
    sources: [templates, tornDownLog, securityMib],
  },
  {
    name: 'CpuID',
    place: 'message',
    aliases: ['cpu-id', 'hwIPSecTunnelCpuID'],
    about: {
      en: 'Number of the CPU that served the tunnel.',
      'zh-cn': '处理该隧道的 CPU 编号。',
    },
    sources: [templates, tornDownLog, securityMib],
  },
  {
    name: 'OfflineReason',
    place: 'message',
    aliases: ['hwIPSecTrapTunnelOfflineReason'],
    oids: [`${trapObjects}.12`],
    about: {
      en: 'Why the tunnel ended, in the words of the teardown cause. There is no number for it.',
      'zh-cn': '隧道结束的原因文本，没有对应的数字编码。',
    },
    sources: [templates, tornDownLog, securityMib],
  },
  {
    name: 'State',
    place: 'message',
    about: {
      en: 'Which device of a hot-standby pair the tunnel was on.',
      'zh-cn': '隧道属于双机热备中的哪台设备。',
    },
    values: [
      {
        value: 'Normal',
        about: {
          en: 'The tunnel of the active device.',
          'zh-cn': '主用设备与对端建立的隧道。',
        },
      },
      {
        value: 'Backup',
        about: {
          en: 'The copy on the standby device.',
          'zh-cn': '备用设备上的隧道。',
        },
      },
    ],
    sources: [tornDownLog],
  },
  {
    name: 'TunnelIndex',
    place: 'message',
    aliases: ['hwIPSecTunnelIndex'],
    about: {
      en: 'Running number of the tunnel on the device; the start and the stop of one tunnel carry the same.',
      'zh-cn': '隧道在设备上的索引；同一隧道的建立与删除告警中该值相同。',
    },
    sources: [templates, securityMib],
  },
  {
    name: 'InsideIP',
    place: 'message',
    aliases: ['hwIPSecTunnelInsideIP'],
    about: {
      en: 'Inner address of the other end, behind its gateway.',
      'zh-cn': '隧道远端的内网 IP 地址。',
    },
    sources: [templates, securityMib],
  },
  {
    name: 'RemotePort',
    place: 'message',
    aliases: ['hwIPSecTunnelRemotePort', 'hwIPSecTrapTunnelRemotePort', 'hwIPSecRemotePort'],
    oids: [`${trapObjects}.9`],
    about: {
      en: 'Port of the other end of the tunnel; see `PeerPort` for the usual values.',
      'zh-cn': '隧道远端的端口号，常见取值见 `PeerPort`。',
    },
    sources: [templates, securityMib],
  },
  {
    name: 'FlowInfo',
    place: 'message',
    aliases: ['hwIPSecTunnelFlowInfo'],
    about: {
      en: 'The protected flow: source, destination, port and protocol of the ACL, DSCP.',
      'zh-cn': '保护的数据流：源地址、目的地址、ACL 端口号、ACL 协议号和 DSCP。',
    },
    sources: [templates, securityMib],
  },
  {
    name: 'LifeSize',
    place: 'message',
    aliases: ['hwIPSecTunnelLifeSize'],
    about: {
      en: 'Lifetime of the SA by volume, as negotiated for this tunnel.',
      'zh-cn': '该隧道按流量计的 SA 生存周期。',
    },
    unit: {
      en: 'kilobytes in the configuration; no source states the unit here',
      'zh-cn': '配置中为 KB；此处的单位没有资料说明',
    },
    sources: ['S-series alarm reference, hwIPSecTunnelStart', securityMib],
  },
  {
    name: 'LifeTime',
    place: 'message',
    aliases: ['hwIPSecTunnelLifeTime'],
    about: {
      en: 'Lifetime of the SA by time, as negotiated for this tunnel.',
      'zh-cn': '该隧道按时间计的 SA 生存周期。',
    },
    unit: {
      en: 'seconds in the configuration; no source states the unit here',
      'zh-cn': '配置中为秒；此处的单位没有资料说明',
    },
    sources: ['S-series alarm reference, hwIPSecTunnelStart', securityMib],
  },
  {
    name: 'Role',
    place: 'message',
    aliases: ['hwIPSecInitiator'],
    oids: [`${trapObjects}.15`],
    about: {
      en: 'The part this end had in the negotiation: initiator or responder. Some causes are printed by one of the two only.',
      'zh-cn': '本端在协商中的角色：发起方或响应方。有些原因只由其中一方打印。',
    },
    sources: ['S-series alarm reference, hwIPSecTunnelStart', securityMib],
  },
  {
    name: 'OID',
    place: 'message',
    about: {
      en: 'Object identifier of the alarm in the MIB; it names the kind of alarm independently of the language of the text.',
      'zh-cn': '告警对应的 MIB 节点 OID，与文本语言无关地标识告警类型。',
    },
    sources: [templates],
  },
  {
    name: 'hwIPSecTrapAuthenticationMethod',
    place: 'message',
    oids: [`${trapObjects}.4`],
    about: { en: 'How the peer was authenticated.', 'zh-cn': '对端的认证方法。' },
    sources: [securityMib],
  },
  {
    name: 'hwIPSecTrapAuthenticationID',
    place: 'message',
    oids: [`${trapObjects}.5`],
    about: { en: 'The identity the peer was authenticated by.', 'zh-cn': '认证对端所用的身份 ID。' },
    sources: [securityMib],
  },
  {
    name: 'hwIPSecTrapAuthenticationIDType',
    place: 'message',
    oids: [`${trapObjects}.6`],
    about: { en: 'The type of that identity.', 'zh-cn': '该身份 ID 的类型。' },
    sources: [securityMib],
  },
  {
    name: 'hwIPSecPkiIkeFailedVrfName',
    place: 'message',
    about: { en: 'VPN instance of the negotiation.', 'zh-cn': '协商所属的 VPN 实例。' },
    sources: [routerMib],
  },
  {
    name: 'hwIpsecIkeVersion',
    place: 'message',
    about: { en: 'IKE version of the negotiation.', 'zh-cn': '协商使用的 IKE 版本。' },
    sources: [routerMib],
  },
  ...conflictFields('New', { en: 'new', 'zh-cn': '新' }),
  ...conflictFields('Exist', { en: 'existing', 'zh-cn': '已有' }),
];
