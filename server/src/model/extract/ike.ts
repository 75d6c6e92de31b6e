import { readAlgorithms } from '../algorithmSet';
import { assign, type Draft } from '../assign';
import type {
  BlockPlace,
  IdType,
  IkePeer,
  IkeProposal,
  IkeUser,
  IkeUserTable,
  KeyMaterial,
  RemoteAddress,
} from '../device';
import { linesIn, linesOf, openerOf, standing, type CommandLine } from '../reading';
import { keyForm } from '../secret';
import { textOf, type Place, type Written } from '../value';

/** What the opening line of a block says: the object's name and where it stands. */
export interface Head {
  readonly name: string;
  /** Of a policy or template whose opening line is not there. */
  readonly sequence?: number;
  readonly place: Place;
  readonly opener: CommandLine | undefined;
}

/** The key on a line, as far as it may be known. */
export function readKey(line: CommandLine): Written<KeyMaterial> | undefined {
  const secret = line.ofType('secret');
  return secret && { ...secret, value: { form: keyForm(secret.value) } };
}

/** Forgets what an `undo` line takes back: the default of the release holds again. */
function takeBack(proposal: Draft<IkeProposal>, line: CommandLine): void {
  if (line.starts('encryption-algorithm')) delete proposal.encryption;
  else if (line.starts('authentication-algorithm')) delete proposal.hash;
  else if (line.starts('dh')) delete proposal.dh;
  else if (line.starts('integrity-algorithm')) delete proposal.integrity;
  else if (line.starts('prf')) delete proposal.prf;
  else if (line.starts('authentication-method')) delete proposal.authenticationMethod;
  else if (line.starts('sa duration')) delete proposal.lifetime;
}

/** Reads an IKE proposal, from all places where its view is entered. */
export function readIkeProposal(blocks: readonly BlockPlace[], head: Head): IkeProposal {
  const proposal: Draft<IkeProposal> = {
    name: head.name,
    place: head.place,
    blocks,
  };
  for (const line of linesIn(blocks)) {
    if (line.undo) takeBack(proposal, line);
    else if (line.starts('encryption-algorithm'))
      assign(proposal, 'encryption', readAlgorithms('encryption', line, 1));
    else if (line.starts('authentication-algorithm'))
      assign(proposal, 'hash', readAlgorithms('hash', line, 1));
    else if (line.starts('dh')) assign(proposal, 'dh', readAlgorithms('dh', line, 1));
    else if (line.starts('integrity-algorithm'))
      assign(proposal, 'integrity', readAlgorithms('integrity', line, 1));
    else if (line.starts('prf')) assign(proposal, 'prf', readAlgorithms('prf', line, 1));
    else if (line.starts('authentication-method')) {
      const method = readAlgorithms('authentication-method', line, 1);
      const [value] = method?.value ?? [];
      if (method && value !== undefined) proposal.authenticationMethod = { ...method, value };
    } else if (line.starts('sa duration')) {
      const seconds = line.ofType('integer');
      if (seconds) proposal.lifetime = { ...seconds, value: Number(seconds.value) };
    }
  }
  return proposal;
}

const ID_TYPES: ReadonlySet<string> = new Set<IdType>([
  'ip',
  'fqdn',
  'user-fqdn',
  'dn',
  'key-id',
  'name',
  'esn',
  'any',
]);

function readIdType(line: CommandLine): Written<IdType> | undefined {
  const at = line.line.words.findIndex((_, index) => {
    const word = line.line.match?.words[index];
    return word?.kind === 'keyword' && ID_TYPES.has(word.keyword);
  });
  const word = line.line.match?.words[at];
  return word?.kind === 'keyword'
    ? { value: word.keyword as IdType, origin: 'config', place: line.place(at) }
    : undefined;
}

function lastWord(line: CommandLine): Written<string> | undefined {
  const last = line.line.words.length - 1;
  if (line.line.match?.words[last]?.kind !== 'argument') return undefined;
  const place = line.place(last);
  const raw = textOf(place);
  return { value: raw.replace(/^"(.*)"$/, '$1'), origin: 'config', place };
}

/** A value that is written as a keyword, such as `ike-proposal default`. */
function keywordValue(line: CommandLine, word: number, keyword: string): Written<string> | undefined {
  return line.has(keyword) ? { value: keyword, origin: 'config', place: line.place(word) } : undefined;
}

function readRemoteAddress(line: CommandLine): Written<RemoteAddress> | undefined {
  const address = line.ofType('ip', 'ipv4', 'ipv6') ?? lastWord(line);
  if (!address) return undefined;
  const vpn = line.named('vpn-instance');
  const to = line.text('high') ?? line.text('to');
  return {
    ...address,
    value: {
      text: address.value,
      ...(vpn ? { vpnInstance: vpn.value } : {}),
      ...(to ? { to: to.value } : {}),
    },
  };
}

/**
 * The IKE versions of a peer. Both are on unless a line takes one out (`undo version 2`), the opening line names one (`ike peer b v1`),
 * or only one is written (`version 1`: how AR saves a peer without IKEv2).
 */
function readVersions(lines: readonly CommandLine[], opener: CommandLine | undefined): IkePeer['versions'] {
  const suffix = opener?.has('v1') ? 'v1' : opener?.has('v2') ? 'v2' : undefined;
  if (opener && suffix) {
    const place = opener.place(opener.line.words.length - 1);
    return { value: { v1: suffix === 'v1', v2: suffix === 'v2' }, origin: 'config', place };
  }
  const last = (phrase: string): CommandLine | undefined => lines.findLast((each) => each.starts(phrase));
  const [one, two] = [last('version 1'), last('version 2')];
  const alone = (one === undefined) !== (two === undefined) && !lines.some((each) => each.undo);
  const value = {
    v1: one ? !one.undo : !alone,
    v2: two ? !two.undo : !alone,
  };
  const line = lines.findLast((each) => each.starts('version'));
  return line
    ? { value, origin: 'config', place: line.whole }
    : { value: { v1: true, v2: true }, origin: 'default' };
}

/** Reads an IKE peer, from all places where its view is entered. */
export function readIkePeer(blocks: readonly BlockPlace[], head: Head): IkePeer {
  const written = linesIn(blocks);
  const lines = standing(written);
  const remoteAddresses: Written<RemoteAddress>[] = [];
  const peer: Draft<IkePeer> = {
    name: head.name,
    place: head.place,
    blocks,
    versions: readVersions(
      written.filter((line) => line.starts('version')),
      head.opener,
    ),
    remoteAddresses,
    lines,
  };
  for (const line of lines) {
    if (line.starts('nat traversal'))
      peer.natTraversal = { value: !line.undo, origin: 'config', place: line.whole };
    if (line.undo) continue;
    if (line.starts('exchange-mode')) {
      const mode = line.keywords[1];
      if (mode === 'main' || mode === 'aggressive' || mode === 'auto') {
        peer.exchangeMode = { value: mode, origin: 'config', place: line.place(1) };
      }
    } else if (line.starts('dpd type')) {
      const type = line.keywords[2];
      if (type === 'on-demand' || type === 'periodic')
        peer.dpdType = { value: type, origin: 'config', place: line.place(2) };
    } else if (line.starts('dpd msg') && line.keywords[2]?.startsWith('seq-')) {
      peer.dpdMessage = { value: line.keywords[2], origin: 'config', place: line.place(2) };
    } else if (line.starts('pre-shared-key')) assign(peer, 'key', readKey(line));
    else if (line.starts('ike-proposal'))
      assign(peer, 'proposal', line.named('ike-proposal') ?? keywordValue(line, 1, 'default'));
    else if (line.starts('local-id-type')) {
      assign(peer, 'localIdType', readIdType(line));
      // NE writes the name behind the type: `local-id-type user-fqdn NAME`.
      if (line.line.words.length > 2) assign(peer, 'localId', lastWord(line));
    } else if (line.starts('id-type')) assign(peer, 'localIdType', readIdType(line));
    else if (line.starts('remote-id-type')) assign(peer, 'remoteIdType', readIdType(line));
    else if (line.starts('local-id')) assign(peer, 'localId', lastWord(line));
    else if (line.starts('remote-id')) assign(peer, 'remoteId', lastWord(line));
    else if (line.starts('remote-name')) assign(peer, 'remoteName', lastWord(line));
    else if (line.starts('local-address')) assign(peer, 'localAddress', lastWord(line));
    else if (line.starts('certificate') || line.starts('pki')) assign(peer, 'certificate', lastWord(line));
    else if (line.starts('user-table')) assign(peer, 'userTable', line.named('ike-user-table'));
    else if (line.starts('ike negotiate compatible')) {
      peer.negotiateCompatible = { value: true, origin: 'config', place: line.whole };
    } else if (line.starts('remote-address') && !line.starts('remote-address authentication-address')) {
      const address = readRemoteAddress(line);
      if (address) remoteAddresses.push(address);
    }
  }
  return peer;
}

function readIkeUser(at: BlockPlace, table: string): IkeUser | undefined {
  const opener = openerOf(at.uri, at.item, at.block);
  const name = opener?.named('ike-user');
  if (!name) return undefined;
  const user: Draft<IkeUser> = { name: name.value, place: name.place, blocks: [at], table };
  for (const line of standing(linesOf(at.uri, at.item, at.block))) {
    if (line.undo) continue;
    if (line.starts('pre-shared-key')) assign(user, 'key', readKey(line));
    else if (line.starts('id-type')) {
      assign(user, 'idType', readIdType(line));
      if (line.line.words.length > 2) assign(user, 'id', lastWord(line));
    } else if (line.starts('interface-assign'))
      assign(user, 'interfaceAssign', line.ofType('interface') ?? lastWord(line));
  }
  return user;
}

/** Reads one IKE user table view with its users. */
export function readUserTable(at: BlockPlace, head: Head): IkeUserTable {
  const users = at.block.blocks
    .filter((block) => block.view === 'ike-user')
    .flatMap((block) => readIkeUser({ uri: at.uri, item: at.item, block }, head.name) ?? []);
  return { name: head.name, place: head.place, blocks: [at], users };
}
