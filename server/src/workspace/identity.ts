import type { Device } from '../model/device';
import { canonicalAddress } from '../syntax/address';
import { endsOf } from '../tunnels/end';

/** Names that devices have before anybody names them, and the one in examples: two devices with one are two that nobody has named. */
export const FACTORY_NAMES: ReadonlySet<string> = new Set([
  'huawei',
  'quidway',
  'sysname',
  'srg',
  'eudemon',
  'ngfw',
  'usg2200',
  'usg5500',
  'usg6000',
  'usg6000e',
  'usg9500',
  'usg6000v1',
  'usg6000v',
  'usg6300',
  'usg6500',
  'usg6600',
  'ar',
  'router',
  'firewall',
  'fw',
  'hrp_m',
  'hrp_s',
]);

/** The addresses of a device, and those that its ends name; each in the form by which addresses are compared. */
export interface Addresses {
  readonly own: ReadonlySet<string>;
  /** Those of them that its ends negotiate from. */
  readonly local: ReadonlySet<string>;
  readonly named: ReadonlySet<string>;
}

const addresses = new WeakMap<Device, Addresses>();

/** The addresses that tell a device from others of its name. */
export function addressesOf(device: Device): Addresses {
  let found = addresses.get(device);
  if (!found) {
    const ends = endsOf(device);
    const ofInterfaces = device.interfaces.flatMap((each) =>
      each.addresses.flatMap(({ value }) => canonicalAddress(value.address) ?? []),
    );
    const ofEnds = ends.flatMap(({ localAddresses }) => localAddresses.map(({ key }) => key));
    const named = ends.flatMap(({ remoteAddresses }) => remoteAddresses.flatMap(({ key }) => key ?? []));
    found = { own: new Set([...ofInterfaces, ...ofEnds]), local: new Set(ofEnds), named: new Set(named) };
    addresses.set(device, found);
  }
  return found;
}

/** Whether two sets have a member in common. */
export function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  return [...few].some((each) => many.has(each));
}

/** Whether a device names an address that another one has and it has not: then the two are ends of one tunnel. */
export function callsFor(a: Addresses, b: Addresses): boolean {
  return [...a.named].some((each) => b.own.has(each) && !a.own.has(each));
}
