import type { TunnelOverview } from '../../server/src/protocol';
import { TunnelMap, type Host } from './tunnelMap';
import type { FromPage, ToPage } from './messages';
import type { Filter } from './graph';

/** What VS Code gives the script of a web view. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): Filter | undefined;
  setState(filter: Filter): void;
};

const vscode = acquireVsCodeApi();

const host: Host = {
  post: (message) => {
    vscode.postMessage(message);
  },
  filter: vscode.getState() ?? {},
  keep: (filter) => {
    vscode.setState(filter);
  },
};

let map: TunnelMap | undefined;

const show = (overview: TunnelOverview): void => {
  void map?.show(overview);
};

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.type) {
    case 'start':
      map ??= new TunnelMap(document.body, data.texts, host);
      show(data.overview);
      break;
    case 'overview':
      show(data.overview);
      break;
    case 'saved':
      map?.tellSaved(data.name);
      break;
  }
});

host.post({ type: 'ready' });
