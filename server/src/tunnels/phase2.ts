import { algorithmById } from '../commands/algorithms';
import { says, type IpsecProposal } from '../model/device';
import { meet, type Agreement } from './agreement';
import type { Tunnel } from './pairing';
import { compareOffers, meetInSmOnly, type Comparison } from './proposals';
import { comparedSessions } from './session';

/** The parts of an IPsec proposal that both ends must have in common. */
export type IpsecField =
  'transform' | 'encapsulation' | 'espEncryption' | 'espAuthentication' | 'ahAuthentication';

export type Phase2 = Comparison<IpsecProposal, IpsecField>;

/** What a proposal offers for a field; an empty list is "none". */
export function ipsecOffer(proposal: IpsecProposal, field: IpsecField): readonly string[] | undefined {
  const value = proposal[field]?.value;
  return typeof value === 'string' ? [value] : value;
}

/** `auto` starts with tunnel mode and takes either as responder (USG6000E guide, IPSec proposal). */
function encapsulation(a: IpsecProposal, b: IpsecProposal, initiators: readonly (0 | 1)[]): Agreement {
  const [first, second] = [a.encapsulation.value, b.encapsulation.value];
  const starts = { 0: first, 1: second };
  const answers = { 0: second, 1: first };
  const fits = (at: 0 | 1): boolean =>
    answers[at] === 'auto' || answers[at] === (starts[at] === 'auto' ? 'tunnel' : starts[at]);
  if (initiators.length === 0) return first === second ? 'agree' : 'differ';
  return initiators.every(fits) ? 'agree' : 'differ';
}

/** Neither end uses it is agreement; one end alone is none. */
function sameChoice(a: readonly string[] | undefined, b: readonly string[] | undefined): Agreement {
  return a?.length === 0 && b?.length === 0 ? 'agree' : meet(a, b);
}

/** Whether a cipher authenticates by itself, so that ESP needs no authentication algorithm (RFC 4106 §1, RFC 4543). */
function authenticates(id: string): boolean {
  return algorithmById('encryption', id)?.aead === true;
}

/** What comes of two settings, unless an output leaves one of them open. */
function ifSaid(field: IpsecField, proposals: readonly IpsecProposal[], agreement: Agreement): Agreement {
  return proposals.every((each) => says(each, field)) ? agreement : 'unknown';
}

function compare(
  a: IpsecProposal,
  b: IpsecProposal,
  initiators: readonly (0 | 1)[],
): ReadonlyMap<IpsecField, Agreement> {
  const [mine, yours] = [a.transform.value, b.transform.value];
  const fields = new Map<IpsecField, Agreement>([
    ['encapsulation', ifSaid('encapsulation', [a, b], encapsulation(a, b, initiators))],
    ['transform', ifSaid('transform', [a, b], mine === yours ? 'agree' : 'differ')],
  ]);
  const add = (field: IpsecField): void => {
    fields.set(field, sameChoice(ipsecOffer(a, field), ipsecOffer(b, field)));
  };
  if (mine !== 'ah' && yours !== 'ah') {
    add('espEncryption');
    const others = ipsecOffer(b, 'espEncryption');
    const own = ipsecOffer(a, 'espEncryption');
    const common = (own ?? []).filter((id) => others?.includes(id));
    // Which of the two needs an authentication algorithm shows once the ciphers agree.
    const byItself = (proposal: IpsecProposal, ids: readonly string[] | undefined): boolean =>
      ids?.every(authenticates) === true && ipsecOffer(proposal, 'espAuthentication')?.length === 0;
    const open = common.length === 0 && (byItself(a, own) || byItself(b, others));
    // One that both offer and that authenticates settles it: what the others would need besides is then not asked for.
    if (!open && !common.some(authenticates)) add('espAuthentication');
  }
  if (mine !== 'esp' && yours !== 'esp') add('ahAuthentication');
  return fields;
}

/** Where an IPsec proposal can name SM algorithms. */
const SM_FIELDS = [
  { field: 'espEncryption', kind: 'encryption' },
  { field: 'espAuthentication', kind: 'hash' },
  { field: 'ahAuthentication', kind: 'hash' },
] as const;

const known = new WeakMap<Tunnel, Phase2>();

/** Whether the IPsec proposals of the two ends of a tunnel have a combination in common, whichever of them starts. */
export function phase2Of(tunnel: Tunnel): Phase2 {
  let found = known.get(tunnel);
  if (!found) {
    const [a, b] = tunnel.ends;
    const sessions = comparedSessions(tunnel);
    const initiators = sessions.map(({ initiator }) => initiator);
    const isIkev2 = sessions.some(({ version }) => version === 2);
    found = compareOffers(
      a.ipsecProposals,
      b.ipsecProposals,
      (own, other) => compare(own, other, initiators),
      (own, other) =>
        isIkev2 &&
        SM_FIELDS.some(({ field, kind }) =>
          meetInSmOnly(kind, ipsecOffer(own, field), ipsecOffer(other, field)),
        ),
    );
    const compatible =
      sessions.length > 0 &&
      sessions.every(({ initiator }) => tunnel.ends[initiator === 0 ? 1 : 0].peer?.negotiateCompatible);
    if (compatible) found = { ...found, agreement: 'agree' };
    known.set(tunnel, found);
  }
  return found;
}
