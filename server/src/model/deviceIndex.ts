import type { NameKind } from '../commands/types';
import type {
  Acl,
  Device,
  IkePeer,
  Interface,
  IpsecPolicyTemplate,
  IpsecProfile,
  IpsecProposal,
  Named,
  NameUse,
} from './device';
import { canonicalAddress } from '../syntax/address';
import { aclFamilyOf } from './names';
import { CommandLine, nameKey } from './reading';
import { lineOf, type Written } from './value';

/** The objects of a device by name, so that what is looked up for each of many ends stays linear. */
export interface DeviceIndex {
  readonly peers: ReadonlyMap<string, IkePeer>;
  readonly ipsecProposals: ReadonlyMap<string, IpsecProposal>;
  readonly profiles: ReadonlyMap<string, IpsecProfile>;
  /** The entries of a template, in the order in which they are tried. */
  readonly templates: ReadonlyMap<string, readonly IpsecPolicyTemplate[]>;
  readonly interfaces: ReadonlyMap<string, Interface>;
  /** The addresses that the device shares with one in hot standby, in the form by which they are compared. */
  readonly sharedAddresses: ReadonlySet<string>;
  /** The interfaces to which a policy group or a profile is applied; a shared policy counts for the interface it lends its address from. */
  interfacesWith(setting: 'ipsecPolicy' | 'ipsecProfile', name: string): readonly Interface[];
  /** The ACL that a line names, by its name or its number. */
  aclOf(acl: Written<string>): Acl | undefined;
  /** The lines that refer to a name. */
  referencesTo(kind: NameKind, name: string): readonly NameUse[];
}

function byName<T extends Named>(kind: NameKind, all: readonly T[]): Map<string, T> {
  return new Map(all.map((each) => [nameKey(kind, each.name), each]));
}

/** Sorts things into lists by a key. */
function group<T>(all: readonly T[], keyOf: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const key = keyOf(each);
    const known = groups.get(key);
    if (known) known.push(each);
    else groups.set(key, [each]);
  }
  return groups;
}

function build(device: Device): DeviceIndex {
  const inOrder = [...device.templates].sort((a, b) => a.sequence - b.sequence);
  const applied = group(
    device.interfaces.flatMap((each) =>
      (['ipsecPolicy', 'ipsecProfile'] as const).flatMap((setting) => {
        const name = each[setting]?.value;
        return name === undefined ? [] : { key: `${setting} ${name}`, each };
      }),
    ),
    ({ key }) => key,
  );
  const references = group(
    device.names.filter(({ role }) => role === 'reference'),
    ({ kind, name }) => `${kind} ${name}`,
  );
  const acls = new Map<string, Acl>();
  for (const acl of device.acls) {
    acls.set(`${acl.family} ${acl.name}`, acl);
    if (acl.number !== undefined) acls.set(`${acl.family} ${acl.number}`, acl);
  }
  return {
    peers: byName('ike-peer', device.ikePeers),
    ipsecProposals: byName('ipsec-proposal', device.ipsecProposals),
    profiles: byName('ipsec-profile', device.profiles),
    templates: group(inOrder, ({ name }) => name),
    interfaces: byName('interface', device.interfaces),
    sharedAddresses: new Set(
      device.interfaces.flatMap(({ virtualAddresses }) =>
        virtualAddresses.flatMap(({ value }) => canonicalAddress(value) ?? []),
      ),
    ),
    interfacesWith: (setting, name) => (applied.get(`${setting} ${name}`) ?? []).map(({ each }) => each),
    referencesTo: (kind, name) => references.get(`${kind} ${nameKey(kind, name)}`) ?? [],
    aclOf: ({ value, place: { uri, item, line } }) => {
      const at = new CommandLine(uri, item, line, lineOf({ item, line }));
      return acls.get(`${aclFamilyOf(at)} ${value}`);
    },
  };
}

const known = new WeakMap<Device, DeviceIndex>();

/** The objects of a device by name. Worked out once for each state of it. */
export function indexOf(device: Device): DeviceIndex {
  let index = known.get(device);
  if (!index) {
    index = build(device);
    known.set(device, index);
  }
  return index;
}
