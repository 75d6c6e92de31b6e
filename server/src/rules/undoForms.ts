import { parseFormat, type Format } from '../commands/notation';
import { readLine, type Word } from '../syntax/line';
import { matchCommand, type CommandMatch, type MatchedWord } from '../syntax/match';
import type { TreeLine } from '../syntax/tree';
import { tableOf } from '../syntax/views';

/** A command that is understood, with the words that it is made of. */
export interface Command {
  readonly words: readonly Word[];
  readonly match: CommandMatch;
}

/** Words as one text. */
export const textOf = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ');

/** A line as a command that a device takes; undefined for any other. */
export function commandOf({ words, match }: Pick<TreeLine, 'words' | 'match'>): Command | undefined {
  const isTaken =
    match?.status === 'complete' && !match.words.some((word) => word.kind === 'argument' && word.problem);
  return isTaken ? { words, match } : undefined;
}

/** Whether a view can have several lines of the command. */
export const isAdded = ({ match }: Command): boolean => match.command.repeat === 'add';

/** Whether a word is a key or a password. */
export const isSecret = (word: MatchedWord | undefined): boolean =>
  word?.kind === 'argument' && word.argument.type === 'secret';

/** Reads the words of a format one by one; `kept` gets those that must be there. Gives the word behind, or undefined where they do not fit. */
function align(
  format: Format,
  words: readonly MatchedWord[],
  from: number,
  kept: number[],
): number | undefined {
  const word = words[from];
  switch (format.node) {
    case 'keyword': {
      if (word?.kind !== 'keyword' || word.keyword !== format.word.toLowerCase()) return undefined;
      kept.push(from);
      return from + 1;
    }
    case 'argument': {
      let at = from;
      for (let each = word; each?.kind === 'argument' && each.argument.name === format.name; each = words[at])
        kept.push(at++);
      return at > from ? at : undefined;
    }
    case 'sequence': {
      let at: number | undefined = from;
      for (const item of format.items) if (at !== undefined) at = align(item, words, at, kept);
      return at;
    }
    case 'choice':
      for (const item of format.items) {
        const found: number[] = [];
        const at = align(item, words, from, found);
        if (at === undefined) continue;
        kept.push(...found);
        return at;
      }
      return undefined;
    case 'optional':
      return align(format.item, words, from, []) ?? from;
    case 'repeat': {
      let at = align(format.item, words, from, kept);
      for (let next = at; next !== undefined; next = align(format.item, words, next, kept)) at = next;
      return at;
    }
  }
}

/** How many words at the beginning of a command are keywords that every line of it has. */
function fixedWords(format: Format): number {
  if (format.node === 'keyword') return 1;
  if (format.node !== 'sequence') return 0;
  const first = format.items.findIndex(({ node }) => node !== 'keyword');
  return first < 0 ? format.items.length : first;
}

/** The least words that take back a command of which a view can have one; more than the fixed ones where those begin others as well. */
function leadingWords({ match }: Command, view: TreeLine['view']): number {
  const { words, command } = match;
  const fixed = Math.max(1, fixedWords(parseFormat(command.syntax)));
  const beginnings = tableOf(view).commands.filter((each) => each.command !== command);
  const isShared = (count: number): boolean =>
    beginnings.some(({ command: { syntax } }) => {
      const own = words.slice(0, count).flatMap((word) => (word.kind === 'keyword' ? word.keyword : []));
      return `${syntax} `.startsWith(`${own.join(' ')} `);
    });
  let count = fixed;
  while (count < words.length && words[count]?.kind === 'keyword' && isShared(count)) count++;
  return count;
}

/** The command that takes a line of a view back; undefined where there is none, and where it would name a key. */
export function undoOf(command: Command, view: TreeLine['view']): string | undefined {
  const named = wordsOfUndo(command, view);
  if (!named || named.some((at) => isSecret(command.match.words[at]))) return undefined;
  return `undo ${textOf(named.flatMap((at) => command.words[at] ?? []))}`;
}

/** The words of a line that its `undo` form names, by their numbers. */
function wordsOfUndo(command: Command, view: TreeLine['view']): readonly number[] | undefined {
  const { words, match } = command;
  const { command: definition } = match;
  if (definition.undo === false) return undefined;
  const take = (count: number): number[] => words.slice(0, count).map((_, at) => at);
  if (typeof definition.undo === 'string') {
    const compiled = tableOf(view).commands.find((each) => each.command === definition);
    for (let count = 1; compiled && count <= words.length; count++) {
      const rated = matchCommand(compiled, readLine(`undo ${textOf(words.slice(0, count))}`, '').words);
      if (rated?.match.status === 'complete') return take(count);
    }
    return undefined;
  }
  if (definition.undoNames === false || (!isAdded(command) && definition.opens === undefined))
    return take(leadingWords(command, view));
  const kept: number[] = [];
  if (align(parseFormat(definition.syntax), match.words, 0, kept) !== words.length) return take(words.length);
  // `ipsec policy map1 10 isakmp` is taken back without its mode.
  const isName = (at: number): boolean => match.words[at]?.kind === 'argument';
  const last = definition.opens === undefined ? kept.length : kept.findLastIndex(isName) + 1;
  return kept.slice(0, last);
}
