import * as l10n from '@vscode/l10n';
import type { Device } from '../../../model/device';
import type { Failure, FailureContext } from '../failure';
import type { Decider, Decision } from './decider';
import { peersOf } from './strangers';
import { because, countIn, factsOf, mention, noted, type Mention } from './shown';

/** The cap on negotiations at once, as printed or as written. */
function capOf(
  device: Device,
  owner: string,
  context: FailureContext,
): (Mention & { readonly value: number }) | undefined {
  for (const { uri, fact } of factsOf('ikeGlobalConfig', device, context)) {
    const value = countIn(fact.callAdmission);
    if (fact.callAdmission && value !== undefined)
      return {
        ...mention(uri, fact.callAdmission, l10n.t('{0}: IKE call admission {1}', owner, value)),
        value,
      };
  }
  const { callAdmission } = device.globals;
  return callAdmission
    ? {
        place: callAdmission.place,
        message: l10n.t('{0}: ike call admission limit {1}', owner, callAdmission.value),
        value: callAdmission.value,
      }
    : undefined;
}

function decideFirstPacket(failure: Failure, context: FailureContext): readonly Decision[] {
  const { device, deviceName } = failure;
  const owner = deviceName ?? device.name;
  const cap = capOf(device, owner, context);
  if (!cap) return [];
  // An SA that is under negotiation has no flag that says it is ready.
  const pending = factsOf('ikeSa', device, context).filter(
    ({ fact: { phase, flags } }) =>
      phase?.text === '1' && flags !== undefined && /^(?:NEG|NONE)\b/i.test(flags.text),
  );
  const [first] = pending;
  if (first && pending.length >= cap.value) {
    const message = l10n.t(
      '{0} lets {1} IKE SAs negotiate at once, and {2} do.',
      owner,
      cap.value,
      pending.length,
    );
    const shown = mention(
      first.uri,
      first.fact.flags ?? first.fact.peer,
      l10n.t('{0}: {1} under negotiation', owner, pending.length),
    );
    return [because(message, 'warning', cap, shown)];
  }
  const peers = new Set(device.ikePeers.map(({ name }) => name));
  const limited = peersOf(failure, context).length;
  const named = device.ikePeers[0];
  if (named && peers.size > cap.value) {
    const message = l10n.t(
      '{0} lets {1} IKE SAs negotiate at once and has {2} IKE peers: when all of them start, some have to wait.',
      owner,
      cap.value,
      peers.size,
    );
    return [
      because(message, 'warning', cap, {
        place: named.place,
        message: l10n.t('{0}: {1} IKE peers', owner, peers.size),
      }),
    ];
  }
  const message = l10n.t(
    '{0} lets {1} IKE SAs negotiate at once; peers that it turned away: {2}.',
    owner,
    cap.value,
    limited,
  );
  return [noted(message, cap.place)];
}

/** The cap on IKE SAs under negotiation. */
export const admission: Decider = {
  causes: ['first packet limited'],
  outputs: ['ikeGlobalConfig', 'ikeSa'],
  decide: decideFirstPacket,
};

function decidePeers({ device, deviceName }: Failure, context: FailureContext): readonly Decision[] {
  const owner = deviceName ?? device.name;
  const shown = factsOf('ikePeer', device, context);
  const [first] = shown;
  if (!first) return [];
  const count = new Set(shown.map(({ fact }) => fact.name.text)).size;
  return [
    noted(
      l10n.t(
        '{0} shows {1} IKE peers; how many it can have stands in the specification of the model.',
        owner,
        count,
      ),
      mention(first.uri, first.fact.name, '').place,
    ),
  ];
}

/** How many IKE peers there are; no output says how many there can be. */
export const peerCount: Decider = {
  causes: ['dynamic peers number reaches limitation'],
  outputs: ['ikePeer'],
  onlyFacts: true,
  decide: decidePeers,
};
