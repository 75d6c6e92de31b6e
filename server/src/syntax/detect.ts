import type { LanguageId } from './classify';
import {
  CAUSES,
  COMMON_CAUSES,
  COMWARE,
  COMWARE_OUTPUT,
  COMWARE_PROMPT,
  COMWARE_SIGNATURES,
  DISPLAY_TOPIC,
  FOREIGN,
  FOREIGN_STRONG,
  KIN,
  KIN_STRONG,
  NOT_A_DEVICE,
  OUTPUT,
  OUTPUT_SIGNATURES,
  PROSE,
  SHARED,
  SIGNATURES,
  VRP,
  VRP_PROMPT,
} from './detectSigns';

/**
 * How much of a file is looked at. The first line says nothing in most real files: it is blank, or `#`, and many a file has a page of
 * remarks before its first command; remarks are not counted.
 */
const HEAD_LINES = 200;
const HEAD_CHARACTERS = 32_768;
const LINE_CHARACTERS = 240;

/** From this sum on a file is taken for one of ours. */
const ENOUGH = 4;
const SIGNATURE = 6;
const CERTAIN = 3;

/** What was seen in the head of a file. */
interface Evidence {
  /** Lines that say something, remarks not counted. */
  lines: number;
  /** Of VRP configuration: lines only VRP writes, those it shares with its cousins, those it shares with many. */
  vrp: number;
  kin: number;
  shared: number;
  /** The sum of the three before the first prompt or print-out. */
  beforePrompt: number;
  comware: number;
  /** What is surely, and what is rather somebody else's. */
  foreign: number;
  hints: number;
  /** Prompts with commands; those that print the configuration are counted apart. */
  session: number;
  dumps: number;
  /** What devices print. */
  output: number;
  prose: number;
  readonly commonCauses: Set<string>;
}

const PROMPT =
  /^[^\w<[]{0,40}(?:HRP_[A-Z]{1,2})?(?:<([^<>\s"'=]{1,64})>|\[([~*]?)([^[\]<>"'=]{1,128})\])\s?(.*)$/;

/* eslint-disable no-control-regex -- saves end in NUL, captures hold the codes of terminals */
const TERMINAL_CODES = /\u001b\[[\d;?]{0,16}[A-Za-z]/g;
const CONTROL = /[\u0000-\u001f\ufeff\u007f]+/g;
/* eslint-enable no-control-regex */
const PAGER = /^[\s-]{0,8}-{2,4} ?More ?-{2,4}\s*/;

function* headLines(text: string): Generator<string> {
  const end = Math.min(text.length, HEAD_CHARACTERS);
  let start = 0;
  while (start < end) {
    let stop = start;
    while (stop < end && text.charCodeAt(stop) !== 10 && text.charCodeAt(stop) !== 13) stop++;
    if (stop > start) {
      const line = text.slice(start, Math.min(stop, start + LINE_CHARACTERS));
      const clean = line.replace(TERMINAL_CODES, ' ').replace(CONTROL, ' ').trim().replace(PAGER, '');
      if (clean !== '' && clean !== '!') yield clean;
    }
    start = stop + 1;
  }
}

/** Weighs a typed command or a configuration line. */
function weighCommand(line: string, evidence: Evidence): void {
  if (SIGNATURES.test(line)) evidence.vrp += SIGNATURE;
  else if (VRP.test(line)) evidence.vrp += CERTAIN;
  else if (KIN_STRONG.test(line)) evidence.kin += CERTAIN;
  else if (KIN.test(line)) evidence.kin += 1;
  else if (SHARED.test(line)) evidence.shared += 1;
  else if (FOREIGN_STRONG.test(line)) evidence.foreign += SIGNATURE;
  else if (FOREIGN.test(line)) evidence.hints += 2;
  if (COMWARE_SIGNATURES.test(line)) evidence.comware += 2 * SIGNATURE;
  else if (COMWARE.test(line)) evidence.comware += CERTAIN;
}

/** Fields between commas: the table of another program. */
const LIST = /^(?:[^,(]{0,60},){3}/;

/** Weighs a line that may be printed by a device. */
function weighOutput(line: string, evidence: Evidence): void {
  if (OUTPUT_SIGNATURES.test(line)) evidence.output += SIGNATURE;
  else if (CAUSES.test(line)) evidence.output += SIGNATURE;
  else if (OUTPUT.test(line)) evidence.output += 1;
  const common = LIST.test(line) ? null : COMMON_CAUSES.exec(line);
  if (common) evidence.commonCauses.add(common[0].toLowerCase().replace(/[_-]/g, ' '));
  if (COMWARE_OUTPUT.test(line)) evidence.comware += 2 * SIGNATURE;
}

/** Weighs a line behind a prompt; false where the line begins with no prompt. */
function weighPrompt(line: string, evidence: Evidence): boolean {
  const found = PROMPT.exec(line);
  if (!found) return false;
  const [, user, mark, inner, rest = ''] = found;
  const name = user ?? inner ?? '';
  if (NOT_A_DEVICE.test(name)) return false;
  const [first = '', second = ''] = rest.split(' ', 2);
  const word = first.toLowerCase();
  const asks = word.length >= 3 && 'display'.startsWith(word) && DISPLAY_TOPIC.test(second);
  const enters = user !== undefined && second === '' && word.length >= 2 && 'system-view'.startsWith(word);
  if (COMWARE_PROMPT.test(name)) evidence.comware += 2 * SIGNATURE;
  if (asks && DUMP.test(second)) evidence.dumps++;
  else if (asks || enters || VRP_PROMPT.test(name) || (mark && rest !== '')) evidence.session += SIGNATURE;
  else if (user !== undefined ? USER_COMMAND.test(rest) : SYSTEM_COMMAND.test(rest))
    evidence.session += CERTAIN;
  else return false;
  if (COMWARE_SIGNATURES.test(rest)) evidence.comware += 2 * SIGNATURE;
  else if (FOREIGN_STRONG.test(rest)) evidence.foreign += SIGNATURE;
  return true;
}

/** The second word of a `display` that prints the configuration. */
const DUMP = /^(?:cu|sa)/i;

const USER_COMMAND =
  /^(?:save|reset|quit|ping|tracert|debugging|terminal|undo t|refresh|reboot|telnet|clock|sys\w*)\b/;

const SYSTEM_COMMAND =
  /^(?:ike|ipsec|acl|int|interface|ip|undo|rule|ospf|bgp|isis|aaa|firewall|security-policy|nat-policy|sysname|vlan|dhcp|quit|q|return|commit|dis|display|ping|user-interface|local-user|stp|nat|port|pki|bfd|nqa|vrrp|hrp|info-center|snmp-agent|route-policy|traffic|stelnet|ssh|telnet|ntp-service|mpls|save)(?: \S| ?\?|$)/;

function isRemark(line: string): boolean {
  const first = line.charCodeAt(0);
  return first === 35 || first === 33 || first === 59 || line.startsWith('//');
}

function gather(text: string): Evidence {
  const evidence: Evidence = {
    lines: 0,
    vrp: 0,
    kin: 0,
    shared: 0,
    beforePrompt: 0,
    comware: 0,
    foreign: 0,
    hints: 0,
    session: 0,
    dumps: 0,
    output: 0,
    prose: 0,
    commonCauses: new Set(),
  };
  let looked = 0;
  let separators = 0;
  for (const line of headLines(text)) {
    if (line === '#') {
      separators++;
      continue;
    }
    if (PROSE.test(line)) evidence.prose++;
    if (isRemark(line)) {
      // A remark is no command, yet devices and tools sign in remarks, and alarms begin with a mark.
      if (SIGNATURES.test(line)) evidence.vrp += SIGNATURE;
      if (COMWARE_SIGNATURES.test(line)) evidence.comware += 2 * SIGNATURE;
      if (FOREIGN_STRONG.test(line)) evidence.foreign += SIGNATURE;
      weighOutput(line, evidence);
      continue;
    }
    if (looked++ === HEAD_LINES) break;
    evidence.lines++;
    if (!weighPrompt(line, evidence)) {
      weighCommand(line, evidence);
      weighOutput(line, evidence);
    }
    if (evidence.session === 0 && evidence.output < SIGNATURE)
      evidence.beforePrompt = evidence.vrp + evidence.kin + evidence.shared;
  }
  // A `#` of its own between interfaces is the hand of VRP or of a cousin: others put `!` or nothing there.
  if (separators >= 3 && evidence.shared >= 2) evidence.kin += 2;
  if (evidence.commonCauses.size >= 3) evidence.output += SIGNATURE;
  return evidence;
}

/**
 * Tells from the beginning of a file whether it is a Huawei configuration or a capture of a Huawei terminal session, log or alarms;
 * undefined for anything else, and in doubt. Takes text of any length and looks at the first lines only.
 */
export function detectLanguage(text: string): LanguageId | undefined {
  const { lines, vrp, kin, shared, beforePrompt, comware, foreign, hints, dumps, output, prose, ...rest } =
    gather(text);
  if (lines === 0 && output === 0) return undefined;
  const own = vrp + kin;
  // Comware shares VRP's ancestry and most of its words: its own marks count for more than what both write.
  if (comware >= SIGNATURE && comware >= vrp + output) return undefined;
  // A configuration that was asked for and saved with the prompt above it is one all the same.
  const session = rest.session + (dumps === 1 && rest.session === 0 ? 0 : dumps * SIGNATURE);
  const isConfigBefore = beforePrompt >= ENOUGH && beforePrompt * 3 >= lines;
  if ((session >= SIGNATURE || output >= SIGNATURE) && !isConfigBefore) {
    if (foreign > session + output + own) return undefined;
    return session >= SIGNATURE || output > prose * SIGNATURE || prose <= 2 ? 'huawei-vrp-output' : undefined;
  }
  const sum = own + shared;
  if (foreign + hints >= sum || prose > 3) return undefined;
  return own >= 2 && sum >= ENOUGH && sum * 3 >= lines ? 'huawei-vrp' : undefined;
}
