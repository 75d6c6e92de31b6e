import type { Acl, Device, IpsecPolicy, IpsecPolicyTemplate, Named } from '../model/device';
import { lineOf, type Place } from '../model/value';
import type { Document } from '../syntax/document';
import { insertCommand, replace, type Step } from './edits';
import type { Typing } from './rule';
import { blockOf } from './targets';

/** Whether a device printed the characters of a place in answer to a `display` command: nobody can change them there. */
export function isPrinted(place: Place): boolean {
  return lineOf(place).role === 'output';
}

/** The command that opens the view of an ACL. */
export function aclOpener({ family, number, name }: Pick<Acl, 'family' | 'number' | 'name'>): string {
  const version = family === 6 ? 'ipv6 ' : '';
  return number === undefined ? `acl ${version}name ${name}` : `acl ${version}number ${number}`;
}

function policyOpener({ name, sequence, mode }: IpsecPolicy): string | undefined {
  if (mode === 'template') return undefined;
  return `ipsec policy ${name} ${sequence}${mode === 'unknown' ? '' : ` ${mode}`}`;
}

function templateOpener({ name, sequence }: IpsecPolicyTemplate): string {
  return `ipsec policy-template ${name} ${sequence}`;
}

/** The commands that open the view of an object, from the system view on; undefined for one that has no view of its own. */
export function openersOf(device: Device, object: Named): readonly string[] | undefined {
  const among = <T extends Named>(all: readonly T[]): T | undefined => all.find((each) => each === object);
  const { name } = object;
  if (among(device.ikeProposals)) return [`ike proposal ${name}`];
  if (among(device.ikePeers)) return [`ike peer ${name}`];
  if (among(device.ipsecProposals)) return [`ipsec proposal ${name}`];
  if (among(device.profiles)) return [`ipsec profile ${name}`];
  if (among(device.interfaces)) return [`interface ${name}`];
  const policy = among(device.policies);
  const template = among(device.templates);
  const acl = among(device.acls);
  const opener = policy
    ? policyOpener(policy)
    : template
      ? templateOpener(template)
      : acl
        ? aclOpener(acl)
        : undefined;
  return opener === undefined ? undefined : [opener];
}

/** Lines to be typed in the view of an object. */
export function typing(device: Device, object: Named, lines: readonly string[]): Typing | undefined {
  const views = openersOf(device, object);
  return views && { device, views, lines };
}

/** Gives an object a line that it lacks: in its file, or on the device where the object is known from output or typed commands only. */
export function addCommand(
  device: Device,
  object: Named,
  command: string,
  documentOf: (uri: string) => Document | undefined,
  snippet?: string,
): Step | undefined {
  const block = blockOf(object);
  const document = block && documentOf(block.uri);
  const inserted = document && insertCommand(block, command, document, snippet);
  return inserted ?? typing(device, object, [command]);
}

/** Gives the characters of a place another text; `lines` says the same to the device, where it printed the place itself. */
export function changeValue(
  device: Device,
  object: Named,
  place: Place,
  newText: string,
  lines: readonly string[],
): Step | undefined {
  return isPrinted(place) ? typing(device, object, lines) : replace(place, newText);
}
