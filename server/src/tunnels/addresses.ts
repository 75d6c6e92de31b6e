import type { Device, IkePeer, Interface, IpsecPolicy, PolicySettings } from '../model/device';
import { indexOf } from '../model/deviceIndex';
import { nameKey } from '../model/reading';
import type { Place, Written } from '../model/value';
import { canonicalAddress } from '../syntax/address';
import type { EndKind } from './end';

/** An address that packets of an end leave from. */
export interface LocalAddress {
  /** The form by which addresses are compared. */
  readonly key: string;
  /** As written. */
  readonly text: string;
  readonly place: Place;
  /** Shared with a device in hot standby (VRRP). */
  readonly shared?: true;
}

/** Where an end sends its negotiations, and whom it takes them from. */
export interface RemoteAddress {
  /** The form by which addresses are compared; undefined for a host name, a range and a masked address. */
  readonly key: string | undefined;
  /** As written: an address, the first one of a range, or a host name. */
  readonly text: string;
  readonly place: Place;
  /** `destination` of the tunnel interface, which goes before the peer's `remote-address`. */
  readonly isDestination: boolean;
}

interface LocalAddresses {
  readonly addresses: readonly LocalAddress[];
  readonly known: boolean;
}

function local({ value, place }: Written<string>): LocalAddresses {
  const key = canonicalAddress(value);
  return key === undefined
    ? { addresses: [], known: false }
    : { addresses: [{ key, text: value, place }], known: true };
}

const UNKNOWN: LocalAddresses = { addresses: [], known: false };

/**
 * IKE takes an interface's primary address: the first one, of each family. Of a pair in hot standby it takes the address they share, if
 * the other end names that.
 */
function primaryOf(each: Interface | undefined): LocalAddresses {
  if (!each || each.addresses.length === 0) return UNKNOWN;
  const isV6 = (text: string): boolean => text.includes(':');
  const first = [false, true].flatMap(
    (v6) => each.addresses.find(({ value }) => isV6(value.address) === v6) ?? [],
  );
  const all = first.map(({ value, place }) => local({ value: value.address, origin: 'config', place }));
  const shared = each.virtualAddresses.flatMap((virtual) => local(virtual).addresses);
  // One that an output shows of an interface that is given its addresses can be another one by now.
  const known = !each.dynamicAddress;
  return joined([...all, { addresses: shared.map((one) => ({ ...one, shared: true })), known }]);
}

function joined(all: readonly LocalAddresses[]): LocalAddresses {
  if (all.length === 0) return UNKNOWN;
  return { addresses: all.flatMap(({ addresses }) => addresses), known: all.every(({ known }) => known) };
}

/**
 * The addresses an end negotiates from: `tunnel local` or `local-address` where it is written, the interface that a shared policy borrows
 * its address from, else the primary address of each interface the policy is applied to. A tunnel interface goes by its `source`
 * (USG6000E guide, dc_cfg_ipsec_0020).
 */
export function localAddressesOf(
  device: Device,
  kind: EndKind,
  settings: PolicySettings,
  entry: IpsecPolicy | undefined,
  peer: IkePeer | undefined,
  interfaces: readonly Interface[],
): LocalAddresses {
  const { interfaces: byName, sharedAddresses } = indexOf(device);
  const fixed = (written: Written<string>): LocalAddresses => {
    const { addresses, known } = local(written);
    const all = addresses.map((each) =>
      sharedAddresses.has(each.key) ? { ...each, shared: true as const } : each,
    );
    return { addresses: all, known };
  };
  const named = (name: string): LocalAddresses => primaryOf(byName.get(nameKey('interface', name)));
  if (kind === 'profile') {
    const source = interfaces[0]?.source;
    if (!source) return peer?.localAddress ? fixed(peer.localAddress) : UNKNOWN;
    return canonicalAddress(source.value) === undefined ? named(source.value) : fixed(source);
  }
  const written = settings.tunnelLocal ?? entry?.tunnelLocal;
  if (written && written.value !== 'applied-interface') return fixed(written);
  if (!written && peer?.localAddress) return fixed(peer.localAddress);
  const group = entry?.name ?? (settings as Partial<IpsecPolicy>).name;
  const shared = device.sharedPolicies.filter(({ policy }) => policy.value === group);
  if (shared.length > 0) return joined(shared.map((each) => named(each.interface.value)));
  return joined(interfaces.map(primaryOf));
}

function remote(place: Place, text: string, isRange: boolean, isDestination: boolean): RemoteAddress {
  return { key: isRange ? undefined : canonicalAddress(text), text, place, isDestination };
}

/** Whom an end negotiates with: `tunnel remote` of a manual policy, `destination` of a tunnel interface, else the peer's remote addresses. */
export function remoteAddressesOf(
  kind: EndKind,
  settings: PolicySettings,
  peer: IkePeer | undefined,
  interfaces: readonly Interface[],
): readonly RemoteAddress[] {
  if (kind === 'manual') {
    const { tunnelRemote } = settings;
    return tunnelRemote ? [remote(tunnelRemote.place, tunnelRemote.value, false, false)] : [];
  }
  const destination = kind === 'profile' ? interfaces[0]?.destination : undefined;
  if (destination) return [remote(destination.place, destination.value, false, true)];
  // A policy's own output says whom it goes to where the peer's was not captured.
  const { tunnelRemote } = settings;
  if (!peer && tunnelRemote?.origin === 'display')
    return [remote(tunnelRemote.place, tunnelRemote.value, false, false)];
  return (peer?.remoteAddresses ?? []).map(({ place, value }) =>
    remote(place, value.text, value.to !== undefined, false),
  );
}
