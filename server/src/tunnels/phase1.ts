import { algorithmById } from '../commands/algorithms';
import type { IkeProposal } from '../model/device';
import { meet, type Agreement } from './agreement';
import type { Tunnel } from './pairing';
import { compareOffers, meetInSmOnly, type Comparison } from './proposals';
import type { Session } from './session';

/** The parts of an IKE proposal that both ends must have in common. */
export type IkeField = 'encryption' | 'hash' | 'integrity' | 'prf' | 'dh' | 'authenticationMethod';

/** IKEv1 negotiates the method together with the algorithms (RFC 2409 §4); IKEv2 has an integrity algorithm and a PRF (RFC 7296 §3.3). */
const FIELDS: Readonly<Record<1 | 2, readonly IkeField[]>> = {
  1: ['encryption', 'hash', 'dh', 'authenticationMethod'],
  2: ['encryption', 'integrity', 'prf', 'dh'],
};

export type Phase1 = Comparison<IkeProposal, IkeField>;

/** What a proposal offers for a field. A method is one value; the others are sets. */
export function ikeOffer(proposal: IkeProposal, field: IkeField): readonly string[] | undefined {
  const value = proposal[field]?.value;
  return typeof value === 'string' ? [value] : value;
}

/** A cipher that authenticates by itself takes no integrity algorithm (RFC 5282 §8); one such that both offer is enough. */
function usesIntegrity(a: IkeProposal, b: IkeProposal): boolean {
  const others = ikeOffer(b, 'encryption');
  const common = (ikeOffer(a, 'encryption') ?? []).filter((id) => others?.includes(id));
  return !common.some((id) => algorithmById('encryption', id)?.aead === true);
}

function compare(a: IkeProposal, b: IkeProposal, version: 1 | 2): ReadonlyMap<IkeField, Agreement> {
  const fields = new Map<IkeField, Agreement>();
  for (const field of FIELDS[version]) {
    if (field === 'integrity' && !usesIntegrity(a, b)) continue;
    fields.set(field, meet(ikeOffer(a, field), ikeOffer(b, field)));
  }
  return fields;
}

const known = new WeakMap<Session, Phase1>();

/** Whether the IKE proposals of the two ends of a tunnel have a combination in common. */
export function phase1Of(tunnel: Tunnel, session: Session): Phase1 {
  let found = known.get(session);
  if (!found) {
    const [a, b] = tunnel.ends;
    found = compareOffers(
      a.ikeProposals,
      b.ikeProposals,
      (own, other) => compare(own, other, session.version),
      (own, other) =>
        session.version === 2 &&
        meetInSmOnly('encryption', ikeOffer(own, 'encryption'), ikeOffer(other, 'encryption')),
    );
    // Such a responder takes whatever it knows (USG6000E command reference, ike negotiate compatible).
    const responder = tunnel.ends[session.initiator === 0 ? 1 : 0];
    if (responder.peer?.negotiateCompatible) found = { ...found, agreement: 'agree' };
    known.set(session, found);
  }
  return found;
}
