import type { FileDevice } from '../protocol';
import { analyse } from '../workspace/analysis';
import { analyseWorkspace } from '../workspace/tunnels';
import type { Snapshot } from '../workspace/workspace';
import { releaseText } from './products';

/** The devices that a file describes, by the names that tell them from all others, with product and release. */
export function fileDevices(snapshot: Snapshot, uri: string): FileDevice[] {
  const file = snapshot.file(uri);
  if (!file) return [];
  const { deviceOf } = analyseWorkspace(snapshot);
  return [...new Set(analyse(file).devices.map(deviceOf))].map(({ name, release }) => {
    const text = releaseText(release);
    return { name, ...(text === undefined ? {} : { release: text }) };
  });
}
