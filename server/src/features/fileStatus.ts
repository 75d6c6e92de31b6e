import * as l10n from '@vscode/l10n';
import { MAX_LOG_LINES } from '../model/records';
import { MAX_LINE_LENGTH, MAX_OUTPUT_LENGTH } from '../syntax/line';
import { MAX_READ_LINES } from '../syntax/readLimit';
import type { Item, TreeLine } from '../syntax/tree';
import type { Snapshot } from '../workspace/workspace';

/** What of an item cannot be read: the first overlong line, counted within the item, and whether there is binary data. */
interface Unreadable {
  readonly overlong: number;
  readonly binary: boolean;
}

const cache = new WeakMap<Item, Unreadable>();

/** Control characters that no terminal sends and no device saves, except the NUL that closes a saved configuration. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const BINARY = /[\u0001-\u0006\u000e-\u001a\u001c-\u001f]/;

/** How much of a line is read: of what a device printed more than of a command. */
function limitOf({ role }: TreeLine): number {
  return role === 'config' ? MAX_LINE_LENGTH : MAX_OUTPUT_LENGTH;
}

function look(item: Item): Unreadable {
  let found = cache.get(item);
  if (!found) {
    found = {
      overlong: item.lines.findIndex((line) => line.text.length > limitOf(line)),
      binary: item.lines.some((line) => BINARY.test(line.text.slice(0, MAX_LINE_LENGTH))),
    };
    cache.set(item, found);
  }
  return found;
}

/** What cannot be analysed of a file, in one sentence; undefined where all of it can. */
export function fileProblem(snapshot: Snapshot, uri: string): string | undefined {
  const document = snapshot.file(uri)?.document;
  if (!document) return undefined;
  const { unread } = document;
  if (unread) {
    return l10n.t(
      'Lines {0} to {1} of this file are not analysed: of a longer file no more than {2} lines are.',
      unread.start + 1,
      unread.end,
      MAX_READ_LINES,
    );
  }
  for (const [index, item] of document.items.entries()) {
    const { overlong, binary } = look(item);
    if (binary) {
      return l10n.t('This file holds binary data; only the lines that are text are analysed.');
    }
    const line = item.lines[overlong];
    if (line) {
      const facts = [document.startOf(index) + overlong + 1, limitOf(line)];
      return line.role === 'config'
        ? l10n.t('Line {0} is longer than {1} characters and is not analysed.', ...facts)
        : l10n.t('Only the first {1} characters of line {0} are analysed.', ...facts);
    }
  }
  if (document.language === 'huawei-vrp-output' && document.lineCount > MAX_LOG_LINES) {
    return l10n.t(
      'Log lines and alarms are read from about the last {0} of its {1} lines.',
      MAX_LOG_LINES,
      document.lineCount,
    );
  }
  return undefined;
}
