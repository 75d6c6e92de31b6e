import { FIRST_STATE } from '../syntax/classify';
import type { Document } from '../syntax/document';
import type { Item } from '../syntax/tree';
import { CommandLine } from './reading';

/** The name that a `sysname` line of an item gives the device. */
function sysnameOf(item: Item): string | undefined {
  for (const [index, line] of item.lines.entries()) {
    if (line.view !== 'system' || !line.match || line.match.undo) continue;
    const command = new CommandLine('', item, index, line);
    if (command.starts('sysname')) return command.ofType('string', 'text')?.value;
  }
  return undefined;
}

/** Whether an item can stand above the `sysname` of a device without being a setting of its own. */
function isPreamble(item: Item): boolean {
  return item.lines.every(
    (line) => line.kind !== 'command' || (line.view === 'free' && line.words[0]?.text !== 'return'),
  );
}

/** Whether a saved configuration ends in an item. */
function returns(item: Item): boolean {
  return item.lines.some(({ words }) => words.length === 1 && words[0]?.text === 'return');
}

/**
 * Cuts a configuration where a second `sysname` begins another device, as notes with both ends in one file have it. The same name behind
 * the end of a configuration begins another one: nobody has named the two.
 */
function splitConfiguration(items: readonly Item[]): Item[][] {
  const groups: Item[][] = [];
  let start = 0;
  let current: string | undefined;
  let ended = false;
  for (const [index, item] of items.entries()) {
    const name = sysnameOf(item);
    const begins: boolean = name !== undefined && (name !== current || ended);
    ended = returns(item) || (ended && !begins);
    if (!begins) continue;
    if (current !== undefined) {
      let boundary = index;
      while (boundary > start + 1) {
        const before = items[boundary - 1];
        if (!before || !isPreamble(before)) break;
        boundary--;
      }
      groups.push(items.slice(start, boundary));
      start = boundary;
    }
    current = name;
  }
  groups.push(items.slice(start));
  return groups;
}

/** Sorts the items of a capture by the device whose prompt they stand behind; `sysname` typed at a prompt renames its device. */
function splitCapture(items: readonly Item[]): Item[][] {
  const groups = new Map<string, Item[]>();
  const sameAs = new Map<string, string>();
  let current: string | undefined;
  const before: Item[] = [];
  for (const item of items) {
    const prompted = item.lines[0]?.prompt?.device;
    if (prompted !== undefined) {
      // A view this product cannot tell from the name shows as a longer one.
      const longer = current !== undefined && prompted.startsWith(`${current}-`);
      current = longer ? current : (sameAs.get(prompted) ?? prompted);
    }
    const group = current === undefined ? before : (groups.get(current) ?? []);
    if (current !== undefined) groups.set(current, group);
    group.push(item);
    const renamed = current !== undefined && prompted !== undefined ? sysnameOf(item) : undefined;
    if (renamed !== undefined && current !== undefined) sameAs.set(renamed, current);
  }
  const [first, ...others] = [...groups.values()];
  return [[...before, ...(first ?? [])], ...others];
}

/** What stands in place of lines that are not read: whoever goes through a device's lines need not go through those. */
const GAP: Item = { lines: [], length: 0, unread: FIRST_STATE };

/** The items of each device that a file describes, in the order in which the devices appear; most files describe one. */
export function splitDevices(document: Document): readonly (readonly Item[])[] {
  const items = document.unread ? document.items.map((item) => (item.unread ? GAP : item)) : document.items;
  return document.language === 'huawei-vrp-output' ? splitCapture(items) : splitConfiguration(items);
}
