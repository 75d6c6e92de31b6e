import type { Point } from './layout';

/** A part of the drawing: what lies within. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const LIMITS = { least: 0.04, most: 3 };

/** Below this scale the smaller texts cannot be read and are left out. */
const DETAIL = 0.45;

/** Moves and scales the drawing within its window: wheel, drag, keys and buttons. */
export class Camera {
  private x = 0;
  private y = 0;
  private scale = 1;
  private dragged = false;
  /** What is to fill the window, until somebody moves or scales it. */
  private fitted: Frame | undefined;

  /** `world` is the group that is moved within `window`. */
  constructor(
    private readonly window: SVGSVGElement,
    private readonly world: SVGGElement,
  ) {
    window.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault();
        // A wheel that tells lines turns in larger steps than one that tells pixels.
        const step = event.deltaMode === 0 ? event.deltaY : event.deltaY * 20;
        this.zoom(Math.exp(-step * 0.0015), this.inWindow(event));
      },
      { passive: false },
    );
    new ResizeObserver(() => {
      if (this.fitted) this.fit(this.fitted);
    }).observe(window);
    window.addEventListener('pointerdown', (event) => {
      if (event.button === 0) this.drag(event);
    });
  }

  /** Whether the press that just ended moved the drawing, so that it was no click. */
  get wasDragged(): boolean {
    return this.dragged;
  }

  /** Scales about a point of the window, its middle where none is given. */
  zoom(factor: number, about: Point = this.middle): void {
    const scale = Math.min(LIMITS.most, Math.max(LIMITS.least, this.scale * factor));
    const by = scale / this.scale;
    this.x = about.x - (about.x - this.x) * by;
    this.y = about.y - (about.y - this.y) * by;
    this.scale = scale;
    this.fitted = undefined;
    this.apply();
  }

  /** Shows a part of the drawing as large as fits, though not larger than it is. */
  fit(frame: Frame): void {
    this.fitted = frame;
    const { width, height } = this.window.getBoundingClientRect();
    if (width === 0 || height === 0) return;
    const scale = Math.min(width / frame.width, height / frame.height, 1);
    this.scale = Math.max(scale, LIMITS.least);
    this.x = width / 2 - (frame.x + frame.width / 2) * this.scale;
    this.y = height / 2 - (frame.y + frame.height / 2) * this.scale;
    this.apply();
  }

  /** Moves the drawing just so far that a point of it stands well within the window. */
  reveal(point: Point): void {
    const { width, height } = this.window.getBoundingClientRect();
    const margin = Math.min(80, width / 4, height / 4);
    const at = { x: point.x * this.scale + this.x, y: point.y * this.scale + this.y };
    const [dx, dy] = [
      Math.max(0, margin - at.x) - Math.max(0, at.x - (width - margin)),
      Math.max(0, margin - at.y) - Math.max(0, at.y - (height - margin)),
    ];
    if (dx === 0 && dy === 0) return;
    this.fitted = undefined;
    this.x += dx;
    this.y += dy;
    this.apply();
  }

  /** The point of the drawing at an event. */
  inWorld(event: MouseEvent): Point {
    const { x, y } = this.inWindow(event);
    return { x: (x - this.x) / this.scale, y: (y - this.y) / this.scale };
  }

  private get middle(): Point {
    const { width, height } = this.window.getBoundingClientRect();
    return { x: width / 2, y: height / 2 };
  }

  private inWindow({ clientX, clientY }: MouseEvent): Point {
    const { left, top } = this.window.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  private apply(): void {
    this.world.setAttribute('transform', `translate(${this.x} ${this.y}) scale(${this.scale})`);
    this.window.classList.toggle('far', this.scale < DETAIL);
  }

  private drag(down: PointerEvent): void {
    this.dragged = false;
    let last: Point = { x: down.clientX, y: down.clientY };
    const move = ({ clientX, clientY }: PointerEvent): void => {
      // A hand that clicks is not quite still.
      if (!this.dragged && Math.hypot(clientX - last.x, clientY - last.y) < 4) return;
      this.dragged = true;
      this.fitted = undefined;
      this.x += clientX - last.x;
      this.y += clientY - last.y;
      last = { x: clientX, y: clientY };
      this.apply();
    };
    const stop = (): void => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', stop);
      removeEventListener('pointercancel', stop);
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', stop);
    addEventListener('pointercancel', stop);
  }
}
