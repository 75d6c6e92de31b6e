import * as l10n from '@vscode/l10n';
import { readMoment } from '../../../display/moment';
import { canonicalAddress } from '../../../syntax/address';
import type { Failure, FailureContext } from '../failure';
import type { Decider, Decision } from './decider';
import { because, factsOf, mention } from './shown';

const SECOND = 1000;

/** Both records are of one device's clock; the two functions write them one after the other. */
const SAME_MOMENT = 3 * SECOND;
/** A user whose address is that of the peer is known by it. */
const SAME_USER = 60 * SECOND;

function decide(
  { device, deviceName, peer, occasions }: Failure,
  context: FailureContext,
): readonly Decision[] {
  const owner = deviceName ?? device.name;
  const moment = occasions.at(-1)?.moment;
  if (!moment || moment.lacksYear) return [];
  const peerKey = peer === undefined ? undefined : canonicalAddress(peer);
  const seen = new Set<string>();
  const records = [
    ...factsOf('aaaOfflineRecord', device, context),
    ...factsOf('aaaAbnormalOfflineRecord', device, context),
  ].flatMap(({ uri, fact }) => {
    const { offlineTime, reason, address, ipv6Address, user } = fact;
    const time = offlineTime && readMoment(offlineTime.text);
    if (!offlineTime || !reason || !time || time.lacksYear) return [];
    const apart = Math.abs(time.milliseconds - moment.milliseconds);
    const isPeer = [address, ipv6Address].some(
      (field) => field && peerKey !== undefined && canonicalAddress(field.text) === peerKey,
    );
    const key = `${user.text} ${offlineTime.text}`;
    // A user who is cut off stands in both tables.
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ uri, user, offlineTime, reason, apart, isPeer }];
  });
  const own = records.filter(({ isPeer, apart }) => isPeer && apart <= SAME_USER);
  const near = records.filter(({ apart }) => apart <= SAME_MOMENT);
  const [found, another] = own.length > 0 ? own.sort((a, b) => a.apart - b.apart) : near;
  // Of several users who went at one moment nobody knows which one it was.
  if (!found || (another && own.length === 0)) return [];
  const { uri, user, offlineTime, reason } = found;
  return [
    because(
      l10n.t(
        'AAA of {0} recorded that the user {1} went offline at {2}: {3}.',
        owner,
        user.text,
        offlineTime.text,
        reason.text,
      ),
      'information',
      mention(uri, reason, l10n.t('{0}: {1}', owner, reason.text)),
      mention(uri, offlineTime, l10n.t('{0}: offline at {1}', owner, offlineTime.text)),
    ),
  ];
}

/** Why AAA cut the user off, by its record of that moment. */
export const accounting: Decider = {
  causes: ['aaa cut user'],
  outputs: ['aaaOfflineRecord', 'aaaAbnormalOfflineRecord'],
  decide,
};
