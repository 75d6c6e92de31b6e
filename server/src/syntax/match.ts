import { parseFormat, type Argument, type Format } from '../commands/notation';
import type { CommandDefinition } from '../commands/types';
import { acceptArgument, isInterfaceType, type ArgumentProblem } from './accept';
import type { Word } from './line';

/** How one word of a line was read. */
export type MatchedWord =
  | { readonly kind: 'undo' }
  /** `keyword` is the whole word where the line abbreviates it. */
  | { readonly kind: 'keyword'; readonly keyword: string }
  | { readonly kind: 'argument'; readonly argument: Argument; readonly problem?: ArgumentProblem };

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

/** `matched` is what a word that fits without reserve is read as: one object for all lines. */
type Instruction =
  | { readonly op: 'keyword'; readonly word: string; readonly matched: MatchedWord }
  | { readonly op: 'argument'; readonly argument: Argument; readonly matched: MatchedWord }
  /** The number of an interface whose type stood alone in the word before. */
  | { readonly op: 'interface-number'; readonly argument: Argument; readonly matched: MatchedWord }
  | { readonly op: 'split'; readonly first: number; readonly second: number }
  | { readonly op: 'jump'; readonly to: number }
  | { readonly op: 'accept' };

/** The instructions of a format, and what follows each without a word. */
class Program {
  private readonly closures: (readonly number[] | undefined)[] = [];
  /** Where the thread that waits at an instruction stands in the list of the next threads; belongs to `run`. */
  readonly slots: Int32Array;

  constructor(readonly instructions: readonly Instruction[]) {
    this.slots = new Int32Array(instructions.length).fill(-1);
  }

  /** The consuming or accepting instructions reachable without a word, in order of preference. Worked out once for each place. */
  closure(from: number): readonly number[] {
    return (this.closures[from] ??= reachable(this.instructions, from));
  }
}

/** A command format made ready for matching. */
export interface CompiledCommand {
  readonly command: CommandDefinition;
  readonly program: Program;
  /** The program of the undo form; undefined where it is the leading part of the same program. */
  readonly undoProgram?: Program;
  /** Lower-case keywords that a line of this command can begin with. */
  readonly firstKeywords: ReadonlySet<string>;
}

function compileFormat(format: Format): Program {
  const program: Instruction[] = [];
  const emit = (node: Format): void => {
    switch (node.node) {
      case 'keyword':
        program.push({
          op: 'keyword',
          word: node.word.toLowerCase(),
          matched: { kind: 'keyword', keyword: node.word.toLowerCase() },
        });
        break;
      case 'argument': {
        const matched: MatchedWord = { kind: 'argument', argument: node };
        program.push({ op: 'argument', argument: node, matched });
        if (node.type === 'interface') {
          const at = program.length;
          program.push({ op: 'split', first: at + 1, second: at + 2 });
          program.push({ op: 'interface-number', argument: node, matched });
        } else if (node.type === 'text') {
          program.push({ op: 'split', first: program.length - 1, second: program.length + 1 });
        }
        break;
      }
      case 'sequence':
        node.items.forEach(emit);
        break;
      case 'choice': {
        const exits: number[] = [];
        node.items.forEach((item, index) => {
          const last = index === node.items.length - 1;
          const split = program.length;
          if (!last) program.push({ op: 'jump', to: 0 });
          emit(item);
          if (last) return;
          exits.push(program.length);
          program.push({ op: 'jump', to: 0 });
          program[split] = { op: 'split', first: split + 1, second: program.length };
        });
        for (const exit of exits) program[exit] = { op: 'jump', to: program.length };
        break;
      }
      case 'optional': {
        const split = program.length;
        program.push({ op: 'jump', to: 0 });
        emit(node.item);
        program[split] = { op: 'split', first: split + 1, second: program.length };
        break;
      }
      case 'repeat': {
        const start = program.length;
        emit(node.item);
        program.push({ op: 'split', first: start, second: program.length + 1 });
        break;
      }
    }
  };
  emit(format);
  program.push({ op: 'accept' });
  return new Program(program);
}

function firstWords(program: Program): Set<string> {
  const words = new Set<string>();
  for (const pc of program.closure(0)) {
    const instruction = program.instructions[pc];
    if (instruction?.op === 'keyword') words.add(instruction.word);
  }
  return words;
}

/** Makes a definition ready for matching. Throws on a format that cannot be read: a mistake in the tables. */
export function compileCommand(command: CommandDefinition): CompiledCommand {
  const program = compileFormat(parseFormat(command.syntax));
  const undoProgram = typeof command.undo === 'string' ? compileFormat(parseFormat(command.undo)) : undefined;
  const firstKeywords = firstWords(program);
  if (undoProgram) for (const word of firstWords(undoProgram)) firstKeywords.add(word);
  return { command, program, firstKeywords, ...(undoProgram ? { undoProgram } : {}) };
}

function reachable(program: readonly Instruction[], from: number): readonly number[] {
  const reached: number[] = [];
  const seen = new Set<number>();
  const visit = (pc: number): void => {
    if (seen.has(pc)) return;
    seen.add(pc);
    const instruction = program[pc];
    if (instruction?.op === 'jump') visit(instruction.to);
    else if (instruction?.op === 'split') {
      visit(instruction.first);
      visit(instruction.second);
    } else reached.push(pc);
  };
  visit(from);
  return reached;
}

interface Thread {
  readonly pc: number;
  readonly path: Path | undefined;
  /** Sum of what was forgiven on the way: abbreviations and problems. Smaller is better. */
  readonly cost: number;
}

interface Path {
  readonly before: Path | undefined;
  readonly word: MatchedWord;
}

const UNDO: MatchedWord = { kind: 'undo' };

const ABBREVIATION_COST = 1;
const PROBLEM_COST = 1000;

/** How a word fits an instruction, with its cost: an abbreviation, or (with a problem) the shape of the argument only. */
interface Fit {
  readonly word: MatchedWord;
  readonly cost: number;
}

/** How a word fits an instruction; undefined where it does not. `lower` is the word in lower case. */
function fit(instruction: Instruction, words: readonly Word[], at: number, lower: string): Fit | undefined {
  switch (instruction.op) {
    case 'keyword':
      if (lower === instruction.word) return { word: instruction.matched, cost: 0 };
      return lower.length > 0 && instruction.word.startsWith(lower)
        ? { word: instruction.matched, cost: ABBREVIATION_COST }
        : undefined;
    case 'argument': {
      const { argument, matched } = instruction;
      const text = words[at]?.text ?? '';
      if (argument.type === 'interface' && isInterfaceType(text, words[at + 1]?.text)) {
        return { word: matched, cost: 0 };
      }
      const accepted = acceptArgument(argument, text);
      if (accepted === 'no') return undefined;
      return accepted === 'yes'
        ? { word: matched, cost: 0 }
        : { word: { kind: 'argument', argument, problem: accepted }, cost: PROBLEM_COST };
    }
    case 'interface-number':
      return isInterfaceType(words[at - 1]?.text ?? '', words[at]?.text)
        ? { word: instruction.matched, cost: 0 }
        : undefined;
    default:
      return undefined;
  }
}

/** Whether the first two words can begin a command; a cheap look before the whole line is read. */
function canBegin(program: Program, words: readonly Word[], from: number): boolean {
  const first = words[from]?.text.toLowerCase() ?? '';
  const behind = words[from + 1]?.text.toLowerCase() ?? '';
  for (const pc of program.closure(0)) {
    const instruction = program.instructions[pc];
    if (!instruction || !fit(instruction, words, from, first)) continue;
    for (const next of program.closure(pc + 1)) {
      const second = program.instructions[next];
      if (second && (second.op === 'keyword' ? fit(second, words, from + 1, behind) : second.op !== 'accept'))
        return true;
    }
  }
  return false;
}

interface Run {
  readonly words: MatchedWord[];
  readonly status: CommandMatch['status'];
  readonly cost: number;
  readonly frontier: readonly number[];
}

function unwind(path: Path | undefined): MatchedWord[] {
  const words: MatchedWord[] = [];
  for (let step = path; step; step = step.before) words.push(step.word);
  return words.reverse();
}

/**
 * Runs the words through a program, all readings side by side (linear in the words). Of several readings of the whole line the one that
 * forgives least wins, then the first of the format.
 */
function run(program: Program, words: readonly Word[], from: number): Run {
  const { instructions, slots } = program;
  let threads: Thread[] = program.closure(0).map((pc) => ({ pc, path: undefined, cost: 0 }));
  for (let at = from; at < words.length; at++) {
    const lower = words[at]?.text.toLowerCase() ?? '';
    const next: Thread[] = [];
    for (const thread of threads) {
      const instruction = instructions[thread.pc];
      const fitted = instruction && fit(instruction, words, at, lower);
      if (!fitted) continue;
      const path: Path = { before: thread.path, word: fitted.word };
      const cost = thread.cost + fitted.cost;
      for (const pc of program.closure(thread.pc + 1)) {
        const slot = slots[pc] ?? -1;
        const known = next[slot];
        if (!known) {
          slots[pc] = next.length;
          next.push({ pc, path, cost });
        } else if (cost < known.cost) next[slot] = { pc, path, cost };
      }
    }
    for (const { pc } of next) slots[pc] = -1;
    if (next.length === 0) return unfinished(threads, 'unknown');
    threads = next;
  }
  let accepted: Thread | undefined;
  for (const thread of threads) {
    if (instructions[thread.pc]?.op === 'accept' && (!accepted || thread.cost < accepted.cost))
      accepted = thread;
  }
  if (!accepted) return unfinished(threads, 'incomplete');
  return { words: unwind(accepted.path), status: 'complete', cost: accepted.cost, frontier: [] };
}

/** The outcome where no reading gets to the end of the line, or none of the format. */
function unfinished(threads: readonly Thread[], status: 'incomplete' | 'unknown'): Run {
  const best = threads.reduce(
    (a, b) => (b.cost < a.cost ? b : a),
    threads[0] ?? { pc: 0, path: undefined, cost: 0 },
  );
  return { words: unwind(best.path), status, cost: best.cost, frontier: threads.map(({ pc }) => pc) };
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
