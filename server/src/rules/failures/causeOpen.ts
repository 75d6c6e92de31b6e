import * as l10n from '@vscode/l10n';
import { localize } from '../../l10n';
import { decidingCommands } from './commands';
import { explain } from './explanation';
import type { FailureRule } from './failure';
import { commandsText, failureText, lastPlaces, othersText } from './wording';

/** A cause that a device printed and that the files do not decide. */
export const causeOpen: FailureRule = {
  id: 'cause-open',
  severity: 'information',
  causes: [],
  documentation: {
    title: { en: 'A printed cause that needs more evidence', 'zh-cn': '需要更多信息才能判断的故障原因' },
    checks: {
      en:
        'The same rows, log lines and alarms, where what leads to the cause is not in the workspace or could not be compared. Silent for ' +
        'causes that belong to normal operation.',
      'zh-cn':
        '同样的记录、日志和告警：导致该原因的信息不在工作区中或无法比较时提示。属于正常运行的原因不提示。',
    },
    why: {
      en: 'It names the commands whose answers decide it, and the device on which to run each.',
      'zh-cn': '给出可用于判断的命令及执行命令的设备。',
    },
    sources: [],
  },
  checkFailure: (failure, context) => {
    const explanation = explain(failure, context);
    if (explanation.kind !== 'open') return [];
    const needed = decidingCommands(failure, context);
    const { unverified, facts } = explanation;
    const sentences = [
      l10n.t('{0}: the files do not decide it.', failureText(failure)),
      ...(unverified.length > 0 ? [l10n.t('Not compared: {0}.', unverified.join(', '))] : []),
      ...facts.map(({ message }) => message),
      needed.length > 0 ? l10n.t('Run {0}.', commandsText(needed)) : localize(failure.cause.meaning),
    ];
    return lastPlaces(failure).map((place) => ({
      place,
      message: sentences.join(' '),
      causes: [failure.cause.name],
      related: [...facts, ...othersText(failure)],
    }));
  },
};
