import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver-types';
import type { Document } from '../syntax/document';
import { analyse } from '../workspace/analysis';
import type { Snapshot, WorkspaceFile } from '../workspace/workspace';
import { outlineOf, type OutlineNode } from './outline';

function endOf(document: Document, line: number): number {
  return document.lineAt(line)?.line.text.length ?? 0;
}

function symbolOf(document: Document, node: OutlineNode): DocumentSymbol {
  const { name, detail, symbol, start, end, line = start, from, to, children } = node;
  return {
    name,
    ...(detail === undefined ? {} : { detail }),
    kind: symbol,
    range: { start: { line: start, character: 0 }, end: { line: end, character: endOf(document, end) } },
    selectionRange: { start: { line, character: from }, end: { line, character: to } },
    children: children.map((child) => symbolOf(document, child)),
  };
}

/** The outline of a file: views within views, of a capture commands with what their answers show. */
export function documentSymbols(snapshot: Snapshot, uri: string): DocumentSymbol[] {
  const file = snapshot.file(uri);
  return file ? outlineOf(file).map((node) => symbolOf(file.document, node)) : [];
}

/** More symbols than this no list shows. */
const MOST = 1000;

/** Whether a text has the characters of a query in their order, as an editor's own filter asks; blanks do not count. */
function fits(text: string, query: string): boolean {
  let at = 0;
  const lower = text.toLowerCase();
  for (const character of query) {
    at = lower.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function* namedNodes(nodes: readonly OutlineNode[]): Generator<OutlineNode> {
  for (const node of nodes) {
    if (node.kind === 'view' || node.kind === 'line') yield node;
    yield* namedNodes(node.children);
  }
}

/** The devices of a file by the first line of each. */
function deviceNames(file: WorkspaceFile): (line: number) => string {
  const { devices, device } = analyse(file);
  if (devices.length < 2) return () => device.name;
  const starts = devices
    .flatMap(({ name, items }) => items.map((item) => ({ name, start: file.document.startOfItem(item) })))
    .sort((a, b) => a.start - b.start);
  return (line) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle]?.start ?? 0) <= line) low = middle;
      else high = middle - 1;
    }
    return starts[low]?.name ?? device.name;
  };
}

/** The views and named objects of all devices that fit a query, each with the device that it belongs to. */
export function workspaceSymbols(snapshot: Snapshot, query: string): SymbolInformation[] {
  const wanted = query.toLowerCase().replaceAll(/\s+/g, '');
  const found: SymbolInformation[] = [];
  for (const file of snapshot.all) {
    const deviceAt = deviceNames(file);
    for (const { name, symbol, start, from, to } of namedNodes(outlineOf(file))) {
      const device = deviceAt(start);
      if (!fits(name, wanted) && !fits(`${device} ${name}`, wanted)) continue;
      const range = { start: { line: start, character: from }, end: { line: start, character: to } };
      found.push({ name, kind: symbol, containerName: device, location: { uri: file.uri, range } });
      if (found.length >= MOST) return found;
    }
  }
  return found;
}
