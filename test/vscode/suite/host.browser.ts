/**
 * The browser host that the suites run in: a web worker without a disk, whose files are those of `browser/memfs`. The launcher answers
 * to requests beside the files that it serves.
 */
import * as vscode from 'vscode';
import type { Reply } from './host';

/** True in a browser host, which has neither a disk nor processes. */
export const isBrowser = true;

/** The workbench of a browser host is a page. */
export const hasPage = true;

/** The launcher writes them into the bundle. */
declare const HUAWEI_IPSEC_GREP: string;
declare const HUAWEI_IPSEC_LANGUAGE: string;

/** Text that a test's name must hold; empty for all tests. */
export const grep = HUAWEI_IPSEC_GREP;

/** The language that the editor was started in. */
export const language = HUAWEI_IPSEC_LANGUAGE;

/** Where nothing of the product is: a browser host does not know the repository. */
export const root = 'memfs:/repository';

let files = 0;

/** Writes a file of this name in a new folder outside of the workspace. */
export async function writeScratch(name: string, content: Uint8Array): Promise<vscode.Uri> {
  const uri = vscode.Uri.parse(`memfs:/scratch/file-${++files}/${name}`);
  await vscode.workspace.fs.writeFile(uri, content);
  return uri;
}

/** Posts to the launcher. */
async function post(path: string, body: unknown): Promise<Response> {
  const extension = vscode.extensions.getExtension('huawei-ipsec.memfs');
  if (extension === undefined) throw new Error('the file system of the tests is not installed');
  const address = vscode.Uri.joinPath(extension.extensionUri, path).toString(true);
  return fetch(address, { method: 'POST', body: JSON.stringify(body) });
}

/** Has something done to the page. */
export async function askPage(verb: string, args: readonly string[]): Promise<Reply> {
  return (await (await post('ask', { verb, args })).json()) as Reply;
}

/** Leaves the counts for the launcher. */
export async function leaveResults(results: object): Promise<void> {
  await post('results', results);
}
