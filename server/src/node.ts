import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './server';

// The language server's entry in Node: `node dist/server.js --stdio`, or `--node-ipc` from VS Code.
serve(createConnection(ProposedFeatures.all));
