import * as vscode from 'vscode';
import type { Location } from 'vscode-languageserver-types';

/** A range of the protocol as the editor has it. */
export function asRange({ start, end }: Location['range']): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** What a click on a node of a view does: shows the line, and leaves the focus in the view. */
export function openLocation({ uri, range }: Location): vscode.Command {
  return {
    title: vscode.l10n.t('Go to the line'),
    command: 'vscode.open',
    arguments: [vscode.Uri.parse(uri), { selection: asRange(range), preserveFocus: true }],
  };
}

/** Goes to a line. */
export async function goTo({ uri, range }: Location): Promise<void> {
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection: asRange(range) });
}
