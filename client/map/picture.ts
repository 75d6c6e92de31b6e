import type { Frame } from './camera';
import { draw } from './drawing';

/** What of an element's looks a picture has to say itself: it leaves the style sheet behind. */
const LOOKS = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
];

/** No side of a picture has more pixels than this: browsers draw nothing on a larger canvas. */
const MOST_PIXELS = 8192;

/** Pixels for each unit of the drawing, where that is not too many. */
const SHARPNESS = 2;

/** Says of an element what its style says. Programs that draw pictures want how opaque a colour is to be told apart from it. */
function setLook(element: SVGElement, name: string, value: string): void {
  const [, red, green, blue, opacity] = /^rgba\((.*), (.*), (.*), (.*)\)$/.exec(value) ?? [];
  element.setAttribute(name, opacity === undefined ? value : `rgb(${red}, ${green}, ${blue})`);
  if (opacity !== undefined) element.setAttribute(`${name}-opacity`, opacity);
}

/** The drawing as a file of its own: what lies in the frame, in the colours of the theme that is on. */
export function asSvg(world: SVGGElement, frame: Frame, title: string): string {
  const { x, y, width, height } = frame;
  const copy = world.cloneNode(true) as SVGGElement;
  for (const name of ['transform', 'class']) copy.removeAttribute(name);
  const originals = world.querySelectorAll<SVGElement>('*');
  for (const [at, element] of copy.querySelectorAll<SVGElement>('*').entries()) {
    const original = originals[at];
    if (!original || element.tagName === 'title') continue;
    const style = getComputedStyle(original);
    for (const name of ['tabindex', 'role', 'aria-label', 'class']) element.removeAttribute(name);
    if (original.classList.contains('reach')) element.setAttribute('visibility', 'hidden');
    if (element.tagName === 'g') continue;
    for (const name of LOOKS) setLook(element, name, style.getPropertyValue(name));
  }
  for (const hidden of [...copy.querySelectorAll('[visibility=hidden]')]) hidden.remove();
  const background = getComputedStyle(document.body).backgroundColor;
  const svg = draw(
    'svg',
    {
      viewBox: [x, y, width, height].map(Math.round).join(' '),
      width: Math.round(width),
      height: Math.round(height),
    },
    draw('title', {}, title),
    draw('rect', { x, y, width, height, fill: background }),
    copy,
  );
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
}

/** A drawing as the bytes of a PNG, in base64; undefined where the browser cannot draw it. */
export async function asPng(svg: string, { width, height }: Frame): Promise<string | undefined> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  try {
    await image.decode();
  } catch {
    return undefined;
  }
  const scale = Math.min(SHARPNESS, MOST_PIXELS / width, MOST_PIXELS / height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const [, base64] = canvas.toDataURL('image/png').split('base64,');
  return base64;
}
