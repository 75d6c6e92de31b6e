import { utcOf, type Moment } from '../../../display/moment';
import type { Device } from '../../../model/device';
import type { FailureContext } from '../failure';
import { factsOf } from './shown';

/** Between which two instants a moment lies, in milliseconds of UTC. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Clocks on Earth are between twelve hours behind UTC and fourteen hours ahead of it. */
const BEHIND = 12 * HOUR;
const AHEAD = 14 * HOUR;

/** How far a clock is ahead of UTC: between which two numbers of milliseconds. Where nobody says it, anything is possible. */
interface Offset {
  readonly least: number;
  readonly most: number;
}

const UNKNOWN: Offset = { least: -BEHIND, most: AHEAD };

const offsets = new WeakMap<FailureContext, Map<Device, Offset>>();

/** The zone of a device by its `display clock` and its `clock timezone`; wider by the daylight saving time where it has one. */
function offsetOf(device: Device, context: FailureContext): Offset {
  const known = offsets.get(context) ?? new Map<Device, Offset>();
  offsets.set(context, known);
  let offset = known.get(device);
  if (offset) return offset;
  const clocks = factsOf('clock', device, context).map(({ fact }) => fact);
  const { clockOffset, summerTime } = device.globals;
  const minutes = [
    ...clocks.flatMap(({ moment }) => moment.offset ?? []),
    ...(clockOffset ? [clockOffset.value] : []),
  ];
  const isSummer = clocks.some(
    ({ moment, summerName, summerSaving }) => moment.isSummerTime ?? summerName ?? summerSaving,
  );
  const spare = isSummer || summerTime ? HOUR : 0;
  offset =
    minutes.length === 0
      ? UNKNOWN
      : { least: Math.min(...minutes) * MINUTE - spare, most: Math.max(...minutes) * MINUTE + spare };
  known.set(device, offset);
  return offset;
}

/** When a device's own clock showed a moment. Undefined for one without a year. */
export function spanOf(moment: Moment, device: Device, context: FailureContext): Span | undefined {
  if (moment.lacksYear) return undefined;
  const length = moment.isDate ? DAY - 1 : 0;
  const utc = utcOf(moment);
  if (utc !== undefined) return { from: utc, to: utc + length };
  const { least, most } = offsetOf(device, context);
  return { from: moment.milliseconds - most, to: moment.milliseconds - least + length };
}

/** When a certificate or a CRL says something happens: in GMT, unless a product leaves that out. */
export function spanOfGmt(moment: Moment): Span | undefined {
  if (moment.lacksYear) return undefined;
  const utc = utcOf(moment);
  const { least, most } = utc === undefined ? UNKNOWN : { least: 0, most: 0 };
  const base = utc ?? moment.milliseconds;
  return { from: base - most, to: base - least + (moment.isDate ? DAY - 1 : 0) };
}

/** Whether one moment is before another for certain, whatever the zones. */
export function isBefore(a: Span | undefined, b: Span | undefined): boolean {
  return a !== undefined && b !== undefined && a.to < b.from;
}
