import { asShown, cleanFrom, cleanLine, recordSpan, type CleanLine } from '../text/terminal';
import { MAX_LINE_LENGTH, readLine, type SourceLine, type Word } from './line';
import { readPrompt, type Prompt } from './prompt';
import type { PlacedLine } from './blockParser';
import type { TreeLine } from './tree';

/** The two languages: a configuration, and a capture of a terminal session, logs or alarms. */
export type LanguageId = 'huawei-vrp' | 'huawei-vrp-output';

/** The time that a terminal program writes before every line, in brackets or not; a device's own stands on a line by itself. */
const STAMP = /^\[?(?:\d{4}[-/]\d\d[-/]\d\d[ T])?\d\d:\d\d:\d\d(?:[.,]\d{1,6})?\]?[ \t]+(?=\S)/;

/**
 * Reads the lines of a file and says of each what it is: configuration, a typed command, or output. In a capture that follows from the
 * prompts; it is the state that this class carries from line to line.
 */
export class LineClassifier {
  private readonly known: Set<string>;
  private answer: 'config' | 'output' = 'output';
  /** The terminal program wrote the time before the last prompt, so it does before what follows. */
  private stamped = false;

  /** `known` are the devices whose prompts were seen before the first line that is read. */
  constructor(
    private readonly language: LanguageId,
    known: Iterable<string> = [],
  ) {
    this.known = new Set(known);
  }

  /** The devices whose prompts were seen so far. */
  get devices(): ReadonlySet<string> {
    return this.known;
  }

  /** Whether a line begins with a prompt. */
  isPrompt(text: string): boolean {
    if (this.language === 'huawei-vrp') return false;
    const shown = shownLine(text)?.text ?? text;
    if (readPrompt(shown, this.known)) return true;
    const stamp = stampOf(shown);
    return stamp !== undefined && readPrompt(shown.slice(stamp), this.known) !== undefined;
  }

  /** Reads the next line. `before` is the same line as an earlier state of the file had it. */
  read(text: string, eol: string, before?: TreeLine): PlacedLine {
    const whole = shownLine(text);
    if (this.language === 'huawei-vrp') return configLine(text, eol, whole, before);
    const { prompt, clean } = this.promptIn(text, whole);
    if (!prompt) {
      if (this.answer === 'config') return configLine(text, eol, clean, before);
      const shown = clean ? { clean } : {};
      return { text, eol, ...shown, kind: 'blank', indent: 0, words: [], role: 'output' };
    }
    this.known.add(prompt.device);
    const line = withoutSyncMark(readLine(text, eol, prompt.end, clean));
    const printsConfig = showsConfiguration(line.words);
    this.answer = printsConfig ? 'config' : 'output';
    const placed = clean ? { ...prompt, ...recordSpan(clean, prompt.start, prompt.end) } : prompt;
    return { ...line, role: 'typed', prompt: placed, printsConfig };
  }

  /** The prompt that a line begins with, and the line without the time that a terminal program wrote before it. */
  private promptIn(text: string, clean: CleanLine | undefined): { prompt?: Prompt; clean?: CleanLine } {
    const shown = clean?.text ?? text;
    const prompt = readPrompt(shown, this.known);
    const asIs = clean ? { clean } : {};
    if (prompt) {
      this.stamped = false;
      return { prompt, ...asIs };
    }
    const stamp = stampOf(shown);
    if (stamp === undefined) return asIs;
    const behind = readPrompt(shown.slice(stamp), this.known);
    if (behind) this.stamped = true;
    if (!this.stamped) return asIs;
    return { ...(behind ? { prompt: behind } : {}), clean: cleanFrom(clean ?? asShown(text), stamp) };
  }
}

/** A line as the screen showed it; what is so long is no line of a terminal. */
function shownLine(text: string): CleanLine | undefined {
  return text.length > 2 * MAX_LINE_LENGTH ? undefined : cleanLine(text);
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
