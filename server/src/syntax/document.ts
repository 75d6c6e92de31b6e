import { bannerDelimiter, LineReader, MAX_BANNER_LINES, type RawLine } from './banner';
import { BlockParser } from './blockParser';
import { FIRST_STATE, LineClassifier, type CaptureState, type LanguageId } from './classify';
import { indentWidth, splitLines } from './line';
import { MAX_READ_LINES, unreadIn, unreadItem } from './readLimit';
import type { Item, TreeLine } from './tree';

/** A place in a text as the protocol counts: lines and UTF-16 characters from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** One change of a text; without a range the whole text is replaced. */
export interface TextChange {
  readonly range?: Range;
  readonly text: string;
}

/**
 * One state of a file as a tree: its top-level items in order. Documents are immutable; an edit makes a new one that shares every item
 * the edit did not touch.
 */
export class Document {
  private starts: readonly number[] | undefined;
  private indexes: Map<Item, number> | undefined;

  private constructor(
    readonly language: LanguageId,
    readonly items: readonly Item[],
    private readonly limit: number,
    /** The index of the item of lines that are not read; -1 where all are. */
    private readonly unreadIndex: number,
  ) {}

  /** Parses a text. Total: any text gives a document. Of more lines than `limit` those that say most are read. */
  static parse(text: string, language: LanguageId, limit = MAX_READ_LINES): Document {
    const lines = [...splitLines(text)];
    if (lines.length <= limit)
      return new Document(language, readItems(lines, new LineClassifier(language)), limit, -1);
    const { start, end, state } = unreadIn(lines, language, limit);
    const classifier = new LineClassifier(language);
    const head = readItems(lines.slice(0, start), classifier);
    const rest = lines.slice(end);
    const tail =
      rest.length > 0 ? readItems(rest, new LineClassifier(language, classifier.added, state)) : [];
    const items = [...head, unreadItem(lines.slice(start, end), state), ...tail];
    return new Document(language, items, limit, head.length);
  }

  /** The lines that are not read, from 0 and the end not included; undefined where all are. */
  get unread(): { readonly start: number; readonly end: number } | undefined {
    if (this.unreadIndex < 0) return undefined;
    const start = this.startOf(this.unreadIndex);
    return { start, end: start + (this.items[this.unreadIndex]?.lines.length ?? 0) };
  }

  /** The text, put together again. */
  get text(): string {
    let text = '';
    for (const item of this.items) for (const line of item.lines) text += line.text + line.eol;
    return text;
  }

  get lineCount(): number {
    const last = this.items.length - 1;
    return last < 0 ? 1 : this.startOf(last) + (this.items[last]?.lines.length ?? 0);
  }

  private lineStarts(): readonly number[] {
    if (!this.starts) {
      const starts: number[] = [];
      let at = 0;
      for (const item of this.items) {
        starts.push(at);
        at += item.lines.length;
      }
      this.starts = starts;
    }
    return this.starts;
  }

  /** The first line of an item. */
  startOf(index: number): number {
    return this.lineStarts()[index] ?? 0;
  }

  /** The index of an item; undefined for one of another document. */
  indexOf(item: Item): number | undefined {
    if (!this.indexes) {
      this.indexes = new Map();
      for (const [index, each] of this.items.entries()) this.indexes.set(each, index);
    }
    return this.indexes.get(item);
  }

  /** The first line of an item of this document. */
  startOfItem(item: Item): number {
    return this.startOf(this.indexOf(item) ?? 0);
  }

  /** The index of the item that holds a line; the nearest one for a line outside the document. */
  itemIndexAt(line: number): number {
    const starts = this.lineStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= line) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The item and the line in it at a line number; undefined outside the document. */
  lineAt(line: number): { item: Item; index: number; line: TreeLine } | undefined {
    const at = this.itemIndexAt(line);
    const item = this.items[at];
    const index = line - this.startOf(at);
    const found = item?.lines[index];
    return item && found ? { item, index, line: found } : undefined;
  }

  /**
   * The document after an edit. Only the items from just before the edit to the first one behind it that begins as before are parsed
   * again; the result equals a parse of the whole new text. In a capture an item begins as before when it begins with a prompt that
   * ends all views, or the prompt before it says the same about it as before, and the same devices are known there: their names decide
   * how prompts are read. Which lines of a long file are not read is decided anew only by an edit that reaches across them, or that
   * brings more lines than are read.
   */
  edit(change: TextChange): Document {
    if (!change.range) return Document.parse(change.text, this.language, this.limit);
    const range = this.clamp(change.range);
    const [begins, last] = [this.itemIndexAt(range.start.line), this.itemIndexAt(range.end.line)];
    const { unreadIndex } = this;
    const reachesAcross = begins !== last && begins <= unreadIndex && last >= unreadIndex;
    if (reachesAcross || countLines(change.text) > this.limit)
      return Document.parse(this.textWith(range, change.text), this.language, this.limit);
    const first = begins === unreadIndex ? begins : this.restartIndex(range.start.line);
    const lines = this.linesWith(first, last, range, change.text);
    return begins === unreadIndex ? this.withUnread(lines) : this.reparse(first, last, lines);
  }

  private textWith({ start, end }: Range, inserted: string): string {
    const { text } = this;
    const offsetOf = ({ line, character }: Position): number => {
      const at = this.itemIndexAt(line);
      let offset = character;
      for (const { length } of this.items.slice(0, at)) offset += length;
      const lines = this.items[at]?.lines.slice(0, line - this.startOf(at)) ?? [];
      for (const each of lines) offset += each.text.length + each.eol.length;
      return offset;
    };
    return text.slice(0, offsetOf(start)) + inserted + text.slice(offsetOf(end));
  }

  /** The document with other lines in place of those that are not read. */
  private withUnread(lines: Iterable<RawLine>): Document {
    const { language, items, limit, unreadIndex } = this;
    const item = unreadItem(lines, items[unreadIndex]?.unread ?? FIRST_STATE);
    return new Document(language, items.with(unreadIndex, item), limit, unreadIndex);
  }

  private clamp(range: Range): Range {
    const inside = ({ line, character }: Position): Position => {
      if (line < 0) return { line: 0, character: 0 };
      const found = this.lineAt(line);
      if (found) return { line, character: Math.max(0, Math.min(character, found.line.text.length)) };
      const end = this.lineCount - 1;
      return { line: end, character: this.lineAt(end)?.line.text.length ?? 0 };
    };
    const start = inside(range.start);
    const end = inside(range.end);
    const swapped = end.line < start.line || (end.line === start.line && end.character < start.character);
    return swapped ? { start: end, end: start } : { start, end };
  }

  /** Where parsing has to start again for an edit at a line: at an item that begins whatever stands before it. */
  private restartIndex(line: number): number {
    const least = this.itemIndexAt(line) > this.unreadIndex ? this.unreadIndex + 1 : 0;
    const before = Math.min(Math.max(0, line - 1), this.openBannerBefore(line));
    let index = Math.max(least, this.itemIndexAt(before));
    let state: CaptureState | undefined;
    while (index > least) {
      const item = this.items[index];
      if (isAnchor(item, this.language)) return index;
      state ??= this.stateBefore(index);
      if (isPart(item, this.language, state)) return index;
      index--;
      if (traceOf(this.items[index]).state) state = undefined;
    }
    return index;
  }

  /** What the lines before an item decide about its first line, beside the names of devices. */
  private stateBefore(index: number): CaptureState {
    for (let at = index - 1; at >= 0; at--) {
      const { state } = traceOf(this.items[at]);
      if (state) return state;
    }
    return FIRST_STATE;
  }

  /** The first line of a banner without an end which an edit at a line could give one; `line` where there is none. */
  private openBannerBefore(line: number): number {
    let first = line;
    for (let index = this.itemIndexAt(line); index >= 0; index--) {
      const start = this.startOf(index);
      const { lines = [] } = this.items[index] ?? {};
      for (let at = Math.min(lines.length, line - start + 1) - 1; at >= 0; at--) {
        if (start + at < line - MAX_BANNER_LINES) return first;
        const each = lines[at];
        if (each?.role === 'config' && bannerDelimiter(each) !== undefined) first = start + at;
      }
    }
    return first;
  }

  /** The new lines of the items `first` to `last`; the untouched ones know what they were before. */
  private *linesWith(first: number, last: number, range: Range, inserted: string): Generator<RawLine> {
    let changed = '';
    let line = this.startOf(first);
    for (let index = first; index <= last; index++) {
      for (const each of this.items[index]?.lines ?? []) {
        // A lone CR may meet an LF that comes to stand behind it.
        const before = line < range.start.line - 1 || (line < range.start.line && each.eol !== '\r');
        if (before || line > range.end.line) yield { text: each.text, eol: each.eol, before: each };
        else if (line < range.start.line) changed += each.text + each.eol;
        if (line === range.start.line) changed += each.text.slice(0, range.start.character) + inserted;
        if (line === range.end.line) {
          changed += each.text.slice(range.end.character) + each.eol;
          for (const part of splitLines(changed)) {
            // The empty rest behind the last line end is the beginning of the next line, unless the text ends here.
            if (part.eol !== '' || each.eol === '') yield part;
          }
        }
        line++;
      }
    }
  }

  private reparse(first: number, last: number, lines: Iterable<RawLine>): Document {
    const fresh: Item[] = [];
    const parser = new BlockParser((item) => fresh.push(item));
    const before = this.items.slice(0, first);
    const devices = new Set<string>();
    for (const item of before) for (const device of traceOf(item).devices) devices.add(device);
    const classifier = new LineClassifier(this.language, devices, this.stateBefore(first));
    const reader = new LineReader(classifier, (line) => {
      parser.push(line);
    });
    for (const line of lines) reader.push(line);
    // What was known before the edit at the place that is being read.
    const added = new Set<string>();
    let state = this.stateBefore(first);
    const pass = (item: Item | undefined): void => {
      const trace = traceOf(item);
      for (const device of trace.devices) if (!devices.has(device)) added.add(device);
      state = trace.state ?? state;
    };
    for (let at = first; at <= last; at++) pass(this.items[at]);
    const end = this.unreadIndex > last ? this.unreadIndex : this.items.length;
    const joined = (behind: number): Document => {
      const items = [...before, ...fresh, ...this.items.slice(behind)];
      const moved = this.unreadIndex > last ? items.length - this.items.length : 0;
      return new Document(this.language, items, this.limit, this.unreadIndex + moved);
    };
    for (let at = last + 1; at < end; at++) {
      const item = this.items[at];
      const begins =
        isAnchor(item, this.language) ||
        (isPart(item, this.language, state) && isSameState(state, classifier.state));
      const same: boolean = begins && reader.settled && isSameSet(added, classifier.added);
      for (const [index, line] of (item?.lines ?? []).entries()) {
        reader.push({ text: line.text, eol: line.eol, before: line });
        if (index === 0 && same && reader.settled && parser.startedItem) return joined(at);
      }
      pass(item);
    }
    reader.finish();
    parser.finish();
    return joined(end);
  }
}

/** Reads lines to the last one. */
function readItems(lines: Iterable<RawLine>, classifier: LineClassifier): Item[] {
  const items: Item[] = [];
  const parser = new BlockParser((item) => items.push(item));
  const reader = new LineReader(classifier, (line) => {
    parser.push(line);
  });
  for (const line of lines) reader.push(line);
  reader.finish();
  parser.finish();
  return items;
}

/** How many line ends a text has, CRLF counted twice. */
function countLines(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) count++;
  }
  return count;
}

/** With more devices than this behind an edit it is not asked whether they are the same as before. */
const MANY_DEVICES = 256;

/** Whether an item begins as it does whatever stands before it, once no view is open. */
function isAnchor(item: Item | undefined, language: LanguageId): boolean {
  const line = item?.lines[0];
  if (!line) return false;
  // In a capture only a prompt says what the lines behind it are; one of the user or system view ends all other views.
  if (language === 'huawei-vrp-output') return line.prompt?.view === 'user' || line.prompt?.view === 'system';
  return isTopLine(line);
}

/**
 * Whether an item of a capture begins as it does whatever stands between it and the prompt before it, which `state` comes from: a further
 * part of a run of output, which is cut off by what stands in it, or a part of a configuration that is printed.
 */
function isPart(item: Item | undefined, language: LanguageId, state: CaptureState): boolean {
  const line = item?.lines[0];
  if (!line || language !== 'huawei-vrp-output') return false;
  return state.answer === 'config' ? isTopLine(line) : line.role === 'output' && item.block === undefined;
}

/** Whether a line of a configuration stands in no view for its column alone. */
function isTopLine(line: TreeLine): boolean {
  if (line.role !== 'config' || indentWidth(line) > 0) return false;
  return line.kind === 'separator' || line.kind === 'header' || line.kind === 'command';
}

/** What an item decides about the lines behind it. */
interface Trace {
  /** The devices whose prompts stand in it. */
  readonly devices: readonly string[];
  /** What its last prompt decides; undefined where it has none. */
  readonly state: CaptureState | undefined;
}

const NO_TRACE: Trace = { devices: [], state: undefined };
const traces = new WeakMap<Item, Trace>();

function traceOf(item: Item | undefined): Trace {
  if (!item) return NO_TRACE;
  if (item.unread) return { devices: [], state: item.unread };
  let trace = traces.get(item);
  if (!trace) {
    const prompted = item.lines.filter(({ prompt }) => prompt !== undefined);
    trace = prompted.length === 0 ? NO_TRACE : { devices: devicesOf(prompted), state: stateOf(prompted) };
    traces.set(item, trace);
  }
  return trace;
}

function devicesOf(prompted: readonly TreeLine[]): readonly string[] {
  return [...new Set(prompted.flatMap(({ prompt }) => prompt?.device ?? []))];
}

function stateOf(prompted: readonly TreeLine[]): CaptureState | undefined {
  const last = prompted.at(-1);
  if (!last?.prompt) return undefined;
  const classifier = new LineClassifier('huawei-vrp-output', [last.prompt.device]);
  classifier.read(last.text, last.eol);
  return classifier.state;
}

function isSameState(a: CaptureState, b: CaptureState): boolean {
  return a.answer === b.answer && a.stamp === b.stamp && a.inLog === b.inLog;
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size !== b.size || a.size > MANY_DEVICES) return false;
  for (const each of a) if (!b.has(each)) return false;
  return true;
}
