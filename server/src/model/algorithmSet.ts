import { algorithmByConfig, type AlgorithmKind } from '../commands/algorithms';
import type { Algorithms } from './device';
import type { CommandLine } from './reading';
import { textOf, type Place, type Written } from './value';

interface NamedAlgorithm {
  readonly id: string;
  /** How many words spell it; VRP8 takes two (`aes-cbc 256`). */
  readonly length: number;
}

function readWords(kind: AlgorithmKind, words: readonly string[]): NamedAlgorithm[] | undefined {
  const found: NamedAlgorithm[] = [];
  for (let at = 0; at < words.length;) {
    const two = at + 1 < words.length ? algorithmByConfig(kind, words.slice(at, at + 2)) : undefined;
    const algorithm = two ?? algorithmByConfig(kind, words.slice(at, at + 1));
    if (!algorithm) return undefined;
    const length = two ? 2 : 1;
    found.push({ id: algorithm.id, length });
    at += length;
  }
  return found;
}

/** One of the algorithms that a place names. */
export interface AlgorithmWord {
  readonly id: string;
  /** As written. */
  readonly text: string;
  readonly place: Place;
}

/** The algorithms that a place names, each with its spelling and its own place; empty where one of them is not known. */
export function algorithmWords(kind: AlgorithmKind, place: Place): AlgorithmWord[] {
  const words = [...textOf(place).matchAll(/\S+/g)];
  const found = readWords(
    kind,
    words.map(([word]) => word),
  );
  let at = 0;
  return (found ?? []).map(({ id, length }) => {
    const [first, last] = [words[at], words[at + length - 1]];
    at += length;
    const start = place.start + (first?.index ?? 0);
    const end = last ? place.start + last.index + last[0].length : start;
    return { id, text: textOf({ ...place, start, end }), place: { ...place, start, end } };
  });
}

/** The algorithms a line names from a word on, in the order written. Undefined where one is not known: a set with a hole cannot be compared. */
export function readAlgorithms(
  kind: AlgorithmKind,
  line: CommandLine,
  from: number,
): Written<Algorithms> | undefined {
  const written = line.rest(from);
  const found = written && readWords(kind, written.value);
  return written && found && { ...written, value: found.map(({ id }) => id) };
}
