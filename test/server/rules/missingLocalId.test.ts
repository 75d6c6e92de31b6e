import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkRule, repairTitles } from './check';

const RULE = 'local-id-missing';
const save = (peer: string, head = ''): string => `#
sysname FW_A
#
${head}ike peer b
${peer}#
interface GigabitEthernet1/0/0
 ip address 203.0.113.1 255.255.255.0
#
return
`;

describe('finds', () => {
  test('a name that is asked for and written nowhere', () => {
    const text = ' local-id-type fqdn\n';
    checkRule(
      RULE,
      save(
        `${text}               ^^^^ warning local-id-missing local-id-type is fqdn, but neither local-id of IKE peer b nor\n`,
      ),
    );
    assert.deepEqual(repairTitles(RULE, save(text)), ['Add local-id FW_A']);
  });
  test('a mail-like name, with a proposal of that form', () => {
    assert.deepEqual(repairTitles(RULE, save(' local-id-type user-fqdn\n')), ['Add local-id user@FW_A']);
  });
  test('a distinguished name without a certificate to take it from, also in an excerpt', () => {
    checkRule(
      RULE,
      'ike peer b\n local-id-type dn\n               ^^ warning local-id-missing neither local-id nor a certificate\n',
    );
  });
});

describe('stays silent', () => {
  test('where the name is written in the peer or for the device', () => {
    checkRule(RULE, save(' local-id-type fqdn\n local-id fw-a.example\n'));
    checkRule(RULE, save(' local-id-type fqdn\n', 'ike local-name fw-a\n#\n'));
  });
  test('for addresses, which the device has', () => {
    checkRule(RULE, save(' local-id-type ip\n'));
    checkRule(RULE, save(''));
  });
  test('in an excerpt, where the name of the device may stand elsewhere', () => {
    checkRule(RULE, 'ike peer b\n local-id-type fqdn\n remote-address 192.0.2.1\n');
  });
  test('where a certificate can give the name', () => {
    checkRule(RULE, save(' local-id-type dn\n certificate local-filename fw_a.cer\n'));
  });
  test('where a line with a slip may be the one', () => {
    checkRule(RULE, save(' local-id-type fqdn\n local-di fw-a.example\n'));
  });
});
