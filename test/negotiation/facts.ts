import { algorithmById } from '../../server/src/commands/algorithms';
import type { IkeProposal, IpsecProposal } from '../../server/src/model/device';
import type { AddressSet, Flow } from '../../server/src/model/flow';
import { textOf } from '../../server/src/model/value';
import { analyseWorkspace } from '../../server/src/workspace/tunnels';
import { endsOf, type End } from '../../server/src/tunnels/end';
import { expectedIdentity, localIdentity } from '../../server/src/tunnels/identity';
import { protectionOf } from '../../server/src/tunnels/protectedFlows';
import { analysedTexts } from '../server/tunnels/analysed';

/** What a configuration says about one end, whichever of the two languages it is written in. Lists are sorted. */
export interface Facts {
  readonly local: string;
  /** Undefined: anyone. */
  readonly remote: string | undefined;
  /** The connections: `2`, `1 main`, `1 aggressive`. */
  readonly versions: readonly string[];
  /** By version, every combination that is offered. */
  readonly ike: Readonly<Record<'1' | '2', readonly string[]>>;
  readonly localId: string;
  readonly remoteId: string | undefined;
  /** Undefined for a ciphered one. */
  readonly key: string | undefined;
  readonly mode: string;
  /** The protocol and every combination that is offered. */
  readonly ipsec: readonly string[];
  readonly pfs: string | undefined;
  readonly flows: readonly string[];
}

function combinations(...lists: readonly (readonly string[])[]): string[] {
  return lists
    .reduce<string[][]>((sofar, list) => sofar.flatMap((words) => list.map((word) => [...words, word])), [[]])
    .map((words) => words.join(' '));
}

const unique = (list: readonly string[]): string[] => [...new Set(list)].sort();

const isAead = (cipher: string): boolean => algorithmById('encryption', cipher)?.aead === true;

function ikeOffers(
  { encryption, hash, integrity, prf, dh }: IkeProposal,
  version: '1' | '2',
): readonly string[] {
  const [ciphers, groups] = [encryption?.value ?? [], dh?.value ?? []];
  if (version === '1')
    return combinations(
      ciphers.filter((each) => !isAead(each)),
      hash?.value ?? [],
      groups,
    );
  // Products without the command are taken to use what the others have as default.
  const prfs = prf?.value ?? ['hmac-sha2-256'];
  return [
    ...combinations(
      ciphers.filter((each) => !isAead(each)),
      integrity?.value ?? [],
      prfs,
      groups,
    ),
    ...combinations(ciphers.filter(isAead), prfs, groups),
  ];
}

function ipsecOffers(proposal: IpsecProposal): readonly string[] {
  if (proposal.transform.value === 'ah') return combinations(['ah'], proposal.ahAuthentication?.value ?? []);
  const ciphers = proposal.espEncryption?.value ?? ['?'];
  const hashes = proposal.espAuthentication?.value ?? ['?'];
  const plain = ciphers.length === 0 ? ['none'] : ciphers.filter((each) => !isAead(each));
  return [
    ...combinations(['esp'], plain, hashes.length === 0 ? ['none'] : hashes),
    ...combinations(['esp'], ciphers.filter(isAead)),
  ];
}

function setText({ address, wildcard }: AddressSet): string {
  const bits = 32 - wildcard.toString(2).replace(/0/g, '').length;
  const parts = [24n, 16n, 8n, 0n].map((shift) => ((address & ~wildcard) >> shift) & 255n);
  return `${parts.join('.')}/${bits}`;
}

function flowText({ protocol, source, destination, sourcePorts, destinationPorts }: Flow): string {
  const port = ({ from, to }: Flow['sourcePorts']): string => (from === to ? String(from) : '*');
  return [
    protocol ?? '*',
    setText(source),
    port(sourcePorts),
    setText(destination),
    port(destinationPorts),
  ].join(' ');
}

function flowsOf(end: End): readonly string[] {
  const protection = protectionOf(end);
  if (protection.kind === 'unknown') return ['unknown'];
  if (protection.kind === 'any') return ['* 0.0.0.0/0 * 0.0.0.0/0 *'];
  return unique(protection.flows.map(({ flow }) => (flow ? flowText(flow) : 'unknown')));
}

function idText(id: { type: string; text: string | undefined } | undefined): string | undefined {
  return id && `${id.type} ${id.text ?? '?'}`;
}

/** Reads a Huawei configuration with the product's own model. Throws unless it describes one end of a tunnel. */
export function factsOfHuawei(text: string): Facts {
  const { snapshot } = analysedTexts({ device: text });
  const [end, ...others] = analyseWorkspace(snapshot).devices.flatMap((device) => endsOf(device));
  const peer = end?.peer;
  if (!end || !peer || others.length > 0) throw new Error(`not one end:\n${text}`);
  const { v1, v2 } = peer.versions.value;
  const mode = peer.exchangeMode?.value ?? 'main';
  const modes = mode === 'auto' ? ['main', 'aggressive'] : [mode];
  const [proposal] = end.ipsecProposals ?? [];
  const ike = (version: '1' | '2', isOn: boolean): string[] =>
    isOn ? unique((end.ikeProposals ?? []).flatMap((each) => ikeOffers(each, version))) : [];
  return {
    local: end.localAddresses.map((each) => each.text).join(' '),
    remote: end.remoteAddresses[0]?.text,
    versions: unique([...(v2 ? ['2'] : []), ...(v1 ? modes.map((each) => `1 ${each}`) : [])]),
    ike: { 1: ike('1', v1), 2: ike('2', v2) },
    localId: idText(localIdentity(end)) ?? '?',
    remoteId: idText(expectedIdentity(end)),
    key: peer.key?.value.form === 'plain' ? textOf(peer.key.place) : undefined,
    mode: proposal?.encapsulation.value ?? '?',
    ipsec: unique((end.ipsecProposals ?? []).flatMap(ipsecOffers)),
    pfs: end.settings.perfectForwardSecrecy?.value,
    flows: flowsOf(end),
  };
}

/** A section of swanctl.conf: settings and sections by name. */
interface Section {
  readonly settings: Map<string, string>;
  readonly sections: Map<string, Section>;
}

function parse(text: string): Section {
  const root: Section = { settings: new Map(), sections: new Map() };
  const open = [root];
  for (const line of text.split('\n').map((each) => each.trim())) {
    const current = open.at(-1) ?? root;
    const [, name] = /^([\w-]+) \{$/.exec(line) ?? [];
    const [, key, value] = /^(\w+) = "?(.*?)"?$/.exec(line) ?? [];
    if (name !== undefined) {
      const section: Section = { settings: new Map(), sections: new Map() };
      current.sections.set(name, section);
      open.push(section);
    } else if (line === '}') open.pop();
    else if (key !== undefined) current.settings.set(key, value ?? '');
  }
  return root;
}

const GROUPS: Readonly<Record<string, number>> = {
  modp1024: 2,
  modp1536: 5,
  modp2048: 14,
  modp3072: 15,
  modp4096: 16,
  ecp256: 19,
  ecp384: 20,
  ecp521: 21,
  modp2048s256: 24,
};

/** The words of a proposal by what they are, in the model's spelling for that kind. */
function sorted(proposal: string): Record<'cipher' | 'hash' | 'prf' | 'group', string[]> {
  const found: Record<'cipher' | 'hash' | 'prf' | 'group', string[]> = {
    cipher: [],
    hash: [],
    prf: [],
    group: [],
  };
  for (const word of proposal.split('-')) {
    const group = GROUPS[word];
    const aes = /^aes(\d+)(gcm16|gmac)?$/.exec(word);
    if (group !== undefined) found.group.push(`group${group}`);
    else if (aes) {
      const ornament = aes[2] === 'gcm16' ? '-gcm-128' : aes[2] ? '-gmac' : '';
      found.cipher.push(`aes-${aes[1]}${ornament}`);
    } else if (word === '3des' || word === 'null') found.cipher.push(word === 'null' ? 'none' : word);
    else if (word.startsWith('prf')) {
      const name = word.slice(3);
      found.prf.push(name === 'aesxcbc' ? 'aes-xcbc-128' : `hmac-${name.replace(/^sha(?=\d\d)/, 'sha2-')}`);
    } else found.hash.push(word === 'aesxcbc' ? 'aes-xcbc' : word.replace(/^sha(?=\d\d)/, 'sha2-'));
  }
  return found;
}

function integrityName(hash: string): string {
  if (hash === 'aes-xcbc') return 'aes-xcbc-96';
  return hash.startsWith('sha2') ? `hmac-${hash}` : `hmac-${hash}-96`;
}

function ikeWords(proposal: string, version: '1' | '2'): string[] {
  const { cipher, hash, prf, group } = sorted(proposal);
  if (version === '1') return combinations(cipher, hash, group);
  return cipher.every(isAead)
    ? combinations(cipher, prf, group)
    : combinations(cipher, hash.map(integrityName), prf, group);
}

function ipsecWords(proposal: string, protocol: 'esp' | 'ah'): string[] {
  const { cipher, hash } = sorted(proposal);
  if (protocol === 'ah') return combinations(['ah'], hash);
  if (cipher.every(isAead)) return combinations(['esp'], cipher);
  return combinations(['esp'], cipher, hash.length === 0 ? ['none'] : hash);
}

const PROTOCOLS: Readonly<Record<string, number>> = { icmp: 1, tcp: 6, udp: 17, gre: 47 };

function selectorText(text: string): { network: string; protocol: number | '*'; port: string } {
  const [, network = '', protocol, port] = /^([\d./]+)(?:\[(\w+)(?:\/(\d+))?\])?$/.exec(text) ?? [];
  return { network, protocol: protocol === undefined ? '*' : (PROTOCOLS[protocol] ?? 0), port: port ?? '*' };
}

function childFlow({ settings }: Section): string {
  const [own, others] = ['local_ts', 'remote_ts'].map((name) => selectorText(settings.get(name) ?? ''));
  return [own?.protocol, own?.network, own?.port, others?.network, others?.port].join(' ');
}

function idOf(section: Section | undefined): string | undefined {
  const text = section?.settings.get('id') ?? '';
  if (text === '%any') return undefined;
  const [, prefix, value] = /^(\w+):(.*)$/.exec(text) ?? [];
  return prefix === undefined ? `ip ${text}` : `${prefix === 'fqdn' ? 'fqdn' : 'user-fqdn'} ${value}`;
}

/** Reads what the writer of swanctl.conf makes; every connection of it must say the same of all but version and proposals. */
export function factsOfSwanctl(text: string): Facts {
  const root = parse(text);
  const connections = [...(root.sections.get('connections')?.sections.values() ?? [])];
  const key = root.sections.get('secrets')?.sections.get('ike-key')?.settings.get('secret');
  const all = connections.map((connection): Facts => {
    const version = connection.settings.get('version') === '2' ? '2' : '1';
    const mode = connection.settings.get('aggressive') === 'yes' ? 'aggressive' : 'main';
    const children = [...(connection.sections.get('children')?.sections.values() ?? [])];
    const offers = children.flatMap(({ settings }) =>
      (['esp', 'ah'] as const).flatMap((protocol) =>
        (settings.get(`${protocol}_proposals`)?.split(',') ?? []).map((words) => ({ protocol, words })),
      ),
    );
    const proposals = connection.settings.get('proposals')?.split(',') ?? [];
    const offered = unique(proposals.flatMap((each) => ikeWords(each, version)));
    const [remote] = connection.settings.get('remote_addrs')?.split(',') ?? [];
    return {
      local: connection.settings.get('local_addrs') ?? '',
      remote: remote === '%any' ? undefined : remote,
      versions: [version === '2' ? '2' : `1 ${mode}`],
      ike: { 1: version === '1' ? offered : [], 2: version === '2' ? offered : [] },
      localId: idOf(connection.sections.get('local')) ?? '?',
      remoteId: idOf(connection.sections.get('remote')),
      key,
      mode: children[0]?.settings.get('mode') ?? '?',
      ipsec: unique(offers.flatMap(({ protocol, words }) => ipsecWords(words, protocol))),
      pfs: unique(offers.flatMap(({ words }) => sorted(words).group))[0],
      flows: unique(children.map(childFlow)),
    };
  });
  const [first] = all;
  if (!first) throw new Error(`no connection:\n${text}`);
  const same = new Set(
    all.map(({ local, remote, localId, remoteId, ipsec, pfs, flows }) =>
      JSON.stringify([local, remote, localId, remoteId, ipsec, pfs, flows]),
    ),
  );
  if (same.size > 1) throw new Error(`the connections differ:\n${text}`);
  return {
    ...first,
    versions: unique(all.flatMap(({ versions }) => versions)),
    ike: { 1: unique(all.flatMap(({ ike }) => ike[1])), 2: unique(all.flatMap(({ ike }) => ike[2])) },
  };
}
