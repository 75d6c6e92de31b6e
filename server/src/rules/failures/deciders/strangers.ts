import * as l10n from '@vscode/l10n';
import type { CauseDefinition } from '../../../causes/types';
import type { Device } from '../../../model/device';
import { canonicalAddress } from '../../../syntax/address';
import { endsOf } from '../../../tunnels/end';
import type { Failure, FailureContext } from '../failure';
import type { Decider, Decision } from './decider';
import { noted } from './shown';
import { series } from '../../../l10n';

/** So many addresses are named in a message. */
const MAX_NAMED = 3;

const byCause = new WeakMap<readonly Failure[], Map<CauseDefinition, Failure[]>>();

/** The failures of a device with one cause, each for another peer. */
export function peersOf({ device, cause }: Failure, context: FailureContext): readonly Failure[] {
  const all = context.failuresOf(device);
  let causes = byCause.get(all);
  if (!causes) {
    causes = new Map();
    for (const each of all) {
      if (each.peer === undefined) continue;
      const list = causes.get(each.cause);
      if (list) list.push(each);
      else causes.set(each.cause, [each]);
    }
    byCause.set(all, causes);
  }
  return causes.get(cause) ?? [];
}

const remotes = new WeakMap<Device, ReadonlySet<string>>();

/** The addresses that the ends of a device name. */
function addressesOf(device: Device): ReadonlySet<string> {
  let addresses = remotes.get(device);
  if (!addresses) {
    addresses = new Set(
      endsOf(device).flatMap(({ remoteAddresses }) => remoteAddresses.flatMap((each) => each.key ?? [])),
    );
    remotes.set(device, addresses);
  }
  return addresses;
}

function decide(failure: Failure, context: FailureContext): readonly Decision[] {
  const { device, deviceName, peer, tunnels, unpaired, last } = failure;
  const owner = deviceName ?? device.name;
  const place = last.at(-1)?.place;
  const key = peer === undefined ? undefined : canonicalAddress(peer);
  if (!place || key === undefined) return [];
  const same = peersOf(failure, context);
  const count = same.length - 1;
  const others = same
    .slice(0, MAX_NAMED + 1)
    .filter((each) => each !== failure)
    .slice(0, MAX_NAMED);
  const found: Decision[] = [];
  const named = addressesOf(device);
  const isKnown = tunnels.length > 0 || unpaired.length > 0;
  if (device.whole && !isKnown && named.size > 0 && !named.has(key))
    found.push(noted(l10n.t('No IKE peer of {0} names {1}.', owner, peer ?? ''), place));
  if (count > 0) {
    const first = series(others.flatMap((each) => each.peer ?? []));
    const text =
      count > MAX_NAMED
        ? l10n.t('{0} gave the same cause for {1} other addresses: {2} and more.', owner, count, first)
        : l10n.t('{0} gave the same cause for other addresses too: {1}.', owner, first);
    found.push(noted(text, others[0]?.last.at(-1)?.place ?? place));
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
