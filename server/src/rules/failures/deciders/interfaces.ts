import * as l10n from '@vscode/l10n';
import type { Field } from '../../../display/output';
import { isUp } from '../../../display/interfaceBrief';
import { mayBeCut, placeOf } from '../../../model/displayedValue';
import { nameKey } from '../../../model/reading';
import type { Place } from '../../../model/value';
import type { End } from '../../../tunnels/end';
import type { Failure, FailureContext } from '../failure';
import type { Decider, Decision } from './decider';
import { otherEnds, ownEnds } from './ends';
import { because, factsOf, mention, noted } from './shown';

const interfaceKey = (name: string): string => nameKey('interface', name);

/** An interface that packets of an end leave by, as the configuration names it. */
interface Carrier {
  readonly name: string;
  readonly place: Place;
}

/** A tunnel interface goes down with its tunnel; what counts is the interface that it sends from. */
function carriersOf({ kind, interfaces, settings, entry, device }: End): readonly Carrier[] {
  if (kind === 'profile')
    return interfaces.flatMap(({ source }) =>
      source && /^[a-z]/i.test(source.value) && !source.value.includes(':')
        ? [{ name: source.value, place: source.place }]
        : [],
    );
  const group = new Set([settings.name, entry?.name].flatMap((name) => name ?? []));
  const shared = device.sharedPolicies.some(({ policy }) => group.has(policy.value));
  // A policy that several interfaces share negotiates from a loopback interface: any of the others may be down.
  return shared
    ? []
    : interfaces.map(({ name, ipsecPolicy, place }) => ({ name, place: ipsecPolicy?.place ?? place }));
}

interface State {
  readonly uri: string;
  readonly field: Field;
  readonly isUp: boolean;
}

/** What the outputs say of an interface: the part of it that is down, or that it is up. Undefined where they disagree or say nothing. */
function stateOf({ device }: End, { name }: Carrier, context: FailureContext): State | undefined {
  const key = interfaceKey(name);
  const states = [
    ...factsOf('interfaceBrief', device, context),
    ...factsOf('ipInterfaceBrief', device, context),
  ].flatMap(({ uri, fact }): State[] => {
    const { physical, protocol } = fact;
    if (interfaceKey(fact.name.text) !== key || !protocol || mayBeCut(protocol)) return [];
    const down = [physical, protocol].find((field) => field && !isUp(field));
    return [{ uri, field: down ?? protocol, isUp: !down }];
  });
  const [first] = states;
  return first && states.every((state) => state.isUp === first.isUp) ? first : undefined;
}

function decideEnd(end: End, failure: Failure, isOwn: boolean, context: FailureContext): readonly Decision[] {
  const all = carriersOf(end);
  const { interfaceName } = failure.last.at(-1) ?? {};
  const named = isOwn && interfaceName !== undefined ? interfaceKey(interfaceName) : undefined;
  const carriers = all.filter(({ name }) => interfaceKey(name) === named);
  const meant = carriers.length > 0 ? carriers : all;
  const states = meant.flatMap((carrier) => {
    const state = stateOf(end, carrier, context);
    return state ? [{ carrier, state }] : [];
  });
  // One of several interfaces that is down stops nothing as long as another one carries the tunnel.
  const areAllDown = states.length === meant.length && states.every(({ state }) => !state.isUp);
  return states.map(({ carrier, state: { uri, field, isUp: up } }) => {
    const owner = end.device.name;
    const message = l10n.t('{0} of {1}, which carries the tunnel, is {2}.', carrier.name, owner, field.text);
    const state = mention(uri, field, l10n.t('{0}: {1} {2}', owner, carrier.name, field.text));
    if (up || !areAllDown) return noted(message, state.place);
    return because(message, 'error', state, {
      place: carrier.place,
      message: l10n.t('{0}: the interface of the tunnel', owner),
    });
  });
}

function decide(failure: Failure, context: FailureContext): readonly Decision[] {
  return [
    ...ownEnds(failure).flatMap((end) => decideEnd(end, failure, true, context)),
    ...otherEnds(failure).flatMap((end) => decideEnd(end, failure, false, context)),
  ];
}

/** The interface that carries the tunnel, on either end. */
export const interfaces: Decider = {
  causes: [
    'dpd timeout',
    'heartbeat timeout',
    'exchange timeout',
    'rekey fail',
    're-auth timeout',
    'peer address switch',
  ],
  outputs: ['interfaceBrief', 'ipInterfaceBrief'],
  decide,
};

function decideAddress(failure: Failure, context: FailureContext): readonly Decision[] {
  return ownEnds(failure).flatMap((end) => {
    const { localIdType } = end.peer ?? {};
    // The default ID is the address of the interface; one that is set by hand needs none.
    if (!end.peer || (localIdType && localIdType.value !== 'ip')) return [];
    if (end.peer.localAddress || end.settings.tunnelLocal) return [];
    const owner = end.device.name;
    return carriersOf(end).flatMap((carrier) => {
      const rows = factsOf('ipInterfaceBrief', end.device, context).filter(
        ({ fact: { name, protocol } }) =>
          interfaceKey(name.text) === interfaceKey(carrier.name) && protocol && !mayBeCut(protocol),
      );
      const [row] = rows;
      if (!row) return [];
      const { name, address } = row.fact;
      if (address)
        return [
          noted(
            l10n.t('{0} of {1} has the address {2}.', carrier.name, owner, address.text),
            placeOf(row.uri, address),
          ),
        ];
      if (rows.some(({ fact }) => fact.address)) return [];
      return [
        because(
          l10n.t('{0} introduces itself by the address of {1}, which has none.', owner, carrier.name),
          'error',
          mention(row.uri, name, l10n.t('{0}: {1} unassigned', owner, carrier.name)),
          { place: carrier.place, message: l10n.t('{0}: the interface of the tunnel', owner) },
        ),
      ];
    });
  });
}

/** The address by which an end introduces itself. */
export const interfaceAddress: Decider = {
  causes: ['construct local ID fail'],
  outputs: ['ipInterfaceBrief'],
  decide: decideAddress,
};
