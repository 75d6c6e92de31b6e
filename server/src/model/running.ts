import type { NameKind } from '../commands/types';
import { readOutputs } from '../display';
import type { Item } from '../syntax/tree';
import type { Device, Named, Release } from './device';
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
import { nameKey } from './reading';
import { productOf } from './release';

/** The parts of a device that its outputs show: what runs, whatever a configuration says. */
export interface Running extends Pick<
  Device,
  | 'ikeProposals'
  | 'ikePeers'
  | 'ipsecProposals'
  | 'policies'
  | 'templates'
  | 'profiles'
  | 'acls'
  | 'interfaces'
> {
  readonly release?: Release;
}

/** The names of firewalls, as `display version` prints them. */
const FIREWALL = /^(?:USG|Eudemon|NGFW|NIP|SVN|Secospace)/i;

/** Later outputs over earlier ones: the device was asked again. */
function newest<T extends Named>(all: readonly T[], kind: NameKind, keyOf: (each: T) => string): T[] {
  return [...new Map(all.map((each) => [nameKey(kind, keyOf(each)), each])).values()];
}

const nameOf = ({ name }: Named): string => name;
const entryOf = ({ name, sequence }: { readonly name: string; readonly sequence: number }): string =>
  `${name} ${sequence}`;

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
};

/** Reads what the outputs among the items of one device say. */
export function readRunning(uri: string, items: readonly Item[]): Running {
  const ikeProposals: Device['ikeProposals'][number][] = [];
  const ikePeers: Device['ikePeers'][number][] = [];
  const ipsecProposals: Device['ipsecProposals'][number][] = [];
  const policies: Device['policies'][number][] = [];
  const templates: Device['templates'][number][] = [];
  const profiles: Device['profiles'][number][] = [];
  const acls: Device['acls'][number][] = [];
  const interfaces: Device['interfaces'][number][] = [];
  let release: Release | undefined;
  for (const shown of readOutputs(items)) {
    switch (shown.name) {
      case 'ikeProposal':
        ikeProposals.push(...shown.facts.map((each) => displayedIkeProposal(uri, each)));
        break;
      case 'ikePeer':
        ikePeers.push(...shown.facts.map((each) => displayedIkePeer(uri, each)));
        break;
      case 'ipsecProposal':
        ipsecProposals.push(...shown.facts.map((each) => displayedIpsecProposal(uri, each)));
        break;
      case 'ipsecPolicy':
        policies.push(...shown.facts.flatMap((each) => displayedIpsecPolicy(uri, each) ?? []));
        interfaces.push(...shown.facts.flatMap((each) => interfacesUsing(uri, each)));
        break;
      case 'ipsecPolicyTemplate':
        templates.push(...shown.facts.flatMap((each) => displayedIpsecTemplate(uri, each) ?? []));
        break;
      case 'ipsecProfile':
        profiles.push(...shown.facts.map((each) => displayedIpsecProfile(uri, each)));
        break;
      case 'acl':
        acls.push(...shown.facts.flatMap((each) => displayedAcl(uri, each) ?? []));
        break;
      case 'ipInterfaceBrief':
        interfaces.push(...shown.facts.map((each) => displayedInterface(uri, each)));
        break;
      case 'version': {
        const [facts] = shown.facts;
        if (!facts) break;
        const text = facts.release.text;
        const product = productOf(text, FIREWALL.test(facts.product.text));
        release = product ? { text, product } : { text };
        break;
      }
      default:
        break;
    }
  }
  return {
    ikeProposals: newest(ikeProposals, 'ike-proposal', nameOf),
    ikePeers: newest(ikePeers, 'ike-peer', nameOf),
    ipsecProposals: newest(ipsecProposals, 'ipsec-proposal', nameOf),
    policies: newest(policies, 'ipsec-policy', entryOf),
    templates: newest(templates, 'ipsec-policy-template', entryOf),
    profiles: newest(profiles, 'ipsec-profile', nameOf),
    acls: newest(acls, 'acl', ({ family, name }) => `${family} ${name}`),
    interfaces,
    ...(release ? { release } : {}),
  };
}

/** The objects of a configuration, and those that only run. */
export function withRunning<T extends Named>(
  own: readonly T[],
  running: readonly T[],
  kind: NameKind,
  keyOf: (each: T) => string = nameOf,
): T[] {
  const known = new Set(own.map((each) => nameKey(kind, keyOf(each))));
  return [...own, ...running.filter((each) => !known.has(nameKey(kind, keyOf(each))))];
}
