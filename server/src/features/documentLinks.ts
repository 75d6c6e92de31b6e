import * as l10n from '@vscode/l10n';
import type { DocumentLink } from 'vscode-languageserver-types';
import { textOf } from '../model/value';
import type { Item } from '../syntax/tree';
import { analyse } from '../workspace/analysis';
import { mentionsAt } from '../workspace/mentions';
import type { Snapshot, WorkspaceFile } from '../workspace/workspace';
import { locationOf } from './nameAt';
import { rangeOf } from './positions';

/** An RFC as people write it in remarks and descriptions, and devices in help texts. */
const RFC = /\bRFC[ -]?([1-9]\d{2,4})\b/gi;

/** Lines are read up to here. */
const WIDEST = 2000;

/** A line of a file as people and tools write it: `fw_a.cfg:12`, `fw_a.cfg:12:5`, `fw_a.cfg line 12`. */
const FILE_LINE =
  /(?<![\w./-])([\w][\w.-]{0,120}\.[a-z]{2,5})(?::| line )([1-9]\d{0,6})(?::([1-9]\d{0,4}))?(?![\w.])/gi;

/** A line of the same file, in a remark. */
const OWN_LINE = /\bline ([1-9]\d{0,6})\b|第 ?([1-9]\d{0,6}) ?行/gi;

/** What a person writes between what a terminal wrote. */
const REMARK = /^\s*(?:#|\/\/|!|;)/;

/** Something in a line that leads somewhere. */
interface Mention {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** The number of the RFC, or the line of a file from 1; the file is the own one where none is named. */
  readonly to:
    { readonly rfc: string } | { readonly file?: string; readonly line: number; readonly character: number };
}

const known = new WeakMap<Item, readonly Mention[]>();

function mentionsOn(text: string, line: number): Mention[] {
  const found = (pattern: RegExp, to: (match: RegExpMatchArray) => Mention['to']): Mention[] =>
    [...text.matchAll(pattern)].map((match) => ({
      line,
      start: match.index,
      end: match.index + match[0].length,
      to: to(match),
    }));
  const files = found(FILE_LINE, ([, file = '', number, character]) => ({
    file,
    line: Number(number),
    character: Number(character ?? 1),
  }));
  const own = REMARK.test(text)
    ? found(OWN_LINE, ([, number, chinese]) => ({ line: Number(number ?? chinese), character: 1 }))
    : [];
  return [
    ...found(RFC, ([, rfc = '']) => ({ rfc })),
    ...files,
    // `fw_a.cfg line 12` is said of the other file.
    ...own.filter(({ end }) => files.every((each) => end < each.start || end > each.end)),
  ];
}

function mentionsIn(item: Item): readonly Mention[] {
  let found = known.get(item);
  if (!found) {
    found = item.lines.flatMap(({ text }, line) => mentionsOn(text.slice(0, WIDEST), line));
    known.set(item, found);
  }
  return found;
}

const nameOf = (uri: string): string => uri.slice(uri.lastIndexOf('/') + 1);
const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/') + 1);

/** The file that a name means: the one beside the file that names it, else the only one of that name. */
function fileNamed(snapshot: Snapshot, name: string, from: string): WorkspaceFile | undefined {
  const beside = snapshot.file(folderOf(from) + name);
  if (beside) return beside;
  const [only, ...others] = [...snapshot.all].filter(({ uri }) => nameOf(uri) === name);
  return others.length === 0 ? only : undefined;
}

function linkTarget(
  snapshot: Snapshot,
  file: WorkspaceFile,
  to: Mention['to'],
): Pick<DocumentLink, 'target' | 'tooltip'> | undefined {
  if ('rfc' in to) return { target: `https://www.rfc-editor.org/rfc/rfc${to.rfc}`, tooltip: `RFC ${to.rfc}` };
  const target = to.file === undefined ? file : fileNamed(snapshot, to.file, file.uri);
  if (!target || to.line > target.document.lineCount) return undefined;
  return {
    target: `${target.uri}#L${to.line},${to.character}`,
    tooltip: l10n.t('Go to line {0} of {1}', to.line, nameOf(target.uri)),
  };
}

/** The way from each place that refers to an ACL to its rules, in the file that says what is meant. */
function aclLinks(snapshot: Snapshot, file: WorkspaceFile): DocumentLink[] {
  return analyse(file).devices.flatMap(({ items: [first] }) => {
    if (!first) return [];
    const mentions = mentionsAt(snapshot, file, first);
    const uses = mentions
      .ofKind('acl')
      .filter(({ role, place }) => role === 'reference' && place.uri === file.uri);
    return uses.flatMap((use): DocumentLink[] => {
      const [target] = mentions.definitionsOf(use).flatMap((each) => locationOf(snapshot, each));
      if (!target) return [];
      const { line, character } = target.range.start;
      return [
        {
          range: rangeOf(use.place, file.document),
          target: `${target.uri}#L${line + 1},${character + 1}`,
          tooltip: l10n.t('Go to ACL {0}', textOf(use.place)),
        },
      ];
    });
  });
}

/** What leads somewhere by a click: RFCs that a file names, lines that it refers to, and the ACLs that its lines refer to. */
export function documentLinks(snapshot: Snapshot, uri: string): DocumentLink[] {
  const file = snapshot.file(uri);
  if (!file) return [];
  const { document } = file;
  const named = document.items.flatMap((item, index) =>
    mentionsIn(item).flatMap(({ line, start, end, to }): DocumentLink[] => {
      const target = linkTarget(snapshot, file, to);
      const at = document.startOf(index) + line;
      const range = { start: { line: at, character: start }, end: { line: at, character: end } };
      return target ? [{ range, ...target }] : [];
    }),
  );
  return [...named, ...aclLinks(snapshot, file)];
}
