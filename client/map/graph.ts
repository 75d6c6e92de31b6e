import type { OverviewDevice, OverviewEnd, OverviewTunnel, TunnelOverview } from '../../server/src/protocol';

/** What of the tunnels is shown; everything where nothing is said. */
export interface Filter {
  readonly device?: string;
  readonly cause?: string;
  readonly onlyFailing?: boolean;
}

export type Verdict = OverviewTunnel['verdict'];

/** A device, or somebody of whom no file says more than the address. */
export interface MapNode {
  readonly key: string;
  readonly name: string;
  readonly detail: string;
  /** What of that stands on it: nothing in a large map, whose boxes have to be small. */
  readonly drawn: string;
  readonly device?: OverviewDevice;
  /** Of all its tunnels that are shown. */
  readonly tunnels: number;
  readonly failing: number;
  /** The worst verdict of them. */
  readonly verdict: Verdict;
}

export interface MapEdge {
  readonly key: string;
  readonly tunnel: OverviewTunnel;
  /** The keys of the nodes at its ends, in the order of the ends. */
  readonly nodes: readonly [string, string];
  /** Of several tunnels between two nodes, how far from the straight line this one runs: 0 on it, others on either side. */
  readonly lane: number;
}

export interface Graph {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}

/** A map of more nodes than this is large. */
const MANY = 40;

const BY_WEIGHT: readonly Verdict[] = ['fails', 'fails-at-rekey', 'unknown', 'ok'];

/** Whether a tunnel fails, and nobody has accepted that. */
export function isFailing({ verdict, accepted }: OverviewTunnel): boolean {
  return verdict.startsWith('fails') && accepted !== true;
}

/** The causes that devices print of any tunnel, each with how many tunnels it is of. */
export function causesIn({ tunnels }: TunnelOverview): [string, number][] {
  const counts = new Map<string, number>();
  for (const { causes } of tunnels)
    for (const cause of causes) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}

function fits(tunnel: OverviewTunnel, { device, cause, onlyFailing }: Filter): boolean {
  return (
    (device === undefined || tunnel.ends.some((end) => end.device === device)) &&
    (cause === undefined || tunnel.causes.includes(cause)) &&
    (onlyFailing !== true || isFailing(tunnel))
  );
}

/** Those who are called by one address are one; whoever calls is somebody else for each end. */
function keyOf({ device, address }: OverviewEnd, tunnel: OverviewTunnel): string {
  if (device !== undefined) return `device ${device}`;
  return address === undefined ? `anybody ${tunnel.id}` : `address ${address}`;
}

/** The lanes of `count` lines side by side: -0.5, 0.5 for two of them. */
function laneOf(at: number, count: number): number {
  return at - (count - 1) / 2;
}

/** What is drawn of the tunnels: those that a filter leaves, and who is at their ends. */
export function graphOf({ devices, tunnels }: TunnelOverview, filter: Filter): Graph {
  const shown = tunnels.filter((tunnel) => fits(tunnel, filter));
  const byName = new Map(devices.map((device) => [device.name, device]));
  const between = new Map<string, OverviewTunnel[]>();
  const ofNode = new Map<string, { end: OverviewEnd; tunnels: OverviewTunnel[] }>();
  const pairOf = (tunnel: OverviewTunnel): [string, string] => {
    const [a, b] = tunnel.ends;
    return [keyOf(a, tunnel), keyOf(b, tunnel)];
  };
  for (const tunnel of shown) {
    const keys = pairOf(tunnel);
    const pair = [...keys].sort().join('\n');
    between.set(pair, [...(between.get(pair) ?? []), tunnel]);
    for (const [at, key] of keys.entries()) {
      const end = tunnel.ends[at === 0 ? 0 : 1];
      const node = ofNode.get(key) ?? { end, tunnels: [] };
      node.tunnels.push(tunnel);
      ofNode.set(key, node);
    }
  }
  const edges = [...between.values()].flatMap((all) => {
    const [first] = all[0] ? pairOf(all[0]) : [];
    return all.map((tunnel, at): MapEdge => {
      const nodes = pairOf(tunnel);
      // A lane lies on one side as seen from the end that comes first, whichever end the tunnel begins with.
      const lane = laneOf(at, all.length) * (nodes[0] === first ? 1 : -1);
      return { key: `tunnel ${tunnel.id}`, tunnel, nodes, lane };
    });
  });
  const nodes = [...ofNode].map(([key, { end, tunnels: own }]): MapNode => {
    const device = end.device === undefined ? undefined : byName.get(end.device);
    const detail = device?.release ?? (end.device === undefined ? '' : (end.address ?? ''));
    return {
      key,
      name: end.device ?? end.label,
      detail,
      drawn: ofNode.size > MANY ? '' : detail,
      ...(device ? { device } : {}),
      tunnels: own.length,
      failing: own.filter(isFailing).length,
      verdict: BY_WEIGHT.find((verdict) => own.some((each) => each.verdict === verdict)) ?? 'unknown',
    };
  });
  return { nodes, edges };
}

/** A text that is the same for graphs of the same nodes and edges, whatever is said of them. */
export function shapeOf({ nodes, edges }: Graph): string {
  return JSON.stringify([nodes.map(({ key }) => key), edges.map(({ key }) => key)]);
}
