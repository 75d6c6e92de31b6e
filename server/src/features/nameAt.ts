import type { Location, LocationLink, Position, Range } from 'vscode-languageserver-types';
import type { NameUse } from '../model/device';
import { walkBlocks, type Block } from '../syntax/tree';
import { mentionsAt, type Mentions } from '../workspace/mentions';
import type { Snapshot, WorkspaceFile } from '../workspace/workspace';
import { rangeOf } from './positions';

/** A name that stands at a position, with what is known of names on its device. */
export interface NameAt {
  readonly file: WorkspaceFile;
  readonly use: NameUse;
  readonly mentions: Mentions;
}

/** The name at a position, in the light of all files of its device; undefined where none stands. */
export function nameAt(snapshot: Snapshot, uri: string, { line, character }: Position): NameAt | undefined {
  const file = snapshot.file(uri);
  const at = file?.document.lineAt(line);
  if (!file || !at) return undefined;
  const mentions = mentionsAt(snapshot, file, at.item);
  const use = mentions.at(at.item, at.index, character);
  return use && { file, use, mentions };
}

/** The view that a name's line opens; undefined where it opens none. */
export function blockOpenedBy({ place }: NameUse): Block | undefined {
  let found: Block | undefined;
  walkBlocks(place.item, (block) => {
    if (block.opener === place.line) found = block;
  });
  return found;
}

/** Where a name stands. */
export function locationOf(snapshot: Snapshot, { place }: NameUse): Location[] {
  const file = snapshot.file(place.uri);
  return file ? [{ uri: place.uri, range: rangeOf(place, file.document) }] : [];
}

/** The way from a name to the definition of an object, which shows its whole view. */
export function linkTo(snapshot: Snapshot, origin: Range | undefined, use: NameUse): LocationLink[] {
  const { place } = use;
  const document = snapshot.file(place.uri)?.document;
  if (!document) return [];
  const own = rangeOf(place, document);
  const block = blockOpenedBy(use);
  const last = block ? document.startOfItem(place.item) + block.end - 1 : own.end.line;
  const end = { line: last, character: document.lineAt(last)?.line.text.length ?? 0 };
  return [
    {
      ...(origin ? { originSelectionRange: origin } : {}),
      targetUri: place.uri,
      targetRange: { start: { line: own.start.line, character: 0 }, end },
      targetSelectionRange: own,
    },
  ];
}
