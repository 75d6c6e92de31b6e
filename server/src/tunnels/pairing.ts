import type { Device } from '../model/device';
import type { Place } from '../model/value';
import { canonicalAddress } from '../syntax/address';
import { endsOf, initiates, type End } from './end';
import { expectedIdentity, localIdentity } from './identity';
import { isPrivate } from '../model/privateNetworks';
import { flowKey, protectionOf, relate } from './protectedFlows';

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

/** Addresses outside against addresses of the devices themselves, as the project file says; both in the form by which they are compared. */
export type NatMappings = ReadonlyMap<string, string>;

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
interface Index {
  readonly byLocal: ReadonlyMap<string, readonly End[]>;
  readonly owners: ReadonlyMap<string, readonly OwnedAddress[]>;
  readonly nat: NatMappings;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

function buildIndex(devices: readonly Device[], nat: NatMappings): Index {
  const byLocal = new Map<string, End[]>();
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
    for (const end of endsOf(device)) for (const { key } of end.localAddresses) push(byLocal, key, end);
  }
  return { byLocal, owners, nat };
}

/** The addresses an end names, as the devices themselves know them: those outside a NAT that the project file describes are translated. */
export function targetsOf(end: End, nat: NatMappings): string[] {
  return end.remoteAddresses.flatMap(({ key }) => (key === undefined ? [] : (nat.get(key) ?? key)));
}

function namesAddressOf(end: End, other: End, nat: NatMappings): boolean {
  const targets = targetsOf(end, nat);
  return other.localAddresses.some(({ key }) => targets.includes(key));
}

/** Whether an end can be meant by another one that names its address: it names the other's, or takes whoever comes. */
function answers(end: End, caller: End, nat: NatMappings): boolean {
  if (end.open) return true;
  if (namesAddressOf(end, caller, nat)) return true;
  // A host name, a range or a masked address may be the caller's; so may any address of a caller whose own is not known.
  if (end.remoteAddresses.some(({ key }) => key === undefined)) return flowsFit(end, caller) >= FIT.overlap;
  return (
    !caller.localAddressesKnown && caller.localAddresses.length === 0 && flowsFit(end, caller) >= FIT.overlap
  );
}

const FIT = { mirror: 4, overlap: 3, unknown: 2, disjoint: 0 } as const;

/** How well what two ends protect fits together. */
function flowsFit(a: End, b: End): number {
  const own = flowKey(a, false);
  if (own !== undefined && own === flowKey(b, true)) return FIT.mirror;
  const [first, second] = [protectionOf(a), protectionOf(b)];
  if (first.kind !== 'flows' || second.kind !== 'flows') return FIT.unknown;
  let unknown = false;
  for (const mine of first.flows) {
    for (const yours of second.flows) {
      if (!mine.flow || !yours.flow) unknown = true;
      else if (relate(mine.flow, yours.flow) !== 'disjoint') return FIT.overlap;
    }
  }
  return unknown ? FIT.unknown : FIT.disjoint;
}

/** Whether an end that takes whoever comes was made for a caller: by the ID it asks for. */
function idFits(end: End, caller: End): number {
  const wanted = expectedIdentity(end);
  const given = localIdentity(caller);
  if (!wanted?.value || !given?.value) return 1;
  return wanted.value === given.value && wanted.type === given.type ? 2 : 0;
}

/** How well two ends fit: that each names the other counts most, then what they protect, the ID, the same number and the same name. */
function fit(a: End, b: End, nat: NatMappings): number {
  const bothNamed = namesAddressOf(a, b, nat) && namesAddressOf(b, a, nat) ? 1000 : 0;
  const sameNumber = a.sequence !== undefined && a.sequence === b.sequence ? 2 : 0;
  const sameName = a.name === b.name ? 1 : 0;
  return bothNamed + flowsFit(a, b) * 100 + (idFits(a, b) + idFits(b, a)) * 10 + sameNumber + sameName;
}

/** The pairs between ends of two devices that may be meant for each other, the best first, each end used once unless it takes whoever comes. */
function bestOf(pairs: readonly (readonly [End, End])[], nat: NatMappings): (readonly [End, End])[] {
  const rated = pairs
    .map((pair) => ({ pair, rank: fit(pair[0], pair[1], nat) }))
    .sort((x, y) => y.rank - x.rank);
  const used = new Set<End>();
  const kept: (readonly [End, End])[] = [];
  for (const { pair } of rated) {
    const [caller, other] = pair;
    if (used.has(caller) || (!other.open && used.has(other))) continue;
    used.add(caller);
    if (!other.open) used.add(other);
    kept.push(pair);
  }
  return kept;
}

function deviceKey(ids: Map<Device, number>, a: Device, b: Device): string {
  const id = (device: Device): number => {
    const found = ids.get(device) ?? ids.size;
    ids.set(device, found);
    return found;
  };
  const [x, y] = [id(a), id(b)];
  return x < y ? `${x} ${y}` : `${y} ${x}`;
}

/** Candidate pairs, sorted by the two devices they join; a pair that both ends name stands once. */
function byDevices(pairs: readonly (readonly [End, End])[]): (readonly [End, End])[][] {
  const ids = new Map<Device, number>();
  const groups = new Map<string, (readonly [End, End])[]>();
  const seen = new Map<End, Set<End>>();
  for (const pair of pairs) {
    const [a, b] = pair;
    if (seen.get(a)?.has(b) || seen.get(b)?.has(a)) continue;
    seen.set(a, (seen.get(a) ?? new Set()).add(b));
    push(groups, deviceKey(ids, a.device, b.device), pair);
  }
  return [...groups.values()];
}

function mutualPairs(ends: readonly End[], index: Index): (readonly [End, End])[] {
  const pairs: (readonly [End, End])[] = [];
  const misled = new Set<string>();
  const numbers = new Map<End, number>();
  const pairKey = (a: End, b: End): string => {
    const [x, y] = [a, b].map((end) => {
      const number = numbers.get(end) ?? numbers.size;
      numbers.set(end, number);
      return number;
    });
    return [x, y].sort().join(' ');
  };
  for (const caller of ends.filter(initiatesOrManual)) {
    for (const target of targetsOf(caller, index.nat)) {
      const others = (index.byLocal.get(target) ?? [])
        .filter((other) => other.device !== caller.device && sameKind(caller, other))
        .filter((other) => answers(other, caller, index.nat));
      // An address that two devices have, as unrelated examples in one folder do: the one whose flows fit is meant. In hot standby
      // both are.
      const isShared = ({ localAddresses }: End): boolean =>
        localAddresses.some(({ key, shared }) => key === target && shared);
      const several = others.some(({ device }) => device !== others[0]?.device) && !others.every(isShared);
      const best = several ? Math.max(...others.map((other) => flowsFit(caller, other))) : 0;
      for (const other of others) {
        if (several && flowsFit(caller, other) < best) misled.add(pairKey(caller, other));
        else pairs.push([caller, other]);
      }
    }
  }
  return misled.size === 0 ? pairs : pairs.filter(([a, b]) => !misled.has(pairKey(a, b)));
}

function initiatesOrManual(end: End): boolean {
  return initiates(end) || (end.kind === 'manual' && end.remoteAddresses.length > 0);
}

/** IKE negotiates with IKE only; manual policies are written to fit each other. */
function sameKind(a: End, b: End): boolean {
  return (a.kind === 'manual') === (b.kind === 'manual');
}

/** Pairs in which one end names an address of the other's device that the other end does not use, or one that nobody has. */
function nearPairs(left: readonly End[], index: Index): NearPair[] {
  const found: NearPair[] = [];
  const waiting = new Set(left);
  const openByFlow = new Map<string, End[]>();
  for (const end of left) {
    const key = end.open ? flowKey(end, true) : undefined;
    if (key !== undefined) push(openByFlow, key, end);
  }
  for (const caller of left) {
    if (!initiatesOrManual(caller)) continue;
    const waitsFor = meantByFlow(caller, openByFlow, index);
    if (waitsFor) found.push(waitsFor);
    for (const key of targetsOf(caller, index.nat)) {
      const others = (index.byLocal.get(key) ?? []).filter(
        (other) => waiting.has(other) && other.device !== caller.device && sameKind(caller, other),
      );
      for (const other of others) {
        const bond = bondOf(caller, other, index);
        if (bond) found.push({ pair: [caller, other], bond });
      }
      // The address is there, and no end uses it: one on the same device that calls back was meant.
      for (const { device } of others.length > 0 ? [] : (index.owners.get(key) ?? [])) {
        if (device === caller.device) continue;
        for (const other of endsOf(device)) {
          if (!waiting.has(other) || !sameKind(caller, other)) continue;
          if (
            namesAddressOf(other, caller, index.nat) ||
            (other.open && flowsFit(caller, other) >= FIT.overlap)
          )
            found.push({ pair: [caller, other], bond: 'near-miss' });
        }
      }
    }
  }
  return found;
}

interface NearPair {
  readonly pair: readonly [End, End];
  readonly bond: Bond;
}

/** The one end that takes whoever comes and protects just what the caller does, where nobody has the address that the caller names. */
function meantByFlow(
  caller: End,
  openByFlow: ReadonlyMap<string, readonly End[]>,
  index: Index,
): NearPair | undefined {
  const targets = targetsOf(caller, index.nat);
  const key = flowKey(caller, false);
  if (key === undefined || targets.length === 0 || targets.length < caller.remoteAddresses.length)
    return undefined;
  if (targets.some((target) => index.owners.has(target))) return undefined;
  const [other, ...more] = (openByFlow.get(key) ?? []).filter(
    (each) => each.device !== caller.device && each.localAddresses.length > 0 && idFits(each, caller) > 0,
  );
  if (!other || more.length > 0) return undefined;
  const hidden =
    other.localAddresses.every((local) => isPrivate(local.key)) &&
    targets.some((target) => !isPrivate(target));
  return { pair: [caller, other], bond: hidden ? 'behind-nat' : 'near-miss' };
}

/** What `other` names instead of the caller whose target it is: nothing of the kind, unless it fits in all else. */
function bondOf(caller: End, other: End, index: Index): Bond | undefined {
  const targets = targetsOf(other, index.nat);
  const elsewhere = targets.some((key) =>
    (index.owners.get(key) ?? []).some(({ device }) => device !== caller.device && device !== other.device),
  );
  if (elsewhere || targets.length === 0) return undefined;
  const ownsTarget = targets.some((key) =>
    index.owners.get(key)?.some(({ device }) => device === caller.device),
  );
  if (ownsTarget) return 'near-miss';
  const hidden =
    caller.localAddresses.every(({ key }) => isPrivate(key)) && targets.some((key) => !isPrivate(key));
  const fits = flowsFit(caller, other);
  if (hidden) return fits === FIT.mirror ? 'behind-nat' : undefined;
  return fits >= FIT.overlap ? 'near-miss' : undefined;
}

/** Finds which ends talk to each other: through hash tables of addresses, never each end against each. */
export function pairEnds(devices: readonly Device[], nat: NatMappings = NO_NAT): Pairing {
  const index = buildIndex(devices, nat);
  const ends = devices.flatMap((device) => endsOf(device));
  const tunnels: Tunnel[] = [];
  const paired = new Set<End>();
  const keep = (
    pairs: readonly (readonly [End, End])[],
    bondFor: (pair: readonly [End, End]) => Bond,
  ): void => {
    for (const group of byDevices(pairs)) {
      for (const pair of bestOf(group, nat)) {
        tunnels.push({ ends: [pair[0], pair[1]], bond: bondFor(pair), nat });
        paired.add(pair[0]).add(pair[1]);
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
function inReadingOrder({ ends: [a, b], bond, nat }: Tunnel): Tunnel {
  const text = (end: End): string =>
    `${end.device.name} ${end.name} ${String(end.sequence ?? 0).padStart(6, '0')}`;
  return { ends: text(a) <= text(b) ? [a, b] : [b, a], bond, nat };
}
