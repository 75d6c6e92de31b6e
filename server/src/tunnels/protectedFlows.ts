import {
  ALL_PORTS,
  anyAddress,
  contains,
  intersection,
  mirrored,
  type AddressSet,
  type Flow,
} from '../model/flow';
import { addressSet, inOrder, type AclRule } from '../model/acl';
import { says } from '../model/device';
import { FlowIndex } from '../model/flowIndex';
import type { Place } from '../model/value';
import type { End } from './end';

/** Packets that an end wants protected. */
export interface ProtectedFlow {
  /** Undefined where the rule depends on more than can be compared, or a rule before it takes a part out. */
  readonly flow: Flow | undefined;
  /** What a rule with a part taken out permits, and the parts. */
  readonly cut?: { readonly flow: Flow; readonly out: readonly Flow[] };
  readonly place: Place;
  /** The rule that says so; undefined for a tunnel interface, which protects what is routed into it. */
  readonly rule?: AclRule;
}

/**
 * What an end protects: `any`: whatever the other end asks for, as a template without an ACL does; `unknown`: the file does not say.
 */
export type Protection =
  | { readonly kind: 'flows'; readonly flows: readonly ProtectedFlow[] }
  | { readonly kind: 'any' }
  | { readonly kind: 'unknown' };

/** What a permit rule leaves to be protected of its flow; undefined for nothing. */
function left(
  rule: AclRule,
  denied: FlowIndex<Flow> | undefined,
  byExactness: boolean,
): ProtectedFlow | undefined {
  const { flow, place } = rule;
  const out = flow && denied?.meeting(flow).flatMap((each) => intersection(each, flow) ?? []);
  if (!flow || !out) return { flow: undefined, place, rule };
  if (out.length === 0) return { flow, place, rule };
  if (byExactness) return { flow: undefined, place, rule };
  return out.some((each) => contains(each, flow))
    ? undefined
    : { flow: undefined, cut: { flow, out }, place, rule };
}

function ofAcl({ acl, device }: End): Protection {
  if (!acl || !says(acl, 'rules')) return { kind: 'unknown' };
  const flows: ProtectedFlow[] = [];
  const byExactness = acl.matchOrder === 'auto';
  // Undefined once a deny rule is not understood: it can take a part of any rule behind it.
  let denied: FlowIndex<Flow> | undefined = new FlowIndex();
  const rules = inOrder(acl.rules);
  const deny = ({ flow }: AclRule): void => {
    if (flow) denied?.add(flow, flow);
    else denied = undefined;
  };
  if (byExactness) for (const rule of rules) if (rule.action === 'deny') deny(rule);
  for (const rule of rules) {
    const each = rule.action === 'permit' ? left(rule, denied, byExactness) : undefined;
    if (each) flows.push(each);
    else if (rule.action === 'deny') deny(rule);
  }
  // A list that permits nothing protects nothing; an excerpt may leave rules out.
  return flows.length > 0 || rules.length > 0 || device.whole
    ? { kind: 'flows', flows }
    : { kind: 'unknown' };
}

const GRE = 47;

function ofTunnelInterface(end: End): Protection {
  const [tunnel] = end.interfaces;
  if (!tunnel) return { kind: 'unknown' };
  const { place } = tunnel.ipsecProfile ?? tunnel;
  const flows = (protocol: number | undefined, source: AddressSet, destination: AddressSet): Protection => ({
    kind: 'flows',
    flows: [
      {
        flow: { protocol, source, destination, sourcePorts: ALL_PORTS, destinationPorts: ALL_PORTS },
        place,
      },
    ],
  });
  if (tunnel.tunnelProtocol?.value === 'gre') {
    const [source, destination] = [end.localAddresses[0], end.remoteAddresses[0]].map(
      (each) => each && addressSet(each.text),
    );
    return source && destination ? flows(GRE, source, destination) : { kind: 'unknown' };
  }
  return tunnel.tunnelProtocol?.value === 'ipsec'
    ? flows(undefined, anyAddress(4), anyAddress(4))
    : { kind: 'unknown' };
}

const indexes = new WeakMap<End, FlowIndex<ProtectedFlow>>();

/** The flows of an end that can be compared, as the other end sees them: found by their addresses. */
export function mirroredIndex(end: End): FlowIndex<ProtectedFlow> {
  let index = indexes.get(end);
  if (!index) {
    index = new FlowIndex();
    const protection = protectionOf(end);
    for (const each of protection.kind === 'flows' ? protection.flows : [])
      if (each.flow) index.add(mirrored(each.flow), each);
    indexes.set(end, index);
  }
  return index;
}

const known = new WeakMap<End, Protection>();

/** What an end protects. */
export function protectionOf(end: End): Protection {
  let protection = known.get(end);
  if (!protection) {
    if (end.kind === 'profile') protection = ofTunnelInterface(end);
    else if (end.kind === 'template' && !end.settings.acl)
      protection = says(end.settings, 'acl') ? { kind: 'any' } : { kind: 'unknown' };
    else protection = ofAcl(end);
    known.set(end, protection);
  }
  return protection;
}

/** How two flows, seen from their own ends, relate: the second one mirrored. */
export type FlowRelation = 'equal' | 'inside' | 'around' | 'overlapping' | 'disjoint';

/** Compares a flow of one end with one of the other: `inside` where all of `own` is in what the other end protects. */
export function relate(own: Flow, others: Flow): FlowRelation {
  const other = mirrored(others);
  const inside = contains(other, own);
  const around = contains(own, other);
  if (inside && around) return 'equal';
  if (inside) return 'inside';
  if (around) return 'around';
  return intersection(own, other) ? 'overlapping' : 'disjoint';
}

/** A text that is the same for an end's flows and for their exact mirror image on the other end, each flow sorted in. */
export function flowKey(end: End, mirror: boolean): string | undefined {
  const protection = protectionOf(end);
  if (protection.kind !== 'flows') return undefined;
  const keys: string[] = [];
  for (const each of protection.flows) {
    const text = textOf(each, mirror);
    if (text === undefined) return undefined;
    keys.push(text);
  }
  return keys.length === 0 ? undefined : keys.sort().join(';');
}

/** A text that two protected flows share only where they are equal, the parts taken out included; undefined where they cannot be compared. */
export function textOf({ flow, cut }: ProtectedFlow, mirror: boolean): string | undefined {
  const seen = (each: Flow): string => textOfFlow(mirror ? mirrored(each) : each);
  if (flow) return seen(flow);
  return cut && [seen(cut.flow), ...cut.out.map(seen).sort()].join(' without ');
}

/** A text that two flows share only where they are equal. */
export function textOfFlow({ protocol, source, destination, sourcePorts, destinationPorts }: Flow): string {
  const set = ({ family, address, wildcard }: AddressSet): string =>
    `${family}:${(address & ~wildcard).toString(16)}/${wildcard.toString(16)}`;
  const ports = [sourcePorts, destinationPorts].map(({ from, to }) => `${from}-${to}`);
  return [protocol ?? '*', set(source), set(destination), ...ports].join(' ');
}
