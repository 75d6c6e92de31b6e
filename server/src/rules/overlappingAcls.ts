import * as l10n from '@vscode/l10n';
import { inOrder, type AclRule } from '../model/acl';
import type { Acl, Device, IpsecPolicy } from '../model/device';
import { contains, intersection, type Flow } from '../model/flow';
import { FlowIndex } from '../model/flowIndex';
import type { DeviceRule, Finding } from './rule';
import { aclOf } from './targets';

/** A permit rule of an ACL with the deny rules that are tried before it. */
interface PermittedFlow {
  readonly acl: Acl;
  readonly policy: IpsecPolicy;
  readonly rule: AclRule;
  readonly flow: Flow;
  readonly denied: readonly Flow[];
}

/** The flows an ACL protects; none where a rule cannot be compared, since it could change what the others mean. */
function permittedFlows(policy: IpsecPolicy, acl: Acl): PermittedFlow[] {
  const permitted: PermittedFlow[] = [];
  let denied: readonly Flow[] = [];
  for (const rule of inOrder(acl.rules)) {
    const { flow, action } = rule;
    if (!flow) return [];
    if (action === 'deny') denied = [...denied, flow];
    else permitted.push({ acl, policy, rule, flow, denied });
  }
  // `match-order auto` tries the rules in another order, which counts where some of them deny.
  return acl.matchOrder === 'auto' && denied.length > 0 ? [] : permitted;
}

/** What two permit rules have in common; undefined where a deny rule takes it out, wholly or in part. */
function overlap(a: PermittedFlow, b: PermittedFlow): Flow | undefined {
  if (a.acl.vpnInstance !== b.acl.vpnInstance) return undefined;
  const common = intersection(a.flow, b.flow);
  if (!common) return undefined;
  return [...a.denied, ...b.denied].some((denied) => intersection(denied, common)) ? undefined : common;
}

function sameAcl(first: IpsecPolicy, second: IpsecPolicy, acl: Acl): Finding[] {
  if (!first.acl || !second.acl) return [];
  return [
    {
      place: second.acl.place,
      message: l10n.t(
        'Entry {0} of this policy group already uses ACL {1}: its flows never reach entry {2}.',
        first.sequence,
        acl.name,
        second.sequence,
      ),
      related: [
        {
          place: first.acl.place,
          message: l10n.t('security acl of {0}', `${first.name} ${first.sequence}`),
        },
      ],
    },
  ];
}

/** The finding on a rule that meets rules of earlier entries: the one that takes it in whole if there is one, else the first. */
function report(later: PermittedFlow, earlier: readonly PermittedFlow[]): Finding[] {
  const swallowing = earlier.find((each) => contains(each.flow, later.flow));
  const other = swallowing ?? earlier[0];
  const { acl: place } = later.policy;
  if (!other || !place) return [];
  return [
    {
      place: later.rule.place,
      severity: swallowing ? 'warning' : 'information',
      message: swallowing
        ? l10n.t(
            'ACL {0} of entry {1} takes in this whole flow, so entry {2} (ACL {3}) never protects it.',
            other.acl.name,
            other.policy.sequence,
            later.policy.sequence,
            later.acl.name,
          )
        : l10n.t(
            'This flow overlaps with ACL {0} of entry {1} in the same policy group; the common part goes to entry {1}.',
            other.acl.name,
            other.policy.sequence,
          ),
      related: [
        { place: other.rule.place, message: l10n.t('The overlapping rule of ACL {0}', other.acl.name) },
        {
          place: place.place,
          message: l10n.t('security acl of {0}', `${later.policy.name} ${later.policy.sequence}`),
        },
      ],
    },
  ];
}

function checkGroup(device: Device, group: readonly IpsecPolicy[]): Finding[] {
  const findings: Finding[] = [];
  const users = new Map<Acl, IpsecPolicy>();
  const index = new FlowIndex<PermittedFlow>();
  for (const policy of group) {
    const acl = aclOf(device, policy.acl);
    if (!acl) continue;
    const first = users.get(acl);
    if (first) {
      findings.push(...sameAcl(first, policy, acl));
      continue;
    }
    users.set(acl, policy);
    const flows = permittedFlows(policy, acl);
    for (const later of flows) {
      const earlier = index.meeting(later.flow).filter((each) => overlap(each, later));
      findings.push(...report(later, earlier));
    }
    for (const each of flows) index.add(each.flow, each);
  }
  return findings;
}

/** Security ACLs of one policy group that take in the same packets. */
export const overlappingAcls: DeviceRule = {
  id: 'security-acl-overlap',
  severity: 'warning',
  causes: ['flow overlap', 'flow confict'],
  documentation: {
    title: { en: 'Security ACLs that overlap', 'zh-cn': '安全 ACL 重叠' },
    checks: {
      en:
        'Permit rules of two entries of one policy group that have packets in common, with protocols, ports, wildcard masks and the deny ' +
        'rules before them taken into account. A later flow that the earlier entry swallows whole is a warning, a partial overlap a ' +
        'remark. Silent where a rule depends on address sets, time ranges, VPN instances or flags, or a deny rule cuts into the common part.',
      'zh-cn':
        '同一安全策略组中两个安全策略的 permit 规则包含相同的报文；比较时考虑协议、端口、通配符掩码以及之前的 deny 规则。后面的数据流被前面的完全包含时为告警，部分重叠时为提示。规则涉及地址集、时间段、VPN 实例或标志位，或者 deny 规则与重叠部分相交时不报告。',
    },
    why: {
      en:
        'Entries are tried by ascending number, so the common packets all go into the first tunnel, and what the other end sends back ' +
        'through the second one is dropped or tears the first down.',
      'zh-cn':
        '安全策略按序号从小到大匹配，重叠的报文全部进入第一个隧道；对端从第二个隧道返回的报文会被丢弃，或导致前一个隧道被拆除。',
    },
    sources: [
      'IPSec Fault Cause Reference, flow overlap',
      'NetEngine 8000 F1A command reference, ipsec policy',
    ],
  },
  checkDevice: ({ device }) => {
    const groups = new Map<string, IpsecPolicy[]>();
    for (const policy of [...device.policies].sort((a, b) => a.sequence - b.sequence)) {
      const group = groups.get(policy.name);
      if (group) group.push(policy);
      else groups.set(policy.name, [policy]);
    }
    return [...groups.values()].flatMap((group) => (group.length > 1 ? checkGroup(device, group) : []));
  },
};
