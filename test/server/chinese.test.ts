import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { causes } from '../../server/src/causes';
import { commands, operationalCommands } from '../../server/src/commands';
import { setLocale } from '../../server/src/l10n';
import type { Snapshot } from '../../server/src/languageService';
import { everythingSaid } from './everythingSaid';
import { analysedFiles, analysedTexts } from './tunnels/analysed';
import { based, broken } from './tunnels/faults';
import { placements } from './tunnels/matrix';
import { healthyPair, STYLES } from './tunnels/pairs';

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z]+/g) ?? [];

/** Words that devices know are English in every language. */
const KNOWN = new Set([...commands, ...operationalCommands].flatMap(({ syntax }) => wordsOf(syntax)));

const CAUSES = causes
  .flatMap(({ name, aliases = [] }) => [name, ...aliases])
  .sort((a, b) => b.length - a.length);

const SOURCES = commands
  .flatMap(({ defaults = [] }) => defaults.map(({ source }) => source))
  .sort((a, b) => b.length - a.length);

/** What of a text somebody has to know English for: words that neither a device prints nor the files hold. */
function englishIn(text: string, own: ReadonlySet<string>): string[] {
  let rest = text
    .replaceAll(/over IPsec/gi, '')
    .replace(/^\*来源：.*$/gm, '')
    .replace(/```[^]*?```/g, '')
    .replace(/`[^`]*`|\*[\w-]+\*|<br>|https?:\S+/g, '');
  for (const each of [...CAUSES, ...SOURCES]) rest = rest.replaceAll(each, '');
  const words = rest.match(/(?<![\w/.:-])[a-z]{2,}(?![\w/.:…-])/g) ?? [];
  return words.filter((word) => !KNOWN.has(word) && !own.has(word));
}

function assertChinese(snapshot: Snapshot, pointing = false): void {
  const own = new Set([...snapshot.all].flatMap(({ document }) => wordsOf(document.text)));
  for (const { by, text } of everythingSaid(snapshot, pointing)) {
    assert.deepEqual(englishIn(text, own), [], `${by}: ${text}`);
    if (by === 'problem' || by === 'action' || by === 'page' || by === 'hover')
      assert.match(text, /\p{Script=Han}/u, `${by}: ${text}`);
  }
}

describe('In Chinese', () => {
  before(() => {
    setLocale('zh-cn');
  });
  after(() => {
    setLocale('en');
  });

  it('no word of English is said of any difference between two ends', () => {
    const done = new Set<string>();
    for (const { fault, style, version, side } of placements()) {
      const kind = `${fault.name} ${side}`;
      if (done.has(kind)) continue;
      done.add(kind);
      assertChinese(analysedTexts(broken(based(healthyPair(style, version), fault), side, fault)).snapshot);
    }
    assert.ok(done.size > 50, String(done.size));
  });

  it('nor of any word of a configuration', () => {
    for (const style of STYLES)
      assertChinese(analysedTexts({ ...healthyPair(style, 'IKEv2') }).snapshot, true);
  });

  it('nor of what devices printed', () => {
    const names = readdirSync('examples').filter((name) => /\.(?:cfg|txt)$/.test(name));
    const texts = names.map((name) => [name, readFileSync(join('examples', name), 'utf8')]);
    assertChinese(analysedFiles(Object.fromEntries(texts) as Record<string, string>).snapshot, true);
  });
});
