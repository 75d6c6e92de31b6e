import * as vscode from 'vscode';
import type {
  Middleware,
  ProgressToken,
  WorkDoneProgressBegin,
  WorkDoneProgressEnd,
  WorkDoneProgressReport,
  WorkspaceEdit as ProtocolEdit,
} from 'vscode-languageclient';
import {
  FILE_STATUS,
  PROBLEMS_CHANGED,
  type FileStatus,
  type InitializationOptions,
} from '../../server/src/protocol';
import { answerFiles } from './files';
import { createClient, type RunningClient } from './languageClient';
import { OUR_LANGUAGES } from './languages';

/** What is to be said of the analysis of one file. */
export interface AnalysisStatus {
  readonly busy: boolean;
  /** One sentence for the user, where the file or a part of it cannot be analysed. */
  readonly problem?: string;
}

/** How far the server is with reading the folders: under way, or ended by a person before it was through. */
export type FolderReading =
  | { readonly state: 'reading'; readonly text: string; readonly token: ProgressToken }
  | { readonly state: 'stopped' };

/** What menus and views go by: a file of ours is open, or was. */
const HAS_FILES = 'huaweiIpsec.hasFiles';

/** The server reads the folders, and has for a while. */
const IS_READING = 'huaweiIpsec.isReading';

/** The connection to the language server, started when the first of our files is opened. */
export class ServerConnection implements vscode.Disposable {
  private current: RunningClient | undefined;
  private isStarted = false;
  private isDisposed = false;
  /** What whoever asks something waits for: the server, as it was last started. */
  private running: Promise<void>;
  /** What the server and the client say of themselves, with levels. */
  private readonly log = vscode.window.createOutputChannel('Huawei IPsec', { log: true });
  private reading: FolderReading | undefined;
  private readonly problems = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly otherProblems = new vscode.EventEmitter<void>();
  private settle: { resolve: () => void; reject: (reason: unknown) => void } | undefined;

  /** Fires when the status of a file or of the server changes. */
  readonly onDidChangeStatus = this.changed.event;

  /** Fires when the problems of the workspace may be others than before. */
  readonly onDidChangeProblems = this.otherProblems.event;

  /** Resolves once the server runs. */
  readonly ready: Promise<void>;

  constructor(
    private readonly extension: vscode.Uri,
    private readonly middleware: Middleware,
  ) {
    this.ready = new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
    });
    // Whoever waits for the server hears of a failed start; nobody else needs to.
    this.ready.catch(() => undefined);
    this.running = this.ready;
  }

  private get client(): RunningClient['client'] | undefined {
    return this.current?.client;
  }

  /** The state of the analysis of a file. */
  statusOf(uri: vscode.Uri): AnalysisStatus {
    const busy = this.isStarted && this.client?.isRunning() !== true;
    const problem = this.problems.get(uri.toString());
    return problem === undefined ? { busy } : { busy, problem };
  }

  /** How far the folders are read; undefined where they are, or where that took no time. */
  get folderReading(): FolderReading | undefined {
    return this.reading;
  }

  /** Ends the reading of folders: what has been read counts. */
  async stopReading(): Promise<void> {
    if (this.reading?.state !== 'reading') return;
    const { token } = this.reading;
    this.read({ state: 'stopped' });
    await this.client?.sendNotification('window/workDoneProgress/cancel', { token });
    this.log.info('The reading of the folders was stopped.');
  }

  /** Starts the server, once. */
  start(): void {
    if (this.isStarted) return;
    this.isStarted = true;
    void vscode.commands.executeCommand('setContext', HAS_FILES, true);
    this.launch().then(
      () => this.settle?.resolve(),
      (reason: unknown) => this.settle?.reject(reason),
    );
  }

  /** Ends the server and starts a new one, which knows nothing but what it is told now. */
  async restart(): Promise<void> {
    if (!this.isStarted) {
      this.start();
      return;
    }
    this.running = this.running
      .catch(() => undefined)
      .then(() => this.current?.end())
      .then(() => {
        this.problems.clear();
        this.read(undefined);
        return this.launch();
      });
    this.changed.fire();
    await this.running;
    this.log.info('The language server was started again.');
    this.otherProblems.fire();
  }

  private async launch(): Promise<void> {
    const running = await createClient(this.extension, {
      documentSelector: OUR_LANGUAGES.map((language) => ({ language })),
      initializationOptions: { commands: true } satisfies InitializationOptions,
      middleware: {
        ...this.middleware,
        handleWorkDoneProgress: (token, params, next) => {
          this.progressed(token, params);
          next(token, params);
        },
      },
      outputChannel: this.log,
    });
    if (this.isDisposed) return;
    this.current = running;
    const { client } = running;
    answerFiles(client);
    client.onNotification(FILE_STATUS, ({ uri, problem }: FileStatus) => {
      const key = vscode.Uri.parse(uri).toString();
      if (problem === undefined) this.problems.delete(key);
      else this.problems.set(key, problem);
      this.changed.fire();
    });
    client.onNotification(PROBLEMS_CHANGED, () => {
      this.otherProblems.fire();
    });
    client.onDidChangeState(() => {
      this.changed.fire();
    });
    await client.start();
  }

  /** The folders are the one thing of which the server tells how far it is. */
  private progressed(
    token: ProgressToken,
    params: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd,
  ): void {
    if (this.reading?.state === 'stopped') return;
    this.read(params.kind === 'end' ? undefined : { state: 'reading', text: params.message ?? '', token });
  }

  private read(reading: FolderReading | undefined): void {
    if (reading?.state !== this.reading?.state)
      void vscode.commands.executeCommand('setContext', IS_READING, reading?.state === 'reading');
    this.reading = reading;
    this.changed.fire();
  }

  /** Asks the server something of our own; undefined where it does not run. */
  async request<T>(method: string, params: object): Promise<T | undefined> {
    await this.running;
    // A worker is posted a structured clone, in which the positions and ranges of VS Code have lost what JSON knows of them.
    return this.client?.sendRequest<T>(method, JSON.parse(JSON.stringify(params)) as object);
  }

  /** Carries out an edit of the server; what asks for confirmation is shown first. */
  async applyEdit(edit: ProtocolEdit): Promise<void> {
    const converted = await this.client?.protocol2CodeConverter.asWorkspaceEdit(edit);
    if (converted) await vscode.workspace.applyEdit(converted, { isRefactoring: true });
  }

  dispose(): void {
    this.isDisposed = true;
    this.changed.dispose();
    this.otherProblems.dispose();
    void this.current?.end();
    this.log.dispose();
  }
}
