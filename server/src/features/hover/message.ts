import { causes, type FieldDefinition, type MessageDefinition } from '../../causes';
import { labelled, localize, series } from '../../l10n';
import { code, list, paragraphs, sourceLine } from './markdown';

/** The page of a log message or an alarm. */
export function messagePage(message: MessageDefinition): string {
  const names = [
    ...(message.mnemonics ?? []),
    ...(message.trap ? [message.trap] : []),
    ...(message.oid ? [message.oid] : []),
  ];
  const known = series(names.map(code));
  const fields = series(message.fields.map(code));
  return paragraphs(
    `### ${localize(message.title)}`,
    localize(message.about),
    list([
      message.kind === 'log'
        ? localize({ en: 'A log message', 'zh-cn': '日志' })
        : localize({ en: 'An alarm', 'zh-cn': '告警' }),
      localize({ en: `Known as ${known}`, 'zh-cn': `名称：${known}` }),
      ...(message.products ? [localize(message.products)] : []),
    ]),
    fields !== '' && localize({ en: `Fields: ${fields}`, 'zh-cn': `参数：${fields}` }),
    sourceLine(message.sources),
  );
}

/** More causes than this are not listed with a field. */
const CAUSES_SHOWN = 6;

/** The causes whose steps say to look at a field of an output. */
function causesLookingAt({ name, aliases, commands }: FieldDefinition): string[] {
  const names = [name, ...(aliases ?? [])].map((each) => each.toLowerCase());
  return causes
    .filter(({ steps }) =>
      steps.some((step) =>
        [...(step.commands ?? []), ...step.branches.flatMap((branch) => branch.commands ?? [])].some(
          ({ command, fields }) =>
            commands?.some((each) => command === each || command.startsWith(`${each} `)) &&
            fields?.some((field) => names.includes(field.toLowerCase())),
        ),
      ),
    )
    .map((cause) => cause.name);
}

/** The page of a field of a message, or of a column or label of an output. */
export function fieldPage(field: FieldDefinition): string {
  const values = (field.values ?? []).map(({ value, about }) => labelled(code(value), localize(about)));
  const commands = series((field.commands ?? []).map(code));
  const unit = field.unit && localize(field.unit);
  const setBy = field.setBy === undefined ? '' : code(field.setBy);
  const looking = series(causesLookingAt(field).slice(0, CAUSES_SHOWN).map(code));
  return paragraphs(
    `### ${code(field.name)}`,
    localize(field.about),
    unit !== undefined && localize({ en: `Unit: ${unit}`, 'zh-cn': `单位：${unit}` }),
    values.length > 0 && list(values),
    setBy !== '' && localize({ en: `Set by ${setBy}`, 'zh-cn': `配置命令：${setBy}` }),
    looking !== '' &&
      localize({ en: `To be looked at for ${looking}`, 'zh-cn': `排查以下原因时查看：${looking}` }),
    commands !== '' && localize({ en: `Printed by ${commands}`, 'zh-cn': `显示命令：${commands}` }),
    sourceLine(field.sources),
  );
}
