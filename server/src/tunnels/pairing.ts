import type { Device } from '../model/device';
import type { Place } from '../model/value';
import { canonicalAddress } from '../syntax/address';
import { endsOf, type End } from './end';
import { calls, FIT, flowsFit, nearness, sameKind, targetsOf, type NatMappings } from './fit';
import { bestOf, byDevices, push, type EndPair } from './matching';
import { nearPairs } from './nearMiss';

/** How sure it is that two ends are meant for each other. */
export type Bond =
  /** Each names the other's address, or takes whoever comes. */
  | 'mutual'
  /** One names an address that the other does not have; everything else says that the other is meant. */
  | 'near-miss'
  /** The address one of them names can be the other's behind a NAT that no file shows. */
  | 'behind-nat';

/** Two ends that talk to each other. */
export interface Tunnel {
  readonly ends: readonly [End, End];
  readonly bond: Bond;
  /** By which the addresses that one end names are read. */
  readonly nat: NatMappings;
  /** For each end those of the same device that the other end talks to as well, as one with two flows does that stand in two entries there. */
  readonly also?: readonly [readonly End[], readonly End[]];
}

/** The name by which an end is told from all others: `FW_A/policy/map1/10`. */
export function endId({ device, kind, name, sequence, interfaces }: End): string {
  const number = sequence === undefined ? [] : [String(sequence)];
  const tunnel = kind === 'profile' && interfaces[0] ? [interfaces[0].name] : [];
  return [device.name, kind, name, ...number, ...tunnel].join('/');
}

/** The name of a tunnel: those of its ends. */
export function tunnelId({ ends: [a, b] }: Tunnel): string {
  return `${endId(a)} ↔ ${endId(b)}`;
}

/** An end whose partner is in none of the files. */
export interface Unpaired {
  readonly end: End;
  /** Whom it names; undefined where it waits for anyone. */
  readonly remote: string | undefined;
}

const NO_NAT: NatMappings = new Map();

export interface Pairing {
  readonly tunnels: readonly Tunnel[];
  readonly unpaired: readonly Unpaired[];
}

/** An address of an interface of a device. */
export interface OwnedAddress {
  readonly device: Device;
  readonly place: Place;
}

/** All ends and addresses of a workspace, found by hash. */
export interface Index {
  readonly byLocal: ReadonlyMap<string, readonly End[]>;
  /** By an address of their own and one they name: `OWN OTHER`. */
  readonly byBoth: ReadonlyMap<string, readonly End[]>;
  /** Those that take whoever comes, or name somebody whose address is not known, by their own address. */
  readonly vague: ReadonlyMap<string, readonly End[]>;
  readonly owners: ReadonlyMap<string, readonly OwnedAddress[]>;
  readonly nat: NatMappings;
}

function buildIndex(devices: readonly Device[], nat: NatMappings): Index {
  const byLocal = new Map<string, End[]>();
  const byBoth = new Map<string, End[]>();
  const vague = new Map<string, End[]>();
  const owners = new Map<string, OwnedAddress[]>();
  for (const device of devices) {
    for (const { addresses, virtualAddresses } of device.interfaces) {
      const all = [
        ...addresses.map(({ value, place }) => ({ text: value.address, place })),
        ...virtualAddresses.map(({ value, place }) => ({ text: value, place })),
      ];
      for (const { text, place } of all) {
        const key = canonicalAddress(text);
        if (key !== undefined) push(owners, key, { device, place });
      }
    }
    for (const end of endsOf(device)) {
      const targets = targetsOf(end, nat);
      const isVague = end.open || targets.length < end.remoteAddresses.length;
      for (const { key } of end.localAddresses) {
        push(byLocal, key, end);
        if (isVague) push(vague, key, end);
        for (const target of targets) push(byBoth, `${key} ${target}`, end);
      }
    }
  }
  return { byLocal, byBoth, vague, owners, nat };
}

/** The ends at an address that can be meant by one that names it: they name the caller's, or take whoever comes. */
function answering(target: string, caller: End, { byLocal, byBoth, vague }: Index): End[] {
  const found = new Set(caller.localAddresses.flatMap(({ key }) => byBoth.get(`${target} ${key}`) ?? []));
  // A host name, a range or a masked address may be the caller's.
  for (const end of vague.get(target) ?? [])
    if (end.open || flowsFit(end, caller) >= FIT.overlap) found.add(end);
  // So may any address of a caller whose own is not known.
  if (!caller.localAddressesKnown && caller.localAddresses.length === 0)
    for (const end of byLocal.get(target) ?? []) if (flowsFit(end, caller) >= FIT.overlap) found.add(end);
  return [...found].filter((end) => end.device !== caller.device && sameKind(caller, end));
}

/** Of ends at an address that several devices have, as unrelated examples in one folder do, those that are meant. */
function meant(target: string, caller: End, others: readonly End[]): readonly End[] {
  const [first] = others;
  // In hot standby both have it.
  const isShared = ({ localAddresses }: End): boolean =>
    localAddresses.some(({ key, shared }) => key === target && shared);
  if (others.every(({ device }) => device === first?.device) || others.every(isShared)) return others;
  const rated = others.map((other) => ({
    other,
    flows: flowsFit(caller, other),
    near: nearness(caller.device, other.device),
  }));
  const flows = Math.max(...rated.map((each) => each.flows));
  const fitting = rated.filter((each) => each.flows === flows);
  const near = Math.max(...fitting.map((each) => each.near));
  return fitting.filter((each) => each.near === near).map(({ other }) => other);
}

function mutualPairs(ends: readonly End[], index: Index): EndPair[] {
  const pairs: EndPair[] = [];
  const misled = new Map<End, Set<End>>();
  const mislead = (a: End, b: End): void => {
    misled.set(a, (misled.get(a) ?? new Set()).add(b));
  };
  for (const caller of ends.filter(calls)) {
    for (const target of targetsOf(caller, index.nat)) {
      const others = answering(target, caller, index);
      const right = new Set(meant(target, caller, others));
      for (const other of others) {
        if (right.has(other)) pairs.push([caller, other]);
        else mislead(caller, other);
      }
    }
  }
  const isMisled = (a: End, b: End): boolean => misled.get(a)?.has(b) === true;
  return misled.size === 0 ? pairs : pairs.filter(([a, b]) => !isMisled(a, b) && !isMisled(b, a));
}

/** The tunnels that some pairs of ends of two devices come to. */
function tunnelsOf(
  group: readonly EndPair[],
  bondFor: (pair: EndPair) => Bond,
  nat: NatMappings,
): readonly Tunnel[] {
  const best = bestOf(group, nat);
  if (best.length === 1) return best.map((pair) => ({ ends: [pair[0], pair[1]], bond: bondFor(pair), nat }));
  const partners = new Map<End, End[]>();
  for (const [a, b] of best) {
    push(partners, a, b);
    push(partners, b, a);
  }
  const others = (end: End, partner: End): End[] =>
    (partners.get(end) ?? []).filter((each) => each !== partner);
  return best.map((pair): Tunnel => {
    const [a, b] = pair;
    const also = [others(b, a), others(a, b)] as const;
    const tunnel: Tunnel = { ends: [a, b], bond: bondFor(pair), nat };
    return also.some(({ length }) => length > 0) ? { ...tunnel, also } : tunnel;
  });
}

/** Finds which ends talk to each other: through hash tables of addresses, never each end against each. */
export function pairEnds(devices: readonly Device[], nat: NatMappings = NO_NAT): Pairing {
  const index = buildIndex(devices, nat);
  const ends = devices.flatMap((device) => endsOf(device));
  const tunnels: Tunnel[] = [];
  const paired = new Set<End>();
  const keep = (pairs: readonly EndPair[], bondFor: (pair: EndPair) => Bond): void => {
    for (const group of byDevices(pairs)) {
      for (const tunnel of tunnelsOf(group, bondFor, nat)) {
        tunnels.push(tunnel);
        paired.add(tunnel.ends[0]).add(tunnel.ends[1]);
      }
    }
  };
  keep(mutualPairs(ends, index), () => 'mutual');
  const near = nearPairs(
    ends.filter((end) => !paired.has(end)),
    index,
  );
  const bonds = new Map(near.map(({ pair, bond }) => [pair, bond]));
  keep(
    near.map(({ pair }) => pair),
    (pair) => bonds.get(pair) ?? 'near-miss',
  );
  const unpaired = ends
    .filter((end) => !paired.has(end))
    .map((end) => ({ end, remote: end.remoteAddresses[0]?.text }));
  return { tunnels: tunnels.map(inReadingOrder), unpaired };
}

/** The ends in a stable order: by the devices' names, then by name and number. */
function inReadingOrder(tunnel: Tunnel): Tunnel {
  const { ends, also } = tunnel;
  const [a, b] = ends;
  const text = (end: End): string =>
    `${end.device.name} ${end.name} ${String(end.sequence ?? 0).padStart(6, '0')}`;
  return text(a) <= text(b)
    ? tunnel
    : { ...tunnel, ends: [b, a], ...(also ? { also: [also[1], also[0]] } : {}) };
}
