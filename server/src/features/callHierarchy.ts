import * as l10n from '@vscode/l10n';
import {
  SymbolKind,
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type Position,
  type Range,
} from 'vscode-languageserver-types';
import { endLabel } from '../rules/tunnel/labels';
import { endsOf, initiates, type End } from '../tunnels/end';
import { endId } from '../tunnels/pairing';
import { analyseWorkspace } from '../workspace/tunnels';
import type { Snapshot } from '../workspace/workspace';
import { rangeOf } from './positions';
import { endsAt, otherEnd } from './tunnelsAt';
import { verdictText } from './verdicts';
import { labelled } from '../l10n';

/** What an item of the hierarchy says of itself: the ends that it stands for. */
interface Standing {
  readonly ends: readonly string[];
}

function isStanding(data: unknown): data is Standing {
  return (
    typeof data === 'object' &&
    data !== null &&
    Array.isArray((data as { ends?: unknown }).ends) &&
    (data as { ends: unknown[] }).ends.every((each) => typeof each === 'string')
  );
}

const byIds = new WeakMap<Snapshot, ReadonlyMap<string, End>>();

function endsNamed(snapshot: Snapshot, ids: readonly string[]): End[] {
  let all = byIds.get(snapshot);
  if (!all) {
    const { devices } = analyseWorkspace(snapshot);
    all = new Map(devices.flatMap((device) => endsOf(device).map((end) => [endId(end), end])));
    byIds.set(snapshot, all);
  }
  const known = all;
  return ids.flatMap((id) => known.get(id) ?? []);
}

/** The lines of the view that an end's place opens. */
function viewRange(snapshot: Snapshot, { place, settings }: End): Range | undefined {
  const document = snapshot.file(place.uri)?.document;
  if (!document) return undefined;
  const own = rangeOf(place, document);
  const at = settings.blocks.find(({ item, block }) => item === place.item && block.start === place.line);
  const last = at ? document.startOfItem(at.item) + at.block.end - 1 : own.start.line;
  const end = { line: last, character: document.lineAt(last)?.line.text.length ?? 0 };
  return { start: { line: own.start.line, character: 0 }, end };
}

/** An item for ends of one device; of several the first one says where they are. */
function itemOf(snapshot: Snapshot, ends: readonly End[], detail?: string): CallHierarchyItem[] {
  const [first, ...others] = ends;
  const document = first && snapshot.file(first.place.uri)?.document;
  const range = first && viewRange(snapshot, first);
  if (!first || !document || !range) return [];
  const { device } = first;
  const data: Standing = { ends: ends.map(endId) };
  return [
    {
      name: others.length === 0 ? labelled(device.name, endLabel(first)) : device.name,
      kind: others.length === 0 ? SymbolKind.Function : SymbolKind.Module,
      detail:
        detail ??
        (others.length === 0 ? '' : ends.length === 1 ? l10n.t('1 end') : l10n.t('{0} ends', ends.length)),
      uri: first.place.uri,
      range,
      selectionRange: rangeOf(first.place, document),
      data,
    },
  ];
}

/**
 * The ends that the view at a position belongs to, as one item for each device: a policy entry is one end, an interface or an IKE proposal
 * part of many.
 */
export function prepareCallHierarchy(
  snapshot: Snapshot,
  uri: string,
  position: Position,
): CallHierarchyItem[] {
  const ends = endsAt(snapshot, uri, position).map(({ end }) => end);
  const devices = new Set(ends.map(({ device }) => device));
  return [...devices].flatMap((each) =>
    itemOf(
      snapshot,
      ends.filter(({ device }) => device === each),
    ),
  );
}

/** The places in a file that say whom an end talks to; where it takes whoever comes, its own place. */
function callsFrom(snapshot: Snapshot, end: End): Range[] {
  const { uri } = end.place;
  const document = snapshot.file(uri)?.document;
  if (!document) return [];
  const named = end.remoteAddresses.filter(({ place }) => place.uri === uri);
  return (named.length > 0 ? named : [end]).map(({ place }) => rangeOf(place, document));
}

interface Talk {
  readonly own: End;
  readonly other: End;
  readonly verdict: string;
}

function talksOf(snapshot: Snapshot, { data }: CallHierarchyItem): Talk[] {
  if (!isStanding(data)) return [];
  const { byEnd } = analyseWorkspace(snapshot);
  return endsNamed(snapshot, data.ends).flatMap((own) =>
    (byEnd.get(own) ?? []).map((judgement) => ({
      own,
      other: otherEnd(judgement, own),
      verdict: verdictText(judgement.verdict, judgement.phase),
    })),
  );
}

/** The ends that an end talks to: the branches of a head office, the head office of a branch. */
export function outgoingCalls(snapshot: Snapshot, item: CallHierarchyItem): CallHierarchyOutgoingCall[] {
  return talksOf(snapshot, item).flatMap(({ own, other, verdict }) =>
    itemOf(snapshot, [other], verdict).map((to) => ({ to, fromRanges: callsFrom(snapshot, own) })),
  );
}

/** The ends that start negotiations with an end. */
export function incomingCalls(snapshot: Snapshot, item: CallHierarchyItem): CallHierarchyIncomingCall[] {
  return talksOf(snapshot, item)
    .filter(({ other }) => initiates(other))
    .flatMap(({ other, verdict }) =>
      itemOf(snapshot, [other], verdict).map((from) => ({ from, fromRanges: callsFrom(snapshot, other) })),
    );
}
