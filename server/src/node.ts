import { open, readdir } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { clientFiles } from './clientFiles';
import { serve } from './server';
import { filesBelow, MAX_BYTES, type Entry, type FileSystem } from './workspace/folders';

async function entriesOf(folder: string): Promise<Entry[]> {
  const entries = await readdir(fileURLToPath(folder), { withFileTypes: true }).catch(() => []);
  return entries.map((entry) => ({
    uri: pathToFileURL(join(fileURLToPath(folder), entry.name)).href,
    name: entry.name,
    // Links are not followed: they can lead in a circle and out of the folder.
    kind: entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other',
  }));
}

/** The files of this machine. */
const ownFiles: FileSystem = {
  list: (folder) => filesBelow(folder, entriesOf),
  async read(uri, limit) {
    const file = await open(fileURLToPath(uri)).catch(() => undefined);
    if (!file) return undefined;
    try {
      const { size, mtimeMs: modified } = await file.stat();
      if (size > MAX_BYTES) return undefined;
      const bytes = new Uint8Array(Math.min(size, limit ?? size));
      const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
      return { bytes: bytes.subarray(0, bytesRead), modified };
    } catch {
      return undefined;
    } finally {
      await file.close();
    }
  },
};

// The language server's entry in Node: `node dist/server.js --stdio`, or `--node-ipc` from VS Code.
const connection = createConnection(ProposedFeatures.all);
const others = clientFiles(connection);
const filesOf = (uri: string): FileSystem => (uri.startsWith('file:') ? ownFiles : others);
serve(connection, {
  list: (folder) => filesOf(folder).list(folder),
  read: (uri, limit) => filesOf(uri).read(uri, limit),
});
