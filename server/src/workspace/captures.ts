import { mergeCaptures } from '../model/captures';
import type { Device, Interface } from '../model/device';
import { NOTHING_RUNS } from '../model/running';
import { canonicalAddress } from '../syntax/address';
import { endsOf } from '../tunnels/end';
import { addressesOf, callsFor, FACTORY_NAMES, meet, type Addresses } from './identity';

/** A device with the files that describe it. */
export interface MergedDevice {
  readonly device: Device;
  /** The devices of single files that it is made of; the configuration that is meant first. */
  readonly parts: readonly Device[];
}

/** The folder of the file of a device. */
function folderOf({ uris }: Device): string {
  const uri = uris[0] ?? '';
  return uri.slice(0, uri.lastIndexOf('/') + 1);
}

/** The name by which a device is known: a file that names none lends it one that says nothing. */
export function knownName({ sysname, prompt }: Device): string | undefined {
  return (sysname?.value ?? prompt)?.toLowerCase();
}

/**
 * Whether a device of a file is what somebody captured of one, rather than a version of its configuration: a session that names the device
 * and configures tunnels is one.
 */
export function isCapture(device: Device): boolean {
  if (device.prompt === undefined || device.whole) return false;
  return !device.sysname || endsOf(device).every(({ settings }) => settings.blocks.length === 0);
}

const outputs = new WeakMap<Device, Device>();

/** What the outputs of a device show, without what its file says besides; undefined where there are none. */
export function outputsOf(device: Device): Device | undefined {
  if (device.running === NOTHING_RUNS) return undefined;
  let found = outputs.get(device);
  if (!found) {
    const nothing = { names: [], globals: {}, userTables: [], efficientVpns: [], sharedPolicies: [] };
    found = { ...device, ...device.running, ...nothing };
    outputs.set(device, found);
  }
  return found;
}

/** One device under construction. */
class Group {
  readonly parts: Device[] = [];

  constructor(
    first: Device,
    /** The first part is a configuration. */
    readonly isMeant: boolean,
  ) {
    this.parts.push(first);
  }

  get first(): Device {
    const [first] = this.parts;
    if (!first) throw new Error('a group has a part');
    return first;
  }
}

/** Whether two devices have different addresses on an interface of one name, and none there in common. */
function contradict(a: Device, b: Device): boolean {
  const byName = new Map(a.interfaces.map((each) => [each.name.toLowerCase(), keysOf(each)]));
  return b.interfaces.some((each) => {
    const [own, others] = [byName.get(each.name.toLowerCase()) ?? new Set<string>(), keysOf(each)];
    return own.size > 0 && others.size > 0 && !meet(own, others);
  });
}

function keysOf({ addresses }: Interface): Set<string> {
  return new Set(addresses.flatMap(({ value }) => canonicalAddress(value.address) ?? []));
}

/** How sure it is that two devices of one name are one: they are two, nothing speaks against it, they call the same peer, they share an address. */
const SURE = { no: 0, open: 1, peer: 2, address: 3 } as const;

const called = new WeakMap<Device, Addresses>();

/** The addresses of a device with those of all its peers: a capture often shows those alone. */
function allAddressesOf(device: Device): Addresses {
  let found = called.get(device);
  if (!found) {
    const { own, local, named } = addressesOf(device);
    const ofPeers = device.ikePeers.flatMap(({ remoteAddresses }) =>
      remoteAddresses.flatMap(({ value }) => canonicalAddress(value.text) ?? []),
    );
    found = { own, local, named: new Set([...named, ...ofPeers]) };
    called.set(device, found);
  }
  return found;
}

function sureness(capture: Device, other: Device, isFactoryName: boolean): number {
  const [a, b] = [allAddressesOf(capture), allAddressesOf(other)];
  if (callsFor(a, b) || callsFor(b, a)) return SURE.no;
  if (meet(a.own, b.own)) {
    // A private network that two labs have in common is no sign.
    const isOne = meet(a.local, b.local) || meet(a.named, b.named) || !contradict(capture, other);
    if (!isOne) return SURE.no;
    const isInside =
      [...a.own].every((each) => b.own.has(each)) || [...b.own].every((each) => a.own.has(each));
    return isFactoryName && !isInside ? SURE.no : SURE.address;
  }
  if (isFactoryName || contradict(capture, other)) return SURE.no;
  if (meet(a.named, b.named)) return SURE.peer;
  // What lies in another folder and calls other peers is another device until something says that it is not.
  const isElsewhere = folderOf(capture) !== folderOf(other);
  return isElsewhere && a.named.size > 0 && b.named.size > 0 ? SURE.no : SURE.open;
}

/** Of more devices of one name none is meant by a capture that has no address in common with one. */
const MAX_OF_ONE_NAME = 16;

/** The devices of one name. */
class OfOneName {
  readonly groups: Group[] = [];
  private readonly byAddress = new Map<string, Set<Group>>();
  private readonly byFolder = new Map<string, Set<Group>>();

  constructor(private readonly isFactoryName: boolean) {}

  start(device: Device, isMeant: boolean): void {
    const group = new Group(device, isMeant);
    this.groups.push(group);
    this.note(device, group);
  }

  private note(device: Device, group: Group): void {
    for (const each of addressesOf(device).own)
      this.byAddress.set(each, (this.byAddress.get(each) ?? new Set()).add(group));
    const folder = folderOf(device);
    this.byFolder.set(folder, (this.byFolder.get(folder) ?? new Set()).add(group));
  }

  /** The only one of some groups that a capture can belong to, the surest ones before others. */
  private onlyOf(capture: Device, groups: readonly Group[]): Group | undefined {
    if (groups.length > MAX_OF_ONE_NAME) return undefined;
    const rated = groups.map((group) => {
      const parts = group.parts.slice(0, MAX_OF_ONE_NAME);
      return { group, sure: Math.min(...parts.map((part) => this.sureIn(capture, part, group))) };
    });
    const best = Math.max(...rated.map(({ sure }) => sure));
    const [only, ...others] = rated.filter(({ sure }) => sure === best && sure > SURE.no);
    return others.length === 0 ? only?.group : undefined;
  }

  /** A part must not speak against the capture; only the one that is meant need speak for it. */
  private sureIn(capture: Device, part: Device, { first }: Group): number {
    const sure = sureness(capture, part, this.isFactoryName && part === first);
    return part === first || sure === SURE.no ? sure : SURE.address;
  }

  private meant(capture: Device): Group | undefined {
    const sharing = new Set<Group>();
    for (const each of addressesOf(capture).own)
      for (const group of this.byAddress.get(each) ?? []) sharing.add(group);
    const near = this.byFolder.get(folderOf(capture)) ?? new Set<Group>();
    const choices = [sharing, near].map((each) => (each.size > MAX_OF_ONE_NAME ? [] : [...each]));
    for (const groups of [...choices, this.groups]) {
      const found = this.onlyOf(capture, groups);
      if (found) return found;
    }
    return undefined;
  }

  add(capture: Device): void {
    const group = this.meant(capture);
    if (!group) {
      this.start(capture, false);
      return;
    }
    group.parts.push(capture);
    this.note(capture, group);
  }
}

/** How much a capture says of which device it is of. */
function telling(device: Device): number {
  const { own, named } = allAddressesOf(device);
  return own.size > 0 ? 2 : named.size > 0 ? 1 : 0;
}

/** Merged devices by their first part, as long as the parts are the same ones: an edit elsewhere leaves them as they are. */
const known = new WeakMap<Device, MergedDevice & { readonly isMeant: boolean }>();

function merged({ parts, first, isMeant }: Group): MergedDevice {
  if (parts.length === 1) return { device: first, parts };
  const before = known.get(first);
  const isSame =
    before?.isMeant === isMeant &&
    before.parts.length === parts.length &&
    parts.every((each, at) => each === before.parts[at]);
  if (isSame) return before;
  const device = mergeCaptures(first, parts.slice(1), isMeant);
  const result = { device, parts, isMeant };
  known.set(first, result);
  return result;
}

/**
 * Gives captures to the devices that printed them. A capture goes by the name in its prompt: it belongs to the one device of that name that
 * has an address in common with it, else calls the same peer, else nothing speaks against, in its own folder before others. A factory name
 * says nothing without an address. A capture that belongs to none is a device of its own, to which further captures can belong.
 */
export function withCaptures(
  configurations: readonly Device[],
  captures: readonly Device[],
): readonly MergedDevice[] {
  const byName = new Map<string, OfOneName>();
  const apart: MergedDevice[] = [];
  const ofName = (name: string): OfOneName => {
    const found = byName.get(name) ?? new OfOneName(FACTORY_NAMES.has(name));
    byName.set(name, found);
    return found;
  };
  for (const device of configurations) {
    const name = knownName(device);
    if (name === undefined) apart.push({ device, parts: [device] });
    else ofName(name).start(device, true);
  }
  // Captures that say more come first: those that say less then find the one device that they belong to, whatever the order of the files.
  for (const device of [...captures].sort((a, b) => telling(b) - telling(a))) {
    const name = knownName(device);
    if (name === undefined) apart.push({ device, parts: [device] });
    else ofName(name).add(device);
  }
  return [...apart, ...[...byName.values()].flatMap(({ groups }) => groups.map(merged))];
}
