import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { factsOf, onOneLine } from './readFacts';
import { broken, cutAnywhere, LINEWISE, sameIn } from './variants';

const ADVANCED = `<FW_A>display acl all
Total nonempty ACL number is 4

Advanced ACL 3000, 2 rules
Acl's step is 5
 rule 5 permit ip source 10.1.0.0 0.0.255.255 destination 10.2.0.0 0.0.255.255 (17 times matched)
 rule 10 deny ip

Advanced ACL vpn-flows 3998, 1 rule, match-order is auto
Acl's step is 5
 rule 5 permit tcp vpn-instance red source 10.1.0.0 0.0.255.255 destination 10.3.0.0 0.0.255.255 destination-port eq 443 (0 times matched)

Basic ACL 2001, 2 rules
Acl's step is 5
 rule 5 permit source 198.51.100.0 0.0.0.255 (2 times matched)
 rule 10 permit

Advanced IPv6 ACL six 3001, 1 rule
Acl's step is 5
 rule 0 permit ipv6 source 2001:DB8:1::/48 destination 2001:DB8:2::/48
<FW_A>
`;

const ACLS = [
  {
    kind: 'Advanced ACL',
    number: '3000',
    rules: [
      'rule 5 permit ip source 10.1.0.0 0.0.255.255 destination 10.2.0.0 0.0.255.255',
      'rule 10 deny ip',
    ],
  },
  {
    kind: 'Advanced ACL',
    name: 'vpn-flows',
    number: '3998',
    rules: [
      'rule 5 permit tcp vpn-instance red source 10.1.0.0 0.0.255.255 destination 10.3.0.0 0.0.255.255 destination-port eq 443',
    ],
  },
  {
    kind: 'Basic ACL',
    number: '2001',
    rules: ['rule 5 permit source 198.51.100.0 0.0.0.255', 'rule 10 permit'],
  },
  {
    kind: 'Advanced IPv6 ACL',
    name: 'six',
    number: '3001',
    rules: ['rule 0 permit ipv6 source 2001:DB8:1::/48 destination 2001:DB8:2::/48'],
  },
];

describe('display acl', () => {
  sameIn([...LINEWISE, broken(80)], ADVANCED, 'acl', ACLS);
  cutAnywhere(ADVANCED, 'acl');

  it('on one line', () => {
    const flat = factsOf(onOneLine(ADVANCED), 'acl');
    assert.deepEqual(
      flat.map(({ name, number, rules }) => [name, number, (rules as unknown[]).length]),
      ACLS.map(({ name, number, rules }) => [name, number, rules.length]),
    );
    assert.deepEqual(flat[0], ACLS[0]);
  });

  it('without a rule has none, and a number that no ACL has is no name', () => {
    const text = `<FW_A>display acl 3005
Advanced ACL 3005, 0 rule
Acl's step is 5
`;
    assert.deepEqual(factsOf(text, 'acl'), [{ kind: 'Advanced ACL', number: '3005', rules: [] }]);
  });
});
