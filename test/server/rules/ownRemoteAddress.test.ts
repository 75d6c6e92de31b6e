import { describe, test } from 'node:test';
import { checkRule } from './check';

const RULE = 'remote-address-is-own';
const device = (peer: string, interfaces = ''): string => `#
sysname FW_A
#
ike peer b
${peer}#
interface GigabitEthernet1/0/0
 ip address 203.0.113.1 255.255.255.0
#
interface LoopBack0
 ip address 10.0.0.1 255.255.255.255
 ipv6 address 2001:db8::1/128
#
${interfaces}return
`;

describe('finds', () => {
  test('the address of any own interface, IPv6 in any spelling', () => {
    checkRule(
      RULE,
      device(
        ' remote-address 203.0.113.1\n                ^^^^^^^^^^^ error remote-address-is-own GigabitEthernet1/0/0\n',
      ),
    );
    checkRule(
      RULE,
      device(' remote-address 10.0.0.1\n                ^^^^^^^^ error remote-address-is-own LoopBack0\n'),
    );
    checkRule(
      RULE,
      device(
        ' remote-address 2001:DB8:0::1\n                ^^^^^^^^^^^^^ error remote-address-is-own LoopBack0\n',
      ),
    );
  });
  test('the second of two', () => {
    checkRule(
      RULE,
      device(
        ' remote-address 198.51.100.2\n remote-address 203.0.113.1\n                ^^^^^^^^^^^ error remote-address-is-own\n',
      ),
    );
  });
});

/** A device with a policy on its outside interface. */
const carrier = (policy: string, outside = ''): string => `#
sysname FW_A
#
ike peer b
 remote-address 198.51.100.2
#
${policy}#
interface GigabitEthernet1/0/0
 ip address 203.0.113.1 255.255.255.0
${outside} ipsec policy map1
#
return
`;

describe('finds an own address', () => {
  test('that VRRP shares, and a second one of an interface', () => {
    checkRule(
      RULE,
      device(
        ' remote-address 192.0.2.9\n                ^^^^^^^^^ error remote-address-is-own Eth-Trunk1\n' +
          ' remote-address 192.0.2.1\n                ^^^^^^^^^ error remote-address-is-own Eth-Trunk1\n',
        'interface Eth-Trunk1\n ip address 192.0.2.2 24\n ip address 192.0.2.1 24 sub\n vrrp vrid 1 virtual-ip 192.0.2.9 active\n#\n',
      ),
    );
  });
  test('in the VPN instance that the peer names', () => {
    checkRule(
      RULE,
      device(
        ' remote-address vpn-instance red 192.0.2.1\n                                 ^^^^^^^^^ error remote-address-is-own Eth-Trunk1\n',
        'interface Eth-Trunk1\n ip binding vpn-instance red\n ip address 192.0.2.1 24\n#\n',
      ),
    );
  });
  test('as tunnel remote of a manual policy', () => {
    checkRule(
      RULE,
      carrier(`ipsec policy map1 10 manual
 tunnel local 203.0.113.1
 tunnel remote 203.0.113.1
               ^^^^^^^^^^^ error remote-address-is-own tunnel remote 203.0.113.1 is the address
`),
    );
  });
  test('as the head office of an Efficient VPN policy', () => {
    checkRule(
      RULE,
      carrier(`ipsec efficient-vpn branch mode client
 remote-address 203.0.113.1 v1
                ^^^^^^^^^^^ error remote-address-is-own
`),
    );
  });
  test('in an excerpt where the interface leads to the peer', () => {
    checkRule(
      RULE,
      carrier(`ike peer c
 remote-address 203.0.113.1
                ^^^^^^^^^^^ error remote-address-is-own
#
ipsec policy map1 10 isakmp
 ike-peer c
`).replace('sysname FW_A\n', ''),
    );
  });
});

describe('stays silent in notes', () => {
  test('that hold both ends, the names repeated', () => {
    const end = (own: string, other: string): string => `ike peer b
 pre-shared-key <key>
 remote-address ${other}
interface GigabitEthernet0/0/1
 ip address ${own} 24
`;
    checkRule(RULE, `AR1:\n${end('192.0.2.1', '198.51.100.1')}AR2:\n${end('198.51.100.1', '192.0.2.1')}`);
  });
  test('that hold both ends under names of their own', () => {
    const end = (name: string, port: number, own: string, other: string): string => `ike peer ${name}
 remote-address ${other}
interface GigabitEthernet0/0/${port}
 ip address ${own} 24
`;
    checkRule(RULE, end('b', 1, '192.0.2.1', '198.51.100.1') + end('a', 2, '198.51.100.1', '192.0.2.1'));
  });
});

describe('stays silent', () => {
  test('where the address is taken back', () => {
    checkRule(RULE, device(' remote-address 203.0.113.1\n undo remote-address 203.0.113.1\n'));
    checkRule(
      RULE,
      device(' remote-address 203.0.113.1\n undo remote-address\n remote-address 203.0.113.2\n'),
    );
  });
  test('where the policy leaves by a VPN instance and the peer names none', () => {
    checkRule(
      RULE,
      carrier(
        'ike peer c\n remote-address 203.0.113.9\n#\nipsec policy map1 10 isakmp\n ike-peer c\n',
        ' ip binding vpn-instance red\n',
      ).replace(
        'interface GigabitEthernet1/0/0',
        'interface LoopBack0\n ip address 203.0.113.9 32\n#\ninterface GigabitEthernet1/0/0',
      ),
    );
  });
  test('for the address of another device, a range and a masked address', () => {
    checkRule(RULE, device(' remote-address 203.0.113.2\n'));
    checkRule(RULE, device(' remote-address 203.0.113.x\n'));
  });
  test('for the same address in another VPN instance', () => {
    checkRule(RULE, device(' remote-address vpn-instance vpn1 203.0.113.1\n'));
  });
});
