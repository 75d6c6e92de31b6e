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

describe('stays silent', () => {
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
