import { commands, operationalCommands, aclViewOf } from '../commands';
import type { OperationalCommand, ViewId } from '../commands/types';
import type { Word } from './line';
import { compileCommand, CommandTable, type CommandMatch, type Continuation, type RatedMatch } from './match';

const tables = new Map<ViewId, CommandTable>();

const operational = new CommandTable(
  operationalCommands.map((command) =>
    compileCommand({ view: 'free', syntax: command.syntax, summary: command.summary, undo: false }),
  ),
);

function build(): void {
  const byView = new Map<ViewId, ReturnType<typeof compileCommand>[]>();
  for (const command of commands) {
    const compiled = compileCommand(command);
    for (const view of [command.view].flat()) {
      const list = byView.get(view);
      if (list) list.push(compiled);
      else byView.set(view, [compiled]);
    }
  }
  for (const [view, compiled] of byView) tables.set(view, new CommandTable(compiled));
}
build();

const nothing = new CommandTable([]);

/** The commands of a view; an empty table for a view whose lines are not judged. */
export function tableOf(view: ViewId): CommandTable {
  return tables.get(view) ?? nothing;
}

interface Reading {
  readonly view: ViewId;
  readonly rated: RatedMatch | undefined;
  /** How the same words read in another view. */
  readonly next: Reading | undefined;
}

/** What was found out about the words of a line: an edit hands the untouched lines of its view in again. */
const readings = new WeakMap<readonly Word[], Reading>();

/** How a line reads in a view; undefined where its first word means nothing there. */
export function matchIn(view: ViewId, words: readonly Word[]): RatedMatch | undefined {
  const known = readings.get(words);
  for (let each = known; each; each = each.next) if (each.view === view) return each.rated;
  const rated = tableOf(view).match(words);
  readings.set(words, { view, rated, next: known });
  return rated;
}

/** How a line reads as a `display`, `reset` or other command that is typed and never saved. */
export function matchOperational(words: readonly Word[]): RatedMatch | undefined {
  return operational.match(words);
}

/** What may stand behind some words of such a command, at a prompt of the user view or of another one. */
export function operationalAfter(words: readonly Word[], where: OperationalCommand['where']): Continuation[] {
  return operational.after(words).filter(({ compiled }) => {
    const typed = operationalCommands[operational.commands.indexOf(compiled)]?.where;
    return typed === 'any view' || typed === where;
  });
}

/** The view that a line opens, as its match says; an ACL's view follows from its number. */
export function viewOpenedBy(match: CommandMatch, words: readonly Word[]): ViewId | undefined {
  const { opens } = match.command;
  if (match.undo || match.status !== 'complete' || opens === undefined) return undefined;
  if (opens !== 'acl-advanced') return opens;
  const number = match.words.findIndex((word) => word.kind === 'argument' && word.argument.name === 'number');
  const text = words[number]?.text ?? '';
  return /^\d+$/.test(text) ? aclViewOf(Number(text)) : opens;
}
