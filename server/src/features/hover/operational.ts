import * as l10n from '@vscode/l10n';
import {
  causes,
  displayFields,
  type CauseDefinition,
  type FieldDefinition,
  type StepCommand,
} from '../../causes';
import { readableFormat } from '../../commands/readable';
import type { OperationalCommand } from '../../commands/types';
import { localize } from '../../l10n';
import { splitWords } from '../../syntax/line';
import { matchOperational } from '../../syntax/views';
import { code, codeBlock, list, paragraphs, series, sourceLine } from './markdown';

/** What stands for a value to fill in, by which a command is still read as itself. */
const VALUES: readonly (readonly [RegExp, string])[] = [
  [/<[^>]*address[^>]*>/g, '192.0.2.1'],
  [/<[^>]*interface[^>]*>/g, 'GigabitEthernet0/0/0'],
  [/<[^>]*>/g, '1'],
];

/** The format that a command of a step or of a field is typed in; undefined for one that is not known. */
function syntaxOf(command: string): string | undefined {
  const typed = VALUES.reduce((text, [pattern, value]) => text.replace(pattern, value), command);
  return matchOperational(splitWords(typed, 0).words)?.match.command.syntax;
}

/** A cause that a command helps to decide, with what of its output is looked at. */
interface Deciding {
  readonly cause: CauseDefinition;
  readonly fields: readonly string[];
}

function group<T>(pairs: readonly (readonly [string | undefined, T])[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const [key, value] of pairs) {
    if (key === undefined) continue;
    const known = groups.get(key);
    if (known) known.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

/** Every command that a cause tells to run. */
function commandsOf({ steps }: CauseDefinition): StepCommand[] {
  return steps.flatMap(({ commands, branches }) => [
    ...(commands ?? []),
    ...branches.flatMap((branch) => branch.commands ?? []),
  ]);
}

function decidingOf(cause: CauseDefinition): (readonly [string, Deciding])[] {
  const bySyntax = group(
    commandsOf(cause).map((each) => [syntaxOf(each.command), each.fields ?? []] as const),
  );
  return [...bySyntax].map(
    ([syntax, fields]) => [syntax, { cause, fields: [...new Set(fields.flat())] }] as const,
  );
}

let decides: ReadonlyMap<string, readonly Deciding[]> | undefined;
let shown: ReadonlyMap<string, readonly FieldDefinition[]> | undefined;

/** The causes that a command helps to decide. Worked out when somebody first asks. */
function causesOf({ syntax }: OperationalCommand): readonly Deciding[] {
  decides ??= group(causes.flatMap(decidingOf));
  return decides.get(syntax) ?? [];
}

/** The names of the causes that a command helps to decide. */
export function decidedBy(command: OperationalCommand): string[] {
  return causesOf(command).map(({ cause }) => cause.name);
}

/** The labels and columns of what a command prints, as far as they are known. */
function fieldsOf({ syntax }: OperationalCommand): readonly FieldDefinition[] {
  shown ??= group(
    displayFields.flatMap((field) =>
      (field.commands ?? []).map((command) => [syntaxOf(command), field] as const),
    ),
  );
  return [...new Set(shown.get(syntax))];
}

/** More of either are only counted: the page is read beside the line. */
const MAX_LISTED = 12;

function listed(items: readonly string[]): string {
  const more = items.length - MAX_LISTED;
  return list([...items.slice(0, MAX_LISTED), ...(more > 0 ? [l10n.t('… and {0} more', more)] : [])]);
}

function whereText(where: OperationalCommand['where']): string {
  switch (where) {
    case 'any view':
      return l10n.t('Typed in any view');
    case 'user view':
      return l10n.t('Typed in the user view');
    case 'system view':
      return l10n.t('Typed in the system view');
  }
}

/** The page of a command that is typed and never saved: what it shows, and which causes it helps to decide. */
export function operationalPage(command: OperationalCommand): string {
  const fields = fieldsOf(command).map(({ name, about }) => `${code(name)}: ${localize(about)}`);
  const deciding = causesOf(command).map(({ cause, fields: looked }) =>
    looked.length === 0
      ? code(cause.name)
      : l10n.t('{0}: look at {1}', code(cause.name), series(looked.map(code))),
  );
  return paragraphs(
    codeBlock(readableFormat(command.syntax)),
    localize(command.summary),
    whereText(command.where),
    fields.length > 0 && `${l10n.t('Its answer has:')}\n\n${listed(fields)}`,
    deciding.length > 0 && `${l10n.t('Helps to decide:')}\n\n${listed(deciding)}`,
    command.sources && command.sources.length > 0 && sourceLine(command.sources),
  );
}
