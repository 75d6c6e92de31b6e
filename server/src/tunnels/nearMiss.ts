import { anyAddress, type AddressSet } from '../model/flow';
import { unquoted } from '../model/reading';
import { isPrivate } from '../model/privateNetworks';
import { textOf } from '../model/value';
import { endsOf, type End } from './end';
import { calls, FIT, flowsFit, namesAddressOf, sameKind, targetsOf } from './fit';
import { expectedIdentity, localIdentity, type Identity } from './identity';
import { push, type EndPair } from './matching';
import type { Bond, Index } from './pairing';
import { flowKey, protectionOf } from './protectedFlows';

/** Two ends of which one names an address that the other does not have, or none at all. */
export interface NearPair {
  readonly pair: EndPair;
  readonly bond: Bond;
}

/** What the ends that nobody talks to yet are found by. */
interface Waiting {
  readonly ends: ReadonlySet<End>;
  /** By their flows as the other end would write them. */
  readonly byFlow: ReadonlyMap<string, readonly End[]>;
  /** By the name they call themselves, and by the one they ask for. */
  readonly byOwnId: ReadonlyMap<string, readonly End[]>;
  readonly byWantedId: ReadonlyMap<string, readonly End[]>;
  /** Those that take whoever comes, by the characters of their key. They leave the file no further than this. */
  readonly byKey: ReadonlyMap<string, readonly End[]>;
}

/** A name that somebody wrote, as a text; undefined for an address, which says no more than the addresses do. */
function nameOf(identity: Identity | undefined): string | undefined {
  if (identity?.value === undefined || identity.type === 'ip' || identity.type === 'any') return undefined;
  return `${identity.type} ${identity.value}`;
}

function keyOf({ peer }: End): string | undefined {
  if (!peer?.key || peer.key.value.form === 'masked' || peer.userTable) return undefined;
  return unquoted(textOf(peer.key.place));
}

function waitingOf(left: readonly End[]): Waiting {
  const byFlow = new Map<string, End[]>();
  const byOwnId = new Map<string, End[]>();
  const byWantedId = new Map<string, End[]>();
  const byKey = new Map<string, End[]>();
  const put = (map: Map<string, End[]>, key: string | undefined, end: End): void => {
    if (key !== undefined) push(map, key, end);
  };
  for (const end of left) {
    put(byFlow, flowKey(end, true), end);
    put(byOwnId, nameOf(localIdentity(end)), end);
    put(byWantedId, nameOf(expectedIdentity(end)), end);
    if (end.open) put(byKey, keyOf(end), end);
  }
  return { ends: new Set(left), byFlow, byOwnId, byWantedId, byKey };
}

/** Whether an end asks for another name than the one that the other end gives. */
function wantsAnother(end: End, other: End): boolean {
  const [wanted, given] = [nameOf(expectedIdentity(end)), nameOf(localIdentity(other))];
  return wanted !== undefined && given !== undefined && wanted !== given;
}

/** An end that a caller can mean which it does not name: on another device, and neither IDs nor the address it names speak against it. */
function canBeMeant(caller: End, other: End, { nat, owners }: Index): boolean {
  if (other.device === caller.device || !sameKind(caller, other)) return false;
  if (wantsAnother(caller, other) || wantsAnother(other, caller)) return false;
  return targetsOf(other, nat).every((key) =>
    (owners.get(key) ?? []).every(({ device }) => device === caller.device),
  );
}

/** The only one of some ends; undefined where there are more, or none. */
function onlyOf(ends: Iterable<End>): End | undefined {
  const [only, ...more] = new Set(ends);
  return more.length === 0 ? only : undefined;
}

/** The one end whose name a caller asks for, or that asks for the caller's name. */
function meantByName(caller: End, { byOwnId, byWantedId }: Waiting, index: Index): End | undefined {
  const [wanted, given] = [nameOf(expectedIdentity(caller)), nameOf(localIdentity(caller))];
  const found = [
    ...(wanted === undefined ? [] : (byOwnId.get(wanted) ?? [])),
    ...(given === undefined ? [] : (byWantedId.get(given) ?? [])),
  ];
  return onlyOf(found.filter((other) => canBeMeant(caller, other, index)));
}

/** Whether two IPv4 addresses differ in one of their four numbers only, as a slip leaves them. */
function isSlip(a: string, b: string): boolean {
  const [first, second] = [a.split('.'), b.split('.')];
  if (first.length !== 4 || second.length !== 4) return false;
  return first.filter((part, at) => part !== second[at]).length === 1;
}

function isSlipOf(targets: readonly string[], { localAddresses }: End): boolean {
  return localAddresses.some(({ key }) => targets.some((target) => isSlip(target, key)));
}

/** The one end that takes whoever comes, has the caller's key and lies one slip away from the address that the caller names. */
function meantByKey(
  caller: End,
  targets: readonly string[],
  { byKey }: Waiting,
  index: Index,
): End | undefined {
  const key = keyOf(caller);
  if (key === undefined) return undefined;
  const found = (byKey.get(key) ?? []).filter((other) => isSlipOf(targets, other));
  return onlyOf(found.filter((other) => canBeMeant(caller, other, index)));
}

/** Whether the flows of an end tell it from others: a tunnel interface and `permit ip` take in everything. */
function tells(end: End): boolean {
  const protection = protectionOf(end);
  const isAll = ({ family, wildcard }: AddressSet): boolean => wildcard === anyAddress(family).wildcard;
  return (
    end.kind !== 'profile' &&
    protection.kind === 'flows' &&
    protection.flows.some(({ flow }) => flow && !isAll(flow.source) && !isAll(flow.destination))
  );
}

/** The one end that protects just what the caller does, and takes whoever comes, or names somebody with a slip as the caller does. */
function meantByFlow(
  caller: End,
  targets: readonly string[],
  { byFlow }: Waiting,
  index: Index,
): End | undefined {
  const key = flowKey(caller, false);
  if (key === undefined || !tells(caller)) return undefined;
  const found = (byFlow.get(key) ?? []).filter((other) => canBeMeant(caller, other, index));
  // An address that stands in no file says nothing for the other end, so that the flows alone would.
  const isHost = targets.length < caller.remoteAddresses.length;
  const taking = found.filter(({ open, localAddresses }) => open && (isHost || localAddresses.length > 0));
  if (taking.length > 0) return onlyOf(taking);
  const other = onlyOf(found);
  if (!other) return undefined;
  const back = targetsOf(other, index.nat);
  const bothSlipped = isSlipOf(targets, other) && isSlipOf(back, caller);
  // Where both name hosts nothing speaks against it; where one knows the other's address it has been found by that.
  const bothHosts = targets.length === 0 && back.length === 0;
  return bothSlipped || bothHosts ? other : undefined;
}

/** The end that is meant where nobody has an address that the caller names. */
function meantByAll(caller: End, waiting: Waiting, index: Index): NearPair | undefined {
  const targets = targetsOf(caller, index.nat);
  const isHost = targets.length < caller.remoteAddresses.length;
  if (targets.some((target) => index.owners.has(target))) return undefined;
  const other =
    meantByName(caller, waiting, index) ??
    meantByFlow(caller, targets, waiting, index) ??
    meantByKey(caller, targets, waiting, index);
  if (!other) return undefined;
  const pair: EndPair = [caller, other];
  // An address that stands in no file can be the one that is named, and a host name can be anybody's.
  if (isHost || (other.localAddresses.length === 0 && !other.localAddressesKnown))
    return { pair, bond: 'mutual' };
  if (other.localAddresses.length === 0) return undefined;
  const hidden =
    other.localAddresses.every((local) => isPrivate(local.key)) &&
    targets.some((target) => !isPrivate(target));
  return { pair, bond: hidden ? 'behind-nat' : 'near-miss' };
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

/** Pairs in which one end names an address of the other's device that the other end does not use, or one that nobody has. */
export function nearPairs(left: readonly End[], index: Index): NearPair[] {
  const found: NearPair[] = [];
  const waiting = waitingOf(left);
  for (const caller of left) {
    if (!calls(caller)) continue;
    const meant = meantByAll(caller, waiting, index);
    if (meant) found.push(meant);
    for (const key of targetsOf(caller, index.nat)) {
      const others = (index.byLocal.get(key) ?? []).filter(
        (other) => waiting.ends.has(other) && other.device !== caller.device && sameKind(caller, other),
      );
      for (const other of others) {
        const bond = bondOf(caller, other, index);
        if (bond) found.push({ pair: [caller, other], bond });
      }
      // The address is there, and no end uses it: one on the same device that calls back was meant.
      for (const { device } of others.length > 0 ? [] : (index.owners.get(key) ?? [])) {
        if (device === caller.device) continue;
        for (const other of endsOf(device)) {
          if (!waiting.ends.has(other) || !sameKind(caller, other)) continue;
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
