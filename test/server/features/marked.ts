import type { Position, Range } from 'vscode-languageserver-types';
import { Workspace, type Snapshot } from '../../../server/src/languageService';
import type { LanguageId } from '../../../server/src/syntax/classify';
import { detectLanguage } from '../../../server/src/syntax/detect';

/** Files in which a person has put the cursor somewhere. */
export interface Marked {
  readonly snapshot: Snapshot;
  readonly uri: string;
  readonly position: Position;
}

export const uriOf = (name: string): string => `file:///${name}`;

/** Files as one workspace; one of them holds a `|`, which is the cursor. `.txt` files are captures. */
export function marked(files: Readonly<Record<string, string>>): Marked {
  const workspace = new Workspace();
  let at: { uri: string; position: Position } | undefined;
  for (const [name, drawn] of Object.entries(files)) {
    const uri = uriOf(name);
    const offset = drawn.indexOf('|');
    const before = drawn.slice(0, Math.max(0, offset)).split('\n');
    if (offset >= 0)
      at = { uri, position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 } };
    const text = offset < 0 ? drawn : drawn.slice(0, offset) + drawn.slice(offset + 1);
    workspace.set(uri, text, languageOf(name, text), 1);
  }
  if (!at) throw new Error('no file has the cursor');
  return { snapshot: workspace.snapshot, ...at };
}

function languageOf(name: string, text: string): LanguageId {
  return name.endsWith('.txt') ? 'huawei-vrp-output' : (detectLanguage(text) ?? 'huawei-vrp');
}

/** A place as `file:line text`, lines counted from 1, with what stands in it. */
export function shown(snapshot: Snapshot, uri: string, range: Range): string {
  const { start, end } = range;
  const text = snapshot.file(uri)?.document.lineAt(start.line)?.line.text ?? '';
  return `${uri.replace('file:///', '')}:${start.line + 1} ${text.slice(start.character, end.line === start.line ? end.character : undefined)}`;
}

/** Positions that no cursor has, or hardly one: before, behind and beside a text. */
export const ODD_POSITIONS: readonly Position[] = [
  { line: 0, character: 0 },
  { line: -1, character: -1 },
  { line: 0, character: 99_999 },
  { line: 99_999, character: 0 },
  { line: 3, character: 7 },
];
