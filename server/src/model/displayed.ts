import { algorithmByDisplay, type AlgorithmKind } from '../commands/algorithms';
import type { DisplayedAcl } from '../display/acl';
import type { DisplayedIkePeer } from '../display/ikePeer';
import type { DisplayedIkeProposal } from '../display/ikeProposal';
import type { DisplayedInterfaceAddress } from '../display/ipInterfaceBrief';
import type { DisplayedIpsecPolicy } from '../display/ipsecPolicy';
import type { DisplayedIpsecProposal } from '../display/ipsecProposal';
import { isNothing } from '../display/labels';
import type { Field } from '../display/output';
import type { ViewId } from '../commands/types';
import { canonicalAddress } from '../syntax/address';
import { splitWords } from '../syntax/line';
import { matchIn } from '../syntax/views';
import { readRule, type AclRule } from './acl';
import { assign, type Draft } from './assign';
import type {
  Acl,
  Algorithms,
  IdType,
  IkePeer,
  IkeProposal,
  IkeVersions,
  Interface,
  IpsecPolicy,
  IpsecPolicyTemplate,
  IpsecProfile,
  IpsecProposal,
  Named,
  PolicySettings,
} from './device';
import { interfaceName } from './interfaceName';
import { CommandLine } from './reading';
import type { Place, Written } from './value';

/** Where a device printed something. */
function placeOf(uri: string, { item, line, start, end }: Field): Place {
  return { uri, item, line, start, end };
}

function displayed<T>(uri: string, field: Field | undefined, read: (text: string) => T | undefined) {
  if (!field || isNothing(field.text)) return undefined;
  const value = read(field.text);
  return value === undefined
    ? undefined
    : ({ value, origin: 'display', place: placeOf(uri, field) } satisfies Written<T>);
}

/** An object that is known from output only has no view in any file. */
function namedBy(uri: string, name: Field): Named {
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

function algorithms(kind: AlgorithmKind, uri: string, field: Field | undefined) {
  return displayed(uri, field, (text) => algorithmsOf(kind, text));
}

function numberIn(text: string): number | undefined {
  const found = /\d{1,12}/.exec(text)?.[0];
  return found === undefined ? undefined : Number(found);
}

/** An IKE proposal as `display ike proposal` prints it. */
export function displayedIkeProposal(uri: string, shown: DisplayedIkeProposal): IkeProposal {
  const base = namedBy(uri, shown.name);
  const proposal: Draft<IkeProposal> = { ...base, name: base.name.toLowerCase() };
  assign(proposal, 'encryption', algorithms('encryption', uri, shown.encryptionAlgorithm));
  assign(proposal, 'hash', algorithms('hash', uri, shown.authenticationAlgorithm));
  assign(proposal, 'dh', algorithms('dh', uri, shown.dhGroup));
  assign(proposal, 'integrity', algorithms('integrity', uri, shown.integrityAlgorithm));
  assign(proposal, 'prf', algorithms('prf', uri, shown.prf));
  const method = algorithms('authentication-method', uri, shown.authenticationMethod);
  const [value] = method?.value ?? [];
  if (method && value !== undefined) proposal.authenticationMethod = { ...method, value };
  assign(proposal, 'lifetime', displayed(uri, shown.duration, numberIn));
  return proposal;
}

const BOTH: IkePeer['versions'] = { value: { v1: true, v2: true }, origin: 'default' };

function versionsOf(text: string): IkeVersions | undefined {
  const found = { v1: /v1/i.test(text), v2: /v2/i.test(text) };
  return found.v1 || found.v2 ? found : undefined;
}

const ID_TYPES: Readonly<Record<string, IdType>> = {
  ip: 'ip',
  fqdn: 'fqdn',
  name: 'name',
  dn: 'dn',
  any: 'any',
  esn: 'esn',
  'user-fqdn': 'user-fqdn',
  userfqdn: 'user-fqdn',
  'key-id': 'key-id',
};

function idType(uri: string, field: Field | undefined): Written<IdType> | undefined {
  return displayed(uri, field, (text) => ID_TYPES[text.toLowerCase().replaceAll(/[\s_]/g, '-')]);
}

function exchangeMode(text: string): 'main' | 'aggressive' | 'auto' | undefined {
  const found = /\b(main|aggressive|auto)\b/i.exec(text)?.[1]?.toLowerCase();
  return found === 'main' || found === 'aggressive' || found === 'auto' ? found : undefined;
}

/** Addresses that stand for any, as a peer without `remote-address` is printed. */
const ANY_ADDRESS = /^0\.0\.0\.0\b|^::$/;

function remoteAddress(text: string): { text: string; to?: string } | undefined {
  if (ANY_ADDRESS.test(text)) return undefined;
  const [first, second] = text.split(/[\s-]+/);
  if (first === undefined || first === '') return undefined;
  const isRange = second !== undefined && second !== first && canonicalAddress(second) !== undefined;
  return isRange ? { text: first, to: second } : { text: first };
}

/** An IKE peer as `display ike peer` prints it. Whether a key is right, no output tells. */
export function displayedIkePeer(uri: string, shown: DisplayedIkePeer): IkePeer {
  const remote = displayed(uri, shown.remoteAddress, remoteAddress);
  const peer: Draft<IkePeer> = {
    ...namedBy(uri, shown.name),
    versions: displayed(uri, shown.version, versionsOf) ?? BOTH,
    key: { value: { form: 'masked' }, origin: 'display', place: placeOf(uri, shown.name) },
    remoteAddresses: remote ? [remote] : [],
    lines: [],
  };
  const text = (value: string): string => value;
  assign(peer, 'exchangeMode', displayed(uri, shown.exchangeMode, exchangeMode));
  assign(peer, 'proposal', displayed(uri, shown.proposal, text));
  assign(peer, 'localIdType', idType(uri, shown.localIdType));
  assign(peer, 'localId', displayed(uri, shown.localId, text));
  assign(peer, 'remoteIdType', idType(uri, shown.remoteIdType));
  assign(peer, 'remoteId', displayed(uri, shown.remoteId, text));
  const on = displayed(uri, shown.natTraversal, (value) => /^enable/i.test(value));
  assign(peer, 'natTraversal', on);
  return peer;
}

function transform(text: string): 'esp' | 'ah' | 'ah-esp' | undefined {
  const found = /^(ah-esp|esp|ah)/i.exec(text)?.[1]?.toLowerCase();
  return found === 'esp' || found === 'ah' || found === 'ah-esp' ? found : undefined;
}

function encapsulation(text: string): 'tunnel' | 'transport' | 'auto' | undefined {
  const found = text.toLowerCase();
  return found === 'tunnel' || found === 'transport' || found === 'auto' ? found : undefined;
}

/** An IPsec proposal as `display ipsec proposal` prints it. */
export function displayedIpsecProposal(uri: string, shown: DisplayedIpsecProposal): IpsecProposal {
  const proposal: Draft<IpsecProposal> = {
    ...namedBy(uri, shown.name),
    transform: displayed(uri, shown.transform, transform) ?? { value: 'esp', origin: 'default' },
    encapsulation: displayed(uri, shown.encapsulation, encapsulation) ?? {
      value: 'tunnel',
      origin: 'default',
    },
  };
  assign(proposal, 'espAuthentication', algorithms('hash', uri, shown.espAuthentication));
  assign(proposal, 'espEncryption', algorithms('encryption', uri, shown.espEncryption));
  assign(proposal, 'ahAuthentication', algorithms('hash', uri, shown.ahAuthentication));
  return proposal;
}

/** `3000`, `3000/IPv4`, `vpn/IPv4`; `0` says that there is none. */
function aclName(text: string): string | undefined {
  const found = /^([^\s/]{1,64})/.exec(text)?.[1];
  return found === '0' ? undefined : found;
}

function settingsOf(uri: string, shown: DisplayedIpsecPolicy): PolicySettings {
  const text = (value: string): string => value;
  const settings: Draft<PolicySettings> = {
    proposals: shown.proposals.flatMap((each) => displayed(uri, each, text) ?? []),
    lines: [],
  };
  assign(settings, 'acl', displayed(uri, shown.acl, aclName));
  assign(settings, 'ikePeer', displayed(uri, shown.ikePeer, text));
  assign(
    settings,
    'perfectForwardSecrecy',
    displayed(uri, shown.perfectForwardSecrecy, (value) => algorithmByDisplay('dh', value)?.id),
  );
  const address = (value: string): string | undefined => (ANY_ADDRESS.test(value) ? undefined : value);
  assign(settings, 'tunnelLocal', displayed(uri, shown.localAddress, address));
  assign(settings, 'tunnelRemote', displayed(uri, shown.remoteAddress, address));
  assign(settings, 'lifetimeSeconds', displayed(uri, shown.lifetimeSeconds, numberIn));
  assign(settings, 'lifetimeKilobytes', displayed(uri, shown.lifetimeKilobytes, numberIn));
  return settings;
}

function modeOf({ mode, ikePeer }: DisplayedIpsecPolicy): IpsecPolicy['mode'] {
  const text = mode?.text.toLowerCase() ?? '';
  if (text.includes('manual')) return 'manual';
  if (text.includes('template')) return 'template';
  return text.includes('isakmp') || ikePeer ? 'isakmp' : 'unknown';
}

/** An entry of a policy group as `display ipsec policy` prints it; undefined for one without a number. */
export function displayedIpsecPolicy(uri: string, shown: DisplayedIpsecPolicy): IpsecPolicy | undefined {
  const sequence = displayed(uri, shown.sequence, numberIn)?.value;
  if (sequence === undefined) return undefined;
  return { ...namedBy(uri, shown.name), sequence, mode: modeOf(shown), ...settingsOf(uri, shown) };
}

/** An entry of a policy template as `display ipsec policy-template` prints it; undefined for one without a number. */
export function displayedIpsecTemplate(
  uri: string,
  shown: DisplayedIpsecPolicy,
): IpsecPolicyTemplate | undefined {
  const sequence = displayed(uri, shown.sequence, numberIn)?.value;
  return sequence === undefined
    ? undefined
    : { ...namedBy(uri, shown.name), sequence, ...settingsOf(uri, shown) };
}

/** A profile as `display ipsec profile` prints it. */
export function displayedIpsecProfile(uri: string, shown: DisplayedIpsecPolicy): IpsecProfile {
  return { ...namedBy(uri, shown.name), ...settingsOf(uri, shown) };
}

/** A rule of an ACL, read like the line of a configuration that it is. */
function displayedRule(uri: string, view: ViewId, field: Field): AclRule | undefined {
  const line = field.item.lines[field.line];
  if (!line) return undefined;
  const { words } = splitWords(line.text.slice(0, field.end), field.start);
  const match = matchIn(view, words)?.match;
  if (!match) return undefined;
  return readRule(new CommandLine(uri, field.item, field.line, { ...line, words, view, match }));
}

/** An ACL as `display acl` prints it. */
export function displayedAcl(uri: string, shown: DisplayedAcl): Acl | undefined {
  const named = shown.number ?? shown.name;
  if (!named) return undefined;
  const view: ViewId = /^basic/i.test(shown.kind.text) ? 'acl-basic' : 'acl-advanced';
  const number = shown.number ? Number(shown.number.text) : undefined;
  return {
    ...namedBy(uri, named),
    rules: shown.rules.flatMap((rule) => displayedRule(uri, view, rule) ?? []),
    family: /ipv6/i.test(shown.kind.text) ? 6 : 4,
    matchOrder: 'config',
    ...(number === undefined ? {} : { number }),
  };
}

/** An interface as `display ip interface brief` prints it. */
export function displayedInterface(uri: string, shown: DisplayedInterfaceAddress): Interface {
  const address = displayed(uri, shown.address, (text) => ({
    address: text,
    ...(shown.length ? { length: Number(shown.length.text) } : {}),
  }));
  const base = namedBy(uri, shown.name);
  return {
    ...base,
    name: interfaceName(base.name),
    addresses: address ? [address] : [],
    virtualAddresses: [],
  };
}

/** The interfaces that a policy group is applied to, as `Using interface` lists them. */
export function interfacesUsing(uri: string, shown: DisplayedIpsecPolicy): Interface[] {
  const { interfaces, name } = shown;
  const policy = displayed(uri, name, (text) => text);
  if (!interfaces || !policy) return [];
  const names = interfaces.text.match(/[A-Za-z][A-Za-z-]{0,24}\d[\d/.:]{0,20}/g) ?? [];
  return names.map((each) => ({
    ...namedBy(uri, interfaces),
    name: interfaceName(each),
    addresses: [],
    virtualAddresses: [],
    ipsecPolicy: policy,
  }));
}
