import * as vscode from 'vscode';
import { TUNNEL_OVERVIEW, type TunnelOverview } from '../../server/src/protocol';
import type { ServerConnection } from './connection';

/** So long nothing must have changed before the tunnels are asked for again, in milliseconds. */
const REST = 300;

const NOTHING: TunnelOverview = { devices: [], tunnels: [] };

/**
 * All devices and tunnels of the workspace, as the server last told them: asked for again once edits rest, never twice at a time, so that
 * typing does not wait for it. What shows tunnels looks here.
 */
export class TunnelOverviewModel implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscription: vscode.Disposable;
  private overview: TunnelOverview | undefined;
  private resting: ReturnType<typeof setTimeout> | undefined;
  private asking: Promise<void> | undefined;

  /** Fires when there are other tunnels, or others things to say of them. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly connection: ServerConnection) {
    this.subscription = connection.onDidChangeProblems(() => {
      this.refreshSoon();
    });
    void connection.ready.then(
      () => this.refresh(),
      () => undefined,
    );
  }

  /** What was last told. */
  get current(): TunnelOverview {
    return this.overview ?? NOTHING;
  }

  /** What was last told; starts the server where it does not run, and waits for its first answer. */
  async ensure(): Promise<TunnelOverview> {
    this.connection.start();
    await this.connection.ready;
    if (!this.overview) await this.refresh();
    return this.current;
  }

  dispose(): void {
    clearTimeout(this.resting);
    this.subscription.dispose();
    this.changed.dispose();
  }

  private refreshSoon(): void {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      // One that is under way may have been answered before the change.
      if (this.asking) this.refreshSoon();
      else void this.refresh();
    }, REST);
  }

  private refresh(): Promise<void> {
    this.asking ??= this.ask().finally(() => {
      this.asking = undefined;
    });
    return this.asking;
  }

  private async ask(): Promise<void> {
    const told = await this.connection.request<TunnelOverview>(TUNNEL_OVERVIEW, {}).catch(() => undefined);
    if (!told) return;
    const isSame = JSON.stringify(told) === JSON.stringify(this.current);
    this.overview = told;
    if (!isSame) this.changed.fire();
  }
}
