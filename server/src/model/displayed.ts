import { algorithmByDisplay } from '../commands/algorithms';
import type { DisplayedAcl } from '../display/acl';
import type { DisplayedIkePeer } from '../display/ikePeer';
import type { DisplayedIkeProposal } from '../display/ikeProposal';
import type { DisplayedInterfaceAddress } from '../display/ipInterfaceBrief';
import type { DisplayedIpsecPolicy } from '../display/ipsecPolicy';
import type { DisplayedIpsecProposal } from '../display/ipsecProposal';
import { isNothing } from '../display/labels';
import type { Field } from '../display/output';
import { wordsOf } from '../display/part';
import type { ViewId } from '../commands/types';
import { canonicalAddress } from '../syntax/address';
import { matchIn } from '../syntax/views';
import { readRule, type AclRule } from './acl';
import { assign, type Draft } from './assign';
import type {
  Acl,
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
import {
  placeOf,
  displayed,
  isSaid,
  mayBeCut,
  printedOf,
  namedBy,
  algorithms,
  numberIn,
  withPrinted,
} from './displayedValue';
import { interfaceName } from './interfaceName';
import { CommandLine } from './reading';
import type { Written } from './value';

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
  return withPrinted(proposal, [
    'encryption',
    'hash',
    'dh',
    'integrity',
    'prf',
    'authenticationMethod',
    'lifetime',
  ]);
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
  // What VRP8 prints behind a single address is no second one.
  const isRange =
    second !== undefined &&
    second !== first &&
    canonicalAddress(second) !== undefined &&
    !/^(?:255|0)\./.test(second);
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
  const versions = displayed(uri, shown.version, versionsOf);
  assign(peer, 'exchangeMode', displayed(uri, shown.exchangeMode, exchangeMode));
  assign(peer, 'proposal', displayed(uri, shown.proposal, proposalName));
  assign(peer, 'localIdType', idType(uri, shown.localIdType));
  assign(peer, 'localId', displayed(uri, shown.localId, text));
  assign(peer, 'remoteIdType', idType(uri, shown.remoteIdType));
  assign(peer, 'remoteId', displayed(uri, shown.remoteId, text));
  assign(peer, 'natTraversal', displayed(uri, shown.natTraversal, isOn));
  assign(peer, 'dpdType', displayed(uri, shown.dpdType, dpdType));
  assign(peer, 'dpdMessage', displayed(uri, shown.dpdMessage, dpdMessage));
  const isAny = (value: string): boolean => isNothing(value) || ANY_ADDRESS.test(value);
  return {
    ...peer,
    printed: printedOf({
      versions: versions !== undefined,
      remoteAddresses: isSaid(shown.remoteAddress, remote, isAny),
      exchangeMode: isSaid(shown.exchangeMode, peer.exchangeMode),
      proposal: isSaid(shown.proposal, peer.proposal),
      localIdType: isSaid(shown.localIdType, peer.localIdType),
      localId: isSaid(shown.localId, peer.localId),
      remoteIdType: isSaid(shown.remoteIdType, peer.remoteIdType),
      remoteId: isSaid(shown.remoteId, peer.remoteId),
      natTraversal: isSaid(shown.natTraversal, peer.natTraversal),
      dpdType: isSaid(shown.dpdType, peer.dpdType),
      dpdMessage: isSaid(shown.dpdMessage, peer.dpdMessage),
    }),
  };
}

/** A proposal goes by its number, the factory block by `default`. */
function proposalName(text: string): string {
  return /^default$/i.test(text) ? 'default' : text;
}

function isOn(text: string): boolean | undefined {
  if (/^(?:enabled?|yes|y|on)\b/i.test(text)) return true;
  return /^(?:disabled?|no|n|off)\b/i.test(text) ? false : undefined;
}

function dpdType(text: string): 'on-demand' | 'periodic' | undefined {
  const found = /\b(on-demand|periodic)\b/i.exec(text)?.[1]?.toLowerCase();
  return found === 'on-demand' || found === 'periodic' ? found : undefined;
}

function dpdMessage(text: string): string | undefined {
  return /^seq-(?:hash-notify|notify-hash)$/i.test(text) ? text.toLowerCase() : undefined;
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
  const protocol = displayed(uri, shown.transform, transform);
  const mode = displayed(uri, shown.encapsulation, encapsulation);
  const proposal: Draft<IpsecProposal> = {
    ...namedBy(uri, shown.name),
    transform: protocol ?? { value: 'esp', origin: 'default' },
    encapsulation: mode ?? { value: 'tunnel', origin: 'default' },
  };
  assign(proposal, 'espAuthentication', algorithms('hash', uri, shown.espAuthentication));
  assign(proposal, 'espEncryption', algorithms('encryption', uri, shown.espEncryption));
  assign(proposal, 'ahAuthentication', algorithms('hash', uri, shown.ahAuthentication));
  return {
    ...proposal,
    printed: printedOf({
      transform: protocol !== undefined,
      encapsulation: mode !== undefined,
      espAuthentication: proposal.espAuthentication !== undefined,
      espEncryption: proposal.espEncryption !== undefined,
      ahAuthentication: proposal.ahAuthentication !== undefined,
    }),
  };
}

/** `3000`, `3000/IPv4`, `vpn/IPv4`; `0` says that there is none. */
function aclName(text: string): string | undefined {
  const found = /^([^\s/]{1,64})/.exec(text)?.[1];
  return found === '0' ? undefined : found;
}

/** What an output calls a lifetime that begins to be renewed is not the one that is set. */
function isSoft({ item, line }: Field): boolean {
  return /\bsoft duration/i.test(item.lines[line]?.text ?? '');
}

/** Traffic in kilobytes, whatever unit it is printed in. */
function kilobytesIn(text: string): number | undefined {
  const amount = numberIn(text);
  if (amount === undefined) return undefined;
  if (/\bm(?:ega)?b(?:yte)?s?\b/i.test(text)) return amount * 1024;
  if (!/\bbytes?\b/i.test(text)) return amount;
  return amount % 1024 === 0 ? amount / 1024 : undefined;
}

function settingsOf(uri: string, shown: DisplayedIpsecPolicy): PolicySettings & Pick<Named, 'printed'> {
  const text = (value: string): string => value;
  const settings: Draft<PolicySettings> = {
    proposals: shown.proposals.flatMap((each) => displayed(uri, each, text) ?? []),
    lines: [],
  };
  const hard = (field: Field | undefined): Field | undefined => (field && isSoft(field) ? undefined : field);
  assign(settings, 'acl', displayed(uri, shown.acl, aclName));
  assign(settings, 'ikePeer', displayed(uri, shown.ikePeer, text));
  assign(
    settings,
    'perfectForwardSecrecy',
    displayed(uri, shown.perfectForwardSecrecy, (value) => algorithmByDisplay('dh', value)?.id),
  );
  const address = (value: string): string | undefined =>
    ANY_ADDRESS.test(value) || canonicalAddress(value) === undefined ? undefined : value;
  assign(settings, 'tunnelLocal', displayed(uri, shown.localAddress, address));
  assign(settings, 'tunnelRemote', displayed(uri, shown.remoteAddress, address));
  assign(settings, 'lifetimeSeconds', displayed(uri, hard(shown.lifetimeSeconds), numberIn));
  assign(settings, 'lifetimeKilobytes', displayed(uri, hard(shown.lifetimeKilobytes), kilobytesIn));
  const isNoAcl = (value: string): boolean => isNothing(value) || value === '0';
  const printed = printedOf({
    acl: isSaid(shown.acl, settings.acl, isNoAcl),
    ikePeer: isSaid(shown.ikePeer, settings.ikePeer),
    proposals: settings.proposals.length > 0,
    perfectForwardSecrecy: isSaid(shown.perfectForwardSecrecy, settings.perfectForwardSecrecy),
    tunnelLocal: settings.tunnelLocal !== undefined,
    tunnelRemote: settings.tunnelRemote !== undefined,
    lifetimeSeconds: settings.lifetimeSeconds !== undefined,
    lifetimeKilobytes: settings.lifetimeKilobytes !== undefined,
  });
  return { ...settings, printed };
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
  if (!line || mayBeCut(field)) return undefined;
  const words = wordsOf(field);
  const match = matchIn(view, words)?.match;
  if (!match) return undefined;
  return readRule(new CommandLine(uri, field.item, field.line, { ...line, words, view, match }));
}

/** The heading of an ACL, which says how many rules there are. */
function headLine({ text, item, line, start }: Field): string {
  const found = item.lines[line];
  if (!found?.clean) return found?.text.slice(start) ?? '';
  return found.clean.text.slice(Math.max(0, found.clean.text.indexOf(text)));
}

function rulesAnnounced(kind: Field): number | undefined {
  const found = /,\s*(\d{1,6})\s+rules?\b/i.exec(headLine(kind))?.[1];
  return found === undefined ? undefined : Number(found);
}

/** An ACL as `display acl` prints it. */
export function displayedAcl(uri: string, shown: DisplayedAcl): Acl | undefined {
  const named = shown.name ?? shown.number;
  if (!named) return undefined;
  const view: ViewId = /^basic/i.test(shown.kind.text) ? 'acl-basic' : 'acl-advanced';
  const number = shown.number ? Number(shown.number.text) : undefined;
  const rules = shown.rules.flatMap((rule) => displayedRule(uri, view, rule) ?? []);
  const isAll = rules.length === shown.rules.length && rules.length === rulesAnnounced(shown.kind);
  return {
    ...namedBy(uri, named),
    printed: printedOf({ rules: isAll }),
    rules,
    family: /ipv6/i.test(shown.kind.text) ? 6 : 4,
    matchOrder: /\bmatch-order is auto\b/i.test(headLine(shown.kind)) ? 'auto' : 'config',
    ...(number === undefined ? {} : { number }),
  };
}

/** An interface as `display ip interface brief` prints it. */
export function displayedInterface(uri: string, shown: DisplayedInterfaceAddress): Interface {
  const address = displayed(uri, shown.address, (text) => ({
    address: text,
    ...(shown.length && !mayBeCut(shown.length) ? { length: Number(shown.length.text) } : {}),
  }));
  const base = namedBy(uri, shown.name);
  return {
    ...base,
    name: interfaceName(base.name),
    addresses: address ? [address] : [],
    virtualAddresses: [],
    printed: printedOf({ addresses: true }),
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
    printed: printedOf({ ipsecPolicy: true }),
  }));
}
