import { findCauses } from '../../causes/find';
import {
  messageByMnemonic,
  messageByOid,
  messageByTrap,
  type MessageDefinition,
} from '../../causes/messages';
import { present } from '../labels';
import { findMoment, momentAt, type FoundMoment, type Moment } from '../moment';
import type { Field } from '../output';
import { LogText, type LogLine } from './logText';
import { parametersOf, type Parameter } from './parameters';

/** A log line or an alarm; values as printed. */
export interface Event {
  /** The host name before the message. */
  readonly device?: Field;
  /** The device whose prompt stands above it, where it is part of a session. */
  readonly session?: string;
  /** The time before the message: the device's own, where a collector wrote another one before it. */
  readonly time?: Field;
  /** The same to be compared; a log without years has its `lacksYear`. */
  readonly moment?: Moment;
  /** `IKE`, `IPSEC`, `IFNET` …; absent where only the text of the message or a trap's name stands there. */
  readonly module?: Field;
  /** 0 (emergency) to 7 (debugging). */
  readonly severity?: Field;
  /** `IPSECNEGOFAIL`, `hwIPSecTunnelStateDown_active`; for a trap its name or its OID. */
  readonly mnemonic?: Field;
  /** Which known message about IPsec it is. */
  readonly message?: MessageDefinition;
  /** VRP8 says so of the end of an alarm. */
  readonly isCleared?: true;
  readonly parameters: readonly Parameter[];
  /** Why: the text of the cause. */
  readonly reason?: Field;
  /** Its number. */
  readonly reasonCode?: Field;
  readonly peer?: Field;
  readonly port?: Field;
  readonly localAddress?: Field;
  /** The running number of the tunnel. */
  readonly tunnel?: Field;
  /** The connection ID of the SA. */
  readonly connection?: Field;
  readonly interfaceName?: Field;
  readonly policy?: Field;
  readonly sequence?: Field;
  /** The rule of the security ACL whose flow the tunnel protects. */
  readonly rule?: Field;
  /** The protected flow itself. */
  readonly flow?: Field;
  /** The part that this end had: initiator or responder. */
  readonly role?: Field;
  readonly ikeVersion?: Field;
  readonly vpnInstance?: Field;
  readonly virtualSystem?: Field;
}

type Key =
  | 'reason'
  | 'reasonCode'
  | 'peer'
  | 'port'
  | 'localAddress'
  | 'tunnel'
  | 'connection'
  | 'interfaceName'
  | 'policy'
  | 'sequence'
  | 'rule'
  | 'flow'
  | 'role'
  | 'ikeVersion'
  | 'vpnInstance'
  | 'virtualSystem';

/** What the fields of messages are to an event. */
const KEYS: Readonly<Record<string, Key | undefined>> = {
  Reason: 'reason',
  OfflineReason: 'reason',
  ReasonCode: 'reasonCode',
  PeerAddress: 'peer',
  DstIP: 'peer',
  hwIPSecNewTunnelPeerAddress: 'peer',
  PeerPort: 'port',
  RemotePort: 'port',
  hwIPSecNewTunnelPeerPort: 'port',
  SrcIP: 'localAddress',
  TunnelIndex: 'tunnel',
  ConnID: 'connection',
  RuleNum: 'rule',
  FlowInfo: 'flow',
  Role: 'role',
  InterfaceName: 'interfaceName',
  PolicyName: 'policy',
  SeqNum: 'sequence',
  hwIpsecIkeVersion: 'ikeVersion',
  hwIPSecPkiIkeFailedVrfName: 'vpnInstance',
  hwIPSecNewTunnelVrfName: 'vpnInstance',
  VsysName: 'virtualSystem',
};

/** Further names, without case, blanks and hyphens: no source prints the texts of some messages, so that the usual names are taken. */
const OTHER_NAMES: Readonly<Record<string, Key | undefined>> = {
  failreason: 'reason',
  failedreason: 'reason',
  errorreason: 'reason',
  cause: 'reason',
  peer: 'peer',
  peerip: 'peer',
  peeraddr: 'peer',
  peeraddress: 'peer',
  peerport: 'port',
  remoteport: 'port',
  interfacename: 'interfaceName',
  policyname: 'policy',
  sequence: 'sequence',
  seqnum: 'sequence',
  peeripaddress: 'peer',
  remoteip: 'peer',
  remoteaddress: 'peer',
  remoteaddr: 'peer',
  dstaddress: 'peer',
  destip: 'peer',
  destinationaddress: 'peer',
  destinationip: 'peer',
  localip: 'localAddress',
  localaddress: 'localAddress',
  localaddr: 'localAddress',
  sourceaddress: 'localAddress',
  sourceip: 'localAddress',
  srcaddress: 'localAddress',
  port: 'port',
  interface: 'interfaceName',
  ifname: 'interfaceName',
  policy: 'policy',
  policysequence: 'sequence',
  policyseq: 'sequence',
  ikeversion: 'ikeVersion',
  version: 'ikeVersion',
  vrf: 'vpnInstance',
  vrfname: 'vpnInstance',
  vpn: 'vpnInstance',
  vpnname: 'vpnInstance',
  vpninstance: 'vpnInstance',
  vsys: 'virtualSystem',
};

function keyOf({ name, definition }: Parameter): Key | undefined {
  return (definition && KEYS[definition.name]) ?? OTHER_NAMES[name.text.toLowerCase().replace(/[\s-]/g, '')];
}

/** `%%01IKE/4/IKE_NEGO_FAIL(l)[123]:`, `IPSEC/4/IPSECTUNNELSTOP:`. */
const MNEMONIC =
  /(?<![\w/.-])(%%\d{2})?([A-Z][\w-]{0,31})\/([0-7])\/([A-Za-z]\w{1,79})(?:\(\w\))?(?:\[\d{1,10}\])?(?=[:;\s(]|$)/g;

/** The name of a trap, or its OID, where SNMP's own tools write it. */
const TRAP = /\bhwI(?:PSec|KE)\w{3,60}|(?<!\d\.?)(?:iso|1)\.3\.6\.1\.4\.1\.2011(?:\.\d{1,5}){4,8}(?![\d.])/gi;

/** The texts of messages, for where only they were copied. */
const TEXTS: readonly (readonly [RegExp, string])[] = [
  [/\bIPSec tunnel negotiation fails\b/i, 'IPSECNEGOFAIL'],
  [/\bIPSec tunnel is (?:teared|torn) down\b/i, 'IPSEC_TUNNEL_TEARED_DOWN'],
  [/\bIPSec tunnel is deleted\b/i, 'IPSECTUNNELSTOP'],
  [/\bIPSec tunnel is established\b/i, 'IPSECTUNNELSTART'],
];
const ANY_TEXT = new RegExp(TEXTS.map(([{ source }]) => source).join('|'), 'i');

/** The name of a message in a line. */
export interface Head {
  /** Where the name of the message begins, and what is behind it. */
  readonly start: number;
  readonly end: number;
  readonly module?: readonly [start: number, end: number];
  readonly severity?: readonly [start: number, end: number];
  readonly mnemonic?: readonly [start: number, end: number];
  readonly message?: MessageDefinition;
  /** Only the text of a message or a name within it: it may as well go on from the line before. */
  readonly isText?: true;
}

/** Which message a name is; VRP8 marks beginning and end of an alarm behind the name. */
function messageOf(name: string): MessageDefinition | undefined {
  const plain = name.replace(/_(?:active|clear|resume)$/i, '');
  return messageByMnemonic(plain) ?? messageByTrap(plain);
}

/** The modules of which every message is about IPsec. */
const OWN_MODULE = /^(?:IKE|IPSEC(?:-VPN)?)$/i;

function mnemonicsIn({ text, isPrinted }: LogLine): Head[] {
  const heads: Head[] = [];
  let before = 0;
  for (const found of text.matchAll(MNEMONIC)) {
    const [whole, mark = '', module = '', severity = '', mnemonic = ''] = found;
    const start = found.index;
    const moduleAt = start + mark.length;
    const severityAt = moduleAt + module.length + 1;
    const mnemonicAt = severityAt + severity.length + 1;
    const message = messageOf(mnemonic);
    // A path or a port has slashes as well: what is no known message has a mark or a time before it.
    const isKnown = isPrinted && (message !== undefined || OWN_MODULE.test(module));
    if (mark === '' && !isKnown && !findMoment(text, Math.max(before, start - 160), start)) continue;
    heads.push({
      start,
      end: start + whole.length,
      module: [moduleAt, moduleAt + module.length],
      severity: [severityAt, severityAt + severity.length],
      mnemonic: [mnemonicAt, mnemonicAt + mnemonic.length],
      ...(message ? { message } : {}),
    });
    before = start + whole.length;
  }
  return heads;
}

function trapIn(text: string): Head | undefined {
  for (const { 0: name, index } of text.matchAll(TRAP)) {
    const message = messageByTrap(name) ?? messageByOid(name.replace(/^iso/, '1'));
    const span = [index, index + name.length] as const;
    if (message) return { start: index, end: index + name.length, mnemonic: span, message, isText: true };
  }
  return undefined;
}

function textIn(text: string): Head | undefined {
  for (const [pattern, name] of TEXTS) {
    const found = pattern.exec(text);
    const message = messageByMnemonic(name);
    if (found && message)
      return { start: found.index, end: found.index + found[0].length, message, isText: true };
  }
  return undefined;
}

/** What is looked for before a line is looked at closely: most lines of a capture have nothing of it. */
const MAY_START =
  /\/[0-7]\/[A-Za-z]|\bhwI(?:PSec|KE)|\.3\.6\.1\.4\.1\.2011\.|IPSec tunnel (?:negotiation|is)/i;

/** A variable of a trap on a line of its own: a name of a MIB with its module, a number, or a name with its instance and its type. */
const VARIABLE =
  /^\s*(?:(?:[\w-]{1,80}::\w|\.?(?:iso|1)\.3\.6\.)[^=]{0,200}=|[A-Za-z][\w-]{0,80}(?:\.\d{1,10}){1,16}\s{0,8}=\s{0,8}[A-Z][\w -]{2,16}:)/;

/** The variable that says which trap it is, by its name or its number. */
const TRAP_OID = /trapOID|1\.3\.6\.1\.6\.3\.1\.1\.4\.1\b/i;

/** The messages whose names stand in a line. */
export function headsIn(line: LogLine): readonly Head[] {
  const { text, isPrinted } = line;
  if (!MAY_START.test(text)) return [];
  const mnemonics = mnemonicsIn(line);
  if (mnemonics.length > 0 || !isPrinted) return mnemonics;
  if (VARIABLE.test(text) && !TRAP_OID.test(text)) return [];
  const other = trapIn(text) ?? (ANY_TEXT.test(text) ? textIn(text) : undefined);
  return other ? [other] : [];
}

/** The words on which the text of a message goes on that has its name on the line before. */
const GOES_ON = /^\s*\(|^\s*(?:An? |The )?IPSec tunnel/i;

/** A line shorter than this was not broken by a terminal. */
const LEAST_WIDTH = 60;

/** How many brackets are open at the end of a text. */
function openBrackets(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 40) depth++;
    else if (code === 41 && depth > 0) depth--;
  }
  return depth;
}

/** What may stand before the time with which an entry begins, of whatever log it is. */
const BEFORE_TIME = /^[ \t]{0,16}(?:<\d{1,3}>)?(?:1 )?[#[]?/;

function beginsWithTime(text: string): boolean {
  return momentAt(text, BEFORE_TIME.exec(text)?.[0].length ?? 0) !== undefined;
}

/** Whether an entry goes on in the line behind it. */
function goesOn(log: LogText, bodyStart: number, next: LogLine): boolean {
  if (beginsWithTime(next.text)) return false;
  const { text } = log;
  if (openBrackets(text, bodyStart) > 0) return true;
  const { text: last } = log.lastLine;
  if (GOES_ON.test(next.text) || VARIABLE.test(next.text)) return true;
  if (/,\s*$|OID [\d.]+\s*$/.test(last)) return true;
  return last.trimEnd().length >= LEAST_WIDTH && !/[.)\]"]\s*$/.test(last);
}

/** Where a device writes its name: behind the time, before the message. */
function hostIn(log: LogText, from: number, to: number): Field | undefined {
  for (const { 0: word, index } of log.text.slice(from, to).matchAll(/\S+/g)) {
    if (/^[-:|*]+$|^\[.*\]$|^\d{1,3}$|^,/.test(word)) continue;
    const name = word.replace(/[:,]$/, '');
    return /^[\w\u0080-\uffff][^\s%<>]{0,63}$/.test(name)
      ? log.field(from + index, from + index + name.length)
      : undefined;
  }
  return undefined;
}

/** All moments between two offsets. */
function momentsIn(text: string, from: number, to: number): FoundMoment[] {
  const found: FoundMoment[] = [];
  for (let at = from; at < to;) {
    const next = findMoment(text, at, to);
    if (!next || next.end > to) break;
    found.push(next);
    at = next.end;
  }
  return found;
}

const VSYS = /^:?\s*Vsys\s+([^\s:]{1,32})\s*:/i;

/** No more than this stands before the name of a message. */
const MAX_PREFIX = 400;

function eventOf(log: LogText, from: number, head: Head, to: number, session: string | undefined): Event {
  const prefix = Math.max(from, head.start - MAX_PREFIX);
  const moments = momentsIn(log.text, prefix, head.start);
  const time = moments.at(-1);
  const collector = moments.at(-2);
  const host =
    (time && hostIn(log, time.end, head.start)) ??
    (collector && time && hostIn(log, collector.end, time.start));
  const field = (span: readonly [number, number] | undefined): Field | undefined =>
    span && log.field(...span);
  const parameters = parametersOf(log, head.end, to);
  const values: Partial<Record<Key, Field>> = {};
  for (const parameter of parameters) {
    const key = keyOf(parameter);
    if (key && parameter.value.text !== '') values[key] ??= parameter.value;
  }
  // Firewalls name the virtual system before the text of a message.
  const vsys = VSYS.exec(log.text.slice(head.end, Math.min(to, head.end + 80)));
  if (vsys?.[1] !== undefined && !values.virtualSystem) {
    const start = head.end + vsys[0].indexOf(vsys[1], vsys[0].search(/vsys/i) + 4);
    values.virtualSystem = log.field(start, start + vsys[1].length);
  }
  const mnemonic = field(head.mnemonic);
  const about = head.message ?? OWN_MODULE.test(field(head.module)?.text ?? '');
  if (!values.reason && !values.reasonCode && about) {
    const [cause] = findCauses(log.text.slice(head.end, to));
    if (cause) values.reason = log.field(head.end + cause.start, head.end + cause.end);
  }
  return {
    parameters,
    ...present({
      device: host,
      session,
      time: time && log.field(time.start, time.end),
      moment: time?.moment,
      module: field(head.module),
      severity: field(head.severity),
      mnemonic,
      message: head.message,
      isCleared: mnemonic && /_(?:clear|resume)$/i.test(mnemonic.text) ? true : undefined,
    }),
    ...values,
  };
}

/** The entries whose names stand in a line. `before` and `further` are its neighbours; the last entry goes on over `taken` of these. */
export function eventsIn(
  line: LogLine,
  heads: readonly Head[],
  before: LogLine | undefined,
  further: Iterable<LogLine>,
  session: string | undefined,
): { readonly events: readonly Event[]; readonly taken: number } {
  const last = heads.at(-1);
  if (!last) return { events: [], taken: 0 };
  const log = new LogText(line);
  let taken = 0;
  for (const next of further) {
    if (!goesOn(log, last.end, next)) break;
    log.add(next);
    taken++;
  }
  let from = 0;
  const events = heads.map((head, at) => {
    const next = heads[at + 1];
    // The time before the next message is the next one's.
    const nextTime =
      next && momentsIn(log.text, Math.max(head.end, next.start - MAX_PREFIX), next.start).at(-1);
    const to = nextTime?.start ?? next?.start ?? log.text.length;
    const event = eventOf(log, from, head, to, session);
    from = to;
    return event;
  });
  const [first] = events;
  if (first && !first.time && before && !first.module) {
    // Tools of SNMP write time and sender on the line before the variables.
    const time = findMoment(before.text, 0, 40);
    const sender = new LogText(before);
    if (time && headsIn(before).length === 0)
      events[0] = {
        ...first,
        ...present({ device: hostIn(sender, time.end, before.text.length) }),
        time: sender.field(time.start, time.end),
        moment: time.moment,
      };
  }
  return { events, taken };
}
