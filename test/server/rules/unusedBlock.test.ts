import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkFix, checkRule, repairTitles } from './check';

const RULE = 'unused-block';
const check = (fixture: string): void => {
  checkRule(RULE, fixture);
};

const WHOLE = `
#
sysname FW_A
#
interface GigabitEthernet1/0/1
 ip address 203.0.113.1 255.255.255.0
#`;

describe('finds', () => {
  test('every kind of block that no line refers to', () => {
    check(`${WHOLE}
ike user-table 3
               ^ hint unused-block IKE user table 3 is not used
 user u1
  id-type any
#
ipsec proposal tran1
               ^^^^^ hint unused-block IPsec proposal tran1
#
ike proposal 10
             ^^ hint unused-block IKE proposal 10
ike proposal 20
#
ike peer a
 ike-proposal 20
ike peer "head office"
         ^^^^^^^^^^^^^ hint unused-block IKE peer head office is
 ike-proposal 20
#
ipsec policy-template temp1 1
                      ^^^^^ hint unused-block IPsec policy template temp1
 ike-peer a
#
ipsec profile prof1
              ^^^^^ hint unused-block IPsec profile prof1
 ike-peer a
#
ipsec efficient-vpn evpn mode client
                    ^^^^ hint unused-block Efficient VPN policy evpn
 remote-address 203.0.113.9 v2
#
return`);
  });
});

describe('stays silent', () => {
  test('on what is used, in any case where case does not count', () => {
    check(`${WHOLE}
ipsec proposal Tran1
#
ike peer a
 ike-proposal default
#
ipsec profile prof1
 ike-peer a
 proposal TRAN1
#
interface Tunnel1
 ipsec prof prof1
#
return`);
  });
  test('on IKE proposals where a peer names none and so offers all', () => {
    check(`${WHOLE}
ike proposal 10
ike proposal default
#
ike peer a
#
ipsec profile prof1
 ike-peer a
#
interface Tunnel1
 ipsec profile prof1
#
return`);
  });
  test('on IKE proposals of a device without peers, which is what a factory has', () => {
    check(`${WHOLE}
ike proposal default
 dh group14
ike proposal 1
#
return`);
  });
  test('in an excerpt', () => {
    check(`
ike peer a
 ike-proposal 20
ike proposal 10
`);
  });
  test('where a line of another feature has the name among its words', () => {
    check(`${WHOLE}
ike peer a
 ike-proposal default
ike peer b
 ike-proposal default
#
ipsec profile prof1
 ike-peer a
ipsec profile prof2
 ike-peer a
#
l2tp-group 1
 ike-peer b
#
ospfv3 1
 ipsec profile prof2
#
service-manage profile "prof1"
#
return`);
  });
  test('where a description mentions the name', () => {
    check(`${WHOLE}
ike peer spare
 ike-proposal default
#
interface GigabitEthernet1/0/2
 description for ike peer spare, not used yet
#
return`);
  });
  test('on smart-link profiles and identities, whose users are not all known', () => {
    check(`${WHOLE}
ipsec smart-link profile link1
 link 1 interface GigabitEthernet1/0/1
#
ike identity id1
 fqdn branch1
#
return`);
  });
});

describe('the repair', () => {
  test('takes the block and the # that closed it', () => {
    checkFix(
      RULE,
      `${WHOLE}
ike peer spare
 ike-proposal default
#
return
`,
      `${WHOLE}
return
`,
      { title: 'Remove IKE peer spare' },
    );
  });
  test('leaves the # to the block before it in the same section', () => {
    checkFix(
      RULE,
      `${WHOLE}
ike peer used
 ike-proposal default
ike peer spare
 ike-proposal default
#
ipsec profile prof1
 ike-peer used
#
interface Tunnel1
 ipsec profile prof1
#
return
`,
      `${WHOLE}
ike peer used
 ike-proposal default
#
ipsec profile prof1
 ike-peer used
#
interface Tunnel1
 ipsec profile prof1
#
return
`,
      { title: 'Remove IKE peer spare' },
    );
  });
  test('takes a block entered twice out of both places', () => {
    checkFix(
      RULE,
      `${WHOLE}
ike peer spare
 ike-proposal default
#
aaa
#
ike peer spare
 dpd type periodic
#
return
`,
      `${WHOLE}
aaa
#
return
`,
      { title: 'Remove IKE peer spare' },
    );
  });
  test('works at the very end of a file and with CRLF', () => {
    checkFix(
      RULE,
      `${WHOLE}
ike peer spare
 ike-proposal default`,
      WHOLE,
      { title: 'Remove IKE peer spare' },
    );
    const crlf = `${WHOLE}\nike peer spare\n ike-proposal default\n#\nreturn\n`
      .trimStart()
      .replace(/\n/g, '\r\n');
    checkFix(RULE, crlf, crlf.replace('ike peer spare\r\n ike-proposal default\r\n#\r\n', ''), {
      title: 'Remove IKE peer spare',
    });
  });
  test('takes quit with a block typed flat', () => {
    checkFix(
      RULE,
      `
sysname FW_A
interface GigabitEthernet1/0/1
ip address 203.0.113.1 24
quit
ike peer spare
ike-proposal default
quit
return
`,
      `
sysname FW_A
interface GigabitEthernet1/0/1
ip address 203.0.113.1 24
quit
return
`,
      { title: 'Remove IKE peer spare' },
    );
  });
  test('takes nested blocks along', () => {
    checkFix(
      RULE,
      `${WHOLE}
ike user-table 3
 user u1
  id-type any
 user u2
  id-type fqdn two
#
return
`,
      `${WHOLE}
return
`,
      { title: 'Remove IKE user table 3' },
    );
  });
  test('is never preferred: it may be the block that was meant', () => {
    assert.deepEqual(repairTitles(RULE, `${WHOLE}\nike peer spare\n ike-proposal default\n#`), [
      'Remove IKE peer spare',
    ]);
  });
});
