import type { ViewId } from '../../commands/types';
import { readAlgorithms } from '../algorithmSet';
import { assign, type Draft } from '../assign';
import type {
  BlockPlace,
  EfficientVpn,
  IpsecPolicy,
  IpsecPolicyTemplate,
  IpsecProfile,
  IpsecProposal,
  PolicySettings,
} from '../device';
import { linesIn, standing, type CommandLine } from '../reading';
import { textOf, type Written } from '../value';
import { readKey, type Head } from './ike';

const TRANSFORM: IpsecProposal['transform'] = { value: 'esp', origin: 'default' };
const ENCAPSULATION: IpsecProposal['encapsulation'] = { value: 'tunnel', origin: 'default' };

/** Reads an IPsec proposal, from all places where its view is entered. ESP in tunnel mode is the default of every product. */
export function readIpsecProposal(blocks: readonly BlockPlace[], head: Head): IpsecProposal {
  const proposal: Draft<IpsecProposal> = {
    name: head.name,
    place: head.place,
    blocks,
    transform: TRANSFORM,
    encapsulation: ENCAPSULATION,
  };
  const none = (line: CommandLine): Written<readonly string[]> => ({
    value: [],
    origin: 'config',
    place: line.whole,
  });
  for (const line of linesIn(blocks)) {
    const second = line.keywords[1];
    if (line.starts('transform')) {
      if (line.undo) proposal.transform = TRANSFORM;
      else if (second === 'esp' || second === 'ah' || second === 'ah-esp') {
        proposal.transform = { value: second, origin: 'config', place: line.place(1) };
      }
    } else if (line.starts('encapsulation-mode')) {
      if (line.undo) proposal.encapsulation = ENCAPSULATION;
      else if (second === 'tunnel' || second === 'transport' || second === 'auto') {
        proposal.encapsulation = { value: second, origin: 'config', place: line.place(1) };
      }
    } else if (line.starts('esp authentication-algorithm')) {
      assign(proposal, 'espAuthentication', line.undo ? none(line) : readAlgorithms('hash', line, 2));
    } else if (line.starts('esp encryption-algorithm')) {
      assign(proposal, 'espEncryption', line.undo ? none(line) : readAlgorithms('encryption', line, 2));
    } else if (line.starts('ah authentication-algorithm')) {
      if (line.undo) delete proposal.ahAuthentication;
      else assign(proposal, 'ahAuthentication', readAlgorithms('hash', line, 2));
    }
  }
  return proposal;
}

function readSettings(blocks: readonly BlockPlace[]): PolicySettings {
  const lines = standing(linesIn(blocks));
  const proposals: Written<string>[] = [];
  const settings: Draft<PolicySettings> = { proposals, lines };
  for (const line of lines) {
    if (line.undo) continue;
    if (line.starts('security acl')) assign(settings, 'acl', line.named('acl'));
    else if (line.starts('ike-peer')) assign(settings, 'ikePeer', line.named('ike-peer'));
    else if (line.starts('proposal')) proposals.push(...line.allNamed('ipsec-proposal'));
    else if (line.starts('pfs')) {
      const group = readAlgorithms('dh', line, 1);
      const [value] = group?.value ?? [];
      if (group && value !== undefined) settings.perfectForwardSecrecy = { ...group, value };
    } else if (line.starts('tunnel local') || line.starts('local-address')) {
      const last = line.line.words.length - 1;
      const place = line.place(last);
      settings.tunnelLocal = { value: textOf(place), origin: 'config', place };
    } else if (line.starts('tunnel remote'))
      assign(settings, 'tunnelRemote', line.ofType('ip', 'ipv4', 'ipv6'));
    else if (line.starts('sa duration time-based')) assign(settings, 'lifetimeSeconds', numberOf(line));
    else if (line.starts('sa duration traffic-based')) assign(settings, 'lifetimeKilobytes', numberOf(line));
  }
  return settings;
}

function numberOf(line: CommandLine): Written<number> | undefined {
  const text = line.ofType('integer');
  return text && { ...text, value: Number(text.value) };
}

function sequenceOf({ opener, sequence }: Head): number {
  return sequence ?? Number(opener?.ofType('integer')?.value ?? Number.NaN);
}

function modeOf(head: Head, view: ViewId | undefined): IpsecPolicy['mode'] {
  const written = head.opener?.keywords.find((word) => word === 'isakmp' || word === 'manual');
  if (written) return written;
  if (view === 'ipsec-policy-manual') return 'manual';
  // A prompt names the mode; a line that only enters the entry again does not.
  return head.opener ? 'unknown' : 'isakmp';
}

/** Reads one entry of an IPsec policy group from its opening line, and from its view where it has one. */
export function readPolicy(blocks: readonly BlockPlace[], head: Head): IpsecPolicy {
  const { opener } = head;
  const template = opener?.named('ipsec-policy-template');
  return {
    name: head.name,
    place: head.place,
    blocks,
    sequence: sequenceOf(head),
    mode: template ? 'template' : modeOf(head, blocks[0]?.block.view),
    ...(template ? { template } : {}),
    ...readSettings(blocks),
  };
}

/** Reads one entry of a policy template. */
export function readTemplate(blocks: readonly BlockPlace[], head: Head): IpsecPolicyTemplate {
  return {
    name: head.name,
    place: head.place,
    blocks,
    sequence: sequenceOf(head),
    ...readSettings(blocks),
  };
}

/** Reads one IPsec profile. */
export function readProfile(blocks: readonly BlockPlace[], head: Head): IpsecProfile {
  return { name: head.name, place: head.place, blocks, ...readSettings(blocks) };
}

/** Reads one Efficient VPN policy. */
export function readEfficientVpn(blocks: readonly BlockPlace[], head: Head): EfficientVpn {
  const lines = standing(linesIn(blocks)).filter((line) => !line.undo);
  const key = lines
    .filter((line) => line.starts('pre-shared-key'))
    .map(readKey)
    .at(-1);
  const dh = lines
    .filter((line) => line.starts('dh'))
    .map((line) => readAlgorithms('dh', line, 1))
    .at(-1);
  return {
    name: head.name,
    place: head.place,
    blocks,
    remoteAddresses: lines
      .filter((line) => line.starts('remote-address'))
      .flatMap((line) => line.ofType('ip', 'ipv4', 'ipv6') ?? []),
    ...(key ? { key } : {}),
    ...(dh ? { dh } : {}),
  };
}
