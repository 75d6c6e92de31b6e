import {
  decidingCommands,
  endCommands,
  isAnswered,
  outputOf,
  type NeededCommand,
} from '../rules/failures/commands';
import type { FailureContext } from '../rules/failures/failure';
import type { Device } from '../model/device';
import type { Settings } from '../workspace/settings';
import { analyseWorkspace } from '../workspace/tunnels';
import type { Snapshot } from '../workspace/workspace';
import { problemsIn, type Problem } from './problems';

/** The commands to run on one device. */
export interface EvidenceScript {
  /** Undefined where no file says what it is called. */
  readonly device: string | undefined;
  /** Of a device of which nothing is known but its address. */
  readonly address: string | undefined;
  readonly commands: readonly string[];
  /** What to paste into a terminal of the device: the commands, and before them one that keeps the answers from stopping at each page. */
  readonly text: string;
}

/** Lets an answer run through for this session alone, and changes nothing that is saved. */
const NO_PAGES = 'screen-length 0 temporary';

/** The commands that a problem still needs: those of its steps, and those that show the ends where it is the ends that are missing. */
function openCommands({ causes }: Problem, context: FailureContext): readonly NeededCommand[] {
  return causes.flatMap(({ state, failure, steps }) => {
    const ofSteps = steps.flatMap(({ commands }) => commands);
    return ofSteps.length > 0 || state !== 'open' ? ofSteps : decidingCommands(failure, context);
  });
}

/** Without those whose answer another one holds: `display ike proposal` lists what `display ike proposal number 10` shows. */
function withoutParts(commands: readonly string[]): string[] {
  return commands.filter(
    (command) =>
      !commands.some(
        (other) =>
          command.startsWith(`${other} `) &&
          outputOf(other) !== undefined &&
          outputOf(other) === outputOf(command),
      ),
  );
}

/** What is asked of a device of which no end is known: its ends, and of which release it is. */
function whoItIs(device: Device | undefined, context: FailureContext): readonly string[] {
  const ends = endCommands(device, context);
  return ends.length === 0 || isAnswered('display version', device, context)
    ? ends
    : ['display version', ...ends];
}

/** One script for each device with everything that is open in a workspace; `problem` for one problem alone. */
export function evidenceScripts(
  snapshot: Snapshot,
  settings?: Settings,
  problem?: string,
): readonly EvidenceScript[] {
  const { failures, devices } = analyseWorkspace(snapshot);
  const byName = new Map(devices.map((device) => [device.name, device]));
  const found = new Map<string, { device?: string; address?: string; commands: Set<string> }>();
  const all = problemsIn(snapshot, settings).filter(({ id }) => problem === undefined || id === problem);
  for (const { device, address, command } of all.flatMap((each) => openCommands(each, failures.context))) {
    const key = device ?? `@${address ?? ''}`;
    const script = found.get(key) ?? {
      ...(device === undefined ? {} : { device }),
      ...(address === undefined ? {} : { address }),
      commands: new Set(whoItIs(device === undefined ? undefined : byName.get(device), failures.context)),
    };
    script.commands.add(command);
    found.set(key, script);
  }
  return [...found.values()].map(({ device, address, commands }) => {
    const needed = withoutParts([...commands]);
    return { device, address, commands: needed, text: [NO_PAGES, ...needed, ''].join('\n') };
  });
}
