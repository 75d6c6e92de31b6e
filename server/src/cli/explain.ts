import { distance } from 'fastest-levenshtein';
import { causes } from '../causes';
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

/** Names of causes as people may misspell them: letters and digits, single blanks. */
function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** How many names are offered. */
const OFFERED = 3;

/** Longer than any name of a cause: whoever asks this has not asked for one. */
const LONGEST = 120;

/** The causes that a name may be a slip of, or a part of, the nearest first. */
export function nearestCauses(asked: string): string[] {
  const wanted = plainName(asked);
  if (wanted.length < 3 || wanted.length > LONGEST) return [];
  const words = wanted.split(' ');
  const rated = causes.flatMap((cause) => {
    const spellings = [cause.name, ...(cause.aliases ?? [])].map(plainName);
    const slip = Math.min(...spellings.map((name) => distance(name, wanted)));
    if (slip * 3 <= wanted.length) return [{ name: cause.name, far: slip }];
    const isPart = spellings.some((name) => words.every((word) => name.split(' ').includes(word)));
    return isPart ? [{ name: cause.name, far: wanted.length + slip }] : [];
  });
  return rated
    .sort((a, b) => a.far - b.far)
    .slice(0, OFFERED)
    .map(({ name }) => name);
}
