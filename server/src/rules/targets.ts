import type { NameKind } from '../commands/types';
import type {
  Acl,
  BlockPlace,
  Device,
  IkePeer,
  IpsecProfile,
  IpsecProposal,
  Named,
  NameUse,
  PolicySettings,
} from '../model/device';
import { indexOf } from '../model/deviceIndex';
import { CommandLine, isElision, nameKey } from '../model/reading';
import type { Place, Written } from '../model/value';
import { startsWithUndo } from '../syntax/match';
import type { Item, TreeLine } from '../syntax/tree';
import { isNear, shortSlips } from './slip';

/** Where a line is added to an object: the first place where its view is opened, in a saved form where there is one. */
export function blockOf(named: Named): BlockPlace | undefined {
  const isSaved = ({ item, block }: BlockPlace): boolean => item.lines[block.start]?.role === 'config';
  return named.blocks.find(isSaved) ?? named.blocks[0];
}

/** Everything that uses IKE peers: policy entries, templates and profiles. */
export function settingsOf(device: Device): readonly (Named & PolicySettings)[] {
  return [...device.policies, ...device.templates, ...device.profiles];
}

/** The peer that a policy, template or profile uses. */
export function peerOf(device: Device, settings: PolicySettings): IkePeer | undefined {
  const name = settings.ikePeer?.value;
  return name === undefined ? undefined : indexOf(device).peers.get(name);
}

/** The IPsec proposal of a name. */
export function proposalOf(device: Device, name: string): IpsecProposal | undefined {
  return indexOf(device).ipsecProposals.get(nameKey('ipsec-proposal', name));
}

/** The IPsec profile of a name. */
export function profileOf(device: Device, name: string): IpsecProfile | undefined {
  return indexOf(device).profiles.get(nameKey('ipsec-profile', name));
}

/** The ACL that a `security acl` line names, by its name or its number. */
export function aclOf(device: Device, acl: Written<string> | undefined): Acl | undefined {
  return acl && indexOf(device).aclOf(acl);
}

/** The command that a value belongs to, as its leading keywords: `remote-address`, `tunnel remote`, `ike local-name`. */
export function commandAt({ uri, item, line, start }: Place): string {
  const found = item.lines[line];
  if (!found) return '';
  const { words } = found;
  const before = words.filter((word) => word.end <= start).length;
  const keywords = new CommandLine(uri, item, line, found).keywords.slice(0, before);
  return keywords.slice(0, /^(?:tunnel|ike)$/.test(keywords[0] ?? '') ? 2 : 1).join(' ');
}

/** The lines that refer to a name. */
export function referencesTo(device: Device, kind: NameKind, name: string): readonly NameUse[] {
  return indexOf(device).referencesTo(kind, name);
}

const unread = new WeakMap<Item, readonly string[]>();

function unreadWords(line: TreeLine): string[] {
  const matched = line.match?.words ?? [];
  return line.words.flatMap((word, at) => {
    const read = matched[at];
    const open =
      read?.kind === 'argument' && (read.argument.type === 'string' || read.argument.type === 'text');
    return read && !open ? [] : word.text.split(/[\s",;:()]+/);
  });
}

function unreadIn(item: Item): readonly string[] {
  let words = unread.get(item);
  if (!words) {
    words = item.lines.flatMap(unreadWords).map((word) => word.toLowerCase());
    unread.set(item, words);
  }
  return words;
}

const mentions = new WeakMap<Device, ReadonlySet<string>>();

/** Whether a line that is not fully read has a name among its words: then the name may be in use there. */
export function isMentioned(device: Device, name: string): boolean {
  let words = mentions.get(device);
  if (!words) {
    words = new Set(device.items.flatMap(unreadIn));
    mentions.set(device, words);
  }
  return words.has(name.toLowerCase());
}

/**
 * Whether an object may have a command that was not read: a line that was not understood can be it with a slip, somebody has left lines
 * out, or a capture begins inside its view.
 */
export function mayHold(named: Named, keyword: string): boolean {
  return named.blocks.some(({ item, block }) => {
    if (block.opener === undefined) return true;
    const inner = block.blocks;
    for (let at = block.start; at < block.end; at++) {
      const line = item.lines[at];
      if (!line || line.match?.status === 'complete' || line.role === 'output') continue;
      if (isElision(line.text)) return true;
      if (line.kind !== 'command' || inner.some((each) => at > each.start && at < each.end)) continue;
      const first = startsWithUndo(line.words) ? 1 : 0;
      const read = line.match?.words[first];
      const word = read?.kind === 'keyword' ? read.keyword : (line.words[first]?.text ?? '');
      if (word === keyword || isNear(word, keyword) || shortSlips(word, [keyword]).length > 0) return true;
    }
    return false;
  });
}
