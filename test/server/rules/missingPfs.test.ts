import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkFix, checkFixAll, checkRule, repairTitles } from './check';
import { CAPTURE, HEALTHY, STYLES } from './fixtures';

const RULE = 'pfs-missing';
const check = (fixture: string): void => {
  checkRule(RULE, fixture);
};
const capture = { language: 'huawei-vrp-output' } as const;
const TITLE = 'Add pfs dh-group14 (do the same on the other end)';

const WHOLE = `
#
sysname FW_A
#
interface GigabitEthernet1/0/1
 ip address 203.0.113.1 255.255.255.0
#`;

describe('finds', () => {
  test('ISAKMP policies and profiles without pfs, under their names', () => {
    check(`${WHOLE}
ipsec policy map1 10 isakmp
             ^^^^ information pfs-missing IPsec policy map1 10 has no pfs, so all its keys hang on one IKE SA
 security acl 3000
 ike-peer b
 proposal tran1
ipsec policy map1 20 isakmp
 pfs dh-group14
 ike-peer c
#
ipsec profile prof1
              ^^^^^ information pfs-missing IPsec profile prof1 has no pfs
 ike-peer b
#`);
  });
  test('an entry of a whole file even before it has a peer', () => {
    check(`${WHOLE}
ipsec policy map1 10 isakmp
             ^^^^ information pfs-missing IPsec policy map1 10
#`);
  });
  test('an entry of an excerpt that names its peer', () => {
    check(`
ipsec policy map1 10 isakmp
             ^^^^ information pfs-missing IPsec policy map1 10
 ike-peer b
`);
  });
  test('an entry that is typed abbreviated and flat', () => {
    check(`
ipsec pol map1 10 isa
          ^^^^ information pfs-missing IPsec policy map1 10
ike-p b
`);
  });
  test('an entry that somebody makes in a session', () => {
    checkRule(
      RULE,
      `
[FW]ipsec policy map1 10 isakmp
                 ^^^^ information pfs-missing IPsec policy map1 10
[FW-ipsec-policy-isakmp-map1-10]ike-peer b
`,
      capture,
    );
  });
});

describe('stays silent', () => {
  test('on manual policies, templates and the entries that call them', () => {
    check(`${WHOLE}
ipsec policy map1 10 manual
 proposal tran1
ipsec policy map1 20 isakmp template temp1
#
ipsec policy-template temp1 1
 ike-peer b
#
ipsec efficient-vpn evpn1 mode client
 remote-address 203.0.113.2 v2
#`);
  });
  test('where pfs is written in any group, known or not, or taken out on purpose', () => {
    check(`${WHOLE}
ipsec policy map1 10 isakmp
 ike-peer b
 pfs dh-group2
ipsec policy map1 20 isakmp
 ike-peer b
 pfs dh-group31
ipsec policy map1 30 isakmp
 ike-peer b
 undo pfs
ipsec policy map1 40 isakmp
 ike-peer b
 psf dh-group14
#`);
  });
  test('where the line stands at a second place of the entry', () => {
    check(`${WHOLE}
ipsec policy map1 10 isakmp
 ike-peer b
#
ipsec policy map1 10
 pfs dh-group14
#`);
  });
  test('where somebody has left lines of the entry out', () => {
    check(`${WHOLE}
ipsec policy map1 10 isakmp
 ike-peer b
 ......
#`);
  });
  test('on an entry that an excerpt only changes', () => {
    check(`
ipsec policy map1 10 isakmp
 sa trigger-mode auto
`);
  });
  test('in a capture that begins inside the entry', () => {
    checkRule(RULE, '[FW-ipsec-policy-isakmp-map1-10]ike-peer b\n', capture);
    checkRule(RULE, '[FW-ipsec-profile-prof1]ike-peer b\n', capture);
  });
  test('on healthy files of every product', () => {
    for (const [, style] of STYLES) {
      for (const [, text] of HEALTHY) checkRule(RULE, style(text));
      checkRule(RULE, style(CAPTURE), capture);
    }
  });
});

describe('repairs', () => {
  const before = `${WHOLE}
ipsec policy map1 10 isakmp
 security acl 3000
 ike-peer b
 proposal tran1
 tunnel local 203.0.113.1
#
return
`;
  test('writes the line where a device saves it, and is not preferred: both ends must change', () => {
    assert.deepEqual(repairTitles(RULE, before), [TITLE]);
    checkFix(RULE, before, before.replace(' ike-peer b\n', ' pfs dh-group14\n ike-peer b\n'), {
      title: 'pfs',
    });
  });
  test('with the line ends of the file', () => {
    const crlf = before.trimStart().replace(/\n/g, '\r\n');
    checkFix(RULE, crlf, crlf.replace(' ike-peer b\r\n', ' pfs dh-group14\r\n ike-peer b\r\n'), {
      title: 'pfs',
    });
  });
  test('in an entry without lines, indented as devices do', () => {
    const empty = `${WHOLE}
ipsec profile prof1
#
`;
    checkFix(RULE, empty, empty.replace('prof1\n', 'prof1\n pfs dh-group14\n'), { title: 'pfs' });
  });
  test('flat in a script', () => {
    const script = `
ike peer b
pre-shared-key <key>
quit
ipsec profile prof1
ike-peer b
quit
`;
    checkFix(RULE, script, script.replace('prof1\n', 'prof1\npfs dh-group14\n'), { title: 'pfs' });
  });
  test('nothing is written behind a prompt', () => {
    assert.deepEqual(
      repairTitles(RULE, '[FW]ipsec profile prof1\n[FW-ipsec-profile-prof1]ike-peer b\n', capture),
      [],
    );
  });
  test('fixing all changes nothing, since nothing is preferred', () => {
    checkFixAll(RULE, before, before);
  });
});
