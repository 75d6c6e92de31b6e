import type { KeyMaterial } from './device';

/** The marks around a key that a device has ciphered: `%^%#…%^%#`, `%$%$…%$%$`, `@%@%…@%@%`, `%+%##…%+%#`, `$1a$…$`. */
const MARKED = /^(?:[%^$@#+]{4,5}.{8,}[%^$@#+]{4}|\$\d[a-z]\$.{8,}\$)$/;

/** What releases without such marks saved: 24 or more characters of the printable set, closed with `!!` or `==`. */
const UNMARKED = /^.{22,}(?:!!|==|=)$/;

/** Whether a key is written as the device saves it, so that its characters say nothing about the key itself. */
export function isCiphered(text: string): boolean {
  return MARKED.test(text) || UNMARKED.test(text);
}

/** How a ciphered key begins. Somebody may have cut the rest: `%^%#...%^%#`. */
const BEGINNING = /^(?:%\^%#|%\$%\$|@%@%|%@%@|%#%#|%\+%#|\$\d[a-z]\$)/;

/** What is left of a line, or stands in it, when a key was taken out: `pre-shared-key cipher`, `REMOVED`, `-----`. */
const TAKEN_OUT =
  /^(?:cipher|simple|redacted|removed|hidden|masked|deleted|omitted|sanitized|[-_#]+|x[x-]+)$/i;

/** What people put in place of a word before they pass a file on: stars, dots, `xxxx`, `<key>`, `[key]`, `{{ key }}`, `${KEY}`, `%KEY%`. */
const PLACEHOLDER = /^(?:[*•●·.…]+|x{2,}|<.*>?|\[.*\]|\{.*\}?|\(.*\)|\$\{.*\}?|%[a-z_]+%)$|\*{3,}|\{\{|\}\}/i;

/** Whether a word stands for one that somebody took out. */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text);
}

/** How a key is written. Never gives the key away. */
export function keyForm(text: string): KeyMaterial['form'] {
  if (isCiphered(text)) return 'cipher';
  // eslint-disable-next-line no-control-regex -- a VRP key is printable ASCII: other letters are a remark in its place
  const foreign = /[^\x00-\x7f]/.test(text);
  return foreign || isPlaceholder(text) || BEGINNING.test(text) || TAKEN_OUT.test(text) ? 'masked' : 'plain';
}
