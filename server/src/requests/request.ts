import {
  CompletionItemTag,
  type Connection,
  type InitializeParams,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { Settings, Snapshot } from '../languageService';
import type { InitializationOptions } from '../protocol';

/** What the client said it can do, as far as it matters here. */
export interface ClientAbilities {
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
  readonly definitionLinks: boolean;
  readonly typeDefinitionLinks: boolean;
  readonly preparesRename: boolean;
  readonly refreshesSemanticTokens: boolean;
  readonly showsProgress: boolean;
  /** What it can do with proposals. */
  readonly completion: {
    readonly snippets: boolean;
    readonly insertReplace: boolean;
    readonly deprecated: boolean;
  };
}

/** Reads of the first request what the client can do. */
export function abilitiesOf({
  capabilities,
  initializationOptions,
}: Pick<InitializeParams, 'capabilities' | 'initializationOptions'>): ClientAbilities {
  const { workspace, textDocument, window } = capabilities;
  const item = textDocument?.completion?.completionItem;
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
    definitionLinks: textDocument?.definition?.linkSupport === true,
    typeDefinitionLinks: textDocument?.typeDefinition?.linkSupport === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    showsProgress: window?.workDoneProgress === true,
    refreshesSemanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    completion: {
      snippets: item?.snippetSupport === true,
      insertReplace: item?.insertReplaceSupport === true,
      deprecated: item?.tagSupport?.valueSet.includes(CompletionItemTag.Deprecated) === true,
    },
    commands: (initializationOptions as InitializationOptions | undefined)?.commands === true,
  };
}

/** What an answer is made of, as it is when the request comes in. */
export interface Session {
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  readonly client: ClientAbilities;
  /** The folders that are open. */
  readonly folders: readonly string[];
  /** The client shows what holds for the whole workspace: it is told from now on when that may be otherwise. */
  readonly follow: () => void;
}

/** Requests that belong together: what the server says that it can do, and the answers. */
export interface RequestGroup {
  capabilities(client: ClientAbilities): ServerCapabilities;
  /** Registers the answers; `session` is asked anew by each. */
  listen(connection: Connection, session: () => Session): void;
}
