import type { OutputKind } from './kind';
import { LabelReader, type Labelled } from './labels';
import { readMoment, type Moment } from './moment';
import type { Field, Output, OutputLine } from './output';
import { partOf } from './part';

/** A distinguished name: of whom a certificate is, or who issued it. */
export interface DistinguishedName {
  /** Where it begins; its text is what stands on that line. */
  readonly field: Field;
  /** Its parts as `cn=hq`, in lower case and in the order in which they are printed, which is not the same on all products. */
  readonly parts: readonly string[];
}

/** A certificate as `display pki certificate` prints it. */
export interface DisplayedCertificate {
  /** As the command asked for it: `local`, `ca`, `ocsp`; undefined where it asked for a file or where the command is not there. */
  readonly usage?: string;
  readonly subject?: DistinguishedName;
  readonly issuer?: DistinguishedName;
  readonly serial?: Field;
  readonly notBefore?: Field;
  readonly notAfter?: Field;
  /** The same two to be compared with a clock; certificates give them in GMT. */
  readonly validFrom?: Moment;
  readonly validTo?: Moment;
  readonly signatureAlgorithm?: Field;
  readonly realm?: Field;
  readonly file?: Field;
  readonly peerName?: Field;
}

const reader = new LabelReader({
  version: 'Version',
  serial: 'Serial Number',
  signatureAlgorithm: 'Signature Algorithm',
  issuer: 'Issuer',
  validity: 'Validity',
  notBefore: ['Not Before', 'Valid from'],
  notAfter: ['Not After', 'Valid to'],
  subject: 'Subject',
  publicKey: 'Subject Public Key Info',
  keyAlgorithm: 'Public Key Algorithm',
  extensions: 'X509v3 extensions',
  realm: ['Pki realm name', 'Realm name', 'Pki domain name', 'Domain name'],
  file: ['Certificate file name', 'File name'],
  peerName: 'Certificate peer name',
});

type Label = ReturnType<typeof reader.read>[number]['key'];

/** Values that may stand on the line behind their label, or go on there. */
const LONG: ReadonlySet<Label> = new Set<Label>(['issuer', 'subject', 'serial']);

/** What comes behind the names on a page that has everything on one line. */
const BEHIND_NAME = /\s(?:Validity|Subject Public Key Info|Data)\b.*$/i;

/** The parts of a name: `C=cn, O=huawei, CN=hq`, `/C=cn/CN=hq`, or one a line. */
export function partsOfName(text: string): string[] {
  const parts = text.trimStart().startsWith('/')
    ? text.split(/\/(?=[A-Za-z][\w.]{0,40}\s{0,2}=)/)
    : text.split(/[,;+](?=\s{0,4}[A-Za-z][\w.]{0,40}\s{0,2}=)/);
  return parts.flatMap((part) => {
    const [key = '', ...value] = part.split('=');
    return value.length === 0 ? [] : [`${key.trim().toLowerCase()}=${value.join('=').trim().toLowerCase()}`];
  });
}

/** Whether two names are one, in whatever order their parts are printed. */
export function isSameName(a: DistinguishedName, b: DistinguishedName): boolean {
  return a.parts.length > 0 && [...a.parts].sort().join('\n') === [...b.parts].sort().join('\n');
}

type Open = { -readonly [K in keyof DisplayedCertificate]: DisplayedCertificate[K] };

class Certificates {
  readonly all: Open[] = [];
  private current: Open | undefined;
  /** The label whose value goes on. */
  private long: Label | undefined;
  /** The numbers of a key or of a signature stand on these lines. */
  private inKey = false;

  constructor(private readonly usage: string | undefined) {}

  line(line: OutputLine): void {
    const labelled = reader.read(line);
    if (labelled.length === 0) this.goOn(line);
    for (const each of labelled) this.label(each);
  }

  private goOn(line: OutputLine): void {
    const field = line.field(0, line.text.length);
    if (this.long === undefined || field.text === '') return;
    const { current } = this;
    if (current && this.long === 'serial' && /^[\da-f]{2}(?::[\da-f]{2}){0,40}$/i.test(field.text)) {
      current.serial ??= field;
      this.long = undefined;
    } else if (
      current &&
      (this.long === 'issuer' || this.long === 'subject') &&
      /^[\w.]{1,40}\s{0,2}=/.test(field.text)
    ) {
      const before = current[this.long];
      const parts = partsOfName(field.text);
      current[this.long] = before ? { ...before, parts: [...before.parts, ...parts] } : { field, parts };
    } else this.long = undefined;
  }

  private label({ key, value }: Labelled<Label>): void {
    if (key === 'publicKey' || key === 'keyAlgorithm' || key === 'extensions') this.inKey = true;
    const begins =
      (key === 'version' && /^\d/.test(value.text)) ||
      (key === 'serial' && this.inKey) ||
      (key === 'issuer' && (!this.current || this.current.issuer !== undefined));
    if (begins && (this.inKey || !this.current || key !== 'serial')) {
      const isFresh = this.current && Object.keys(this.current).every((each) => each === 'usage');
      if (!isFresh) {
        this.current = this.usage === undefined ? {} : { usage: this.usage };
        this.all.push(this.current);
      }
      this.inKey = false;
    }
    this.long = LONG.has(key) ? key : undefined;
    const { current } = this;
    if (!current || value.text === '') return;
    if (key === 'issuer' || key === 'subject') {
      const behind = BEHIND_NAME.exec(value.text)?.index;
      const field = behind === undefined ? value : partOf(value, 0, behind);
      current[key] ??= { field, parts: partsOfName(field.text) };
    } else if (key === 'notBefore') {
      current.notBefore ??= value;
    } else if (key === 'notAfter') current.notAfter ??= value;
    else if (key === 'serial') {
      current.serial ??= value;
      this.long = undefined;
    } else if (key === 'signatureAlgorithm' || key === 'realm' || key === 'file' || key === 'peerName')
      current[key] ??= value;
  }
}

/** The time in front of what else stands on a page that has everything on one line. */
function timeOf(field: Field | undefined): { field: Field; moment: Moment } | undefined {
  if (!field) return undefined;
  const text =
    /^.{0,40}?(?:GMT|UTC|Z)(?=\s|$)|^\S{1,40}(?:\s\d{1,2}:\d{2}:\d{2}\S{0,12})?/.exec(field.text)?.[0] ?? '';
  const moment = readMoment(text);
  return moment && { field: partOf(field, 0, text.length), moment };
}

function withTimes(certificate: Open): DisplayedCertificate {
  const from = timeOf(certificate.notBefore);
  const to = timeOf(certificate.notAfter);
  return {
    ...certificate,
    ...(from ? { notBefore: from.field, validFrom: from.moment } : {}),
    ...(to ? { notAfter: to.field, validTo: to.moment } : {}),
  };
}

function read({ lines, command }: Output): readonly DisplayedCertificate[] {
  const usage = command
    .map((word) => word.toLowerCase())
    .find((word) => /^(?:local|ca|ocsp|peer)(?:_list)?$/.test(word));
  const certificates = new Certificates(
    usage?.replace('_list', '') ?? (command.includes('cert_list') ? 'local' : undefined),
  );
  for (const line of lines) certificates.line(line);
  return certificates.all
    .filter(({ subject, notAfter, issuer }) => subject ?? notAfter ?? issuer)
    .map(withTimes);
}

const opening = /\bThe x509 object type is certificate\b|\bCertificate:\s*(?:$|Data:)/i;

/** `display pki certificate { local | ca | ocsp } …`: one certificate or several, as OpenSSL prints them. */
export const pkiCertificateOutput: OutputKind<DisplayedCertificate> = {
  command: 'display pki certificate',
  opening,
  about: {
    reads: 'issuer, subject, serial number, validity and file of every certificate',
    layouts: { 'USG, AR': 'document' },
  },
  read,
};

/** `display pki ca_list` of VRP8: the certificates of the CAs. */
export const pkiCaListOutput: OutputKind<DisplayedCertificate> = {
  ...pkiCertificateOutput,
  command: 'display pki ca_list',
  about: { ...pkiCertificateOutput.about, layouts: { VRP8: 'document' } },
};

/** `display pki cert_list` of VRP8: the device's own certificates. */
export const pkiCertListOutput: OutputKind<DisplayedCertificate> = {
  ...pkiCertificateOutput,
  command: 'display pki cert_list',
  about: { ...pkiCertificateOutput.about, layouts: { VRP8: 'document' } },
};
