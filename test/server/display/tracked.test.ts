import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { factsOf, onOneLine, withoutCommand } from './readFacts';

describe('display nqa results', () => {
  const RESULTS = `<FW_A>display nqa results test-instance admin wan
NQA entry(admin, wan): test flag is active, test type is ICMP
 1 . Test 7 result The test is finished
  Send operation times: 3               Receive response times: 3
  Completion: success                   RTD over thresholds number: 0
  Attempts number: 1                    Drop operation number: 0
  Destination IP address: 203.0.113.2
  Min/Max/Average completion time: 31/46/36
  Last response packet receiving time: 2026-11-25 20:01:02.4
  Lost packet ratio: 0 %
 2 . Test 8 result The test is finished
  Completion:failed                     RTD OverThresholds number: 0
  Destination IP address:203.0.113.2
  Lost packet ratio: 100 %

NQA entry(admin, lan) :testflag is inactive ,testtype is jitter
 1 . Test 1 result   The test is finished
  SendProbe: 60                           ResponseProbe: 60
  Completion: no result                   RTD over thresholds number: 0
  Number of OWD: 60                       Packet loss ratio: 0 %
`;
  const TESTS = [
    {
      administrator: 'admin',
      name: 'wan',
      state: 'active',
      type: 'ICMP',
      results: [
        {
          completion: 'success',
          destination: '203.0.113.2',
          lastResponse: '2026-11-25 20:01:02.4',
          loss: '0 %',
        },
        { completion: 'failed', destination: '203.0.113.2', loss: '100 %' },
      ],
    },
    {
      administrator: 'admin',
      name: 'lan',
      state: 'inactive',
      type: 'jitter',
      results: [{ completion: 'no result', loss: '0 %' }],
    },
  ];

  it('is read with every run of every test', () => {
    assert.deepEqual(factsOf(RESULTS, 'nqaResults'), TESTS);
    assert.deepEqual(factsOf(withoutCommand(RESULTS), 'nqaResults'), TESTS);
  });

  it('is read from one line', () => {
    const [wan] = factsOf(onOneLine(RESULTS), 'nqaResults');
    assert.deepEqual(
      (wan?.['results'] as { completion: string }[]).map(({ completion }) => completion.split(' ')[0]),
      ['success', 'failed'],
    );
  });
});

describe('display bfd session', () => {
  const ALL = `<FW_A>display bfd session all
S: Static session
D: Dynamic session
(w): State in WTR
Total UP/DOWN Session Number : 1/1
--------------------------------------------------------------------------------
Local      Remote     PeerIpAddr      State     Type        InterfaceName
--------------------------------------------------------------------------------
111        222        203.0.113.2     Down      S/IP-PEER          -
16387      16387      10.1.1.2        Up        D/IP-IF     GigabitEthernet1/0/2
12         -          2001:db8::2     AdmDown   S/AUTO-IF   Eth-Trunk1
--------------------------------------------------------------------------------
`;
  const SESSIONS = [
    {
      localDiscriminator: '111',
      remoteDiscriminator: '222',
      peer: '203.0.113.2',
      state: 'Down',
      type: 'S/IP-PEER',
      interfaceName: '-',
    },
    {
      localDiscriminator: '16387',
      remoteDiscriminator: '16387',
      peer: '10.1.1.2',
      state: 'Up',
      type: 'D/IP-IF',
      interfaceName: 'GigabitEthernet1/0/2',
    },
    {
      localDiscriminator: '12',
      remoteDiscriminator: '-',
      peer: '2001:db8::2',
      state: 'AdmDown',
      type: 'S/AUTO-IF',
      interfaceName: 'Eth-Trunk1',
    },
  ];

  it('is read from the table', () => {
    assert.deepEqual(factsOf(ALL, 'bfdSession'), SESSIONS);
    assert.deepEqual(factsOf(withoutCommand(ALL), 'bfdSession'), SESSIONS);
    assert.deepEqual(factsOf(onOneLine(ALL), 'bfdSession'), SESSIONS);
  });

  it('is read from blocks, whichever of name and state stands first', () => {
    const text = `<FW_A>display bfd session all verbose
--------------------------------------------------------------------------------
  (One Hop)   State : Up                  Name : tohq
--------------------------------------------------------------------------------
  Local Discriminator    : 1                Remote Discriminator   : 2
  Session Detect Mode    : Asynchronous Mode Without Echo Function
  BFD Bind Type          : Peer IP Address
  Bind Session Type      : Static
  Bind Peer IP Address   : 203.0.113.2
  Bind Interface         : -
--------------------------------------------------------------------------------
  Name : tobranch                                         (Multiple Hops) State : Down
--------------------------------------------------------------------------------
  Local Discriminator    : 3                Remote Discriminator   : 4
`;
    const [hq, branch] = factsOf(text, 'bfdSession');
    assert.deepEqual(hq, {
      state: 'Up',
      name: 'tohq',
      localDiscriminator: '1',
      remoteDiscriminator: '2',
      type: 'Static',
      peer: '203.0.113.2',
      interfaceName: '-',
    });
    assert.deepEqual(branch, {
      state: 'Down',
      name: 'tobranch',
      localDiscriminator: '3',
      remoteDiscriminator: '4',
    });
  });
});

describe('display vrrp', () => {
  const BRIEF = `<FW_A>display vrrp brief
Total:2     Master:1     Backup:1     Non-active:0
VRID  State        Interface                Type     Virtual IP
----------------------------------------------------------------
1     Master       GE1/0/1                  Normal   192.0.2.1
2     Backup       Vlanif20                 Admin    192.0.2.65
----------------------------------------------------------------
`;
  const GROUPS = [
    { id: '1', interfaceName: 'GE1/0/1', state: 'Master', type: 'Normal', virtualAddress: '192.0.2.1' },
    { id: '2', interfaceName: 'Vlanif20', state: 'Backup', type: 'Admin', virtualAddress: '192.0.2.65' },
  ];

  it('is read from the table', () => {
    assert.deepEqual(factsOf(BRIEF, 'vrrp'), GROUPS);
    assert.deepEqual(factsOf(withoutCommand(BRIEF), 'vrrp'), GROUPS);
    assert.deepEqual(factsOf(onOneLine(BRIEF), 'vrrp'), GROUPS);
    assert.deepEqual(factsOf(BRIEF.replace('display vrrp brief', 'dis vrrp'), 'vrrp'), GROUPS);
  });

  const BLOCKS = `<FW_A>display vrrp
  GigabitEthernet1/0/1 | Virtual Router 1
    State : Master
    Virtual IP : 192.0.2.1
    Master IP : 192.0.2.2
    PriorityRun : 120
    PriorityConfig : 120
    Config type : normal-vrrp
    Track IF : GigabitEthernet1/0/2   Priority reduced : 100
    IF State : UP

  Vlanif20 | Virtual Router 2
    State : Initialize
    Virtual IP : 192.0.2.65
`;
  const BLOCK_GROUPS = [
    {
      id: '1',
      interfaceName: 'GigabitEthernet1/0/1',
      state: 'Master',
      virtualAddress: '192.0.2.1',
      priority: '120',
      type: 'normal-vrrp',
    },
    { id: '2', interfaceName: 'Vlanif20', state: 'Initialize', virtualAddress: '192.0.2.65' },
  ];

  it('is read from blocks', () => {
    assert.deepEqual(factsOf(BLOCKS, 'vrrp'), BLOCK_GROUPS);
    assert.deepEqual(
      factsOf(onOneLine(BLOCKS), 'vrrp').map(({ id, state }) => [id, state]),
      BLOCK_GROUPS.map(({ id, state }) => [id, state]),
    );
  });
});
