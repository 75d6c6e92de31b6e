import * as l10n from '@vscode/l10n';
import { isRefused } from '../netmaskFilter';
import { protectionOf } from '../../tunnels/protectedFlows';
import { comparedSessions } from '../../tunnels/session';
import { repair, replace } from '../edits';
import type { Difference, Side, TunnelRule } from '../tunnelRule';
import { flowText } from './mirror';

/** A caller's flow that the mask filter of a template refuses. */
export const netmask: TunnelRule = {
  id: 'netmask-mismatch',
  severity: 'error',
  phase: 'flow',
  causes: ['netmask mismatch'],
  documentation: {
    title: { en: 'The mask filter refuses the other end’s flow', 'zh-cn': '掩码过滤拒绝对端的数据流' },
    checks: {
      en:
        'The flows of an end that starts negotiations with a template, against the template’s `ipsec netmask`: reported where a mask is ' +
        'shorter than asked for, from whichever end source and destination are read.',
      'zh-cn':
        '向策略模板发起协商的一端的数据流与模板所在设备的 `ipsec netmask` 比较：无论从哪一端解读源和目的，掩码都短于要求时报告。',
    },
    why: {
      en: 'With mask filtering a template takes only flows whose masks are at least as long as configured.',
      'zh-cn': '启用掩码过滤后，策略模板仅接受掩码长度不小于配置值的数据流。',
    },
    repair: { en: 'Lowers the filter to the flow’s masks.', 'zh-cn': '将过滤长度降低到数据流的掩码长度。' },
    sources: ['AR V200R010 guide, IPSec mask filtering', 'IPSec Fault Cause Reference, netmask mismatch'],
  },
  checkTunnel: (tunnel) => ({
    differences: comparedSessions(tunnel).flatMap(({ initiator }): Difference[] => {
      const caller = tunnel.ends[initiator];
      const filter = tunnel.ends[initiator === 0 ? 1 : 0];
      const { netmaskSource, netmaskDestination } = filter.device.globals;
      const setting = netmaskSource ?? netmaskDestination;
      const protection = protectionOf(caller);
      if (!setting || filter.kind !== 'template' || protection.kind !== 'flows') return [];
      const limits = [netmaskSource?.value ?? 0, netmaskDestination?.value ?? 0] as const;
      return protection.flows
        .filter(({ flow }) => flow && isRefused(flow, ...limits))
        .map((flow): Difference => {
          const asked = l10n.t(
            '{0} asks for masks of at least {1} (source) and {2} (destination) bits',
            filter.device.name,
            ...limits,
          );
          const sides: [Side, Side] = [
            {
              place: flow.place,
              value: l10n.t('{0}: {1}', caller.device.name, flowText(flow)),
              message: l10n.t(
                '{0}, so it refuses the flow {1} of {2}.',
                asked,
                flowText(flow),
                caller.device.name,
              ),
            },
            {
              place: setting.place,
              value: asked,
              message: l10n.t(
                '{0}, so it refuses the flow {1} of {2}.',
                asked,
                flowText(flow),
                caller.device.name,
              ),
            },
          ];
          const written = [netmaskSource, netmaskDestination].flatMap((each) => each ?? []);
          return {
            sides: initiator === 0 ? sides : [sides[1], sides[0]],
            effect: 'fails',
            repairs: () =>
              repair(
                l10n.t('Let {0} take masks of any length', filter.device.name),
                true,
                ...written.map(({ place }) => replace(place, '0')),
              ),
          };
        });
    }),
  }),
};
