/** What suites do again and again: open text in an editor, wait for what the product does to it. */
import * as vscode from 'vscode';
import { writeScratch } from './host';

/** The extension under test, as VS Code knows it. */
export const extensionId = 'huawei-ipsec.huawei-ipsec';

/** The product as installed from its .vsix. */
export function product(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension(extensionId);
  if (extension === undefined) throw new Error(`${extensionId} is not installed`);
  return extension;
}

/** The folder that is open: a copy of examples/. */
export function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('no folder is open');
  return folder.uri;
}

/** Opens a file of the workspace, by its path within examples/. */
export async function openExample(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(vscode.Uri.joinPath(workspaceFolder(), path), { preview: false });
}

/** Shows the document with the cursor at the position, and waits until every extension sees it there. */
export async function putCursor(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.TextEditor> {
  const selection = new vscode.Range(position, position);
  await vscode.window.showTextDocument(document, { selection, preview: false });
  return until(`the cursor in line ${position.line + 1}`, () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document === document && editor.selection.active.isEqual(position) ? editor : undefined;
  });
}

/** Writes a file of this name outside of the workspace and opens it. */
export async function openFile(name: string, content: string | Uint8Array): Promise<vscode.TextEditor> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return vscode.window.showTextDocument(await writeScratch(name, bytes), { preview: false });
}

/** Waits until `look` gives something; says what was waited for when it never comes. */
export async function until<T>(
  what: string,
  look: () => T | Promise<T>,
  seconds = 15,
): Promise<Exclude<T, undefined | null | false>> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== null && found !== false) {
      return found as Exclude<T, undefined | null | false>;
    }
    if (Date.now() > end) throw new Error(`waited ${seconds} seconds for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until the document has this language; the document changes its identity with it, so look it up by its URI. */
export async function untilLanguage(uri: vscode.Uri, language: string): Promise<vscode.TextDocument> {
  return until(`${uri.path} to be ${language}`, () =>
    vscode.workspace.textDocuments.find(
      (one) => one.uri.toString() === uri.toString() && one.languageId === language,
    ),
  );
}

/** Waits until the product has said something about the file that `wanted` accepts. */
export async function untilDiagnostics(
  uri: vscode.Uri,
  wanted: (diagnostics: vscode.Diagnostic[]) => boolean,
  seconds?: number,
): Promise<vscode.Diagnostic[]> {
  return until(
    `diagnostics of ${uri.path}`,
    () => {
      const own = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'huawei-ipsec');
      return wanted(own) ? own : undefined;
    },
    seconds,
  );
}

/** Closes every editor and throws away what was changed in them. */
export async function closeEditors(): Promise<void> {
  const dirty = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ isDirty }) => isDirty);
  for (const { input } of dirty) {
    if (!(input instanceof vscode.TabInputText)) continue;
    await vscode.window.showTextDocument(input.uri);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
