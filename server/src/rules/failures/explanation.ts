import type { Judgement, RuleDifference } from '../judge';
import type { Place } from '../../model/value';
import type { Repair, Severity } from '../rule';
import type { End } from '../../tunnels/end';
import { tunnelRules } from '../tunnel';
import type { TunnelRule } from '../tunnelRule';
import { deciders } from './deciders';
import type { FailedTunnel, Failure, FailureContext } from './failure';
import { labelled } from '../../l10n';

/** One thing in the files that makes a device give a cause. */
export interface Reason {
  /** What is wrong, with both values. */
  readonly message: string;
  readonly severity: Severity;
  /** Where: on the device that failed first, then on the other one. */
  readonly related: readonly { readonly place: Place; readonly message: string }[];
  readonly repairs?: () => readonly Repair[];
}

/** What the files say of a failure. */
export type Explanation =
  | { readonly kind: 'explained'; readonly reasons: readonly Reason[] }
  /** All that leads to the cause was looked at and fits; `besides` are the tunnels that something else stops. */
  | { readonly kind: 'contradicted'; readonly facts: readonly Fact[]; readonly besides: readonly Judgement[] }
  /** Too little is known; `unverified` says what of the tunnels could not be compared. */
  | { readonly kind: 'open'; readonly facts: readonly Fact[]; readonly unverified: readonly string[] }
  /** It belongs to the normal operation of a device. */
  | { readonly kind: 'normal' };

/** Something that was looked at and does not lead to the cause. */
export interface Fact {
  readonly message: string;
  readonly place: Place;
}

/** The rules about tunnels that predict each cause. */
const predictors = new Map<string, TunnelRule[]>();
for (const rule of tunnelRules)
  for (const cause of rule.causes) predictors.set(cause, [...(predictors.get(cause) ?? []), rule]);

/** The rules about tunnels whose findings lead to a cause. */
export function predictorsOf(cause: string): readonly TunnelRule[] {
  return predictors.get(cause) ?? [];
}

/**
 * Whether a device can print a cause because of a difference. What each end is expected to print depends on who starts the negotiation and
 * on the IKE version; a device that prints another cause of the same rule speaks of it all the same.
 */
function leadsTo(cause: string, { rule, sides }: RuleDifference): boolean {
  return rule.causes.includes(cause) || sides.some((side) => side.causes?.includes(cause));
}

function reasonOf(
  { rule, sides, severity, repairs }: RuleDifference,
  at: 0 | 1,
  context: FailureContext,
): Reason {
  const own = sides[at];
  const other = sides[at === 0 ? 1 : 0];
  return {
    message: own.message,
    severity: severity ?? rule.severity,
    related: [
      { place: own.place, message: own.value },
      { place: other.place, message: other.value },
    ],
    ...(repairs ? { repairs: () => repairs(context.documents) } : {}),
  };
}

const COUNTS: ReadonlySet<Severity> = new Set(['error', 'warning']);

/** What a tunnel has that leads to a cause: differences of its ends, then what is wrong with one of them alone. */
function reasonsIn({ judgement, at }: FailedTunnel, cause: string, context: FailureContext): Reason[] {
  const ofBoth = judgement.differences
    .filter((difference) => leadsTo(cause, difference))
    .map((difference) => reasonOf(difference, at, context));
  const { ends } = judgement.tunnel;
  const own = ends[at];
  const other = ends[at === 0 ? 1 : 0];
  return [...ofBoth, ...[own, other].flatMap((end) => reasonsWithin(end, cause, context))];
}

/** What is wrong with one end whatever the other one says. */
function reasonsWithin(end: End, cause: string, context: FailureContext): Reason[] {
  return context
    .findingsOf(end)
    .filter(({ rule, causes, severity, stops }) => {
      // A recommendation, such as to use PFS, explains nothing.
      const counts = stops !== undefined || COUNTS.has(severity ?? rule.severity);
      return counts && (causes ?? rule.causes).includes(cause);
    })
    .map(({ rule, message, place, severity, related, repairs }) => ({
      message: labelled(end.device.name, message),
      severity: severity ?? rule.severity,
      related: [{ place, message: labelled(end.device.name, message) }, ...(related ?? [])],
      ...(repairs ? { repairs } : {}),
    }));
}

/** Each reason once: several tunnels with one peer have the same proposals. */
function distinct(reasons: readonly Reason[]): Reason[] {
  const seen = new Set<string>();
  return reasons.filter(({ message }) => !seen.has(message) && seen.add(message));
}

/** Whether everything of a tunnel was compared that leads to a cause. */
function isCompared({ judgement }: FailedTunnel, rules: readonly TunnelRule[]): boolean {
  return judgement.verdict !== 'unknown' && !rules.some((rule) => judgement.undecided.has(rule));
}

const explanations = new WeakMap<Failure, Explanation>();

/** What the files say of a failure: the reason, that there is none any more, or that more must be captured. Worked out once. */
export function explain(failure: Failure, context: FailureContext): Explanation {
  let explanation = explanations.get(failure);
  if (!explanation) {
    explanation = decide(failure, context);
    explanations.set(failure, explanation);
  }
  return explanation;
}

function decide(failure: Failure, context: FailureContext): Explanation {
  const { cause, tunnels, unpaired } = failure;
  const decisions = deciders
    .filter(({ causes }) => causes.includes(cause.name))
    .flatMap((decider) => decider.decide(failure, context));
  const reasons = distinct([
    ...tunnels.flatMap((tunnel) => reasonsIn(tunnel, cause.name, context)),
    ...unpaired.flatMap((end) => reasonsWithin(end, cause.name, context)),
    ...decisions.flatMap(({ reason }) => reason ?? []),
  ]);
  if (reasons.length > 0) return { kind: 'explained', reasons };
  if (cause.harmless === 'yes') return { kind: 'normal' };
  const facts = decisions.flatMap(({ fact }) => fact ?? []);
  const rules = predictorsOf(cause.name);
  const isDecided = rules.length > 0 && tunnels.length > 0 && unpaired.length === 0;
  if (isDecided && tunnels.every((tunnel) => isCompared(tunnel, rules))) {
    const judgements = tunnels.map(({ judgement }) => judgement);
    return { kind: 'contradicted', facts, besides: judgements.filter(({ verdict }) => verdict !== 'ok') };
  }
  const unverified = tunnels.flatMap(({ judgement }) => judgement.unverified);
  return { kind: 'open', facts, unverified: [...new Set(unverified)] };
}
