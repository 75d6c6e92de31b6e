import type { TunnelOverview } from '../../server/src/protocol';
import { Camera, type Frame } from './camera';
import { details } from './details';
import { draw, items, mark, nodeWidth, NODE_HEIGHT, type Item } from './drawing';
import { graphOf, isFailing, shapeOf, type Filter, type Graph, type Verdict } from './graph';
import { layout, type Point } from './layout';
import { fill, type FromPage, type MapTexts } from './messages';
import { asPng, asSvg } from './picture';
import { button, FilterControls, make } from './toolbar';

/** What the page needs of VS Code. */
export interface Host {
  readonly post: (message: FromPage) => void;
  /** What was chosen when the page was last shown. */
  readonly filter: Filter;
  readonly keep: (filter: Filter) => void;
}

const VERDICTS: readonly Verdict[] = ['ok', 'fails', 'fails-at-rekey', 'unknown'];

/** The space around the drawing. */
const MARGIN = 40;

const ZOOM_STEP = 1.25;

/** Where the arrow keys lead. */
const DIRECTIONS: Readonly<Record<string, Point>> = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
};

/** The item that somebody means who looks from a point in a direction: near, and not far off to the side. */
function towards(from: Point, direction: Point, all: readonly Item[]): Item | undefined {
  let best: { item: Item; cost: number } | undefined;
  for (const item of all) {
    const [dx, dy] = [item.at.x - from.x, item.at.y - from.y];
    const ahead = dx * direction.x + dy * direction.y;
    const aside = Math.abs(dx * direction.y - dy * direction.x);
    if (ahead < 1) continue;
    const cost = ahead + 2 * aside;
    if (!best || cost < best.cost) best = { item, cost };
  }
  return best?.item;
}

/** The page of the map: what is drawn, and what a person does with it. */
export class TunnelMap {
  private readonly world = draw('g', { class: 'world' });
  private readonly window = draw('svg', { class: 'window', role: 'group' }, this.world);
  private readonly camera = new Camera(this.window, this.world);
  private readonly summary = make('p', { class: 'summary', role: 'status' });
  private readonly nothing = make('p', { class: 'nothing' });
  private readonly panel = make('section', { class: 'details' });
  private readonly controls: FilterControls;
  private filter: Filter;
  private overview: TunnelOverview = { devices: [], tunnels: [] };
  private all: readonly Item[] = [];
  private places: { readonly shape: string; readonly points: ReadonlyMap<string, Point> } | undefined;
  private selected: string | undefined;
  /** How many drawings have begun: only the last one counts. */
  private drawings = 0;

  constructor(
    body: HTMLElement,
    private readonly texts: MapTexts,
    private readonly host: Host,
  ) {
    this.filter = host.filter;
    this.controls = new FilterControls(texts, {
      filter: host.filter,
      changed: (filter) => {
        this.filter = filter;
        host.keep(filter);
        void this.redraw();
      },
    });
    const keys = make('p', { id: 'keys', class: 'unseen' }, texts.keys);
    this.window.setAttribute('aria-label', texts.title);
    this.window.setAttribute('aria-describedby', 'keys');
    this.panel.setAttribute('aria-label', texts.selected);
    this.panel.hidden = true;
    body.replaceChildren(
      make(
        'header',
        { role: 'group', 'aria-label': texts.toolbar },
        ...this.controls.elements,
        make('span', { class: 'space' }),
        ...this.buttons(),
      ),
      make('main', {}, this.window, this.nothing, this.panel),
      make('footer', {}, this.summary, this.legend()),
      keys,
    );
    this.listen();
  }

  /** Draws the tunnels as they are now. */
  async show(overview: TunnelOverview): Promise<void> {
    this.overview = overview;
    await this.redraw();
  }

  /** Says that a picture was written. */
  tellSaved(name: string): void {
    this.summary.textContent = fill(this.texts.saved, name);
  }

  private buttons(): HTMLElement[] {
    const { texts, camera } = this;
    return [
      button(
        '−',
        () => {
          camera.zoom(1 / ZOOM_STEP);
        },
        texts.zoomOut,
      ),
      button(
        '+',
        () => {
          camera.zoom(ZOOM_STEP);
        },
        texts.zoomIn,
      ),
      button(texts.fit, () => {
        this.fit();
      }),
      button(
        'SVG',
        () => {
          this.export('svg');
        },
        texts.exportSvg,
      ),
      button(
        'PNG',
        () => {
          this.export('png');
        },
        texts.exportPng,
      ),
    ];
  }

  private legend(): HTMLElement {
    const entries = VERDICTS.map((verdict) => {
      const line = draw('path', { class: 'line', d: 'M1 12 L55 12' });
      const sample = draw('g', { class: `tunnel ${verdict}` }, line, mark(verdict, 28, 12));
      const picture = draw('svg', { class: 'sample', width: 56, height: 24, 'aria-hidden': 'true' }, sample);
      return make('li', {}, picture, this.texts.verdicts[verdict]);
    });
    return make('ul', { class: 'legend', 'aria-label': this.texts.legend }, ...entries);
  }

  private listen(): void {
    const { world, window: view } = this;
    view.addEventListener('click', (event) => {
      const item = this.itemOf(event.target);
      if (!item || this.camera.wasDragged) return;
      this.select(item, true);
      this.goTo(item, this.nearerEnd(item, this.camera.inWorld(event)));
    });
    world.addEventListener('focusin', ({ target }) => {
      const item = this.itemOf(target);
      if (!item) return;
      this.select(item, false);
      // A press on it shows that it is seen; the map must not move away below the hand.
      if (item.element.matches(':focus-visible')) this.camera.reveal(item.at);
    });
    view.addEventListener('keydown', (event) => {
      this.pressed(event);
    });
  }

  private pressed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const item = this.itemOf(event.target);
    const direction = DIRECTIONS[event.key];
    if (direction && item) this.move(towards(item.at, direction, this.all));
    else if (event.key === 'Home') this.move(this.all[0]);
    else if (event.key === 'End') this.move(this.all.at(-1));
    else if (event.key === '+' || event.key === '=') this.camera.zoom(ZOOM_STEP);
    else if (event.key === '-') this.camera.zoom(1 / ZOOM_STEP);
    else if (event.key === '0') this.fit();
    else if (item && (event.key === 'Enter' || event.key === ' ')) this.goTo(item, event.shiftKey ? 1 : 0);
    else return;
    event.preventDefault();
  }

  private move(item: Item | undefined): void {
    if (item) this.select(item, true);
    if (item) this.camera.reveal(item.at);
  }

  private itemOf(target: EventTarget | null): Item | undefined {
    const element = target instanceof Element ? target.closest('.tunnel, .device') : null;
    return this.all.find((item) => item.element === element);
  }

  /** The end of a tunnel that is nearer to a point. */
  private nearerEnd({ edge }: Item, { x, y }: Point): 0 | 1 {
    const [a, b] = (edge?.nodes ?? []).map((key) => this.places?.points.get(key));
    return a && b && Math.hypot(b.x - x, b.y - y) < Math.hypot(a.x - x, a.y - y) ? 1 : 0;
  }

  private goTo({ node, edge }: Item, wanted: 0 | 1): void {
    if (node?.device) this.host.post({ type: 'goToDevice', device: node.device.name });
    if (!edge) return;
    const { id, ends } = edge.tunnel;
    const end = ends[wanted].location ? wanted : wanted === 0 ? 1 : 0;
    this.host.post({ type: 'goToEnd', tunnel: id, end });
  }

  /** Makes an item the one that Tab comes to and that the panel speaks of. */
  private select(item: Item, focus: boolean): void {
    for (const each of this.all) {
      const isIt = each.key === item.key;
      each.element.setAttribute('tabindex', isIt ? '0' : '-1');
      each.element.classList.toggle('selected', isIt);
    }
    this.selected = item.key;
    this.panel.hidden = false;
    this.panel.replaceChildren(...details(item, this.texts, this.host.post));
    if (focus) item.element.focus({ preventScroll: true });
  }

  private async redraw(): Promise<void> {
    const drawing = ++this.drawings;
    const { overview, filter, texts } = this;
    this.controls.offer(overview, filter);
    const graph = graphOf(overview, filter);
    const shape = shapeOf(graph);
    const isNew = this.places?.shape !== shape;
    const points = this.places && !isNew ? this.places.points : await this.place(graph);
    if (drawing !== this.drawings) return;
    this.places = { shape, points };
    const hadFocus = this.world.contains(document.activeElement);
    this.all = items(graph, points, texts);
    this.world.replaceChildren(...this.all.map(({ element }) => element));
    this.tell(graph);
    const before = this.all.find(({ key }) => key === this.selected);
    if (before) this.select(before, hadFocus);
    else this.unselect();
    if (isNew) this.fit();
  }

  private unselect(): void {
    this.selected = undefined;
    this.panel.hidden = true;
    this.panel.replaceChildren();
    // The first device is where Tab comes in.
    (this.all.find(({ node }) => node) ?? this.all[0])?.element.setAttribute('tabindex', '0');
  }

  private place(graph: Graph): Promise<ReadonlyMap<string, Point>> {
    const widths = new Map(graph.nodes.map((node) => [node.key, nodeWidth(node)]));
    return layout(graph, (key) => widths.get(key) ?? 0);
  }

  private tell({ nodes, edges }: Graph): void {
    const { texts, overview } = this;
    const failing = edges.filter(({ tunnel }) => isFailing(tunnel)).length;
    const isEmpty = edges.length === 0;
    this.nothing.textContent =
      isEmpty && overview.tunnels.length > 0 ? texts.nothingLeft : isEmpty ? texts.nothing : '';
    this.nothing.hidden = !isEmpty;
    const devices = nodes.filter(({ device }) => device).length;
    this.summary.textContent = fill(texts.summary, edges.length, devices, failing);
  }

  /** What holds all that is drawn. */
  private get frame(): Frame {
    const boxes = this.all.flatMap(({ at, node }) => {
      const half = node ? nodeWidth(node) / 2 : 60;
      return [
        { x: at.x - half, y: at.y - NODE_HEIGHT / 2 },
        { x: at.x + half, y: at.y + NODE_HEIGHT / 2 },
      ];
    });
    if (boxes.length === 0) return { x: 0, y: 0, width: 1, height: 1 };
    const xs = boxes.map(({ x }) => x);
    const ys = boxes.map(({ y }) => y);
    const [left, top] = [Math.min(...xs) - MARGIN, Math.min(...ys) - MARGIN];
    return {
      x: left,
      y: top,
      width: Math.max(...xs) + MARGIN - left,
      height: Math.max(...ys) + MARGIN - top,
    };
  }

  private fit(): void {
    this.camera.fit(this.frame);
  }

  private export(format: 'svg' | 'png'): void {
    const { frame, texts, host } = this;
    if (this.all.length === 0) return;
    // What is hidden from afar is in the picture.
    const isFar = this.window.classList.contains('far');
    this.window.classList.remove('far');
    const text = asSvg(this.world, frame, texts.title);
    this.window.classList.toggle('far', isFar);
    if (format === 'svg') host.post({ type: 'save', format, text });
    else
      void asPng(text, frame).then((base64) => {
        if (base64 === undefined || base64 === '') this.summary.textContent = texts.notDrawn;
        else host.post({ type: 'save', format, base64 });
      });
  }
}
