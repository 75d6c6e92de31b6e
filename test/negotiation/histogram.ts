import { flowsOf, type End, type Pair } from './pair';

/** What can be counted of a pair: a heading and a value, as often as it occurs. */
type Count = (pair: Pair) => readonly (readonly [string, string])[];

const ofEnds = (heading: string, valuesOf: (end: End) => readonly string[]): Count => {
  return ({ ends }) => ends.flatMap((end) => valuesOf(end).map((value) => [heading, value] as const));
};

const names = ({ differences }: Pair): string[] => differences.map((each) => each.replace(/ at .*/, ''));

const COUNTS: readonly Count[] = [
  ({ differences }) => [['differences', String(differences.length)]],
  (pair) => names(pair).map((name) => ['made', name] as const),
  (pair) => (pair.differences.length === 1 ? names(pair).map((name) => ['made alone', name] as const) : []),
  ofEnds('versions', ({ v1, v2, exchangeMode }) => [
    [...(v1 ? [`v1 ${exchangeMode}`] : []), ...(v2 ? ['v2'] : [])].join(' + '),
  ]),
  ofEnds('products', ({ style }) => [style.product]),
  ofEnds('kinds', ({ kind }) => [kind]),
  ofEnds('IKE proposals', ({ ikeProposals }) => [String(ikeProposals.length)]),
  ofEnds('IPsec proposals', ({ ipsecProposals }) => [String(ipsecProposals.length)]),
  ofEnds('protocols and modes', ({ transform, mode }) => [`${transform} ${mode}`]),
  ofEnds('PFS', ({ pfs }) => [pfs ?? 'none']),
  ofEnds('IDs sent', ({ localId }) => [localId?.type ?? 'address by default']),
  ofEnds('IDs asked for', ({ remoteId }) => [remoteId?.type ?? 'none']),
  ofEnds('flows', (end) => [String(flowsOf(end)?.length ?? 'any')]),
];

function tally(values: Iterable<string>): string {
  const times = new Map<string, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  return [...times]
    .sort(([a, x], [b, y]) => y - x || a.localeCompare(b))
    .map(([value, count]) => `${value} ${count}`)
    .join(', ');
}

/** How often what was drawn, and what became of it: so that one sees whether a run has seen enough of everything. */
export function drawn(pairs: readonly Pair[], outcomes: readonly string[]): string {
  const values = new Map<string, string[]>();
  for (const [heading, value] of pairs.flatMap((pair) => COUNTS.flatMap((count) => count(pair))))
    values.set(heading, [...(values.get(heading) ?? []), value]);
  return [...values, ['outcomes', outcomes] as const]
    .map(([heading, all]) => `  ${heading}: ${tally(all)}`)
    .join('\n');
}
