import * as l10n from '@vscode/l10n';
import type { AclRule } from '../model/acl';
import type { Acl, Device, IkePeer, IpsecPolicy, RemoteAddress } from '../model/device';
import type { Written } from '../model/value';
import { insertLike, removeLine, replace } from '../rules/edits';
import type { Edit } from '../rules/rule';
import { aclOf, isMentioned, peerOf, referencesTo, settingsOf } from '../rules/targets';
import { mirroredIndex } from '../tunnels/protectedFlows';
import { namedBy } from '../tunnels/fit';
import type { End } from '../tunnels/end';
import { canonicalAddress } from '../syntax/address';
import { applied } from './copyProposal';
import { freeAclNumber, freeName, freeSequences } from './names';
import { commandsOf, endsWith, ownBlock, type EndTunnels, type Own } from './parts';
import { objectAt, type Offer, type Refactoring, type Target } from './refactoring';
import type { Draft } from '../workspace/draft';

/** One entry of a policy group that uses the peer, with its list. */
interface Entry {
  readonly policy: IpsecPolicy;
  readonly own: Own;
  readonly acl: Acl;
  readonly aclBlock: Own;
  /** For each remote address of the peer the rules that are for it. */
  readonly rules: readonly (readonly AclRule[])[];
}

interface Split {
  readonly device: Device;
  readonly peer: IkePeer;
  readonly own: Own;
  readonly addresses: readonly Written<RemoteAddress>[];
  readonly entries: readonly Entry[];
}

/** The ends that an entry talks to at an address. */
function endsAtAddress({ end, judgements }: EndTunnels, address: string): End[] {
  const key = canonicalAddress(address);
  return judgements.flatMap(({ tunnel }) => {
    const other = tunnel.ends[0] === end ? tunnel.ends[1] : tunnel.ends[0];
    return key !== undefined && namedBy(end, other, tunnel.nat).includes(key) ? [other] : [];
  });
}

/** Which address a rule is for: the one whose end protects some of the same packets; undefined where that can be said of none or of two. */
function addressOf({ flow }: AclRule, others: readonly (readonly End[])[]): number | undefined {
  if (!flow) return undefined;
  const fitting = others.flatMap((ends, at) =>
    ends.some((end) => mirroredIndex(end).meeting(flow).length > 0) ? [at] : [],
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** Whether a list is plain: numbered rules that permit, and one entry that uses it. */
function isPlain(device: Device, acl: Acl, { block }: Own): boolean {
  const { rules, family, matchOrder, vpnInstance, name, number } = acl;
  const users = new Set(
    [name, String(number ?? name)]
      .flatMap((each) => referencesTo(device, 'acl', each))
      .map(({ place }) => place),
  );
  return (
    family === 4 &&
    matchOrder === 'config' &&
    vpnInstance === undefined &&
    rules.length === block.lines.length &&
    rules.every(({ action, flow, id }) => action === 'permit' && flow !== undefined && id !== undefined) &&
    users.size === 1 &&
    // In a view of another feature.
    ![name, String(number ?? name)].some((each) => isMentioned(device, each))
  );
}

function entryOf(
  { snapshot, device }: Target,
  policy: IpsecPolicy,
  addresses: Split['addresses'],
): Entry | undefined {
  const own = ownBlock(snapshot, policy);
  const acl = aclOf(device, policy.acl);
  const aclBlock = acl && ownBlock(snapshot, acl);
  const [end] = endsWith(snapshot, device, ({ settings }) => settings === policy);
  if (policy.mode !== 'isakmp' || !own || !aclBlock || !end || !isPlain(device, acl, aclBlock))
    return undefined;
  // A second name for one entry would stand for two.
  if (policy.lines.some((line) => line.starts('alias'))) return undefined;
  const others = addresses.map(({ value }) => endsAtAddress(end, value.text));
  const owners = acl.rules.map((rule) => addressOf(rule, others));
  if (owners.includes(undefined)) return undefined;
  const rules = addresses.map((_, at) => acl.rules.filter((_rule, index) => owners[index] === at));
  return { policy, own, acl, aclBlock, rules };
}

/** How a peer can be taken apart; undefined where it is not certain which rules belong to which of its addresses. */
function splitOf(target: Target, peer: IkePeer): Split | undefined {
  const { device, snapshot } = target;
  const own = ownBlock(snapshot, peer);
  const addresses = peer.remoteAddresses;
  const isAddress = ({ value: { text, to, vpnInstance } }: Written<RemoteAddress>): boolean =>
    canonicalAddress(text) !== undefined && to === undefined && vpnInstance === undefined;
  if (!own || addresses.length < 2 || !addresses.every(isAddress)) return undefined;
  const users = settingsOf(device).filter((each) => peerOf(device, each) === peer);
  const policies = device.policies.filter((policy) => users.includes(policy));
  if (policies.length < users.length || referencesTo(device, 'ike-peer', peer.name).length > users.length)
    return undefined;
  const entries = policies.map((policy) => entryOf(target, policy, addresses));
  const known = entries.flatMap((entry) => entry ?? []);
  const serves = (at: number): boolean => known.some(({ rules }) => (rules[at]?.length ?? 0) > 0);
  if (known.length < entries.length || !addresses.every((_, at) => serves(at))) return undefined;
  return { device, peer, own, addresses, entries: known };
}

/** The lines of a view with some of them, by their number in the item, in other words. */
function linesWith(opener: string, own: Own, others: ReadonlyMap<number, string>): string[] {
  const texts = commandsOf(own);
  return [opener, ...own.block.lines.map((line, at) => others.get(line) ?? texts[at] ?? '')];
}

/** The peers: the first address stays, each other one gets a peer of its own. */
function peerEdits({
  device,
  peer,
  own,
  addresses,
}: Split): { names: string[]; edits: (Edit | undefined)[] } | undefined {
  const names = [peer.name];
  const edits: (Edit | undefined)[] = [];
  const lines = addresses.map(({ place }) => place.line);
  for (const [at, { place }] of addresses.entries()) {
    if (at === 0) continue;
    const name = freeName(device, 'ike-peer', peer.name, (each) => `ike peer ${each}`, names);
    const opener = own.item.lines[own.block.opener ?? 0];
    if (name === undefined || opener?.words.length !== 3) return undefined;
    names.push(name);
    const kept = own.block.lines.filter((line) => !lines.includes(line) || line === lines[at]);
    const texts = commandsOf({ ...own, block: { ...own.block, lines: kept } });
    edits.push(insertLike(own, [`ike peer ${name}`, ...texts], own.document), removeLine(place));
  }
  return { names, edits };
}

/** An entry: what is for its first address stays, each other address gets an entry and a list of its own. */
function entryEdits(
  { device, peer }: Split,
  { policy, own, acl, aclBlock, rules }: Entry,
  names: readonly string[],
  numbers: string[],
): (Edit | undefined)[] | undefined {
  const served = rules.flatMap((each, at) => (each.length > 0 ? [at] : []));
  const [first = 0, ...others] = served;
  const edits: (Edit | undefined)[] = [];
  if (policy.ikePeer && names[first] !== peer.name)
    edits.push(replace(policy.ikePeer.place, names[first] ?? ''));
  const group = device.policies.filter(({ name }) => name === policy.name);
  const sequences = freeSequences(group, policy.sequence, others.length);
  if (!sequences) return undefined;
  for (const [index, at] of others.entries()) {
    const last = Math.max(acl.number ?? 0, ...numbers.map(Number));
    const number = freeAclNumber(device, last);
    if (number === undefined || !policy.acl || !policy.ikePeer) return undefined;
    numbers.push(number);
    const own0 = rules[at] ?? [];
    const content = own0.map(({ place }) => place.line);
    const block = { ...aclBlock.block, lines: content };
    edits.push(
      insertLike(
        aclBlock,
        [`acl number ${number}`, ...commandsOf({ ...aclBlock, block })],
        aclBlock.document,
      ),
    );
    edits.push(...own0.map(({ place }) => removeLine(place)));
    const changed = new Map([
      [policy.acl.place.line, `security acl ${number}`],
      [policy.ikePeer.place.line, `ike-peer ${names[at] ?? ''}`],
    ]);
    const opener = `ipsec policy ${policy.name} ${sequences[index] ?? 0} isakmp`;
    edits.push(insertLike(own, linesWith(opener, own, changed), own.document));
  }
  return edits;
}

function carryOut(draft: Draft, split: Split): boolean {
  const peers = peerEdits(split);
  if (!peers) return false;
  const numbers: string[] = [];
  const entries = split.entries.map((entry) => entryEdits(split, entry, peers.names, numbers));
  if (entries.includes(undefined)) return false;
  return applied(draft, [...peers.edits, ...entries.flatMap((edits) => edits ?? [])]);
}

/** One peer and one policy entry for each address of a peer, each with the rules that are for it. */
export const splitPeer: Refactoring = {
  id: 'split-peer',
  kind: 'refactor.rewrite.split',
  offers: (target): Offer[] => {
    const { device } = target;
    const policy = objectAt(device.policies, target);
    const peer = objectAt(device.ikePeers, target) ?? (policy && peerOf(device, policy));
    const split = peer && splitOf(target, peer);
    if (!split) return [];
    return [
      {
        title: l10n.t(
          'Split IKE peer {0} by its {1} remote addresses, with a policy entry and an ACL for each',
          peer.name,
          split.addresses.length,
        ),
        carryOut: (draft) => carryOut(draft, split),
      },
    ];
  },
};
