import type { CauseDefinition, CauseStep, CommandPlace, StepBranch, StepCommand } from '../../causes';
import { causeByName } from '../../causes/find';
import { aside, clauses, labelled, localize, series, type Localized } from '../../l10n';
import { code, list, paragraphs, sourceLine } from './markdown';

/** What the places where a command is typed are called. */
const places: Readonly<Record<CommandPlace, Localized>> = {
  'any view': { en: 'any view', 'zh-cn': '任意视图' },
  'user view': { en: 'user view', 'zh-cn': '用户视图' },
  'system view': { en: 'system view', 'zh-cn': '系统视图' },
  'interface view': { en: 'interface view', 'zh-cn': '接口视图' },
  'tunnel interface view': { en: 'tunnel interface view', 'zh-cn': 'Tunnel 接口视图' },
  'IKE proposal view': { en: 'IKE proposal view', 'zh-cn': 'IKE 安全提议视图' },
  'IKE peer view': { en: 'IKE peer view', 'zh-cn': 'IKE 对等体视图' },
  'IKE user view': { en: 'IKE user view', 'zh-cn': 'IKE 用户视图' },
  'IPsec proposal view': { en: 'IPsec proposal view', 'zh-cn': 'IPsec 安全提议视图' },
  'ISAKMP IPsec policy view': { en: 'ISAKMP IPsec policy view', 'zh-cn': 'ISAKMP 方式 IPsec 安全策略视图' },
  'IPsec policy template view': { en: 'IPsec policy template view', 'zh-cn': 'IPsec 安全策略模板视图' },
  'IPsec profile view': { en: 'IPsec profile view', 'zh-cn': 'IPsec 安全框架视图' },
  'ACL view': { en: 'ACL view', 'zh-cn': 'ACL 视图' },
  'AAA view': { en: 'AAA view', 'zh-cn': 'AAA 视图' },
  'AAA domain view': { en: 'AAA domain view', 'zh-cn': 'AAA 域视图' },
  'IP address pool view': { en: 'IP address pool view', 'zh-cn': 'IP 地址池视图' },
};

function endName(end: StepCommand['end']): string | undefined {
  switch (end) {
    case 'this end':
      return undefined;
    case 'other end':
      return localize({ en: 'on the other end', 'zh-cn': '在对端' });
    case 'both ends':
      return localize({ en: 'on both ends', 'zh-cn': '在两端' });
  }
}

function commandText({ command, place, end, fields }: StepCommand): string {
  const looked = series((fields ?? []).map(code));
  const details = [
    place === 'any view' ? undefined : localize(places[place]),
    endName(end),
    looked === '' ? undefined : localize({ en: `look at ${looked}`, 'zh-cn': `查看 ${looked}` }),
  ].filter((part) => part !== undefined);
  if (details.length === 0) return code(command);
  return aside(code(command), clauses(details));
}

function nextText(next: StepBranch['next'], index: number): string {
  if (next === 'done') return localize({ en: 'done.', 'zh-cn': '结束。' });
  if (next === 'support') {
    return localize({
      en: "collect the evidence and ask the vendor's support.",
      'zh-cn': '收集信息并联系厂商技术支持。',
    });
  }
  return next === index + 2
    ? localize({ en: `go on with step ${next}.`, 'zh-cn': `继续步骤 ${next}。` })
    : localize({ en: `go to step ${next}.`, 'zh-cn': `转到步骤 ${next}。` });
}

function branchText(branch: StepBranch, index: number): string {
  const commands = series((branch.commands ?? []).map(commandText));
  const parts = [branch.advice && localize(branch.advice), commands, `→ ${nextText(branch.next, index)}`];
  return labelled(
    `**${localize(branch.when)}**`,
    parts.filter((part) => part !== undefined && part !== '').join(' '),
  );
}

function stepText(step: CauseStep, index: number): string {
  const commands = (step.commands ?? []).map(commandText);
  const lines = [
    `${index + 1}. ${localize(step.check)}`,
    ...commands.map((command) => `   - ${command}`),
    ...step.branches.map((branch) => `   - ${branchText(branch, index)}`),
  ];
  return lines.join('\n');
}

function harmlessText(cause: CauseDefinition): string {
  switch (cause.harmless) {
    case 'yes':
      return localize({
        en: '**Harmless**: normal operation, nothing to do.',
        'zh-cn': '**无害**：属于正常现象，无需处理。',
      });
    case 'depends':
      if (cause.steps.length === 0) {
        return localize({ en: 'Harmless in some cases.', 'zh-cn': '部分情况下无害。' });
      }
      return localize({
        en: 'Harmless in some cases: the steps say which.',
        'zh-cn': '部分情况下无害，由处理步骤判断。',
      });
    case 'no':
      return localize({ en: 'Not harmless: it needs to be looked into.', 'zh-cn': '并非无害，需要排查。' });
  }
}

function reasonCodeText({ reasonCode, kind }: CauseDefinition): string {
  if (reasonCode !== undefined)
    return localize({ en: `Reason code ${reasonCode}`, 'zh-cn': `原因码 ${reasonCode}` });
  return kind === 'teardown'
    ? localize({
        en: 'No reason code: alarms give the end of a tunnel in words only',
        'zh-cn': '没有原因码：告警只以文本给出隧道拆除原因',
      })
    : localize({ en: 'No alarm list gives it a reason code', 'zh-cn': '告警列表中没有对应的原因码' });
}

const errorInfo = code('display ike error-info');
const offlineInfo = code('display ike offline-info');

function factsOf(cause: CauseDefinition): string {
  const facts = [
    cause.kind === 'negotiation'
      ? localize({ en: `Ends a negotiation (${errorInfo})`, 'zh-cn': `导致协商失败（${errorInfo}）` })
      : localize({
          en: `Ends an established tunnel (${offlineInfo})`,
          'zh-cn': `导致已建立的隧道被拆除（${offlineInfo}）`,
        }),
    harmlessText(cause),
  ];
  facts.push(reasonCodeText(cause));
  if (cause.products) facts.push(localize(cause.products));
  if (cause.aliases && cause.aliases.length > 0) {
    const spellings = series(cause.aliases.map(code));
    facts.push(localize({ en: `Also printed as ${spellings}`, 'zh-cn': `也显示为 ${spellings}` }));
  }
  if (!cause.listed) {
    facts.push(
      localize({
        en: "Not in the vendor's fault-cause reference; known from alarm, log and MIB references.",
        'zh-cn': '不在厂商的故障原因参考中，仅见于告警、日志和 MIB 参考。',
      }),
    );
  }
  return list(facts);
}

/** The page of a fault cause, in Markdown. */
export function causePage(cause: CauseDefinition): string {
  const causes = cause.possibleCauses.map(localize);
  const related = cause.related
    .filter(({ name }) => causeByName(name) !== undefined)
    .map(({ name, why }) => labelled(code(name), localize(why)));
  return paragraphs(
    `### ${code(cause.name)}`,
    localize(cause.meaning),
    factsOf(cause),
    causes.length > 0
      ? `**${localize({ en: 'Possible causes', 'zh-cn': '可能原因' })}**\n\n${list(causes)}`
      : undefined,
    cause.steps.length > 0
      ? `**${localize({ en: 'What to do', 'zh-cn': '处理步骤' })}**\n\n${cause.steps.map(stepText).join('\n')}`
      : undefined,
    cause.note && localize(cause.note),
    related.length > 0
      ? `**${localize({ en: 'Read next', 'zh-cn': '相关原因' })}**\n\n${list(related)}`
      : undefined,
    cause.sources.length > 0 ? sourceLine(cause.sources) : undefined,
  );
}
