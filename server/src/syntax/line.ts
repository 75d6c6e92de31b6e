import { cleanLine, recordSpan, type CleanLine } from '../text/terminal';

/** A run of characters without blanks, or a double-quoted string; offsets within the line. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * What a line is before anyone asks which view it stands in. `separator` is the `#` that devices put between sections, `header` the
 * `!…` lines and the `[V200R003C00]` line at the top of a save; `text` a further line of a banner; `overlong` a line that is no command of
 * any device and is not read.
 */
export type LineKind = 'blank' | 'separator' | 'comment' | 'header' | 'command' | 'text' | 'overlong';

/** One line cut into words. `text` and `eol` joined over all lines give the file back. */
export interface SourceLine {
  readonly text: string;
  readonly eol: string;
  /** What the line says without what a terminal did to it; absent where that is `text`. Offsets are those of `text` all the same. */
  readonly clean?: CleanLine;
  readonly kind: LineKind;
  /** Where the content begins: behind leading blanks, and behind the prompt in a capture. */
  readonly indent: number;
  readonly words: readonly Word[];
  /** Where a `//` remark behind the command begins; undefined where there is none. */
  readonly remark?: number;
}

/** No more words of a line than this are told apart. */
const MAX_WORDS = 256;

/** A device takes commands of some hundred characters; a longer line is no command, and reading it would only cost time. */
export const MAX_LINE_LENGTH = 8192;

/** Of a line that a device printed, which may be a whole capture that was pasted onto one, no more than this is read. */
export const MAX_OUTPUT_LENGTH = 262_144;

const TAB_WIDTH = 8;

function isBlank(code: number): boolean {
  return (
    code === 32 || code === 9 || code === 0 || code === 0xa0 || code === 0xfeff || code === 12 || code === 11
  );
}

/** Width of the leading blanks in columns; a tab goes to the next multiple of eight. */
export function indentWidth({ text, clean, indent }: SourceLine): number {
  let width = 0;
  const shown = clean?.text ?? text;
  for (let at = 0; at < shown.length && (clean?.offsets[at] ?? at) < indent; at++) {
    width = shown.charCodeAt(at) === 9 ? (Math.floor(width / TAB_WIDTH) + 1) * TAB_WIDTH : width + 1;
  }
  return width;
}

/** What the screen showed of a line that a device printed, as far as it is read. */
export function shownText({ text, clean }: SourceLine): string {
  const shown = clean?.text ?? text;
  return shown.length > MAX_OUTPUT_LENGTH ? shown.slice(0, MAX_OUTPUT_LENGTH) : shown;
}

/** What a line says between two offsets. */
export function textBetween({ text, clean }: SourceLine, start: number, end: number): string {
  const raw = text.slice(start, end);
  return clean ? (cleanLine(raw)?.text ?? raw) : raw;
}

/**
 * Cuts a text into words from an offset on. A word that begins with `"` reaches to the next `"`, blanks included, where there is one;
 * quotes, `#`, `!` and `//` inside a word are part of it, as ciphered keys hold them. A word that begins with `//` starts a remark.
 */
export function splitWords(text: string, from: number): { words: Word[]; remark?: number } {
  const words: Word[] = [];
  let at = from;
  while (at < text.length && words.length < MAX_WORDS) {
    if (isBlank(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const start = at;
    if (text.startsWith('//', at)) return { words, remark: start };
    if (text.charCodeAt(at) === 34) {
      const close = text.indexOf('"', at + 1);
      if (close > 0 && (close + 1 === text.length || isBlank(text.charCodeAt(close + 1)))) at = close + 1;
    }
    while (at < text.length && !isBlank(text.charCodeAt(at))) at++;
    words.push({ start, end: at, text: text.slice(start, at) });
  }
  return { words };
}

/**
 * Reads one line. Total: any text gives a line. `clean` is what a terminal showed of it, where that is something else; `contentStart` is
 * an offset in what it showed.
 */
export function readLine(text: string, eol: string, contentStart = 0, clean?: CleanLine): SourceLine {
  if (!clean) return readShown(text, eol, contentStart);
  const line = readShown(clean.text, eol, contentStart);
  const { indent, words, remark } = line;
  return {
    ...line,
    text,
    clean,
    indent: recordSpan(clean, indent, indent).start,
    words: words.map((word) => ({ ...recordSpan(clean, word.start, word.end), text: word.text })),
    ...(remark === undefined ? {} : { remark: recordSpan(clean, remark, remark).start }),
  };
}

function readShown(text: string, eol: string, contentStart: number): SourceLine {
  if (text.length > MAX_LINE_LENGTH) return { text, eol, kind: 'overlong', indent: 0, words: [] };
  let indent = contentStart;
  while (indent < text.length && isBlank(text.charCodeAt(indent))) indent++;
  if (indent === text.length) return { text, eol, kind: 'blank', indent, words: [] };
  const first = text.charCodeAt(indent);
  if (first === 35) {
    let end = indent + 1;
    while (end < text.length && isBlank(text.charCodeAt(end))) end++;
    return { text, eol, kind: end === text.length ? 'separator' : 'comment', indent, words: [] };
  }
  if (first === 33) return { text, eol, kind: 'header', indent, words: [] };
  if (first === 91 && /^\[V\d{3}R\d{3}[^\]\s]*\]\s*$/.test(text.slice(indent, indent + 64))) {
    return { text, eol, kind: 'header', indent, words: [] };
  }
  const { words, remark } = splitWords(text, indent);
  if (words.length === 0) return { text, eol, kind: 'comment', indent, words };
  return { text, eol, kind: 'command', indent, words, ...(remark === undefined ? {} : { remark }) };
}

/** Cuts a text into lines at CRLF, LF or a lone CR; each part keeps its line end. An empty text is one empty line. */
export function* splitLines(text: string): Generator<{ text: string; eol: string }> {
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 10 && code !== 13) continue;
    const end = code === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
    yield { text: text.slice(start, at), eol: text.slice(at, end) };
    start = end;
    at = end - 1;
  }
  yield { text: text.slice(start), eol: '' };
}
