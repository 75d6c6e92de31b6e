import * as vscode from 'vscode';
import type { ProblemNode } from '../../server/src/protocol';
import { registerAccept } from './accept';
import { ServerConnection } from './connection';
import { registerDeviceScripts } from './deviceScripts';
import { EncodingNotice } from './encoding';
import { Examples } from './examples';
import { LanguageDetection } from './languageDetection';
import { isOurs } from './languages';
import { LanguageStatus } from './languageStatus';
import { registerNewPair } from './newPair';
import { RedactedCopies } from './redactedCopies';
import { Troubleshooting } from './troubleshooting';
import { TunnelCommands } from './tunnels';
import { TunnelMap } from './tunnelMap';
import { TunnelOverviewModel } from './tunnelOverview';
import { TunnelsView } from './tunnelsView';

/** What tests and other extensions can ask of the running extension. */
export interface Api {
  /** Resolves once the language server runs. */
  readonly serverReady: Promise<void>;
  /** What the view "Troubleshooting" shows. */
  readonly troubleshooting: vscode.TreeDataProvider<ProblemNode>;
  /** What the view "Tunnels" shows. */
  readonly tunnels: TunnelsView;
}

/** The extension's entry in VS Code. */
export function activate(context: vscode.ExtensionContext): Api {
  const copies = new RedactedCopies();
  const connection = new ServerConnection(context.extensionUri, copies.middleware);
  const troubleshooting = new Troubleshooting(connection);
  const overview = new TunnelOverviewModel(connection);
  const tunnels = new TunnelsView(overview, context.workspaceState);
  const detection = new LanguageDetection(context.workspaceState);
  context.subscriptions.push(
    connection,
    detection,
    new EncodingNotice(),
    new LanguageStatus(detection, connection, overview),
    registerAccept(),
    registerDeviceScripts(),
    registerNewPair(connection),
    copies.register(connection),
    new Examples(context.extensionUri).register(),
    vscode.commands.registerCommand('huaweiIpsec.restartServer', () => connection.restart()),
    new TunnelCommands(connection),
    troubleshooting,
    overview,
    tunnels,
    new TunnelMap(context.extensionUri, overview),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (isOurs(document)) connection.start();
    }),
  );
  if (vscode.workspace.textDocuments.some(isOurs)) connection.start();
  return { serverReady: connection.ready, troubleshooting, tunnels };
}
