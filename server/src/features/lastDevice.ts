import type { Device } from '../model/device';
import type { Item } from '../syntax/tree';
import { deviceAt } from '../workspace/mentions';
import { lastAnalysis } from '../workspace/tunnels';
import type { Snapshot, WorkspaceFile } from '../workspace/workspace';

/** The device that an item of a file belongs to, as it was last looked at: for what is asked while somebody types. */
export function lastDeviceAt(snapshot: Snapshot, file: WorkspaceFile, item: Item): Device {
  const own = lastAnalysis(snapshot).devices.filter(({ uris }) => uris.includes(file.uri));
  const [first] = own;
  return own.find(({ items }) => items.includes(item)) ?? first ?? deviceAt(snapshot, file, item);
}
