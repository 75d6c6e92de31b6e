import { withYearNear, type Moment } from '../display/moment';
import { readOutputs } from '../display';
import type { Device } from '../model/device';
import { recordsOf, type CauseRecord } from '../model/records';
import { failureRules } from '../rules/failures';
import type { FailedTunnel, Failure, FailureContext, Occasion, ShownOutput } from '../rules/failures/failure';
import { blocksOf, type Judgement } from '../rules/judge';
import type { Item } from '../syntax/tree';
import { canonicalAddress } from '../syntax/address';
import { endsOf, type End } from '../tunnels/end';
import { analyse, type RuleFinding } from './analysis';
import { knownName } from './captures';
import { originalOf } from './deviceNames';
import { NO_PROJECT } from './project';
import { isAccepted } from './suppressions';
import type { Snapshot } from './workspace';

/** What the analysis of all files knows that failures are explained by. */
export interface KnownTunnels {
  readonly devices: readonly Device[];
  readonly deviceOf: (device: Device) => Device;
  readonly byEnd: ReadonlyMap<End, readonly Judgement[]>;
  readonly unpaired: readonly { readonly end: End; readonly remote: string | undefined }[];
  /** What rules found that is not about one tunnel, by file. */
  readonly others: ReadonlyMap<string, readonly RuleFinding[]>;
}

/** Adds to the list that a map has for a key. */
function add<K, T>(lists: Map<K, T[]>, key: K, value: T): void {
  const before = lists.get(key);
  if (before) before.push(value);
  else lists.set(key, [value]);
}

/** The records of one device of one file that are of the same host, peer and cause, in the order of the file. */
interface RecordGroup {
  readonly key: string;
  readonly records: CauseRecord[];
  /** The one that was printed last. */
  last: CauseRecord;
}

const grouped = new WeakMap<readonly CauseRecord[], readonly RecordGroup[]>();

/** Whether a record was printed later than another one: tables begin with the newest row, logs end with it. */
function isLater({ moment }: CauseRecord, { moment: before }: CauseRecord): boolean {
  // Without times the end of the file is the newest.
  return before === undefined || (moment !== undefined && moment.milliseconds >= before.milliseconds);
}

/** What is said of one peer. */
function whomOf({ peerKey, peer, policy, sequence }: CauseRecord): string {
  return peerKey ?? peer ?? `${policy ?? ''} ${sequence ?? ''}`;
}

/** Records by device, peer and cause. Kept as long as the records are the same: an edit in another file leaves them as they are. */
function groupsOf(records: readonly CauseRecord[]): readonly RecordGroup[] {
  let groups = grouped.get(records);
  if (!groups) {
    const byHost = new Map<string, Map<string, Map<string, RecordGroup>>>();
    const found: RecordGroup[] = [];
    for (const record of records) {
      const { host = '', localKey = '', vpnInstance = '', cause } = record;
      const whom = `${whomOf(record)} ${vpnInstance}`;
      const ofHost = byHost.get(host) ?? new Map<string, Map<string, RecordGroup>>();
      byHost.set(host, ofHost);
      const ofPeer = ofHost.get(`${localKey} ${whom}`) ?? new Map<string, RecordGroup>();
      ofHost.set(`${localKey} ${whom}`, ofPeer);
      const group = ofPeer.get(cause.name);
      if (group) {
        group.records.push(record);
        if (isLater(record, group.last)) group.last = record;
      } else {
        const first = { key: `${whom} ${cause.name}`, records: [record], last: record };
        ofPeer.set(cause.name, first);
        found.push(first);
      }
    }
    groups = found;
    grouped.set(records, groups);
  }
  return groups;
}

/** What a device printed of failures, with the device by which it is looked up. */
interface Told {
  readonly device: Device;
  /** Undefined for a device that no file names. */
  readonly name: string | undefined;
  readonly group: RecordGroup;
}

/** Names and addresses of devices, for logs of many devices. */
class Names {
  private readonly byName = new Map<string, Device | null>();
  private readonly byAddress = new Map<string, Device | null>();

  constructor(devices: readonly Device[]) {
    for (const device of devices) {
      const name = knownName(originalOf(device));
      // A name that several devices have says nothing.
      if (name !== undefined) this.byName.set(name, this.byName.has(name) ? null : device);
      for (const each of device.interfaces)
        for (const { value } of each.addresses) {
          const key = canonicalAddress(value.address);
          if (key === undefined) continue;
          const before = this.byAddress.get(key);
          this.byAddress.set(key, before === undefined || before === device ? device : null);
        }
    }
  }

  /** The device that has an address; undefined where several have it. */
  at(address: string): Device | undefined {
    const key = canonicalAddress(address);
    return (key === undefined ? undefined : this.byAddress.get(key)) ?? undefined;
  }

  /** The device that a message of a log names. */
  find(host: string, localKey: string | undefined): Device | undefined {
    const key = canonicalAddress(host) ?? localKey;
    return (
      this.byName.get(host.toLowerCase()) ??
      (key === undefined ? undefined : this.byAddress.get(key)) ??
      undefined
    );
  }
}

/** A device of which a log shows nothing but its name. */
function nameless(part: Device, host: string): Device {
  return { ...part, name: host, items: [], uris: [] };
}

function toldIn(snapshot: Snapshot, { devices, deviceOf }: KnownTunnels): Told[] {
  const told: Told[] = [];
  let names: Names | undefined;
  const strangers = new Map<string, Device>();
  for (const file of snapshot.all) {
    for (const part of analyse(file).devices) {
      const own = part.sysname?.value ?? part.prompt;
      for (const group of groupsOf(recordsOf(part))) {
        const { host, localKey } = group.last;
        if (host === undefined || host.toLowerCase() === own?.toLowerCase()) {
          names ??= new Names(devices);
          const found = own === undefined && localKey !== undefined ? names.find('', localKey) : undefined;
          told.push({ device: found ?? deviceOf(part), name: found?.name ?? own, group });
          continue;
        }
        names ??= new Names(devices);
        const found = names.find(host, localKey);
        const key = host.toLowerCase();
        const device = found ?? strangers.get(key) ?? nameless(part, host);
        if (!found) strangers.set(key, device);
        told.push({ device, name: found?.name ?? host, group });
      }
    }
  }
  return told;
}

/** The tunnels of a device by the addresses under which it can speak of their other ends. */
function tunnelsByPeer(device: Device, { byEnd }: KnownTunnels): Map<string, FailedTunnel[]> {
  const found = new Map<string, FailedTunnel[]>();
  for (const end of endsOf(device)) {
    for (const judgement of byEnd.get(end) ?? []) {
      const { ends, nat } = judgement.tunnel;
      const at = ends[0] === end ? 0 : 1;
      const other = ends[at === 0 ? 1 : 0];
      const inside = new Set(other.localAddresses.map(({ key }) => key));
      const outside = [...nat].flatMap(([from, to]) => (inside.has(to) ? [from] : []));
      const named = end.remoteAddresses.flatMap(({ key }) => key ?? []);
      for (const key of new Set([...inside, ...outside, ...named])) add(found, key, { judgement, at });
    }
  }
  return found;
}

function isOf(end: End, { policy, sequence }: CauseRecord): boolean {
  const names = [end.name, end.entry?.name];
  const numbers = [end.sequence, end.entry?.sequence];
  return (
    (policy === undefined || names.includes(policy)) && (sequence === undefined || numbers.includes(sequence))
  );
}

/** Those that a message is about, as far as it says so: what it names is not always what the files have. */
function meant<T>(all: readonly T[], record: CauseRecord, endOf: (each: T) => End): readonly T[] {
  const { localKey } = record;
  const isHere = (end: End): boolean =>
    localKey === undefined || end.localAddresses.some(({ key }) => key === localKey);
  for (const test of [(end: End) => isOf(end, record) && isHere(end), (end: End) => isOf(end, record)]) {
    const found = all.filter((each) => test(endOf(each)));
    if (found.length > 0) return found;
  }
  return all;
}

function inOrder(occasions: Occasion[]): readonly Occasion[] {
  const time = ({ moment }: Occasion): number => moment?.milliseconds ?? -Infinity;
  const isSorted = occasions.every((each, at) => {
    const before = occasions[at - 1];
    return before === undefined || time(before) <= time(each);
  });
  return isSorted ? occasions : occasions.sort((a, b) => time(a) - time(b));
}

/** What happened, each time once: what two captures show of one second is the same. The earliest first. */
function occasionsOf(groups: readonly RecordGroup[], dated: Moment | undefined): readonly Occasion[] {
  const withYear = (moment: Moment | undefined): Moment | undefined =>
    moment?.lacksYear && dated ? withYearNear(moment, dated.milliseconds) : moment;
  const all = groups.flatMap((group) =>
    group.records.map((record) => ({
      occasion: { record, moment: withYear(record.moment) },
      series: record.table ?? group,
    })),
  );
  if (all.every(({ series }) => series === all[0]?.series))
    return inOrder(all.map(({ occasion }) => occasion));
  const bySecond = new Map<number | undefined, Map<object, Occasion[]>>();
  for (const { occasion, series } of all) {
    const { moment } = occasion;
    const second = moment && Math.floor(moment.milliseconds / 1000);
    const ofSecond = bySecond.get(second) ?? new Map<object, Occasion[]>();
    bySecond.set(second, ofSecond);
    add(ofSecond, series, occasion);
  }
  return inOrder(
    [...bySecond.values()].flatMap((ofSecond) =>
      [...ofSecond.values()].reduce((most, each) => (each.length > most.length ? each : most)),
    ),
  );
}

/** Occasions by the first of their groups, as long as the groups are the same ones. */
const occasions = new WeakMap<
  RecordGroup,
  {
    readonly groups: readonly RecordGroup[];
    readonly dated: number | undefined;
    readonly all: readonly Occasion[];
  }
>();

function knownOccasions(groups: readonly RecordGroup[], dated: Moment | undefined): readonly Occasion[] {
  const [first] = groups;
  if (!first) return [];
  const before = occasions.get(first);
  const isSame =
    before?.dated === dated?.milliseconds &&
    before?.groups.length === groups.length &&
    groups.every((group, at) => group === before.groups[at]);
  if (before && isSame) return before.all;
  const all = occasionsOf(groups, dated);
  occasions.set(first, { groups, dated: dated?.milliseconds, all });
  return all;
}

/** Where groups say something last, in each file. */
function lastOf(groups: readonly RecordGroup[]): CauseRecord[] {
  const last = new Map<string, CauseRecord>();
  for (const { last: record } of groups) {
    const before = last.get(record.place.uri);
    if (!before || isLater(record, before)) last.set(record.place.uri, record);
  }
  return [...last.values()];
}

type Draft = { -readonly [K in keyof Failure]: Failure[K] };

/** The failures of one device, by peer and cause. */
function failuresOf(device: Device, told: readonly Told[], known: KnownTunnels): Failure[] {
  const dated = told.find(({ group: { last } }) => last.moment && !last.moment.lacksYear)?.group.last.moment;
  const byKey = new Map<string, Told[]>();
  for (const each of told) add(byKey, each.group.key, each);
  const byPeer = tunnelsByPeer(device, known);
  const ownUnpaired = known.unpaired.filter(({ end }) => end.device === device);
  const ofPeer = new Map<string, Draft[]>();
  const failures = [...byKey.values()].flatMap((all): Draft[] => {
    const [first] = all;
    if (!first) return [];
    const groups = all.map(({ group }) => group);
    const last = lastOf(groups);
    const latest = last.reduce((a, b) => (isLater(b, a) ? b : a));
    const { peer, peerKey, cause } = latest;
    const candidates = peerKey === undefined ? [] : (byPeer.get(peerKey) ?? []);
    const lone = ownUnpaired.flatMap(({ end }) =>
      end.remoteAddresses.some(({ key }) => key !== undefined && key === peerKey) ? [end] : [],
    );
    const failure: Draft = {
      device,
      deviceName: first.name,
      peer,
      cause,
      occasions: knownOccasions(groups, dated),
      last,
      tunnels: meant(candidates, latest, ({ judgement, at }) => judgement.tunnel.ends[at]),
      unpaired: candidates.length > 0 ? [] : meant(lone, latest, (end) => end),
      others: [],
    };
    add(ofPeer, whomOf(latest), failure);
    return [failure];
  });
  const timeOf = ({ occasions: all }: Failure): number => all.at(-1)?.moment?.milliseconds ?? 0;
  for (const all of ofPeer.values())
    for (const each of all)
      each.others = all.filter((other) => other !== each).sort((a, b) => timeOf(b) - timeOf(a));
  return failures;
}

/** Failures with what they are explained by. */
export interface Failures {
  readonly all: readonly Failure[];
  readonly context: FailureContext;
}

const NO_FAILURES: readonly Failure[] = [];

/** The commands that an item holds behind prompts. */
function typedIn({ lines }: Item): readonly (readonly string[])[] {
  return lines.flatMap(({ role, words }) =>
    role === 'typed' && words.length > 0 ? [words.map(({ text }) => text)] : [],
  );
}

function contextOf(
  snapshot: Snapshot,
  { devices, deviceOf, others }: KnownTunnels,
  failures: ReadonlyMap<Device, readonly Failure[]>,
): FailureContext {
  let byItem: Map<Item, RuleFinding[]> | undefined;
  const findingsAt = (item: Item): readonly RuleFinding[] => {
    if (!byItem) {
      byItem = new Map();
      for (const file of snapshot.all)
        for (const finding of [...analyse(file).findings, ...(others.get(file.uri) ?? [])]) {
          add(byItem, finding.place.item, finding);
        }
    }
    return byItem.get(item) ?? [];
  };
  let outputs: Map<Device, ShownOutput[]> | undefined;
  let typed: Map<Device, (readonly string[])[]> | undefined;
  let names: Names | undefined;
  return {
    deviceAt: (address) => {
      names ??= new Names(devices);
      return names.at(address);
    },
    documents: (uri) => snapshot.file(uri)?.document,
    failuresOf: (device) => failures.get(device) ?? NO_FAILURES,
    findingsOf: (end) => [
      ...new Set(
        blocksOf(end).flatMap(({ item, block }) =>
          findingsAt(item).filter(({ place: { line } }) => line >= block.start && line < block.end),
        ),
      ),
    ],
    shownBy: (device) => {
      if (!outputs) {
        outputs = new Map();
        for (const { uri, ...file } of snapshot.all)
          for (const part of analyse({ uri, ...file }).devices) {
            const whole = deviceOf(part);
            const shown = readOutputs(part.items).map((displayed) => ({ uri, displayed }));
            for (const each of shown) add(outputs, whole, each);
          }
      }
      return outputs.get(device) ?? [];
    },
    typedOn: (device) => {
      if (!typed) {
        typed = new Map();
        for (const file of snapshot.all)
          for (const part of analyse(file).devices)
            for (const words of part.items.flatMap(typedIn)) add(typed, deviceOf(part), words);
      }
      return typed.get(device) ?? [];
    },
  };
}

/** Everything that devices say of failures in the files of a workspace, each cause for each peer once. */
export function failuresIn(snapshot: Snapshot, known: KnownTunnels): Failures {
  const byDevice = new Map<Device, Told[]>();
  for (const told of toldIn(snapshot, known)) add(byDevice, told.device, told);
  const failures = new Map([...byDevice].map(([device, told]) => [device, failuresOf(device, told, known)]));
  return { all: [...failures.values()].flat(), context: contextOf(snapshot, known, failures) };
}

/** What the rules say of failures, but for what the project files accept. */
export function failureFindings({ all, context }: Failures, snapshot: Snapshot): RuleFinding[] {
  return all.flatMap((failure) => {
    const names =
      failure.deviceName === undefined ? [] : [failure.deviceName, originalOf(failure.device).name];
    return failureRules.flatMap((rule) =>
      rule
        .checkFailure(failure, context)
        .filter(({ place }) => {
          const project = snapshot.file(place.uri)?.project ?? NO_PROJECT;
          return !isAccepted(project, rule.id, names, undefined);
        })
        .map((finding): RuleFinding => ({ ...finding, rule })),
    );
  });
}
