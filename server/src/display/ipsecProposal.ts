import type { OutputKind } from './kind';
import { LabelReader, named, type Labelled, type Values } from './labels';
import type { Field, Output, OutputLine } from './output';

/** One IPsec proposal as `display ipsec proposal` prints it; values as printed. */
export interface DisplayedIpsecProposal {
  readonly name: Field;
  readonly encapsulation?: Field;
  /** `esp-new`, `ah-new`, `ah-esp-new`. */
  readonly transform?: Field;
  readonly ahAuthentication?: Field;
  readonly espAuthentication?: Field;
  readonly espEncryption?: Field;
}

const reader = new LabelReader(
  {
    name: ['IPSec proposal name', 'IP security proposal name'],
    encapsulation: 'Encapsulation mode',
    transform: 'Transform',
    ah: 'AH protocol',
    esp: 'ESP protocol',
    authentication: 'Authentication',
    encryption: 'Encryption',
    applied: 'applied to policy',
  },
  ['authentication', 'encryption'],
);

type Label = ReturnType<typeof reader.read>[number]['key'];

/** Which value a label stands for behind `AH protocol` or `ESP protocol`. */
function keyOf(label: Label, protocol: 'ah' | 'esp'): keyof DisplayedIpsecProposal | undefined {
  if (label === 'authentication') return protocol === 'ah' ? 'ahAuthentication' : 'espAuthentication';
  if (label === 'encryption') return 'espEncryption';
  return label === 'name' || label === 'encapsulation' || label === 'transform' ? label : undefined;
}

/** A row of `display ipsec proposal brief`: name, mode, protocols. Several, where all stands on one line. */
const ROW = /(?<!\S)(\S{1,31})\s{1,80}(tunnel|transport|auto)\s{1,80}((?:ah-esp|ah|esp)(?:-new)?)(?!\S)/gi;

const BRIEF = /\bProposal Name\s+Encapsulation Mode\s+Transform\b/i;

function ofTable(line: OutputLine): DisplayedIpsecProposal[] {
  return [...line.text.matchAll(ROW)].flatMap((found): DisplayedIpsecProposal[] => {
    const [name, encapsulation, transform] = line.groups(found);
    return name && encapsulation && transform ? [{ name, encapsulation, transform }] : [];
  });
}

/** The labels of a line; a proposal may be called like one. */
function labelled(line: OutputLine): Labelled<Label>[] {
  const found = reader.read(line);
  return found.flatMap((each, at) => {
    const [before, next] = [found[at - 1], found[at + 1]];
    if (isNameless(before) && isBare(each)) return [];
    return isNameless(each) && isBare(next) ? [{ ...each, value: next.label }] : [each];
  });
}

function isNameless(found: Labelled<Label> | undefined): boolean {
  return found?.key === 'name' && found.value.text === '';
}

function isBare(found: Labelled<Label> | undefined): found is Labelled<Label> {
  return (found?.key === 'authentication' || found?.key === 'encryption') && !/[:：]$/.test(found.label.text);
}

function read({ lines }: Output): readonly DisplayedIpsecProposal[] {
  if (lines.some(({ text }) => BRIEF.test(text))) return lines.flatMap(ofTable);
  const all: Values<keyof DisplayedIpsecProposal>[] = [];
  let current: Values<keyof DisplayedIpsecProposal> | undefined;
  let protocol: 'ah' | 'esp' = 'esp';
  for (const line of lines) {
    for (const { key, value } of labelled(line)) {
      if (key === 'name') all.push((current = {}));
      if (key === 'ah' || key === 'esp') protocol = key;
      const field = keyOf(key, protocol);
      if (current && field) current[field] ??= value;
    }
  }
  return named(all);
}

/** `display ipsec proposal [name NAME]`. */
export const ipsecProposalOutput: OutputKind<DisplayedIpsecProposal> = {
  command: 'display ipsec proposal',
  opening:
    /\bIPSec proposal name\s*:|\bIP security proposal name\s*:|\bTotal IP security proposal number\s*:|\bProposal Name\s+Encapsulation Mode\s/i,
  about: {
    reads: 'encapsulation, protocols and algorithms of every IPsec proposal',
    layouts: { USG6000: 'device', VRP8: 'document' },
  },
  read,
};
