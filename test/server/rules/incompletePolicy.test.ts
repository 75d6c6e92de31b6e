import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkFix, checkFixAll, checkRule, repairTitles } from './check';

const RULE = 'incomplete-ipsec-policy';
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
  test('what an undo line has taken away, in a session too', () => {
    check(`${WHOLE}
ipsec policy map1 10 isakmp
             ^^^^ error incomplete-ipsec-policy has no security acl
             ^^^^ error incomplete-ipsec-policy has no proposal
 security acl 3000
 ike-peer b
 proposal tran1
 undo security acl
 undo proposal tran1
#`);
    checkRule(
      RULE,
      `
[FW]ipsec policy map1 10 isakmp
                 ^^^^ warning incomplete-ipsec-policy has no ike-peer
[FW-ipsec-policy-isakmp-map1-10]security acl 3000
[FW-ipsec-policy-isakmp-map1-10]ike-peer b
[FW-ipsec-policy-isakmp-map1-10]proposal tran1
[FW-ipsec-policy-isakmp-map1-10]undo ike-peer
`,
      { language: 'huawei-vrp-output' },
    );
  });
  test('each missing part of each kind of entry', () => {
    check(`${WHOLE}
ipsec policy map1 10 isakmp
             ^^^^ error incomplete-ipsec-policy IPsec policy map1 10 has no security acl
             ^^^^ error incomplete-ipsec-policy IPsec policy map1 10 has no ike-peer
             ^^^^ error incomplete-ipsec-policy IPsec policy map1 10 has no proposal
ipsec policy map1 20 isakmp
             ^^^^ error incomplete-ipsec-policy IPsec policy map1 20 has no ike-peer
 security acl 3000
 proposal tran1
ipsec policy map1 30 manual
             ^^^^ error incomplete-ipsec-policy IPsec policy map1 30 has no tunnel remote
             ^^^^ error incomplete-ipsec-policy IPsec policy map1 30 has no sa spi
 security acl 3000
 proposal tran1
 tunnel local 203.0.113.1
#
ipsec policy-template temp1 1
                      ^^^^^ error incomplete-ipsec-policy IPsec policy template temp1 1 has no proposal
 ike-peer b
#
ipsec profile prof1
              ^^^^^ error incomplete-ipsec-policy IPsec profile prof1 has no ike-peer
 proposal tran1
#`);
  });
  test('in an excerpt an entry that has most of its parts', () => {
    check(`
ipsec policy map1 10 isakmp
             ^^^^ warning incomplete-ipsec-policy has no proposal
 security acl 3000
 ike-peer b
ipsec profile prof1
              ^^^^^ warning incomplete-ipsec-policy has no ike-peer
 proposal tran1
`);
  });
  test('an entry typed flat', () => {
    check(`
sysname FW_A
int g1/0/1
ip add 203.0.113.1 24
quit
ipsec policy map1 10 isakmp
             ^^^^ error incomplete-ipsec-policy has no proposal
sec acl 3000
ike-p b
`);
  });
});

describe('stays silent', () => {
  test('where undo takes back a part of what is there, or the line comes again', () => {
    check(`${WHOLE}
ipsec policy map1 10 isakmp
 security acl 3000
 undo security acl
 security acl 3001
 ike-peer b
 proposal tran1 tran2
 undo proposal tran1
#`);
  });
  test('on complete entries, in one block or in several', () => {
    check(`${WHOLE}
ipsec policy map1 10 isakmp
 security acl name protect
 ike-peer b
#
aaa
#
ipsec policy map1 10
 proposal tran1
#
ipsec policy map1 20 isakmp
 security acl ipv6 3000
 ike-peer b
 proposal tran1
ipsec policy map1 30 manual
 security acl 3000
 proposal tran1
 tunnel local 203.0.113.1
 tunnel remote 203.0.113.2
 sa spi inbound esp 12345
 sa spi outbound esp 54321
ipsec policy map1 100 isakmp template temp1
#
ipsec policy-template temp1 1
 ike-peer b
 proposal tran1
#
ipsec profile prof1
 ike-peer b
 proposal tran1
#`);
  });
  test('on an entry that is only changed: entered again, or in an excerpt', () => {
    check(`${WHOLE}
ipsec policy map1 10
 pfs dh-group14
#`);
    check(`
ipsec policy map1 10 isakmp
 pfs dh-group14
ipsec policy map1 20 isakmp
 ike-peer c
`);
  });
  test('where a slip hides the line, or the value was taken out', () => {
    check(`${WHOLE}
ipsec policy map1 10 isakmp
 security acl
 ikepeer b
 proposl tran1
#`);
  });
  test('on manual SAs of routing protocols and on other profiles', () => {
    check(`${WHOLE}
ipsec sa ospf1
 sa spi inbound esp 12345
#
ipsec proto-protect sa sa1
 sa spi inbound esp 12345
#
ipsec efficient-vpn evpn mode client
 remote-address 203.0.113.9 v2
#`);
  });
});

describe('repairs', () => {
  const BEFORE = `${WHOLE}
acl number 3000
 rule 5 permit ip source 10.1.1.0 0.0.0.255 destination 10.1.2.0 0.0.0.255
#
ipsec proposal tran1
#
ike peer b
 pre-shared-key ***
 remote-address 203.0.113.2
#
ipsec policy map1 10 isakmp
#
return
`;
  test('the only name that can be meant is preferred, each line in its place', () => {
    assert.deepEqual(repairTitles(RULE, BEFORE), [
      '* Add security acl 3000',
      '* Add ike-peer b',
      '* Add proposal tran1',
    ]);
    checkFix(RULE, BEFORE, BEFORE.replace('map1 10 isakmp\n', 'map1 10 isakmp\n ike-peer b\n'), {
      finding: 1,
    });
  });
  test('all of them at once', () => {
    checkFixAll(
      RULE,
      BEFORE,
      BEFORE.replace(
        'map1 10 isakmp\n',
        'map1 10 isakmp\n security acl 3000\n ike-peer b\n proposal tran1\n',
      ),
    );
  });
  test('between the lines that are there, as the device orders them', () => {
    const before = BEFORE.replace(
      'isakmp\n',
      'isakmp\n security acl 3000\n proposal tran1\n tunnel local applied-interface\n sa trigger-mode auto\n',
    );
    checkFix(RULE, before, before.replace('acl 3000\n proposal', 'acl 3000\n ike-peer b\n proposal'));
  });
  test('nothing is offered where several names can be meant', () => {
    const text = BEFORE.replace('ipsec proposal tran1', 'ipsec proposal tran1\nipsec proposal tran2');
    assert.deepEqual(repairTitles(RULE, text), ['* Add security acl 3000', '* Add ike-peer b']);
  });
  test('an ACL that something else uses is not the one that is meant', () => {
    const nat = BEFORE.replace('return', 'interface GigabitEthernet1/0/2\n nat outbound 3000\n#\nreturn');
    assert.deepEqual(repairTitles(RULE, nat), ['* Add ike-peer b', '* Add proposal tran1']);
    const qos = BEFORE.replace('return', 'traffic classifier c1\n if-match acl 3000\n#\nreturn');
    assert.deepEqual(repairTitles(RULE, qos), ['* Add ike-peer b', '* Add proposal tran1']);
    const basic = BEFORE.replace('acl number 3000', 'acl number 2000');
    assert.deepEqual(repairTitles(RULE, basic), ['* Add ike-peer b', '* Add proposal tran1']);
  });
  test('a named ACL is written with its keyword', () => {
    const before = BEFORE.replace('acl number 3000', 'acl name protect advance');
    checkFix(
      RULE,
      before,
      before.replace('map1 10 isakmp\n', 'map1 10 isakmp\n security acl name protect\n'),
    );
  });
  test('an address is to be filled in', () => {
    const before = BEFORE.replace(
      'map1 10 isakmp',
      'map1 10 manual\n security acl 3000\n proposal tran1\n tunnel local 203.0.113.1\n sa spi inbound esp 12345',
    );
    assert.deepEqual(repairTitles(RULE, before), ['Add tunnel remote 192.0.2.1']);
    checkFix(
      RULE,
      before,
      before.replace('local 203.0.113.1\n', 'local 203.0.113.1\n tunnel remote 192.0.2.1\n'),
      {
        title: 'tunnel remote',
      },
    );
  });
  test('nothing is written behind a prompt', () => {
    const text = `
[FW]ipsec proposal tran1
[FW-ipsec-proposal-tran1]quit
[FW]ipsec policy map1 10 isakmp
[FW-ipsec-policy-isakmp-map1-10]security acl 3000
[FW-ipsec-policy-isakmp-map1-10]ike-peer b
`;
    const capture = { language: 'huawei-vrp-output' } as const;
    checkRule(
      RULE,
      text.replace(
        'map1 10 isakmp\n',
        'map1 10 isakmp\n                 ^^^^ warning incomplete-ipsec-policy has no proposal\n',
      ),
      capture,
    );
    assert.deepEqual(repairTitles(RULE, text, capture), []);
  });
  test('writes as the nearest block is written, where the entry has no line yet', () => {
    for (const [blanks, flat] of [
      ['  ', false],
      ['\t', false],
      ['', true],
    ] as const) {
      const head = flat
        ? 'ike peer b\nremote-address 203.0.113.2\nquit'
        : `ike peer b\n${blanks}remote-address 203.0.113.2`;
      const before = `#\nsysname A\n#\n${head}\n#\nipsec policy-template t 1\n${blanks}proposal p\n#\n`;
      const entry = `ipsec policy-template t 1\n${blanks}ike-peer b\n`;
      checkFix(RULE, before, before.replace('ipsec policy-template t 1\n', entry), {
        brings: ['incomplete-ike-peer'],
      });
    }
  });
  test('does not take a peer without an address for a policy without asking', () => {
    const text = `
#
sysname A
#
ike peer b
 pre-shared-key %^%#G7(t:%yFw/PV#Jsva;"zx]oL!sw//8zC;I}RY5uT.-+a%^%#
#
ipsec proposal p
#
ipsec policy map1 10 isakmp
 security acl 3000
 proposal p
#
interface GigabitEthernet1/0/1
 ip address 203.0.113.1 255.255.255.0
 ipsec policy map1
#
return
`;
    assert.deepEqual(repairTitles(RULE, text), ['Add ike-peer b']);
    const called = text.replace('%^%#\n#', '%^%#\n remote-address 203.0.113.2\n#');
    assert.deepEqual(repairTitles(RULE, called), ['* Add ike-peer b']);
  });
});
