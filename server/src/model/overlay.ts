import { says, type Named } from './device';

/** What every object has and is no setting of it. */
const NO_SETTINGS: ReadonlySet<string> = new Set([
  'name',
  'place',
  'blocks',
  'printed',
  'printedAt',
  'lines',
  'sequence',
  'mode',
  'family',
  'number',
  'matchOrder',
]);

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** The values of settings without their places, in one form whatever their order. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}n`;
  // Algorithms and proposals are sets.
  if (isList(value))
    return value.every((each) => typeof each === 'string') ? [...value].sort() : value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'place' && key !== 'origin');
  return entries.map(([key, each]): unknown[] => [key, plain(each)]).sort();
}

/** Whether two settings say the same, wherever they were read. */
export function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}

function textIn(value: unknown): string | undefined {
  const text = (value as { readonly value?: unknown } | undefined)?.value;
  return typeof text === 'string' ? text : undefined;
}

/** Whether a text in a table is the beginning of one that is known in full. */
function isCut(before: unknown, after: unknown): boolean {
  const [whole, shown] = [textIn(before), textIn(after)];
  return whole !== undefined && shown !== undefined && whole !== shown && whole.startsWith(shown);
}

type Settings = Record<string, unknown>;

/** The properties of an object by their names. */
function propertiesOf(object: Named): Settings {
  return Object.fromEntries(Object.entries(object));
}

/**
 * An object with what a later output says of it. `isRow`: the output is a table, in which long names are cut.
 */
export function overlay<T extends Named>(before: T, after: T, isRow = false): T {
  const result = propertiesOf(before);
  const later = propertiesOf(after);
  const printed = new Set(before.printed);
  for (const setting of after.printed ?? []) {
    const value = later[setting];
    if (isRow && isCut(result[setting], value)) continue;
    if (value === undefined) Reflect.deleteProperty(result, setting);
    else result[setting] = value;
    printed.add(setting);
  }
  if (before.printed) result['printed'] = printed;
  if (after.printedAt !== undefined) result['printedAt'] = after.printedAt;
  return result as unknown as T;
}

/** The settings that an object has a value of. */
function settingsOf(object: Named): string[] {
  return Object.keys(object).filter((key) => !NO_SETTINGS.has(key));
}

/** An object as two outputs print it of which nobody knows which is the newer one: in what they differ, nothing is known. */
export function agreed<T extends Named>(a: T, b: T): T {
  const result = propertiesOf(a);
  const other = propertiesOf(b);
  const printed = new Set<string>();
  for (const setting of new Set([...(a.printed ?? settingsOf(a)), ...(b.printed ?? settingsOf(b))])) {
    const [first, second] = [result[setting], other[setting]];
    if (!says(b, setting) || sameValue(first, second)) printed.add(setting);
    else if (!says(a, setting)) {
      result[setting] = second;
      printed.add(setting);
    } else if (!ALWAYS.has(setting)) {
      if (isList(first)) result[setting] = [];
      else Reflect.deleteProperty(result, setting);
    }
  }
  result['printed'] = printed;
  return result as unknown as T;
}

/** Settings that stay although nothing is known of them: `printed` says so. */
const ALWAYS: ReadonlySet<string> = new Set(['versions', 'transform', 'encapsulation', 'rules']);

function isWritten(value: unknown): boolean {
  if (isList(value)) return value.length > 0;
  return value !== undefined && (value as { readonly origin?: unknown }).origin !== 'default';
}

/**
 * An object that an output shows, with what was typed at prompts before it or after it. `shownLast`: the output is the later one and takes
 * in what was typed.
 */
export function overTyped<T extends Named>(shown: T, typed: T, shownLast: boolean): T {
  const result: Settings = { ...shown, ...bookkeepingOf(typed) };
  const own = propertiesOf(typed);
  const printed = new Set(shown.printed);
  for (const setting of settingsOf(typed)) {
    const value = own[setting];
    if (!isWritten(value) || (shownLast && shown.printed?.has(setting))) continue;
    result[setting] = value;
    printed.add(setting);
  }
  result['printed'] = printed;
  return result as unknown as T;
}

/** Where an object is written, which commands stand there, and what kind of entry it is. */
function bookkeepingOf(typed: Named): Settings {
  const { place, blocks } = typed;
  const { lines, mode } = propertiesOf(typed);
  return {
    place,
    blocks,
    ...(lines === undefined ? {} : { lines }),
    ...(mode === undefined || mode === 'unknown' ? {} : { mode }),
  };
}
