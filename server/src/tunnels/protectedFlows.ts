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
import type { Place } from '../model/value';
import type { End } from './end';

/** Packets that an end wants protected. */
export interface ProtectedFlow {
  /** Undefined where the rule depends on more than can be compared, or a rule before it takes a part out. */
  readonly flow: Flow | undefined;
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

function ofAcl(end: End): Protection {
  const { acl } = end;
  if (!acl) return { kind: 'unknown' };
  const flows: ProtectedFlow[] = [];
  const denied: (Flow | undefined)[] = [];
  for (const rule of inOrder(acl.rules)) {
    const { flow, place, action } = rule;
    if (action === 'deny') {
      denied.push(flow);
      continue;
    }
    const whole = flow && denied.every((each) => each && !intersection(each, flow));
    flows.push({ flow: whole ? flow : undefined, place, rule });
  }
  return flows.length > 0 ? { kind: 'flows', flows } : { kind: 'unknown' };
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

const known = new WeakMap<End, Protection>();

/** What an end protects. */
export function protectionOf(end: End): Protection {
  let protection = known.get(end);
  if (!protection) {
    if (end.kind === 'profile') protection = ofTunnelInterface(end);
    else if (end.kind === 'template' && !end.settings.acl) protection = { kind: 'any' };
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
  for (const { flow } of protection.flows) {
    if (!flow) return undefined;
    keys.push(textOfFlow(mirror ? mirrored(flow) : flow));
  }
  return keys.sort().join(';');
}

/** A text that two flows share only where they are equal. */
export function textOfFlow({ protocol, source, destination, sourcePorts, destinationPorts }: Flow): string {
  const set = ({ family, address, wildcard }: AddressSet): string =>
    `${family}:${(address & ~wildcard).toString(16)}/${wildcard.toString(16)}`;
  const ports = [sourcePorts, destinationPorts].map(({ from, to }) => `${from}-${to}`);
  return [protocol ?? '*', set(source), set(destination), ...ports].join(' ');
}
