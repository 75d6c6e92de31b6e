import {
  CodeLensRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  TextDocumentSyncKind,
  type Connection,
  type InitializeResult,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { languageService, Workspace, type Settings } from './languageService';
import { nearestLocale, setLocale } from './l10n';
import { FILE_STATUS, PROBLEMS, PROBLEMS_CHANGED, type FileStatus } from './protocol';
import { requestGroups } from './requests';
import { abilitiesOf, type Changes, type ClientAbilities } from './requests/request';
import { isLanguageId } from './syntax/classify';
import { defaultSettings, readSettings } from './workspace/settings';
import { WorkspaceFolders, type FileSystem } from './workspace/folders';
import { version } from './version';

/** How long typing must rest before other open files are told of it, in milliseconds. */
const REST = 200;

/** Files and folders wherever they are. */
const ANY_FILE = { filters: [{ pattern: { glob: '**/*' } }] };

/** What the server can do for a client. */
function capabilitiesFor(client: ClientAbilities): ServerCapabilities {
  return requestGroups.reduce((all, group) => ({ ...all, ...group.capabilities(client) }), {});
}

/**
 * Wires the language service to a connection: documents and files in, answers out. Holds no analysis of its own. Without a file system
 * only what the editor has open is known.
 */
export function serve(connection: Connection, files?: FileSystem): void {
  const workspace = new Workspace();
  let settings: Settings = defaultSettings;
  let client = abilitiesOf({ capabilities: {} });
  let opened: readonly string[] = [];

  connection.onInitialize((params): InitializeResult => {
    const abilities = abilitiesOf(params);
    client = abilities;
    setLocale(nearestLocale(params.locale));
    opened = (params.workspaceFolders ?? []).map(({ uri }) => uri);
    return {
      serverInfo: { name: 'huawei-ipsec', version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          ...(files
            ? { fileOperations: { didCreate: ANY_FILE, didRename: ANY_FILE, didDelete: ANY_FILE } }
            : {}),
        },
        ...capabilitiesFor(abilities),
      },
    };
  });

  /** The problem last told of each file, so that it is told once. */
  const told = new Map<string, string>();

  const tellStatus = (uri: string): void => {
    const problem = languageService.fileProblem(workspace.snapshot, uri);
    if (told.get(uri) === problem) return;
    if (problem === undefined) told.delete(uri);
    else told.set(uri, problem);
    const status: FileStatus = problem === undefined ? { uri } : { uri, problem };
    void connection.sendNotification(FILE_STATUS, status);
  };

  /** What was last pushed of each file: its version and the name of the report. */
  const pushed = new Map<string, string>();

  /** Pushes what is wrong in a file, if that is not what was pushed last; nothing to clients that ask for it. */
  const publish = (uri: string): void => {
    tellStatus(uri);
    if (client.pullsDiagnostics) return;
    const file = workspace.snapshot.file(uri);
    const { resultId, items } = languageService.diagnosticReport(workspace.snapshot, uri, settings);
    const key = `${file?.version ?? ''} ${resultId}`;
    if (pushed.get(uri) === key) return;
    // Of a file that is not open and has no problem there is nothing to take back.
    const isNews = items.length > 0 || file?.version !== undefined || pushed.has(uri);
    if (file) pushed.set(uri, key);
    else pushed.delete(uri);
    if (!isNews) return;
    void connection.sendDiagnostics({
      uri,
      diagnostics: [...items],
      ...(file?.version === undefined ? {} : { version: file.version }),
    });
  };

  const listeners = new Set<() => void>();
  const changes: Changes = (changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  };

  /** Somebody shows the problems, and wants to hear of others. */
  let showsProblems = false;

  const publishAll = (): void => {
    if (showsProblems) void connection.sendNotification(PROBLEMS_CHANGED);
    if (client.refreshesDiagnostics) void connection.languages.diagnostics.refresh();
    if (client.refreshesCodeLens) void connection.sendRequest(CodeLensRefreshRequest.type);
    if (client.refreshesInlayHints) void connection.languages.inlayHint.refresh();
    // Which names nobody uses is told by the analysis, which does not keep typing waiting.
    if (client.refreshesSemanticTokens) void connection.languages.semanticTokens.refresh();
    for (const changed of [...listeners]) changed();
    const uris = Array.from(workspace.snapshot.all, ({ uri }) => uri);
    for (const uri of new Set([...uris, ...pushed.keys()])) publish(uri);
  };

  let resting: NodeJS.Timeout | undefined;

  /** Tells the other open files what an edit in one of them, or on disk, means for them. */
  const publishSoon = (): void => {
    clearTimeout(resting);
    resting = setTimeout(publishAll, REST);
  };

  const folders = files && new WorkspaceFolders(workspace, files, publishSoon);

  const fetchSettings = async (): Promise<void> => {
    if (!client.configuration) return;
    settings = readSettings(await connection.workspace.getConfiguration('huaweiIpsec'));
    publishAll();
  };

  connection.onInitialized(() => {
    if (client.dynamicConfiguration) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'huaweiIpsec' });
    }
    if (client.watchesFiles && folders) {
      const watchers = [{ globPattern: '**/*' }];
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    if (client.folders && folders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) folders.remove(uri);
        opened = [
          ...opened.filter((each) => removed.every(({ uri }) => uri !== each)),
          ...added.map(({ uri }) => uri),
        ];
        for (const { uri } of added) void folders.add(uri);
      });
    }
    for (const uri of opened) void folders?.add(uri);
    void fetchSettings();
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    void folders?.refresh(changes.map(({ uri }) => uri));
  });

  connection.onDidChangeConfiguration(({ settings: pushed }: { settings: unknown }) => {
    if (client.configuration) void fetchSettings();
    else {
      const section = (pushed as { huaweiIpsec?: unknown } | null)?.huaweiIpsec;
      settings = readSettings(section);
      publishAll();
    }
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, text, languageId, version: number } }) => {
    if (!isLanguageId(languageId)) return;
    workspace.set(uri, text, languageId, number);
    publish(uri);
    publishSoon();
  });

  connection.onDidChangeTextDocument(({ textDocument: { uri, version: number }, contentChanges }) => {
    workspace.change(uri, contentChanges, number);
    publish(uri);
    publishSoon();
  });

  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    if (folders) void folders.closed(uri);
    else workspace.delete(uri);
    publishSoon();
    tellStatus(uri);
  });

  /** What an editor itself creates, renames and deletes; of folders it names no file in them. */
  const moved = (...uris: readonly string[]): void => {
    void folders?.refresh(uris);
  };
  connection.workspace.onDidCreateFiles(({ files: created }) => {
    moved(...created.map(({ uri }) => uri));
  });
  connection.workspace.onDidRenameFiles(({ files: renamed }) => {
    moved(...renamed.flatMap(({ oldUri, newUri }) => [oldUri, newUri]));
  });
  connection.workspace.onDidDeleteFiles(({ files: deleted }) => {
    moved(...deleted.map(({ uri }) => uri));
  });

  for (const group of requestGroups)
    group.listen(
      connection,
      () => ({ snapshot: workspace.snapshot, settings, client, folders: opened }),
      changes,
    );

  connection.onRequest(PROBLEMS, () => {
    showsProblems = true;
    return languageService.problems(workspace.snapshot, settings);
  });

  connection.onShutdown(() => {
    clearTimeout(resting);
  });

  connection.listen();
}
