import type { Device, Named } from '../model/device';
import type { Item } from '../syntax/tree';
import type { Draft } from '../workspace/draft';
import { deviceAt } from '../workspace/mentions';
import { isConfiguration } from '../workspace/repairs';
import type { Snapshot, WorkspaceFile } from '../workspace/workspace';

/** Where somebody asks what can be made of the configuration. */
export interface Target {
  readonly snapshot: Snapshot;
  readonly file: WorkspaceFile;
  /** The device, with what other files show of it. */
  readonly device: Device;
  readonly item: Item;
  /** The line within the item. */
  readonly line: number;
}

/** One change that can be made at a target. */
export interface Offer {
  /** What it does, with the names of what it changes. Never a key. */
  readonly title: string;
  /**
   * Makes the change; false where it cannot be written after all. Each step may be worked out from what the last one left. Whether the
   * tunnels are as well off as before is looked at by who offers it.
   */
  readonly carryOut: (draft: Draft) => boolean;
}

/** A change that makes a configuration better to read or safer, and leaves every tunnel that is up as it is. */
export interface Refactoring {
  /** Stable: actions that are worked out later name it. */
  readonly id: string;
  /** The kind of the code action. */
  readonly kind: string;
  readonly offers: (target: Target) => readonly Offer[];
}

/** What stands at a line of a file; undefined for a capture and outside of all views. */
export function targetAt(snapshot: Snapshot, uri: string, line: number): Target | undefined {
  const file = snapshot.file(uri);
  const at = file?.document.lineAt(line);
  if (!file || !at?.item.block || !isConfiguration(file)) return undefined;
  return { snapshot, file, device: deviceAt(snapshot, file, at.item), item: at.item, line: at.index };
}

/** Of some objects the one in whose view a target is. */
export function objectAt<T extends Named>(all: readonly T[], { item, line }: Target): T | undefined {
  return all.find(({ blocks }) =>
    blocks.some((at) => at.item === item && line >= at.block.start && line < at.block.end),
  );
}
