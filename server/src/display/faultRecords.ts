import type { OutputKind } from './kind';
import type { Field, Output, OutputLine } from './output';
import { present } from './labels';
import { ADDRESS, cellsOf, Columns, joinedRows, TIME, type Cell } from './table';

/** A row of a table of failures: whom it speaks of, why, and when; values as printed. */
export interface FaultRecord {
  /** The address of the peer. */
  readonly peer: Field;
  readonly port?: Field;
  readonly vpnInstance?: Field;
  /** The cause as printed, whether it is a known one or not. */
  readonly reason: Field;
  readonly version?: Field;
  /** Date and time, in the device's own clock. */
  readonly time?: Field;
}

/** An address at the beginning of a row: with its port behind a colon or a slash, or in a column of its own. */
const PEER = new RegExp(
  String.raw`(?<![\w.:])(?:\[(${ADDRESS})\]|(${ADDRESS}))(?:[:/](\d{1,5})(?![\w.:]))?(?=\s|$)`,
  'gi',
);
const WHEN = new RegExp(TIME);
const AT_TIME = new RegExp(String.raw`^\s*(?:\S{1,31}\s+){0,2}${TIME}`);

/** A row begins at the beginning of its line, perhaps with its number, or behind a time, a rule of dashes or a heading. */
const BEFORE_ROW =
  /^\s*(?:\d{1,6}[.)]?\s+)?$|:\d{2}(?:\.\d{1,6})?(?: ?[+-]\d{2}:\d{2})?\]?(?: [A-Z]{3,4})?\s*$|-{3,}\s*$|(?:time|reason)\s*$/i;

/** What stands between the peer and the time, from the left: port, VPN instance, and from the right: the version. */
const PORT = /^\s*(\d{1,5})(?=\s|$)/;
const VERSION = /(?:^|\s)(v[12])\s*$/i;

/** Which columns the table has, as its heading says, and where they begin. */
interface Heading {
  readonly columns: Columns;
  /** VRP8: the time stands before the reason. */
  readonly timeFirst: boolean;
}

const NAMES = {
  port: /\bport\b/i,
  vpn: /\bvpn\b/i,
  reason: /(?:error-?|offline-?)?reason/i,
  time: /(?:error-?|offline-?)?time\b/i,
};

/** A heading is a line of its own, or stands at the beginning of what was pasted onto one. */
const MAX_HEADING = 600;

function headingOf(line: OutputLine): Heading | undefined {
  const text = line.text.slice(0, MAX_HEADING);
  const peer = text.search(/\bpeer\b/i);
  if (peer < 0 || text.slice(peer).search(NAMES.reason) < 0) return undefined;
  // What stands before the heading on a line, such as "Ike error information", is none of it.
  const columns = Columns.of(text.slice(peer).padStart(text.length), NAMES);
  const [reason, time] = [columns.start('reason') ?? 0, columns.start('time')];
  return { columns, timeFirst: time !== undefined && time < reason };
}

interface Row {
  /** The row behind its address. */
  readonly rest: OutputLine;
  /** Where that begins in its line. */
  readonly at: number;
  readonly peer: Field;
  readonly port: Field | undefined;
}

/** Rows reach from their address to the next one, so that those which were pasted onto one line are told apart. */
function rowsOf(line: OutputLine, { timeFirst }: Heading): Row[] {
  const { text } = line;
  const found = [...text.matchAll(PEER)].filter(({ 0: whole, index }, at) => {
    const behind = index + whole.length;
    const isFirst = at === 0 && index < MAX_HEADING;
    if (BEFORE_ROW.test(text.slice(isFirst ? 0 : Math.max(0, index - 48), index))) return true;
    // On one line, a row of VRP8 stands behind the reason of the one before.
    return timeFirst && AT_TIME.test(text.slice(behind, behind + 120));
  });
  return found.flatMap((match, at) => {
    const [bracketed, bare, port] = line.groups(match);
    const peer = bracketed ?? bare;
    const start = match.index + match[0].length;
    return peer ? [{ rest: line.part(start, found[at + 1]?.index), at: start, peer, port }] : [];
  });
}

/** The VPN instance of a row, where one stands at an offset of what is behind its address. */
function vpnAt(
  { rest, at }: Row,
  from: number,
  { columns, timeFirst }: Heading,
  end: number,
): Cell | undefined {
  if (!columns.has('vpn')) return undefined;
  const [first] = cellsOf(rest.text, from, Math.min(end, from + 200));
  if (!first || first.text.length > 31) return undefined;
  const isBelow = timeFirst || columns.nearest(at + first.start, ['vpn', 'reason']) === 'vpn';
  const isFlat = at + first.start > (columns.start('time') ?? 0) + 40;
  return isBelow || isFlat ? first : undefined;
}

function readRow(row: Row, heading: Heading): FaultRecord[] {
  const { rest, peer } = row;
  const { columns, timeFirst } = heading;
  const when = WHEN.exec(rest.text);
  if (!when && !columns.has('port') && !columns.has('vpn') && !VERSION.test(rest.text)) return [];
  const time = when ? rest.field(when.index, when.index + when[0].length) : undefined;
  const rule = rest.text.search(/\s-{5,}/);
  const lineEnd = rule < 0 ? rest.text.length : rule;
  const beforeTime = when ? Math.min(when.index, lineEnd) : lineEnd;
  let taken = 0;
  let { port } = row;
  if (!port && columns.has('port')) {
    const found = PORT.exec(rest.text.slice(0, beforeTime));
    if (found) [port] = rest.groups(found);
    taken = found?.[0].length ?? 0;
  }
  const vpn = vpnAt(row, taken, heading, beforeTime);
  if (vpn) taken = vpn.end;
  const isTimeFirst = timeFirst && when !== null;
  const reasonPart = isTimeFirst
    ? rest.part(when.index + when[0].length, lineEnd)
    : rest.part(taken, beforeTime);
  const versionFound = VERSION.exec(reasonPart.text);
  const version = versionFound ? reasonPart.groups(versionFound)[0] : undefined;
  const reason = reasonPart.field(0, versionFound ? versionFound.index : reasonPart.text.length);
  const vpnInstance = vpn && rest.field(vpn.start, vpn.end);
  return reason.text === '' ? [] : [{ peer, reason, ...present({ port, vpnInstance, version, time }) }];
}

const NO_HEADING: Heading = { columns: Columns.none, timeFirst: false };

const STARTS = new RegExp(String.raw`^\s*(?:\d{1,6}[.)]?\s+)?\[?${ADDRESS}\]?(?:[:/]\d{1,5})?(?=\s|$)`, 'i');

function read({ lines }: Output): readonly FaultRecord[] {
  const first = lines.map(headingOf).find((each) => each !== undefined);
  let heading = first ?? NO_HEADING;
  const isComplete = (text: string): boolean => WHEN.test(text);
  return joinedRows(lines, (text) => STARTS.test(text), isComplete).flatMap((line) => {
    // Every board has a heading of its own.
    heading = headingOf(line) ?? heading;
    return rowsOf(line, heading).flatMap((row) => readRow(row, heading));
  });
}

/** `display ike error-info`: the negotiations that failed. The layout is that of `display ike offline-info`. */
export const ikeErrorInfoOutput: OutputKind<FaultRecord> = {
  command: 'display ike error-info',
  opening: /\bIke error information\s*:|\berror-reason\b/i,
  about: {
    reads: 'peer, port, VPN instance, cause, IKE version and time of every failed negotiation',
    layouts: { 'USG, AR, S switches (read like `ike offline-info`)': 'none' },
  },
  read,
};

/** `display ike offline-info`: the tunnels that were torn down. */
export const ikeOfflineInfoOutput: OutputKind<FaultRecord> = {
  command: 'display ike offline-info',
  opening: /\bIke offline information\s*:|\boffline-reason\b/i,
  about: {
    reads: 'peer, port, VPN instance, cause, IKE version and time of every torn-down tunnel',
    layouts: { USG6000E: 'document', 'S switches': 'document' },
  },
  read,
};

/** `display ike error history` of VRP8. */
export const ikeErrorHistoryOutput: OutputKind<FaultRecord> = {
  command: 'display ike error history',
  opening: /\bIKE Error Information for Slot\b/i,
  about: {
    reads: 'peer, port, VPN instance, time and cause of every failed negotiation',
    layouts: { VRP8: 'document' },
  },
  read,
};

/** `display ike offline history` of VRP8. */
export const ikeOfflineHistoryOutput: OutputKind<FaultRecord> = {
  command: 'display ike offline history',
  opening: /\bIKE Offline Information for Slot\b/i,
  about: {
    reads: 'peer, port, VPN instance, time and cause of every torn-down tunnel',
    layouts: { VRP8: 'document' },
  },
  read,
};
