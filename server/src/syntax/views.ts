import { commands, operationalCommands, aclViewOf } from '../commands';
import type { ViewId } from '../commands/types';
import type { Word } from './line';
import { compileCommand, CommandTable, type CommandMatch, type RatedMatch } from './match';

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

/** How a line reads in a view; undefined where its first word means nothing there. */
export function matchIn(view: ViewId, words: readonly Word[]): RatedMatch | undefined {
  return tableOf(view).match(words);
}

/** How a line reads as a `display`, `reset` or other command that is typed and never saved. */
export function matchOperational(words: readonly Word[]): RatedMatch | undefined {
  return operational.match(words);
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
