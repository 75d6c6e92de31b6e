import * as l10n from '@vscode/l10n';
import { causeByName } from '../causes/find';
import type { Device } from '../model/device';
import { commandsOfEdits, placeholdersIn, type ViewCommands } from '../rules/deviceCommands';
import type { Edit, Repair } from '../rules/rule';
import { analyse } from './analysis';
import { analyseWorkspace } from './tunnels';
import type { Snapshot, WorkspaceFile } from './workspace';

/** What is to be typed on one device to repair something there. */
export interface DeviceScript {
  readonly device: string;
  /** The commands by the views that they stand in. */
  readonly commands: readonly ViewCommands[];
  /** The whole sequence, from the user view and back to it. */
  readonly lines: readonly string[];
  /** What to know before it is typed, one sentence each. */
  readonly before: readonly string[];
  /** What to do afterwards. */
  readonly after: readonly string[];
}

/** A repair, and the causes of what it repairs. */
export interface CausedRepair {
  readonly repair: Repair;
  readonly causes: readonly string[];
}

interface OfDevice {
  readonly device: Device;
  readonly commands: readonly ViewCommands[];
}

/** The device of a file that an edit is about. */
function deviceOf(snapshot: Snapshot, file: WorkspaceFile, { item }: Edit): Device {
  const { device, devices } = analyse(file);
  const own = devices.length === 1 ? device : devices.find(({ items }) => items.includes(item));
  return analyseWorkspace(snapshot).deviceOf(own ?? device);
}

function commandsOf(snapshot: Snapshot, { edits, typed }: Repair): OfDevice[] | undefined {
  const groups = new Map<string, { file: WorkspaceFile; device: Device; edits: Edit[] }>();
  for (const edit of edits) {
    const file = snapshot.file(edit.uri);
    if (!file) return undefined;
    const device = deviceOf(snapshot, file, edit);
    const key = `${edit.uri}\n${device.name}`;
    const group = groups.get(key);
    if (group) group.edits.push(edit);
    else groups.set(key, { file, device, edits: [edit] });
  }
  const all: OfDevice[] = [];
  for (const { file, device, edits: own } of groups.values()) {
    const commands = commandsOfEdits(file.document, own);
    if (!commands) return undefined;
    all.push({ device, commands });
  }
  for (const { device, views, lines } of typed ?? []) all.push({ device, commands: [{ views, lines }] });
  return all;
}

/**
 * Commands that follow one another in one view stand together there; what is asked for twice is typed once. The order stays: what refers to
 * an object comes behind the command that makes it.
 */
function merged(all: readonly ViewCommands[]): ViewCommands[] {
  const done = new Set<string>();
  const result: { views: readonly string[]; lines: string[] }[] = [];
  for (const each of all) {
    const key = JSON.stringify(each);
    if (done.has(key)) continue;
    done.add(key);
    const last = result.at(-1);
    if (last?.views.join('\n') === each.views.join('\n')) last.lines.push(...each.lines);
    else result.push({ views: each.views, lines: [...each.lines] });
  }
  return result;
}

/** The keystrokes from the user view to all commands and back. */
function sequence(commands: readonly ViewCommands[], isTwoStage: boolean): string[] {
  const lines = ['system-view'];
  let open: readonly string[] = [];
  for (const { views, lines: own } of commands) {
    lines.push(...open.map(() => 'quit'), ...views, ...own);
    open = views;
  }
  return [...lines, ...(isTwoStage ? ['commit'] : []), 'return'];
}

/** The `reset` commands that the steps of some causes end with. */
function resetsFor(causes: readonly string[]): string[] {
  const commands = causes
    .flatMap((name) => causeByName(name)?.steps ?? [])
    .flatMap((step) => [...(step.commands ?? []), ...step.branches.flatMap((each) => each.commands ?? [])])
    .map(({ command }) => command)
    .filter((command) => command.startsWith('reset '));
  return [...new Set(commands)];
}

/** What the prompts of a device say of it. */
interface Prompted {
  /** Whether a change takes a `commit`; undefined where no prompt of a configuration view shows it. */
  readonly twoStage?: boolean;
  /** It was the standby device of a pair when it was last seen. */
  readonly standby: boolean;
}

const prompted = new WeakMap<Device, Prompted>();

function promptedOf(device: Device): Prompted {
  let found = prompted.get(device);
  if (!found) {
    const prompts = device.items.flatMap(({ lines }) => lines.flatMap(({ prompt }) => prompt ?? []));
    const inside = prompts.filter(({ view }) => view !== 'user');
    found = {
      standby: prompts.at(-1)?.standby === true,
      ...(inside.length > 0 ? { twoStage: inside.some(({ twoStage }) => twoStage) } : {}),
    };
    prompted.set(device, found);
  }
  return found;
}

/** Whether a change takes a `commit` on a device; undefined where its files do not say. */
function isTwoStage(device: Device): boolean | undefined {
  const { twoStage } = promptedOf(device);
  const product = device.release?.product;
  if (twoStage === true || product === 'vrp8') return true;
  return product === undefined ? twoStage : false;
}

function scriptFor(device: Device, all: readonly ViewCommands[], causes: readonly string[]): DeviceScript {
  const commands = merged(all);
  const twoStage = isTwoStage(device);
  const lines = sequence(commands, twoStage === true);
  const placeholders = lines.map(placeholdersIn);
  const each = (of: 'keys' | 'values'): string[] => [...new Set(placeholders.flatMap((one) => one[of]))];
  const before = [
    ...each('keys').map((key) => l10n.t('Put the key in the place of {0}: keys are not copied.', key)),
    ...each('values').map((value) => l10n.t('Put your own value in the place of {0}.', value)),
    ...(twoStage === undefined ? [l10n.t('On VRP8, type commit before return.')] : []),
    ...(promptedOf(device).standby
      ? [
          l10n.t(
            'This device was the standby of a pair: what the pair backs up is typed on the active device.',
          ),
        ]
      : []),
  ];
  const after = resetsFor(causes).map((command) =>
    l10n.t('Then, in the user view, so that the tunnel is negotiated anew: {0}', command),
  );
  return { device: device.name, commands, lines, before, after };
}

/**
 * What is to be typed for some repairs, a script for each device. `left` says which files are edited, whose commands are then left out.
 * Undefined where the commands of one of the repairs are not known.
 */
export function scriptsOf(
  snapshot: Snapshot,
  repairs: readonly CausedRepair[],
  left: (file: WorkspaceFile) => boolean = () => false,
): DeviceScript[] | undefined {
  const byName = new Map<string, { device: Device; commands: ViewCommands[]; causes: Set<string> }>();
  for (const { repair, causes } of repairs) {
    const edits = repair.edits.filter(({ uri }) => {
      const file = snapshot.file(uri);
      return !file || !left(file);
    });
    const found = commandsOf(snapshot, { ...repair, edits });
    if (!found) return undefined;
    for (const { device, commands } of found) {
      if (commands.length === 0) continue;
      const known = byName.get(device.name) ?? { device, commands: [], causes: new Set<string>() };
      byName.set(device.name, known);
      known.commands.push(...commands);
      for (const cause of causes) known.causes.add(cause);
    }
  }
  return [...byName.values()].map(({ device, commands, causes }) => scriptFor(device, commands, [...causes]));
}

/** A script as a text to be pasted: whose it is and what to know stand before and behind it, as lines that devices drop. */
export function scriptText({ device, lines, before, after }: DeviceScript): string {
  const remarks = (all: readonly string[]): string[] => all.map((remark) => `# ${remark}`);
  const title = l10n.t('Commands for {0}', device);
  return [...remarks([title, ...before]), ...lines, ...remarks(after), ''].join('\n');
}
