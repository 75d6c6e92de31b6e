import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

/** The server in a web worker. No library here knows the type. */
interface ServerWorker {
  terminate(): void;
}

declare const Worker: new (url: string) => ServerWorker;

const ID = 'huaweiIpsec';
const NAME = 'Huawei IPsec';

/** Whether this is the host of a browser: its extensions live in a web worker. */
const inBrowser = 'importScripts' in globalThis;

/** A client, and what ends it with its server. */
export interface RunningClient {
  readonly client: BaseLanguageClient;
  readonly end: () => Promise<void>;
}

/** Ends a client; one that never came up, or whose server is gone, has nothing to say goodbye to. */
async function endOf(client: BaseLanguageClient): Promise<void> {
  await client.dispose().catch(() => undefined);
}

/**
 * Makes a client whose server runs as it can on this host: a process of its own, or a web worker. What it is made of is loaded with the
 * first call.
 */
export async function createClient(
  extension: vscode.Uri,
  options: LanguageClientOptions,
): Promise<RunningClient> {
  const fileOf = (name: string): vscode.Uri => vscode.Uri.joinPath(extension, 'dist', name);
  if (inBrowser) {
    const { LanguageClient } = await import('vscode-languageclient/browser');
    const worker = new Worker(fileOf('server.browser.js').toString(true));
    const client = new LanguageClient(ID, NAME, worker, options);
    return {
      client,
      end: () =>
        endOf(client).finally(() => {
          worker.terminate();
        }),
    };
  }
  const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
  const run = { module: fileOf('server.js').fsPath, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6011'] } };
  const client = new LanguageClient(ID, NAME, { run, debug }, options);
  return { client, end: () => endOf(client) };
}
