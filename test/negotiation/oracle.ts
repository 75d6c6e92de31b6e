import { PHASES } from '../../server/src/tunnels/phase';
import type { Stop } from './logs';
import type { Attempt } from './negotiate';
import { flowsOf, other, startingMode, startingVersion, type End, type Pair } from './pair';

/** What becomes of a pair, in the words of the command line's report. */
export interface Outcome {
  readonly verdict: 'ok' | 'fails' | 'fails-at-rekey';
  readonly phase: Stop | null;
}

function acceptsMode(responder: End, initiator: End): boolean {
  return responder.exchangeMode === 'auto' || responder.exchangeMode === startingMode(initiator);
}

/** `auto` starts with tunnel mode and takes either (USG6000E guide, IPSec proposal). */
function acceptsEncapsulation(responder: End, initiator: End): boolean {
  const asked = initiator.mode === 'auto' ? 'tunnel' : initiator.mode;
  return responder.mode === 'auto' || responder.mode === asked;
}

function differentIds(pair: Pair): boolean {
  const [a, b] = pair.ends;
  const wrong = (own: End, others: End): boolean => {
    const { remoteId } = own;
    const given = others.localId ?? { type: 'ip', value: others.local };
    return remoteId !== undefined && (remoteId.type !== given.type || remoteId.value !== given.value);
  };
  return wrong(a, b) || wrong(b, a);
}

/** A place where strongSwan is known to do otherwise than Huawei's documents say: the documents win. */
interface Departure {
  readonly reason: string;
  /** The step at which a device stops instead; undefined where the departure does not come into play. */
  readonly stop: (attempt: Attempt, initiator: End, responder: End, pair: Pair) => Stop | undefined;
}

/** The steps before the IKE SA is up. */
const PHASE_1: readonly (Stop | undefined)[] = ['version', 'phase1', 'identity', 'authentication'];

export const DEPARTURES: readonly Departure[] = [
  {
    reason:
      'The exchange type stands in the header of the first packet, and a device that is set to the other mode refuses that packet (IPSec ' +
      'Fault Cause Reference, role mismatch). strongSwan looks at the proposals first, and in main mode at the ID as well.',
    stop: ({ stop }, initiator, responder) =>
      startingVersion(initiator) === 1 &&
      responder.v1 &&
      PHASE_1.includes(stop) &&
      !acceptsMode(responder, initiator)
        ? 'version'
        : undefined,
  },
  {
    reason:
      'In main mode the ID is encrypted with keys that the pre-shared key goes into (RFC 2409 §5.4), so with a wrong key nobody gets to see ' +
      'it. The report names the first step in its own order, where identity comes before authentication; both are reported.',
    stop: ({ stop }, initiator, _, pair) =>
      stop === 'authentication' && startingVersion(initiator) === 1 && differentIds(pair)
        ? 'identity'
        : undefined,
  },
  {
    reason:
      'IKEv1 asks for the same flow on both ends (RFC 2409 §5.5; IPSec Fault Cause Reference, flow or peer mismatch): it does not negotiate ' +
      'what is protected. strongSwan cuts the flow down to what both have, as IKEv2 does. An end without an ACL takes any flow.',
    stop: ({ narrowed, stop }, _, responder) =>
      narrowed && (stop === undefined || stop === 'phase2') && flowsOf(responder) !== undefined
        ? 'flow'
        : undefined,
  },
  {
    reason:
      'As IKEv2 responder strongSwan takes tunnel mode whatever it is set to, and as initiator it makes do with tunnel mode (both allowed ' +
      'by RFC 7296 §1.3.1). The devices insist (IPSec Fault Cause Reference, encapsulation mode mismatch).',
    stop: ({ stop }, initiator, responder) =>
      stop === undefined && !acceptsEncapsulation(responder, initiator) ? 'phase2' : undefined,
  },
];

/** Where an attempt stops on the devices. */
export function stopOf(attempt: Attempt, pair: Pair): Stop | undefined {
  const [initiator, responder] = [pair.ends[attempt.initiator], pair.ends[other(attempt.initiator)]];
  for (const { stop } of DEPARTURES) {
    const found = stop(attempt, initiator, responder, pair);
    if (found) return found;
  }
  return attempt.stop;
}

function first(stops: readonly Stop[]): Stop | undefined {
  return [...stops].sort((a, b) => PHASES.indexOf(a) - PHASES.indexOf(b))[0];
}

/**
 * Whether all that is wrong with a flow is what is wrong with the rekeying of another one that came up before it. Under IKEv2 only the first
 * flow goes without an exchange of its own (RFC 7296 §1.2, §1.3); a second one meets a difference in PFS as the rekeying of the first does,
 * while the tunnel is up.
 */
function failsAsRekeyDoes({ initiator, flow, stop }: Attempt, attempts: readonly Attempt[]): boolean {
  return (
    stop === 'phase2' &&
    attempts.some(
      (other) =>
        other.initiator === initiator &&
        other.flow < flow &&
        other.stop === undefined &&
        other.rekeyStop === stop,
    )
  );
}

/** What attempts come to: a pair fails where any flow fails from any end that starts negotiations. */
export function outcomeBy(
  attempts: readonly Attempt[],
  stopFor: (attempt: Attempt) => Stop | undefined,
): Outcome {
  const stop = first(
    attempts.flatMap((each) => (failsAsRekeyDoes(each, attempts) ? [] : (stopFor(each) ?? []))),
  );
  if (stop) return { verdict: 'fails', phase: stop };
  const later = first(attempts.flatMap(({ rekeyStop }) => rekeyStop ?? []));
  return later ? { verdict: 'fails-at-rekey', phase: later } : { verdict: 'ok', phase: null };
}

/** What the product must say of a pair. */
export function outcomeOf(attempts: readonly Attempt[], pair: Pair): Outcome {
  return outcomeBy(attempts, (attempt) => stopOf(attempt, pair));
}
