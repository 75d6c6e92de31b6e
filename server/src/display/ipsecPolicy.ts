import type { OutputKind } from './kind';
import { partOf } from './part';
import { isNothing, LabelReader, present, type Labelled, type Values } from './labels';
import type { Field, Output, OutputLine } from './output';
import { ADDRESS, cellsOf, Columns } from './table';

/** One entry of an IPsec policy group, of a template or a profile, as the device prints it; values as printed. */
export interface DisplayedIpsecPolicy {
  /** The group, the template or the profile. */
  readonly name: Field;
  readonly sequence?: Field;
  /** `isakmp`, `manual`, `template` …; absent where it is not printed. */
  readonly mode?: Field;
  /** The security ACL: `3000`, `3000/IPv4`. */
  readonly acl?: Field;
  readonly ikePeer?: Field;
  readonly proposals: readonly Field[];
  readonly perfectForwardSecrecy?: Field;
  readonly localAddress?: Field;
  readonly remoteAddress?: Field;
  /** The interfaces the group is applied to. */
  readonly interfaces?: Field;
  /** Lifetime of the IPsec SA in seconds, and in kilobytes. */
  readonly lifetimeSeconds?: Field;
  readonly lifetimeKilobytes?: Field;
}

const reader = new LabelReader({
  group: ['IPSec policy group', 'IPSec policy template group', 'IPsec Policy Template Group'],
  name: ['IPSec policy name', 'Policy template name', 'IPSec profile name', 'IPSec profile'],
  interfaces: 'Using interface',
  sequence: 'Sequence number',
  alias: 'Policy Alias',
  mode: ['Mode', 'IPSec policy mode'],
  acl: ['Security data flow', 'Acl number'],
  ikePeer: ['IKE-peer name', 'Peer name', 'IKE peer'],
  perfectForwardSecrecy: 'Perfect forward secrecy',
  proposal: ['Proposal name', 'IPSec proposal'],
  localAddress: ['IPSec local address', 'Local address', 'Tunnel local', 'Tunnel local address'],
  remoteAddress: ['Tunnel remote', 'Tunnel remote address', 'Remote address'],
  lifetimeSeconds: [
    'IPSec SA local duration(time based)',
    'SA duration(time based)',
    'SA soft duration(time based)',
    'IPSec SA time-based duration(seconds)',
  ],
  lifetimeKilobytes: [
    'IPSec SA local duration(traffic based)',
    'SA duration(traffic based)',
    'IPSec SA traffic-based duration(kilobytes)',
  ],
  triggerMode: 'SA trigger mode',
  routeInject: 'Route inject',
});

type Key = ReturnType<typeof reader.read>[number]['key'];

/** An entry under construction. */
type Entry = Values<Exclude<Key, 'name' | 'proposal'>> & {
  readonly name: Field;
  readonly proposals: Field[];
};

/** The entries of an output, with what holds for all entries of a group. */
class Entries {
  readonly all: Entry[] = [];
  private group: Field | undefined;
  private interfaces: Field | undefined;
  private current: Entry | undefined;

  take({ key, value }: Labelled<Key>): void {
    if (key === 'group') {
      this.group = value;
      this.interfaces = undefined;
      this.current = undefined;
    } else if (key === 'interfaces' && this.group && !this.current) this.interfaces = value;
    else if (key === 'name') this.open(value);
    else if (key === 'sequence' && (!this.current || this.current.sequence)) {
      if (this.group) this.open(this.group, value);
    } else if (key === 'proposal') {
      if (!isNothing(value.text)) this.current?.proposals.push(value);
    } else if (this.current && !(key in this.current)) this.current[key] = value;
  }

  private open(name: Field, sequence?: Field): void {
    const { interfaces } = this;
    this.current = { name: unquoted(name), proposals: [], ...present({ sequence, interfaces }) };
    this.all.push(this.current);
  }
}

/** A name in quotes, as groups are printed. */
function unquoted(field: Field): Field {
  const inside = /^(["'{])(.*)["'}]$/.exec(field.text)?.[2];
  return inside === undefined ? field : partOf(field, 1, 1 + inside.length);
}

/** A row of a `brief` table begins with name-number. */
const ENTRY = /^(\S{1,31})-(\d{1,5})$/;
const MODE = /^(?:isakmp|manual|template|\w{1,8}-isakmp)$/i;
const ACL = /^(?:\d{4,5}(?:\/IPv[46])?|-)$/i;
const AN_ADDRESS = new RegExp(`^${ADDRESS}$`, 'i');

const BRIEF = /\b(?:IPSec-Policy-Name|Policy-Template-Name|Policy name)\s+(?:Mode\s+)?acl\b/i;

const NAMES = {
  acl: /\bacl\b/i,
  peer: /\bike-?peer\b/i,
  local: /\blocal-?addr/i,
  remote: /\bremote-?addr/i,
};

/** Reads a row: by what its words are, and where that does not tell, by the columns they stand under. Any but the first may be empty. */
function ofRow(line: OutputLine, columns: Columns): DisplayedIpsecPolicy[] {
  const [entry, ...cells] = cellsOf(line.text.slice(0, MAX_ROW));
  const parts = entry && ENTRY.exec(entry.text);
  if (!entry || !parts?.[1] || cells.length > 6) return [];
  const numberAt = entry.start + parts[1].length + 1;
  const row: Partial<Record<'mode' | 'acl' | 'ikePeer' | 'localAddress' | 'remoteAddress', Field>> = {};
  for (const { text, start, end } of cells) {
    const value = line.field(start, end);
    if (MODE.test(text) && !row.mode && !row.acl) row.mode = value;
    else if (AN_ADDRESS.test(text)) {
      const column = columns.nearest(start, ['local', 'remote']);
      if (column) row[column === 'local' ? 'localAddress' : 'remoteAddress'] ??= value;
    } else if (
      !row.acl &&
      !row.ikePeer &&
      (ACL.test(text) || columns.nearest(start, ['acl', 'peer']) === 'acl')
    ) {
      row.acl = value;
    } else row.ikePeer ??= value;
  }
  const name = line.field(entry.start, numberAt - 1);
  return [{ name, sequence: line.field(numberAt, entry.end), proposals: [], ...row }];
}

/** A row of a table is no longer than this. */
const MAX_ROW = 400;

/** Where a row begins among others on one line. */
const FLAT_ENTRY = /(?<!\S)\S{1,31}-\d{1,5}\s+(?:isakmp|manual|template)(?!\S)/gi;

/** Rows that were pasted behind their heading; under which column an address stood cannot be told. */
function ofFlatTable(line: OutputLine): DisplayedIpsecPolicy[] {
  const starts = [...line.text.matchAll(FLAT_ENTRY)].map(({ index }) => index);
  return starts.flatMap((start, at) => ofRow(line.part(start, starts[at + 1]), Columns.none));
}

function ofTable(lines: readonly OutputLine[]): DisplayedIpsecPolicy[] {
  let columns: Columns | undefined;
  return lines.flatMap((line) => {
    const heading = BRIEF.exec(line.text);
    if (!heading) return columns ? ofRow(line, columns) : [];
    columns = Columns.of(line.text, NAMES);
    return ofFlatTable(line.part(heading.index + heading[0].length));
  });
}

function read({ lines }: Output): readonly DisplayedIpsecPolicy[] {
  if (lines.some(({ text }) => BRIEF.test(text))) return ofTable(lines);
  const entries = new Entries();
  for (const line of lines) for (const labelled of reader.read(line)) entries.take(labelled);
  return entries.all.filter(({ name }) => !isNothing(name.text));
}

/** `display ipsec policy [name NAME [SEQUENCE] | brief]`. */
export const ipsecPolicyOutput: OutputKind<DisplayedIpsecPolicy> = {
  command: 'display ipsec policy',
  opening: /\bIPSec policy group\s*:|\bIPsec-Policy-Name\s|\bcurrent ipsec policy number\s*:/i,
  about: {
    reads: 'mode, ACL, IKE peer, proposals, PFS, lifetimes and interfaces of every entry',
    layouts: { 'USG, AR (in part)': 'document', 'VRP8, also `brief`': 'document' },
  },
  read,
};

/** `display ipsec policy-template [name NAME [SEQUENCE] | brief]`. */
export const ipsecPolicyTemplateOutput: OutputKind<DisplayedIpsecPolicy> = {
  command: 'display ipsec policy-template',
  opening:
    /\bIPSec policy template group\s*:|\bPolicy-Template-Name\s|\bcurrent ipsec policy-template number\s*:/i,
  about: {
    reads: 'ACL, IKE peer, proposals, PFS and lifetimes of every entry',
    layouts: { 'VRP8, also `brief`': 'document', 'USG, AR': 'none' },
  },
  read,
};

/** `display ipsec profile [name NAME | brief]`. No example is public. */
export const ipsecProfileOutput: OutputKind<DisplayedIpsecPolicy> = {
  command: 'display ipsec profile',
  opening: /\bIPSec profile name\s*:/i,
  about: {
    reads: 'IKE peer, proposals, PFS and lifetimes of every profile',
    layouts: { 'USG, AR, VRP8': 'none' },
  },
  read,
};
