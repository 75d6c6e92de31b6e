import { nameWords } from '../commands/nameWords';
import type { NameKind } from '../commands/types';
import { isInterfaceType } from '../syntax/accept';
import { startsWithUndo } from '../syntax/match';
import type { Item } from '../syntax/tree';
import type { NameUse } from './device';
import { CommandLine, nameKey, unquoted } from './reading';
import { lineOf, textOf, type Place } from './value';

/** What a name is told apart by, for the kinds in which one name can stand for several objects of a device. */
const SCOPES: Partial<Record<NameKind, (line: CommandLine, at: number) => string | undefined>> = {
  acl: (line) => aclFamilyOf(line),
  // An NQA test is known by its owner and its name.
  nqa: (line, at) => line.line.words[at - 1]?.text,
  'ike-user': ({ uri, item }) => {
    const { block } = item;
    const opener = block?.opener === undefined ? undefined : item.lines[block.opener];
    return opener && block?.opener !== undefined
      ? new CommandLine(uri, item, block.opener, opener).named('ike-user-table')?.value
      : block?.promptName;
  },
};

/** IPv4 and IPv6 lists are numbered apart: which of them a line speaks of. */
export function aclFamilyOf({ line: { match, words } }: CommandLine): '4' | '6' {
  const isV6 = words.some(({ text }, at) => {
    const read = match?.words[at];
    return read ? read.kind === 'keyword' && read.keyword === 'ipv6' : text.toLowerCase() === 'ipv6';
  });
  return isV6 ? '6' : '4';
}

function useOf(line: CommandLine, kind: NameKind, role: NameUse['role'], place: Place, at: number): NameUse {
  const scope = SCOPES[kind]?.(line, at);
  const name = nameKey(kind, unquoted(textOf(place)));
  return { kind, name, ...(scope === undefined ? {} : { scope }), role, place };
}

/** Every name that a line defines or refers to, as far as the line was understood. */
export function namesOn(line: CommandLine): NameUse[] {
  const { match, words } = line.line;
  if (!match || (match.undo && match.status !== 'complete')) return [];
  return match.words.flatMap((word, at): NameUse[] => {
    if (word.kind !== 'argument') return [];
    const { type, kind } = word.argument;
    if (type === 'interface') {
      const before = match.words[at - 1];
      const text = words[at]?.text;
      // The number of an interface whose type stands in a word of its own.
      if (before === word && isInterfaceType(words[at - 1]?.text ?? '', text)) return [];
      const last = match.words[at + 1] === word && isInterfaceType(text ?? '', words[at + 1]?.text) ? 1 : 0;
      const opens = match.command.opens === 'interface' && !match.undo && at === 1;
      return [useOf(line, 'interface', opens ? 'definition' : 'reference', line.place(at, at + last), at)];
    }
    if (kind === undefined) return [];
    const role = type === 'new' && !match.undo ? 'definition' : 'reference';
    return [useOf(line, kind, role, line.place(at), at)];
  });
}

/**
 * Names on a line of another feature, or in a part of a command that nobody has described, as far as the keyword before them says what
 * they are: `source-address address-set lan`. What stands in a text or may be a key is no name.
 */
function namesBehindKeywords(line: CommandLine): NameUse[] {
  const { kinds, between, texts, secrets } = nameWords();
  const { words, match, kind: lineKind, role } = line.line;
  if (lineKind !== 'command' || role === 'output') return [];
  const isRead = (at: number): boolean => {
    const word = match?.words[at];
    return word !== undefined && (word.kind !== 'argument' || word.argument.type !== 'text');
  };
  if (words.every((_, at) => isRead(at))) return [];
  const uses: NameUse[] = [];
  for (let at = startsWithUndo(words) ? 1 : 0; at < words.length - 1; at++) {
    const keyword = words[at]?.text.toLowerCase() ?? '';
    if (texts.has(keyword) || isShortFor(keyword, texts)) break;
    const next = words[at + 1]?.text.toLowerCase() ?? '';
    if (secrets.has(keyword)) {
      if (!secrets.has(next)) at++;
      continue;
    }
    const kind = kinds.get(keyword) ?? kinds.get(`${keyword} *`);
    if (kind === undefined) continue;
    let name = at + (kinds.has(keyword) ? 1 : 2);
    while (name < words.length - 1 && between.get(kind)?.has(words[name]?.text.toLowerCase() ?? '')) name++;
    if (name >= words.length || isRead(name)) continue;
    const isInTwo = kind === 'interface' && isInterfaceType(words[name]?.text ?? '', words[name + 1]?.text);
    uses.push(useOf(line, kind, 'reference', line.place(name, isInTwo ? name + 1 : name), name));
    at = name;
  }
  return uses;
}

/** Whether a word that somebody typed cuts one of some keywords short: `desc`. */
function isShortFor(word: string, keywords: ReadonlySet<string>): boolean {
  return word.length >= 4 && [...keywords].some((each) => each.startsWith(word));
}

const further = new WeakMap<Item, readonly NameUse[]>();

/** The names in lines of other features in an item. Worked out once for it. */
export function furtherNamesIn(uri: string, item: Item): readonly NameUse[] {
  let found = further.get(item);
  if (!found) {
    found = item.lines.flatMap((line, at) => namesBehindKeywords(new CommandLine(uri, item, at, line)));
    further.set(item, found);
  }
  return found;
}

/** What two mentions of one object have in common. */
export function useKey({ kind, scope, name }: Pick<NameUse, 'kind' | 'scope' | 'name'>): string {
  return `${kind}\n${scope ?? ''}\n${name}`;
}

/** Whether a mention stands in a line of a configuration, rather than in what somebody typed or a device printed. */
export function isConfigured({ place, printed }: NameUse): boolean {
  return !printed && lineOf(place).role === 'config';
}
