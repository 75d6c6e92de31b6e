import {
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type CompletionItem,
  type CompletionList,
  type Position,
  type Range,
} from 'vscode-languageserver-types';
import type { Device } from '../model/device';
import { startsWithUndo, type Continuation } from '../syntax/match';
import { operationalAfter, tableOf } from '../syntax/views';
import type { Snapshot } from '../workspace/workspace';
import { blocksFor } from './completion/blocks';
import { GROUPS, type Candidate, type Page } from './completion/candidate';
import { keywordsFor } from './completion/keywords';
import { namesAround, type Names } from './completion/names';
import { OtherEnds } from './completion/otherEnd';
import { pageText } from './completion/pages';
import { valuesFor } from './completion/values';
import { cursorAt, type Cursor, type ViewAtCursor } from './cursor';
import { lastDeviceAt } from './lastDevice';

/** What the client can do with what is proposed. */
export interface CompletionOptions {
  readonly snippets: boolean;
  /** It can keep or replace what stands behind the cursor of the word, as its user likes. */
  readonly insertReplace: boolean;
  readonly deprecated: boolean;
  /** It has our blocks as snippets of its own. */
  readonly ownBlocks: boolean;
}

/** No more than this is proposed at once; the rest comes when more of the word is typed. */
const MAX_ITEMS = 1000;

/** What the completion of one position works with. */
interface Work {
  readonly cursor: Cursor;
  readonly device: () => Device;
  readonly names: Names;
  readonly ends: OtherEnds;
  readonly options: CompletionOptions;
}

/** The settings of a view that `undo` can take back are the likely ones behind it. */
function written({ place }: ViewAtCursor): ReadonlySet<unknown> {
  const lines = (place?.block.lines ?? []).map((index) => place?.item.lines[index]?.match);
  return new Set(lines.flatMap((match) => (match && !match.undo ? match.command : [])));
}

function takenBack(nexts: readonly Continuation[], view: ViewAtCursor): Continuation[] {
  const present = written(view);
  return [...nexts].sort(
    (a, b) => Number(present.has(b.compiled.command)) - Number(present.has(a.compiled.command)),
  );
}

/** The rules of an ACL that the other end asks for. */
function wantedRules(nexts: readonly Continuation[], { ends, cursor }: Work): Candidate[] {
  const rest = (text: string): string | undefined => {
    if (cursor.before.length === 0) return `rule ${text}`;
    return nexts.some(
      ({ leaf, before }) => leaf.node === 'keyword' && leaf.word === 'permit' && isRule(before),
    )
      ? text
      : undefined;
  };
  return ends.rules().flatMap((text): Candidate[] => {
    const label = rest(text);
    return label === undefined ? [] : [{ label, kind: 'value', group: 'other-end' }];
  });
}

function isRule([first]: Continuation['before']): boolean {
  return first?.kind === 'keyword' && first.keyword === 'rule';
}

/** What can stand at the cursor as a line of one view. */
function ofView(view: ViewAtCursor, work: Work): Candidate[] {
  const { cursor, device, ends, names } = work;
  const found = tableOf(view.view).after(cursor.before);
  const nexts = startsWithUndo(cursor.before) ? takenBack(found, view) : found;
  const otherEnd = (next: Continuation): string[] => ends.valuesOf(next, view.view);
  const context = { cursor, view, device, names, otherEnd };
  const seen = new Set<unknown>();
  const values = nexts.flatMap((next) => {
    const { leaf } = next;
    if (leaf.node !== 'argument' || seen.has(leaf)) return [];
    seen.add(leaf);
    return valuesFor(next, leaf, context);
  });
  const keywords = keywordsFor(nexts, { device, otherEnd });
  const own = keywords.map((each) => ({
    ...each,
    commits: mayCommit(each, keywords, nexts),
  }));
  const rules = view.view === 'acl-advanced' ? wantedRules(nexts, work) : [];
  return [...rules, ...values, ...own];
}

/**
 * Whether a blank behind a half-typed keyword may complete it: never the first word of a line, as not every command is known, nor where
 * something else can stand, and not where what is typed can be a shorter keyword.
 */
function mayCommit(
  { label }: Candidate,
  keywords: readonly Candidate[],
  nexts: readonly Continuation[],
): boolean {
  if (label.includes(' ')) return false;
  if (nexts.some(({ leaf, before }) => leaf.node === 'argument' || before.length === 0)) return false;
  return keywords.every((each) => each.label === label || !label.startsWith(each.label));
}

function configuration(work: Work): Candidate[] {
  const { cursor, options } = work;
  const candidates: Candidate[] = [];
  for (const [index, view] of cursor.views.entries()) {
    const fromView = ofView(view, work).map((each): Candidate => {
      const inside = view.indentation === '' ? each : indented(each, view.indentation);
      return index === 0 ? inside : { ...inside, group: 'outside' };
    });
    candidates.push(...fromView);
    if (fromView.length > 0 && cursor.before.length === 0 && !startsWithUndo(cursor.before))
      candidates.push(undoWord(view, index === 0));
    if (view.view === 'system' && !view.place && options.snippets && !cursor.prompt)
      candidates.push(...blocksFor(cursor, work.device(), work.names, options.ownBlocks));
  }
  return candidates;
}

function undoWord({ indentation }: ViewAtCursor, isFirst: boolean): Candidate {
  const word: Candidate = { label: 'undo', kind: 'keyword', group: isFirst ? 'undo' : 'outside' };
  return indentation === '' ? word : indented(word, indentation);
}

/** A line that stands further in than the cursor. */
function indented(candidate: Candidate, indentation: string): Candidate {
  const { label, text, snippet } = candidate;
  return {
    ...candidate,
    ...(snippet === undefined ? { text: indentation + (text ?? label) } : { snippet: indentation + snippet }),
  };
}

function typed({ cursor, device }: Work): Candidate[] {
  if (!cursor.prompt) return [];
  const where = cursor.prompt.view === 'user' ? 'user view' : 'system view';
  const found = keywordsFor(operationalAfter(cursor.before, where), {
    device,
    otherEnd: () => [],
    isOperational: true,
  });
  return where === 'user view' ? found : found.map((each) => ({ ...each, group: 'outside' }));
}

const KINDS: Readonly<Record<Candidate['kind'], CompletionItemKind>> = {
  command: CompletionItemKind.Function,
  keyword: CompletionItemKind.Keyword,
  algorithm: CompletionItemKind.EnumMember,
  name: CompletionItemKind.Reference,
  value: CompletionItemKind.Value,
  block: CompletionItemKind.Snippet,
};

/** What the client gives back of an item that its user looks at. */
interface ItemData {
  readonly uri: string;
  readonly position: Position;
  readonly page: Page;
}

function sortText({ group, order }: Candidate, index: number): string {
  const place = String(GROUPS.indexOf(group));
  return `${place}${String(order === undefined ? 5000 : order + 1000).padStart(4, '0')}${String(index).padStart(5, '0')}`;
}

function itemOf(candidate: Candidate, index: number, { cursor, options }: Work): CompletionItem {
  const { label, kind, rest, detail, deprecated, commits, page, snippet } = candidate;
  const { position, word, file } = cursor;
  const { line } = position;
  const newText = snippet ?? candidate.text ?? label;
  const to = (character: number): Range => ({
    start: { line, character: word.start },
    end: { line, character },
  });
  const [insert, replace] = [to(position.character), to(word.end)];
  const data: ItemData | undefined = page && { uri: file.uri, position, page };
  return {
    label,
    kind: KINDS[kind],
    sortText: sortText(candidate, index),
    filterText: cursor.typed.startsWith('"') ? `"${label}` : label,
    textEdit: options.insertReplace ? { newText, insert, replace } : { newText, range: replace },
    ...(rest === undefined ? {} : { labelDetails: { detail: rest } }),
    ...(detail === undefined ? {} : { detail }),
    ...(deprecated && options.deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
    ...(commits ? { commitCharacters: [' '] } : {}),
    ...(snippet === undefined ? {} : { insertTextFormat: InsertTextFormat.Snippet }),
    ...(newText.includes('\n') ? { insertTextMode: InsertTextMode.asIs } : {}),
    ...(data ? { data } : {}),
  };
}

/** What can be written at a position; nothing in what a device printed. */
export function completion(
  snapshot: Snapshot,
  uri: string,
  position: Position,
  options: CompletionOptions,
): CompletionList {
  const cursor = cursorAt(snapshot, uri, position);
  if (!cursor) return { isIncomplete: false, items: [] };
  const device = (): Device => lastDeviceAt(snapshot, cursor.file, cursor.item);
  const names = namesAround(snapshot, cursor.file);
  const work: Work = { cursor, device, names, ends: new OtherEnds(snapshot, cursor), options };
  const seen = new Set<string>();
  const candidates = [...configuration(work), ...typed(work)].filter((each) => {
    if (each.snippet !== undefined && !options.snippets) return false;
    const key = `${each.kind === 'block' ? 'block ' : ''}${each.label}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const prefix = cursor.typed.replace(/^"/, '').toLowerCase();
  const isMuch = candidates.length > MAX_ITEMS;
  const shown = isMuch
    ? candidates.filter(({ label }) => label.toLowerCase().startsWith(prefix)).slice(0, MAX_ITEMS)
    : candidates;
  return { isIncomplete: isMuch, items: shown.map((each, index) => itemOf(each, index, work)) };
}

function isItemData(data: unknown): data is ItemData {
  if (typeof data !== 'object' || data === null) return false;
  const { uri, page, position } = data as Partial<Record<keyof ItemData, unknown>>;
  return (
    typeof uri === 'string' &&
    typeof page === 'object' &&
    page !== null &&
    typeof position === 'object' &&
    position !== null
  );
}

/** An item with its page, which is only made for the one that somebody looks at. */
export function resolveCompletion(snapshot: Snapshot, item: CompletionItem): CompletionItem {
  const data: unknown = item.data;
  if (!isItemData(data)) return item;
  const device = (): Device | undefined => {
    const file = snapshot.file(data.uri);
    const at = file?.document.lineAt(data.position.line);
    return file && at && lastDeviceAt(snapshot, file, at.item);
  };
  const value = pageText(data.page, device);
  return value === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
}
