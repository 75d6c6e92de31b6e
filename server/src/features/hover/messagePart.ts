import {
  fieldByName,
  fieldsOfOutput,
  messageByMnemonic,
  fieldByOid,
  messageByOid,
  messageByTrap,
  type FieldDefinition,
} from '../../causes';
import { causeByReasonCode } from '../../causes/find';
import { causePage } from './cause';
import { fieldPage, messagePage } from './message';
import { answeredCommand, messageTopic, MNEMONIC, OID, plainOid, type LinePlace } from './surroundings';

/** Markdown for some characters of a line. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly markdown: string;
}

interface Match {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The first group of the pattern, or all of it. */
  readonly value: string;
}

/** The match of a pattern that reaches over a position. */
export function matchAt(text: string, pattern: RegExp, character: number): Match | undefined {
  for (const found of text.matchAll(pattern)) {
    const end = found.index + found[0].length;
    if (found.index <= character && character <= end)
      return { start: found.index, end, text: found[0], value: found[1] ?? found[0] };
  }
  return undefined;
}

/**
 * A reason code with what it is called: in an alarm (`ReasonCode=4`), in what SNMP tools print of its object
 * (`hwIPSecReasonCode.0 = Gauge32: 4`), in a note (`reason code 4`).
 */
const REASON_CODE =
  /(?:\b|hwIPSec)Reason[ _-]?Code(?:\.\d{1,9}){0,4}\s{0,20}(?:=|:|\uff1a)?\s{0,20}(?:(?:Gauge32|Unsigned32|INTEGER):\s{0,20})?[[("]?(\d{1,3})\b[\])"]?/gi;
const REASON_CODE_ZH = /原因码\s{0,20}(?:=|:|\uff1a|\u4e3a)?\s{0,20}(\d{1,3})(?!\d)/g;
const REASON_CODE_OBJECT =
  /(?:(?<!\d\.?)1\.3\.6\.1\.4\.1|\benterprises|\biso\.3\.6\.1\.4\.1)\.2011\.6\.122\.26\.5\.11(?:\.\d{1,9}){0,4}\s{0,20}[=:]\s{0,20}(?:\w{1,12}:\s{0,20})?"?(\d{1,3})\b"?/g;

/** What a log line or an alarm says of itself at a position: mnemonic, name or OID of the alarm, reason code, field. */
export function messagePartAt(place: LinePlace, character: number): Found | undefined {
  const { text } = place.line;
  const topic = messageTopic(place);
  if (topic !== 'other') {
    for (const pattern of [REASON_CODE, REASON_CODE_ZH, REASON_CODE_OBJECT]) {
      const reason = matchAt(text, pattern, character);
      const cause = reason && causeByReasonCode(Number(reason.value));
      if (reason && cause) return { ...reason, markdown: causePage(cause) };
    }
  }
  const oid = matchAt(text, OID, character);
  if (oid) {
    const alarm = messageByOid(plainOid(oid.text));
    if (alarm) return { ...oid, markdown: messagePage(alarm) };
    const object = fieldByOid(plainOid(oid.text));
    return object && { ...oid, markdown: fieldPage(object) };
  }
  const mnemonic = matchAt(text, MNEMONIC, character);
  const log = mnemonic && messageByMnemonic(mnemonic.text);
  if (log) return { ...mnemonic, markdown: messagePage(log) };
  const word = matchAt(text, /\b[A-Za-z][\w-]{1,60}/g, character);
  const trap = word && messageByTrap(word.text);
  if (trap) return { ...word, markdown: messagePage(trap) };
  const object = word && /^hw[Ii][PK]/.test(word.text) ? fieldByName(word.text, 'message') : undefined;
  if (word && object) return { ...word, markdown: fieldPage(object) };
  if (topic === 'other') return undefined;
  return fieldOfMessageAt(text, topic, character) ?? fieldOfOutputAt(place, character);
}

/** Fields whose names other messages use as well; outside a message that is known to be about IPsec they say nothing. */
const SHARED_FIELDS: ReadonlySet<string> = new Set([
  'reason',
  'state',
  'role',
  'oid',
  'slot',
  'slotid',
  'slot-id',
  'cpuid',
  'cpu-id',
  'ifindex',
  'interfacename',
]);

/** The field of a message at a position, on its name or on its value: `Ifindex=7`. */
function fieldOfMessageAt(text: string, topic: 'ipsec' | undefined, character: number): Found | undefined {
  const pair = matchAt(text, /\b([A-Za-z][\w-]{1,60})=[^,()=\s]{0,120}/g, character);
  const field = pair && fieldByName(pair.value, 'message');
  if (!field || (topic === undefined && isOnlyShared(text))) return undefined;
  const nameEnd = pair.start + pair.value.length;
  return character <= nameEnd
    ? { start: pair.start, end: nameEnd, markdown: fieldPage(field) }
    : { ...pair, markdown: fieldPage(field) };
}

/** Whether the fields of a line are such that any message can have. */
function isOnlyShared(text: string): boolean {
  if (/ipsec|\bike\b|tunnel/i.test(text)) return false;
  const names = [...text.matchAll(/\b([A-Za-z][\w-]{1,60})=/g)].map(([, name]) => name?.toLowerCase() ?? '');
  return !names.some((name) => !SHARED_FIELDS.has(name) && fieldByName(name, 'message'));
}

/** Outputs are no wider than this. */
const WIDEST = 400;

/** The names of fields in a line of output: labels in front of a colon, or the heads of a table. */
function fieldNamesIn(line: string): { start: number; end: number; name: string }[] {
  const text = line.slice(0, WIDEST);
  const labels = [...text.matchAll(/(?:^|[\s,])([A-Za-z][\w()/' -]{1,60}?)\s{0,40}:/g)].flatMap((found) => {
    // In front of a second colon stand the first value and the second label: the label is what follows two blanks.
    const label = found[1] ?? '';
    const own = label.slice(label.search(/\S+(?: \S+)*$/));
    const start = found.index + found[0].indexOf(label) + label.length - own.length;
    return [{ start, end: start + own.length, name: own }];
  });
  if (labels.length > 0) return labels;
  return [...text.matchAll(/\S+(?: \S+)*/g)].map(({ index, 0: name }) => ({
    start: index,
    end: index + name.length,
    name,
  }));
}

/** Names that only outputs about IPsec have. */
const OWN_NAMES =
  /\b(?:ike|ipsec|dpd|diffie|prf|esp|ah|nat traversal|pre-shared|secrecy|security data flow|(?:local|remote|user) id[ -]type|interface-assign|offline|error-(?:reason|time))/i;

/** Lines around a field in which another field of the same output is looked for. */
const NEIGHBOURS = 12;

/** The value behind a label of an output, in the light of the label: `86400` behind `SA Duration(Seconds)`. */
export function labelledValueAt(place: LinePlace, character: number): Found | undefined {
  const text = place.line.text.slice(0, WIDEST);
  if (!text.includes(':') || messageTopic(place) !== undefined) return undefined;
  const label = fieldNamesIn(text).findLast(({ end }) => end < character);
  const next = fieldNamesIn(text).find(({ start }) => start > character)?.start ?? text.length;
  const end = text.slice(0, next).trimEnd().length;
  const found = label && character <= end ? fieldOfOutputAt(place, label.end) : undefined;
  return found && { ...found, end };
}

/** The column or label of an output at a position, as far as it is known which command printed it. */
function fieldOfOutputAt(place: LinePlace, character: number): Found | undefined {
  const { line, number, lineAt } = place;
  const name = fieldNamesIn(line.text).find(({ start, end }) => start <= character && character <= end);
  const fields = name ? fieldsOfOutput(name.name) : [];
  if (!name || fields.length === 0) return undefined;
  const typed = answeredCommand(place);
  const printed = (field: FieldDefinition, command: string): boolean =>
    (field.commands ?? []).some((each) => command === each || command.startsWith(`${each} `));
  if (typed !== undefined) {
    const field = fields.find((each) => printed(each, typed));
    return field && { ...name, markdown: fieldPage(field) };
  }
  const [only, ...others] = fields;
  if (only && others.length === 0 && OWN_NAMES.test(name.name)) return { ...name, markdown: fieldPage(only) };
  // No prompt says which command it was: another field of the same output must be near.
  const near: string[] = [];
  for (let at = Math.max(0, number - NEIGHBOURS); at <= number + NEIGHBOURS; at += 1) {
    const other = lineAt(at);
    if (other?.role !== 'output') continue;
    for (const each of fieldNamesIn(other.text)) {
      if (each.name.toLowerCase() !== name.name.toLowerCase()) near.push(each.name);
    }
  }
  const field = fields.find((each) =>
    near.some((other) =>
      fieldsOfOutput(other).some(
        (candidate) =>
          candidate !== each &&
          (candidate.commands ?? []).some((command) => each.commands?.includes(command)),
      ),
    ),
  );
  return field && { ...name, markdown: fieldPage(field) };
}
