import type { Position, Range } from 'vscode-languageserver-types';
import type { Place } from '../model/value';
import type { Edit } from '../rules/rule';
import type { Document } from '../syntax/document';

/** The range of a place in the file as it stands. */
export function rangeOf(place: Place, document: Document): Range {
  const line = document.startOfItem(place.item) + place.line;
  return { start: { line, character: place.start }, end: { line, character: place.end } };
}

/** The range that an edit replaces in the file as it stands. */
export function rangeOfEdit(edit: Edit, document: Document): Range {
  const first = document.startOfItem(edit.item);
  const position = ({ line, character }: Position): Position => {
    const absolute = first + line;
    // Behind the last line of a file there is no next one: its end stands for it.
    if (absolute < document.lineCount) return { line: absolute, character };
    const last = document.lineCount - 1;
    return { line: last, character: document.lineAt(last)?.line.text.length ?? 0 };
  };
  return { start: position(edit.start), end: position(edit.end) };
}
