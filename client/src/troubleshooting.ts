import * as vscode from 'vscode';
import {
  EVIDENCE,
  PROBLEM_DETAILS,
  PROBLEMS,
  REPAIR_TUNNEL_COMMAND,
  REPORT,
  REPORTABLE,
  type EvidenceParams,
  type EvidenceScript,
  type ProblemNode,
  type Reportable,
  type TunnelArguments,
} from '../../server/src/protocol';
import type { ServerConnection } from './connection';
import { openLocation } from './locations';
import { stateIcon } from './stateIcons';
import type { TunnelNode } from './tunnelsView';

const VIEW = 'huaweiIpsec.troubleshooting';

function iconOf({ kind, state }: ProblemNode): vscode.ThemeIcon | undefined {
  if (kind === 'command') return new vscode.ThemeIcon('terminal');
  if (kind === 'value') return new vscode.ThemeIcon('arrow-small-right');
  return state && stateIcon(state);
}

/** What the menus of a node go by. */
function contextOf({ kind, tunnel, state }: ProblemNode): string {
  return kind === 'problem' && tunnel !== undefined
    ? state === 'fails' || state === 'fails-at-rekey'
      ? 'problem.tunnel.fails'
      : 'problem.tunnel'
    : kind;
}

/** A tree with the problems of the workspace, and the commands that belong to it. */
export class Troubleshooting implements vscode.Disposable, vscode.TreeDataProvider<ProblemNode> {
  private readonly changed = new vscode.EventEmitter<undefined>();
  private readonly disposables: { dispose(): unknown }[];

  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly connection: ServerConnection) {
    const view = vscode.window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true });
    const register = (name: string, run: (node?: ProblemNode) => Promise<void>): vscode.Disposable =>
      vscode.commands.registerCommand(name, run);
    this.disposables = [
      view,
      this.changed,
      connection.onDidChangeProblems(() => {
        this.changed.fire(undefined);
      }),
      register('huaweiIpsec.collectEvidence', (node) => this.collectEvidence(node, false)),
      register('huaweiIpsec.openEvidence', (node) => this.collectEvidence(node, true)),
      register('huaweiIpsec.report', (node) => this.report(node)),
      register('huaweiIpsec.copyCommand', (node) => this.copyCommand(node)),
      register('huaweiIpsec.repairProblem', (node) => this.repair(node)),
    ];
  }

  dispose(): void {
    this.disposables.forEach((each) => {
      each.dispose();
    });
  }

  async getChildren(node?: ProblemNode): Promise<ProblemNode[]> {
    // The first to look at the view need not have a file of ours open.
    this.connection.start();
    if (!node) return (await this.connection.request<ProblemNode[]>(PROBLEMS, {})) ?? [];
    if (node.kind !== 'problem') return [...(node.children ?? [])];
    return (await this.connection.request<ProblemNode[]>(PROBLEM_DETAILS, { id: node.id })) ?? [];
  }

  getTreeItem(node: ProblemNode): vscode.TreeItem {
    const { id, kind, label, description, tooltip, location } = node;
    const hasChildren = kind === 'problem' || (node.children?.length ?? 0) > 0;
    const item = new vscode.TreeItem(
      label,
      !hasChildren
        ? vscode.TreeItemCollapsibleState.None
        : kind === 'problem' || node.state === 'explained' || (kind === 'step' && node.state === 'differs')
          ? vscode.TreeItemCollapsibleState.Expanded
          : vscode.TreeItemCollapsibleState.Collapsed,
    );
    item.id = id;
    item.contextValue = contextOf(node);
    item.tooltip = new vscode.MarkdownString(tooltip);
    if (description !== undefined && description !== '') item.description = description;
    const icon = iconOf(node);
    if (icon) item.iconPath = icon;
    item.accessibilityInformation = {
      label: [label, description].filter((each) => each !== undefined && each !== '').join(', '),
    };
    if (location) item.command = openLocation(location);
    else if (kind === 'command') {
      item.command = {
        title: vscode.l10n.t('Copy the command'),
        command: 'huaweiIpsec.copyCommand',
        arguments: [node],
      };
    }
    return item;
  }

  private async copyCommand(node: ProblemNode | undefined): Promise<void> {
    if (node?.command === undefined) return;
    await vscode.env.clipboard.writeText(node.command);
    vscode.window.setStatusBarMessage(vscode.l10n.t('Copied: {0}', node.command), 5000);
  }

  private async repair(node: ProblemNode | undefined): Promise<void> {
    if (node?.tunnel === undefined) return;
    const meant: TunnelArguments = { uri: node.location?.uri ?? '', ids: [node.tunnel] };
    await vscode.commands.executeCommand(REPAIR_TUNNEL_COMMAND, meant);
  }

  /** Copies what is still to be run on a device, or opens it as a file; of several devices the one a person picks. */
  private async collectEvidence(node: ProblemNode | undefined, asFile: boolean): Promise<void> {
    this.connection.start();
    const params: EvidenceParams = node?.kind === 'problem' ? { problem: node.id } : {};
    const scripts = (await this.connection.request<EvidenceScript[]>(EVIDENCE, params)) ?? [];
    if (scripts.length === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('There is nothing to collect: what can be decided from captures is decided.'),
      );
      return;
    }
    const script = await pick(
      scripts.map((each) => ({
        label: each.title,
        description:
          each.count === 1 ? vscode.l10n.t('1 command') : vscode.l10n.t('{0} commands', each.count),
        detail: each.text.split('\n').filter(Boolean).slice(1).join('; '),
        value: each,
      })),
      vscode.l10n.t('Which device?'),
    );
    if (!script) return;
    if (asFile) {
      const document = await vscode.workspace.openTextDocument({
        content: script.text,
        language: 'plaintext',
      });
      await vscode.window.showTextDocument(document, { preview: false });
      return;
    }
    await vscode.env.clipboard.writeText(script.text);
    vscode.window.setStatusBarMessage(
      vscode.l10n.t('Copied: script for {0}. Paste its answers into a new file.', script.title),
      15_000,
    );
  }

  /** Opens a report of a tunnel, or of what is known of it, as a Markdown document. */
  private async report(node: Pick<ProblemNode | TunnelNode, 'kind' | 'id'> | undefined): Promise<void> {
    this.connection.start();
    const id = node?.kind === 'problem' || node?.kind === 'tunnel' ? node.id : await this.pickReportable();
    if (id === undefined) return;
    const content = await this.connection.request<string | null>(REPORT, { id });
    if (content === undefined || content === null) return;
    const document = await vscode.workspace.openTextDocument({ content, language: 'markdown' });
    await vscode.window.showTextDocument(document, { preview: false });
  }

  private async pickReportable(): Promise<string | undefined> {
    const all = (await this.connection.request<Reportable[]>(REPORTABLE, {})) ?? [];
    if (all.length === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('There is no tunnel to report of: open the files of at least one device.'),
      );
      return undefined;
    }
    return pick(
      all.map(({ id, title }) => ({ label: title, description: id, value: id })),
      vscode.l10n.t('Which tunnel?'),
    );
  }
}

/** The only one there is, or the one that a person picks. */
async function pick<T>(
  items: readonly (vscode.QuickPickItem & { readonly value: T })[],
  title: string,
): Promise<T | undefined> {
  if (items.length === 1) return items[0]?.value;
  const picked = await vscode.window.showQuickPick(items, { title, matchOnDescription: true });
  return picked?.value;
}
