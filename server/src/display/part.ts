import { splitWords, type Word } from '../syntax/line';
import { recordSpan } from '../text/terminal';
import type { Field } from './output';

/** The index in a clean line of the character that stands at an offset of the record. */
function cleanIndex(offsets: Uint16Array, offset: number): number {
  return Math.max(0, offsets.indexOf(offset));
}

/** Some characters of a field, with their own place; the offsets count in what the field says. */
export function partOf(field: Field, start: number, end = field.text.length): Field {
  const { source } = field;
  if (source) return source.line.field(source.at + start, source.at + end);
  const text = field.text.slice(start, end);
  const clean = field.item.lines[field.line]?.clean;
  if (!clean) return { ...field, text, start: field.start + start, end: field.start + start + text.length };
  const from = cleanIndex(clean.offsets, field.start);
  return { ...field, text, ...recordSpan(clean, from + start, from + start + text.length) };
}

/** The words of a field, with their places in the line of the file. */
export function wordsOf(field: Field): Word[] {
  return splitWords(field.text, 0).words.map(({ start, end, text }) => {
    const part = partOf(field, start, end);
    return { start: part.start, end: part.end, text };
  });
}
