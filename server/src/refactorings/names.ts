import type { NameKind } from '../commands/types';
import type { Device } from '../model/device';
import { nameKey } from '../model/reading';
import { isMentioned } from '../rules/targets';
import { readLine } from '../syntax/line';
import { matchIn } from '../syntax/views';

/** Numbers above this one are for the devices that have more of a kind than most. */
const USUAL_MOST = 99;

function used(device: Device, kind: NameKind): Set<string> {
  return new Set(device.names.filter((use) => use.kind === kind).map(({ name }) => name));
}

/** Whether a device takes a line that opens a view with a name in it: its length, its range, and that it is no keyword. */
function isTaken(opener: string): boolean {
  const read = matchIn('system', readLine(opener, '').words);
  return (
    read?.match.status === 'complete' &&
    read.match.words.every((word) => word.kind !== 'argument' || word.problem === undefined)
  );
}

/** The number for one more IKE proposal: behind all that there are, so that peers that offer all offer it last. */
export function freeProposalNumber(device: Device): string | undefined {
  const names = used(device, 'ike-proposal');
  const numbers = [...names].filter((name) => /^\d+$/.test(name)).map(Number);
  const last = Math.max(0, ...numbers);
  const step = [10, 5].find((each) => numbers.every((number) => number % each === 0)) ?? 1;
  const next = (Math.floor(last / step) + 1) * step;
  const free = [next, last + 1].find((each) => each <= USUAL_MOST) ?? last + 1;
  return isTaken(`ike proposal ${free}`) ? String(free) : undefined;
}

/** How many names are tried. */
const MAX_TRIED = 200;

/**
 * A name that nothing on the device has: the one it is like with a number behind it, cut so that the device takes it. `opener` says which
 * line opens its view, `taken` which names are given away already.
 */
export function freeName(
  device: Device,
  kind: NameKind,
  like: string,
  opener: (name: string) => string,
  taken: readonly string[] = [],
): string | undefined {
  const names = new Set([...used(device, kind), ...taken.map((each) => nameKey(kind, each))]);
  const stem = like.replace(/_\d{1,3}$/, '');
  // Names with blanks stand in quotes, which a number behind them would leave.
  if (!/^[\w.-]+$/.test(stem)) return undefined;
  for (let number = 2; number < MAX_TRIED; number++) {
    const suffix = `_${number}`;
    for (let length = stem.length; length > 0; length--) {
      const name = stem.slice(0, length) + suffix;
      if (!isTaken(opener(name))) continue;
      if (!names.has(nameKey(kind, name)) && !isMentioned(device, name)) return name;
      break;
    }
  }
  return undefined;
}

/** The numbers of advanced lists, of which security ACLs are. */
const ADVANCED = { from: 3000, to: 3999 };

/** A number for one more advanced ACL: the next one above another. */
export function freeAclNumber(device: Device, above: number | undefined): string | undefined {
  const names = used(device, 'acl');
  for (let number = Math.max(ADVANCED.from, (above ?? 0) + 1); number <= ADVANCED.to; number++)
    if (!names.has(String(number)) && !isMentioned(device, String(number))) return String(number);
  return undefined;
}

/** The greatest number of an entry of a policy group. */
const MAX_SEQUENCE = 10_000;

/** Numbers for further entries of a policy group, next to one that there is: no other entry comes to be tried before or after another. */
export function freeSequences(
  entries: readonly { readonly sequence: number }[],
  beside: number,
  count: number,
): readonly number[] | undefined {
  const next = Math.min(
    MAX_SEQUENCE + 1,
    ...entries.map(({ sequence }) => sequence).filter((each) => each > beside),
  );
  if (next - beside <= count) return undefined;
  // Where nothing follows, or there is room, entries stand as far apart as people number them.
  const step = next - beside > count * 10 && beside + count * 10 <= MAX_SEQUENCE ? 10 : 1;
  return Array.from({ length: count }, (_, at) => beside + step * (at + 1));
}
