import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cleanLine } from '../../../server/src/text/terminal';

const ESC = '\u001b';
const BS = '\b';

function textOf(raw: string): string {
  return cleanLine(raw)?.text ?? raw;
}

/** Every character of the clean text stands where its offset says, unless it is a blank that a movement left. */
function checkOffsets(raw: string): void {
  const clean = cleanLine(raw);
  if (!clean) return;
  assert.equal(clean.offsets.length, clean.text.length + 1, JSON.stringify(raw));
  for (let at = 0; at < clean.text.length; at++) {
    const offset: number = clean.offsets[at] ?? -1;
    assert.ok(offset >= 0 && offset <= raw.length, `${at} of ${JSON.stringify(raw)}`);
    if (clean.text[at] !== ' ') assert.equal(raw[offset], clean.text[at], `${at} of ${JSON.stringify(raw)}`);
  }
}

describe('a line of a terminal session', () => {
  const cases: Readonly<Record<string, readonly [string, string]>> = {
    'without noise is left alone': ['[FW_A]display ike sa', '[FW_A]display ike sa'],
    'keeps the blanks and tabs of its own': [' \tdh group14 ', ' \tdh group14 '],
    'loses its colours': [`${ESC}[1;32m<FW_A>${ESC}[0mdisplay ike sa`, '<FW_A>display ike sa'],
    'loses a window title': [`${ESC}]0;admin@fw\u0007<FW_A>`, '<FW_A>'],
    'loses an unclosed window title to its end': [`<FW_A>${ESC}]0;admin`, '<FW_A>'],
    'loses a character set': [`${ESC}(B<FW_A>`, '<FW_A>'],
    'loses bells and NULs': ['<FW_A>dis\u0007play\u0000 clock\u0000', '<FW_A>display clock'],
    'is corrected with backspaces': [`[FW_A]dh grup${BS} ${BS}${BS} ${BS}oup14`, '[FW_A]dh group14'],
    'is corrected by moving back and overwriting': [`[FW_A]dh grop14${ESC}[3Dup14`, '[FW_A]dh group14'],
    'is corrected by erasing to the end': [`<FW_A>display ike sx${ESC}[1D${ESC}[Ka`, '<FW_A>display ike sa'],
    'is corrected by deleting characters': [
      `<FW_A>display xike${ESC}[4D${ESC}[P${ESC}[3C sa`,
      '<FW_A>display ike sa',
    ],
    'is erased as a whole': [`<FW_A>quit${ESC}[2K`, ''],
    'comes over a pager’s mark that is wiped out': [
      `  ---- More ----${ESC}[42D${' '.repeat(42)}${ESC}[42D  peer   port`,
      '  peer   port',
    ],
    'comes over a mark of 16 columns': [
      `---- More ----${ESC}[16D${' '.repeat(16)}${ESC}[16D rule 5 permit ip`,
      ' rule 5 permit ip',
    ],
    'comes over a mark whose escape characters are lost': [
      `  ---- More ----[42D${' '.repeat(42)}[42D  peer   port`,
      '  peer   port',
    ],
    'comes over a mark whose movements are lost': [
      `  ---- More ----${' '.repeat(42)}  peer   port`,
      '  peer   port',
    ],
    'is nothing but a mark': ['  ---- More ----', ''],
    'is a mark with a hint': ['---- More ( Press Q to break ) ----', ''],
    'is no mark within a line': ['description ---- More ----', 'description ---- More ----'],
    'keeps Chinese text': [`${ESC}[32m备注 总部${ESC}[0m`, '备注 总部'],
    'keeps characters of two units': [`a${BS}😀b`, '😀b'],
    'ends in half a sequence': [`<FW_A>${ESC}[`, '<FW_A>'],
    'does not move left of its beginning': [`${BS}${BS}${ESC}[99Dabc`, 'abc'],
  };
  for (const [name, [raw, clean]] of Object.entries(cases))
    it(name, () => {
      assert.equal(textOf(raw), clean);
      checkOffsets(raw);
    });

  it('knows where each character of it stands in the record', () => {
    const raw = `  ---- More ----${ESC}[42D${' '.repeat(42)}${ESC}[42D dh grup${BS}${BS}oup2`;
    const clean = cleanLine(raw);
    assert.equal(clean?.text, ' dh group2');
    assert.equal(raw.slice(clean.offsets[4], clean.offsets[10]), `grup${BS}${BS}oup2`);
  });
});

describe('a line that is longer than any terminal shows', () => {
  it('is left as it is, so that nothing in it costs time', () => {
    assert.equal(cleanLine(`${'a'.repeat(16_000)}${BS}`)?.text.length, 16_000);
    assert.equal(cleanLine(`${'a'.repeat(17_000)}${BS}`), undefined);
  });
});

describe('any line', () => {
  it('is read, with places that lie in it', () => {
    const noise = fc.constantFrom(
      ESC,
      `${ESC}[`,
      `${ESC}[12D`,
      `${ESC}[99999C`,
      `${ESC}[K`,
      `${ESC}[3P`,
      `${ESC}[7@`,
      `${ESC}[1K`,
      BS,
      '\u0000',
      '\u009b5D',
      '---- More ----',
      ' ',
      '[16D',
    );
    const part = fc.oneof(noise, fc.string({ maxLength: 6, unit: 'binary' }));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        checkOffsets(parts.join(''));
      }),
      { numRuns: 1000 },
    );
  });
});
