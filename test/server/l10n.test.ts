import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { afterEach, describe, it } from 'node:test';
import * as l10n from '@vscode/l10n';
import { clauses, joinSentences, labelled, nearestLocale, series, setLocale } from '../../server/src/l10n';

describe('The two languages', () => {
  afterEach(() => {
    setLocale('en');
  });

  it('have every text of the code and of the manifest, and none that nothing says any more', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/l10n.mjs', '--check'], {
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
  });

  it('are chosen for the whole process', () => {
    assert.equal(l10n.t('IKE peer {0}', 'hq'), 'IKE peer hq');
    setLocale('zh-cn');
    assert.equal(l10n.t('IKE peer {0}', 'hq'), 'IKE 对等体 hq');
    setLocale('en');
    assert.equal(l10n.t('IKE peer {0}', 'hq'), 'IKE peer hq');
  });

  it('are told by the tags of editors and of terminals', () => {
    for (const tag of ['zh', 'zh-CN', 'zh-cn', 'zh_CN.UTF-8', 'zh-Hans', 'zh-SG'])
      assert.equal(nearestLocale(tag), 'zh-cn', tag);
    for (const tag of [undefined, '', 'en-US', 'de', 'zh-TW', 'zh-hant', 'C', 'POSIX'])
      assert.equal(nearestLocale(tag), 'en', tag);
  });

  it('have marks of their own between words and sentences', () => {
    const said = (): string[] => [
      series(['a', 'b']),
      clauses(['a', 'b']),
      joinSentences(['A.', 'B.']),
      labelled('a', 'b'),
    ];
    assert.deepEqual(said(), ['a, b', 'a; b', 'A. B.', 'a: b']);
    setLocale('zh-cn');
    assert.deepEqual(said(), ['a、b', 'a；b', 'A.B.', 'a：b']);
  });
});
