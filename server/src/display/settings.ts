import { VALUE_END } from './labels';
import type { Field, OutputLine } from './output';
import { TIME } from './table';

/** A label with the value behind it, as printed, for outputs whose labels nobody lists. */
export interface Setting {
  readonly label: Field;
  readonly value: Field;
}

/** A counter: what it counts, its value, and the heading that it stands under. */
export interface Counter extends Setting {
  readonly section?: Field;
}

/** A colon that ends a label: with a blank on one of its sides, or nothing behind it. One within an address or a time is none. */
const COLON = /[ \t][:：]|[:：](?=[ \t]|$)/;

/** A heading is no longer than this; what is longer is text. */
const MAX_LABEL = 120;

/** What stands behind these is nobody's business. */
const SECRET =
  /(?:shared|string|hex|secret|private|session|cipher|auth\w*|encrypt\w*)[ -]?key|(?:^|[\s_-])keys?$|password|secret|skeyid/i;

/** How a ciphered value begins. */
const CIPHERED = /^(?:[%@$^#!]{4}|\$\d[a-z]\$)/;

/** What a device says about the answer itself. */
const NOTICE = /^(?:info|warning|error|note|notice|tip)$/i;

/** The setting of a line that holds one: its label ends at the first colon. Undefined where it holds none. */
export function settingOf(line: OutputLine): Setting | undefined {
  const found = COLON.exec(line.text);
  if (!found) return undefined;
  const start = found.index + found[0].length;
  const end = line.text.slice(start).search(VALUE_END);
  const label = line.field(0, found.index);
  const { text } = label;
  const value = line.field(start, end < 0 ? line.text.length : start + end);
  if (CIPHERED.test(value.text)) return undefined;
  if (!/[A-Za-z]/.test(text) || text.length > MAX_LABEL || SECRET.test(text) || NOTICE.test(text))
    return undefined;
  return { label, value };
}

const NUMBER = /[ \t]*((?:\d{1,20}|-{1,2})(?:\/(?:\d{1,20}|-{1,2}))*%?)(?=[\s,;|]|$)/y;

/** A time is no counter and ends no heading. */
const AT_TIME = new RegExp(`^[ \\t]*${TIME}`);

/** Behind a heading nothing stands, or where all was pasted onto one line, the next label. */
const HEADING_END = /^[ \t]*$|^[ \t]+[^\d\s]/;

/** A rule, or the comma between two counters, in front of a label. */
const BEFORE_LABEL = /^(?:[\s,;|]|[-=]{7,})*/;

/** Reads counters line by line: `label : number`, several on a line or all of them on one. A colon without a number ends a heading. */
export function countersOf(lines: readonly OutputLine[]): Counter[] {
  const all: Counter[] = [];
  let section: Field | undefined;
  for (const line of lines) {
    const { text } = line;
    let from = 0;
    let time: RegExpExecArray | null;
    for (let colon = nextColon(text, 0); colon >= 0; colon = nextColon(text, colon + 1)) {
      if (colon < from) continue;
      const start = labelStart(text, from, colon);
      const label = line.field(start, colon);
      NUMBER.lastIndex = colon + 1;
      const number = NUMBER.exec(text);
      if (number?.[1] !== undefined) {
        const end = NUMBER.lastIndex;
        const value = line.field(end - number[1].length, end);
        if (/[A-Za-z\u4e00-\u9fff]/.test(label.text) && !NOTICE.test(label.text))
          all.push({ ...(section ? { section } : {}), label, value });
        from = end;
      } else if (SECRET.test(label.text) || CIPHERED.test(text.slice(colon + 1, colon + 64).trimStart())) {
        // Where a key ends nobody can tell.
        break;
      } else if ((time = AT_TIME.exec(text.slice(colon + 1, colon + 64)))) from = colon + 1 + time[0].length;
      else if (HEADING_END.test(text.slice(colon + 1, colon + 64))) {
        if (label.text !== '' && !NOTICE.test(label.text)) section = label;
        from = colon + 1;
      }
    }
  }
  return all;
}

function nextColon(text: string, from: number): number {
  const [a, b] = [text.indexOf(':', from), text.indexOf('：', from)];
  return a < 0 || b < 0 ? Math.max(a, b) : Math.min(a, b);
}

/** Where a label begins that ends at a colon: behind the value before it, a comma and a rule. */
function labelStart(text: string, from: number, colon: number): number {
  const first = Math.max(from, colon - MAX_LABEL);
  const before = text.slice(first, colon);
  return first + (BEFORE_LABEL.exec(before)?.[0].length ?? 0);
}
