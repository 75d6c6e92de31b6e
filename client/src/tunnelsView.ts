import * as vscode from 'vscode';
import type { OverviewDevice, OverviewEnd, OverviewTunnel, TunnelArguments } from '../../server/src/protocol';
import { openLocation } from './locations';
import { stateIcon } from './stateIcons';
import type { TunnelOverviewModel } from './tunnelOverview';

const VIEW = 'huaweiIpsec.tunnels';

/** What the tunnels of the view are put together by. */
type Grouping = 'device' | 'verdict';

/** Where the grouping is kept, and what the menus of the view go by. */
const GROUPING = 'huaweiIpsec.tunnelsGroupedBy';

interface GroupNode {
  readonly kind: 'group';
  readonly id: string;
  readonly label: string;
  readonly device?: OverviewDevice;
  readonly tunnels: readonly OverviewTunnel[];
}

/** A tunnel as the view has it. It says which tunnel it is as commands about tunnels want to be told. */
export interface TunnelNode extends TunnelArguments {
  readonly kind: 'tunnel';
  readonly id: string;
  readonly group: GroupNode;
  readonly tunnel: OverviewTunnel;
  /** The end that a click goes to. */
  readonly near: OverviewEnd;
  readonly far: OverviewEnd;
}

interface EndNode {
  readonly kind: 'end';
  readonly id: string;
  readonly end: OverviewEnd;
}

export type OverviewNode = GroupNode | TunnelNode | EndNode;

/** The verdicts in the order in which they want to be seen. */
const ORDER: readonly OverviewTunnel['verdict'][] = ['fails', 'fails-at-rekey', 'unknown', 'ok'];

/** Whether a tunnel fails, and nobody has accepted that. */
export function isFailing({ verdict, accepted }: OverviewTunnel): boolean {
  return verdict.startsWith('fails') && !accepted;
}

/** What tunnels of one verdict are called. */
export function verdictName(verdict: OverviewTunnel['verdict']): string {
  const names: Readonly<Record<OverviewTunnel['verdict'], string>> = {
    fails: vscode.l10n.t('Fails'),
    'fails-at-rekey': vscode.l10n.t('Fails at the first rekey'),
    unknown: vscode.l10n.t('Not known'),
    ok: vscode.l10n.t('Comes up'),
  };
  return names[verdict];
}

/** What an end is called where its device is not in the workspace as well. */
export function endName({ device, label }: OverviewEnd): string {
  return device ?? label;
}

/** `3 tunnels, 1 fails`. */
export function countText(tunnels: readonly OverviewTunnel[]): string {
  const failing = tunnels.filter(isFailing).length;
  const all = tunnels.length === 1 ? vscode.l10n.t('1 tunnel') : vscode.l10n.t('{0} tunnels', tunnels.length);
  return failing === 0 ? all : vscode.l10n.t('{0}, {1} failing', all, failing);
}

function problemText({ problems }: OverviewTunnel): string | undefined {
  if (problems === 0) return undefined;
  return problems === 1 ? vscode.l10n.t('1 problem') : vscode.l10n.t('{0} problems', problems);
}

/** The tunnels of the workspace as a tree, by device or by verdict; its badge counts those that fail. */
export class TunnelsView implements vscode.Disposable, vscode.TreeDataProvider<OverviewNode> {
  private readonly changed = new vscode.EventEmitter<undefined>();
  private readonly view: vscode.TreeView<OverviewNode>;
  private readonly disposables: { dispose(): unknown }[];

  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly model: TunnelOverviewModel,
    private readonly state: vscode.Memento,
  ) {
    this.view = vscode.window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true });
    const group = (command: string, by: Grouping): vscode.Disposable =>
      vscode.commands.registerCommand(command, () => this.groupBy(by));
    this.disposables = [
      this.view,
      this.changed,
      model.onDidChange(() => {
        this.update();
      }),
      group('huaweiIpsec.groupTunnelsByDevice', 'device'),
      group('huaweiIpsec.groupTunnelsByVerdict', 'verdict'),
    ];
    void vscode.commands.executeCommand('setContext', GROUPING, this.grouping);
  }

  dispose(): void {
    this.disposables.forEach((each) => {
      each.dispose();
    });
  }

  /** How many tunnels the badge counts. */
  get badge(): number {
    return this.view.badge?.value ?? 0;
  }

  private get grouping(): Grouping {
    return this.state.get<Grouping>(GROUPING, 'device');
  }

  private async groupBy(grouping: Grouping): Promise<void> {
    await this.state.update(GROUPING, grouping);
    await vscode.commands.executeCommand('setContext', GROUPING, grouping);
    this.changed.fire(undefined);
  }

  private update(): void {
    const { tunnels } = this.model.current;
    const failing = tunnels.filter(isFailing).length;
    const tooltip =
      failing === 1 ? vscode.l10n.t('1 tunnel fails') : vscode.l10n.t('{0} tunnels fail', failing);
    // A badge of 0 keeps an empty circle; none at all takes it away.
    this.view.badge = failing === 0 ? undefined : { value: failing, tooltip };
    this.view.description = tunnels.length === 0 ? '' : countText(tunnels);
    this.changed.fire(undefined);
  }

  async getChildren(node?: OverviewNode): Promise<OverviewNode[]> {
    if (!node) return this.groups(await this.model.ensure());
    if (node.kind === 'group') return this.tunnelsOf(node);
    if (node.kind === 'tunnel')
      return [node.near, node.far].map((end, at) => ({
        kind: 'end',
        id: `${node.group.id}/${node.id}/${at}`,
        end,
      }));
    return [];
  }

  private groups({ devices, tunnels }: TunnelOverviewModel['current']): GroupNode[] {
    if (this.grouping === 'verdict')
      return ORDER.map((verdict): GroupNode => ({
        kind: 'group',
        id: verdict,
        label: verdictName(verdict),
        tunnels: tunnels.filter((each) => each.verdict === verdict),
      })).filter((group) => group.tunnels.length > 0);
    return devices.map((device) => ({
      kind: 'group',
      id: `device ${device.name}`,
      label: device.name,
      device,
      tunnels: tunnels.filter(({ ends }) => ends.some((end) => end.device === device.name)),
    }));
  }

  private tunnelsOf(group: GroupNode): TunnelNode[] {
    const nodes = group.tunnels.map((tunnel): TunnelNode => {
      const [a, b] = tunnel.ends;
      const [near, far] = group.device && b.device === group.device.name ? [b, a] : [a, b];
      return {
        kind: 'tunnel',
        id: tunnel.id,
        uri: near.location?.uri ?? '',
        ids: [tunnel.id],
        group,
        tunnel,
        near,
        far,
      };
    });
    const rank = ({ tunnel: { verdict, accepted } }: TunnelNode): number =>
      accepted ? ORDER.length : ORDER.indexOf(verdict);
    return nodes.sort((a, b) => rank(a) - rank(b));
  }

  getTreeItem(node: OverviewNode): vscode.TreeItem {
    switch (node.kind) {
      case 'group':
        return this.groupItem(node);
      case 'tunnel':
        return this.tunnelItem(node);
      case 'end':
        return this.endItem(node);
    }
  }

  private groupItem({ id, label, device, tunnels }: GroupNode): vscode.TreeItem {
    const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
    item.id = id;
    item.contextValue = device ? 'device' : 'verdict';
    item.description = device ? countText(tunnels) : String(tunnels.length);
    const [first] = tunnels;
    if (device) item.iconPath = new vscode.ThemeIcon('server');
    else if (first) item.iconPath = stateIcon(first.verdict);
    if (device) item.tooltip = [device.name, device.release].filter(Boolean).join('\n');
    if (device?.location) item.command = openLocation(device.location);
    return item;
  }

  private tunnelItem({ id, group, tunnel, near, far }: TunnelNode): vscode.TreeItem {
    const { verdict, says, causes } = tunnel;
    const both = `${endName(near)} ↔ ${endName(far)}`;
    const item = new vscode.TreeItem(
      group.device ? endName(far) : both,
      vscode.TreeItemCollapsibleState.Collapsed,
    );
    const described = [group.device || verdict !== 'ok' ? says : undefined, problemText(tunnel)];
    item.id = `${group.id}/${id}`;
    item.description = described.filter(Boolean).join(' · ');
    item.iconPath = stateIcon(verdict);
    const isLone = [near, far].some(({ device }) => device === undefined);
    item.contextValue = isLone ? 'tunnel.lone' : verdict.startsWith('fails') ? 'tunnel.fails' : 'tunnel.fine';
    const tooltip = new vscode.MarkdownString();
    tooltip.appendText(`${both}: ${says}`);
    for (const { device, label, address } of [near, far])
      tooltip.appendText(`\n\n${[device, label, address].filter(Boolean).join(', ')}`);
    for (const cause of causes) tooltip.appendMarkdown(`\n- \`${cause}\``);
    item.tooltip = tooltip;
    item.accessibilityInformation = { label: [both, says, problemText(tunnel)].filter(Boolean).join(', ') };
    if (near.location) item.command = openLocation(near.location);
    return item;
  }

  private endItem({ id, end }: EndNode): vscode.TreeItem {
    const item = new vscode.TreeItem(end.device ? `${end.device}: ${end.label}` : end.label);
    item.id = id;
    item.contextValue = 'end';
    if (end.device && end.address !== undefined) item.description = end.address;
    item.iconPath = new vscode.ThemeIcon(end.device ? 'arrow-small-right' : 'circle-slash');
    if (end.location) item.command = openLocation(end.location);
    return item;
  }
}
