import { causes } from './index';
import type { CauseDefinition } from './types';

/** A cause named in a line of text; offsets in UTF-16 code units, `end` exclusive. */
export interface CauseMention {
  readonly start: number;
  readonly end: number;
  readonly cause: CauseDefinition;
  /** Whether the wording means the cause wherever it stands. Where not, it needs a log line or a table around it to be taken for one. */
  readonly distinctive: boolean;
}

/**
 * Names and aliases that also occur in ordinary prose, in configurations or in the logs of other functions:
 * `interface is admin down`, `at peer request`, `SSH authentication fail`, `version mismatch`.
 */
const ordinaryWordings: ReadonlySet<string> = new Set([
  'admin down',
  'authentication fail',
  'critical drop',
  'exchange timeout',
  'forward down',
  'in disconnect state',
  'invalid cookie',
  'invalid length',
  'malformed message',
  'malformed payload',
  'manual offline',
  'netmask mismatch',
  'peer request',
  'role mismatch',
  'route limit',
  'short packet',
  'shortpacket',
  'unsupported version',
  'version error',
  'version mismatch',
]);

type TokenKind = 'word' | 'gap' | 'mark';

function kindOf(code: number): TokenKind {
  const letter = code | 0x20;
  if ((code >= 0x30 && code <= 0x39) || (letter >= 0x61 && letter <= 0x7a)) return 'word';
  // blank, tab, hyphen, underscore
  if (code === 0x20 || code === 0x09 || code === 0x2d || code === 0x5f) return 'gap';
  // What text processors and web pages put in their place: no-break and wide blanks, typographic hyphens and dashes.
  if (code === 0xa0 || code === 0x202f || code === 0x3000 || (code >= 0x2010 && code <= 0x2014)) return 'gap';
  return 'mark';
}

/** Where the token that begins at `at` ends: a word and a gap are as long as they can be, a mark is one character. */
function tokenEnd(text: string, at: number): number {
  const kind = kindOf(text.charCodeAt(at));
  let end = at + 1;
  if (kind !== 'mark') while (end < text.length && kindOf(text.charCodeAt(end)) === kind) end += 1;
  return end;
}

/** What a token counts as when two texts are compared: case, the shape of a gap and of an apostrophe do not matter. */
function tokenKey(text: string, start: number, end: number): string {
  switch (kindOf(text.charCodeAt(start))) {
    case 'word':
      return text.slice(start, end).toLowerCase();
    case 'gap':
      return ' ';
    case 'mark':
      return text.slice(start, end).replace(/[\u2018\u2019\u02bc\u2032\u00b4\uff07`]/, "'");
  }
}

function keysOf(text: string): string[] {
  const keys: string[] = [];
  for (let at = 0; at < text.length;) {
    const end = tokenEnd(text, at);
    keys.push(tokenKey(text, at, end));
    at = end;
  }
  return keys;
}

function normalise(text: string): string {
  return keysOf(text.trim()).join('').trim();
}

/** A tree over the tokens of all names: each way from the root to a node with `found` spells one. */
interface NameNode {
  readonly next: Map<string, NameNode>;
  found?: { readonly cause: CauseDefinition; readonly distinctive: boolean };
}

const root: NameNode = { next: new Map() };
const byName = new Map<string, CauseDefinition>();
const byReasonCode = new Map<number, CauseDefinition>();
let longestWord = 0;

function addName(name: string, cause: CauseDefinition): void {
  const key = normalise(name);
  if (byName.has(key)) return;
  byName.set(key, cause);
  let node = root;
  for (const token of keysOf(key)) {
    longestWord = Math.max(longestWord, token.length);
    let child = node.next.get(token);
    if (child === undefined) {
      child = { next: new Map() };
      node.next.set(token, child);
    }
    node = child;
  }
  node.found = { cause, distinctive: !ordinaryWordings.has(key) };
}

/** What people make of a name beside case and hyphens: `phase 1` in two words, `reauth` in one, no apostrophe, no slashes. */
const liberties: readonly (readonly [pattern: RegExp, by: string])[] = [
  [/\bphase(?=[12]\b)/g, 'phase '],
  [/\bre-(?=auth)/g, 're'],
  [/'(?=s\b)/g, ''],
  [/'(?=s\b)/g, ' '],
  [/\//g, ' '],
  [/phase1-(?=phase2)/g, 'phase1/'],
];

function writingsOf(name: string): string[] {
  return liberties.flatMap(([pattern, by]) => (name.search(pattern) < 0 ? [] : [name.replace(pattern, by)]));
}

// Names before aliases, and both before what people make of them, so that a name is never hidden by another cause.
for (const cause of causes) addName(cause.name, cause);
for (const cause of causes) for (const alias of cause.aliases ?? []) addName(alias, cause);
for (const cause of causes) {
  for (const name of [cause.name, ...(cause.aliases ?? [])]) {
    for (const writing of writingsOf(name)) addName(writing, cause);
  }
  if (cause.reasonCode !== undefined && !byReasonCode.has(cause.reasonCode)) {
    byReasonCode.set(cause.reasonCode, cause);
  }
}

/** The cause of that name or alias; case, and whether blanks, hyphens or underscores part its words, do not matter. */
export function causeByName(text: string): CauseDefinition | undefined {
  return byName.get(normalise(text));
}

/** The cause that `ReasonCode=` stands for. */
export function causeByReasonCode(code: number): CauseDefinition | undefined {
  return byReasonCode.get(code);
}

/** Whether hyphens or underscores tie the word that begins at `at` to a word before it, as in `my-dpd-timeout`. */
function tiedBefore(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && (text[before] === '-' || text[before] === '_')) before -= 1;
  return before >= 0 && before < at - 1 && kindOf(text.charCodeAt(before)) === 'word';
}

/** Whether hyphens or underscores tie the word that ends at `at` to a word behind it. */
function tiedBehind(text: string, at: number): boolean {
  let behind = at;
  while (text[behind] === '-' || text[behind] === '_') behind += 1;
  return behind > at && behind < text.length && kindOf(text.charCodeAt(behind)) === 'word';
}

/** The longest name that begins at `start`. */
function mentionAt(text: string, start: number): CauseMention | undefined {
  let best: CauseMention | undefined;
  let node = root;
  for (let at = start; at < text.length;) {
    const end = tokenEnd(text, at);
    if (end - at > longestWord && kindOf(text.charCodeAt(at)) === 'word') break;
    const next = node.next.get(tokenKey(text, at, end));
    if (next === undefined) break;
    node = next;
    at = end;
    if (node.found !== undefined && !tiedBehind(text, end)) best = { start, end, ...node.found };
  }
  return best !== undefined && tiedBefore(text, start) ? undefined : best;
}

/**
 * Every cause named in a line, from left to right, whole words only; where several names begin at one place, the longest.
 * Takes time in proportion to the length of the line, whatever stands in it.
 */
export function findCauses(line: string): CauseMention[] {
  const mentions: CauseMention[] = [];
  for (let at = 0; at < line.length;) {
    const mention = kindOf(line.charCodeAt(at)) === 'word' ? mentionAt(line, at) : undefined;
    if (mention !== undefined) mentions.push(mention);
    at = mention?.end ?? tokenEnd(line, at);
  }
  return mentions;
}

/** The causes whose names go on from a node; `begun` is what stands of the next word. */
function reachable(node: NameNode, begun = ''): Set<CauseDefinition> {
  const found = new Set<CauseDefinition>();
  const visit = (each: NameNode): void => {
    if (each.found) found.add(each.found.cause);
    each.next.forEach(visit);
  };
  if (begun === '') node.next.forEach(visit);
  else for (const [token, child] of node.next) if (token.startsWith(begun)) visit(child);
  return found;
}

/** Whether a column or the line ends here: two blanks, a tab, an ellipsis, nothing more. */
function endsColumn(text: string, at: number): boolean {
  return /^(?: {2}|\t|\.\.\.|\u2026|\s?$)/.test(text.slice(at, at + 3));
}

/** Fewer words of a name than this say too little: `IP address`, `local addr`. */
const FEWEST_WORDS = 3;

/**
 * A cause whose name begins at `start` and is cut off by the width of its column: `phase2 proposal or pfs mis`. Only where what is left
 * belongs to one cause.
 */
export function cutOffCauseAt(text: string, start: number): CauseMention | undefined {
  let node = root;
  let at = start;
  let begun = '';
  while (!endsColumn(text, at)) {
    const end = tokenEnd(text, at);
    if (end - at > longestWord) return undefined;
    const token = tokenKey(text, at, end);
    const next = node.next.get(token);
    at = end;
    if (next === undefined) {
      begun = token;
      break;
    }
    node = next;
  }
  const words = text.slice(start, at).match(/[a-z\d]+/gi) ?? [];
  if (words.length < FEWEST_WORDS) return undefined;
  if (!endsColumn(text, at)) return undefined;
  const [cause, ...others] = reachable(node, begun);
  return cause && others.length === 0 ? { start, end: at, cause, distinctive: true } : undefined;
}
