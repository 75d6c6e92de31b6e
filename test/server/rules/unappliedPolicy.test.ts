import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkFix, checkRule, repairTitles } from './check';

const RULE = 'policy-not-applied';
const check = (fixture: string): void => {
  checkRule(RULE, fixture);
};

const HEAD = `
#
sysname FW_A
#`;

describe('finds', () => {
  test('a group once, at its first entry, and a profile', () => {
    check(`${HEAD}
ipsec policy map1 10 isakmp
             ^^^^ warning policy-not-applied IPsec policy map1 is applied to no interface
ipsec policy map1 20 isakmp
ipsec policy map2 10 isakmp template temp1
             ^^^^ warning policy-not-applied IPsec policy map2 is applied to no interface
#
ipsec profile prof1
              ^^^^^ warning policy-not-applied IPsec profile prof1 is applied to no tunnel interface
#
interface GigabitEthernet1/0/1
 ip address 203.0.113.1 255.255.255.0
 undo ipsec policy map1
#
return`);
  });
});

describe('finds', () => {
  test('a policy that is taken from its interface again', () => {
    checkRule(
      RULE,
      `#
sysname FW_A
#
ipsec policy map1 10 isakmp
             ^^^^ warning policy-not-applied map1
 ike-peer b
#
interface GigabitEthernet1/0/1
 ip address 203.0.113.1 255.255.255.0
 ipsec policy map1
 undo ipsec policy map1
#
`,
    );
  });
});

describe('stays silent', () => {
  test('on what is applied', () => {
    check(`${HEAD}
ipsec policy map1 10 isakmp
ipsec policy map2 10 isakmp template temp1
ipsec policy map3 10 isakmp
#
ipsec profile prof1
#
ipsec policy map3 shared local-interface LoopBack0
#
interface GigabitEthernet1/0/1
 ip address 203.0.113.1 255.255.255.0
 ipsec policy map1 auto-neg
#
interface Dialer1
 ipsec policy map2 master
#
interface Eth-Trunk1.10
 ipsec policy map3
#
interface Tunnel1
 ipsec profile prof1 shared
#
return`);
  });
  test('in an excerpt', () => {
    check(`
ipsec policy map1 10 isakmp
ipsec profile prof1
`);
  });
  test('where a line that is not understood mentions it', () => {
    check(`${HEAD}
ipsec policy map1 10 isakmp
ipsec profile prof1
#
interface GigabitEthernet1/0/1
 ip address 203.0.113.1 255.255.255.0
#
sd-wan policy map1
#
ospfv3 1
 ipsec profile prof1
#
return`);
  });
});

describe('repairs', () => {
  const POLICY = `${HEAD}
ike peer b
 pre-shared-key ***
 remote-address 198.51.100.2
#
ipsec policy map1 10 isakmp
 security acl 3000
 ike-peer b
 proposal tran1
#`;
  const INTERFACES = `
interface GigabitEthernet0/0/0
 ip binding vpn-instance default
 ip address 192.168.0.1 255.255.255.0
#
interface GigabitEthernet1/0/1
 ip address 10.1.1.1 255.255.255.0
#
interface GigabitEthernet1/0/2
 ip address 203.0.113.1 255.255.255.0
#
interface GigabitEthernet1/0/3
 ip address 198.51.100.1 255.255.255.0
#
interface GigabitEthernet1/0/4
 undo shutdown
#
interface Dialer1
 ip address ppp-negotiate
#
interface LoopBack0
 ip address 203.0.113.9 255.255.255.255
#
interface MEth0/0/0
 ip address 203.0.113.10 255.255.255.0
#
interface NULL0
#
interface Tunnel1
 ip address 172.16.0.1 255.255.255.0
 tunnel-protocol gre
#
return
`;
  test('the likeliest interface first: with the peer in its network, public, dynamic, private; none that never carries a policy', () => {
    assert.deepEqual(repairTitles(RULE, POLICY + INTERFACES), [
      'Apply map1 to GigabitEthernet1/0/3',
      'Apply map1 to GigabitEthernet1/0/2',
      'Apply map1 to Dialer1',
      'Apply map1 to GigabitEthernet0/0/0',
    ]);
  });
  test('the interface that the policy names as its own is preferred', () => {
    const before =
      POLICY.replace(' proposal tran1\n', ' proposal tran1\n tunnel local 203.0.113.1\n') + INTERFACES;
    assert.deepEqual(repairTitles(RULE, before), ['* Apply map1 to GigabitEthernet1/0/2']);
    checkFix(
      RULE,
      before,
      before.replace(
        ' ip address 203.0.113.1 255.255.255.0\n',
        ' ip address 203.0.113.1 255.255.255.0\n ipsec policy map1\n',
      ),
    );
  });
  test('or that its peer does', () => {
    const before = POLICY.replace('***\n', '***\n local-address 203.0.113.1\n') + INTERFACES;
    assert.deepEqual(repairTitles(RULE, before), ['* Apply map1 to GigabitEthernet1/0/2']);
  });
  test('a loopback that the policy names is no place for it', () => {
    const before =
      POLICY.replace(' proposal tran1\n', ' proposal tran1\n tunnel local 203.0.113.9\n') + INTERFACES;
    assert.ok(
      repairTitles(RULE, before).every((title) => !title.startsWith('*') && !title.includes('LoopBack')),
    );
  });
  test('an interface that has a policy is left alone', () => {
    const before = `${POLICY}
ipsec policy map9 10 isakmp
#
interface GigabitEthernet1/0/1
 ip address 203.0.113.1 255.255.255.0
 ipsec policy map9
#
interface GigabitEthernet1/0/2
 ip address 10.1.1.1 255.255.255.0
#
`;
    assert.deepEqual(repairTitles(RULE, before), ['Apply map1 to GigabitEthernet1/0/2']);
  });
  test('the line stands where the device saves it, in a script without indentation too', () => {
    const before = `
sysname FW_A
interface GigabitEthernet1/0/1
ip address 203.0.113.1 24
quit
ipsec policy map1 10 isakmp
security acl 3000
quit
`;
    checkFix(RULE, before, before.replace('24\n', '24\nipsec policy map1\n'), {
      title: 'GigabitEthernet1/0/1',
    });
  });
  test('VRP8: on a tunnel interface, with the service instance group', () => {
    const before = `
#
 sysname NE_A
#
service-instance-group group1
 service-location 1
#
ipsec policy map1 10 isakmp
#
interface GigabitEthernet0/1/1
 ip address 203.0.113.1 255.255.255.0
#
interface Tunnel1
 ip address 203.0.113.2 255.255.255.255
 tunnel-protocol ipsec
#
return
`;
    assert.deepEqual(repairTitles(RULE, before), ['Apply map1 to Tunnel1']);
    checkFix(
      RULE,
      before,
      before.replace(
        'tunnel-protocol ipsec\n',
        'tunnel-protocol ipsec\n ipsec policy map1 service-instance-group group1\n',
      ),
      { title: 'Tunnel1' },
    );
  });
  test('a profile goes to the tunnel interface that points at its peer', () => {
    const before = `${HEAD}
ike peer b
 pre-shared-key ***
 remote-address 198.51.100.2
#
ipsec profile prof1
 ike-peer b
 proposal tran1
 pfs dh-group14
#
interface Tunnel1
 tunnel-protocol ipsec
 source 203.0.113.1
 destination 203.0.113.7
#
interface Tunnel2
 tunnel-protocol ipsec
 source 203.0.113.1
 destination 198.51.100.2
#
return
`;
    assert.deepEqual(repairTitles(RULE, before), ['* Apply prof1 to Tunnel2']);
    checkFix(
      RULE,
      before,
      before.replace('198.51.100.2\n#\nreturn', '198.51.100.2\n ipsec profile prof1\n#\nreturn'),
    );
  });
});
