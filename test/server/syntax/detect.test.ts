import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { detectLanguage, HEAD_CHARACTERS } from '../../../server/src/syntax/detect';
import { othersPrintouts } from './othersPrintouts';
import { othersSamples } from './othersSamples';
import { comwareSamples } from './comwareSamples';
import { ourPrintouts } from './ourPrintouts';
import { ourSamples } from './ourSamples';

/** Everything that is somebody else's. */
const foreign = [...comwareSamples, ...othersSamples, ...othersPrintouts];

describe('files of Huawei devices are recognised', () => {
  for (const { name, text, language } of [...ourSamples, ...ourPrintouts]) {
    it(name, () => {
      assert.equal(detectLanguage(text), language);
    });
  }
});

describe('files of others are left alone', () => {
  for (const { name, text } of foreign) {
    it(name, () => {
      assert.equal(detectLanguage(text), undefined);
    });
  }
});

describe('the same file', () => {
  const forms: [string, (text: string) => string][] = [
    ['with CRLF', (text) => text.replaceAll('\n', '\r\n')],
    ['with CR', (text) => text.replaceAll('\n', '\r')],
    [
      'with line ends of every kind',
      (text) => text.replace(/\n/g, (_, at: number) => ['\n', '\r\n', '\r'][at % 3] ?? ''),
    ],
    ['behind a byte order mark', (text) => `\ufeff${text}`],
    ['with a NUL behind it', (text) => `${text}\0`],
    ['below a hundred empty lines', (text) => '\n'.repeat(100) + text],
    ['with blanks at the ends of its lines', (text) => text.replaceAll('\n', '        \n')],
    ['indented with tabs', (text) => text.replace(/^ +/gm, '\t')],
    ['below thousands of remarks', (text) => '# ask before you touch this\n'.repeat(900) + text],
  ];
  for (const [form, change] of forms)
    it(`${form} is still what it was`, () => {
      for (const { name, text, language } of [...ourSamples, ...ourPrintouts]) {
        // A note is short, and where lines are broken otherwise the terminal's own ends are as well.
        if (form.includes('remarks') && language !== 'huawei-vrp') continue;
        assert.equal(detectLanguage(change(text)), language, name);
      }
      for (const { name, text } of foreign) assert.equal(detectLanguage(change(text)), undefined, name);
    });
});

describe('a banner above a configuration', () => {
  const saved = ourSamples.find(({ name }) => name.startsWith('a save of a firewall'))?.text ?? '';
  const banners: [string, string][] = [
    ['of sentences', 'Access to this system is restricted to authorised users only.\n'.repeat(12)],
    ['of two thousand lines', 'Access to this system is restricted to authorised users only.\n'.repeat(2000)],
    ['in a frame', `${'*'.repeat(60)}\n${`*   Welcome${' '.repeat(40)}*\n`.repeat(2000)}`],
    ['in bars', '|   Welcome to the branch   |\n'.repeat(40)],
    ['of letters made of signs', '  /\\_/\\  | |_| |  ##  ~~~\n'.repeat(2000)],
  ];
  for (const [name, banner] of banners)
    it(`${name} does not hide it`, () => {
      assert.equal(detectLanguage(banner + saved), 'huawei-vrp');
    });
});

describe('what is looked at is bounded', () => {
  const config = ourSamples[0]?.text ?? '';

  it('nothing beyond the head counts', () => {
    const quiet = 'x\n'.repeat(HEAD_CHARACTERS / 2);
    assert.equal(detectLanguage(quiet + config), undefined);
  });

  it('nor does the end of a line of any length', () => {
    assert.equal(detectLanguage(`${'x'.repeat(10_000_000)}%^%#abcdefghijklmnop%^%#`), undefined);
  });

  it('and any characters are taken', () => {
    let state = 7;
    for (let length = 0; length < 300; length++) {
      const codes = Array.from(
        { length },
        () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 16,
      );
      detectLanguage(String.fromCharCode(...codes));
    }
  });
});
