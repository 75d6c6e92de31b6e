import * as l10n from '@vscode/l10n';
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
import { FILE_STATUS, PROBLEMS_CHANGED, type FileStatus } from './protocol';
import { requestGroups } from './requests';
import { withProgress } from './requests/folderProgress';
import { abilitiesOf, type ClientAbilities } from './requests/request';
import { isLanguageId } from './syntax/classify';
import { defaultSettings, readSettings } from './workspace/settings';
import { WorkspaceFolders, type FileSystem } from './workspace/folders';
import { version } from './version';

/** How long typing must rest before other open files are told of it, in milliseconds. */
const REST = 200;

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
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
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

  const publish = (uri: string): void => {
    tellStatus(uri);
    if (client.pullsDiagnostics) return;
    const file = workspace.snapshot.file(uri);
    const diagnostics = languageService.diagnostics(workspace.snapshot, uri, settings);
    void connection.sendDiagnostics({
      uri,
      diagnostics,
      ...(file?.version === undefined ? {} : { version: file.version }),
    });
  };

  /** Somebody shows problems or tunnels, and wants to hear of others. */
  let isFollowed = false;

  const publishAll = (): void => {
    if (isFollowed) void connection.sendNotification(PROBLEMS_CHANGED);
    if (client.refreshesDiagnostics) void connection.languages.diagnostics.refresh();
    if (client.refreshesCodeLens) void connection.sendRequest(CodeLensRefreshRequest.type);
    if (client.refreshesInlayHints) void connection.languages.inlayHint.refresh();
    // Which names nobody uses is told by the analysis, which does not keep typing waiting.
    if (client.refreshesSemanticTokens) void connection.languages.semanticTokens.refresh();
    for (const { uri, version: number } of workspace.snapshot.all) if (number !== undefined) publish(uri);
  };

  let resting: NodeJS.Timeout | undefined;

  /** Tells the other open files what an edit in one of them, or on disk, means for them. */
  const publishSoon = (): void => {
    clearTimeout(resting);
    resting = setTimeout(publishAll, REST);
  };

  const folders = files && new WorkspaceFolders(workspace, files, publishSoon);

  /** Reads folders one after the other; a person who ends it means all of them. */
  const readFolders = (uris: readonly string[]): void => {
    if (!folders || uris.length === 0) return;
    const begin = Date.now();
    void withProgress(connection, client.showsProgress, async (reading) => {
      for (const uri of uris) await folders.add(uri, reading);
      const count = [...workspace.snapshot.all].length;
      connection.console.info(l10n.t('{0} Huawei files are known after {1} ms.', count, Date.now() - begin));
    });
  };

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
        readFolders(added.map(({ uri }) => uri));
      });
    }
    readFolders(opened);
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
    if (!client.pullsDiagnostics) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  for (const group of requestGroups)
    group.listen(connection, () => ({
      snapshot: workspace.snapshot,
      settings,
      client,
      folders: opened,
      follow: () => {
        isFollowed = true;
      },
    }));

  connection.onShutdown(() => {
    clearTimeout(resting);
  });

  connection.listen();
}
