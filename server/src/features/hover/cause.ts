import * as l10n from '@vscode/l10n';
import type { CauseDefinition, CauseStep, CommandPlace, StepBranch, StepCommand } from '../../causes';
import { causeByName } from '../../causes/find';
import { localize } from '../../l10n';
import { code, list, paragraphs } from './markdown';

/** What a place where a command is typed is called. */
function placeName(place: CommandPlace): string {
  switch (place) {
    case 'any view':
      return l10n.t('any view');
    case 'user view':
      return l10n.t('user view');
    case 'system view':
      return l10n.t('system view');
    case 'interface view':
      return l10n.t('interface view');
    case 'tunnel interface view':
      return l10n.t('tunnel interface view');
    case 'IKE proposal view':
      return l10n.t('IKE proposal view');
    case 'IKE peer view':
      return l10n.t('IKE peer view');
    case 'IKE user view':
      return l10n.t('IKE user view');
    case 'IPsec proposal view':
      return l10n.t('IPsec proposal view');
    case 'ISAKMP IPsec policy view':
      return l10n.t('ISAKMP IPsec policy view');
    case 'IPsec policy template view':
      return l10n.t('IPsec policy template view');
    case 'IPsec profile view':
      return l10n.t('IPsec profile view');
    case 'ACL view':
      return l10n.t('ACL view');
    case 'AAA view':
      return l10n.t('AAA view');
    case 'AAA domain view':
      return l10n.t('AAA domain view');
    case 'IP address pool view':
      return l10n.t('IP address pool view');
  }
}

function endName(end: StepCommand['end']): string | undefined {
  switch (end) {
    case 'this end':
      return undefined;
    case 'other end':
      return l10n.t('on the other end');
    case 'both ends':
      return l10n.t('on both ends');
  }
}

function commandText({ command, place, end, fields }: StepCommand): string {
  const details = [
    place === 'any view' ? undefined : placeName(place),
    endName(end),
    fields && fields.length > 0 ? l10n.t('look at {0}', fields.map(code).join(', ')) : undefined,
  ].filter((part) => part !== undefined);
  return details.length > 0 ? `${code(command)} (${details.join('; ')})` : code(command);
}

function nextText(next: StepBranch['next'], index: number): string {
  if (next === 'done') return l10n.t('done.');
  if (next === 'support') return l10n.t("collect the evidence and ask the vendor's support.");
  return next === index + 2 ? l10n.t('go on with step {0}.', next) : l10n.t('go to step {0}.', next);
}

function branchText(branch: StepBranch, index: number): string {
  const commands = (branch.commands ?? []).map(commandText).join(', ');
  const parts = [branch.advice && localize(branch.advice), commands, `→ ${nextText(branch.next, index)}`];
  return `**${localize(branch.when)}**: ${parts.filter((part) => part !== undefined && part !== '').join(' ')}`;
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
      return l10n.t('**Harmless**: normal operation, nothing to do.');
    case 'depends':
      return l10n.t('Harmless in some cases: the steps say which.');
    case 'no':
      return l10n.t('Not harmless: it needs to be looked into.');
  }
}

function factsOf(cause: CauseDefinition): string {
  const facts = [
    cause.kind === 'negotiation'
      ? l10n.t('Ends a negotiation ({0})', code('display ike error-info'))
      : l10n.t('Ends an established tunnel ({0})', code('display ike offline-info')),
    harmlessText(cause),
  ];
  if (cause.reasonCode !== undefined) facts.push(l10n.t('Reason code {0}', cause.reasonCode));
  if (cause.products) facts.push(localize(cause.products));
  if (cause.aliases && cause.aliases.length > 0) {
    facts.push(l10n.t('Also printed as {0}', cause.aliases.map(code).join(', ')));
  }
  if (!cause.listed)
    facts.push(
      l10n.t("Not in the vendor's fault-cause reference; known from alarm, log and MIB references."),
    );
  return list(facts);
}

/** The page of a fault cause, in Markdown. */
export function causePage(cause: CauseDefinition): string {
  const causes = cause.possibleCauses.map(localize);
  const related = cause.related
    .filter(({ name }) => causeByName(name) !== undefined)
    .map(({ name, why }) => `${code(name)}: ${localize(why)}`);
  return paragraphs(
    `### ${code(cause.name)}`,
    localize(cause.meaning),
    factsOf(cause),
    causes.length > 0 ? `**${l10n.t('Possible causes')}**\n\n${list(causes)}` : undefined,
    cause.steps.length > 0
      ? `**${l10n.t('What to do')}**\n\n${cause.steps.map(stepText).join('\n')}`
      : undefined,
    cause.note && localize(cause.note),
    related.length > 0 ? `**${l10n.t('Read next')}**\n\n${list(related)}` : undefined,
    cause.sources.length > 0 ? `*${l10n.t('Source: {0}', cause.sources.join('; '))}*` : undefined,
  );
}
