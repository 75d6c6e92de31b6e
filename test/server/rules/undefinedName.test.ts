import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkRule, findingsIn } from './check';

const RULE = 'undefined-name';
const check = (fixture: string): void => {
  checkRule(RULE, fixture);
};
const capture = { language: 'huawei-vrp-output' } as const;

/** What makes a text a whole configuration. */
const WHOLE = `
#
sysname FW_A
#
interface GigabitEthernet1/0/1
 ip address 203.0.113.1 255.255.255.0
#`;

describe('finds', () => {
  test('the names in a save, each under its own words', () => {
    check(`${WHOLE}
ike peer b
 ike-proposal 10
              ^^ error undefined-name IKE proposal 10 is not defined on this device.
 user-table 7
            ^ error undefined-name IKE user table 7
 certificate pki-domain cert1
                        ^^^^^ error undefined-name PKI domain cert1
#
ipsec policy map1 10 isakmp
 security acl 3000
              ^^^^ error undefined-name ACL 3000
 ike-peer c
          ^ error undefined-name IKE peer c
 proposal tran1
          ^^^^^ error undefined-name IPsec proposal tran1
ipsec policy map1 20 isakmp template temp1
                                     ^^^^^ error undefined-name IPsec policy template temp1
#
interface GigabitEthernet1/0/2
 ipsec policy map2
              ^^^^ error undefined-name IPsec policy map2
#
interface Tunnel1
 ipsec profile prof1
               ^^^^^ error undefined-name IPsec profile prof1
#
interface Tunnel2
 ipsec efficient-vpn evpn
                     ^^^^ error undefined-name Efficient VPN policy evpn
#
return`);
  });
  test('with what the device reports for each kind', () => {
    const text = `${WHOLE}
ike peer b
 ike-proposal 10
 user-table 7
#
interface GigabitEthernet1/0/2
 ipsec policy map2
#
return`;
    assert.deepEqual(
      findingsIn(text)
        .filter(({ rule }) => rule.id === RULE)
        .map(({ causes }) => causes),
      [['phase1 proposal mismatch'], ['authentication fail'], ['no policy applied on interface']],
    );
  });
  test('each of several proposals of one line', () => {
    check(`${WHOLE}
ipsec proposal tran1
#
ipsec policy-template temp1 1
 proposal tran1 tran2 tran3
                ^^^^^ error undefined-name tran2
                      ^^^^^ error undefined-name tran3
#`);
  });
  test('a policy that is entered again or shared and was never there', () => {
    check(`${WHOLE}
ipsec policy map1 10
             ^^^^ error undefined-name IPsec policy map1
 pfs dh-group14
#
ipsec policy map2 shared local-interface LoopBack0
             ^^^^ error undefined-name IPsec policy map2
#`);
  });
  test('names that differ in case, where case counts', () => {
    check(`${WHOLE}
ike peer Branch
 pre-shared-key <key>
#
ipsec profile prof1
 ike-peer branch
          ^^^^^^ error undefined-name IKE peer branch
#`);
  });
  test('names in quotes', () => {
    check(`${WHOLE}
ipsec profile prof1
 ike-peer "head office"
          ^^^^^^^^^^^^^ error undefined-name IKE peer head office is
#`);
  });
  test('the names in a script that is typed flat and abbreviated', () => {
    check(`
sysname FW_A
int g1/0/1
ip add 203.0.113.1 24
ipsec pol map2
          ^^^^ error undefined-name IPsec policy map2
ike peer b
ike-pro 20
        ^^ error undefined-name IKE proposal 20
ipsec policy map1 10 isa
sec acl 3000
        ^^^^ error undefined-name ACL 3000
ike-p b
`);
  });
  test('an excerpt: a warning for what looks like a slip, a remark for the rest', () => {
    check(`
ike peer branch
 pre-shared-key <key>
ipsec policy map1 10 isakmp
 ike-peer brnach
          ^^^^^^ warning undefined-name IKE peer brnach is not defined in this file.
ipsec policy map1 20 isakmp
 ike-peer headquarters
          ^^^^^^^^^^^^ information undefined-name IKE peer headquarters is not defined in this file.
`);
  });
  test('a name behind a prompt', () => {
    checkRule(
      RULE,
      `
[FW]ike peer branch
[FW-ike-peer-branch]quit
[FW]ipsec policy map1 10 isakmp
[FW-ipsec-policy-isakmp-map1-10]ike-peer brnach
                                         ^^^^^^ warning undefined-name brnach
`,
      capture,
    );
  });
});

describe('stays silent', () => {
  test('where a command with a slip may define the name: that is a finding of its own', () => {
    check(`${WHOLE}
ike propsal 10
 dh group14
#
ipesc proposal tran1
#
ike peer b
 ike-proposal 10
#
ipsec profile prof1
 proposal tran1
#`);
  });
  test('on names that are defined, wherever and however', () => {
    check(`${WHOLE}
acl name protect 3001
 rule 5 permit ip
acl number 3002 name other
 rule 5 permit ip
acl name third advance
 rule 5 permit ip
acl ipv6 number 3003
 rule 5 permit ipv6
#
pki domain Cert1
#
ipsec proposal Tran1
#
ipsec policy map1 10 isakmp
 security acl 3001
 ike-peer "b"
 proposal TRAN1
ipsec policy map1 20 isakmp
 security acl name other
ipsec policy map1 30 isakmp
 security acl name third
ipsec policy map1 40 isakmp
 security acl ipv6 3003
ipsec policy map1 50 isakmp template temp1
ipsec policy map1 60
#
ike peer b
 certificate pki-domain cert1
 ike-proposal default
#
ipsec policy-template temp1 1
 ike-peer b
#
interface GigabitEthernet1/0/2
 ipsec policy map1
#`);
  });
  test('on a group that holds a template only', () => {
    check(`${WHOLE}
ipsec policy-template temp1 1
 ike-peer b
#
ipsec policy map1 10 isakmp template temp1
#
ike peer b
#
interface GigabitEthernet1/0/2
 ipsec policy map1
#`);
  });
  test('in an excerpt that defines none of the kind', () => {
    check(`
ipsec policy map1 10 isakmp
 security acl 3000
 ike-peer b
 proposal tran1
`);
  });
  test('where somebody has left lines out', () => {
    check(`${WHOLE}
ipsec policy map1 10 isakmp
 ike-peer b
#
......
`);
  });
  test('on what somebody has masked', () => {
    check(`${WHOLE}
ike peer a
#
ipsec profile prof1
 ike-peer ***
 proposal <name>
#`);
  });
  test('on ACLs of other features, undo lines and the factory PKI domain', () => {
    check(`${WHOLE}
ike peer b
 pki domain default
 undo ike-proposal 10
#
interface GigabitEthernet1/0/2
 nat outbound 3999
 traffic-filter inbound acl 3998
 undo ipsec policy map9
#`);
  });
  test('on what another device of the same file defines, and says so for each', () => {
    check(`
sysname FW_A
interface GigabitEthernet1/0/1
 ip address 203.0.113.1 24
ike peer a
 remote-address 203.0.113.2
ipsec profile prof1
 ike-peer a
return
sysname FW_B
interface GigabitEthernet1/0/1
 ip address 203.0.113.2 24
#
ipsec profile prof1
 ike-peer a
          ^ error undefined-name IKE peer a
return
`);
  });
  test('in a capture whose view is entered before it begins', () => {
    checkRule(
      RULE,
      `
[FW-ike-peer-b]remote-address 203.0.113.2
[FW-ike-peer-b]quit
[FW]ike peer c
[FW-ike-peer-c]quit
[FW]ipsec policy map1 10 isakmp
[FW-ipsec-policy-isakmp-map1-10]ike-peer b
`,
      capture,
    );
  });
});
