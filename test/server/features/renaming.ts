import { languageService, defaultSettings, RenameRefusal } from '../../../server/src/languageService';
import { rangeOf } from '../../../server/src/features/positions';
import type { NameUse } from '../../../server/src/model/device';
import { isConfigured, useKey } from '../../../server/src/model/names';
import { unquoted } from '../../../server/src/model/reading';
import { textOf } from '../../../server/src/model/value';
import type { TextDocumentEdit, TextEdit } from 'vscode-languageserver-types';
import { analyse } from '../../../server/src/workspace/analysis';
import { Workspace, type Snapshot } from '../../../server/src/workspace/workspace';

/** A place where a name is defined, as a person points at it. */
export interface Target {
  readonly uri: string;
  readonly use: NameUse;
  readonly name: string;
}

/** One definition of each object that the configurations of a workspace define. */
export function targetsIn(snapshot: Snapshot): Target[] {
  return [...snapshot.all].flatMap((file) =>
    file.document.language !== 'huawei-vrp'
      ? []
      : analyse(file).devices.flatMap(({ names }) => {
          const seen = new Set<string>();
          return names.flatMap((use): Target[] => {
            if (use.role !== 'definition' || use.kind === 'interface' || !isConfigured(use)) return [];
            if (seen.has(useKey(use))) return [];
            seen.add(useKey(use));
            return [{ uri: file.uri, use, name: unquoted(textOf(use.place)) }];
          });
        }),
  );
}

/** A name of the same kind that stands nowhere in the files. */
export function freshName({ use, name }: Target, texts: string): string | undefined {
  const isFree = (each: string): boolean => !texts.includes(each);
  if (!/^\d+$/.test(name)) return ['zq7', 'zq8', 'zq9'].find(isFree);
  const number = Number(name);
  const offsets = [...Array(1000).keys()].flatMap((each) => [each, -each]);
  const wanted = offsets
    .map((each) => String(number + each))
    .find((each) => {
      if (Number(each) < 1 || each === name || !isFree(each)) return false;
      return use.kind !== 'acl' || Math.floor(Number(each) / 1000) === Math.floor(number / 1000);
    });
  return wanted;
}

/** Applies the edits of one file to its text, the last one first. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  const starts = [0];
  for (const found of text.matchAll(/\r\n|\r|\n/g)) starts.push(found.index + found[0].length);
  const offset = ({ line, character }: { line: number; character: number }): number =>
    (starts[line] ?? text.length) + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (all, { range, newText }) => all.slice(0, offset(range.start)) + newText + all.slice(offset(range.end)),
      text,
    );
}

/** The files after a rename, or why there is none. */
export function renamed(
  snapshot: Snapshot,
  { uri, use }: Target,
  newName: string,
): { readonly snapshot: Snapshot; readonly files: readonly string[] } | { readonly refused: string } {
  const file = snapshot.file(uri);
  if (!file) throw new Error(`no file ${uri}`);
  const { start } = rangeOf(use.place, file.document);
  try {
    const edit = languageService.rename(snapshot, uri, start, newName);
    const workspace = Workspace.of(snapshot);
    const changes = (edit.documentChanges ?? []) as TextDocumentEdit[];
    for (const { textDocument, edits } of changes) {
      const before = snapshot.file(textDocument.uri);
      if (!before) throw new Error(`no file ${textDocument.uri}`);
      const text = applied(before.document.text, edits as TextEdit[]);
      workspace.set(textDocument.uri, text, before.document.language, 2);
    }
    return { snapshot: workspace.snapshot, files: changes.map(({ textDocument }) => textDocument.uri) };
  } catch (error) {
    if (error instanceof RenameRefusal) return { refused: error.message };
    throw error;
  }
}

/** What is told of all files, line by line, without the columns that a name of another length moves. */
export function told(snapshot: Snapshot, from = '', to = ''): string[] {
  const named = (text: string): string => (from === '' ? text : text.replaceAll(from, to)).toLowerCase();
  return [...snapshot.all]
    .flatMap(({ uri }) =>
      languageService
        .diagnostics(snapshot, uri, defaultSettings)
        .map(
          ({ range, code, severity, message }) =>
            `${uri} ${range.start.line}-${range.end.line} ${String(code)} ${String(severity)} ${named(typeof message === 'string' ? message : message.value)}`,
        ),
    )
    .sort();
}
