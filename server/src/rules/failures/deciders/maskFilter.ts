import * as l10n from '@vscode/l10n';
import { protectionOf } from '../../../tunnels/protectedFlows';
import { isRefused } from '../../netmaskFilter';
import { flowText } from '../../tunnel/mirror';
import type { Failure, FailureContext } from '../failure';
import type { Decider, Decision } from './decider';
import { because, countIn, factsOf, mention, noted } from './shown';

function decide({ tunnels }: Failure, context: FailureContext): readonly Decision[] {
  return tunnels.flatMap(({ judgement: { tunnel }, at }): Decision[] => {
    const [own, other] = [tunnel.ends[at], tunnel.ends[at === 0 ? 1 : 0]];
    const { netmaskSource, netmaskDestination } = own.device.globals;
    // What the configuration says is compared by the rules.
    if (own.kind !== 'template' || (netmaskSource ?? netmaskDestination)) return [];
    const shown = factsOf('ipsecGlobalConfig', own.device, context).flatMap(({ uri, fact }) => {
      const [source, destination] = [countIn(fact.netmaskSource), countIn(fact.netmaskDestination)];
      const field = fact.netmaskSource ?? fact.netmaskDestination;
      return field && source !== undefined && destination !== undefined
        ? [{ uri, field, limits: [source, destination] as const }]
        : [];
    });
    const [first] = shown;
    const protection = protectionOf(other);
    if (!first || protection.kind !== 'flows') return [];
    const { uri, field, limits } = first;
    const place = mention(
      uri,
      field,
      l10n.t('{0}: masks of at least {1} and {2} bits', own.device.name, ...limits),
    );
    const refused = protection.flows.filter(({ flow }) => flow && isRefused(flow, ...limits));
    if (refused.length > 0)
      return refused.map((each) =>
        because(
          l10n.t(
            '{0} asks for masks of at least {1} (source) and {2} (destination) bits, so it refuses the flow {3} of {4}.',
            own.device.name,
            ...limits,
            flowText(each),
            other.device.name,
          ),
          'error',
          place,
          { place: each.place, message: l10n.t('{0}: {1}', other.device.name, flowText(each)) },
        ),
      );
    const areKnown = protection.flows.every(({ flow }) => flow);
    return areKnown
      ? [
          noted(
            l10n.t('The flows of {0} pass the mask filter of {1}.', other.device.name, own.device.name),
            place.place,
          ),
        ]
      : [];
  });
}

/** The mask filter as the device runs, against the flows of the other end. */
export const maskFilter: Decider = { causes: ['netmask mismatch'], outputs: ['ipsecGlobalConfig'], decide };
