import * as vscode from 'vscode';
import { isMisreadGb18030 } from '../../server/src/text/decode';
import { isOurs } from './languages';

/**
 * Notices a file whose Chinese text was read as UTF-8 though it is GB18030, and offers to open it again in the right encoding. It asks,
 * since a save in the wrong encoding would lose the text for good.
 */
export class EncodingNotice implements vscode.Disposable {
  private readonly asked = new Set<string>();
  private readonly disposable: vscode.Disposable;

  constructor() {
    this.disposable = vscode.workspace.onDidOpenTextDocument((document) => {
      void this.look(document);
    });
    vscode.workspace.textDocuments.forEach((document) => {
      void this.look(document);
    });
  }

  dispose(): void {
    this.disposable.dispose();
  }

  private async look(document: vscode.TextDocument): Promise<void> {
    const { uri } = document;
    const key = uri.toString();
    if (!isOurs(document) || document.isUntitled || this.asked.has(key)) return;
    // What cannot be saved, as the other side of a comparison, cannot lose its text.
    if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return;
    const text = document.getText();
    if (!text.includes('\ufffd')) return;
    const bytes = await bytesOf(uri);
    if (!bytes || !isMisreadGb18030(text, bytes) || this.asked.has(key)) return;
    this.asked.add(key);
    const reopen = vscode.l10n.t('Reopen as GB18030');
    const name = vscode.workspace.asRelativePath(uri);
    const answer = await vscode.window.showWarningMessage(
      vscode.l10n.t(
        '{0} holds GB18030 text but was read as UTF-8. Saving it like this would lose that text.',
        name,
      ),
      reopen,
    );
    if (answer !== reopen) return;
    try {
      await vscode.workspace.openTextDocument(uri, { encoding: 'gb18030' });
    } catch (error) {
      // A file with unsaved changes cannot be read in another encoding; VS Code says so.
      this.asked.delete(key);
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
  }
}

async function bytesOf(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch {
    return undefined;
  }
}
