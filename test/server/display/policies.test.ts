import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { factsOf, onOneLine } from './readFacts';
import { broken, cutAnywhere, LABELLED, LINEWISE, sameIn } from './variants';

const USG = `<FW_A>display ipsec policy
===========================================
IPSec policy group: "map1"
Using interface: GigabitEthernet1/0/0
===========================================

    Sequence number: 10
    Policy Alias: map1-10
    Security data flow: 3000/IPv4
    Peer name    :  b
    Perfect forward secrecy: DH group 14
    Proposal name:  tran1
    IPSec SA local duration(time based): 3600 seconds
    IPSec SA local duration(traffic based): 1843200 kilobytes
    SA trigger mode: Automatic

    Sequence number: 20
    Security data flow: 3001
    Perfect forward secrecy: None
    Proposal name:  tran1
    Proposal name:  tran2
===========================================
IPSec policy group: "map2"
Using interface:
===========================================
    Sequence number: 1
    Security data flow: 3002/IPv6
`;

const interfaces = 'GigabitEthernet1/0/0';

describe('display ipsec policy of USG and AR', () => {
  const entries = [
    {
      name: 'map1',
      proposals: ['tran1'],
      sequence: '10',
      interfaces,
      alias: 'map1-10',
      acl: '3000/IPv4',
      ikePeer: 'b',
      perfectForwardSecrecy: 'DH group 14',
      lifetimeSeconds: '3600 seconds',
      lifetimeKilobytes: '1843200 kilobytes',
      triggerMode: 'Automatic',
    },
    {
      name: 'map1',
      proposals: ['tran1', 'tran2'],
      sequence: '20',
      interfaces,
      acl: '3001',
      perfectForwardSecrecy: 'None',
    },
    { name: 'map2', proposals: [], sequence: '1', interfaces: '', acl: '3002/IPv6' },
  ];
  sameIn(LABELLED, USG, 'ipsecPolicy', entries);
  cutAnywhere(USG, 'ipsecPolicy');
});

const NE = (
  kind: 'Policy' | 'Policy Template',
): string => `<NE>display ipsec ${kind.toLowerCase().replace(' ', '-')}
===========================================
IPsec ${kind} Group: "pol1"
${kind === 'Policy' ? 'Using interface: {Tunnel1}\n' : ''}===========================================

  -----------------------------
  ${kind === 'Policy' ? 'IPsec policy' : 'Policy template'} name: "pol1"
  sequence number: 1
${kind === 'Policy' ? '  mode: isakmp\n' : ''}  -----------------------------
    security data flow: 3000
    ike-peer name: peer1
    perfect forward secrecy: None
    proposal name: p1
    IPsec sa local duration(time based): 3600 seconds
    IPsec sa local duration(traffic based): 1843200 kilobytes
`;

describe('display ipsec policy and policy-template of VRP8', () => {
  const common = {
    name: 'pol1',
    proposals: ['p1'],
    sequence: '1',
    acl: '3000',
    ikePeer: 'peer1',
    perfectForwardSecrecy: 'None',
    lifetimeSeconds: '3600 seconds',
    lifetimeKilobytes: '1843200 kilobytes',
  };
  sameIn(LABELLED, NE('Policy'), 'ipsecPolicy', [{ ...common, interfaces: '{Tunnel1}', mode: 'isakmp' }]);
  sameIn(LABELLED, NE('Policy Template'), 'ipsecPolicyTemplate', [common]);
  cutAnywhere(NE('Policy'), 'ipsecPolicy');
});

describe('display ipsec policy brief', () => {
  const text = `<NE>display ipsec policy brief
current ipsec policy number: 6
-----------------------------------------------------------------------------------
IPsec-Policy-Name  Mode     acl  ike-peer         Local-Address   Remote-Address
-----------------------------------------------------------------------------------
policy1-1          isakmp   3001
policy1-2          isakmp        branch                           203.0.113.2
policy1-30         manual   3002                  198.51.100.1    203.0.113.9
policy-with-dashes-10000 template 3003 hq
3000-7             isakmp   3999 4000             2001:db8::1     2001:db8::2
last-1             isakmp   -    -                -               -
`;
  const rows = [
    { name: 'policy1', sequence: '1', proposals: [], mode: 'isakmp', acl: '3001' },
    {
      name: 'policy1',
      sequence: '2',
      proposals: [],
      mode: 'isakmp',
      ikePeer: 'branch',
      remoteAddress: '203.0.113.2',
    },
    {
      name: 'policy1',
      sequence: '30',
      proposals: [],
      mode: 'manual',
      acl: '3002',
      localAddress: '198.51.100.1',
      remoteAddress: '203.0.113.9',
    },
    {
      name: 'policy-with-dashes',
      sequence: '10000',
      proposals: [],
      mode: 'template',
      acl: '3003',
      ikePeer: 'hq',
    },
    {
      name: '3000',
      sequence: '7',
      proposals: [],
      mode: 'isakmp',
      acl: '3999',
      ikePeer: '4000',
      localAddress: '2001:db8::1',
      remoteAddress: '2001:db8::2',
    },
  ];
  for (const { name, of } of [...LINEWISE, broken(80)])
    it(name, () => {
      const facts = factsOf(of(text), 'ipsecPolicy');
      assert.deepEqual(facts.slice(0, -1), rows);
      const last = facts.at(-1);
      assert.deepEqual([last?.['name'], last?.['acl'], last?.['ikePeer']], ['last', '-', '-']);
    });
  cutAnywhere(text, 'ipsecPolicy');

  it('on one line, where an address may be either end', () => {
    const flat = factsOf(onOneLine(text), 'ipsecPolicy');
    assert.deepEqual(
      flat.map(({ name, sequence, acl, ikePeer }) => ({ name, sequence, acl, ikePeer })),
      [...rows, { name: 'last', sequence: '1', acl: '-', ikePeer: '-' }].map((row) => ({
        name: row.name,
        sequence: row.sequence,
        acl: 'acl' in row ? row.acl : undefined,
        ikePeer: 'ikePeer' in row ? row.ikePeer : undefined,
      })),
    );
    assert.ok(flat.every((row) => !('localAddress' in row) && !('remoteAddress' in row)));
  });
});

describe('display ipsec policy-template brief', () => {
  const text = `<NE>display ipsec policy-template brief
current ipsec policy-template number: 3
----------------------------------------
Policy-Template-Name     acl    ike-peer
----------------------------------------
test-1                   3000
test-2                          hub
template-with-a-long-name-12 3001   hub2
`;
  sameIn(LINEWISE, text, 'ipsecPolicyTemplate', [
    { name: 'test', sequence: '1', proposals: [], acl: '3000' },
    { name: 'test', sequence: '2', proposals: [], ikePeer: 'hub' },
    { name: 'template-with-a-long-name', sequence: '12', proposals: [], acl: '3001', ikePeer: 'hub2' },
  ]);
});

/** No answer of a device is public: the labels are those of policies. */
describe('display ipsec profile', () => {
  const text = `<FW_A>display ipsec profile
===========================================
IPSec profile name: "spokes"
Using interface: Tunnel3
===========================================
    IPSec profile name     : spokes
    Peer name              : hub
    Perfect forward secrecy: DH group 14
    Proposal name          : tran1
    IPSec SA local duration(time based): 3600 seconds
`;
  it('gives the profile with its settings', () => {
    const [profile] = factsOf(text, 'ipsecProfile');
    assert.equal(profile?.['name'], 'spokes');
    for (const { of } of LABELLED) {
      const last = factsOf(of(text), 'ipsecProfile').at(-1);
      assert.deepEqual(
        [last?.['name'], last?.['ikePeer'], last?.['proposals'], last?.['lifetimeSeconds']],
        ['spokes', 'hub', ['tran1'], '3600 seconds'],
      );
    }
  });
});
