import type * as vscode from 'vscode';
import type { LanguageId } from '../../server/src/syntax/classify';

export const OUR_LANGUAGES: readonly LanguageId[] = ['huawei-vrp', 'huawei-vrp-output'];

/**
 * Languages that VS Code gives a file by its name or for want of a better one. Only these are looked into: a file that another
 * extension has claimed keeps its language.
 */
const GENERIC = new Set(['plaintext', 'properties', 'ini', 'log', 'conf']);

/** Whether a document has one of the two languages of this extension. */
export function isOurs(document: vscode.TextDocument): boolean {
  return (OUR_LANGUAGES as readonly string[]).includes(document.languageId);
}

/** Whether a document's language says nothing of its content. */
export function isGeneric(document: vscode.TextDocument): boolean {
  return GENERIC.has(document.languageId);
}
