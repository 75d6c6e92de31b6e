import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { factsOf } from './readFacts';
import { LABELLED } from './variants';

/** No answer of a device is public: the labels are those of the other outputs. */
const TEXT = `<FW_A>display ike sa verbose remote 203.0.113.2
IKE SA verbose information :
---------------------------------------------------------------
  Connection ID             : 16777230
  IKE SA phase              : 1
  IKE version               : v2
  Exchange mode             : main
  Peer name                 : branch
  Local address             : 198.51.100.1:500
  Remote address            : 203.0.113.2:4500
  VPN instance              : red
  Local ID type             : IP
  Local ID                  : 198.51.100.1
  Remote ID type            : FQDN
  Remote ID                 : branch.example
  Authentication method     : PRE_SHARED
  Encryption algorithm      : AES-256
  Integrity algorithm       : HMAC-SHA2-256
  Prf algorithm             : HMAC-SHA2-256
  Diffie-Hellman group      : MODP-2048
  SA duration(seconds)      : 86400
  Remaining key duration(sec) : 81234
  Establish time            : 2026-03-02 09:14:27
  Flag(s)                   : RD|ST|A
  NAT traversal             : Y
  DPD                       : Enable
---------------------------------------------------------------
  Connection ID             : 16777231
  IKE SA phase              : 2
  Remote address            : 203.0.113.2:4500
---------------------------------------------------------------
`;

const VALUES = [
  {
    connection: '16777230',
    phase: '1',
    version: 'v2',
    exchangeMode: 'main',
    peerName: 'branch',
    localAddress: '198.51.100.1:500',
    remoteAddress: '203.0.113.2:4500',
    vpnInstance: 'red',
    localIdType: 'IP',
    localId: '198.51.100.1',
    remoteIdType: 'FQDN',
    remoteId: 'branch.example',
    authenticationMethod: 'PRE_SHARED',
    encryptionAlgorithm: 'AES-256',
    integrityAlgorithm: 'HMAC-SHA2-256',
    prf: 'HMAC-SHA2-256',
    dhGroup: 'MODP-2048',
    lifetime: '86400',
    remaining: '81234',
    established: '2026-03-02 09:14:27',
    flags: 'RD|ST|A',
    natTraversal: 'Y',
    dpd: 'Enable',
  },
  { connection: '16777231', phase: '2', remoteAddress: '203.0.113.2:4500' },
];

function named({ settings, ...values }: Record<string, unknown>): Record<string, unknown> {
  assert.ok(Array.isArray(settings));
  return values;
}

describe('display ike sa verbose', () => {
  for (const { name, of } of LABELLED)
    it(name, () => {
      assert.deepEqual(factsOf(of(TEXT), 'ikeSaVerbose').map(named), VALUES);
    });

  it('keeps what nobody lists, but no key', () => {
    const text = TEXT.replace(
      '  DPD  ',
      '  SKEYID                    : secret\n  Session-key : secret\n  Anti-clogging : on\n  DPD  ',
    );
    const [first] = factsOf(text, 'ikeSaVerbose');
    assert.ok(!JSON.stringify(first).includes('secret'));
    const settings = first?.['settings'] as { label: string; value: string }[];
    assert.ok(settings.some(({ label, value }) => label === 'Anti-clogging' && value === 'on'));
  });

  it('is not the brief list', () => {
    const brief = `<FW_A>display ike sa
IKE SA information :
 Conn-ID    Peer              VPN    Flag(s)   Phase  RemoteType  RemoteID
---------------------------------------------------------------------------
 3          203.0.113.2:500          RD|ST|A   v2:2   IP          203.0.113.2
`;
    assert.deepEqual(factsOf(brief, 'ikeSaVerbose'), []);
    assert.equal(factsOf(brief, 'ikeSa').length, 1);
  });
});
