import { FIRST_STATE, LineClassifier, type CaptureState, type LanguageId } from './classify';
import type { RawLine } from './banner';
import type { Item, TreeLine } from './tree';

/**
 * No more lines of a file than this are read: those of the largest configurations, and of a capture those at either end, since the first
 * ones show the device and the last ones what has come of it. What lies between is kept as it is.
 */
export const MAX_READ_LINES = 200_000;

/** How far the beginning of what is read again is moved to a line with a prompt. */
const MAX_MOVED = 2000;

/** Which lines of a file are not read, and what they decide about those behind them. */
export interface Unread {
  readonly start: number;
  /** The line behind the last one. */
  readonly end: number;
  readonly state: CaptureState;
}

const UNREAD = { kind: 'blank', indent: 0, words: [], role: 'unread', view: 'free' } as const;

/** An item of lines that are not read; those that were not before stay as they are. */
export function unreadItem(lines: Iterable<RawLine>, state: CaptureState): Item {
  let length = 0;
  const unread: TreeLine[] = [];
  for (const { text, eol, before } of lines) {
    length += text.length + eol.length;
    unread.push(before?.role === 'unread' ? before : { text, eol, ...UNREAD });
  }
  return { lines: unread, length, unread: state };
}

/** What a prompt has within so many characters, also in the source of a page; most lines have nothing of it. */
const MARKS = /[<[]|&lt;/;
const MARKED = 512;

/** The last line up to `wanted` that fits; undefined where none does. */
function lastLine(
  lines: readonly RawLine[],
  wanted: number,
  fits: (text: string) => boolean,
): number | undefined {
  for (let at = Math.min(wanted, lines.length - 1); at > 0; at--) if (fits(lines[at]?.text ?? '')) return at;
  return undefined;
}

/** The last line up to `wanted` before which a configuration can be cut without cutting what a view says. */
function sectionBefore(lines: readonly RawLine[], wanted: number): number {
  return (
    lastLine(lines, wanted, (text) => text.trimEnd() === '#') ??
    lastLine(lines, wanted, (text) => /^[^\s#]/.test(text)) ??
    wanted
  );
}

/**
 * Which lines of a file of more than `limit` lines are left out. Of a configuration the last ones. Of a capture those in the middle, if it
 * can be told what goes on behind them: which device prints, and in answer to what.
 */
export function unreadIn(lines: readonly RawLine[], language: LanguageId, limit: number): Unread {
  const onlyHead = (start: number): Unread => ({ start, end: lines.length, state: FIRST_STATE });
  if (language === 'huawei-vrp') return onlyHead(sectionBefore(lines, limit));

  const half = limit >> 1;
  const classifier = new LineClassifier(language);
  let device: string | undefined;
  let answerStart = 0;
  const read = (at: number): void => {
    const { text = '', eol = '' } = lines[at] ?? {};
    const { prompt } = classifier.read(text, eol);
    if (!prompt) return;
    device = prompt.device;
    answerStart = at;
  };
  for (let at = 0; at < half; at++) read(at);
  // An answer that is not read to its end says nothing; one without end is rather cut.
  const isConfig = classifier.state.answer === 'config';
  const start = answerStart > half >> 1 ? answerStart : isConfig ? sectionBefore(lines, half) : half;
  const before = device;
  // What is left out must be looked through for prompts: they say who prints what follows.
  const isPrompt = (at: number): boolean => {
    const { text = '' } = lines[at] ?? {};
    return MARKS.test(text.slice(0, MARKED)) && classifier.isPrompt(text);
  };
  const from = lines.length - half;
  for (let at = half; at < from; at++) if (isPrompt(at)) read(at);
  for (let at = from; at < Math.min(lines.length, from + MAX_MOVED); at++)
    if (isPrompt(at)) return { start, end: at, state: FIRST_STATE };
  const { state } = classifier;
  if (device !== before) return onlyHead(start);
  if (state.answer === 'output') return { start, end: from, state };
  const section = lines.findIndex(({ text }, at) => at >= from && text.trimEnd() === '#');
  return section < 0 ? onlyHead(start) : { start, end: section, state };
}
