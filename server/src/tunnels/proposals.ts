import { algorithmById, type AlgorithmKind } from '../commands/algorithms';
import { all, any, type Agreement } from './agreement';

/** Two proposals, one of each end in the tunnel's order, field by field. */
export interface ProposalPair<P, F> {
  readonly proposals: readonly [P, P];
  readonly fields: ReadonlyMap<F, Agreement>;
}

/** Whether what two ends offer has a combination in common. */
export interface Comparison<P, F> {
  readonly agreement: Agreement;
  /** The two proposals that come nearest to each other; undefined where an end's proposals stand in no file. */
  readonly nearest?: ProposalPair<P, F>;
  /** All that they have in common is what the IKE version does not negotiate: SM algorithms under IKEv2. */
  readonly refused?: true;
}

/** Of more proposals than this only the first are compared: no device takes so many. */
const MAX_PROPOSALS = 64;

function count<P, F>({ fields }: ProposalPair<P, F>, wanted: Agreement): number {
  let sum = 0;
  for (const agreement of fields.values()) if (agreement === wanted) sum++;
  return sum;
}

/** Whether two offers meet in SM algorithms only, which IKEv2 does not negotiate (IPSec Fault Cause Reference, proposal mismatch or use sm in ikev2). */
export function meetInSmOnly(
  kind: AlgorithmKind,
  a: readonly string[] | undefined,
  b: readonly string[] | undefined,
): boolean {
  const common = (a ?? []).filter((id) => b?.includes(id));
  return common.length > 0 && common.every((id) => algorithmById(kind, id)?.sm === true);
}

/** Compares every proposal of one end with every one of the other: one pair in which all fields agree is enough. */
export function compareOffers<P, F>(
  own: readonly P[] | undefined,
  others: readonly P[] | undefined,
  compare: (a: P, b: P) => ReadonlyMap<F, Agreement>,
  isRefused: (a: P, b: P) => boolean,
): Comparison<P, F> {
  if (!own || !others) return { agreement: 'unknown' };
  const pairs = own
    .slice(0, MAX_PROPOSALS)
    .flatMap((a) =>
      others
        .slice(0, MAX_PROPOSALS)
        .map((b, order) => ({ proposals: [a, b] as const, fields: compare(a, b), order })),
    );
  const [nearest] = [...pairs].sort(
    (x, y) =>
      count(x, 'differ') - count(y, 'differ') ||
      count(x, 'unknown') - count(y, 'unknown') ||
      own.indexOf(x.proposals[0]) - own.indexOf(y.proposals[0]) ||
      x.order - y.order,
  );
  const agreeing = pairs.filter(({ fields }) => all([...fields.values()]) === 'agree');
  const refused = agreeing.length > 0 && agreeing.every(({ proposals: [a, b] }) => isRefused(a, b));
  const agreement = any(pairs.map(({ fields }) => all([...fields.values()])));
  return { agreement, ...(nearest ? { nearest } : {}), ...(refused ? { refused } : {}) };
}
