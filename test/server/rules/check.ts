import assert from 'node:assert/strict';
import { rangeOf, rangeOfEdit } from '../../../server/src/features/positions';
import { Workspace } from '../../../server/src/workspace/workspace';
import type { Repair } from '../../../server/src/rules/rule';
import type { LanguageId } from '../../../server/src/syntax/classify';
import type { Document, Position } from '../../../server/src/syntax/document';
import { splitLines } from '../../../server/src/syntax/line';
import { analyse, type RuleFinding } from '../../../server/src/workspace/analysis';

const URI = 'file:///device.cfg';

/** A caret line: carets under the characters of the line above, then severity and rule id, then what the message must contain. */
const CARETS = /^(\s*)(\^+)\s+(error|warning|information|hint)\s+([a-z0-9-]+)(?:\s+(.*))?$/;

interface Expectation {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly severity: string;
  readonly rule: string;
  readonly message: string;
}

/** Splits a fixture into the configuration and what is drawn under its lines. */
export function readFixture(fixture: string): { text: string; expected: Expectation[] } {
  const lines: string[] = [];
  const expected: Expectation[] = [];
  for (const line of fixture.replace(/^\n/, '').split('\n')) {
    const drawn = CARETS.exec(line);
    if (!drawn) {
      lines.push(line);
      continue;
    }
    const [, blanks = '', carets = '', severity = '', rule = '', message = ''] = drawn;
    const start = blanks.length;
    expected.push({ line: lines.length - 1, start, end: start + carets.length, severity, rule, message });
  }
  return { text: lines.join('\n'), expected };
}

/** The findings in a text. */
export function findingsIn(text: string, language: LanguageId = 'huawei-vrp'): RuleFinding[] {
  const workspace = new Workspace();
  workspace.set(URI, text, language);
  const file = workspace.snapshot.file(URI);
  return file ? [...analyse(file).findings] : [];
}

function positionsOf(text: string): { finding: RuleFinding; line: number; start: number; end: number }[] {
  const workspace = new Workspace();
  workspace.set(URI, text, 'huawei-vrp');
  const file = workspace.snapshot.file(URI);
  if (!file) return [];
  return analyse(file).findings.map((finding) => {
    const { start, end } = rangeOf(finding.place, file.document);
    return { finding, line: start.line, start: start.character, end: end.character };
  });
}

/** Checks that one rule finds in a fixture exactly what is drawn there; findings of other rules are left aside. */
export function checkRule(rule: string, fixture: string): void {
  const { text, expected } = readFixture(fixture);
  const found = positionsOf(text)
    .filter(({ finding }) => finding.rule.id === rule)
    .map(({ finding, line, start, end }) => ({
      line,
      start,
      end,
      severity: finding.severity ?? finding.rule.severity,
      rule: finding.rule.id,
      message: finding.message,
    }));
  const key = (each: { line: number; start: number }): number => each.line * 10_000 + each.start;
  found.sort((a, b) => key(a) - key(b));
  const wanted = [...expected].sort((a, b) => key(a) - key(b));
  assert.deepEqual(
    found.map(({ message, ...rest }, at) => ({ ...rest, message: partOf(message, wanted[at]?.message) })),
    wanted.map(({ line, start, end, severity, rule: id, message }) => ({
      line,
      start,
      end,
      severity,
      rule: id,
      message,
    })),
  );
}

function partOf(message: string, wanted: string | undefined): string {
  return wanted !== undefined && message.includes(wanted) ? wanted : message;
}

/** Applies a repair to the document it was made for. */
export function apply(document: Document, repair: Repair): string {
  const { text } = document;
  const starts = [0];
  for (const { text: line, eol } of splitLines(text))
    starts.push((starts.at(-1) ?? 0) + line.length + eol.length);
  const offset = ({ line, character }: Position): number =>
    Math.min(text.length, (starts[line] ?? text.length) + character);
  return repair.edits
    .map((edit) => {
      const { start, end } = rangeOfEdit(edit, document);
      return { from: offset(start), to: offset(end), newText: edit.newText };
    })
    .sort((x, y) => y.from - x.from)
    .reduce((result, { from, to, newText }) => result.slice(0, from) + newText + result.slice(to), text);
}

/**
 * Checks a repair: of the first finding of a rule, the preferred one or the one with the given title turns `before` into `after`; the
 * finding is then gone and no other one has come.
 */
export function checkFix(rule: string, before: string, after: string, title?: string): void {
  const source = before.replace(/^\n/, '');
  const workspace = new Workspace();
  workspace.set(URI, source, 'huawei-vrp');
  const file = workspace.snapshot.file(URI);
  assert.ok(file);
  const { findings } = analyse(file);
  const finding = findings.find((each) => each.rule.id === rule);
  assert.ok(finding, `${rule} finds nothing`);
  const repair = finding.repairs?.find((each) =>
    title === undefined ? each.preferred : each.title.includes(title),
  );
  assert.ok(
    repair,
    `no such repair; there are: ${(finding.repairs ?? []).map((each) => each.title).join(' | ')}`,
  );
  const result = apply(file.document, repair);
  assert.equal(result, after.replace(/^\n/, ''));
  const left = findingsIn(result);
  const signature = (each: RuleFinding): string => `${each.rule.id}: ${each.message}`;
  assert.ok(!left.some((each) => signature(each) === signature(finding)), `${rule} is still there`);
  const known = new Set(findings.map(signature));
  assert.deepEqual(
    left.map(signature).filter((each) => !known.has(each)),
    [],
    'the repair brought new findings',
  );
}
