import * as l10n from '@vscode/l10n';
import type { Location } from 'vscode-languageserver-types';
import { joinSentences, labelled, localize, series } from '../l10n';
import type { Place } from '../model/value';
import type { EvidenceScript, ProblemNode, Reportable } from '../protocol';
import type { NeededCommand } from '../rules/failures/commands';
import { lastPlaces, occasionsText } from '../rules/failures/wording';
import type { CauseStep } from '../causes/types';
import { tunnelId } from '../tunnels/pairing';
import { evidenceScripts } from '../troubleshooting/evidence';
import { problemsIn, type Problem, type ProblemCause } from '../troubleshooting/problems';
import type { AnsweredStep, StepFinding } from '../troubleshooting/steps';
import type { Settings } from '../workspace/settings';
import { analyseWorkspace } from '../workspace/tunnels';
import type { Snapshot } from '../workspace/workspace';
import { rangeOf } from './positions';
import { tunnelTitle } from './verdicts';

/** What a problem is called: the tunnel with its verdict, or who has trouble with whom. */
export function problemTitle({ judgement, deviceName, peer }: Problem): string {
  if (judgement) return tunnelTitle(judgement);
  const own = deviceName ?? l10n.t('a device without a name');
  return peer === undefined ? own : l10n.t('{0} ↔ {1}: the files do not show the tunnel', own, peer);
}

/** What the files say of a cause, in a few words. */
export function causeStateText({ state }: ProblemCause): string {
  switch (state) {
    case 'explained':
      return l10n.t('explained');
    case 'contradicted':
      return l10n.t('nothing leads to it now');
    case 'open':
      return l10n.t('not decided');
    case 'normal':
      return l10n.t('normal operation');
    case 'predicted':
      return l10n.t('expected, not printed yet');
  }
}

/** How far a step is, in a few words. */
export function stepStateText({ state, toRead }: AnsweredStep): string {
  switch (state) {
    case 'done':
      return toRead ? l10n.t('captured, to be read') : l10n.t('done');
    case 'agrees':
      return l10n.t('agrees');
    case 'differs':
      return l10n.t('differs');
    case 'open':
      return l10n.t('open');
  }
}

/** Where a command is to be run. */
export function whereText({ device, address }: Pick<NeededCommand, 'device' | 'address'>): string {
  if (device !== undefined) return device;
  return address === undefined ? l10n.t('the device') : l10n.t('the device at {0}', address);
}

/** Text that Markdown shows as it is written. An underscore within a word, as names of devices have it, means nothing there. */
export function plain(text: string): string {
  return text.replace(/[\\`*[\]<>|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&');
}

/** The answers that a step can have and where each leads. */
export function branchLines({ branches }: CauseStep): string[] {
  return branches.map(({ when, advice, commands, next }) => {
    const parts = [
      advice && localize(advice),
      series((commands ?? []).map(({ command }) => `\`${command}\``)),
      typeof next === 'number' ? l10n.t('go on with step {0}', next) : '',
      next === 'support' ? l10n.t('ask the vendor’s support') : '',
    ];
    const then = joinSentences(parts.flatMap((part) => (part === undefined || part === '' ? [] : part)));
    return then === '' ? localize(when) : labelled(localize(when), then);
  });
}

/** Makes the nodes of one state of the files. */
class Nodes {
  constructor(private readonly snapshot: Snapshot) {}

  private location(places: readonly Place[]): { location?: Location } {
    for (const place of places) {
      const file = this.snapshot.file(place.uri);
      if (file) return { location: { uri: place.uri, range: rangeOf(place, file.document) } };
    }
    return {};
  }

  private finding(id: string, { message, values }: StepFinding): ProblemNode {
    return {
      id,
      kind: 'finding',
      state: 'differs',
      label: message,
      tooltip: plain(message),
      ...this.location(values.map(({ place }) => place)),
      children: values.map((value, at) => this.value(`${id}/${at}`, value, message)),
    };
  }

  private value(id: string, { place, message }: StepFinding['values'][number], tooltip: string): ProblemNode {
    return { id, kind: 'value', label: message, tooltip: plain(tooltip), ...this.location([place]) };
  }

  private step(id: string, answered: AnsweredStep): ProblemNode {
    const { step, number, state, findings, facts, note, commands, places } = answered;
    const check = localize(step.check);
    const [only] = findings;
    return {
      id,
      kind: 'step',
      state,
      label: l10n.t('{0}. {1}', number, check),
      description: stepStateText(answered),
      tooltip: [
        l10n.t('**Step {0}: {1}**', number, stepStateText(answered)),
        check,
        ...findings.map(({ message }) => plain(message)),
        ...facts.map(({ message }) => plain(message)),
        ...(note === undefined ? [] : [plain(note)]),
        branchLines(step)
          .map((line) => `- ${line}`)
          .join('\n'),
      ].join('\n\n'),
      ...this.location(places),
      children: [
        // The values of one finding stand right below the step that asks for them.
        ...(only && findings.length === 1
          ? only.values.map((value, at) => this.value(`${id}/value/${at}`, value, only.message))
          : findings.map((finding, at) => this.finding(`${id}/finding/${at}`, finding))),
        ...facts.map((fact, at) => this.value(`${id}/fact/${at}`, fact, fact.message)),
        ...(note === undefined || !places[0]
          ? []
          : [this.value(`${id}/note`, { place: places[0], message: note }, note)]),
        ...commands.map((needed) => this.command(`${id}/${whereText(needed)}/${needed.command}`, needed)),
      ],
    };
  }

  private command(id: string, needed: NeededCommand): ProblemNode {
    const where = whereText(needed);
    return {
      id,
      kind: 'command',
      state: 'open',
      label: needed.command,
      description: l10n.t('on {0}', where),
      tooltip: l10n.t('Run on {0}: `{1}`', plain(where), needed.command),
      command: needed.command,
    };
  }

  cause(problem: string, cause: ProblemCause): ProblemNode {
    const { cause: definition, failure, state, steps, reasons } = cause;
    const id = `${problem}/${cause.id}`;
    const when = occasionsText(failure.occasions);
    const who = failure.deviceName;
    const said =
      who === undefined
        ? causeStateText(cause)
        : state === 'predicted'
          ? l10n.t('{0} would print it', who)
          : l10n.t('{0} printed it: {1}', who, causeStateText(cause));
    return {
      id,
      kind: 'cause',
      state,
      label: definition.name,
      description: [said, when].filter((each) => each !== '').join(' · '),
      tooltip: [`**${definition.name}**`, plain(said), when, localize(definition.meaning)]
        .filter((each) => each !== '')
        .join('\n\n'),
      ...this.location([
        ...lastPlaces(failure).slice(-1),
        ...steps.flatMap(({ state: found, places }) => (found === 'differs' ? places : [])),
      ]),
      children: [
        ...reasons.map(({ message, related }, at) =>
          this.finding(`${id}/reason/${at}`, { message, values: related }),
        ),
        ...steps.map((step) => this.step(`${id}/${step.number}`, step)),
      ],
    };
  }

  problem(problem: Problem): ProblemNode {
    const { id, judgement, causes } = problem;
    const title = problemTitle(problem);
    const open = new Set(
      causes.flatMap(({ steps }) =>
        steps.flatMap(({ commands }) => commands.map((each) => `${whereText(each)} ${each.command}`)),
      ),
    ).size;
    const printed = causes.filter(({ state }) => state !== 'predicted');
    const summary = printed.map(
      ({ cause, failure }) => `- \`${cause.name}\` ${occasionsText(failure.occasions)}`,
    );
    return {
      id,
      kind: 'problem',
      state: judgement?.verdict ?? 'unknown',
      label: title,
      description:
        open === 0 ? '' : open === 1 ? l10n.t('1 command to run') : l10n.t('{0} commands to run', open),
      tooltip: [`**${plain(title)}**`, summary.join('\n')].filter((each) => each !== '').join('\n\n'),
      ...(judgement ? { tunnel: tunnelId(judgement.tunnel) } : {}),
      ...(judgement
        ? this.location([judgement.tunnel.ends[0].place])
        : this.location(causes.flatMap(({ failure }) => lastPlaces(failure)).slice(-1))),
    };
  }

  below(problem: Problem): ProblemNode[] {
    const { id, causes, differences } = problem;
    return [
      ...differences.map((difference, at) => this.finding(`${id}/difference/${at}`, difference)),
      ...causes.map((cause) => this.cause(id, cause)),
    ];
  }
}

/** The problems of a workspace, without what stands below them. */
export function problems(snapshot: Snapshot, settings: Settings): ProblemNode[] {
  const nodes = new Nodes(snapshot);
  return problemsIn(snapshot, settings).map((problem) => nodes.problem(problem));
}

/** Everything below one problem: its causes, their steps, what each step found or needs. Empty where it is none any more. */
export function problemDetails(snapshot: Snapshot, id: string, settings: Settings): ProblemNode[] {
  const nodes = new Nodes(snapshot);
  const problem = problemsIn(snapshot, settings).find((each) => each.id === id);
  return problem ? nodes.below(problem) : [];
}

/** Everything a report can be made of: the problems, then the tunnels that are well. */
export function reportable(snapshot: Snapshot, settings: Settings): Reportable[] {
  const found = problemsIn(snapshot, settings).map((each) => ({ id: each.id, title: problemTitle(each) }));
  const ids = new Set(found.map(({ id }) => id));
  const others = analyseWorkspace(snapshot).judgements.map((judgement) => ({
    id: tunnelId(judgement.tunnel),
    title: tunnelTitle(judgement),
  }));
  return [...found, ...others.filter(({ id }) => !ids.has(id))];
}

/** What is still to be captured, a script for each device; `problem` for one problem alone. */
export function evidence(snapshot: Snapshot, settings: Settings, problem?: string): EvidenceScript[] {
  return evidenceScripts(snapshot, settings, problem).map(({ device, address, commands, text }) => ({
    title: whereText({ device, ...(address === undefined ? {} : { address }) }),
    count: commands.length,
    text,
  }));
}
