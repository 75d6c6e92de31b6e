import { algorithmById, type AlgorithmKind } from '../commands/algorithms';
import type { Device } from '../model/device';
import { writesTwoWordCiphers } from './blocks';

/** Where an algorithm is written: the spelling of a cipher differs between the views of IKE and of IPsec. */
export type AlgorithmView = 'ike' | 'ipsec' | 'pfs';

/**
 * An algorithm as a device takes it in a view; `written` is what the device writes in its place now, whose way of spelling is kept.
 * Undefined where the device's spelling is not known.
 */
export function spell(
  kind: AlgorithmKind,
  id: string,
  device: Device,
  view: AlgorithmView,
  written = '',
): string | undefined {
  if (view === 'pfs') return `dh-${id}`;
  const spellings = algorithmById(kind, id)?.config ?? [];
  const [first] = spellings;
  if (kind !== 'encryption' || spellings.length === 1) return first;
  const twoWords = spellings.find((each) => each.startsWith(view === 'ike' ? 'aes-cbc ' : 'aes '));
  const gcm = spellings.find((each) => each.startsWith('aes-gcm-128 '));
  if (writesTwoWordCiphers(device))
    return twoWords ?? gcm ?? spellings.find((each) => each.includes('-cbc')) ?? first;
  // Old routers spell the ciphers of IKE with their mode: `des-cbc`, `aes-cbc-128`.
  const withMode = view === 'ike' && /-cbc\b/.test(written);
  return (withMode ? spellings.find((each) => /-cbc(?:-|$)/.test(each)) : undefined) ?? first;
}
