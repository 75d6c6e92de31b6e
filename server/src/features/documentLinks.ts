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

interface RfcMention {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly number: string;
}

const known = new WeakMap<Item, readonly RfcMention[]>();

function rfcsIn(item: Item): readonly RfcMention[] {
  let found = known.get(item);
  if (!found) {
    found = item.lines.flatMap(({ text }, line) =>
      [...text.slice(0, WIDEST).matchAll(RFC)].map(({ index, 0: whole, 1: number = '' }) => ({
        line,
        start: index,
        end: index + whole.length,
        number,
      })),
    );
    known.set(item, found);
  }
  return found;
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

/** What leads out of a file by a click: RFCs that it names, and the ACLs that its lines refer to. */
export function documentLinks(snapshot: Snapshot, uri: string): DocumentLink[] {
  const file = snapshot.file(uri);
  if (!file) return [];
  const { document } = file;
  const rfcs = document.items.flatMap((item, index) =>
    rfcsIn(item).map(({ line, start, end, number }): DocumentLink => {
      const at = document.startOf(index) + line;
      return {
        range: { start: { line: at, character: start }, end: { line: at, character: end } },
        target: `https://www.rfc-editor.org/rfc/rfc${number}`,
        tooltip: `RFC ${number}`,
      };
    }),
  );
  return [...rfcs, ...aclLinks(snapshot, file)];
}
