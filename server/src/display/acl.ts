import type { OutputKind } from './kind';
import { present } from './labels';
import type { Field, Output, OutputLine } from './output';

/** One ACL as `display acl` prints it. */
export interface DisplayedAcl {
  readonly name?: Field;
  readonly number?: Field;
  /** `Advanced ACL`, `Advanced IPv6 ACL` … */
  readonly kind: Field;
  /** The rules as they stand in a configuration: without the counters behind them. */
  readonly rules: readonly Field[];
}

/** `Advanced ACL 3000, 1 rule`, `Advanced ACL REGLE 3998, 3 rules`, `Advanced IPv6 ACL name6 3001, 1 rule, match-order is auto`. */
const HEAD =
  /\b((?:Basic|Advanced|Ethernet frame|User|L2|Interface-based|MPLS)(?:[ -]+IPv6)?[ \t]+ACL)[ \t]+(?:([^\s,]{1,64})[ \t]+)?(\d{4,5}|[^\s,\d][^\s,]{0,63}),[ \t]*\d{1,6}[ \t]+rules?/gi;

/** Where a rule begins. */
const RULE = /\brule[ \t]+\d{1,10}[ \t]+(?:permit|deny)\b/gi;

/** Where it ends before its line or the next rule does: at its counter, and where the rest is left out. */
const RULE_END = /\(|[ \t]\.{3}/;

interface Open {
  readonly name?: Field;
  readonly number?: Field;
  readonly kind: Field;
  readonly rules: Field[];
}

function headOf(line: OutputLine, match: RegExpExecArray): Open | undefined {
  const [kind, first, second] = line.groups(match);
  if (!kind || !second) return undefined;
  const isNumber = /^\d+$/.test(second.text);
  return {
    kind,
    rules: [],
    ...present({ name: isNumber ? first : second, number: isNumber ? second : undefined }),
  };
}

function read({ lines }: Output): readonly DisplayedAcl[] {
  const all: Open[] = [];
  for (const line of lines) {
    const heads = [...line.text.matchAll(HEAD)].map((match) => ({ at: match.index, match }));
    const rules = [...line.text.matchAll(RULE)].map(({ index }) => ({ at: index, match: undefined }));
    const marks = [...heads, ...rules].sort((a, b) => a.at - b.at);
    for (const [place, { at, match }] of marks.entries()) {
      if (match) {
        const head = headOf(line, match);
        if (head) all.push(head);
        continue;
      }
      const rule = line.text.slice(at, marks[place + 1]?.at);
      const end = rule.search(RULE_END);
      all.at(-1)?.rules.push(line.field(at, at + (end < 0 ? rule.length : end)));
    }
  }
  return all;
}

/** `display acl NUMBER | name NAME | all`. */
export const aclOutput: OutputKind<DisplayedAcl> = {
  command: 'display acl',
  opening: /\b(?:Basic|Advanced) (?:IPv6 )?ACL\s[^,\n]{1,80},\s*\d{1,6} rules?\b/i,
  about: {
    reads: 'the rules of every ACL, without their counters',
    layouts: { 'USG, AR, S switches': 'device', VRP8: 'document' },
  },
  read,
};
