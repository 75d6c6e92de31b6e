import { commands } from './index';
import { parseFormat, type Argument, type Format } from './notation';
import type { NameKind } from './types';

/** What may stand before a place of a format: a keyword directly, or with one argument between, and null for anything else. */
type Before = ReadonlySet<string | null>;

const ANYTHING_ELSE: Before = new Set([null]);

/** A keyword with one argument behind it: `nqa ADMIN`. */
function withArgument(keyword: string | null): string | null {
  return keyword === null || keyword.endsWith(' *') ? null : `${keyword} *`;
}

function union(a: Before, b: Before): Before {
  return new Set([...a, ...b]);
}

/** Calls back for every argument of a format with each keyword that can stand before it; gives what can stand last. */
function walk(format: Format, before: Before, visit: (keyword: string, argument: Argument) => void): Before {
  switch (format.node) {
    case 'keyword':
      return new Set([format.word.toLowerCase()]);
    case 'argument':
      for (const keyword of before) if (keyword !== null) visit(keyword, format);
      return new Set([...before].map(withArgument));
    case 'sequence':
      return format.items.reduce<Before>((last, item) => walk(item, last, visit), before);
    case 'choice':
      return format.items
        .map((item) => walk(item, before, visit))
        .reduce<Before>((all, each) => union(all, each), new Set());
    case 'optional':
      return union(before, walk(format.item, before, visit));
    case 'repeat':
      return walk(format.item, union(before, walk(format.item, before, visit)), visit);
  }
}

/** What keywords say of the word behind them, whatever the command. */
export interface NameWords {
  /**
   * Keywords that name a kind and behind which all commands have a name of it: `vpn-instance`, `address-set`, `ike-peer`; with ` *` those
   * that have another word between.
   */
  readonly kinds: ReadonlyMap<string, NameKind>;
  /** Keywords that stand between such a keyword and the name: `acl name vpn`, `acl ipv6 3000`. */
  readonly between: ReadonlyMap<NameKind, ReadonlySet<string>>;
  /** Keywords behind which a text stands up to the end of the line, in which nothing is a name. */
  readonly texts: ReadonlySet<string>;
  /** Keywords behind which a key stands. */
  readonly secrets: ReadonlySet<string>;
}

/** Whether a keyword says which kind of name it means: `number` does not, though only ACLs have one here. */
function isCalled(kind: NameKind, keyword: string): boolean {
  return keyword.includes(kind) || (keyword.includes('-') && kind.endsWith(keyword));
}

function build(): NameWords {
  const found = new Map<string, Set<NameKind | undefined>>();
  const texts = new Set<string>();
  const secrets = new Set<string>();
  for (const { syntax } of commands) {
    walk(parseFormat(syntax), ANYTHING_ELSE, (keyword, { name, type, kind }) => {
      // A text is what nobody has described, and no other kind of word.
      if (type !== 'text')
        found.set(keyword, (found.get(keyword) ?? new Set()).add(type === 'interface' ? 'interface' : kind));
      // Other arguments to the end of the line are parts of the command that nobody has described.
      if (type === 'text' && name === keyword) texts.add(keyword);
      if (type === 'secret') secrets.add(keyword);
    });
  }
  const kinds = new Map<string, NameKind>();
  const between = new Map<NameKind, Set<string>>();
  for (const [keyword, all] of found) {
    for (const kind of all)
      if (kind !== undefined) between.set(kind, (between.get(kind) ?? new Set()).add(keyword));
    const [only, ...others] = all;
    if (only !== undefined && others.length === 0 && isCalled(only, keyword)) kinds.set(keyword, only);
  }
  // Commands of other features call a name by its kind as those of the tables do.
  for (const kind of between.keys())
    for (const keyword of [kind, `${kind}-name`, `${kind}-number`, `${kind}-id`])
      if (!found.has(keyword)) kinds.set(keyword, kind);
  return { kinds, between, texts, secrets };
}

let known: NameWords | undefined;

/** What the command formats say of the words behind keywords. Worked out once. */
export function nameWords(): NameWords {
  known ??= build();
  return known;
}
