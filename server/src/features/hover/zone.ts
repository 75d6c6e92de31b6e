import type { Device, Interface } from '../../model/device';
import { nameKey } from '../../model/reading';
import type { Item, TreeLine } from '../../syntax/tree';

/** The name in a line that opens a security zone; undefined for other lines. */
function openedZone({ match, words }: TreeLine): string | undefined {
  if (!match?.command.syntax.startsWith('firewall zone ') || match.undo) return undefined;
  const name = match.words.findIndex((word) => word.kind === 'argument' && word.argument.name === 'zone');
  return words[name]?.text;
}

/** Whether a line adds an interface to a zone; firewalls and routers save no other spelling. */
function adds({ words }: TreeLine, key: string): boolean {
  const [add, word, ...name] = words.map(({ text }) => text);
  if (add === undefined || word === undefined || add.length < 2 || name.length === 0) return false;
  if (!'add'.startsWith(add.toLowerCase()) || !'interface'.startsWith(word.toLowerCase())) return false;
  return nameKey('interface', name.join('')) === key;
}

function zoneIn({ lines }: Item, key: string): string | undefined {
  const [opener, ...inside] = lines;
  const zone = opener && openedZone(opener);
  return zone !== undefined && inside.some((line) => adds(line, key)) ? zone : undefined;
}

/** The security zone of an interface: as the zone names it (firewalls), or as the interface does (routers). */
export function zoneOf(device: Device, { name, place }: Interface): string | undefined {
  const key = nameKey('interface', name);
  for (const item of device.items) {
    const zone = zoneIn(item, key);
    if (zone !== undefined) return zone;
  }
  const line = place.item.lines.find(
    ({ view, match }) => view === 'interface' && match?.command.syntax.startsWith('zone ') && !match.undo,
  );
  return line?.words[1]?.text;
}
