import type { Range, SemanticTokenTypes, SemanticTokensEdit } from 'vscode-languageserver-types';
import { parseFormat, type Argument } from '../commands/notation';
import type { CommandDefinition, NameKind, ProductId } from '../commands/types';
import { documentedProduct } from '../model/defaults';
import { unusedBlock } from '../rules/unusedBlock';
import type { Item, TreeLine } from '../syntax/tree';
import { analyse } from '../workspace/analysis';
import { lastAnalysis } from '../workspace/tunnels';
import type { Snapshot, WorkspaceFile } from '../workspace/workspace';
import { algorithmAt } from './hover/command';

/** What a word can be. */
const TYPES = [
  'keyword',
  'modifier',
  'enumMember',
  'number',
  'string',
  'comment',
  'variable',
  'class',
  'struct',
  'function',
  'interface',
  'type',
  'enum',
  'namespace',
] as const satisfies readonly `${SemanticTokenTypes}`[];

/** What is said of it besides. The protocol has no words for the last two: package.json tells VS Code of them. */
const MODIFIERS = [
  'declaration',
  'deprecated',
  'defaultLibrary',
  'modification',
  'unused',
  'secret',
] as const;

type TokenType = (typeof TYPES)[number];
type Modifier = (typeof MODIFIERS)[number];

/** The words that the numbers in the answers stand for. */
export const semanticTokensLegend = { tokenTypes: [...TYPES], tokenModifiers: [...MODIFIERS] };

/** A word of an item with what it is; lines count from the first line of the item. */
interface Token {
  readonly line: number;
  readonly start: number;
  readonly length: number;
  readonly type: number;
  readonly modifiers: number;
}

const NAME_TYPES: Partial<Record<NameKind, TokenType>> = {
  'ike-proposal': 'struct',
  'ike-peer': 'class',
  'ipsec-proposal': 'struct',
  'ipsec-policy': 'function',
  'ipsec-policy-template': 'interface',
  'ipsec-profile': 'type',
  'ipsec-efficient-vpn': 'type',
  acl: 'enum',
  'vpn-instance': 'namespace',
  'aaa-domain': 'namespace',
};

function typeOfArgument({ type, kind }: Argument): TokenType {
  if (kind) return NAME_TYPES[kind] ?? 'variable';
  switch (type) {
    case 'string':
    case 'text':
    case 'secret':
    case 'new':
    case 'ref':
      return 'string';
    case 'interface':
      return 'variable';
    case 'integer':
    case 'ip':
    case 'ipv4':
    case 'ipv6':
    case 'mask':
    case 'wildcard':
    case 'prefix':
    case 'time':
    case 'date':
      return 'number';
  }
}

function bits(modifiers: readonly Modifier[]): number {
  return modifiers.reduce((all, each) => all | (1 << MODIFIERS.indexOf(each)), 0);
}

const names = new WeakMap<CommandDefinition, number>();

/** How many keywords at the beginning are the name of a command: `ike peer` of `ike peer <name>`. */
function nameLength(command: CommandDefinition): number {
  let length = names.get(command);
  if (length === undefined) {
    const format = parseFormat(command.syntax);
    const items = format.node === 'sequence' ? format.items : [format];
    const other = items.findIndex(({ node }) => node !== 'keyword');
    length = Math.max(1, other < 0 ? items.length : other);
    names.set(command, length);
  }
  return length;
}

/** From which word on a line says nothing but the default of the product; its end where it does not. */
function defaultFrom({ match, words }: TreeLine, product: ProductId | undefined): number {
  if (!match || match.undo || match.status !== 'complete' || product === undefined) return words.length;
  const value = match.command.defaults?.find(({ products }) => products.includes(product))?.value.split(' ');
  if (!value || value.length >= words.length) return words.length;
  const from = words.length - value.length;
  const isSame = value.every((word, at) => words[from + at]?.text.toLowerCase() === word);
  return isSame ? from : words.length;
}

function wordTokens(line: TreeLine, at: number, product: ProductId | undefined): Token[] {
  const { match, words } = line;
  if (!match) return [];
  const from = defaultFrom(line, product);
  const first = match.undo ? 1 : 0;
  return match.words.flatMap((matched, index): Token[] => {
    const word = words[index];
    if (!word) return [];
    const modifiers: Modifier[] = index >= from ? ['defaultLibrary'] : [];
    let type: TokenType = 'keyword';
    const algorithm = index > first ? algorithmAt(line, index) : undefined;
    if (algorithm) {
      type = 'enumMember';
      if (algorithm.strength !== 'strong') modifiers.push('deprecated');
    } else if (matched.kind === 'undo') modifiers.push('modification');
    else if (matched.kind === 'keyword') {
      if (index - first >= nameLength(match.command)) type = 'modifier';
      else if (match.command.opens !== undefined && !match.undo) modifiers.push('declaration');
    } else {
      const { argument } = matched;
      type = typeOfArgument(argument);
      if (argument.type === 'new' && !match.undo) modifiers.push('declaration');
      if (argument.type === 'secret') modifiers.push('secret');
    }
    const { start, end } = word;
    return [{ line: at, start, length: end - start, type: TYPES.indexOf(type), modifiers: bits(modifiers) }];
  });
}

function lineTokens(line: TreeLine, at: number, product: ProductId | undefined): Token[] {
  if (line.role === 'output') return [];
  const comment = (start: number): Token[] =>
    start < line.text.length
      ? [{ line: at, start, length: line.text.length - start, type: TYPES.indexOf('comment'), modifiers: 0 }]
      : [];
  if (line.kind === 'comment' || line.kind === 'header') return comment(line.remark ?? line.indent);
  const own = wordTokens(line, at, product);
  return line.remark === undefined ? own : [...own, ...comment(line.remark)];
}

/** The tokens of items, kept as long as the item lives: an edit elsewhere leaves them as they are. */
const known = new WeakMap<
  Item,
  { readonly product: ProductId | undefined; readonly tokens: readonly Token[] }
>();

function tokensOf(item: Item, product: ProductId | undefined): readonly Token[] {
  const before = known.get(item);
  if (before?.product === product && before) return before.tokens;
  const tokens = item.lines.flatMap((line, at) => lineTokens(line, at, product));
  known.set(item, { product, tokens });
  return tokens;
}

/** The names that nobody uses, by item, as far as the rules looked at the items that stand there now. */
function unusedNames(snapshot: Snapshot, uri: string): ReadonlyMap<Item, ReadonlySet<string>> {
  const file = (snapshot.earlier ?? snapshot).file(uri);
  const unused = new Map<Item, Set<string>>();
  for (const { rule, place } of file ? analyse(file).findings : []) {
    if (rule.id !== unusedBlock.id) continue;
    const places = unused.get(place.item) ?? new Set<string>();
    unused.set(place.item, places.add(`${place.line} ${place.start}`));
  }
  return unused;
}

const UNUSED = bits(['unused']);

/** The product whose defaults are those of the device. */
function productOf(snapshot: Snapshot, uri: string): ProductId | undefined {
  const device = lastAnalysis(snapshot).devices.find(({ uris }) => uris.includes(uri));
  return documentedProduct(device?.release);
}

function encode(snapshot: Snapshot, { uri, document }: WorkspaceFile, range: Range | undefined): number[] {
  const product = productOf(snapshot, uri);
  const unused = unusedNames(snapshot, uri);
  const data: number[] = [];
  let [lastLine, lastStart] = [0, 0];
  const from = range ? document.itemIndexAt(range.start.line) : 0;
  for (let index = from; index < document.items.length; index++) {
    const item = document.items[index];
    const first = document.startOf(index);
    if (!item || (range && first > range.end.line)) break;
    const places = unused.get(item);
    for (const { line, start, length, type, modifiers } of tokensOf(item, product)) {
      const absolute = first + line;
      if (range && (absolute < range.start.line || absolute > range.end.line)) continue;
      const isUnused = places?.has(`${line} ${start}`) === true;
      data.push(
        absolute - lastLine,
        absolute === lastLine ? start - lastStart : start,
        length,
        type,
        isUnused ? modifiers | UNUSED : modifiers,
      );
      [lastLine, lastStart] = [absolute, start];
    }
  }
  return data;
}

/**
 * What each word of the commands in a file is, in the numbers of the protocol; within a range where one is given. Output of a device has
 * none: its grammar colours it.
 */
export function semanticTokens(snapshot: Snapshot, uri: string, range?: Range): number[] {
  const file = snapshot.file(uri);
  return file ? encode(snapshot, file, range) : [];
}

/** Numbers of one token. */
const SIZE = 5;

/** What has changed between two answers: what lies between the tokens that both begin with and those that both end with. */
export function semanticTokensEdits(
  before: readonly number[],
  after: readonly number[],
): SemanticTokensEdit[] {
  const least = Math.min(before.length, after.length);
  let head = 0;
  while (head < least && before[head] === after[head]) head++;
  head -= head % SIZE;
  let tail = 0;
  while (tail < least - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  tail -= tail % SIZE;
  const deleteCount = before.length - head - tail;
  const data = after.slice(head, after.length - tail);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start: head, deleteCount, data }];
}
