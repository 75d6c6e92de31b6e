import { readLine, type SourceLine, type Word } from './line';
import { readPrompt } from './prompt';
import type { PlacedLine } from './blockParser';
import type { TreeLine } from './tree';

/** The two languages: a configuration, and a capture of a terminal session, logs or alarms. */
export type LanguageId = 'huawei-vrp' | 'huawei-vrp-output';

/**
 * Reads the lines of a file and says of each what it is: configuration, a typed command, or output. In a capture that follows from the
 * prompts; it is the state that this class carries from line to line.
 */
export class LineClassifier {
  private readonly known: Set<string>;
  private answer: 'config' | 'output' = 'output';

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
    return this.language !== 'huawei-vrp' && readPrompt(text, this.known) !== undefined;
  }

  /** Reads the next line. `before` is the same line as an earlier state of the file had it. */
  read(text: string, eol: string, before?: TreeLine): PlacedLine {
    if (this.language === 'huawei-vrp') return configLine(text, eol, before);
    const prompt = readPrompt(text, this.known);
    if (!prompt) {
      if (this.answer === 'output') return { text, eol, kind: 'blank', indent: 0, words: [], role: 'output' };
      return configLine(text, eol, before);
    }
    this.known.add(prompt.device);
    const line = withoutSyncMark(readLine(text, eol, prompt.end));
    const printsConfig = showsConfiguration(line.words);
    this.answer = printsConfig ? 'config' : 'output';
    return { ...line, role: 'typed', prompt, printsConfig };
  }
}

/** A typed command without the `(+B)` that a firewall in hot standby prints behind what it also tells the other one. */
function withoutSyncMark(line: SourceLine): SourceLine {
  const mark = line.words.at(-1);
  if (!mark || line.words.length < 2 || !/^\(\+[A-Z]\)$/.test(mark.text)) return line;
  return { ...line, words: line.words.slice(0, -1), remark: line.remark ?? mark.start };
}

/** A configuration line. One that was read before keeps its words, and with them what was found out about them. */
function configLine(text: string, eol: string, before: TreeLine | undefined): PlacedLine {
  if (before?.role !== 'config' || before.kind === 'text') return { ...readLine(text, eol), role: 'config' };
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
