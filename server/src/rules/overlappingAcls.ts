import * as l10n from '@vscode/l10n';
import type { AclRule } from '../model/acl';
import type { Acl, Device, IpsecPolicy } from '../model/device';
import { contains, intersection, type Flow } from '../model/flow';
import type { DeviceRule, Finding } from './rule';

/** A permit rule of an ACL with the deny rules that are tried before it. */
interface PermittedFlow {
  readonly rule: AclRule;
  readonly flow: Flow;
  readonly deniedBefore: readonly Flow[];
}

/** The flows an ACL protects; undefined where a rule cannot be compared, since it could change what the others mean. */
function permittedFlows(acl: Acl): PermittedFlow[] | undefined {
  const permitted: PermittedFlow[] = [];
  const denied: Flow[] = [];
  for (const rule of acl.rules) {
    if (!rule.flow) return undefined;
    if (rule.action === 'deny') denied.push(rule.flow);
    else permitted.push({ rule, flow: rule.flow, deniedBefore: [...denied] });
  }
  return permitted;
}

function overlap(a: PermittedFlow, b: PermittedFlow): Flow | undefined {
  const common = intersection(a.flow, b.flow);
  if (!common) return undefined;
  return [...a.deniedBefore, ...b.deniedBefore].some((denied) => contains(denied, common)) ? undefined : common;
}

function aclOf(device: Device, policy: IpsecPolicy): Acl | undefined {
  const name = policy.acl?.value;
  return name === undefined ? undefined : device.acls.find((acl) => acl.name === name);
}

function compare(device: Device, first: IpsecPolicy, second: IpsecPolicy): Finding[] {
  const [a, b] = [aclOf(device, first), aclOf(device, second)];
  if (!a || !b || !second.acl) return [];
  const label = `${first.name} ${first.sequence}`;
  if (a === b) {
    return [
      {
        place: second.acl.place,
        message: l10n.t(
          'Entry {0} of this policy group already uses ACL {1}: its flows never reach entry {2}.',
          first.sequence,
          a.name,
          second.sequence,
        ),
        related: first.acl ? [{ place: first.acl.place, message: l10n.t('security acl of {0}', label) }] : [],
      },
    ];
  }
  const [flowsA, flowsB] = [permittedFlows(a), permittedFlows(b)];
  if (!flowsA || !flowsB) return [];
  for (const later of flowsB) {
    for (const earlier of flowsA) {
      const common = overlap(earlier, later);
      if (!common) continue;
      const swallowed = contains(earlier.flow, later.flow);
      return [
        {
          place: later.rule.place,
          severity: swallowed ? 'warning' : 'information',
          message: swallowed
            ? l10n.t(
                'ACL {0} of entry {1} takes in this whole flow, so entry {2} (ACL {3}) never protects it.',
                a.name,
                first.sequence,
                second.sequence,
                b.name,
              )
            : l10n.t(
                'This flow overlaps with ACL {0} of entry {1} in the same policy group; the common part goes to entry {1}.',
                a.name,
                first.sequence,
              ),
          related: [
            { place: earlier.rule.place, message: l10n.t('The overlapping rule of ACL {0}', a.name) },
            { place: second.acl.place, message: l10n.t('security acl of {0}', `${second.name} ${second.sequence}`) },
          ],
        },
      ];
    }
  }
  return [];
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
        'remark. Silent where a rule depends on address sets, time ranges or flags.',
      'zh-cn':
        '同一安全策略组中两个安全策略的 permit 规则包含相同的报文；比较时考虑协议、端口、通配符掩码以及之前的 deny 规则。后面的数据流被前面的完全包含时为告警，部分重叠时为提示。规则涉及地址集、时间段或标志位时不报告。',
    },
    why: {
      en:
        'Entries are tried by ascending number, so the common packets all go into the first tunnel, and what the other end sends back ' +
        'through the second one is dropped or tears the first down.',
      'zh-cn':
        '安全策略按序号从小到大匹配，重叠的报文全部进入第一个隧道；对端从第二个隧道返回的报文会被丢弃，或导致前一个隧道被拆除。',
    },
    sources: ['IPSec Fault Cause Reference, flow overlap', 'NetEngine 8000 F1A command reference, ipsec policy'],
  },
  checkDevice: ({ device }) => {
    const findings: Finding[] = [];
    const policies = [...device.policies].sort((a, b) => a.sequence - b.sequence);
    const reported = new Set<string>();
    for (const [index, second] of policies.entries()) {
      for (const first of policies.slice(0, index)) {
        if (first.name !== second.name) continue;
        for (const finding of compare(device, first, second)) {
          const key = `${finding.place.line} ${finding.place.start} ${second.sequence}`;
          if (reported.has(key)) continue;
          reported.add(key);
          findings.push(finding);
        }
      }
    }
    return findings;
  },
};
