import { distance } from 'fastest-levenshtein';
import { causes, type CauseDefinition } from '../causes';
import { causeByName, causeByReasonCode, findCauses } from '../causes/find';
import { causePage } from '../features/hover/cause';
import { localize } from '../l10n';

/** Markdown as a person reads it in a terminal: marks taken off, code kept in back-ticks. */
function toPlain(markdown: string): string {
  return markdown
    .replace(/^#+ /gm, '')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/\[([^\]]+)\]\(https:[^)\s]+\)/g, '$1')
    .replace(/^\*(.+)\*$/gm, '$1');
}

/** A reason code, alone or with what alarms call it: `6`, `ReasonCode=6`. */
const REASON_CODE = /^(?:(?:hwIPSec)?Reason[ _-]?Code|原因码)?\s?[=:\uff1a]?\s?(\d{1,9})$/i;

/** The reason code that is asked for; undefined where it is something else. */
export function askedReasonCode(asked: string): number | undefined {
  const code = REASON_CODE.exec(asked.trim())?.[1];
  return code === undefined ? undefined : Number(code);
}

/** The causes that a line holds, such as a row of `display ike error-info` or a log message. */
function causesIn(line: string): CauseDefinition[] {
  return [...new Set(findCauses(line).map(({ cause }) => cause))];
}

/** The cause that is asked for by its name, by its reason code, or by a line that holds it and no other. */
function causeAsked(asked: string): CauseDefinition | undefined {
  const code = askedReasonCode(asked);
  if (code !== undefined) return causeByReasonCode(code);
  const named = causeByName(asked);
  if (named) return named;
  const [cause, ...others] = causesIn(asked);
  return others.length === 0 ? cause : undefined;
}

/** Explains a fault cause, named in any spelling, by its reason code or by a line that holds it. Undefined where none is meant. */
export function explain(asked: string, format: 'text' | 'json'): string | undefined {
  const cause = causeAsked(asked);
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
  const held = causesIn(asked);
  if (held.length > 0) return held.slice(0, OFFERED).map(({ name }) => name);
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
