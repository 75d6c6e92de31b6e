import * as l10n from '@vscode/l10n';
import { algorithmById, type AlgorithmKind } from '../../commands/algorithms';
import type { IkeProposal } from '../../model/device';
import { textOf } from '../../model/value';
import type { End } from '../../tunnels/end';
import type { Tunnel } from '../../tunnels/pairing';
import { answeredSessions, type Session } from '../../tunnels/session';
import { offer, phase1Of, type IkeField, type IkeProposalPair } from '../../tunnels/phase1';
import type { RuleDocumentation } from '../rule';
import type { Difference, Side, TunnelReport, TunnelRule } from '../tunnelRule';
import { alignRepairs, type Setting } from './align';

interface FieldRule {
  readonly id: string;
  readonly field: IkeField;
  readonly kind: AlgorithmKind;
  /** The command that sets it. */
  readonly command: string;
  /** What the initiator and what the responder prints, by IKE version. */
  readonly causes: Readonly<
    Record<1 | 2, { readonly initiator: readonly string[]; readonly responder: readonly string[] }>
  >;
  readonly documentation: RuleDocumentation;
}

/** The values of a proposal as its device writes them; those of a default by their usual spelling. */
function textOfField(proposal: IkeProposal, { field, kind }: FieldRule): string {
  const place = proposal[field]?.place;
  if (place) return textOf(place).trim();
  return (offer(proposal, field) ?? []).map((id) => algorithmById(kind, id)?.config[0] ?? id).join(' ');
}

function settingOf(end: End, proposal: IkeProposal, rule: FieldRule): Setting {
  const place = proposal[rule.field]?.place;
  return {
    end,
    object: proposal,
    label: l10n.t('IKE proposal {0}', proposal.name),
    command: rule.command,
    kind: rule.kind,
    view: 'ike',
    values: offer(proposal, rule.field) ?? [],
    ...(place ? { place } : {}),
  };
}

/** The sessions that fail by a field, and the proposals in which it shows. */
function failing(
  tunnel: Tunnel,
  { field }: FieldRule,
): { pair: IkeProposalPair; sessions: Session[] } | undefined {
  const sessions = answeredSessions(tunnel).filter((session) => {
    const { agreement, nearest } = phase1Of(tunnel, session);
    return agreement === 'differ' && nearest?.fields.get(field) === 'differ';
  });
  const [first] = sessions;
  const pair = first && phase1Of(tunnel, first).nearest;
  return pair && { pair, sessions };
}

function report(tunnel: Tunnel, rule: FieldRule): TunnelReport {
  const found = failing(tunnel, rule);
  const unverified = answeredSessions(tunnel).some((session) => {
    const { agreement, nearest } = phase1Of(tunnel, session);
    return agreement === 'unknown' && (nearest?.fields.get(rule.field) ?? 'unknown') === 'unknown';
  });
  return {
    differences: found ? [difference(tunnel, rule, found.pair, found.sessions)] : [],
    unverified: unverified ? [rule.command] : [],
  };
}

function difference(
  tunnel: Tunnel,
  rule: FieldRule,
  { proposals }: IkeProposalPair,
  sessions: readonly Session[],
): Difference {
  const [a, b] = tunnel.ends;
  const side = (at: 0 | 1): Side => {
    const [own, other] = at === 0 ? [a, b] : [b, a];
    const [mine, yours] = at === 0 ? proposals : [proposals[1], proposals[0]];
    const causes = sessions.flatMap(({ initiator, version }) =>
      initiator === at ? rule.causes[version].initiator : rule.causes[version].responder,
    );
    const value = `${rule.command} ${textOfField(mine, rule)}`;
    return {
      place: mine[rule.field]?.place ?? mine.place,
      value: l10n.t('{0}: {1} in IKE proposal {2}', own.device.name, value, mine.name),
      message: l10n.t(
        '{0} offers {1} in IKE proposal {2}, but {3} offers {4} in IKE proposal {5}: nothing in common, so phase 1 fails.',
        own.device.name,
        textOfField(mine, rule),
        mine.name,
        other.device.name,
        textOfField(yours, rule),
        yours.name,
      ),
      causes: [...new Set(causes)],
    };
  };
  return {
    sides: [side(0), side(1)],
    effect: 'fails',
    repairs: (documents) =>
      alignRepairs(settingOf(a, proposals[0], rule), settingOf(b, proposals[1], rule), documents),
  };
}

/** A rule about one field of the IKE proposals: both ends must offer a value in common (RFC 2409 §5, RFC 7296 §2.7). */
export function ikeFieldRule(rule: FieldRule): TunnelRule {
  const { id, documentation, causes } = rule;
  const all = [causes[1], causes[2]].flatMap(({ initiator, responder }) => [...initiator, ...responder]);
  return {
    id,
    severity: 'error',
    phase: 'phase1',
    causes: [...new Set(all)],
    documentation,
    checkTunnel: (tunnel) => report(tunnel, rule),
  };
}
