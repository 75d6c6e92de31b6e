import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import type { InitializationOptions } from '../../server/src/protocol';
import type { ClientCapabilities, Diagnostic, InitializeResult } from 'vscode-languageserver-protocol';

/** A language client as a test needs it: the built server as a process of its own, spoken to over stdio. */
export class TestClient {
  readonly published = new Map<string, { version: number | undefined; diagnostics: Diagnostic[] }>();
  readonly notifications: { method: string; params: unknown }[] = [];
  private readonly waiting: {
    uri: string;
    version: number | undefined;
    resolve: (found: Diagnostic[]) => void;
  }[] = [];

  private constructor(
    readonly process: ChildProcess,
    readonly connection: ProtocolConnection,
    readonly initialized: InitializeResult,
  ) {}

  /** Starts the server and shakes hands. */
  static async start(
    capabilities: ClientCapabilities = {},
    locale = 'en',
    folders: readonly string[] = [],
    initializationOptions: InitializationOptions = {},
  ): Promise<TestClient> {
    const server = spawn(process.execPath, [join(process.cwd(), 'dist', 'server.js'), '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const earlier: { method: string; params: unknown }[] = [];
    let receive = (method: string, params: unknown): void => {
      earlier.push({ method, params });
    };
    for (const method of [
      'textDocument/publishDiagnostics',
      'huaweiIpsec/fileStatus',
      'window/logMessage',
      'window/showMessage',
    ]) {
      connection.onNotification(method, (params: unknown) => {
        receive(method, params);
      });
    }
    connection.onRequest('workspace/configuration', () => [{}]);
    connection.onRequest('client/registerCapability', () => null);
    connection.listen();
    const initialized: InitializeResult = await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
      locale,
      capabilities,
      initializationOptions,
    });
    const client = new TestClient(server, connection, initialized);
    receive = (method, params) => {
      client.received(method, params);
    };
    for (const { method, params } of earlier) client.received(method, params);
    await connection.sendNotification('initialized', {});
    return client;
  }

  private received(method: string, params: unknown): void {
    this.notifications.push({ method, params });
    if (method !== 'textDocument/publishDiagnostics') return;
    const { uri, version, diagnostics } = params as {
      uri: string;
      version?: number;
      diagnostics: Diagnostic[];
    };
    this.published.set(uri, { version, diagnostics });
    for (const [index, wait] of [...this.waiting.entries()].reverse()) {
      if (wait.uri !== uri || (wait.version !== undefined && wait.version !== version)) continue;
      this.waiting.splice(index, 1);
      wait.resolve(diagnostics);
    }
  }

  async open(uri: string, text: string, languageId = 'huawei-vrp', version = 1): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version, text },
    });
  }

  /** The diagnostics published for a version of a document. */
  diagnosticsOf(uri: string, version?: number): Promise<Diagnostic[]> {
    const known = this.published.get(uri);
    if (known && (version === undefined || known.version === version))
      return Promise.resolve(known.diagnostics);
    return new Promise((resolve) => this.waiting.push({ uri, version, resolve }));
  }

  /** The next diagnostics of a document for which a test holds. */
  async diagnosticsUntil(uri: string, holds: (found: Diagnostic[]) => boolean): Promise<Diagnostic[]> {
    const known = this.published.get(uri)?.diagnostics;
    if (known && holds(known)) return known;
    for (;;) {
      const found = await new Promise<Diagnostic[]>((resolve) =>
        this.waiting.push({ uri, version: undefined, resolve }),
      );
      if (holds(found)) return found;
    }
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return this.connection.sendRequest<T>(method, params);
  }

  /** Ends the server whatever it does: for the end of a test that failed. */
  kill(): void {
    this.process.kill('SIGKILL');
  }

  /** Says goodbye as the protocol asks and gives the exit code. */
  async stop(): Promise<number | null> {
    const exit = new Promise<number | null>((resolve) => this.process.on('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return exit;
  }
}
