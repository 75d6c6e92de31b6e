import type { TunnelRepair } from '../protocol';
import { isEditable, leftOf, repairTunnel as repaired } from '../workspace/repairs';
import type { Snapshot } from '../workspace/workspace';
import { scriptInfos } from './deviceScript';
import { editOfTexts } from './lineEdits';

/**
 * What brings a tunnel up, in the order of the negotiation: the titles of the repairs and one edit that does all of them, or those whose
 * titles are in `only`; then what must be typed on devices, and what nobody can repair without asking. Undefined where nothing is wrong.
 */
export function repairTunnel(
  snapshot: Snapshot,
  id: string,
  only?: readonly string[],
): TunnelRepair | undefined {
  const { texts, steps, after } = repaired(snapshot, id, only && new Set(only));
  const left = leftOf(after, id, only !== undefined);
  const toType = left.flatMap(({ repair }) =>
    repair && scriptInfos(after, [repair], isEditable) ? repair : [],
  );
  const scripts = scriptInfos(after, toType, isEditable) ?? [];
  const open = left.filter(({ repair }) => !repair || !toType.includes(repair)).map(({ message }) => message);
  if (texts.size === 0 && scripts.length === 0 && open.length === 0) return undefined;
  return { steps: texts.size === 0 ? [] : steps, edit: editOfTexts(snapshot, texts), scripts, open };
}
