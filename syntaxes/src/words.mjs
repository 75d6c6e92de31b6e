/** Makes one pattern of many words: longest first, common characters escaped, words bounded so that `ike` is none in `ike-peer`. */
export function anyOf(words) {
  const escaped = [...words]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/ /g, '\\s+'));
  return `(?i:${escaped.join('|')})`;
}

/** Behind a word: a blank, the end of the line, or nothing that would go on with it. */
export const END = '(?![\\w./:-])';

/** Before a word: the start of the line, or a blank. */
export const START = '(?<![\\w./:-])';
