import type { CauseStep, StepCommand } from '../causes/types';
import type { Place } from '../model/value';
import * as l10n from '@vscode/l10n';
import {
  isAboutCertificates,
  isAnswered,
  neededCommands,
  outputOf,
  type NeededCommand,
} from '../rules/failures/commands';
import { deciders } from '../rules/failures/deciders';
import type { FailedTunnel, Failure, FailureContext } from '../rules/failures/failure';
import { lastPlaces } from '../rules/failures/wording';
import type { RuleDifference } from '../rules/judge';
import type { Repair } from '../rules/rule';
import { tunnelRules } from '../rules/tunnel';
import type { TunnelRule } from '../rules/tunnelRule';
import type { End } from '../tunnels/end';
import { commandsOf, isDisplay, linksOf, type Link } from './comparisons';
import { labelled, series } from '../l10n';

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
  /** Why it is done although nothing was looked at, or open although nothing is to be run. */
  readonly note?: string;
  /** What would answer it. */
  readonly commands: readonly NeededCommand[];
  /** Where to look. */
  readonly places: readonly Place[];
}

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
        message: labelled(end.device.name, message),
        values: [{ place, message: labelled(end.device.name, message) }, ...(related ?? [])],
        ...(repairs ? { repairs } : {}),
      })),
  );
  return [...ofBoth, ...ofOne];
}

/** The rules of a step about two ends. */
function comparing(links: readonly Link[]): TunnelRule[] {
  const rules = new Set(links.map(({ rule }) => rule));
  return tunnelRules.filter((rule) => rules.has(rule));
}

/** Whether all rules of a step could look at all they look at. */
function isDecided(failure: Failure, links: readonly Link[]): boolean {
  const { tunnels, unpaired, device } = failure;
  const rules = comparing(links);
  if (rules.length > 0) {
    if (tunnels.length === 0 || unpaired.length > 0) return false;
    return tunnels.every(
      ({ judgement }) =>
        judgement.verdict !== 'unknown' && rules.every((rule) => !judgement.undecided.has(rule)),
    );
  }
  if (links.every(({ command }) => command.end === 'this end')) return device.whole;
  return tunnels.length > 0 && endsOfFailure(failure).every((end) => end.device.whole);
}

/** What could not be compared although nothing is left to be captured: ciphered keys, defaults that depend on the release. */
function notCompared({ tunnels }: Failure, links: readonly Link[]): string | undefined {
  const names = tunnels.flatMap(({ judgement }) =>
    comparing(links)
      .filter((rule) => judgement.undecided.has(rule))
      .flatMap((rule) => rule.checkTunnel(judgement.tunnel).unverified ?? []),
  );
  return names.length > 0 ? l10n.t('Not compared: {0}.', series([...new Set(names)])) : undefined;
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

/** Whether the files have an answer to everything that a step asks to be run, whatever it says. */
function isThere(asked: readonly StepCommand[], failure: Failure, context: FailureContext): boolean {
  const devices = [failure.device, ...endsOfFailure(failure).map(({ device }) => device)];
  return asked.every(({ command }) => {
    const words = command.startsWith('ping ') ? 'ping' : command.replace(/ <.*$/, '');
    return devices.some((device) => isAnswered(words, device, context));
  });
}

type Answer = Omit<AnsweredStep, 'step' | 'number' | 'places'>;

/** The answer to a step that nothing is known to be wrong about. */
function withoutFindings(
  step: CauseStep,
  failure: Failure,
  links: readonly Link[],
  hasFacts: boolean,
  context: FailureContext,
): Pick<Answer, 'state' | 'toRead' | 'note' | 'commands'> {
  const answer = { toRead: false, commands: [] };
  const needed = neededCommands(failure, context, [step], true);
  if (links.length > 0 && isDecided(failure, links)) {
    const commands = needed.filter(asksForMore);
    if (commands.length > 0) return { ...answer, state: 'open', commands };
    if (comparing(links).length > 0) return { ...answer, state: 'agrees' };
    // Rules that do not predict the cause may miss what the step asks for.
    return {
      ...answer,
      state: 'done',
      toRead: links.every(({ rule }) => !rule.causes.includes(failure.cause.name)),
    };
  }
  if (needed.length > 0) return { ...answer, state: 'open', commands: needed };
  if (comparing(links).length > 0) {
    const note = notCompared(failure, links);
    return { ...answer, state: 'open', ...(note === undefined ? {} : { note }) };
  }
  if (hasFacts) return { ...answer, state: 'done' };
  const asked = commandsOf(step).filter(({ command }) => /^(?:display|ping) /.test(command));
  if (asked.length === 0) return { ...answer, state: failure.cause.harmless === 'yes' ? 'done' : 'open' };
  // What is about certificates and not needed although it is not there does not matter to these ends.
  const others = asked.filter(
    (each) => isThere([each], failure, context) || !isAboutCertificates(each.command),
  );
  if (others.length === 0)
    return { ...answer, state: 'done', note: l10n.t('The ends use keys, not certificates.') };
  return isThere(others, failure, context)
    ? { ...answer, state: 'done', toRead: true }
    : { ...answer, state: 'open' };
}

/** The first answer to a step that is true. */
function answerOf(step: CauseStep, failure: Failure, context: FailureContext): Answer {
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
  if (findings.length > 0) return { state: 'differs', toRead: false, findings, facts, commands: [] };
  return { findings, facts, ...withoutFindings(step, failure, links, facts.length > 0, context) };
}

/** The steps of the cause of a failure, each with what the files answer. */
export function answeredSteps(failure: Failure, context: FailureContext): readonly AnsweredStep[] {
  const ends = endsOfFailure(failure);
  return failure.cause.steps.map((step, index): AnsweredStep => {
    const answer = answerOf(step, failure, context);
    const found = answer.findings.flatMap(({ values }) => values.map(({ place }) => place));
    const shown = found.length > 0 ? found : answer.facts.map(({ place }) => place);
    const captured = shown.length > 0 || !answer.toRead ? shown : shownFor(failure, step, context);
    const ofEnds = captured.length > 0 ? captured : ends.flatMap((end) => placesOf(end, step));
    const places = ofEnds.length > 0 ? ofEnds : lastPlaces(failure).slice(-1);
    return { step, number: index + 1, ...answer, places };
  });
}
