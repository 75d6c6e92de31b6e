import type { ProductId } from '../commands/types';
import type { Item } from '../syntax/tree';
import type { Release } from './device';

/** The header stands at the top; a capture may print it later, yet not this late. */
const HEADER_ITEMS = 12;

function productOf(text: string, firewall: boolean): ProductId | undefined {
  const version = Number(/^V(\d{3})/.exec(text)?.[1]);
  if (version >= 800) return 'vrp8';
  if (firewall) return 'usg';
  if (version === 200) return 'ar-v200';
  return version === 300 ? 'ar-v300' : undefined;
}

/** System-view lines that only VRP8 routers have: the boards and the groups of them that do the work of IPsec and NAT. */
const VRP8_ONLY: ReadonlySet<string> = new Set(['service-location', 'service-instance-group']);

/**
 * The release that the header of a save names: `!Software Version V500R005C10SPC300` on firewalls, `[V200R003C00]` on routers; else the
 * product, where a line tells it.
 */
export function readRelease(items: readonly Item[]): Release | undefined {
  for (const item of items.slice(0, HEADER_ITEMS)) {
    for (const line of item.lines) {
      if (line.kind !== 'header') continue;
      const found = /^\s*(?:(!Software Version) |\[)(V\d{3}R\d{3}\w*)/.exec(line.text);
      if (!found?.[2]) continue;
      const product = productOf(found[2], found[1] !== undefined);
      return product ? { text: found[2], product } : { text: found[2] };
    }
  }
  const vrp8 = items.some((item) => VRP8_ONLY.has(item.lines[0]?.words[0]?.text ?? ''));
  return vrp8 ? { product: 'vrp8' } : undefined;
}
