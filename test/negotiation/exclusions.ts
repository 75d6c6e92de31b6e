import {
  NOBODY,
  SIDES,
  flowsOf,
  initiates,
  mirrored,
  other,
  startingMode,
  startingVersion,
  type Pair,
} from './pair';
import { CAPABILITIES, GMAC } from './products';
import { flowsMeet, sameFlows } from './flows';

/**
 * Pairs that are not drawn, each with the reason: what they would show is strongSwan's and not IKE's, or nobody can say from the outside.
 */
interface Exclusion {
  readonly reason: string;
  readonly applies: (pair: Pair) => boolean;
}

const EXCLUSIONS: readonly Exclusion[] = [
  {
    reason:
      'Aggressive mode carries the public value of one group in its first message, so a group cannot be chosen (RFC 2409 §5). No document ' +
      'says what a device with several groups sends.',
    applies: ({ ends }) =>
      ends.some(
        (end) =>
          initiates(end) &&
          startingVersion(end) === 1 &&
          startingMode(end) === 'aggressive' &&
          new Set(end.ikeProposals.flatMap(({ dh }) => dh)).size > 1,
      ),
  },
  {
    reason:
      'AH, transport mode, GMAC and ESP without encryption or authentication are more than the user-space ESP of strongSwan can do: the ' +
      'negotiation succeeds and the SA is then dropped, so it cannot be rekeyed, and under IKEv2 a difference in PFS stays hidden.',
    applies: ({ ends }) => {
      const [a, b] = ends;
      const isBeyond = ends.some(
        ({ transform, mode, ipsecProposals }) =>
          transform === 'ah' ||
          mode === 'transport' ||
          ipsecProposals.some(
            ({ encryption, authentication }) =>
              encryption.length === 0 ||
              authentication.length === 0 ||
              encryption.some((each) => GMAC.includes(each)),
          ),
      );
      return isBeyond && a.pfs !== b.pfs && ends.some((end) => startingVersion(end) === 2);
    },
  },
  {
    reason:
      'Which PRF an end without the command `prf` takes is not documented, so that a difference cannot be judged.',
    applies: ({ ends }) =>
      ends.some(({ style }) => CAPABILITIES[style.product].prf === undefined) &&
      !ends.every(({ ikeProposals }) => ikeProposals.every(({ prf }) => prf.includes('hmac-sha2-256'))),
  },
  {
    reason:
      'VRP8: a template takes what it does not set from the initiator (NetEngine 8000 F1A guide, IPSec policy template), which strongSwan ' +
      'cannot do.',
    applies: ({ ends }) =>
      ends.some(
        ({ kind, style, pfs, flows }) =>
          kind === 'template' && style.product === 'vrp8' && (pfs === undefined || flows === undefined),
      ),
  },
  {
    reason:
      'The oldest routers have `remote-name` without a type. No document says whether they compare it with an address that the other end ' +
      'sends because it was told nothing else.',
    applies: ({ ends }) =>
      SIDES.some((side) => {
        const { style, remoteId } = ends[side];
        const { localId } = ends[other(side)];
        return style.product === 'ar-v200' && remoteId?.type === 'fqdn' && localId?.type !== 'fqdn';
      }),
  },
  {
    reason:
      'Transport mode protects what the ends themselves send (RFC 4301 §4.1). strongSwan offers no other flow in it; what a device does is ' +
      'not documented.',
    applies: ({ ends }) =>
      ends.some(({ mode }) => mode === 'transport') &&
      SIDES.some((side) =>
        flowsOf(ends[side])?.some(
          ({ source, destination }) =>
            source.address !== ends[side].local || destination.address !== ends[other(side)].local,
        ),
      ),
  },
  {
    reason: 'From a ciphered key nobody can tell that it is another one.',
    applies: ({ ends: [a, b] }) => a.key !== b.key && (a.style.key === 'cipher' || b.style.key === 'cipher'),
  },
  {
    reason:
      'Where an end names an address that nobody has, only what it protects and whom the other end names says that they are meant for each ' +
      'other; without that they are two ends of two tunnels.',
    applies: ({ ends }) =>
      SIDES.some((side) => {
        const [own, others] = [ends[side], ends[other(side)]];
        if (own.remote === undefined || own.remote === others.local) return false;
        const [mine, yours] = [flowsOf(own), flowsOf(others)];
        if (others.remote === undefined) {
          const fits = mine && yours && sameFlows(mine, yours.map(mirrored));
          return !fits || (others.remoteId !== undefined && own.localId !== undefined);
        }
        if (others.remote !== own.local) return true;
        if (own.remote !== NOBODY) return false;
        if (own.kind === 'gre-profile' || others.kind === 'gre-profile') return true;
        return !mine || !yours || !mine.some((a) => yours.some((b) => flowsMeet(a, mirrored(b))));
      }),
  },
];

/** Why a pair is not to be drawn; undefined for one that is. */
export function exclusion(pair: Pair): string | undefined {
  return EXCLUSIONS.find(({ applies }) => applies(pair))?.reason;
}
