import {
  says,
  type Acl,
  type Device,
  type IkePeer,
  type IkeProposal,
  type Interface,
  type IpsecPolicy,
  type IpsecProposal,
  type Named,
  type PolicySettings,
} from '../model/device';
import { indexOf } from '../model/deviceIndex';
import { nameKey } from '../model/reading';
import type { Place, Written } from '../model/value';
import { localAddressesOf, remoteAddressesOf, type LocalAddress, type RemoteAddress } from './addresses';

export type EndKind = 'policy' | 'template' | 'profile' | 'manual';

/** One side of a tunnel: what a device does to build and to keep it. */
export interface End {
  readonly device: Device;
  readonly kind: EndKind;
  /** The policy group, the template or the profile. */
  readonly name: string;
  readonly sequence?: number;
  /** Where its view is opened. */
  readonly place: Place;
  readonly settings: Named & PolicySettings;
  /** The policy entry that brings a template in. */
  readonly entry?: IpsecPolicy;
  /** Undefined where none is named or none of the name is defined. */
  readonly peer?: IkePeer;
  /** What phase 1 is offered with, the first choice first; undefined where it stands in no file. */
  readonly ikeProposals?: readonly IkeProposal[];
  /** Undefined where a name is not defined or none is given. */
  readonly ipsecProposals?: readonly IpsecProposal[];
  /** Undefined where none is named, or none of the name is defined. */
  readonly acl?: Acl;
  /** The interfaces it is applied to. */
  readonly interfaces: readonly Interface[];
  readonly localAddresses: readonly LocalAddress[];
  /** The list is all there is: no address comes from DHCP, PPP or an interface that is not in the file. */
  readonly localAddressesKnown: boolean;
  readonly remoteAddresses: readonly RemoteAddress[];
  /** Takes negotiations from any address. */
  readonly open: boolean;
}

/** Whether all IKE proposals of a device are known: outputs that show some of them say nothing of the others. */
function knowsProposals({ ikeProposals, whole, running }: Device): boolean {
  return whole || running.listed.has('ike-proposal') || ikeProposals.every(({ blocks }) => blocks.length > 0);
}

/** The proposals that a peer offers: the one it names, else all of the device, the smallest number first and the factory block last. */
export function offeredBy(device: Device, peer: IkePeer | undefined): readonly IkeProposal[] | undefined {
  if (!peer) return undefined;
  if (peer.proposal) {
    const { value } = peer.proposal;
    const named = device.ikeProposals.find(({ name }) => name === value);
    return named && [named];
  }
  if (device.ikeProposals.length === 0 || !says(peer, 'proposal') || !knowsProposals(device))
    return undefined;
  const rank = ({ name }: IkeProposal): number =>
    name.startsWith('default') ? Number.MAX_SAFE_INTEGER : Number(name);
  return [...device.ikeProposals].sort((a, b) => rank(a) - rank(b));
}

function ipsecProposalsOf(device: Device, names: readonly Written<string>[]): IpsecProposal[] | undefined {
  const { ipsecProposals } = indexOf(device);
  const found = names.map(({ value }) => ipsecProposals.get(nameKey('ipsec-proposal', value)));
  const known = found.flatMap((each) => each ?? []);
  return known.length > 0 && known.length === found.length ? known : undefined;
}

interface Kind {
  readonly kind: EndKind;
  readonly entry?: IpsecPolicy;
  readonly sequence?: number;
}

function endOf(
  device: Device,
  settings: Named & PolicySettings,
  { kind, entry, sequence }: Kind,
  interfaces: readonly Interface[],
): End {
  const index = indexOf(device);
  const peer = settings.ikePeer && index.peers.get(settings.ikePeer.value);
  const ikeProposals = offeredBy(device, peer);
  const ipsecProposals = ipsecProposalsOf(device, settings.proposals);
  const acl = settings.acl && index.aclOf(settings.acl);
  const local = localAddressesOf(device, kind, settings, entry, peer, interfaces);
  const remoteAddresses = remoteAddressesOf(kind, settings, peer, interfaces);
  return {
    device,
    kind,
    name: settings.name,
    ...(sequence === undefined ? {} : { sequence }),
    place: settings.place,
    settings,
    ...(entry ? { entry } : {}),
    ...(peer ? { peer } : {}),
    ...(ikeProposals ? { ikeProposals } : {}),
    ...(ipsecProposals ? { ipsecProposals } : {}),
    ...(acl ? { acl } : {}),
    interfaces,
    localAddresses: local.addresses,
    localAddressesKnown: local.known,
    remoteAddresses,
    open:
      kind !== 'manual' &&
      peer !== undefined &&
      says(peer, 'remoteAddresses') &&
      remoteAddresses.length === 0,
  };
}

function build(device: Device): End[] {
  const index = indexOf(device);
  const ends: End[] = [];
  for (const entry of device.policies) {
    const interfaces = index.interfacesWith('ipsecPolicy', entry.name);
    if (entry.mode === 'template') {
      for (const template of index.templates.get(entry.template?.value ?? '') ?? [])
        ends.push(
          endOf(device, template, { kind: 'template', entry, sequence: template.sequence }, interfaces),
        );
    } else if (entry.mode !== 'unknown') {
      const kind = entry.mode === 'manual' ? 'manual' : 'policy';
      ends.push(endOf(device, entry, { kind, sequence: entry.sequence }, interfaces));
    }
  }
  // A profile makes one tunnel on each interface that has it.
  for (const profile of device.profiles) {
    const interfaces = index.interfacesWith('ipsecProfile', profile.name);
    if (interfaces.length === 0) ends.push(endOf(device, profile, { kind: 'profile' }, []));
    for (const each of interfaces) ends.push(endOf(device, profile, { kind: 'profile' }, [each]));
  }
  return ends;
}

const known = new WeakMap<Device, readonly End[]>();

/** The ends of tunnels that a device describes. Worked out once for each state of it. */
export function endsOf(device: Device): readonly End[] {
  let ends = known.get(device);
  if (!ends) {
    ends = build(device);
    known.set(device, ends);
  }
  return ends;
}

/** Whether an end starts negotiations: it names whom to negotiate with. A template only answers. */
export function initiates(end: End): boolean {
  return end.kind !== 'template' && end.remoteAddresses.length > 0;
}
