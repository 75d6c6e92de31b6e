import { applyEdits, modify } from 'jsonc-parser';
import * as vscode from 'vscode';
import { ACCEPT_COMMAND, type AcceptArguments } from '../../server/src/protocol';
import { PROJECT_FILE } from '../../server/src/workspace/project';
import { ignoreLine } from '../../server/src/workspace/suppressions';

/** Writes the comment that accepts a problem above its line, as far indented. */
async function acceptAbove({ uri, line, rule }: AcceptArguments, reason: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const indentation = /^\s*/.exec(document.lineAt(line).text)?.[0] ?? '';
  const eol = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(line, 0), `${indentation}${ignoreLine(rule, reason)}${eol}`);
  await vscode.workspace.applyEdit(edit);
}

/** Adds an entry to the project file at the root of the file's folder, which is made where there is none, and shows it. */
async function acceptInProject(
  { uri, rule, device, tunnel }: AcceptArguments,
  reason: string,
): Promise<void> {
  const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(uri));
  if (!folder) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('Open the folder of this file first: {0} stands at its root.', PROJECT_FILE),
    );
    return;
  }
  const file = vscode.Uri.joinPath(folder.uri, PROJECT_FILE);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(file, { ignoreIfExists: true });
  await vscode.workspace.applyEdit(edit);
  const document = await vscode.workspace.openTextDocument(file);
  const text = document.getText().trim() === '' ? '{}\n' : document.getText();
  const entry = { rule, ...(device ? { device } : {}), ...(tunnel ? { tunnel } : {}), reason };
  const formattingOptions = { insertSpaces: true, tabSize: 2 };
  const edits = modify(text, ['suppressions', -1], entry, { formattingOptions, isArrayInsertion: true });
  const whole = new vscode.WorkspaceEdit();
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  whole.replace(file, all, applyEdits(text, edits));
  await vscode.workspace.applyEdit(whole);
  await document.save();
}

/** The command behind "Accept this …": asks for the reason and writes it where it was asked for. */
export function registerAccept(): vscode.Disposable {
  return vscode.commands.registerCommand(ACCEPT_COMMAND, async (accept: AcceptArguments) => {
    const reason = await vscode.window.showInputBox({
      title: vscode.l10n.t('Accept {0}', accept.rule),
      prompt: vscode.l10n.t('Why is this right as it is? The reason is written beside it.'),
      validateInput: (value) =>
        value.trim() === ''
          ? vscode.l10n.t('Give a reason, so that others can tell whether it still holds.')
          : undefined,
    });
    if (reason === undefined) return;
    await (accept.target === 'line' ? acceptAbove(accept, reason) : acceptInProject(accept, reason));
  });
}
