import type { ProductId } from '../commands/types';
import type { Release } from '../model/device';

const PRODUCTS: Readonly<Record<ProductId, string>> = {
  usg: 'USG (V500/V600)',
  'ar-v200': 'AR V200',
  'ar-v300': 'AR V300',
  vrp8: 'NE/NetEngine (VRP8)',
  's-series': 'S-series',
  quidway: 'Quidway (VRP3)',
};

/** The names of products in a row. */
export function productNames(products: readonly ProductId[]): string {
  return products.map((product) => PRODUCTS[product]).join(', ');
}

/** Product and release of a device, as far as they are known: `USG (V500/V600) V500R005C10SPC300`. */
export function releaseText(release: Release | undefined): string | undefined {
  const parts = [release?.product && PRODUCTS[release.product], release?.text];
  const known = parts.filter((part) => part !== undefined);
  return known.length > 0 ? known.join(' ') : undefined;
}
