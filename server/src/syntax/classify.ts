import { asShown, cleanFrom, cleanLine, recordSpan, withoutEntities, type CleanLine } from '../text/terminal';
import { MAX_LINE_LENGTH, readLine, type SourceLine, type Word } from './line';
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
  /** What the time looks like that the terminal program wrote before the last prompt, as it does before what follows. */
  readonly stamp: string | undefined;
}

/** The state at the beginning of a file. */
export const FIRST_STATE: CaptureState = { answer: 'output', stamp: undefined };

/** A log line or an alarm that the device shows on the terminal while it prints something else: a time, a host name and a mnemonic. */
const LOG_LINE =
  /^[ \t]{0,16}#?(?:[A-Z][a-z]{2} {1,2}\d{1,2} \d{4}|\d{4}-\d\d-\d\d)[ T]\d\d:\d\d:\d\d\S{0,20} +\S{1,64} +(?:%%\d\d)?[A-Z][\w-]{1,31}\/\d\/\w/;

/** Such a line has come to its end; one that has not may go on in the next line, where the terminal broke it. */
const LOG_END = /[.)\]]\s*$/;
const LEAST_WIDTH = 60;

/**
 * Reads the lines of a file and says of each what it is: configuration, a typed command, or output. In a capture that follows from the
 * prompts; it is the state that this class carries from line to line.
 */
export class LineClassifier {
  private readonly known: Set<string>;
  private answer: CaptureState['answer'];
  private stamp: string | undefined;
  /** The line before was one of a log, and its end is missing. */
  private inLog = false;

  /** `known` are the devices whose prompts were seen before the first line that is read. */
  constructor(
    private readonly language: LanguageId,
    known: Iterable<string> = [],
    { answer, stamp }: CaptureState = FIRST_STATE,
  ) {
    this.known = new Set(known);
    this.answer = answer;
    this.stamp = stamp;
  }

  /** What the lines read so far decide about the next one. */
  get state(): CaptureState {
    return { answer: this.answer, stamp: this.stamp };
  }

  /** The devices whose prompts were seen so far. */
  get devices(): ReadonlySet<string> {
    return this.known;
  }

  /** Whether a line begins with a prompt. */
  isPrompt(text: string): boolean {
    if (this.language === 'huawei-vrp') return false;
    const shown = capturedLine(text)?.text ?? text;
    if (readPrompt(shown, this.known)) return true;
    const stamp = stampOf(shown);
    return stamp !== undefined && readPrompt(shown.slice(stamp), this.known) !== undefined;
  }

  /** Reads the next line. `before` is the same line as an earlier state of the file had it. */
  read(text: string, eol: string, before?: TreeLine): PlacedLine {
    if (this.language === 'huawei-vrp') return configLine(text, eol, shownLine(text), before);
    const { prompt, clean } = this.promptIn(text);
    if (!prompt) {
      if (this.answer === 'config' && !this.isLog(clean?.text ?? text))
        return configLine(text, eol, clean, before);
      const shown = clean ? { clean } : {};
      return { text, eol, ...shown, kind: 'blank', indent: 0, words: [], role: 'output' };
    }
    this.known.add(prompt.device);
    this.inLog = false;
    const line = withoutSyncMark(readLine(text, eol, prompt.end, clean));
    const printsConfig = showsConfiguration(line.words);
    this.answer = printsConfig ? 'config' : 'output';
    const placed = clean ? { ...prompt, ...recordSpan(clean, prompt.start, prompt.end) } : prompt;
    return { ...line, role: 'typed', prompt: placed, printsConfig };
  }

  /** Whether a line among those of a configuration belongs to a log. */
  private isLog(shown: string): boolean {
    const isLog = this.inLog || LOG_LINE.test(shown.slice(0, 256));
    this.inLog = isLog && shown.length >= LEAST_WIDTH && !LOG_END.test(shown.trimEnd().slice(-1));
    return isLog;
  }

  /** The prompt that a line begins with, and the line without the time that a terminal program wrote before it. */
  private promptIn(text: string): { readonly prompt?: Prompt; readonly clean?: CleanLine } {
    // The time never was on the screen: what moves the cursor behind it does not reach it.
    const stamp = stampOf(text);
    const behind = stamp === undefined ? undefined : this.behindStamp(text, undefined, stamp);
    if (behind) return behind;
    const clean = capturedLine(text);
    const shown = clean?.text ?? text;
    const prompt = readPrompt(shown, this.known);
    const asIs = clean ? { clean } : {};
    if (prompt) {
      this.stamp = undefined;
      return { prompt, ...asIs };
    }
    const within = clean ? stampOf(shown) : undefined;
    return (within === undefined ? undefined : this.behindStamp(text, clean, within)) ?? asIs;
  }

  /** The line behind a time, if that is one of a terminal program: before a prompt, or looking like the one before the last prompt. */
  private behindStamp(
    text: string,
    clean: CleanLine | undefined,
    stamp: number,
  ): { readonly prompt?: Prompt; readonly clean: CleanLine } | undefined {
    const shape = shapeOf((clean?.text ?? text).slice(0, stamp));
    const rest = clean ? cleanFrom(clean, stamp) : restOf(text, stamp);
    const prompt = readPrompt(rest.text, this.known);
    if (prompt) this.stamp = shape;
    if (this.stamp !== shape) return undefined;
    return { ...(prompt ? { prompt } : {}), clean: rest };
  }
}

/** A line as the screen showed it; what is so long is no line of a terminal. */
function shownLine(text: string): CleanLine | undefined {
  return text.length > 2 * MAX_LINE_LENGTH ? undefined : cleanLine(text);
}

/** The same of a line of a capture, which may have been copied from the source of a page. */
function capturedLine(text: string): CleanLine | undefined {
  const clean = shownLine(text);
  return text.length > 2 * MAX_LINE_LENGTH ? clean : (withoutEntities(text, clean) ?? clean);
}

/** What the screen showed of a line from an offset on. */
function restOf(text: string, start: number): CleanLine {
  const rest = text.slice(start);
  const { offsets, lengths, ...line } = capturedLine(rest) ?? asShown(rest);
  const moved = lengths && new Map([...lengths].map(([at, length]) => [at + start, length]));
  return { ...line, offsets: Array.from(offsets, (at) => at + start), ...(moved ? { lengths: moved } : {}) };
}

/** What a time looks like, whichever it is. */
function shapeOf(stamp: string): string {
  return stamp
    .trimEnd()
    .replace(/\d+/g, '0')
    .replace(/[A-Z][a-z]{2}/g, 'a');
}

/** How long the time before a line is; undefined where there is none. */
function stampOf(shown: string): number | undefined {
  return STAMP.exec(shown.slice(0, 64))?.[0].length;
}

/** A typed command without the `(+B)` that a firewall in hot standby prints behind what it also tells the other one. */
function withoutSyncMark(line: SourceLine): SourceLine {
  const mark = line.words.at(-1);
  if (!mark || line.words.length < 2 || !/^\(\+[A-Z]\)$/.test(mark.text)) return line;
  return { ...line, words: line.words.slice(0, -1), remark: line.remark ?? mark.start };
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
