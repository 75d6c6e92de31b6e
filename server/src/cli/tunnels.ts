import * as l10n from '@vscode/l10n';
import { rangeOf } from '../features/positions';
import { PHASES, type Phase } from '../tunnels/phase';
import type { End, EndKind } from '../tunnels/end';
import { endId, tunnelId } from '../tunnels/pairing';
import type { Verdict } from '../rules/judge';
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
    device: device.name,
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

/** What a phase is called in a sentence. */
export function phaseName(phase: Phase): string {
  const names: Readonly<Record<Phase, string>> = {
    address: l10n.t('addresses'),
    version: l10n.t('IKE version'),
    phase1: l10n.t('phase 1'),
    identity: l10n.t('identity'),
    authentication: l10n.t('authentication'),
    flow: l10n.t('protected flows'),
    phase2: l10n.t('phase 2'),
    liveness: l10n.t('liveness'),
  };
  return names[phase];
}

/** A verdict in a few words: `fails in phase 1`. */
export function verdictText(verdict: Verdict, phase: Phase | null | undefined): string {
  const where = phase ? phaseName(phase) : PHASES[0];
  switch (verdict) {
    case 'ok':
      return l10n.t('ok');
    case 'fails':
      return l10n.t('fails: {0}', where);
    case 'fails-at-rekey':
      return l10n.t('comes up and fails at the first rekey: {0}', where);
    case 'unknown':
      return l10n.t('unknown');
  }
}

/** The tunnels as lines for a terminal. */
export function formatTunnels(tunnels: readonly ReportedTunnel[]): string {
  return tunnels
    .map(({ id, verdict, phase, causes, unverified, ends }) => {
      const lines = [`${id}: ${verdictText(verdict, phase)}`];
      if (ends[1].device === null) lines[0] = l10n.t('{0}: the other end is not among the files', id);
      if (causes.length > 0) lines.push(`  ${l10n.t('causes: {0}', causes.join(', '))}`);
      if (unverified.length > 0) lines.push(`  ${l10n.t('not compared: {0}', unverified.join(', '))}`);
      return `${lines.join('\n')}\n`;
    })
    .join('');
}
