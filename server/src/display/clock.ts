import type { OutputKind } from './kind';
import { LabelReader, present, type Values } from './labels';
import { momentAt, readMoment, type Moment } from './moment';
import type { Field, Output, OutputLine } from './output';

/** What `display clock` says. */
export interface DisplayedClock {
  /** Date and time as printed, its zone and its mark for daylight saving time included. */
  readonly time: Field;
  /** The same to be compared with what else the device printed; its `offset` where the device says how far the zone is from UTC. */
  readonly moment: Moment;
  /** The name of the time zone. */
  readonly zoneName?: Field;
  /** `UTC`, `UTC+08:00`. */
  readonly zone?: Field;
  /** The daylight saving time that is configured, whether it is on at that moment or not. */
  readonly summerName?: Field;
  readonly summerStart?: Field;
  readonly summerEnd?: Field;
  /** By how much the clock is put forward: `01:00:00`. */
  readonly summerSaving?: Field;
}

const reader = new LabelReader({
  summer: ['Daylight saving time', 'Summer Time'],
  summerName: 'Name',
  repeatMode: 'Repeat mode',
  startYear: 'Start year',
  endYear: 'End year',
  summerStart: 'Start time',
  summerEnd: 'End time',
  summerSaving: ['Saving time', 'Offset'],
});

type Summer = 'summerName' | 'summerStart' | 'summerEnd' | 'summerSaving';

const ZONE =
  /\bTime[ \t]?-?Zone[ \t]*(?:\(([^()]{0,64})\))?[ \t]*:?[ \t]*(UTC[ \t]?(?:[+-]\d{1,2}:\d{2}(?::\d{2})?)?|GMT)?/i;

function timeIn(line: OutputLine): Pick<DisplayedClock, 'time' | 'moment'> | undefined {
  const start = line.text.search(/\S/);
  const found = start < 0 ? undefined : momentAt(line.text, start);
  // A date alone is no clock; neither is a line of a table that begins with a time.
  if (!found || found.moment.isDate || found.moment.lacksYear) return undefined;
  if (!/^\s*(?:$|\(|(?:mon|tue|wed|thu|fri|sat|sun)|time[ -]?zone)/i.test(line.text.slice(found.end)))
    return undefined;
  return { time: line.field(found.start, found.end), moment: found.moment };
}

/** The minutes of `UTC+08:00`; undefined where it is daylight saving time by nobody knows how much. */
function offsetOf(zone: Field | undefined, saving: Field | undefined, isSummer: boolean): number | undefined {
  const base = zone && readMoment(`2000-01-01 00:00:00 ${zone.text}`)?.offset;
  if (base === undefined || !isSummer) return base;
  const forward = /^(\d{1,2}):(\d{2})/.exec(saving?.text ?? '');
  return forward ? base + Number(forward[1]) * 60 + Number(forward[2]) : undefined;
}

function read({ lines }: Output): readonly DisplayedClock[] {
  let clock: Pick<DisplayedClock, 'time' | 'moment'> | undefined;
  let zone: { readonly name: Field | undefined; readonly value: Field | undefined } | undefined;
  const summer: Values<Summer> = {};
  for (const line of lines) {
    clock ??= timeIn(line);
    if (!clock) continue;
    const found = zone ? null : ZONE.exec(line.text);
    if (found) {
      const [name, value] = line.groups(found);
      zone = { name, value };
    }
    for (const { key, value } of reader.read(line)) {
      if (key !== 'summer' && key !== 'repeatMode' && key !== 'startYear' && key !== 'endYear')
        summer[key] ??= value;
    }
  }
  if (!clock) return [];
  const { moment } = clock;
  const offset = moment.offset ?? offsetOf(zone?.value, summer.summerSaving, moment.isSummerTime ?? false);
  return [
    {
      ...clock,
      moment: offset === undefined ? moment : { ...moment, offset },
      ...present({ zoneName: zone?.name, zone: zone?.value }),
      ...summer,
    },
  ];
}

/** `display clock`: the time of the device, its zone and daylight saving time. */
export const clockOutput: OutputKind<DisplayedClock> = {
  command: 'display clock',
  opening:
    /\b\d{4}[-/]\d{1,2}[-/]\d{1,2}[ T]\d{1,2}:\d{2}:\d{2}\S{0,12}(?: DST)?\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\bTime Zone\s*\([^()\n]{0,64}\)\s*:/i,
  about: {
    reads: 'date, time, time zone and daylight saving time',
    layouts: { VRP: 'device' },
  },
  read,
};
