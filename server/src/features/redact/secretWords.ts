import { commands } from '../../commands';
import type { ViewId } from '../../commands/types';
import { splitWords, type Word } from '../../syntax/line';
import type { CommandMatch } from '../../syntax/match';
import type { TreeLine } from '../../syntax/tree';
import { matchIn, tableOf } from '../../syntax/views';

/** Some characters of a line. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The views that know a command with a secret. */
const VIEWS: readonly ViewId[] = [
  ...new Set(
    commands
      .filter(({ syntax }) => syntax.includes(':secret>'))
      .flatMap(({ view }): ViewId[] => [view].flat()),
  ),
];

/** Keys as devices cipher them, wherever they stand: between two equal marks, or behind `$1a$` and the like. */
const CIPHERED = /(%\^%#|%\$%\$|@%@%|%@%@|%#%#|%\+%#)(?:(?!\1).)+\1|\$\d[a-z]\$[^\s"']*\$|\$\d\$[^\s"']{8,}/g;

/** What releases without marks saved: 22 and more characters closed with `!!` or `==`, and no line drawn with such signs. */
const UNMARKED = /^(?=.*[A-Za-z])(?:.{20,}!!|(?=.*[A-Z\d]).{20,}==)$/;

/** Words that say how a key is written, in a line that speaks of one; the key follows them. */
const WAY = /^(?:cipher|simple|irreversible-cipher|irreversible|plain|plaintext|hex|clear|encrypted)$/i;

/** Views in which nothing but a key is ciphered. */
const KEY_VIEW = /^(?:ike|ipsec|aaa)/;

/** Words that a secret follows, as `password`, `shared-key`, `md5-password`. */
const NAMES_SECRET =
  /(?:^|[-_.])(?:password|passwd|pwd|secret|passphrase|pass-phrase|psk|key|key-string|string-key)$/i;

/** The same in a line about SNMP: elsewhere a community is a mark on routes. */
const NAMES_COMMUNITY = /(?:^|[-_.])(?:community|securityname)$/i;

/** Words that look like these and that no secret follows. */
const NAMES_NONE = /(?:^|-)(?:public-key|key-id|peer-public-key)$/i;

/** Ways of authentication that a key follows, in a line that sets one. */
const DIGEST = /^(?:md5|sha|sha-?\d+(?:-\d+)?|sha2-\d+|hmac-\S+|keyed-\S+|text)$/i;
const SETS_DIGEST = /authentication-(?:mode|type)|usm-user/i;

/** Words of plain English that follow `key` and `password` in what devices and people write about them. */
const HARMLESS =
  /^(?:algorithm|alert|chain|change|configuration|configured|configures|control|differs?|does|duration|error|exchange|expires?|fail(?:ed|s|ure)?|for|has|history|id|in|index|is|length|lifetime|management|may|mismatch(?:ed|es)?|modify|must|name|not|of|on|or|pair|policy|remaining|screen|size|state|status|that|the|to|type|usage|used|was|which|will|with)$/i;

/** What may stand between a word that names a secret and the secret. */
const BETWEEN = /^(?:[:=]+|is|level|\d)$/i;

function isSecret(match: CommandMatch | undefined, at: number): boolean {
  const word = match?.words[at];
  return word?.kind === 'argument' && word.argument.type === 'secret';
}

function secretsOf(match: CommandMatch): number[] {
  return match.words.flatMap((_, at) => (isSecret(match, at) ? [at] : []));
}

/** The first words of the commands with a secret, spelled in full. */
const FIRST_WORDS: ReadonlySet<string> = new Set(
  VIEWS.flatMap((view) =>
    tableOf(view).commands.flatMap(({ command, firstKeywords }) =>
      command.syntax.includes(':secret>') ? [...firstKeywords] : [],
    ),
  ),
);

/** A command with a secret that is not understood in its own view, or that somebody quotes in a remark: from which word on, and how it reads. */
function readElsewhere(
  words: readonly Word[],
): { readonly from: number; readonly match: CommandMatch } | undefined {
  for (const [from, { text }] of words.slice(0, MAX_LOOKED_AT).entries()) {
    if (from > 0 && !FIRST_WORDS.has(text.toLowerCase())) continue;
    const rest = from === 0 ? words : words.slice(from, from + MAX_WORDS);
    for (const view of VIEWS) {
      const match = matchIn(view, rest)?.match;
      if (match?.status === 'complete' && secretsOf(match).length > 0) return { from, match };
    }
  }
  return undefined;
}

/** A remark that quotes a command does so near its beginning; a longer line is no remark. */
const MAX_LOOKED_AT = 256;

/** No command has more words. */
const MAX_WORDS = 32;

/** Whether a word was read as something that is surely no secret: a keyword, a number, an address. */
function isSettled(match: CommandMatch | undefined, at: number): boolean {
  const word = match?.words[at];
  if (!word) return false;
  if (word.kind !== 'argument') return true;
  return !['string', 'text', 'secret'].includes(word.argument.type);
}

/** The part of a word behind `name=` or `name:`, and without the punctuation around it. */
function bareOf({ start, text }: Word): { name: string; value: Span & { text: string } } {
  const [, before = ''] = /^(["'(<[{]*[\w.-]*[=:](?!\/\/))./.exec(text) ?? [];
  const [opening = ''] = /^["'([{]+/.exec(text.slice(before.length)) ?? [];
  const [closing = ''] = /["')\]},;]*$/.exec(text.slice(before.length + opening.length)) ?? [];
  const from = before.length + opening.length;
  const to = Math.max(from, text.length - closing.length);
  return {
    name: before.replace(/^\W+|[=:]$/g, ''),
    value: { start: start + from, end: start + to, text: text.slice(from, to) },
  };
}

/** What a line speaks of, as far as that decides what its words mean. */
interface Subject {
  readonly secret: boolean;
  readonly snmp: boolean;
  readonly digest: boolean;
}

function subjectOf(words: readonly Word[], view: ViewId): Subject {
  const has = (pattern: RegExp): boolean => words.some(({ text }) => pattern.test(text));
  const snmp = has(/snmp|^community$/i) && has(/snmp|^(?:read|write)$/i);
  return {
    snmp,
    secret:
      snmp ||
      KEY_VIEW.test(view) ||
      has(/auth|usm-user/i) ||
      words.some(({ text }) => NAMES_SECRET.test(plain(text))),
    digest: has(SETS_DIGEST),
  };
}

/** A word without the punctuation around it. */
function plain(text: string): string {
  return text.replace(/^["'(<[{`*]+|["')>\]},;:=`*]+$/g, '');
}

/** Whether a word says that a secret follows. */
function announces(text: string, subject: Subject): boolean {
  const word = plain(text);
  if (NAMES_NONE.test(word)) return false;
  return (
    NAMES_SECRET.test(word) ||
    (subject.snmp && NAMES_COMMUNITY.test(word)) ||
    (subject.secret && WAY.test(word)) ||
    (subject.digest && DIGEST.test(word))
  );
}

/** The words of a line that no command says to be secrets, and that stand where secrets do in lines that are not known. */
function guessed(words: readonly Word[], { match, view }: TreeLine): Span[] {
  const spans: Span[] = [];
  const subject = subjectOf(words, view);
  let expected = false;
  for (const [at, word] of words.entries()) {
    const { name, value } = bareOf(word);
    const take = (): void => {
      if (!isSettled(match, at) && /\w/.test(value.text)) spans.push(value);
    };
    if (name !== '' && value.text !== '' && announces(name, subject)) {
      spans.push(value);
      expected = false;
      continue;
    }
    if (UNMARKED.test(word.text) && !isSettled(match, at)) spans.push(word);
    else if (UNMARKED.test(value.text)) take();
    const last = at === words.length - 1;
    if (announces(word.text, subject)) {
      // `password password` and `key cipher`: what stands last is the secret, whatever else it may mean.
      if (expected && last) take();
      expected = true;
    } else if (expected && (last || !BETWEEN.test(word.text))) {
      if (!HARMLESS.test(plain(word.text))) take();
      expected = false;
    }
  }
  return spans;
}

/** A prompt before a command in a text that is no capture, or the mark of a comment. */
const LEAD = /^\s*(?:(?:HRP_[A-Z]+)?(?:<[^<>\s]{1,64}>|\[[^[\]\s]{1,128}\])|[#!]+)\s*/;

/** The words of a text of any kind: those behind `//` too, and however many there are. */
function looseWords(text: string): Word[] {
  const words: Word[] = [];
  let from = LEAD.exec(text)?.[0].length ?? 0;
  while (from < text.length) {
    const { words: some, remark } = splitWords(text, from);
    // One by one: a line can have more of them than a call takes arguments.
    for (const word of some) words.push(word);
    from = remark === undefined ? (some.at(-1)?.end ?? text.length) : remark + 2;
  }
  return words;
}

function ofMatch(match: CommandMatch, words: readonly Word[]): Span[] {
  const secrets = secretsOf(match);
  const [first] = secrets;
  const spans = secrets.flatMap((at) => words[at] ?? []);
  // A key with blanks and no quotes goes on behind what was understood of it.
  return match.status === 'complete' || first === undefined
    ? spans
    : [...spans, ...words.slice(match.words.length)];
}

/** A span without the quotes around it. */
function unquoted(span: Span, text: string): Span {
  const [start, end] = [span.start, span.end];
  return end - start > 1 && text[start] === '"' && text[end - 1] === '"'
    ? { start: start + 1, end: end - 1 }
    : { start, end };
}

/** Spans in order that do not touch each other; of two that do, the outer one. */
function apart(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.end <= span.start) continue;
    const last = kept.at(-1);
    if (!last || span.start >= last.end) kept.push(span);
    else if (span.end > last.end) kept[kept.length - 1] = { start: last.start, end: span.end };
  }
  return kept;
}

/** The words of a line that are looked at one by one: those of an understood command and of the remark behind it, or whatever stands there. */
export function wordsOf({ text, words, remark, match }: TreeLine): readonly Word[] {
  if (!match) return looseWords(text);
  return remark === undefined ? words : [...words, ...looseWords(text).filter(({ start }) => start > remark)];
}

/**
 * Where secrets stand in a line: the arguments that are secrets by the command formats, in the line's own view or, where it is not
 * understood there, in any other; ciphered keys wherever they stand; and in what no format knows, the words behind `password` and the like.
 */
export function secretsIn(line: TreeLine): Span[] {
  const { text, match } = line;
  const spans: Span[] = Array.from(text.matchAll(CIPHERED), (found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
  const words = wordsOf(line);
  if (match && secretsOf(match).length > 0) spans.push(...ofMatch(match, words));
  else if (match?.status !== 'complete') {
    const elsewhere = readElsewhere(words);
    if (elsewhere) spans.push(...ofMatch(elsewhere.match, words.slice(elsewhere.from)));
  } else if (line.remark !== undefined) {
    const remark = words.slice(line.words.length);
    const quoted = readElsewhere(remark);
    if (quoted) spans.push(...ofMatch(quoted.match, remark.slice(quoted.from)));
  }
  spans.push(...guessed(words, line));
  return apart(spans).map((span) => unquoted(span, text));
}
