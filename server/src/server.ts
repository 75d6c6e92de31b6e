import {
  CodeLensRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  MessageType,
  ShowMessageNotification,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import { FIX_ALL, languageService, Workspace, type Settings } from './languageService';
import { nearestLocale, setLocale } from './l10n';
import { isLanguageId } from './syntax/classify';
import { defaultSettings, readSettings } from './workspace/settings';
import {
  COMPARE_ENDS,
  COPY_SCRIPT_COMMAND,
  EVIDENCE,
  FILE_STATUS,
  PROBLEM_DETAILS,
  PROBLEMS,
  PROBLEMS_CHANGED,
  REPAIR_TUNNEL,
  REPORT,
  REPORTABLE,
  TUNNELS_AT,
  TUNNELS_NAMED,
  type DeviceScriptInfo,
  type EvidenceParams,
  type FileStatus,
  type InitializationOptions,
  type RepairTunnelParams,
  type TunnelArguments,
} from './protocol';
import { WorkspaceFolders, type FileSystem } from './workspace/folders';
import { version } from './version';

/** What the client said it can do, as far as it matters here. */
interface ClientAbilities {
  readonly configuration: boolean;
  readonly dynamicConfiguration: boolean;
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly snippets: boolean;
  readonly resolvesEdits: boolean;
  readonly watchesFiles: boolean;
  readonly folders: boolean;
  readonly commands: boolean;
  readonly refreshesCodeLens: boolean;
  readonly refreshesInlayHints: boolean;
}

function abilitiesOf({ capabilities, initializationOptions }: InitializeParams): ClientAbilities {
  const { workspace, textDocument } = capabilities;
  return {
    configuration: workspace?.configuration === true,
    dynamicConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    snippets: workspace?.workspaceEdit?.snippetEditSupport === true,
    resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    folders: workspace?.workspaceFolders === true,
    refreshesCodeLens: workspace?.codeLens?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    commands: (initializationOptions as InitializationOptions | undefined)?.commands === true,
  };
}

/** The scripts that a command is given; what is something else is left out. */
function readScripts(given: unknown): DeviceScriptInfo[] {
  const isScript = (each: unknown): each is DeviceScriptInfo =>
    typeof each === 'object' &&
    each !== null &&
    'device' in each &&
    'text' in each &&
    typeof each.device === 'string' &&
    typeof each.text === 'string';
  return Array.isArray(given) ? given.filter(isScript) : [];
}

/** How long typing must rest before other open files are told of it, in milliseconds. */
const REST = 200;

/**
 * Wires the language service to a connection: documents and files in, answers out. Holds no analysis of its own. Without a file system
 * only what the editor has open is known.
 */
export function serve(connection: Connection, files?: FileSystem): void {
  const workspace = new Workspace();
  let settings: Settings = defaultSettings;
  let client: ClientAbilities | undefined;
  let opened: readonly string[] = [];

  connection.onInitialize((params): InitializeResult => {
    client = abilitiesOf(params);
    setLocale(nearestLocale(params.locale));
    opened = (params.workspaceFolders ?? []).map(({ uri }) => uri);
    return {
      serverInfo: { name: 'huawei-ipsec', version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL], resolveProvider: client.resolvesEdits },
        codeLensProvider: {},
        // A client with our commands has them itself; one name must not stand for two.
        ...(client.commands ? {} : { executeCommandProvider: { commands: [COPY_SCRIPT_COMMAND] } }),
        inlayHintProvider: true,
        ...(client.pullsDiagnostics
          ? {
              diagnosticProvider: {
                identifier: 'huawei-ipsec',
                interFileDependencies: true,
                workspaceDiagnostics: false,
              },
            }
          : {}),
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
    if (client?.pullsDiagnostics) return;
    const file = workspace.snapshot.file(uri);
    const diagnostics = languageService.diagnostics(workspace.snapshot, uri, settings);
    void connection.sendDiagnostics({
      uri,
      diagnostics,
      ...(file?.version === undefined ? {} : { version: file.version }),
    });
  };

  /** Somebody shows the problems, and wants to hear of others. */
  let showsProblems = false;

  const publishAll = (): void => {
    if (showsProblems) void connection.sendNotification(PROBLEMS_CHANGED);
    if (client?.refreshesDiagnostics) void connection.languages.diagnostics.refresh();
    if (client?.refreshesCodeLens) void connection.sendRequest(CodeLensRefreshRequest.type);
    if (client?.refreshesInlayHints) void connection.languages.inlayHint.refresh();
    for (const { uri, version: number } of workspace.snapshot.all) if (number !== undefined) publish(uri);
  };

  let resting: NodeJS.Timeout | undefined;

  /** Tells the other open files what an edit in one of them, or on disk, means for them. */
  const publishSoon = (): void => {
    clearTimeout(resting);
    resting = setTimeout(publishAll, REST);
  };

  const folders = files && new WorkspaceFolders(workspace, files, publishSoon);

  const fetchSettings = async (): Promise<void> => {
    if (!client?.configuration) return;
    settings = readSettings(await connection.workspace.getConfiguration('huaweiIpsec'));
    publishAll();
  };

  connection.onInitialized(() => {
    if (client?.dynamicConfiguration) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'huaweiIpsec' });
    }
    if (client?.watchesFiles && folders) {
      const watchers = [{ globPattern: '**/*' }];
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    if (client?.folders && folders) {
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
    if (client?.configuration) void fetchSettings();
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
    if (!client?.pullsDiagnostics) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  connection.onHover(
    ({ textDocument, position }) =>
      languageService.hover(workspace.snapshot, textDocument.uri, position) ?? null,
  );

  connection.onCodeAction(({ textDocument, range, context }) =>
    languageService.codeActions(workspace.snapshot, textDocument.uri, range, {
      settings,
      diagnostics: context.diagnostics,
      snippets: client?.snippets === true,
      commands: client?.commands === true,
      lazy: client?.resolvesEdits === true,
      ...(context.only ? { only: context.only } : {}),
    }),
  );

  connection.onCodeActionResolve((action) =>
    languageService.resolveCodeAction(workspace.snapshot, action, settings),
  );

  connection.onExecuteCommand(({ command, arguments: given }) => {
    if (command !== COPY_SCRIPT_COMMAND) return null;
    const scripts = readScripts(given?.[0]);
    for (const { text } of scripts)
      void connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Info,
        message: text,
      });
    return scripts;
  });

  connection.onCodeLens(({ textDocument }) =>
    languageService.codeLens(workspace.snapshot, textDocument.uri, client?.commands === true),
  );

  connection.languages.inlayHint.on(({ textDocument, range }) =>
    languageService.inlayHints(workspace.snapshot, textDocument.uri, range),
  );

  connection.onRequest(TUNNELS_AT, ({ textDocument, position }: TextDocumentPositionParams) =>
    languageService.tunnelsAt(workspace.snapshot, textDocument.uri, position),
  );

  connection.onRequest(TUNNELS_NAMED, ({ uri, ids }: TunnelArguments) =>
    languageService.tunnelsNamed(workspace.snapshot, uri, ids),
  );

  connection.onRequest(
    COMPARE_ENDS,
    ({ id }: { id: string }) => languageService.compareEnds(workspace.snapshot, id) ?? null,
  );

  connection.onRequest(
    REPAIR_TUNNEL,
    ({ id, only }: RepairTunnelParams) => languageService.repairTunnel(workspace.snapshot, id, only) ?? null,
  );

  connection.onRequest(PROBLEMS, () => {
    showsProblems = true;
    return languageService.problems(workspace.snapshot, settings);
  });

  connection.onRequest(PROBLEM_DETAILS, ({ id }: { id: string }) =>
    languageService.problemDetails(workspace.snapshot, id, settings),
  );

  connection.onRequest(EVIDENCE, ({ problem }: EvidenceParams) =>
    languageService.evidence(workspace.snapshot, settings, problem),
  );

  connection.onRequest(REPORTABLE, () => languageService.reportable(workspace.snapshot, settings));

  connection.onRequest(
    REPORT,
    ({ id }: { id: string }) =>
      languageService.tunnelReport(workspace.snapshot, id, settings, opened) ?? null,
  );

  connection.languages.diagnostics.on(({ textDocument }) => ({
    kind: 'full',
    items: languageService.diagnostics(workspace.snapshot, textDocument.uri, settings),
  }));

  connection.onShutdown(() => {
    clearTimeout(resting);
  });

  connection.listen();
}
