import { tableOf } from '../../syntax/views';
import { views } from '../../commands';
import { causeByName, cutOffCauseAt, findCauses, type CauseMention } from '../../causes/find';
import type { TreeLine } from '../../syntax/tree';
import { answeredCommand, messageTopic, type LinePlace } from './surroundings';

/** A cause at a position, with the characters of the line that name it. */
export type MentionAt = Pick<CauseMention, 'start' | 'end' | 'cause'>;

/** Lines are read up to here, and folded to fewer characters. */
const WIDEST = 1000;

const ADDRESS = /\b\d{1,3}(?:\.\d{1,3}){3}\b|[\da-f]{0,4}:[\da-f:]*:[\da-f]{0,4}/i;

let keywords: ReadonlySet<string> | undefined;

/** Whether a word begins commands of some view. */
function beginsCommands(word: string): boolean {
  keywords ??= new Set(['undo', ...views.flatMap(({ id }) => tableOf(id).keywords)]);
  return keywords.has(word.toLowerCase());
}

/** Whether nothing but a label, bullets, quotes and brackets stands in front of a mention, and nothing but marks behind it. */
function standsAlone({ text, prompt }: TreeLine, { start, end }: MentionAt): boolean {
  const before = text.slice(prompt?.end ?? 0, start);
  return (
    /(?:^|[=:\uff1a])[\s"'\u201c\u2018([*\u2022>-]*$/.test(before) &&
    /^[\s"'\u201d\u2019)\].,;!\u3002\uff0c]*$/.test(text.slice(end))
  );
}

/** Whether a line of a configuration holds a cause as a note, not as a word of a command or as the text that a command takes. */
function isNoted(line: TreeLine, mention: CauseMention): boolean {
  const isRemark = line.kind !== 'command' || mention.start >= (line.remark ?? Infinity);
  if (isRemark) return true;
  if (line.match?.status === 'complete') return false;
  if (standsAlone(line, mention)) return true;
  const [first] = line.words;
  // A first word that only abbreviates one, with a reading that breaks off, is a word of a sentence.
  if (beginsCommands(first?.text ?? '')) return false;
  return (
    mention.distinctive || (mention.cause.listed && /\s/.test(line.text.slice(mention.start, mention.end)))
  );
}

/** The name of another protocol or function in front of an ordinary wording says what is meant: `SSH authentication fail`. */
const OTHER_SUBJECT =
  /\b(?:AAA|ARP|BFD|BGP|DHCP|DNS|FIB|FTP|GRE|HTTPS?|IS-?IS|L2TP|LACP|LDAP|LDP|MD5|MPLS|NTP|OSPF|PIM|PPP|PPPoE|RADIUS|RIB|RIP|RSVP|SFTP|SIP|SNMP|SSH|SSL|STP|TACACS|TCP|Telnet|TLS|UDP|VRRP|web)(?:v\d)?[ \t]$/i;

/** Words of a sentence in front of `peer request`, which is no cause there. */
const SENTENCE = /\b(?:at|on|upon|by|per|the|a|an)[ \t]$/i;

/** Whether a wording is the end of a longer label with a number: `VPN instance route limit: 100`. */
function endsLongerLabel(before: string, behind: string): boolean {
  return /[A-Za-z\d][ \t]$/.test(before) && /^\s{0,40}:\s{0,20}-?\d/.test(behind);
}

/** Whether an ordinary wording in output speaks of something else. */
function speaksOfOthers(place: LinePlace, mention: CauseMention): boolean {
  if (mention.distinctive) return false;
  const topic = messageTopic(place);
  if (topic !== undefined) return topic === 'other';
  const { text } = place.line;
  const before = text.slice(0, mention.start);
  if (OTHER_SUBJECT.test(before)) return true;
  if (endsLongerLabel(before, text.slice(mention.end))) return true;
  if (mention.cause.name === 'peer request') return SENTENCE.test(before);
  return !mention.cause.listed && !isAboutTunnels(place);
}

/** Whether a line, or the command it answers, is about tunnels. */
function isAboutTunnels(place: LinePlace): boolean {
  const about = /\b(?:ike|ipsec|vpn|tunnel|offline)/i;
  return about.test(place.line.text.slice(0, WIDEST)) || about.test(answeredCommand(place) ?? '');
}

/** How much of a line can belong to one name. */
const REACH = 80;

/** A mention that a column or the screen cuts off, in a row of a table or behind a label. */
function cutOffAt(line: TreeLine, character: number): MentionAt | undefined {
  const from = Math.max(0, character - REACH);
  const text = line.text.slice(0, character + REACH);
  for (const { index, 0: gap } of text.slice(from).matchAll(/(?:^| {2}|\t|[=:\uff1a] ?)(?=[A-Za-z])/g)) {
    const start = from + index + gap.length;
    if (start > character) return undefined;
    const isRow = /[=:\uff1a]/.test(gap) || ADDRESS.test(text.slice(0, Math.min(start, REACH)));
    if (!isRow && !/[=:\uff1a]\s{0,20}$/.test(text.slice(Math.max(0, start - 24), start))) continue;
    const mention = cutOffCauseAt(text, start);
    if (mention && character <= mention.end) return mention;
  }
  return undefined;
}

/** A mention that is folded over two lines of output: at a blank, or in the middle of a word. Its part on the hovered line. */
function foldedAt({ line, number, lineAt }: LinePlace, character: number): MentionAt | undefined {
  for (const first of [number, number - 1]) {
    const [upper, lower] = first === number ? [line, lineAt(number + 1)] : [lineAt(first), line];
    if (upper?.role !== 'output' || lower?.role !== 'output') continue;
    if (upper.text.length > WIDEST || lower.text.length > WIDEST) continue;
    const isMessage = messageTopic({ line: upper, number: first, lineAt }) === 'ipsec';
    const found = foldedIn(upper.text, lower.text, isMessage);
    const part = found && (first === number ? found.upper : found.lower);
    if (part && part.start <= character && character <= part.end) return { ...part, cause: found.cause };
  }
  return undefined;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Folded {
  readonly cause: CauseMention['cause'];
  readonly upper: Span;
  readonly lower: Span;
}

function foldedIn(upper: string, lower: string, isMessage: boolean): Folded | undefined {
  const end = upper.trimEnd().length;
  const from = lower.length - lower.trimStart().length;
  if (end === 0 || from === lower.length) return undefined;
  const tail = upper.slice(Math.max(0, end - REACH), end);
  const head = lower.slice(from, from + REACH);
  for (const gap of [' ', '']) {
    const crossing = findCauses(tail + gap + head).find(
      (each) =>
        (each.distinctive || isMessage) && each.start < tail.length && each.end > tail.length + gap.length,
    );
    if (!crossing) continue;
    const upperStart = end - tail.length + crossing.start;
    return {
      cause: crossing.cause,
      upper: { start: upperStart, end },
      lower: { start: from, end: from + crossing.end - tail.length - gap.length },
    };
  }
  return foldedCell(upper, lower, from);
}

/** A name folded within its column: the lower line holds nothing but the rest of it. */
function foldedCell(upper: string, lower: string, from: number): Folded | undefined {
  const rest = lower.trim();
  if (from === 0 || rest.length > REACH || / {2}|\t/.test(rest)) return undefined;
  for (const cell of upper.matchAll(/\S+(?: \S+)*/g)) {
    if (Math.abs(cell.index - from) > 2) continue;
    const cause = causeByName(`${cell[0]} ${rest}`) ?? causeByName(cell[0] + rest);
    if (!cause) continue;
    return {
      cause,
      upper: { start: cell.index, end: cell.index + cell[0].length },
      lower: { start: from, end: from + rest.length },
    };
  }
  return undefined;
}

/** The fault cause that is named at a position: in a row, in a message, in a note, cut off or folded. */
export function causeMentionAt(place: LinePlace, character: number): MentionAt | undefined {
  const { line } = place;
  const mention = findCauses(line.text).find(({ start, end }) => start <= character && character <= end);
  if (line.role !== 'output' && messageTopic(place) !== 'ipsec')
    return mention && isNoted(line, mention) ? mention : undefined;
  if (mention) return speaksOfOthers(place, mention) ? undefined : mention;
  return cutOffAt(line, character) ?? foldedAt(place, character);
}
