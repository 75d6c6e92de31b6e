import { says, type IdType } from '../model/device';
import type { Place } from '../model/value';
import { canonicalAddress } from '../syntax/address';
import type { End } from './end';

/** What an end calls itself in phase 1, or what it wants the other end to call itself. */
export interface Identity {
  readonly type: IdType;
  /** In the form by which two are compared; undefined where it is not known. */
  readonly value: string | undefined;
  /** As written, for people; undefined where only the type is written, or nothing. */
  readonly text: string | undefined;
  /** Where the value is written, else the type, else the peer's opening line. */
  readonly place: Place;
  /** Where the type is written. */
  readonly typePlace: Place | undefined;
}

/** Types that say the same: VRP calls a host name `name` in old releases. */
function plainType(type: IdType): IdType {
  return type === 'name' ? 'fqdn' : type;
}

/** Names are compared as the packets carry them (RFC 7296 §3.5); addresses in one form. */
function comparable(type: IdType, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  return type === 'ip' ? canonicalAddress(text) : text;
}

/**
 * What an end calls itself: by default its address. A name that is not written at the peer is the device's `ike local-name`. Undefined
 * where the end has no peer, or no output says of which type its ID is.
 */
export function localIdentity(end: End): Identity | undefined {
  const { peer, device } = end;
  if (!peer || !says(peer, 'localIdType')) return undefined;
  const type = plainType(peer.localIdType?.value ?? 'ip');
  const typePlace = peer.localIdType?.place;
  const written = peer.localId ?? (type === 'fqdn' ? device.globals.ikeLocalName : undefined);
  if (written) {
    const { value: text, place } = written;
    return { type, value: comparable(type, text), text, place, typePlace };
  }
  const [address, ...others] = end.localAddresses;
  if (type === 'ip' && says(peer, 'localId') && address && end.localAddressesKnown && others.length === 0)
    return { type, value: address.key, text: address.text, place: typePlace ?? address.place, typePlace };
  return { type, value: undefined, text: undefined, place: typePlace ?? peer.place, typePlace };
}

/** What an end wants the other one to call itself; undefined where it takes any name. */
export function expectedIdentity(end: End): Identity | undefined {
  const { peer } = end;
  if (!peer) return undefined;
  const { remoteIdType, remoteId, remoteName } = peer;
  if (remoteIdType?.value === 'any') return undefined;
  const written = remoteId ?? remoteName;
  const typePlace = remoteIdType?.place;
  if (!written && !remoteIdType) return undefined;
  const type = plainType(
    remoteIdType?.value ?? (remoteName && !remoteId ? 'fqdn' : typeOfText(written?.value)),
  );
  const place = written?.place ?? typePlace ?? peer.place;
  return { type, value: comparable(type, written?.value), text: written?.value, place, typePlace };
}

/** The type that a value without one is of: an address is an address, anything else a name. */
function typeOfText(text: string | undefined): IdType {
  return text !== undefined && canonicalAddress(text) !== undefined ? 'ip' : 'fqdn';
}
