import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { textOf } from '../../../server/src/model/value';
import { checkFix, checkFixAll, checkRule, findingsIn, repairTitles } from './check';
import { CAPTURE, HEALTHY, STYLES } from './fixtures';

const RULE = 'sm-algorithm-with-ikev2';
const check = (fixture: string): void => {
  checkRule(RULE, fixture);
};
const capture = { language: 'huawei-vrp-output' } as const;

/** A policy with a peer that has these lines, and a proposal with those. */
const tunnel = (peer: string, proposal: string): string => `
#
ipsec proposal tran1
${proposal}
#
ike peer b
${peer}
#
ipsec policy map1 10 isakmp
 ike-peer b
 proposal tran1
 pfs dh-group14
#
`;
const IKEV2_ONLY = ' undo version 1\n pre-shared-key <key>\n remote-address 203.0.113.2';
const BOTH = ' pre-shared-key <key>\n remote-address 203.0.113.2';

describe('finds', () => {
  test('an error where the peer speaks IKEv2 only', () => {
    check(
      tunnel(
        IKEV2_ONLY,
        ` esp authentication-algorithm sm3
                              ^^^ error sm-algorithm-with-ikev2 SM3 works with IKEv1 only, but map1 negotiates it with IKE peer b, on which IKEv2 is on.
 esp encryption-algorithm sm4
                          ^^^ error sm-algorithm-with-ikev2 SM4 works with IKEv1 only`,
      ),
    );
  });
  test('a warning where both versions are on, since the device begins with IKEv2', () => {
    check(
      tunnel(
        BOTH,
        ` esp encryption-algorithm sm1
                          ^^^ warning sm-algorithm-with-ikev2 SM1 works with IKEv1 only`,
      ),
    );
    check(
      tunnel(
        ` version 1\n version 2\n${BOTH}`,
        ` esp encryption-algorithm sm4
                          ^^^ warning sm-algorithm-with-ikev2 SM4`,
      ),
    );
  });
  test('one among others: the word alone, and a warning, since the others may serve', () => {
    check(
      tunnel(
        IKEV2_ONLY,
        ` transform ah-esp
 ah authentication-algorithm sm3 sha2-256
                             ^^^ warning sm-algorithm-with-ikev2 SM3
 esp encryption-algorithm sm1 aes-256 sm4
                          ^^^ warning sm-algorithm-with-ikev2 SM1 works with IKEv1 only
                                      ^^^ warning sm-algorithm-with-ikev2 SM4 works with IKEv1 only`,
      ),
    );
  });
  test('beside a proposal without SM algorithms, as a warning', () => {
    check(
      tunnel(
        IKEV2_ONLY,
        ` esp encryption-algorithm sm4
                          ^^^ warning sm-algorithm-with-ikev2 SM4`,
      )
        .replace('\n proposal tran1\n', '\n proposal tran1 tran2\n')
        .replace(
          'ipsec proposal tran1\n',
          'ipsec proposal tran2\n esp encryption-algorithm aes-256\n#\nipsec proposal tran1\n',
        ),
    );
  });
  test('the causes of the IKE proposal are its own', () => {
    const text = tunnel(' version 2\n ike-proposal 5', ' esp encryption-algorithm aes-256').replace(
      'ike peer b\n',
      'ike proposal 5\n encryption-algorithm sm4\n#\nike peer b\n',
    );
    const [finding] = findingsIn(text).filter(({ rule }) => rule.id === RULE);
    assert.deepEqual(finding?.causes, ['proposal mismatch or use sm in ikev2']);
  });
  test('the cipher of the IKE proposal that the peer names', () => {
    check(`
#
ike proposal 5
 encryption-algorithm sm4
                      ^^^ error sm-algorithm-with-ikev2 SM4
#
ike peer b v2
 ike-proposal 5
#
ipsec profile prof1
 ike-peer b
#`);
  });
  test('once for all users, an error as soon as one of the peers has no IKEv1', () => {
    check(`
#
ipsec proposal tran1
 esp encryption-algorithm sm4
                          ^^^ error sm-algorithm-with-ikev2 but map1, temp1, prof1 negotiates it with IKE peer b, c, on which IKEv2 is on.
#
ike peer b
#
ike peer c
 version 2
#
ike peer d
 undo version 2
#
ipsec policy map1 10 isakmp
 ike-peer b
 proposal tran1
ipsec policy map1 20 isakmp
 ike-peer d
 proposal tran1
#
ipsec policy-template temp1 1
 ike-peer c
 proposal tran1
#
ipsec profile prof1
 ike-peer b
 proposal tran2 TRAN1
#`);
  });
  test('and names what turns IKEv2 on', () => {
    const [finding] = findingsIn(tunnel(IKEV2_ONLY, ' esp encryption-algorithm sm4')).filter(
      ({ rule }) => rule.id === RULE,
    );
    assert.ok(finding);
    assert.deepEqual(
      finding.related?.map(({ place, message }) => [textOf(place), message]),
      [['undo version 1', 'IKE peer b']],
    );
  });
  test('what is typed flat and abbreviated', () => {
    check(`
ipsec proposal tran1
esp enc sm4
        ^^^ error sm-algorithm-with-ikev2 SM4
ike peer b
un ver 1
ipsec policy map1 10 isa
ike-p b
prop tran1
`);
  });
});

describe('stays silent', () => {
  test('where the peer speaks IKEv1 only, however it says so', () => {
    for (const version of [' undo version 2', ' version 1'])
      check(
        tunnel(`${version}\n${BOTH}`, ' esp encryption-algorithm sm4\n esp authentication-algorithm sm3'),
      );
    check(tunnel(BOTH, ' esp encryption-algorithm sm4').replace('ike peer b', 'ike peer b v1'));
  });
  test('where no peer with IKEv2 uses the proposal', () => {
    check(`
#
ike proposal 5
 encryption-algorithm sm4
ike proposal 6
 encryption-algorithm aes-256
#
ike peer b
 ike-proposal 6
#
ike peer c
#
ipsec proposal tran1
 esp encryption-algorithm sm4
#
ipsec policy map1 10 isakmp
 ike-peer b
ipsec policy map1 20 isakmp
 ike-peer c
ipsec policy map1 30 isakmp
 proposal tran1
ipsec policy map1 40 isakmp
 ike-peer d
 proposal tran1
ipsec policy map2 10 manual
 proposal tran1
#`);
  });
  test('on algorithms of the protocol that the transform leaves out, and on the hash of IKEv1', () => {
    check(tunnel(IKEV2_ONLY, ' ah authentication-algorithm sm3\n esp encryption-algorithm aes-256'));
    check(tunnel(IKEV2_ONLY, ' transform ah\n esp encryption-algorithm sm4'));
    check(`
#
ike proposal 5
 encryption-algorithm aes-256
 authentication-algorithm sm3
#
ike peer b v2
 ike-proposal 5
#
ipsec profile prof1
 ike-peer b
#`);
  });
  test('in a capture that enters the peer before it begins: its version is not known', () => {
    const session = `
[FW-ike-peer-b]remote-address 203.0.113.2
[FW-ike-peer-b]quit
[FW]ipsec proposal tran1
[FW-ipsec-proposal-tran1]esp encryption-algorithm sm4
[FW-ipsec-proposal-tran1]quit
[FW]ipsec profile prof1
[FW-ipsec-profile-prof1]ike-peer b
[FW-ipsec-profile-prof1]proposal tran1
`;
    checkRule(RULE, session, capture);
    checkRule(
      RULE,
      session.replace('remote-address 203.0.113.2', 'undo version 1').replace(
        'algorithm sm4\n',
        `algorithm sm4
                                                  ^^^ error sm-algorithm-with-ikev2 SM4
`,
      ),
      capture,
    );
  });
  test('where a line of the peer can be the one that says its version', () => {
    check(tunnel(`${BOTH}\n undo verison 2`, ' esp encryption-algorithm sm4'));
    check(tunnel(`${BOTH}\n vresion 1`, ' esp encryption-algorithm sm4'));
  });
  test('where somebody has left lines of the peer out', () => {
    check(tunnel(`${BOTH}\n ......`, ' esp encryption-algorithm sm4'));
  });
  test('on healthy files of every product', () => {
    for (const [, style] of STYLES) {
      for (const [, text] of HEALTHY) checkRule(RULE, style(text));
      checkRule(RULE, style(CAPTURE), capture);
    }
  });
});

describe('repairs', () => {
  const OFF = 'Turn IKEv2 off for IKE peer b (the other end must use IKEv1)';
  const AES = 'Use aes-256 instead (do the same on the other end)';
  test('both versions on: either way, and none is preferred', () => {
    const before = tunnel(BOTH, ' esp encryption-algorithm sm4');
    assert.deepEqual(repairTitles(RULE, before), [OFF, AES]);
    checkFix(RULE, before, before.replace('ike peer b\n', 'ike peer b\n undo version 2\n'), {
      title: 'Turn',
    });
    checkFix(RULE, before, before.replace('sm4', 'aes-256'), { title: 'Use' });
    checkFixAll(RULE, before, before);
  });
  test('a line that turns IKEv2 on goes', () => {
    const before = tunnel(` version 1\n version 2\n${BOTH}`, ' esp encryption-algorithm sm4');
    checkFix(RULE, before, before.replace(' version 2\n', ''), { title: 'Turn' });
  });
  test('for every peer that needs it', () => {
    const before = tunnel(BOTH, ' esp encryption-algorithm sm4').replace(
      'ipsec policy map1 10 isakmp\n',
      `ike peer c
${BOTH}
#
ipsec profile prof1
 ike-peer c
 proposal tran1
 pfs dh-group14
#
ipsec policy map1 10 isakmp
`,
    );
    checkFix(
      RULE,
      before,
      before
        .replace('ike peer b\n', 'ike peer b\n undo version 2\n')
        .replace('ike peer c\n', 'ike peer c\n undo version 2\n'),
      { title: 'Turn' },
    );
  });
  test('IKEv2 only: the algorithm is the one thing to change', () => {
    const before = tunnel(
      IKEV2_ONLY,
      ' esp authentication-algorithm sm3\n esp encryption-algorithm sm4 aes-128 sm1',
    );
    assert.deepEqual(repairTitles(RULE, before), [
      '* Use aes-128 instead (do the same on the other end)',
      '* Use aes-128 instead (do the same on the other end)',
      '* Use sha2-256 instead (do the same on the other end)',
    ]);
    checkFixAll(RULE, before, before.replace('sm4 aes-128 sm1', 'aes-128').replace('sm3', 'sha2-256'));
  });
  test('with CRLF', () => {
    const before = tunnel(BOTH, ' esp encryption-algorithm sm4').trimStart().replace(/\n/g, '\r\n');
    checkFix(RULE, before, before.replace('ike peer b\r\n', 'ike peer b\r\n undo version 2\r\n'), {
      title: 'Turn',
    });
  });
  test('nothing is preferred where only a peer behind a prompt could be changed', () => {
    const session = `
[FW]ike peer b
[FW-ike-peer-b]remote-address 203.0.113.2
[FW-ike-peer-b]quit
[FW]ipsec proposal tran1
[FW-ipsec-proposal-tran1]esp encryption-algorithm sm4
[FW-ipsec-proposal-tran1]quit
[FW]ipsec profile prof1
[FW-ipsec-profile-prof1]ike-peer b
[FW-ipsec-profile-prof1]proposal tran1
`;
    assert.deepEqual(repairTitles(RULE, session, capture), [AES]);
  });
});
