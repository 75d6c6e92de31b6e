import { fieldByName, fieldByOid, type FieldDefinition } from '../../causes/messages';
import type { Field } from '../output';
import type { LogText } from './logText';

/** A value that a message carries beside a name. */
export interface Parameter {
  readonly name: Field;
  readonly value: Field;
  /** What the name means, where it is known. */
  readonly definition?: FieldDefinition;
}

/** A name before its `=` or `:`, which may be that of an object of a MIB with its instance, or an OID. */
const NAME =
  /(?:[A-Za-z][\w-]{0,63}::)?[A-Za-z][\w-]{0,63}(?:\.\d{1,10}){0,16}|\.?(?:iso|1)(?:\.\d{1,10}){4,40}/y;

/** Two or three words as a name: `Peer address`. */
const WORDS = /[A-Za-z][\w-]{0,31}(?: [A-Za-z][\w-]{0,31}){0,2}/y;

/** The type that SNMP tools print before a value. */
const TYPE =
  /^(?:OCTET STRING|STRING|IpAddress|Gauge32|INTEGER|Integer32|Unsigned32|Counter32|Counter64|OID|Hex-STRING|Network Address)[ \t]*:[ \t]*/;

interface Begin {
  readonly start: number;
  readonly nameEnd: number;
  readonly valueStart: number;
}

/** The names of a text between two offsets with what parts them from their values; those within brackets of a value are none. */
function beginsOf(text: string, from: number, to: number, sign: '=' | ':'): { begins: Begin[]; end: number } {
  const begins: Begin[] = [];
  const pattern = sign === '=' ? NAME : WORDS;
  let depth = 0;
  let group: number | undefined;
  let mayBegin = true;
  for (let at = from; at < to; at++) {
    const character = text[at];
    if (character === '(') {
      depth++;
      group ??= depth;
      mayBegin = depth === group;
      continue;
    }
    if (character === ')') {
      depth--;
      if (group !== undefined && depth < group) {
        if (begins.length > 0) return { begins, end: at };
        group = undefined;
      }
      mayBegin = false;
      continue;
    }
    if (character === ',' || character === ';' || character === ' ' || character === '\t') {
      // Behind a colon's name only a mark parts: the blanks of a value are its own.
      if (sign === '=' || character === ',' || character === ';') mayBegin = true;
      continue;
    }
    if (mayBegin && depth <= (group ?? 0)) {
      pattern.lastIndex = at;
      const name = pattern.exec(text)?.[0];
      if (name !== undefined) {
        let behind = at + name.length;
        while (text[behind] === ' ' && behind < to && behind - at < 80) behind++;
        if (text[behind] === sign && behind < to && (sign === '=' || /\s|\d/.test(text[behind + 1] ?? ' '))) {
          begins.push({ start: at, nameEnd: at + name.length, valueStart: behind + 1 });
          at = behind;
          mayBegin = false;
          continue;
        }
      }
    }
    mayBegin = false;
  }
  return { begins, end: to };
}

function definitionOf(name: string): FieldDefinition | undefined {
  const plain = name.replace(/^[\w-]+::/, '');
  if (/^\.?(?:iso|1)\./.test(plain)) return fieldByOid(plain.replace(/^\.?iso/, '1'));
  return fieldByName(plain, 'message') ?? fieldByName(plain.replace(/(?:\.\d+)+$/, ''), 'message');
}

/** Every parameter between two offsets of a message: `(Name=value, Name=value)`, the variables of a trap, or `Name: value`. */
export function parametersOf(log: LogText, from: number, to: number): readonly Parameter[] {
  const { text } = log;
  let found = beginsOf(text, from, to, '=');
  if (found.begins.length === 0) found = beginsOf(text, from, to, ':');
  const { begins, end } = found;
  return begins.flatMap(({ start, nameEnd, valueStart }, at): Parameter[] => {
    const name = log.field(start, nameEnd);
    let [first, last] = [valueStart, begins[at + 1]?.start ?? end];
    while (first < last && /\s/.test(text[first] ?? '')) first++;
    first += TYPE.exec(text.slice(first, Math.min(last, first + 32)))?.[0].length ?? 0;
    while (last > first && /[\s,;]/.test(text[last - 1] ?? '')) last--;
    const isQuoted = last - first >= 2 && text[first] === '"' && text[last - 1] === '"';
    const value = isQuoted ? log.field(first + 1, last - 1) : log.field(first, last);
    const definition = definitionOf(name.text);
    return [{ name, value, ...(definition ? { definition } : {}) }];
  });
}
