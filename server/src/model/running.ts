import type { NameKind } from '../commands/types';
import { outputKinds, readOutputs, type Displayed, type OutputName } from '../display';
import type { Output } from '../display/output';
import type { Item } from '../syntax/tree';
import type { Acl, Device, Interface, Named, Release, Running } from './device';
import {
  displayedAcl,
  displayedIkePeer,
  displayedIkeProposal,
  displayedInterface,
  displayedIpsecPolicy,
  displayedIpsecProfile,
  displayedIpsecProposal,
  displayedIpsecTemplate,
  interfacesUsing,
} from './displayed';
import { overlay } from './overlay';
import { nameKey } from './reading';
import { releaseOf } from './release';

/** A device whose outputs nobody captured. */
export const NOTHING_RUNS: Running = {
  ikeProposals: [],
  ikePeers: [],
  ipsecProposals: [],
  policies: [],
  templates: [],
  profiles: [],
  acls: [],
  interfaces: [],
  listed: new Set(),
};

/** The lists of objects of a device that outputs show. */
export type RunningList = Exclude<keyof Running, 'release' | 'listed'>;

/** How the objects of each list are told apart. */
export const LISTS: {
  readonly [K in RunningList]: {
    readonly kind: NameKind;
    readonly keyOf: (each: Device[K][number]) => string;
  };
} = {
  ikeProposals: { kind: 'ike-proposal', keyOf: nameOf },
  ikePeers: { kind: 'ike-peer', keyOf: nameOf },
  ipsecProposals: { kind: 'ipsec-proposal', keyOf: nameOf },
  policies: { kind: 'ipsec-policy', keyOf: entryOf },
  templates: { kind: 'ipsec-policy-template', keyOf: entryOf },
  profiles: { kind: 'ipsec-profile', keyOf: nameOf },
  acls: { kind: 'acl', keyOf: aclKey },
  interfaces: { kind: 'interface', keyOf: nameOf },
};

export const LIST_NAMES = Object.keys(LISTS) as RunningList[];

function nameOf({ name }: Named): string {
  return name;
}

function entryOf({ name, sequence }: { readonly name: string; readonly sequence: number }): string {
  return `${name} ${sequence}`;
}

function aclKey({ family, name, number }: Acl): string {
  return `${family} ${number ?? name}`;
}

/** The text by which an object of a list is looked up. */
export function keyIn<K extends RunningList>(list: K, each: Device[K][number]): string {
  const { kind, keyOf } = LISTS[list];
  return nameKey(kind, keyOf(each));
}

/** The kind of objects that an output lists, where it is asked for without saying which. */
const LISTED_BY: Partial<Record<OutputName, NameKind>> = {
  ikeProposal: 'ike-proposal',
  ikePeer: 'ike-peer',
  ipsecProposal: 'ipsec-proposal',
  ipsecPolicy: 'ipsec-policy',
  ipsecPolicyTemplate: 'ipsec-policy-template',
  ipsecProfile: 'ipsec-profile',
  ipInterfaceBrief: 'interface',
};

const BRIEF_HEADING =
  /\b(?:Peer name\s+Version|IPSec-Policy-Name|Policy-Template-Name|Proposal Name\s+Encapsulation)\b|\bPolicy name\s+(?:Mode\s+)?acl\b/i;

/** Whether an answer is a table with few columns, in which long names may be cut. */
function isBrief({ command, lines }: Output): boolean {
  const last = command.at(-1)?.toLowerCase() ?? '';
  return (last.length > 1 && 'brief'.startsWith(last)) || lines.some(({ text }) => BRIEF_HEADING.test(text));
}

/** How many objects an answer lists, as it says itself; the sequence number of an entry or the number of an ACL is another. */
const NUMBER =
  /^[\s=-]*(?:(?:current|total)\b[^:]{0,48}\bnum(?:ber)?|number of (?!references|users)\w+(?: \w+){0,2})\s*:\s*(\d{1,6})\b/i;

/** No further down than this a device says how many objects follow; blank lines do not count. */
const COUNTED_WITHIN = 8;

/** What a device prints in place of an answer. */
const REFUSED = /\b(?:Error|Unrecognized|Incomplete|Ambiguous|Wrong parameter|Too many parameters)\b/i;

/** Whether an answer lists all that there is: nothing is asked for by name, no filter stands behind, and as many came as were counted. */
function listsAll({ name, output, facts }: Displayed): boolean {
  const words = outputKinds[name].command.split(' ').length;
  const { command, lines } = output;
  if (command.length < words || command.length > words + (isBrief(output) ? 1 : 0)) return false;
  if (lines.some(({ text }) => /^\s*(?:\.{3,}|…|-{2,} ?More ?-{2,})\s*$/i.test(text))) return false;
  if (facts.length === 0) return !lines.some(({ text }) => REFUSED.test(text));
  const counted = countIn(lines);
  return counted === undefined || counted === facts.length;
}

function countIn(lines: Output['lines']): number | undefined {
  let seen = 0;
  for (const { text } of lines) {
    if (text.trim() === '') continue;
    const found = NUMBER.exec(text)?.[1];
    if (found !== undefined) return Number(found);
    if (++seen >= COUNTED_WITHIN) return undefined;
  }
  return undefined;
}

/** The time that VRP prints above an answer, and in answer to `display clock`. */
const TIME = /^\s*(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})\b/;

function timeIn({ lines }: Output): number | undefined {
  for (const { text } of lines.slice(0, 3)) {
    const found = TIME.exec(text);
    if (!found) continue;
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = found.slice(1).map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, second);
  }
  return undefined;
}

/** The objects of one list under construction. */
class Objects<T extends Named> {
  private readonly byKey = new Map<string, T>();

  constructor(
    private readonly kind: NameKind,
    private readonly keyOf: (each: T) => string,
  ) {}

  /** Takes what a device printed later than all before: a full answer in place of them, a row of a table over them. */
  take(all: readonly T[], isRow: boolean): void {
    for (const each of all) {
      const key = nameKey(this.kind, this.keyOf(each));
      const before = this.byKey.get(key);
      if (!isRow) this.byKey.set(key, each);
      else this.byKey.set(key, before && !before.isRow ? overlay(before, each, true) : { ...each, isRow });
    }
  }

  get all(): T[] {
    return [...this.byKey.values()];
  }
}

/** The first of some sorted texts that does not stand before a text; what begins with the text stands there. */
function firstFrom(sorted: readonly string[], text: string): string | undefined {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return sorted[low];
}

/** Names this short are not cut. */
const SHORTEST_CUT = 8;

/** Objects without the rows of tables whose name can be a longer one that was cut: of `known`, or of another of the objects. */
export function withoutCutRows<T extends Named>(all: readonly T[], known: readonly Named[]): readonly T[] {
  if (!all.some(({ isRow }) => isRow)) return all;
  const names = [...known, ...all.filter(({ isRow }) => !isRow)].map(({ name }) => name).sort();
  return all.filter(({ isRow, name }) => {
    const whole = isRow && name.length >= SHORTEST_CUT ? firstFrom(names, `${name}\u0000`) : undefined;
    return whole?.startsWith(name) !== true;
  });
}

/** Interfaces are shown by several outputs, each with another side of them. */
function joinInterfaces(all: readonly Interface[]): Interface[] {
  const byName = new Map<string, Interface>();
  for (const each of all) {
    const key = keyIn('interfaces', each);
    const before = byName.get(key);
    byName.set(key, before ? overlay(before, each) : each);
  }
  return [...byName.values()];
}

/** Reads what the outputs among the items of one device say. Of what was asked for twice the later answer holds. */
export function readRunning(uri: string, items: readonly Item[]): Running {
  const outputs = readOutputs(items);
  if (outputs.length === 0) return NOTHING_RUNS;
  const of = <K extends RunningList>(list: K): Objects<Device[K][number]> =>
    new Objects<Device[K][number]>(LISTS[list].kind, LISTS[list].keyOf);
  const ikeProposals = of('ikeProposals');
  const ikePeers = of('ikePeers');
  const ipsecProposals = of('ipsecProposals');
  const policies = of('policies');
  const templates = of('templates');
  const profiles = of('profiles');
  const acls = of('acls');
  const interfaces: Interface[] = [];
  const listed = new Set<NameKind>();
  let release: Release | undefined;
  let time: number | undefined;
  for (const shown of outputs) {
    time = timeIn(shown.output) ?? time;
    const isRow = isBrief(shown.output);
    const kind = LISTED_BY[shown.name];
    if (kind !== undefined && listsAll(shown)) listed.add(kind);
    const stamped = <T extends Named>(each: T): T =>
      time === undefined ? each : { ...each, printedAt: time };
    switch (shown.name) {
      case 'ikeProposal':
        ikeProposals.take(
          shown.facts.map((each) => stamped(displayedIkeProposal(uri, each))),
          isRow,
        );
        break;
      case 'ikePeer':
        ikePeers.take(
          shown.facts.map((each) => stamped(displayedIkePeer(uri, each))),
          isRow,
        );
        break;
      case 'ipsecProposal':
        ipsecProposals.take(
          shown.facts.map((each) => stamped(displayedIpsecProposal(uri, each))),
          isRow,
        );
        break;
      case 'ipsecPolicy':
        policies.take(
          shown.facts.flatMap((each) => displayedIpsecPolicy(uri, each) ?? []).map(stamped),
          isRow,
        );
        interfaces.push(...shown.facts.flatMap((each) => interfacesUsing(uri, each)).map(stamped));
        break;
      case 'ipsecPolicyTemplate':
        templates.take(
          shown.facts.flatMap((each) => displayedIpsecTemplate(uri, each) ?? []).map(stamped),
          isRow,
        );
        break;
      case 'ipsecProfile':
        profiles.take(
          shown.facts.map((each) => stamped(displayedIpsecProfile(uri, each))),
          isRow,
        );
        break;
      case 'acl':
        acls.take(shown.facts.flatMap((each) => displayedAcl(uri, each) ?? []).map(stamped), false);
        break;
      case 'ipInterfaceBrief':
        interfaces.push(...shown.facts.map((each) => stamped(displayedInterface(uri, each))));
        break;
      case 'version':
        release = releaseOf(shown.facts[0]) ?? release;
        break;
      default:
        break;
    }
  }
  return {
    ikeProposals: ikeProposals.all,
    ikePeers: ikePeers.all,
    ipsecProposals: ipsecProposals.all,
    policies: policies.all,
    templates: templates.all,
    profiles: profiles.all,
    acls: acls.all,
    interfaces: joinInterfaces(interfaces),
    listed,
    ...(release ? { release } : {}),
  };
}
