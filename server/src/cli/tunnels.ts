import * as l10n from '@vscode/l10n';
import { rangeOf } from '../features/positions';
import { series } from '../l10n';
import { verdictText } from '../features/verdicts';
import type { Phase } from '../tunnels/phase';
import type { End, EndKind } from '../tunnels/end';
import { endId, tunnelId } from '../tunnels/pairing';
import type { Verdict } from '../rules/judge';
import { originalOf } from '../workspace/deviceNames';
import { analyseWorkspace } from '../workspace/tunnels';
import type { Snapshot } from '../workspace/workspace';

/** One end in the JSON report; all null for one that is in none of the files, of which only the address is known. */
export interface ReportedEnd {
  readonly device: string | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly kind: EndKind | null;
  readonly name: string | null;
  readonly sequence: number | null;
  readonly peer: string | null;
}

export interface ReportedTunnel {
  readonly id: string;
  readonly ends: readonly [ReportedEnd, ReportedEnd];
  readonly verdict: Verdict;
  readonly phase: Phase | null;
  readonly causes: readonly string[];
  readonly unverified: readonly string[];
}

function reportEnd(end: End, snapshot: Snapshot, pathOf: (uri: string) => string): ReportedEnd {
  const { device, place, kind, name, sequence, peer } = end;
  const document = snapshot.file(place.uri)?.document;
  return {
    device: originalOf(device).name,
    file: pathOf(place.uri),
    line: document ? rangeOf(place, document).start.line : null,
    kind,
    name,
    sequence: sequence ?? null,
    peer: peer?.name ?? end.settings.ikePeer?.value ?? null,
  };
}

function absent(remote: string | undefined): ReportedEnd {
  const nothing = { device: null, file: null, line: null, kind: null, name: null, sequence: null };
  return { ...nothing, peer: remote ?? null };
}

/** Every tunnel of a workspace: the pairs with what becomes of them, then the ends whose partner is in none of the files. */
export function reportTunnels(snapshot: Snapshot, pathOf: (uri: string) => string): ReportedTunnel[] {
  const { judgements, unpaired } = analyseWorkspace(snapshot);
  const pairs = judgements.map(({ tunnel, verdict, phase, causes, unverified }): ReportedTunnel => {
    const [a, b] = tunnel.ends;
    return {
      id: tunnelId(tunnel),
      ends: [reportEnd(a, snapshot, pathOf), reportEnd(b, snapshot, pathOf)],
      verdict,
      phase: phase ?? null,
      causes,
      unverified,
    };
  });
  const others = unpaired.map(({ end, remote }): ReportedTunnel => ({
    id: `${endId(end)} ↔ ${remote ?? '?'}`,
    ends: [reportEnd(end, snapshot, pathOf), absent(remote)],
    verdict: 'unknown',
    phase: null,
    causes: [],
    unverified: [],
  }));
  const all = [...pairs, ...others];
  return all.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** The tunnels as lines for a terminal. */
export function formatTunnels(tunnels: readonly ReportedTunnel[]): string {
  return tunnels
    .map(({ id, verdict, phase, causes, unverified, ends }) => {
      const lines = [`${id}: ${verdictText(verdict, phase)}`];
      if (ends[1].device === null) lines[0] = l10n.t('{0}: the other end is not among the files', id);
      if (causes.length > 0) lines.push(`  ${l10n.t('causes: {0}', series(causes))}`);
      if (unverified.length > 0) lines.push(`  ${l10n.t('not compared: {0}', series(unverified))}`);
      return `${lines.join('\n')}\n`;
    })
    .join('');
}
