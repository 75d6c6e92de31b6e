import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { OutputName } from '../../../server/src/display';
import { factsOf, onOneLine, withoutCommand } from './readFacts';

/** A way in which one and the same answer comes to be saved. */
export interface Variant {
  readonly name: string;
  readonly of: (text: string) => string;
}

function eachLine(change: (line: string, at: number) => string): (text: string) => string {
  return (text) => text.split('\n').map(change).join('\n');
}

/** As a terminal breaks lines that has so many columns; typed commands do not reach that far. */
export function broken(width: number): Variant {
  const split = (line: string): string =>
    line.replaceAll(new RegExp(`(.{${String(width)}})(?=.)`, 'g'), '$1\n');
  return { name: `broken at ${String(width)} columns`, of: eachLine(split) };
}

/** One way after another. */
export function both(first: Variant, second: Variant): Variant {
  return { name: `${first.name}, ${second.name}`, of: (text) => second.of(first.of(text)) };
}

/** As a terminal program logs it that writes the time before each line. */
export const STAMPED: Variant = {
  name: 'with the time of a terminal program',
  of: eachLine((line, at) => (line === '' ? line : `[2026-03-02 09:14:${String(10 + (at % 50))}] ${line}`)),
};

/** Blanks in front of a value, and in a heading, are tabs. */
const TABS: Variant = { name: 'with tabs', of: (text) => text.replaceAll(/ {3,}/g, '\t') };

/** Ways that leave every line as it is. */
export const LINEWISE: readonly Variant[] = [
  { name: 'as printed', of: (text) => text },
  { name: 'without the command', of: withoutCommand },
  { name: 'with line ends of another system', of: (text) => text.replaceAll('\n', '\r\n') },
  { name: 'without blanks at the end of lines', of: eachLine((line) => line.trimEnd()) },
  { name: 'with blanks up to the edge', of: eachLine((line) => (line === '' ? line : line.padEnd(80))) },
  { name: 'with empty lines between', of: (text) => text.replaceAll('\n', '\n\n') },
  {
    name: 'below the time of the device',
    of: (text) => text.replace('\n', '\n2026-03-02 09:14:31.480 \n'),
  },
  STAMPED,
  {
    name: 'over several screens of a pager',
    of: eachLine((line, at) =>
      at % 5 === 3 ? `  ---- More ----\u001b[16D${' '.repeat(16)}\u001b[16D${line}` : line,
    ),
  },
  {
    name: 'behind and before lines that nobody knows',
    of: (text) =>
      text.replace('\n', '\nInfo: It will take a long time to collect.\n \u4e00\u4e9b\u8bf4\u660e\n') +
      '\nInfo: 42 unknown things were left out.\n',
  },
];

/** Ways that keep what stands behind a label, but no column. */
export const LABELLED: readonly Variant[] = [
  ...LINEWISE,
  TABS,
  broken(80),
  { name: 'on one line', of: onOneLine },
  { name: 'without blanks around colons', of: (text) => text.replaceAll(/ *: */g, ':') },
  { name: 'with wide colons', of: (text) => text.replaceAll(/(\w) +: /g, '$1：') },
  {
    name: 'with labels in capitals',
    of: (text) => text.replaceAll(/^ [^:]*(?=:)/gm, (label) => label.toUpperCase()),
  },
  { name: 'without indentation', of: (text) => text.replaceAll(/\n +/g, '\n') },
];

/** Every variant of an answer says the same. */
export function sameIn(
  variants: readonly Variant[],
  text: string,
  name: OutputName,
  expected: readonly object[],
): void {
  for (const { name: way, of } of variants)
    it(way, () => {
      assert.deepEqual(factsOf(of(text), name), expected);
    });
}

/** Cut anywhere, an answer says no more than the whole: its facts are the first ones, of which the last may lack something. */
export function cutAnywhere(text: string, name: OutputName): void {
  it('cut anywhere', () => {
    const whole = factsOf(text, name);
    for (let at = 1; at < text.length; at += at < 400 ? 1 : 7) {
      const facts = factsOf(text.slice(0, at), name);
      assert.ok(facts.length <= whole.length, `${String(facts.length)} facts of ${String(at)} characters`);
      const complete = facts.slice(0, -1);
      assert.deepEqual(complete, whole.slice(0, complete.length));
    }
  });
}
