import type { OutputKind } from './kind';
import { LabelReader, present, type Values } from './labels';
import { findMoment, type Moment } from './moment';
import type { Field, Output, OutputLine } from './output';

/** Something that the licence allows: a function, or so many of something. */
export interface LicenseItem {
  readonly name: Field;
  readonly description?: Field;
  /** `Function` or `Resource`. */
  readonly type?: Field;
  /** How many the licence allows, or `Enabled` and the like. */
  readonly limit?: Field;
  readonly used?: Field;
  readonly state?: Field;
  readonly expiry?: Field;
  /** The day on which it ends; undefined where it has no end or none that is understood. */
  readonly expiresAt?: Moment;
}

/** What `display license [verbose | resource usage]` says. */
export interface DisplayedLicense {
  readonly file?: Field;
  /** `Normal`, `Demo`, `Trial`, `Emergency`, `Default`. */
  readonly state?: Field;
  readonly items: readonly LicenseItem[];
}

const reader = new LabelReader({
  file: ['Active license', 'Active license on master board', 'The file activated is', 'License file'],
  state: ['License state', 'Current license state'],
  revoke: 'Revoke ticket',
  mode: 'License mode',
  product: ['Product name', 'Product version'],
  esn: ['License file ESN', 'Device ESN is', 'ESN'],
  serial: 'License Serial No',
  creator: ['Creator', 'Created Time', 'Country', 'Custom', 'Office'],
  feature: 'Feature name',
  authorization: 'Authorize type',
  featureExpiry: 'Expired date',
  trial: ['Trial days', 'Item trial days'],
  sale: 'Sale name',
  name: 'Item name',
  type: 'Item type',
  limit: ['Control value', 'Item value'],
  used: 'Used value',
  itemState: 'Item state',
  expiry: 'Item expired date',
  description: 'Description',
});

const ITEM = ['type', 'limit', 'used', 'expiry', 'description'] as const;

/** A row of a table of usage: the item, and how many of how many are used. */
const USAGE = /(?<![^\s|])([A-Za-z][\w*-]{2,40})[ \t]*\|?[ \t]+(\d{1,10})[ \t]*\/[ \t]*(\d{1,10})(?=\s|$)/g;

/** A line of the short form: a function or a number behind its name. */
const PLAIN =
  /^\s*([A-Za-z][\w ()/.+-]{1,60}?)[ \t]*:[ \t]*(enabled|disabled|supported|not supported|unlimited|\d{1,10}(?![\d/:.-]))(?!\w)/i;

type Open = Values<'name' | 'description' | 'type' | 'limit' | 'used' | 'state' | 'expiry'>;

function expiryOf(field: Field | undefined): Moment | undefined {
  return field && findMoment(field.text)?.moment;
}

/** An item of the short form, `IPS : Enabled; expire time: 2027/01/31`. */
function plainItem(line: OutputLine): Open | undefined {
  const found = PLAIN.exec(line.text);
  const [name, limit] = found ? line.groups(found) : [];
  if (!found || !name || !limit) return undefined;
  const behind = found[0].length;
  const date = /\bexpir/i.test(line.text.slice(behind)) ? findMoment(line.text, behind) : undefined;
  return { name, limit, ...present({ expiry: date && line.field(date.start, date.end) }) };
}

function read({ lines }: Output): readonly DisplayedLicense[] {
  const head: Values<'file' | 'state'> = {};
  const items: Open[] = [];
  let current: Open | undefined;
  for (const line of lines) {
    const labelled = reader.read(line);
    for (const { key, value } of labelled) {
      if (key === 'name') items.push((current = value.text === '' ? {} : { name: value }));
      else if (key === 'sale' || key === 'feature') current = undefined;
      else if (key === 'file' || key === 'state') head[key] ??= value;
      else if (key === 'itemState' && current) current.state ??= value;
      const own = ITEM.find((each) => each === key);
      if (own && current && value.text !== '') current[own] ??= value;
    }
    if (labelled.length > 0) continue;
    const rows = [...line.text.matchAll(USAGE)].map((found) => line.groups(found));
    for (const [name, used, limit] of rows) if (name) items.push(present({ name, used, limit }));
    const plain = rows.length === 0 ? plainItem(line) : undefined;
    if (plain) items.push(plain);
  }
  const named = items.flatMap(({ name, ...values }): LicenseItem[] => {
    const expiresAt = expiryOf(values.expiry);
    return name ? [{ name, ...values, ...(expiresAt ? { expiresAt } : {}) }] : [];
  });
  return named.length === 0 && Object.keys(head).length === 0 ? [] : [{ ...head, items: named }];
}

/** `display license [verbose]`, `display license resource usage`. The verbose form is read against a device's; the others are not public. */
export const licenseOutput: OutputKind<DisplayedLicense> = {
  command: 'display license',
  opening:
    /\b(?:Active license|License state|Current license state|MainBoard|Device ESN is)\s*(?:on master board\s*)?:/i,
  about: {
    reads: 'state, items with control value and use, and when each ends',
    layouts: { 'S switches, verbose': 'device', 'USG, AR': 'none' },
  },
  read,
};
