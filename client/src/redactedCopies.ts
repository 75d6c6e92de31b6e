import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { REDACTED } from '../../server/src/protocol';
import type { ServerConnection } from './connection';
import { isOurs } from './languages';

/** `fw_a.cfg` → `fw_a-redacted.cfg`. */
function nameOf(uri: vscode.Uri, number: number): string {
  const name = uri.path.split('/').at(-1) ?? '';
  const [, stem = name, ending = ''] = /^(.+?)(\.[^.]*)?$/.exec(name) ?? [];
  return `${stem}-redacted${number === 1 ? '' : `-${number}`}${ending}`;
}

/**
 * Copies of files without their keys. The server is not told of them: they would be second versions of the same devices, as whose ends
 * tunnels are judged.
 */
export class RedactedCopies {
  private readonly copies = new Set<string>();

  /** What keeps the copies from the server. */
  readonly middleware: Middleware = {
    didOpen: (document, next) => (this.has(document) ? Promise.resolve() : next(document)),
    didChange: (event, next) => (this.has(event.document) ? Promise.resolve() : next(event)),
    didClose: (document, next) => (this.has(document) ? Promise.resolve() : next(document)),
  };

  /** The command that opens a copy of the file in the editor. */
  register(connection: ServerConnection): vscode.Disposable {
    return vscode.commands.registerCommand('huaweiIpsec.redact', async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (!document || !isOurs(document) || this.has(document)) return;
      const text = await connection.request<string | null>(REDACTED, { uri: document.uri.toString() });
      if (text === undefined || text === null) return;
      await this.open(this.freeUri(document.uri), text, document.languageId);
    });
  }

  private has({ uri }: vscode.TextDocument): boolean {
    return this.copies.has(uri.toString());
  }

  private freeUri(of: vscode.Uri): vscode.Uri {
    const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
    for (let number = 1; ; number++) {
      const uri = vscode.Uri.from({ scheme: 'untitled', path: nameOf(of, number) });
      if (!open.has(uri.toString())) return uri;
    }
  }

  private async open(uri: vscode.Uri, text: string, language: string): Promise<void> {
    this.copies.add(uri.toString());
    const document = await vscode.workspace.openTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 0), text);
    await vscode.workspace.applyEdit(edit);
    await vscode.languages.setTextDocumentLanguage(document, language);
    await vscode.window.showTextDocument(document, { preview: false });
  }
}
