import { LabelReader, named, present, readObjects } from './labels';
import type { Field, Output, OutputLine } from './output';
import type { OutputKind } from './kind';

/** One IKE proposal as `display ike proposal` prints it; values as printed. */
export interface DisplayedIkeProposal {
  /** Its number, `Default`, or `default1` … on VRP8. */
  readonly name: Field;
  readonly authenticationMethod?: Field;
  readonly authenticationAlgorithm?: Field;
  readonly encryptionAlgorithm?: Field;
  readonly dhGroup?: Field;
  readonly integrityAlgorithm?: Field;
  readonly prf?: Field;
  /** In seconds. */
  readonly duration?: Field;
}

const reader = new LabelReader({
  name: 'IKE Proposal',
  authenticationMethod: 'Authentication Method',
  authenticationAlgorithm: 'Authentication Algorithm',
  encryptionAlgorithm: 'Encryption Algorithm',
  dhGroup: ['Diffie-Hellman Group', 'DH Group'],
  duration: ['SA Duration(Seconds)', 'SA Duration'],
  integrityAlgorithm: 'Integrity Algorithm',
  prf: ['Prf Algorithm', 'Prf'],
});

/** A row of a VRP8 table: number, method, hash, cipher, group, seconds. Several, where all stands on one line. */
const ROW =
  /(?<!\S)(default\d?|\d{1,5})\s+([A-Z][A-Z_-]{2,30})\s+(\S{1,40})\s+(\S{1,40})\s+((?:MODP|ECP|EC2N|GROUP)[\w-]{0,20}|NONE|-)\s+(\d{1,10})(?!\S)/gi;

const HEADING = /\bpriority\s+authentication method\s+authentication algorithm/i;

function ofTable(line: OutputLine): DisplayedIkeProposal[] {
  return [...line.text.matchAll(ROW)].flatMap((found): DisplayedIkeProposal[] => {
    const [name, authenticationMethod, authenticationAlgorithm, encryptionAlgorithm, dhGroup, duration] =
      line.groups(found);
    const others = { authenticationMethod, authenticationAlgorithm, encryptionAlgorithm, dhGroup, duration };
    return name ? [{ name, ...present(others) }] : [];
  });
}

function read({ lines }: Output): readonly DisplayedIkeProposal[] {
  const isTable = lines.some(({ text }) => HEADING.test(text));
  return isTable ? lines.flatMap(ofTable) : named(readObjects(lines, reader, 'name'));
}

/** `display ike proposal [number N]`: blocks on USG and AR, a table on VRP8. */
export const ikeProposalOutput: OutputKind<DisplayedIkeProposal> = {
  command: 'display ike proposal',
  opening: /\bIKE Proposal:|\bNumber of IKE Proposals\s*:|\bpriority\s+authentication method/i,
  about: {
    reads: 'authentication, algorithms, DH group and lifetime of every IKE proposal',
    layouts: { 'USG6000 (blocks)': 'device', 'VRP8 (table)': 'document' },
  },
  read,
};
