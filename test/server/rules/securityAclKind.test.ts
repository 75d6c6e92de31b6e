import { describe, test } from 'node:test';
import { checkRule } from './check';

const RULE = 'security-acl-not-advanced';
const device = (acl: string, use: string, head = ''): string => `#
${head}sysname FW_A
#
${acl}#
ipsec policy map1 10 isakmp
${use}#
return
`;

describe('finds', () => {
  test('a number that no ACL has', () => {
    checkRule(
      RULE,
      '#\nipsec policy map1 10 isakmp\n security acl 99999999999\n              ^^^^^^^^^^^ error security-acl-not-advanced\n#\n',
    );
  });
  test('the number of a basic ACL', () => {
    checkRule(
      RULE,
      device(
        'acl number 2000\n rule 5 permit source 10.1.1.0 0.0.0.255\n',
        ' security acl 2000\n              ^^^^ error security-acl-not-advanced ACL 2000\n',
      ),
    );
  });
  test('the name of a basic ACL', () => {
    checkRule(
      RULE,
      device(
        'acl name branch basic\n rule 5 permit source 10.1.1.0 0.0.0.255\n',
        ' security acl name branch\n                   ^^^^^^ error security-acl-not-advanced branch\n',
      ),
    );
  });
});

describe('stays silent', () => {
  test('for advanced ACLs by number and by name', () => {
    checkRule(RULE, device('acl number 3000\n', ' security acl 3000\n'));
    checkRule(RULE, device('acl name branch advance\n', ' security acl name branch\n'));
    checkRule(RULE, device('acl number 3999\n', ' security acl 3999\n'));
  });
  test('for numbers that somebody has masked', () => {
    checkRule(RULE, device('', ' security acl <acl>\n'));
  });
});
