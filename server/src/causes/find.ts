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
      return text.slice(start, end).replace(/[\u2018\u2019\u02bc]/, "'");
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

// Names before aliases, so that a name is never hidden by the alias of another cause.
for (const cause of causes) addName(cause.name, cause);
for (const cause of causes) {
  for (const alias of cause.aliases ?? []) addName(alias, cause);
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
