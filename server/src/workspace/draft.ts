import { changesOf } from '../rules/edits';
import type { Edit } from '../rules/rule';
import { Workspace, type Snapshot } from './workspace';

/** The files of a snapshot, to try changes out in: one step after the other, each worked out from what the last ones left. */
export class Draft {
  private readonly workspace: Workspace;

  constructor(
    /** The files as they are. */
    readonly before: Snapshot,
  ) {
    this.workspace = Workspace.of(before);
  }

  /** The files as they would be. */
  get now(): Snapshot {
    return this.workspace.snapshot;
  }

  /** Carries edits out: the last one of each file first, so that the others stay where they are. */
  apply(edits: readonly Edit[]): void {
    const { snapshot } = this.workspace;
    for (const uri of new Set(edits.map((edit) => edit.uri))) {
      const file = snapshot.file(uri);
      if (!file) continue;
      const changes = changesOf(
        edits.filter((edit) => edit.uri === uri),
        file.document,
      );
      this.workspace.change(uri, changes, file.version);
    }
  }

  /** The texts of the files that change, by URI. */
  texts(): Map<string, string> {
    const texts = new Map<string, string>();
    for (const { uri, document } of this.now.all) {
      const before = this.before.file(uri)?.document;
      if (document === before) continue;
      const text = document.text;
      if (text !== before?.text) texts.set(uri, text);
    }
    return texts;
  }
}
