import type { OverviewTunnel, TunnelOverview } from '../../server/src/protocol';

/** Everything the page says, in the language of the editor; `{0}` stands for what it fills in. */
export interface MapTexts {
  readonly title: string;
  readonly toolbar: string;
  readonly legend: string;
  readonly device: string;
  readonly allDevices: string;
  readonly cause: string;
  readonly allCauses: string;
  readonly onlyFailing: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly exportSvg: string;
  readonly exportPng: string;
  /** `{0} tunnels between {1} devices, {2} failing` */
  readonly summary: string;
  readonly nothing: string;
  readonly nothingLeft: string;
  /** `device, {0} tunnels, {1} failing` */
  readonly deviceLabel: string;
  readonly notHere: string;
  readonly goTo: string;
  readonly compare: string;
  readonly repair: string;
  readonly saved: string;
  readonly notDrawn: string;
  readonly keys: string;
  readonly selected: string;
  readonly verdicts: Readonly<Record<OverviewTunnel['verdict'], string>>;
}

/** What the extension tells the page. */
export type ToPage =
  | { readonly type: 'start'; readonly texts: MapTexts; readonly overview: TunnelOverview }
  | { readonly type: 'overview'; readonly overview: TunnelOverview }
  | { readonly type: 'saved'; readonly name: string };

/** What the page asks of the extension. */
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'goToDevice'; readonly device: string }
  | { readonly type: 'goToEnd'; readonly tunnel: string; readonly end: 0 | 1 }
  | { readonly type: 'compare' | 'repair'; readonly tunnel: string }
  | { readonly type: 'save'; readonly format: 'svg'; readonly text: string }
  | { readonly type: 'save'; readonly format: 'png'; readonly base64: string };

/** A text with its gaps filled. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (gap, at: string) => String(values[Number(at)] ?? gap));
}
