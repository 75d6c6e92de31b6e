import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { factsOf } from './readFacts';
import { broken, cutAnywhere, LABELLED, LINEWISE, sameIn } from './variants';

/** USG6000: two tunnels of one policy, then another interface with a profile. */
const USG = `<FW_A>display ipsec sa

ipsec sa information:

===============================
Interface: GigabitEthernet1/0/0
===============================

  -----------------------------
  IPSec policy name: "to branches"
  Sequence number  : 10
  Acl group        : 3001/IPv4
  Acl rule         : 5
  Mode             : Template
  -----------------------------
    Connection ID     : 16777231
    Encapsulation mode: Tunnel
    Holding time      : 0d 0h 14m 44s
    Tunnel local      : 198.51.100.1:500
    Tunnel remote     : 203.0.113.2:64021
    Flow source       : 10.1.0.0/255.255.0.0 0/0-65535
    Flow destination  : 10.2.0.0/255.255.0.0 17/1701

    [Outbound ESP SAs]
      SPI: 194525348 (0xb9838a4)
      Proposal: ESP-ENCRYPT-AES-256 ESP-AUTH-SHA2-256-128
      SA remaining key duration (kilobytes/sec): 10485760/2717
      Max sent sequence-number: 5
      UDP encapsulation used for NAT traversal: Y
      SA encrypted packets (number/bytes): 4/240

    [Inbound ESP SAs]
      SPI: 197637217 (0xbc7b461)
      Proposal: ESP-ENCRYPT-AES-256 ESP-AUTH-SHA2-256-128
      SA remaining key duration (kilobytes/sec): 10485759/2716
      Max received sequence-number: 1
      UDP encapsulation used for NAT traversal: Y
      SA decrypted packets (number/bytes): 3/180
      Anti-replay : Enable
      Anti-replay window size: 1024

  -----------------------------
  IPSec policy name: "to branches"
  Sequence number  : 20
  Acl group        : 3002
  Acl rule         : 10
  Mode             : ISAKMP
  -----------------------------
    Connection ID     : 7
    Encapsulation mode: Transport
    Tunnel local      : 198.51.100.1
    Tunnel remote     : 203.0.113.9

    [Outbound AH SAs]
      SPI: 12 (0xc)
      Proposal: AH-SHA2-256-128

===============================
Interface: Tunnel3
===============================

  -----------------------------
  IPSec profile name: "spokes"
  Mode             : PROF-ISAKMP
  -----------------------------
    Connection ID     : 8
    Encapsulation mode: Tunnel
    Tunnel local      : 198.51.100.1
    Tunnel remote     : 203.0.113.10
    Qos pre-classify  : Disable
    Qos group         : -

    [Inbound ESP SAs]
      SPI: 4294967295 (0xffffffff)
      SA remaining key duration (bytes/sec): 1887436800/2489
      Anti-replay window size: 32
<FW_A>
`;

const proposal = 'ESP-ENCRYPT-AES-256 ESP-AUTH-SHA2-256-128';

const USG_TUNNELS = [
  {
    interface: 'GigabitEthernet1/0/0',
    name: 'to branches',
    sequence: '10',
    acl: '3001/IPv4',
    rule: '5',
    mode: 'Template',
    connection: '16777231',
    encapsulation: 'Tunnel',
    holdingTime: '0d 0h 14m 44s',
    localAddress: '198.51.100.1:500',
    remoteAddress: '203.0.113.2:64021',
    flowSource: '10.1.0.0/255.255.0.0 0/0-65535',
    flowDestination: '10.2.0.0/255.255.0.0 17/1701',
    associations: [
      {
        direction: 'outbound',
        protocol: 'esp',
        spi: '194525348',
        proposal,
        remainingVolume: '10485760',
        remainingSeconds: '2717',
        volumeUnit: 'kilobytes',
        sequence: '5',
        natTraversal: 'Y',
        packets: '4/240',
      },
      {
        direction: 'inbound',
        protocol: 'esp',
        spi: '197637217',
        proposal,
        remainingVolume: '10485759',
        remainingSeconds: '2716',
        volumeUnit: 'kilobytes',
        sequence: '1',
        natTraversal: 'Y',
        packets: '3/180',
        antiReplay: 'Enable',
        antiReplayWindow: '1024',
      },
    ],
  },
  {
    interface: 'GigabitEthernet1/0/0',
    name: 'to branches',
    sequence: '20',
    acl: '3002',
    rule: '10',
    mode: 'ISAKMP',
    connection: '7',
    encapsulation: 'Transport',
    localAddress: '198.51.100.1',
    remoteAddress: '203.0.113.9',
    associations: [{ direction: 'outbound', protocol: 'ah', spi: '12', proposal: 'AH-SHA2-256-128' }],
  },
  {
    interface: 'Tunnel3',
    name: 'spokes',
    isProfile: true,
    mode: 'PROF-ISAKMP',
    connection: '8',
    encapsulation: 'Tunnel',
    localAddress: '198.51.100.1',
    remoteAddress: '203.0.113.10',
    associations: [
      {
        direction: 'inbound',
        protocol: 'esp',
        spi: '4294967295',
        remainingVolume: '1887436800',
        remainingSeconds: '2489',
        volumeUnit: 'bytes',
        antiReplayWindow: '32',
      },
    ],
  },
];

describe('display ipsec sa of USG and AR', () => {
  sameIn(LABELLED, USG, 'ipsecSa', USG_TUNNELS);
  cutAnywhere(USG, 'ipsecSa');

  it('with other spellings of labels', () => {
    const odd = USG.replaceAll('Acl group', 'ACL  Group')
      .replaceAll('Connection ID', 'connection-id')
      .replaceAll('Tunnel remote', 'TUNNEL  REMOTE')
      .replaceAll('[Outbound', '[outbound')
      .replaceAll('IPSec policy', 'IPsec Policy');
    assert.deepEqual(factsOf(odd, 'ipsecSa'), USG_TUNNELS);
  });

  it('leaves out remarks that somebody wrote behind values', () => {
    const notes = USG.replace(/(Tunnel remote .*)\n/, '$1  #\u5bf9\u7aef\u5730\u5740\n')
      .replace(/(SPI: 1945.*)\n/, '$1   // this one\n')
      .replace('[Inbound ESP SAs]', '[Inbound ESP SAs]   #\u5165\u65b9\u5411');
    assert.deepEqual(factsOf(notes, 'ipsecSa'), USG_TUNNELS);
  });

  it('keeps a tunnel of IPv6, and values that say nothing', () => {
    const text = `<FW_A>display ipsec sa remote 2001:db8::2
Interface: Vlanif100
  IPSec policy name: "six"
  Sequence number  : 1
    Connection ID     : 3
    Tunnel local      : 2001:db8::1
    Tunnel remote     : 2001:db8::2
    Flow source       : 2001:db8:a::/48 0/0-65535
    Flow destination  : ::/0 0/0-65535
    [Outbound ESP SAs]
      SPI: 1 (0x1)
      SA remaining key duration (kilobytes/sec): --/600
`;
    assert.deepEqual(factsOf(text, 'ipsecSa'), [
      {
        interface: 'Vlanif100',
        name: 'six',
        sequence: '1',
        connection: '3',
        localAddress: '2001:db8::1',
        remoteAddress: '2001:db8::2',
        flowSource: '2001:db8:a::/48 0/0-65535',
        flowDestination: '::/0 0/0-65535',
        associations: [
          {
            direction: 'outbound',
            protocol: 'esp',
            spi: '1',
            remainingVolume: '--',
            remainingSeconds: '600',
            volumeUnit: 'kilobytes',
          },
        ],
      },
    ]);
  });
});

/** VRP8: lower case, both addresses on one line, boards, and manual SAs first. */
const NE = `<NE>display ipsec sa
Total IP security association number: 1

IP security association name: manual1
Number of references: 0
  proposal name: p1
 State: Complete
  inbound AH setting:
     AH spi: 267 (0x10b)
     AH string-key:
     AH authentication hex key: $@$@secret1$@$@
  outbound ESP setting:
     ESP spi: 789 (0x315)
     ESP string-key: secret2!!
     ESP encryption hex key:
     ESP authentication hex key:

IKE IP Security Association :
==================================
IPSEC SA Information for Slot : 9
==================================

===============================
Interface: Tunnel1
===============================

  -----------------------------
  IPsec policy name: "pol1"
  sequence number: 1
  instance id: 0
  mode: isakmp
  vpn: red
  ext: M|B
  -----------------------------
    connection id: 299
    rule number: 1
    encapsulation mode: tunnel
    tunnel local : 198.51.100.1    tunnel remote: 203.0.113.2
    flow source: 10.1.0.0/255.255.255.0 0-65535 0 0x0
    flow destination: 10.2.0.0/255.255.255.0 0-65535 0 0x0
    input/output security packets: 1231231/2342424
    input/output security bytes: 234234242/6575675765
    input/output bandwidth limit drop packets: 0/0
    input/output bandwidth limit drop bytes: 0/0

    [inbound ESP SAs]
      establish: 2026-03-02 04:57:54
      spi: 4280635 (0x41513b)
      vpn: blue said: 47
      proposal: ESP-ENCRYPT-256-AES ESP-AUTH-SHA2-256
      sa remaining key duration (kilobytes/sec): 0/2850
      max received sequence-number: 10
      udp encapsulation used for nat traversal: N
`;

const NE_TUNNELS = [
  {
    name: 'manual1',
    associations: [
      { direction: 'inbound', protocol: 'ah', spi: '267' },
      { direction: 'outbound', protocol: 'esp', spi: '789' },
    ],
  },
  {
    slot: '9',
    interface: 'Tunnel1',
    name: 'pol1',
    sequence: '1',
    mode: 'isakmp',
    vpnInstance: 'red',
    connection: '299',
    rule: '1',
    encapsulation: 'tunnel',
    localAddress: '198.51.100.1',
    remoteAddress: '203.0.113.2',
    flowSource: '10.1.0.0/255.255.255.0 0-65535 0 0x0',
    flowDestination: '10.2.0.0/255.255.255.0 0-65535 0 0x0',
    associations: [
      {
        direction: 'inbound',
        protocol: 'esp',
        established: '2026-03-02 04:57:54',
        spi: '4280635',
        vpnInstance: 'blue',
        proposal: 'ESP-ENCRYPT-256-AES ESP-AUTH-SHA2-256',
        remainingVolume: '0',
        remainingSeconds: '2850',
        volumeUnit: 'kilobytes',
        sequence: '10',
        natTraversal: 'N',
      },
    ],
  },
];

describe('display ipsec sa of VRP8', () => {
  sameIn(LABELLED, NE, 'ipsecSa', NE_TUNNELS);
  cutAnywhere(NE, 'ipsecSa');

  it('without any key', () => {
    assert.ok(!JSON.stringify(factsOf(NE, 'ipsecSa')).includes('secret'));
  });

  it('with counters in kilobytes', () => {
    const newer = NE.replace('security bytes: 234234242/6575675765', 'security kilobytes: 12/34').replace(
      'drop bytes',
      'drop kilobytes',
    );
    assert.deepEqual(factsOf(newer, 'ipsecSa'), NE_TUNNELS);
  });
});

describe('display ipsec sa brief', () => {
  const usg = `<FW_A>display ipsec sa brief
current ipsec sa number: 2
current ipsec tunnel number: 1
---------------------------------------------------------------------
Src Address     Dst Address     SPI        Protocol  Algorithm
---------------------------------------------------------------------
198.51.100.1    203.0.113.2     4090666525 ESP       E:DES;A:HMAC-MD5-96;
203.0.113.2     198.51.100.1    12         AH        A:HMAC-SHA1-96;
`;
  const usgRows = [
    {
      source: '198.51.100.1',
      destination: '203.0.113.2',
      spi: '4090666525',
      protocol: 'ESP',
      algorithm: 'E:DES;A:HMAC-MD5-96;',
    },
    {
      source: '203.0.113.2',
      destination: '198.51.100.1',
      spi: '12',
      protocol: 'AH',
      algorithm: 'A:HMAC-SHA1-96;',
    },
  ];
  describe('of USG', () => {
    sameIn(LINEWISE, usg, 'ipsecSaBrief', usgRows);
    cutAnywhere(usg, 'ipsecSaBrief');
  });

  const ne = `<NE>display ipsec sa brief
Total Manual IP security association number: 1

IP security association name: 11

current IPsec sa number: 3
-------------------------------------------------------------------------------------------
Src Address     Dst Address     SPI        Protocol Algorithm                       VPN
-------------------------------------------------------------------------------------------
198.51.100.1    203.0.113.2     852978435  ESP      E:AES      A:SHA2-256-128        red
203.0.113.2     198.51.100.1    195316743  ESP      E:AES      A:SHA2-256-128        -
2001:db8::1     2001:db8::2     7          ESP      E:NULL     A:SHA2-256-128        AES
`;
  const row = (source: string, destination: string, spi: string, algorithm: string, vpnInstance: string) => ({
    source,
    destination,
    spi,
    protocol: 'ESP',
    algorithm,
    vpnInstance,
  });
  const neRows = [
    row('198.51.100.1', '203.0.113.2', '852978435', 'E:AES      A:SHA2-256-128', 'red'),
    row('203.0.113.2', '198.51.100.1', '195316743', 'E:AES      A:SHA2-256-128', '-'),
    row('2001:db8::1', '2001:db8::2', '7', 'E:NULL     A:SHA2-256-128', 'AES'),
  ];
  describe('of VRP8', () => {
    sameIn([...LINEWISE, broken(80)], ne, 'ipsecSaBrief', neRows);
    cutAnywhere(ne, 'ipsecSaBrief');
  });

  it('with a VPN instance before the protocol, and a port behind an address', () => {
    const ar = `<AR>display ipsec sa brief
Current ipsec sa num:2
Spu board slot 1, cpu 1 ipsec sa information:
Number of SAs:2
    Src address   Dst address        SPI      VPN  Protocol     Algorithm
-------------------------------------------------------------------------------
   198.51.100.1   203.0.113.2    3923280450         ESP       E:DES A:HMAC-MD5-96
   203.0.113.2:4500    198.51.100.1:4500    787858613   red   ESP       E:DES A:HMAC-MD5-96
`;
    assert.deepEqual(factsOf(ar, 'ipsecSaBrief'), [
      {
        source: '198.51.100.1',
        destination: '203.0.113.2',
        spi: '3923280450',
        protocol: 'ESP',
        algorithm: 'E:DES A:HMAC-MD5-96',
      },
      {
        source: '203.0.113.2',
        destination: '198.51.100.1',
        spi: '787858613',
        vpnInstance: 'red',
        protocol: 'ESP',
        algorithm: 'E:DES A:HMAC-MD5-96',
      },
    ]);
  });

  it('on one line', () => {
    const flat = usg.trim().replaceAll(/\s+/g, ' ');
    assert.deepEqual(factsOf(`${flat}\n`, 'ipsecSaBrief'), usgRows);
    const parts = ne.trim().replaceAll(/\s+/g, ' ');
    assert.deepEqual(
      factsOf(`${parts}\n`, 'ipsecSaBrief').map(({ algorithm, vpnInstance }) => [algorithm, vpnInstance]),
      neRows.map(({ algorithm, vpnInstance }) => [algorithm.replace(/ +/, ' '), vpnInstance]),
    );
  });
});
