import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkRule, findingsIn } from './check';

const RULE = 'ike-user-table-fault';
const device = (users: string, peer = ''): string => `#
sysname FW_A
#
ike user-table 1
${users}#
ike peer b
 user-table 1
${peer}#
interface GigabitEthernet1/0/0
 ip address 203.0.113.1 255.255.255.0
 ipsec policy map1
#
interface GigabitEthernet1/0/1
 ip address 10.1.1.1 255.255.255.0
#
interface Tunnel1
 tunnel-protocol ipsec
 ipsec profile prof1
#
return
`;
const KEY = '  pre-shared-key <key>\n';

describe('finds', () => {
  test('two users with one ID, addresses in any spelling', () => {
    checkRule(
      RULE,
      device(` user branch1
  id-type fqdn one.example
${KEY} user branch2
  id-type fqdn one.example
               ^^^^^^^^^^^ warning ike-user-table-fault branch1
${KEY} user branch3
  id-type ip 2001:db8::1
${KEY} user branch4
  id-type ip 2001:DB8:0::1
             ^^^^^^^^^^^^^ warning ike-user-table-fault branch3
${KEY}`),
    );
  });
  test('a user without an ID', () => {
    checkRule(RULE, device(` user branch1\n      ^^^^^^^ warning ike-user-table-fault id-type\n${KEY}`));
  });
  test('an interface that is not there or carries no IPsec', () => {
    checkRule(
      RULE,
      device(` user branch1
  id-type fqdn one.example
${KEY}  interface-assign Tunnel9
                   ^^^^^^^ warning ike-user-table-fault does not have
 user branch2
  id-type fqdn two.example
${KEY}  interface-assign GigabitEthernet1/0/1
                   ^^^^^^^^^^^^^^^^^^^^ warning ike-user-table-fault carries no IPsec
`),
    );
  });
  test('a user without a key, where the peer that uses the table has none either', () => {
    const text = ` user branch1
      ^^^^^^^ warning ike-user-table-fault no pre-shared-key, and IKE peer b
  id-type fqdn one.example
 user branch2
  id-type fqdn two.example
${KEY}`;
    checkRule(RULE, device(text));
    const [finding] = findingsIn(device(text.replace(/\n.*\^.*\n/, '\n'))).filter(
      ({ rule }) => rule.id === RULE,
    );
    assert.deepEqual(finding?.causes, ['authentication fail']);
  });
  test('a table in use without users', () => {
    checkRule(
      RULE,
      device('').replace(
        'ike user-table 1\n',
        'ike user-table 1\n               ^ warning ike-user-table-fault has no users\n',
      ),
    );
  });
});

describe('stays silent', () => {
  test('where every user has an ID and a key of its own', () => {
    checkRule(
      RULE,
      device(` user branch1
  id-type fqdn one.example
${KEY} user branch2
  id-type fqdn two.example
${KEY}  interface-assign Tunnel1
 user branch3
  id-type ip 198.51.100.2
${KEY}`),
    );
  });
  test('where a user is entered again for what it lacks', () => {
    checkRule(
      RULE,
      device(` user branch1
  id-type fqdn one.example
 user branch1
${KEY}`),
    );
  });
  test('where the peer has a key, or authenticates with certificates', () => {
    const user = ' user branch1\n  id-type fqdn one.example\n';
    checkRule(RULE, device(user, KEY));
    checkRule(
      RULE,
      device(user, ' ike-proposal 5\n').replace(
        'ike peer b',
        'ike proposal 5\n authentication-method rsa-signature\n#\nike peer b',
      ),
    );
  });
  test('for keys that an excerpt leaves out', () => {
    checkRule(RULE, device(' user branch1\n  id-type fqdn one.example\n').replace('sysname FW_A\n', ''));
  });
});
