import type { BlockPlace, Named } from '../../model/device';
import { mirrored } from '../../model/flow';
import { CommandLine } from '../../model/reading';
import { permitText } from '../../model/ruleText';
import type { Continuation } from '../../syntax/match';
import type { End } from '../../tunnels/end';
import { protectionOf } from '../../tunnels/protectedFlows';
import { lastAnalysis } from '../../workspace/tunnels';
import type { Snapshot } from '../../workspace/workspace';
import type { Cursor, ViewAtCursor } from '../cursor';
import { secretsIn } from '../redact/secretWords';
import { otherEnd } from '../tunnelsAt';

/** More of the other ends than this are not asked: a hub has thousands. */
const MAX_ENDS = 8;

/** What stands at the other ends of the tunnels that a view is a part of. */
export class OtherEnds {
  private found: readonly { readonly end: End; readonly other: End }[] | undefined;

  constructor(
    private readonly snapshot: Snapshot,
    private readonly cursor: Cursor,
  ) {}

  private get pairs(): readonly { readonly end: End; readonly other: End }[] {
    return (this.found ??= this.find());
  }

  private find(): { end: End; other: End }[] {
    const { file, views } = this.cursor;
    const place = views[0]?.place;
    if (!place) return [];
    const pairs: { end: End; other: End }[] = [];
    for (const [end, judgements] of lastAnalysis(this.snapshot).byEnd) {
      if (!end.device.uris.includes(file.uri) || !partsOf(end).some((part) => isEntered(part, place)))
        continue;
      for (const judgement of judgements) {
        if (pairs.length === MAX_ENDS) return pairs;
        pairs.push({ end, other: otherEnd(judgement, end) });
      }
    }
    return pairs;
  }

  /** The lines of the other ends in views of a kind. */
  private linesIn(view: ViewAtCursor['view']): CommandLine[] {
    const seen = new Set<BlockPlace>();
    return this.pairs.flatMap(({ other }) =>
      partsOf(other).flatMap((part) =>
        part.blocks.flatMap((place) => {
          if (place.block.view !== view || seen.has(place)) return [];
          seen.add(place);
          return place.block.lines.flatMap((index) => {
            const line = place.item.lines[index];
            return line?.match ? [new CommandLine(place.uri, place.item, index, line)] : [];
          });
        }),
      ),
    );
  }

  /** The words that stand at the other ends where a word may stand here; never a key. */
  valuesOf(next: Continuation, view: ViewAtCursor['view']): string[] {
    if (next.undo || (next.leaf.node === 'argument' && next.leaf.type === 'secret')) return [];
    if (next.before.length === 0 || view.startsWith('acl')) return [];
    const keywords = next.before.flatMap((word) => (word.kind === 'keyword' ? word.keyword : []));
    const keyword = keywords.findLast((each) => facingOf(each) !== undefined) ?? '';
    const facing = facingOf(keyword);
    if (facing && next.leaf.node === 'argument' && ADDRESSES.has(next.leaf.type))
      return this.addresses(facing);
    const values = this.linesIn(view).flatMap((line) =>
      facing ? mirroredValues(next, keyword, line) : valuesIn(next, line),
    );
    return [...new Set(values)];
  }

  private addresses(facing: Facing): string[] {
    const all = this.pairs.flatMap(({ other }) =>
      (facing === 'far' ? other.localAddresses : other.remoteAddresses).map(({ text }) => text),
    );
    return [...new Set(all)];
  }

  /** The rules that the other ends' protected flows ask for here: `permit ip source …`. */
  rules(): string[] {
    const own = new Set(this.pairs.flatMap(({ end }) => flowTexts(end, false)));
    const wanted = this.pairs.flatMap(({ other }) => flowTexts(other, true));
    return [...new Set(wanted)].filter((text) => !own.has(text));
  }
}

function openerText({ item, block }: BlockPlace): string | undefined {
  if (block.opener === undefined) return block.promptName;
  return item.lines[block.opener]?.words.map(({ text }) => text).join(' ');
}

/** Whether a block is one of an object, whatever has been written in it since. */
function isEntered({ blocks }: Named, place: BlockPlace): boolean {
  const text = openerText(place);
  return blocks.some(
    (each) => each.uri === place.uri && each.block.view === place.block.view && openerText(each) === text,
  );
}

function partsOf({ settings, entry, peer, acl, ipsecProposals, ikeProposals, interfaces }: End): Named[] {
  const parts = [
    settings,
    entry,
    peer,
    acl,
    ...(ipsecProposals ?? []),
    ...(ikeProposals ?? []),
    ...interfaces,
  ];
  return parts.filter((part) => part !== undefined);
}

function flowTexts(end: End, mirror: boolean): string[] {
  const protection = protectionOf(end);
  if (protection.kind !== 'flows') return [];
  return protection.flows.flatMap(({ flow }) => (flow && permitText(mirror ? mirrored(flow) : flow)) ?? []);
}

const ADDRESSES: ReadonlySet<string> = new Set(['ip', 'ipv4', 'ipv6']);

type Facing = 'far' | 'near';

/** Words for the two sides of a tunnel: what one end calls near, the other one calls far. */
const SIDES: readonly (readonly [near: string, far: string])[] = [
  ['local', 'remote'],
  ['source', 'destination'],
];

/** Which side of the tunnel a command is about: `remote-address` the far one. */
function facingOf(keyword: string): Facing | undefined {
  const parts = keyword.split('-');
  for (const [near, far] of SIDES) {
    if (parts.includes(near)) return 'near';
    if (parts.includes(far)) return 'far';
  }
  return undefined;
}

/** What the other end calls a command: `remote-id` is its `local-id`. */
function facingName(keyword: string): string {
  const swap = (part: string): string => {
    for (const [near, far] of SIDES) {
      if (part === near) return far;
      if (part === far) return near;
    }
    return part;
  };
  return keyword.split('-').map(swap).join('-');
}

/** The words of a line that were read as a part of a format: by the part itself, or one of its kind. */
function wordsOf(line: CommandLine, isPart: (leaf: Continuation['leaf']) => boolean): string[] {
  const secrets = secretsIn(line.line);
  return (line.line.match?.words ?? []).flatMap((matched, at) => {
    const word = line.line.words[at];
    if (!word || secrets.some(({ start, end }) => start < word.end && word.start < end)) return [];
    if (matched.kind === 'keyword')
      return isPart({ node: 'keyword', word: matched.keyword }) ? [matched.keyword] : [];
    return matched.kind === 'argument' && isPart(matched.argument) ? [word.text] : [];
  });
}

function valuesIn({ compiled, leaf }: Continuation, line: CommandLine): string[] {
  if (line.undo || line.line.match?.command !== compiled.command) return [];
  return wordsOf(line, (part) =>
    leaf.node === 'keyword'
      ? part.node === 'keyword' && part.word === leaf.word.toLowerCase()
      : part === leaf,
  );
}

function mirroredValues({ leaf }: Continuation, keyword: string, line: CommandLine): string[] {
  if (line.undo || line.keywords[0] !== facingName(keyword)) return [];
  return wordsOf(line, (part) => {
    if (leaf.node === 'keyword') return part.node === 'keyword' && part.word === leaf.word.toLowerCase();
    return part.node === 'argument' && part.type === leaf.type && part.type !== 'secret';
  });
}
