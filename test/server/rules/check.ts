import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { rangeOf, rangeOfEdit } from '../../../server/src/features/positions';
import type { Edit, Repair } from '../../../server/src/rules/rule';
import { lineOf, textOf } from '../../../server/src/model/value';
import type { LanguageId } from '../../../server/src/syntax/classify';
import type { Document, Position } from '../../../server/src/syntax/document';
import { splitLines } from '../../../server/src/syntax/line';
import { analyse, type FileAnalysis, type RuleFinding } from '../../../server/src/workspace/analysis';
import { Workspace } from '../../../server/src/workspace/workspace';

const URI = 'file:///device.cfg';

/** A caret line: carets under the characters of the line above, then severity and rule id, then what the message must contain. */
const CARETS = /^(\s*)(\^+)\s+(error|warning|information|hint)\s+([a-z0-9-]+)(?:\s+(.*))?$/;

export interface Options {
  readonly language?: LanguageId;
  /** A part of the title of the repair to apply; without it the preferred one. */
  readonly title?: string;
  /** Which of the rule's findings to repair, counted from 0. */
  readonly finding?: number;
  /** Rules that the repair may bring findings of, as its documentation says. */
  readonly brings?: readonly string[];
}

interface Expectation {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly severity: string;
  readonly rule: string;
  readonly message: string;
}

/** A text as the tests write it: without the line break behind the opening quote. */
export function source(text: string): string {
  return text.replace(/^\n/, '');
}

/** Splits a fixture into the configuration and what is drawn under its lines. */
export function readFixture(fixture: string): { text: string; expected: Expectation[] } {
  const lines: string[] = [];
  const expected: Expectation[] = [];
  for (const line of source(fixture).split('\n')) {
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

export interface Analysed {
  readonly document: Document;
  readonly analysis: FileAnalysis;
}

/** Analyses a text. */
export function analysed(text: string, language: LanguageId = 'huawei-vrp'): Analysed {
  const workspace = new Workspace();
  workspace.set(URI, text, language);
  const file = workspace.snapshot.file(URI);
  assert.ok(file);
  return { document: file.document, analysis: analyse(file) };
}

/** The findings in a text. */
export function findingsIn(text: string, language: LanguageId = 'huawei-vrp'): readonly RuleFinding[] {
  return analysed(text, language).analysis.findings;
}

/** A finding as the tests compare it. */
export interface Seen extends Expectation {
  readonly finding: RuleFinding;
}

/** The findings in a text with their places, in the order of the lines. */
export function seenIn(text: string, language: LanguageId = 'huawei-vrp'): Seen[] {
  const { document, analysis } = analysed(text, language);
  return analysis.findings
    .map((finding) => {
      const { start, end } = rangeOf(finding.place, document);
      return {
        finding,
        line: start.line,
        start: start.character,
        end: end.character,
        severity: finding.severity ?? finding.rule.severity,
        rule: finding.rule.id,
        message: finding.message,
      };
    })
    .sort((a, b) => a.line - b.line || a.start - b.start);
}

/** Checks that one rule finds in a fixture exactly what is drawn there; findings of other rules are left aside. */
export function checkRule(rule: string, fixture: string, { language }: Options = {}): void {
  const { text, expected } = readFixture(fixture);
  const wanted = [...expected].sort((a, b) => a.line - b.line || a.start - b.start);
  const found = seenIn(text, language).filter((seen) => seen.rule === rule);
  assert.deepEqual(
    found.map(({ line, start, end, severity, rule: id, message }, at) => ({
      line,
      start,
      end,
      severity,
      rule: id,
      message: partOf(message, wanted[at]?.message),
    })),
    wanted,
  );
}

function partOf(message: string, wanted: string | undefined): string {
  return wanted !== undefined && message.includes(wanted) ? wanted : message;
}

/** Checks that no rule finds an error or a warning in a text. */
export function checkHealthy(text: string, options: Options = {}): void {
  const { language } = options;
  const found = seenIn(text, language).filter(
    ({ severity }) => severity === 'error' || severity === 'warning',
  );
  assert.deepEqual(
    found.map(({ line, rule, message }) => `line ${line + 1}: ${rule}: ${message}`),
    [],
  );
}

/** Applies edits to the document they were made for, all at once, as an editor does. */
export function applyEdits(document: Document, edits: readonly Edit[]): string {
  const { text } = document;
  const starts = [0];
  for (const { text: line, eol } of splitLines(text))
    starts.push((starts.at(-1) ?? 0) + line.length + eol.length);
  const offset = ({ line, character }: Position): number =>
    Math.min(text.length, (starts[line] ?? text.length) + character);
  const placed = edits.map((edit, order) => {
    const { start, end } = rangeOfEdit(edit, document);
    return { from: offset(start), to: offset(end), newText: edit.newText, order };
  });
  placed.sort((x, y) => x.from - y.from || x.to - y.to || x.order - y.order);
  let result = '';
  let at = 0;
  for (const { from, to, newText } of placed) {
    assert.ok(from >= at, 'edits overlap');
    result += text.slice(at, from) + newText;
    at = to;
  }
  return result + text.slice(at);
}

/** How a document reads, line by line: text, view, and how far the line is understood. */
function shapeOf(document: Document): string[] {
  return document.items.flatMap(({ lines }) =>
    lines.map(({ text, view, match, role }) => [text, view, match?.status ?? '-', role].join('\u0001')),
  );
}

/** The lines of a document that the edits leave as they are. */
function untouched(document: Document, edits: readonly Edit[]): string[] {
  const touched = new Set<number>();
  for (const edit of edits) {
    const { start, end } = rangeOfEdit(edit, document);
    const lengthOf = (line: number): number => document.lineAt(line)?.line.text.length ?? 0;
    const isInsertion = start.line === end.line && start.character === end.character;
    if (isInsertion && (start.character === 0 || start.character === lengthOf(start.line))) continue;
    const from = start.character === lengthOf(start.line) ? start.line + 1 : start.line;
    const to = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
    for (let line = from; line <= to; line++) touched.add(line);
  }
  return shapeOf(document).filter((_, line) => !touched.has(line));
}

/** Checks that what the edits did not touch is there, in order, and reads as before. */
export function checkShape(before: Document, after: Document, edits: readonly Edit[]): void {
  const shape = shapeOf(after);
  let at = 0;
  for (const line of untouched(before, edits)) {
    const found = shape.indexOf(line, at);
    assert.ok(found >= 0, `a line that was not touched is gone or reads otherwise: ${line}`);
    at = found + 1;
  }
}

/** What a finding is about, wherever its line has moved: the rule, the line, the part of it. The message may name other lines. */
function signature({ rule, severity, place }: RuleFinding): string {
  return `${rule.id} ${severity ?? rule.severity}: ${textOf(place)} in ${lineOf(place).text.trim()}`;
}

/** The findings of `after` that are not among those of `before`, each counted. */
export function newFindings(before: readonly RuleFinding[], after: readonly RuleFinding[]): string[] {
  const known = before.map(signature);
  return after.map(signature).filter((each) => {
    const at = known.indexOf(each);
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
}

/** Whether a finding is gone: there are fewer of its like than before. */
function isGone(
  finding: RuleFinding,
  before: readonly RuleFinding[],
  after: readonly RuleFinding[],
): boolean {
  const count = (all: readonly RuleFinding[]): number =>
    all.filter((each) => signature(each) === signature(finding)).length;
  return count(after) < count(before);
}

/** Applies a repair of a finding and checks what every repair promises; gives the text. */
export function checkRepair(
  { document, analysis }: Analysed,
  finding: RuleFinding,
  repair: Repair,
  brings: readonly string[] = [],
): string {
  const result = applyEdits(document, repair.edits);
  const after = analysed(result, document.language);
  assert.ok(
    isGone(finding, analysis.findings, after.analysis.findings),
    `still there: ${signature(finding)}`,
  );
  const fresh = newFindings(analysis.findings, after.analysis.findings).filter(
    (each) => !brings.some((rule) => each.startsWith(`${rule} `)),
  );
  assert.deepEqual(fresh, [], `"${repair.title}" brings new findings`);
  checkShape(document, after.document, repair.edits);
  return result;
}

/**
 * Checks a repair: of a finding of a rule, the preferred one or the one with the given title turns `before` into `after`; the finding is
 * then gone, no other one has come, and what was not touched reads as before.
 */
export function checkFix(rule: string, before: string, after: string, options: Options = {}): void {
  const { title, language, finding: number = 0, brings } = options;
  const state = analysed(source(before), language);
  const found = state.analysis.findings.filter((each) => each.rule.id === rule)[number];
  assert.ok(found, `${rule} finds nothing`);
  const repairs = found.repairs?.() ?? [];
  const chosen = repairs.find((each) => (title === undefined ? each.preferred : each.title.includes(title)));
  assert.ok(
    chosen,
    `no such repair; there are: ${repairs.map((each) => (each.preferred ? '* ' : '') + each.title).join(' | ')}`,
  );
  const result = applyEdits(state.document, chosen.edits);
  assert.equal(result, source(after));
  checkRepair(state, found, chosen, brings);
}

/** The titles of the repairs of a rule's findings, the preferred ones marked with a star. */
export function repairTitles(rule: string, text: string, { language }: Options = {}): string[] {
  return findingsIn(source(text), language)
    .filter((finding) => finding.rule.id === rule)
    .flatMap((finding) => finding.repairs?.() ?? [])
    .map(({ title, preferred }) => (preferred ? `* ${title}` : title));
}

/** Checks that the preferred repairs of all findings of a rule, applied together, turn `before` into `after` and leave none of them. */
export function checkFixAll(rule: string, before: string, after: string, { language }: Options = {}): void {
  const { document, analysis } = analysed(source(before), language);
  const edits = analysis.findings
    .filter((finding) => finding.rule.id === rule)
    .flatMap((finding) => finding.repairs?.().find((each) => each.preferred)?.edits ?? [])
    // Two findings can share a repair.
    .filter((edit, at, all) => all.findIndex((each) => isDeepStrictEqual(each, edit)) === at);
  const result = applyEdits(document, edits);
  assert.equal(result, source(after));
  const left = findingsIn(result, language).filter(
    (finding) => finding.rule.id === rule && finding.repairs?.().some((each) => each.preferred),
  );
  assert.deepEqual(left.map(signature), []);
  assert.deepEqual(newFindings(analysis.findings, findingsIn(result, language)), []);
}
