import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import type { Diagnostic } from 'vscode-languageserver-protocol';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** What the files of a folder are in a browser: known to the client alone. */
const FILES: Readonly<Record<string, string>> = {
  'memfs:/lab/fw_a.cfg': 'fw_a.cfg',
  'memfs:/lab/fw_b.cfg': 'fw_b.cfg',
};

/** The built server in a context that has what a web worker has, and nothing of Node's. */
class Worker {
  private readonly received: ((message: Message) => void)[] = [];
  private readonly scope: { onmessage?: (event: { data: Message }) => void };
  private count = 0;

  constructor() {
    this.scope = createContext({
      importScripts: () => undefined,
      addEventListener: () => undefined,
      postMessage: (message: Message) => {
        this.answer(message);
        for (const each of [...this.received]) each(message);
      },
      ...{ TextDecoder, TextEncoder, atob, btoa, console, queueMicrotask, setTimeout, clearTimeout, URL },
    });
    runInContext(readFileSync(join(process.cwd(), 'dist', 'server.browser.js'), 'utf8'), this.scope);
  }

  send(message: Message): void {
    this.scope.onmessage?.({ data: { ...message, jsonrpc: '2.0' } as Message });
  }

  /** Does what the client does for the server. */
  private answer({ id, method, params }: Message): void {
    if (id === undefined || method === undefined) return;
    const { uri = '' } = (params ?? {}) as { uri?: string };
    const name = FILES[uri];
    const base64 = name && readFileSync(join(process.cwd(), 'examples', name)).toString('base64');
    const result =
      method === 'huaweiIpsec/readFolder'
        ? Object.keys(FILES).map((file) => ({ uri: file, name: file.slice(11), kind: 'file' }))
        : base64
          ? { base64, modified: 0 }
          : null;
    setTimeout(() => {
      this.send({ id, result });
    }, 0);
  }

  async until<T>(find: (message: Message) => T | undefined): Promise<T> {
    return new Promise((resolve) => {
      this.received.push((message) => {
        const found = find(message);
        if (found !== undefined) resolve(found);
      });
    });
  }

  async request(method: string, params: unknown): Promise<unknown> {
    const id = ++this.count;
    const answer = this.until((message) =>
      message.id === id && message.method === undefined ? { result: message.result } : undefined,
    );
    this.send({ id, method, params });
    return (await answer).result;
  }
}

test('the server runs in a web worker, reads the other end of a tunnel through the client, and says it in Chinese', async () => {
  const worker = new Worker();
  const folder = { uri: 'memfs:/lab', name: 'lab' };
  await new Promise((resolve) => setTimeout(resolve, 0));
  await worker.request('initialize', {
    processId: null,
    rootUri: null,
    locale: 'zh-cn',
    capabilities: {},
    workspaceFolders: [folder],
  });
  const uri = 'memfs:/lab/fw_a.cfg';
  const found = worker.until(({ method, params }) => {
    if (method !== 'textDocument/publishDiagnostics') return undefined;
    const { diagnostics } = params as { diagnostics: Diagnostic[] };
    return diagnostics.find(({ code }) => code === 'dh-group-mismatch');
  });
  worker.send({ method: 'initialized', params: {} });
  const text = readFileSync(join(process.cwd(), 'examples', 'fw_a.cfg'), 'utf8');
  worker.send({
    method: 'textDocument/didOpen',
    params: { textDocument: { uri, languageId: 'huawei-vrp', version: 1, text } },
  });
  assert.match(JSON.stringify((await found).message), /FW_A 的 IKE 安全提议 10 .*FW_B/);
});
