import {
  ANY,
  flowsOf,
  remotesOf,
  startingMode,
  startingVersion,
  type End,
  type Flow,
  type Identity,
  type IkeProposal,
  type Mode,
  type Network,
} from './pair';
import { isAead } from './products';

/** The name of the connection that an end starts with. */
export function startingConnection(end: End): string {
  if (startingVersion(end) === 2) return 't2';
  return startingMode(end) === 'aggressive' ? 't1a' : 't1';
}

/** The connections that an end can have: IKEv2, IKEv1 main mode, IKEv1 aggressive mode. */
export const CONNECTIONS = ['t2', 't1', 't1a'] as const;

function cipherWord(cipher: string): string {
  const [, bits, kind] = /^aes-(\d+)(?:-(gcm|gmac))?/.exec(cipher) ?? [];
  if (bits === undefined) return cipher;
  return `aes${bits}${kind === 'gcm' ? 'gcm16' : (kind ?? '')}`;
}

/** `sha2-256`, `hmac-sha2-256` and `hmac-sha1-96` without their ornaments. */
function hashWord(name: string): string {
  if (name.startsWith('aes-xcbc')) return 'aesxcbc';
  return name
    .replace(/^hmac-/, '')
    .replace(/^(md5|sha1)-96$/, '$1')
    .replace('sha2-', 'sha');
}

const GROUP_WORDS: Readonly<Record<string, string>> = {
  group2: 'modp1024',
  group5: 'modp1536',
  group14: 'modp2048',
  group15: 'modp3072',
  group16: 'modp4096',
  group19: 'ecp256',
  group20: 'ecp384',
  group21: 'ecp521',
  group24: 'modp2048s256',
};

function groupWord(group: string): string {
  const word = GROUP_WORDS[group];
  if (word === undefined) throw new Error(`no word for ${group}`);
  return word;
}

/** Every way to take one word of each list, the first list's order first. */
function combinations(lists: readonly (readonly string[])[]): string[] {
  return lists
    .reduce<string[][]>((sofar, list) => sofar.flatMap((words) => list.map((word) => [...words, word])), [[]])
    .map((words) => words.join('-'));
}

/** IKEv1 carries one algorithm of a kind in a transform (RFC 2409 appendix A), so sets become several proposals. */
function ikeProposalsV1({ encryption, hash, dh }: IkeProposal): string[] {
  const ciphers = encryption.filter((cipher) => !isAead(cipher));
  return combinations([ciphers.map(cipherWord), hash.map(hashWord), dh.map(groupWord)]);
}

/** Ciphers with and without an integrity algorithm must stand in different proposals (RFC 7296 §3.3). */
function ikeProposalsV2({ encryption, integrity, prf, dh }: IkeProposal): string[] {
  const rest = [...prf.map((name) => `prf${hashWord(name)}`), ...dh.map(groupWord)];
  const plain = encryption.filter((cipher) => !isAead(cipher)).map(cipherWord);
  const aead = encryption.filter(isAead).map(cipherWord);
  return [
    ...(plain.length > 0 ? [[...plain, ...integrity.map(hashWord), ...rest].join('-')] : []),
    ...(aead.length > 0 ? [[...aead, ...rest].join('-')] : []),
  ];
}

function childProposals(end: End, version: 1 | 2): string[] {
  const groups = end.pfs ? [groupWord(end.pfs)] : [];
  return end.ipsecProposals.flatMap(({ encryption, authentication }) => {
    const hashes = authentication.map(hashWord);
    if (end.transform === 'ah')
      return version === 1
        ? combinations([hashes, ...groups.map((group) => [group])])
        : [[...hashes, ...groups].join('-')];
    const plain =
      encryption.length === 0 ? ['null'] : encryption.filter((each) => !isAead(each)).map(cipherWord);
    const aead = encryption.filter(isAead).map(cipherWord);
    const parts = [
      [plain, hashes],
      [aead, []],
    ].filter(([ciphers = []]) => ciphers.length > 0);
    return parts.flatMap((lists) =>
      version === 1
        ? combinations([...lists.filter((list) => list.length > 0), ...groups.map((group) => [group])])
        : [[...lists.flat(), ...groups].join('-')],
    );
  });
}

function selector({ address, length }: Network, { protocol }: Flow, port: number | undefined): string {
  const wanted = protocol === 'ip' ? '' : port === undefined ? `[${protocol}]` : `[${protocol}/${port}]`;
  return `${address}/${length}${wanted}`;
}

const EVERYTHING: Flow = { protocol: 'ip', source: ANY, destination: ANY };

/** One child to a rule: VRP builds a pair of SAs for each. A template without an ACL takes whatever is asked for. */
function children(end: End, version: 1 | 2, mode: Mode): string[] {
  const kind = end.transform === 'ah' ? 'ah_proposals' : 'esp_proposals';
  const proposals = childProposals(end, version).join(',');
  return (flowsOf(end) ?? [EVERYTHING]).flatMap((flow, at) => [
    `      ${childName(at)} {`,
    `        local_ts = ${selector(flow.source, flow, flow.sourcePort)}`,
    `        remote_ts = ${selector(flow.destination, flow, flow.destinationPort)}`,
    `        ${kind} = ${proposals}`,
    `        mode = ${mode === 'auto' ? 'tunnel' : mode}`,
    ...(end.lifetime === undefined ? [] : [`        life_time = ${end.lifetime}s`]),
    '      }',
  ]);
}

/** The child of a rule, by its place in the list. */
export function childName(at: number): string {
  return `k${at + 1}`;
}

/** An ID with its type. An address is known by its look; behind a type strongSwan would take its characters for the four bytes. */
function idWord({ type, value }: Identity): string {
  if (type === 'ip') return value;
  return `${type === 'fqdn' ? 'fqdn' : 'userfqdn'}:${value}`;
}

function connection(end: End, name: (typeof CONNECTIONS)[number], mode: Mode): string[] {
  const version = name === 't2' ? 2 : 1;
  const proposals = end.ikeProposals.flatMap(version === 2 ? ikeProposalsV2 : ikeProposalsV1);
  const { localId, remoteId } = end;
  // An ID is looked at only where one is written.
  const wanted = remoteId ? idWord(remoteId) : '%any';
  const lifetime = end.ikeProposals.find((each) => each.lifetime !== undefined)?.lifetime;
  return [
    `  ${name} {`,
    `    version = ${version}`,
    ...(name === 't1a' ? ['    aggressive = yes'] : []),
    `    local_addrs = ${end.local}`,
    `    remote_addrs = ${remotesOf(end).join(',') || '%any'}`,
    `    proposals = ${proposals.join(',')}`,
    '    unique = never',
    '    mobike = no',
    ...(lifetime === undefined ? [] : [`    rekey_time = ${lifetime}s`]),
    '    local {',
    '      auth = psk',
    // Left out, it would be whatever the other end asks for.
    `      id = ${localId ? idWord(localId) : end.local}`,
    '    }',
    '    remote {',
    '      auth = psk',
    `      id = ${wanted}`,
    '    }',
    '    children {',
    ...children(end, version, mode),
    '    }',
    '  }',
  ];
}

/**
 * An end as swanctl.conf. `asked` is the mode that the other end asks for: an end with `auto` takes it as responder, and starts with
 * tunnel mode itself.
 */
export function swanctlConfiguration(end: End, asked?: Mode): string {
  const mode = end.mode === 'auto' && asked === 'transport' ? asked : end.mode;
  const names = CONNECTIONS.filter((name) =>
    name === 't2'
      ? end.v2
      : end.v1 && (end.exchangeMode === 'auto' || (end.exchangeMode === 'aggressive') === (name === 't1a')),
  );
  const lines = [
    'connections {',
    ...names.flatMap((name) => connection(end, name, mode)),
    '}',
    'secrets {',
    '  ike-key {',
    `    secret = "${end.key}"`,
    '  }',
    '}',
  ];
  return `${lines.join('\n')}\n`;
}
