import * as l10n from '@vscode/l10n';
import type { Repair, Severity } from '../rule';
import { explain, type Reason } from './explanation';
import type { FailureRule } from './failure';
import { failureText, lastPlaces, othersText } from './wording';
import { joinSentences } from '../../l10n';

const ORDER: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** No more reasons stand in a message; all of them are underlined where they are. */
const MAX_REASONS = 3;

/** The repairs of all reasons; at most the first preferred one stays that. */
function repairsOf(reasons: readonly Reason[]): readonly Repair[] {
  let preferred = false;
  return reasons
    .flatMap(({ repairs }) => repairs?.() ?? [])
    .map((repair) => {
      const isFirst: boolean = repair.preferred && !preferred;
      preferred ||= isFirst;
      return repair.preferred === isFirst ? repair : { ...repair, preferred: isFirst };
    });
}

/** A cause that a device printed, and the lines that make it print it. */
export const causeExplained: FailureRule = {
  id: 'cause-explained',
  severity: 'error',
  causes: [],
  documentation: {
    title: { en: 'Why the device printed a cause', 'zh-cn': '设备给出该故障原因的缘由' },
    checks: {
      en:
        'Rows of `display ike error-info`, `display ike offline-info` and the VRP8 histories, log lines and alarms, against the tunnels of ' +
        'that device with that peer: said where something in the files leads to the printed cause. The same cause for the same peer is ' +
        'said once in a file, on its last row, with how often and from when to when.',
      'zh-cn':
        '将 `display ike error-info`、`display ike offline-info`、VRP8 历史记录、日志和告警中的记录与该设备到该对端的隧道对照：文件中存在导致该故障原因的内容时提示。同一对端的同一原因在一个文件中只在最后一条记录上提示一次，并给出次数和起止时间。',
    },
    why: {
      en: 'It leads from what the device prints to the lines on both ends.',
      'zh-cn': '从设备的回显直接定位到两端的配置行。',
    },
    repair: {
      en: 'What the problem itself offers, on either end.',
      'zh-cn': '与该问题本身提供的修复相同，可在任一端进行。',
    },
    sources: [],
  },
  checkFailure: (failure, context) => {
    const explanation = explain(failure, context);
    if (explanation.kind !== 'explained') return [];
    const { reasons } = explanation;
    const severity = ORDER.find((each) => reasons.some((reason) => reason.severity === each));
    const because = reasons.slice(0, MAX_REASONS).map(({ message }) => message);
    const more = reasons.length - because.length;
    if (more > 0) because.push(l10n.t('And {0} more.', more));
    return lastPlaces(failure).map((place) => ({
      place,
      message: l10n.t('{0}, because: {1}', failureText(failure), joinSentences(because)),
      causes: [failure.cause.name],
      ...(severity ? { severity } : {}),
      related: [...reasons.flatMap(({ related }) => related), ...othersText(failure)],
      repairs: () => repairsOf(reasons),
    }));
  },
};
