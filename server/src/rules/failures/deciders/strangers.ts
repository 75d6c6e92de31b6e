import * as l10n from '@vscode/l10n';
import { canonicalAddress } from '../../../syntax/address';
import { endsOf } from '../../../tunnels/end';
import type { Failure, FailureContext } from '../failure';
import type { Decider, Decision } from './decider';
import { noted } from './shown';

/** So many addresses are named in a message. */
const MAX_NAMED = 3;

function decide(failure: Failure, context: FailureContext): readonly Decision[] {
  const { device, deviceName, cause, peer, tunnels, unpaired, records } = failure;
  const owner = deviceName ?? device.name;
  const place = records.at(-1)?.place;
  const key = peer === undefined ? undefined : canonicalAddress(peer);
  if (!place || key === undefined) return [];
  const same = context
    .failuresOf(device)
    .filter(
      (each) => each.cause === cause && each !== failure && each.peer !== undefined && each.peer !== peer,
    );
  const others = same.flatMap((each) => each.peer ?? []);
  const found: Decision[] = [];
  const ends = endsOf(device);
  const isKnown = tunnels.length > 0 || unpaired.length > 0;
  if (
    device.whole &&
    !isKnown &&
    ends.length > 0 &&
    !ends.some(({ remoteAddresses }) => remoteAddresses.some((each) => each.key === key))
  )
    found.push(noted(l10n.t('No IKE peer of {0} names {1}.', owner, peer ?? ''), place));
  if (others.length > 0) {
    const named = others.slice(0, MAX_NAMED).join(', ');
    const text =
      others.length > MAX_NAMED
        ? l10n.t(
            '{0} gave the same cause for {1} other addresses: {2} and more.',
            owner,
            others.length,
            named,
          )
        : l10n.t('{0} gave the same cause for other addresses too: {1}.', owner, named);
    found.push(noted(text, same[0]?.records.at(-1)?.place ?? place));
  }
  return found;
}

/** Whether the record speaks of a peer at all: what strangers send to the IKE port leaves the same records. */
export const strangers: Decider = {
  causes: [
    'cookie mismatch',
    'invalid cookie',
    'invalid length',
    'unknown exchange type',
    'unsupported version',
    'peer address mismatch',
    'first packet limited',
    'kick old sa with same flow',
  ],
  outputs: ['ikeErrorInfo', 'ikeOfflineInfo', 'ikeErrorHistory', 'ikeOfflineHistory'],
  onlyFacts: true,
  decide,
};
