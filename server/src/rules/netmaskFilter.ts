import * as l10n from '@vscode/l10n';
import { prefixLength, type Flow } from '../model/flow';
import type { DeviceRule, Finding } from './rule';
import { aclOf } from './targets';

/** Whether the filter refuses a flow from whichever end its two masks are read. */
export function isRefused(flow: Flow, source: number, destination: number): boolean {
  const [a, b] = [prefixLength(flow.source), prefixLength(flow.destination)];
  if (a === undefined || b === undefined) return false;
  return (a < source || b < destination) && (b < source || a < destination);
}

/** Mask filtering that refuses the very flows that a template's ACL asks for. */
export const netmaskFilter: DeviceRule = {
  id: 'netmask-filter-mismatch',
  severity: 'warning',
  causes: ['netmask mismatch'],
  documentation: {
    title: { en: 'The mask filter refuses the own flows', 'zh-cn': '掩码过滤与安全 ACL 冲突' },
    checks: {
      en:
        'A permit rule in the ACL of a policy template whose masks are shorter than `ipsec netmask` allows, whichever end they are read ' +
        'from. The filter applies to templates only.',
      'zh-cn':
        '策略模板所引用 ACL 的 permit 规则，其掩码短于 `ipsec netmask` 允许的长度（无论从哪一端解读）。掩码过滤仅对策略模板生效。',
    },
    why: {
      en: 'The other end proposes the mirrored flow; with a shorter mask than the filter asks for the negotiation is refused.',
      'zh-cn': '对端会提议镜像的数据流；其掩码短于过滤要求时协商被拒绝。',
    },
    sources: ['IPSec Fault Cause Reference, netmask mismatch', 'AR V200R010 guide, IPSec mask filtering'],
  },
  checkDevice: ({ device }) => {
    const { netmaskSource, netmaskDestination } = device.globals;
    const settings = [netmaskSource, netmaskDestination].flatMap((setting) => setting ?? []);
    if (settings.length === 0) return [];
    const findings: Finding[] = [];
    const acls = new Set(device.templates.flatMap((template) => aclOf(device, template.acl) ?? []));
    for (const acl of acls) {
      for (const rule of acl.rules) {
        if (rule.action !== 'permit' || !rule.flow) continue;
        if (!isRefused(rule.flow, netmaskSource?.value ?? 0, netmaskDestination?.value ?? 0)) continue;
        findings.push({
          place: rule.place,
          message: l10n.t(
            'ipsec netmask asks for masks of at least {0} (source) and {1} (destination) bits, so the flow of this rule is refused.',
            netmaskSource?.value ?? 0,
            netmaskDestination?.value ?? 0,
          ),
          related: settings.map(({ place, value }) => ({
            place,
            message: l10n.t('The mask filter asks for {0} bits', value),
          })),
        });
      }
    }
    return findings;
  },
};
