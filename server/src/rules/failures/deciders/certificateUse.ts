import type { OutputName } from '../../../display';
import type { Field } from '../../../display/output';
import { isSameName, type DisplayedCertificate } from '../../../display/pkiCertificate';
import type { Device } from '../../../model/device';
import type { End } from '../../../tunnels/end';
import type { Failure, FailureContext } from '../failure';
import { factsOf, type ShownFact } from './shown';

/** That one end shows a certificate and the other one checks it. */
export interface Proof {
  readonly subject: End;
  /** Undefined where the other end is in no file. */
  readonly verifier: End | undefined;
}

export type ShownCertificate = Pick<ShownFact<'pkiCertificate'>, 'uri' | 'fact'> & {
  /** The words of the command behind `display pki certificate`. */
  readonly asked: readonly string[];
};

/** Whether an end proves who it is by a certificate; undefined where nobody says. */
function provesByCertificate({ ikeProposals, peer }: End): boolean | undefined {
  const methods = (ikeProposals ?? []).map(({ authenticationMethod }) => authenticationMethod?.value);
  if (methods.some((method) => method !== undefined && method !== 'pre-share')) return true;
  if (methods.length > 0 && methods.every((method) => method === 'pre-share')) return false;
  return peer?.certificate ? true : undefined;
}

/** Who shows a certificate to whom in the tunnels that a failure is about: nobody where keys are used, or where it is not known. */
export function proofsIn({ tunnels, unpaired }: Failure): readonly Proof[] {
  const pairs = [
    ...tunnels.map(
      ({ judgement: { tunnel }, at }) => [tunnel.ends[at], tunnel.ends[at === 0 ? 1 : 0]] as const,
    ),
    ...unpaired.map((end) => [end, undefined] as const),
  ];
  return pairs.flatMap(([own, other]): Proof[] => {
    const both = [provesByCertificate(own), other && provesByCertificate(other)];
    if (both.includes(false) || !both.includes(true)) return [];
    return [...(other ? [{ subject: other, verifier: own }] : []), { subject: own, verifier: other }];
  });
}

const LISTS = ['pkiCertificate', 'pkiCertList', 'pkiCaList'] as const satisfies readonly OutputName[];

/** The outputs that show certificates. */
export const CERTIFICATE_OUTPUTS: readonly OutputName[] = LISTS;

/** Every certificate that was captured of a device, each once. */
export function certificatesOf(device: Device, context: FailureContext): readonly ShownCertificate[] {
  const seen = new Set<string>();
  return LISTS.flatMap((name) =>
    factsOf(name, device, context).map(({ uri, displayed, fact }) => ({
      uri,
      fact: name === 'pkiCaList' ? { ...fact, usage: 'ca' } : fact,
      asked: displayed.output.command.slice(3),
    })),
  ).filter(({ fact: { usage, serial, issuer, notAfter, subject } }) => {
    const parts = [usage, serial?.text, issuer?.parts.join(), subject?.parts.join(), notAfter?.text];
    const key = parts.join('\n');
    return !seen.has(key) && seen.add(key);
  });
}

/** `flash:/pki/hq.cer` as `hq.cer`. */
function lastPart(text: string): string {
  return (text.split(/[/\\:]/).at(-1) ?? text).toLowerCase();
}

function isNamed({ file, realm }: DisplayedCertificate, name: string): boolean {
  return [file, realm].some((field) => field && lastPart(field.text) === lastPart(name));
}

/** Whether a certificate is that of an authority: its own issuer, or the issuer of another one. */
function isAuthority(certificate: ShownCertificate, all: readonly ShownCertificate[]): boolean {
  const { subject } = certificate.fact;
  return subject !== undefined && all.some(({ fact: { issuer } }) => issuer && isSameName(issuer, subject));
}

/** The certificates of which one end shows one, as far as it is known which they are. */
export function ownCertificates({ device, peer }: End, context: FailureContext): readonly ShownCertificate[] {
  const all = certificatesOf(device, context).filter(
    ({ fact: { usage } }) => usage === undefined || usage === 'local',
  );
  const name = peer?.certificate?.value;
  if (name !== undefined) {
    const found = all.filter(
      (each) => isNamed(each.fact, name) && !(each.fact.usage === undefined && isAuthority(each, all)),
    );
    if (found.length > 0) return found;
  }
  const own = all.filter(({ fact: { usage } }) => usage === 'local');
  const [only, another] = own;
  if (!only || another) return [];
  // One that is printed with another file and another realm than the peer names is none of the tunnel's.
  const isAnother = name !== undefined && only.fact.file !== undefined && only.fact.realm !== undefined;
  return isAnother ? [] : [only];
}

/** The certificates on a device of the authority that issued one. */
export function issuersOf(
  { fact: { issuer } }: ShownCertificate,
  device: Device,
  context: FailureContext,
): readonly ShownCertificate[] {
  if (!issuer) return [];
  return certificatesOf(device, context).filter(
    ({ fact: { usage, subject } }) =>
      usage !== 'local' && usage !== 'ocsp' && subject !== undefined && isSameName(subject, issuer),
  );
}

/** Whether a certificate is its own issuer, as that of a root is. */
export function isRoot({ fact: { issuer, subject } }: ShownCertificate): boolean {
  return issuer !== undefined && subject !== undefined && isSameName(issuer, subject);
}

/** A serial number as digits of base 16: certificates print `2 (0x2)` or `3c:15:31`, lists of revoked ones `3C1531`. */
export function serialKey({ text }: Field): string | undefined {
  const hex = /\(0x([\da-f]+)\)/i.exec(text)?.[1] ?? text.replaceAll(/[\s:]|^0x/gi, '');
  return /^[\da-f]{1,64}$/i.test(hex) ? hex.toLowerCase().replace(/^0+(?=.)/, '') : undefined;
}

/** How a certificate is called in a message. */
export function certificateName({ fact: { subject, file, serial } }: ShownCertificate): string {
  return subject?.field.text ?? file?.text ?? serial?.text ?? '';
}
