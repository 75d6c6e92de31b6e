import {
  DocumentHighlightKind,
  type DocumentHighlight,
  type Location,
  type Position,
} from 'vscode-languageserver-types';
import { ownMentionsAt } from '../workspace/mentions';
import type { Snapshot } from '../workspace/workspace';
import { locationOf, nameAt } from './nameAt';
import { rangeOf } from './positions';

/** Every mention of the object that a name means, in all files of its device, what was captured of it included. */
export function references(
  snapshot: Snapshot,
  uri: string,
  position: Position,
  withDefinitions: boolean,
): Location[] {
  const found = nameAt(snapshot, uri, position);
  if (!found) return [];
  const { use, mentions } = found;
  return mentions
    .of(use)
    .filter(({ role, printed }) => withDefinitions || role === 'reference' || printed === true)
    .flatMap((each) => locationOf(snapshot, each));
}

/** The mentions of the same object in the same file: written where it is defined, read elsewhere. */
export function documentHighlights(
  snapshot: Snapshot,
  uri: string,
  { line, character }: Position,
): DocumentHighlight[] {
  const file = snapshot.file(uri);
  const at = file?.document.lineAt(line);
  if (!file || !at) return [];
  const mentions = ownMentionsAt(file, at.item);
  const use = mentions.at(at.item, at.index, character);
  if (!use) return [];
  return mentions.of(use).map(({ place, role, printed }) => ({
    range: rangeOf(place, file.document),
    kind: printed
      ? DocumentHighlightKind.Text
      : role === 'definition'
        ? DocumentHighlightKind.Write
        : DocumentHighlightKind.Read,
  }));
}
