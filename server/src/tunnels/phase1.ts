import { algorithmById } from '../commands/algorithms';
import type { IkeProposal } from '../model/device';
import { all, any, meet, type Agreement } from './agreement';
import type { Session } from './session';
import type { Tunnel } from './pairing';

/** The parts of an IKE proposal that both ends must have in common. */
export type IkeField = 'encryption' | 'hash' | 'integrity' | 'prf' | 'dh' | 'authenticationMethod';

/** IKEv1 negotiates the method together with the algorithms (RFC 2409 §4); IKEv2 has an integrity algorithm and a PRF (RFC 7296 §3.3). */
const FIELDS: Readonly<Record<1 | 2, readonly IkeField[]>> = {
  1: ['encryption', 'hash', 'dh', 'authenticationMethod'],
  2: ['encryption', 'integrity', 'prf', 'dh'],
};

/** Two IKE proposals, one of each end in the tunnel's order, field by field. */
export interface IkeProposalPair {
  readonly proposals: readonly [IkeProposal, IkeProposal];
  readonly fields: ReadonlyMap<IkeField, Agreement>;
}

export interface Phase1 {
  readonly agreement: Agreement;
  /** The two proposals that come nearest to each other; undefined where an end's proposals stand in no file. */
  readonly nearest?: IkeProposalPair;
}

/** What a proposal offers for a field. A method is one value; the others are sets. */
export function offer(proposal: IkeProposal, field: IkeField): readonly string[] | undefined {
  const value = proposal[field]?.value;
  return typeof value === 'string' ? [value] : value;
}

/** A cipher that authenticates by itself takes no integrity algorithm (RFC 5282 §8). */
function usesIntegrity(pair: readonly [IkeProposal, IkeProposal]): boolean {
  const [a, b] = pair.map((proposal) => offer(proposal, 'encryption') ?? []);
  const common = (a ?? []).filter((id) => b?.includes(id));
  return common.length === 0 || common.some((id) => algorithmById('encryption', id)?.aead !== true);
}

function compare(proposals: readonly [IkeProposal, IkeProposal], version: 1 | 2): IkeProposalPair {
  const fields = new Map<IkeField, Agreement>();
  for (const field of FIELDS[version]) {
    if (field === 'integrity' && !usesIntegrity(proposals)) continue;
    fields.set(field, meet(offer(proposals[0], field), offer(proposals[1], field)));
  }
  return { proposals, fields };
}

function count({ fields }: IkeProposalPair, wanted: Agreement): number {
  let sum = 0;
  for (const agreement of fields.values()) if (agreement === wanted) sum++;
  return sum;
}

/** With more than this many pairs of proposals only the first of each end are compared: no device takes so many. */
const MAX_PROPOSALS = 64;

function evaluate(tunnel: Tunnel, { version, initiator }: Session): Phase1 {
  const [a, b] = tunnel.ends;
  const responder = tunnel.ends[initiator === 0 ? 1 : 0];
  if (!a.ikeProposals || !b.ikeProposals) return { agreement: 'unknown' };
  const pairs = a.ikeProposals
    .slice(0, MAX_PROPOSALS)
    .flatMap((own) =>
      (b.ikeProposals ?? []).slice(0, MAX_PROPOSALS).map((other) => compare([own, other], version)),
    );
  const agreement = any(pairs.map(({ fields }) => all([...fields.values()])));
  const [nearest] = pairs
    .map((pair, order) => ({ pair, order }))
    .sort(
      (x, y) =>
        count(x.pair, 'differ') - count(y.pair, 'differ') ||
        count(x.pair, 'unknown') - count(y.pair, 'unknown') ||
        x.order - y.order,
    );
  // Such a responder takes whatever it knows (USG6000E command reference, ike negotiate compatible).
  const compatible = responder.peer?.negotiateCompatible !== undefined;
  return { agreement: compatible ? 'agree' : agreement, ...(nearest ? { nearest: nearest.pair } : {}) };
}

const known = new WeakMap<Session, Phase1>();

/** Whether the IKE proposals of the two ends of a tunnel have a combination in common. */
export function phase1Of(tunnel: Tunnel, session: Session): Phase1 {
  let found = known.get(session);
  if (!found) {
    found = evaluate(tunnel, session);
    known.set(session, found);
  }
  return found;
}
