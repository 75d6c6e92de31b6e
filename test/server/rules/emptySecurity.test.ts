import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lineOf } from '../../../server/src/model/value';
import { checkFix, checkFixAll, checkRule, findingsIn, repairTitles } from './check';
import { CAPTURE, HEALTHY, STYLES } from './fixtures';

const RULE = 'esp-without-algorithms';
const check = (fixture: string): void => {
  checkRule(RULE, fixture);
};
const capture = { language: 'huawei-vrp-output' } as const;

describe('finds', () => {
  test('an error where ESP neither encrypts nor authenticates, alone or with AH', () => {
    check(`
#
ipsec proposal tran1
 undo esp authentication-algorithm
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error esp-without-algorithms IPsec proposal tran1 neither encrypts nor authenticates, which the device refuses.
 undo esp encryption-algorithm
#
ipsec proposal tran2
 transform ah-esp
 undo esp encryption-algorithm
 undo esp authentication-algorithm
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error esp-without-algorithms IPsec proposal tran2
#`);
  });
  test('a warning where it encrypts and does not authenticate', () => {
    check(`
#
ipsec proposal tran1
 undo esp authentication-algorithm
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning esp-without-algorithms IPsec proposal tran1 encrypts but does not authenticate, so anyone can change packets unseen.
 esp encryption-algorithm aes-256
#
ipsec proposal tran2
 transform esp
 undo esp authentication-algorithm
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning esp-without-algorithms tran2
 esp encryption-algorithm sm4
#`);
  });
  test('the same with the default cipher of a release that documents one', () => {
    check(`
!Software Version V500R005C10SPC300
#
sysname FW_A
#
ipsec proposal tran1
 undo esp authentication-algorithm
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning esp-without-algorithms encrypts but does not authenticate
#`);
  });
  test('what is typed flat and abbreviated, and in a session', () => {
    check(`
ipsec proposal tran1
un esp auth
^^^^^^^^^^^ error esp-without-algorithms tran1
und esp enc
`);
    checkRule(
      RULE,
      `
[FW]ipsec proposal tran1
[FW-ipsec-proposal-tran1]undo esp authentication-algorithm
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning esp-without-algorithms tran1
[FW-ipsec-proposal-tran1]esp encryption-algorithm aes-128
`,
      capture,
    );
  });
  test('and names where the encryption is taken out', () => {
    const [finding] = findingsIn(
      '#\nipsec proposal tran1\n undo esp authentication-algorithm\n undo esp encryption-algorithm\n#\n',
    ).filter(({ rule }) => rule.id === RULE);
    assert.ok(finding);
    assert.deepEqual(
      finding.related?.map(({ place, message }) => [lineOf(place).text, message]),
      [[' undo esp encryption-algorithm', 'Encryption is taken out here']],
    );
  });
});

describe('stays silent', () => {
  test('where a line with a slip may name the cipher', () => {
    checkRule(
      RULE,
      '!Software Version V500R005C10\n#\nipsec proposal tran1\n undo esp authentication-algorithm\n esp encryption-algoritm aes-256-gcm-128\n#\n',
    );
  });
  test('on ciphers that authenticate by themselves, in every spelling', () => {
    for (const cipher of [
      'aes-128-gcm-128',
      'aes-192-gcm-128',
      'aes-256-gcm-128',
      'aes-gcm-128 256',
      'aes-256-gmac',
      'aes-256-gcm-128 aes-256',
    ]) {
      check(`
#
ipsec proposal tran1
 undo esp authentication-algorithm
 esp encryption-algorithm ${cipher}
#`);
    }
  });
  test('where AH authenticates, and where there is no ESP', () => {
    check(`
#
ipsec proposal tran1
 transform ah-esp
 undo esp authentication-algorithm
 esp encryption-algorithm aes-256
ipsec proposal tran2
 transform ah
 undo esp authentication-algorithm
 undo esp encryption-algorithm
#`);
  });
  test('on authentication without encryption, which is a choice', () => {
    check(`
#
ipsec proposal tran1
 esp authentication-algorithm sha2-256
 undo esp encryption-algorithm
ipsec proposal tran2
 undo esp encryption-algorithm
#`);
  });
  test('where a later line sets what an undo line took out', () => {
    check(`
#
ipsec proposal tran1
 undo esp authentication-algorithm
 esp encryption-algorithm aes-256
 esp authentication-algorithm sha2-256
#`);
    checkRule(
      RULE,
      `
[FW]ipsec proposal tran1
[FW-ipsec-proposal-tran1]undo esp authentication-algorithm
[FW-ipsec-proposal-tran1]esp encryption-algorithm aes-128
[FW-ipsec-proposal-tran1]esp authentication-algorithm sha2-256
`,
      capture,
    );
  });
  test('where the cipher is not known', () => {
    check(`
#
ipsec proposal tran1
 undo esp authentication-algorithm
#
ipsec proposal tran2
 undo esp authentication-algorithm
 esp encryption-algorithm chacha20-poly1305
#`);
    check(`
!Software Version V500R005C10SPC300
#
ipsec proposal tran1
 undo esp authentication-algorithm
 esp encryption-algorithm chacha20-poly1305
#`);
  });
  test('on a proposal without lines: the defaults protect', () => {
    check(`
!Software Version V500R005C10SPC300
#
ipsec proposal tran1
#`);
  });
  test('on healthy files of every product', () => {
    for (const [, style] of STYLES) {
      for (const [, text] of HEALTHY) checkRule(RULE, style(text));
      checkRule(RULE, style(CAPTURE), capture);
    }
  });
});

describe('repairs', () => {
  const NONE = ' undo esp authentication-algorithm\n undo esp encryption-algorithm\n';
  const empty = `
#
ipsec proposal tran1
${NONE}#
`;
  const filled = `
#
ipsec proposal tran1
 esp authentication-algorithm sha2-256
 esp encryption-algorithm aes-256
#
`;
  test('names both algorithms, and is preferred: as it stands nothing works', () => {
    assert.deepEqual(repairTitles(RULE, empty), ['* Encrypt with AES-256 and authenticate with SHA2-256']);
    checkFix(RULE, empty, filled);
  });
  test('with CRLF', () => {
    checkFix(RULE, empty.trimStart().replace(/\n/g, '\r\n'), filled.trimStart().replace(/\n/g, '\r\n'));
  });
  test('in two words on VRP8', () => {
    const head = '#\nservice-instance-group group1';
    checkFix(RULE, head + empty, head + filled.replace('aes-256', 'aes 256'));
  });
  test('names the hash alone where a cipher is there, and is not preferred: both ends must change', () => {
    const before = filled.replace(
      ' esp authentication-algorithm sha2-256',
      ' undo esp authentication-algorithm',
    );
    assert.deepEqual(repairTitles(RULE, before), [
      'Authenticate with SHA2-256 (do the same on the other end)',
    ]);
    checkFix(RULE, before, filled, { title: 'Authenticate' });
    checkFixAll(RULE, before, before);
  });
  test('all of a file at once', () => {
    const before = `${empty}ipsec proposal tran2\n transform ah-esp\n${NONE}#\n`;
    checkFixAll(
      RULE,
      before,
      `${filled}ipsec proposal tran2
 transform ah-esp
 esp authentication-algorithm sha2-256
 esp encryption-algorithm aes-256
#
`,
    );
  });
});
