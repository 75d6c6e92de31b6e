import * as l10n from '@vscode/l10n';
import { algorithmById, type AlgorithmKind } from '../../commands/algorithms';
import type { IkeProposal, IpsecProposal, Named } from '../../model/device';
import { textOf, type Place, type Value } from '../../model/value';
import type { Tunnel } from '../../tunnels/pairing';
import type { Phase } from '../../tunnels/phase';
import { ikeOffer, phase1Of, type IkeField } from '../../tunnels/phase1';
import { ipsecOffer, phase2Of, type IpsecField } from '../../tunnels/phase2';
import type { Comparison } from '../../tunnels/proposals';
import { comparedSessions, type Session } from '../../tunnels/session';
import type { RuleDocumentation } from '../rule';
import type { AlgorithmView } from '../spelling';
import type { Difference, Side, TunnelReport, TunnelRule } from '../tunnelRule';
import { alignRepairs, type Setting } from './align';

/** What each side of a negotiation prints. */
interface Causes {
  readonly initiator: readonly string[];
  readonly responder: readonly string[];
}

interface FieldRule<F> {
  readonly id: string;
  readonly field: F;
  /** Absent for a field whose values are keywords: `tunnel`, `esp`. */
  readonly kind?: AlgorithmKind;
  /** The command that sets it. */
  readonly command: string;
  /** By IKE version. */
  readonly causes: Readonly<Record<1 | 2, Causes>>;
  readonly documentation: RuleDocumentation;
}

/** The proposals a field belongs to. */
interface ProposalView<P extends Named, F> {
  readonly phase: Phase;
  readonly view: AlgorithmView;
  /** `IKE proposal 10`. */
  readonly label: (proposal: P) => string;
  /** The command by which an end takes proposals. */
  readonly command: string;
  readonly value: (proposal: P, field: F) => Value<unknown> | undefined;
  readonly offer: (proposal: P, field: F) => readonly string[] | undefined;
  readonly compare: (tunnel: Tunnel, session: Session | undefined) => Comparison<P, F>;
  /** What devices print where the two meet in SM algorithms under IKEv2; the rule about one device underlines them. */
  readonly refusedCause: string;
}

const IKE: ProposalView<IkeProposal, IkeField> = {
  phase: 'phase1',
  view: 'ike',
  label: ({ name }) => l10n.t('IKE proposal {0}', name),
  command: 'ike-proposal',
  value: (proposal, field) => proposal[field],
  offer: ikeOffer,
  compare: (tunnel, session) => (session ? phase1Of(tunnel, session) : { agreement: 'agree' }),
  refusedCause: 'proposal mismatch or use sm in ikev2',
};

const IPSEC: ProposalView<IpsecProposal, IpsecField> = {
  phase: 'phase2',
  view: 'ipsec',
  label: ({ name }) => l10n.t('IPsec proposal {0}', name),
  command: 'proposal',
  value: (proposal, field) => proposal[field],
  offer: ipsecOffer,
  compare: (tunnel) => phase2Of(tunnel),
  refusedCause: 'ikev2 not support sm in ipsec proposal',
};

/** The values of a proposal as its device writes them; those of a default by their usual spelling. */
function valuesText<P extends Named, F>(proposal: P, rule: FieldRule<F>, view: ProposalView<P, F>): string {
  const ids = view.offer(proposal, rule.field) ?? [];
  if (ids.length === 0) return l10n.t('none');
  const place = view.value(proposal, rule.field)?.place;
  if (place) return textOf(place).trim();
  return ids.map((id) => (rule.kind && algorithmById(rule.kind, id)?.config[0]) ?? id).join(' ');
}

function differenceOf<P extends Named, F>(
  tunnel: Tunnel,
  proposals: readonly [P, P],
  sessions: readonly Session[],
  rule: FieldRule<F>,
  view: ProposalView<P, F>,
): Difference {
  const { ends } = tunnel;
  const placeOf = (at: 0 | 1): Place | undefined => view.value(proposals[at], rule.field)?.place;
  const side = (at: 0 | 1): Side => {
    const other = at === 0 ? 1 : 0;
    const [own, others] = [proposals[at], proposals[other]];
    const causes = (sessions.length > 0 ? sessions : []).flatMap(({ initiator, version }) =>
      initiator === at ? rule.causes[version].initiator : rule.causes[version].responder,
    );
    const [mine, yours] = [valuesText(own, rule, view), valuesText(others, rule, view)];
    const names = [ends[at].device.name, rule.command, mine, view.label(own)];
    return {
      place: placeOf(at) ?? own.place,
      value: l10n.t('{0}: {1} {2} in {3}', ...names),
      message: l10n.t(
        '{0} has {1} {2} in {3}, but {4} has {5} in {6}: nothing in common.',
        ...names,
        ends[other].device.name,
        yours,
        view.label(others),
      ),
      causes: [...new Set(causes)],
    };
  };
  const setting = (at: 0 | 1): Setting => {
    const place = placeOf(at);
    return {
      end: ends[at],
      object: proposals[at],
      label: view.label(proposals[at]),
      command: rule.command,
      view: view.view,
      values: view.offer(proposals[at], rule.field) ?? [],
      ...(rule.kind ? { kind: rule.kind } : {}),
      ...(place ? { place } : {}),
    };
  };
  return {
    sides: [side(0), side(1)],
    effect: 'fails',
    repairs: (documents) => alignRepairs(setting(0), setting(1), documents),
  };
}

function report<P extends Named, F>(
  tunnel: Tunnel,
  rule: FieldRule<F>,
  view: ProposalView<P, F>,
): TunnelReport {
  const { field, command } = rule;
  const sessions = comparedSessions(tunnel);
  // Manual policies have no session, and IPsec proposals all the same.
  const compared = sessions.length > 0 ? sessions : tunnel.ends[0].kind === 'manual' ? [undefined] : [];
  const all = compared.map((session) => ({ session, ...view.compare(tunnel, session) }));
  const failing = all.filter(
    ({ agreement, nearest }) => agreement === 'differ' && nearest?.fields.get(field) === 'differ',
  );
  const nearest = failing[0]?.nearest;
  const unverified = all.some(
    (each) => each.agreement === 'unknown' && each.nearest?.fields.get(field) === 'unknown',
  );
  // An excerpt may leave the proposals of an end out.
  const missing = all.some((each) => each.agreement === 'unknown' && !each.nearest);
  return {
    differences: nearest
      ? [
          differenceOf(
            tunnel,
            nearest.proposals,
            failing.flatMap(({ session }) => session ?? []),
            rule,
            view,
          ),
        ]
      : [],
    unverified: unverified ? [command] : missing ? [view.command] : [],
    ...(all.some(({ refused }) => refused) ? { blocked: [view.refusedCause] } : {}),
  };
}

function fieldRule<P extends Named, F>(rule: FieldRule<F>, view: ProposalView<P, F>): TunnelRule {
  const { id, documentation, causes } = rule;
  const all = [causes[1], causes[2]].flatMap(({ initiator, responder }) => [...initiator, ...responder]);
  return {
    id,
    severity: 'error',
    phase: view.phase,
    causes: [...new Set(all)],
    documentation,
    checkTunnel: (tunnel) => report(tunnel, rule, view),
  };
}

/** A rule about one field of the IKE proposals: both ends must offer a value in common (RFC 2409 §5, RFC 7296 §2.7). */
export function ikeFieldRule(rule: FieldRule<IkeField>): TunnelRule {
  return fieldRule(rule, IKE);
}

/** A rule about one field of the IPsec proposals (RFC 2409 §5.5, RFC 7296 §3.3). */
export function ipsecFieldRule(rule: FieldRule<IpsecField>): TunnelRule {
  return fieldRule(rule, IPSEC);
}
