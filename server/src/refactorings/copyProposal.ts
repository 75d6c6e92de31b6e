import type { Device, IkePeer, IkeProposal, IpsecProposal, Named, PolicySettings } from '../model/device';
import { nameKey } from '../model/reading';
import type { NewBlock } from '../rules/blocks';
import { insertBlock, insertCommand, replace } from '../rules/edits';
import type { Edit } from '../rules/rule';
import type { Draft } from '../workspace/draft';
import { referencesTo } from '../rules/targets';
import { freeName, freeProposalNumber } from './names';
import { commandsOf, ownBlock } from './parts';

/** Everything that takes IPsec proposals. */
export type Settings = Named & PolicySettings;

function blockOf(lines: readonly string[]): NewBlock {
  return { lines, snippet: lines, complete: true };
}

/** Whether anything but one peer uses an IKE proposal: another peer names it, or offers all that the device has. */
export function isSharedIke(device: Device, proposal: IkeProposal, peer: IkePeer): boolean {
  const isOther = (each: IkePeer): boolean =>
    each !== peer && (each.proposal === undefined || each.proposal.value === proposal.name);
  const elsewhere = referencesTo(device, 'ike-proposal', proposal.name).filter(
    ({ place }) => place.item !== peer.proposal?.place.item || place.line !== peer.proposal.place.line,
  );
  return device.ikePeers.some(isOther) || elsewhere.length > 0;
}

/** Makes a peer offer one proposal and no other: by naming it. */
export function nameProposal(draft: Draft, peer: IkePeer, name: string): Edit | undefined {
  const own = ownBlock(draft.now, peer);
  if (!own) return undefined;
  return peer.proposal
    ? replace(peer.proposal.place, name)
    : insertCommand(own, `ike-proposal ${name}`, own.document);
}

/** Gives a peer an IKE proposal of its own that says what another one says. Its number; undefined where it cannot be written. */
export function copyIkeProposal(
  draft: Draft,
  device: Device,
  peer: IkePeer,
  proposal: IkeProposal,
): string | undefined {
  const from = ownBlock(draft.now, proposal);
  const own = ownBlock(draft.now, peer);
  const number = freeProposalNumber(device);
  if (!from || !own || number === undefined) return undefined;
  const content = blockOf([`ike proposal ${number}`, ...commandsOf(from)]);
  const edits = [
    insertBlock('ike-proposal', number, peer.place, content, own.document),
    nameProposal(draft, peer, number),
  ];
  return applied(draft, edits) ? number : undefined;
}

/** The places where a policy, a template or a profile names an IPsec proposal. */
function namesOf({ proposals }: Settings, { name }: IpsecProposal): Settings['proposals'] {
  const key = nameKey('ipsec-proposal', name);
  return proposals.filter(({ value }) => nameKey('ipsec-proposal', value) === key);
}

/** Whether anything but one policy, template or profile uses an IPsec proposal. */
export function isSharedIpsec(device: Device, proposal: IpsecProposal, settings: Settings): boolean {
  return referencesTo(device, 'ipsec-proposal', proposal.name).length > namesOf(settings, proposal).length;
}

/** Gives a policy, a template or a profile an IPsec proposal of its own in place of one. Its name; undefined where it cannot be written. */
export function copyIpsecProposal(
  draft: Draft,
  device: Device,
  settings: Settings,
  proposal: IpsecProposal,
): string | undefined {
  const from = ownBlock(draft.now, proposal);
  const own = ownBlock(draft.now, settings);
  const name = freeName(device, 'ipsec-proposal', proposal.name, (each) => `ipsec proposal ${each}`);
  const [named, ...others] = namesOf(settings, proposal);
  if (!from || !own || name === undefined || !named || others.length > 0) return undefined;
  const content = blockOf([`ipsec proposal ${name}`, ...commandsOf(from)]);
  const edits = [
    insertBlock('ipsec-proposal', name, named.place, content, own.document),
    replace(named.place, name),
  ];
  return applied(draft, edits) ? name : undefined;
}

/** Carries edits out, if all of them can be written. */
export function applied(draft: Draft, edits: readonly (Edit | undefined)[]): boolean {
  const written = edits.flatMap((edit) => edit ?? []);
  if (written.length < edits.length || written.length === 0) return false;
  draft.apply(written);
  return true;
}
