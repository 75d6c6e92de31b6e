import type { Device } from '../model/device';
import { initiates, type End } from './end';
import { expectedIdentity, localIdentity } from './identity';
import { flowKey, mirroredIndex, protectionOf, relate } from './protectedFlows';

/** Addresses outside against addresses of the devices themselves, as the project file says; both in the form by which they are compared. */
export type NatMappings = ReadonlyMap<string, string>;

/** Whether an end goes to somebody it names. */
export function calls(end: End): boolean {
  return initiates(end) || (end.kind === 'manual' && end.remoteAddresses.length > 0);
}

/** IKE negotiates with IKE only; manual policies are written to fit each other. */
export function sameKind(a: End, b: End): boolean {
  return (a.kind === 'manual') === (b.kind === 'manual');
}

/** How well what two ends protect fits together. */
export const FIT = { mirror: 4, overlap: 3, unknown: 2, disjoint: 0 } as const;

/** The addresses an end names, as the devices themselves know them: those outside a NAT that the project file describes are translated. */
export function targetsOf(end: End, nat: NatMappings): string[] {
  return end.remoteAddresses.flatMap(({ key }) => (key === undefined ? [] : (nat.get(key) ?? key)));
}

/** The addresses of another end that an end names. */
export function namedBy(end: End, other: End, nat: NatMappings): string[] {
  const targets = targetsOf(end, nat);
  return other.localAddresses.flatMap(({ key }) => (targets.includes(key) ? key : []));
}

export function namesAddressOf(end: End, other: End, nat: NatMappings): boolean {
  return namedBy(end, other, nat).length > 0;
}

/** Some of the packets of a caller are among those of another end: found by their addresses, never flow by flow. */
function flowsMeet(a: End, b: End): boolean {
  const protection = protectionOf(a);
  if (protection.kind !== 'flows') return false;
  const index = mirroredIndex(b);
  return protection.flows.some(({ flow }) => {
    if (!flow) return false;
    for (const met of index.met(flow))
      for (const each of met) if (each.flow && relate(flow, each.flow) !== 'disjoint') return true;
    return false;
  });
}

const isUnknown = (end: End): boolean => {
  const protection = protectionOf(end);
  return protection.kind !== 'flows' || protection.flows.some(({ flow }) => !flow);
};

/** How well what two ends protect fits together, as one of `FIT`. */
export function flowsFit(a: End, b: End): number {
  const own = flowKey(a, false);
  if (own !== undefined && own === flowKey(b, true)) return FIT.mirror;
  if (flowsMeet(a, b)) return FIT.overlap;
  return isUnknown(a) || isUnknown(b) ? FIT.unknown : FIT.disjoint;
}

/** Whether an end that takes whoever comes was made for a caller, by the ID it asks for: 2 where it is the caller's, 0 where it is another's. */
export function idFits(end: End, caller: End): number {
  const wanted = expectedIdentity(end);
  const given = localIdentity(caller);
  if (!wanted?.value || !given?.value) return 1;
  return wanted.value === given.value && wanted.type === given.type ? 2 : 0;
}

/** How well two ends fit: that each names the other counts most, then what they protect, the ID, the same number and the same name. */
export function fit(a: End, b: End, nat: NatMappings): number {
  const bothNamed = namesAddressOf(a, b, nat) && namesAddressOf(b, a, nat) ? 1000 : 0;
  const sameNumber = a.sequence !== undefined && a.sequence === b.sequence ? 2 : 0;
  const sameName = a.name === b.name ? 1 : 0;
  return bothNamed + flowsFit(a, b) * 100 + (idFits(a, b) + idFits(b, a)) * 10 + sameNumber + sameName;
}

const folders = new WeakMap<Device, readonly string[]>();

function foldersOf(device: Device): readonly string[] {
  let parts = folders.get(device);
  if (!parts) {
    parts = (device.uris[0] ?? '').split('/').slice(0, -1);
    folders.set(device, parts);
  }
  return parts;
}

/** How many folders the files of two devices have in common, counted from the root: examples that belong together lie together. */
export function nearness(a: Device, b: Device): number {
  const [first, second] = [foldersOf(a), foldersOf(b)];
  const apart = first.findIndex((part, at) => part !== second[at]);
  return apart < 0 ? first.length : apart;
}
