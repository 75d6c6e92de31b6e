import * as l10n from '@vscode/l10n';
import type { OutputName } from '../../../display';
import { timeText } from '../wording';
import type { Failure, FailureContext, Occasion } from '../failure';
import type { Decider, Decision } from './decider';
import { because, noted } from './shown';
import { spanOf } from './time';

const RECORDS: readonly OutputName[] = [
  'ikeErrorInfo',
  'ikeOfflineInfo',
  'ikeErrorHistory',
  'ikeOfflineHistory',
];

const SECOND = 1000;

/** One device writes what belongs together within this time. */
const AT_ONCE = 2 * SECOND;
/** A negotiation that renews something fails this long before what it renews ends. */
const BEFORE = 600 * SECOND;
/** So far two clocks may be apart that somebody has set. */
const TWO_CLOCKS = 30 * SECOND;

function milliseconds({ moment }: Occasion): number | undefined {
  return moment && !moment.lacksYear ? moment.milliseconds : undefined;
}

function said(failure: Failure, occasion: Occasion): { readonly text: string; readonly when: string } {
  return { text: failure.cause.name, when: occasion.moment ? timeText(occasion.moment) : '' };
}

/** A record of the same device about the same peer, within a time before a failure. */
function besides(
  failure: Failure,
  within: number,
  after: number,
  isMeant: (other: Failure) => boolean,
): readonly Decision[] {
  const last = failure.occasions.at(-1);
  const time = last && milliseconds(last);
  if (time === undefined) return [];
  return failure.others
    .filter((other) => other.cause !== failure.cause && isMeant(other))
    .flatMap((other) => {
      const occasion = other.occasions.findLast((each) => {
        const at = milliseconds(each);
        return at !== undefined && at >= time - within && at <= time + after;
      });
      if (!occasion) return [];
      const { text, when } = said(other, occasion);
      const owner = failure.deviceName ?? failure.device.name;
      const message = l10n.t('{0} recorded {1} for the same peer at {2}.', owner, text, when);
      return [
        because(message, 'information', {
          place: occasion.record.place,
          message: l10n.t('{0}: {1}', owner, text),
        }),
      ];
    });
}

/** The IPsec SAs went because of what the device recorded for the IKE SA. */
export const sameMoment: Decider = {
  causes: ['ikev1 phase1-phase2 sa dependent offline'],
  outputs: RECORDS,
  decide: (failure) => besides(failure, AT_ONCE, AT_ONCE, () => true),
};

/** What was to take the place of an SA could not be negotiated. */
export const failedRenewal: Decider = {
  causes: ['phase1 hard expiry', 'phase2 hard expiry', 're-auth timeout'],
  outputs: RECORDS,
  decide: (failure) => besides(failure, BEFORE, 0, ({ cause }) => cause.kind === 'negotiation'),
};

interface OtherRecord {
  readonly failure: Failure;
  readonly occasion: Occasion;
}

/** What the other end of a tunnel recorded of it when a device recorded a failure last. */
function otherEndsRecords(failure: Failure, context: FailureContext): readonly OtherRecord[] {
  const moment = failure.occasions.at(-1)?.moment;
  if (!moment || moment.lacksYear) return [];
  const own = spanOf(moment, failure.device, context);
  const found: OtherRecord[] = [];
  for (const { judgement, at } of failure.tunnels) {
    const { device } = judgement.tunnel.ends[at === 0 ? 1 : 0];
    for (const other of context.failuresOf(device)) {
      if (other.cause === failure.cause || found.some((each) => each.failure === other)) continue;
      if (!other.tunnels.some((each) => each.judgement === judgement)) continue;
      const occasion = other.occasions.findLast((each) => {
        if (!each.moment || each.moment.lacksYear) return false;
        const their = spanOf(each.moment, device, context);
        const isExact = own && their && own.from === own.to && their.from === their.to;
        // Two devices of one network mostly show one time; where their zones are known, those count.
        const apart = isExact ? own.from - their.from : moment.milliseconds - each.moment.milliseconds;
        return Math.abs(apart) <= TWO_CLOCKS;
      });
      if (occasion) found.push({ failure: other, occasion });
    }
  }
  return found;
}

function tell(
  failure: Failure,
  context: FailureContext,
  isReason: (other: Failure) => boolean,
): readonly Decision[] {
  return otherEndsRecords(failure, context).map(({ failure: other, occasion }) => {
    const { text, when } = said(other, occasion);
    const owner = other.deviceName ?? other.device.name;
    const message = l10n.t('The other end, {0}, recorded {1} for this tunnel at {2}.', owner, text, when);
    const { place } = occasion.record;
    return isReason(other)
      ? because(message, 'information', { place, message: l10n.t('{0}: {1}', owner, text) })
      : noted(message, place);
  });
}

/** The other end asked for the deletion, and says why. */
export const otherEndsReason: Decider = {
  causes: ['peer request'],
  outputs: RECORDS,
  decide: (failure, context) => tell(failure, context, ({ cause }) => cause.kind === 'teardown'),
};

/** The other end did not answer, and says why. */
export const otherEndsRefusal: Decider = {
  causes: ['rekey fail', 'exchange timeout', 're-auth timeout'],
  outputs: RECORDS,
  decide: (failure, context) => tell(failure, context, ({ cause }) => cause.kind === 'negotiation'),
};

/** The end that refuses a negotiation has a finer reason than the one that is refused. */
export const otherEndsView: Decider = {
  causes: [
    'authentication fail',
    'phase1 proposal mismatch',
    'phase2 proposal or pfs mismatch',
    'proposal mismatch or use sm in ikev2',
    'flow or peer mismatch',
    'dpd timeout',
    'heartbeat timeout',
  ],
  outputs: RECORDS,
  onlyFacts: true,
  decide: (failure, context) => tell(failure, context, () => false),
};
