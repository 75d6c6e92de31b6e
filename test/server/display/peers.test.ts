import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { factsOf } from './readFacts';
import { broken, cutAnywhere, LABELLED, LINEWISE, sameIn } from './variants';

const USG = `<FW_A>display ike peer
Number of IKE peers: 2
-----------------------------------------------------------
 Peer name               : to-branch
 IKE version             : v1v2
 VPN instance            : red
 Remote IP               : 203.0.113.2
 Authentic IP address    : 10.9.9.9
 Proposal                : 10
 Pre-shared-key          : %^%#made up:by?us%^%#
 Local ID type           : FQDN
 Local ID                : hq.example
 Remote ID type          : KEY-ID
 Remote ID               : 17
 Exchange mode           : aggressive
 NAT-traversal           : Enable
 DPD                     : Enable
 DPD type                : on-demand
 DPD message             : seq-hash-notify
-----------------------------------------------------------
 Peer name               : second
 IKE version             : v2
 VPN instance            : -
 Remote IP               : 2001:db8::2
 Proposal                : -
 Pre-shared-key          :
 Local ID type           : IP
 Local ID                : -
-----------------------------------------------------------
`;

const USG_VALUES = [
  {
    name: 'to-branch',
    version: 'v1v2',
    vpnInstance: 'red',
    remoteAddress: '203.0.113.2',
    authenticAddress: '10.9.9.9',
    proposal: '10',
    hasKey: true,
    localIdType: 'FQDN',
    localId: 'hq.example',
    remoteIdType: 'KEY-ID',
    remoteId: '17',
    exchangeMode: 'aggressive',
    natTraversal: 'Enable',
    dpd: 'Enable',
    dpdType: 'on-demand',
    dpdMessage: 'seq-hash-notify',
  },
  {
    name: 'second',
    version: 'v2',
    vpnInstance: '-',
    remoteAddress: '2001:db8::2',
    proposal: '-',
    hasKey: false,
    localIdType: 'IP',
    localId: '-',
  },
];

describe('display ike peer of USG and AR', () => {
  sameIn(LABELLED, USG, 'ikePeer', USG_VALUES);
  cutAnywhere(USG, 'ikePeer');

  it('without any key', () => {
    assert.ok(!JSON.stringify(factsOf(USG, 'ikePeer')).includes('made up'));
  });
});

describe('display ike peer of VRP8', () => {
  const text = `<NE>display ike peer name peer1
---------------------------
 IKE Peer: peer1
   exchange mode: main on phase 1
   pre-shared-key: ******
   local certificate file name:
   proposal: 5
   local id type: ip
   peer ip address: 203.0.113.2 203.0.113.9
   vpn: red
   authentic ip address: 0.0.0.0 255.255.255.255
   version: v2
   peer id: branch.example
   sa binding vpn:
   nat traversal: disable
---------------------------
`;
  const values = [
    {
      name: 'peer1',
      exchangeMode: 'main on phase 1',
      certificate: '',
      proposal: '5',
      localIdType: 'ip',
      remoteAddress: '203.0.113.2 203.0.113.9',
      vpnInstance: 'red',
      authenticAddress: '0.0.0.0 255.255.255.255',
      version: 'v2',
      remoteId: 'branch.example',
      bindingVpn: '',
      natTraversal: 'disable',
      hasKey: true,
    },
  ];
  sameIn(LABELLED, text, 'ikePeer', values);
  cutAnywhere(text, 'ikePeer');
});

describe('display ike peer brief', () => {
  const text = `<FW_A>display ike peer brief
Current ike peer number: 5
---------------------------------------------------------------------------
Peer name        Version  Exchange-mode   Proposal   Id-type   RemoteAddr
---------------------------------------------------------------------------
b                v1       main            12         IP        203.0.113.2
c                v1v2     main                       FQDN
d                v2                       default    KEY-ID    2001:db8::9
a-peer-whose-name-is-too-long v2       auto            7          DN        gw.branch.example
v1               v1       aggressive      -          -         198.51.100.0
`;
  const rows = [
    {
      name: 'b',
      version: 'v1',
      exchangeMode: 'main',
      proposal: '12',
      localIdType: 'IP',
      remoteAddress: '203.0.113.2',
    },
    { name: 'c', version: 'v1v2', exchangeMode: 'main', localIdType: 'FQDN' },
    { name: 'd', version: 'v2', proposal: 'default', localIdType: 'KEY-ID', remoteAddress: '2001:db8::9' },
    {
      name: 'a-peer-whose-name-is-too-long',
      version: 'v2',
      exchangeMode: 'auto',
      proposal: '7',
      localIdType: 'DN',
      remoteAddress: 'gw.branch.example',
    },
    {
      name: 'v1',
      version: 'v1',
      exchangeMode: 'aggressive',
      proposal: '-',
      localIdType: '-',
      remoteAddress: '198.51.100.0',
    },
  ];
  sameIn(LINEWISE, text, 'ikePeer', rows);
  sameIn([broken(70)], text, 'ikePeer', rows);
  cutAnywhere(text, 'ikePeer');

  it('on one line', () => {
    const [first] = factsOf(`${text.trim().replaceAll(/\s+/g, ' ')}\n`, 'ikePeer');
    assert.deepEqual(first, rows[0]);
  });
});
