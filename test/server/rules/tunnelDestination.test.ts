import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkFix, checkRule, repairTitles } from './check';

const RULE = 'tunnel-destination-mismatch';
const device = (peer: string, tunnel: string, more = ''): string => `#
sysname FW_A
#
ike peer b
 pre-shared-key <key>
${peer}#
ipsec profile prof1
 ike-peer b
 proposal tran1
#
interface GigabitEthernet1/0/0
 ip address 203.0.113.1 255.255.255.0
#
interface Tunnel1
 ip address 172.16.0.1 255.255.255.0
 tunnel-protocol ipsec
 source GigabitEthernet1/0/0
${tunnel} ipsec profile prof1
#
${more}return
`;

describe('finds', () => {
  test('a destination that is not the remote address of the peer', () => {
    checkRule(
      RULE,
      device(
        ' remote-address 198.51.100.2\n',
        ' destination 198.51.100.3\n             ^^^^^^^^^^^^ error tunnel-destination-mismatch destination 198.51.100.3 of Tunnel1 differs from remote-address 198.51.100.2\n',
      ),
    );
  });
  test('one that is none of several', () => {
    checkRule(
      RULE,
      device(
        ' remote-address 198.51.100.2\n remote-address 198.51.100.4\n',
        ' destination 198.51.100.3\n             ^^^^^^^^^^^^ error tunnel-destination-mismatch is none of the remote-address lines\n',
      ),
    );
  });
});

describe('repairs', () => {
  const wrong = device(' remote-address 198.51.100.2\n', ' destination 198.51.100.3\n');
  test('the peer, which follows the interface that alone uses it', () => {
    checkFix(RULE, wrong, device(' remote-address 198.51.100.3\n', ' destination 198.51.100.3\n'));
    assert.deepEqual(repairTitles(RULE, wrong), [
      '* Change remote-address to 198.51.100.3',
      'Change destination to 198.51.100.2',
    ]);
  });
  test('or the interface', () => {
    checkFix(RULE, wrong, device(' remote-address 198.51.100.2\n', ' destination 198.51.100.2\n'), {
      title: 'Change destination',
    });
  });
});

describe('stays silent', () => {
  test('where the two are equal, or one of them is not written', () => {
    checkRule(RULE, device(' remote-address 198.51.100.2\n', ' destination 198.51.100.2\n'));
    checkRule(RULE, device('', ' destination 198.51.100.2\n'));
    checkRule(RULE, device(' remote-address 198.51.100.2\n', ''));
  });
  test('where the peer names a host or a masked address', () => {
    checkRule(RULE, device(' remote-address host-name fw-b.example\n', ' destination 198.51.100.2\n'));
    checkRule(RULE, device(' remote-address 198.51.100.x\n', ' destination 198.51.100.2\n'));
  });
});
