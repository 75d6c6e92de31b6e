import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lineOf } from '../../../server/src/model/value';
import { checkFix, checkFixAll, checkRule, findingsIn, repairTitles } from './check';
import { CAPTURE, HEALTHY, STYLES } from './fixtures';

const RULE = 'duplicate-command';
const check = (fixture: string): void => {
  checkRule(RULE, fixture);
};
const capture = { language: 'huawei-vrp-output' } as const;

describe('finds', () => {
  test('a setting that a later line replaces, under the whole earlier line', () => {
    check(`
#
ike peer b
 exchange-mode main
 ^^^^^^^^^^^^^^^^^^ warning duplicate-command This exchange-mode line has no effect: a later line of this view replaces it.
 ike-proposal 5
 exchange-mode aggressive
#
ipsec proposal tran1
 esp encryption-algorithm aes-256
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning duplicate-command This esp line
 esp authentication-algorithm sha2-256
 esp encryption-algorithm aes-128
#
ipsec policy map1 10 isakmp
 pfs dh-group14
 ^^^^^^^^^^^^^^ warning duplicate-command This pfs line
 ike-peer b
 ^^^^^^^^^^ warning duplicate-command This ike-peer line
 ike-peer c
 pfs dh-group19
#`);
  });
  test('each but the last of several', () => {
    check(`
#
ike proposal 5
 prf hmac-sha2-256
 ^^^^^^^^^^^^^^^^^ warning duplicate-command
 prf hmac-sha2-384
 ^^^^^^^^^^^^^^^^^ warning duplicate-command
 prf hmac-sha2-512
#`);
  });
  test('equal lines, as a hint, also of commands that may stand several times', () => {
    check(`
#
ike peer b
 exchange-mode main
 ^^^^^^^^^^^^^^^^^^ hint duplicate-command The same line stands in this view again.
 exchange-mode main
 remote-address 203.0.113.2
 ^^^^^^^^^^^^^^^^^^^^^^^^^^ hint duplicate-command The same line
 remote-address 203.0.113.3
 remote-address   203.0.113.2
#`);
  });
  test('in a view within a view', () => {
    check(`
#
ike user-table 1
 user branch1
  id-type fqdn a.example
  ^^^^^^^^^^^^^^^^^^^^^^ warning duplicate-command This id-type line
  id-type fqdn b.example
 user branch2
  id-type fqdn a.example
#`);
  });
  test('keys, of which the message shows nothing', () => {
    check(`
#
ike peer b
 pre-shared-key Example-Key-1
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning duplicate-command This pre-shared-key line has no effect
 pre-shared-key Example-Key-2
#`);
  });
  test('what is typed flat and abbreviated, by its full name', () => {
    check(`
ike peer b
exch main
^^^^^^^^^ warning duplicate-command This exchange-mode line
exchange-mode aggressive
`);
  });
  test('in what a device prints in a capture', () => {
    checkRule(
      RULE,
      `
[FW-ike-peer-b]display this
#
ike peer b
 exchange-mode main
 ^^^^^^^^^^^^^^^^^^ warning duplicate-command
 exchange-mode aggressive
#
return
[FW-ike-peer-b]quit
`,
      capture,
    );
  });
  test('and names the later line', () => {
    const text = '#\nike peer b\n exchange-mode main\n exchange-mode auto\n#\n';
    const [finding] = findingsIn(text).filter(({ rule }) => rule.id === RULE);
    assert.ok(finding);
    assert.deepEqual(
      finding.related?.map(({ place, message }) => [lineOf(place).text, message]),
      [[' exchange-mode auto', 'The later line']],
    );
    assert.equal(finding.tag, 'unnecessary');
  });
});

const SAVE = `
#
sysname FW_A
#
ike peer b
 exchange-mode main
#
ike peer b
 exchange-mode aggressive
#
interface GigabitEthernet1/0/1
 ip address 203.0.113.1 24
#`;

describe('in a view that is opened again', () => {
  test('the earlier line counts for nothing', () => {
    check(
      SAVE.replace(
        'main\n',
        'main\n ^^^^^^^^^^^^^^^^^^ warning duplicate-command a later line of this view replaces it\n',
      ),
    );
  });
  test('silent in an excerpt, in notes with two devices, and where a capture prints it twice', () => {
    check(SAVE.replace('sysname FW_A', 'vlan batch 10'));
    check(`${SAVE}\ninterface GigabitEthernet1/0/1\n ip address 203.0.113.2 24\n#`);
    checkRule(RULE, `<FW_A>display current-configuration${SAVE}\nreturn\n`, capture);
  });
});

describe('stays silent', () => {
  test('on commands that add to each other', () => {
    check(`
#
ike peer b
 remote-address 203.0.113.2
 remote-address 203.0.113.3
 undo version 1
 version 2
#
ipsec policy map1 10 isakmp
 proposal tran1
 proposal tran2
 sa duration time-based 3600
 sa duration traffic-based 1843200
 security acl 3000
 security acl ipv6 3001
#
ipsec policy map1 20 manual
 sa spi inbound esp 1000
 sa spi outbound esp 2000
 sa spi inbound ah 3000
 sa string-key inbound esp Example-Key-1
 sa string-key outbound esp Example-Key-1
 tunnel local 203.0.113.1
 tunnel remote 203.0.113.2
#
ike user-table 1
 user branch1
  id-type fqdn a.example
 user branch2
  id-type fqdn b.example
#`);
  });
  test('on commands that only begin alike', () => {
    check(`
#
ike peer b
 dpd type periodic
 dpd msg seq-hash-notify
 dpd idle-time 30
 rsa encryption-padding oaep
 rsa signature-padding pss
 local-id-type fqdn
 local-id fw_a
#
ipsec proposal tran1
 esp authentication-algorithm sha2-256
 esp encryption-algorithm aes-256
 ah authentication-algorithm sha2-256
#`);
  });
  test('on the same line in another view of the same kind', () => {
    check(`
#
ike peer b
 exchange-mode main
ike peer c
 exchange-mode aggressive
#
ipsec policy map1 10 isakmp
 pfs dh-group14
ipsec policy map1 20 isakmp
 pfs dh-group19
#`);
  });
  test('where an undo line stands between', () => {
    check(`
#
ike peer b
 exchange-mode main
 undo exchange-mode
 exchange-mode aggressive
 un dpd type
 undo dpd type
#`);
  });
  test('where the device refuses the later line, so that the earlier one counts', () => {
    check(`
#
ipsec policy map1 10 isakmp
 sa duration time-based 3600
 sa duration time-based 20
 tunnel local 203.0.113.1
 tunnel local 203.0.113.256
 pfs dh-group14
 pfs dh-group99
#`);
  });
  test('on commands typed one after the other in a session', () => {
    checkRule(
      RULE,
      `
[FW]ike peer b
[FW-ike-peer-b]exchange-mode main
[FW-ike-peer-b]exchange-mode aggressive
[FW-ike-peer-b]exchange-mode aggressive
[FW-ike-peer-b]display this
#
ike peer b
 exchange-mode aggressive
#
return
[FW-ike-peer-b]exchange-mode main
[FW-ike-peer-b]quit
`,
      capture,
    );
  });
  test('on other features, where lines may repeat', () => {
    check(`
#
interface GigabitEthernet1/0/1
 ip address 10.1.1.1 255.255.255.0
 ip address 10.1.2.1 255.255.255.0 sub
 ipsec policy map1
#
acl number 3000
 rule 5 permit ip source 10.1.1.0 0.0.0.255
 rule 5 permit ip source 10.1.2.0 0.0.0.255
#
 ike local-name a
 ike local-name b
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
ike peer b
 exchange-mode main
 ike-proposal 5
 exchange-mode aggressive
 remote-address 203.0.113.2
 exchange-mode auto
#
return
`;
  test('takes out the line without effect', () => {
    assert.deepEqual(repairTitles(RULE, before), ['* Remove this line', '* Remove this line']);
    checkFix(RULE, before, before.replace(' exchange-mode main\n', ''));
    checkFix(RULE, before, before.replace(' exchange-mode aggressive\n', ''), { finding: 1 });
  });
  test('with its CRLF', () => {
    const crlf = before.trimStart().replace(/\n/g, '\r\n');
    checkFix(RULE, crlf, crlf.replace(' exchange-mode main\r\n', ''));
  });
  test('all of a file at once: only the last stays', () => {
    checkFixAll(
      RULE,
      before,
      before.replace(' exchange-mode main\n', '').replace(' exchange-mode aggressive\n', ''),
    );
  });
});
