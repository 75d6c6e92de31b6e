import type { LocationLink, Position } from 'vscode-languageserver-types';
import type { NameKind } from '../commands/types';
import type { NameUse } from '../model/device';
import { indexOf } from '../model/deviceIndex';
import { offeredBy } from '../tunnels/end';
import { deviceAt } from '../workspace/mentions';
import type { Snapshot } from '../workspace/workspace';
import { blockOpenedBy, linkTo, nameAt, type NameAt } from './nameAt';
import { rangeOf } from './positions';

/** Where the object that a name means is defined. A policy group is defined by each of its entries. */
export function definition(snapshot: Snapshot, uri: string, position: Position): LocationLink[] {
  const found = nameAt(snapshot, uri, position);
  if (!found) return [];
  const origin = rangeOf(found.use.place, found.file.document);
  return found.mentions.definitionsOf(found.use).flatMap((each) => linkTo(snapshot, origin, each));
}

/** What an object negotiates with: by this the type definition of its name leads from an interface down to the IKE proposal. */
const TYPES: Partial<Record<NameKind, readonly NameKind[]>> = {
  interface: ['ipsec-policy', 'ipsec-profile', 'ipsec-efficient-vpn'],
  'ipsec-policy': ['ike-peer', 'ipsec-policy-template'],
  'ipsec-policy-template': ['ike-peer'],
  'ipsec-profile': ['ike-peer'],
  'ike-peer': ['ike-proposal'],
};

/** The definitions that a name at a position speaks of: the entry of a group whose line it stands on, else all. */
function meant({ use, mentions }: NameAt): readonly NameUse[] {
  return use.role === 'definition' && !use.printed ? [use] : mentions.definitionsOf(use);
}

/** The proposals of a peer that names none: all that the device has. */
function offeredTo(snapshot: Snapshot, { file, use, mentions }: NameAt): readonly NameUse[] {
  const device = deviceAt(snapshot, file, use.place.item);
  const offered = offeredBy(device, indexOf(device).peers.get(use.name)) ?? [];
  return offered.flatMap(({ name }) => mentions.definitionsOf({ kind: 'ike-proposal', name }));
}

/**
 * What the object that a name means is negotiated with: of an interface the policy or profile, of a policy or a template the IKE peer, of
 * a policy entry with a template the template, of a peer the IKE proposal that it names, else those that it offers.
 */
export function typeDefinition(snapshot: Snapshot, uri: string, position: Position): LocationLink[] {
  const found = nameAt(snapshot, uri, position);
  if (!found) return [];
  const { use, mentions, file } = found;
  const kinds = TYPES[use.kind] ?? [];
  const used = meant(found).flatMap((each) => {
    const { item, line } = each.place;
    const end = blockOpenedBy(each)?.end ?? line + 1;
    return mentions.within(item, line, end).filter(({ kind }) => kinds.includes(kind));
  });
  const targets = new Set(used.flatMap((each) => mentions.definitionsOf(each)));
  if (used.length === 0 && use.kind === 'ike-peer')
    for (const each of offeredTo(snapshot, found)) targets.add(each);
  const origin = rangeOf(use.place, file.document);
  return [...targets].flatMap((each) => linkTo(snapshot, origin, each));
}
