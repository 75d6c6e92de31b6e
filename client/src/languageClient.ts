import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { LanguageClient as BrowserClient } from 'vscode-languageclient/browser';

type ServerWorker = ConstructorParameters<typeof BrowserClient>[2];

declare const Worker: new (url: string) => ServerWorker;

const ID = 'huaweiIpsec';
const NAME = 'Huawei IPsec';

/** Whether this is the host of a browser: its extensions live in a web worker. */
const inBrowser = 'importScripts' in globalThis;

/**
 * Makes a client whose server runs as it can on this host: a process of its own, or a web worker. What it is made of is loaded with the
 * first call.
 */
export async function createClient(
  extension: vscode.Uri,
  options: LanguageClientOptions,
): Promise<BaseLanguageClient> {
  const fileOf = (name: string): vscode.Uri => vscode.Uri.joinPath(extension, 'dist', name);
  if (inBrowser) {
    const { LanguageClient } = await import('vscode-languageclient/browser');
    return new LanguageClient(ID, NAME, new Worker(fileOf('server.browser.js').toString(true)), options);
  }
  const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
  const run = { module: fileOf('server.js').fsPath, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6011'] } };
  return new LanguageClient(ID, NAME, { run, debug }, options);
}
