import type { NameKind, ViewId } from '../commands/types';
import type { Document } from '../syntax/document';
import { walkBlocks, type Block, type Item, type TreeLine } from '../syntax/tree';
import type {
  Acl,
  BlockPlace,
  Device,
  EfficientVpn,
  IkePeer,
  IkeProposal,
  IkeUserTable,
  Interface,
  IpsecPolicy,
  IpsecPolicyTemplate,
  IpsecProfile,
  IpsecProposal,
  Named,
  NameUse,
  Release,
} from './device';
import { readIkePeer, readIkeProposal, readUserTable, type Head } from './extract/ike';
import { readEfficientVpn, readIpsecProposal, readPolicy, readProfile, readTemplate } from './extract/ipsec';
import { readAcl, readInterface } from './extract/network';
import { readGlobals } from './extract/system';
import { withIkeDefaults, withIpsecDefaults } from './defaults';
import { lastOfEach } from './acl';
import { CommandLine, isElision, nameKey, openerOf } from './reading';
import { readRelease } from './release';
import { namesOn } from './names';
import { withRunning } from './captures';
import { NOTHING_RUNS, readRunning } from './running';
import { splitDevices } from './split';
import { lineOf, type Written } from './value';

/** What one item of a file says, as lists; kept as long as the item lives. */
interface Facts {
  readonly ikeProposals: IkeProposal[];
  readonly ikePeers: IkePeer[];
  readonly userTables: IkeUserTable[];
  readonly ipsecProposals: IpsecProposal[];
  readonly policies: IpsecPolicy[];
  readonly templates: IpsecPolicyTemplate[];
  readonly profiles: IpsecProfile[];
  readonly efficientVpns: EfficientVpn[];
  readonly acls: Acl[];
  readonly interfaces: Interface[];
  readonly sharedPolicies: { policy: Written<string>; interface: Written<string> }[];
  readonly names: NameUse[];
  readonly globals: CommandLine[];
  sysname?: Written<string>;
  /** Somebody left lines out here. */
  elided: boolean;
  /** A `return` that a device printed: a configuration ends here. */
  returns: boolean;
}

const cache = new WeakMap<Item, Facts>();

const VIEW_KINDS: Partial<Record<ViewId, NameKind>> = {
  'ike-proposal': 'ike-proposal',
  'ike-peer': 'ike-peer',
  'ike-user-table': 'ike-user-table',
  'ipsec-proposal': 'ipsec-proposal',
  'ipsec-policy-isakmp': 'ipsec-policy',
  'ipsec-policy-manual': 'ipsec-policy',
  'ipsec-policy-template': 'ipsec-policy-template',
  'ipsec-profile': 'ipsec-profile',
  'ipsec-efficient-vpn': 'ipsec-efficient-vpn',
  'acl-basic': 'acl',
  'acl-advanced': 'acl',
  'acl-other': 'acl',
};

/** What the prompt says of a view that a capture begins inside: `[FW-ike-peer-b]`, `[FW-ipsec-policy-isakmp-map1-10]`. */
function promptHead({ uri, item, block }: BlockPlace): Head | undefined {
  const prompt = item.lines[block.start]?.prompt;
  const name = prompt?.view === block.view ? prompt.name : undefined;
  if (!prompt || name === undefined) return undefined;
  const place = { uri, item, line: block.start, start: prompt.start, end: prompt.end };
  if (!block.view.startsWith('ipsec-policy-')) return { name, place, opener: undefined };
  const entry = /^(.+)-(\d+)$/.exec(name);
  return entry?.[1] ? { name: entry[1], sequence: Number(entry[2]), place, opener: undefined } : undefined;
}

function headOf(at: BlockPlace): Head | undefined {
  const opener = openerOf(at.uri, at.item, at.block);
  if (!opener) return promptHead(at);
  if (at.block.view === 'interface') {
    const name = opener.ofType('interface');
    return name && { name: name.value, place: name.place, opener };
  }
  const kind = VIEW_KINDS[at.block.view];
  const name = kind && opener.named(kind);
  if (name) return { name: name.value, place: name.place, opener };
  // `ike proposal default` names the factory block with a keyword.
  return at.block.view === 'ike-proposal' && opener.has('default')
    ? { name: 'default', place: opener.place(2), opener }
    : undefined;
}

function readBlock(facts: Facts, uri: string, item: Item, block: Block): void {
  const at: BlockPlace = { uri, item, block };
  const head = headOf(at);
  if (!head) return;
  const kind = VIEW_KINDS[block.view];
  if (!head.opener && kind)
    facts.names.push({ kind, name: nameKey(kind, head.name), role: 'definition', place: head.place });
  switch (block.view) {
    case 'ike-proposal':
      facts.ikeProposals.push(readIkeProposal([at], head));
      break;
    case 'ike-peer':
      facts.ikePeers.push(readIkePeer([at], head));
      break;
    case 'ike-user-table':
      facts.userTables.push(readUserTable(at, head));
      break;
    case 'ipsec-proposal':
      facts.ipsecProposals.push(readIpsecProposal([at], head));
      break;
    case 'ipsec-policy-isakmp':
    case 'ipsec-policy-manual':
      facts.policies.push(readPolicy([at], head));
      break;
    case 'ipsec-policy-template':
      facts.templates.push(readTemplate([at], head));
      break;
    case 'ipsec-profile':
      facts.profiles.push(readProfile([at], head));
      break;
    case 'ipsec-efficient-vpn':
      facts.efficientVpns.push(readEfficientVpn([at], head));
      break;
    case 'acl-basic':
    case 'acl-advanced':
    case 'acl-other':
      facts.acls.push(readAcl([at], head));
      break;
    case 'interface':
      facts.interfaces.push(readInterface([at], head));
      break;
    default:
      break;
  }
}

/** System-view lines that are no block of their own and yet part of the model. */
function readSystemLine(facts: Facts, line: CommandLine): void {
  if (line.starts('sysname') && !line.undo) {
    const name = line.ofType('string', 'text');
    if (name) facts.sysname = name;
    return;
  }
  const policy = line.starts('ipsec policy') ? line.named('ipsec-policy') : undefined;
  if (!policy || line.undo) {
    facts.globals.push(line);
    return;
  }
  const local = line.ofType('interface');
  if (line.has('shared') && local) facts.sharedPolicies.push({ policy, interface: local });
  else if (line.named('ipsec-policy-template')) {
    // `ipsec policy NAME SEQ isakmp template T` is an entry without a view of its own.
    const block: Block = {
      view: 'ipsec-policy-isakmp',
      opener: line.index,
      start: line.index,
      end: line.index + 1,
      lines: [],
      blocks: [],
    };
    facts.policies.push(
      readPolicy([{ uri: line.uri, item: line.item, block }], {
        name: policy.value,
        place: policy.place,
        opener: line,
      }),
    );
  }
}

function factsOf(uri: string, item: Item): Facts {
  const known = cache.get(item);
  if (known) return known;
  const facts: Facts = {
    ikeProposals: [],
    ikePeers: [],
    userTables: [],
    ipsecProposals: [],
    policies: [],
    templates: [],
    profiles: [],
    efficientVpns: [],
    acls: [],
    interfaces: [],
    sharedPolicies: [],
    names: [],
    globals: [],
    elided: item.unread !== undefined || item.lines.some((line) => isElision(line.text)),
    returns: item.lines.some(
      (line) => line.role === 'config' && line.words.length === 1 && line.words[0]?.text === 'return',
    ),
  };
  walkBlocks(item, (block) => {
    readBlock(facts, uri, item, block);
  });
  item.lines.forEach((line: TreeLine, index) => {
    if (!line.match) return;
    const command = new CommandLine(uri, item, index, line);
    facts.names.push(...namesOn(command));
    if (line.view === 'system' && line.match.command.opens === undefined) readSystemLine(facts, command);
  });
  cache.set(item, facts);
  return facts;
}

/** The names that an item mentions. Read once for each item. */
export function namesIn(uri: string, item: Item): readonly NameUse[] {
  return factsOf(uri, item).names;
}

/** How an object is read from all places where its view is entered. */
const READERS: Partial<Record<NameKind, (blocks: readonly BlockPlace[], head: Head) => Named>> = {
  'ike-proposal': readIkeProposal,
  'ike-peer': readIkePeer,
  'ipsec-proposal': readIpsecProposal,
  'ipsec-policy': readPolicy,
  'ipsec-policy-template': readTemplate,
  'ipsec-profile': readProfile,
  'ipsec-efficient-vpn': readEfficientVpn,
  acl: readAcl,
  interface: readInterface,
};

/** The opening that says most of an object: it may be entered again by its name alone. */
function fullestHead(blocks: readonly BlockPlace[]): Head | undefined {
  const words = (head: Head): number => head.opener?.line.words.length ?? 0;
  return blocks
    .flatMap((block) => headOf(block) ?? [])
    .reduce<Head | undefined>((best, head) => (best && words(best) >= words(head) ? best : head), undefined);
}

/** Joins the mentions of one object: its blocks in order, later settings over earlier ones, as the device takes them in. */
function mergeNamed<T extends Named>(all: readonly T[], kind: NameKind, keyOf = (each: T) => each.name): T[] {
  const byName = new Map<string, T[]>();
  for (const each of all) {
    const key = nameKey(kind, keyOf(each));
    const known = byName.get(key);
    if (known) known.push(each);
    else byName.set(key, [each]);
  }
  return [...byName.values()].map((parts) => (parts.length === 1 ? join(parts) : reread(parts, kind)));
}

/** An object that is entered several times: an `undo` in a later place takes back what stands in an earlier one. */
function reread<T extends Named>(parts: readonly T[], kind: NameKind): T {
  const joined = join(parts);
  const blocks = joined.blocks;
  const head = fullestHead(blocks);
  const again = head && READERS[kind]?.(blocks, head);
  // What a reader gives for a kind of object is of the type of that object.
  return again ? ({ ...again, name: joined.name, place: joined.place } as unknown as T) : joined;
}

/** The parts of one block, written in several places, as one; of a value that is written twice the last one holds. */
function join<T extends Named>(parts: readonly T[]): T {
  const [first, ...others] = parts as readonly [T, ...T[]];
  if (others.length === 0) return first;
  const joined = Object.fromEntries(
    Object.entries(first).map(([key, value]: [string, unknown]) => [
      key,
      Array.isArray(value) ? [...(value as unknown[])] : value,
    ]),
  );
  for (const part of others) {
    for (const [key, value] of Object.entries(part) as [string, unknown][]) {
      if (key === 'name' || key === 'place') continue;
      const before = joined[key];
      if (Array.isArray(before) && Array.isArray(value)) for (const each of value) before.push(each);
      else if (!isDefault(value) && value !== 'unknown') joined[key] = value;
    }
  }
  return joined as unknown as T;
}

/** A list that is entered again takes in more rules, and other ones under the same numbers. */
function withLastRules(acl: Acl): Acl {
  const rules = lastOfEach(acl.rules);
  return rules === acl.rules ? acl : { ...acl, rules };
}

function isDefault(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (value as { origin?: unknown }).origin === 'default';
}

function baseName(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/**
 * Whether the lines are a whole configuration: it names the device and its interfaces, and nobody has left anything out. In a capture the
 * configuration must have been printed to its end; commands typed at a prompt only change what is there.
 */
function isWhole(capture: boolean, all: readonly Facts[], sysname: Written<string> | undefined): boolean {
  if (!sysname || all.some((facts) => facts.elided)) return false;
  if (!capture) return all.some((facts) => facts.interfaces.length > 0);
  const saved = all.some((facts) =>
    facts.interfaces.some(({ blocks: [at] }) => at?.item.lines[at.block.start]?.role === 'config'),
  );
  return saved && all.some((facts) => facts.returns) && lineOf(sysname.place).role === 'config';
}

/**
 * Builds the devices that one file describes: one as a rule, several where it holds the configurations or sessions of several. `releases`
 * gives products and releases by device name in lower case, for devices whose files do not say them.
 */
export function buildDevices(
  uri: string,
  document: Document,
  releases: ReadonlyMap<string, Release> = new Map(),
): readonly Device[] {
  return splitDevices(document).map((items) => buildFrom(uri, document, items, releases));
}

/** Builds the device that one file describes; of several the first. */
export function buildDevice(uri: string, document: Document): Device {
  const [first] = splitDevices(document);
  return buildFrom(uri, document, first ?? [], new Map());
}

function aclKey({ family, name, number }: Acl): string {
  return `${family} ${number ?? name}`;
}

function entryOf({ name, sequence }: { readonly name: string; readonly sequence: number }): string {
  return `${name} ${sequence}`;
}

function buildFrom(
  uri: string,
  document: Document,
  items: readonly Item[],
  releases: ReadonlyMap<string, Release>,
): Device {
  const all = items.map((item) => factsOf(uri, item));
  const gather = <K extends keyof Facts>(key: K): Facts[K] extends (infer T)[] ? T[] : never =>
    all.flatMap((facts) => facts[key] as unknown[]) as Facts[K] extends (infer T)[] ? T[] : never;
  const sysname = all.findLast((facts) => facts.sysname)?.sysname;
  const prompt = items.find((item) => item.lines[0]?.prompt)?.lines[0]?.prompt?.device;
  const name = sysname?.value ?? prompt ?? baseName(uri);
  const isCapture = document.language === 'huawei-vrp-output';
  const running = isCapture ? readRunning(uri, items) : NOTHING_RUNS;
  const [found, given] = [readRelease(items, running.release), releases.get(name.toLowerCase())];
  const release = given ? { ...found, ...given } : found;
  const configured: Device = {
    name,
    uris: [uri],
    items,
    ...(sysname ? { sysname } : {}),
    ...(prompt === undefined ? {} : { prompt }),
    ...(release ? { release } : {}),
    ikeProposals: mergeNamed(gather('ikeProposals'), 'ike-proposal').map((proposal) =>
      withIkeDefaults(proposal, release),
    ),
    ikePeers: mergeNamed(gather('ikePeers'), 'ike-peer'),
    userTables: mergeNamed(gather('userTables'), 'ike-user-table').map((table) => ({
      ...table,
      users: mergeNamed(table.users, 'ike-user'),
    })),
    ipsecProposals: mergeNamed(gather('ipsecProposals'), 'ipsec-proposal').map((proposal) =>
      withIpsecDefaults(proposal, release),
    ),
    policies: mergeNamed(gather('policies'), 'ipsec-policy', entryOf),
    templates: mergeNamed(gather('templates'), 'ipsec-policy-template', entryOf),
    profiles: mergeNamed(gather('profiles'), 'ipsec-profile'),
    efficientVpns: mergeNamed(gather('efficientVpns'), 'ipsec-efficient-vpn'),
    acls: mergeNamed(gather('acls'), 'acl', aclKey).map(withLastRules),
    interfaces: mergeNamed(gather('interfaces'), 'interface'),
    sharedPolicies: gather('sharedPolicies'),
    globals: readGlobals(gather('globals')),
    names: gather('names'),
    whole: isWhole(isCapture, all, sysname),
    running,
  };
  return withRunning(configured);
}
