import { reference } from '../teardown/common';
import type { CauseDefinition, CauseStep } from '../types';
import { ikePeer, remoteAddress, set, show } from './stepCommands';

/** Causes about the traffic to be protected. */

const changeRule = set(
  'rule <rule-id> permit ip source <source-address> <source-wildcard> destination <destination-address> <destination-wildcard>',
  'ACL view',
);

export const flowConflict: CauseDefinition = {
  name: 'flow confict',
  kind: 'negotiation',
  listed: true,
  aliases: ['flow conflict'],
  reasonCode: 46,
  products: {
    en: 'AR, WAC and AP (reason code; not on the S-series list). The right spelling, `flow conflict`, stands on newer alarm lists; firewalls and the Open Telekom Cloud gateway print `flow confict`.',
    'zh-cn':
      'AR、WAC 和 AP（原因码；S 系列列表中没有）。较新的告警列表写作正确的 `flow conflict`，防火墙和 Open Telekom Cloud 网关打印 `flow confict`。',
  },
  harmless: 'no',
  meaning: {
    en: 'The flow under negotiation shares addresses with another one, without being its clean counterpart. A gateway picks the SA for a packet by the first policy rule that fits (RFC 4301 §4.4.1); with two rules that both fit, the two ends could send the same connection through different SAs, so the negotiation is refused. The missing l in the name is how devices print it.',
    'zh-cn':
      '正在协商的数据流与另一条数据流地址重叠，却又不是它的镜像。网关按首条匹配的策略规则为报文选择 SA（RFC 4301 §4.4.1）；两条规则都能匹配时，两端可能把同一连接送入不同的 SA，因此拒绝协商。名称中缺少字母 l，设备就是这样打印的。',
  },
  possibleCauses: [
    {
      en: 'A rule on one gateway covers part of the addresses of a rule on the other gateway, for example a /16 against a /24.',
      'zh-cn': '一端的某条规则覆盖了另一端规则的部分地址，例如 /16 与 /24。',
    },
    {
      en: 'A head office has several branches and the rule for one of them reaches into the network of another.',
      'zh-cn': '总部有多个分支，某个分支的规则包含了另一分支的网段。',
    },
  ],
  steps: [
    {
      check: {
        en: 'List the rules of the security ACLs on both gateways and look for two that meet in some addresses but are no exact mirror images.',
        'zh-cn': '列出两端安全 ACL 的规则，查找地址有交集但并非严格镜像的两条规则。',
      },
      commands: [
        show('display ipsec policy name <policy-name>', 'both ends', 'Security data flow'),
        show('display acl <acl-number>', 'both ends', 'rule'),
      ],
      branches: [
        {
          when: { en: 'two rules overlap', 'zh-cn': '有两条规则重叠' },
          advice: {
            en: 'Cut them so that no address pair falls under both, and mirror the result on the other gateway.',
            'zh-cn': '调整规则，使任何一对地址只落入一条规则，并在对端做镜像修改。',
          },
          commands: [changeRule],
          next: 'done',
        },
        { when: { en: 'none overlap', 'zh-cn': '没有重叠' }, next: 'support' },
      ],
    },
  ],
  related: [
    {
      name: 'flow or peer mismatch',
      why: {
        en: 'The flows do not meet at all, or the address is wrong.',
        'zh-cn': '数据流完全不匹配，或对端地址错误时。',
      },
    },
    {
      name: 'flow overlap',
      why: {
        en: 'The same collision that ends a tunnel already up.',
        'zh-cn': '同类冲突发生在已建立的隧道上时。',
      },
    },
    {
      name: 'kick old sa with same flow',
      why: {
        en: 'If the head office lets the newcomer win instead of refusing it.',
        'zh-cn': '总部允许新用户接入、挤掉旧 SA 时。',
      },
    },
  ],
  sources: [
    reference('flow confict'),
    'AR alarm reference, hwIPSecNegoFail',
    'Open Telekom Cloud VPN user guide, connection not connected',
    'RFC 4301 §4.4.1',
  ],
};

/** The step that puts the security ACLs of both ends side by side. */
const compareFlows: CauseStep = {
  check: {
    en: 'Take the ACL number from the policy on each gateway and lay the two rule lists side by side. What is source here must be destination there, with the same wildcard, protocol and ports.',
    'zh-cn':
      '在两端分别从安全策略中查出 ACL 编号，再对照两份规则：本端的源就是对端的目的，通配符、协议和端口也要相同。',
  },
  commands: [
    show('display ipsec policy name <policy-name>', 'both ends', 'Security data flow'),
    show('display acl <acl-number>', 'both ends', 'rule'),
  ],
  branches: [
    {
      when: { en: 'a rule has no mirror image on the other end', 'zh-cn': '某条规则在对端没有镜像' },
      advice: {
        en: 'Rewrite the rule on the end where it is wrong, so that the pair mirrors exactly.',
        'zh-cn': '在配置错误的一端修改规则，使两端规则严格镜像。',
      },
      commands: [changeRule],
      next: 'done',
    },
    { when: { en: 'they mirror each other', 'zh-cn': '互为镜像' }, next: 2 },
  ],
};

/** The step for tunnels on tunnel interfaces: whose address is the other gateway's, the interface's or the peer's? */
const compareTunnelDestination: CauseStep = {
  check: {
    en: 'Only if the tunnel is built on a tunnel interface: compare the `destination` line of that interface with the remote address of the IKE peer on the same device. Where both are there, the interface comes first.',
    'zh-cn':
      '仅当采用隧道接口方式时：比较本端隧道接口上的 `destination` 与 IKE 对等体的 remote-address。两者都配置时以隧道接口为准。',
  },
  commands: [
    show('display current-configuration interface <tunnel-interface>', 'this end', 'destination'),
    ikePeer('this end', 'Remote IP'),
  ],
  branches: [
    {
      when: { en: 'both are set and they differ', 'zh-cn': '两者都已配置且不同' },
      advice: { en: 'Give both the same address.', 'zh-cn': '改为同一地址。' },
      commands: [set('destination <address>', 'tunnel interface view', 'this end'), remoteAddress],
      next: 'done',
    },
    {
      when: { en: 'neither is set', 'zh-cn': '两者都未配置' },
      advice: {
        en: 'This device can then only answer. Let the other gateway start, or name its address here.',
        'zh-cn': '此时本端只能响应。由对端发起协商，或在本端配置对端地址。',
      },
      commands: [remoteAddress],
      next: 'done',
    },
    {
      when: { en: 'only the IKE peer has an address', 'zh-cn': '只有 IKE 对等体配置了地址' },
      advice: {
        en: 'That is in order: negotiations start towards the address of the peer.',
        'zh-cn': '属于正常配置：本端向该地址发起协商。',
      },
      next: 'support',
    },
    {
      when: { en: 'they are equal, or there is no tunnel interface', 'zh-cn': '两者相同，或未使用隧道接口' },
      next: 'support',
    },
  ],
};

export const flowOrPeerMismatch: CauseDefinition = {
  name: 'flow or peer mismatch',
  kind: 'negotiation',
  listed: true,
  aliases: ['flow mismatch'],
  reasonCode: 4,
  products: {
    en: '`flow mismatch` is the spelling of the Open Telekom Cloud gateway and of the S-series counter in `display ikev2 statistics error`.',
    'zh-cn':
      '`flow mismatch` 是 Open Telekom Cloud 网关以及 S 系列 `display ikev2 statistics error` 统计项的写法。',
  },
  harmless: 'no',
  meaning: {
    en: 'The responder looked for a policy by two keys, the flow the initiator asked to protect and the address it came from, and no policy has both. IKEv1 carries the flow as a pair of identities in quick mode and needs the mirror image to the bit (RFC 2409 §5.5). IKEv2 carries lists of traffic selectors and settles for the part both allow; only an empty intersection is refused, as TS_UNACCEPTABLE (RFC 7296 §2.9). The initiator often prints `phase2 proposal or pfs mismatch` for the same attempt.',
    'zh-cn':
      '响应方按两个条件查找策略：发起方请求保护的数据流，以及报文的源地址；没有策略同时满足两者。IKEv1 在快速模式中以一对 ID 携带数据流，必须与本端完全镜像（RFC 2409 §5.5）。IKEv2 携带流量选择器列表，可取双方都允许的部分，只有交集为空时才以 TS_UNACCEPTABLE 拒绝（RFC 7296 §2.9）。同一次协商中，发起方常打印 `phase2 proposal or pfs mismatch`。',
  },
  possibleCauses: [
    {
      en: 'A rule of the security ACL has no mirror image on the other end: a different mask, a swapped source and destination, a protocol or port on one side only.',
      'zh-cn': '安全 ACL 的某条规则在对端没有镜像：掩码不同、源和目的写反、只有一端指定了协议或端口。',
    },
    {
      en: 'The remote address in the IKE peer is not the address the other gateway negotiates from.',
      'zh-cn': 'IKE 对等体的 remote-address 不是对端实际用于协商的地址。',
    },
    {
      en: 'On a tunnel interface, its destination and the remote address of the IKE peer contradict each other.',
      'zh-cn': '采用隧道接口方式时，接口的 destination 与 IKE 对等体的 remote-address 矛盾。',
    },
    {
      en: 'NAT on the gateway changed the source of the packets before the ACL could match them.',
      'zh-cn': '网关上的 NAT 先转换了报文的源地址，安全 ACL 因此匹配不到。',
    },
  ],
  steps: [
    compareFlows,
    {
      check: {
        en: 'Does `Remote IP` on each gateway name the address the other one negotiates from? Unless a local address is set, that is the primary address of the interface carrying the policy.',
        'zh-cn':
          '两端的 `Remote IP` 是否就是对方用于协商的地址？未指定本端地址时，该地址为应用安全策略的接口的主地址。',
      },
      commands: [ikePeer('both ends', 'Remote IP'), show('display ip interface brief', 'both ends')],
      branches: [
        {
          when: { en: 'it does not', 'zh-cn': '不是' },
          commands: [remoteAddress],
          next: 'done',
        },
        { when: { en: 'it does, both ways', 'zh-cn': '两个方向都对应' }, next: 3 },
      ],
    },
    compareTunnelDestination,
  ],
  related: [
    {
      name: 'phase2 proposal or pfs mismatch',
      why: {
        en: 'Read it for the initiator, or when flows and addresses are proven right.',
        'zh-cn': '查看发起方的原因，或数据流和地址都确认无误时。',
      },
    },
    {
      name: 'peer address mismatch',
      why: { en: 'When it is the address only.', 'zh-cn': '仅地址不匹配时。' },
    },
    {
      name: 'flow confict',
      why: { en: 'When flows overlap instead of missing each other.', 'zh-cn': '数据流是重叠而非不匹配时。' },
    },
    {
      name: 'netmask mismatch',
      why: {
        en: 'When the flow is right but wider than the mask filter lets through.',
        'zh-cn': '数据流本身正确，但宽于掩码过滤的限制时。',
      },
    },
  ],
  note: {
    en: 'A policy template may do without an ACL; it then takes the flow the initiator brings, and Huawei recommends leaving it out there. With tunnel interfaces and an IPsec profile there is no ACL either: routes decide, so begin with step 2.',
    'zh-cn':
      '安全策略模板可以不配置 ACL，此时接受发起方的数据流，华为也建议这样做。隧道接口加安全框架的方式没有 ACL，由路由决定，可从第 2 步开始。',
  },
  sources: [
    reference('flow or peer mismatch'),
    'RFC 2409 §5.5',
    'RFC 7296 §2.9',
    'Open Telekom Cloud VPN user guide, connection not connected',
    'S-series command reference, display ikev2 statistics',
    'AR2200-S V200R001 troubleshooting guide',
    'USG6000E configuration guide, IPsec profile',
    'Huawei forum, NAT and IPsec on AR routers',
  ],
};

export const netmaskMismatch: CauseDefinition = {
  name: 'netmask mismatch',
  kind: 'negotiation',
  listed: true,
  reasonCode: 48,
  products: {
    en: 'AR, WAC and AP (reason code; not on the S-series list)',
    'zh-cn': 'AR、WAC 和 AP（原因码；S 系列列表中没有）',
  },
  harmless: 'depends',
  meaning: {
    en: 'Mask filtering is on, and the flow the initiator brought is wider than it allows: its mask is shorter than the configured length for the source or the destination. The filter guards a head office with a policy template, which otherwise would accept any flow, even a branch that claims 10.0.0.0/8 and so draws the traffic of all others to itself. If the limits are what you planned, the refusal did its job.',
    'zh-cn':
      '使能了掩码过滤，而发起方的数据流超出允许范围：源或目的地址的掩码长度小于配置值。该功能用于保护采用安全策略模板的总部；否则总部会接受任意数据流，某个分支若声明 10.0.0.0/8，就会把其他分支的流量都引走。若配置值符合规划，则拒绝是正确的。',
  },
  possibleCauses: [
    {
      en: 'The security ACL of the branch is wider than agreed.',
      'zh-cn': '分支的安全 ACL 范围超出约定。',
    },
    {
      en: 'The limit here is stricter than the address plan: 24 configured, /23 in use.',
      'zh-cn': '本端限制严于地址规划，例如配置为 24，而实际使用 /23。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Are the two mask limits those of your address plan? The number is the shortest mask that gets through.',
        'zh-cn': '两个掩码限制是否符合地址规划？该值是允许通过的最短掩码长度。',
      },
      commands: [
        show('display ipsec global config', 'both ends', 'IPSec netmask source', 'IPSec netmask destination'),
      ],
      branches: [
        {
          when: { en: 'they are', 'zh-cn': '符合' },
          advice: {
            en: 'The device is right to refuse. If that branch is to be served, its ACL has to become narrower.',
            'zh-cn': '拒绝是正确的。如需接入该分支，应缩小其 ACL 的范围。',
          },
          next: 'done',
        },
        { when: { en: 'they are not', 'zh-cn': '不符合' }, next: 2 },
      ],
    },
    {
      check: {
        en: 'Set the limits to the widest network a branch may bring.',
        'zh-cn': '按分支允许的最大网段设置掩码限制。',
      },
      branches: [
        {
          when: { en: 'always', 'zh-cn': '任何情况' },
          commands: [
            set('ipsec netmask source <mask-length> destination <mask-length>', 'system view', 'this end'),
          ],
          next: 'done',
        },
      ],
    },
  ],
  related: [
    {
      name: 'flow or peer mismatch',
      why: {
        en: 'What the initiator may show, and the cause where no mask filter is involved.',
        'zh-cn': '发起方可能打印的原因；未使能掩码过滤时也应查看它。',
      },
    },
    {
      name: "peer's flow netmask range is too wide",
      why: {
        en: 'An S-series counter for what seems to be the same check.',
        'zh-cn': 'S 系列的统计项，看来是同一检查。',
      },
    },
  ],
  note: {
    en: 'According to the AR guide the filter works with policy templates only, and passes a flow whose mask is as long as the limit or longer.',
    'zh-cn': '据 AR 配置指南，该功能只对安全策略模板生效，掩码长度大于或等于配置值的数据流可以通过。',
  },
  sources: [
    reference('netmask mismatch'),
    'AR alarm reference, hwIPSecNegoFail',
    'AR V200R010 configuration guide, Configuring IPSec Mask Filtering',
    'Open Telekom Cloud VPN user guide, connection not connected',
  ],
};
