import type { LanguageId } from '../syntax/classify';
import { Document, type TextChange } from '../syntax/document';
import type { NatMappings } from '../tunnels/fit';
import { NO_PROJECT, type Project } from './project';

/** A file as the workspace holds it. */
export interface WorkspaceFile {
  readonly uri: string;
  readonly document: Document;
  /** The editor's version number; undefined for a file read from disk. */
  readonly version?: number;
  /** When a file on disk was last changed, in milliseconds since 1970. */
  readonly modified?: number;
  /** On disk in an encoding that an editor would take for another one: opened and saved unseen, its text would be lost. */
  readonly misread?: boolean;
  /** What the project file of its folder says. */
  readonly project: Project;
}

/** One state of all files. Immutable: a feature that reads it never sees half an edit. */
export class Snapshot {
  private isAnalysed = false;

  constructor(
    private readonly files: ReadonlyMap<string, WorkspaceFile>,
    /** The address translations that the project files describe. */
    readonly nat: NatMappings,
    private before?: Snapshot,
  ) {}

  /** The last state before this one that was analysed as a whole, as long as this one is not. */
  get earlier(): Snapshot | undefined {
    return this.before;
  }

  /** The state that the next one can look back to. */
  get lastAnalysed(): Snapshot | undefined {
    return this.isAnalysed ? this : this.before;
  }

  /** This state has been analysed as a whole: no earlier one is needed any more. */
  markAnalysed(): void {
    this.isAnalysed = true;
    this.before = undefined;
  }

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
  private readonly projects = new Map<string, Project>();
  private nat: NatMappings = NO_PROJECT.nat;
  private current: Snapshot | undefined;
  private lastAnalysed: Snapshot | undefined;

  /** A workspace that starts from a snapshot, to try changes out in. */
  static of(snapshot: Snapshot): Workspace {
    const workspace = new Workspace();
    workspace.files = new Map([...snapshot.all].map((file) => [file.uri, file]));
    workspace.nat = snapshot.nat;
    return workspace;
  }

  /** The state as it is now. */
  get snapshot(): Snapshot {
    this.current ??= new Snapshot(this.files, this.nat, this.lastAnalysed);
    return this.current;
  }

  /** The files, to be changed: those of a snapshot that was handed out stay as they are. */
  private changeable(): Map<string, WorkspaceFile> {
    if (this.current) {
      this.files = new Map(this.files);
      this.lastAnalysed = this.current.lastAnalysed;
    }
    this.current = undefined;
    return this.files;
  }

  private put(file: WorkspaceFile): void {
    this.changeable().set(file.uri, file);
  }

  /** Takes in a file of the editor, or its new text. */
  set(uri: string, text: string, language: LanguageId, version?: number): void {
    const document = Document.parse(text, language);
    const project = this.projectOf(uri);
    this.put({ uri, document, project, ...(version === undefined ? {} : { version }) });
  }

  /** Takes in a file from disk; one that the editor holds stays as the editor has it. `modified` in milliseconds since 1970. */
  setFromDisk(uri: string, text: string, language: LanguageId, modified: number, misread = false): void {
    if (this.files.get(uri)?.version !== undefined) return;
    const document = Document.parse(text, language);
    this.put({ uri, document, project: this.projectOf(uri), modified, ...(misread ? { misread } : {}) });
  }

  /** Applies changes in order, those of an editor with its new version number; a file that is not known is left alone. */
  change(uri: string, changes: readonly TextChange[], version: number | undefined): void {
    const file = this.files.get(uri);
    if (!file) return;
    const document = changes.reduce((before, change) => before.edit(change), file.document);
    this.put({ ...file, document, ...(version === undefined ? {} : { version }) });
  }

  delete(uri: string): void {
    this.changeable().delete(uri);
  }

  /** Takes in what the project file of a folder says; undefined where there is none any more. */
  setProject(folder: string, project: Project | undefined): void {
    if (project) this.projects.set(asFolder(folder), project);
    else this.projects.delete(asFolder(folder));
    this.nat = new Map([...this.projects.values()].flatMap(({ nat }) => [...nat]));
    const files = this.changeable();
    for (const file of files.values()) files.set(file.uri, { ...file, project: this.projectOf(file.uri) });
  }

  /** What the nearest project file above a file says. */
  private projectOf(uri: string): Project {
    let best: string | undefined;
    for (const folder of this.projects.keys())
      if (uri.startsWith(folder) && (best === undefined || folder.length > best.length)) best = folder;
    return (best === undefined ? undefined : this.projects.get(best)) ?? NO_PROJECT;
  }
}

function asFolder(uri: string): string {
  return uri.endsWith('/') ? uri : `${uri}/`;
}
