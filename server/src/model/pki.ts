import { walkBlocks } from '../syntax/tree';
import type { Device } from './device';
import { linesOf, standing } from './reading';

const known = new WeakMap<Device, readonly string[]>();

/**
 * How a device asks whether a certificate is revoked, by what its PKI realms and domains say: `crl`, `ocsp`, `none`. Empty where nothing
 * is written; devices then look into a CRL.
 */
export function revocationChecksOf(device: Device): readonly string[] {
  let checks = known.get(device);
  if (!checks) {
    const found = new Set<string>();
    for (const item of device.items)
      walkBlocks(item, (block) => {
        if (block.view !== 'pki-realm' && block.view !== 'pki-domain') return;
        for (const line of standing(linesOf('', item, block))) {
          if (line.undo) continue;
          if (line.starts('certificate-check')) for (const each of line.keywords.slice(1)) found.add(each);
          if (line.starts('crl check')) found.add(line.has('disable') ? 'none' : 'crl');
        }
      });
    checks = [...found];
    known.set(device, checks);
  }
  return checks;
}
