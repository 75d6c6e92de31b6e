import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { clientFiles } from './clientFiles';
import { serve } from './server';

// The language server's entry in a web worker, which is the port that it talks over. Files are read by the client.
const worker = globalThis as never;
const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
serve(connection, clientFiles(connection));
