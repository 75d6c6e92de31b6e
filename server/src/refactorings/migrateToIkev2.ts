import * as l10n from '@vscode/l10n';
import type { Device, IkePeer, IkeProposal } from '../model/device';
import type { CommandLine } from '../model/reading';
import { insertCommand, removeCommand, removeLine, replace } from '../rules/edits';
import type { Judgement } from '../rules/judge';
import type { Edit } from '../rules/rule';
import { changeSetting, type Setting } from '../rules/tunnel/align';
import { meet } from '../tunnels/agreement';
import type { End } from '../tunnels/end';
import { tunnelId } from '../tunnels/pairing';
import { ikeOffer, type IkeField } from '../tunnels/phase1';
import { comparedSessions, isIkev1Only } from '../tunnels/session';
import type { Draft } from '../workspace/draft';
import { analyseWorkspace } from '../workspace/tunnels';
import type { Snapshot } from '../workspace/workspace';
import { applied } from './copyProposal';
import { agreedParts } from './layers';
import { endsWith, ownBlock, type Own } from './parts';
import { objectAt, type Offer, type Refactoring, type Target } from './refactoring';

/** A peer that changes over. */
interface Member {
  readonly device: Device;
  readonly peer: IkePeer;
  readonly own: Own;
  /** It takes whoever comes: callers that are in no file may speak IKEv1 only. */
  readonly keepsIkev1: boolean;
}

/** All that has to change over together: peers that share a tunnel. */
interface Group {
  readonly members: readonly Member[];
  readonly tunnels: ReadonlySet<string>;
}

/** More peers than this are no single step of a migration. */
const MAX_MEMBERS = 20;

/** Whether it is known what a device does under IKEv2: of the old routers no document says what they take. */
function knowsIkev2({ release }: Device): boolean {
  return release?.product !== 'ar-v200' && release?.product !== 'quidway';
}

function memberOf(snapshot: Snapshot, device: Device, peer: IkePeer): Member | undefined {
  const own = ownBlock(snapshot, peer);
  const opener = own?.item.lines[own.block.opener ?? 0];
  // `ike peer b v1` is how old routers say it.
  const hasSuffix = /^v[12]$/i.test(opener?.words.at(3)?.text ?? '');
  if (!own || hasSuffix || !knowsIkev2(device)) return undefined;
  const ends = endsWith(snapshot, device, (end) => end.peer === peer);
  // Whom it calls and nobody knows would be left behind.
  if (ends.some(({ end, judgements }) => !end.open && judgements.length === 0)) return undefined;
  return { device, peer, own, keepsIkev1: ends.some(({ end }) => end.open) };
}

/** The peers that change over with one, and their tunnels; undefined where one of them cannot. */
function groupOf({ snapshot, device }: Target, first: IkePeer): Group | undefined {
  const members = new Map<IkePeer, Member>();
  const tunnels = new Set<string>();
  const waiting: (readonly [Device, IkePeer])[] = [[device, first]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [at, peer] = next;
    if (members.has(peer)) continue;
    const member = memberOf(snapshot, at, peer);
    if (!member || members.size >= MAX_MEMBERS) return undefined;
    members.set(peer, member);
    // What takes whoever comes goes on answering the others as before.
    if (member.keepsIkev1 && peer !== first) continue;
    for (const { end, judgements } of endsWith(snapshot, at, (each) => each.peer === peer))
      for (const { tunnel } of judgements) {
        tunnels.add(tunnelId(tunnel));
        const other = tunnel.ends[0] === end ? tunnel.ends[1] : tunnel.ends[0];
        if (!other.peer) return undefined;
        waiting.push([other.device, other.peer]);
      }
  }
  return tunnels.size === 0 ? undefined : { members: [...members.values()], tunnels };
}

/** The tunnels of a group as they are in one state of the files. */
function tunnelsOf(snapshot: Snapshot, { tunnels }: Group): readonly Judgement[] {
  return analyseWorkspace(snapshot).judgements.filter(({ tunnel }) => tunnels.has(tunnelId(tunnel)));
}

/** Turns IKEv2 on, and IKEv1 off where nobody needs it: as the peer says so far which versions it has. */
function versionEdits({ peer, own, keepsIkev1 }: Member): (Edit | undefined)[] {
  const written = (undo: boolean, version: 1 | 2): CommandLine | undefined =>
    peer.lines.find((line) => line.undo === undo && line.starts(`version ${version}`));
  const { v1, v2 } = peer.versions.value;
  const [withoutV2, onlyV1] = [written(true, 2), written(false, 1)];
  if (keepsIkev1) {
    if (v2) return [];
    return [withoutV2 ?? onlyV1].map((line) => line && removeLine(line.whole));
  }
  if (!v1) return [];
  const lineOff = withoutV2 && replace(withoutV2.whole, 'undo version 1');
  if (lineOff) return [lineOff, ...(onlyV1 ? [removeLine(onlyV1.whole)] : [])];
  if (onlyV1 && !written(false, 2)) return [replace(onlyV1.whole, 'version 2')];
  return [...(onlyV1 ? [removeLine(onlyV1.whole)] : [insertCommand(own, 'undo version 1', own.document)])];
}

/** What works with IKEv1 only and does nothing any more. */
function withoutIkev1Commands({ peer, keepsIkev1 }: Member): Edit[] {
  if (keepsIkev1) return [];
  const phrases = peer.lines.flatMap((line) =>
    line.line.match?.command.ikeVersion === 1 && !line.undo ? line.keywords.slice(0, 2).join(' ') : [],
  );
  const lines = new Set(
    phrases.map((phrase) => (phrase.startsWith('dpd') ? phrase : (phrase.split(' ')[0] ?? ''))),
  );
  return [...lines].flatMap((phrase) => removeCommand(peer, phrase));
}

/** IDs as IKEv2 has them: what old releases call a name is a host name. */
function identityEdits({ peer, own }: Member): (Edit | undefined)[] {
  const edits: (Edit | undefined)[] = [];
  const old = peer.lines.find((line) => !line.undo && line.starts('id-type'));
  if (peer.localIdType?.value === 'name')
    edits.push(old ? replace(old.whole, 'local-id-type fqdn') : replace(peer.localIdType.place, 'fqdn'));
  const name = peer.lines.find((line) => !line.undo && line.starts('remote-name'));
  if (name && peer.remoteName && !peer.remoteId) {
    edits.push(replace(name.whole, `remote-id ${peer.remoteName.value}`));
    if (!peer.remoteIdType) edits.push(insertCommand(own, 'remote-id-type fqdn', own.document));
  }
  return edits;
}

/** What IKEv2 negotiates in place of the one hash of IKEv1: of the same strength, and never a weak one. */
const BY_HASH: Readonly<Record<string, string>> = {
  'sha2-384': 'hmac-sha2-384',
  'sha2-512': 'hmac-sha2-512',
};
const USUAL = 'hmac-sha2-256';

/** The lines of IKEv2 in an IKE proposal. */
const LINES = [
  { field: 'integrity', command: 'integrity-algorithm' },
  { field: 'prf', command: 'prf' },
] as const;

/** VRP8 has one PRF and no command for it (NE40E V800R012). */
function hasCommand({ release }: Device, field: IkeField): boolean {
  return field !== 'prf' || release?.product !== 'vrp8';
}

function settingOf(end: End, proposal: IkeProposal, { field, command }: (typeof LINES)[number]): Setting {
  const value = proposal[field];
  return {
    end,
    object: proposal,
    label: proposal.name,
    command,
    kind: field,
    view: 'ike',
    values: value?.value ?? [],
    ...(value?.place ? { place: value.place } : {}),
  };
}

/** The numbers of the two proposals that the ends of a tunnel meet in. */
type Met = readonly [string, string];

/** The proposals that a tunnel is negotiated with before it changes over: of several IKEv2 is to meet in the same ones. */
function metIn(judgement: Judgement): Met | undefined {
  const parts = agreedParts(judgement, 'ike');
  return parts && [parts[0].object.name, parts[1].object.name];
}

/** Makes the IKE proposals of a tunnel meet under IKEv2: both ends get the same lines where it is not certain that they have them. */
function alignProposals(draft: Draft, { tunnel }: Judgement, met: Met): boolean {
  const documents = (uri: string) => draft.now.file(uri)?.document;
  const [a, b] = tunnel.ends.map(({ ikeProposals }, at) =>
    ikeProposals?.find(({ name }) => name === met[at]),
  );
  if (!a || !b) return false;
  const common = a.hash?.value.find((id) => b.hash?.value.includes(id));
  const edits: (Edit | undefined)[] = [];
  for (const line of LINES) {
    if (meet(ikeOffer(a, line.field), ikeOffer(b, line.field)) === 'agree') continue;
    const able = tunnel.ends.every(({ device }) => hasCommand(device, line.field));
    const wanted = able ? (BY_HASH[common ?? ''] ?? USUAL) : USUAL;
    for (const [at, proposal] of [a, b].entries()) {
      const end = tunnel.ends[at === 0 ? 0 : 1];
      const has = proposal[line.field];
      const isWritten = has?.origin === 'config' && has.value.join() === wanted;
      if (!hasCommand(end.device, line.field) || isWritten) continue;
      if (!ownBlock(draft.now, proposal)) return false;
      for (const step of changeSetting(settingOf(end, proposal, line), [wanted], documents))
        edits.push(step && 'uri' in step ? step : undefined);
    }
  }
  return edits.length === 0 || applied(draft, edits);
}

function carryOut(draft: Draft, group: Group): boolean {
  const edits = group.members.flatMap((member) => [
    ...versionEdits(member),
    ...withoutIkev1Commands(member),
    ...identityEdits(member),
  ]);
  if (!applied(draft, edits)) return false;
  // Proposals change with each tunnel that is aligned: each is looked at as the last one left it.
  for (const id of group.tunnels) {
    const of = (snapshot: Snapshot): Judgement | undefined =>
      analyseWorkspace(snapshot).judgements.find(({ tunnel }) => tunnelId(tunnel) === id);
    const [before, judgement] = [of(draft.before), of(draft.now)];
    const met = before && metIn(before);
    if (!judgement || !met || !alignProposals(draft, judgement, met)) return false;
  }
  const after = tunnelsOf(draft.now, group);
  return (
    after.length === group.tunnels.size &&
    after.every(
      ({ verdict, tunnel }) =>
        verdict === 'ok' && comparedSessions(tunnel).every(({ version }) => version === 2),
    )
  );
}

function offersFor(target: Target, peer: IkePeer): Offer[] {
  const group = groupOf(target, peer);
  if (!group) return [];
  const tunnels = tunnelsOf(target.snapshot, group);
  if (!tunnels.some(({ tunnel }) => isIkev1Only(tunnel))) return [];
  const names = [...new Set(group.members.map(({ device }) => device.name))].sort().join(', ');
  const hubs = [
    ...new Set(group.members.filter(({ keepsIkev1 }) => keepsIkev1).map(({ device }) => device.name)),
  ].sort();
  const title =
    hubs.length === 0
      ? l10n.t('Migrate to IKEv2 on both ends ({0})', names)
      : l10n.t('Migrate to IKEv2 on both ends ({0}); {1} still answers IKEv1', names, hubs.join(', '));
  return [{ title, carryOut: (draft) => carryOut(draft, group) }];
}

/** IKEv1 to IKEv2, on both ends of every tunnel of a peer at once. */
export const migrateToIkev2: Refactoring = {
  id: 'migrate-to-ikev2',
  kind: 'refactor.rewrite.ikev2',
  offers: (target) => {
    const peer = objectAt(target.device.ikePeers, target);
    return peer ? offersFor(target, peer) : [];
  },
};
