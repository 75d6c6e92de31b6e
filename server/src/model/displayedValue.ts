import { algorithmByDisplay, type AlgorithmKind } from '../commands/algorithms';
import { isNothing } from '../display/labels';
import type { Field } from '../display/output';
import type { Algorithms, Named } from './device';
import type { Place, Written } from './value';

/** Where a device printed something. */
export function placeOf(uri: string, { item, line, start, end }: Field): Place {
  return { uri, item, line, start, end };
}

/** A value as a device printed it; undefined where it printed none, or one that is not understood. */
export function displayed<T>(uri: string, field: Field | undefined, read: (text: string) => T | undefined) {
  const text = field && valueText(field);
  if (!field || text === undefined) return undefined;
  const value = read(text);
  return value === undefined
    ? undefined
    : ({ value, origin: 'display', place: placeOf(uri, field) } satisfies Written<T>);
}

/** Where somebody cut an output short, and what a pager leaves. */
const CUT = /(?:^|\s)(?:\.{3,}|…|-{2,} ?More ?-{2,}).*$/i;

/** Whether a file ends in the middle of the line of a field, right behind it: then a part of it may be missing. */
export function mayBeCut({ item, line, end }: Field): boolean {
  const found = item.lines[line];
  // A page that puts everything onto one line ends where the answer does.
  if (found?.eol !== '' || found.prompt) return false;
  return found.text.slice(end).trim() === '';
}

/** What a field says, without the marks of a cut; undefined for nothing. */
function valueText(field: Field): string | undefined {
  if (mayBeCut(field)) return undefined;
  const { text } = field;
  const value = text.replace(CUT, '').trim();
  return isNothing(value) ? undefined : value;
}

/** Whether an output says what a setting is: a value that is understood, or that there is none. */
export function isSaid(
  field: Field | undefined,
  value: unknown,
  isNone: (text: string) => boolean = isNothing,
) {
  return field !== undefined && (value !== undefined || (isNone(field.text) && !isCut(field)));
}

/** An empty value at the end of what somebody cut off says nothing. */
function isCut({ text, item, line, end }: Field): boolean {
  if (text !== '') return false;
  const after = item.lines[line];
  const rest = (after?.clean?.text ?? after?.text ?? '').slice(after?.clean ? 0 : end);
  return CUT.test(rest) || isLastOfItem(item, line);
}

function isLastOfItem({ lines }: Field['item'], line: number): boolean {
  return lines.slice(line + 1).every(({ text }) => text.trim() === '');
}

/** The settings of which an output says what they are. */
export function printedOf(said: Readonly<Record<string, boolean>>): ReadonlySet<string> {
  return new Set(Object.keys(said).filter((each) => said[each]));
}

/** An object that is known from output only has no view in any file. */
export function namedBy(uri: string, name: Field): Named {
  return { name: name.text, place: placeOf(uri, name), blocks: [] };
}

/** The algorithms of a value: one that blanks may stand in, or several. Undefined where one of them is not known. */
function algorithmsOf(kind: AlgorithmKind, text: string): Algorithms | undefined {
  const one = algorithmByDisplay(kind, text);
  if (one) return [one.id];
  const all = text.split(/[\s,]+/).map((word) => algorithmByDisplay(kind, word)?.id);
  const known = all.flatMap((id) => id ?? []);
  return known.length === all.length && known.length > 0 ? known : undefined;
}

export function algorithms(kind: AlgorithmKind, uri: string, field: Field | undefined) {
  return displayed(uri, field, (text) => algorithmsOf(kind, text));
}

export function numberIn(text: string): number | undefined {
  const found = /\d{1,12}/.exec(text)?.[0];
  return found === undefined ? undefined : Number(found);
}

/** An object of which only the values say anything, as those of proposals do: an absent one is not known. */
export function withPrinted<T extends Named>(object: T, settings: readonly (keyof T & string)[]): T {
  return { ...object, printed: new Set(settings.filter((each) => object[each] !== undefined)) };
}
