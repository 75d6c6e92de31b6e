import type { Device } from '../model/device';
import { judge, type Judgement, type RuleDifference, type StoppingFindings } from '../rules/judge';
import type { Documents, Side } from '../rules/tunnelRule';
import { endsOf } from '../tunnels/end';
import type { Item } from '../syntax/tree';
import { pairEnds, type Pairing } from '../tunnels/pairing';
import { analyse, type RuleFinding } from './analysis';
import type { Snapshot } from './workspace';

/** What is known of all files together. */
export interface WorkspaceAnalysis {
  /** The devices whose ends are paired: of several versions of one device the one that counts. */
  readonly devices: readonly Device[];
  readonly judgements: readonly Judgement[];
  readonly unpaired: Pairing['unpaired'];
  /** What the rules about tunnels found, by file. */
  readonly findings: ReadonlyMap<string, readonly RuleFinding[]>;
}

/** How many of the other tunnels with the same problem a diagnostic refers to. */
const MAX_RELATED = 8;

function findingOf(difference: RuleDifference, at: 0 | 1, documents: Documents): RuleFinding {
  const { rule, sides, severity, repairs } = difference;
  const own: Side = sides[at];
  const other: Side = sides[at === 0 ? 1 : 0];
  return {
    rule,
    place: own.place,
    message: own.message,
    causes: own.causes ?? rule.causes,
    related: [{ place: other.place, message: other.value }],
    ...(severity ? { severity } : {}),
    ...(repairs ? { repairs: () => repairs(documents) } : {}),
  };
}

/** The findings of all tunnels by file. A line that many tunnels stumble over is underlined once, for the first of them, and refers to the others. */
function collect(judgements: readonly Judgement[], documents: Documents): Map<string, RuleFinding[]> {
  const byFile = new Map<string, Map<string, RuleFinding>>();
  for (const { differences } of judgements) {
    for (const difference of differences) {
      for (const at of [0, 1] as const) {
        if (difference.sides[at].silent) continue;
        const finding = findingOf(difference, at, documents);
        const { uri, start } = finding.place;
        const ofFile = byFile.get(uri) ?? new Map<string, RuleFinding>();
        byFile.set(uri, ofFile);
        const key = `${finding.rule.id} ${lineKey(finding)} ${start}`;
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

function joined(first: RuleFinding, next: RuleFinding): RuleFinding {
  const related = [...(first.related ?? []), ...(next.related ?? [])];
  return { ...first, related: related.slice(0, MAX_RELATED) };
}

/** Names that devices have before anybody names them: two of them are two devices. */
const FACTORY_NAMES: ReadonlySet<string> = new Set([
  'huawei',
  'usg6000v1',
  'usg6000v',
  'usg6300',
  'usg6500',
  'usg6600',
  'ar',
  'router',
  'firewall',
  'fw',
  'hrp_m',
  'hrp_s',
]);

/** Of several files that describe one device the one that counts: an open file before others, a whole configuration before an excerpt. */
function chosen(snapshot: Snapshot): Device[] {
  const byName = new Map<string, { device: Device; rank: number }>();
  const devices: Device[] = [];
  for (const file of snapshot.all) {
    for (const device of analyse(file).devices) {
      if (endsOf(device).length === 0 && device.interfaces.length === 0) continue;
      const name = device.sysname?.value.toLowerCase();
      if (name === undefined || FACTORY_NAMES.has(name)) {
        devices.push(device);
        continue;
      }
      const rank = (device.whole ? 2 : 0) + (file.version === undefined ? 0 : 1);
      const before = byName.get(name);
      if (!before || rank > before.rank) byName.set(name, { device, rank });
    }
  }
  return [...devices, ...[...byName.values()].map(({ device }) => device)];
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

const known = new WeakMap<Snapshot, WorkspaceAnalysis>();

/** Pairs the ends of all devices and judges their tunnels. The result is kept as long as the snapshot lives. */
export function analyseWorkspace(snapshot: Snapshot): WorkspaceAnalysis {
  let analysis = known.get(snapshot);
  if (!analysis) {
    const devices = chosen(snapshot);
    const { tunnels, unpaired } = pairEnds(devices);
    const stopping = stoppingFindings(snapshot);
    const judgements = tunnels.map((tunnel) => judge(tunnel, stopping));
    const findings = collect(judgements, (uri) => snapshot.file(uri)?.document);
    analysis = { devices, judgements, unpaired, findings };
    known.set(snapshot, analysis);
  }
  return analysis;
}

/** Everything the rules found in a file, about it alone and about the tunnels it has an end of. */
export function findingsIn(snapshot: Snapshot, uri: string): readonly RuleFinding[] {
  const file = snapshot.file(uri);
  if (!file) return [];
  return [...analyse(file).findings, ...(analyseWorkspace(snapshot).findings.get(uri) ?? [])];
}
