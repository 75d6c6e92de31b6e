import { distance } from 'fastest-levenshtein';

/** From this length on a word has room for a slip that leaves it recognisable. */
const SHORTEST = 4;

function sorted(word: string): string {
  return Array.from(word).sort().join('');
}

/** A word with one mark for each of its numbers: `sha2-256` has two, `sha-256` one. */
function withoutDigits(word: string): string {
  return word.replace(/\d+/g, '0');
}

/**
 * Whether two words differ in their digits only, as `group14` and `group15`, `branch1` and `branch2` do: then each is a word of its own
 * and neither a slip of the other, unless the same digits stand in another order.
 */
export function isOfOneSeries(a: string, b: string): boolean {
  return a !== b && withoutDigits(a) === withoutDigits(b) && sorted(a) !== sorted(b);
}

/** Whether one word is the other with a whole part more or less, as `authentication` and `re-authentication`: no slip of the hand. */
export function isPartOf(a: string, b: string): boolean {
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  return long.startsWith(`${short}-`) || long.endsWith(`-${short}`);
}

/** Whether a word is a slip of a known one: within a quarter of its letters, two neighbours exchanged counting as one slip. */
export function isNear(word: string, known: string): boolean {
  return slips(word.toLowerCase(), known.toLowerCase()) !== undefined;
}

/** How many slips lead from a known word to the one that is written; undefined where they are different words. */
function slips(word: string, known: string): number | undefined {
  const farthest = Math.max(1, Math.floor(known.length / 4));
  if (word === known || Math.abs(word.length - known.length) > farthest) return undefined;
  if (isOfOneSeries(word, known) || isPartOf(word, known)) return undefined;
  const exchanged = word.length === known.length && sorted(word) === sorted(known);
  const steps = distance(word, known);
  if (exchanged && steps === 2) return 1;
  if (known.length < SHORTEST) return undefined;
  return steps <= farthest ? steps : undefined;
}

/** The known word that a word is a slip of; of several the nearest. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  let best: { readonly word: string; readonly steps: number } | undefined;
  for (const each of known) {
    const steps = slips(word.toLowerCase(), each.toLowerCase());
    if (steps !== undefined && (!best || steps < best.steps)) best = { word: each, steps };
  }
  return best?.word;
}

/** The one known word that a word is with a part less or more in front, as `dh-group14` for `group14`. */
export function completed(word: string, known: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  const found = known.filter((each) => each.endsWith(`-${lower}`) || lower.endsWith(`-${each}`));
  return found.length === 1 ? found[0] : undefined;
}

/** The known words that are too short to be recognised by themselves and are one slip away. */
export function shortSlips(word: string, known: readonly string[]): string[] {
  const lower = word.toLowerCase();
  return known.filter((each) => each.length === SHORTEST - 1 && distance(each, lower) === 1);
}
