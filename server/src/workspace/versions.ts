import type { Device } from '../model/device';
import { endsOf } from '../tunnels/end';
import { analyse } from './analysis';
import type { Snapshot, WorkspaceFile } from './workspace';

/** Names that devices have before anybody names them: two of them are two devices. */
const FACTORY_NAMES: ReadonlySet<string> = new Set([
  'huawei',
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

/** A device that another file describes better. */
export interface OlderVersion {
  readonly device: Device;
  readonly counts: Device;
}

/** The devices of a workspace, of each the version that counts. */
export interface Versions {
  readonly devices: readonly Device[];
  readonly older: readonly OlderVersion[];
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

/** The addresses that the ends of a device use and name. */
function addressesOf(device: Device): Set<string> {
  return new Set(
    endsOf(device).flatMap(({ localAddresses, remoteAddresses }) => [
      ...localAddresses.map(({ key }) => key),
      ...remoteAddresses.flatMap(({ key }) => key ?? []),
    ]),
  );
}

/** Unrelated examples in one folder share names such as `FW1`; versions of one device share an address as well. */
function isSameDevice(a: Device, b: Device): boolean {
  const [first, second] = [addressesOf(a), addressesOf(b)];
  return first.size === 0 || second.size === 0 || [...first].some((address) => second.has(address));
}

/**
 * Tells the devices of a workspace apart. Of several files that describe one device, by its sysname, a whole configuration counts before
 * an excerpt, then an open file before others, then the one that was saved or changed last.
 */
export function versionsIn(snapshot: Snapshot): Versions {
  const byName = new Map<string, Version[][]>();
  const devices: Device[] = [];
  for (const file of snapshot.all) {
    for (const device of analyse(file).devices) {
      const hasEnds = endsOf(device).length > 0;
      if (!hasEnds && device.interfaces.length === 0) continue;
      const name = device.sysname?.value.toLowerCase();
      // A device without IPsec has addresses and nothing that tunnels could be judged by.
      if (name === undefined || FACTORY_NAMES.has(name) || !hasEnds) {
        devices.push(device);
        continue;
      }
      const rank = (device.whole ? 2 : 0) + (file.version === undefined ? 0 : 1);
      const version: Version = { device, rank, time: savedAt(file) ?? file.modified ?? 0 };
      const known = byName.get(name) ?? [];
      byName.set(name, known);
      const same = known.find(([first]) => first && isSameDevice(first.device, device));
      if (same) same.push(version);
      else known.push([version]);
    }
  }
  const older: OlderVersion[] = [];
  for (const versions of [...byName.values()].flat()) {
    const [first, ...others] = versions.sort((a, b) => b.rank - a.rank || b.time - a.time);
    if (!first) continue;
    devices.push(first.device);
    older.push(...others.map(({ device }) => ({ device, counts: first.device })));
  }
  return { devices, older };
}
