import type { OutputKind } from './kind';
import { LabelReader, type Labelled } from './labels';
import type { Field, Output, OutputLine } from './output';
import { partOf } from './part';

/** How many addresses of a pool, or of a section of it, are in which state; numbers as printed. */
export interface PoolUsage {
  readonly total?: Field;
  readonly used?: Field;
  readonly idle?: Field;
  readonly conflicted?: Field;
  readonly disabled?: Field;
  readonly expired?: Field;
  readonly reserved?: Field;
}

/** A section of a pool: from the first address to the last one. */
export interface PoolSection extends PoolUsage {
  readonly start: Field;
  readonly end: Field;
}

/** An address pool as `display ip pool [name NAME]` prints it. */
export interface DisplayedIpPool extends PoolUsage {
  readonly name: Field;
  readonly status?: Field;
  readonly gateway?: Field;
  readonly mask?: Field;
  readonly vpnInstance?: Field;
  /** What the form with a name prints in place of the numbers of the whole pool. */
  readonly sections: readonly PoolSection[];
}

const reader = new LabelReader(
  {
    name: 'Pool name',
    number: 'Pool No',
    lease: 'Lease',
    position: 'Position',
    status: 'Status',
    gateway: ['Gateway-0', 'Gateway'],
    mask: ['Mask', 'Network mask'],
    vpnInstance: 'VPN instance',
    unnumbered: 'Unnumbered gateway',
    total: 'Total',
    used: 'Used',
    idle: ['Idle', 'Free'],
    expired: 'Expired',
    conflicted: ['Conflicted', 'Conflict'],
    disabled: ['Disable', 'Disabled'],
    designated: 'Designated',
    delayed: 'Delayed',
    ratio: 'Ratio',
    isolated: 'Isolated',
    reserved: 'Reserved',
    server: 'Server name',
    statistics: 'IP address Statistic',
  },
  ['statistics'],
);

type Label = ReturnType<typeof reader.read>[number]['key'];

const COUNTS = ['total', 'used', 'idle', 'expired', 'conflicted', 'disabled', 'reserved'] as const;
const TEXTS = ['status', 'mask', 'vpnInstance'] as const;

/** Behind this stand the sums of all pools. */
const SUMMARY = /\bIP address pool Statistic\b/i;

const ADDRESS = String.raw`\d{1,3}(?:\.\d{1,3}){3}`;
const SECTION = new RegExp(
  String.raw`(?<![^\s])(${ADDRESS})[ \t]+(${ADDRESS})((?:[ \t]+\d{1,10}(?:[ \t]?\(\d{1,10}\))?){3,12})(?=\s|$)`,
  'g',
);

/** Columns of the numbers, by the words of the heading. */
const COLUMNS: Readonly<Record<string, keyof PoolUsage | undefined>> = {
  total: 'total',
  used: 'used',
  idle: 'idle',
  free: 'idle',
  cflct: 'conflicted',
  conflict: 'conflicted',
  conflicted: 'conflicted',
  disable: 'disabled',
  disabled: 'disabled',
  reserved: 'reserved',
};

const HEADING = /\bstart\s+end\s+(total\b[^\n]*)$/i;

type Open = { -readonly [K in keyof DisplayedIpPool]: DisplayedIpPool[K] } & { sections: PoolSection[] };

/** What the numbers of a row are, from the left. */
type Columns = readonly { readonly key: keyof PoolUsage | undefined; readonly hasExpired: boolean }[];

function columnsOf(text: string): Columns | undefined {
  const words = HEADING.exec(text)?.[1]
    ?.replaceAll(/\s?\(\s?/g, '(')
    .split(/\s+/);
  return words?.map((word) => {
    const [name = '', inside = ''] = word.toLowerCase().split('(');
    return { key: COLUMNS[name], hasExpired: inside.startsWith('expired') };
  });
}

const USUAL: Columns = [
  { key: 'total', hasExpired: false },
  { key: 'used', hasExpired: false },
  { key: 'idle', hasExpired: true },
];

function sectionOf(line: OutputLine, match: RegExpExecArray, columns: Columns): PoolSection | undefined {
  const [start, end] = line.groups(match);
  if (!start || !end) return undefined;
  const usage: { -readonly [K in keyof PoolUsage]: PoolUsage[K] } = {};
  const numbersAt = match.index + match[0].length - (match[3]?.length ?? 0);
  let column = 0;
  for (const number of (match[3] ?? '').matchAll(/(\d+)(?:[ \t]?\((\d+)\))?/g)) {
    const [whole, first = '', second] = number;
    const at = numbersAt + number.index;
    const found = columns[column++];
    if (found?.key) usage[found.key] ??= line.field(at, at + first.length);
    if (second !== undefined && found?.hasExpired) {
      const inside = at + whole.lastIndexOf(second);
      usage.expired ??= line.field(inside, inside + second.length);
    }
  }
  return { start, end, ...usage };
}

function take(pool: Open, { key, value }: Labelled<Label>): void {
  if (value.text === '') return;
  const count = COUNTS.find((each) => each === key);
  if (count) {
    const number = /^\d{1,10}(?=\s|$)/.exec(value.text)?.[0];
    if (number !== undefined) pool[count] ??= partOf(value, 0, number.length);
  }
  if (key === 'gateway') pool.gateway ??= value;
  const text = TEXTS.find((each) => each === key);
  if (text) pool[text] ??= value;
}

function read({ lines }: Output): readonly DisplayedIpPool[] {
  const pools: Open[] = [];
  let current: Open | undefined;
  let columns = USUAL;
  for (const whole of lines) {
    const summary = SUMMARY.exec(whole.text)?.index;
    const line = summary === undefined ? whole : whole.part(0, summary);
    columns = columnsOf(line.text.replace(SECTION, '')) ?? columns;
    for (const labelled of reader.read(line)) {
      if (labelled.key === 'name' && labelled.value.text !== '') {
        current = { name: labelled.value, sections: [] };
        pools.push(current);
      } else if (current) take(current, labelled);
    }
    for (const found of line.text.matchAll(SECTION)) {
      const section = sectionOf(line, found, columns);
      if (section) current?.sections.push(section);
    }
    if (summary !== undefined) current = undefined;
  }
  return pools;
}

/** A number of a whole pool: as printed, or summed up over its sections; undefined where it is not printed of all of them. */
export function countOf(pool: DisplayedIpPool, key: keyof PoolUsage): number | undefined {
  const own = pool[key];
  if (own) return Number(own.text);
  if (pool.sections.length === 0) return undefined;
  let sum = 0;
  for (const section of pool.sections) {
    const count = section[key];
    if (!count) return undefined;
    sum += Number(count.text);
  }
  return sum;
}

/** `display ip pool [name NAME …]`: blocks with the numbers of each pool, or one pool with its sections in a table. */
export const ipPoolOutput: OutputKind<DisplayedIpPool> = {
  command: 'display ip pool',
  opening: /\bPool-?name\s*:/i,
  about: {
    reads: 'addresses of every pool: in all, used, free; its network and gateway',
    layouts: { VRP8: 'device', 'AR, USG': 'none' },
  },
  read,
};
