import { causeByName } from '../causes/find';
import type { CauseDefinition } from '../causes/types';
import type { Moment } from '../display/moment';
import { explain, type Explanation, type Reason } from '../rules/failures/explanation';
import type { FailedTunnel, Failure, FailureContext } from '../rules/failures/failure';
import { causeContradicted } from '../rules/failures/causeContradicted';
import { causeExplained } from '../rules/failures/causeExplained';
import { causeOpen } from '../rules/failures/causeOpen';
import type { Judgement } from '../rules/judge';
import { tunnelId } from '../tunnels/pairing';
import { NO_PROJECT } from '../workspace/project';
import { defaultSettings, type Settings } from '../workspace/settings';
import { isAccepted } from '../workspace/suppressions';
import { originalOf } from '../workspace/deviceNames';
import { analyseWorkspace } from '../workspace/tunnels';
import type { Snapshot } from '../workspace/workspace';
import { answeredSteps, findingOf, type AnsweredStep, type StepFinding } from './steps';

/** What becomes of a cause: a device printed it, and the files say this of it; or no device has printed it yet, and the rules expect it. */
export type CauseState = Explanation['kind'] | 'predicted';

/** A cause of a problem. */
export interface ProblemCause {
  /** Stable over edits, within its problem. */
  readonly id: string;
  readonly state: CauseState;
  readonly cause: CauseDefinition;
  /** What was printed; for a predicted cause one that nobody has printed, as the device would that looks at the other end. */
  readonly failure: Failure;
  readonly count: number;
  readonly first: Moment | undefined;
  readonly last: Moment | undefined;
  readonly steps: readonly AnsweredStep[];
  /** What leads to the cause and answers none of the steps. */
  readonly reasons: readonly Reason[];
}

/** Something that is wrong: with a tunnel, or between a device and a peer of which no file knows more. */
export interface Problem {
  /** Stable over edits: the tunnel, or the device and the peer. */
  readonly id: string;
  /** Undefined where no file has both ends. */
  readonly judgement: Judgement | undefined;
  /** The device that printed something; for a tunnel its first end's. */
  readonly deviceName: string | undefined;
  readonly peer: string | undefined;
  /** In the order of time, those of which no time is known first. */
  readonly causes: readonly ProblemCause[];
  /** What stops the tunnel and that no step of a cause is about. */
  readonly differences: readonly StepFinding[];
}

const RULES = { explained: causeExplained, contradicted: causeContradicted, open: causeOpen } as const;

/** Whether somebody has turned off, or accepted, what a rule says of some places. */
function isSilenced(
  rule: { readonly id: string },
  uris: readonly string[],
  names: readonly string[],
  tunnel: string | undefined,
  { snapshot, settings }: Scope,
): boolean {
  return uris.every((uri) => {
    const project = snapshot.file(uri)?.project ?? NO_PROJECT;
    const set = project.rules[rule.id] ?? settings.rules[rule.id];
    return set === 'off' || isAccepted(project, rule.id, names, tunnel);
  });
}

interface Scope {
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  readonly context: FailureContext;
}

/** Whether a tunnel fails for a reason that nobody has turned off or accepted. */
function isProblem({ tunnel, verdict, differences }: Judgement, scope: Scope): boolean {
  if (verdict !== 'fails' && verdict !== 'fails-at-rekey') return false;
  const stopping = differences.filter(({ effect }) => effect !== 'none');
  if (stopping.length === 0) return true;
  const names = tunnel.ends.flatMap(({ device }) => [device.name, originalOf(device).name]);
  const isHeard = stopping.some(
    ({ rule, sides }) =>
      !isSilenced(
        rule,
        sides.map(({ place }) => place.uri),
        names,
        tunnelId(tunnel),
        scope,
      ),
  );
  return isHeard || tunnel.ends.some((end) => scope.context.findingsOf(end).some(({ stops }) => stops));
}

/** The tunnels that fail for a reason that nobody has turned off or accepted. */
export function failingTunnels(snapshot: Snapshot, settings: Settings): ReadonlySet<Judgement> {
  const { judgements, failures } = analyseWorkspace(snapshot);
  const scope: Scope = { snapshot, settings, context: failures.context };
  return new Set(judgements.filter((judgement) => isProblem(judgement, scope)));
}

/** Whether what a device printed is to be spoken of: not where it is turned off or accepted. */
function isHeard(failure: Failure, scope: Scope): boolean {
  const { kind } = explain(failure, scope.context);
  if (kind === 'normal') return true;
  const names = failure.deviceName === undefined ? [] : [failure.deviceName, originalOf(failure.device).name];
  const uris = [...new Set(failure.last.map(({ place }) => place.uri))];
  return !isSilenced(RULES[kind], uris, names, undefined, scope);
}

/** Of the tunnels that a failure may be about those that are meant; none where that is not clear. */
function meantBy({ cause, tunnels }: Failure): readonly FailedTunnel[] {
  const leading = tunnels.filter(({ judgement }) => judgement.causes.includes(cause.name));
  if (leading.length > 0) return leading;
  if (tunnels.length <= 1) return tunnels;
  const failing = tunnels.filter(({ judgement: { verdict } }) => verdict.startsWith('fails'));
  return failing.length === 1 ? failing : [];
}

/** A failure as one of its tunnels has it. */
function within(failure: Failure, tunnel: FailedTunnel): Failure {
  return failure.tunnels.length === 1 ? failure : { ...failure, tunnels: [tunnel], unpaired: [] };
}

function causeOf(failure: Failure, explanation: Explanation, context: FailureContext): ProblemCause {
  const { cause, deviceName, occasions } = failure;
  const steps = answeredSteps(failure, context);
  const said = new Set(steps.flatMap(({ findings }) => findings.map(({ message }) => message)));
  const moments = occasions.flatMap(({ moment }) => moment ?? []);
  return {
    id: `${deviceName ?? ''}/${cause.name}`,
    state: occasions.length === 0 ? 'predicted' : explanation.kind,
    cause,
    failure,
    count: occasions.length,
    first: moments[0],
    last: moments.at(-1),
    steps,
    reasons:
      explanation.kind === 'explained' ? explanation.reasons.filter(({ message }) => !said.has(message)) : [],
  };
}

/** What the rules expect a device to print, as if it had: the end of which they expect it, else the first one. */
function expected(judgement: Judgement, cause: CauseDefinition): Failure {
  const { ends } = judgement.tunnel;
  const prints = (at: 0 | 1): boolean =>
    judgement.differences.some(({ sides }) => sides[at].causes?.includes(cause.name) === true);
  const at = prints(1) && !prints(0) ? 1 : 0;
  const [own, other] = [ends[at], ends[at === 0 ? 1 : 0]];
  return {
    device: own.device,
    deviceName: own.device.name,
    peer: other.localAddresses[0]?.text ?? own.remoteAddresses[0]?.text,
    cause,
    occasions: [],
    last: [],
    tunnels: [{ judgement, at }],
    unpaired: [],
    others: [],
  };
}

/** The causes that the first failing step of a tunnel leads to. */
function predictedCauses({ causes, differences, phase }: Judgement): CauseDefinition[] {
  const first = differences.filter(
    (each) => each.effect !== 'none' && (each.phase ?? each.rule.phase) === phase,
  );
  const ofFirst = new Set(
    first.flatMap(({ rule, sides }) => sides.flatMap((side) => side.causes ?? rule.causes)),
  );
  const names = ofFirst.size > 0 ? causes.filter((each) => ofFirst.has(each)) : causes.slice(0, 1);
  return names.flatMap((name) => causeByName(name) ?? []);
}

function inOrder(causes: readonly ProblemCause[]): ProblemCause[] {
  const time = ({ first }: ProblemCause): number => first?.milliseconds ?? -Infinity;
  const end = ({ last }: ProblemCause): number => last?.milliseconds ?? -Infinity;
  return [...causes].sort((a, b) => {
    const [first, last] = [time(a) - time(b), end(a) - end(b)];
    return first !== 0 && !Number.isNaN(first) ? first : Number.isNaN(last) ? 0 : last;
  });
}

function problemOfTunnel(judgement: Judgement, printed: readonly Failure[], scope: Scope): Problem {
  const { context } = scope;
  const { tunnel, differences } = judgement;
  const known = printed.map((failure) => causeOf(failure, explain(failure, context), context));
  const isExplained = known.some(({ state }) => state === 'explained');
  const names = new Set(known.map(({ cause }) => cause.name));
  const fails = judgement.verdict === 'fails' || judgement.verdict === 'fails-at-rekey';
  const predicted =
    isExplained || !fails
      ? []
      : predictedCauses(judgement)
          .filter(({ name }) => !names.has(name))
          .map((cause) => {
            const failure = expected(judgement, cause);
            return causeOf(failure, explain(failure, context), context);
          });
  const causes = [...inOrder(known), ...predicted];
  const placed = new Set(
    causes.flatMap(({ steps, reasons }) => [
      ...steps.flatMap(({ findings }) =>
        findings.flatMap(({ values }) => values.map(({ message }) => message)),
      ),
      ...reasons.flatMap(({ related }) => related.map(({ message }) => message)),
    ]),
  );
  const rest = differences
    .filter(({ effect }) => effect !== 'none')
    .map((difference) => findingOf(difference, 0, context))
    .filter(({ values }) => !values.every(({ message }) => placed.has(message)));
  return {
    id: tunnelId(tunnel),
    judgement,
    deviceName: tunnel.ends[0].device.name,
    peer: undefined,
    causes,
    differences: rest,
  };
}

function add<K, T>(lists: Map<K, T[]>, key: K, value: T): void {
  const before = lists.get(key);
  if (before) before.push(value);
  else lists.set(key, [value]);
}

function build(scope: Scope): Problem[] {
  const { snapshot, context } = scope;
  const { judgements, failures } = analyseWorkspace(snapshot);
  const byTunnel = new Map<Judgement, Failure[]>();
  const byPeer = new Map<string, Failure[]>();
  for (const failure of failures.all.filter((each) => isHeard(each, scope))) {
    const tunnels = meantBy(failure);
    for (const tunnel of tunnels) add(byTunnel, tunnel.judgement, within(failure, tunnel));
    if (tunnels.length === 0) add(byPeer, `${failure.deviceName ?? '?'} → ${failure.peer ?? '?'}`, failure);
  }
  const isNormal = (failure: Failure): boolean => explain(failure, context).kind === 'normal';
  const ofTunnels = judgements
    .filter(
      (judgement) =>
        isProblem(judgement, scope) || byTunnel.get(judgement)?.some((each) => !isNormal(each)) === true,
    )
    .map((judgement) => problemOfTunnel(judgement, byTunnel.get(judgement) ?? [], scope));
  const ofPeers = [...byPeer]
    .filter(([, all]) => !all.every(isNormal))
    .map(([id, all]): Problem => ({
      id,
      judgement: undefined,
      deviceName: all[0]?.deviceName,
      peer: all[0]?.peer,
      causes: inOrder(all.map((failure) => causeOf(failure, explain(failure, context), context))),
      differences: [],
    }));
  return [...ofTunnels, ...ofPeers];
}

const known = new WeakMap<Snapshot, { readonly settings: Settings; readonly problems: readonly Problem[] }>();

/**
 * Everything that is wrong in a workspace, one problem for each tunnel that fails or of which a device printed a failure, and one for each
 * peer of a device of which no file knows more. Worked out once for each state of the files.
 */
export function problemsIn(snapshot: Snapshot, settings: Settings = defaultSettings): readonly Problem[] {
  const before = known.get(snapshot);
  if (before?.settings === settings) return before.problems;
  const { context } = analyseWorkspace(snapshot).failures;
  const problems = build({ snapshot, settings, context });
  known.set(snapshot, { settings, problems });
  return problems;
}
