import { describe, test } from 'node:test';
import { checkHealthy, checkRule } from './check';

const RULE = 'local-id-equals-remote-id';
const peer = (...lines: string[]): string =>
  [
    '#',
    'sysname FW_A',
    '#',
    'ike peer b',
    ...lines.map((line) => (line.startsWith(' ') ? line : ` ${line}`)),
    '#',
    '',
  ].join('\n');

describe('finds', () => {
  test('a remote ID that is the own one', () => {
    checkRule(
      RULE,
      peer(
        'remote-id-type fqdn',
        'remote-id fw-a.example',
        '           ^^^^^^^^^^^^ warning local-id-equals-remote-id remote-id fw-a.example equals the local-id of IKE peer b',
        'local-id fw-a.example',
      ),
    );
  });
  test('whichever stands first, of each peer apart', () => {
    checkRule(
      RULE,
      `${peer('local-id x', 'remote-id x', '           ^ warning local-id-equals-remote-id')}ike peer c
 local-id x
 remote-id y
#
`,
    );
  });
});

describe('finds', () => {
  test('the device-wide name, where the type of the ID is a name', () => {
    checkRule(
      RULE,
      `#
 ike local-name fw_a
#
ike peer b
 local-id-type fqdn
 remote-id fw_a
           ^^^^ warning local-id-equals-remote-id equals the ike local-name
#
ike peer c
 local-id-type name
 remote-name fw_a
             ^^^^ warning local-id-equals-remote-id remote-name fw_a equals the ike local-name
#
`,
    );
  });
  test('addresses in any spelling, and the local address of the peer', () => {
    checkRule(
      RULE,
      `#
ike peer b
 local-id 2001:db8::1
 remote-id 2001:DB8:0::1
           ^^^^^^^^^^^^^ warning local-id-equals-remote-id
#
ike peer c
 local-address 203.0.113.1
 remote-id 203.0.113.1
           ^^^^^^^^^^^ warning local-id-equals-remote-id equals the local-address
#
`,
    );
  });
});

describe('stays silent', () => {
  test('where the device-wide name is not what the peer sends', () => {
    const name = '#\n ike local-name fw_a\n#\n';
    checkRule(RULE, `${name}ike peer b\n remote-id fw_a\n#\n`);
    checkRule(RULE, `${name}ike peer b\n local-id-type fqdn\n local-id fw_x\n remote-id fw_a\n#\n`);
    checkRule(
      RULE,
      '#\nike peer b\n local-id-type fqdn\n local-address 203.0.113.1\n remote-id 203.0.113.1\n#\n',
    );
  });
  test('in notes whose two ends have peers of one name', () => {
    checkRule(RULE, '#\nike peer b\n local-id x\n remote-id y\n#\nike peer b\n remote-id x\n#\n');
  });
  test('where the equal one is taken back and another follows', () => {
    checkRule(RULE, '#\nike peer b\n local-id x\n remote-id x\n undo remote-id\n remote-id y\n#\n');
  });
  test('where the IDs differ, one is missing, or somebody has masked both', () => {
    checkHealthy(peer('local-id fw-a', 'remote-id fw-b'));
    checkHealthy(peer('local-id fw-a'));
    checkHealthy(peer('remote-id fw-a'));
    checkRule(RULE, peer('local-id ***', 'remote-id ***'));
    checkRule(RULE, peer('local-id 203.0.113.x', 'remote-id 203.0.113.x'));
  });
  test('where one of them is taken back', () => {
    checkRule(RULE, peer('local-id fw-a', 'undo remote-id fw-a'));
  });
});
