import { causeByName, causeByReasonCode } from '../causes/find';
import type { CauseDefinition } from '../causes/types';
import { readOutputs, type OutputName } from '../display';
import { readEvents, type Event } from '../display/events';
import type { FaultRecord } from '../display/faultRecords';
import { readMoment, type Moment } from '../display/moment';
import type { Field } from '../display/output';
import { canonicalAddress } from '../syntax/address';
import type { Item } from '../syntax/tree';
import type { Device } from './device';
import { placeOf } from './displayedValue';
import type { Place } from './value';

/** Where a device says why a tunnel failed: a row of a table, or a message. */
export type RecordSource =
  | Extract<OutputName, 'ikeErrorInfo' | 'ikeOfflineInfo' | 'ikeErrorHistory' | 'ikeOfflineHistory'>
  | 'message';

/** That a tunnel failed, and why, as a device printed it once. */
export interface CauseRecord {
  readonly source: RecordSource;
  /** The table that it is a row of: what stands in two of them is said twice, not done twice. Messages of one file are one series. */
  readonly table?: object;
  readonly cause: CauseDefinition;
  /** The words of the cause, or its number. */
  readonly place: Place;
  /** Undefined for what is said of no peer in particular. */
  readonly peer?: string;
  /** The peer in the form by which addresses are compared. */
  readonly peerKey?: string;
  /** The device's own address, in the form by which addresses are compared. */
  readonly localKey?: string;
  readonly vpnInstance?: string;
  readonly policy?: string;
  readonly sequence?: number;
  readonly interfaceName?: string;
  readonly moment?: Moment;
  /** The name of the device by the message itself, where a log of many devices has one. */
  readonly host?: string;
}

const TABLES: ReadonlySet<OutputName> = new Set<RecordSource & OutputName>([
  'ikeErrorInfo',
  'ikeOfflineInfo',
  'ikeErrorHistory',
  'ikeOfflineHistory',
]);

/** The values that are there. */
function present<T extends object>(values: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}

type Whom = Pick<CauseRecord, 'peer' | 'peerKey' | 'localKey' | 'vpnInstance'>;

/** Not an address: what stands where there is no peer. */
const NOBODY = /^(?:0\.0\.0\.0|::|-+|none|null)$/i;

function whom(peer: Field | undefined, local: Field | undefined, vpnInstance: Field | undefined): Whom {
  const isPeer = peer && !NOBODY.test(peer.text);
  return present<Whom>({
    peer: isPeer ? peer.text : undefined,
    peerKey: isPeer ? canonicalAddress(peer.text) : undefined,
    localKey: local && !NOBODY.test(local.text) ? canonicalAddress(local.text) : undefined,
    vpnInstance:
      vpnInstance && !/^[-_]*(?:public_?)?[-_]*$/i.test(vpnInstance.text) ? vpnInstance.text : undefined,
  });
}

function ofRow(uri: string, source: RecordSource, table: object, row: FaultRecord): CauseRecord[] {
  const cause = causeByName(row.reason.text);
  if (!cause) return [];
  return [
    {
      source,
      table,
      cause,
      place: placeOf(uri, row.reason),
      ...whom(row.peer, undefined, row.vpnInstance),
      ...present<Pick<CauseRecord, 'moment'>>({ moment: row.time && readMoment(row.time.text) }),
    },
  ];
}

function causeOf({ reason, reasonCode }: Event): { cause: CauseDefinition; field: Field } | undefined {
  const named = reason && causeByName(reason.text);
  if (named) return { cause: named, field: reason };
  const numbered = reasonCode && causeByReasonCode(Number(reasonCode.text));
  return numbered && { cause: numbered, field: reason ?? reasonCode };
}

function ofEvent(uri: string, event: Event): CauseRecord[] {
  const found = event.isCleared ? undefined : causeOf(event);
  if (!found) return [];
  const { peer, localAddress, vpnInstance, moment, policy, sequence, interfaceName, device } = event;
  const number = sequence && /^\d{1,5}$/.test(sequence.text) ? Number(sequence.text) : undefined;
  return [
    {
      source: 'message',
      cause: found.cause,
      place: placeOf(uri, found.field),
      ...whom(peer, localAddress, vpnInstance),
      ...present<Pick<CauseRecord, 'moment' | 'policy' | 'sequence' | 'interfaceName' | 'host'>>({
        moment,
        policy: policy?.text,
        sequence: number,
        interfaceName: interfaceName?.text,
        host: device?.text,
      }),
    },
  ];
}

/** What a message says of a failure, as long as the message is the same: an edit elsewhere leaves it as it is. */
const ofEvents = new WeakMap<Event, readonly CauseRecord[]>();

function knownOfEvent(uri: string, event: Event): readonly CauseRecord[] {
  let records = ofEvents.get(event);
  if (!records) {
    records = ofEvent(uri, event);
    ofEvents.set(event, records);
  }
  return records;
}

/** Log lines and alarms are looked for in so many lines at the end of a file: a log grows there, and one of millions must not stall. */
export const MAX_LOG_LINES = 20_000;

/** The last items, with as many lines as are looked at, and always one. */
function newest(items: readonly Item[]): readonly Item[] {
  let lines = 0;
  for (let at = items.length - 1; at > 0; at--) {
    lines += items[at]?.lines.length ?? 0;
    if (lines + (items[at - 1]?.lines.length ?? 0) > MAX_LOG_LINES) return items.slice(at);
  }
  return items;
}

const known = new WeakMap<readonly Item[], readonly CauseRecord[]>();

/** Everything that a device of one file says of failures whose causes are known, in the order of the file. */
export function recordsOf({
  items,
  uris: [uri = ''],
}: Pick<Device, 'items' | 'uris'>): readonly CauseRecord[] {
  let records = known.get(items);
  if (!records) {
    const rows = readOutputs(items).flatMap(({ name, output, facts }) =>
      TABLES.has(name)
        ? (facts as readonly FaultRecord[]).flatMap((row) => ofRow(uri, name as RecordSource, output, row))
        : [],
    );
    const found = [...rows];
    for (const event of readEvents(newest(items)))
      for (const record of knownOfEvent(uri, event)) found.push(record);
    records = found;
    known.set(items, records);
  }
  return records;
}
