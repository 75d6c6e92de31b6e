import type { OutputKind } from './kind';
import type { Field, Output, OutputLine } from './output';
import { present } from './labels';

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

const IPV4 = String.raw`\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}`;
/** Eight groups, or fewer around a `::`: a time of day has neither. */
const IPV6 = String.raw`(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?=[0-9a-f:]{0,39}::)[0-9a-f:]{2,39}(?:(?<=:)${IPV4})?`;
const ADDRESS = `(?:${IPV4}|${IPV6})`;
const TIME = String.raw`\d{4}[-/]\d{1,2}[-/]\d{1,2}[ \t]{1,4}\d{1,2}:\d{2}:\d{2}(?:\.\d{1,6})?(?:[ \t]?[+-]\d{2}:\d{2})?`;

/** An address at the beginning of a row: with its port behind a colon or a slash, or in a column of its own. */
const PEER = new RegExp(String.raw`(?<![\w.:])(${ADDRESS})(?:[:/](\d{1,5})(?![\w.:]))?(?=\s|$)`, 'gi');
const WHEN = new RegExp(TIME);

/** What stands between the peer and the time, from the left: port, VPN instance, and from the right: the version. */
const PORT = /^\s*(\d{1,5})(?=\s|$)/;
const VERSION = /(?:^|\s)(v[12])\s*$/i;

/** Which columns the table has, as its heading says. */
interface Columns {
  readonly hasVpn: boolean;
  readonly hasPort: boolean;
  /** VRP8: the time stands before the reason. */
  readonly timeFirst: boolean;
}

const HEADING = /\bpeer\b.*\b(?:error-?reason|offline-?reason|reason)\b/i;

function columnsOf(lines: readonly OutputLine[]): Columns {
  const text = lines.find((line) => HEADING.test(line.text))?.text.toLowerCase() ?? '';
  const reason = text.search(/(?:error-?|offline-?)?reason/);
  const time = text.search(/(?:error-?|offline-?)?time/);
  return {
    hasVpn: /\bvpn\b/.test(text),
    hasPort: /\bport\b/.test(text),
    timeFirst: time >= 0 && time < reason,
  };
}

/** A row: from its address to the next one, so that rows which were pasted onto one line are told apart. */
function* rowsOf(line: OutputLine): Generator<{ row: OutputLine; peer: Field; port: Field | undefined }> {
  const found = [...line.text.matchAll(PEER)].filter(
    // A row begins with its address, or behind the time, the dashes or the heading before it.
    ({ index }) => /(?:^|\d|-{3,}|time|reason)\s*$/i.test(line.text.slice(0, index)),
  );
  for (const [at, match] of found.entries()) {
    const [peer, port] = line.groups(match);
    const start = match.index + match[0].length;
    if (peer) yield { row: line.part(start, found[at + 1]?.index), peer, port };
  }
}

function readRow(row: OutputLine, peer: Field, ownPort: Field | undefined, columns: Columns): FaultRecord[] {
  const when = WHEN.exec(row.text);
  if (!when && !columns.hasPort && !columns.hasVpn && !VERSION.test(row.text)) return [];
  const time = when ? row.field(when.index, when.index + when[0].length) : undefined;
  let [start, end] = [0, row.text.search(/\s-{5,}/)];
  if (end < 0) end = row.text.length;
  let middle = 0;
  if (when && columns.timeFirst) {
    middle = when.index;
    start = when.index + when[0].length;
  } else if (when) end = Math.min(end, when.index);
  let port = ownPort;
  let vpnInstance: Field | undefined;
  const before = columns.timeFirst ? row.part(0, middle) : row.part(start, end);
  let taken = 0;
  if (!port && columns.hasPort) {
    const found = PORT.exec(before.text);
    if (found) {
      [port] = before.groups(found);
      taken = found[0].length;
    }
  }
  if (columns.hasVpn) {
    const found = /^\s*(\S{1,31})(?=\s|$)/.exec(before.text.slice(taken));
    if (found?.[1]) {
      const at = taken + found[0].length;
      vpnInstance = before.field(at - found[1].length, at);
      taken = at;
    }
  }
  if (!columns.timeFirst) start += taken;
  const rest = row.part(start, end);
  const versionFound = VERSION.exec(rest.text);
  const version = versionFound ? rest.groups(versionFound)[0] : undefined;
  const reason = rest.field(0, versionFound ? versionFound.index : rest.text.length);
  return reason.text === '' ? [] : [{ peer, reason, ...present({ port, vpnInstance, version, time }) }];
}

function read({ lines }: Output): readonly FaultRecord[] {
  const columns = columnsOf(lines);
  return lines.flatMap((line) =>
    [...rowsOf(line)].flatMap(({ row, peer, port }) => readRow(row, peer, port, columns)),
  );
}

/** `display ike error-info`: the negotiations that failed. The layout is that of `display ike offline-info`. */
export const ikeErrorInfoOutput: OutputKind<FaultRecord> = {
  command: 'display ike error-info',
  opening: /\bCurrent info Num\s*:|\bIke error information\s*:|\berror-reason\b/i,
  layout: 'unverified',
  read,
};

/** `display ike offline-info`: the tunnels that were torn down. */
export const ikeOfflineInfoOutput: OutputKind<FaultRecord> = {
  command: 'display ike offline-info',
  opening: /\bIke offline information\s*:|\boffline-reason\b/i,
  layout: 'real',
  read,
};

/** `display ike error history` of VRP8. */
export const ikeErrorHistoryOutput: OutputKind<FaultRecord> = {
  command: 'display ike error history',
  opening: /\bIKE Error Information for Slot\b/i,
  layout: 'real',
  read,
};

/** `display ike offline history` of VRP8. */
export const ikeOfflineHistoryOutput: OutputKind<FaultRecord> = {
  command: 'display ike offline history',
  opening: /\bIKE Offline Information for Slot\b/i,
  layout: 'real',
  read,
};
