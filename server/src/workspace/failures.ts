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

/** What a device printed of failures, with the device by which it is looked up; undefined for one that no file describes. */
interface Told {
  readonly device: Device;
  readonly name: string | undefined;
  readonly record: CauseRecord;
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
      for (const record of recordsOf(part)) {
        const { host } = record;
        if (host === undefined || host.toLowerCase() === own?.toLowerCase()) {
          names ??= new Names(devices);
          const found =
            own === undefined && record.localKey !== undefined ? names.find('', record.localKey) : undefined;
          told.push({ device: found ?? deviceOf(part), name: found?.name ?? own, record });
          continue;
        }
        names ??= new Names(devices);
        const found = names.find(host, record.localKey);
        const key = host.toLowerCase();
        const device = found ?? strangers.get(key) ?? nameless(part, host);
        if (!found) strangers.set(key, device);
        told.push({ device, name: found?.name ?? host, record });
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

/** What happened, each time once: what two captures show of one second is the same. The earliest first. */
function occasionsOf(records: readonly CauseRecord[], dated: Moment | undefined): Occasion[] {
  const bySecond = new Map<number | undefined, Map<object, Occasion[]>>();
  for (const record of records) {
    const moment = record.moment && (dated ? withYearNear(record.moment, dated.milliseconds) : record.moment);
    const second = moment && Math.floor(moment.milliseconds / 1000);
    const series = bySecond.get(second) ?? new Map<object, Occasion[]>();
    bySecond.set(second, series);
    add(series, record.series, { record, moment });
  }
  const order = [...bySecond].sort(([a], [b]) => (a ?? -Infinity) - (b ?? -Infinity));
  return order.flatMap(([, series]) =>
    [...series.values()].reduce((most, each) => (each.length > most.length ? each : most)),
  );
}

type Draft = { -readonly [K in keyof Failure]: Failure[K] };

/** The failures of one device, by peer and cause. */
function failuresOf(device: Device, told: readonly Told[], known: KnownTunnels): Failure[] {
  const dated = told.find(({ record: { moment } }) => moment && !moment.lacksYear)?.record.moment;
  const groups = new Map<string, Told[]>();
  for (const each of told) {
    const { peerKey, peer, vpnInstance, policy, sequence, cause } = each.record;
    const whom = peerKey ?? peer ?? `${policy ?? ''} ${sequence ?? ''}`;
    const key = `${whom} ${vpnInstance ?? ''} ${cause.name}`;
    add(groups, key, each);
  }
  const byPeer = tunnelsByPeer(device, known);
  const ownUnpaired = known.unpaired.filter(({ end }) => end.device === device);
  const ofPeer = new Map<string, Draft[]>();
  const failures = [...groups.values()].flatMap((group): Draft[] => {
    const [first] = group;
    if (!first) return [];
    const records = group.map(({ record }) => record);
    const { peer, peerKey, cause } = first.record;
    const candidates = peerKey === undefined ? [] : (byPeer.get(peerKey) ?? []);
    const lone = ownUnpaired.flatMap(({ end }) =>
      end.remoteAddresses.some(({ key }) => key !== undefined && key === peerKey) ? [end] : [],
    );
    const latest = records.at(-1) ?? first.record;
    const failure: Draft = {
      device,
      deviceName: first.name,
      peer,
      cause,
      occasions: occasionsOf(records, dated),
      records,
      tunnels: meant(candidates, latest, ({ judgement, at }) => judgement.tunnel.ends[at]),
      unpaired: candidates.length > 0 ? [] : meant(lone, latest, (end) => end),
      others: [],
    };
    const whom = peerKey ?? peer ?? '';
    add(ofPeer, whom, failure);
    return [failure];
  });
  const lastOf = ({ occasions }: Failure): number => occasions.at(-1)?.moment?.milliseconds ?? 0;
  for (const all of ofPeer.values())
    for (const each of all)
      each.others = all.filter((other) => other !== each).sort((a, b) => lastOf(b) - lastOf(a));
  return failures;
}

/** Failures with what they are explained by. */
export interface Failures {
  readonly all: readonly Failure[];
  readonly context: FailureContext;
}

function contextOf(snapshot: Snapshot, { deviceOf, others }: KnownTunnels): FailureContext {
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
  return {
    documents: (uri) => snapshot.file(uri)?.document,
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
  };
}

/** Everything that devices say of failures in the files of a workspace, each cause for each peer once. */
export function failuresIn(snapshot: Snapshot, known: KnownTunnels): Failures {
  const byDevice = new Map<Device, Told[]>();
  for (const told of toldIn(snapshot, known)) add(byDevice, told.device, told);
  const all = [...byDevice].flatMap(([device, told]) => failuresOf(device, told, known));
  return { all, context: contextOf(snapshot, known) };
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
