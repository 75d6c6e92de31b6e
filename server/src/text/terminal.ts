/** What a line of a terminal's record says once everything that only moved the cursor is taken out. */
export interface CleanLine {
  readonly text: string;
  /** Where each character of `text` stands in the record's line, and one more for its end. Small, as a long capture has many. */
  readonly offsets: Uint16Array;
  /** How long characters are in the record that are spelled with several there, as `&lt;` is on a page, by their offset. */
  readonly lengths?: ReadonlyMap<number, number>;
}

/** What a pager writes between two screens, alone or in front of the line that came over it. */
const PAGER = /^[ \t]*-{2,}[ \t]*More[ \t]*(?:\(.{0,40}?\)[ \t]*)?-{2,}/i;

/** A cursor movement whose escape character got lost on the way into the file, as it stands behind a pager's mark. */
const BARE_MOVEMENT = /^(?:\[\d{1,3}D[ \t]*)+/;

/** What programs write in place of an escape character that they cannot show: an arrow (its glyph on a PC), a symbol, or `^[`. */
const SPELLED_ESCAPE = /(?:[\u2190\u241b]|\^\[)(?=\[(?:[\d;?]{1,16}[A-Za-z@`]|[Km]))/y;

/** What the mark is overwritten with where the movement before it is lost: as many blanks as the pager has columns. */
const OVERWRITE = [42, 16] as const;

const ESCAPE = 0x1b;
const BACKSPACE = 0x08;
const DELETE = 0x7f;
const TAB = 0x09;
const CSI = 0x9b;

/** The cursor never goes further right than this: a movement is no reason to hold a line of blanks. */
const MAX_COLUMN = 8192;

/** What is longer than this is no line of a terminal, and carrying out what moves the cursor in it would only cost time. */
export const MAX_SCREEN_LINE = 16384;

/** The offsets of a line that says what it says, which all such lines have a part of. */
const AS_IT_STANDS = Uint16Array.from({ length: MAX_SCREEN_LINE + 1 }, (_, at) => at);

/** Parameters and intermediate characters of a control sequence are few (ECMA-48 §5.4). */
const MAX_SEQUENCE = 64;

/** Blanks that pages put in place of plain ones, so that a line does not break there. */
function isPageBlank(code: number): boolean {
  return code === 0xa0 || code === 0x2007 || code === 0x202f;
}

/** Characters that nobody sees: blanks of no width, marks of direction, a byte order mark. */
function isInvisible(code: number): boolean {
  return code === 0x200b || code === 0x200e || code === 0x200f || code === 0x2060 || code === 0xfeff;
}

function isControl(code: number): boolean {
  return (code < 32 && code !== TAB) || code === DELETE || (code >= 0x80 && code < 0xa0);
}

/** Whether a character may begin an escape sequence that is spelled out. */
function maySpellEscape(code: number, next: number): boolean {
  return code === 0x2190 || code === 0x241b || (code === 0x5e && next === 0x5b);
}

function isNoise(code: number, next: number): boolean {
  if (code < 0x80) return isControl(code) || (code === 0x5e && next === 0x5b);
  return isControl(code) || isPageBlank(code) || isInvisible(code) || maySpellEscape(code, next);
}

function hasNoise(raw: string): boolean {
  for (let at = 0; at < raw.length; at++)
    if (isNoise(raw.charCodeAt(at), raw.charCodeAt(at + 1))) return true;
  return false;
}

/** The characters of one line on a screen, each with its place in the record. */
class ScreenLine {
  private readonly characters: string[] = [];
  private readonly places: number[] = [];
  private column = 0;

  write(character: string, place: number): void {
    this.fillTo(this.column, place);
    this.characters[this.column] = character;
    this.places[this.column] = place;
    this.column++;
  }

  moveTo(column: number): void {
    this.column = Math.max(0, Math.min(column, MAX_COLUMN));
  }

  moveBy(columns: number): void {
    this.moveTo(this.column + columns);
  }

  /** Erases from the cursor on (0), up to it (1) or all (2). */
  erase(part: number, place: number): void {
    if (part === 0) this.truncate(this.column);
    else if (part === 2) this.truncate(0);
    else {
      for (let at = 0; at <= this.column && at < this.characters.length; at++) {
        this.characters[at] = ' ';
        this.places[at] = place;
      }
    }
  }

  remove(count: number): void {
    this.characters.splice(this.column, count);
    this.places.splice(this.column, count);
  }

  insert(count: number, place: number): void {
    const added = Math.min(count, MAX_COLUMN);
    if (this.column >= this.characters.length || this.characters.length > MAX_COLUMN) return;
    this.characters.splice(this.column, 0, ...Array<string>(added).fill(' '));
    this.places.splice(this.column, 0, ...Array<number>(added).fill(place));
  }

  private truncate(length: number): void {
    this.characters.length = Math.min(this.characters.length, length);
    this.places.length = this.characters.length;
  }

  private fillTo(column: number, place: number): void {
    for (let at = this.characters.length; at < column; at++) {
      this.characters[at] = ' ';
      this.places[at] = place;
    }
  }

  /**
   * What stands on the line, without the blanks at its end that something was wiped out with. Offsets are those of UTF-16 units: a
   * character of two units has one place on the screen.
   */
  read(end: number): CleanLine {
    let length = this.characters.length;
    while (length > 0 && this.characters[length - 1] === ' ') length--;
    const text = this.characters.slice(0, length).join('');
    const offsets = new Uint16Array(text.length + 1);
    let at = 0;
    for (let column = 0; column < length; column++) {
      const place = this.places[column] ?? 0;
      const units = this.characters[column]?.length ?? 1;
      for (let unit = 0; unit < units; unit++) offsets[at++] = place + unit;
    }
    offsets[at] = at === 0 ? end : (offsets[at - 1] ?? 0) + 1;
    return { text, offsets };
  }
}

/** Carries out the control sequence that begins at an offset behind its introducer; gives the offset behind it. */
function control(raw: string, from: number, line: ScreenLine): number {
  let at = from;
  while (at < raw.length && at - from < MAX_SEQUENCE) {
    const code = raw.charCodeAt(at);
    if (code < 0x20 || code > 0x3f) break;
    at++;
  }
  const final = raw[at];
  if (final === undefined || final < '@' || final > '~') return at;
  const first = /^\d{1,5}/.exec(raw.slice(from, at))?.[0];
  const count = first === undefined ? 1 : Math.max(1, Number(first));
  const part = first === undefined ? 0 : Number(first);
  if (final === 'D') line.moveBy(-count);
  else if (final === 'C') line.moveBy(count);
  else if (final === 'G' || final === '`') line.moveTo(count - 1);
  else if (final === 'K') line.erase(part, from);
  else if (final === 'P') line.remove(count);
  else if (final === '@') line.insert(count, from);
  return at + 1;
}

/** Skips a string that an escape sequence opens (a window title): to BEL, to ESC \, or to the end of the line (ECMA-48 §5.6). */
function skipString(raw: string, from: number): number {
  for (let at = from; at < raw.length; at++) {
    const code = raw.charCodeAt(at);
    if (code === 7 || code === 0x9c) return at + 1;
    if (code === ESCAPE) return raw[at + 1] === '\\' ? at + 2 : at;
  }
  return raw.length;
}

/** Carries out an escape sequence; gives the offset behind it. */
function escape(raw: string, from: number, line: ScreenLine): number {
  const kind = raw[from];
  if (kind === '[') return control(raw, from + 1, line);
  if (kind !== undefined && 'P]X^_'.includes(kind)) return skipString(raw, from + 1);
  let at = from;
  while (at < raw.length && raw.charCodeAt(at) >= 0x20 && raw.charCodeAt(at) <= 0x2f) at++;
  return Math.min(raw.length, at + 1);
}

/** How long the spelling of an escape character is that stands at an offset; 0 where none stands. */
function spelledEscape(raw: string, at: number): number {
  SPELLED_ESCAPE.lastIndex = at;
  return SPELLED_ESCAPE.exec(raw)?.[0].length ?? 0;
}

function onScreen(raw: string): CleanLine {
  const line = new ScreenLine();
  for (let at = 0; at < raw.length;) {
    const code = raw.charCodeAt(at);
    if (code === ESCAPE) at = escape(raw, at + 1, line);
    else if (code === CSI) at = control(raw, at + 1, line);
    else if (code === BACKSPACE || code === DELETE) {
      line.moveBy(-1);
      at++;
    } else if (isControl(code) || isInvisible(code)) at++;
    else if (isPageBlank(code)) line.write(' ', at++);
    else if (maySpellEscape(code, raw.charCodeAt(at + 1)) && spelledEscape(raw, at) > 0) {
      at = escape(raw, at + spelledEscape(raw, at), line);
    } else {
      const isPair = code >= 0xd800 && code < 0xdc00 && at + 1 < raw.length;
      const character = isPair ? raw.slice(at, at + 2) : raw.charAt(at);
      line.write(character, at);
      at += character.length;
    }
  }
  return line.read(raw.length);
}

/** How much of a line a pager's mark takes up where nothing moves the cursor back over it, with the blanks that were to wipe it out. */
function markLength(text: string): number {
  const mark = PAGER.exec(text)?.[0].length;
  if (mark === undefined) return 0;
  const bare = BARE_MOVEMENT.exec(text.slice(mark))?.[0].length;
  if (bare !== undefined) {
    // The movement that ends the wiping is followed by the line itself, blanks and all.
    const wiped = text.slice(mark, mark + bare);
    return mark + wiped.trimEnd().length;
  }
  const rest = text.slice(mark);
  const blanks = rest.length - rest.trimStart().length;
  return mark + (OVERWRITE.find((width) => width <= blanks) ?? 0);
}

function withoutMark(line: CleanLine): CleanLine {
  const length = markLength(line.text);
  return length === 0 ? line : cleanFrom(line, length);
}

/**
 * Reads a line as the screen showed it in the end: control sequences carried out (ECMA-48), corrections made with backspaces, a pager's
 * mark wiped out, colours, bells and NULs gone. Undefined for a line in which nothing of the kind stands, as almost all are: it says
 * what it says; and for one that is longer than any terminal shows. Total: any text gives a line.
 */
export function cleanLine(raw: string): CleanLine | undefined {
  if (raw.length > MAX_SCREEN_LINE) return undefined;
  if (!hasNoise(raw)) return PAGER.test(raw) ? withoutMark(asShown(raw)) : undefined;
  return withoutMark(onScreen(raw));
}

/** The places in a record's line of a span of its clean text. */
export function recordSpan(
  { offsets, lengths }: CleanLine,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  const from = offsets[start] ?? offsets[offsets.length - 1] ?? 0;
  const last = end > start ? offsets[end - 1] : undefined;
  return { start: from, end: last === undefined ? from : last + (lengths?.get(last) ?? 1) };
}

/** A clean line without its first characters. */
export function cleanFrom(line: CleanLine, start: number): CleanLine {
  return { ...line, text: line.text.slice(start), offsets: line.offsets.subarray(start) };
}

/** A line that says what it says from an offset on, as a clean line. No longer one than a terminal shows. */
export function asShown(raw: string, start = 0): CleanLine {
  return { text: raw.slice(start), offsets: AS_IT_STANDS.subarray(start, raw.length + 1) };
}

/** What was read of a line from an offset on, with places in the whole line. */
export function cleanBehind({ text, offsets, lengths }: CleanLine, start: number): CleanLine {
  const moved = offsets.map((at) => at + start);
  if (!lengths) return { text, offsets: moved };
  return {
    text,
    offsets: moved,
    lengths: new Map([...lengths].map(([at, length]) => [at + start, length])),
  };
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#39': "'",
  '#60': '<',
  '#62': '>',
  '#160': ' ',
};

const ENTITY = /&(lt|gt|amp|quot|apos|nbsp|#39|#60|#62|#160);/g;

/**
 * A line that was copied from the source of a page, with the characters that its entities stand for; undefined for a line without any.
 */
export function withoutEntities(raw: string, clean: CleanLine | undefined): CleanLine | undefined {
  if (raw.length > MAX_SCREEN_LINE || !raw.includes('&')) return undefined;
  const line = clean ?? asShown(raw);
  let text = '';
  const offsets: number[] = [];
  const lengths = new Map<number, number>();
  let done = 0;
  for (const found of line.text.matchAll(ENTITY)) {
    for (let at = done; at <= found.index; at++) offsets.push(line.offsets[at] ?? 0);
    text += line.text.slice(done, found.index) + (ENTITIES[found[1] ?? ''] ?? '');
    done = found.index + found[0].length;
    const place = line.offsets[found.index] ?? 0;
    lengths.set(place, (line.offsets[done - 1] ?? place) + 1 - place);
  }
  if (done === 0) return undefined;
  for (let at = done; at < line.offsets.length; at++) offsets.push(line.offsets[at] ?? 0);
  return { text: text + line.text.slice(done), offsets: Uint16Array.from(offsets), lengths };
}
