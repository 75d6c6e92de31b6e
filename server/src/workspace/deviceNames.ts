import type { Device } from '../model/device';

/** The devices under other names, kept so that what is known of them stays known while the names stay. */
const renamed = new WeakMap<Device, Device>();
/** The device as its file has it, by the one under another name. */
const originals = new WeakMap<Device, Device>();

function withName(device: Device, name: string): Device {
  let copy = renamed.get(device);
  if (copy?.name !== name) {
    copy = { ...device, name };
    renamed.set(device, copy);
    originals.set(copy, device);
  }
  return copy;
}

/** The device as its file has it: its name is what it calls itself, whatever others do. */
export function originalOf(device: Device): Device {
  return originals.get(device) ?? device;
}

function pathOf(device: Device): string[] {
  return (device.uris[0] ?? '').split('/').map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  });
}

/** The ends of some paths, as short as tells them apart; those of one and the same path are alike. */
function shortPaths(paths: readonly (readonly string[])[]): string[] {
  const distinct = new Set(paths.map((path) => path.join('/'))).size;
  const longest = Math.max(...paths.map((path) => path.length));
  for (let count = 1; count < longest; count++) {
    const short = paths.map((path) => path.slice(-count).join('/'));
    if (new Set(short).size === distinct) return short;
  }
  return paths.map((path) => path.join('/'));
}

/** Names of devices that all call themselves the same: with their files behind them, and a number where one file has several. */
function names(devices: readonly Device[]): string[] {
  const seen = new Map<string, number>();
  const short = shortPaths(devices.map(pathOf));
  return devices.map(({ name }, at) => {
    const path = short[at] ?? '';
    const number = (seen.get(path) ?? 0) + 1;
    seen.set(path, number);
    // A file that names no device lends it its own name.
    const own = path.split('/').at(-1) === name ? path : `${name} (${path})`;
    return number === 1 ? own : `${own}, ${number}`;
  });
}

/** Gives devices of the same name other ones, so that every message and every tunnel says which of them it is about. */
export function namedApart(
  devices: readonly Device[],
  isSpokenOf: (device: Device) => boolean,
): readonly Device[] {
  const byName = new Map<string, Device[]>();
  const spokenOf = devices.filter(isSpokenOf);
  for (const device of spokenOf) {
    const same = byName.get(device.name);
    if (same) same.push(device);
    else byName.set(device.name, [device]);
  }
  if (byName.size === spokenOf.length) return devices;
  const apart = new Map<Device, Device>();
  for (const same of byName.values()) {
    if (same.length === 1) continue;
    const given = names(same);
    for (const [at, device] of same.entries()) apart.set(device, withName(device, given[at] ?? device.name));
  }
  return devices.map((device) => apart.get(device) ?? device);
}
