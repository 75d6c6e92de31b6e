import * as vscode from 'vscode';
import type { Location } from 'vscode-languageserver-types';
import {
  COMPARE_ENDS_COMMAND,
  REPAIR_TUNNEL_COMMAND,
  type OverviewTunnel,
  type TunnelArguments,
} from '../../server/src/protocol';
import type { FromPage, MapTexts, ToPage } from '../map/messages';
import { asRange } from './locations';
import type { TunnelOverviewModel } from './tunnelOverview';
import { verdictName } from './tunnelsView';

const TYPE = 'huaweiIpsec.tunnelMap';

/** The texts of the page. What is left open is filled in there, since it counts what it shows. */
function texts(): MapTexts {
  return {
    title: vscode.l10n.t('Tunnel map'),
    toolbar: vscode.l10n.t('What the map shows'),
    legend: vscode.l10n.t('Legend'),
    device: vscode.l10n.t('Device'),
    allDevices: vscode.l10n.t('All devices'),
    cause: vscode.l10n.t('Cause'),
    allCauses: vscode.l10n.t('All causes'),
    onlyFailing: vscode.l10n.t('Only what fails'),
    zoomIn: vscode.l10n.t('Zoom in'),
    zoomOut: vscode.l10n.t('Zoom out'),
    fit: vscode.l10n.t('Fit'),
    exportSvg: vscode.l10n.t('Save the map as SVG'),
    exportPng: vscode.l10n.t('Save the map as PNG'),
    summary: vscode.l10n.t('Tunnels: {0}, devices: {1}, failing: {2}'),
    nothing: vscode.l10n.t(
      'No tunnel yet. Open the folder that holds the configurations or captures of both ends.',
    ),
    nothingLeft: vscode.l10n.t('The filter leaves no tunnel.'),
    deviceLabel: vscode.l10n.t('tunnels: {0}, failing: {1}'),
    notHere: vscode.l10n.t('not in the workspace'),
    goTo: vscode.l10n.t('Go to {0}'),
    compare: vscode.l10n.t('Compare ends'),
    repair: vscode.l10n.t('Repair this tunnel'),
    saved: vscode.l10n.t('Saved as {0}.'),
    notDrawn: vscode.l10n.t('This map is too large for a PNG. Save it as SVG, or filter it.'),
    keys: vscode.l10n.t(
      'Arrow keys go from one device or tunnel to the next. Enter goes to its line, Shift+Enter to the other end. Plus and minus zoom, 0 shows all.',
    ),
    selected: vscode.l10n.t('Selected'),
    verdicts: {
      ok: verdictName('ok'),
      fails: verdictName('fails'),
      'fails-at-rekey': verdictName('fails-at-rekey'),
      unknown: verdictName('unknown'),
    },
  };
}

/** A number that nobody can guess, for the one script that may run. */
function nonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The bytes that base64 stands for, on every host. */
function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** The map of all devices and tunnels: a web view that draws what the model has, and asks for what a person wants to see of it. */
export class TunnelMap implements vscode.Disposable, vscode.WebviewPanelSerializer {
  private panel: vscode.WebviewPanel | undefined;
  /** Whether the page is there to be told something. */
  private isListening = false;
  private readonly disposables: vscode.Disposable[];

  constructor(
    private readonly extension: vscode.Uri,
    private readonly model: TunnelOverviewModel,
  ) {
    this.disposables = [
      vscode.commands.registerCommand('huaweiIpsec.showTunnelMap', () => {
        this.show();
      }),
      vscode.window.registerWebviewPanelSerializer(TYPE, this),
      model.onDidChange(() => {
        this.tell({ type: 'overview', overview: model.current });
      }),
    ];
  }

  /** The panel stays: VS Code opens it again with the next window. */
  dispose(): void {
    this.disposables.forEach((each) => {
      each.dispose();
    });
  }

  /** A map that was open when VS Code ended. */
  deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
    this.adopt(panel);
    return Promise.resolve();
  }

  private show(): void {
    if (this.panel) this.panel.reveal();
    else this.adopt(vscode.window.createWebviewPanel(TYPE, texts().title, vscode.ViewColumn.Active));
  }

  private adopt(panel: vscode.WebviewPanel): void {
    this.panel?.dispose();
    this.panel = panel;
    const dist = vscode.Uri.joinPath(this.extension, 'dist');
    panel.title = texts().title;
    panel.iconPath = vscode.Uri.joinPath(this.extension, 'images', 'map.svg');
    panel.webview.options = { enableScripts: true, localResourceRoots: [dist] };
    panel.webview.onDidReceiveMessage((message: FromPage) => this.answer(message));
    panel.onDidDispose(() => {
      if (this.panel !== panel) return;
      this.panel = undefined;
      this.isListening = false;
    });
    panel.webview.html = this.page(panel.webview, dist);
  }

  private page(webview: vscode.Webview, dist: vscode.Uri): string {
    const fileOf = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
    const once = nonce();
    const policy = [
      `default-src 'none'`,
      `style-src ${webview.cspSource}`,
      `script-src 'nonce-${once}'`,
      // The picture that a PNG is made of.
      `img-src data:`,
    ].join('; ');
    return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${fileOf('map.css')}">
<title>${texts().title}</title>
</head>
<body><script nonce="${once}" src="${fileOf('map.js')}"></script></body>
</html>`;
  }

  private tell(message: ToPage): void {
    // A page that is hidden is taken down; it says so when it is there again.
    if (this.isListening) void this.panel?.webview.postMessage(message);
  }

  private tunnel(id: string): OverviewTunnel | undefined {
    return this.model.current.tunnels.find((each) => each.id === id);
  }

  private async answer(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready': {
        const overview = await this.model.ensure();
        this.isListening = true;
        this.tell({ type: 'start', texts: texts(), overview });
        return;
      }
      case 'goToDevice': {
        const device = this.model.current.devices.find(({ name }) => name === message.device);
        await this.goTo(device?.location);
        return;
      }
      case 'goToEnd':
        await this.goTo(this.tunnel(message.tunnel)?.ends[message.end].location);
        return;
      case 'compare':
        await this.run(COMPARE_ENDS_COMMAND, message.tunnel);
        return;
      case 'repair':
        await this.run(REPAIR_TUNNEL_COMMAND, message.tunnel);
        return;
      case 'save':
        await (message.format === 'svg'
          ? this.save('svg', new TextEncoder().encode(message.text))
          : this.save('png', bytesOf(message.base64)));
        return;
    }
  }

  private async run(command: string, id: string): Promise<void> {
    const meant: TunnelArguments = { uri: this.tunnel(id)?.ends[0].location?.uri ?? '', ids: [id] };
    await vscode.commands.executeCommand(command, meant);
  }

  /** Shows a line beside the map: where another editor is open already, else in a new column. */
  private async goTo(location: Location | undefined): Promise<void> {
    if (!location) return;
    const own = this.panel?.viewColumn;
    const other = vscode.window.visibleTextEditors.find(
      ({ viewColumn }) => viewColumn !== undefined && viewColumn !== own,
    );
    await vscode.window.showTextDocument(vscode.Uri.parse(location.uri), {
      selection: asRange(location.range),
      viewColumn: other?.viewColumn ?? vscode.ViewColumn.Beside,
    });
  }

  private async save(format: 'svg' | 'png', bytes: Uint8Array): Promise<void> {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const target = await vscode.window.showSaveDialog({
      filters: format === 'svg' ? { SVG: ['svg'] } : { PNG: ['png'] },
      ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, `tunnels.${format}`) } : {}),
    });
    if (!target) return;
    try {
      await vscode.workspace.fs.writeFile(target, bytes);
      this.tell({ type: 'saved', name: target.path.split('/').at(-1) ?? '' });
    } catch (error) {
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
  }
}
