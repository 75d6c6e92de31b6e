import type { OutputKind } from './kind';
import { LabelReader, named, present, readObjects } from './labels';
import type { Field, Output, OutputLine } from './output';

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

/** A row of `display ike peer brief`: name, version, mode, proposal, type of ID, address; the proposal may be empty. */
const ROW =
  /^\s*(\S{1,31})\s+(v1v2|v1|v2)\s+(main|aggressive|auto|-)(?:\s+(\d{1,5}|-))?\s+([A-Za-z][\w-]{0,15}|-)(?:\s+(\S{1,64}))?\s*$/i;

const BRIEF = /\bPeer name\s+Version\s+Exchange-mode\b/i;

function ofRow(line: OutputLine): DisplayedIkePeer[] {
  const found = ROW.exec(line.text);
  if (!found) return [];
  const [name, version, exchangeMode, proposal, localIdType, remoteAddress] = line.groups(found);
  return name ? [{ name, ...present({ version, exchangeMode, proposal, localIdType, remoteAddress }) }] : [];
}

function read({ lines }: Output): readonly DisplayedIkePeer[] {
  if (lines.some(({ text }) => BRIEF.test(text))) return lines.flatMap(ofRow);
  return named(readObjects(lines, reader, 'name')).map(({ key, ...values }) => ({
    ...values,
    ...(key ? { hasKey: key.text !== '' && key.text !== '-' } : {}),
  }));
}

/** `display ike peer [name NAME | brief]`. */
export const ikePeerOutput: OutputKind<DisplayedIkePeer> = {
  command: 'display ike peer',
  opening: /\bPeer name\s*:|\bIKE Peer\s*:|\bCurrent ike peer number\s*:|\bPeer name\s+Version\s/i,
  layout: 'real',
  read,
};
