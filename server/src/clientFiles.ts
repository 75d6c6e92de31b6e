import type { Connection } from 'vscode-languageserver';
import { READ_FILE, READ_FOLDER, type FileContent, type FolderEntry, type ReadFileParams } from './protocol';
import { filesBelow, MAX_BYTES, type FileSystem } from './workspace/folders';

function bytesOf(base64: string): Uint8Array {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** The files that the client reads, as VS Code does for its virtual file systems; of a client that does not know how there are none. */
export function clientFiles(connection: Connection): FileSystem {
  const entriesOf = (uri: string): Promise<FolderEntry[]> =>
    connection.sendRequest<FolderEntry[]>(READ_FOLDER, { uri }).catch(() => []);
  return {
    list: (folder) => filesBelow(folder, entriesOf),
    async read(uri, limit) {
      const params: ReadFileParams = { uri, most: MAX_BYTES, ...(limit === undefined ? {} : { limit }) };
      const content = await connection.sendRequest<FileContent | null>(READ_FILE, params).catch(() => null);
      return content ? { bytes: bytesOf(content.base64), modified: content.modified } : undefined;
    },
  };
}
