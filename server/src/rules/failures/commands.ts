import type { CauseStep, StepCommand } from '../../causes/types';
import { outputKinds, type OutputName } from '../../display';
import type { Device } from '../../model/device';
import { endsOf, type End } from '../../tunnels/end';
import type { Failure, FailureContext } from './failure';

/** A command to run on a device, so that what it prints decides. */
export interface NeededCommand {
  /** The device by its name; undefined for one of which nothing is known but its address. */
  readonly device: string | undefined;
  /** The address of a device without a name. */
  readonly address?: string;
  readonly command: string;
}

/** The outputs that say nothing but what a whole configuration says as well. */
const CONFIGURED: ReadonlySet<OutputName> = new Set([
  'ikeProposal',
  'ikePeer',
  'ikeGlobalConfig',
  'ikeUserTable',
  'ipsecProposal',
  'ipsecPolicy',
  'ipsecPolicyTemplate',
  'ipsecProfile',
  'ipsecGlobalConfig',
  'ipsecInterfaceBrief',
  'acl',
]);

const KINDS = (Object.entries(outputKinds) as [OutputName, { readonly command: string }][]).sort(
  ([, a], [, b]) => b.command.length - a.command.length,
);

/** The output that a command asks for, where it is one that is understood. */
export function outputOf(command: string): OutputName | undefined {
  return KINDS.find(([, kind]) => command === kind.command || command.startsWith(`${kind.command} `))?.[0];
}

/** One side of a failure: what is known of the device, and which of its ends it is about. */
interface Side {
  readonly device: Device | undefined;
  readonly name: string | undefined;
  readonly address: string | undefined;
  readonly ends: readonly End[];
}

function sidesOf(
  { device, deviceName, peer, tunnels, unpaired }: Failure,
  { deviceAt }: FailureContext,
): Record<'this end' | 'other end', readonly Side[]> {
  const own = tunnels.map(({ judgement, at }) => judgement.tunnel.ends[at]);
  const others = new Map<Device, End[]>();
  for (const { judgement, at } of tunnels) {
    const end = judgement.tunnel.ends[at === 0 ? 1 : 0];
    others.set(end.device, [...(others.get(end.device) ?? []), end]);
  }
  const known = [...others].map(([each, ends]) => ({
    device: each,
    name: each.name,
    address: undefined,
    ends,
  }));
  // A device is known by its address before any of its ends is.
  const there = peer === undefined ? undefined : deviceAt(peer);
  const unknown: Side = { device: there, name: there?.name, address: there ? undefined : peer, ends: [] };
  return {
    'this end': [{ device, name: deviceName, address: undefined, ends: [...new Set([...own, ...unpaired])] }],
    'other end': known.length > 0 ? known : [unknown],
  };
}

/** Whether typed words ask for what a command asks for, each cut short or not: for the same object, or for all of them. */
function covers(typed: readonly string[], command: string): boolean {
  const words = command.split(' ');
  // `brief` leaves most of it out.
  if (typed.at(-1) === 'brief' && words.at(-1) !== 'brief') return false;
  return typed.every((word, at) => words[at]?.toLowerCase().startsWith(word.toLowerCase()) ?? true);
}

/** Whether what a command prints is known of a device already. */
export function isAnswered(command: string, device: Device | undefined, context: FailureContext): boolean {
  if (!device) return false;
  if (device.whole && command.startsWith('display current-configuration')) return true;
  const output = outputOf(command);
  if (!output) return context.typedOn(device).some((typed) => covers(typed, command));
  if (device.whole && CONFIGURED.has(output)) return true;
  return context
    .shownBy(device)
    .some(({ displayed }) => displayed.name === output && covers(displayed.output.command, command));
}

/** What shows the ends of a device: without them its answers belong to no tunnel. */
const SHOWS_ENDS = [
  'display ip interface brief',
  'display ipsec policy',
  'display ipsec profile',
  'display ike peer',
];

/** What is asked of a device of which no end is known; nothing where its whole configuration is there and has none. */
export function endCommands(device: Device | undefined, context: FailureContext): readonly string[] {
  if (device && (device.whole || endsOf(device).length > 0)) return [];
  return SHOWS_ENDS.filter((command) => !isAnswered(command, device, context));
}

/** What stands in place of the words in angle brackets; the empty text where a device lists all of them. */
function valuesOf(placeholder: string, ends: readonly End[], peer: string | undefined): string[] {
  const of = (read: (end: End) => readonly (string | undefined)[]): string[] => [
    ...new Set(ends.flatMap(read).filter((each) => each !== undefined)),
  ];
  switch (placeholder) {
    case 'peer-name':
      return of(({ peer: each, settings }) => [each?.name ?? settings.ikePeer?.value]);
    case 'number':
      return of(({ peer: each }) => [each?.proposal?.value]);
    case 'proposal-name':
      return of(({ settings }) => settings.proposals.map(({ value }) => value));
    case 'acl-number':
      return of(({ settings }) => [settings.acl?.value]);
    case 'policy-name':
      return of(({ kind, name, entry }) => [kind === 'policy' || kind === 'manual' ? name : entry?.name]);
    case 'template-name':
      return of(({ kind, name }) => [kind === 'template' ? name : undefined]);
    case 'profile-name':
      return of(({ kind, name }) => [kind === 'profile' ? name : undefined]);
    case 'tunnel-interface':
      return of(({ kind, interfaces }) => (kind === 'profile' ? interfaces.map(({ name }) => name) : []));
    case 'local-address':
      return of(({ localAddresses }) => localAddresses.map(({ text }) => text)).slice(0, 1);
    case 'peer-address':
      return peer === undefined ? [] : [peer];
    default:
      return [];
  }
}

/** Ends of a kind have nothing that the command for another kind shows. */
const KIND_OF: Readonly<Record<string, End['kind']>> = {
  'policy-name': 'policy',
  'template-name': 'template',
  'profile-name': 'profile',
};

/** A command with its values; without what begins at an open one, as devices then list everything. */
function filled({ command }: StepCommand, { ends }: Side, peer: string | undefined): string[] {
  const placeholder = /<([^<>]+)>/.exec(command);
  if (!placeholder) return [command];
  const [open, name = ''] = placeholder;
  const values = valuesOf(name, ends, peer);
  if (values.length > 0) return values.map((value) => command.replace(open, value));
  const kind = KIND_OF[name];
  if (kind && ends.length > 0 && ends.every((end) => end.kind !== kind)) return [];
  // `name <peer-name>`, `number <number>`: the word before goes as well.
  return [
    command
      .slice(0, placeholder.index)
      .replace(/ (?:name|number|peer)\s*$/, '')
      .trim(),
  ];
}

/** A ping whose addresses are all known: which one it goes to depends on the side. */
function pingOf({ command }: StepCommand, { ends }: Side, remote: string | undefined): string[] {
  const own = ends.flatMap((end) => end.remoteAddresses.map(({ text }) => text));
  const text = command.replace(/<([^<>]+)>/g, (open, name: string) => {
    const values = name === 'peer-address' && own[0] !== undefined ? own : valuesOf(name, ends, remote);
    return values[0] ?? open;
  });
  return text.includes('<') ? [] : [text];
}

/** What only matters where ends prove who they are by certificates. */
const OF_CERTIFICATES = /^display (?:pki|clock)\b/;

/** Whether a command shows nothing that matters to ends that prove who they are by keys; it is not asked for there. */
export function isAboutCertificates(command: string): boolean {
  return OF_CERTIFICATES.test(command);
}

function usesKeys(ends: readonly End[]): boolean {
  const methods = ends.flatMap(({ ikeProposals }) =>
    (ikeProposals ?? []).map(({ authenticationMethod }) => authenticationMethod?.value),
  );
  return methods.length > 0 && methods.every((method) => method === 'pre-share');
}

/**
 * The commands, straight from the steps of a cause, whose answers would decide a failure: those that nobody has captured yet, each for its
 * device. A ping decides nothing for the model; it is among them only where somebody goes through the steps.
 */
export function neededCommands(
  failure: Failure,
  context: FailureContext,
  steps: readonly CauseStep[] = failure.cause.steps,
  withPings = false,
): readonly NeededCommand[] {
  const sides = sidesOf(failure, context);
  const all = steps.flatMap(({ commands, branches }) => [
    ...(commands ?? []),
    ...branches.flatMap((branch) => branch.commands ?? []),
  ]);
  const needed = new Map<string, NeededCommand>();
  const keysOnly = usesKeys(Object.values(sides).flatMap((each) => each.flatMap(({ ends }) => ends)));
  for (const step of all) {
    const isPing = step.command.startsWith('ping ');
    if (isPing ? !withPings : !step.command.startsWith('display ')) continue;
    if (keysOnly && OF_CERTIFICATES.test(step.command)) continue;
    // It shows something only in the view it is typed in, and a script is typed in none.
    if (step.command === 'display this') continue;
    const ends = step.end === 'both ends' ? (['this end', 'other end'] as const) : ([step.end] as const);
    for (const end of ends) {
      for (const side of sides[end]) {
        const commands = isPing
          ? pingOf(step, side, end === 'this end' ? failure.peer : undefined)
          : filled(step, side, failure.peer);
        for (const command of commands) {
          if (isAnswered(command, side.device, context)) continue;
          const { name: device, address } = side;
          const key = `${device ?? ''} ${address ?? ''} ${command}`;
          needed.set(key, { device, command, ...(address === undefined ? {} : { address }) });
        }
      }
    }
  }
  return [...needed.values()];
}

/**
 * The commands that would decide a failure as a whole: those of its steps. Where each of them is answered and yet no tunnel to the peer is
 * known, what is missing are the ends themselves, and the commands that show them.
 */
export function decidingCommands(failure: Failure, context: FailureContext): readonly NeededCommand[] {
  const needed = neededCommands(failure, context);
  if (needed.length > 0 || failure.tunnels.length > 0) return needed;
  return Object.values(sidesOf(failure, context)).flatMap((sides) =>
    sides.flatMap(({ device, name, address }) =>
      endCommands(device, context).map((command): NeededCommand => ({
        device: name,
        command,
        ...(address === undefined ? {} : { address }),
      })),
    ),
  );
}
