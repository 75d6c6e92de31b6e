import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isSameName, partsOfName } from '../../../server/src/display/pkiCertificate';
import { factsOf, onOneLine, withoutCommand } from './readFacts';

function certificate(
  serial: string,
  issuer: string,
  from: string,
  to: string,
  subject: string,
  file: string,
): string {
  return ` The x509 object type is certificate:
Certificate:
    Data:
        Version: 3 (0x2)
        Serial Number: ${serial}
    Signature Algorithm: sha256WithRSAEncryption
        Issuer: ${issuer}
        Validity
            Not Before: ${from}
            Not After : ${to}
        Subject: ${subject}
        Subject Public Key Info:
            Public Key Algorithm: rsaEncryption
                Public-Key: (2048 bit)
                Modulus:
                    00:b7:3e:65:7f:3b:3c:18:b8:87:34:39:76:3c:87:
                Exponent: 65537 (0x10001)
        X509v3 extensions:
            X509v3 Subject Alternative Name:
                DNS:hq.example, IP Address:203.0.113.1
    Signature Algorithm: sha256WithRSAEncryption
         53:d5:79:31:7b:40:52:aa:ec:a9:35:ed:07:62:32:c4:ce:22:

Pki realm name: vpn
Certificate file name: ${file}
Certificate peer name: -
`;
}

const OWN = certificate(
  '3c:15:31',
  'CN=Root CA, O=Example',
  'Jan  5 08:00:00 2025 GMT',
  'Jan  5 08:00:00 2027 GMT',
  'C=de, O=Example, CN=hq.example',
  'hq.cer',
);
const ROOT = certificate(
  '2 (0x2)',
  'CN=Root CA, O=Example',
  'Dec 31 23:59:59 2019 GMT',
  'Dec 31 23:59:59 2039 GMT',
  'O=Example,CN=Root CA',
  'root.cer',
);

const HQ = {
  usage: 'local',
  serial: '3c:15:31',
  signatureAlgorithm: 'sha256WithRSAEncryption',
  issuer: { field: 'CN=Root CA, O=Example', parts: ['cn=root ca', 'o=example'] },
  notBefore: 'Jan  5 08:00:00 2025 GMT',
  notAfter: 'Jan  5 08:00:00 2027 GMT',
  validFrom: { milliseconds: Date.UTC(2025, 0, 5, 8), offset: 0 },
  validTo: { milliseconds: Date.UTC(2027, 0, 5, 8), offset: 0 },
  subject: { field: 'C=de, O=Example, CN=hq.example', parts: ['c=de', 'o=example', 'cn=hq.example'] },
  realm: 'vpn',
  file: 'hq.cer',
  peerName: '-',
};

describe('display pki certificate', () => {
  it('is read', () => {
    assert.deepEqual(factsOf(`<FW_A>display pki certificate local\n${OWN}<FW_A>\n`, 'pkiCertificate'), [HQ]);
  });

  it('is read with several certificates', () => {
    const files = factsOf(
      `<FW_A>display pki certificate ca realm vpn\nTotal Number: 2\n${ROOT}${OWN}${ROOT}`,
      'pkiCertificate',
    );
    assert.deepEqual(
      files.map(({ file, usage, serial }) => [file, usage, serial]),
      [
        ['root.cer', 'ca', '2 (0x2)'],
        ['hq.cer', 'ca', '3c:15:31'],
        ['root.cer', 'ca', '2 (0x2)'],
      ],
    );
  });

  it('is read without its command, and from one line', () => {
    const { usage: _, ...hq } = HQ;
    assert.equal(_, 'local');
    assert.deepEqual(factsOf(withoutCommand(`\n${OWN}`), 'pkiCertificate'), [hq]);
    const [flat] = factsOf(
      onOneLine(`<FW_A> display pki certificate local filename hq.cer\n${OWN}`),
      'pkiCertificate',
    );
    assert.deepEqual(
      { ...flat, notBefore: 0, notAfter: 0, serial: 0, signatureAlgorithm: 0 },
      { ...HQ, notBefore: 0, notAfter: 0, serial: 0, signatureAlgorithm: 0 },
    );
  });

  it('is read where serial number and names stand below their labels', () => {
    const text = OWN.replace('Serial Number: 3c:15:31', 'Serial Number:\n            3c:15:31')
      .replace('Issuer: CN=Root CA, O=Example', 'Issuer:\n            CN=Root CA\n            O=Example')
      .replace('O=Example, CN=hq.example', 'O=Example,\n CN=hq.example');
    const [found] = factsOf(`<FW_A>display pki cert_list\n${text}`, 'pkiCertList');
    assert.equal(found?.['serial'], '3c:15:31');
    assert.equal(found['usage'], 'local');
    assert.deepEqual(found['issuer'], { field: 'CN=Root CA', parts: ['cn=root ca', 'o=example'] });
    assert.deepEqual(found['subject'], {
      field: 'C=de, O=Example',
      parts: ['c=de', 'o=example', 'cn=hq.example'],
    });
    assert.equal(factsOf(`<FW_A>display pki ca_list\n${text}`, 'pkiCaList')[0]?.['usage'], 'ca');
  });

  it('is kept as far as it goes', () => {
    const [found] = factsOf(
      `<FW_A>display pki certificate local\n${OWN.split('Not After')[0]}`,
      'pkiCertificate',
    );
    assert.equal(found?.['notBefore'], HQ.notBefore);
    assert.equal(found['notAfter'], undefined);
  });

  it('says nothing where there is none', () => {
    assert.deepEqual(
      factsOf('<FW_A>display pki certificate local\nInfo: No certificate exists.\n', 'pkiCertificate'),
      [],
    );
  });
});

describe('a distinguished name', () => {
  const name = (text: string): Parameters<typeof isSameName>[0] => ({
    field: undefined as never,
    parts: partsOfName(text),
  });

  it('is the same in any order, case and spelling', () => {
    assert.ok(isSameName(name('CN=Root CA, O=Example'), name('O=example,CN=root ca')));
    assert.ok(isSameName(name('/O=Example/CN=Root CA'), name('CN=Root CA, O=Example')));
    assert.ok(!isSameName(name('CN=Root CA'), name('CN=Root CA 2')));
    assert.ok(!isSameName(name(''), name('')));
  });

  it('keeps what its values hold', () => {
    assert.deepEqual(partsOfName('CN=a=b, O=Smith, Sons and Co'), ['cn=a=b', 'o=smith, sons and co']);
    assert.deepEqual(partsOfName('/CN=http://ca.example/x'), ['cn=http://ca.example/x']);
  });
});

describe('display pki crl', () => {
  const CRL = `<FW_A>display pki crl realm vpn
 The x509 object type is CRL:
Certificate Revocation List (CRL):
        Version 2 (0x1)
    Signature Algorithm: sha256WithRSAEncryption
        Issuer: /CN=Root CA
        Last Update: Nov 15 08:24:28 2026 GMT
        Next Update: Nov 22 20:44:28 2026 GMT
        CRL extensions:
            X509v3 CRL Number:
                365
Revoked Certificates:
    Serial Number: 28C63371
        Revocation Date: Nov 14 08:34:27 2026 GMT
    Serial Number: 28C2AB44
        Revocation Date: Nov 13 08:30:35 2026 GMT

Pki realm name: vpn
CRL file name: vpn.crl
`;
  it('is read', () => {
    assert.deepEqual(factsOf(CRL, 'pkiCrl'), [
      {
        issuer: { field: '/CN=Root CA', parts: ['cn=root ca'] },
        lastUpdate: 'Nov 15 08:24:28 2026 GMT',
        updatedAt: { milliseconds: Date.UTC(2026, 10, 15, 8, 24, 28), offset: 0 },
        nextUpdate: 'Nov 22 20:44:28 2026 GMT',
        expiresAt: { milliseconds: Date.UTC(2026, 10, 22, 20, 44, 28), offset: 0 },
        revoked: ['28C63371', '28C2AB44'],
        realm: 'vpn',
        file: 'vpn.crl',
      },
    ]);
  });

  it('is read without its command, from one line, and twice', () => {
    assert.equal(factsOf(withoutCommand(CRL), 'pkiCrl')[0]?.['file'], 'vpn.crl');
    assert.equal(factsOf(onOneLine(CRL), 'pkiCrl')[0]?.['nextUpdate'], 'Nov 22 20:44:28 2026 GMT');
    assert.equal(factsOf(CRL + withoutCommand(CRL), 'pkiCrl').length, 2);
  });

  it('has its times also where a page has another label behind them on the line', () => {
    const line = onOneLine(CRL).replace(' CRL extensions:', '');
    const [crl] = factsOf(line, 'pkiCrl');
    assert.equal(crl?.['nextUpdate'], 'Nov 22 20:44:28 2026 GMT');
    assert.deepEqual(crl['expiresAt'], { milliseconds: Date.UTC(2026, 10, 22, 20, 44, 28), offset: 0 });
  });
});
