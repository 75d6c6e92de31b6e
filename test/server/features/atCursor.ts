import type { Position } from 'vscode-languageserver-types';
import { Workspace, type Snapshot } from '../../../server/src/languageService';
import type { LanguageId } from '../../../server/src/syntax/classify';

export const URI = 'file:///device.cfg';

/** A snapshot of a text with a `|` where somebody writes, and of other configurations. */
export function atCursor(
  marked: string,
  language: LanguageId = 'huawei-vrp',
  others: Readonly<Record<string, string>> = {},
): { snapshot: Snapshot; position: Position; text: string } {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  const workspace = new Workspace();
  workspace.set(URI, text, language);
  for (const [uri, other] of Object.entries(others)) workspace.set(uri, other, 'huawei-vrp');
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return { snapshot: workspace.snapshot, position, text };
}
