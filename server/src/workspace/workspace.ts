import type { LanguageId } from '../syntax/classify';
import { Document, type TextChange } from '../syntax/document';

/** A file as the workspace holds it. */
export interface WorkspaceFile {
  readonly uri: string;
  readonly document: Document;
  /** The editor's version number; undefined for a file read from disk. */
  readonly version?: number;
}

/** One state of all files. Immutable: a feature that reads it never sees half an edit. */
export class Snapshot {
  constructor(private readonly files: ReadonlyMap<string, WorkspaceFile>) {}

  file(uri: string): WorkspaceFile | undefined {
    return this.files.get(uri);
  }

  get all(): Iterable<WorkspaceFile> {
    return this.files.values();
  }
}

/** The files of the editor or of one run of the command line. Every change makes a new snapshot. */
export class Workspace {
  private files = new Map<string, WorkspaceFile>();
  private current: Snapshot | undefined;

  /** The state as it is now. */
  get snapshot(): Snapshot {
    this.current ??= new Snapshot(this.files);
    return this.current;
  }

  /** The files, to be changed: those of a snapshot that was handed out stay as they are. */
  private changeable(): Map<string, WorkspaceFile> {
    if (this.current) this.files = new Map(this.files);
    this.current = undefined;
    return this.files;
  }

  private put(file: WorkspaceFile): void {
    this.changeable().set(file.uri, file);
  }

  /** Takes in a file, or its new text. */
  set(uri: string, text: string, language: LanguageId, version?: number): void {
    const document = Document.parse(text, language);
    this.put({ uri, document, ...(version === undefined ? {} : { version }) });
  }

  /** Applies an editor's changes in order; a file that is not known is left alone. */
  change(uri: string, changes: readonly TextChange[], version: number): void {
    const file = this.files.get(uri);
    if (!file) return;
    const document = changes.reduce((before, change) => before.edit(change), file.document);
    this.put({ uri, document, version });
  }

  delete(uri: string): void {
    this.changeable().delete(uri);
  }
}
