import type { TunnelRepair } from '../protocol';
import { repairTunnel as repaired } from '../workspace/repairs';
import type { Snapshot } from '../workspace/workspace';
import { editOfTexts } from './lineEdits';

/**
 * What brings a tunnel up, in the order of the negotiation: the titles of the repairs and one edit that does all of them, or those whose
 * titles are in `only`. Undefined where there is nothing to repair.
 */
export function repairTunnel(
  snapshot: Snapshot,
  id: string,
  only?: readonly string[],
): TunnelRepair | undefined {
  const { texts, steps } = repaired(snapshot, id, only && new Set(only));
  return texts.size === 0 ? undefined : { steps, edit: editOfTexts(snapshot, texts) };
}
