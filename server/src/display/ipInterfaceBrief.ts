import type { OutputKind } from './kind';
import { present } from './labels';
import type { Field, Output, OutputLine } from './output';

/** An interface with its address, as `display ip interface brief` prints it. */
export interface DisplayedInterfaceAddress {
  readonly name: Field;
  /** Absent where the interface has none (`unassigned`). */
  readonly address?: Field;
  /** Prefix length in bits. */
  readonly length?: Field;
  /** `up`, `down`, `*down` … */
  readonly physical?: Field;
  readonly protocol?: Field;
}

const STATE = String.raw`[*^!]?(?:up|down)(?:\([a-zA-Z]{1,3}\))?`;
const ROW = new RegExp(
  String.raw`^\s*([A-Za-z][A-Za-z-]{0,24}[\d/.:]{1,20}|NULL0)\s+(?:(\d{1,3}(?:\.\d{1,3}){3})/(\d{1,2})|unassigned)(?:\s+(${STATE}))?(?:\s+(${STATE}))?`,
  'i',
);

function ofRow(line: OutputLine): DisplayedInterfaceAddress[] {
  const found = ROW.exec(line.text);
  if (!found) return [];
  const [name, address, length, physical, protocol] = line.groups(found);
  return name ? [{ name, ...present({ address, length, physical, protocol }) }] : [];
}

function read({ lines }: Output): readonly DisplayedInterfaceAddress[] {
  return lines.flatMap(ofRow);
}

/** `display ip interface brief`: interface, address with its prefix length, state of the port and of the protocol. */
export const ipInterfaceBriefOutput: OutputKind<DisplayedInterfaceAddress> = {
  command: 'display ip interface brief',
  opening: /\bInterface\s+IP Address\/Mask\b/i,
  about: { reads: 'address, mask and state of every interface', layouts: { 'USG, AR, VRP8': 'document' } },
  read,
};
