/** A date and time as a device printed it. */
export interface Moment {
  /**
   * Milliseconds by which moments of one device's clock are put in order: what the clock showed, whatever its time zone. Not comparable
   * with the clock of another device, nor with a time in GMT, unless `offset` says how far apart the two are.
   */
  readonly milliseconds: number;
  /** Minutes that the clock is ahead of UTC, where that is printed with the time. */
  readonly offset?: number;
  /** The time is daylight saving time, as its mark says. */
  readonly isSummerTime?: true;
  /** Syslog leaves the year out: `milliseconds` then orders the times of one year only. */
  readonly lacksYear?: true;
  /** Only a date is printed; `milliseconds` is its beginning. */
  readonly isDate?: true;
}

/** A moment with its place in a text. */
export interface FoundMoment {
  readonly start: number;
  readonly end: number;
  readonly moment: Moment;
}

const MONTHS = 'january february march april may june july august september october november december'
  .split(' ')
  .map((name) => ({ short: name.slice(0, 3), rest: name.slice(3) }));

const MONTH = `(?<month>${MONTHS.map(({ short, rest }) => `${short}(?:${rest})?`).join('|')})`;
const WEEKDAY = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?[ \t]{1,4})?`;
const DAY = String.raw`(?<day>\d{1,2})`;
const YEAR = String.raw`(?<year>\d{4})`;
/** VRP8 counts on behind the milliseconds: `20:01:02.370.1`. */
const TIME = String.raw`(?<hour>\d{1,2}):(?<minute>\d{1,2}):(?<second>\d{1,2})(?:[.,](?<fraction>\d{1,9})(?:\.\d{1,9})?)?`;
const ZONE = String.raw`(?<zone>(?:[ \t]?(?:UTC|GMT))?[ \t]?[+-]\d{1,2}:?\d{2}(?::\d{2})?(?![\d:-])|[ \t]?Z\b|[ \t]?(?:UTC|GMT)\b)?`;
const SUMMER = String.raw`(?<summer>[ \t]?DST\b)?`;
const CLOCK = `${TIME}${ZONE}${SUMMER}`;
const GAP = String.raw`[ \t]{1,4}`;

/** How the spellings begin: what does not begin so is not looked at more closely. */
const BEGINS = {
  year: /\d{4}[-/. 年]/y,
  month: /[a-z]{3}/iy,
  day: /\d{1,2}[-/ \t]|[a-z]{3}/iy,
  time: /\d{1,2}:/y,
} as const;

/**
 * Every order that devices, syslog servers and certificates write a date in. The year stands first or the month has a name: a date such
 * as `03/04/2026` says nothing, as nobody knows which of the two numbers is the month.
 */
const SPELLINGS: readonly (readonly [begins: RegExp, spelling: RegExp])[] = (
  [
    // 2026-11-25 20:01:02, 2026/11/25  20:01:02.123+08:00, 2026-11-25T20:01:02Z
    [
      BEGINS.year,
      String.raw`${YEAR}(?<mark>[-/.])(?<number>\d{1,2})\k<mark>${DAY}(?:(?:${GAP}|T|[ \t]?\[)${CLOCK})?`,
    ],
    // 2026年11月25日 20:01:02
    [
      BEGINS.year,
      String.raw`${YEAR}[ \t]?年[ \t]?(?<number>\d{1,2})[ \t]?月[ \t]?${DAY}[ \t]?日(?:[ \t]{0,4}${CLOCK})?`,
    ],
    // Nov 25 2026 20:01:02.370.1+08:00
    [BEGINS.month, String.raw`${WEEKDAY}${MONTH}${GAP}${DAY},?${GAP}${YEAR},?${GAP}${CLOCK}`],
    // Nov 25 20:01:02 2026 GMT
    [BEGINS.month, String.raw`${WEEKDAY}${MONTH}${GAP}${DAY}${GAP}${TIME}${GAP}${YEAR}${ZONE}${SUMMER}`],
    // 25-Nov-2026 20:01:02, 25 Nov 2026
    [
      BEGINS.day,
      String.raw`${WEEKDAY}${DAY}(?:[-/]|${GAP})${MONTH}(?:[-/]|,?${GAP})${YEAR}(?:(?:[ \t]{1,4}|,[ \t]{0,4}|:|T)${CLOCK})?`,
    ],
    // 20:01:02.259 UTC Nov 25 2026, 20:01:02 UTC Wed 2026-11-25
    [BEGINS.time, String.raw`${TIME}${ZONE}${GAP}${WEEKDAY}${MONTH}${GAP}${DAY},?${GAP}${YEAR}`],
    [
      BEGINS.time,
      String.raw`${TIME}${ZONE}${GAP}${WEEKDAY}${YEAR}(?<mark>[-/.])(?<number>\d{1,2})\k<mark>${DAY}`,
    ],
    // Nov 25 2026
    [BEGINS.month, String.raw`${WEEKDAY}${MONTH}${GAP}${DAY},?${GAP}${YEAR}(?![\d:])`],
    // Nov 25 20:01:02
    [BEGINS.month, String.raw`${WEEKDAY}${MONTH}${GAP}${DAY}${GAP}${CLOCK}`],
  ] as const
).map(([begins, source]) => [begins, new RegExp(String.raw`${source}(?![\d:])`, 'iy')]);

/** Year-less times are put into a year that has a 29 February. */
const LEAP_YEAR = 1972;

/** Minutes that `+08:00`, ` UTC-08:00` or `GMT` is ahead of UTC. */
function offsetOf(zone: string): number {
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d{1,2}):?(\d{2})/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) || 0;
}

/** A number from 0 up to a limit; undefined for what is none. */
function within(text: string | undefined, limit: number): number | undefined {
  const number = Number(text ?? '0');
  return number <= limit ? number : undefined;
}

/** The parts of a date that a spelling has. */
type Part =
  'year' | 'month' | 'number' | 'day' | 'hour' | 'minute' | 'second' | 'fraction' | 'zone' | 'summer';

function momentOfParts(parts: Readonly<Partial<Record<Part, string>>>): Moment | undefined {
  const named = parts.month?.slice(0, 3).toLowerCase();
  const month =
    named === undefined ? Number(parts.number) - 1 : MONTHS.findIndex(({ short }) => short === named);
  const day = Number(parts.day);
  const year = parts.year === undefined ? LEAP_YEAR : Number(parts.year);
  const hour = within(parts.hour, 23);
  const minute = within(parts.minute, 59);
  const second = within(parts.second, 60);
  if (hour === undefined || minute === undefined || second === undefined) return undefined;
  const date = Date.UTC(year, month, day);
  const back = new Date(date);
  // 31 February is no date.
  if (year < 1000 || back.getUTCMonth() !== month || back.getUTCDate() !== day) return undefined;
  const fraction = Math.trunc(Number(`0.${parts.fraction ?? '0'}`) * 1000);
  return {
    milliseconds: date + ((hour * 60 + minute) * 60 + second) * 1000 + fraction,
    ...(parts.zone ? { offset: offsetOf(parts.zone) } : {}),
    ...(parts.summer ? { isSummerTime: true } : {}),
    ...(parts.year === undefined ? { lacksYear: true } : {}),
    ...(parts.hour === undefined ? { isDate: true } : {}),
  };
}

/** The moment that is written at an offset of a text. */
export function momentAt(text: string, start: number): FoundMoment | undefined {
  for (const [begins, spelling] of SPELLINGS) {
    begins.lastIndex = start;
    if (!begins.test(text)) continue;
    spelling.lastIndex = start;
    const found = spelling.exec(text);
    const moment = found?.groups && momentOfParts(found.groups);
    if (moment) return { start, end: start + found[0].length, moment };
  }
  return undefined;
}

function isWordCharacter(code: number): boolean {
  return (code >= 48 && code <= 57) || ((code | 32) >= 97 && (code | 32) <= 122) || code === 95;
}

/** The first moment that a text holds between two offsets. Linear: a spelling is tried only where a word begins. */
export function findMoment(text: string, from = 0, to = text.length): FoundMoment | undefined {
  for (let at = from; at < to; at++) {
    if (!isWordCharacter(text.charCodeAt(at))) continue;
    const found = momentAt(text, at);
    if (found) return found;
    while (at < to && isWordCharacter(text.charCodeAt(at))) at++;
  }
  return undefined;
}

/** The moment that a text consists of; undefined for everything else, and for a date of which month and day could be the other way round. */
export function readMoment(text: string): Moment | undefined {
  const trimmed = text.trim();
  const found = momentAt(trimmed, 0);
  return found && /^[\s\])]*$/.test(trimmed.slice(found.end)) ? found.moment : undefined;
}

/**
 * What a text says as a number by which moments of one clock are put in order, in milliseconds. Undefined where the text is no moment or
 * lacks the year.
 */
export function momentOf(text: string): number | undefined {
  const moment = readMoment(text);
  return moment && !moment.lacksYear ? moment.milliseconds : undefined;
}

/** A moment without a year, in the year in which it lies closest to another one. Others stay as they are. */
export function withYearNear(moment: Moment, near: number): Moment {
  if (!moment.lacksYear) return moment;
  const time = new Date(moment.milliseconds);
  const around = new Date(near).getUTCFullYear();
  let best: number | undefined;
  for (const year of [around - 1, around, around + 1]) {
    const date = new Date(moment.milliseconds);
    date.setUTCFullYear(year);
    if (date.getUTCDate() !== time.getUTCDate()) continue;
    const milliseconds = date.getTime();
    if (best === undefined || Math.abs(milliseconds - near) < Math.abs(best - near)) best = milliseconds;
  }
  if (best === undefined) return moment;
  const { offset, isSummerTime } = moment;
  return {
    milliseconds: best,
    ...(offset === undefined ? {} : { offset }),
    ...(isSummerTime ? { isSummerTime } : {}),
  };
}

/** A moment by the clock of UTC; undefined where nobody says how far the device's clock is from it. */
export function utcOf({ milliseconds, offset, lacksYear }: Moment): number | undefined {
  return offset === undefined || lacksYear ? undefined : milliseconds - offset * 60_000;
}
