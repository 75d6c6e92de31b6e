import type * as D3 from 'd3-force' with { 'resolution-mode': 'import' };
import type { Graph } from './graph';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What d3-force moves: a node, with the rings of nodes around it that have a tunnel with it alone. */
interface Body {
  readonly key: string;
  readonly radius: number;
  /** The nodes around it, and where they stand from its middle. */
  readonly around: ReadonlyMap<string, Point>;
  x: number;
  y: number;
}

/** Boxes are wider than they are high: what is laid out round is pressed together. */
const FLATNESS = 0.62;

/** The space between boxes. */
const GAP = 44;

/** So much longer than both bodies together a tunnel between them likes to be. */
const SPAN = 90;

/** A hub with more branches than this has them in rings around it; fewer find their places like all others. */
const FEW = 8;

/** The angle by which seeds of a sunflower follow each other: no two of them start at one place. */
const GOLDEN = 2.399963;

/** How many steps the forces take: fewer in a large map, which takes longer for each and where less of it is seen at once. */
function stepsFor(bodies: number): number {
  return Math.round(Math.max(60, Math.min(300, 40_000 / Math.max(bodies, 1))));
}

/** Places in rings around a middle of some radius, each at least `apart` from all others. */
function rings(count: number, middle: number, apart: number): { places: Point[]; radius: number } {
  const capacities: number[] = [];
  const radiusOf = (ring: number): number => middle + apart * (ring + 0.75);
  for (let left = count, ring = 0; left > 0; ring++) {
    const most = Math.max(1, Math.floor(Math.PI / Math.asin(apart / (2 * radiusOf(ring)))));
    capacities.push(most);
    left -= most;
  }
  // The last ring is not left half empty: all are as full as each other.
  const all = capacities.reduce((sum, each) => sum + each, 0);
  const places: Point[] = [];
  for (const [ring, capacity] of capacities.entries()) {
    const isLast = ring === capacities.length - 1;
    const left = count - places.length;
    const own = isLast ? left : Math.min(left, Math.ceil((capacity * count) / all));
    for (let at = 0; at < own; at++) {
      const turn = (2 * Math.PI * (at + ring / 2)) / own;
      places.push({ x: radiusOf(ring) * Math.cos(turn), y: radiusOf(ring) * Math.sin(turn) });
    }
  }
  return { places, radius: radiusOf(capacities.length - 1) + apart / 2 };
}

/** Who has tunnels with whom. */
function neighboursIn({ edges }: Graph): Map<string, Set<string>> {
  const neighbours = new Map<string, Set<string>>();
  for (const { nodes } of edges)
    for (const [at, key] of nodes.entries()) {
      const others = neighbours.get(key) ?? new Set();
      others.add(nodes[at === 0 ? 1 : 0]);
      neighbours.set(key, others);
    }
  return neighbours;
}

/** The parts of a graph that no tunnel joins, each with its nodes in order. */
function partsOf(graph: Graph, neighbours: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const seen = new Set<string>();
  return graph.nodes.flatMap(({ key }) => {
    if (seen.has(key)) return [];
    seen.add(key);
    const part = [key];
    // What is added on the way is walked through as well.
    for (const each of part)
      for (const other of neighbours.get(each) ?? [])
        if (!seen.has(other)) {
          seen.add(other);
          part.push(other);
        }
    return [part];
  });
}

/** Puts the branches of large hubs around them; all other nodes are bodies of their own. */
function bodiesOf(
  part: readonly string[],
  neighbours: ReadonlyMap<string, ReadonlySet<string>>,
  widthOf: (key: string) => number,
): Body[] {
  const ringed = new Map<string, ReadonlyMap<string, Point>>();
  const radii = new Map<string, number>();
  for (const key of part) {
    const branches = [...(neighbours.get(key) ?? [])].filter((other) => neighbours.get(other)?.size === 1);
    if (branches.length <= FEW) continue;
    const apart = Math.max(...branches.map(widthOf)) + GAP;
    const { places, radius } = rings(branches.length, (widthOf(key) + GAP) / 2, apart);
    ringed.set(key, new Map(branches.map((branch, at) => [branch, places[at] ?? { x: 0, y: 0 }])));
    radii.set(key, radius);
  }
  const placed = new Set([...ringed.values()].flatMap((around) => [...around.keys()]));
  return part
    .filter((key) => !placed.has(key))
    .map((key, at): Body => {
      const radius = radii.get(key) ?? (widthOf(key) + GAP) / 2;
      const far = radius * Math.sqrt(at);
      const around = ringed.get(key) ?? new Map<string, Point>();
      return { key, radius, around, x: far * Math.cos(at * GOLDEN), y: far * Math.sin(at * GOLDEN) };
    });
}

/** Lets forces find the places of some bodies: tunnels pull them together, and none lies upon another in the end. */
function settle(bodies: Body[], { edges }: Graph, d3: typeof D3): void {
  const radii = new Map(bodies.map(({ key, radius }) => [key, radius]));
  const links = edges.flatMap(({ nodes: [source, target] }) => {
    const [a, b] = [radii.get(source), radii.get(target)];
    return a === undefined || b === undefined ? [] : [{ source, target, span: a + b + SPAN }];
  });
  const simulation = d3
    .forceSimulation(bodies)
    .force(
      'link',
      d3
        .forceLink<Body, (typeof links)[number]>(links as never)
        .id(({ key }) => key)
        .distance(({ span }) => span),
    )
    .force('charge', d3.forceManyBody<Body>().strength(-900).distanceMax(1500))
    .force('collide', d3.forceCollide<Body>(({ radius }) => radius).iterations(3))
    .force('x', d3.forceX<Body>().strength(0.06))
    .force('y', d3.forceY<Body>().strength(0.06))
    .stop();
  const steps = stepsFor(bodies.length);
  simulation.tick(steps);
  // In the end nothing pulls any more, so that what still lies upon something else gets off it.
  for (const force of ['link', 'charge', 'x', 'y']) simulation.force(force, null);
  simulation.alpha(1).tick(Math.round(steps / 3));
}

/** Some bodies as one, around the middle of what they take up. */
function joined(bodies: readonly Body[]): Body {
  const [first] = bodies;
  const low = (side: 'x' | 'y'): number => Math.min(...bodies.map((each) => each[side] - each.radius));
  const high = (side: 'x' | 'y'): number => Math.max(...bodies.map((each) => each[side] + each.radius));
  const [x, y] = [(low('x') + high('x')) / 2, (low('y') + high('y')) / 2];
  const around = bodies.flatMap((body) => [
    [body.key, { x: body.x - x, y: body.y - y }] as const,
    ...[...body.around].map(
      ([key, from]) => [key, { x: body.x + from.x - x, y: body.y + from.y - y }] as const,
    ),
  ]);
  const reach = bodies.map((body) => Math.hypot(body.x - x, body.y - y) + body.radius);
  return { key: first?.key ?? '', radius: Math.max(...reach), around: new Map(around), x: 0, y: 0 };
}

/**
 * Finds a place for every node so that none covers another, those with a tunnel are near each other, and what no tunnel joins lies side by
 * side. The same graph is always laid out the same way. `widthOf` gives how wide a node's box is.
 */
export async function layout(graph: Graph, widthOf: (key: string) => number): Promise<Map<string, Point>> {
  // Loaded where it is needed: the module is one of ECMAScript's, and the tests of this file are not.
  const d3 = await import('d3-force');
  const neighbours = neighboursIn(graph);
  const parts = partsOf(graph, neighbours).map((part) => {
    const bodies = bodiesOf(part, neighbours, widthOf);
    settle(bodies, graph, d3);
    return joined(bodies);
  });
  // The largest part is in the middle.
  parts.sort((a, b) => b.radius - a.radius);
  for (const [at, part] of parts.entries()) {
    const far = 2 * (parts[0]?.radius ?? 0) * Math.sqrt(at);
    part.x = far * Math.cos(at * GOLDEN);
    part.y = far * Math.sin(at * GOLDEN);
  }
  if (parts.length > 1) settle(parts, { nodes: [], edges: [] }, d3);
  return new Map(
    parts.flatMap(({ x, y, around }) =>
      [...around].map(([key, from]): [string, Point] => [key, { x: x + from.x, y: (y + from.y) * FLATNESS }]),
    ),
  );
}
