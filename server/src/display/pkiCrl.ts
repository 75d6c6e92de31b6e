import type { OutputKind } from './kind';
import { LabelReader } from './labels';
import { momentAt, type Moment } from './moment';
import type { Field, Output } from './output';
import { partOf } from './part';
import { partsOfName, type DistinguishedName } from './pkiCertificate';

/** A list of revoked certificates as `display pki crl` prints it. */
export interface DisplayedCrl {
  readonly issuer?: DistinguishedName;
  readonly lastUpdate?: Field;
  readonly nextUpdate?: Field;
  /** The same two to be compared with a clock; a CRL gives them in GMT. After the second one it has expired. */
  readonly updatedAt?: Moment;
  readonly expiresAt?: Moment;
  /** The serial numbers of the certificates that are revoked. */
  readonly revoked: readonly Field[];
  readonly realm?: Field;
  readonly file?: Field;
}

const reader = new LabelReader({
  head: 'Certificate Revocation List (CRL)',
  signatureAlgorithm: 'Signature Algorithm',
  issuer: 'Issuer',
  lastUpdate: ['Last Update', 'This Update'],
  nextUpdate: 'Next Update',
  extensions: ['CRL extensions', 'CRL entry extensions'],
  revoked: 'Revoked Certificates',
  serial: 'Serial Number',
  revocationDate: 'Revocation Date',
  realm: ['Pki realm name', 'Realm name', 'Pki domain name'],
  file: 'CRL file name',
});

type Open = { -readonly [K in keyof DisplayedCrl]: DisplayedCrl[K] } & { revoked: Field[] };

function read({ lines }: Output): readonly DisplayedCrl[] {
  const all: Open[] = [];
  let current: Open | undefined;
  const begin = (): Open => {
    const open: Open = { revoked: [] };
    all.push(open);
    return open;
  };
  for (const line of lines) {
    for (const { key, value } of reader.read(line)) {
      if (key === 'head') current = begin();
      else if (key === 'issuer' && (!current || current.issuer)) current = begin();
      if (!current || value.text === '') continue;
      if (key === 'issuer') current.issuer = { field: value, parts: partsOfName(value.text) };
      else if (key === 'serial') {
        if (current.lastUpdate) current.revoked.push(value);
      } else if (key === 'lastUpdate' || key === 'nextUpdate') {
        // Other labels may follow on the line of a page.
        const found = momentAt(value.text, 0);
        current[key] ??= found ? partOf(value, 0, found.end) : value;
        if (found) current[key === 'lastUpdate' ? 'updatedAt' : 'expiresAt'] ??= found.moment;
      } else if (key === 'realm' || key === 'file') current[key] ??= value;
    }
  }
  return all.filter(({ lastUpdate, nextUpdate }) => lastUpdate ?? nextUpdate);
}

/** `display pki crl [realm NAME | filename NAME]`. */
export const pkiCrlOutput: OutputKind<DisplayedCrl> = {
  command: 'display pki crl',
  opening: /\bThe x509 object type is CRL\b|\bCertificate Revocation List \(CRL\)/i,
  about: {
    reads: 'issuer, times of issue and next update, revoked serial numbers',
    layouts: { 'USG, AR': 'document' },
  },
  read,
};
