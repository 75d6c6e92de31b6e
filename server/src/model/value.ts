import { textBetween } from '../syntax/line';
import type { Item, TreeLine } from '../syntax/tree';

/** Where a value was read: a configuration, a device's output, or nowhere (the device's default). */
export type Origin = 'config' | 'display' | 'default';

/** Some characters of a line of a file. The line counts within its item, so that a place outlives edits elsewhere. */
export interface Place {
  readonly uri: string;
  readonly item: Item;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** A value with its provenance. A setting that is absent and has no known default is no value at all: undefined. */
export interface Value<T> {
  readonly value: T;
  readonly origin: Origin;
  /** Absent for defaults only. */
  readonly place?: Place;
}

/** A value that was written in a configuration. */
export interface Written<T> extends Value<T> {
  readonly place: Place;
}

/** The line a place lies in. */
export function lineOf(place: Pick<Place, 'item' | 'line'>): TreeLine {
  const line = place.item.lines[place.line];
  if (!line) throw new Error('a place lies in a line of its item');
  return line;
}

/** The text of a place. */
export function textOf(place: Place): string {
  return textBetween(lineOf(place), place.start, place.end);
}
