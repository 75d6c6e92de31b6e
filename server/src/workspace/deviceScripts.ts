import * as l10n from '@vscode/l10n';
import { causeByName } from '../causes/find';
import type { Device } from '../model/device';
import { commandsOfEdits, type ViewCommands } from '../rules/deviceCommands';
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
  /** What to know before or to do afterwards, one sentence each. */
  readonly remarks: readonly string[];
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

function scriptFor(device: Device, all: readonly ViewCommands[], causes: readonly string[]): DeviceScript {
  const commands = merged(all);
  const product = device.release?.product;
  const lines = sequence(commands, product === 'vrp8');
  const placeholders = new Set(lines.flatMap((line) => line.match(/(?<= )<[^ ]+>(?= |$)/g) ?? []));
  const remarks = [
    ...[...placeholders].map((each) =>
      /^<(?:pre-shared-)?key>$/.test(each)
        ? l10n.t('Put the key in the place of {0}: keys are not copied.', each)
        : l10n.t('Put your own value in the place of {0}.', each),
    ),
    ...(product === undefined ? [l10n.t('On VRP8, type commit before return.')] : []),
    ...resetsFor(causes).map((command) =>
      l10n.t('Then, in the user view, so that the tunnel is negotiated anew: {0}', command),
    ),
  ];
  return { device: device.name, commands, lines, remarks };
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

/** A script as a text to be pasted; behind it what to know, as lines that devices drop. */
export function scriptText({ lines, remarks }: DeviceScript): string {
  return [...lines, ...remarks.map((remark) => `# ${remark}`), ''].join('\n');
}
