import { shownText } from '../../syntax/line';
import type { Item } from '../../syntax/tree';
import { recordSpan } from '../../text/terminal';
import type { Field } from '../output';

/** A line of a file as the screen showed it. */
export interface LogLine {
  readonly item: Item;
  readonly line: number;
  readonly text: string;
  /** Whether a device printed it: what was typed or stands in a configuration may name messages as well. */
  readonly isPrinted: boolean;
}

/** A line of an item as the screen showed it. */
export function logLine(item: Item, line: number): LogLine | undefined {
  const found = item.lines[line];
  return found && { item, line, text: shownText(found), isPrinted: found.role === 'output' };
}

interface Stretch {
  readonly at: number;
  readonly line: LogLine;
}

/** Where a terminal breaks lines unless told otherwise: what fills a line to here goes on without a blank. */
const USUAL_WIDTH = 80;

/** The text of a log entry: a line, or several where a terminal broke it or the device wrote it on several. */
export class LogText {
  private readonly stretches: Stretch[];
  private whole: string;

  constructor(
    first: LogLine,
    private readonly from = 0,
    to = first.text.length,
  ) {
    this.whole = first.text.slice(from, to);
    this.stretches = [{ at: 0, line: first }];
  }

  get text(): string {
    return this.whole;
  }

  /** The last line that was put into it. */
  get lastLine(): LogLine {
    const last = this.stretches[this.stretches.length - 1];
    if (!last) throw new Error('a text of a log has a line');
    return last.line;
  }

  /** Takes the line on which it goes on. */
  add(line: LogLine): void {
    const isBlankBetween = /\s$/.test(this.lastLine.text) || /^\s/.test(line.text);
    if (!isBlankBetween && this.lastLine.text.length !== USUAL_WIDTH) this.whole += ' ';
    this.stretches.push({ at: this.whole.length, line });
    this.whole += line.text;
  }

  /** The characters between two offsets, blanks at both ends left out. What stands on two lines has its place on the first of them. */
  field(start: number, end: number): Field {
    const raw = this.whole.slice(start, end);
    const text = raw.trim();
    const first = start + raw.length - raw.trimStart().length;
    let found = this.stretches.length - 1;
    while (found > 0 && (this.stretches[found]?.at ?? 0) > first) found--;
    const stretch = this.stretches[found];
    if (!stretch) throw new Error('a text of a log has a line');
    const { at, line } = stretch;
    const shift = found === 0 ? this.from : -at;
    const last = Math.min(first + text.length + shift, line.text.length);
    const { clean } = line.item.lines[line.line] ?? {};
    const span = { start: first + shift, end: last };
    const { start: from, end: to } = clean ? recordSpan(clean, span.start, span.end) : span;
    return { text, item: line.item, line: line.line, start: from, end: to };
  }
}
