import type { ViewId } from '../commands/types';
import type { TreeLine } from '../syntax/tree';

/** Whether a view belongs to IKE or IPsec, so that every command of it is known. */
export function isIpsecView(view: ViewId): boolean {
  return view.startsWith('ike-') || view.startsWith('ipsec-');
}

/** Whether a line configures IKE or IPsec, in a view of its own or elsewhere (`ipsec policy` on an interface, `ike dpd …`). */
export function isIpsecLine(line: TreeLine): boolean {
  if (isIpsecView(line.view)) return true;
  const first = line.match?.words.find((word) => word.kind !== 'undo');
  return first?.kind === 'keyword' && (first.keyword === 'ike' || first.keyword === 'ipsec');
}

/**
 * Whether a line that was not understood can be a command with a slip in it, rather than a remark in prose that someone left between
 * the commands.
 */
export function looksLikeCommand(line: TreeLine): boolean {
  const { words } = line;
  if (words.length === 0 || words.length > 12) return false;
  // eslint-disable-next-line no-control-regex -- commands are ASCII
  if (/[^\x00-\x7f]/.test(line.text)) return false;
  return /^[a-z][a-z0-9-]*$/i.test(words[0]?.text ?? '') && !/[.:,;]$/.test(words.at(-1)?.text ?? '');
}
