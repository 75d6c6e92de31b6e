import * as l10n from '@vscode/l10n';
import { explain } from './explanation';
import type { FailureRule } from './failure';
import { failureText, lastPlaces, othersText } from './wording';
import { joinSentences, series } from '../../l10n';

/** A cause that a device printed while nothing in the files leads to it any more. */
export const causeContradicted: FailureRule = {
  id: 'cause-contradicted',
  severity: 'information',
  causes: [],
  documentation: {
    title: {
      en: 'A printed cause that the files speak against',
      'zh-cn': '文件内容与设备给出的故障原因不符',
    },
    checks: {
      en:
        'The same rows, log lines and alarms, where both ends are in the workspace, everything that leads to the cause could be compared, ' +
        'and it fits.',
      'zh-cn': '同样的记录、日志和告警：两端都在工作区中，可导致该原因的各项均已比较且一致时提示。',
    },
    why: {
      en:
        'It was corrected since, or it comes from something outside of the configurations: the link, a peer that is down, a file that is ' +
        'not here.',
      'zh-cn': '故障已被修正，或原因在配置之外：链路、对端设备未运行、其他文件。',
    },
    sources: [],
  },
  checkFailure: (failure, context) => {
    const explanation = explain(failure, context);
    if (explanation.kind !== 'contradicted') return [];
    const causes = [...new Set(explanation.besides.flatMap((judgement) => judgement.causes.slice(0, 1)))];
    const devices = new Set(
      failure.tunnels.flatMap(({ judgement }) => judgement.tunnel.ends.map(({ device }) => device.name)),
    );
    const sentences = [
      l10n.t(
        '{0}: in the files of {1} nothing leads to it now. Corrected since, or the reason lies outside of them (the link, a peer that is down, another file).',
        failureText(failure),
        series([...devices]),
      ),
      ...(causes.length > 0 ? [l10n.t('The tunnel stops for another reason now: {0}.', series(causes))] : []),
      ...explanation.facts.map(({ message }) => message),
    ];
    const ends = failure.tunnels.flatMap(({ judgement, at }) => {
      const { ends: both } = judgement.tunnel;
      return [both[at], both[at === 0 ? 1 : 0]];
    });
    return lastPlaces(failure).map((place) => ({
      place,
      message: joinSentences(sentences),
      causes: [failure.cause.name],
      related: [
        ...explanation.facts,
        ...ends.slice(0, 8).map((end) => ({
          place: end.place,
          message: l10n.t('{0}: the end of the tunnel', end.device.name),
        })),
        ...othersText(failure),
      ],
    }));
  },
};
