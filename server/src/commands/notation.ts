import type { NameKind } from './types';

/**
 * The notation of command formats, close to the one of the vendor's command references:
 *
 *     word                     a keyword
 *     <name:type …>            an argument (types below)
 *     { a | b }                one of
 *     [ a | b ]                one of, or nothing
 *     { a | b } *              one or more of, in any order
 *     [ a | b ] *              any number of, in any order
 *     <name:type>+             the argument once or several times
 *
 * Argument types:
 *
 *     integer 1-100            a whole number in a range (the widest over the products)
 *     string 1-15              any word, its length in a range
 *     new KIND 1-15            a name that this line defines, its length in a range
 *     new KIND integer 1-100   a number that this line defines as a name, in a range
 *     ref KIND                 a name defined elsewhere (or here, where the device creates it on first use)
 *     ip | ipv4 | ipv6         an address
 *     mask                     a subnet mask or a prefix length
 *     wildcard                 a wildcard mask, or 0 for a host
 *     prefix                   address/length
 *     interface                an interface type and number, in one word or two
 *     secret                   a key or password, plain or ciphered, never shown
 *     text                     the rest of the line
 *     time | date              hh:mm[:ss] and yyyy-mm-dd (or yyyy/mm/dd)
 */
export type ArgumentType =
  | 'integer'
  | 'string'
  | 'new'
  | 'ref'
  | 'ip'
  | 'ipv4'
  | 'ipv6'
  | 'mask'
  | 'wildcard'
  | 'prefix'
  | 'interface'
  | 'secret'
  | 'text'
  | 'time'
  | 'date';

export interface Argument {
  readonly node: 'argument';
  /** Name by which readers of a match ask for the value. */
  readonly name: string;
  readonly type: ArgumentType;
  /** Of an integer: its least and greatest value; of a string or name: its length in characters. */
  readonly min?: number;
  readonly max?: number;
  /** Of `new` and `ref`. */
  readonly kind?: NameKind;
  /** Of `new`: names of this kind are whole numbers, and `min` and `max` are the least and the greatest. */
  readonly numeric?: true;
}

export interface Keyword {
  readonly node: 'keyword';
  readonly word: string;
}

export type Format =
  | Keyword
  | Argument
  | { readonly node: 'sequence'; readonly items: readonly Format[] }
  | { readonly node: 'choice'; readonly items: readonly Format[] }
  | { readonly node: 'optional'; readonly item: Format }
  | { readonly node: 'repeat'; readonly item: Format };

const ARGUMENT_TYPES: ReadonlySet<string> = new Set<ArgumentType>([
  'integer',
  'string',
  'new',
  'ref',
  'ip',
  'ipv4',
  'ipv6',
  'mask',
  'wildcard',
  'prefix',
  'interface',
  'secret',
  'text',
  'time',
  'date',
]);

function parseArgument(source: string, format: string): Argument {
  const bad = (why: string): Error => new Error(`command format "${format}": argument <${source}>: ${why}`);
  const colon = source.indexOf(':');
  if (colon < 1) throw bad('wants <name:type>');
  const name = source.slice(0, colon);
  const [type = '', ...rest] = source
    .slice(colon + 1)
    .trim()
    .split(/\s+/);
  if (!ARGUMENT_TYPES.has(type)) throw bad(`unknown type "${type}"`);
  let kind: NameKind | undefined;
  if (type === 'new' || type === 'ref') {
    kind = rest.shift() as NameKind | undefined;
    if (!kind) throw bad('wants the kind of the name');
  }
  const numeric = type === 'new' && rest[0] === 'integer';
  if (numeric) rest.shift();
  const range = /^(\d+)-(\d+)$/.exec(rest[0] ?? '');
  if (rest.length > (range ? 1 : 0)) throw bad(`cannot read "${rest.join(' ')}"`);
  return {
    node: 'argument',
    name,
    type: type as ArgumentType,
    ...(range ? { min: Number(range[1]), max: Number(range[2]) } : {}),
    ...(kind ? { kind } : {}),
    ...(numeric ? { numeric } : {}),
  };
}

/** Reads a command format. A format that cannot be read is a mistake in the tables and throws, naming the format. */
export function parseFormat(format: string): Format {
  const tokens = format.match(/<[^>]*>|[{}[\]|*+]|[^\s{}[\]|*<>]+/g) ?? [];
  let at = 0;
  const fail = (why: string): never => {
    throw new Error(`command format "${format}": ${why}`);
  };

  const parseChoice = (close: string | undefined): Format => {
    const alternatives: Format[] = [];
    let items: Format[] = [];
    const finish = (): void => {
      if (items.length === 0) fail('empty alternative');
      const [only] = items;
      alternatives.push(items.length === 1 && only ? only : { node: 'sequence', items });
      items = [];
    };
    for (;;) {
      const token = tokens[at];
      if (token === close) {
        at++;
        finish();
        const [only] = alternatives;
        return alternatives.length === 1 && only ? only : { node: 'choice', items: alternatives };
      }
      if (token === undefined) return fail(`"${close ?? ''}" is missing`);
      at++;
      if (token === '|') finish();
      else items.push(parseItem(token));
    }
  };

  const parseItem = (token: string): Format => {
    if (token === '{' || token === '[') {
      const inner = parseChoice(token === '{' ? '}' : ']');
      const repeated: Format = tokens[at] === '*' ? (at++, { node: 'repeat', item: inner }) : inner;
      return token === '[' ? { node: 'optional', item: repeated } : repeated;
    }
    if (token.startsWith('<')) {
      const argument = parseArgument(token.slice(1, -1), format);
      return tokens[at] === '+' ? (at++, { node: 'repeat', item: argument }) : argument;
    }
    if (/^[\]}|*+]$/.test(token)) return fail(`unexpected "${token}"`);
    return { node: 'keyword', word: token };
  };

  return parseChoice(undefined);
}

/** Every keyword of a format, in the order written, each once. */
export function keywordsOf(format: Format): string[] {
  const words = new Set<string>();
  const visit = (node: Format): void => {
    switch (node.node) {
      case 'keyword':
        words.add(node.word);
        break;
      case 'sequence':
      case 'choice':
        node.items.forEach(visit);
        break;
      case 'optional':
      case 'repeat':
        visit(node.item);
        break;
      case 'argument':
        break;
    }
  };
  visit(format);
  return [...words];
}
