import { causeByName, causeByReasonCode } from '../causes/find';
import { causePage } from '../features/hover/cause';
import { localize } from '../l10n';

/** Markdown as a person reads it in a terminal: marks taken off, code kept in back-ticks. */
function toPlain(markdown: string): string {
  return markdown
    .replace(/^#+ /gm, '')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/^\*(.+)\*$/gm, '$1');
}

/** Explains a fault cause, named in any spelling or by its reason code. Undefined where none is meant. */
export function explain(asked: string, format: 'text' | 'json'): string | undefined {
  const cause = causeByName(asked) ?? (/^\d+$/.test(asked) ? causeByReasonCode(Number(asked)) : undefined);
  if (!cause) return undefined;
  if (format === 'text') return `${toPlain(causePage(cause))}\n`;
  const steps = cause.steps.map((step) => ({
    check: localize(step.check),
    commands: step.commands ?? [],
    branches: step.branches.map((branch) => ({
      when: localize(branch.when),
      ...(branch.advice ? { advice: localize(branch.advice) } : {}),
      commands: branch.commands ?? [],
      next: branch.next,
    })),
  }));
  const report = {
    version: 1,
    name: cause.name,
    kind: cause.kind,
    listed: cause.listed,
    aliases: cause.aliases ?? [],
    reasonCode: cause.reasonCode ?? null,
    harmless: cause.harmless,
    meaning: localize(cause.meaning),
    possibleCauses: cause.possibleCauses.map(localize),
    steps,
    related: cause.related.map(({ name, why }) => ({ name, why: localize(why) })),
    note: cause.note ? localize(cause.note) : null,
    sources: cause.sources,
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
