import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { check } from '../../server/src/cli/check';
import type { LanguageId } from '../../server/src/syntax/classify';
import { detectLanguage } from '../../server/src/syntax/detect';
import { Document } from '../../server/src/syntax/document';
import { decode } from '../../server/src/text/decode';
import { defaultSettings } from '../../server/src/workspace/settings';
import { corpus, skip, workspaceOf } from './load';

function filesIn(...folder: string[]): string[] {
  if (skip) return [];
  const path = join(corpus, ...folder);
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function textOf(file: string): string {
  return decode(readFileSync(file))?.text ?? '';
}

function languages(files: readonly string[]): Map<LanguageId | undefined, string[]> {
  const found = new Map<LanguageId | undefined, string[]>();
  for (const file of files) {
    const language = detectLanguage(textOf(file));
    found.set(language, [...(found.get(language) ?? []), basename(file)]);
  }
  return found;
}

describe('real files', { skip }, () => {
  test('every configuration is recognised; saved sessions are captures', () => {
    const found = languages(filesIn('configs'));
    assert.equal(found.get(undefined), undefined);
    assert.equal(found.get('huawei-vrp')?.length, 129);
    // Two are what a terminal showed, prompts included.
    assert.deepEqual(
      found
        .get('huawei-vrp-output')
        ?.map((name) => name.slice(0, 3))
        .sort(),
      ['090', '107'],
    );
  });

  test("no file of another vendor's or of no device is taken", () => {
    const files = filesIn('nonhuawei');
    assert.ok(files.length >= 17);
    assert.deepEqual([...languages(files).keys()], [undefined]);
  });

  test('displays and logs are recognised as captures', () => {
    const found = languages([...filesIn('displays'), ...filesIn('syslog')]);
    // A README is none; one line of a configuration that was asked for is configuration.
    assert.deepEqual(found.get(undefined), ['otc_vpn_disconnect_causes.README']);
    assert.ok(found.get('huawei-vrp')?.every((name) => name.includes('display_current_configuration')));
  });

  test('a part of a configuration is recognised as well', () => {
    const lost = new Map<number, string[]>([
      [15, []],
      [30, []],
    ]);
    let parts = 0;
    for (const file of filesIn('configs')) {
      const lines = textOf(file).split(/\r\n|\r|\n/);
      for (const [size, names] of lost)
        for (let at = 0; at + size <= lines.length; at += size) {
          parts++;
          const part = lines.slice(at, at + size).join('\n');
          if (detectLanguage(part) === undefined) names.push(`${basename(file)} ${at}: ${part}`);
        }
    }
    assert.ok(parts > 1000);
    // Half a page of a key in hexadecimal digits or of a document around a session says nothing.
    assert.deepEqual(lost.get(30), []);
    assert.ok((lost.get(15)?.length ?? 0) <= 8, lost.get(15)?.join('\n\n'));
  });

  test('every file is read whole: the tree gives its text back', () => {
    for (const file of filesIn()) {
      const text = textOf(file);
      for (const language of ['huawei-vrp', 'huawei-vrp-output'] as const)
        assert.equal(Document.parse(text, language).text, text, file);
    }
  });
});

/** The errors that are reported on real configurations, each read by hand. */
const REVIEWED: Readonly<Record<string, string>> = {
  'ipsec/010 65 protected-flow-mismatch':
    'FB-FW01 also protects the packets between the two public addresses (rule 10); the standby firewalls of the other site lack that rule.',
  'ipsec/009 97 protected-flow-mismatch': 'The first of those standby firewalls.',
  'ipsec/014 97 protected-flow-mismatch':
    'The second one, the same device with its name misspelt in a later save.',
  'ipsec_vrp8/015 61 undefined-name':
    'The example defines the IPsec policy map1 and applies policy1, which it defines nowhere: its tunnel has no policy.',
  'ipsec_vrp8/016 61 undefined-name': 'The other end of the same example, with the same slip.',
};

describe('what is reported on real configurations', { skip }, () => {
  function diagnosticsOf(...folder: string[]): { at: string; severity: string; code: string }[] {
    const workspace = workspaceOf(join(...folder));
    const report = check(workspace.snapshot, defaultSettings, (uri) => fileURLToPath(uri));
    return report.diagnostics.map(({ file, range, severity, code }) => {
      const [kind, name] = file.split(/[\\/]/).slice(-2);
      return { at: `${kind}/${name?.slice(0, 3)} ${range.start.line + 1}`, severity, code };
    });
  }

  test('every error is one that a person found to be true', () => {
    const errors = diagnosticsOf('configs')
      .filter(({ severity }) => severity === 'error')
      .map(({ at, code }) => `${at} ${code}`);
    assert.deepEqual(errors.sort(), Object.keys(REVIEWED).sort());
  });

  test('configurations without IPsec give none at all', () => {
    assert.deepEqual(
      [...diagnosticsOf('configs', 'noipsec'), ...diagnosticsOf('configs', 'noipsec_vrp8')],
      [],
    );
  });

  test("another vendor's files give none", () => {
    assert.deepEqual(diagnosticsOf('nonhuawei'), []);
  });

  test('a capture accuses nobody: what it prints is no configuration to be repaired', () => {
    const found = [...diagnosticsOf('displays'), ...diagnosticsOf('syslog')];
    assert.deepEqual(
      found.filter(({ severity }) => severity === 'error'),
      [],
    );
  });
});
