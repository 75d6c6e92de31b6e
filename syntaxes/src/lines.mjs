// Rules for whole lines, made of the command formats: a line that opens a view, and a command whose words hold names or keys.
import { decide, leadOf, readHeads } from './formats.mjs';
import { abbreviation, anyOf, BLANK_BEFORE, BLANK_BEHIND, END, escape, LINE, START, WORD } from './words.mjs';

const UNDO = '(?:((?i:un(?:do?)?))\\s+)?';

/** The end of a line, a remark before it. */
const REST_OF_LINE = `(?:\\s+//.*)?\\s*+(?:\\x00|$)`;

/** An interface as it is named in a line: `GigabitEthernet1/0/0`, `GigabitEthernet 1/0/0`, `g1/0/0`. */
const INTERFACE = `[A-Za-z0-9][\\w./:-]*(?:(?<=[A-Za-z])\\s\\d[\\d./:]*)?${BLANK_BEHIND}`;

/** Scopes, in the names that themes know. Where two are given, a theme that has no colour for the second takes the first's. */
export function scopesOf(language) {
  const scope = (...names) => ({ name: names.map((name) => `${name}.${language}`).join(' ') });
  return {
    scope,
    opener: scope('keyword.control.view'),
    undo: scope('keyword.control.undo'),
    command: scope('keyword.other.command', 'support.function.command'),
    option: scope('keyword.other.option'),
    algorithm: scope('variable.other.enummember.algorithm', 'constant.other.algorithm'),
    version: scope('constant.numeric.version', 'constant.other.version'),
    device: scope('entity.name.namespace.device', 'entity.name.section.device'),
    secret: { ...scope('string.other.secret'), patterns: [{ include: '#key' }] },
    number: scope('constant.numeric.integer'),
    argument: {
      ...scope('variable.parameter.argument'),
      patterns: [{ match: '"[^"]*"', ...scope('string.quoted.double') }],
    },
    interface: scope('entity.name.type.interface'),
    text: scope('string.unquoted.description'),
    reference: scope('entity.name.type.reference'),
    define: (kinds) =>
      kinds.size === 1 ? scope(`entity.name.type.${[...kinds][0]}`) : scope('entity.name.type.name'),
  };
}

/** A whole line behind the words it begins with, so that `ospf 1` opens a view and ` ospf cost 5` does not. */
function wholeLine(item) {
  switch (item.node) {
    case 'keyword':
      return `\\s+(?i:${escape(item.word)})`;
    case 'argument':
      if (item.type === 'text') return '\\s+.*';
      if (item.type === 'integer') return '\\s+\\d+';
      return `\\s+${item.type === 'interface' ? INTERFACE : WORD}`;
    case 'optional':
      return `(?:${wholeLine(item.item)})?`;
    case 'repeat':
      return `(?:${wholeLine(item.item)})+`;
    case 'choice':
      return `(?:${item.items.map(wholeLine).join('|')})`;
    default:
      return item.items.map(wholeLine).join('');
  }
}

/** Not one of these keywords; a key's are cut short where people cut them. */
function noneOf(keywords, cut) {
  if (keywords.size === 0) return '';
  const pattern = cut ? `(?i:${[...keywords].map((word) => abbreviation(word)).join('|')})` : anyOf(keywords);
  return `(?!${pattern}${BLANK_BEHIND})`;
}

/**
 * What stands behind a keyword and is no keyword, however it reads: patterns of it, blanks before it included, with the scopes of their
 * groups. `named` says that a plain word is a name.
 */
function behindKeyword(place, s, named) {
  const found = decide(place.classes);
  const keyBehindNumber = place.keyBehindNumber
    ? [{ pattern: `\\s+(\\d+)\\s+${noneOf(place.numbered, true)}(${WORD})`, scopes: [s.number, s.secret] }]
    : [];
  if (keyBehindNumber.length > 0 && found === undefined) return keyBehindNumber;
  // Behind `sa … esp` stands a key or an SPI: the words before it say which (see `secret`).
  if (found === 'secret' && place.number) return [];
  if (found === undefined || (found === 'argument' && place.open)) return [];
  const first = found === 'argument' && named ? 'define' : found;
  const apart = [noneOf(place.keywords, first === 'secret')];
  if (place.numbered.size > 0) apart.push(`(?!\\d+\\s+${anyOf(place.numbered)}${BLANK_BEHIND})`);
  // A plain argument that is a number or an address is best shown as what it is.
  if (first === 'argument') apart.push(`(?![\\d.:/]+${BLANK_BEHIND})`);
  const scoped = (each) => (each === 'define' ? s.define(place.kinds) : s[each]);
  const before = `\\s+${apart.join('')}`;
  if (first === 'text') return [{ pattern: `${before}(\\S.*?)\\s*$`, scopes: [s.text] }];
  const word = first === 'interface' ? INTERFACE : WORD;
  const more = place.repeated ? `(?:\\s+${noneOf(place.secondKeywords)}${WORD})*+` : '';
  const single = { pattern: `${before}(${word}${more})`, scopes: [scoped(first)] };
  const second = place.repeated ? undefined : decide(place.second);
  if (second === undefined) return [single];
  const twice = place.confirmed ? `(?:\\s+(${WORD}))?` : '';
  const behind = `\\s+${noneOf(place.secondKeywords, second === 'secret')}(${WORD})${twice}`;
  return [
    {
      pattern: `${before}(${word})${behind}`,
      scopes: [scoped(first), scoped(second), ...(place.confirmed ? [scoped(second)] : [])],
    },
    single,
  ];
}

/** A rule of some groups. */
function rule(match, scopes) {
  return { match, captures: Object.fromEntries(scopes.map((scope, at) => [at + 1, scope])) };
}

/** Keywords that mean the same behind every command, and those that announce a key: the rules that all lines share know them. */
const SHARED = new Set(['permit', 'deny', 'any', 'none', 'cipher', 'irreversible-cipher', 'simple', 'plain']);

/**
 * Rules of everything that may stand in a line behind its first words. What is not special to the command is left to rules that all lines
 * share, so that they are compiled once.
 */
function wordRules(head, algorithms, s, typed) {
  const rules = [];
  for (const [from, place] of [...head.places].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (from === '') continue;
    const keyword = decide(place.classes) === 'secret' ? abbreviation(from) : escape(from);
    for (const { pattern, scopes } of behindKeyword(place, s, from === 'name'))
      rules.push(rule(`${BLANK_BEFORE}((?i:${keyword}))${pattern}`, [s.option, ...scopes]));
  }
  const open = head.partial || [...head.places.values()].some((place) => place.open);
  const own = (which, scope) => {
    const words = [...head.keywords].filter((each) => which(each) && !SHARED.has(each));
    return words.length > 0 ? [{ match: `${START}${anyOf(words)}${END}`, ...scope }] : [];
  };
  return [
    ...rules,
    ...(head.partial ||
    [...head.places.values()].some(({ classes, number }) => number && classes.has('secret'))
      ? [{ include: '#secret-command' }]
      : []),
    ...own((each) => algorithms.has(each), s.algorithm),
    ...own((each) => !algorithms.has(each), s.option),
    { include: typed ? '#typed-word' : open ? '#any-word' : '#word' },
  ];
}

/** The rules that all lines share, for one word: of commands whose keywords are all known, of others, and of those that are typed only. */
export function sharedRules(s) {
  const word = (...words) => ({
    begin: '(?=[^\\s\\x00])',
    end: '(?=[\\s\\x00]|$)',
    patterns: [
      { include: '#remark' },
      { include: '#help' },
      { include: '#filter' },
      { include: '#cipher' },
      { include: '#secret-way' },
      { include: '#value' },
      ...words,
      { include: '#anything' },
    ],
  });
  return {
    word: word(),
    'any-word': word({ include: '#keyword' }),
    'typed-word': word({ match: `${START}[a-z][a-z0-9-]*${END}`, ...s.option }),
  };
}

/** The first words of a line that opens a view, and the name of what it opens. */
function openerRules({ format, indented }, head, s) {
  const { lead, rest } = leadOf(format);
  const written = lead.map((words, at) => {
    const cut = words.map((word) => {
      const others = [...head.keywords].filter((other) => other !== word && word.startsWith(other));
      return at === 0
        ? abbreviation(word)
        : `${others.length > 0 ? `(?!${anyOf(others)}${BLANK_BEHIND})` : ''}${abbreviation(word, 2)}`;
    });
    return cut.length === 1 ? cut[0] : `(?:${cut.join('|')})`;
  });
  const place = head.places.get(lead.length === 1 ? '' : lead.at(-1)[0]);
  const begin = `${indented ? LINE : '\\G'}((?i:${written.join('\\s+')}))${BLANK_BEHIND}(?=${rest.map(wholeLine).join('')}${REST_OF_LINE})`;
  return [
    ...(place ? behindKeyword(place, s, true) : []).map(({ pattern, scopes }) =>
      rule(`${begin}${pattern}`, [s.opener, ...scopes]),
    ),
    rule(begin, [s.opener]),
  ];
}

/**
 * A rule for the lines that begin with each word, where more than keywords and numbers stand in them or they open a view. The patterns of a
 * line are read only when one begins so. `typed` are commands that are typed only, and shorter; `otherwise` are the rules of a line that
 * begins with none of the words.
 */
export function lineRules(commands, algorithms, s, { typed = false, otherwise } = {}) {
  const heads = readHeads(commands.flatMap(({ formats }) => formats));
  for (const { formats, opens, indented, partial } of commands) {
    const [format] = formats;
    if (partial) for (const word of leadOf(format).lead[0] ?? []) heads.get(word).partial = true;
    if (opens)
      for (const word of leadOf(format).lead[0]) (heads.get(word).openers ??= []).push({ format, indented });
  }
  const names = [...heads.keys()].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const byLetter = new Map();
  for (const name of names) {
    const rules = byLetter.get(name[0]) ?? [];
    byLetter.set(name[0], rules);
    rules.push(...rulesOf(name));
  }
  // A line is compared with the words of one letter only: what is not needed is never compiled.
  return [...byLetter]
    .filter(([, rules]) => rules.length > 0)
    .map(([letter, rules]) => ({
      begin: `\\G(?=\\s*+(?:(?i:un(?:do?)?)\\s+)?+(?i:${escape(letter)}))`,
      end: '$',
      patterns: [...rules, ...otherwise],
    }));

  function rulesOf(name) {
    const head = heads.get(name);
    const special = [...head.places.values()].some((place) => behindKeyword(place, s, false).length > 0);
    // `local-aaa-user password policy …`: a line that speaks of passwords and holds none must not be read like any other.
    const speaksOfKeys = ['password', 'cipher', 'simple'].some((each) => head.keywords.has(each));
    if (!special && !speaksOfKeys && !head.openers && !typed) return [];
    // `domain` is that command, not a short `domain-authentication-mode`.
    const others = names.filter(
      (other) => other.length >= (typed ? 2 : 3) && other !== name && name.startsWith(other),
    );
    const apart = others.length > 0 ? `(?!${anyOf(others)}${END})` : '';
    // Typed scripts cut the words that open views and those before keys most; `add` is better no `address`.
    const cut = typed
      ? 2
      : head.openers || [...head.places.values()].some(({ classes }) => classes.has('secret'))
        ? 3
        : 5;
    const word = `${apart}(?i:${abbreviation(name, cut)})${END}`;
    const direct = head.places.get('');
    return [
      {
        begin: `\\G(?=\\s*+${UNDO}${word})`,
        end: '$',
        patterns: [
          ...(head.openers ?? []).flatMap((opener) => openerRules(opener, head, s)),
          ...(direct ? behindKeyword(direct, s, false) : []).map(({ pattern, scopes }) =>
            rule(`${LINE}${UNDO}(${word})${pattern}`, [s.undo, s.command, ...scopes]),
          ),
          rule(`${LINE}${UNDO}(${word})`, [s.undo, s.command]),
          ...wordRules(head, algorithms, s, typed),
        ],
      },
    ];
  }
}

/** Lines that open a view, as patterns of JavaScript: no possessive repetition, and no case of its own. */
export function openerLines(commands) {
  return commands
    .filter(({ opens }) => opens)
    .map(({ formats: [format], indented }) => {
      const { lead, rest } = leadOf(format);
      const begin = lead.map((words) =>
        words.length === 1 ? escape(words[0]) : `(?:${words.map(escape).join('|')})`,
      );
      const line = `${begin.join('\\s+')}${rest.map(wholeLine).join('')}\\s*`;
      return `${indented ? '\\s*' : ''}${line.replaceAll('(?i:', '(?:')}`;
    });
}

/** Keywords of whatever command behind which always a name stands: they help where the command is not known. */
export function nameKeywords(commands) {
  const found = new Map();
  for (const head of readHeads(commands.flatMap(({ formats }) => formats)).values()) {
    for (const [word, place] of head.places) {
      if (word === '') continue;
      const seen = found.get(word) ?? { classes: new Set(), others: false };
      found.set(word, seen);
      for (const each of place.classes) seen.classes.add(each);
      seen.others ||= place.keywords.size > 0 || place.classes.size === 0;
    }
  }
  return [...found]
    .filter(([, { classes, others }]) => !others && ['define', 'reference'].includes(decide(classes)))
    .map(([word]) => word)
    .sort();
}
