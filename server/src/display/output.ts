import type { Item, TreeLine } from '../syntax/tree';
import { recordSpan } from '../text/terminal';

/** Some characters of what a device printed. The line counts within its item. */
export interface Field {
  /** As printed, without the blanks around it. */
  readonly text: string;
  readonly item: Item;
  readonly line: number;
  /** Offsets in the line as the file has it. */
  readonly start: number;
  readonly end: number;
}

/** A line that a device printed, or the part of one in which a whole answer was pasted onto a single line. */
export class OutputLine {
  constructor(
    readonly item: Item,
    readonly index: number,
    /** What the screen showed. */
    readonly text: string,
    /** Where `text` begins in what the screen showed of the whole line. */
    private readonly from: number,
  ) {}

  /** The characters between two offsets of `text`, blanks at both ends left out. */
  field(start: number, end: number): Field {
    const raw = this.text.slice(start, end);
    const text = raw.trim();
    const first = this.from + start + (raw.length - raw.trimStart().length);
    const { clean } = this.line;
    const span = { start: first, end: first + text.length };
    const { start: from, end: to } = clean ? recordSpan(clean, span.start, span.end) : span;
    return { text, item: this.item, line: this.index, start: from, end: to };
  }

  /** The part of the line between two offsets, as a line of its own. */
  part(start: number, end = this.text.length): OutputLine {
    return new OutputLine(this.item, this.index, this.text.slice(start, end), this.from + start);
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

  private get line(): TreeLine {
    const line = this.item.lines[this.index];
    if (!line) throw new Error('a line of an output is a line of its item');
    return line;
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

/** What shows, within a line, that an answer was pasted behind its command: rules of dashes or equal signs. */
const RULE = /(?:^|\s)[-=]{7,}(?=\s|$)/;

/** A prompt within a line that several commands with their answers were pasted onto. */
const INNER_PROMPT = /(?<=\s)<([^<>\s[\]|"'=]{1,64})>\s?(?=di?s?p?l?a?y?\s)/g;

function shownLine(item: Item, index: number): OutputLine | undefined {
  const line = item.lines[index];
  return line && new OutputLine(item, index, line.clean?.text ?? line.text, 0);
}

/** Where a device's answer begins in the line of its command; undefined where it begins on the next line, as it does on a terminal. */
function answerStart(text: string, openings: RegExp): number | undefined {
  const rule = RULE.exec(text)?.index;
  const opening = openings.exec(text)?.index;
  if (rule === undefined) return opening;
  return opening === undefined ? rule : Math.min(rule, opening);
}

class Collector {
  readonly outputs: Output[] = [];
  private lines: OutputLine[] = [];
  private device: string | undefined;
  private command: readonly string[] = [];

  constructor(private readonly openings: RegExp) {}

  /** Takes a command and what stands behind it on its line. */
  typed(device: string, line: OutputLine): void {
    this.close();
    this.device = device;
    const answer = answerStart(line.text, this.openings);
    this.command = line.text.slice(0, answer).trim().split(/\s+/);
    if (answer !== undefined) this.lines.push(line.part(answer));
  }

  printed(line: OutputLine): void {
    this.lines.push(line);
  }

  /** Ends the answer; what follows without a prompt is one that was copied without its command. */
  close(): void {
    const { device, command, lines } = this;
    if (lines.some(({ text }) => text.trim() !== '')) this.outputs.push({ device, command, lines });
    this.lines = [];
    this.command = [];
  }
}

/** A typed line cut at the prompts within it, where several commands with their answers were pasted onto it. */
function* commandsIn(device: string, line: OutputLine): Generator<{ device: string; line: OutputLine }> {
  let start = 0;
  let current = device;
  for (const found of line.text.matchAll(INNER_PROMPT)) {
    yield { device: current, line: line.part(start, found.index) };
    current = found[1] ?? current;
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
    for (const [index, { role, prompt }] of item.lines.entries()) {
      const line = shownLine(item, index);
      if (!line) continue;
      if (role === 'output') collector.printed(line);
      else if (role === 'typed' && prompt) {
        const behind = line.part(promptEnd(line, prompt.end));
        for (const each of commandsIn(prompt.device, behind)) collector.typed(each.device, each.line);
      } else collector.close();
    }
  }
  collector.close();
  return collector.outputs;
}

/** Where the text behind a prompt begins in what the screen showed. */
function promptEnd({ item, index, text }: OutputLine, end: number): number {
  const clean = item.lines[index]?.clean;
  if (!clean) return end;
  for (let at = 0; at < text.length; at++) if ((clean.offsets[at] ?? 0) >= end) return at;
  return text.length;
}
