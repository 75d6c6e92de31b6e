import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { factsOf } from './readFacts';
import { broken, cutAnywhere, LABELLED, LINEWISE, sameIn } from './variants';

const IKE = `<FW_A>display ike proposal

Number of IKE Proposals: 2

-------------------------------------------
 IKE Proposal: 10
   Authentication Method      : PRE_SHARED
   Authentication Algorithm   : SHA2-512 SHA2-384 SHA2-256
   Encryption Algorithm       : AES-256 AES-192
   Diffie-Hellman Group       : MODP-2048
   SA Duration(Seconds)       : 86400
   Integrity Algorithm        : HMAC-SHA2-256
   Prf Algorithm              : HMAC-SHA2-256
-------------------------------------------

-------------------------------------------
 IKE Proposal: Default
   Authentication Method      : RSA_SIGNATURE
   Diffie-Hellman Group       :
   SA Duration(Seconds)       : 3600
-------------------------------------------
`;

const IKE_VALUES = [
  {
    name: '10',
    authenticationMethod: 'PRE_SHARED',
    authenticationAlgorithm: 'SHA2-512 SHA2-384 SHA2-256',
    encryptionAlgorithm: 'AES-256 AES-192',
    dhGroup: 'MODP-2048',
    duration: '86400',
    integrityAlgorithm: 'HMAC-SHA2-256',
    prf: 'HMAC-SHA2-256',
  },
  { name: 'Default', authenticationMethod: 'RSA_SIGNATURE', dhGroup: '', duration: '3600' },
];

describe('display ike proposal of USG and AR', () => {
  sameIn(LABELLED, IKE, 'ikeProposal', IKE_VALUES);
  cutAnywhere(IKE, 'ikeProposal');
});

const TABLE = `<NE>display ike proposal
priority   authentication method   authentication algorithm   encryption algorithm   Diffie-Hellman group   duration (seconds)
-----------------------------------------------------------------------------------------------------------------------------
1          PRE_SHARED              SHA256                     256-AES                NONE                   86400
100        RSA_SIGNATURE           SHA2-512                   AES_CBC_256            MODP_2048              3600
default3   PRE_SHARED              SHA                        DES_CBC                MODP_768               86400
`;

const TABLE_ROWS = (
  [
    ['1', 'PRE_SHARED', 'SHA256', '256-AES', 'NONE', '86400'],
    ['100', 'RSA_SIGNATURE', 'SHA2-512', 'AES_CBC_256', 'MODP_2048', '3600'],
    ['default3', 'PRE_SHARED', 'SHA', 'DES_CBC', 'MODP_768', '86400'],
  ] as const
).map(([name, authenticationMethod, authenticationAlgorithm, encryptionAlgorithm, dhGroup, duration]) => ({
  name,
  authenticationMethod,
  authenticationAlgorithm,
  encryptionAlgorithm,
  dhGroup,
  duration,
}));

describe('display ike proposal of VRP8', () => {
  sameIn([...LINEWISE, broken(80), broken(100)], TABLE, 'ikeProposal', TABLE_ROWS);
  cutAnywhere(TABLE, 'ikeProposal');

  it('on one line', () => {
    const flat = `${TABLE.trim().replaceAll(/\s+/g, ' ')}\n`;
    assert.deepEqual(factsOf(flat, 'ikeProposal'), TABLE_ROWS);
  });
});

const IPSEC = `<FW_A>display ipsec proposal
Number of proposals: 3

IPSec proposal name: tran1
 Encapsulation mode: Tunnel
 Transform         : esp-new
 ESP protocol      : Authentication SHA2-HMAC-256
                     Encryption AES-256

IPSec proposal name: both
 Encapsulation mode: Auto
 Transform         : ah-esp-new
 AH protocol       : Authentication SHA2-HMAC-512
 ESP protocol      : Authentication SHA2-HMAC-384
                     Encryption AES-192

IPSec proposal name: authentication
 Encapsulation mode: Transport
 Transform         : ah-new
 AH protocol       : Authentication SHA1-HMAC-96
`;

const IPSEC_VALUES = [
  {
    name: 'tran1',
    encapsulation: 'Tunnel',
    transform: 'esp-new',
    espAuthentication: 'SHA2-HMAC-256',
    espEncryption: 'AES-256',
  },
  {
    name: 'both',
    encapsulation: 'Auto',
    transform: 'ah-esp-new',
    ahAuthentication: 'SHA2-HMAC-512',
    espAuthentication: 'SHA2-HMAC-384',
    espEncryption: 'AES-192',
  },
  {
    name: 'authentication',
    encapsulation: 'Transport',
    transform: 'ah-new',
    ahAuthentication: 'SHA1-HMAC-96',
  },
];

describe('display ipsec proposal of USG and AR', () => {
  sameIn(LABELLED, IPSEC, 'ipsecProposal', IPSEC_VALUES);
  cutAnywhere(IPSEC, 'ipsecProposal');
});

describe('display ipsec proposal of VRP8', () => {
  const text = `<NE>display ipsec proposal
  Total IP security proposal number: 2

  IP security proposal name: p2
    encapsulation mode: transport
    transform: esp-new
    ESP protocol: authentication SHA2-HMAC-256, encryption 256-aes

  IPsec proposal name: p4
    encapsulation mode: tunnel
    transform: ah-new
    AH protocol: authentication SHA2-HMAC-256
    applied to policy: pol1-1-isakmp
`;
  sameIn(LABELLED, text, 'ipsecProposal', [
    {
      name: 'p2',
      encapsulation: 'transport',
      transform: 'esp-new',
      espAuthentication: 'SHA2-HMAC-256',
      espEncryption: '256-aes',
    },
    { name: 'p4', encapsulation: 'tunnel', transform: 'ah-new', ahAuthentication: 'SHA2-HMAC-256' },
  ]);
  cutAnywhere(text, 'ipsecProposal');
});

describe('display ipsec proposal brief', () => {
  const text = `<FW_A>display ipsec proposal brief
current ipsec proposal number: 2
-----------------------------------------------------
Proposal Name      Encapsulation Mode      Transform
-----------------------------------------------------
 1                 tunnel                  esp-new
 a-proposal-with-a-long-name transport     ah-esp-new
`;
  const rows = [
    { name: '1', encapsulation: 'tunnel', transform: 'esp-new' },
    { name: 'a-proposal-with-a-long-name', encapsulation: 'transport', transform: 'ah-esp-new' },
  ];
  sameIn(LINEWISE, text, 'ipsecProposal', rows);

  it('on one line', () => {
    assert.deepEqual(factsOf(`${text.trim().replaceAll(/\s+/g, ' ')}\n`, 'ipsecProposal'), rows);
  });
});
