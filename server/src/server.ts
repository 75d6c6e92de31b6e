import {
  DidChangeConfigurationNotification,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { languageService, Workspace, type Settings } from './languageService';
import { nearestLocale, setLocale } from './l10n';
import { isLanguageId } from './syntax/classify';
import { defaultSettings, readSettings } from './workspace/settings';
import { FILE_STATUS, type FileStatus } from './protocol';
import { version } from './version';

/** What the client said it can do, as far as it matters here. */
interface ClientAbilities {
  readonly configuration: boolean;
  readonly dynamicConfiguration: boolean;
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly snippets: boolean;
}

function abilitiesOf({ capabilities }: InitializeParams): ClientAbilities {
  const { workspace, textDocument } = capabilities;
  return {
    configuration: workspace?.configuration === true,
    dynamicConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    snippets: workspace?.workspaceEdit?.snippetEditSupport === true,
  };
}

/** Wires the language service to a connection: documents in, answers out. Holds no analysis of its own. */
export function serve(connection: Connection): void {
  const workspace = new Workspace();
  let settings: Settings = defaultSettings;
  let client: ClientAbilities | undefined;

  connection.onInitialize((params): InitializeResult => {
    client = abilitiesOf(params);
    setLocale(nearestLocale(params.locale));
    return {
      serverInfo: { name: 'huawei-ipsec', version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix'] },
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

  const publishAll = (): void => {
    if (client?.refreshesDiagnostics) void connection.languages.diagnostics.refresh();
    else for (const { uri } of workspace.snapshot.all) publish(uri);
  };

  const fetchSettings = async (): Promise<void> => {
    if (!client?.configuration) return;
    settings = readSettings(await connection.workspace.getConfiguration('huaweiIpsec'));
    publishAll();
  };

  connection.onInitialized(() => {
    if (client?.dynamicConfiguration) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'huaweiIpsec' });
    }
    void fetchSettings();
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
  });

  connection.onDidChangeTextDocument(({ textDocument: { uri, version: number }, contentChanges }) => {
    workspace.change(uri, contentChanges, number);
    publish(uri);
  });

  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    workspace.delete(uri);
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
    }),
  );

  connection.languages.diagnostics.on(({ textDocument }) => ({
    kind: 'full',
    items: languageService.diagnostics(workspace.snapshot, textDocument.uri, settings),
  }));

  connection.listen();
}
