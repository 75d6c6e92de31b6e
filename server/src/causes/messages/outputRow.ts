import type { Localized } from '../../l10n';
import type { FieldDefinition } from './types';

/** One label or column: its name, what it says, the command that sets it, other spellings of the name. */
export type Row = readonly [
  name: string,
  en: string,
  zh: string,
  setBy?: string,
  ...aliases: readonly string[],
];

/** The fields that the outputs of some commands have in common. */
export function fieldsOf(
  commands: readonly string[],
  sources: readonly string[],
  rows: readonly Row[],
): FieldDefinition[] {
  return rows.map(([name, en, zh, setBy, ...aliases]) => {
    const about: Localized = { en, 'zh-cn': zh };
    return {
      name,
      place: 'display',
      about,
      commands,
      sources,
      ...(aliases.length > 0 ? { aliases } : {}),
      ...(setBy === undefined || setBy === '' ? {} : { setBy }),
    };
  });
}
