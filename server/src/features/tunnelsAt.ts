import type { Position } from 'vscode-languageserver-types';
import type { BlockPlace, Named } from '../model/device';
import type { Judgement } from '../rules/judge';
import type { TunnelInfo } from '../protocol';
import { endsOf, type End } from '../tunnels/end';
import { tunnelId } from '../tunnels/pairing';
import { analyse } from '../workspace/analysis';
import { analyseWorkspace } from '../workspace/tunnels';
import type { Snapshot } from '../workspace/workspace';
import { rangeOf } from './positions';
import { tunnelTitle } from './verdicts';

/** An end with the tunnels it has; none where its partner is in none of the files. */
export interface EndTunnels {
  readonly end: End;
  readonly judgements: readonly Judgement[];
}

/** The ends of the devices that a file describes. Some of what they are made of may stand in other files. */
export function endsIn(snapshot: Snapshot, uri: string): EndTunnels[] {
  const file = snapshot.file(uri);
  if (!file) return [];
  const { byEnd, deviceOf } = analyseWorkspace(snapshot);
  const devices = new Set(analyse(file).devices.map(deviceOf));
  return [...devices]
    .flatMap((device) => endsOf(device))
    .map((end) => ({ end, judgements: byEnd.get(end) ?? [] }));
}

/** What an end is made of, the more telling parts first. */
function partsOf({
  settings,
  entry,
  peer,
  acl,
  ipsecProposals,
  ikeProposals,
  interfaces,
}: End): (Named | undefined)[] {
  return [settings, entry, peer, acl, ...(ipsecProposals ?? []), ...(ikeProposals ?? []), ...interfaces];
}

/** The ends that the view at a position belongs to. */
export function endsAt(snapshot: Snapshot, uri: string, { line }: Position): EndTunnels[] {
  const at = snapshot.file(uri)?.document.lineAt(line);
  if (!at) return [];
  const holds = ({ item, block }: BlockPlace): boolean =>
    item === at.item && at.index >= block.start && at.index < block.end;
  return endsIn(snapshot, uri).filter(({ end }) => partsOf(end).some((part) => part?.blocks.some(holds)));
}

/** The end of a tunnel that is not this one. */
export function otherEnd({ tunnel }: Judgement, end: End): End {
  return tunnel.ends[0] === end ? tunnel.ends[1] : tunnel.ends[0];
}

function infoOf(snapshot: Snapshot, uri: string, judgement: Judgement): TunnelInfo[] {
  const { tunnel } = judgement;
  const [a, b] = tunnel.ends;
  const isHere = ({ place, device }: End): boolean => place.uri === uri || device.uris.includes(uri);
  const other = isHere(b) && !isHere(a) ? a : b;
  const file = snapshot.file(other.place.uri);
  if (!file) return [];
  const location = { uri: other.place.uri, range: rangeOf(other.place, file.document) };
  return [{ id: tunnelId(tunnel), title: tunnelTitle(judgement), otherEnd: location }];
}

/** What a client shows of tunnels, seen from a file that has one of their ends. */
export function tunnelInfos(snapshot: Snapshot, uri: string, judgements: readonly Judgement[]): TunnelInfo[] {
  return judgements.flatMap((judgement) => infoOf(snapshot, uri, judgement));
}
