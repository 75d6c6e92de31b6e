import type { ArgumentType } from '../commands/notation';
import type { NameKind } from '../commands/types';
import { textBetween } from '../syntax/line';
import type { Block, Item, TreeLine } from '../syntax/tree';
import type { BlockPlace } from './device';
import { interfaceName } from './interfaceName';
import type { Place, Written } from './value';

/** A line that was understood, with the means to ask for its parts by the names of the command format. */
export class CommandLine {
  constructor(
    readonly uri: string,
    readonly item: Item,
    readonly index: number,
    readonly line: TreeLine,
  ) {}

  /** Whether the line takes a setting back. */
  get undo(): boolean {
    return this.line.match?.undo === true;
  }

  /** The keywords of the line in full spelling, in order, without `undo`. */
  get keywords(): string[] {
    return (this.line.match?.words ?? []).flatMap((word) => (word.kind === 'keyword' ? [word.keyword] : []));
  }

  /** Whether the line begins with these keywords, given as words joined by blanks. */
  starts(phrase: string): boolean {
    const words = phrase.split(' ');
    const own = (this.line.match?.words ?? []).filter((word) => word.kind !== 'undo');
    return words.every((word, at) => {
      const matched = own[at];
      return matched?.kind === 'keyword' && matched.keyword === word;
    });
  }

  has(keyword: string): boolean {
    return this.keywords.includes(keyword);
  }

  /** The place of the words from one to another, both included. */
  place(from: number, to = from): Place {
    const { words } = this.line;
    const start = words[from]?.start ?? this.line.indent;
    const end = words[to]?.end ?? start;
    return { uri: this.uri, item: this.item, line: this.index, start, end };
  }

  /** The whole command. */
  get whole(): Place {
    return this.place(0, this.line.words.length - 1);
  }

  private indexOf(argument: string): number {
    return (this.line.match?.words ?? []).findIndex(
      (word) => word.kind === 'argument' && word.argument.name === argument,
    );
  }

  /** The value of an argument as written, quotes removed; undefined where the line has none. A text runs to the end of the line. */
  text(argument: string): Written<string> | undefined {
    const first = this.indexOf(argument);
    if (first < 0) return undefined;
    const words = this.line.match?.words ?? [];
    let last = first;
    while (isSame(words[last + 1], argument) && continues(words[first])) last++;
    const place = this.place(first, last);
    const raw = textBetween(this.line, place.start, place.end);
    return { value: unquoted(raw), origin: 'config', place };
  }

  /** Every value of an argument that can stand several times. */
  texts(argument: string): Written<string>[] {
    return (this.line.match?.words ?? []).flatMap((word, at) => {
      if (word.kind !== 'argument' || word.argument.name !== argument) return [];
      const place = this.place(at);
      return [
        { value: unquoted(textBetween(this.line, place.start, place.end)), origin: 'config' as const, place },
      ];
    });
  }

  /** The name of a kind that the line defines or refers to; the first of several. */
  named(kind: NameKind): Written<string> | undefined {
    return this.allNamed(kind)[0];
  }

  /** Every name of a kind on the line. */
  allNamed(kind: NameKind): Written<string>[] {
    return (this.line.match?.words ?? []).flatMap((word, at) => {
      if (word.kind !== 'argument' || word.argument.kind !== kind) return [];
      const place = this.place(at);
      return [
        { value: unquoted(textBetween(this.line, place.start, place.end)), origin: 'config' as const, place },
      ];
    });
  }

  /** The first argument of a type. */
  ofType(...types: ArgumentType[]): Written<string> | undefined {
    const found = (this.line.match?.words ?? []).find(
      (word) => word.kind === 'argument' && types.includes(word.argument.type),
    );
    return found?.kind === 'argument' ? this.text(found.argument.name) : undefined;
  }

  /** A whole number; undefined where the line has none or it is no number. */
  number(argument: string): Written<number> | undefined {
    const text = this.text(argument);
    return text && /^\d+$/.test(text.value) ? { ...text, value: Number(text.value) } : undefined;
  }

  /** The values behind the leading keywords: everything from a word on, as one place. */
  rest(from: number): Written<string[]> | undefined {
    const { words } = this.line;
    if (from >= words.length) return undefined;
    const place = this.place(from, words.length - 1);
    return { value: words.slice(from).map((word) => word.text.toLowerCase()), origin: 'config', place };
  }
}

function isSame(
  word: NonNullable<TreeLine['match']>['words'][number] | undefined,
  argument: string,
): boolean {
  return word?.kind === 'argument' && word.argument.name === argument;
}

function continues(word: NonNullable<TreeLine['match']>['words'][number] | undefined): boolean {
  return word?.kind === 'argument' && (word.argument.type === 'interface' || word.argument.type === 'text');
}

/** A word without the double quotes around it. */
export function unquoted(text: string): string {
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
}

/** The understood command lines directly in a block, in order; the opening line is not among them. */
export function linesOf(uri: string, item: Item, block: Block): CommandLine[] {
  return block.lines.flatMap((index) => {
    const line = item.lines[index];
    return line?.match ? [new CommandLine(uri, item, index, line)] : [];
  });
}

/** The words of a command as two lines are compared by, without `undo`: keywords in full spelling, arguments as written. */
function wordKeys({ undo, line }: CommandLine): string[] {
  const keys = (line.match?.words ?? []).map((word, at) =>
    word.kind === 'keyword' ? word.keyword : unquoted(line.words[at]?.text ?? ''),
  );
  return undo ? keys.slice(1) : keys;
}

/** Whether an `undo` line that repeats the leading words of a line takes it back: `undo proposal a` leaves the rest of `proposal a b`. */
function takesBack(undo: CommandLine, line: CommandLine): boolean {
  const last = undo.line.match?.words.at(-1);
  const next = line.line.match?.words[(undo.line.match?.words.length ?? 0) - 1];
  return last?.kind !== 'argument' || !isSame(next, last.argument.name);
}

/** The lines that are left when every `undo` has taken back what stands above it. The `undo` lines themselves stay. */
export function standing(lines: readonly CommandLine[]): readonly CommandLine[] {
  if (!lines.some((line) => line.undo)) return lines;
  const taken = new Set<CommandLine>();
  /** The lines above by each of their beginnings. */
  const above = new Map<string, CommandLine[]>();
  for (const line of lines) {
    const keys = wordKeys(line);
    if (line.undo) {
      if (line.line.match?.status !== 'complete') continue;
      const beginning = keys.join('\n');
      for (const each of above.get(beginning) ?? []) if (takesBack(line, each)) taken.add(each);
      above.delete(beginning);
      continue;
    }
    keys.forEach((_, at) => {
      const beginning = keys.slice(0, at + 1).join('\n');
      const known = above.get(beginning);
      if (known) known.push(line);
      else above.set(beginning, [line]);
    });
  }
  return lines.filter((line) => !taken.has(line));
}

/** The understood command lines directly in some blocks of one object, in the order in which a device takes them in. */
export function linesIn(blocks: readonly BlockPlace[]): CommandLine[] {
  return blocks.flatMap(({ uri, item, block }) => linesOf(uri, item, block));
}

/** The opening line of a block; undefined where a capture begins inside it. */
export function openerOf(uri: string, item: Item, block: Block): CommandLine | undefined {
  const line = block.opener === undefined ? undefined : item.lines[block.opener];
  return line && block.opener !== undefined ? new CommandLine(uri, item, block.opener, line) : undefined;
}

/** Kinds whose names count whatever their case. */
const ANY_CASE: ReadonlySet<NameKind> = new Set<NameKind>(['ipsec-proposal', 'pki-domain', 'pki-realm']);

/** The form of a name by which two mentions of it are compared: interfaces in full spelling, some kinds whatever their case. */
export function nameKey(kind: NameKind, name: string): string {
  if (kind === 'interface') return interfaceName(name).toLowerCase();
  return ANY_CASE.has(kind) ? name.toLowerCase() : name;
}

/** Whether a line is a mark that somebody left lines out, or that a pager cut the output. */
export function isElision(text: string): boolean {
  return /^\s*(?:\.{3,}|…+|-{2,} ?More ?-{2,})\s*$/i.test(text);
}
