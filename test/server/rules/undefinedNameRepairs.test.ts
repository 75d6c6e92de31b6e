import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkFix, checkFixAll, repairTitles } from './check';

const RULE = 'undefined-name';
const capture = { language: 'huawei-vrp-output' } as const;

/** What makes a text a whole configuration. */
const WHOLE = `
#
sysname FW_A
#
interface GigabitEthernet1/0/1
 ip address 203.0.113.1 255.255.255.0
#`;

describe('repairs', () => {
  test('a slip: the name that is meant is preferred', () => {
    const before = `${WHOLE}
ike peer branch
 pre-shared-key <key>
ike peer office
 pre-shared-key <key>
#
ipsec profile prof1
 ike-peer brnach
#`;
    assert.deepEqual(repairTitles(RULE, before), ['* Change to IKE peer branch', 'Create IKE peer brnach']);
    checkFix(RULE, before, before.replace('brnach', 'branch'));
  });
  test('an IPsec proposal keeps the case of its definition', () => {
    const before = `${WHOLE}
ipsec proposal Tran1
#
ipsec profile prof1
 proposal tarn1
#`;
    checkFix(RULE, before, before.replace('tarn1', 'Tran1'));
  });
  test('names of a series are no slips of each other: none is preferred', () => {
    const before = `${WHOLE}
ike peer branch1
 pre-shared-key <key>
#
ipsec profile prof1
 ike-peer branch1
ipsec profile prof2
 ike-peer branch2
#`;
    assert.deepEqual(repairTitles(RULE, before), ['Change to IKE peer branch1', 'Create IKE peer branch2']);
  });
  test('the only name of the kind, which nothing uses, is the one that is meant', () => {
    const before = `${WHOLE}
ipsec policy map1 10 isakmp
 security acl 3000
#
acl number 3000
#
interface GigabitEthernet1/0/2
 ipsec policy policy1
#`;
    checkFix(RULE, before, before.replace('policy policy1', 'policy map1'));
  });
  test('quotes stay where a name needs them', () => {
    const before = `${WHOLE}
ike peer "head office"
 pre-shared-key <key>
#
ipsec profile prof1
 ike-peer "head ofice"
#`;
    checkFix(RULE, before, before.replace('ofice', 'office'));
  });

  const PEER = `
#
sysname FW_A
#
interface GigabitEthernet1/0/1
 ip address 203.0.113.1 255.255.255.0
#
ipsec proposal tran1
 esp authentication-algorithm sha2-256
#
ike peer b
 ike-proposal 10
 pre-shared-key <key>
#
return
`;
  test('a proposal is created before the peer, closed with #', () => {
    checkFix(
      RULE,
      PEER,
      PEER.replace(
        'ike peer b\n',
        `ike proposal 10
 encryption-algorithm aes-256
 dh group14
 authentication-algorithm sha2-256
 authentication-method pre-share
 integrity-algorithm hmac-sha2-256
 prf hmac-sha2-256
#
ike peer b
`,
      ),
    );
  });
  test('with the line ends of the file', () => {
    const crlf = PEER.replace(/\n/g, '\r\n').replace(/^\r\n/, '');
    checkFix(
      RULE,
      crlf,
      crlf.replace(
        'ike peer b\r\n',
        'ike proposal 10\r\n encryption-algorithm aes-256\r\n dh group14\r\n authentication-algorithm sha2-256\r\n' +
          ' authentication-method pre-share\r\n integrity-algorithm hmac-sha2-256\r\n prf hmac-sha2-256\r\n#\r\nike peer b\r\n',
      ),
    );
  });
  test('behind the proposals that are there, by number and without # between them', () => {
    const before = PEER.replace(
      'ike peer b\n',
      'ike proposal default\n dh group14\nike proposal 5\n dh group14\nike proposal 20\n dh group14\n#\nike peer b\n',
    );
    checkFix(
      RULE,
      before,
      before.replace(
        'ike proposal 20\n',
        `ike proposal 10
 encryption-algorithm aes-256
 dh group14
 authentication-algorithm sha2-256
 authentication-method pre-share
 integrity-algorithm hmac-sha2-256
 prf hmac-sha2-256
ike proposal 20
`,
      ),
      { title: 'Create' },
    );
  });
  test('with # between them where the file has it so', () => {
    const before = PEER.replace(
      'ipsec proposal tran1\n esp authentication-algorithm sha2-256\n',
      'ipsec proposal a\n esp authentication-algorithm sha2-256\n#\nipsec proposal b\n esp authentication-algorithm sha2-256\n',
    ).replace('#\nreturn', '#\nipsec profile prof1\n proposal tran1\n#\nreturn');
    checkFix(
      RULE,
      before,
      before.replace(
        'ipsec proposal b\n esp authentication-algorithm sha2-256\n',
        `ipsec proposal b
 esp authentication-algorithm sha2-256
#
ipsec proposal tran1
 esp authentication-algorithm sha2-256
 esp encryption-algorithm aes-256
`,
      ),
      { finding: 1, title: 'Create' },
    );
  });
  test('an ACL stands before the sections of IPsec; its addresses are to be filled in, so nothing is preferred', () => {
    const before = `
#
sysname FW_A
#
ike peer b
 pre-shared-key <key>
#
ipsec policy map1 10 isakmp
 security acl 3000
 ike-peer b
#
interface GigabitEthernet1/0/1
 ip address 203.0.113.1 255.255.255.0
#
`;
    assert.deepEqual(repairTitles(RULE, before), ['Create ACL 3000']);
    checkFix(
      RULE,
      before,
      before.replace(
        'ike peer b\n',
        `acl number 3000
 rule 5 permit ip source 10.1.1.0 0.0.0.255 destination 10.1.2.0 0.0.0.255
#
ike peer b
`,
      ),
      { title: 'Create' },
    );
  });
  test('another ACL is offered and not preferred', () => {
    const before = `${WHOLE}
acl number 3000
#
ipsec policy map1 10 isakmp
 security acl 3001
#`;
    assert.deepEqual(repairTitles(RULE, before), ['Change to ACL 3000', 'Create ACL 3001']);
  });
  test('flat, with quit, in a script', () => {
    checkFix(
      RULE,
      `
sysname FW_A
interface GigabitEthernet1/0/1
ip address 203.0.113.1 24
quit
ike proposal 5
dh group14
quit
ike peer b
pre-shared-key <key>
ike-proposal 10
quit`,
      `
sysname FW_A
interface GigabitEthernet1/0/1
ip address 203.0.113.1 24
quit
ike proposal 5
dh group14
quit
ike proposal 10
encryption-algorithm aes-256
dh group14
authentication-algorithm sha2-256
authentication-method pre-share
integrity-algorithm hmac-sha2-256
prf hmac-sha2-256
quit
ike peer b
pre-shared-key <key>
ike-proposal 10
quit`,
      { title: 'Create' },
    );
  });
  test('in the spelling of VRP8', () => {
    checkFix(
      RULE,
      `
#
 sysname NE_A
#
interface GigabitEthernet1/0/1
 ip address 203.0.113.1 255.255.255.0
#
service-instance-group group1
#
ipsec profile prof1
 proposal tran1
#
`,
      `
#
 sysname NE_A
#
interface GigabitEthernet1/0/1
 ip address 203.0.113.1 255.255.255.0
#
service-instance-group group1
#
ipsec proposal tran1
 esp authentication-algorithm sha2-256
 esp encryption-algorithm aes 256
#
ipsec profile prof1
 proposal tran1
#
`,
    );
  });
  test('all slips of a file at once', () => {
    const before = `${WHOLE}
ike peer branch
 pre-shared-key <key>
ipsec proposal strong
#
ipsec profile prof1
 ike-peer brnach
 proposal stronk
ipsec profile prof2
 ike-peer brach
 proposal strng
#`;
    checkFixAll(
      RULE,
      before,
      before
        .replace('brnach', 'branch')
        .replace('brach', 'branch')
        .replace('stronk', 'strong')
        .replace('strng', 'strong'),
    );
  });
  test('nothing is written behind a prompt', () => {
    const text = `
[FW]ike peer a
[FW-ike-peer-a]ike-proposal 10
[FW]ike proposal 5
[FW-ike-proposal-5]quit
`;
    assert.deepEqual(repairTitles(RULE, text, capture), ['* Change to IKE proposal 5']);
  });
  test('offers no name that cannot be meant: another kind of ACL, one of the line, one that the device refuses', () => {
    const whole = (lines: string): string =>
      `#\nsysname A\n#\n${lines}#\ninterface GigabitEthernet1/0/1\n ip address 203.0.113.1 255.255.255.0\n#\nreturn\n`;
    const policy = (line: string): string => `ipsec policy map1 10 isakmp\n ${line}\n`;
    assert.deepEqual(repairTitles(RULE, whole(`acl number 2000\n#\n${policy('security acl 3000')}`)), [
      'Create ACL 3000',
    ]);
    assert.deepEqual(repairTitles(RULE, whole(`ipsec proposal tran1\n#\n${policy('proposal tran1 tran')}`)), [
      '* Create IPsec proposal tran',
    ]);
    assert.deepEqual(repairTitles(RULE, whole('ike proposal 100010\n#\nike peer a\n ike-proposal 10\n')), [
      '* Create IKE proposal 10',
    ]);
  });
});
