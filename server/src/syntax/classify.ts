import {
  asShown,
  cleanBehind,
  cleanFrom,
  cleanLine,
  MAX_SCREEN_LINE,
  recordSpan,
  withoutEntities,
  type CleanLine,
} from '../text/terminal';
import { readLine, type SourceLine, type Word } from './line';
import { readPrompt, type Prompt } from './prompt';
import type { PlacedLine } from './blockParser';
import type { TreeLine } from './tree';

/** The two languages: a configuration, and a capture of a terminal session, logs or alarms. */
export type LanguageId = 'huawei-vrp' | 'huawei-vrp-output';

const DATE = String.raw`\d{2,4}[-/.]\d\d[-/.]\d{2,4}|(?:[A-Z][a-z]{2},? )?(?:[A-Z][a-z]{2} {1,2}\d{1,2}|\d{1,2} [A-Z][a-z]{2})(?: \d{4})?`;

/**
 * The time that a terminal program writes before every line, in brackets or not, with a bar or the like behind it; a device's own stands
 * on a line by itself.
 */
const STAMP = new RegExp(
  String.raw`^[ \t]{0,16}\[?(?:(?:${DATE})[ T,]{1,2})?\d{1,2}:\d\d[:.]\d\d(?:[.,]\d{1,6})?(?: \d{4})?\]?(?:[ \t]{0,2}[|>])?(?:[ \t]+|$)`,
);

/** What the lines before decide about the next one of a capture, beside the names of devices. */
export interface CaptureState {
  /** What the device prints: its answer to the last command. */
  readonly answer: 'config' | 'output';
  /** What the time looks like that the terminal program wrote before the last prompt, as it does before what follows, with its blanks. */
  readonly stamp: string | undefined;
  /** Whether the next line goes on with an entry of a log that was printed among configuration lines. */
  readonly inLog: boolean;
}

/** The state at the beginning of a file. */
export const FIRST_STATE: CaptureState = { answer: 'output', stamp: undefined, inLog: false };

/**
 * A log line or an alarm that the device shows on the terminal while it prints something else: a time, mostly a host name, and a
 * mnemonic.
 */
const LOG_LINE =
  /^[ \t]{0,16}#?(?:[A-Z][a-z]{2} {1,2}\d{1,2} \d{4}|\d{4}-\d\d-\d\d)[ T]\d\d:\d\d:\d\d\S{0,20}(?: DST)? +(?:\S{1,64} +)?(?:%%\d\d)?[A-Z][\w-]{1,31}\/\d\/\w/;

/** Such a line has come to its end; one that has not may go on in the next line, where the terminal broke it. */
const LOG_END = /[.)\]]\s*$/;
const LEAST_WIDTH = 60;

/**
 * Reads the lines of a file and says of each what it is: configuration, a typed command, or output. In a capture that follows from the
 * prompts; it is the state that this class carries from line to line.
 */
export class LineClassifier {
  private readonly known: Set<string>;
  private readonly seen = new Set<string>();
  private answer: CaptureState['answer'];
  private stamp: string | undefined;
  private inLog: boolean;

  /** `known` are the devices whose prompts were seen before the first line that is read. */
  constructor(
    private readonly language: LanguageId,
    known: Iterable<string> = [],
    { answer, stamp, inLog }: CaptureState = FIRST_STATE,
  ) {
    this.known = new Set(known);
    this.answer = answer;
    this.stamp = stamp;
    this.inLog = inLog;
  }

  /** What the lines read so far decide about the next one. */
  get state(): CaptureState {
    return { answer: this.answer, stamp: this.stamp, inLog: this.inLog };
  }

  /** The devices whose prompts were seen in the lines that were read and not before. */
  get added(): ReadonlySet<string> {
    return this.seen;
  }

  /** Whether a line begins with a prompt. */
  isPrompt(text: string): boolean {
    return this.language !== 'huawei-vrp' && this.shown(text).prompt !== undefined;
  }

  /** Reads the next line. `before` is the same line as an earlier state of the file had it. */
  read(text: string, eol: string, before?: TreeLine): PlacedLine {
    if (this.language === 'huawei-vrp') return configLine(text, eol, cleanLine(text), before);
    const { prompt, clean, stamp } = this.shown(text);
    if (!prompt) {
      if (this.answer === 'config' && !this.isLog(clean?.text ?? text))
        return configLine(text, eol, clean, before);
      return outputLine(text, eol, clean);
    }
    if (!this.known.has(prompt.device)) this.seen.add(prompt.device);
    this.known.add(prompt.device);
    this.stamp = stamp;
    this.inLog = false;
    const line = withoutSyncMark(readLine(text, eol, prompt.end, clean));
    const printsConfig = showsConfiguration(line.words);
    this.answer = printsConfig ? 'config' : 'output';
    const placed = clean ? { ...prompt, ...recordSpan(clean, prompt.start, prompt.end) } : prompt;
    return { ...line, role: 'typed', prompt: placed, printsConfig };
  }

  /** Whether a line among those of a configuration belongs to a log. */
  private isLog(shown: string): boolean {
    const goesOn = this.inLog && shown.trim() !== '#';
    const isLog = goesOn || LOG_LINE.test(shown.slice(0, 256));
    this.inLog = isLog && shown.length >= LEAST_WIDTH && !LOG_END.test(shown.trimEnd().slice(-1));
    return isLog;
  }

  /** A line without the time that a terminal program wrote before it, and the prompt that it begins with. */
  private shown(text: string): ShownLine {
    // The time never was on the screen: what moves the cursor behind it does not reach it.
    const behind = this.behindStamp(text, undefined);
    if (behind) return behind;
    const clean = capturedLine(text);
    if (!clean) return present(readPrompt(text, this.known));
    const prompt = readPrompt(clean.text, this.known);
    return (prompt ? undefined : this.behindStamp(text, clean)) ?? { ...present(prompt), clean };
  }

  /** The line behind a time, if that is one of a terminal program: before a prompt, or looking like the one before the last prompt. */
  private behindStamp(text: string, clean: CleanLine | undefined): ShownLine | undefined {
    const shown = clean?.text ?? text;
    const found = stampOf(shown);
    if (!found) return undefined;
    const shape = shapeOf(shown.slice(0, found.end));
    const usual = this.stamp?.trimEnd() === shape ? this.stamp : undefined;
    const full = found.end + found.gap;
    if (usual === undefined && NO_PROMPT.test(shown.charAt(full))) return undefined;
    const behind = (at: number): CleanLine => (clean ? cleanFrom(clean, at) : restOf(text, at));
    const rest = behind(full);
    const prompt = readPrompt(rest.text, this.known);
    if (prompt) return { prompt, clean: rest, stamp: shape + ' '.repeat(found.gap) };
    if (usual === undefined) return undefined;
    // Blanks beyond those before a prompt are the line's own: columns of tables are told by them.
    const gap = Math.min(found.gap, usual.length - shape.length);
    return { clean: gap === found.gap ? rest : behind(found.end + gap) };
  }
}

/** What a line of a capture says. */
interface ShownLine {
  readonly prompt?: Prompt;
  /** Absent where the line says what it says. */
  readonly clean?: CleanLine;
  /** What the time looks like that stands before the prompt. */
  readonly stamp?: string;
}

/** Characters with which neither a prompt begins nor anything that a terminal writes before one. */
const NO_PROMPT = /[A-GI-Za-z\d%#]/;

function present(prompt: Prompt | undefined): ShownLine {
  return prompt ? { prompt } : {};
}

/** A line of a capture as the screen showed it; it may have been copied from the source of a page. */
function capturedLine(text: string): CleanLine | undefined {
  const clean = cleanLine(text);
  return withoutEntities(text, clean) ?? clean;
}

/** What the screen showed of a line from an offset on. */
function restOf(text: string, start: number): CleanLine {
  const rest = capturedLine(text.slice(start));
  return rest ? cleanBehind(rest, start) : asShown(text, start);
}

/** What a time looks like, whichever it is. */
function shapeOf(stamp: string): string {
  return stamp
    .trimEnd()
    .replace(/\d+/g, '0')
    .replace(/[A-Z][a-z]{2}/g, 'a');
}

/** Where the time before a line ends, and how many blanks follow; undefined where there is none, and for a line that no terminal showed. */
function stampOf(shown: string): { readonly end: number; readonly gap: number } | undefined {
  if (shown.length > MAX_SCREEN_LINE) return undefined;
  const found = STAMP.exec(shown.slice(0, 64))?.[0];
  if (found === undefined) return undefined;
  const end = found.trimEnd().length;
  return { end, gap: found.length - end };
}

/** A typed command without the `(+B)` that a firewall in hot standby prints behind what it also tells the other one. */
function withoutSyncMark(line: SourceLine): SourceLine {
  const mark = line.words.at(-1);
  if (!mark || line.words.length < 2 || !/^\(\+[A-Z]\)$/.test(mark.text)) return line;
  return { ...line, words: line.words.slice(0, -1), remark: line.remark ?? mark.start };
}

const NO_WORDS: readonly Word[] = [];

function outputLine(text: string, eol: string, clean: CleanLine | undefined): PlacedLine {
  const line = { text, eol, kind: 'blank', indent: 0, words: NO_WORDS, role: 'output' } as const;
  return clean ? { ...line, clean } : line;
}

/** A configuration line. One that was read before keeps its words, and with them what was found out about them. */
function configLine(
  text: string,
  eol: string,
  clean: CleanLine | undefined,
  before: TreeLine | undefined,
): PlacedLine {
  // What the screen showed may hang on lines before it.
  if (clean || before?.role !== 'config' || before.clean || before.kind === 'text')
    return { ...readLine(text, eol, 0, clean), role: 'config' };
  const { kind, indent, words, remark } = before;
  return { text, eol, kind, indent, words, role: 'config', ...(remark === undefined ? {} : { remark }) };
}

/** Whether a typed command is answered with configuration lines: `display current-configuration`, `display this`, abbreviated or not. */
function showsConfiguration(words: readonly Word[]): boolean {
  const first = words[0]?.text.toLowerCase() ?? '';
  const second = words[1]?.text.toLowerCase() ?? '';
  if (first === 'more' && /\.(?:cfg|zip)$/.test(second)) return true;
  if (first.length < 2 || !'display'.startsWith(first)) return false;
  if (second.length >= 2 && 'this'.startsWith(second)) return true;
  return (
    second.length >= 2 &&
    ('current-configuration'.startsWith(second) || 'saved-configuration'.startsWith(second))
  );
}

/** Whether a language id of an editor is one of the two. */
export function isLanguageId(id: string): id is LanguageId {
  return id === 'huawei-vrp' || id === 'huawei-vrp-output';
}
