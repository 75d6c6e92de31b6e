import type { ProductId } from '../commands/types';
import type { DisplayedVersion } from '../display/version';
import type { Item } from '../syntax/tree';
import type { Release } from './device';

/** The header stands at the top; a capture may print it later, yet not this late. */
const HEADER_ITEMS = 12;

/** The product that a release belongs to; `firewall`: it is one of a firewall, whose numbers are those of routers as well. */
function productOf(text: string, firewall: boolean): ProductId | undefined {
  const version = Number(/^V(\d{3})/.exec(text)?.[1]);
  if (version >= 800) return 'vrp8';
  if (firewall) return 'usg';
  if (version === 200) return 'ar-v200';
  return version === 300 ? 'ar-v300' : undefined;
}

/** System-view lines that only VRP8 routers have: the boards and the groups of them that do the work of IPsec and NAT. */
const VRP8_ONLY: ReadonlySet<string> = new Set(['service-location', 'service-instance-group']);

const FIREWALL = /^(?:USG|Eudemon|NGFW|NIP|SVN|Secospace)/i;
const ROUTER = /^(?:AR\d|NetEngine\d*-?AR)/i;
const SWITCH = /^S\d/i;

/** The product of a model; releases of switches and of routers have the same numbers. */
function productNamed(model: string, text: string): ProductId | undefined {
  if (FIREWALL.test(model)) return 'usg';
  if (SWITCH.test(model)) return 's-series';
  const product = productOf(text, false);
  return ROUTER.test(model) || product === 'vrp8' ? product : undefined;
}

/** The release that `display version` prints. */
export function releaseOf(shown: DisplayedVersion | undefined): Release | undefined {
  if (!shown) return undefined;
  const { text } = shown.release;
  const product = productNamed(shown.product.text, text);
  return product ? { text, product } : { text };
}

/**
 * The release that the header of a save names: `!Software Version V500R005C10SPC300` on firewalls, `[V200R003C00]` on routers; else the
 * one that `display version` prints in a capture (`shown`); else the product, where a line tells it.
 */
export function readRelease(items: readonly Item[], shown?: Release): Release | undefined {
  for (const item of items.slice(0, HEADER_ITEMS)) {
    for (const line of item.lines) {
      if (line.kind !== 'header') continue;
      const found = /^\s*(?:(!Software Version) |\[)(V\d{3}R\d{3}\w*)/.exec(line.text);
      if (!found?.[2]) continue;
      const product = productOf(found[2], found[1] !== undefined);
      return product ? { text: found[2], product } : { text: found[2] };
    }
  }
  if (shown) return shown;
  const vrp8 = items.some((item) => VRP8_ONLY.has(item.lines[0]?.words[0]?.text ?? ''));
  return vrp8 ? { product: 'vrp8' } : undefined;
}
