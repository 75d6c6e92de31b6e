import * as l10n from '@vscode/l10n';
import type { Argument } from '../../commands/notation';
import { commands } from '../../commands';
import type { NameKind } from '../../commands/types';
import { localize } from '../../l10n';
import type { Device } from '../../model/device';
import { interfaceName } from '../../model/interfaceName';
import { acceptArgument } from '../../syntax/accept';
import type { Continuation, MatchedWord } from '../../syntax/match';
import type { TreeLine } from '../../syntax/tree';
import type { Cursor, ViewAtCursor } from '../cursor';
import { argumentRange, defaultWords } from '../hover/command';
import type { Candidate, Page } from './candidate';
import { isAdvancedAcl, nameDetail, type KnownName, type Names } from './names';

/** What stands at the cursor and around it, as far as values depend on it. */
export interface ValueContext {
  readonly cursor: Cursor;
  readonly view: ViewAtCursor;
  readonly device: () => Device;
  readonly names: Names;
  readonly otherEnd: (next: Continuation) => readonly string[];
}

/** What people mostly write for an argument of a type. */
const USUAL: Partial<Record<Argument['type'], readonly string[]>> = {
  mask: ['255.255.255.0', '255.255.255.252', '255.255.255.255'],
  wildcard: ['0.0.0.255', '0'],
};

/** The distance between numbers that are given by hand, where there are none to see it by. */
const STEPS: Readonly<Record<string, number>> = { rule: 5 };
const USUAL_STEP = 10;

/** Where numbers begin that say what a thing is. */
const FIRST: Partial<Record<NameKind, number>> = { acl: 3000 };

/** The values of an argument in lines that read the same up to it, whichever form of the command they have. */
function usedNumbers(
  next: Continuation,
  argument: Argument,
  lines: readonly TreeLine[],
  before: Cursor['before'],
): number[] {
  const numbers: number[] = [];
  const keyword = leadingKeyword(next.before);
  for (const { match, words } of lines) {
    if (!match || match.undo || leadingKeyword(match.words) !== keyword) continue;
    const place = match.words.findIndex(
      (word) => word.kind === 'argument' && word.argument.name === argument.name,
    );
    const same = before.every(
      (word, index) => next.before[index]?.kind === 'keyword' || words[index]?.text === word.text,
    );
    if (place < 0 || !same) continue;
    const number = Number(words[place]?.text);
    if (Number.isSafeInteger(number)) numbers.push(number);
  }
  return numbers;
}

function leadingKeyword([first]: readonly MatchedWord[]): string {
  return first?.kind === 'keyword' ? first.keyword : '';
}

function* openersOf({ file }: Cursor): Generator<TreeLine> {
  for (const { lines, block } of file.document.items) {
    const line = lines[block?.opener ?? 0];
    if (line) yield line;
  }
}

function* linesOf({ place }: ViewAtCursor): Generator<TreeLine> {
  for (const index of place?.block.lines ?? []) {
    const line = place?.item.lines[index];
    if (line) yield line;
  }
}

/** Whether an argument is a number: an integer, a name that is one, the number of an ACL. */
function isCounted({ before }: Continuation, { type, numeric, kind }: Argument): boolean {
  const previous = before.at(-1);
  const byName = previous?.kind === 'keyword' && previous.keyword === 'name';
  return type === 'integer' || numeric === true || (kind === 'acl' && type === 'new' && !byName);
}

/** The number that comes next where a person counts: of a proposal, an entry of a policy group, a rule. */
function nextNumber(next: Continuation, argument: Argument, context: ValueContext): number | undefined {
  const { command } = next.compiled;
  const { cursor, view } = context;
  const own = cursor.word.text;
  const isFirst = next.before.every((word) => word.kind === 'keyword');
  const counts = argument.numeric ?? (command.opens !== undefined || (command.repeat === 'add' && isFirst));
  if (!counts || next.undo) return undefined;
  const step = STEPS[leadingKeyword(next.before)] ?? (argument.kind === 'acl' ? 1 : USUAL_STEP);
  const lines = command.opens === undefined ? linesOf(view) : openersOf(cursor);
  const others = [...lines].filter((line) => line !== cursor.line);
  const used = usedNumbers(next, argument, others, cursor.before);
  if (argument.kind)
    for (const { name } of context.names(argument.kind))
      if (/^\d+$/.test(name) && name !== own) used.push(Number(name));
  const isValue = argument.type === 'integer' || argument.numeric === true;
  const { min = 0, max = Number.MAX_SAFE_INTEGER } = isValue ? argument : {};
  const least = Math.max(min, FIRST[argument.kind ?? 'interface'] ?? step);
  const inSeries = argument.kind === 'acl' ? used.filter((number) => isAdvancedAcl(String(number))) : used;
  const last = inSeries.reduce((a, b) => Math.max(a, b), least - step);
  const free = (Math.floor(last / step) + 1) * step;
  const accepted = free <= max && !used.includes(free);
  // A number of four digits decides what kind of list it is.
  return accepted && (argument.kind !== 'acl' || isAdvancedAcl(String(free))) ? free : undefined;
}

/** A name as it is written in a command: in quotes where it has blanks. */
function written(name: string, typed: string): string {
  return /\s/.test(name) || typed.startsWith('"') ? `"${name}"` : name;
}

function names(next: Continuation, argument: Argument, kind: NameKind, context: ValueContext): Candidate[] {
  const { before, typed, word } = context.cursor;
  const previous = next.before.at(-1);
  const byName = previous?.kind === 'keyword' && previous.keyword === 'name';
  const present = new Set(before.map(({ text }) => text));
  const isNew = argument.type === 'new';
  const wanted = ({ name, defined }: KnownName): boolean =>
    !present.has(name) &&
    // The word at the cursor is no name of its own.
    (name !== word.text || (!isNew && defined !== undefined)) &&
    (kind !== 'acl' || byName !== /^\d+$/.test(name)) &&
    (!argument.numeric || /^\d+$/.test(name));
  return context
    .names(kind)
    .filter(wanted)
    .map((known): Candidate => {
      const { name, defined } = known;
      const later = kind === 'acl' && !byName && !isAdvancedAcl(name);
      const detail = nameDetail(known);
      return {
        label: name,
        text: written(name, typed),
        kind: 'name',
        group: defined ? (later ? 'further' : 'usual') : isNew ? 'missing' : 'weak',
        ...(detail === undefined ? {} : { detail }),
        page: { of: 'name', kind, name },
      };
    });
}

function interfaces({ interfaceNumber }: Continuation, context: ValueContext): Candidate[] {
  const type = context.cursor.before.at(-1)?.text ?? '';
  return context.names('interface').flatMap((known): Candidate[] => {
    const { name } = known;
    const detail = nameDetail(known);
    const own: Candidate = {
      label: name,
      kind: 'name',
      group: detail === undefined ? 'further' : 'usual',
      ...(detail === undefined ? {} : { detail }),
      page: { of: 'name', kind: 'interface', name },
    };
    if (!interfaceNumber) return [own];
    const number = /\d[\d/.:]*$/.exec(name)?.[0] ?? '';
    return number !== '' && interfaceName(type + number) === name ? [{ ...own, label: number }] : [];
  });
}

/** Defaults that can be the value of an argument. */
function defaults(
  { compiled }: Continuation,
  argument: Argument,
  page: Page,
  context: ValueContext,
): Candidate[] {
  return (compiled.command.defaults ?? []).flatMap((each): Candidate[] => {
    if (argument.type !== 'integer' || acceptArgument(argument, each.value) !== 'yes') return [];
    const detail = defaultWords(each, context.device().release);
    return [
      {
        label: each.value,
        kind: 'value',
        group: detail === undefined ? 'further' : 'usual',
        ...(detail === undefined ? {} : { detail }),
        page,
      },
    ];
  });
}

/** The place of a value that only the person knows, in the words of the device's own help: `<seconds> 60–604800`. */
function rangeCandidate(next: Continuation, argument: Argument, page: Page): Candidate[] {
  const { min, max, name, type } = argument;
  if (type !== 'integer' && !argument.numeric) return [];
  if (min === undefined || max === undefined) return [];
  const doc = next.compiled.command.arguments?.[name];
  const range = argumentRange(argument, doc?.unit) ?? '';
  const detail = doc && localize(doc.text);
  return [
    {
      label: `<${range}>`,
      snippet: `\${1:${min}}`,
      kind: 'value',
      group: 'range',
      ...(detail === undefined ? {} : { detail }),
      page,
    },
  ];
}

/** The values that an argument can have here. Of a key there is none. */
export function valuesFor(next: Continuation, argument: Argument, context: ValueContext): Candidate[] {
  if (argument.type === 'secret' || argument.type === 'text') return [];
  const page: Page = {
    of: 'argument',
    command: commands.indexOf(next.compiled.command),
    argument: argument.name,
  };
  const candidates: Candidate[] = context.otherEnd(next).map((value) => ({
    label: value,
    kind: 'value',
    group: 'other-end',
    detail: l10n.t('as the other end has it'),
    page,
  }));
  // The other end's names are its own.
  if (argument.kind) candidates.length = 0;
  if (argument.type === 'interface') candidates.push(...interfaces(next, context));
  else if (argument.kind) candidates.push(...names(next, argument, argument.kind, context));
  const number = isCounted(next, argument) ? nextNumber(next, argument, context) : undefined;
  if (number !== undefined)
    candidates.push({
      label: String(number),
      kind: 'value',
      group: 'usual',
      order: -1,
      detail: l10n.t('the next number'),
      page,
    });
  candidates.push(...defaults(next, argument, page, context));
  for (const value of USUAL[argument.type] ?? [])
    candidates.push({ label: value, kind: 'value', group: 'further', page });
  candidates.push(...rangeCandidate(next, argument, page));
  return candidates;
}
