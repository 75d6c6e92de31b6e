/**
 * Makes one pattern of many words. Common beginnings are written once, so that the reader of the pattern decides letter by letter and does
 * not try some hundred words one by one at every place.
 */
export function anyOf(words, write = letterPattern) {
  const tree = new Map();
  for (const word of [...words].sort()) {
    let at = tree;
    for (const letter of word.toLowerCase()) {
      if (!at.has(letter)) at.set(letter, new Map());
      at = at.get(letter);
    }
    at.set('', undefined);
  }
  return `(?i:${branches(tree, write)})`;
}

function letterPattern(letter) {
  return letter === ' ' ? '\\s+' : escape(letter);
}

function branches(tree, write) {
  const ends = tree.has('');
  const parts = [...tree]
    .filter(([letter]) => letter !== '')
    .map(([letter, rest]) => `${write(letter)}${branches(rest, write)}`);
  if (parts.length === 0) return '';
  if (parts.length === 1 && !ends) return parts[0];
  return `(?:${parts.join('|')})${ends ? '?' : ''}`;
}

/** A word as a pattern of just that word. */
export function escape(word) {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** A keyword as devices take it: whole, or cut behind its first letters (`int`, `pre-shared`). */
export function abbreviation(word, least = 3) {
  if (word.length <= least) return escape(word);
  const letters = [...word.slice(least)];
  return `${escape(word.slice(0, least))}${letters.map((letter) => `(?:${escape(letter)}`).join('')}${')?'.repeat(letters.length)}`;
}

/** Behind a word: a blank, the end of the line, or nothing that would go on with it. */
export const END = '(?![\\w./:-])';

/** Before a word: the start of the line, or a blank. */
export const START = '(?<![\\w./:-])';

/** Before and behind a word that is a name, a key or anything else that may hold any character. */
export const BLANK_BEFORE = '(?<!\\S)';
export const BLANK_BEHIND = '(?![^\\s\\x00])';

/** Where a command begins: at the start of a line, or behind the prompt it was typed at. No blank is tried twice. */
export const LINE = '\\G\\s*+';

/** A word as devices read it: in quotes, blanks included, or up to the next blank; `//` begins a remark. */
export const WORD = `(?:"[^"]*"${BLANK_BEHIND}|(?!//)[^\\s\\x00]+)`;
