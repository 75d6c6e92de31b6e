import { describe, test } from 'node:test';
import { checkRule } from './check';

const RULE = 'security-acl-overlap';
const device = (first: string, second: string, between = ''): string => `#
sysname FW_A
#
acl number 3000
 ${first}
acl number 3001
${between} ${second}
#
ipsec policy map1 10 isakmp
 security acl 3000
ipsec policy map1 20 isakmp
 security acl 3001
#
return
`;
const WIDE = 'rule 5 permit ip source 10.1.0.0 0.0.255.255 destination 10.2.0.0 0.0.255.255';
const NARROW = 'rule 5 permit ip source 10.1.1.0 0.0.0.255 destination 10.2.1.0 0.0.0.255';
const under = (rule: string, rest: string): string => `${rule}\n ${'^'.repeat(rule.length)} ${rest}`;

describe('finds', () => {
  test('a flow that an earlier entry swallows whole', () => {
    checkRule(
      RULE,
      device(
        WIDE,
        under(NARROW, 'warning security-acl-overlap ACL 3000 of entry 10 takes in this whole flow'),
      ),
    );
    checkRule(RULE, device(NARROW, under(NARROW, 'warning security-acl-overlap')));
  });
  test('a flow that is cut, as a remark', () => {
    checkRule(
      RULE,
      device(NARROW, under(WIDE, 'information security-acl-overlap overlaps with ACL 3000 of entry 10')),
    );
  });
  test('flows that meet in wildcards with holes', () => {
    const holes = 'rule 5 permit ip source 10.0.1.0 0.255.0.255 destination 10.2.1.0 0.0.0.255';
    checkRule(RULE, device(NARROW, under(holes, 'information security-acl-overlap')));
  });
});

describe('stays silent', () => {
  test('where protocol, ports or addresses keep the flows apart', () => {
    checkRule(RULE, device(NARROW.replace(' ip ', ' tcp '), NARROW.replace(' ip ', ' udp ')));
    const port = (number: number): string =>
      `${NARROW.replace(' ip ', ' tcp ')} destination-port eq ${number}`;
    checkRule(RULE, device(port(80), port(443)));
    checkRule(RULE, device(NARROW, NARROW.replaceAll('10.1.1.0', '10.1.3.0')));
  });
  test('where a deny rule takes the common part out', () => {
    checkRule(RULE, device(NARROW, WIDE, ` ${NARROW.replace('rule 5 permit', 'rule 1 deny')}\n`));
  });
  test('where a rule depends on more than can be compared', () => {
    checkRule(RULE, device(WIDE, `${NARROW} time-range work`));
    checkRule(
      RULE,
      device('rule 5 permit ip source address-set lan destination 10.2.0.0 0.0.255.255', NARROW),
    );
  });
  test('for entries of other policies and for manual order that is not known', () => {
    checkRule(RULE, device(WIDE, NARROW).replace('ipsec policy map1 20', 'ipsec policy map2 20'));
  });
});
