import type { Device, NameUse } from '../model/device';
import { furtherNamesIn, isConfigured, useKey } from '../model/names';
import { printedNames } from '../model/printedNames';
import type { Item } from '../syntax/tree';
import { analyse } from './analysis';
import { analyseWorkspace } from './tunnels';
import type { Snapshot, WorkspaceFile } from './workspace';

/** The device of one file that an item of it belongs to. */
export function ownDeviceAt(file: WorkspaceFile, item: Item): Device {
  const { device, devices } = analyse(file);
  return (devices.length > 1 ? devices.find(({ items }) => items.includes(item)) : undefined) ?? device;
}

/** The device that an item of a file belongs to, with what other files show of it. */
export function deviceAt(snapshot: Snapshot, file: WorkspaceFile, item: Item): Device {
  return analyseWorkspace(snapshot).deviceOf(ownDeviceAt(file, item));
}

const partsOfAll = new WeakMap<Snapshot, ReadonlyMap<Device, readonly Device[]>>();

/** The devices of single files that a device is made of. */
export function partsOf(snapshot: Snapshot, whole: Device): readonly Device[] {
  let all = partsOfAll.get(snapshot);
  if (!all) {
    const { deviceOf } = analyseWorkspace(snapshot);
    const found = new Map<Device, Device[]>();
    for (const file of snapshot.all) {
      for (const part of analyse(file).devices) {
        const device = deviceOf(part);
        const parts = found.get(device);
        if (parts) parts.push(part);
        else found.set(device, [part]);
      }
    }
    all = found;
    partsOfAll.set(snapshot, all);
  }
  return all.get(whole) ?? [];
}

/** Every mention of a name in one file of a device: in its commands, in lines of other features, and in what it printed. */
function mentionsIn(part: Device): readonly NameUse[] {
  const uri = part.uris[0] ?? '';
  return [
    ...part.names,
    ...part.items.flatMap((item) => furtherNamesIn(uri, item)),
    ...printedNames(uri, part.items),
  ];
}

/** The mentions of names of one device, by where they stand and by what they mean. */
export class Mentions {
  private readonly byItem = new Map<Item, NameUse[]>();
  private readonly byKey = new Map<string, NameUse[]>();
  /** For a key the keys of all names of the same object: an ACL has a number and can have a name. */
  private readonly aliases = new Map<string, Set<string>>();

  /** `main` is the file that says what is meant. */
  constructor(
    parts: readonly Device[],
    private readonly main: string | undefined,
  ) {
    let before: NameUse | undefined;
    for (const use of parts.flatMap(mentionsIn)) {
      const key = useKey(use);
      push(this.byItem, use.place.item, use);
      push(this.byKey, key, use);
      // Two names of a kind that one line defines are names of one object.
      if (before && definesTheSame(before, use)) this.join(useKey(before), key);
      before = use;
    }
  }

  private join(a: string, b: string): void {
    const all = new Set([...(this.aliases.get(a) ?? [a]), ...(this.aliases.get(b) ?? [b])]);
    for (const each of all) this.aliases.set(each, all);
  }

  /** The mention at a place of a file; undefined where there is none. */
  at(item: Item, line: number, character: number): NameUse | undefined {
    return (this.byItem.get(item) ?? []).find(
      ({ place }) => place.line === line && place.start <= character && character <= place.end,
    );
  }

  /** The mentions in some lines of an item. */
  within(item: Item, start: number, end: number): readonly NameUse[] {
    return (this.byItem.get(item) ?? []).filter(({ place }) => place.line >= start && place.line < end);
  }

  /** Every mention of the object that a name means, under each of its names. */
  of(use: Pick<NameUse, 'kind' | 'scope' | 'name'>): readonly NameUse[] {
    const key = useKey(use);
    return [...(this.aliases.get(key) ?? [key])].flatMap((each) => this.byKey.get(each) ?? []);
  }

  /** Every mention of an object by one of its names. */
  under(use: Pick<NameUse, 'kind' | 'scope' | 'name'>): readonly NameUse[] {
    return this.byKey.get(useKey(use)) ?? [];
  }

  /** The names of a kind. */
  ofKind(kind: NameUse['kind']): readonly NameUse[] {
    return [...this.byKey.values()].flatMap((uses) => (uses[0]?.kind === kind ? uses : []));
  }

  /**
   * Where the object that a name means is defined: in the configuration that is meant, else in one that the device printed, else in what
   * somebody typed, else where an output shows it.
   */
  definitionsOf(use: Pick<NameUse, 'kind' | 'scope' | 'name'>): readonly NameUse[] {
    const all = this.of(use).filter(({ role }) => role === 'definition');
    const rank = (each: NameUse): number => {
      if (!isConfigured(each)) return each.printed ? 3 : 2;
      return each.place.uri === this.main ? 0 : 1;
    };
    const best = Math.min(...all.map(rank));
    return all.filter((each) => rank(each) === best);
  }
}

function definesTheSame(a: NameUse, b: NameUse): boolean {
  return (
    a.kind === 'acl' &&
    b.kind === 'acl' &&
    a.role === 'definition' &&
    b.role === 'definition' &&
    a.scope === b.scope &&
    a.place.item === b.place.item &&
    a.place.line === b.place.line
  );
}

function push<K>(map: Map<K, NameUse[]>, key: K, use: NameUse): void {
  const known = map.get(key);
  if (known) known.push(use);
  else map.set(key, [use]);
}

const known = new WeakMap<Device, { readonly parts: readonly Device[]; readonly mentions: Mentions }>();

function indexed(device: Device, parts: readonly Device[]): Mentions {
  const before = known.get(device);
  if (before?.parts.length === parts.length && parts.every((each, at) => each === before.parts[at]))
    return before.mentions;
  const mentions = new Mentions(parts, device.uris[0]);
  known.set(device, { parts, mentions });
  return mentions;
}

/** The mentions of names in all files of the device that an item of a file belongs to. */
export function mentionsAt(snapshot: Snapshot, file: WorkspaceFile, item: Item): Mentions {
  const device = deviceAt(snapshot, file, item);
  return indexed(device, partsOf(snapshot, device));
}

/** The mentions of names in one file, of the device that an item of it belongs to. No other file is looked at. */
export function ownMentionsAt(file: WorkspaceFile, item: Item): Mentions {
  const device = ownDeviceAt(file, item);
  return indexed(device, [device]);
}
