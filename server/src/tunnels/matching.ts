import type { Device } from '../model/device';
import type { End } from './end';
import { fit, namedBy, type NatMappings } from './fit';
import { protectionOf, textOf } from './protectedFlows';

/** Two ends that may talk to each other; the first one calls. */
export type EndPair = readonly [End, End];

/** Puts a value into a list of a map. */
export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** Candidate pairs, sorted by the two devices they join; a pair that both ends name stands once. */
export function byDevices(pairs: readonly EndPair[]): EndPair[][] {
  const groups = new Map<Device, Map<Device, EndPair[]>>();
  const seen = new Map<End, Set<End>>();
  for (const pair of pairs) {
    const [a, b] = pair;
    if (seen.get(a)?.has(b) || seen.get(b)?.has(a)) continue;
    seen.set(a, (seen.get(a) ?? new Set()).add(b));
    const known = groups.get(b.device)?.get(a.device);
    const ofFirst = groups.get(a.device) ?? new Map<Device, EndPair[]>();
    groups.set(a.device, ofFirst);
    if (known) known.push(pair);
    else push(ofFirst, b.device, pair);
  }
  return [...groups.values()].flatMap((ofFirst) => [...ofFirst.values()]);
}

/** The flows of ends for which no partner has the mirror image yet: each as its end writes it, with its mirror image. */
class OpenFlows {
  private readonly open = new Map<End, Map<string, string>>();

  private of(end: End): Map<string, string> {
    let texts = this.open.get(end);
    if (!texts) {
      texts = new Map();
      const protection = protectionOf(end);
      for (const each of protection.kind === 'flows' ? protection.flows : []) {
        const [own, image] = [textOf(each, false), textOf(each, true)];
        if (own !== undefined && image !== undefined) texts.set(own, image);
      }
      this.open.set(end, texts);
    }
    return texts;
  }

  /** Takes the flows out that two ends mirror; whether there were any. */
  close(a: End, b: End): boolean {
    const [mine, yours] = [this.of(a), this.of(b)];
    const [fewer, more] = mine.size < yours.size ? [mine, yours] : [yours, mine];
    let any = false;
    for (const [own, image] of fewer) {
      if (!more.delete(image)) continue;
      fewer.delete(own);
      any = true;
    }
    return any;
  }
}

/** The addresses between which an end talks to another one: those of the other that it names, its own that the other names. */
interface Leg {
  readonly to: readonly string[];
  readonly from: readonly string[];
}

const meets = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 || b.length === 0 || a.some((each) => b.includes(each));

/** The legs that ends are used up by: a policy group on two interfaces talks from both. */
class Legs {
  private readonly used = new Map<End, Leg[]>();

  constructor(private readonly nat: NatMappings) {}

  private legOf(end: End, other: End): Leg {
    return { to: namedBy(end, other, this.nat), from: namedBy(other, end, this.nat) };
  }

  isFree(end: End, other: End): boolean {
    if (end.open) return true;
    const leg = this.legOf(end, other);
    return !this.used.get(end)?.some(({ to, from }) => meets(to, leg.to) && meets(from, leg.from));
  }

  use(end: End, other: End): void {
    if (!end.open) push(this.used, end, this.legOf(end, other));
  }
}

/**
 * The pairs between ends of two devices that are meant for each other, the best first: each end once for each pair of addresses, unless
 * it takes whoever comes, and again where it protects a flow whose mirror image only that other end has.
 */
export function bestOf(pairs: readonly EndPair[], nat: NatMappings): readonly EndPair[] {
  if (pairs.length === 1) return pairs;
  const rated = pairs
    .map((pair) => ({ pair, rank: fit(pair[0], pair[1], nat) }))
    .sort((x, y) => y.rank - x.rank);
  const legs = new Legs(nat);
  const kept: EndPair[] = [];
  const left: EndPair[] = [];
  for (const { pair } of rated) {
    const [caller, other] = pair;
    const isFree = legs.isFree(caller, other) && legs.isFree(other, caller);
    (isFree ? kept : left).push(pair);
    if (!isFree) continue;
    legs.use(caller, other);
    legs.use(other, caller);
  }
  if (left.length === 0) return kept;
  const flows = new OpenFlows();
  for (const [a, b] of kept) flows.close(a, b);
  return [...kept, ...left.filter(([a, b]) => flows.close(a, b))];
}
