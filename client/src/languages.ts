import type * as vscode from 'vscode';
import { isLanguageId, type LanguageId } from '../../server/src/syntax/classify';

export const OUR_LANGUAGES: readonly LanguageId[] = ['huawei-vrp', 'huawei-vrp-output'];

/**
 * Languages that VS Code gives a file by its name or for want of a better one. Only these are looked into: a file that another
 * extension has claimed keeps its language.
 */
export const CANDIDATES: readonly string[] = ['plaintext', 'properties', 'ini', 'log', 'conf'];

/** Whether a document has one of the two languages of this extension. */
export function isOurs(document: vscode.TextDocument): boolean {
  return isLanguageId(document.languageId);
}

/** What VS Code shows in a panel of its own is no file, whatever it holds. */
const PANELS = new Set(['output', 'debug', 'comment', 'vscode-terminal']);

/** Whether a document's language says nothing of its content, so that its content may tell. */
export function isCandidate(document: vscode.TextDocument): boolean {
  return CANDIDATES.includes(document.languageId) && !PANELS.has(document.uri.scheme);
}
