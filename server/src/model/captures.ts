import type { NameKind } from '../commands/types';
import type { Item } from '../syntax/tree';
import { withIkeDefaults, withIpsecDefaults } from './defaults';
import type { Acl, Device, Interface, Named, Release, Running } from './device';
import { agreed, overlay, overTyped } from './overlay';
import { nameKey } from './reading';
import { keyIn, LIST_NAMES, LISTS, NOTHING_RUNS, withoutCutRows, type RunningList } from './running';

/** Whether an object is known from what somebody typed at a prompt only: that changes what is there. */
function isTyped({ blocks }: Named): boolean {
  return blocks.length > 0 && blocks.every(({ item, block }) => item.lines[block.start]?.role === 'typed');
}

/** Where the items of a device stand, worked out when it is asked for. */
class Order {
  private places: Map<Item, number> | undefined;

  constructor(private readonly items: readonly Item[]) {}

  of(item: Item): number {
    this.places ??= new Map(this.items.map((each, at) => [each, at]));
    return this.places.get(item) ?? 0;
  }
}

/** An object that was changed at a prompt, in the light of an output: what came last holds, and of two files what is configured. */
function typedAndShown<T extends Named>(typed: T, shown: T, order: Order): T {
  const last = Math.max(...typed.blocks.map(({ item }) => order.of(item)));
  const isOneFile = typed.blocks.every(({ uri }) => uri === shown.place.uri);
  return overTyped(shown, typed, isOneFile && order.of(shown.place.item) > last);
}

/** What an interface's own view does not say: the address that it was given, and in an excerpt the policy that is applied. */
function interfaceAndShown(own: Interface, shown: Interface, whole: boolean): Interface {
  const addresses = own.addresses.length === 0 ? shown.addresses : own.addresses;
  const policy = whole || own.ipsecProfile ? undefined : (own.ipsecPolicy ?? shown.ipsecPolicy);
  return { ...own, addresses, ...(policy ? { ipsecPolicy: policy } : {}) };
}

function isInterface(list: RunningList, each: Named): each is Interface {
  return list === 'interfaces' && 'addresses' in each;
}

/** The names by which the ACLs of a configuration are known besides their numbers. */
function aclNames(all: readonly Acl[]): Set<string> {
  return new Set(all.map(({ family, name }) => `${family} ${name}`));
}

function filled<K extends RunningList>(list: K, device: Device, order: Order): Device[K][number][] {
  type T = Device[K][number];
  const own = device[list] as readonly T[];
  const shown = device.running[list] as readonly T[];
  const byKey = new Map(shown.map((each) => [keyIn(list, each), each]));
  const known = new Set<string>();
  const names = list === 'acls' ? aclNames(device.acls) : undefined;
  const result = own.map((each): T => {
    const key = keyIn(list, each);
    known.add(key);
    const running = byKey.get(key);
    if (!running || running === each) return each;
    if (isInterface(list, each) && isInterface(list, running))
      return interfaceAndShown(each, running, device.whole);
    return isTyped(each) ? typedAndShown(each, running, order) : each;
  });
  const isKnown = (each: T): boolean =>
    known.has(keyIn(list, each)) || (names?.has(`${(each as Acl).family} ${each.name}`) ?? false);
  return [...result, ...withoutCutRows(shown, own).filter((each) => !isKnown(each))];
}

/** A device with what only its outputs show filled in where its configuration says nothing. */
export function withRunning(device: Device): Device {
  if (device.running === NOTHING_RUNS) return device;
  const order = new Order(device.items);
  const lists = Object.fromEntries(LIST_NAMES.map((list) => [list, filled(list, device, order)]));
  return { ...device, ...lists };
}

/** One object as two captures show it: the newer one holds where both say when, else what they agree on. */
function newer<T extends Named>(a: T, b: T): T {
  if (a.printedAt === undefined || b.printedAt === undefined || a.printedAt === b.printedAt)
    return agreed(a, b);
  return a.printedAt < b.printedAt ? overlay(a, b) : overlay(b, a);
}

/** Joins lists of objects, those of one key by `join`. */
function joined<K extends RunningList>(
  list: K,
  all: readonly (readonly Device[K][number][])[],
  join: (a: Device[K][number], b: Device[K][number]) => Device[K][number],
): Device[K][number][] {
  const byKey = new Map<string, Device[K][number]>();
  for (const each of all.flat()) {
    const key = keyIn(list, each);
    const before = byKey.get(key);
    byKey.set(key, before ? join(before, each) : each);
  }
  return [...byKey.values()];
}

/** The release that all captures name that name one. */
function commonRelease(all: readonly Running[]): Release | undefined {
  const [first, ...others] = all.flatMap(({ release }) => release ?? []);
  return others.every(({ text }) => text === first?.text) ? first : undefined;
}

/** The kinds that a capture lists in full, as far as no other capture shows more of them. */
function commonListed(all: readonly Running[], lists: Pick<Running, RunningList>): Set<NameKind> {
  const listed = new Set<NameKind>();
  for (const list of LIST_NAMES) {
    const { kind } = LISTS[list];
    if (all.some((each) => each.listed.has(kind) && each[list].length === lists[list].length))
      listed.add(kind);
  }
  return listed;
}

function runningOf(all: readonly Running[]): Running {
  const some = all.filter((each) => each !== NOTHING_RUNS);
  const [only, ...others] = some;
  if (!only || others.length === 0) return only ?? NOTHING_RUNS;
  const lists = Object.fromEntries(
    LIST_NAMES.map((list) => [
      list,
      joined(
        list,
        some.map((each) => each[list]),
        newer,
      ),
    ]),
  ) as unknown as Pick<Running, RunningList>;
  const release = commonRelease(some);
  return { ...lists, listed: commonListed(some, lists), ...(release ? { release } : {}) };
}

/** The objects that stand in views, not those that outputs alone show. */
function written<T extends Named>(all: readonly T[]): T[] {
  return all.filter(({ blocks }) => blocks.length > 0);
}

/** What is written in captures besides: no whole configuration, that is a version of its own. */
function excerptsOf(captures: readonly Device[]): readonly Device[] {
  return captures.filter(({ whole }) => !whole);
}

function objectsOf<K extends RunningList>(
  list: K,
  base: Device,
  excerpts: readonly Device[],
  isMeant: boolean,
): Device[K][number][] {
  type T = Device[K][number];
  const own = written(base[list] as readonly T[]);
  // A configuration is what is meant; of captures none is more so than another.
  const join = isMeant ? (a: T): T => a : agreed<T>;
  return joined(list, [own, ...excerpts.map((each) => written(each[list] as readonly T[]))], join);
}

/**
 * One device of several files: `base` is the configuration that is meant, or the first capture where there is none. Of what the others
 * show, that fills in which the configuration does not say. `isMeant`: the base is a configuration.
 */
export function mergeCaptures(base: Device, captures: readonly Device[], isMeant: boolean): Device {
  const all = [base, ...captures];
  const excerpts = excerptsOf(captures);
  const running = runningOf(all.map((each) => each.running));
  const found = excerpts.find((each) => each.release?.text !== undefined)?.release;
  const release = { ...(running.release ?? found), ...base.release };
  const hasNewRelease = release.text !== base.release?.text;
  const lists = Object.fromEntries(
    LIST_NAMES.map((list) => [list, objectsOf(list, base, excerpts, isMeant)]),
  ) as unknown as Pick<Device, RunningList>;
  const others = base.whole ? [] : excerpts;
  return withRunning({
    ...base,
    ...lists,
    ...(hasNewRelease
      ? {
          ikeProposals: lists.ikeProposals.map((each) => withIkeDefaults(each, release)),
          ipsecProposals: lists.ipsecProposals.map((each) => withIpsecDefaults(each, release)),
        }
      : {}),
    ...(release.text === undefined && release.product === undefined ? {} : { release }),
    uris: [...new Set(all.flatMap(({ uris }) => uris))],
    items: all.flatMap(({ items }) => items),
    userTables: [...base.userTables, ...others.flatMap(({ userTables }) => userTables)].filter(
      uniqueBy(({ name }) => nameKey('ike-user-table', name)),
    ),
    sharedPolicies: [base, ...others].flatMap(({ sharedPolicies }) => sharedPolicies),
    globals: Object.assign({}, ...others.map(({ globals }) => globals), base.globals) as Device['globals'],
    names: [base, ...others].flatMap(({ names }) => names),
    running,
  });
}

/** A filter that lets the first of each key pass. */
function uniqueBy<T>(keyOf: (each: T) => string): (each: T) => boolean {
  const seen = new Set<string>();
  return (each) => {
    const key = keyOf(each);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  };
}
