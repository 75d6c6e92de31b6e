import type { OutputKind } from './kind';
import { isNothing, LabelReader, named, present, readObjects } from './labels';
import type { Field, Output, OutputLine } from './output';
import { ADDRESS, cellsOf, Columns } from './table';

/** One IKE peer as `display ike peer` prints it; values as printed. The key is not among them: it is nobody's business. */
export interface DisplayedIkePeer {
  readonly name: Field;
  readonly version?: Field;
  readonly exchangeMode?: Field;
  /** The number of its IKE proposal. */
  readonly proposal?: Field;
  /** Its label stands there; whether a key is set shows in `hasKey`. */
  readonly hasKey?: boolean;
  readonly localIdType?: Field;
  readonly localId?: Field;
  readonly remoteIdType?: Field;
  readonly remoteId?: Field;
  readonly remoteAddress?: Field;
  readonly vpnInstance?: Field;
  readonly natTraversal?: Field;
  readonly dpd?: Field;
  readonly dpdType?: Field;
  readonly dpdMessage?: Field;
}

const reader = new LabelReader({
  name: ['Peer name', 'IKE Peer'],
  version: ['IKE version', 'version'],
  vpnInstance: ['VPN instance', 'vpn'],
  bindingVpn: ['SA binding VPN instance', 'sa binding vpn'],
  remoteAddress: ['Remote IP', 'Remote address', 'peer ip address'],
  authenticAddress: ['Authentic IP address', 'Authentic IP'],
  proposal: ['Proposal', 'IKE proposal'],
  key: ['Pre-shared-key'],
  localIdType: 'Local ID type',
  localId: 'Local ID',
  remoteIdType: 'Remote ID type',
  remoteId: ['Remote ID', 'peer id', 'Remote name'],
  exchangeMode: 'Exchange mode',
  natTraversal: ['NAT-traversal', 'NAT traversal'],
  dpd: 'DPD',
  dpdType: ['DPD type', 'DPD mode'],
  dpdRetryLimit: ['DPD retry-limit', 'DPD retry limit'],
  dpdInterval: ['DPD retransmit-interval(s)', 'DPD retransmit-interval'],
  dpdIdleTime: ['DPD idle-time(s)', 'DPD idle-time'],
  dpdMessage: ['DPD message', 'DPD msg'],
  certificate: 'local certificate file name',
});

const BRIEF = /\bPeer name\s+Version\s+Exchange-mode\b/i;

type Column = 'version' | 'exchangeMode' | 'proposal' | 'localIdType' | 'remoteAddress';

const NAMES: Readonly<Record<Column, RegExp>> = {
  version: /\bversion\b/i,
  exchangeMode: /\bexchange-?mode\b/i,
  proposal: /\bproposal\b/i,
  localIdType: /\bid-?type\b/i,
  remoteAddress: /\bremote-?addr\w*/i,
};

const ID_TYPE = String.raw`IP(?:v[46])?|FQDN|USER-?FQDN|KEY-?ID|DN|ESN|NAME|ANY|NONE`;

/** The columns behind the name, from the left, with what can stand in them; any may be empty. */
const CONTENTS: readonly (readonly [Column, RegExp])[] = [
  ['version', /^(?:v1v2|v1|v2)$/i],
  ['exchangeMode', /^(?:main|aggressive|auto)$/i],
  ['proposal', /^(?:\d{1,5}|default\d?)$/i],
  ['localIdType', new RegExp(`^(?:${ID_TYPE})$`, 'i')],
  ['remoteAddress', /[.:]|^\w/],
];

/** Rows that were pasted behind their heading. */
const FLAT_ROW = new RegExp(
  String.raw`(?<=\s)(\S{1,31})\s+(v1v2|v1|v2)\s+(?:(main|aggressive|auto|-)\s+)?(?:(\d{1,5}|default\d?|-)\s+)?(${ID_TYPE}|-)(?=\s|$)(?:\s+(${ADDRESS})(?=\s|$))?`,
  'gi',
);

/** Reads a row: by what its words are, and where one says nothing, by the column that it stands under. */
function ofRow(line: OutputLine, columns: Columns): DisplayedIkePeer[] {
  const [first, ...cells] = cellsOf(line.text.slice(0, MAX_ROW));
  if (!first || first.text.length > 31) return [];
  const row: Partial<Record<Column, Field>> = {};
  let from = 0;
  for (const [at, { text, start, end }] of cells.entries()) {
    const left = CONTENTS.slice(from).map(([column]) => column);
    const isFull = cells.length - at === left.length;
    const column = isNothing(text)
      ? isFull
        ? left[0]
        : columns.nearest(start, left)
      : CONTENTS.slice(from).find(([, content]) => content.test(text))?.[0];
    if (column === undefined) continue;
    row[column] = line.field(start, end);
    from = CONTENTS.findIndex(([each]) => each === column) + 1;
  }
  const { version, ...others } = row;
  if (!version) return [];
  return [{ name: line.field(first.start, first.end), version, ...others }];
}

/** A row of a table is no longer than this. */
const MAX_ROW = 400;

function ofTable(lines: readonly OutputLine[]): DisplayedIkePeer[] {
  let columns: Columns | undefined;
  return lines.flatMap((line) => {
    const heading = BRIEF.exec(line.text);
    if (!heading) return columns ? ofRow(line, columns) : [];
    columns = Columns.of(line.text, NAMES);
    const behind = line.part(heading.index + heading[0].length);
    return [...behind.text.matchAll(FLAT_ROW)].flatMap((found): DisplayedIkePeer[] => {
      const [name, version, exchangeMode, proposal, localIdType, remoteAddress] = behind.groups(found);
      const others = { version, exchangeMode, proposal, localIdType, remoteAddress };
      return name ? [{ name, ...present(others) }] : [];
    });
  });
}

function read({ lines }: Output): readonly DisplayedIkePeer[] {
  if (lines.some(({ text }) => BRIEF.test(text))) return ofTable(lines);
  return named(readObjects(lines, reader, 'name')).map(({ key, ...values }) => ({
    ...values,
    ...(key ? { hasKey: key.text !== '' && key.text !== '-' } : {}),
  }));
}

/** `display ike peer [name NAME | brief]`. */
export const ikePeerOutput: OutputKind<DisplayedIkePeer> = {
  command: 'display ike peer',
  opening: /\bPeer name\s*:|\bIKE Peer\s*:|\bCurrent ike peer number\s*:|\bPeer name\s+Version\s/i,
  about: {
    reads:
      'version, exchange mode, addresses, IDs, proposal, NAT traversal and DPD of every IKE peer; whether it has a key, never which',
    layouts: { 'USG6000 (`brief`)': 'device', 'USG, AR (blocks, in part)': 'document', VRP8: 'document' },
  },
  read,
};
