import * as l10n from '@vscode/l10n';
import { aclViewOf } from '../../commands/acl';
import type { NameKind, ViewId } from '../../commands/types';
import { namesIn } from '../../model/build';
import type { NameUse } from '../../model/device';
import { CommandLine, unquoted } from '../../model/reading';
import { textOf, type Place } from '../../model/value';
import { walkBlocks, type Item } from '../../syntax/tree';
import { lastAnalysis } from '../../workspace/tunnels';
import type { Snapshot, WorkspaceFile } from '../../workspace/workspace';
import { secretsIn } from '../redact/secretWords';

/** A name of a device. */
export interface KnownName {
  /** As it is written where it is defined. */
  readonly name: string;
  /** Where it is defined; absent where something refers to it and nothing defines it. */
  readonly defined?: Place;
}

/** The lines that tell one object of a view from another, by their first words. */
const TELLING: Partial<Record<ViewId, readonly string[]>> = {
  'ike-proposal': ['encryption-algorithm', 'dh'],
  'ike-peer': ['remote-address', 'remote-id'],
  'ipsec-proposal': ['esp encryption-algorithm', 'esp authentication-algorithm'],
  'ipsec-policy-isakmp': ['ike-peer', 'security acl'],
  'ipsec-policy-template': ['ike-peer', 'security acl'],
  'ipsec-profile': ['ike-peer'],
  'acl-basic': ['rule'],
  'acl-advanced': ['rule'],
  interface: ['ip address', 'tunnel-protocol'],
};

/** What the objects of an item are told by, by the lines that open them. */
const details = new WeakMap<Item, ReadonlyMap<number, string>>();

function detailsOf(uri: string, item: Item): ReadonlyMap<number, string> {
  const known = details.get(item);
  if (known) return known;
  const found = new Map<number, string>();
  walkBlocks(item, ({ view, opener, lines }) => {
    const said = (TELLING[view] ?? []).flatMap((phrase) => {
      const line = lines
        .flatMap((index) => item.lines[index] ?? [])
        .find((each) => each.match && new CommandLine(uri, item, 0, each).starts(phrase));
      if (!line || secretsIn(line).length > 0) return [];
      return line.words.map(({ text }) => text).join(' ');
    });
    if (opener !== undefined && said.length > 0) found.set(opener, said.join(' · ').slice(0, 100));
  });
  details.set(item, found);
  return found;
}

/** What a name stands for: the lines of its view that say most, never one with a key. */
export function nameDetail({ defined }: KnownName): string | undefined {
  if (!defined) return l10n.t('used, and not defined yet');
  return detailsOf(defined.uri, defined.item).get(defined.line);
}

interface Mention extends KnownName {
  readonly key: string;
}

/** The names of a device, by kind: those that are defined, then those that something only refers to. */
export type Names = (kind: NameKind) => readonly KnownName[];

function mentionsOf(uses: Iterable<NameUse>, kind: NameKind): Mention[] {
  const defined = new Map<string, Mention>();
  const missing = new Map<string, Mention>();
  for (const { kind: each, name: key, role, place } of uses) {
    if (each !== kind) continue;
    const name = unquoted(textOf(place));
    if (role === 'reference') missing.set(key, missing.get(key) ?? { key, name });
    else if (!defined.has(key)) defined.set(key, { key, name, defined: place });
  }
  return [...defined.values(), ...[...missing.values()].filter(({ key }) => !defined.has(key))];
}

/**
 * The names of the device that a file describes: those of the file as it stands, and those of its other files as they were last looked at,
 * so that nobody waits for them while typing.
 */
export function namesAround(snapshot: Snapshot, { uri, document }: WorkspaceFile): Names {
  const { devices } = lastAnalysis(snapshot);
  const own = devices.filter(({ uris }) => uris.includes(uri));
  const elsewhere = own.flatMap(({ names }) => names.filter(({ place }) => place.uri !== uri));
  const uses = [...document.items.flatMap((item) => namesIn(uri, item)), ...elsewhere];
  const kinds = new Map<NameKind, readonly KnownName[]>();
  return (kind) => {
    let names = kinds.get(kind);
    if (!names) kinds.set(kind, (names = mentionsOf(uses, kind)));
    return names;
  };
}

/** Whether a list can be the one of a tunnel, which protects by source and destination. */
export function isAdvancedAcl(name: string): boolean {
  return /^\d+$/.test(name) && aclViewOf(Number(name)) === 'acl-advanced';
}
