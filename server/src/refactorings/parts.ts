import type { BlockPlace, Device, Named } from '../model/device';
import { isElision } from '../model/reading';
import type { Document } from '../syntax/document';
import { analyseWorkspace } from '../workspace/tunnels';
import { isEditable } from '../workspace/repairs';
import type { Judgement } from '../rules/judge';
import { endsOf, type End } from '../tunnels/end';
import type { Snapshot } from '../workspace/workspace';

/** The one view of an object, in a configuration that can be changed. */
export interface Own extends BlockPlace {
  readonly document: Document;
}

/**
 * Where an object can be changed as a whole: its view is entered once, in a configuration that can be edited, and every line in it is
 * understood. Undefined for any other: what is not read cannot be copied or compared.
 */
export function ownBlock(snapshot: Snapshot, { blocks, printed }: Named): Own | undefined {
  const [at, ...others] = blocks;
  const file = at && snapshot.file(at.uri);
  if (!file || others.length > 0 || printed || !isEditable(file)) return undefined;
  const { item, block } = at;
  // A view within a view belongs to something that is not known well enough to be moved.
  if (block.opener === undefined || block.blocks.length > 0) return undefined;
  for (let line = block.start; line < block.end; line++) {
    const read = item.lines[line];
    if (read?.role !== 'config' || isElision(read.text)) return undefined;
    if (read.kind === 'command' && read.match?.status !== 'complete' && read.words[0]?.text !== 'quit')
      return undefined;
  }
  return { ...at, document: file.document };
}

/** The commands of a view as they are written, without what they are indented by. The opening line is not among them. */
export function commandsOf({ item, block }: BlockPlace): string[] {
  return block.lines.flatMap((index) => {
    const line = item.lines[index];
    return line ? [line.text.slice(line.indent).trimEnd()] : [];
  });
}

/** The device that this one is in another state of the workspace. */
export function deviceIn(
  snapshot: Snapshot,
  { name, uris }: Pick<Device, 'name' | 'uris'>,
): Device | undefined {
  return analyseWorkspace(snapshot).devices.find((each) => each.name === name && each.uris[0] === uris[0]);
}

/** An end with its tunnels. */
export interface EndTunnels {
  readonly end: End;
  readonly judgements: readonly Judgement[];
}

/** The ends of a device for which something holds, each with its tunnels. */
export function endsWith(snapshot: Snapshot, device: Device, holds: (end: End) => boolean): EndTunnels[] {
  const { byEnd } = analyseWorkspace(snapshot);
  return endsOf(device)
    .filter(holds)
    .map((end) => ({ end, judgements: byEnd.get(end) ?? [] }));
}

/** Which of the two ends of a tunnel an end is. */
export function sideOf({ tunnel }: Judgement, end: End): 0 | 1 {
  return tunnel.ends[0] === end ? 0 : 1;
}
