import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  READ_FILE,
  READ_FOLDER,
  type FileContent,
  type FolderEntry,
  type ReadFileParams,
} from '../../server/src/protocol';

/** So many characters of a string are made at a time: a call takes no more arguments. */
const CHUNK = 0x8000;

function asBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

async function entriesOf(folder: string): Promise<FolderEntry[]> {
  const uri = vscode.Uri.parse(folder);
  const entries = await vscode.workspace.fs.readDirectory(uri);
  return entries.map(([name, type]) => ({
    uri: vscode.Uri.joinPath(uri, name).toString(),
    name,
    // Links are not followed: they can lead in a circle and out of the folder.
    kind: type === vscode.FileType.Directory ? 'folder' : type === vscode.FileType.File ? 'file' : 'other',
  }));
}

async function contentOf({ uri, limit, most }: ReadFileParams): Promise<FileContent | null> {
  const file = vscode.Uri.parse(uri);
  const { size, mtime } = await vscode.workspace.fs.stat(file);
  if (size > most) return null;
  const bytes = await vscode.workspace.fs.readFile(file);
  return { base64: asBase64(limit === undefined ? bytes : bytes.subarray(0, limit)), modified: mtime };
}

/** Reads for the server the files that it cannot reach itself: those of a browser, and of file systems that an extension provides. */
export function answerFiles(client: BaseLanguageClient): void {
  client.onRequest(READ_FOLDER, ({ uri }: { uri: string }) => entriesOf(uri).catch(() => []));
  client.onRequest(READ_FILE, (params: ReadFileParams) => contentOf(params).catch(() => null));
}
