import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OutputName } from '../../../server/src/display';
import { factsOf, onOneLine } from './readFacts';
import { broken, LINEWISE } from './variants';

function countersOf(text: string, name: OutputName): string[] {
  const counters = factsOf(text, name) as { section?: string; label: string; value: string }[];
  return counters.map(
    ({ section, label, value }) => `${section === undefined ? '' : `${section} > `}${label} = ${value}`,
  );
}

function same(text: string, name: OutputName, expected: readonly string[]): void {
  for (const { name: way, of } of [...LINEWISE, broken(80), { name: 'on one line', of: onOneLine }])
    it(way, () => {
      const counters = countersOf(of(text), name);
      assert.deepEqual(
        counters.filter((each) => !each.includes('unknown things')),
        expected,
      );
    });
}

describe('display ike statistics of VRP8', () => {
  const text = `<NE>display ike statistics msg
----------------------------------------------------------
 IKE message statistics information
 IKE message received                           : 9584
 IKE message sent                               : 9632
 IKEv2 IKE SA rekey success                     : 5
 IKEv2 drop re-authenticate no child            : 0
 Remote auth method mismatch                    : 17
---------------------------------------------------------
<NE>
`;
  for (const { name, of } of [...LINEWISE, broken(80)])
    it(name, () => {
      assert.deepEqual(countersOf(of(text), 'ikeStatistics'), [
        'IKE message received = 9584',
        'IKE message sent = 9632',
        'IKEv2 IKE SA rekey success = 5',
        'IKEv2 drop re-authenticate no child = 0',
        'Remote auth method mismatch = 17',
      ]);
    });

  it('on one line', () => {
    // What stands in front of the first label cannot be told from it there.
    assert.deepEqual(countersOf(onOneLine(text), 'ikeStatistics').slice(1), [
      'IKE message sent = 9632',
      'IKEv2 IKE SA rekey success = 5',
      'IKEv2 drop re-authenticate no child = 0',
      'Remote auth method mismatch = 17',
    ]);
  });
});

describe('display ikev2 statistics of S switches', () => {
  same(
    `<S>display ikev2 statistics error

Error statistics:
-------------------------------------------------------------------------------
Config error:
Version error            :0
Peer address can not match with any ike peer config                  :3
Phase1 proposal mismatch :0           Phase2 proposal or pfs mismatch:12
Authentication fail (may be pre-shared-key error)                    :4294967296
Peer's flow netmask range is too wide                                :0
-------------------------------------------------------------------------------
Packet or payload error:
Rekey, not find old child:0           Rekey, old child close         :14
`,
    'ikeStatistics',
    [
      'Config error > Version error = 0',
      'Config error > Peer address can not match with any ike peer config = 3',
      'Config error > Phase1 proposal mismatch = 0',
      'Config error > Phase2 proposal or pfs mismatch = 12',
      'Config error > Authentication fail (may be pre-shared-key error) = 4294967296',
      "Config error > Peer's flow netmask range is too wide = 0",
      'Packet or payload error > Rekey, not find old child = 0',
      'Packet or payload error > Rekey, old child close = 14',
    ],
  );
});

describe('display ipsec statistics of VRP8', () => {
  same(
    `<NE>display ipsec statistics
  IPv6 security packet statistics:
    Current system time: 2026-03-02 20:25:23
    input/output security packets: 7/8
    dropped security packet detail:
      memory process problem: 0
      can't find SA: 9
  the normal packet statistics:
    input/output dropped normal packets: 0/0
  IPv4 security packet statistics:
    input/output security bytes: 123456789012/0
`,
    'ipsecStatistics',
    [
      'IPv6 security packet statistics > input/output security packets = 7/8',
      'dropped security packet detail > memory process problem = 0',
      "dropped security packet detail > can't find SA = 9",
      'the normal packet statistics > input/output dropped normal packets = 0/0',
      'IPv4 security packet statistics > input/output security bytes = 123456789012/0',
    ],
  );
});

describe('display ipsec packet statistics of S switches', () => {
  same(
    `<S>display ipsec packet statistics
 IPSec statistics information:
 Number of IPSec tunnels: 1
 Number of standby IPSec tunnels: 0
 the security packet statistics:
   input/output security packets: 5/0
   the encrypt packet statistics:
     send chip: 1, recv chip: 2, send err: 3
     local cpu: 4, other cpu: 5, recv other cpu: 6
   dropped security packet detail:
     negotiation failure: --
     usage: 45%
`,
    'ipsecStatistics',
    [
      'IPSec statistics information > Number of IPSec tunnels = 1',
      'IPSec statistics information > Number of standby IPSec tunnels = 0',
      'the security packet statistics > input/output security packets = 5/0',
      'the encrypt packet statistics > send chip = 1',
      'the encrypt packet statistics > recv chip = 2',
      'the encrypt packet statistics > send err = 3',
      'the encrypt packet statistics > local cpu = 4',
      'the encrypt packet statistics > other cpu = 5',
      'the encrypt packet statistics > recv other cpu = 6',
      'dropped security packet detail > negotiation failure = --',
      'dropped security packet detail > usage = 45%',
    ],
  );
});
