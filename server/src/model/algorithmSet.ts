import { algorithmByConfig, type AlgorithmKind } from '../commands/algorithms';
import type { Algorithms } from './device';
import type { CommandLine } from './reading';
import { textOf, type Place, type Written } from './value';

interface NamedAlgorithm {
  readonly id: string;
  /** As written; two words where VRP8 takes two (`aes-cbc 256`). */
  readonly text: string;
}

function readWords(kind: AlgorithmKind, words: readonly string[]): NamedAlgorithm[] | undefined {
  const found: NamedAlgorithm[] = [];
  for (let at = 0; at < words.length;) {
    const two = at + 1 < words.length ? algorithmByConfig(kind, words.slice(at, at + 2)) : undefined;
    const algorithm = two ?? algorithmByConfig(kind, words.slice(at, at + 1));
    if (!algorithm) return undefined;
    const length = two ? 2 : 1;
    found.push({ id: algorithm.id, text: words.slice(at, at + length).join(' ') });
    at += length;
  }
  return found;
}

/** The algorithms that a place names, each with its spelling there; empty where one of them is not known. */
export function algorithmWords(kind: AlgorithmKind, place: Place): NamedAlgorithm[] {
  return readWords(kind, textOf(place).trim().split(/\s+/)) ?? [];
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
