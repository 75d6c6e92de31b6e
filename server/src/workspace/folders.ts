import { detectLanguage, HEAD_CHARACTERS } from '../syntax/detect';
import { decode, isMisreadByEditors } from '../text/decode';
import { hasOtherLanguage } from './otherLanguages';
import { NO_PROJECT, PROJECT_FILE, readProject, type Project } from './project';
import type { Workspace } from './workspace';

/** A file as it lies on disk. */
export interface StoredFile {
  readonly bytes: Uint8Array;
  /** When it was last changed, in milliseconds since 1970. */
  readonly modified: number;
}

/** What the language server needs of a file system; the desktop and the web have their own. */
export interface FileSystem {
  /** The files at and below a folder, by URI; folders that cannot be read are left out. */
  list(folder: string): AsyncIterable<string>;
  /** The first `limit` bytes of a file, all of it without a limit; undefined where it cannot be read or is larger than `MAX_BYTES`. */
  read(uri: string, limit?: number): Promise<StoredFile | undefined>;
}

/** Larger files are not read from disk; an editor can still open them. */
export const MAX_BYTES = 64 * 1024 * 1024;

/** Folders that hold no configurations of anybody's. */
export const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['node_modules', '.git', '.svn', '.hg']);

/** What lies in a folder. */
export interface Entry {
  readonly uri: string;
  readonly name: string;
  /** `other` is neither a file nor a folder, such as a link. */
  readonly kind: 'file' | 'folder' | 'other';
}

/** The files at and below a folder, in the order of their names; `entriesOf` gives nothing for a folder that cannot be read. */
export async function* filesBelow(
  folder: string,
  entriesOf: (folder: string) => Promise<readonly Entry[]>,
): AsyncGenerator<string> {
  const entries = await entriesOf(folder);
  for (const { uri, name, kind } of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (kind === 'folder' && !SKIPPED_FOLDERS.has(name)) yield* filesBelow(uri, entriesOf);
    else if (kind === 'file') yield uri;
  }
}

/** Who reads folders, watched by somebody who can end it. */
export interface Reading {
  readonly isStopped: boolean;
  /** Another file is looked at. */
  next(): void;
}

/** The beginning of a file that tells whether it is ours, in bytes: as much as detection looks at, were it ASCII. */
const HEAD = HEAD_CHARACTERS;

function isProjectFile(uri: string): boolean {
  return uri.endsWith(`/${PROJECT_FILE}`);
}

/** The path that a part of a URI stands for; itself where its percent signs stand for nothing. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Keeps the files of the opened folders in a workspace: their own content where the editor does not have them open. */
export class WorkspaceFolders {
  private readonly folders = new Set<string>();
  private readonly projects = new Map<string, Project>();
  /** How many looks at a file have begun, by its URI. */
  private readonly looks = new Map<string, number>();
  /** What is wrong with a project file, in one sentence, by its URI. */
  readonly problems = new Map<string, string>();

  /** `changed` is called after files were read or forgotten. */
  constructor(
    private readonly workspace: Workspace,
    private readonly files: FileSystem,
    private readonly changed: () => void,
  ) {}

  /** Reads the files of a folder. Answers when all are read or it is stopped; what is known meanwhile counts at once. */
  async add(uri: string, reading?: Reading): Promise<void> {
    const folder = uri.replace(/\/$/, '');
    this.folders.add(folder);
    await this.readProject(`${folder}/${PROJECT_FILE}`);
    for await (const file of this.files.list(uri)) {
      if (!this.folders.has(folder)) return;
      if (reading?.isStopped) break;
      reading?.next();
      await this.load(file);
    }
    this.changed();
  }

  /** Forgets the files of a folder but those that are open. */
  remove(uri: string): void {
    const folder = uri.replace(/\/$/, '');
    this.folders.delete(folder);
    this.workspace.setProject(folder, undefined);
    this.projects.delete(folder);
    for (const file of [...this.workspace.snapshot.all])
      if (file.version === undefined && !this.folderOf(file.uri)) this.workspace.delete(file.uri);
    this.changed();
  }

  /** Looks at files again that came, changed or went. */
  async refresh(uris: readonly string[]): Promise<void> {
    for (const uri of uris) {
      if (isProjectFile(uri)) await this.projectChanged(uri);
      else if (this.folderOf(uri)) await this.load(uri);
    }
    this.changed();
  }

  /** The editor has closed a file: what lies on disk counts again, where it is in a folder. */
  async closed(uri: string): Promise<void> {
    this.workspace.delete(uri);
    if (this.folderOf(uri)) await this.load(uri);
    this.changed();
  }

  private folderOf(uri: string): string | undefined {
    if (uri.split('/').some((part) => SKIPPED_FOLDERS.has(part))) return undefined;
    return [...this.folders].find((folder) => uri.startsWith(`${folder}/`));
  }

  private async projectChanged(uri: string): Promise<void> {
    const folder = uri.slice(0, -PROJECT_FILE.length - 1);
    if (!this.folders.has(folder)) return;
    if (await this.readProject(uri)) await this.add(folder);
  }

  /** Reads a project file; true where other files than before belong to its folder. */
  private async readProject(uri: string): Promise<boolean> {
    const folder = uri.slice(0, -PROJECT_FILE.length - 1);
    const isNewest = this.look(uri);
    const stored = await this.files.read(uri);
    if (!isNewest()) return false;
    const before = this.projects.get(folder) ?? NO_PROJECT;
    this.problems.delete(uri);
    const text = stored && decode(stored.bytes)?.text;
    const read = text === undefined ? undefined : readProject(text);
    if (read?.problem) this.problems.set(uri, read.problem);
    if (read) this.projects.set(folder, read.project);
    else this.projects.delete(folder);
    this.workspace.setProject(folder, read?.project);
    return before.takesIn !== (read?.project ?? NO_PROJECT).takesIn;
  }

  /**
   * Begins a look at a file. What it gives says, once the file is read, whether no later look has begun: changes that follow each other
   * quickly are read at the same time, and the last one to answer need not be the newest.
   */
  private look(uri: string): () => boolean {
    const number = (this.looks.get(uri) ?? 0) + 1;
    this.looks.set(uri, number);
    return () => this.looks.get(uri) === number;
  }

  private async load(uri: string): Promise<void> {
    if (isProjectFile(uri)) return;
    const isNewest = this.look(uri);
    const folder = this.folderOf(uri);
    const project = (folder === undefined ? undefined : this.projects.get(folder)) ?? NO_PROJECT;
    if (this.workspace.snapshot.file(uri)?.version !== undefined) return;
    const path = decoded(folder === undefined ? uri : uri.slice(folder.length + 1));
    const stored = project.takesIn(path) && !hasOtherLanguage(path) ? await this.ours(uri) : undefined;
    const known = this.workspace.snapshot.file(uri);
    if (known?.version !== undefined || !isNewest()) return;
    if (stored && this.folderOf(uri) === folder)
      this.workspace.setFromDisk(uri, stored.text, stored.language, stored.modified, stored.misread);
    else if (known) this.workspace.delete(uri);
  }

  /** A file that is a Huawei configuration or capture by its content; undefined for others. */
  private async ours(uri: string) {
    const head = await this.files.read(uri, HEAD);
    const beginning = head && decode(head.bytes)?.text;
    if (!head || beginning === undefined || !detectLanguage(beginning)) return undefined;
    const stored = head.bytes.length < HEAD ? head : await this.files.read(uri);
    const decoded = stored && decode(stored.bytes);
    const language = decoded && detectLanguage(decoded.text);
    if (!decoded || !language) return undefined;
    return { text: decoded.text, language, modified: stored.modified, misread: isMisreadByEditors(decoded) };
  }
}
