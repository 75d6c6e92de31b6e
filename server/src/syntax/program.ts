import type { Argument, Format, Keyword } from '../commands/notation';
import { acceptArgument, isInterfaceType, type ArgumentProblem } from './accept';
import type { Word } from './line';

/** How one word of a line was read. */
export type MatchedWord =
  | { readonly kind: 'undo' }
  /** `keyword` is the whole word where the line abbreviates it. */
  | { readonly kind: 'keyword'; readonly keyword: string }
  | { readonly kind: 'argument'; readonly argument: Argument; readonly problem?: ArgumentProblem };

/** `matched` is what a word that fits without reserve is read as: one object for all lines. `leaf` is the part of the format it stands for. */
export type Instruction =
  | { readonly op: 'keyword'; readonly word: string; readonly leaf: Keyword; readonly matched: MatchedWord }
  | { readonly op: 'argument'; readonly argument: Argument; readonly matched: MatchedWord }
  /** The number of an interface whose type stood alone in the word before. */
  | { readonly op: 'interface-number'; readonly argument: Argument; readonly matched: MatchedWord }
  | { readonly op: 'split'; readonly first: number; readonly second: number }
  | { readonly op: 'jump'; readonly to: number }
  | { readonly op: 'accept' };

/** The instructions of a format, and what follows each without a word. */
export class Program {
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

export function compileFormat(format: Format): Program {
  const program: Instruction[] = [];
  const emit = (node: Format): void => {
    switch (node.node) {
      case 'keyword':
        program.push({
          op: 'keyword',
          word: node.word.toLowerCase(),
          leaf: node,
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

export function firstWords(program: Program): Set<string> {
  const words = new Set<string>();
  for (const pc of program.closure(0)) {
    const instruction = program.instructions[pc];
    if (instruction?.op === 'keyword') words.add(instruction.word);
  }
  return words;
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
  /** The instruction that took the word. */
  readonly pc: number;
}

export const UNDO: MatchedWord = { kind: 'undo' };

const ABBREVIATION_COST = 1;
export const PROBLEM_COST = 1000;

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
export function canBegin(program: Program, words: readonly Word[], from: number): boolean {
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

export interface Run {
  readonly words: MatchedWord[];
  readonly status: 'complete' | 'incomplete' | 'unknown';
  readonly cost: number;
  readonly frontier: readonly number[];
}

function unwind(path: Path | undefined): MatchedWord[] {
  const words: MatchedWord[] = [];
  for (let step = path; step; step = step.before) words.push(step.word);
  return words.reverse();
}

function beginning(program: Program): Thread[] {
  return program.closure(0).map((pc) => ({ pc, path: undefined, cost: 0 }));
}

/** All readings a word further; empty where none takes it. */
function step(
  program: Program,
  threads: readonly Thread[],
  words: readonly Word[],
  at: number,
): readonly Thread[] {
  const { instructions, slots } = program;
  const lower = words[at]?.text.toLowerCase() ?? '';
  const next: Thread[] = [];
  for (const thread of threads) {
    const instruction = instructions[thread.pc];
    const fitted = instruction && fit(instruction, words, at, lower);
    if (!fitted) continue;
    const path: Path = { before: thread.path, word: fitted.word, pc: thread.pc };
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
  return next;
}

/**
 * Runs the words through a program, all readings side by side (linear in the words). Of several readings of the whole line the one that
 * forgives least wins, then the first of the format.
 */
export function run(program: Program, words: readonly Word[], from: number): Run {
  const { instructions } = program;
  let threads: readonly Thread[] = beginning(program);
  for (let at = from; at < words.length; at++) {
    const next = step(program, threads, words, at);
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

/** What may stand next in one reading of the words before it. */
export interface Next {
  /** How the words before it are read. */
  readonly before: readonly MatchedWord[];
  /** What was forgiven in them. */
  readonly cost: number;
  readonly leaf: Keyword | Argument;
  /** Only the number is missing of an interface whose type stands alone in the word before. */
  readonly interfaceNumber?: true;
  /** It stands there already: one of several in any order. */
  readonly again: boolean;
  /** The keywords that must follow a keyword, itself included. */
  readonly phrase: readonly Keyword[];
}

/** The keywords from an instruction on, as long as nothing else can follow. */
function phraseFrom(program: Program, from: number): Keyword[] {
  const phrase: Keyword[] = [];
  let at: number | undefined = from;
  while (at !== undefined) {
    const instruction: Instruction | undefined = program.instructions[at];
    if (instruction?.op !== 'keyword') break;
    phrase.push(instruction.leaf);
    const behind = program.closure(at + 1);
    at = behind.length === 1 ? behind[0] : undefined;
  }
  return phrase;
}

function nextOf(program: Program, { pc, path, cost }: Thread): Next | undefined {
  const instruction = program.instructions[pc];
  if (!instruction || !('matched' in instruction)) return undefined;
  let again = false;
  for (let back = path; back && !again; back = back.before) again = back.pc === pc;
  const before = unwind(path);
  if (instruction.op === 'keyword')
    return { before, cost, leaf: instruction.leaf, again, phrase: phraseFrom(program, pc) };
  const { argument: leaf } = instruction;
  const next: Next = { before, cost, leaf, again, phrase: [] };
  return instruction.op === 'interface-number' ? { ...next, interfaceNumber: true } : next;
}

const ANY_NUMBER: Word = { start: 0, end: 0, text: '0' };

/** Everything that may stand behind the words; empty where no reading takes them all, or none goes on. */
export function nextAfter(program: Program, words: readonly Word[], from: number): Next[] {
  let threads: readonly Thread[] = beginning(program);
  // The last word may be the type of an interface whose number is still to come.
  const all = [...words, ANY_NUMBER];
  for (let at = from; at < words.length; at++) threads = step(program, threads, all, at);
  return threads.flatMap((thread) => nextOf(program, thread) ?? []);
}
