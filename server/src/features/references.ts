import {
  DocumentHighlightKind,
  type DocumentHighlight,
  type Location,
  type Position,
  type Range,
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
  const all = mentions
    .of(use)
    .filter(({ role, printed }) => withDefinitions || role === 'reference' || printed === true);
  // Files in the order in which they came, each from its top.
  const files = [...new Set(all.map(({ place }) => place.uri))];
  return all
    .flatMap((each) => locationOf(snapshot, each))
    .sort((a, b) => files.indexOf(a.uri) - files.indexOf(b.uri) || inOrder(a.range, b.range));
}

function inOrder({ start: a }: Range, { start: b }: Range): number {
  return a.line - b.line || a.character - b.character;
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
