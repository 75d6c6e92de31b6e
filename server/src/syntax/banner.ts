import type { LineClassifier } from './classify';
import type { PlacedLine } from './blockParser';
import type { SourceLine } from './line';
import type { TreeLine } from './tree';

/** A banner is a few lines of text. One that does not end within as many lines as this is a quotation mark that somebody forgot. */
export const MAX_BANNER_LINES = 100;

const KINDS = ['login', 'shell', 'incoming', 'motd'];

function abbreviates(word: string | undefined, whole: string, least: number): boolean {
  return word !== undefined && word.length >= least && whole.startsWith(word.toLowerCase());
}

/** The character that ends the text of a `header … information` line whose text goes on in further lines; undefined for other lines. */
export function bannerDelimiter({ kind, text, words }: SourceLine): string | undefined {
  const [header, which, information, banner] = words;
  if (kind !== 'command' || !banner || !abbreviates(header?.text, 'header', 3)) return undefined;
  if (!abbreviates(information?.text, 'information', 2)) return undefined;
  if (!KINDS.some((each) => abbreviates(which?.text, each, 2))) return undefined;
  const delimiter = text.charAt(banner.start);
  if (!/[!-/:-@[-`{-~]/.test(delimiter)) return undefined;
  return text.includes(delimiter, banner.start + 1) ? undefined : delimiter;
}

/** A line before it is read. */
export interface RawLine {
  readonly text: string;
  readonly eol: string;
  /** The same line as an earlier state of the file had it. */
  readonly before?: TreeLine;
}

/**
 * Reads lines and hands them on classified, one by one, except behind the beginning of a banner: then it waits for the end of the text, so
 * that what people write into a banner (`#`, a command as a warning) is not taken for configuration. Where the text does not end, the
 * lines are read as if there were no banner.
 */
export class LineReader {
  private opener: PlacedLine | undefined;
  private delimiter = '';
  private waiting: RawLine[] = [];

  constructor(
    private readonly classifier: LineClassifier,
    private readonly emit: (line: PlacedLine) => void,
  ) {}

  /** Whether every line that was pushed has been handed on. */
  get settled(): boolean {
    return this.opener === undefined;
  }

  /** Takes the next line. */
  push(raw: RawLine): void {
    const { text } = raw;
    if (!this.opener) {
      const line = this.classifier.read(text, raw.eol, raw.before);
      const delimiter = line.role === 'config' ? bannerDelimiter(line) : undefined;
      if (delimiter === undefined) this.emit(line);
      else {
        this.opener = line;
        this.delimiter = delimiter;
      }
      return;
    }
    this.waiting.push(raw);
    const at = text.indexOf(this.delimiter);

    if (at >= 0 && /^[\s\0]*$/.test(text.slice(at + 1))) this.takeBanner();
    else if (at >= 0 || this.waiting.length >= MAX_BANNER_LINES || this.classifier.isPrompt(text))
      this.giveUp();
  }

  /** Ends the last line. */
  finish(): void {
    while (this.opener) this.giveUp();
  }

  private takeBanner(): void {
    const { opener, waiting } = this;
    this.opener = undefined;
    this.waiting = [];
    if (opener) this.emit(opener);
    for (const { text, eol } of waiting) {
      this.emit({ text, eol, kind: 'text', indent: 0, words: [], role: 'config' });
    }
  }

  private giveUp(): void {
    const { opener, waiting } = this;
    this.opener = undefined;
    this.waiting = [];
    if (opener) this.emit(opener);
    for (const raw of waiting) this.push(raw);
  }
}
