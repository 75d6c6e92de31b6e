import {
  MarkupKind,
  type ParameterInformation,
  type Position,
  type SignatureHelp,
  type SignatureInformation,
} from 'vscode-languageserver-types';
import type { Argument, Format, Keyword } from '../commands/notation';
import { printFormat } from '../commands/readable';
import { labelled, localize } from '../l10n';
import type { Continuation } from '../syntax/match';
import { operationalAfter, tableOf } from '../syntax/views';
import type { Snapshot } from '../workspace/workspace';
import { argumentText } from './completion/pages';
import { cursorAt, type Cursor } from './cursor';
import { code, paragraphs } from './hover/markdown';

/** A command with no more parts than this explains itself, unless somebody asks. */
const SHORT = 3;

/** More commands that begin alike are not shown. */
const MAX_SIGNATURES = 8;

interface Parameter {
  readonly start: number;
  readonly end: number;
  readonly leaves: ReadonlySet<Format>;
  readonly arguments: readonly Argument[];
  readonly keywords: readonly Keyword[];
}

/** The parts of a format: each argument, each keyword, and alternatives of single keywords as one. */
function parametersOf(format: Format): Parameter[] {
  const { leaves, groups } = printFormat(format);
  const parameters: Parameter[] = groups.map(({ leaves: inside, start, end }) => {
    const keywords = [...inside].filter((leaf) => leaf.node === 'keyword');
    return { start, end, leaves: inside, arguments: [], keywords };
  });
  const grouped = new Set(groups.flatMap(({ leaves: inside }) => [...inside]));
  for (const { leaf, start, end } of leaves) {
    if (grouped.has(leaf)) continue;
    const own =
      leaf.node === 'argument' ? { arguments: [leaf], keywords: [] } : { arguments: [], keywords: [leaf] };
    parameters.push({ start, end, leaves: new Set<Format>([leaf]), ...own });
  }
  return parameters.sort((a, b) => a.start - b.start);
}

function parameterInformation(
  { compiled }: Continuation,
  { start, end, arguments: args, keywords }: Parameter,
): ParameterInformation {
  const { command } = compiled;
  const said = [
    ...args.map((argument) => argumentText(command, argument)),
    ...keywords.map(({ word }) => {
      const meaning = command.keywords?.[word];
      return meaning && labelled(code(word), localize(meaning));
    }),
  ].filter((text) => text !== undefined);
  return {
    label: [start, end],
    ...(said.length > 0 ? { documentation: { kind: MarkupKind.Markdown, value: paragraphs(...said) } } : {}),
  };
}

/** Which of the parts that may stand at the cursor is meant: one that what is typed can become, else the first argument, else the first. */
function meant(nexts: readonly Continuation[], typed: string): Continuation | undefined {
  const lower = typed.toLowerCase();
  const fitting =
    lower === ''
      ? undefined
      : nexts.find(({ leaf }) => leaf.node === 'keyword' && leaf.word.toLowerCase().startsWith(lower));
  const fresh = nexts.filter(({ again }) => !again);
  return fitting ?? fresh.find(({ leaf }) => leaf.node === 'argument') ?? fresh[0] ?? nexts[0];
}

function signatureOf(nexts: readonly Continuation[], typed: string): SignatureInformation | undefined {
  const next = meant(nexts, typed);
  if (!next) return undefined;
  const { compiled, undo } = next;
  const format = (undo ? compiled.undoFormat : undefined) ?? compiled.format;
  const prefix = undo ? 'undo ' : '';
  const { text } = printFormat(format);
  const parameters = parametersOf(format);
  const active = parameters.findIndex(({ leaves }) => leaves.has(next.leaf));
  const { summary } = compiled.command;
  const moved = parameters.map((each) => ({
    ...each,
    start: each.start + prefix.length,
    end: each.end + prefix.length,
  }));
  return {
    label: prefix + text,
    ...(summary ? { documentation: { kind: MarkupKind.Markdown, value: localize(summary) } } : {}),
    parameters: moved.map((each) => parameterInformation(next, each)),
    ...(active >= 0 ? { activeParameter: active } : {}),
  };
}

function continuations(cursor: Cursor): Continuation[] {
  const { before, prompt, views } = cursor;
  const where = prompt?.view === 'user' ? 'user view' : 'system view';
  for (const { view } of views) {
    const found = tableOf(view).after(before);
    if (found.length > 0) return found;
  }
  return prompt ? operationalAfter(before, where) : [];
}

/**
 * The formats of the command at a position, with the part that stands or may stand there. `asked`: somebody wants to see it even of a short
 * command. Undefined where no word of a command stands before the cursor, and in what a device printed.
 */
export function signatureHelp(
  snapshot: Snapshot,
  uri: string,
  position: Position,
  asked: boolean,
): SignatureHelp | undefined {
  const cursor = cursorAt(snapshot, uri, position);
  if (!cursor || cursor.before.length === 0) return undefined;
  const byCommand = new Map<unknown, Continuation[]>();
  for (const next of continuations(cursor)) {
    if (next.before.length === 0) continue;
    const known = byCommand.get(next.compiled);
    if (known) known.push(next);
    else byCommand.set(next.compiled, [next]);
  }
  const signatures = [...byCommand.values()]
    .flatMap((nexts) => signatureOf(nexts, cursor.typed) ?? [])
    .filter(({ parameters = [] }) => asked || parameters.length > SHORT)
    .slice(0, MAX_SIGNATURES);
  const [first] = signatures;
  if (!first) return undefined;
  return {
    signatures,
    activeSignature: 0,
    ...(first.activeParameter === undefined ? {} : { activeParameter: first.activeParameter }),
  };
}
