import { shownText } from '../syntax/line';
import type { Item } from '../syntax/tree';
import { recordSpan } from '../text/terminal';
import { unwrapped, withoutTimes } from './wrap';

/** Some characters of what a device printed. The line counts within its item. */
export interface Field {
  /** As printed, without the blanks around it. */
  readonly text: string;
  readonly item: Item;
  readonly line: number;
  /** Offsets in the line as the file has it. */
  readonly start: number;
  readonly end: number;
  /** Where it was read from: a line of an output, and the offset at which it begins there. */
  readonly source?: { readonly line: OutputLine; readonly at: number };
}

/** Where a stretch of an output line stands: from `at` on its text is that of a line of the file from `from` on. */
interface Stretch {
  readonly at: number;
  readonly item: Item;
  readonly index: number;
  /** Offset in what the screen showed of the whole line. */
  readonly from: number;
  /** How many characters of the text it has; behind them only blanks stand up to the next. */
  readonly length: number;
}

/**
 * A line that a device printed: a line of the file, a part of one in which a whole answer was pasted onto a single line, or several where
 * a narrow terminal broke one.
 */
export class OutputLine {
  private constructor(
    /** What the screen showed. */
    readonly text: string,
    private readonly stretches: readonly [Stretch, ...Stretch[]],
    /** Where `text` begins in the text that the stretches count from. */
    private readonly shift: number,
  ) {}

  static of(item: Item, index: number, text: string): OutputLine {
    return new OutputLine(text, [{ at: 0, item, index, from: 0, length: text.length }], 0);
  }

  /** The characters between two offsets of `text`, blanks at both ends left out. What a terminal broke has its place where it begins. */
  field(start: number, end: number): Field {
    const raw = this.text.slice(start, end);
    const text = raw.trim();
    const at = start + (raw.length - raw.trimStart().length);
    const stretch = this.stretchAt(this.shift + at);
    const { item, index, from, length } = stretch;
    const first = Math.min(this.shift + at - stretch.at, length);
    const last = Math.min(first + text.length, length);
    const clean = item.lines[index]?.clean;
    const span = clean
      ? recordSpan(clean, first + from, last + from)
      : { start: first + from, end: last + from };
    return { text, item, line: index, ...span, source: { line: this, at } };
  }

  /** The part of the line between two offsets, as a line of its own. */
  part(start: number, end = this.text.length): OutputLine {
    return new OutputLine(this.text.slice(start, end), this.stretches, this.shift + start);
  }

  /** This line with another behind it, after blanks up to a column. */
  with(other: OutputLine, column = this.text.length): OutputLine {
    const behind = Math.max(column, this.text.length);
    const added = other.shown().map((each) => ({ ...each, at: each.at + behind }));
    const [first = added[0], ...rest] = [...this.shown(), ...added];
    if (!first) return this;
    return new OutputLine(this.text.padEnd(column) + other.text, [first, ...rest], 0);
  }

  /** The groups of a match of `text` as fields, found from left to right; undefined for a group that took no part or is empty. */
  groups(match: RegExpExecArray): (Field | undefined)[] {
    let from = match.index;
    return match.slice(1).map((text: string | undefined) => {
      if (!text) return undefined;
      const start = this.text.indexOf(text, from);
      from = start + text.length;
      return this.field(start, from);
    });
  }

  /** The offset in `text` behind a prompt that ends at an offset of its line in the file. */
  promptEnd(end: number): number {
    const [{ item, index }] = this.stretches;
    const clean = item.lines[index]?.clean;
    if (!clean) return end;
    for (let at = 0; at < this.text.length; at++) if ((clean.offsets[at] ?? 0) >= end) return at;
    return this.text.length;
  }

  /** The stretches as far as the line shows them, counted from its beginning. */
  private shown(): Stretch[] {
    return this.stretches.flatMap(({ at, from, length, ...place }) => {
      const cut = Math.max(0, this.shift - at);
      const start = Math.max(0, at - this.shift);
      const shown = Math.min(length - cut, this.text.length - start);
      return shown > 0 ? [{ ...place, at: start, from: from + cut, length: shown }] : [];
    });
  }

  private stretchAt(offset: number): Stretch {
    let found = 0;
    while ((this.stretches[found + 1]?.at ?? Infinity) <= offset) found++;
    return this.stretches[found] ?? this.stretches[0];
  }
}

/** What a device printed in answer to one command. */
export interface Output {
  /** The device whose prompt stands before the command; undefined where only the answer was copied. */
  readonly device: string | undefined;
  /** The words of the command as typed; empty where only the answer was copied. */
  readonly command: readonly string[];
  readonly lines: readonly OutputLine[];
}

/** What shows, within a line, that an answer was pasted behind its command: a rule of dashes or equal signs, or how many there are. */
const ANSWER = /(?:^|\s)[-=]{7,}(?=\s|$)|\bcurrent [\w -]{1,40}\bnum(?:ber)?[ \t]*:/i;

/** A prompt within a line that several commands with their answers were pasted onto, or at its end. */
const INNER_PROMPT =
  /(?<=\s)(?:<([^<>\s[\]|"'=]{1,64})>\s?(?=di?s?p?l?a?y?\s|$)|\[[~*]?([^<>\s[\]|"'=]{1,64})\]\s?(?=di?s?p?l?a?y?\s))/g;

function shownLine(item: Item, index: number): OutputLine | undefined {
  const line = item.lines[index];
  return line && OutputLine.of(item, index, shownText(line));
}

/** Where a device's answer begins in the line of its command; undefined where it begins on the next line, as it does on a terminal. */
function answerStart(text: string, openings: RegExp): number | undefined {
  const rule = ANSWER.exec(text)?.index;
  const opening = openings.exec(text)?.index;
  if (rule === undefined) return opening;
  return opening === undefined ? rule : Math.min(rule, opening);
}

class Collector {
  readonly outputs: Output[] = [];
  private lines: OutputLine[] = [];
  private device: string | undefined;
  private command: readonly string[] = [];
  private isCut = false;

  constructor(private readonly openings: RegExp) {}

  /** Takes a command and what stands behind it on its line. */
  typed(device: string, line: OutputLine): void {
    this.close();
    this.device = device;
    const answer = answerStart(line.text, this.openings);
    this.command = line.text
      .slice(0, answer)
      .split(/\s+/)
      .filter((word) => word !== '');
    if (answer !== undefined) this.lines.push(line.part(answer));
  }

  printed(line: OutputLine): void {
    if (!this.isCut) this.lines.push(line);
  }

  /** Forgets the answer, of which lines are not read, and what follows of it. */
  leaveOut(): void {
    this.lines = [];
    this.command = [];
    this.isCut = true;
  }

  /** Ends the answer; what follows without a prompt is one that was copied without its command. */
  close(): void {
    const { device, command } = this;
    const lines = unwrapped(withoutTimes(this.lines));
    if (!this.isCut && lines.some(({ text }) => text.trim() !== ''))
      this.outputs.push({ device, command, lines });
    this.lines = [];
    this.command = [];
    this.isCut = false;
  }
}

/** A typed line cut at the prompts within it, where several commands with their answers were pasted onto it. */
function* commandsIn(device: string, line: OutputLine): Generator<{ device: string; line: OutputLine }> {
  let start = 0;
  let current = device;
  for (const found of line.text.matchAll(INNER_PROMPT)) {
    yield { device: current, line: line.part(start, found.index) };
    current = found[1] ?? found[2] ?? current;
    start = found.index + found[0].length;
  }
  yield { device: current, line: line.part(start) };
}

/**
 * Cuts the items of a capture into the answers that it holds. `openings` matches where an answer begins that was pasted onto the line of
 * its command. Total: what is no answer to a command is one to an unknown command.
 */
export function outputsIn(items: readonly Item[], openings: RegExp): readonly Output[] {
  const collector = new Collector(openings);
  for (const item of items) {
    if (item.unread) collector.leaveOut();
    for (const [index, { role, prompt }] of item.lines.entries()) {
      const line = shownLine(item, index);
      if (!line) continue;
      if (role === 'output') collector.printed(line);
      else if (role === 'typed' && prompt) {
        const behind = line.part(line.promptEnd(prompt.end));
        for (const each of commandsIn(prompt.device, behind)) collector.typed(each.device, each.line);
      } else collector.close();
    }
  }
  collector.close();
  return collector.outputs;
}
