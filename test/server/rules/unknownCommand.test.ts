import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkFix, checkFixAll, checkRule, repairTitles } from './check';
import { CAPTURE, HEALTHY, STYLES } from './fixtures';

const RULE = 'unknown-command';
const check = (fixture: string): void => {
  checkRule(RULE, fixture);
};
const capture = { language: 'huawei-vrp-output' } as const;

describe('finds', () => {
  test('slips in the first word, as errors that name the word that is meant', () => {
    check(`
#
ike peer b
 remote-adress 203.0.113.2
 ^^^^^^^^^^^^^ error unknown-command "remote-adress" is no command of the IKE peer view; did you mean remote-address?
 lcoal-id fw_a
 ^^^^^^^^ error unknown-command did you mean local-id?
 undo exchnage-mode
      ^^^^^^^^^^^^^ error unknown-command did you mean exchange-mode?
#
ipsec proposal tran1
 encapsulaton-mode tunnel
 ^^^^^^^^^^^^^^^^^ error unknown-command "encapsulaton-mode" is no command of the IPsec proposal view; did you mean encapsulation-mode?
#`);
  });
  test('slips further on', () => {
    check(`
#
ike proposal 5
 encryption-algorithm ase-256
                      ^^^^^^^ error unknown-command "ase-256" does not belong here; did you mean aes-256?
 dh gruop14
    ^^^^^^^ error unknown-command did you mean group14?
 authentication-method pre-shared
                       ^^^^^^^^^^ error unknown-command did you mean pre-share?
#
ipsec proposal tran1
 esp encrption-algorithm aes-256
     ^^^^^^^^^^^^^^^^^^^ error unknown-command did you mean encryption-algorithm?
 esp authentication-algorithm sha2-265
                              ^^^^^^^^ error unknown-command did you mean sha2-256?
#
ipsec policy map1 10 isakmp
 sa triger-mode auto
    ^^^^^^^^^^^ error unknown-command did you mean trigger-mode?
 pfs dh-gruop14
     ^^^^^^^^^^ error unknown-command did you mean dh-group14?
#`);
  });
  test('slips in any of the commands that begin alike', () => {
    check(`
#
ipsec policy map1 10 manual
 sa spi outbond esp 300
        ^^^^^^^ error unknown-command did you mean outbound?
 tunnel remot-e 203.0.113.2
        ^^^^^^^ error unknown-command did you mean remote?
#`);
  });
  test('words of other releases, as remarks that say what is known', () => {
    check(`
#
ike peer b
 negotiation-limit 5
 ^^^^^^^^^^^^^^^^^ information unknown-command "negotiation-limit" is not known as a command of the IKE peer view.
 version 3
         ^ information unknown-command "3" is not known here; known are: 1, 2.
 nat traversal always
               ^^^^^^ information unknown-command "always" is more than this command is known to take.
#
ipsec policy map1 10 isakmp
 tunnel anywhere 203.0.113.2
        ^^^^^^^^ information unknown-command "anywhere" is not known here; known are: local.
 sa duration time-based 1h
                        ^^ information unknown-command "1h" is not known here; known are: <seconds>.
#`);
  });
  test('words that differ from a known one in a number only are no slips', () => {
    check(`
#
ike proposal 5
 dh group31
    ^^^^^^^ information unknown-command "group31" is not known here; known are: group1, group2, group5,
 encryption-algorithm aes-512
                      ^^^^^^^ information unknown-command
 prf hmac-sha3-256
     ^^^^^^^^^^^^^ information unknown-command
#`);
  });
  test('algorithms that others have are no slips', () => {
    check(`
#
ike proposal 5
 authentication-method ecdsa-signature
                       ^^^^^^^^^^^^^^^ information unknown-command
 encryption-algorithm aes-ctr-128
                      ^^^^^^^^^^^ information unknown-command
#
ipsec proposal tran1
 esp encryption-algorithm aes-128-ccm-128
                          ^^^^^^^^^^^^^^^ information unknown-command
#`);
  });
  test('a word with a part less or more in front, as a warning', () => {
    check(`
#
ike proposal 5
 dh dh-group14
    ^^^^^^^^^^ warning unknown-command did you mean group14?
 integrity-algorithm sha2-256
                     ^^^^^^^^ warning unknown-command did you mean hmac-sha2-256?
#
ipsec profile prof1
 pfs group14
     ^^^^^^^ warning unknown-command did you mean dh-group14?
#`);
  });
  test('slips at the head of a command in the system view and on an interface', () => {
    check(`
#
ike perr b
    ^^^^ error unknown-command did you mean peer?
#
ipsec polcy map1 10 isakmp
      ^^^^^ error unknown-command did you mean policy?
#
ipsce proposal tran1
^^^^^ error unknown-command did you mean ipsec?
#
 undo ike hartbeat-timer interval
          ^^^^^^^^^^^^^^ error unknown-command did you mean heartbeat-timer?
#
interface GigabitEthernet1/0/1
 ipsec polcy map1
       ^^^^^ error unknown-command did you mean policy?
#`);
  });
  test('slips in short words, where the rest of the line says what is meant', () => {
    check(`
#
ipsec proposal tran1
 ep encryption-algorithm aes-256
 ^^ error unknown-command did you mean esp?
 esp authentication-algorithm sha-256
                              ^^^^^^^ error unknown-command did you mean sha2-256?
#
ipsec policy map1 10 isakmp
 security al 3000
          ^^ error unknown-command did you mean acl?
 ps dh-group14
 ^^ error unknown-command did you mean pfs?
#
ipsec policy map1 20 iskamp
                     ^^^^^^ error unknown-command did you mean isakmp?
#`);
  });
  test('lines that end before their value, as warnings that name what is missing', () => {
    check(`
#
ike peer b
 remote-address
 ^^^^^^^^^^^^^^ warning unknown-command The line ends too early; one of these must follow: vpn-instance, host-name, domain,
 exchange-mode
 ^^^^^^^^^^^^^ warning unknown-command one of these must follow: main, aggressive, auto.
#
ipsec policy map1 10 isakmp
 sa duration time-based
 ^^^^^^^^^^^^^^^^^^^^^^ warning unknown-command The line ends too early: <seconds> is missing.
 sa
 ^^ warning unknown-command one of these must follow: trigger-mode, duration, anti-replay.
 sa duration
 ^^^^^^^^^^^ warning unknown-command one of these must follow: traffic-based, time-based.
#`);
  });
  test('a slip behind a prompt, and in a script', () => {
    checkRule(
      RULE,
      `
[FW]ike peer b
[FW-ike-peer-b]remote-adress 203.0.113.2
               ^^^^^^^^^^^^^ error unknown-command did you mean remote-address?
`,
      capture,
    );
    check(`
ike peer b
remote-adress 203.0.113.2
^^^^^^^^^^^^^ error unknown-command did you mean remote-address?
`);
  });
  test('a misspelled cipher before the key; the key is not repeated', () => {
    check(`
#
ike peer b
 pre-shared-key chiper Example-Key-1
                ^^^^^^ error unknown-command "chiper" does not belong here; did you mean cipher?
#
ipsec policy map1 10 manual
 sa string-key inbound esp smiple Example-Key-1
                           ^^^^^^ error unknown-command did you mean simple?
#`);
  });
  test('words behind a key, without repeating them', () => {
    check(`
#
ike peer b
 pre-shared-key Example Key 1
                        ^^^^^ information unknown-command Nothing is known to follow the key; a key with blanks stands in double quotes.
 pre-shared-key cipher chiper Key1
                              ^^^^ information unknown-command Nothing is known to follow the key
#`);
  });
  test('a key where another word belongs, without repeating it', () => {
    check(`
#
ipsec policy map1 10 manual
 sa string-key Example-Key-1
               ^^^^^^^^^^^^^ information unknown-command This word is not known here; known are: inbound, outbound.
#`);
  });
});

describe('stays silent', () => {
  test('on abbreviations and on any case', () => {
    check(`
ike proposal 5
encryp aes-256
auth-m pre
DH GROUP14
ike peer b
remote-a 203.0.113.2
exch agg
un version 2
loc fqdn
ipsec policy map1 10 isa
sec acl 3000
sa dur time 3600
`);
  });
  test('on a key that was taken out, with or without what was left of it', () => {
    check(`
#
ike peer b
 pre-shared-key
ike peer c
 pre-shared-key cipher
ike peer d
 pre-shared-key <secret hidden>
ike peer e
 pre-shared-key {{ psk }}
#
ipsec policy map1 10 manual
 sa string-key inbound esp
 sa string-key outbound esp cipher
#`);
  });
  test('on masks in place of a word', () => {
    check(`
#
ike proposal 5
 encryption-algorithm ***
 dh <group>
ike peer b
 exchange-mode xxxx
 remote-address 203.0.113.x
#`);
  });
  test('on remarks in prose, on other scripts and on what the online help prints', () => {
    check(`
ike peer b
 remote-address 203.0.113.2 // the branch office
 This is the peer of the branch.
 todo: ask for the address
 remember that the key must be changed
 对端地址
 remote-address ?
 local-id-type ?
 ......
`);
  });
  test('on commands of other views that are reached from here, and on how a view is left', () => {
    check(`
ike peer b
remote-address 203.0.113.2
display this
quit
ike proposal 5
dh group14
return
`);
    checkRule(
      RULE,
      `
[FW]ike peer b
[FW-ike-peer-b]display this
[FW-ike-peer-b]dis th
[FW-ike-peer-b]display ike sa | include 203
[FW-ike-peer-b]ping 203.0.113.2
[*FW-ike-peer-b]commit
[~FW-ike-peer-b]ike proposal 5
[*FW-ike-proposal-5]save
[*FW-ike-proposal-5]q
`,
      capture,
    );
  });
  test('on what the device says to a line', () => {
    checkRule(
      RULE,
      `
[FW-ike-peer-b]local-id fw_a
Info: The configuration takes effect at the next negotiation.
Warning: The IKE peer is in use. Continue? [Y/N]:y
[FW-ike-peer-b]quit
`,
      capture,
    );
  });
  test('on other words at the head of a command: other releases have more of them', () => {
    check(`
#
ike dscp 3
ipsec remote-identity 5
ipsec polcy map1 ten isakmp
#
interface GigabitEthernet1/0/1
 ipsec link-selection 1
#`);
  });
  test('on a word of its own that only ends like a command', () => {
    checkRule(RULE, '#\nike peer b\n authentication eap\n ^^^^^^^^^^^^^^ information unknown-command\n#');
  });
  test('in views whose commands are not all known', () => {
    check(`
#
interface GigabitEthernet1/0/1
 qos-something new
#
acl number 3000
 ruel 5 permit ip
#
aaa
 whatever it takes
#
ike something-new 5
ipsec something-new 5
#`);
  });
  test('on a line that belongs to another view: another rule says so', () => {
    check(`
#
ike peer b
 encryption-algorithm aes-256
#
ipsec policy map1 10 isakmp
 ip address 10.1.1.1 255.255.255.0
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
  const before = `
#
ike proposal 5
 encryption-algorithm ase-256 aes-128
 dh gruop14
#
ike peer b
 remote-adress 203.0.113.2
 ike-proposal 5
 undo exchnage-mode
#
`;
  test('writes the word that is meant and leaves the rest of the line', () => {
    assert.deepEqual(repairTitles(RULE, before), [
      '* Change to aes-256',
      '* Change to group14',
      '* Change to remote-address',
      '* Change to exchange-mode',
    ]);
    checkFix(RULE, before, before.replace('ase-256', 'aes-256'));
    checkFix(RULE, before, before.replace('adress', 'address'), { finding: 2 });
    checkFix(RULE, before, before.replace('exchnage', 'exchange'), { finding: 3 });
  });
  test('writes cipher; the key behind it is then a finding of its own', () => {
    const text = '\n#\nike peer b\n pre-shared-key chiper Example-Key-1\n#\n';
    checkFix(RULE, text, text.replace('chiper', 'cipher'), { brings: ['clear-text-key'] });
  });
  test('with CRLF', () => {
    const crlf = before.trimStart().replace(/\n/g, '\r\n');
    checkFix(RULE, crlf, crlf.replace('gruop14', 'group14'), { finding: 1 });
  });
  test('all slips of a file at once', () => {
    checkFixAll(
      RULE,
      before,
      before
        .replace('ase-256', 'aes-256')
        .replace('gruop', 'group')
        .replace('adress', 'address')
        .replace('exchnage', 'exchange'),
    );
  });
  test('none for a word of which nothing is known, nor for a line that ends too early', () => {
    assert.deepEqual(
      repairTitles(
        RULE,
        '#\nike peer b\n newcommand x\n version 3\n exchange-mode\n pre-shared-key a b\n#\n',
      ),
      [],
    );
  });
  test('is not made without asking where more of the line is wrong', () => {
    const text = '\n#\nipsec proposal tran1\n transfrom sep\n#\n';
    assert.deepEqual(repairTitles(RULE, text), ['Change to transform']);
  });
});
