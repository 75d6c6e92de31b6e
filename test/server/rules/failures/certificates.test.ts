import { describe, it } from 'node:test';
import { certificatePair, explains, isSilent, pair, table, tells, type Files } from './cases';

interface Certificate {
  readonly subject?: string;
  readonly issuer?: string;
  readonly serial?: string;
  readonly from?: string;
  readonly to?: string;
  readonly realm?: string;
}

function certificate({
  subject = 'CN=b.example',
  issuer = 'O=Example, CN=Root',
  serial = '1f:2e',
  from = 'Jan  5 08:00:00 2025 GMT',
  to = 'Jan  5 08:00:00 2027 GMT',
  realm = 'vpn',
}: Certificate = {}): string {
  return ` The x509 object type is certificate:
Certificate:
    Data:
        Version: 3 (0x2)
        Serial Number: ${serial}
        Issuer: ${issuer}
        Validity
            Not Before: ${from}
            Not After : ${to}
        Subject: ${subject}
Pki realm name: ${realm}
Certificate file name: ${realm}_local.cer
Certificate peer name: -
`;
}

const local = (device: string, values?: Certificate): string =>
  `<${device}>display pki certificate local\n${certificate(values)}<${device}>\n`;

const authority = (device: string, values?: Certificate): string =>
  `<${device}>display pki certificate ca\n${certificate({ subject: 'CN=Root, O=Example', serial: '2 (0x2)', ...values })}<${device}>\n`;

const clock = (device: string, time: string, zone = 'UTC'): string =>
  `<${device}>display clock\n${time}\nWednesday\nTime Zone(Local) : ${zone}\n<${device}>\n`;

function crl(device: string, next: string, revoked = '7c01', last = 'Nov  1 00:00:00 2026 GMT'): string {
  return `<${device}>display pki crl
 The x509 object type is CRL:
Certificate Revocation List (CRL):
        Version 2 (0x1)
    Signature Algorithm: sha256WithRSAEncryption
        Issuer: O=Example, CN=Root
        Last Update: ${last}
        Next Update: ${next}
Revoked Certificates:
    Serial Number: ${revoked}
        Revocation Date: Oct  1 00:00:00 2026 GMT
<${device}>
`;
}

function files(extra: Files, time = '2026-11-25 20:01:02', cause = 'authentication fail'): Files {
  const { a, b } = certificatePair();
  return { 'a.cfg': a, 'b.cfg': b, 'cap.txt': table('FW_A', cause, { time }), ...extra };
}

const OVER = 'Nov  1 08:00:00 2026 GMT';

describe('authentication fail and certificates', () => {
  it('is explained by a certificate of the other end that had expired', () => {
    explains(
      files({ 'b.txt': local('FW_B', { to: OVER }) }),
      /certificate CN=b\.example of FW_B was valid until Nov {2}1 08:00:00 2026 GMT and had expired by 2026-11-25 20:01:02/,
      'b.txt:10',
    );
  });

  it('is explained by an own certificate that had expired', () => {
    explains(
      files({ 'a.txt': local('FW_A', { subject: 'CN=a.example', to: OVER }) }),
      /certificate CN=a\.example of FW_A was valid until/,
      'a.txt:10',
    );
  });

  it('is not explained by certificates that were valid', () => {
    tells(
      files({ 'b.txt': local('FW_B') }),
      /certificate CN=b\.example of FW_B was valid at 2026-11-25 20:01:02/,
    );
  });

  it('is not explained by a certificate that expired since', () => {
    const extra = {
      'b.txt': local('FW_B', { to: 'Nov 30 08:00:00 2026 GMT' }) + clock('FW_B', '2026-12-02 10:00:00+00:00'),
    };
    tells(files(extra), /was valid at 2026-11-25/);
  });

  it('is not explained where the zone could turn the answer', () => {
    const near = { 'b.txt': local('FW_B', { to: 'Nov 25 16:00:00 2026 GMT' }) };
    isSilent(files(near), /The certificate/);
  });

  it('goes by the zone of the clock, of the configuration or of the record', () => {
    const to = 'Nov 25 16:00:00 2026 GMT';
    const ahead = 'Nov 25 11:00:00 2026 GMT';
    const near = { 'b.txt': local('FW_B', { to }) };
    explains(files({ ...near, 'a.txt': clock('FW_A', '2026-11-26 09:00:00', 'UTC') }), /had expired/);
    tells(files({ ...near, 'a.txt': clock('FW_A', '2026-11-26 09:00:00', 'UTC+08:00') }), /was valid/);
    const { a, b } = certificatePair();
    const withZone = a.replace('sysname FW_A\n', 'sysname FW_A\n#\nclock timezone BJ add 08:00:00\n');
    const capture = { 'b.cfg': b, 'a.cfg': withZone, 'cap.txt': table('FW_A', 'authentication fail') };
    tells({ ...capture, ...near }, /was valid/);
    explains({ ...capture, 'b.txt': local('FW_B', { to: ahead }) }, /had expired/);
  });

  it('leaves room for daylight saving time', () => {
    const extra = {
      'b.txt': local('FW_B', { to: 'Nov 25 19:30:00 2026 GMT' }),
      'a.txt': `<FW_A>display clock
2026-11-26 09:00:00
Thursday
Time Zone(Local) : UTC
Daylight saving time :
         Name        : S
         Repeat mode : repeat
         Start year  : 2020
         End year    : 2030
         Start time  : last Sunday March 02:00:00
         End time    : last Sunday October 03:00:00
         Saving time : 01:00:00
<FW_A>
`,
    };
    isSilent(files(extra), /The certificate/);
  });

  it('is explained by a certificate that was not valid yet, by the clock that checks it', () => {
    const extra = { 'b.txt': local('FW_B'), 'a.txt': clock('FW_A', '2000-01-01 00:10:00', 'UTC') };
    explains(
      files(extra, '2000-01-01 00:05:12'),
      /valid from Jan {2}5 08:00:00 2025 GMT on, but the clock of FW_A.*shows 2000-01-01/,
      'a.txt:2',
    );
    explains(
      files({ 'b.txt': local('FW_B') }, '2000-01-01 00:05:12'),
      /was not yet at 2000-01-01 00:05:12/,
      'b.txt:9',
    );
  });

  it('goes by a clock of the other end only where that was never set', () => {
    const own = local('FW_A', { subject: 'CN=a.example' });
    explains(
      files({ 'a.txt': own, 'b.txt': clock('FW_B', '2000-01-01 00:10:00', 'UTC') }),
      /certificate CN=a\.example of FW_A is valid from .* but the clock of FW_B, which checks it, shows 2000/,
    );
    tells(
      files({ 'a.txt': own, 'b.txt': clock('FW_B', '2024-06-01 00:10:00', 'UTC') }),
      /CN=a\.example of FW_A was valid/,
    );
    tells(
      files({ 'b.txt': local('FW_B'), 'a.txt': clock('FW_A', '2024-06-01 00:10:00', 'UTC') }),
      /was valid/,
    );
  });

  it('is not explained by a certificate that was installed since', () => {
    const extra = {
      'b.txt': local('FW_B', { from: 'Nov 28 00:00:00 2026 GMT' }),
      'a.txt': clock('FW_A', '2026-12-02 10:00:00', 'UTC'),
    };
    tells(files(extra), /valid from Nov 28 00:00:00 2026 GMT on and was not yet/);
  });

  it('has nothing to do with certificates where keys are used', () => {
    isSilent(
      { ...pair(), 'cap.txt': table('FW_A', 'authentication fail'), 'b.txt': local('FW_B', { to: OVER }) },
      /The certificate/,
    );
  });

  it('has nothing to do with certificates of other realms and other devices', () => {
    isSilent(files({ 'b.txt': local('FW_B', { to: OVER, realm: 'web' }) }), /The certificate/);
    isSilent(files({ 'c.txt': local('FW_C', { to: OVER }) }), /The certificate/);
  });

  it('is not explained where one of two certificates of the realm was valid', () => {
    const extra = { 'b.txt': local('FW_B', { to: OVER }), 'b2.txt': local('FW_B', { serial: '1f:2f' }) };
    tells(files(extra), /was valid at/);
  });

  it('is explained by an authority whose certificate had expired', () => {
    const extra = { 'b.txt': local('FW_B'), 'a.txt': authority('FW_A', { to: OVER }) };
    explains(files(extra), /certificate CN=Root, O=Example of FW_A was valid until/, 'a.txt:10');
    isSilent(
      files({ 'b.txt': local('FW_B'), 'a.txt': authority('FW_A', { subject: 'CN=Other', to: OVER }) }),
      /had expired/,
    );
  });

  it('says nothing of other causes', () => {
    isSilent(files({ 'b.txt': local('FW_B', { to: OVER }) }, undefined, 'rekey fail'), /The certificate/);
  });

  it('says nothing of a date that the end of the file may have cut', () => {
    const cut = local('FW_B', { to: OVER }).split(' GMT\n        Subject')[0] ?? '';
    isSilent(files({ 'b.txt': cut }), /expired/);
  });
});

describe('authentication fail and certificates that are asked for by file', () => {
  it('tells the own one from that of the authority in one realm', () => {
    const byFile = (device: string, values: Certificate): string =>
      `<${device}>display pki certificate filename x.cer\n${certificate(values)}<${device}>\n`;
    const root = byFile('FW_B', { subject: 'CN=Root, O=Example', serial: '2 (0x2)', to: OVER });
    isSilent(files({ 'b.txt': root }), /The certificate/);
    tells(files({ 'b.txt': root, 'b2.txt': byFile('FW_B', {}) }), /CN=b\.example of FW_B was valid/);
  });
});

describe('authentication fail and revocation lists', () => {
  const own = { 'b.txt': local('FW_B') };

  it('is explained by a list that was out of date', () => {
    explains(
      files({ ...own, 'a.txt': crl('FW_A', 'Nov 20 00:00:00 2026 GMT') }),
      /CRL by which FW_A checks the certificate CN=b\.example of FW_B was valid until Nov 20 00:00:00 2026 GMT/,
      'a.txt:8',
    );
  });

  it('is not explained by a current list, or by one fetched since', () => {
    tells(files({ ...own, 'a.txt': crl('FW_A', 'Dec  1 00:00:00 2026 GMT') }), /CRL on FW_A was up to date/);
    isSilent(
      files({ ...own, 'a.txt': crl('FW_A', 'Dec 20 00:00:00 2026 GMT', '7c01', 'Dec  1 00:00:00 2026 GMT') }),
      /had expired/,
    );
  });

  it('is explained by an entry for the certificate', () => {
    explains(
      files({ ...own, 'a.txt': crl('FW_A', 'Dec  1 00:00:00 2026 GMT', '1F2E') }),
      /as revoked \(serial number 1F2E\)/,
    );
  });

  it('has nothing to do with lists that are not asked, that are of other issuers or on other devices', () => {
    const { a, b } = certificatePair();
    const unchecked = a.replace(
      'ike proposal 10',
      'pki realm vpn\n certificate-check none\n#\nike proposal 10',
    );
    const list = crl('FW_A', 'Nov 20 00:00:00 2026 GMT');
    isSilent(
      {
        'a.cfg': unchecked,
        'b.cfg': b,
        'cap.txt': table('FW_A', 'authentication fail'),
        ...own,
        'a.txt': list,
      },
      /CRL/,
    );
    isSilent(files({ ...own, 'a.txt': list.replace('CN=Root', 'CN=Other') }), /CRL/);
    isSilent(files({ ...own, 'c.txt': crl('FW_C', 'Nov 20 00:00:00 2026 GMT') }), /CRL/);
  });
});
