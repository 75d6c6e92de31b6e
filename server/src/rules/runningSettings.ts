import * as l10n from '@vscode/l10n';
import {
  says,
  type Acl,
  type Device,
  type IkeVersions,
  type Interface,
  type InterfaceAddress,
  type Named,
  type RemoteAddress,
} from '../model/device';
import { sameValue } from '../model/overlay';
import { lineOf, textOf, type Place, type Value, type Written } from '../model/value';
import { canonicalAddress } from '../syntax/address';
import { textOfFlow } from '../tunnels/protectedFlows';
import { mayHold } from './targets';
import { series } from '../l10n';

/** What one side says of a setting, in words. */
export interface Said {
  readonly place: Place;
  readonly text: string;
}

/** A setting in which a configuration and an output of one device differ. */
export interface RunningDifference {
  /** The command that sets it: `dh`, `remote-address`. */
  readonly setting: string;
  readonly configured: Said;
  readonly printed: Said;
}

/** Two values of one setting, and the device they are of. */
interface Pair<T> {
  readonly configured: T;
  readonly printed: T;
  /** The output is a table: a long text may be cut. */
  readonly isRow: boolean;
  readonly device: Device;
}

/** One setting of a kind of objects. `same` is true as well where the two cannot be compared. */
interface Setting<T> {
  readonly command: string;
  readonly read: (object: T) => Value<unknown> | undefined;
  readonly same: (pair: Pair<unknown>) => boolean;
  /** A value in words, where the words at its place do not say it. */
  readonly text?: (value: unknown) => string;
}

/** The characters at a place as the screen showed them. */
function shownText(place: Place): string {
  const { clean } = lineOf(place);
  if (!clean) return textOf(place).trim();
  const shown = clean.text.split('').filter((_, at) => {
    const offset = clean.offsets[at] ?? -1;
    return offset >= place.start && offset < place.end;
  });
  return shown.join('').trim();
}

/** A row of a table has no label before its values. */
function isRow(place: Place): boolean {
  const { clean, text } = lineOf(place);
  return !(clean?.text ?? text.slice(0, place.start)).includes(':');
}

const equal = ({ configured, printed }: Pair<unknown>): boolean => configured === printed;

/** Names; one in a table may be cut, and a quoted one is the same. */
function sameName({ configured, printed, isRow: cut }: Pair<unknown>): boolean {
  if (typeof configured !== 'string' || typeof printed !== 'string') return true;
  return isHidden(printed) || configured === printed || (cut && configured.startsWith(printed));
}

function sameNameInAnyCase(pair: Pair<unknown>): boolean {
  const lower = (text: unknown): unknown => (typeof text === 'string' ? text.toLowerCase() : text);
  return sameName({ ...pair, configured: lower(pair.configured), printed: lower(pair.printed) });
}

/** Stars in place of characters. */
function isHidden(text: string): boolean {
  return text.includes('*');
}

/** Algorithms in any order. A table has room for one of several. */
function sameSet({ configured, printed, isRow: cut }: Pair<unknown>): boolean {
  const [own, shown] = [new Set(configured as readonly string[]), new Set(printed as readonly string[])];
  const isPart = [...shown].every((each) => own.has(each));
  return isPart && (own.size === shown.size || (cut && shown.size > 0));
}

/** Addresses in one form; one that is hidden or a name is not compared. */
function sameAddress({ configured, printed }: Pair<unknown>): boolean {
  const [own, shown] = [configured, printed].map((each) => canonicalAddress(String(each)));
  return own === undefined || shown === undefined || own === shown;
}

/** An ID: an address in one form, else a name. VRP calls a host name `name` in old releases. */
function sameId(pair: Pair<unknown>): boolean {
  return sameName(pair) || (canonicalAddress(String(pair.configured)) !== undefined && sameAddress(pair));
}

function sameIdType({ configured, printed }: Pair<unknown>): boolean {
  const plain = (type: unknown): unknown => (type === 'name' ? 'fqdn' : type);
  return plain(configured) === plain(printed);
}

/** An ACL by its name or its number. */
function sameAcl(pair: Pair<unknown>): boolean {
  if (sameName(pair)) return true;
  const [own, shown] = [String(pair.configured), String(pair.printed)];
  return pair.device.acls.some(
    ({ name, number }) =>
      (name === own && String(number) === shown) || (name === shown && String(number) === own),
  );
}

function versionsText(value: unknown): string {
  const { v1, v2 } = value as IkeVersions;
  if (v1 && v2) return l10n.t('IKEv1 and IKEv2');
  return v2 ? l10n.t('IKEv2 only') : l10n.t('IKEv1 only');
}

/** A setting whose values are algorithms; an empty list is none. */
function algorithms<T>(command: string, read: Setting<T>['read']): Setting<T> {
  return { command, read, same: sameSet };
}

type IkeProposal = Device['ikeProposals'][number];
type IkePeer = Device['ikePeers'][number];
type IpsecProposal = Device['ipsecProposals'][number];
type Policy = Named & Device['profiles'][number];

const IKE_PROPOSAL: readonly Setting<IkeProposal>[] = [
  algorithms('encryption-algorithm', ({ encryption }) => encryption),
  algorithms('authentication-algorithm', ({ hash }) => hash),
  algorithms('integrity-algorithm', ({ integrity }) => integrity),
  algorithms('prf', ({ prf }) => prf),
  algorithms('dh', ({ dh }) => dh),
  {
    command: 'authentication-method',
    read: ({ authenticationMethod }) => authenticationMethod,
    same: equal,
  },
  { command: 'sa duration', read: ({ lifetime }) => lifetime, same: equal },
];

const IKE_PEER: readonly Setting<IkePeer>[] = [
  { command: 'version', read: ({ versions }) => versions, same: sameVersions, text: versionsText },
  { command: 'exchange-mode', read: ({ exchangeMode }) => exchangeMode, same: equal },
  { command: 'ike-proposal', read: ({ proposal }) => proposal, same: sameNameInAnyCase },
  { command: 'local-id-type', read: ({ localIdType }) => localIdType, same: sameIdType },
  { command: 'local-id', read: ({ localId }) => localId, same: sameId },
  { command: 'remote-id-type', read: ({ remoteIdType }) => remoteIdType, same: sameIdType },
  { command: 'remote-id', read: ({ remoteId, remoteName }) => remoteId ?? remoteName, same: sameId },
  { command: 'nat traversal', read: ({ natTraversal }) => natTraversal, same: equal },
  { command: 'dpd type', read: (peer) => peer.dpdType, same: equal },
  { command: 'dpd msg', read: (peer) => peer.dpdMessage, same: equal },
];

const IPSEC_PROPOSAL: readonly Setting<IpsecProposal>[] = [
  { command: 'transform', read: (proposal) => proposal.transform, same: equal },
  { command: 'encapsulation-mode', read: (proposal) => proposal.encapsulation, same: equal },
  algorithms('esp authentication-algorithm', ({ espAuthentication }) => espAuthentication),
  algorithms('esp encryption-algorithm', ({ espEncryption }) => espEncryption),
  algorithms('ah authentication-algorithm', ({ ahAuthentication }) => ahAuthentication),
];

const POLICY: readonly Setting<Policy>[] = [
  { command: 'security acl', read: ({ acl }) => acl, same: sameAcl },
  { command: 'ike-peer', read: ({ ikePeer }) => ikePeer, same: sameName },
  { command: 'pfs', read: ({ perfectForwardSecrecy }) => perfectForwardSecrecy, same: equal },
  { command: 'tunnel local', read: ({ tunnelLocal }) => tunnelLocal, same: sameAddress },
  { command: 'tunnel remote', read: ({ tunnelRemote }) => tunnelRemote, same: sameAddress },
  { command: 'sa duration time-based', read: ({ lifetimeSeconds }) => lifetimeSeconds, same: equal },
  { command: 'sa duration traffic-based', read: ({ lifetimeKilobytes }) => lifetimeKilobytes, same: equal },
];

function sameVersions({ configured, printed }: Pair<unknown>): boolean {
  return sameValue(configured, printed);
}

function said(value: Written<unknown>, words: Setting<never>['text']): Said {
  const text = words?.(value.value) ?? shownText(value.place);
  return { place: value.place, text };
}

/** The settings that both sides write and in which they differ. A default is not compared: which one holds is not known for sure. */
function bySettings<T extends Named>(
  settings: readonly Setting<T>[],
  configured: T,
  printed: T,
  device: Device,
): RunningDifference[] {
  return settings.flatMap(({ command, read, same, text }) => {
    const [own, shown] = [read(configured), read(printed)];
    if (!own?.place || own.origin !== 'config' || !shown?.place || shown.origin !== 'display') return [];
    const pair = { configured: own.value, printed: shown.value, isRow: isRow(shown.place), device };
    if (same(pair)) return [];
    const [a, b] = [
      said({ ...own, place: own.place }, text),
      said({ ...shown, place: shown.place }, undefined),
    ];
    return [{ setting: command, configured: a, printed: b }];
  });
}

function remoteText({ text, to }: RemoteAddress): string {
  return to === undefined ? text : `${text}-${to}`;
}

/** A peer can have several addresses, of which an output may show the one in use. */
function remoteAddresses(configured: IkePeer, printed: IkePeer): RunningDifference[] {
  const [own] = configured.remoteAddresses;
  const [shown] = printed.remoteAddresses;
  if (!own || shown?.origin !== 'display') return [];
  const keyOf = ({ text, to }: RemoteAddress): string | undefined =>
    to === undefined ? canonicalAddress(text) : undefined;
  const keys = configured.remoteAddresses.map(({ value }) => keyOf(value));
  const key = keyOf(shown.value);
  if (key === undefined || keys.includes(undefined) || keys.includes(key)) return [];
  return [
    {
      setting: 'remote-address',
      configured: { place: own.place, text: remoteText(own.value) },
      printed: { place: shown.place, text: shown.value.text },
    },
  ];
}

/** The IPsec proposals of a policy, in any order. */
function proposals(configured: Policy, printed: Policy): RunningDifference[] {
  const [own, shown] = [configured.proposals, printed.proposals];
  const [first, second] = [own[0], shown[0]];
  if (!first || second?.origin !== 'display') return [];
  const names = (all: typeof own): string[] => all.map(({ value }) => value.toLowerCase()).sort();
  if (sameValue(names(own), names(shown))) return [];
  const text = (all: typeof own): string => series(all.map(({ value }) => value));
  return [
    {
      setting: 'proposal',
      configured: { place: first.place, text: text(own) },
      printed: { place: second.place, text: text(shown) },
    },
  ];
}

/** Perfect forward secrecy on one side only: a policy without the command has none. */
function onlyOnePfs(configured: Policy, printed: Policy): RunningDifference[] {
  const [own, shown] = [configured.perfectForwardSecrecy, printed.perfectForwardSecrecy];
  const isUnread =
    !own && (configured.lines.some((line) => line.starts('pfs')) || mayHold(configured, 'pfs'));
  if ((own === undefined) === (shown === undefined) || isUnread) return [];
  if (!shown && (!says(printed, 'perfectForwardSecrecy') || isRow(printed.place))) return [];
  const none = (place: Place): Said => ({ place, text: l10n.t('none') });
  return [
    {
      setting: 'pfs',
      configured: own ? said(own, undefined) : none(configured.place),
      printed: shown ? said(shown, undefined) : none(printed.place),
    },
  ];
}

function policy(configured: Policy, printed: Policy, device: Device): RunningDifference[] {
  return [
    ...bySettings(POLICY, configured, printed, device),
    ...proposals(configured, printed),
    ...onlyOnePfs(configured, printed),
  ];
}

function addressText({ address, length }: InterfaceAddress): string {
  return length === undefined ? address : `${address}/${length}`;
}

/** The address of an interface: tables show the primary one. One that the device is given changes. */
function interfaceAddress(configured: Interface, printed: Interface): RunningDifference[] {
  const own = configured.addresses.filter(
    ({ value, origin }) => origin === 'config' && !value.address.includes(':'),
  );
  const [first] = own;
  const [shown] = printed.addresses;
  if (!first || !shown || configured.dynamicAddress) return [];
  const isSame = own.some(
    ({ value: { address, length } }) =>
      sameAddress({ configured: address, printed: shown.value.address } as Pair<unknown>) &&
      (length === undefined || shown.value.length === undefined || length === shown.value.length),
  );
  if (isSame) return [];
  return [
    {
      setting: 'ip address',
      configured: { place: first.place, text: addressText(first.value) },
      printed: { place: shown.place, text: addressText(shown.value) },
    },
  ];
}

/** Rules of one list of which more are told apart than this are another list. */
const MAX_RULES = 16;

/** The rules of an ACL by their numbers: other packets, another action, or a rule that one side lacks. */
function aclRules(configured: Acl, printed: Acl, device: Device): RunningDifference[] {
  const own = new Map(configured.rules.map((rule) => [rule.id, rule]));
  // Rules that the device numbers itself cannot be told apart.
  if (own.has(undefined) || printed.matchOrder !== configured.matchOrder) return [];
  const shown = new Map(printed.rules.map((rule) => [rule.id, rule]));
  const isWhole = device.whole && says(printed, 'rules') && !mayHold(configured, 'rule');
  const differences: RunningDifference[] = [];
  const add = (id: number | undefined, a: Said, b: Said): void => {
    differences.push({ setting: l10n.t('rule {0}', id ?? ''), configured: a, printed: b });
  };
  const none = (place: Place): Said => ({ place, text: l10n.t('none') });
  const words = (place: Place): Said => ({ place, text: shownText(place) });
  for (const [id, rule] of own) {
    const other = shown.get(id);
    if (!other) {
      if (isWhole) add(id, words(rule.place), none(printed.place));
      continue;
    }
    const [a, b] = [rule.flow, other.flow];
    const differs = rule.action !== other.action || (a && b && textOfFlow(a) !== textOfFlow(b));
    if (differs) add(id, words(rule.place), words(other.place));
  }
  if (isWhole)
    for (const [id, rule] of shown) if (!own.has(id)) add(id, none(configured.place), words(rule.place));
  return differences.slice(0, MAX_RULES);
}

/** What is compared of the objects of each list. */
export const COMPARISONS = {
  ikeProposals: (configured: IkeProposal, printed: IkeProposal, device: Device) =>
    bySettings(IKE_PROPOSAL, configured, printed, device),
  ikePeers: (configured: IkePeer, printed: IkePeer, device: Device) => [
    ...remoteAddresses(configured, printed),
    ...bySettings(IKE_PEER, configured, printed, device),
  ],
  ipsecProposals: (configured: IpsecProposal, printed: IpsecProposal, device: Device) =>
    bySettings(IPSEC_PROPOSAL, configured, printed, device),
  policies: policy,
  templates: policy,
  profiles: policy,
  acls: aclRules,
  interfaces: interfaceAddress,
} as const;
