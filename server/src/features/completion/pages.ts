import * as l10n from '@vscode/l10n';
import { commands, operationalCommands } from '../../commands';
import { algorithmById, type AlgorithmKind } from '../../commands/algorithms';
import type { CommandDefinition } from '../../commands/types';
import { localize } from '../../l10n';
import type { Device } from '../../model/device';
import { parseFormat, type Argument, type Format } from '../../commands/notation';
import { argumentName } from '../../commands/readable';
import { algorithmPage, argumentRange, commandPage } from '../hover/command';
import { code, paragraphs } from '../hover/markdown';
import { operationalPage } from '../hover/operational';
import { objectPage } from '../hover/object';
import type { Page } from './candidate';

function findArgument(format: Format, name: string): Argument | undefined {
  switch (format.node) {
    case 'argument':
      return format.name === name ? format : undefined;
    case 'keyword':
      return undefined;
    case 'sequence':
    case 'choice':
      for (const item of format.items) {
        const found = findArgument(item, name);
        if (found) return found;
      }
      return undefined;
    case 'optional':
    case 'repeat':
      return findArgument(format.item, name);
  }
}

/** What an argument is, with its range and unit; undefined where nothing is known of it. */
export function argumentText(command: CommandDefinition, argument: Argument): string | undefined {
  const doc = command.arguments?.[argument.name];
  const range = argumentRange(argument, doc?.unit);
  if (!doc && range === undefined) return undefined;
  return [`*${argumentName(argument)}*`, doc && localize(doc.text), range && `(${range})`]
    .filter(Boolean)
    .join(' ');
}

function argumentPage(command: CommandDefinition, name: string): string {
  const argument = findArgument(parseFormat(command.syntax), name);
  return paragraphs(argument && argumentText(command, argument), commandPage(command));
}

function keywordPage(command: CommandDefinition, keyword: string | undefined, others: number): string {
  const meaning = keyword === undefined ? undefined : command.keywords?.[keyword];
  return paragraphs(
    meaning && `${code(keyword ?? '')}: ${localize(meaning)}`,
    commandPage(command),
    others > 0 ? l10n.t('{0} more commands begin like this.', others) : undefined,
  );
}

/** The page of a candidate, as Markdown; undefined where there is none. */
export function pageText(page: Page, device: () => Device | undefined): string | undefined {
  switch (page.of) {
    case 'command': {
      const command = commands[page.command];
      return command && keywordPage(command, page.keyword, page.others ?? 0);
    }
    case 'operational': {
      const command = operationalCommands[page.command];
      return command && operationalPage(command);
    }
    case 'argument': {
      const command = commands[page.command];
      return command && argumentPage(command, page.argument);
    }
    case 'algorithm': {
      const algorithm = algorithmById(page.kind as AlgorithmKind, page.id);
      return algorithm && algorithmPage(algorithm);
    }
    case 'name': {
      const known = device();
      return known && objectPage(known, page.kind, page.name);
    }
  }
}
