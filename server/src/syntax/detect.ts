import type { LanguageId } from './classify';
import {
  COMWARE,
  COMWARE_SIGNATURES,
  FOREIGN,
  FOREIGN_STRONG,
  FRAMED,
  MARKUP,
  PROGRAM,
  SENTENCE,
  TEMPLATE,
} from './detectOthers';
import {
  ABOUT_TUNNELS,
  CAUSES,
  COMMON_CAUSES,
  COMWARE_OUTPUT,
  COMWARE_OUTPUT_LIKELY,
  COMWARE_PROMPT,
  DISPLAY_TOPIC,
  GIVEN_AS_CAUSE,
  NOT_A_DEVICE,
  OUTPUT,
  OUTPUT_LIKELY,
  OUTPUT_SIGNATURES,
  VRP_PROMPT,
} from './detectOutput';
import { FREE_TEXT, KIN, KIN_STRONG, SHARED, SIGNATURES, VRP } from './detectSigns';

/** How much of a file detection looks at, in characters: whoever reads no further gets the same answer. */
export const HEAD_CHARACTERS = 256 * 1024;

/**
 * Of that, a part of this size is looked at: the beginning, and where that holds nothing but somebody's banner, the end and the middle.
 * The first line says nothing in most real files: it is blank, or `#`, and many a file has a page of remarks before its first command.
 */
const PART_CHARACTERS = 32 * 1024;
/** The lines of a part that count: remarks do not, nor what stands before the first line that says something. */
const PART_LINES = 200;
/** The same with all those, and with separators and frames, which cost next to nothing. */
const PART_LINES_WEIGHED = 1000;
const PART_LINES_IN_ALL = 4000;
const LINE_CHARACTERS = 240;

/** A note is no longer than this. */
const NOTE_LINES = 20;

/** From this sum on a file is taken for one of ours. */
const ENOUGH = 4;
const SIGNATURE = 6;
const CERTAIN = 3;
/** A cousin's own mark weighs more than what both write. */
const COUSIN = 2 * SIGNATURE;

/** What was seen in a part of a file. */
class Evidence {
  /** Lines from the first that says something on, remarks not counted. */
  lines = 0;
  /** Of VRP configuration: lines only VRP writes, those it shares with its cousins, those it shares with many. */
  vrp = 0;
  kin = 0;
  shared = 0;
  /** The sum of the three before the first prompt or print-out. */
  beforePrompt = 0;
  comware = 0;
  /** What is surely, and what is rather somebody else's. */
  foreign = 0;
  hints = 0;
  /** Prompts with commands; those that print the configuration are counted apart. */
  session = 0;
  dumps = 0;
  /** What devices print. */
  output = 0;
  /** Marks of a text about something, its sentences, places that a template leaves open, and lines of a program. */
  markup = 0;
  readonly sentences = new Set<string>();
  templates = 0;
  programs = 0;
  /** Signs that count once, however often they are there: a ruler of dashes says no more the tenth time. */
  readonly once = new Set<RegExp>();
  readonly commonCauses = new Set<string>();
  /** A common cause that a note gives as such, and words about tunnels. */
  givenCause = false;
  aboutTunnels = false;

  /** What was seen of ours and of others. */
  get sum(): number {
    const { vrp, kin, shared, comware, foreign, hints, session, dumps, output, templates, programs } = this;
    return vrp + kin + shared + comware + foreign + hints + session + dumps + output + templates + programs;
  }

  /** Nothing certain, ours or somebody else's. */
  get isSilent(): boolean {
    const { vrp, kin, shared, comware, foreign, session, dumps, output, templates, programs } = this;
    const certain = vrp + comware + foreign + session + dumps + templates + programs;
    return certain === 0 && output < CERTAIN && kin + shared < ENOUGH;
  }

  /** The weight of a sign that counts once. */
  first(sign: RegExp | undefined, weight: number): number {
    if (!sign || this.once.has(sign)) return 0;
    this.once.add(sign);
    return weight;
  }
}

const PROMPT =
  /^[^\w<[]{0,40}(?:HRP_[A-Z]{1,2})?(?:<([^<>\s"'=]{1,64})>|\[([~*]?)([^[\]<>"'=*]{1,128})\])(\s?)(.*)$/;

/* eslint-disable no-control-regex -- saves end in NUL, captures hold the codes of terminals */
const TERMINAL_CODES = /\u001b\[[\d;?]{0,16}[A-Za-z]/g;
const CONTROL = /[\u0000-\u001f\ufeff\u007f]+/g;
/* eslint-enable no-control-regex */
const PAGER = /^[\s-]{0,8}-{2,4} ?More ?-{2,4}\s*/;

function* linesFrom(text: string, begin: number): Generator<string> {
  const end = Math.min(text.length, begin + PART_CHARACTERS);
  let start = begin;
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

/** What a person wrote behind a command of a script. */
const REMARK_BEHIND = /\s*\/\/.*$|\s+#.*$/;

/** Weighs a typed command or a configuration line. */
function weighCommand(line: string, evidence: Evidence): void {
  if (TEMPLATE.test(line)) evidence.templates++;
  else if (PROGRAM.test(line)) evidence.programs++;
  if (FREE_TEXT.test(line)) {
    evidence.shared += 1;
    return;
  }
  const command = line.replace(REMARK_BEHIND, '');
  if (SIGNATURES.test(line)) evidence.vrp += SIGNATURE;
  else if (VRP.test(command)) evidence.vrp += CERTAIN;
  else if (KIN_STRONG.test(command)) evidence.kin += CERTAIN;
  else if (KIN.test(command)) evidence.kin += 1;
  else if (SHARED.test(command)) evidence.shared += 1;
  else if (FOREIGN_STRONG.test(line)) evidence.foreign += SIGNATURE;
  else if (FOREIGN.test(line)) evidence.hints += 2;
  if (COMWARE_SIGNATURES.test(line)) evidence.comware += COUSIN;
  else if (COMWARE.test(line)) evidence.comware += CERTAIN;
}

/** Fields between commas: the table of another program. */
const LIST = /^(?:[^,(]{0,60},){3}/;

/** What stands behind a name that a file gives a value. */
const NAMES_A_SETTING = /^\s*=/;

/** Weighs a line that may be printed by a device. */
function weighOutput(line: string, evidence: Evidence): void {
  if (OUTPUT_SIGNATURES.test(line) || CAUSES.test(line)) evidence.output += SIGNATURE;
  else {
    evidence.output += evidence.first(OUTPUT_LIKELY.find(line), CERTAIN);
    evidence.output += evidence.first(OUTPUT.find(line), 1);
  }
  const common = LIST.test(line) ? null : COMMON_CAUSES.exec(line);
  if (common && !NAMES_A_SETTING.test(line.slice(common.index + common[0].length))) {
    evidence.commonCauses.add(common[0].toLowerCase().replace(/[_-]/g, ' '));
    if (GIVEN_AS_CAUSE.test(line.slice(0, common.index))) evidence.givenCause = true;
  }
  if (!evidence.aboutTunnels && ABOUT_TUNNELS.test(line)) evidence.aboutTunnels = true;
  if (COMWARE_OUTPUT.test(line)) evidence.comware += COUSIN;
  else evidence.comware += evidence.first(COMWARE_OUTPUT_LIKELY.find(line), CERTAIN);
}

/** What engineers, and our own scripts, type before they ask for long answers; the word `temporary` is VRP's alone. */
const NO_PAGES = /^screen-length \d{1,3} temporary$/i;

/** Weighs a line behind a prompt; false where the line begins with no prompt. */
function weighPrompt(line: string, evidence: Evidence): boolean {
  const found = PROMPT.exec(line);
  if (!found) return false;
  const [, user, mark, inner, blank, rest = ''] = found;
  const name = user ?? inner ?? '';
  if (NOT_A_DEVICE.test(name)) return false;
  const [first = '', second = ''] = rest.split(' ', 2);
  const word = first.toLowerCase();
  const asks = word.length >= 3 && 'display'.startsWith(word) && DISPLAY_TOPIC.test(second);
  const enters = user !== undefined && second === '' && word.length >= 2 && 'system-view'.startsWith(word);
  if (COMWARE_PROMPT.test(name)) evidence.comware += COUSIN;
  if (asks && DUMP.test(second)) evidence.dumps++;
  else if (asks || enters || NO_PAGES.test(rest) || VRP_PROMPT.test(name) || (mark && /^[a-z]/i.test(rest)))
    evidence.session += SIGNATURE;
  else if (user !== undefined ? blank === '' && USER_COMMAND.test(rest) : SYSTEM_COMMAND.test(rest))
    evidence.session += blank === '' ? CERTAIN : 1;
  else return false;
  if (COMWARE_SIGNATURES.test(rest)) evidence.comware += COUSIN;
  else if (FOREIGN_STRONG.test(rest)) evidence.foreign += SIGNATURE;
  return true;
}

/** The second word of a `display` that prints the configuration. */
const DUMP = /^(?:cu|sa)/i;

/** What a person types in the user view. A device puts no blank behind a prompt: `<name> words` can be a chat, `[name] words` a log. */
const USER_COMMAND =
  /^(?:save|reset|quit|ping|tracert|debugging|terminal|undo t|refresh|reboot|telnet|clock|screen-length|sys\w*)\b/;

const SYSTEM_COMMAND =
  /^(?:ike|ipsec|acl|int|interface|ip|undo|rule|ospf|bgp|isis|aaa|firewall|security-policy|nat-policy|sysname|vlan|dhcp|quit|q|return|commit|dis|display|ping|user-interface|local-user|stp|nat|port|pki|bfd|nqa|vrrp|hrp|info-center|snmp-agent|route-policy|traffic|stelnet|ssh|telnet|ntp-service|mpls|save)(?: \S| ?\?|$)/;

function isRemark(line: string): boolean {
  const first = line.charCodeAt(0);
  return first === 35 || first === 33 || first === 59 || line.startsWith('//');
}

function gather(text: string, begin: number): Evidence {
  const evidence = new Evidence();
  let separators = 0;
  let all = 0;
  let weighed = 0;
  for (const line of linesFrom(text, begin)) {
    if (all++ === PART_LINES_IN_ALL) break;
    if (line === '#') {
      separators++;
      continue;
    }
    if (FRAMED.test(line)) continue;
    if (weighed++ === PART_LINES_WEIGHED) break;
    if (MARKUP.test(line)) evidence.markup++;
    else if (SENTENCE.test(line)) evidence.sentences.add(line);
    if (isRemark(line)) {
      // A remark is no command, yet devices and tools sign in remarks, and alarms begin with a mark.
      if (SIGNATURES.test(line)) evidence.vrp += SIGNATURE;
      if (PROGRAM.test(line)) evidence.programs++;
      if (FOREIGN_STRONG.test(line)) evidence.foreign += SIGNATURE;
      weighOutput(line, evidence);
      continue;
    }
    if (evidence.lines === PART_LINES) break;
    if (!weighPrompt(line, evidence)) {
      weighCommand(line, evidence);
      weighOutput(line, evidence);
    }
    if (evidence.lines > 0 || evidence.sum > 0) evidence.lines++;
    if (evidence.session === 0 && evidence.output < SIGNATURE)
      evidence.beforePrompt = evidence.vrp + evidence.kin + evidence.shared;
  }
  // A `#` of its own between interfaces is the hand of VRP or of a cousin: others put `!` or nothing there.
  if (separators >= 3 && evidence.shared >= 2) evidence.kin += 2;
  const { commonCauses, givenCause, aboutTunnels } = evidence;
  const isNote =
    all <= NOTE_LINES && evidence.hints <= 2 && (givenCause || (commonCauses.size > 0 && aboutTunnels));
  if (commonCauses.size >= 3 || isNote) evidence.output += SIGNATURE;
  return evidence;
}

/** What the evidence of a part of a file comes to. */
function judge(evidence: Evidence): LanguageId | undefined {
  const { lines, vrp, kin, shared, beforePrompt, comware, foreign, hints, dumps, output, markup } = evidence;
  if (evidence.templates > 0 || evidence.programs >= 2) return undefined;
  const own = vrp + kin;
  // Comware shares VRP's ancestry and most of its words: its own marks count for more than what both write.
  if (comware >= SIGNATURE && comware >= vrp + output) return undefined;
  // A configuration that was asked for and saved with the prompt above it is one all the same.
  const session = evidence.session + (dumps === 1 && evidence.session === 0 ? 0 : dumps * SIGNATURE);
  // One that was asked for in a session that goes on with other questions is a part of the session.
  const isAsked = dumps > 0 && evidence.session >= SIGNATURE;
  const isConfigBefore = !isAsked && beforePrompt >= ENOUGH && beforePrompt * 3 >= lines;
  const prose = markup + evidence.sentences.size;
  if (session + output >= SIGNATURE && !isConfigBefore) {
    if (foreign > session + output + own) return undefined;
    return session >= SIGNATURE || output > prose * SIGNATURE || prose <= 2 ? 'huawei-vrp-output' : undefined;
  }
  const sum = own + shared;
  // A banner has a few sentences; a text about devices has more of them than commands.
  if (foreign + hints >= sum || markup > 3 || evidence.sentences.size > sum) return undefined;
  return own >= 2 && sum >= ENOUGH && sum * 3 >= lines ? 'huawei-vrp' : undefined;
}

/**
 * Tells from the head of a file whether it is a Huawei configuration or a capture of a Huawei terminal session, log or alarms; undefined
 * for anything else, and in doubt. Takes text of any length and looks at a bounded part of it.
 */
export function detectLanguage(text: string): LanguageId | undefined {
  const end = Math.min(text.length, HEAD_CHARACTERS);
  const beginnings = new Set([0]);
  if (end > PART_CHARACTERS) beginnings.add(end - PART_CHARACTERS).add((end - PART_CHARACTERS) >> 1);
  for (const begin of beginnings) {
    const evidence = gather(text, begin);
    const language = judge(evidence);
    if (language || !evidence.isSilent) return language;
  }
  return undefined;
}
