import type { Device } from '../model/device';
import { endsOf } from '../tunnels/end';
import { analyse } from './analysis';
import { isCapture, outputsOf, withCaptures } from './captures';
import { namedApart } from './deviceNames';
import { addressesOf, callsFor, FACTORY_NAMES, meet, type Addresses } from './identity';
import type { Snapshot, WorkspaceFile } from './workspace';

/** A device that another file describes better. */
export interface OlderVersion {
  readonly device: Device;
  readonly counts: Device;
}

/** The devices of a workspace, of each the version that counts. */
export interface Versions {
  /** By other names than their own where several have the same. */
  readonly devices: readonly Device[];
  readonly older: readonly OlderVersion[];
  /** The device that one of a single file is a part of, with what other files show of it; itself where none does. */
  readonly wholeOf: ReadonlyMap<Device, Device>;
}

interface Version {
  readonly device: Device;
  /** A whole configuration before an excerpt, then a file that is open before others. */
  readonly rank: number;
  /** When it was saved by the device, else when the file was changed; 0 where neither is known. */
  readonly time: number;
}

const SAVED_AT = /^!Last configuration was saved at (\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})/;
const HEADER_LINES = 6;

/** When a device saved a configuration, in milliseconds since 1970 by the device's own clock; undefined where the file does not say. */
function savedAt({ document }: WorkspaceFile): number | undefined {
  for (let line = 0; line < Math.min(HEADER_LINES, document.lineCount); line++) {
    const found = SAVED_AT.exec(document.lineAt(line)?.line.text.trim() ?? '');
    if (!found) continue;
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = found.slice(1).map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, second);
  }
  return undefined;
}

const equal = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((each) => b.has(each));

/**
 * Whether two devices of one name are versions of one device. Unrelated examples in one folder, and the two ends of a lab, share names such
 * as `FW1`; versions negotiate from one address, or have another one in common and call the same peer. A factory name says nothing, so that
 * all addresses must be the same.
 */
function isSameDevice(a: Addresses, b: Addresses, isFactoryName: boolean): boolean {
  if (callsFor(a, b) || callsFor(b, a)) return false;
  if (isFactoryName) return a.own.size > 0 && equal(a.own, b.own) && equal(a.named, b.named);
  if (a.own.size === 0 || b.own.size === 0) return meet(a.named, b.named);
  return meet(a.local, b.local) || (meet(a.own, b.own) && meet(a.named, b.named));
}

/** The versions of the devices of one name. */
class SameName {
  readonly groups: Version[][] = [];
  private readonly byAddress = new Map<string, Set<Version[]>>();
  private readonly withoutAddress = new Set<Version[]>();

  constructor(private readonly isFactoryName: boolean) {}

  add(version: Version): void {
    const own = addressesOf(version.device);
    const candidates = new Set(this.withoutAddress);
    for (const each of own.own) for (const group of this.byAddress.get(each) ?? []) candidates.add(group);
    const others = own.own.size === 0 ? this.groups : candidates;
    let group: Version[] | undefined;
    for (const each of others)
      if (each[0] && isSameDevice(addressesOf(each[0].device), own, this.isFactoryName)) group ??= each;
    if (!group) {
      group = [];
      this.groups.push(group);
    }
    group.push(version);
    if (own.own.size === 0) this.withoutAddress.add(group);
    for (const each of own.own)
      this.byAddress.set(each, (this.byAddress.get(each) ?? new Set<Version[]>()).add(group));
  }
}

const hasEnds = (device: Device): boolean => endsOf(device).length > 0;

/**
 * Tells the devices of a workspace apart. Of several files that describe one device, by its sysname, a whole configuration counts before
 * an excerpt, then an open file before others, then the one that was saved or changed last. What was captured of a device is added to the
 * version that counts.
 */
export function versionsIn(snapshot: Snapshot): Versions {
  const byName = new Map<string, SameName>();
  const devices: Device[] = [];
  const captures: Device[] = [];
  for (const file of snapshot.all) {
    for (const device of analyse(file).devices) {
      const name = device.sysname?.value.toLowerCase();
      if (isCapture(device)) captures.push(device);
      // A device without IPsec has addresses and nothing that tunnels could be judged by.
      else if (name === undefined || !hasEnds(device)) devices.push(device);
      else {
        const rank = (device.whole ? 2 : 0) + (file.version === undefined ? 0 : 1);
        const known = byName.get(name) ?? new SameName(FACTORY_NAMES.has(name));
        byName.set(name, known);
        known.add({ device, rank, time: savedAt(file) ?? file.modified ?? 0 });
      }
    }
  }
  const older: OlderVersion[] = [];
  for (const versions of [...byName.values()].flatMap(({ groups }) => groups)) {
    const [first, ...others] = versions.sort((a, b) => b.rank - a.rank || b.time - a.time);
    if (!first) continue;
    devices.push(first.device);
    older.push(...others.map(({ device }) => ({ device, counts: first.device })));
    captures.push(...others.flatMap(({ device }) => outputsOf(device) ?? []));
  }
  const merged = withCaptures(devices, captures);
  const counting = merged.filter(({ device }) => hasEnds(device) || device.interfaces.length > 0);
  const apart = namedApart(
    counting.map(({ device }) => device),
    hasEnds,
  );
  const named = new Map(counting.map(({ device }, at) => [device, apart[at] ?? device]));
  const wholeOf = new Map(
    merged.flatMap(({ device, parts }) => parts.map((part) => [part, named.get(device) ?? device])),
  );
  return { devices: apart, older, wholeOf };
}
