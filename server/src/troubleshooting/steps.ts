import type { CauseStep } from '../causes/types';
import type { Place } from '../model/value';
import { isAnswered, neededCommands, outputOf, type NeededCommand } from '../rules/failures/commands';
import { deciders } from '../rules/failures/deciders';
import type { FailedTunnel, Failure, FailureContext } from '../rules/failures/failure';
import { lastPlaces } from '../rules/failures/wording';
import type { RuleDifference } from '../rules/judge';
import type { Repair, RuleBase } from '../rules/rule';
import { tunnelRules } from '../rules/tunnel';
import type { End } from '../tunnels/end';
import { commandsOf, isDisplay, linksOf, type Link } from './comparisons';

/**
 * How far a step is. `done`: what it asks for is in the files, and nothing about it is known to be wrong. `agrees`: both ends were compared
 * and fit. `differs`: they do not, or one of them has something that is wrong. `open`: more is needed, or a person.
 */
export type StepState = 'done' | 'agrees' | 'differs' | 'open';

/** One thing that is wrong, with everywhere it shows. */
export interface StepFinding {
  readonly message: string;
  /** Both values with both places; one where a device has something wrong that no other end has a part in. */
  readonly values: readonly { readonly place: Place; readonly message: string }[];
  readonly repairs?: () => readonly Repair[];
}

/** A step of a cause with what the files answer. */
export interface AnsweredStep {
  readonly step: CauseStep;
  /** Counted from 1, as the branches of the steps do. */
  readonly number: number;
  readonly state: StepState;
  /** Nothing here judges what was captured: a person has to read it. */
  readonly toRead: boolean;
  readonly findings: readonly StepFinding[];
  /** What was looked at and is as it should be. */
  readonly facts: readonly { readonly place: Place; readonly message: string }[];
  /** What would answer it. */
  readonly commands: readonly NeededCommand[];
  /** Where to look. */
  readonly places: readonly Place[];
}

const ofTunnels: ReadonlySet<RuleBase> = new Set(tunnelRules);

/** Outputs that say nothing besides what the rules know once they could compare. */
const READ_BY_RULES: ReadonlySet<string | undefined> = new Set([
  'ikeProposal',
  'ikePeer',
  'ikeUserTable',
  'ipsecProposal',
  'ipsecPolicy',
  'ipsecPolicyTemplate',
  'ipsecProfile',
  'ipsecInterfaceBrief',
  'ipsecGlobalConfig',
  'ikeGlobalConfig',
  'acl',
  'ipInterfaceBrief',
  'version',
]);

/** The finding that a difference is, its own end first. */
export function findingOf(
  { sides, repairs }: RuleDifference,
  at: 0 | 1,
  { documents }: FailureContext,
): StepFinding {
  const [own, other] = [sides[at], sides[at === 0 ? 1 : 0]];
  return {
    message: own.message,
    values: [
      { place: own.place, message: own.value },
      { place: other.place, message: other.value },
    ],
    ...(repairs ? { repairs: () => repairs(documents) } : {}),
  };
}

function endsOfFailure({ tunnels, unpaired }: Failure): readonly End[] {
  const ofTunnel = ({ judgement, at }: FailedTunnel): End[] => {
    const { ends } = judgement.tunnel;
    return [ends[at], ends[at === 0 ? 1 : 0]];
  };
  return [...new Set([...tunnels.flatMap(ofTunnel), ...unpaired])];
}

/** What the rules of a step found. */
function findingsOf(failure: Failure, links: readonly Link[], context: FailureContext): StepFinding[] {
  const rules = new Set(links.map(({ rule }) => rule.id));
  const ofBoth = failure.tunnels.flatMap(({ judgement, at }) =>
    judgement.differences
      .filter(({ rule }) => rules.has(rule.id))
      .map((difference) => findingOf(difference, at, context)),
  );
  const ofOne = endsOfFailure(failure).flatMap((end) =>
    context
      .findingsOf(end)
      .filter(({ rule }) => rules.has(rule.id))
      .map(({ message, place, related, repairs }): StepFinding => ({
        message: `${end.device.name}: ${message}`,
        values: [{ place, message: `${end.device.name}: ${message}` }, ...(related ?? [])],
        ...(repairs ? { repairs } : {}),
      })),
  );
  return [...ofBoth, ...ofOne];
}

/** Whether all rules of a step could look at all they look at. */
function isDecided({ tunnels, unpaired, device }: Failure, links: readonly Link[]): boolean {
  const compared = links.map(({ rule }) => rule).filter((rule) => ofTunnels.has(rule));
  if (compared.length > 0 && (tunnels.length === 0 || unpaired.length > 0)) return false;
  if (compared.length === 0) return device.whole;
  return tunnels.every(
    ({ judgement }) =>
      judgement.verdict !== 'unknown' &&
      tunnelRules.every((rule) => !compared.includes(rule) || !judgement.undecided.has(rule)),
  );
}

/** Where an end has what the commands of a step show. */
function placesOf(end: End, step: CauseStep): Place[] {
  const { ikeProposals, ipsecProposals, peer, acl, settings, place } = end;
  const places = commandsOf(step)
    .filter(isDisplay)
    .map(({ command }): Place | undefined => {
      switch (outputOf(command)) {
        case 'ikeProposal':
          return ikeProposals?.[0]?.place;
        case 'ipsecProposal':
          return ipsecProposals?.[0]?.place;
        case 'ikePeer':
          return peer?.place;
        case 'acl':
          return acl?.place;
        case 'ipsecPolicy':
        case 'ipsecPolicyTemplate':
        case 'ipsecProfile':
          return settings.place;
        default:
          return undefined;
      }
    });
  const known = places.flatMap((each) => each ?? []);
  return known.length > 0 ? known.slice(-1) : [place];
}

/** Where the answers that a step asks for stand in the files. */
function shownFor({ device }: Failure, step: CauseStep, { shownBy }: FailureContext): Place[] {
  const wanted = new Set(commandsOf(step).map(({ command }) => outputOf(command)));
  return shownBy(device).flatMap(({ uri, displayed: { name, output } }): Place[] => {
    const [line] = output.lines;
    if (!wanted.has(name) || !line) return [];
    const { item, line: at, start, end } = line.field(0, line.text.length);
    return [{ uri, item, line: at, start, end }];
  });
}

/** What the deciders say that read an output which a step asks for. */
function decisionsFor(failure: Failure, step: CauseStep, context: FailureContext) {
  const wanted = new Set(commandsOf(step).map(({ command }) => outputOf(command)));
  return deciders
    .filter(
      ({ causes, outputs }) =>
        causes.includes(failure.cause.name) && outputs.some((output) => wanted.has(output)),
    )
    .flatMap((decider) => decider.decide(failure, context));
}

/** Whether a command asks for something besides what the rules read. */
function asksForMore({ command }: NeededCommand): boolean {
  return !READ_BY_RULES.has(outputOf(command)) && !command.startsWith('display current-config');
}

/** The first answer to a step that is true. */
function stateOf(
  step: CauseStep,
  failure: Failure,
  context: FailureContext,
): Pick<AnsweredStep, 'state' | 'toRead' | 'findings' | 'facts' | 'commands'> {
  const links = linksOf(failure.cause, step);
  const decisions = decisionsFor(failure, step, context);
  const findings = [
    ...findingsOf(failure, links, context),
    ...decisions.flatMap(({ reason }): StepFinding[] =>
      reason
        ? [
            {
              message: reason.message,
              values: reason.related,
              ...(reason.repairs ? { repairs: reason.repairs } : {}),
            },
          ]
        : [],
    ),
  ];
  const facts = decisions.flatMap(({ fact }) => fact ?? []);
  const answer = { toRead: false, findings, facts, commands: [] };
  if (findings.length > 0) return { ...answer, state: 'differs' };
  const needed = neededCommands(failure, context, [step], true);
  if (links.length > 0) {
    if (!isDecided(failure, links)) return { ...answer, state: 'open', commands: needed };
    const more = needed.filter(asksForMore);
    if (more.length > 0) return { ...answer, state: 'open', commands: more };
    return { ...answer, state: links.some(({ rule }) => ofTunnels.has(rule)) ? 'agrees' : 'done' };
  }
  if (needed.length > 0) return { ...answer, state: 'open', commands: needed };
  if (facts.length > 0) return { ...answer, state: 'done' };
  const asked = commandsOf(step).filter(({ command }) => /^(?:display|ping) /.test(command));
  const isThere = asked.length > 0 && asked.every((each) => isKnown(each.command, failure, context));
  if (isThere) return { ...answer, state: 'done', toRead: true };
  return { ...answer, state: failure.cause.harmless === 'yes' && asked.length === 0 ? 'done' : 'open' };
}

/** A ping with an address that is not known cannot have been asked for, nor what only one view shows. */
function isKnown(command: string, { device }: Failure, context: FailureContext): boolean {
  const fixed = command.replace(/ <.*$/, '');
  if (!command.startsWith('ping ')) return fixed !== 'display this';
  return isAnswered('ping', device, context);
}

/** The steps of the cause of a failure, each with what the files answer. */
export function answeredSteps(failure: Failure, context: FailureContext): readonly AnsweredStep[] {
  const ends = endsOfFailure(failure);
  return failure.cause.steps.map((step, index): AnsweredStep => {
    const answer = stateOf(step, failure, context);
    const found = answer.findings.flatMap(({ values }) => values.map(({ place }) => place));
    const shown = found.length > 0 ? found : answer.facts.map(({ place }) => place);
    const captured = shown.length > 0 || !answer.toRead ? shown : shownFor(failure, step, context);
    const ofEnds = captured.length > 0 ? captured : ends.flatMap((end) => placesOf(end, step));
    const places = ofEnds.length > 0 ? ofEnds : lastPlaces(failure).slice(-1);
    return { step, number: index + 1, ...answer, places };
  });
}
