import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { textOf } from '../../../server/src/model/value';
import { checkRule, findingsIn } from './check';

const RULE = 'netmask-filter-mismatch';
const device = (filter: string, rule: string): string => `#
sysname FW_A
#
${filter}
#
acl number 3000
 ${rule}
#
ipsec policy-template temp1 1
 security acl 3000
#
return
`;
const DRAWN =
  '\n ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning netmask-filter-mismatch masks of at least 25';
const FLOW = 'rule 5 permit ip source 10.1.1.0 0.0.0.255 destination 10.1.2.0 0.0.0.255';

describe('finds', () => {
  test('a flow whose masks are too short, whichever end they are read from', () => {
    checkRule(
      RULE,
      device(
        'ipsec netmask source 25 destination 25',
        FLOW + DRAWN.slice(0, 2 + FLOW.length) + DRAWN.slice(DRAWN.indexOf(' warning')),
      ),
    );
  });
});

describe('stays silent', () => {
  test('where the masks are long enough', () => {
    checkRule(RULE, device('ipsec netmask source 24 destination 24', FLOW));
    checkRule(
      RULE,
      device(
        'ipsec netmask source 25 destination 25',
        'rule 5 permit ip source 10.1.1.7 0 destination 10.1.2.0 0.0.0.127',
      ),
    );
  });
  test('where one reading of source and destination lets the flow pass', () => {
    checkRule(
      RULE,
      device(
        'ipsec netmask source 25 destination 24',
        'rule 5 permit ip source 10.1.1.0 0.0.0.255 destination 10.1.2.0 0.0.0.127',
      ),
    );
  });
  test('for wildcards with holes, deny rules and policies without a template', () => {
    const filter = 'ipsec netmask source 25 destination 25';
    checkRule(
      RULE,
      device(filter, 'rule 5 permit ip source 10.1.0.0 0.0.255.0 destination 10.2.0.0 0.0.255.0'),
    );
    checkRule(RULE, device(filter, FLOW.replace('permit', 'deny')));
    checkRule(
      RULE,
      device(filter, FLOW).replace('ipsec policy-template temp1 1', 'ipsec policy map1 10 isakmp'),
    );
  });
});

test('a rule that two templates share is reported once, with both settings', () => {
  const text = `#
sysname FW_A
#
ipsec netmask source 24
ipsec netmask destination 24
#
acl number 3000
 rule 5 permit ip source 10.1.0.0 0.0.255.255 destination 10.1.2.0 0.0.0.255
#
ipsec policy-template temp1 1
 security acl 3000
ipsec policy-template temp1 2
 security acl 3000
#
`;
  const found = findingsIn(text).filter(({ rule }) => rule.id === RULE);
  assert.deepEqual(
    found.map(({ related }) => related?.map(({ place }) => textOf(place))),
    [['24', '24']],
  );
});
