import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readOutputs, type Displayed, type OutputName } from '../../../server/src/display';
import type { Field } from '../../../server/src/display/output';
import { Document } from '../../../server/src/syntax/document';

function isField(value: unknown): value is Field {
  return typeof value === 'object' && value !== null && 'text' in value && 'item' in value;
}

/** The facts as texts, and every text found again where its place says. */
function textsOf(facts: readonly object[]): Record<string, unknown>[] {
  const textOf = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(textOf);
    if (!isField(value)) return value;
    const line = value.item.lines[value.line]?.text ?? '';
    assert.equal(line.slice(value.start, value.end), value.text);
    return value.text;
  };
  return facts.map((each) =>
    Object.fromEntries(Object.entries(each).map(([key, value]) => [key, textOf(value)])),
  );
}

function outputsOf(text: string): readonly Displayed[] {
  return readOutputs(Document.parse(text, 'huawei-vrp-output').items);
}

/** What a capture says in outputs of one name. */
function factsOf(text: string, name: OutputName): Record<string, unknown>[] {
  return textsOf(outputsOf(text).flatMap((each) => (each.name === name ? [...each.facts] : [])));
}

const PROPOSAL = `<FW_A>display ike proposal
2026-03-02 09:14:31.480

Number of IKE Proposals: 2

-------------------------------------------
 IKE Proposal: 10
   Authentication Method      : PRE_SHARED
   Authentication Algorithm   : SHA2-256
   Encryption Algorithm       : AES-256 AES-192
   Diffie-Hellman Group       : MODP-2048
   SA Duration(Seconds)       : 86400
   Integrity Algorithm        : HMAC-SHA2-256
   Prf Algorithm              : HMAC-SHA2-256
-------------------------------------------

-------------------------------------------
 IKE Proposal: Default
   Authentication Method      : PRE_SHARED
-------------------------------------------
<FW_A>
`;

const TEN = {
  name: '10',
  authenticationMethod: 'PRE_SHARED',
  authenticationAlgorithm: 'SHA2-256',
  encryptionAlgorithm: 'AES-256 AES-192',
  dhGroup: 'MODP-2048',
  duration: '86400',
  integrityAlgorithm: 'HMAC-SHA2-256',
  prf: 'HMAC-SHA2-256',
};

describe('display ike proposal', () => {
  it('is read from blocks', () => {
    assert.deepEqual(factsOf(PROPOSAL, 'ikeProposal'), [
      TEN,
      { name: 'Default', authenticationMethod: 'PRE_SHARED' },
    ]);
  });

  it('is read with any blanks, any case and other line ends', () => {
    const odd = PROPOSAL.replaceAll(/ +: /g, ':\t')
      .replaceAll('IKE Proposal', 'ike  PROPOSAL')
      .replaceAll('\n', '\r\n');
    assert.deepEqual(factsOf(odd, 'ikeProposal')[0], TEN);
  });

  it('is read from one line, as pages show it', () => {
    const [, answer = ''] = PROPOSAL.split('display ike proposal');
    const flat = `<FW_A> display ike proposal number 10 ${answer.slice(answer.indexOf('----')).replaceAll(/\s+/g, ' ')}`;
    assert.deepEqual(factsOf(flat, 'ikeProposal')[0], TEN);
  });

  it('is read without the command', () => {
    assert.deepEqual(factsOf(PROPOSAL.split('\n').slice(3, -2).join('\n'), 'ikeProposal')[0], TEN);
  });

  it('is read from the table of VRP8', () => {
    const table = `<NE>display ike proposal
priority   authentication method   authentication algorithm   encryption algorithm   Diffie-Hellman group   duration (seconds)
------------------------------------------------------------------------------------------------------------------
1          PRE_SHARED              SHA256                     256-AES                NONE                   86400
default3   PRE_SHARED              SHA                        DES_CBC                MODP_768               3600
`;
    assert.deepEqual(factsOf(table, 'ikeProposal'), [
      {
        name: '1',
        authenticationMethod: 'PRE_SHARED',
        authenticationAlgorithm: 'SHA256',
        encryptionAlgorithm: '256-AES',
        dhGroup: 'NONE',
        duration: '86400',
      },
      {
        name: 'default3',
        authenticationMethod: 'PRE_SHARED',
        authenticationAlgorithm: 'SHA',
        encryptionAlgorithm: 'DES_CBC',
        dhGroup: 'MODP_768',
        duration: '3600',
      },
    ]);
  });
});

describe('display ike peer', () => {
  const PEER = `<FW_A>display ike peer name b
-----------------------------------------------------------
 Peer name               : b
 IKE version             : v1v2
 VPN instance            : -
 Remote IP               : 203.0.113.2
 Authentic IP address    : -
 Proposal                : 10
 Pre-shared-key          : %^%#made up:by?us%^%#
 Local ID type           : FQDN
 Local ID                : hq.example
 Remote ID type          : -
 Remote ID               : -
 Exchange mode           : main on phase 1
 DPD                     : Enable
 DPD message             : seq-hash-notify
-----------------------------------------------------------
`;

  it('is read from blocks, without the key', () => {
    const [peer] = factsOf(PEER, 'ikePeer');
    assert.deepEqual(peer, {
      name: 'b',
      version: 'v1v2',
      vpnInstance: '-',
      remoteAddress: '203.0.113.2',
      authenticAddress: '-',
      proposal: '10',
      hasKey: true,
      localIdType: 'FQDN',
      localId: 'hq.example',
      remoteIdType: '-',
      remoteId: '-',
      exchangeMode: 'main on phase 1',
      dpd: 'Enable',
      dpdMessage: 'seq-hash-notify',
    });
    assert.ok(!JSON.stringify(peer).includes('made up'));
  });

  it('is read from the brief table, in which a column can be empty', () => {
    const brief = `<FW_A>display ike peer brief
Current ike peer number: 2
---------------------------------------------------------------------------
Peer name        Version  Exchange-mode   Proposal   Id-type   RemoteAddr
---------------------------------------------------------------------------
b                v1       main            12         IP        203.0.113.2
c                v1v2     main                       IP
`;
    assert.deepEqual(factsOf(brief, 'ikePeer'), [
      {
        name: 'b',
        version: 'v1',
        exchangeMode: 'main',
        proposal: '12',
        localIdType: 'IP',
        remoteAddress: '203.0.113.2',
      },
      { name: 'c', version: 'v1v2', exchangeMode: 'main', localIdType: 'IP' },
    ]);
  });
});

describe('display ipsec proposal', () => {
  it('is read with the algorithms on lines of their own, and with all on one', () => {
    const text = `<FW_A>display ipsec proposal
 IPSec proposal name: tran1
  Encapsulation mode: Tunnel
  Transform         : ah-esp-new
  AH protocol       : Authentication SHA2-HMAC-512
  ESP protocol      : Authentication SHA2-HMAC-256
                      Encryption AES-256
<NE>display ipsec proposal
  IP security proposal name: p2
    encapsulation mode: transport
    transform: esp-new
    ESP protocol: authentication SHA2-HMAC-256, encryption 256-aes
`;
    assert.deepEqual(factsOf(text, 'ipsecProposal'), [
      {
        name: 'tran1',
        encapsulation: 'Tunnel',
        transform: 'ah-esp-new',
        ahAuthentication: 'SHA2-HMAC-512',
        espAuthentication: 'SHA2-HMAC-256',
        espEncryption: 'AES-256',
      },
      {
        name: 'p2',
        encapsulation: 'transport',
        transform: 'esp-new',
        espAuthentication: 'SHA2-HMAC-256',
        espEncryption: '256-aes',
      },
    ]);
  });
});

describe('display ipsec policy', () => {
  it('is read with all entries of all groups', () => {
    const text = `<FW_A>display ipsec policy
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
`;
    const interfaces = 'GigabitEthernet1/0/0';
    assert.deepEqual(factsOf(text, 'ipsecPolicy'), [
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
      },
      {
        name: 'map1',
        proposals: ['tran1', 'tran2'],
        sequence: '20',
        interfaces,
        acl: '3001',
        perfectForwardSecrecy: 'None',
      },
      { name: 'map2', proposals: [], sequence: '1', interfaces: '' },
    ]);
  });
});

function heading(columns: string): string {
  return `-----------------\n  ${columns}\n-----------------\n`;
}

describe('tables of failures', () => {
  it('are read with a port, a version and long reasons', () => {
    const text = `<FW_A>display ike error-info
  current info Num :3
  Ike error information:
${heading('peer               port    error-reason              version     error-time')}  203.0.113.1        500     phase1 proposal mismatch  v2          2026-03-02 09:14:27
  203.0.113.1        4500    config modify or manual offline  v1   2026/03/02  09:13:57
  2001:db8::1        500     none of user's interface is selected v1 2026-03-02 09:13:57+08:00
`;
    assert.deepEqual(factsOf(text, 'ikeErrorInfo'), [
      {
        peer: '203.0.113.1',
        port: '500',
        reason: 'phase1 proposal mismatch',
        version: 'v2',
        time: '2026-03-02 09:14:27',
      },
      {
        peer: '203.0.113.1',
        port: '4500',
        reason: 'config modify or manual offline',
        version: 'v1',
        time: '2026/03/02  09:13:57',
      },
      {
        peer: '2001:db8::1',
        port: '500',
        reason: "none of user's interface is selected",
        version: 'v1',
        time: '2026-03-02 09:13:57+08:00',
      },
    ]);
  });

  it('are read without a port column, and with rows that were pasted onto one line', () => {
    const rows =
      '203.0.113.1 dpd timeout v2 2026-03-02 09:14:27 203.0.113.9 peer request v1 2026-03-02 08:00:00';
    const text = `<S>display ike offline-info Current info Num :2 Ike offline information: ---------- peer offline-reason version offline-time ---------- ${rows} ----------\n`;
    assert.deepEqual(
      factsOf(text, 'ikeOfflineInfo').map(({ peer, reason, version, time }) => [peer, reason, version, time]),
      [
        ['203.0.113.1', 'dpd timeout', 'v2', '2026-03-02 09:14:27'],
        ['203.0.113.9', 'peer request', 'v1', '2026-03-02 08:00:00'],
      ],
    );
  });

  it('are read with the time before the reason, as VRP8 prints them', () => {
    const text = `<NE>display ike error history
IKE Error Information for Slot : 1
${heading('PEER                  VPN             TIME                      REASON')}203.0.113.1:500       -               2026-03-02 09:14:27       Receive phase1 delete info
203.0.113.1           vrf1            2026-03-02 09:14:28       Unknown Exchange Type(ExchType=88)
`;
    assert.deepEqual(factsOf(text, 'ikeErrorHistory'), [
      {
        peer: '203.0.113.1',
        port: '500',
        vpnInstance: '-',
        reason: 'Receive phase1 delete info',
        time: '2026-03-02 09:14:27',
      },
      {
        peer: '203.0.113.1',
        vpnInstance: 'vrf1',
        reason: 'Unknown Exchange Type(ExchType=88)',
        time: '2026-03-02 09:14:28',
      },
    ]);
  });

  it('keep rows that are cut off as far as they go', () => {
    const text = `<FW_A>display ike error-info
${heading('peer               port    error-reason              version     error-time')}  203.0.113.1        500     phase1 proposal mism`;
    assert.deepEqual(factsOf(text, 'ikeErrorInfo'), [
      { peer: '203.0.113.1', port: '500', reason: 'phase1 proposal mism' },
    ]);
  });
});

describe('any capture', () => {
  it('tells several commands on one line apart', () => {
    const text =
      '<FW_A> display ipsec policy name map1 ========= IPSec policy group: "map1" Using interface: GE1/0/0 ========= Sequence number: 10 Security data flow: 3000 ...... <FW_A> display ike proposal number 1 ---------- IKE Proposal: 1 Encryption Algorithm : AES-256\n';
    assert.deepEqual(
      outputsOf(text).map(({ name, output }) => [name, output.device, output.command.join(' ')]),
      [
        ['ipsecPolicy', 'FW_A', 'display ipsec policy name map1'],
        ['ikeProposal', 'FW_A', 'display ike proposal number 1'],
      ],
    );
  });

  it('takes commands cut short, as devices do', () => {
    const short = PROPOSAL.replace('display ike proposal', 'dis ike prop');
    assert.deepEqual(factsOf(short, 'ikeProposal')[0], TEN);
  });

  it('gives an answer that is longer than an item in one piece', () => {
    const rows = Array.from(
      { length: 1000 },
      (_, at) => `  203.0.113.1   500   dpd timeout   v2   2026-03-02 09:${String(10 + (at % 50))}:27\n`,
    );
    const text = `<FW_A>display ike offline-info\n${heading('peer port offline-reason version offline-time')}${rows.join('')}<FW_A>\n`;
    assert.equal(outputsOf(text).length, 1);
    assert.equal(factsOf(text, 'ikeOfflineInfo').length, 1000);
  });
});
