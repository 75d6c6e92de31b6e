import type { Item } from '../../syntax/tree';
import { logLine, type LogLine } from './logText';
import { eventsIn, headsIn, type Event } from './event';

export type { Event };
export type { Parameter } from './parameters';

/** An entry of a log has no more further lines than this. */
const MAX_FURTHER = 32;

interface Known {
  /** Whether its first entry may have its time in the item before it, and which that was. */
  readonly reachesBack: boolean;
  readonly previous: Item | undefined;
  /** The device of the last prompt before the item. */
  readonly session: string | undefined;
  /** How many of its first lines belong to an entry that began in the item before. */
  readonly skipped: number;
  /** Whether the last entry may go on in the item behind it, and which that was. */
  readonly reachesEnd: boolean;
  readonly next: Item | undefined;
  readonly events: readonly Event[];
  /** The device of the last prompt up to the end of the item. */
  readonly left: string | undefined;
  /** How many lines of the item behind it the last entry takes. */
  readonly taken: number;
}

/** What was read of an item, as long as what decides it is the same. */
const known = new WeakMap<Item, Known>();

function readItem(
  item: Item,
  previous: Item | undefined,
  next: Item | undefined,
  session: string | undefined,
  skipped: number,
): Known {
  const events: Event[] = [];
  let reachesBack = false;
  let device = session;
  let reachesEnd = false;
  let behind = skipped;
  for (const [index, { prompt }] of item.lines.entries()) {
    if (prompt) device = prompt.device;
    if (index < behind) continue;
    const line = logLine(item, index);
    const heads = line ? headsIn(line) : [];
    if (!line || heads.length === 0) continue;
    if (index === 0) reachesBack = true;
    const before =
      index > 0 ? logLine(item, index - 1) : previous && logLine(previous, previous.lines.length - 1);
    const found = eventsIn(line, heads, before, furtherLines(item, next, index), device);
    behind = index + found.taken + 1;
    reachesEnd = behind >= item.lines.length;
    for (const event of found.events) events.push(event);
  }
  return {
    reachesBack,
    previous,
    session,
    skipped,
    reachesEnd,
    next,
    events,
    left: device,
    taken: Math.max(0, behind - item.lines.length),
  };
}

/** The lines behind one on which its entry may go on: up to a prompt, a blank line, or the next entry. */
function* furtherLines(item: Item, next: Item | undefined, index: number): Generator<LogLine> {
  let left = MAX_FURTHER;
  let from = index + 1;
  for (const each of next ? [item, next] : [item]) {
    for (let at = from; at < each.lines.length; at++) {
      const line = logLine(each, at);
      if (!line || left-- <= 0 || each.lines[at]?.prompt || line.text.trim() === '') return;
      if (headsIn(line).some(({ isText }) => !isText)) return;
      yield line;
    }
    from = 0;
  }
}

/**
 * Every log line and alarm that the items of a capture or of a log hold, in order. An edit leaves what was read of the other items as it
 * is.
 */
export function readEvents(items: readonly Item[]): readonly Event[] {
  let session: string | undefined;
  let taken = 0;
  const events: Event[] = [];
  for (const [at, item] of items.entries()) {
    const previous = items[at - 1];
    const next = items[at + 1];
    const before = known.get(item);
    const isSame =
      before !== undefined &&
      before.session === session &&
      before.skipped === taken &&
      !(before.reachesBack && before.previous !== previous) &&
      !(before.reachesEnd && before.next !== next);
    const read = isSame ? before : readItem(item, previous, next, session, taken);
    if (read !== before) known.set(item, read);
    for (const event of read.events) events.push(event);
    session = read.left;
    taken = read.taken;
  }
  return events;
}
