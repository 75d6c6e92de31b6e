import type { OutputLine } from './output';
import { cellsOf } from './table';

/** The time that a terminal program wrote before a line, in brackets or not. */
const STAMP = /^\[?(?:\d{4}[-/]\d\d[-/]\d\d[ T])?\d\d:\d\d:\d\d(?:[.,]\d{1,6})?\]?(?:[ \t]|$)/;

/** Where a terminal breaks lines, where nothing else says it. */
const USUAL_WIDTH = 80;

/** A terminal narrower than this is not worked at. */
const LEAST_WIDTH = 60;

/** A row of a table begins with an address, or with a number and one, and has something behind it. */
const ROW_START =
  /^\s*(?:\d{1,10}\s+)?(?:\d{1,3}(?:\.\d{1,3}){3}|(?=[0-9a-f:]{0,39}::)[0-9a-f:]{2,39})(?:[:/]\d{1,5})?\s+\S/i;

/** What may be a label, as it stands at the beginning of a line. */
const LABEL = /^[A-Za-z][\w '()/,.-]{0,78}[:：](?=(\s|$)?)/;

/** A label with its colon begins a line of its own; the end of an address has neither blanks in it nor behind it. */
function startsWithLabel(text: string): boolean {
  const found = LABEL.exec(text);
  return found !== null && (found[1] !== undefined || found[0].includes(' '));
}

/** What stands behind the time before a line of a table or between two of them: a rule, or nothing. No log has such a line. */
const NO_RECORD = /^\s*(?:[-=]{7,}\s*)?$/;

/** The lines without the time that a terminal program wrote before each of them. */
export function withoutTimes(lines: readonly OutputLine[]): readonly OutputLine[] {
  const filled = lines.filter(({ text }) => text.trim() !== '');
  if (filled.length < 2 || !filled.every(({ text }) => STAMP.test(text.slice(0, 40)))) return lines;
  const bare = lines.map((line) => line.part(STAMP.exec(line.text.slice(0, 40))?.[0].length ?? 0));
  return bare.some(({ text }, at) => lines[at]?.text.trim() !== '' && NO_RECORD.test(text)) ? bare : lines;
}

/** The one character that a line consists of, behind blanks, if it is a rule of them. */
function ruleOf(text: string): string | undefined {
  return /^\s*([-=])\1*\s*$/.exec(text)?.[1];
}

/** The width at which a terminal broke the lines: at which it broke a rule. Undefined where it broke none. */
function brokenWidth(lines: readonly OutputLine[]): number | undefined {
  const width = lines.reduce((most, { text }) => Math.max(most, text.trimEnd().length), 0);
  if (width < LEAST_WIDTH) return undefined;
  const broken = lines.some(({ text }, at) => {
    const rule = text.trimEnd().length === width ? ruleOf(text) : undefined;
    const rest = lines[at + 1]?.text ?? '';
    return rule !== undefined && ruleOf(rest) === rule && !/^\s/.test(rest) && rest.trimEnd().length < width;
  });
  return broken ? width : undefined;
}

/** Whether a full line goes on in the next: a word fills it to the edge and the next begins with the rest, perhaps of a label. */
function goesOn(text: string, next: string): boolean {
  return (
    text.length === USUAL_WIDTH &&
    /\S$/.test(text) &&
    !ruleOf(text) &&
    /^[^\s<[]/.test(next) &&
    !(/[:：]/.test(text) && startsWithLabel(next))
  );
}

/** Whether a line is a row of the same table as the one before: several of its words begin in the same columns. */
function isNextRow(text: string, next: string): boolean {
  const starts = new Set(cellsOf(text).map(({ start }) => start));
  return cellsOf(next).filter(({ start }) => start > 0 && starts.has(start)).length >= 2;
}

/**
 * The lines with those put together again that a narrow terminal broke. What it broke shows in the rules of dashes; where none is that
 * long, only a word at the edge of the usual width does.
 */
export function unwrapped(lines: readonly OutputLine[]): readonly OutputLine[] {
  const width = brokenWidth(lines);
  if (width === undefined && lines.some(({ text }) => text.trimEnd().length > USUAL_WIDTH)) return lines;
  const joined: OutputLine[] = [];
  let previous = '';
  for (const line of lines) {
    const { text } = line;
    const last = joined.at(-1);
    const continues =
      width === undefined ? goesOn(previous, text) : previous.length >= width && text.trim() !== '';
    if (last && continues && !ROW_START.test(text) && !isNextRow(previous, text))
      joined[joined.length - 1] = last.with(line);
    else joined.push(line);
    previous = text;
  }
  return joined;
}
