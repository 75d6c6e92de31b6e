import type { Document } from '../syntax/document';
import type { Word } from '../syntax/line';
import { startsWithUndo } from '../syntax/match';
import { matchIn } from '../syntax/views';
import type { Block, Item, TreeLine } from '../syntax/tree';
import { changesOf } from './edits';
import type { Edit } from './rule';
import { aclOpener } from './typing';
import { commandOf, isAdded, isSecret, textOf, undoOf, type Command } from './undoForms';

/** Command lines of one view. */
export interface ViewCommands {
  /** The commands that open the view, from the system view on; none for the system view itself. */
  readonly views: readonly string[];
  readonly lines: readonly string[];
}

/** A view of a device as some items of a file have it. */
interface View {
  /** The commands that open it; undefined where a prompt alone shows it and they are not known. */
  readonly views: readonly string[] | undefined;
  /** The line that opens it; undefined for the system view and where a prompt alone says which view it is. */
  readonly opener: TreeLine | undefined;
  /** Where the opener stands. */
  readonly parent: readonly string[];
  readonly lines: TreeLine[];
}

/**
 * What stands for a key in a script: no key leaves its file. It is more than one word, as every placeholder is: a device refuses the line
 * of a script that is pasted as it stands, where `<key>` would be a key.
 */
export const KEY_PLACEHOLDER = '<type the key>';

/** What stands for a value that only a person knows. */
const placeholderLike = (example: string): string => `<such as ${example}>`;

/** The placeholders in a line of a script, those for keys and those for other values. */
export function placeholdersIn(line: string): { readonly keys: string[]; readonly values: string[] } {
  const all = line.match(/<(?:type the key|such as [^<>]*)>/g) ?? [];
  return {
    keys: all.filter((each) => each === KEY_PLACEHOLDER),
    values: all.filter((each) => each !== KEY_PLACEHOLDER),
  };
}

function shown(command: Command): string {
  return command.words
    .map(({ text }, at) => (isSecret(command.match.words[at]) ? KEY_PLACEHOLDER : text))
    .join(' ');
}

/** What sets again what an `undo` line had taken back; undefined where that needs a value. */
function redone(words: readonly Word[], view: TreeLine['view']): Command | undefined {
  const rest = words.slice(1);
  const rated = matchIn(view, rest);
  return rated && commandOf({ words: rest, match: rated.match });
}

/** How a view is known: by what its opener defines, so that `ipsec policy map1 10` enters what `ipsec policy map1 10 isakmp` made. */
function keyOf(parent: readonly string[], { words, match }: TreeLine): string {
  if (match?.status !== 'complete' || match.command.opens === undefined)
    return [...parent, textOf(words)].join('\n');
  const names = match.words.flatMap((word, at) =>
    word.kind === 'argument' && word.argument.type !== 'text' ? (words[at]?.text ?? '') : [],
  );
  const [first] = match.command.syntax.split(/ \[| </);
  return [...parent, `${first ?? ''} ${names.join(' ')}`].join('\n');
}

/** The command that opens a view of which a prompt tells the name. */
function openerByPrompt(view: TreeLine['view'], name: string): string | undefined {
  const entry = /^(.+)-(\d+)$/.exec(name);
  const [, group = '', sequence = ''] = entry ?? [];
  switch (view) {
    case 'ike-proposal':
    case 'ike-peer':
    case 'ipsec-proposal':
    case 'ipsec-profile':
      return `${view.replace('-', ' ')} ${name}`;
    case 'ipsec-policy-isakmp':
      return entry ? `ipsec policy ${group} ${sequence} isakmp` : undefined;
    case 'ipsec-policy-manual':
      return entry ? `ipsec policy ${group} ${sequence} manual` : undefined;
    case 'ipsec-policy-template':
      return entry ? `ipsec policy-template ${group} ${sequence}` : undefined;
    case 'interface':
      return name === '' ? undefined : `interface ${name}`;
    case 'acl-advanced':
    case 'acl-basic':
      return /^\d+$/.test(name) ? aclOpener({ family: 4, number: Number(name), name }) : undefined;
    default:
      return undefined;
  }
}

/** Lines that a script has of its own. */
const OF_SCRIPTS = /^(?:quit|return|commit|system-view|sys)$/i;

const isCommand = ({ kind, role, words }: TreeLine): boolean =>
  kind === 'command' && role !== 'output' && !(words.length === 1 && OF_SCRIPTS.test(words[0]?.text ?? ''));

/** The views of an item. */
function viewsOf(item: Item): ReadonlyMap<string, View> {
  const views = new Map<string, View>();
  const viewAt = (key: string, view: Omit<View, 'lines'>): View => {
    const known = views.get(key) ?? { ...view, lines: [] };
    views.set(key, known);
    return known;
  };
  const system = (): View => viewAt('', { views: [], opener: undefined, parent: [] });
  const walk = (block: Block, parent: readonly string[]): void => {
    const opener = block.opener === undefined ? undefined : item.lines[block.opener];
    const name = block.promptName ?? item.lines[block.start]?.prompt?.name ?? '';
    const text = opener ? textOf(opener.words) : openerByPrompt(block.view, name);
    const key = opener ? keyOf(parent, opener) : (text ?? `${block.view}\n${name}`);
    const path = text === undefined ? undefined : [...parent, text];
    const view = viewAt(key, { views: path, opener, parent });
    const inner = new Set(block.blocks.map((each) => each.opener));
    for (const at of block.lines) {
      const line = item.lines[at];
      if (line && isCommand(line) && !inner.has(at)) view.lines.push(line);
    }
    for (const each of block.blocks) walk(each, path ?? []);
  };
  if (item.block) walk(item.block, []);
  else for (const line of item.lines) if (isCommand(line)) system().lines.push(line);
  return views;
}

const known = new WeakMap<Item, ReadonlyMap<string, View>>();

function cachedViewsOf(item: Item): ReadonlyMap<string, View> {
  let views = known.get(item);
  if (views === undefined) {
    views = viewsOf(item);
    known.set(item, views);
  }
  return views;
}

/** The lines of a text before and after a change that are in the one and not in the other. */
function without(lines: readonly TreeLine[], others: readonly TreeLine[]): TreeLine[] {
  const counts = new Map<string, number>();
  for (const { words } of others) counts.set(textOf(words), (counts.get(textOf(words)) ?? 0) + 1);
  return lines.filter(({ words }) => {
    const count = counts.get(textOf(words)) ?? 0;
    if (count > 0) counts.set(textOf(words), count - 1);
    return count === 0;
  });
}

/** What takes a line of a view back that is there no more; nothing where another line does so, undefined where nothing can. */
function takenBack(line: TreeLine, left: readonly TreeLine[]): string[] | undefined {
  const command = commandOf(line);
  // A device has refused what it does not understand.
  if (!command) return [];
  const { match, words } = command;
  const others = left.flatMap((each) => commandOf(each) ?? []);
  if (!isAdded(command) && others.some((each) => each.match.command === match.command)) return [];
  if (startsWithUndo(words)) {
    const again = redone(words, line.view);
    return again && [shown(again)];
  }
  const undo = undoOf(command, line.view);
  return undo === undefined ? undefined : [undo];
}

/** Whether a line takes effect wherever in its view it is typed: a rule without a number only as the last one. */
function canBeTyped(line: TreeLine, lines: readonly TreeLine[]): boolean {
  const isUnnumbered = line.words[0]?.text === 'rule' && !/^\d+$/.test(line.words[1]?.text ?? '');
  return line.view.startsWith('acl-') && isUnnumbered ? lines.at(-1) === line : true;
}

/** The lines that bring a view from one state to another; undefined where they are not known. */
function linesBetween(before: readonly TreeLine[], after: readonly TreeLine[]): string[] | undefined {
  const added = without(after, before);
  const removed = without(before, after);
  const lines: string[] = [];
  for (const line of removed) {
    const back = takenBack(line, after);
    if (!back) return undefined;
    lines.push(...back);
  }
  for (const line of added) {
    const command = commandOf(line);
    if (!command || !canBeTyped(line, after)) return undefined;
    lines.push(shown(command));
  }
  return lines;
}

/** The first word of what an item is about, by which the others that can be about the same are found. */
function subjectOf({ lines: [line] }: Item): string {
  const words = line?.words ?? [];
  return words[startsWithUndo(words) ? 1 : 0]?.text.toLowerCase() ?? '';
}

/** What a file says before or after a change, of the views that the change is about. */
class State {
  private readonly items: readonly Item[];

  constructor(
    { language, items }: Document,
    /** The items that the change has made or taken away. */
    readonly own: readonly Item[],
    changed: readonly Item[],
  ) {
    const subjects = new Set(changed.map(subjectOf));
    // In a capture an item can begin with anything.
    this.items = language === 'huawei-vrp' ? items.filter((item) => subjects.has(subjectOf(item))) : items;
  }

  /** All that is said of a view: it can be entered several times. */
  linesOf(key: string): TreeLine[] {
    return this.items.flatMap((item) => cachedViewsOf(item).get(key)?.lines ?? []);
  }

  has(key: string): boolean {
    return key === '' || this.items.some((item) => cachedViewsOf(item).has(key));
  }

  /** The views of the own items. */
  get views(): Map<string, View> {
    return new Map(this.own.flatMap((item) => [...cachedViewsOf(item)]));
  }
}

/** The states of a file before and after a change. */
function statesOf(before: Document, after: Document): readonly [State, State] {
  const [old, fresh] = [before.items, after.items];
  const most = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < most && old[head] === fresh[head]) head++;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]) tail++;
  const gone = old.slice(head, old.length - tail);
  const come = fresh.slice(head, fresh.length - tail);
  const changed = [...gone, ...come];
  return [new State(before, gone, changed), new State(after, come, changed)];
}

/** The words of edits that only stand for what a person has to fill in. */
function examplesIn(edits: readonly Edit[]): ReadonlySet<string> {
  const examples = edits.flatMap(({ snippet = '' }) => [...snippet.matchAll(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g)]);
  return new Set(examples.flatMap(([, text = '']) => text.replaceAll(/\\(.)/g, '$1').split(' ')));
}

/** A line in which no device takes an example for a value: `remote-address <such as 192.0.2.1>`. */
function withExamplesMarked(line: string, examples: ReadonlySet<string>): string {
  return line
    .split(' ')
    .map((word) => (examples.has(word) && !/[<>]/.test(word) ? placeholderLike(word) : word))
    .join(' ');
}

const withWords = (line: TreeLine | undefined): string => (line ? textOf(line.words) : '');

/**
 * The commands that do on a device what edits do in its file, view by view; keys and examples have a placeholder in their place. Empty where the device
 * has nothing to do; undefined where the commands are not known.
 */
export function commandsOfEdits(document: Document, edits: readonly Edit[]): ViewCommands[] | undefined {
  // What a device printed is no configuration, and nothing can be made of a change of it.
  if (edits.some(({ item, start }) => item.lines[start.line]?.role === 'output')) return undefined;
  const changed = changesOf(edits, document).reduce((text, change) => text.edit(change), document);
  const [before, after] = statesOf(document, changed);
  const [gone, come] = [before.views, after.views];
  const commands: ViewCommands[] = [];
  const removals: ViewCommands[] = [];
  for (const key of new Set([...come.keys(), ...gone.keys()])) {
    const [old, now] = [gone.get(key), come.get(key)];
    if (old && !after.has(key)) {
      const { opener } = old;
      const command = opener && commandOf(opener);
      const undo = command && undoOf(command, opener.view);
      if (undo === undefined) return undefined;
      removals.unshift({ views: old.parent, lines: [undo] });
      continue;
    }
    // An object that is made anew under another kind, as `ike peer b v1` to `v2`, takes more than a line.
    if (old && now && withWords(old.opener) !== withWords(now.opener)) return undefined;
    const lines = linesBetween(before.linesOf(key), after.linesOf(key));
    if (!lines) return undefined;
    if (lines.length === 0 && before.has(key)) continue;
    const { views: path } = now ?? old ?? {};
    if (!path) return undefined;
    commands.push({ views: path, lines });
  }
  const examples = examplesIn(edits);
  return [...commands, ...removals].map(({ views, lines }) => ({
    views,
    lines: lines.map((line) => withExamplesMarked(line, examples)),
  }));
}
