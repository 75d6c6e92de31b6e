import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { factsOf, onOneLine } from './readFacts';
import { both, broken, cutAnywhere, LINEWISE, sameIn, STAMPED } from './variants';

const LEGEND = `
  Flag Description:
  RD--READY   ST--STAYALIVE   RL--REPLACED   FD--FADING   TO--TIMEOUT
  HRT--HEARTBEAT   LKG--LAST KNOWN GOOD SEQ NO.   BCK--BACKED UP
  M--ACTIVE   S--STANDBY   A--ALONE  NEG--NEGOTIATING
`;

/** USG6000: wide columns, of which the VPN instance can be empty and the ID of the peer can have blanks. */
const USG = `<FW_A>display ike sa

IKE SA information :
 Conn-ID    Peer                                          VPN              Flag(s)               Phase  RemoteType  RemoteID
------------------------------------------------------------------------------------------------------------------------------------
 16777231   203.0.113.2:500                                                RD|ST|A               v2:2   IP          203.0.113.2
 16777230   203.0.113.2:500                                                RD|ST|A               v2:1   IP          203.0.113.2
 40         203.0.113.9:4500                              branch           RD|M                  v1:1   FQDN        branch-9.example
 41         [2001:db8::9]:500                             branch           RD                    v2:1   IPV6        2001:db8::9
 77         198.51.100.200:64021                          customer-network RD|ST|RL|FD           v1:2   DN          CN=fw b, O=Example
 78         198.51.100.201:500                                             NONE                  v1:1

  Number of IKE SA : 6
------------------------------------------------------------------------------------------------------------------------------------
${LEGEND}<FW_A>
`;

const USG_ROWS = [
  {
    connection: '16777231',
    peer: '203.0.113.2',
    port: '500',
    flags: 'RD|ST|A',
    version: 'v2',
    phase: '2',
    remoteIdType: 'IP',
    remoteId: '203.0.113.2',
  },
  {
    connection: '16777230',
    peer: '203.0.113.2',
    port: '500',
    flags: 'RD|ST|A',
    version: 'v2',
    phase: '1',
    remoteIdType: 'IP',
    remoteId: '203.0.113.2',
  },
  {
    connection: '40',
    peer: '203.0.113.9',
    port: '4500',
    vpnInstance: 'branch',
    flags: 'RD|M',
    version: 'v1',
    phase: '1',
    remoteIdType: 'FQDN',
    remoteId: 'branch-9.example',
  },
  {
    connection: '41',
    peer: '2001:db8::9',
    port: '500',
    vpnInstance: 'branch',
    flags: 'RD',
    version: 'v2',
    phase: '1',
    remoteIdType: 'IPV6',
    remoteId: '2001:db8::9',
  },
  {
    connection: '77',
    peer: '198.51.100.200',
    port: '64021',
    vpnInstance: 'customer-network',
    flags: 'RD|ST|RL|FD',
    version: 'v1',
    phase: '2',
    remoteIdType: 'DN',
    remoteId: 'CN=fw b, O=Example',
  },
  { connection: '78', peer: '198.51.100.201', port: '500', flags: 'NONE', version: 'v1', phase: '1' },
];

describe('display ike sa of USG6000', () => {
  sameIn(
    [...LINEWISE, broken(80), broken(100), broken(120), both(broken(80), STAMPED)],
    USG,
    'ikeSa',
    USG_ROWS,
  );
  cutAnywhere(USG, 'ikeSa');

  it('on one line', () => {
    assert.deepEqual(factsOf(onOneLine(USG), 'ikeSa'), USG_ROWS);
  });
});

/** AR: the heading is narrow, so that addresses push the columns behind them to the right. */
const AR = `[RouterA] display ike sa
IKE SA information :
   Conn-ID  Peer          VPN   Flag(s)   Phase   RemoteType  RemoteID
  ---------------------------------------------------------------------------
  24366    203.0.113.200:500         RD        v1:2    IP          203.0.113.200
  24274    203.0.113.200:500         RD|ST     v1:1    USER-FQDN   vpn@example.net
  31       10.0.0.9:500  red   RD        v2:1    KEY-ID      17

  Number of IKE SA : 3
  ---------------------------------------------------------------------------
${LEGEND}`;

describe('display ike sa of AR', () => {
  const rows = [
    {
      connection: '24366',
      peer: '203.0.113.200',
      port: '500',
      flags: 'RD',
      version: 'v1',
      phase: '2',
      remoteIdType: 'IP',
      remoteId: '203.0.113.200',
    },
    {
      connection: '24274',
      peer: '203.0.113.200',
      port: '500',
      flags: 'RD|ST',
      version: 'v1',
      phase: '1',
      remoteIdType: 'USER-FQDN',
      remoteId: 'vpn@example.net',
    },
    {
      connection: '31',
      peer: '10.0.0.9',
      port: '500',
      vpnInstance: 'red',
      flags: 'RD',
      version: 'v2',
      phase: '1',
      remoteIdType: 'KEY-ID',
      remoteId: '17',
    },
  ];
  sameIn(LINEWISE, AR, 'ikeSa', rows);
  cutAnywhere(AR, 'ikeSa');

  it('on one line', () => {
    assert.deepEqual(factsOf(onOneLine(AR), 'ikeSa'), rows);
  });

  it('of V200R003 has no version, and a number for the VPN instance', () => {
    const old = `[R1]display ike sa
    Conn-ID  Peer            VPN   Flag(s)                Phase
  ---------------------------------------------------------------
       53    203.0.113.2     0     RD|ST                  2
       52    203.0.113.2     2     RD|ST                  1
       51    203.0.113.3     0     NEG                    1
${LEGEND}`;
    const [two, one, third] = [
      { connection: '53', peer: '203.0.113.2', vpnInstance: '0', flags: 'RD|ST', phase: '2' },
      { connection: '52', peer: '203.0.113.2', vpnInstance: '2', flags: 'RD|ST', phase: '1' },
      { connection: '51', peer: '203.0.113.3', vpnInstance: '0', flags: 'NEG', phase: '1' },
    ];
    assert.deepEqual(factsOf(old, 'ikeSa'), [two, one, third]);
    assert.deepEqual(factsOf(onOneLine(old), 'ikeSa'), [two, one, third]);
    assert.deepEqual(factsOf(old.replace('ike sa', 'ike sa v2'), 'ikeSa'), [two, one, third]);
  });

  it('is read where the blanks of a page got lost', () => {
    const page = `<R>display ike sa
Conn-ID Peer VPN Flag(s) Phase
--------------------------------
3189 203.0.113.7:64524 RD|A v1:2
3188 203.0.113.7:64524 RD|A v1:1
Number of IKE SA : 2 --------------------------------
`;
    assert.deepEqual(
      factsOf(page, 'ikeSa').map(({ peer, vpnInstance, flags, version, phase }) => [
        peer,
        vpnInstance,
        flags,
        version,
        phase,
      ]),
      [
        ['203.0.113.7', undefined, 'RD|A', 'v1', '2'],
        ['203.0.113.7', undefined, 'RD|A', 'v1', '1'],
      ],
    );
  });
});

describe('display ike sa of old firewalls', () => {
  const text = `<FW_A>display ike sa
current ike sa number: 2
---------------------------------------------------------------------
conn-id    peer                    flag          phase vpn
---------------------------------------------------------------------
40129      203.0.113.2             RD|ST         v1:2  public
40121      203.0.113.2:4500        RD            v1:1  sales
<FW_A>
`;
  const rows = [
    {
      connection: '40129',
      peer: '203.0.113.2',
      flags: 'RD|ST',
      version: 'v1',
      phase: '2',
      vpnInstance: 'public',
    },
    {
      connection: '40121',
      peer: '203.0.113.2',
      port: '4500',
      flags: 'RD',
      version: 'v1',
      phase: '1',
      vpnInstance: 'sales',
    },
  ];
  sameIn(LINEWISE, text, 'ikeSa', rows);

  it('on one line', () => {
    assert.deepEqual(factsOf(onOneLine(text), 'ikeSa'), rows);
  });

  it('says of none that there are none', () => {
    assert.deepEqual(factsOf('<FW_C>display ike sa\ncurrent sa Num :0\n<FW_C>\n', 'ikeSa'), []);
  });
});

describe('display ike sa of VRP8', () => {
  const text = `<NE>display ike sa
 current sa Num :3
   Single-homing :3     Multi-homing master :0    Multi-homing slave :0
   None-backup sa :3    Backup sa :0
Spu board slot 1, IKE SA Information:
 Current IKE SA number: 2
-----------------------------------------------------------------------
conn-id    peer                    flag        phase   ext    vpn
-----------------------------------------------------------------------
373        203.0.113.2             RD|ST       V2:2    -      red
372        2001:db8::2             RD          V2:1    M|B    -
Spu board slot 9, IKE SA Information:
 Current IKE SA number: 1
-----------------------------------------------------------------------
conn-id    peer                    flag        phase   ext    vpn
-----------------------------------------------------------------------
12         203.0.113.3             RD|ST       V1:1    -      -
<NE>
`;
  const rows = [
    {
      board: 'Spu board slot 1',
      connection: '373',
      peer: '203.0.113.2',
      flags: 'RD|ST',
      version: 'V2',
      phase: '2',
      vpnInstance: 'red',
    },
    {
      board: 'Spu board slot 1',
      connection: '372',
      peer: '2001:db8::2',
      flags: 'RD',
      version: 'V2',
      phase: '1',
      vpnInstance: '-',
    },
    {
      board: 'Spu board slot 9',
      connection: '12',
      peer: '203.0.113.3',
      flags: 'RD|ST',
      version: 'V1',
      phase: '1',
      vpnInstance: '-',
    },
  ];
  sameIn(LINEWISE, text, 'ikeSa', rows);
  cutAnywhere(text, 'ikeSa');

  it('on one line', () => {
    assert.deepEqual(factsOf(onOneLine(text), 'ikeSa'), rows);
  });

  it('has a further column on newer devices', () => {
    const bfd = `<NE>display ike sa
Spu board slot 1, IKE SA Information:
-----------------------------------------------------------------------
conn-id    peer               flag        phase   bfd   ext    vpn
-----------------------------------------------------------------------
373        203.0.113.2        RD|ST       V2:2    up    -      red
`;
    assert.deepEqual(factsOf(bfd, 'ikeSa'), [{ ...rows[0], vpnInstance: 'red' }]);
  });
});

describe('display ike sa of S switches', () => {
  const text = `<S>display ike sa
IKE SA information :
    Conn-ID       Peer            VPN   Flag(s)   Phase   RemoteType  RemoteID
  ---------------------------------------------------------------------------------
    117477244     203.0.113.1/4500 vrf1 RD|M      v2:2    IP          203.0.113.1
    117477242     203.0.113.1/4500      RD|M      v2:1    IP          203.0.113.1
`;
  const rows = [
    {
      connection: '117477244',
      peer: '203.0.113.1',
      port: '4500',
      vpnInstance: 'vrf1',
      flags: 'RD|M',
      version: 'v2',
      phase: '2',
      remoteIdType: 'IP',
      remoteId: '203.0.113.1',
    },
    {
      connection: '117477242',
      peer: '203.0.113.1',
      port: '4500',
      flags: 'RD|M',
      version: 'v2',
      phase: '1',
      remoteIdType: 'IP',
      remoteId: '203.0.113.1',
    },
  ];
  sameIn([...LINEWISE, broken(80)], text, 'ikeSa', rows);

  it('on one line', () => {
    assert.deepEqual(factsOf(onOneLine(text), 'ikeSa'), rows);
  });
});
