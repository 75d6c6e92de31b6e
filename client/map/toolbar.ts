import type { TunnelOverview } from '../../server/src/protocol';
import { causesIn, type Filter } from './graph';
import type { MapTexts } from './messages';

/** Makes an element of the page. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** A button with a word on it, and what it does. */
export function button(text: string, run: () => void, label = text): HTMLButtonElement {
  const element = make('button', { type: 'button', 'aria-label': label, title: label }, text);
  element.addEventListener('click', run);
  return element;
}

interface Choices {
  readonly filter: Filter;
  /** Called with the new filter. */
  readonly changed: (filter: Filter) => void;
}

/** The lists and the box that say which tunnels are shown. */
export class FilterControls {
  readonly elements: readonly HTMLElement[];
  private readonly device = make('select');
  private readonly cause = make('select');
  private readonly onlyFailing = make('input', { type: 'checkbox' });

  constructor(
    private readonly texts: MapTexts,
    choices: Choices,
  ) {
    this.onlyFailing.checked = choices.filter.onlyFailing === true;
    this.elements = [
      make('label', {}, texts.device, ' ', this.device),
      make('label', {}, texts.cause, ' ', this.cause),
      make('label', {}, this.onlyFailing, ' ', texts.onlyFailing),
    ];
    for (const control of [this.device, this.cause, this.onlyFailing])
      control.addEventListener('change', () => {
        choices.changed(this.chosen());
      });
  }

  /**
   * Offers what the overview has. What is chosen stays chosen, also while it is not there: a file that is being written, or that is not
   * read yet.
   */
  offer(overview: TunnelOverview, { device, cause }: Filter): void {
    const devices = overview.devices.map(({ name }): [string, string] => [name, name]);
    const causes = causesIn(overview).map(([name, count]): [string, string] => [name, `${name} (${count})`]);
    this.fillIn(this.device, this.texts.allDevices, devices, device);
    this.fillIn(this.cause, this.texts.allCauses, causes, cause);
  }

  private chosen(): Filter {
    const { device, cause, onlyFailing } = this;
    return {
      ...(device.value === '' ? {} : { device: device.value }),
      ...(cause.value === '' ? {} : { cause: cause.value }),
      ...(onlyFailing.checked ? { onlyFailing: true } : {}),
    };
  }

  private fillIn(
    select: HTMLSelectElement,
    all: string,
    offered: readonly (readonly [string, string])[],
    chosen: string | undefined,
  ): void {
    const missing =
      chosen === undefined || offered.some(([value]) => value === chosen) ? [] : [[chosen, chosen] as const];
    select.replaceChildren(
      make('option', { value: '' }, all),
      ...[...offered, ...missing].map(([value, text]) => make('option', { value }, text)),
    );
    select.value = chosen ?? '';
  }
}
