import type { Judgement } from '../rules/judge';
import type { Place } from '../model/value';
import type { Repair } from '../rules/rule';
import { protectedFlow } from '../rules/tunnel/protectedFlow';
import type { Item } from '../syntax/tree';
import { tunnelId } from '../tunnels/pairing';
import type { RuleFinding } from './analysis';
import type { CausedRepair } from './deviceScripts';
import { Draft } from './draft';
import { defaultSettings, severityOf, type Settings } from './settings';
import { analyseWorkspace, findingsIn } from './tunnels';
import type { Snapshot, WorkspaceFile } from './workspace';

/** Repairs that follow one another; more than any file needs, so that ones that do not help cannot go on for ever. */
const MAX_REPAIRS = 2000;

/** What repairs come to. */
export interface Repaired {
  /** The texts of the files that change, by URI. */
  readonly texts: ReadonlyMap<string, string>;
  /** The titles of the repairs, in the order in which they were carried out. */
  readonly steps: readonly string[];
  /** The files as they are then. */
  readonly after: Snapshot;
}

/** Whether a file can be changed. */
export type Editable = (file: WorkspaceFile) => boolean;

/** A capture is a record of what a device said: it stays as it is. */
export function isConfiguration({ document }: WorkspaceFile): boolean {
  return document.language === 'huawei-vrp';
}

/** Whether an editor can change a file: also one that it has not opened, unless it would misread and so damage it. */
export function isEditable(file: WorkspaceFile): boolean {
  return isConfiguration(file) && (file.version !== undefined || file.misread !== true);
}

/** Whether a repair is nothing but edits of files that can be changed. */
export function canBeMade({ edits, typed }: Repair, snapshot: Snapshot, editable: Editable): boolean {
  return (
    !typed &&
    edits.length > 0 &&
    edits.every(({ uri }) => {
      const file = snapshot.file(uri);
      return file !== undefined && editable(file);
    })
  );
}

/** The repair of a finding to carry out without asking. */
export function preferredRepair(
  snapshot: Snapshot,
  finding: RuleFinding,
  able: Editable = isEditable,
): Repair | undefined {
  return finding.repairs?.().find((repair) => repair.preferred && canBeMade(repair, snapshot, able));
}

/** What a repair does where the files stand now. Undefined for one that only takes lines out: that comes to an end by itself. */
function keyOf({ title, edits }: Repair, snapshot: Snapshot): string | undefined {
  if (edits.every(({ newText }) => newText === '')) return undefined;
  const places = edits.map(({ uri, item, start, newText }) => {
    const first = snapshot.file(uri)?.document.startOfItem(item) ?? 0;
    return [uri, first + start.line, start.character, newText];
  });
  return JSON.stringify([title, places]);
}

/** Works out what to repair next: repairs that do not touch each other, none of those that were made before. */
type Next = (snapshot: Snapshot, isNew: (repair: Repair) => boolean) => readonly Repair[];

/** Carries out one repair after another, each worked out from what the last ones left, until there are no new ones. */
function repairAll(snapshot: Snapshot, next: Next): Repaired {
  const draft = new Draft(snapshot);
  const done = new Set<string>();
  const steps: string[] = [];
  while (steps.length < MAX_REPAIRS) {
    const { now } = draft;
    const repairs = next(now, (repair) => {
      const key = keyOf(repair, now);
      return key === undefined || !done.has(key);
    });
    if (repairs.length === 0) break;
    for (const repair of repairs) {
      const key = keyOf(repair, now);
      if (key !== undefined) done.add(key);
      steps.push(repair.title);
    }
    draft.apply(repairs.flatMap(({ edits }) => edits));
  }
  return { texts: draft.texts(), steps, after: draft.now };
}

/** Rounds in which many rules of two ACLs are rewritten at once: lists that differ in more than that are no slip to be repaired. */
const MAX_ROUNDS_OF_RULES = 4;

/** Repairs of one tunnel that follow one another: after that many it is another tunnel. */
const MAX_ROUNDS = 200;

/**
 * Carries out the preferred repairs of a tunnel, in the order of the negotiation: all of them, or those whose titles are in `only`.
 */
export function repairTunnel(snapshot: Snapshot, id: string, only?: ReadonlySet<string>): Repaired {
  let roundsOfRules = 0;
  let rounds = 0;
  return repairAll(snapshot, (now, isNew) => {
    if (++rounds > MAX_ROUNDS) return [];
    const wanted = repairsWithPlaces(now, id).filter(
      ({ repair }) => isNew(repair) && (only?.has(repair.title) ?? true),
    );
    const [first] = wanted;
    if (!first) return [];
    const together = first.rewrites ? apartFrom(wanted.filter(({ rewrites }) => rewrites)) : [first.repair];
    if (together.length > 1 && ++roundsOfRules > MAX_ROUNDS_OF_RULES) return [];
    return together;
  });
}

/** A repair with the lines that the difference is between. */
interface RepairWithPlaces {
  readonly repair: Repair;
  readonly places: readonly Place[];
  /** It gives a rule of an ACL another text, and nothing else. */
  readonly rewrites: boolean;
}

/** Of repairs in turn those that have no line in common with one before: they can be made at once. */
function apartFrom(all: readonly RepairWithPlaces[]): Repair[] {
  const lines = new Map<Item, Set<number>>();
  return all.flatMap(({ repair, places }) => {
    if (places.some(({ item, line }) => lines.get(item)?.has(line))) return [];
    for (const { item, line } of places) lines.set(item, (lines.get(item) ?? new Set()).add(line));
    return [repair];
  });
}

/** Of the repairs of a difference the one to carry out: the preferred one, else another one that does not settle on something weak. */
function editable(repairs: readonly Repair[], snapshot: Snapshot): Repair | undefined {
  const preferred = repairs.find((each) => each.preferred);
  return (
    preferred &&
    [preferred, ...repairs].find(
      (each) => (each === preferred || !each.weakens) && canBeMade(each, snapshot, isEditable),
    )
  );
}

/** The part of the preferred repair that stands in files which can be changed. */
function editablePart(repairs: readonly Repair[], snapshot: Snapshot): Repair | undefined {
  const preferred = repairs.find((each) => each.preferred);
  const edits = preferred?.edits.filter(({ uri }) => {
    const file = snapshot.file(uri);
    return file && isEditable(file);
  });
  if (!preferred || !edits || edits.length === 0) return undefined;
  const { title, secret } = preferred;
  return { title, preferred: true, edits, ...(secret ? { secret } : {}) };
}

function repairsWithPlaces(snapshot: Snapshot, id: string): RepairWithPlaces[] {
  const documents = (uri: string) => snapshot.file(uri)?.document;
  return (tunnelNamed(snapshot, id)?.differences ?? []).flatMap(({ rule, effect, sides, repairs }) => {
    if (effect === 'none') return [];
    const all = repairs?.(documents) ?? [];
    const repair = editable(all, snapshot) ?? editablePart(all, snapshot);
    if (!repair) return [];
    const isRule = rule.id === protectedFlow.id;
    const rewrites =
      isRule &&
      repair.edits.every(({ start, end }) => start.line === end.line && start.character < end.character);
    return [{ repair, places: sides.map(({ place }) => place), rewrites }];
  });
}

/** The preferred repairs of what stops a tunnel, in the order of the negotiation, as the files stand now. */
export function tunnelRepairs(snapshot: Snapshot, id: string): Repair[] {
  return repairsWithPlaces(snapshot, id).map(({ repair }) => repair);
}

/** What stops a tunnel and stays when all that can be edited has been. */
export interface LeftOver {
  readonly message: string;
  /** What is to be done about it on a device; absent where nobody knows without asking. */
  readonly repair?: CausedRepair;
}

/** What still stops a tunnel and no edit of a file repairs; `undone` says whether repairs that can be made are left out on purpose. */
export function leftOf(snapshot: Snapshot, id: string, undone: boolean): LeftOver[] {
  const documents = (uri: string) => snapshot.file(uri)?.document;
  return (tunnelNamed(snapshot, id)?.differences ?? []).flatMap((difference): LeftOver[] => {
    const { rule, effect, sides } = difference;
    if (effect === 'none') return [];
    const all = difference.repairs?.(documents) ?? [];
    const [{ message }] = sides;
    if (editable(all, snapshot)) return undone ? [] : [{ message }];
    const repair = all.find((each) => each.preferred);
    const causes = sides.flatMap((side) => side.causes ?? rule.causes);
    return [repair ? { message, repair: { repair, causes } } : { message }];
  });
}

/** Which problems are repaired, and how. */
export interface RepairChoice {
  /** Those of one rule only. */
  readonly rule?: string;
  /** Those of one file only. */
  readonly uri?: string;
  /** Which files may change; all configurations where nothing is said. */
  readonly editable?: Editable;
  /** No repair that writes a key. */
  readonly keepKeys?: boolean;
  /** The severities that the user has set: what is off stays as it is. */
  readonly settings?: Settings;
}

/** The findings that are looked at, each with its preferred repair. */
export function* preferredRepairs(
  snapshot: Snapshot,
  { rule, uri, editable, keepKeys = false, settings = defaultSettings }: RepairChoice,
): Generator<{ readonly finding: RuleFinding; readonly repair: Repair }> {
  const one = uri === undefined ? undefined : snapshot.file(uri);
  for (const file of uri === undefined ? snapshot.all : one ? [one] : [])
    for (const finding of findingsIn(snapshot, file.uri)) {
      if (rule !== undefined && finding.rule.id !== rule) continue;
      if (!finding.repairs || severityOf(finding, settings, file.project) === undefined) continue;
      const repair = preferredRepair(snapshot, finding, editable);
      if (repair && !(keepKeys && repair.secret)) yield { finding, repair };
    }
}

/** Carries out the preferred repairs of problems. */
export function repairFiles(snapshot: Snapshot, choice: RepairChoice = {}): Repaired {
  return repairAll(snapshot, (now, isNew) => {
    // What a rule finds in one item stays true whatever happens to the others; anything else is looked at anew after each repair.
    const together: Repair[] = [];
    const touched = new Set<Item>();
    let first: Repair | undefined;
    for (const { finding, repair } of preferredRepairs(now, choice)) {
      if (!isNew(repair)) continue;
      if (!('checkItem' in finding.rule)) first ??= repair;
      else if (repair.edits.every(({ item }) => !touched.has(item))) {
        for (const { item } of repair.edits) touched.add(item);
        together.push(repair);
      }
    }
    return together.length > 0 || !first ? together : [first];
  });
}

/** The judgement of a tunnel by its name. */
export function tunnelNamed(snapshot: Snapshot, id: string): Judgement | undefined {
  return analyseWorkspace(snapshot).judgements.find(({ tunnel }) => tunnelId(tunnel) === id);
}
