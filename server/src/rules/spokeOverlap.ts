import * as l10n from '@vscode/l10n';
import { contains } from '../model/flow';
import { FlowIndex } from '../model/flowIndex';
import type { End } from '../tunnels/end';
import { protectionOf, textOfFlow, type ProtectedFlow } from '../tunnels/protectedFlows';
import type { Finding, RuleBase } from './rule';

/** A rule about the ends that call one end which takes whoever comes. */
export interface HubRule extends RuleBase {
  /** The findings on the callers' flows. `callers` are the other ends of the hub's tunnels. */
  readonly checkHub: (hub: End, callers: readonly End[]) => Finding[];
}

interface CallerFlow {
  readonly caller: End;
  readonly flow: ProtectedFlow;
}

/** How many other callers a finding refers to. */
const MAX_RELATED = 5;

/** Flows that several branches ask one head office to protect. */
export const spokeOverlap: HubRule = {
  id: 'branch-flows-overlap',
  severity: 'warning',
  causes: ['flow confict', 'kick old sa with same flow'],
  documentation: {
    title: { en: 'Branches with the same flow', 'zh-cn': '多个分支的数据流重叠' },
    checks: {
      en:
        'Permit rules of two or more devices that call the same template or open profile and have packets in common. Two devices with one ' +
        'local address in common (hot standby) are left out, and so are tunnel interfaces.',
      'zh-cn':
        '向同一策略模板或未指定对端的安全框架发起协商的多个设备的 permit 规则存在重叠。共用本端地址的设备（双机热备）和隧道接口除外。',
    },
    why: {
      en:
        'The head office has one SA for a flow: the branch that negotiates later takes it over and the earlier one is cut off, or the ' +
        'negotiation is refused.',
      'zh-cn': '总部对同一数据流只保留一个 SA：后协商的分支会取代先前的分支，或协商被拒绝。',
    },
    sources: [
      'IPSec Fault Cause Reference, kick old sa with same flow',
      'IPSec Fault Cause Reference, flow confict',
    ],
  },
  checkHub: (hub, callers) => {
    const index = new FlowIndex<CallerFlow>();
    const all = callers
      .filter(({ kind }) => kind !== 'profile')
      .flatMap((caller): CallerFlow[] => {
        const protection = protectionOf(caller);
        return protection.kind === 'flows' ? protection.flows.map((flow) => ({ caller, flow })) : [];
      });
    for (const each of all) if (each.flow.flow) index.add(each.flow.flow, each);
    return all.flatMap((own): Finding[] => {
      const { flow } = own.flow;
      if (!flow) return [];
      const others = index.meeting(flow).filter((other) => isRival(own, other));
      const [first] = others;
      if (!first?.flow.flow) return [];
      const same = textOfFlow(first.flow.flow) === textOfFlow(flow);
      const whole = same || contains(first.flow.flow, flow);
      const names = [hub.device.name, own.caller.device.name, first.caller.device.name];
      return [
        {
          place: own.flow.place,
          message: whole
            ? l10n.t(
                '{2} asks {0} to protect this flow as well: the branch that negotiates later cuts the other one off.',
                ...names,
              )
            : l10n.t(
                '{2} asks {0} to protect a part of this flow as well: the branch that negotiates later cuts the other one off.',
                ...names,
              ),
          causes: same ? ['kick old sa with same flow', 'flow confict'] : ['flow confict'],
          related: others.slice(0, MAX_RELATED).map((other) => ({
            place: other.flow.place,
            message: l10n.t('The flow of {0}', other.caller.device.name),
          })),
        },
      ];
    });
  },
};

/** Another device, and none that stands in for this one. */
function isRival(own: CallerFlow, other: CallerFlow): boolean {
  if (other.caller.device === own.caller.device) return false;
  const addresses = own.caller.localAddresses.map(({ key }) => key);
  return !other.caller.localAddresses.some(({ key }) => addresses.includes(key));
}
