import type { BlockPlace } from '../model/device';
import type { Item } from '../syntax/tree';
import type { End } from '../tunnels/end';
import type { Tunnel } from '../tunnels/pairing';
import { isUnknown } from '../tunnels/session';
import { PHASES, type Phase } from '../tunnels/phase';
import type { Finding } from './rule';
import type { Difference, TunnelRule } from './tunnelRule';
import { tunnelRules } from './tunnel';

/** What becomes of a tunnel, see the command line's JSON report. */
export type Verdict = 'ok' | 'fails' | 'fails-at-rekey' | 'unknown';

/** A difference with the rule that found it. */
export interface RuleDifference extends Difference {
  readonly rule: TunnelRule;
}

/** All that the rules say of one tunnel. */
export interface Judgement {
  readonly tunnel: Tunnel;
  readonly verdict: Verdict;
  /** The first step at which the negotiation stops; undefined where none does. */
  readonly phase: Phase | undefined;
  /** What the devices print, those of the first failing step first. */
  readonly causes: readonly string[];
  /** What could not be compared. */
  readonly unverified: readonly string[];
  /** The rules that could not compare all they look at, or whose comparison another problem prevents. */
  readonly undecided: ReadonlySet<TunnelRule>;
  readonly differences: readonly RuleDifference[];
}

interface Stop {
  readonly phase: Phase;
  readonly effect: Difference['effect'];
  readonly causes: readonly string[];
}

function order(phase: Phase): number {
  return PHASES.indexOf(phase);
}

/** What the rules about one device found in a top-level item, as far as it stops a tunnel. */
export type StoppingFindings = (item: Item) => readonly Pick<Finding, 'place' | 'stops' | 'causes'>[];

/** The views that an end is made of. */
export function blocksOf(end: End): BlockPlace[] {
  const { settings, entry, peer, ikeProposals, ipsecProposals, acl, interfaces } = end;
  const parts = [
    settings,
    entry,
    peer,
    acl,
    ...(ikeProposals ?? []),
    ...(ipsecProposals ?? []),
    ...interfaces,
  ];
  return parts.flatMap((part) => part?.blocks ?? []);
}

/** What is wrong with one end whatever the other one says. */
function stopsWithin(end: End, findings: StoppingFindings): Stop[] {
  return blocksOf(end).flatMap(({ item, block }) =>
    findings(item)
      .filter(({ place: { line } }) => line >= block.start && line < block.end)
      .flatMap(({ stops, causes }) =>
        stops ? [{ phase: stops, effect: 'fails' as const, causes: causes ?? [] }] : [],
      ),
  );
}

function evaluate(tunnel: Tunnel, findings: StoppingFindings): Judgement {
  const differences: RuleDifference[] = [];
  const stops: Stop[] = tunnel.ends.flatMap((end) => stopsWithin(end, findings));
  const unverified = new Set<string>();
  const undecided = new Set<TunnelRule>();
  for (const rule of tunnelRules) {
    const report = rule.checkTunnel(tunnel);
    for (const each of report.unverified ?? []) unverified.add(each);
    if ((report.unverified ?? []).length > 0 || report.blocked) undecided.add(rule);
    if (report.blocked) stops.push({ phase: rule.phase, effect: 'fails', causes: report.blocked });
    for (const difference of report.differences ?? []) {
      differences.push({ ...difference, rule });
      const causes = difference.sides.flatMap((side) => side.causes ?? rule.causes);
      if (difference.effect !== 'none')
        stops.push({ phase: difference.phase ?? rule.phase, effect: difference.effect, causes });
    }
  }
  const fails = stops.some(({ effect }) => effect === 'fails');
  const counted = stops
    .filter(({ effect }) => !fails || effect === 'fails')
    .sort((a, b) => order(a.phase) - order(b.phase));
  const others = stops.filter((stop) => !counted.includes(stop));
  const uncertain = tunnel.bond === 'behind-nat' || tunnel.ends.some(isUnknown);
  return {
    tunnel,
    verdict: fails ? 'fails' : counted.length > 0 ? 'fails-at-rekey' : uncertain ? 'unknown' : 'ok',
    phase: counted[0]?.phase,
    causes: [...new Set([...counted, ...others].flatMap(({ causes }) => causes))],
    unverified: [...unverified],
    undecided,
    differences,
  };
}

/** Judgements by the two ends, which live as long as their devices: an edit on one device leaves the tunnels of the others as judged. */
const known = new WeakMap<End, WeakMap<End, Judgement>>();

/** Whether two tunnels between the same ends are judged by the same. */
function isSame(a: Tunnel, b: Tunnel): boolean {
  const others = ({ also }: Tunnel): readonly End[] => [...(also?.[0] ?? []), ...(also?.[1] ?? [])];
  const [first, second] = [others(a), others(b)];
  return (
    a.bond === b.bond &&
    a.nat === b.nat &&
    first.length === second.length &&
    first.every((end, at) => end === second[at])
  );
}

/**
 * What becomes of a tunnel, and everything in which its ends differ. What the rules found in one end alone counts where it stops the
 * tunnel.
 */
export function judge(tunnel: Tunnel, findings: StoppingFindings): Judgement {
  const [a, b] = tunnel.ends;
  let ofFirst = known.get(a);
  if (!ofFirst) {
    ofFirst = new WeakMap();
    known.set(a, ofFirst);
  }
  let judgement = ofFirst.get(b);
  if (!judgement || !isSame(judgement.tunnel, tunnel)) {
    judgement = evaluate(tunnel, findings);
    ofFirst.set(b, judgement);
  }
  return judgement;
}
