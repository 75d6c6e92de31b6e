import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkRule, repairTitles } from './check';
import { CAPTURE, HEALTHY, STYLES } from './fixtures';

const RULE = 'wrong-view';
const check = (fixture: string): void => {
  checkRule(RULE, fixture);
};
const capture = { language: 'huawei-vrp-output' } as const;

describe('finds', () => {
  test('commands of an IKE proposal in a peer and the other way round, the whole command underlined', () => {
    check(`
#
ike peer b
 encryption-algorithm aes-256
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error wrong-view encryption-algorithm is no command of the IKE peer view; it belongs to: IKE proposal view.
 dh group14
 ^^^^^^^^^^ error wrong-view it belongs to: IKE proposal view, Efficient VPN policy view.
#
ike proposal 5
 ike-proposal 5
 ^^^^^^^^^^^^^^ error wrong-view ike-proposal is no command of the IKE proposal view; it belongs to: IKE peer view.
 remote-address 203.0.113.2
 ^^^^^^^^^^^^^^^^^^^^^^^^^^ error wrong-view IKE peer view
#`);
  });
  test('commands of the IPsec proposal and of policies in the wrong one of them', () => {
    check(`
#
ipsec proposal tran1
 encryption-algorithm aes-256
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error wrong-view IKE proposal view
 pfs dh-group14
 ^^^^^^^^^^^^^^ error wrong-view ISAKMP IPsec policy view, IPsec policy template view, IPsec profile view
#
ipsec policy map1 10 isakmp
 transform esp
 ^^^^^^^^^^^^^ error wrong-view IPsec proposal view
 remote-address 203.0.113.2
 ^^^^^^^^^^^^^^^^^^^^^^^^^^ error wrong-view IKE peer view
#`);
  });
  test('commands of interfaces, ACLs and PKI domains', () => {
    check(`
#
ipsec policy map1 10 isakmp
 rule 5 permit ip
 ^^^^^^^^^^^^^^^^ error wrong-view advanced ACL view
 ip address 10.1.1.1 255.255.255.0
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error wrong-view interface view
 tunnel-protocol ipsec
 ^^^^^^^^^^^^^^^^^^^^^ error wrong-view interface view
#`);
  });
  test('an undo line, named without its undo', () => {
    check(`
#
ike peer b
 undo pfs
 ^^^^^^^^ error wrong-view pfs is no command of the IKE peer view
#`);
  });
  test('commands of an IKE user among those of its peer', () => {
    check(`
#
ike user-table 1
 user branch1
  remote-id branch1.example
  ^^^^^^^^^^^^^^^^^^^^^^^^^ error wrong-view remote-id is no command of the IKE user view
#`);
  });
  test('a remark among policies, templates and profiles: releases differ there', () => {
    check(`
#
ipsec profile prof1
 security acl 3000
 ^^^^^^^^^^^^^^^^^ information wrong-view security is no command of the IPsec profile view
 tunnel local 203.0.113.1
 ^^^^^^^^^^^^^^^^^^^^^^^^ information wrong-view
#
ipsec policy map1 10 manual
 ike-peer b
 ^^^^^^^^^^ information wrong-view ike-peer is no command of the manual IPsec policy view
 pfs dh-group14
 ^^^^^^^^^^^^^^ information wrong-view
#`);
  });
  test('a remark for commands that releases have in different views', () => {
    check(`
#
ipsec policy-template temp1 1
 dscp 10
 ^^^^^^^ information wrong-view IKE peer view
#`);
  });
  test('a remark in an Efficient VPN policy, which gathers commands of many views', () => {
    check(`
#
ipsec efficient-vpn evpn1 mode client
 remote-address 203.0.113.2 v2
 exchange-mode aggressive
 ^^^^^^^^^^^^^^^^^^^^^^^^ information wrong-view
 proposal tran1
 ^^^^^^^^^^^^^^ information wrong-view
 dscp 10
 ^^^^^^^ information wrong-view
#`);
  });
  test('a key in the wrong view, without repeating it', () => {
    check(`
#
ike proposal 5
 pre-shared-key Example-Key-1
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error wrong-view pre-shared-key is no command of the IKE proposal view; it belongs to: IKE peer view, IKE user view, Efficient VPN policy view.
#`);
  });
  test('commands that only begin like one of this view', () => {
    check(`
#
ike peer b
 sa duration time-based 3600
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error wrong-view sa is no command of the IKE peer view
#
ipsec policy map1 10 isakmp
 tunnel remote 203.0.113.2
 ^^^^^^^^^^^^^^^^^^^^^^^^^ information wrong-view it belongs to: manual IPsec policy view
#`);
  });
  test('commands of IPsec alone on an interface and in an ACL', () => {
    check(`
#
acl number 3000
 rule 5 permit ip
 security acl 3000
 ^^^^^^^^^^^^^^^^^ error wrong-view advanced ACL view
#
interface GigabitEthernet1/0/1
 ip address 203.0.113.1 24
 ike-peer b
 ^^^^^^^^^^ error wrong-view interface view
#`);
  });
  test('in what a device prints in a capture', () => {
    checkRule(
      RULE,
      `
[FW-ike-peer-b]display this
#
ike peer b
 encryption-algorithm aes-256
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error wrong-view encryption-algorithm is no command
#
return
[FW-ike-peer-b]quit
`,
      capture,
    );
  });
});

describe('stays silent', () => {
  test('on commands in their own views', () => {
    check(`
#
ike proposal 5
 encryption-algorithm aes-256
 sa duration 3600
#
ike peer b
 pre-shared-key <key>
 local-address 203.0.113.1
 remote-address 203.0.113.2
 sa binding vpn-instance vpn1
#
ipsec policy map1 10 isakmp
 local-address 203.0.113.1
 sa duration time-based 3600
#
ipsec efficient-vpn evpn1 mode client
 remote-address 203.0.113.2 v2
 pre-shared-key <key>
 dh group14
 local-id-type fqdn
#`);
  });
  test('on words that many views know, also views of which there is no list', () => {
    check(`
#
ike proposal 5
 description office
 alias office
 name office
 enable
 shutdown
 mtu 1400
#`);
  });
  test('on abbreviations and on lines that are no whole command elsewhere: too little to go by', () => {
    check(`
#
ike peer b
 enc aes-256
 encryption-algorithm
 encryption-algorithm aes-256 please
 transform
#`);
  });
  test('on system-view commands, which a device takes in any view', () => {
    checkRule(
      RULE,
      `
[FW]ike peer b
[FW-ike-peer-b]ike proposal 5
[FW-ike-proposal-5]dh group14
[FW-ike-proposal-5]ipsec proposal tran1
[FW-ipsec-proposal-tran1]transform esp
[FW-ipsec-proposal-tran1]interface GigabitEthernet1/0/1
[FW-GigabitEthernet1/0/1]ip address 203.0.113.1 24
`,
      capture,
    );
  });
  test('on a script without quit, where a line opens the next view', () => {
    check(`
ike peer b
remote-address 203.0.113.2
ike proposal 5
dh group14
acl 3000
rule permit ip
interface GigabitEthernet1/0/1
ip address 203.0.113.1 24
ipsec policy map1
`);
  });
  test('on a line of a script that fits no view: the view may have been left', () => {
    check(`
ike peer b
remote-address 203.0.113.2
encapsulation-mode tunnel
`);
  });
  test('on a session, in which the device has answered already', () => {
    checkRule(
      RULE,
      `
[FW]ike peer b
[FW-ike-peer-b]encryption-algorithm aes-256
                ^
Error: Unrecognized command found at '^' position.
[FW-ike-peer-b]remote-address 203.0.113.2
`,
      capture,
    );
  });
  test('on indentation that is off', () => {
    check(`
#
 ike proposal 5
   dh group14
  encryption-algorithm aes-256
#
\tike peer b
\t\tremote-address 203.0.113.2
\t exchange-mode main
#
ike local-name fw_a
 ipsec sha2 compatible enable
#`);
  });
  test('on remarks in prose that begin with a command word', () => {
    check(`
#
ike peer b
 dh group14 is used there
 transform esp, see the other end
#`);
  });
  test('on an interface where lines have been left out', () => {
    check(`
#
interface GigabitEthernet1/0/1
 ip address 203.0.113.1 24
 ......
 ike-peer b
#`);
  });
  test('in views of other features', () => {
    check(`
#
interface GigabitEthernet1/0/1
 encryption-algorithm aes-256
#
firewall zone trust
 remote-address 203.0.113.2
#`);
  });
  test('on output', () => {
    checkRule(
      RULE,
      `
[FW-ike-peer-b]display ike proposal
 encryption-algorithm aes-256
 dh group14
[FW-ike-peer-b]quit
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

test('offers no repair: where the line was meant to go is not known', () => {
  assert.deepEqual(repairTitles(RULE, '#\nike peer b\n dh group14\n#\n'), []);
});
