import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkFix, checkRule, findingsIn, repairTitles } from './check';
import { CAPTURE, HEALTHY, STYLES } from './fixtures';

const RULE = 'weak-algorithm';
const check = (fixture: string): void => {
  checkRule(RULE, fixture);
};
const TO = '(do the same on the other end)';

describe('finds', () => {
  test('broken algorithms (warning) and fading ones (remark) of an IKE proposal', () => {
    check(`
#
ike proposal 5
 encryption-algorithm des
                      ^^^ warning weak-algorithm No longer secure: DES. Use a stronger algorithm on both ends.
 dh group1
    ^^^^^^ warning weak-algorithm DH group 1
 authentication-algorithm md5
                          ^^^ warning weak-algorithm MD5
 integrity-algorithm hmac-md5-96
                     ^^^^^^^^^^^ warning weak-algorithm HMAC-MD5-96
 prf hmac-md5
     ^^^^^^^^ warning weak-algorithm HMAC-MD5
#
ike proposal 6
 encryption-algorithm 3des
                      ^^^^ information weak-algorithm No longer recommended: 3DES. Plan for a stronger algorithm on both ends.
 dh group5
    ^^^^^^ information weak-algorithm DH group 5
 authentication-algorithm sha1
                          ^^^^ information weak-algorithm SHA1
 integrity-algorithm hmac-sha1-96
                     ^^^^^^^^^^^^ information weak-algorithm HMAC-SHA1-96
 prf hmac-sha1
     ^^^^^^^^^ information weak-algorithm HMAC-SHA1
#
ike proposal 7
 dh group2
    ^^^^^^ warning weak-algorithm DH group 2
 authentication-algorithm aes-xcbc-mac-96
                          ^^^^^^^^^^^^^^^ warning weak-algorithm AES-XCBC-MAC-96
 integrity-algorithm aes-xcbc-96
                     ^^^^^^^^^^^ warning weak-algorithm AES-XCBC-96
 prf aes-xcbc-128
     ^^^^^^^^^^^^ information weak-algorithm AES-XCBC-128
#
ike proposal 8
 dh group24
    ^^^^^^^ information weak-algorithm DH group 24
#`);
  });
  test('those of an IPsec proposal, AH and ESP', () => {
    check(`
#
ipsec proposal tran1
 transform ah-esp
 ah authentication-algorithm md5
                             ^^^ warning weak-algorithm MD5
 esp authentication-algorithm sha1
                              ^^^^ information weak-algorithm SHA1
 esp encryption-algorithm 3des
                          ^^^^ information weak-algorithm 3DES
#`);
  });
  test('those of pfs in policies, templates and profiles', () => {
    check(`
#
ipsec policy map1 10 isakmp
 pfs dh-group2
     ^^^^^^^^^ warning weak-algorithm DH group 2
#
ipsec policy-template temp1 1
 pfs dh-group5
     ^^^^^^^^^ information weak-algorithm DH group 5
#
ipsec profile prof1
 pfs dh-group1
     ^^^^^^^^^ warning weak-algorithm DH group 1
#`);
  });
  test('one among strong ones: each word by itself, with its own grade', () => {
    check(`
#
ike proposal 5
 encryption-algorithm aes-256 3des
                              ^^^^ information weak-algorithm No longer recommended: 3DES.
 dh group14 group5 group2
            ^^^^^^ information weak-algorithm No longer recommended: DH group 5.
                   ^^^^^^ warning weak-algorithm No longer secure: DH group 2.
 authentication-algorithm md5 aes-xcbc-mac-96 sha1
                          ^^^ warning weak-algorithm No longer secure: MD5.
                              ^^^^^^^^^^^^^^^ warning weak-algorithm No longer secure: AES-XCBC-MAC-96.
                                              ^^^^ information weak-algorithm No longer recommended: SHA1.
#`);
  });
  test('the two-word ciphers of VRP8 and the words of old routers', () => {
    check(`
#
ike proposal 5
 encryption-algorithm 3des-cbc
                      ^^^^^^^^ information weak-algorithm 3DES
ike proposal 6
 encryption-algorithm des-cbc
                      ^^^^^^^ warning weak-algorithm DES
#`);
  });
  test('a cipher that does not encrypt, as a remark', () => {
    check(`
#
ipsec proposal tran1
 esp encryption-algorithm aes-256-gmac
                          ^^^^^^^^^^^^ information weak-algorithm AES-256-GMAC authenticates and does not encrypt
#
ipsec proposal tran2
 esp encryption-algorithm des aes-128-gmac
                          ^^^ warning weak-algorithm No longer secure: DES.
                              ^^^^^^^^^^^^ information weak-algorithm AES-128-GMAC authenticates
#
ipsec proposal tran3
 undo esp encryption-algorithm
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information weak-algorithm tran3 does not encrypt
 esp authentication-algorithm sha2-256
#`);
  });
  test('the group of an Efficient VPN policy', () => {
    check(`
#
ipsec efficient-vpn branch mode client
 remote-address 198.51.100.1 v1
 dh group2
    ^^^^^^ warning weak-algorithm DH group 2
#`);
  });
  test('what is typed flat, in capitals, abbreviated, or behind a prompt', () => {
    check(`
ike proposal 5
encr DES
     ^^^ warning weak-algorithm DES
DH Group2
   ^^^^^^ warning weak-algorithm DH group 2
`);
    checkRule(
      RULE,
      `
[FW]ike proposal 5
[FW-ike-proposal-5]dh group2
                      ^^^^^^ warning weak-algorithm DH group 2
`,
      { language: 'huawei-vrp-output' },
    );
  });
});

describe('stays silent', () => {
  test('on strong algorithms in every spelling', () => {
    check(`
#
ike proposal 5
 encryption-algorithm aes-256 aes-192 aes-128
 dh group14 group15 group16 group18 group19 group20 group21
 authentication-algorithm sha2-512 sha2-384 sha2-256 sm3
 integrity-algorithm hmac-sha2-256
 prf hmac-sha2-512
ike proposal 6
 encryption-algorithm aes-cbc 256
ike proposal 7
 encryption-algorithm aes-cbc-128
ike proposal 8
 encryption-algorithm sm4
#
ipsec proposal tran1
 transform ah-esp
 ah authentication-algorithm sha2-256
 esp encryption-algorithm aes-gcm-128 256
#
ipsec profile prof1
 pfs dh-group19
#`);
  });
  test('on the factory block, which a device saves by itself', () => {
    check(`
#
ike proposal default
 encryption-algorithm des-cbc
 dh group1
 authentication-algorithm sha1
#`);
  });
  test('on algorithms of the protocol that the transform leaves out', () => {
    check(`
#
ipsec proposal tran1
 ah authentication-algorithm md5
 esp authentication-algorithm sha2-256
 esp encryption-algorithm aes-256
ipsec proposal tran2
 transform ah
 ah authentication-algorithm sha2-256
 esp authentication-algorithm md5
#`);
  });
  test('on what an undo line takes back', () => {
    check(`
#
ike proposal 5
 dh group2
 undo dh
 encryption-algorithm des
 undo encryption-algorithm
 authentication-algorithm md5
 undo authentication-algorithm
 integrity-algorithm hmac-md5-96
 undo integrity-algorithm
 prf hmac-md5
 undo prf
#
ipsec policy map1 10 isakmp
 pfs dh-group2
 undo pfs
#
ipsec proposal tran1
 transform ah
 ah authentication-algorithm md5
 undo ah authentication-algorithm
#`);
  });
  test('on defaults, which nobody wrote', () => {
    check(`[V200R007C00SPC600]
#
 sysname AR_A
#
ike proposal 5
#`);
  });
  test('on words that it does not know: what else is there cannot be judged', () => {
    check(`
#
ike proposal 5
 encryption-algorithm camellia-256
 dh group31
#`);
  });
  test('on a proposal without encryption where AH does the work, or encryption comes back', () => {
    check(`
#
ipsec proposal tran1
 transform ah
 undo esp encryption-algorithm
ipsec proposal tran2
 undo esp encryption-algorithm
 esp encryption-algorithm aes-256
#`);
  });
  test('on healthy files of every product', () => {
    for (const [, style] of STYLES) {
      for (const [, text] of HEALTHY) checkRule(RULE, style(text));
      checkRule(RULE, style(CAPTURE), { language: 'huawei-vrp-output' });
    }
  });
});

describe('repairs', () => {
  const proposal = (line: string, head = ''): string => `${head}
#
ike proposal 5
 ${line}
#
`;
  const ipsec = (line: string): string => `
#
ipsec proposal tran1
 ${line}
#
`;
  const cases: readonly (readonly [(line: string) => string, string, string])[] = [
    [proposal, 'encryption-algorithm des', 'encryption-algorithm aes-256'],
    [proposal, 'encryption-algorithm 3des aes-192 des aes-128', 'encryption-algorithm aes-192 aes-128'],
    [proposal, 'dh group2', 'dh group14'],
    [proposal, 'dh group2 group19', 'dh group19'],
    [proposal, 'authentication-algorithm md5 sha1', 'authentication-algorithm sha2-256'],
    [proposal, 'integrity-algorithm aes-xcbc-96', 'integrity-algorithm hmac-sha2-256'],
    [proposal, 'prf hmac-md5 aes-xcbc-128', 'prf hmac-sha2-256'],
    [ipsec, 'esp encryption-algorithm des', 'esp encryption-algorithm aes-256'],
    [ipsec, 'esp encryption-algorithm des aes-256-gmac', 'esp encryption-algorithm aes-256'],
    [ipsec, 'esp authentication-algorithm md5', 'esp authentication-algorithm sha2-256'],
  ];
  for (const [build, before, after] of cases) {
    test(before, () => {
      checkFix(RULE, build(before), build(after), { title: TO });
    });
  }
  test('pfs in its own spelling', () => {
    const before = '#\nipsec profile prof1\n pfs dh-group2\n#\n';
    checkFix(RULE, before, before.replace('dh-group2', 'dh-group14'), { title: TO });
  });
  test('none is preferred: the other end must change too', () => {
    assert.deepEqual(repairTitles(RULE, proposal('dh group2')), [`Change to group14 ${TO}`]);
  });
  test('two words on VRP8', () => {
    const head = '#\nservice-instance-group group1\n';
    checkFix(
      RULE,
      proposal('encryption-algorithm 3des-cbc', head),
      proposal('encryption-algorithm aes-cbc 256', head),
      {
        title: TO,
      },
    );
    checkFix(
      RULE,
      `${head}#\nipsec proposal tran1\n esp encryption-algorithm des\n#\n`,
      `${head}#\nipsec proposal tran1\n esp encryption-algorithm aes 256\n#\n`,
      { title: TO },
    );
  });
  test('the mode in the word on old routers', () => {
    const head = '[V200R003C00]\n';
    checkFix(
      RULE,
      proposal('encryption-algorithm des-cbc', head),
      proposal('encryption-algorithm aes-cbc-256', head),
      {
        title: TO,
      },
    );
  });
  test('none where the spelling is not known, or the device has nothing stronger', () => {
    assert.deepEqual(repairTitles(RULE, proposal('encryption-algorithm des-cbc')), []);
    assert.deepEqual(repairTitles(RULE, proposal('authentication-algorithm md5', '[V200R003C00]\n')), []);
    assert.deepEqual(repairTitles(RULE, proposal('authentication-algorithm md5 sm3', '[V200R003C00]\n')), [
      `Change to sm3 ${TO}`,
    ]);
    assert.deepEqual(repairTitles(RULE, proposal('authentication-algorithm md5', '[V200R010C00]\n')), [
      `Change to sha2-256 ${TO}`,
    ]);
  });
  test('none for a cipher that does not encrypt', () => {
    assert.deepEqual(repairTitles(RULE, ipsec('esp encryption-algorithm aes-256-gmac')), []);
  });
  test('with the line ends of the file', () => {
    const before = proposal('dh group2').replace(/\n/g, '\r\n');
    checkFix(RULE, before, before.replace('group2', 'group14'), { title: TO });
  });
  test('the finding is marked as deprecated', () => {
    const [finding] = findingsIn(proposal('dh group2')).filter(({ rule }) => rule.id === RULE);
    assert.equal(finding?.tag, 'deprecated');
  });
});
