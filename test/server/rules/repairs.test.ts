import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { rules } from '../../../server/src/rules';
import { decode } from '../../../server/src/text/decode';
import { detectLanguage } from '../../../server/src/syntax/detect';
import type { LanguageId } from '../../../server/src/syntax/classify';
import { analysed, checkRepair } from './check';
import { BROKEN } from './broken';
import { CAPTURE, HEALTHY, STYLES } from './fixtures';

/** What a repair may bring: a block that goes leaves those alone that only it used. */
const BRINGS: Readonly<Record<string, readonly string[]>> = { 'unused-block': ['unused-block'] };

/** Applies every repair of every finding, each to the text as it was. Gives how many there were. */
function repairAll(text: string, language: LanguageId): number {
  const state = analysed(text, language);
  let count = 0;
  for (const finding of state.analysis.findings) {
    const repairs = finding.repairs?.() ?? [];
    assert.ok(repairs.filter((each) => each.preferred).length <= 1, 'at most one repair is preferred');
    for (const repair of repairs) {
      checkRepair(state, finding, repair, BRINGS[finding.rule.id]);
      count++;
    }
  }
  return count;
}

describe('every repair of every finding does what it promises', () => {
  for (const [name, text] of [...HEALTHY, ...BROKEN]) {
    for (const [style, change] of STYLES) {
      test(`${name}, ${style}`, () => {
        repairAll(change(text), 'huawei-vrp');
      });
    }
  }
  test('a capture', () => {
    repairAll(CAPTURE, 'huawei-vrp-output');
  });
  test('the broken fixtures have repairs of every rule that has any', () => {
    const seen = new Set<string>();
    for (const [, text] of BROKEN) {
      for (const finding of analysed(text).analysis.findings)
        if (finding.repairs && finding.repairs().length > 0) seen.add(finding.rule.id);
    }
    // The rules about two ends have a matrix of their own, test/server/tunnels, those about failures test/server/rules/failures.
    const missing = rules.filter(
      (rule) =>
        !('checkTunnel' in rule || 'checkFailure' in rule) && rule.documentation.repair && !seen.has(rule.id),
    );
    assert.deepEqual(
      missing.map((rule) => rule.id),
      [],
    );
  });
});

/** Real configurations that lie beside the repository on the machines of its authors. */
const CORPUS = join(process.cwd(), '..', 'shared', 'corpus', 'configs');

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}

describe('on real configurations', { skip: existsSync(CORPUS) ? false : `${CORPUS} is not there` }, () => {
  for (const path of existsSync(CORPUS) ? filesIn(CORPUS) : []) {
    test(path.slice(CORPUS.length + 1), () => {
      const text = decode(readFileSync(path))?.text ?? '';
      repairAll(text, detectLanguage(text) ?? 'huawei-vrp');
    });
  }
});
