import type { OutputKind } from './kind';
import { partOf } from './part';
import { isNothing, LabelReader, present, type Labelled, type Values } from './labels';
import type { Field, Output, OutputLine } from './output';

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

/** A row of a `brief` table: name-number, mode where there is one, ACL, peer, addresses. */
const ROW =
  /^\s*(\S{1,31})-(\d{1,5})\s+(?:(isakmp|manual|template|\S{0,3}isakmp)\s+)?(\d{4}|-)?(?:\s+(\S{1,31}))?(?:\s+(\S{1,64}))?(?:\s+(\S{1,64}))?\s*$/i;

const BRIEF = /\b(?:IPSec-Policy-Name|Policy-Template-Name|Policy name)\s+(?:Mode\s+)?acl\b/i;

function ofRow(line: OutputLine): DisplayedIpsecPolicy[] {
  const found = ROW.exec(line.text);
  if (!found) return [];
  const [name, sequence, mode, acl, ikePeer, localAddress, remoteAddress] = line.groups(found);
  if (!name) return [];
  return [{ name, proposals: [], ...present({ sequence, mode, acl, ikePeer, localAddress, remoteAddress }) }];
}

function read({ lines }: Output): readonly DisplayedIpsecPolicy[] {
  if (lines.some(({ text }) => BRIEF.test(text))) return lines.flatMap(ofRow);
  const entries = new Entries();
  for (const line of lines) for (const labelled of reader.read(line)) entries.take(labelled);
  return entries.all.filter(({ name }) => !isNothing(name.text));
}

/** `display ipsec policy [name NAME [SEQUENCE] | brief]`. */
export const ipsecPolicyOutput: OutputKind<DisplayedIpsecPolicy> = {
  command: 'display ipsec policy',
  opening: /\bIPSec policy group\s*:|\bIPsec-Policy-Name\s|\bcurrent ipsec policy number\s*:/i,
  layout: 'real',
  read,
};

/** `display ipsec policy-template [name NAME [SEQUENCE] | brief]`. */
export const ipsecPolicyTemplateOutput: OutputKind<DisplayedIpsecPolicy> = {
  command: 'display ipsec policy-template',
  opening:
    /\bIPSec policy template group\s*:|\bPolicy-Template-Name\s|\bcurrent ipsec policy-template number\s*:/i,
  layout: 'real',
  read,
};

/** `display ipsec profile [name NAME | brief]`. No example is public. */
export const ipsecProfileOutput: OutputKind<DisplayedIpsecPolicy> = {
  command: 'display ipsec profile',
  opening: /\bIPSec profile name\s*:/i,
  layout: 'unverified',
  read,
};
