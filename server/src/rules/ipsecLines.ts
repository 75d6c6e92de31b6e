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

/** Words that sentences are made of and commands are not. */
const PROSE: ReadonlySet<string> = new Set(
  (
    'a an and are as at be because been but by can do does done for from has have here if in into is it its just later likely may must ' +
    'need needs not now of ok on once only or our please same see should since so still than that the their them then there these this ' +
    'those to todo until use used uses using was we were what when where which while who will with without would yes you your'
  ).split(' '),
);

/**
 * Whether a line that was not understood can be a command with a slip in it, rather than a remark in prose that someone left between
 * the commands, or a question to the online help.
 */
export function looksLikeCommand(line: TreeLine): boolean {
  const { words } = line;
  if (line.kind !== 'command' || line.role === 'output' || words.length === 0 || words.length > 12)
    return false;
  // eslint-disable-next-line no-control-regex -- commands are ASCII
  if (/[^\x00-\x7f]/.test(line.text.slice(0, words.at(-1)?.end))) return false;
  if (words.some(({ text }) => text.endsWith('?'))) return false;
  if (words.length > 2 && words.some(({ text }) => PROSE.has(text.toLowerCase()))) return false;
  return /^[a-z][a-z0-9-]*$/i.test(words[0]?.text ?? '') && !/[.:,;!]$/.test(words.at(-1)?.text ?? '');
}
