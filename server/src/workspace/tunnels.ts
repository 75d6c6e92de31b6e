import type { Device } from '../model/device';
import { olderVersion } from '../rules/olderVersion';
import { runningDiffers } from '../rules/runningDiffers';
import { spokeOverlap } from '../rules/spokeOverlap';
import { judge, type Judgement, type RuleDifference, type StoppingFindings } from '../rules/judge';
import type { Documents, Side } from '../rules/tunnelRule';
import type { Item } from '../syntax/tree';
import type { End } from '../tunnels/end';
import { pairEnds, tunnelId, type Pairing, type Tunnel } from '../tunnels/pairing';
import { originalOf } from './deviceNames';
import { analyse, type FileAnalysis, type RuleFinding } from './analysis';
import { failureFindings, failuresIn, type Failures, type KnownTunnels } from './failures';
import { NO_PROJECT } from './project';
import { isAccepted, isIgnoredInFile } from './suppressions';
import { versionsIn, type OlderVersion } from './versions';
import type { Snapshot } from './workspace';

/** What is known of all files together. */
export interface WorkspaceAnalysis {
  /** The devices whose ends are paired: of several versions of one device the one that counts. */
  readonly devices: readonly Device[];
  /**
   * A device of a file as it is among `devices`: with what other files show of it, and under another name where several have the same.
   */
  readonly deviceOf: (device: Device) => Device;
  readonly judgements: readonly Judgement[];
  /** The tunnels of each end. */
  readonly byEnd: ReadonlyMap<End, readonly Judgement[]>;
  readonly unpaired: Pairing['unpaired'];
  /** What the rules about tunnels found, by file. */
  readonly findings: ReadonlyMap<string, readonly TunnelFinding[]>;
  /**
   * Findings about several files that are not about one tunnel, by file: versions of a device, what it runs against what is configured,
   * branches of a head office, what a device printed of a failure.
   */
  readonly others: ReadonlyMap<string, readonly RuleFinding[]>;
  /** What devices say of failures. */
  readonly failures: Failures;
}

/** A finding about a tunnel. */
export interface TunnelFinding extends RuleFinding {
  readonly tunnel: Tunnel;
}

/** How many of the other tunnels with the same problem a diagnostic refers to. */
const MAX_RELATED = 8;

function findingOf(
  tunnel: Tunnel,
  difference: RuleDifference,
  at: 0 | 1,
  documents: Documents,
): TunnelFinding {
  const { rule, sides, severity, repairs } = difference;
  const own: Side = sides[at];
  const other: Side = sides[at === 0 ? 1 : 0];
  return {
    rule,
    tunnel,
    place: own.place,
    message: own.message,
    causes: own.causes ?? rule.causes,
    related: [{ place: other.place, message: other.value }],
    ...(severity ? { severity } : {}),
    ...(repairs ? { repairs: () => repairs(documents) } : {}),
  };
}

/** How many differences of one tunnel are told apart that stand at one place, as rules do that an ACL lacks. */
const MAX_AT_ONE_PLACE = 8;

/**
 * The findings of all tunnels by file. A line that many tunnels stumble over is underlined once, for the first of them, and refers to the
 * others.
 */
function collect(judgements: readonly Judgement[], snapshot: Snapshot): Map<string, TunnelFinding[]> {
  const documents: Documents = (uri) => snapshot.file(uri)?.document;
  const byFile = new Map<string, Map<string, TunnelFinding>>();
  for (const { tunnel, differences } of judgements) {
    const id = tunnelId(tunnel);
    const devices = tunnel.ends.flatMap(({ device }) => [device.name, originalOf(device).name]);
    const times = new Map<string, number>();
    for (const difference of differences) {
      for (const at of [0, 1] as const) {
        if (difference.sides[at].silent) continue;
        const finding = findingOf(tunnel, difference, at, documents);
        const { uri, start } = finding.place;
        const project = snapshot.file(uri)?.project ?? NO_PROJECT;
        if (isAccepted(project, finding.rule.id, devices, id)) continue;
        const ofFile = byFile.get(uri) ?? new Map<string, TunnelFinding>();
        byFile.set(uri, ofFile);
        const where = `${finding.rule.id} ${lineKey(finding)} ${start}`;
        const time = times.get(where) ?? 0;
        times.set(where, time + 1);
        const key = `${where} ${Math.min(time, MAX_AT_ONE_PLACE - 1)}`;
        const first = ofFile.get(key);
        ofFile.set(key, first ? joined(first, finding) : finding);
      }
    }
  }
  return new Map([...byFile].map(([uri, found]) => [uri, [...found.values()]]));
}

const numbers = new WeakMap<object, number>();
let last = 0;

/** A text that stands for the line of a finding: items have no number of their own. */
function lineKey({ place }: RuleFinding): string {
  let number = numbers.get(place.item);
  if (number === undefined) {
    number = ++last;
    numbers.set(place.item, number);
  }
  return `${number}:${place.line}`;
}

function joined(first: TunnelFinding, next: TunnelFinding): TunnelFinding {
  const related = [...(first.related ?? []), ...(next.related ?? [])];
  return { ...first, related: related.slice(0, MAX_RELATED) };
}

/** The findings that stop a tunnel, by the top-level item they are in. */
function stoppingFindings(snapshot: Snapshot): StoppingFindings {
  const byItem = new Map<Item, RuleFinding[]>();
  for (const file of snapshot.all) {
    for (const finding of analyse(file).findings) {
      if (!finding.stops) continue;
      const { item } = finding.place;
      const before = byItem.get(item);
      const each = { ...finding, causes: finding.causes ?? finding.rule.causes };
      if (before) before.push(each);
      else byItem.set(item, [each]);
    }
  }
  return (item) => byItem.get(item) ?? [];
}

function byEnd(judgements: readonly Judgement[]): Map<End, Judgement[]> {
  const found = new Map<End, Judgement[]>();
  for (const judgement of judgements) {
    for (const end of judgement.tunnel.ends) {
      const before = found.get(end);
      if (before) before.push(judgement);
      else found.set(end, [judgement]);
    }
  }
  return found;
}

function versionFindings(older: readonly OlderVersion[]): RuleFinding[] {
  return older.flatMap(({ device, counts }) => {
    const finding = olderVersion.checkVersion(device, counts);
    return finding ? [{ ...finding, rule: olderVersion }] : [];
  });
}

/** What devices print against what their configurations say, but for what the project files accept. */
function runningFindings(devices: Iterable<Device>, snapshot: Snapshot): RuleFinding[] {
  return [...devices].flatMap((device) => {
    const names = [device.name, originalOf(device).name];
    const findings = runningDiffers.checkRunning(device).filter(({ place }) => {
      const project = snapshot.file(place.uri)?.project ?? NO_PROJECT;
      return !isAccepted(project, runningDiffers.id, names, undefined);
    });
    return findings.map((finding): RuleFinding => ({ ...finding, rule: runningDiffers }));
  });
}

function byFile(findings: readonly RuleFinding[]): Map<string, RuleFinding[]> {
  const found = new Map<string, RuleFinding[]>();
  for (const finding of findings) {
    const before = found.get(finding.place.uri);
    if (before) before.push(finding);
    else found.set(finding.place.uri, [finding]);
  }
  return found;
}

/** Findings about the ends that call one which takes whoever comes, kept as long as they are the same ones. */
const hubs = new WeakMap<End, { readonly callers: readonly End[]; readonly findings: RuleFinding[] }>();

function hubFindings(tunnels: ReadonlyMap<End, readonly Judgement[]>): RuleFinding[] {
  return [...tunnels].flatMap(([hub, judgements]) => {
    if (!hub.open || judgements.length < 2) return [];
    const callers = judgements.map(({ tunnel: { ends } }) => (ends[0] === hub ? ends[1] : ends[0]));
    const before = hubs.get(hub);
    if (before?.callers.length === callers.length && callers.every((each, at) => each === before.callers[at]))
      return before.findings;
    const findings = spokeOverlap
      .checkHub(hub, callers)
      .map((finding): RuleFinding => ({ ...finding, rule: spokeOverlap }));
    hubs.set(hub, { callers, findings });
    return findings;
  });
}

const analyses = new WeakMap<Snapshot, WorkspaceAnalysis>();

/** Pairs the ends of all devices and judges their tunnels. The result is kept as long as the snapshot lives. */
export function analyseWorkspace(snapshot: Snapshot): WorkspaceAnalysis {
  let analysis = analyses.get(snapshot);
  if (!analysis) {
    const { devices, older, wholeOf } = versionsIn(snapshot);
    const { tunnels, unpaired } = pairEnds(devices, snapshot.nat);
    const stopping = stoppingFindings(snapshot);
    const judgements = tunnels.map((tunnel) => judge(tunnel, stopping));
    const findings = collect(judgements, snapshot);
    const tunnelsByEnd = byEnd(judgements);
    const others = byFile([
      ...versionFindings(older),
      ...runningFindings(new Set([...devices, ...wholeOf.values()]), snapshot),
      ...hubFindings(tunnelsByEnd),
    ]);
    const known: KnownTunnels = {
      devices,
      deviceOf: (device) => wholeOf.get(device) ?? device,
      byEnd: tunnelsByEnd,
      unpaired,
      others,
    };
    const failures = failuresIn(snapshot, known);
    for (const [uri, found] of byFile(failureFindings(failures, snapshot)))
      others.set(uri, [...(others.get(uri) ?? []), ...found]);
    analysis = { ...known, judgements, findings, others, failures };
    analyses.set(snapshot, analysis);
    snapshot.markAnalysed();
  }
  return analysis;
}

/**
 * What is known of all files without working anything out while somebody types: the analysis of this state or of the last one before it
 * that has one. Only for what stays right when a line has changed since.
 */
export function lastAnalysis(snapshot: Snapshot): WorkspaceAnalysis {
  const earlier = snapshot.earlier;
  return analyses.get(snapshot) ?? (earlier && analyses.get(earlier)) ?? analyseWorkspace(snapshot);
}

/** The names of the devices that a finding about one device is about. */
export function devicesOf({ devices }: FileAnalysis, { place }: RuleFinding): string[] {
  const [only, ...others] = devices;
  if (only && others.length === 0) return [only.name];
  return devices.filter(({ items }) => items.includes(place.item)).map(({ name }) => name);
}

/**
 * Everything the rules found in a file, about it alone and about the tunnels it has an end of, but for what the project file or a comment
 * in the file accepts.
 */
export function findingsIn(snapshot: Snapshot, uri: string): readonly RuleFinding[] {
  const file = snapshot.file(uri);
  if (!file) return [];
  const { project, document } = file;
  const analysis = analyse(file);
  const own =
    project.suppressions.length === 0
      ? analysis.findings
      : analysis.findings.filter(
          (finding) => !isAccepted(project, finding.rule.id, devicesOf(analysis, finding), undefined),
        );
  const { findings, others } = analyseWorkspace(snapshot);
  const ofSeveral = others.get(uri) ?? [];
  return [...own, ...ofSeveral, ...(findings.get(uri) ?? [])].filter(
    (finding) => !isIgnoredInFile(finding, document),
  );
}
