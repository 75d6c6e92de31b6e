import type { BlockPlace, Device, Named } from './device';
import { linesOf, type CommandLine } from './reading';

const known = new WeakMap<Device, boolean>();

/**
 * Whether what is taken for one device may be several: notes often hold both ends of a tunnel, told apart in prose or not at all. Then one
 * interface has two addresses in two places, or, where no `sysname` is near, any view that is opened again repeats a command.
 */
export function maybeSeveral(device: Device): boolean {
  let several = known.get(device);
  if (several === undefined) {
    several =
      device.interfaces.some((each) => repeats(each, isPrimaryAddress)) ||
      (!device.whole &&
        [...device.ikePeers, ...device.ikeProposals, ...device.ipsecProposals, ...device.policies].some(
          (each) => repeats(each, () => true),
        ));
    known.set(device, several);
  }
  return several;
}

function isPrimaryAddress(line: CommandLine): boolean {
  return line.starts('ip address') && !line.has('sub');
}

/** Whether two of the places where a view is opened hold the same command. What is typed at prompts changes what is there. */
function repeats({ blocks }: Named, counts: (line: CommandLine) => boolean): boolean {
  const isWritten = ({ item, block }: BlockPlace): boolean => item.lines[block.start]?.role === 'config';
  const seen = new Set<unknown>();
  for (const { uri, item, block } of blocks.length > 1 ? blocks.filter(isWritten) : []) {
    const lines = linesOf(uri, item, block).filter((line) => !line.undo && counts(line));
    const commands = new Set(lines.map((line) => line.line.match?.command));
    if ([...commands].some((command) => seen.has(command))) return true;
    for (const command of commands) seen.add(command);
  }
  return false;
}
