import { fill, type MapTexts } from './messages';
import type { Graph, MapEdge, MapNode, Verdict } from './graph';
import type { Point } from './layout';

const SVG = 'http://www.w3.org/2000/svg';

/** How high a node's box is, and how far the lanes of parallel tunnels lie apart. */
export const NODE_HEIGHT = 46;
const LANE = 56;

/** Longer names, and longer ones of the smaller texts, are cut off in the picture, not in what is read out. */
const MAX_NAME = 28;
const MAX_DETAIL = 38;

/** What a verdict is drawn as, so that no colour is needed to tell them apart: a mark within a circle of 9. */
const MARKS: Readonly<Record<Verdict, string>> = {
  ok: 'M-4 0 L-1 3.5 L4.5 -3.5',
  fails: 'M-3.5 -3.5 L3.5 3.5 M3.5 -3.5 L-3.5 3.5',
  'fails-at-rekey': 'M0 -5 L0 1 M0 4 L0 4.6',
  unknown: 'M-2.6 -2.4 Q-2.4 -5 0 -5 Q2.8 -5 2.6 -2.4 Q2.4 -0.6 0 0.4 L0 1.4 M0 4 L0 4.6',
};

/** A thing on the map that can be gone to. */
export interface Item {
  readonly key: string;
  readonly element: SVGGElement;
  /** Where it is, for who moves about with the arrow keys. */
  readonly at: Point;
  readonly node?: MapNode;
  readonly edge?: MapEdge;
}

/** Makes an element of the drawing. */
export function draw<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: readonly (SVGElement | string)[]
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/** The mark of a verdict, a triangle about it where the tunnel comes up first. */
export function mark(verdict: Verdict, x: number, y: number): SVGGElement {
  const frame =
    verdict === 'fails-at-rekey'
      ? draw('path', { class: 'frame', d: 'M0 -11 L11 8.5 L-11 8.5 Z' })
      : draw('circle', { class: 'frame', r: 9 });
  return draw(
    'g',
    { class: 'mark', transform: `translate(${x} ${y})` },
    frame,
    draw('path', { class: 'sign', d: MARKS[verdict] }),
  );
}

const measuring = document.createElement('canvas').getContext('2d');

/** How wide a text is in the drawing. */
function textWidth(text: string, bold: boolean): number {
  if (!measuring) return text.length * 8;
  measuring.font = `${bold ? '600 ' : ''}13px ${getComputedStyle(document.body).fontFamily}`;
  return measuring.measureText(text).width;
}

function shortened(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}

/** How wide a node's box is. */
export function nodeWidth({ name, drawn }: MapNode): number {
  const text = Math.max(
    textWidth(shortened(name, MAX_NAME), true),
    textWidth(shortened(drawn, MAX_DETAIL), false) * 0.85,
  );
  return Math.ceil(Math.max(96, text + 52));
}

/** What is read out of a node. */
export function nodeLabel({ name, detail, device, tunnels, failing }: MapNode, texts: MapTexts): string {
  const counts = fill(texts.deviceLabel, tunnels, failing);
  return [name, detail, device ? '' : texts.notHere, counts].filter((part) => part !== '').join(', ');
}

/** What an end is called where its device is in no file as well. */
export function endName({ device, label }: MapEdge['tunnel']['ends'][number]): string {
  return device ?? label;
}

/** `FW_A ↔ FW_B`. */
export function tunnelName({ tunnel: { ends } }: MapEdge): string {
  return ends.map(endName).join(' ↔ ');
}

/** What is read out of a tunnel. */
function edgeLabel(edge: MapEdge): string {
  const { says, causes } = edge.tunnel;
  return [`${tunnelName(edge)}: ${says}`, ...causes].join(', ');
}

/** A line that bows out by its lane, and its middle. */
function curve(a: Point, b: Point, lane: number): { path: string; middle: Point } {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy) || 1;
  const bow = lane * LANE;
  const control = { x: (a.x + b.x) / 2 - (dy / length) * bow, y: (a.y + b.y) / 2 + (dx / length) * bow };
  const middle = { x: (a.x + 2 * control.x + b.x) / 4, y: (a.y + 2 * control.y + b.y) / 4 };
  const [cx, cy] = [control.x.toFixed(1), control.y.toFixed(1)];
  return {
    path: `M${a.x.toFixed(1)} ${a.y.toFixed(1)} Q${cx} ${cy} ${b.x.toFixed(1)} ${b.y.toFixed(1)}`,
    middle,
  };
}

function itemGroup(kind: string, verdict: Verdict, label: string): SVGGElement {
  const element = draw('g', {
    class: `${kind} ${verdict}`,
    role: 'button',
    tabindex: -1,
    'aria-label': label,
  });
  // The same as a tooltip for who points at it.
  element.append(draw('title', {}, label));
  return element;
}

function edgeItem(edge: MapEdge, a: Point, b: Point): Item {
  const { path, middle } = curve(a, b, edge.lane);
  const { verdict, says } = edge.tunnel;
  const element = itemGroup('tunnel', verdict, edgeLabel(edge));
  element.append(
    draw('path', { class: 'reach', d: path }),
    draw('path', { class: 'line', d: path }),
    mark(verdict, middle.x, middle.y),
  );
  if (verdict !== 'ok')
    element.append(
      draw('text', { class: 'says', x: middle.x, y: middle.y + 24 }, shortened(says, MAX_DETAIL)),
    );
  return { key: edge.key, element, at: middle, edge };
}

function nodeItem(node: MapNode, at: Point, texts: MapTexts): Item {
  const { name, drawn, verdict, device } = node;
  const width = nodeWidth(node);
  const [left, top] = [at.x - width / 2, at.y - NODE_HEIGHT / 2];
  const element = itemGroup(device ? 'device' : 'device absent', verdict, nodeLabel(node, texts));
  const x = left + 38;
  element.append(
    draw('rect', { class: 'box', x: left, y: top, width, height: NODE_HEIGHT, rx: 5 }),
    mark(verdict, left + 20, at.y),
    draw('text', { class: 'name', x, y: drawn === '' ? at.y + 4.5 : at.y - 3 }, shortened(name, MAX_NAME)),
  );
  if (drawn !== '')
    element.append(draw('text', { class: 'detail', x, y: at.y + 13 }, shortened(drawn, MAX_DETAIL)));
  return { key: node.key, element, at, node };
}

/** Everything of a graph as elements: tunnels first, so that the devices cover their lines. */
export function items(graph: Graph, places: ReadonlyMap<string, Point>, texts: MapTexts): Item[] {
  const edges = graph.edges.flatMap((edge) => {
    const [a, b] = edge.nodes.map((key) => places.get(key));
    return a && b ? [edgeItem(edge, a, b)] : [];
  });
  const nodes = graph.nodes.flatMap((node) => {
    const at = places.get(node.key);
    return at ? [nodeItem(node, at, texts)] : [];
  });
  return [...edges, ...nodes];
}
