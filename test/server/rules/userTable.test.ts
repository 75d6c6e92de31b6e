import { describe, test } from 'node:test';
import { checkRule } from './check';

const RULE = 'ike-user-table-fault';
const device = (users: string): string => `#
sysname FW_A
#
ike user-table 1
${users}#
ike peer b
 user-table 1
#
interface GigabitEthernet1/0/0
 ip address 203.0.113.1 255.255.255.0
 ipsec policy map1
#
interface GigabitEthernet1/0/1
 ip address 10.1.1.1 255.255.255.0
#
return
`;

describe('finds', () => {
  test('two users with one ID', () => {
    checkRule(
      RULE,
      device(` user branch1
  id-type fqdn one.example
 user branch2
  id-type fqdn one.example
               ^^^^^^^^^^^ warning ike-user-table-fault branch1
`),
    );
  });
  test('a user without an ID', () => {
    checkRule(
      RULE,
      device(' user branch1\n      ^^^^^^^ warning ike-user-table-fault id-type\n  pre-shared-key <key>\n'),
    );
  });
});

describe('stays silent', () => {
  test('where every user has an ID of its own', () => {
    checkRule(
      RULE,
      device(` user branch1
  id-type fqdn one.example
 user branch2
  id-type fqdn two.example
 user branch3
  id-type ip 198.51.100.2
`),
    );
  });
});
