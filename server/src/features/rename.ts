import * as l10n from '@vscode/l10n';
import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { aclViewOf } from '../commands';
import type { NameUse } from '../model/device';
import { isConfigured, useKey } from '../model/names';
import { nameKey, unquoted } from '../model/reading';
import { lineOf, textOf } from '../model/value';
import { replace } from '../rules/edits';
import { kindName } from '../rules/kinds';
import type { Document } from '../syntax/document';
import { splitWords } from '../syntax/line';
import type { MatchedWord } from '../syntax/match';
import type { TreeLine } from '../syntax/tree';
import { matchIn } from '../syntax/views';
import { deviceAt } from '../workspace/mentions';
import { isConfiguration, isEditable } from '../workspace/repairs';
import type { Snapshot } from '../workspace/workspace';
import { workspaceEdit } from './codeActions';
import { nameAt, type NameAt } from './nameAt';
import { rangeOf } from './positions';

/** Why a name is not changed, in one sentence for the user. */
export class RenameRefusal extends Error {}

/** What can be renamed at a position. */
export interface Renamable {
  readonly range: Range;
  /** The name as it is. */
  readonly placeholder: string;
}

/** The mentions that a rename changes: those in configurations, by the name that stands at the position. */
function changeable(snapshot: Snapshot, { use, mentions }: NameAt): readonly NameUse[] {
  return mentions.under(use).filter((each) => {
    const file = snapshot.file(each.place.uri);
    return file !== undefined && isConfiguration(file) && isConfigured(each);
  });
}

/** Objects that every device has, whatever its configuration: domains, realms and VPN instances. */
const FACTORY = /^default(?:_admin)?$/i;

/** What the device knows an object by when it has more than one name: an ACL by its number and by a name. */
function isNumber(name: string): boolean {
  return /^\d+$/.test(name);
}

/** The name at a position and its mentions in configurations, if it can be changed at all; throws a `RenameRefusal` otherwise. */
export function renamable(
  snapshot: Snapshot,
  uri: string,
  position: Position,
): { readonly found: NameAt; readonly uses: readonly NameUse[] } {
  const file = snapshot.file(uri);
  const found = nameAt(snapshot, uri, position);
  if (!file || !found) throw new RenameRefusal(l10n.t('No name stands here that could be changed.'));
  const { use } = found;
  if (!isConfiguration(file)) {
    throw new RenameRefusal(
      l10n.t(
        'A capture is a record of what a device printed and is never changed; rename it in the configuration.',
      ),
    );
  }
  if (use.kind === 'interface')
    throw new RenameRefusal(l10n.t('The name of an interface says which one it is and cannot be changed.'));
  if (FACTORY.test(use.name)) {
    throw new RenameRefusal(
      l10n.t('{0} {1} comes with the device and keeps its name.', kindName(use.kind), use.name),
    );
  }
  const uses = changeable(snapshot, found);
  if (!uses.some(({ role }) => role === 'definition')) {
    const name = unquoted(textOf(use.place));
    throw new RenameRefusal(
      l10n.t('{0} {1} is not defined in this file, so it cannot be renamed.', kindName(use.kind), name),
    );
  }
  for (const { place } of uses) {
    const other = snapshot.file(place.uri);
    if (other && !isEditable(other)) {
      throw new RenameRefusal(
        l10n.t('Open {0} first and save it in the right encoding: it mentions the name.', place.uri),
      );
    }
  }
  return { found, uses };
}

/** The range and the text of the name at a position, if it can be renamed; throws a `RenameRefusal` otherwise. */
export function prepareRename(snapshot: Snapshot, uri: string, position: Position): Renamable {
  const { found } = renamable(snapshot, uri, position);
  return bareName(found.use, found.file.document);
}

/** Where a name stands without the quotes around it. */
export function bareName({ place }: NameUse, document: Document): Renamable {
  const { start, end } = rangeOf(place, document);
  const written = textOf(place);
  const placeholder = unquoted(written);
  const quote = placeholder === written ? 0 : 1;
  return {
    range: {
      start: { ...start, character: start.character + quote },
      end: { ...end, character: end.character - quote },
    },
    placeholder,
  };
}

/** The words of a line with a name in place of some of them. */
function reread(line: TreeLine, places: ReadonlySet<number>, written: string): readonly MatchedWord[] {
  const words = line.words.map((word) => (places.has(word.start) ? { ...word, text: written } : word));
  return matchIn(line.view, words)?.match.words ?? [];
}

/** What is wrong with a word as an argument, in a sentence; undefined where it fits. */
function problemOf(kind: string, word: MatchedWord | undefined, name: string): string | undefined {
  if (word?.kind !== 'argument' || word.problem === undefined) return undefined;
  const { min = 1, max = 1, numeric } = word.argument;
  if (numeric) return l10n.t('{0}: the name is a number from {1} to {2}.', kind, min, max);
  return l10n.t('{0}: a name has {1} to {2} characters, and this one has {3}.', kind, min, max, name.length);
}

/** Whether every line that mentions the name is read as before with the new one in its place; throws what is wrong otherwise. */
function checkLines(snapshot: Snapshot, uses: readonly NameUse[], name: string, written: string): void {
  const byLine = new Map<TreeLine, NameUse[]>();
  for (const use of uses) {
    const line = lineOf(use.place);
    byLine.set(line, [...(byLine.get(line) ?? []), use]);
  }
  for (const [line, ofLine] of byLine) {
    const [first] = ofLine;
    if (!line.match || !first) continue;
    const after = reread(line, new Set(ofLine.map(({ place }) => place.start)), written);
    for (const { place, kind } of ofLine) {
      const at = line.words.findIndex(({ start }) => start === place.start);
      const problem = problemOf(kindName(kind), after[at], name);
      if (problem !== undefined) throw new RenameRefusal(problem);
    }
    const isSame = line.match.words.every((word, at) => {
      const now = after[at];
      return word.kind === 'argument' && now?.kind === 'argument'
        ? word.argument === now.argument
        : word.kind === now?.kind;
    });
    const isKeyword = ofLine.some(({ place }) => isKeywordAt(line, place.start, name));
    if (!isSame || isKeyword || after.length !== line.match.words.length) {
      const document = snapshot.file(first.place.uri)?.document;
      const number = document ? rangeOf(first.place, document).start.line + 1 : 0;
      throw new RenameRefusal(l10n.t('{0} would be read as a keyword in line {1}.', name, number));
    }
  }
}

/** Whether a device would take a word for a keyword that can stand at that place of a line. */
function isKeywordAt(line: TreeLine, start: number, name: string): boolean {
  const before = line.words.filter(({ end }) => end < start);
  const expected = matchIn(line.view, before)?.match.expected.keywords ?? [];
  return expected.includes(name.toLowerCase());
}

/** What a name may be made of, whatever its kind; throws what is wrong with it. */
function checkCharacters(use: NameUse, before: string, name: string): void {
  const kind = kindName(use.kind);
  if (name === '') throw new RenameRefusal(l10n.t('{0}: a name has at least one character.', kind));
  if (/[?"\p{Cc}]/u.test(name))
    throw new RenameRefusal(l10n.t('{0}: a name has no question marks and no quotes.', kind));
  if (/\s/.test(name) && !/\s/.test(before))
    throw new RenameRefusal(l10n.t('{0}: a name has no blanks.', kind));
  const { words, remark } = splitWords(quoted(name), 0);
  if (words.length !== 1 || remark !== undefined)
    throw new RenameRefusal(l10n.t('{0}: a name does not begin with {1}.', kind, '//'));
  if (use.kind !== 'acl') return;
  if (!isNumber(before) && isNumber(name))
    throw new RenameRefusal(l10n.t('The name of an ACL is not made of digits only.'));
  if (isNumber(before) && (!isNumber(name) || !isSameRange(Number(before), Number(name)))) {
    throw new RenameRefusal(
      l10n.t(
        'The number of an ACL says of which type it is: in place of {0} only one of the same range can stand.',
        before,
      ),
    );
  }
}

/** Whether two numbers of ACLs are of one type: devices number each from a thousand on. */
function isSameRange(a: number, b: number): boolean {
  const view = aclViewOf(a);
  return view === aclViewOf(b) && (view !== 'acl-other' || Math.floor(a / 1000) === Math.floor(b / 1000));
}

/** A name as a line takes it. */
function quoted(name: string): string {
  return /\s/.test(name) ? `"${name}"` : name;
}

/** Throws where the new name already means something on the device. */
function checkFree(snapshot: Snapshot, { use, mentions }: NameAt, name: string): void {
  const wanted = { ...use, name: nameKey(use.kind, name) };
  if (useKey(wanted) === useKey(use)) return;
  const [other] = mentions
    .under(wanted)
    .filter(isConfigured)
    .sort((a, b) => (a.role === b.role ? 0 : a.role === 'definition' ? -1 : 1));
  const document = other && snapshot.file(other.place.uri)?.document;
  if (!document) return;
  const line = rangeOf(other.place, document).start.line + 1;
  throw new RenameRefusal(
    other.role === 'definition'
      ? l10n.t('This device has {0} {1} already, in line {2}.', kindName(use.kind), name, line)
      : l10n.t(
          'Line {2} already refers to {0} {1}, and would come to mean this one.',
          kindName(use.kind),
          name,
          line,
        ),
  );
}

/** A peer that names no proposal offers all, the smallest number first: throws where that order would be another one. */
function checkOrder(snapshot: Snapshot, { file, use, mentions }: NameAt, name: string): void {
  if (use.kind !== 'ike-proposal') return;
  const device = deviceAt(snapshot, file, use.place.item);
  if (device.ikePeers.every(({ proposal, blocks }) => proposal !== undefined || blocks.length === 0)) return;
  const others = [...new Set(mentions.ofKind('ike-proposal').map((each) => Number(each.name)))];
  const passed = others.find(
    (each) => each > Number(use.name) !== each > Number(name) && each !== Number(use.name),
  );
  if (passed === undefined) return;
  throw new RenameRefusal(
    l10n.t(
      'With the number {0} the proposal would come to stand on the other side of proposal {1}, and peers that offer all would offer them in another order.',
      name,
      passed,
    ),
  );
}

/**
 * Gives the object whose name stands at a position another name, in every configuration line of its device that mentions it. What a
 * device printed stays as it is, and so do texts, keys and other devices. Throws a `RenameRefusal` where the name cannot be that.
 */
export function rename(snapshot: Snapshot, uri: string, position: Position, newName: string): WorkspaceEdit {
  const { found, uses } = renamable(snapshot, uri, position);
  const before = unquoted(textOf(found.use.place));
  const name = unquoted(newName.trim());
  if (name === before) return { documentChanges: [] };
  const written = quoted(name);
  checkCharacters(found.use, before, name);
  checkLines(snapshot, uses, name, written);
  checkFree(snapshot, found, name);
  checkOrder(snapshot, found, name);
  const edits = uses.map(({ place }) => {
    const isQuoted = unquoted(textOf(place)) !== textOf(place);
    return replace(place, isQuoted ? `"${name}"` : written);
  });
  return workspaceEdit(snapshot, edits, false);
}
