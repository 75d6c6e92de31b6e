/**
 * The language server's entry wherever it runs: `node dist/server.js --stdio`, `--node-ipc` from VS Code, or a web worker. One bundle serves
 * them all; of its two ends only the one is loaded that the host has use for.
 */
void ('importScripts' in globalThis ? import('./browser.js') : import('./node.js'));
