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

describe('stays silent', () => {
  test('for the address of another device, a range and a masked address', () => {
    checkRule(RULE, device(' remote-address 203.0.113.2\n'));
    checkRule(RULE, device(' remote-address 203.0.113.x\n'));
  });
  test('for the same address in another VPN instance', () => {
    checkRule(RULE, device(' remote-address vpn-instance vpn1 203.0.113.1\n'));
  });
});
