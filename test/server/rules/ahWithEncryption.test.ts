import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lineOf } from '../../../server/src/model/value';
import { checkFix, checkFixAll, checkRule, findingsIn, repairTitles } from './check';
import { CAPTURE, HEALTHY, STYLES } from './fixtures';

const RULE = 'ah-with-encryption';
const check = (fixture: string): void => {
  checkRule(RULE, fixture);
};
const capture = { language: 'huawei-vrp-output' } as const;

describe('finds', () => {
  test('AH with a cipher, under the word that leaves ESP out', () => {
    check(`
#
ipsec proposal tran1
 transform ah
           ^^ warning ah-with-encryption IPsec proposal tran1 uses transform ah, which does not encrypt, so its esp encryption-algorithm has no effect.
 ah authentication-algorithm sha2-256
 esp encryption-algorithm aes-256
#`);
  });
  test('whatever the order and the spelling', () => {
    check(`
#
ipsec proposal tran1
 esp encryption-algorithm aes 256
 transform ah
           ^^ warning ah-with-encryption tran1
#`);
    check(`
ipsec proposal tran1
esp enc aes-256
tran AH
     ^^ warning ah-with-encryption tran1
`);
  });
  test('in a session', () => {
    checkRule(
      RULE,
      `
[FW]ipsec proposal tran1
[FW-ipsec-proposal-tran1]transform ah
                                   ^^ warning ah-with-encryption tran1
[FW-ipsec-proposal-tran1]esp encryption-algorithm aes-256
`,
      capture,
    );
  });
  test('and names the line without effect', () => {
    const [finding] = findingsIn(
      '#\nipsec proposal tran1\n transform ah\n esp encryption-algorithm aes-256\n#\n',
    ).filter(({ rule }) => rule.id === RULE);
    assert.ok(finding);
    assert.deepEqual(
      finding.related?.map(({ place, message }) => [lineOf(place).text, message]),
      [[' esp encryption-algorithm aes-256', 'The encryption algorithm without effect']],
    );
  });
});

describe('stays silent', () => {
  test('on AH alone, on ESP, and on both', () => {
    check(`
#
ipsec proposal tran1
 transform ah
 ah authentication-algorithm sha2-256
ipsec proposal tran2
 transform esp
 esp encryption-algorithm aes-256
ipsec proposal tran3
 transform ah-esp
 esp encryption-algorithm aes-256
ipsec proposal tran4
 esp encryption-algorithm aes-256
#`);
  });
  test('on a default cipher, which nobody wrote', () => {
    check(`
!Software Version V500R005C10SPC300
#
sysname FW_A
#
ipsec proposal tran1
 transform ah
#`);
  });
  test('where the cipher is taken out, where it is not known, and where only ESP authenticates', () => {
    check(`
#
ipsec proposal tran1
 transform ah
 undo esp encryption-algorithm
ipsec proposal tran2
 transform ah
 esp encryption-algorithm camellia-256
ipsec proposal tran3
 transform ah
 esp authentication-algorithm sha2-256
#`);
  });
  test('where a later line changes the transform', () => {
    check(`
#
ipsec proposal tran1
 transform ah
 esp encryption-algorithm aes-256
 transform ah-esp
ipsec proposal tran2
 transform ah
 esp encryption-algorithm aes-256
 undo transform
#`);
    checkRule(
      RULE,
      `
[FW]ipsec proposal tran1
[FW-ipsec-proposal-tran1]transform ah
[FW-ipsec-proposal-tran1]esp encryption-algorithm aes-256
[FW-ipsec-proposal-tran1]transform esp
`,
      capture,
    );
  });
  test('on healthy files of every product', () => {
    for (const [, style] of STYLES) {
      for (const [, text] of HEALTHY) checkRule(RULE, style(text));
      checkRule(RULE, style(CAPTURE), capture);
    }
  });
});

describe('repairs', () => {
  const before = `
#
ipsec proposal tran1
 transform ah
 ah authentication-algorithm sha2-256
 esp encryption-algorithm aes-256
#
`;
  test('each of the three that can be meant, and none is preferred', () => {
    assert.deepEqual(repairTitles(RULE, before), [
      'Change to transform esp (do the same on the other end)',
      'Change to transform ah-esp (do the same on the other end)',
      'Remove the esp encryption-algorithm line',
    ]);
    checkFix(RULE, before, before.replace('transform ah', 'transform esp'), { title: 'transform esp' });
    checkFix(RULE, before, before.replace('transform ah', 'transform ah-esp'), { title: 'ah-esp' });
    checkFix(RULE, before, before.replace(' esp encryption-algorithm aes-256\n', ''), { title: 'Remove' });
  });
  test('with CRLF', () => {
    const crlf = before.trimStart().replace(/\n/g, '\r\n');
    checkFix(RULE, crlf, crlf.replace(' esp encryption-algorithm aes-256\r\n', ''), { title: 'Remove' });
  });
  test('fixing all changes nothing', () => {
    checkFixAll(RULE, before, before);
  });
  test('takes out every such line: of two the other one would count', () => {
    const twice = before.replace(
      ' esp encryption-algorithm aes-256\n',
      ' esp encryption-algorithm aes-128\n esp encryption-algorithm aes-256\n',
    );
    checkFix(RULE, twice, before.replace(' esp encryption-algorithm aes-256\n', ''), { title: 'Remove' });
    const atEnd = twice.replace(/\n#\n$/, '');
    checkFix(RULE, atEnd, before.replace(/\n esp encryption-algorithm aes-256\n#\n$/, ''), {
      title: 'Remove',
    });
  });
});
