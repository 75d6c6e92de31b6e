import * as l10n from '@vscode/l10n';
import type { FieldDefinition, MessageDefinition } from '../../causes';
import { localize } from '../../l10n';
import { code, list, paragraphs } from './markdown';

/** The page of a log message or an alarm. */
export function messagePage(message: MessageDefinition): string {
  const names = [
    ...(message.mnemonics ?? []),
    ...(message.trap ? [message.trap] : []),
    ...(message.oid ? [message.oid] : []),
  ];
  return paragraphs(
    `### ${localize(message.title)}`,
    localize(message.about),
    list([
      message.kind === 'log' ? l10n.t('A log message') : l10n.t('An alarm'),
      l10n.t('Known as {0}', names.map(code).join(', ')),
      ...(message.products ? [localize(message.products)] : []),
    ]),
    message.fields.length > 0 ? l10n.t('Fields: {0}', message.fields.map(code).join(', ')) : undefined,
    `*${l10n.t('Source: {0}', message.sources.join('; '))}*`,
  );
}

/** The page of a field of a message, or of a column or label of an output. */
export function fieldPage(field: FieldDefinition): string {
  const values = (field.values ?? []).map(({ value, about }) => `${code(value)}: ${localize(about)}`);
  return paragraphs(
    `### ${code(field.name)}`,
    localize(field.about),
    field.unit && l10n.t('Unit: {0}', localize(field.unit)),
    values.length > 0 ? list(values) : undefined,
    field.commands && field.commands.length > 0
      ? l10n.t('Printed by {0}', field.commands.map(code).join(', '))
      : undefined,
    `*${l10n.t('Source: {0}', field.sources.join('; '))}*`,
  );
}
