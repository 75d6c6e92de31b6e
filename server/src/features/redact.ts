import type { Document } from '../syntax/document';
import type { TreeLine } from '../syntax/tree';
import { Pseudonyms } from './redact/pseudonyms';
import { secretsIn, wordsOf, type Span } from './redact/secretWords';

/** A private key in a text (RFC 7468): everything between these lines is secret. */
const KEY_BEGINS = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;
const KEY_ENDS = /-----END [A-Z ]*PRIVATE KEY-----/;

/** The lines in between: base64, or a field such as `Proc-Type: 4,ENCRYPTED`. A line of another kind says that the end is missing. */
const IN_KEY = /^\s*(?:[\w+/=]+|[A-Z][\w-]*: .*)?\s*$/i;

/** A line of nothing but hexadecimal digits, as keys and certificates are written. */
const HEX_LINE = /^\s*(?=(?:\s*[\dA-F]){16})(?:[\dA-F]{4,}\s+)*[\dA-F]{2,}\s*$/i;

/** Shorter secrets are looked for only where secrets stand: such a word is soon another one. */
const TELLING = 5;

function wholeLine({ text }: TreeLine): Span[] {
  return Array.from(text.matchAll(/[^\s\0]+/g), (found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/** Words that nothing was read of, and that are secrets elsewhere in the file: somebody has copied one into a remark. */
function copiesIn(line: TreeLine, names: Pseudonyms): Span[] {
  const { match, words } = line;
  return wordsOf(line).flatMap((word) => {
    const at = words.indexOf(word);
    const read = at < 0 ? undefined : match?.words[at];
    const open =
      read?.kind !== 'keyword' &&
      (read?.kind !== 'argument' || read.argument.type === 'text' || read.argument.type === 'secret');
    if (!open) return [];
    const [opening = ''] = /^["'(<[{]+/.exec(word.text) ?? [];
    const bare = word.text.slice(opening.length).replace(/["')>\]},;:.]+$/, '');
    const start = word.start + opening.length;
    return bare.length >= TELLING && names.has(bare) ? { start, end: start + bare.length } : [];
  });
}

function masked({ text }: TreeLine, spans: readonly Span[], names: Pseudonyms): string {
  let result = '';
  let done = 0;
  for (const { start, end } of spans) {
    result += text.slice(done, start) + names.of(text.slice(start, end));
    done = end;
  }
  return result + text.slice(done);
}

interface FoundSecrets {
  readonly names: Pseudonyms;
  readonly spans: ReadonlyMap<TreeLine, readonly Span[]>;
}

/** Where a document has secrets, with a name for each of them. */
function findSecrets(document: Document): FoundSecrets {
  const names = new Pseudonyms(document.text);
  const spans = new Map<TreeLine, readonly Span[]>();
  let inKey = false;
  for (const line of document.items.flatMap((item) => item.lines)) {
    if (KEY_BEGINS.test(line.text)) inKey = true;
    else if (KEY_ENDS.test(line.text)) inKey = false;
    else {
      inKey &&= IN_KEY.test(line.text);
      const found = inKey || HEX_LINE.test(line.text) ? wholeLine(line) : secretsIn(line);
      spans.set(line, found);
      for (const { start, end } of found) names.of(line.text.slice(start, end));
    }
  }
  return { names, spans };
}

/**
 * The text with every secret masked. One secret has one name throughout, which is of its kind, so that the text still reads and compares as
 * it did: a key that can be read stays one, a ciphered one ciphered.
 */
export function redact(document: Document): string {
  const { names, spans } = findSecrets(document);
  return document.items
    .flatMap((item) => item.lines)
    .map((line) => {
      const found = spans.get(line) ?? [];
      const copies = found.length > 0 ? [] : copiesIn(line, names);
      return masked(line, found.length > 0 ? found : copies, names) + line.eol;
    })
    .join('');
}

/** The secrets of a document, without words that have taken the place of one. */
export function secretsOf(document: Document): ReadonlySet<string> {
  const { names, spans } = findSecrets(document);
  const secrets = new Set<string>();
  for (const [{ text }, found] of spans)
    for (const { start, end } of found) {
      const secret = text.slice(start, end);
      if (names.has(secret)) secrets.add(secret);
    }
  return secrets;
}

/** A text that is not a file of ours without these secrets, where it holds one as a word. Short ones are soon another word. */
export function withoutSecrets(text: string, secrets: ReadonlySet<string>): string {
  const telling = [...secrets].filter(({ length }) => length >= TELLING).sort((a, b) => b.length - a.length);
  if (telling.length === 0) return text;
  const escaped = telling.map((each) => each.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return text.replace(
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'gu'),
    '******',
  );
}
