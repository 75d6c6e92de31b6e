import type { OutputLine } from './output';

const IPV4 = String.raw`\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}`;
/** Eight groups, or fewer around a `::`: a time of day has neither. */
const IPV6 = String.raw`(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?=[0-9a-f:]{0,39}::)[0-9a-f:]{2,39}(?:(?<=:)${IPV4})?`;

/** An address as devices print one; the source of a case-blind regular expression. */
export const ADDRESS = `(?:${IPV4}|${IPV6})`;

/** A date and a time in a device's clock; the source of a regular expression. */
export const TIME = String.raw`\d{4}[-/]\d{1,2}[-/]\d{1,2}[ \t]{1,4}\d{1,2}:\d{2}:\d{2}(?:\.\d{1,6})?(?:[ \t]?[+-]\d{2}:\d{2})?`;

/** A rule of dashes or equal signs, alone on its line. */
export const RULE_LINE = /^\s*([-=])\1{6,}\s*$/;

/** Where a rule of dashes or equal signs begins within a line. */
export const RULE_WITHIN = /(?:^|\s)[-=]{7,}/;

/** A word of a row. */
export interface Cell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a line, or of a part of it. */
export function cellsOf(text: string, from = 0, to = text.length): Cell[] {
  return [...text.slice(from, to).matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    text: word,
    start: from + index,
    end: from + index + word.length,
  }));
}

/** Where the columns of a table begin, by name; a name that is not in the heading has none. */
export class Columns {
  private constructor(private readonly starts: ReadonlyMap<string, number>) {}

  static readonly none = new Columns(new Map());

  /** Reads a heading. Names count whatever their case, blanks, hyphens and brackets. */
  static of(heading: string, names: Readonly<Record<string, RegExp>>): Columns {
    const starts = new Map<string, number>();
    for (const [name, pattern] of Object.entries(names)) {
      const at = heading.search(pattern);
      if (at >= 0) starts.set(name, at);
    }
    return new Columns(starts);
  }

  has(name: string): boolean {
    return this.starts.has(name);
  }

  start(name: string): number | undefined {
    return this.starts.get(name);
  }

  /** Which of some columns a word stands under: the one that it begins nearest to. Undefined where the heading has none of them. */
  nearest<N extends string>(at: number, among: readonly N[]): N | undefined {
    let found: N | undefined;
    for (const name of among) if (this.distance(at, name) < this.distance(at, found)) found = name;
    return found;
  }

  private distance(at: number, name: string | undefined): number {
    const start = name === undefined ? undefined : this.starts.get(name);
    return start === undefined ? Infinity : Math.abs(at - start);
  }
}

/** How many further lines a row may go on over: a narrow terminal breaks it into no more. */
const MAX_PARTS = 3;

/**
 * The lines of a table with rows put together that go on over the next line. `starts` says whether a line begins a row, `complete`
 * whether one has all that rows end with.
 */
export function joinedRows(
  lines: readonly OutputLine[],
  starts: (text: string) => boolean,
  complete: (text: string) => boolean,
): readonly OutputLine[] {
  if (!lines.some(({ text }) => starts(text) && !complete(text))) return lines;
  const width = lines.reduce((most, { text }) => Math.max(most, text.length), 0);
  const joined: OutputLine[] = [];
  let parts = 0;
  for (const line of lines) {
    const last = joined.at(-1);
    const isRest = line.text.trim() !== '' && !RULE_LINE.test(line.text) && !starts(line.text);
    if (last && parts > 0 && isRest && !complete(last.text)) {
      // What fills the terminal to its edge goes on without a blank; the blanks at the end of the rest may be lost.
      joined[joined.length - 1] = last.with(line, last.text.length < width ? last.text.length + 1 : width);
      parts--;
    } else {
      joined.push(line);
      parts = starts(line.text) ? MAX_PARTS : 0;
    }
  }
  return joined;
}
