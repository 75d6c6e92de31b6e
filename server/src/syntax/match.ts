import { parseFormat, type Argument, type Format } from '../commands/notation';
import type { CommandDefinition } from '../commands/types';
import type { Word } from './line';
import {
  canBegin,
  compileFormat,
  firstWords,
  nextAfter,
  PROBLEM_COST,
  run,
  UNDO,
  type MatchedWord,
  type Next,
  type Program,
} from './program';

export type { MatchedWord } from './program';

/** What could have stood at a place: keywords and arguments. */
export interface Expected {
  readonly keywords: readonly string[];
  readonly arguments: readonly Argument[];
}

export interface CommandMatch {
  readonly command: CommandDefinition;
  readonly undo: boolean;
  /** One entry a word, as far as the line was understood. */
  readonly words: readonly MatchedWord[];
  /** `complete`; `incomplete` when the line ends too early; `unknown` when a word does not fit: the word at `words.length`. */
  readonly status: 'complete' | 'incomplete' | 'unknown';
  readonly abbreviated: boolean;
  /** What could follow the last understood word. Empty for a complete match. */
  readonly expected: Expected;
}

/** A command format made ready for matching. */
export interface CompiledCommand {
  readonly command: CommandDefinition;
  readonly format: Format;
  /** Of the undo form, where it is not the leading part of the same format. */
  readonly undoFormat?: Format;
  readonly program: Program;
  /** The program of the undo form; undefined where it is the leading part of the same program. */
  readonly undoProgram?: Program;
  /** Lower-case keywords that a line of this command can begin with. */
  readonly firstKeywords: ReadonlySet<string>;
}

/** Makes a definition ready for matching. Throws on a format that cannot be read: a mistake in the tables. */
export function compileCommand(command: CommandDefinition): CompiledCommand {
  const format = parseFormat(command.syntax);
  const program = compileFormat(format);
  const undoFormat = typeof command.undo === 'string' ? parseFormat(command.undo) : undefined;
  const undoProgram = undoFormat && compileFormat(undoFormat);
  const firstKeywords = firstWords(program);
  if (undoProgram) for (const word of firstWords(undoProgram)) firstKeywords.add(word);
  return {
    command,
    format,
    program,
    firstKeywords,
    ...(undoFormat ? { undoFormat } : {}),
    ...(undoProgram ? { undoProgram } : {}),
  };
}

const NOTHING: Expected = { keywords: [], arguments: [] };

function expectedAt({ instructions }: Program, frontier: readonly number[]): Expected {
  const keywords: string[] = [];
  const args: Argument[] = [];
  for (const pc of frontier) {
    const instruction = instructions[pc];
    if (instruction?.op === 'keyword' && !keywords.includes(instruction.word))
      keywords.push(instruction.word);
    if (instruction?.op === 'argument') args.push(instruction.argument);
  }
  return { keywords, arguments: args };
}

/** A match with the figure by which rival commands are compared. */
export interface RatedMatch {
  readonly match: CommandMatch;
  /** Smaller is better; see `rate`. */
  readonly cost: number;
}

/** Complete readings before broken ones, then the longer understood part, then the less forgiven. */
function rate(status: CommandMatch['status'], understood: number, cost: number): number {
  return status === 'complete' ? cost : 1_000_000 - understood * 10_000 + cost;
}

/** Whether a line begins with `undo`, which no other command of a view shares its first letters with: devices take `un` and `und`. */
export function startsWithUndo(words: readonly Word[]): boolean {
  const first = words[0]?.text.toLowerCase();
  return first === 'undo' || first === 'und' || first === 'un';
}

/**
 * Matches a line's words against one command. A line that begins with `undo` is matched against the undo form, which may stop after any
 * leading part of the command. Undefined when not even the first word fits.
 */
export function matchCommand(compiled: CompiledCommand, words: readonly Word[]): RatedMatch | undefined {
  const undo = words.length > 1 && startsWithUndo(words);
  if (undo && compiled.command.undo === false) return undefined;
  if (
    compiled.command.unabbreviated &&
    !compiled.firstKeywords.has(words[undo ? 1 : 0]?.text.toLowerCase() ?? '')
  )
    return undefined;
  const program = undo ? (compiled.undoProgram ?? compiled.program) : compiled.program;
  const result = run(program, words, undo ? 1 : 0);
  if (result.words.length === 0) return undefined;
  const shortened = undo && !compiled.undoProgram && result.status === 'incomplete';
  const status = shortened ? 'complete' : result.status;
  const matched: MatchedWord[] = undo ? [UNDO, ...result.words] : result.words;
  return {
    match: {
      command: compiled.command,
      undo,
      words: matched,
      status,
      abbreviated: result.cost % PROBLEM_COST > 0,
      expected: status === 'complete' ? NOTHING : expectedAt(program, result.frontier),
    },
    cost: rate(status, result.words.length, result.cost),
  };
}

/** What may stand behind some words in one command. */
export interface Continuation extends Next {
  readonly compiled: CompiledCommand;
  readonly undo: boolean;
}

function continuationsOf(compiled: CompiledCommand, words: readonly Word[], undo: boolean): Continuation[] {
  const { command, program, undoProgram, firstKeywords } = compiled;
  if (undo && command.undo === false) return [];
  const from = undo ? 1 : 0;
  const first = words[from]?.text.toLowerCase();
  if (command.unabbreviated && first !== undefined && !firstKeywords.has(first)) return [];
  return nextAfter((undo ? undoProgram : undefined) ?? program, words, from).map((next) => ({
    ...next,
    compiled,
    undo,
  }));
}

/** A broken reading with what could follow in the readings that get as far: `sa` is the beginning of several commands. */
function joined({ match, cost }: RatedMatch, equals: readonly CommandMatch[]): RatedMatch {
  if (match.status === 'complete') return { match, cost };
  const all = [match, ...equals].filter((each) => each.words.length === match.words.length);
  const keywords = new Set(all.flatMap((each) => each.expected.keywords));
  const args = all.flatMap((each) => each.expected.arguments);
  return { match: { ...match, expected: { keywords: [...keywords], arguments: args } }, cost };
}

/** From this many candidates on a look at the second word pays. */
const FEW = 3;

/** The commands of one view, found by the first word of a line. */
export class CommandTable {
  private readonly byFirstWord = new Map<string, CompiledCommand[]>();
  private readonly firstWords: readonly string[];
  /** Commands whose first word is an argument. */
  private readonly anyFirstWord: CompiledCommand[] = [];

  constructor(readonly commands: readonly CompiledCommand[]) {
    for (const command of commands) {
      if (command.firstKeywords.size === 0) this.anyFirstWord.push(command);
      for (const word of command.firstKeywords) {
        const list = this.byFirstWord.get(word);
        if (list) list.push(command);
        else this.byFirstWord.set(word, [command]);
      }
    }
    this.firstWords = [...this.byFirstWord.keys()].sort();
  }

  /** Every keyword that a line of this view can begin with, sorted. */
  get keywords(): readonly string[] {
    return this.firstWords;
  }

  private abbreviated(first: string): readonly CompiledCommand[] {
    const found: CompiledCommand[] = [];
    for (const word of this.firstWords) {
      if (word.startsWith(first)) found.push(...(this.byFirstWord.get(word) ?? []));
    }
    return found;
  }

  /** The best reading of a line in this view; undefined where its first word means nothing here. */
  match(words: readonly Word[]): RatedMatch | undefined {
    const undo = startsWithUndo(words);
    const from = undo ? 1 : 0;
    const first = words[from]?.text.toLowerCase();
    if (first === undefined) return undefined;
    const exact = this.byFirstWord.get(first);
    if (!exact) return this.among(this.abbreviated(first), words, from);
    const found = this.among(exact, words, from);
    if (found?.match.status === 'complete' || first.length < 2) return found;
    // `ips` is a command of firewalls and short for `ipsec` on routers.
    const longer = this.among(this.abbreviated(first), words, from);
    return longer?.match.status === 'complete' ? longer : found;
  }

  /**
   * What may stand behind some words, in all commands of this view, in the order of the table: every command where there is no word yet.
   * Readings that forgive a word are left out where others need not.
   */
  after(words: readonly Word[]): Continuation[] {
    const undo = startsWithUndo(words);
    const first = words[undo ? 1 : 0]?.text.toLowerCase();
    const among = (candidates: readonly CompiledCommand[]): Continuation[] =>
      candidates.flatMap((compiled) => continuationsOf(compiled, words, undo));
    if (first === undefined) return among(this.commands);
    const exact = among([...(this.byFirstWord.get(first) ?? []), ...this.anyFirstWord]);
    const found = exact.length > 0 ? exact : among(this.abbreviated(first));
    const least = found.reduce((cost, next) => Math.min(cost, next.cost), Number.MAX_SAFE_INTEGER);
    return found.filter(({ cost }) => cost <= least);
  }

  private among(
    candidates: readonly CompiledCommand[],
    words: readonly Word[],
    from: number,
  ): RatedMatch | undefined {
    const undo = from > 0;
    const likely =
      words.length > from + 1 && candidates.length > FEW
        ? candidates.filter(({ program, undoProgram }) =>
            canBegin(undo ? (undoProgram ?? program) : program, words, from),
          )
        : candidates;
    return this.best(likely.length > 0 ? likely : candidates, words);
  }

  private best(candidates: readonly CompiledCommand[], words: readonly Word[]): RatedMatch | undefined {
    let best: RatedMatch | undefined;
    let equals: CommandMatch[] = [];
    for (const list of [candidates, this.anyFirstWord]) {
      for (const candidate of list) {
        const rated = matchCommand(candidate, words);
        if (!rated || (best && rated.cost > best.cost)) continue;
        if (!best || rated.cost < best.cost) {
          best = rated;
          equals = [];
        } else equals.push(rated.match);
      }
    }
    return best && equals.length > 0 ? joined(best, equals) : best;
  }
}
