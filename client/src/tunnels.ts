import * as vscode from 'vscode';
import {
  COMPARE_ENDS,
  COMPARE_ENDS_COMMAND,
  GO_TO_OTHER_END_COMMAND,
  REPAIR_TUNNEL,
  REPAIR_TUNNEL_COMMAND,
  TUNNEL_OVERVIEW,
  TUNNELS_AT,
  TUNNELS_NAMED,
  type TunnelArguments,
  type TunnelInfo,
  type TunnelOverview,
  type TunnelRepair,
} from '../../server/src/protocol';
import type { ComparedEnds } from '../../server/src/features/compareEnds';
import type { ServerConnection } from './connection';
import { copyScripts } from './deviceScripts';
import { isOurs } from './languages';
import { goTo } from './locations';
import { isFailing } from './tunnelsView';

/** The scheme of the texts that "Compare ends" lays side by side; their path is the end's name, their query the tunnel's. */
const SCHEME = 'huawei-ipsec-end';

/** The commands about the tunnels of an end: go to the other end, compare the two, repair. */
export class TunnelCommands implements vscode.Disposable, vscode.TextDocumentContentProvider {
  private readonly disposables: vscode.Disposable[];
  private readonly texts = new Map<string, string>();

  constructor(private readonly connection: ServerConnection) {
    const register = (command: string, run: (tunnel: TunnelInfo) => Promise<void>): vscode.Disposable =>
      vscode.commands.registerCommand(command, async (meant?: TunnelArguments) => {
        const tunnel = await this.pick(meant);
        if (tunnel) await run(tunnel);
      });
    this.disposables = [
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      register(GO_TO_OTHER_END_COMMAND, ({ otherEnd }) => goTo(otherEnd)),
      register(COMPARE_ENDS_COMMAND, (tunnel) => this.compareEnds(tunnel)),
      register(REPAIR_TUNNEL_COMMAND, (tunnel) => this.repair(tunnel)),
    ];
  }

  dispose(): void {
    this.disposables.forEach((each) => {
      each.dispose();
    });
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? '';
  }

  /** The tunnel that is meant: of several the one a person picks. Says so where there is none. */
  private async pick(meant: TunnelArguments | undefined): Promise<TunnelInfo | undefined> {
    const tunnels = await this.candidates(meant);
    if (tunnels.length === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t(
          'No tunnel here: put the cursor into an IPsec policy, template, profile or IKE peer whose other end is in the workspace.',
        ),
      );
      return undefined;
    }
    if (tunnels.length === 1) return tunnels[0];
    const items = tunnels.map((tunnel) => ({ label: tunnel.title, description: tunnel.id, tunnel }));
    const picked = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('Which tunnel?'),
      matchOnDescription: true,
    });
    return picked?.tunnel;
  }

  private async candidates(meant: TunnelArguments | undefined): Promise<TunnelInfo[]> {
    if (meant) return (await this.connection.request<TunnelInfo[]>(TUNNELS_NAMED, meant)) ?? [];
    const editor = vscode.window.activeTextEditor;
    if (!editor || !isOurs(editor.document)) return this.all();
    const textDocument = { uri: editor.document.uri.toString() };
    const position = editor.selection.active;
    return (await this.connection.request<TunnelInfo[]>(TUNNELS_AT, { textDocument, position })) ?? [];
  }

  /** Every tunnel that has two ends in the workspace, those that fail first: for who is in no file of ours. */
  private async all(): Promise<TunnelInfo[]> {
    this.connection.start();
    const overview = await this.connection.request<TunnelOverview>(TUNNEL_OVERVIEW, {});
    const pairs = (overview?.tunnels ?? []).filter(({ ends }) => ends.every(({ device }) => device));
    const ids = [...pairs.filter(isFailing), ...pairs.filter((each) => !isFailing(each))].map(({ id }) => id);
    const meant: TunnelArguments = { uri: '', ids };
    return (await this.connection.request<TunnelInfo[]>(TUNNELS_NAMED, meant)) ?? [];
  }

  private async compareEnds({ id }: TunnelInfo): Promise<void> {
    const compared = await this.connection.request<ComparedEnds | null>(COMPARE_ENDS, { id });
    if (!compared) return;
    const [left, right] = compared.ends.map(({ name, text }) => {
      const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name}`, query: id });
      this.texts.set(uri.toString(), text);
      return uri;
    });
    if (left && right) await vscode.commands.executeCommand('vscode.diff', left, right, compared.title);
  }

  /** What no edit of a file does: commands for devices, and what a person has to decide. */
  private async tellRest(title: string, { scripts, open }: TunnelRepair): Promise<void> {
    if (open.length > 0)
      void vscode.window.showWarningMessage(
        vscode.l10n.t('Not repaired yet: {0}. {1}', title, open.join(' ')),
      );
    if (scripts.length > 0) await copyScripts(scripts);
  }

  /** Shows what the repairs are, all of them chosen, and carries out those that stay chosen. */
  private async repair({ id, title }: TunnelInfo): Promise<void> {
    const all = await this.connection.request<TunnelRepair | null>(REPAIR_TUNNEL, { id });
    if (!all) {
      void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing to repair: {0}', title));
      return;
    }
    if (all.steps.length === 0) {
      await this.tellRest(title, all);
      return;
    }
    const items = all.steps.map((label) => ({ label, picked: true }));
    const picked = await vscode.window.showQuickPick(items, {
      canPickMany: true,
      title: vscode.l10n.t('Repair {0}', title),
      placeHolder: vscode.l10n.t('Enter carries out what is chosen, as one change of all files'),
    });
    if (!picked || picked.length === 0) return;
    const only = picked.map(({ label }) => label);
    const chosen =
      only.length === all.steps.length
        ? all
        : await this.connection.request<TunnelRepair | null>(REPAIR_TUNNEL, { id, only });
    if (!chosen) return;
    await this.connection.applyEdit(chosen.edit);
    await this.tellRest(title, chosen);
  }
}
