import { open, readdir } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './server';
import { MAX_BYTES, SKIPPED_FOLDERS, type FileSystem } from './workspace/folders';

async function* filesBelow(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    // Links are not followed: they can lead in a circle and out of the folder.
    if (entry.isDirectory() && !SKIPPED_FOLDERS.has(entry.name)) yield* filesBelow(path);
    else if (entry.isFile()) yield pathToFileURL(path).href;
  }
}

/** The files of this machine. */
const files: FileSystem = {
  async *list(folder) {
    if (folder.startsWith('file:')) yield* filesBelow(fileURLToPath(folder));
  },
  async read(uri, limit) {
    if (!uri.startsWith('file:')) return undefined;
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
serve(createConnection(ProposedFeatures.all), files);
