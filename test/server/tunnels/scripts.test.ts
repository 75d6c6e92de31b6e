import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { RuleFinding } from '../../../server/src/workspace/analysis';
import { scriptsOf, type DeviceScript } from '../../../server/src/workspace/deviceScripts';
import type { Snapshot } from '../../../server/src/workspace/workspace';
import { analysedFiles, analysedTexts, type AnalysedTexts } from './analysed';
import { based, broken, FAULTS, type Fault } from './faults';
import {
  healthyPair,
  STYLES,
  VERSIONS,
  type EndStyle,
  type PairTexts,
  type Side,
  type Version,
} from './pairs';
import { printed } from './printed';
import { typed } from './typed';

/** The key that the other end has: repairs prefer that of the first one. */
const keyIn = ({ a }: PairTexts): string => /pre-shared-key (\S+)/.exec(a)?.[1] ?? '';

const sideOf = ({ device }: DeviceScript): Side => (device === 'FW_A' ? 'a' : 'b');

/** The configurations after somebody has typed the scripts, with the key in its place. */
function afterTyping(texts: PairTexts, scripts: readonly DeviceScript[]): PairTexts {
  const after = { ...texts };
  for (const script of scripts) {
    const lines = script.lines.map((line) => line.replace('<type the key>', keyIn(texts)));
    after[sideOf(script)] = typed(after[sideOf(script)], lines);
  }
  return after;
}

function scriptsFor(snapshot: Snapshot, { repairs, causes, rule }: RuleFinding, title?: string) {
  const repair = repairs?.().find((each) => (title === undefined ? each.preferred : each.title === title));
  return repair && scriptsOf(snapshot, [{ repair, causes: causes ?? rule.causes }]);
}

interface Case {
  readonly fault: Fault;
  readonly style: EndStyle;
  readonly version: Version;
  readonly side: Side;
}

function casesOf(styles: readonly EndStyle[]): Case[] {
  return FAULTS.flatMap((fault) =>
    (fault.styles ?? STYLES)
      .filter((style) => styles.includes(style))
      .flatMap((style) =>
        (fault.versions ?? VERSIONS).flatMap((version) =>
          (['a', 'b'] as const)
            .filter((side) => fault.at?.(side, style) ?? true)
            .map((side) => ({ fault, style, version, side })),
        ),
      ),
  );
}

const findingsOf = ({ seen }: AnalysedTexts, { rule }: Fault): RuleFinding[] =>
  seen.filter((each) => each.rule === rule && each.severity !== 'hint').map(({ finding }) => finding);

/** Types the scripts of the preferred repairs until there are none; what the tunnel comes to then. */
function typedToTheEnd(texts: PairTexts, fault: Fault, look: (texts: PairTexts) => AnalysedTexts): string[] {
  let now = texts;
  for (let round = 0; round < 4; round++) {
    const analysed = look(now);
    const [finding] = findingsOf(analysed, fault);
    if (!finding)
      return analysed.tunnels[0]?.verdict === 'ok' ? [] : [analysed.tunnels[0]?.verdict ?? 'none'];
    const scripts = scriptsFor(analysed.snapshot, finding);
    if (!scripts || scripts.length === 0) return [`no script in round ${round + 1}`];
    now = afterTyping(now, scripts);
  }
  return ['still there after four rounds'];
}

describe('the script of the preferred repair, typed on the device, repairs the tunnel', () => {
  for (const { fault, style, version, side } of casesOf(STYLES))
    test(`${fault.name} (${fault.rule}): ${style}, ${version}, end ${side}`, () => {
      const texts = broken(based(healthyPair(style, version), fault), side, fault);
      assert.deepEqual(
        typedToTheEnd(texts, fault, (now) => analysedTexts({ ...now })),
        [],
      );
    });
});

describe('so does the script of every other repair', () => {
  for (const { fault, version, side } of casesOf(['policy']))
    test(`${fault.name} (${fault.rule}): ${version}, end ${side}`, () => {
      const texts = broken(based(healthyPair('policy', version), fault), side, fault);
      const analysed = analysedTexts({ ...texts });
      for (const finding of findingsOf(analysed, fault))
        for (const { title, secret } of finding.repairs?.() ?? []) {
          const scripts = scriptsFor(analysed.snapshot, finding, title);
          assert.ok(scripts && scripts.length > 0, title);
          if (secret) continue;
          const after = analysedTexts({ ...afterTyping(texts, scripts) });
          assert.deepEqual(findingsOf(after, fault), [], title);
        }
    });
});

/** The configurations with what was typed behind them, as a session shows it: views are entered again, and the last word counts. */
function withSession(texts: PairTexts, scripts: readonly DeviceScript[]): PairTexts {
  const after = { ...texts };
  for (const script of scripts) {
    const typedLines = script.commands.flatMap(({ views, lines }) => [
      '#',
      ...views,
      ...lines.map((line) => (views.length > 0 ? ` ${line}` : line)),
    ]);
    const session = typedLines.join('\n').replace('<type the key>', keyIn(texts));
    const side = sideOf(script);
    after[side] = after[side].replace(/return\n$/, `${session}\n#\nreturn\n`);
  }
  return after;
}

describe('the model reads the commands behind a configuration as the device takes them', () => {
  for (const { fault, style, version, side } of casesOf(STYLES))
    test(`${fault.name} (${fault.rule}): ${style}, ${version}, end ${side}`, () => {
      const texts = broken(based(healthyPair(style, version), fault), side, fault);
      const { snapshot, seen } = analysedTexts({ ...texts });
      const [finding] = seen.filter(({ rule, severity }) => rule === fault.rule && severity !== 'hint');
      assert.ok(finding);
      const scripts = scriptsFor(snapshot, finding.finding);
      assert.ok(scripts);
      const after = analysedTexts({ ...withSession(texts, scripts) });
      assert.deepEqual(
        findingsOf(after, fault).map(({ message }) => message),
        [],
      );
    });
});

/** What nothing in the captured outputs shows. */
const NOT_PRINTED: ReadonlySet<string> = new Set([
  'pre-shared-key-mismatch',
  'dpd-message-mismatch',
  'heartbeat-mismatch',
  'netmask-mismatch',
]);

describe('an end that is known from its output only is repaired by what is typed', () => {
  const printedCases = casesOf(['policy']).filter(({ fault: { rule } }) => !NOT_PRINTED.has(rule));
  for (const captured of [['a'], ['b'], ['a', 'b']] as const)
    for (const { fault, version, side } of printedCases)
      test(`${fault.name} (${fault.rule}): ${version}, end ${side}, captured: ${captured.join(' and ')}`, () => {
        const texts = broken(based(healthyPair('policy', version), fault), side, fault);
        const look = (now: PairTexts): AnalysedTexts => {
          const files: Record<Side, string> = { ...now };
          for (const each of captured) files[each] = printed(now[each]);
          return analysedFiles(files);
        };
        const healthy = look(based(healthyPair('policy', version), fault));
        assert.equal(healthy.tunnels[0]?.verdict, 'ok');
        assert.ok(findingsOf(look(texts), fault).length > 0, 'the difference shows');
        assert.deepEqual(typedToTheEnd(texts, fault, look), []);
      });
});
