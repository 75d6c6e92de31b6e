import type { Device } from '../../model/device';
import type { Place } from '../../model/value';
import type { Edit } from '../../rules/rule';
import type { InlayHintSettings } from '../../workspace/settings';
import type { Snapshot, WorkspaceFile } from '../../workspace/workspace';

/** Something that is shown behind a line, and is not written there. */
export interface Hint {
  /** The line it stands behind: where it ends. */
  readonly place: Place;
  readonly text: string;
  readonly tooltip: string;
  /** Where a click leads. */
  readonly target?: Place;
  /** What writes it down. */
  readonly edit?: Edit;
}

export interface HintContext {
  readonly snapshot: Snapshot;
  readonly file: WorkspaceFile;
  /** The devices that the file describes, with what other files show of them. */
  readonly devices: readonly Device[];
  readonly settings: InlayHintSettings;
  /** Whether a place is in the lines that are asked for. */
  readonly isAsked: (place: Place) => boolean;
}

/** The hints of one sort. */
export type HintSource = (context: HintContext) => readonly Hint[];
