import type { OutputKind } from './kind';
import { present } from './labels';
import type { Field, Output, OutputLine } from './output';
import { ADDRESS, cellsOf, Columns, joinedRows, RULE_WITHIN, type Cell } from './table';

/** An IKE SA, or the IPsec SA pair that it negotiated, as `display ike sa` lists them; values as printed. */
export interface DisplayedIkeSa {
  /** `Spu board slot 1`: where products with several boards keep it. */
  readonly board?: Field;
  readonly connection: Field;
  readonly peer: Field;
  /** The UDP port behind the address. */
  readonly port?: Field;
  readonly vpnInstance?: Field;
  /** `RD|ST|A`: what state it is in. */
  readonly flags?: Field;
  /** 1 for an IKE SA, 2 for a pair of IPsec SAs. */
  readonly phase?: Field;
  /** `v1`, `v2`; absent where the product does not print it. */
  readonly version?: Field;
  readonly remoteIdType?: Field;
  readonly remoteId?: Field;
}

/** A row begins with a number and an address. */
const START = new RegExp(
  String.raw`(?<!\S)(\d{1,10})[ \t]+\[?(${ADDRESS})\]?(?:[:/](\d{1,5}))?(?=[ \t]|$)`,
  'gi',
);
const STARTS = new RegExp(`^[ \\t]*${START.source}`, 'i');

const PHASE = /^(?:(v[12])[:.])?([12])$/i;
const FLAG = String.raw`(?:RD|ST|RL|FD|TO|HRT|LKG|BCK|M|S|A|NEG|D|P|NONE|UNKNOWN)`;
const FLAGS = new RegExp(String.raw`^${FLAG}(?:\|${FLAG})*\|?$`, 'i');
const ID_TYPE =
  /^(?:IP(?:v[46])?(?:[_-]ADDR)?|FQDN|USER[_-]?FQDN|KEY[_-]?ID|DN|ESN|NAME|ANY|NONE|DER_\w{1,20})$/i;

/** What ends the last row where everything stands on one line. */
const END =
  /\s(?:Number of IKE SA|Total\b|Flag Description|RD--READY|current (?:ike )?sa|Spu board|\.{3,}|…)/i;

const BOARD = /\b((?:Spu board )?slot \d{1,3}(?:,? cpu \d{1,3})?)[ \t]*,?[ \t]*IKE SA Information/gi;

const HEADING = /\bconn-?id[ \t]+peer\b/i;
const NAMES = {
  vpn: /\bvpn\b/i,
  flags: /\bflag(?:\(s\)|s)?/i,
  phase: /\bphase\b/i,
  bfd: /\bbfd\b/i,
  ext: /\bext\b/i,
  type: /\bremote-?type\b/i,
  id: /\bremote-?id\b/i,
};

/** A row with the place where each begins in its line; the offsets of its words are those of the line. */
interface Row {
  readonly line: OutputLine;
  readonly start: RegExpExecArray;
  readonly end: number;
}

function fieldOf(line: OutputLine, cell: Cell | undefined): Field | undefined {
  return cell && line.field(cell.start, cell.end);
}

/** What stands between the address and the phase: VPN instance and flags, of which either may be missing. */
function middleOf(line: OutputLine, cells: readonly Cell[], columns: Columns): Partial<DisplayedIkeSa> {
  const [first, second] = cells;
  if (!first) return {};
  if (second) return present({ vpnInstance: fieldOf(line, first), flags: fieldOf(line, second) });
  const isFlags = FLAGS.test(first.text);
  const own = columns.has('vpn') && !isFlags && columns.nearest(first.start, ['vpn', 'flags']) === 'vpn';
  return own ? present({ vpnInstance: fieldOf(line, first) }) : present({ flags: fieldOf(line, first) });
}

/** What stands behind the phase: type and ID of the peer, or on VRP8 further columns of which the last is the VPN instance. */
function restOf(
  line: OutputLine,
  cells: readonly Cell[],
  end: number,
  columns: Columns,
): Partial<DisplayedIkeSa> {
  const [first, second] = cells;
  const last = cells.at(-1);
  if (!first || !last) return {};
  const vpn = columns.start('vpn');
  const phase = columns.start('phase');
  if (vpn !== undefined && phase !== undefined && vpn > phase) {
    const before = (columns.has('bfd') ? 1 : 0) + (columns.has('ext') ? 1 : 0);
    return present({ vpnInstance: fieldOf(line, cells[before]) });
  }
  if (!ID_TYPE.test(first.text)) {
    const isId = columns.has('id') && columns.nearest(first.start, ['type', 'id']) === 'id';
    return isId
      ? { remoteId: line.field(first.start, end) }
      : { remoteIdType: line.field(first.start, first.end) };
  }
  return present({
    remoteIdType: fieldOf(line, first),
    remoteId: second ? line.field(second.start, end) : undefined,
  });
}

function readRow({ line, start, end }: Row, columns: Columns): DisplayedIkeSa | undefined {
  const [connection, peer, port] = line.groups(start);
  if (!connection || !peer) return undefined;
  const cells = cellsOf(line.text, start.index + start[0].length, end);
  const isPhase = ({ text }: Cell): boolean => PHASE.test(text);
  // A VPN instance may be called 0, 1 or 2: the phase is the last that it can be before the type of the peer's ID.
  const versioned = cells.findIndex(({ text }) => /^v[12][:.][12]$/i.test(text));
  const bare = cells.slice(0, 3).findLastIndex(isPhase);
  const at = versioned >= 0 ? versioned : bare;
  if (at < 0)
    return { connection, peer, ...present({ port }), ...middleOf(line, cells.slice(0, 2), columns) };
  const found = cells[at];
  const parts = found ? PHASE.exec(found.text) : null;
  if (!found || !parts) return undefined;
  const length = parts[1]?.length ?? 0;
  return {
    connection,
    peer,
    ...present({
      port,
      version: length > 0 ? line.field(found.start, found.start + length) : undefined,
      phase: line.field(found.end - 1, found.end),
    }),
    ...middleOf(line, cells.slice(0, at), columns),
    ...restOf(line, cells.slice(at + 1), end, columns),
  };
}

function rowsOf(line: OutputLine): Row[] {
  const starts = [...line.text.matchAll(START)];
  return starts.map((start, at) => {
    const from = start.index + start[0].length;
    const to = Math.min(starts[at + 1]?.index ?? line.text.length, from + 600);
    const rest = line.text.slice(from, to);
    const ends = [END, RULE_WITHIN].map((pattern) => rest.search(pattern)).filter((found) => found >= 0);
    return { line, start, end: ends.length > 0 ? from + Math.min(...ends) : to };
  });
}

function read({ lines }: Output): readonly DisplayedIkeSa[] {
  const all: DisplayedIkeSa[] = [];
  let columns = Columns.none;
  let board: Field | undefined;
  const hasId = lines.some(({ text }) => HEADING.test(text) && NAMES.id.test(text));
  const isComplete = (text: string): boolean => {
    const cells = cellsOf(text.replace(STARTS, ''));
    const phase = cells.findIndex((cell) => PHASE.test(cell.text));
    return phase >= 0 && (!hasId || cells.length > phase + 2);
  };
  for (const line of joinedRows(lines, (text) => STARTS.test(text), isComplete)) {
    if (HEADING.test(line.text)) columns = Columns.of(line.text, NAMES);
    const boards = [...line.text.matchAll(BOARD)];
    for (const row of rowsOf(line)) {
      const before = boards.findLast(({ index }) => index < row.start.index);
      if (before) [board] = line.groups(before);
      const sa = readRow(row, columns);
      if (sa) all.push({ ...present({ board }), ...sa });
    }
    const last = boards.at(-1);
    if (last) [board] = line.groups(last);
  }
  return all;
}

/** `display ike sa [v2] [remote A] …`: the five layouts of AR, USG, S switches and VRP8. */
export const ikeSaOutput: OutputKind<DisplayedIkeSa> = {
  command: 'display ike sa',
  opening: /\bIKE SA information\s*:|\bconn-?id[ \t]+peer\b|\bcurrent (?:ike )?sa num(?:ber)?[ \t]*:/i,
  about: {
    reads: 'peer, port, VPN instance, state, IKE version, phase and remote ID of every SA, by board',
    layouts: {
      USG6000: 'device',
      AR: 'device',
      'older USG': 'device',
      'S switches': 'document',
      VRP8: 'document',
    },
  },
  read,
};
