import type { Position, Range } from 'vscode-languageserver-types';
import type { Snapshot } from '../workspace/workspace';
import { bareName, renamable, RenameRefusal } from './rename';

/** The places of a name that change together while somebody types, and what it may be made of. */
export interface LinkedRanges {
  readonly ranges: Range[];
  readonly wordPattern: string;
}

/**
 * The mentions of the name at a position, where all of them stand in this file: what other files mention is renamed, which checks the new
 * name as a whole. Undefined where there is only one mention, or the name cannot be changed.
 */
export function linkedEditing(snapshot: Snapshot, uri: string, position: Position): LinkedRanges | undefined {
  try {
    const { found, uses } = renamable(snapshot, uri, position);
    const { mentions, use, file } = found;
    const isHere = mentions.of(use).every(({ place }) => place.uri === uri);
    if (!isHere || uses.length < 2) return undefined;
    const names = uses.map((each) => bareName(each, file.document));
    // Where the spellings differ in their letters' case each keeps its own.
    if (names.some(({ placeholder }) => placeholder !== names[0]?.placeholder)) return undefined;
    const isNumber = names.every(({ placeholder }) => /^\d+$/.test(placeholder));
    return { ranges: names.map(({ range }) => range), wordPattern: isNumber ? '\\d+' : '[^\\s"?]+' };
  } catch (error) {
    if (error instanceof RenameRefusal) return undefined;
    throw error;
  }
}
