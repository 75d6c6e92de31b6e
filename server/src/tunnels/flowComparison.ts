import { mirrored, type Flow } from '../model/flow';
import type { Tunnel } from './pairing';
import type { End } from './end';
import {
  mirroredIndex,
  protectionOf,
  relate,
  textOf,
  type FlowRelation,
  type ProtectedFlow,
} from './protectedFlows';
import { comparedSessions } from './session';

/** A flow of one end that is not the mirror image of one of the other end. */
export interface FlowMismatch {
  /** The end whose flow it is. */
  readonly at: 0 | 1;
  readonly own: ProtectedFlow;
  /** The flow of the other end that comes nearest and that mirrors nothing else; undefined where there is none. */
  readonly other: ProtectedFlow | undefined;
  readonly relation: FlowRelation;
  /** Under IKEv2 the common part is protected; anything else stops the negotiation of this flow. */
  readonly effect: 'narrowed' | 'fails';
}

export interface FlowComparison {
  readonly mismatches: readonly FlowMismatch[];
  /** A flow could not be compared. */
  readonly unverified: boolean;
}

/** Of more flows than this that have no mirror image only the first are looked at. */
const MAX_UNMATCHED = 100;

const AGREED: FlowComparison = { mismatches: [], unverified: false };

/** The flows without an exact mirror image among others. */
function unmatched(flows: readonly ProtectedFlow[], others: readonly ProtectedFlow[]): ProtectedFlow[] {
  const images = new Set(others.map((each) => textOf(each, true)));
  return flows.filter((each) => !images.has(textOf(each, false)));
}

const NEARNESS: Readonly<Record<FlowRelation, number>> = {
  equal: 5,
  inside: 4,
  around: 4,
  overlapping: 3,
  disjoint: 0,
};

/** How near two flows are that have nothing in common: by the ends that are equal. */
function likeness(own: Flow, others: Flow): number {
  const other = mirrored(others);
  const same = (a: Flow['source'], b: Flow['source']): number =>
    a.family === b.family && a.wildcard === b.wildcard && ((a.address ^ b.address) & ~a.wildcard) === 0n
      ? 1
      : 0;
  return same(own.source, other.source) + same(own.destination, other.destination);
}

function nearest(own: Flow, candidates: readonly ProtectedFlow[]): ProtectedFlow | undefined {
  let best: ProtectedFlow | undefined;
  let rank = -1;
  for (const each of candidates) {
    if (!each.flow) continue;
    const relation = relate(own, each.flow);
    const own0 = relation === 'disjoint' ? likeness(own, each.flow) : NEARNESS[relation];
    if (own0 > rank) [best, rank] = [each, own0];
  }
  return best;
}

/** One end of a comparison: the end itself, and those of its device that the other end negotiates with as well. */
interface Party {
  readonly end: End;
  readonly flows: readonly ProtectedFlow[];
  readonly also: readonly End[];
  /** The flows of all of them: the responder looks for a flow among all that it has for the initiator. */
  readonly all: readonly ProtectedFlow[];
}

function flowsOfEnd(end: End): readonly ProtectedFlow[] {
  const protection = protectionOf(end);
  return protection.kind === 'flows' ? protection.flows : [];
}

function partyOf({ ends, also }: Tunnel, at: 0 | 1): Party {
  const [end, others] = [ends[at], also?.[at] ?? []];
  const flows = flowsOfEnd(end);
  return { end, flows, also: others, all: [...flows, ...others.flatMap(flowsOfEnd)] };
}

/** IKEv1 asks for the same flow on both ends (RFC 2409 §5.5); under IKEv2 the responder narrows (RFC 7296 §2.9). */
function compareFrom(at: 0 | 1, party: Party, others: Party, narrows: boolean): FlowMismatch[] {
  const free = unmatched(others.flows, party.all).slice(0, MAX_UNMATCHED);
  const left = unmatched(party.flows, others.all).slice(0, MAX_UNMATCHED);
  return left.flatMap((own): FlowMismatch[] => {
    if (!own.flow) return [];
    // A flow that already mirrors another one still takes this one in under IKEv2.
    const overlap = nearest(own.flow, mirroredIndex(others.end).meeting(own.flow));
    const relation = overlap?.flow ? relate(own.flow, overlap.flow) : 'disjoint';
    const narrowed = narrows && relation !== 'disjoint';
    const { flow } = own;
    const elsewhere =
      narrows &&
      relation === 'disjoint' &&
      others.also.some((end) =>
        mirroredIndex(end)
          .meeting(flow)
          .some((met) => met.flow && relate(flow, met.flow) !== 'disjoint'),
      );
    if (elsewhere) return [];
    const shown = narrowed ? overlap : nearest(flow, free);
    return [{ at, own, other: shown, relation, effect: narrowed ? 'narrowed' : 'fails' }];
  });
}

/** Each difference once, whichever end starts: a flow that both ends stumble over stands with the end that comes first. */
function distinct(all: readonly FlowMismatch[]): FlowMismatch[] {
  const kept: FlowMismatch[] = [];
  const worst = [...all].sort((a, b) => Number(a.effect === 'narrowed') - Number(b.effect === 'narrowed'));
  for (const each of worst) {
    const known = kept.some(
      (other) =>
        (other.own === each.own && other.at === each.at) ||
        (other.other === each.own && other.own === each.other),
    );
    if (!known) kept.push(each);
  }
  return kept;
}

const known = new WeakMap<Tunnel, FlowComparison>();

/** Whether some flow of an end can be compared with none of the other end, nor with one that is its mirror image down to the last part. */
function isUnverified(party: Party, others: Party): boolean {
  return (
    party.flows.some((each) => textOf(each, false) === undefined) ||
    unmatched(party.flows, others.all).some(({ flow }) => !flow)
  );
}

function compare(tunnel: Tunnel): FlowComparison {
  const [a, b] = [protectionOf(tunnel.ends[0]), protectionOf(tunnel.ends[1])];
  if (a.kind === 'any' || b.kind === 'any') return AGREED;
  if (a.kind === 'unknown' || b.kind === 'unknown') return { mismatches: [], unverified: true };
  const [first, second] = [partyOf(tunnel, 0), partyOf(tunnel, 1)];
  // A flow that is not fully known may be the mirror image of any other.
  if (isUnverified(first, second) || isUnverified(second, first)) return { mismatches: [], unverified: true };
  const sessions = comparedSessions(tunnel);
  const manual = tunnel.ends[0].kind === 'manual';
  const starts = manual ? ([0, 1] as const).map((initiator) => ({ initiator, version: 2 })) : sessions;
  const all = starts.flatMap(({ initiator, version }) => {
    const [own, other] = initiator === 0 ? [first, second] : [second, first];
    const found = compareFrom(initiator, own, other, version === 2);
    // A template is written for many: that it takes in more than one of them asks for is what it is for.
    const isTemplate = other.end.kind === 'template';
    return isTemplate ? found.filter((each) => each.effect === 'fails' || each.relation !== 'inside') : found;
  });
  return { mismatches: distinct(all), unverified: false };
}

/** Compares what the two ends of a tunnel protect, flow by flow: every permit rule is a flow of its own with its own SAs. */
export function flowsOf(tunnel: Tunnel): FlowComparison {
  let found = known.get(tunnel);
  if (!found) {
    found = compare(tunnel);
    known.set(tunnel, found);
  }
  return found;
}
