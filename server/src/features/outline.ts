import { SymbolKind } from 'vscode-languageserver-types';
import { viewName } from '../commands/views';
import type { NameKind, ViewId } from '../commands/types';
import type { NameUse } from '../model/device';
import { printedNames } from '../model/printedNames';
import { textOf } from '../model/value';
import { kindName } from '../rules/kinds';
import type { Block, Item, TreeLine } from '../syntax/tree';
import { analyse } from '../workspace/analysis';
import type { WorkspaceFile } from '../workspace/workspace';
import { secretsIn } from './redact/secretWords';

/** A part of a file: a view, a line that defines something, a command with its answer, an object in an answer. Lines count in the file. */
export interface OutlineNode {
  /** `device`: one of several in a file. */
  readonly kind: 'device' | 'view' | 'line' | 'command' | 'object';
  readonly symbol: SymbolKind;
  readonly name: string;
  readonly detail?: string;
  /** First and last line. */
  readonly start: number;
  readonly end: number;
  /** The line that names it, where that is not the first. */
  readonly line?: number;
  /** The characters of that line which name it. */
  readonly from: number;
  readonly to: number;
  readonly children: readonly OutlineNode[];
}

/** How kinds of named objects show in an outline. */
export const SYMBOLS: Readonly<Record<NameKind, SymbolKind>> = {
  'ike-proposal': SymbolKind.Struct,
  'ike-peer': SymbolKind.Class,
  'ike-user-table': SymbolKind.Array,
  'ike-user': SymbolKind.Object,
  'ipsec-proposal': SymbolKind.Struct,
  'ipsec-policy': SymbolKind.Function,
  'ipsec-policy-template': SymbolKind.Function,
  'ipsec-profile': SymbolKind.Function,
  'ipsec-efficient-vpn': SymbolKind.Function,
  acl: SymbolKind.Array,
  interface: SymbolKind.Interface,
  'vpn-instance': SymbolKind.Namespace,
  'ip-pool': SymbolKind.Array,
  'aaa-domain': SymbolKind.Package,
  'service-scheme': SymbolKind.Object,
  'pki-domain': SymbolKind.Key,
  'pki-entity': SymbolKind.Key,
  'pki-realm': SymbolKind.Key,
  'address-set': SymbolKind.Array,
  nqa: SymbolKind.Event,
  'bfd-session': SymbolKind.Event,
  'time-range': SymbolKind.Constant,
  'smart-link-profile': SymbolKind.Object,
};

/** The commands that tell the most of a view. None of them takes a key. */
const TELLING: Partial<Record<ViewId, readonly string[]>> = {
  'ike-peer': ['remote-address'],
  'ike-proposal': ['encryption-algorithm', 'dh'],
  'ipsec-proposal': ['esp encryption-algorithm'],
  'ipsec-policy-isakmp': ['ike-peer', 'security acl'],
  'ipsec-policy-template': ['ike-peer'],
  'ipsec-profile': ['ike-peer'],
  interface: ['ip address', 'ipsec policy', 'ipsec profile'],
};

/** No name of a node is longer than this. */
const LONGEST = 80;

/** A line as it may be shown: without what stands from a key on. */
function shownCommand(line: TreeLine): string {
  const secret = Math.min(...secretsIn(line).map(({ start }) => start));
  const words = line.words.filter(({ end }) => end <= secret);
  const text = words.map((word) => word.text).join(' ');
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** A node whose lines count within its item. */
type Relative = OutlineNode;

function keywordsOf({ match }: TreeLine): string {
  return (match?.words ?? []).flatMap((word) => (word.kind === 'keyword' ? word.keyword : [])).join(' ');
}

function detailOf(item: Item, block: Block): string | undefined {
  const telling = TELLING[block.view];
  if (!telling) return undefined;
  const lines = block.lines.flatMap((at) => item.lines[at] ?? []);
  const found = telling.flatMap((command) => {
    const line = lines.find((each) => !each.match?.undo && `${keywordsOf(each)} `.startsWith(`${command} `));
    if (!line) return [];
    const behind = line.words.slice(command.split(' ').length);
    return behind.length > 0 ? [behind.map(({ text }) => text).join(' ')] : [];
  });
  return found.length > 0 ? found.join(' · ').slice(0, LONGEST) : undefined;
}

/** The kind of name that a line defines. */
function definedKind({ match }: TreeLine): NameKind | undefined {
  if (!match || match.undo) return undefined;
  for (const word of match.words) {
    if (word.kind !== 'argument') continue;
    if (word.argument.type === 'new') return word.argument.kind;
  }
  return match.command.opens === 'interface' ? 'interface' : undefined;
}

/** The last line of a block that is more than a mark or a blank. */
function lastOf(item: Item, { start, end }: Block): number {
  let last = Math.min(end, item.lines.length) - 1;
  while (last > start && !isContent(item.lines[last])) last--;
  return last;
}

function isContent(line: TreeLine | undefined): boolean {
  return line !== undefined && line.text.trim() !== '' && line.kind !== 'separator';
}

function viewNode(item: Item, block: Block): Relative[] {
  const children = block.blocks.flatMap((inner) => viewNode(item, inner));
  const line = item.lines[block.opener ?? block.start];
  if (!line) return children;
  const base = { kind: 'view' as const, start: block.start, end: lastOf(item, block), children };
  const detail = detailOf(item, block);
  const more = detail === undefined ? {} : { detail };
  if (block.opener === undefined) {
    // A prompt of a view that the capture does not show opened counts where something is set in it.
    if (!line.prompt || !block.lines.some((at) => item.lines[at]?.match)) return children;
    const name = `${viewName(block.view)} ${block.promptName ?? ''}`.trim();
    const place = { from: line.prompt.start, to: line.prompt.end };
    return [{ ...base, ...more, symbol: SymbolKind.Object, name, ...place }];
  }
  const kind = definedKind(line);
  const symbol = kind ? SYMBOLS[kind] : SymbolKind.Namespace;
  return [{ ...base, ...more, symbol, name: shownCommand(line) || viewName(block.view), ...spanOf(line) }];
}

/** The characters of a command. */
function spanOf({ words, indent, text }: TreeLine): { from: number; to: number } {
  return { from: words[0]?.start ?? indent, to: words.at(-1)?.end ?? text.length };
}

/** A line outside of all views that names something: the device itself, or an object without a view of its own. */
function lineNode(line: TreeLine, at: number): Relative[] {
  const kind = definedKind(line);
  const isSysname = line.view === 'system' && !line.match?.undo && keywordsOf(line).startsWith('sysname');
  if (kind === undefined && !isSysname) return [];
  const symbol = kind ? SYMBOLS[kind] : SymbolKind.Module;
  const span = spanOf(line);
  return [{ kind: 'line', symbol, name: shownCommand(line), start: at, end: at, ...span, children: [] }];
}

/** What an item has for the outline of its file. */
interface ItemOutline {
  readonly views: readonly Relative[];
  /** The commands that were typed, with whether anything stands behind each in the item. */
  readonly typed: readonly { readonly node: Relative; readonly isAnswered: boolean }[];
  /** Something stands before the first of them, or there is none. */
  readonly leads: boolean;
  /** The last line that is more than a blank one; -1 where there is none. */
  readonly last: number;
}

const outlines = new WeakMap<Item, ItemOutline>();

function outlineOfItem(item: Item): ItemOutline {
  const known = outlines.get(item);
  if (known) return known;
  const views = item.block
    ? viewNode(item, item.block)
    : item.lines.flatMap((line, at) => (line.role === 'output' ? [] : lineNode(line, at)));
  const typed: { node: Relative; isAnswered: boolean }[] = [];
  let leads = false;
  let last = -1;
  for (const [at, line] of item.lines.entries()) {
    if (!isContent(line)) continue;
    last = at;
    if (line.role === 'typed') {
      const name = line.words.length > 0 ? shownCommand(line) : '';
      const detail = line.prompt ? { detail: line.prompt.device } : {};
      const base = { kind: 'command', symbol: SymbolKind.Event, start: at, end: at, children: [] } as const;
      if (name !== '') typed.push({ node: { ...base, name, ...detail, ...spanOf(line) }, isAnswered: false });
    } else {
      const before = typed.at(-1);
      if (before) before.isAnswered = true;
      else leads = true;
    }
  }
  const outline = { views, typed, leads, last };
  outlines.set(item, outline);
  return outline;
}

function shifted(node: Relative, by: number): OutlineNode {
  return {
    ...node,
    start: node.start + by,
    end: node.end + by,
    children: node.children.map((child) => shifted(child, by)),
  };
}

/** A node of a capture under construction. */
interface Open extends Omit<OutlineNode, 'end' | 'children'> {
  end: number;
  readonly children: Open[];
}

/** Puts nodes into one another by their lines; what begins inside another and reaches further takes that one along. */
function nested(all: readonly Open[]): OutlineNode[] {
  const roots: Open[] = [];
  const stack: Open[] = [];
  for (const node of [...all].sort((a, b) => a.start - b.start || b.end - a.end)) {
    while (stack.length > 0 && (stack.at(-1)?.end ?? -1) < node.start) stack.pop();
    (stack.at(-1)?.children ?? roots).push(node);
    for (const each of stack) each.end = Math.max(each.end, node.end);
    stack.push(node);
  }
  return roots;
}

function flat(node: OutlineNode): Open[] {
  return [{ ...node, children: [] }, ...node.children.flatMap(flat)];
}

/** The commands of a capture that were answered, each up to where its answer ends. */
function commandsOf({ document }: WorkspaceFile): Open[] {
  const commands: Open[] = [];
  let current: { readonly node: Open; isAnswered: boolean } | undefined;
  const close = (): void => {
    if (current?.isAnswered) commands.push(current.node);
    current = undefined;
  };
  for (const [index, item] of document.items.entries()) {
    const first = document.startOf(index);
    const { typed, leads, last } = outlineOfItem(item);
    if (current && leads) {
      current.isAnswered = true;
      current.node.end = first + (typed[0] ? lastBefore(item, typed[0].node.start) : last);
    }
    for (const [at, { node, isAnswered }] of typed.entries()) {
      close();
      const next = typed[at + 1];
      const end = first + (next ? lastBefore(item, next.node.start) : last);
      current = { node: { ...shifted(node, first), end, children: [] }, isAnswered };
    }
    // A prompt ends the answer, also where nothing is typed behind it.
    if (typed.length === 0 && item.lines[0]?.prompt) close();
  }
  close();
  return commands;
}

/** The last line before another that is more than a blank one. */
function lastBefore(item: Item, line: number): number {
  let last = line - 1;
  while (last > 0 && !isContent(item.lines[last])) last--;
  return last;
}

/** The objects that answers show, each up to the next one or to the end of the answer. */
function objectsOf({ document, uri }: WorkspaceFile, commands: readonly Open[]): Open[] {
  const heads = printedNames(uri, document.items)
    .filter(({ role }) => role === 'definition')
    .map((use) => ({ use, line: document.startOfItem(use.place.item) + use.place.line }))
    .sort((a, b) => a.line - b.line);
  let command = 0;
  return heads.map(({ use, line }, at): Open => {
    while ((commands[command + 1]?.start ?? Infinity) <= line) command++;
    const own = commands[command];
    const answerEnd = own && own.start <= line && line <= own.end ? own.end : line;
    const next = heads[at + 1]?.line ?? Infinity;
    return {
      ...objectNode(use),
      start: line,
      end: Math.max(line, Math.min(answerEnd, next - 1)),
      children: [],
    };
  });
}

function objectNode(use: NameUse): Pick<OutlineNode, 'kind' | 'symbol' | 'name' | 'from' | 'to'> {
  const { kind, place } = use;
  const name = `${kindName(kind)} ${textOf(place)}`;
  return { kind: 'object', symbol: SYMBOLS[kind], name, from: place.start, to: place.end };
}

function outlineOfCapture(file: WorkspaceFile): OutlineNode[] {
  const { document } = file;
  const views = document.items.flatMap((item, index) =>
    outlineOfItem(item).views.flatMap((node) => flat(shifted(node, document.startOf(index)))),
  );
  const opened = new Set(views.map(({ start }) => start));
  const commands = commandsOf(file);
  return nested([
    ...views,
    ...commands.filter(({ start }) => !opened.has(start)),
    ...objectsOf(file, commands),
  ]);
}

function outlineOfConfiguration(file: WorkspaceFile): OutlineNode[] {
  const { document } = file;
  const nodesOf = (item: Item): OutlineNode[] =>
    outlineOfItem(item).views.map((node) => shifted(node, document.startOfItem(item)));
  const { devices } = analyse(file);
  if (devices.length < 2) return document.items.flatMap(nodesOf);
  return devices.flatMap(({ name, items }): OutlineNode[] => {
    const [first, last] = [items[0], items.at(-1)];
    const children = items.flatMap(nodesOf);
    if (!first || !last) return children;
    const start = document.startOfItem(first);
    const end = document.startOfItem(last) + last.lines.length - 1;
    const head = children.find(({ symbol }) => symbol === SymbolKind.Module);
    const line = head?.start ?? start;
    const to = document.lineAt(line)?.line.text.length ?? 0;
    return [{ kind: 'device', symbol: SymbolKind.Module, name, start, end, line, from: 0, to, children }];
  });
}

const known = new WeakMap<WorkspaceFile, readonly OutlineNode[]>();

/** The parts of a file as a tree, in the order in which they stand. Worked out once for each state of the file. */
export function outlineOf(file: WorkspaceFile): readonly OutlineNode[] {
  let outline = known.get(file);
  if (!outline) {
    const isCapture = file.document.language === 'huawei-vrp-output';
    outline = isCapture ? outlineOfCapture(file) : outlineOfConfiguration(file);
    known.set(file, outline);
  }
  return outline;
}
