/**
 * A file system without a disk, as vscode.dev and its like have: `memfs:/workspace` holds a copy of examples/, which the launcher serves
 * beside the extension; all else is written by the suites.
 */
import * as vscode from 'vscode';

interface Entry {
  readonly type: vscode.FileType;
  readonly ctime: number;
  mtime: number;
  bytes: Uint8Array;
}

class MemoryFiles implements vscode.FileSystemProvider {
  private readonly entries = new Map<string, Entry>();
  private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changes.event;
  private clock = 1;

  constructor() {
    this.entries.set('/', this.entry(vscode.FileType.Directory));
  }

  private entry(type: vscode.FileType, bytes: Uint8Array = new Uint8Array()): Entry {
    const time = ++this.clock;
    return { type, ctime: time, mtime: time, bytes };
  }

  private find(uri: vscode.Uri, type?: vscode.FileType): Entry {
    const found = this.entries.get(uri.path);
    if (found === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    if (type === vscode.FileType.File && found.type !== type)
      throw vscode.FileSystemError.FileIsADirectory(uri);
    if (type === vscode.FileType.Directory && found.type !== type)
      throw vscode.FileSystemError.FileNotADirectory(uri);
    return found;
  }

  private tell(type: vscode.FileChangeType, uri: vscode.Uri): void {
    this.changes.fire([{ type, uri }]);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const { type, ctime, mtime, bytes } = this.find(uri);
    return { type, ctime, mtime, size: bytes.length };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    this.find(uri, vscode.FileType.Directory);
    const folder = uri.path.endsWith('/') ? uri.path : `${uri.path}/`;
    return [...this.entries]
      .filter(
        ([path]) => path !== folder && path.startsWith(folder) && !path.slice(folder.length).includes('/'),
      )
      .map(([path, { type }]) => [path.slice(folder.length), type]);
  }

  /** The files below a folder whose path holds the text. */
  search(folder: string, text: string): vscode.Uri[] {
    return [...this.entries]
      .filter(
        ([path, { type }]) => type === vscode.FileType.File && path.startsWith(folder) && path.includes(text),
      )
      .map(([path]) => vscode.Uri.from({ scheme: 'memfs', path }));
  }

  createDirectory(uri: vscode.Uri): void {
    if (this.entries.has(uri.path)) return;
    const parent = uri.with({ path: uri.path.replace(/\/[^/]*$/, '') || '/' });
    this.createDirectory(parent);
    this.entries.set(uri.path, this.entry(vscode.FileType.Directory));
    this.tell(vscode.FileChangeType.Created, uri);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    return this.find(uri, vscode.FileType.File).bytes;
  }

  writeFile(uri: vscode.Uri, bytes: Uint8Array, options: { create: boolean; overwrite: boolean }): void {
    const known = this.entries.get(uri.path);
    if (known?.type === vscode.FileType.Directory) throw vscode.FileSystemError.FileIsADirectory(uri);
    if (known === undefined && !options.create) throw vscode.FileSystemError.FileNotFound(uri);
    if (known !== undefined && options.create && !options.overwrite)
      throw vscode.FileSystemError.FileExists(uri);
    if (known === undefined) {
      this.createDirectory(uri.with({ path: uri.path.replace(/\/[^/]*$/, '') || '/' }));
      this.entries.set(uri.path, this.entry(vscode.FileType.File, bytes));
    } else {
      known.bytes = bytes;
      known.mtime = ++this.clock;
    }
    this.tell(known === undefined ? vscode.FileChangeType.Created : vscode.FileChangeType.Changed, uri);
  }

  delete(uri: vscode.Uri): void {
    this.find(uri);
    for (const path of [...this.entries.keys()])
      if (path === uri.path || path.startsWith(`${uri.path}/`)) this.entries.delete(path);
    this.tell(vscode.FileChangeType.Deleted, uri);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.find(from);
    for (const [path, entry] of [...this.entries]) {
      if (path !== from.path && !path.startsWith(`${from.path}/`)) continue;
      this.entries.delete(path);
      this.entries.set(`${to.path}${path.slice(from.path.length)}`, entry);
    }
    this.tell(vscode.FileChangeType.Deleted, from);
    this.tell(vscode.FileChangeType.Created, to);
  }
}

/**
 * What the proposed API calls a file search; the type packages do not have it. Without one, VS Code waits for ever to learn whether the
 * folder holds a file that some extension starts by.
 */
interface FileSearch {
  registerFileSearchProvider(
    scheme: string,
    provider: { provideFileSearchResults(query: { readonly pattern: string }): Promise<vscode.Uri[]> },
  ): vscode.Disposable;
}

/** Fills the file system and makes it known. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const files = new MemoryFiles();
  const address = vscode.Uri.joinPath(context.extensionUri, 'examples.json').toString(true);
  const examples = (await (await fetch(address)).json()) as Record<string, string>;
  for (const [path, text] of Object.entries(examples)) {
    const uri = vscode.Uri.parse(`memfs:/workspace/${path}`);
    files.writeFile(uri, new TextEncoder().encode(text), { create: true, overwrite: true });
  }
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('memfs', files, { isCaseSensitive: true }),
    (vscode.workspace as unknown as FileSearch).registerFileSearchProvider('memfs', {
      provideFileSearchResults: ({ pattern }) =>
        Promise.resolve(pattern === '' ? [] : files.search('/workspace/', pattern)),
    }),
  );
}
