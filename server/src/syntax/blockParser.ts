import { distance } from 'fastest-levenshtein';
import type { ViewId } from '../commands/types';
import { indentWidth, type SourceLine } from './line';
import { startsWithUndo, type CommandMatch, type RatedMatch } from './match';
import type { Prompt } from './prompt';
import type { Block, Item, LineRole, TreeLine } from './tree';
import { matchIn, matchOperational, tableOf, viewOpenedBy } from './views';

/** A line with what is known of it before its view is. */
export interface PlacedLine extends SourceLine {
  readonly role: LineRole;
  readonly prompt?: Prompt;
  /** Behind a prompt: the device answers this command with configuration lines. */
  readonly printsConfig?: boolean;
}

/** How the inside of a view is written: deeper than its opening line (as devices save), or in the same column (as people type). */
type Style = 'unknown' | 'indented' | 'flat';

interface Frame {
  readonly view: ViewId;
  /** Column of the opening line; -1 for a view known from a prompt. */
  readonly width: number;
  style: Style;
  readonly opener: number | undefined;
  readonly promptName: string | undefined;
  readonly start: number;
  /** Column and number of the last command line directly inside. */
  last: { readonly width: number; readonly line: number } | undefined;
  readonly lines: number[];
  readonly blocks: Block[];
}

/** From this cost on a reading forgives a word that does not fit its argument. */
const CLEAN = 1000;

/**
 * A run of output is cut into items, so that an edit in a long capture or log stays small: at lines that their own characters choose, so
 * that behind an edit the cuts are soon where they were, and never into smaller or larger pieces than these.
 */
const LEAST_RUN = 64;
const LARGEST_RUN = 512;
const CHOSEN = 128;

/** Whether the characters of a line choose it to begin an item; one of so many lines does. */
function isChosen(text: string): boolean {
  let hash = 7;
  for (let at = Math.max(0, text.length - 160); at < text.length; at++) {
    hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  }
  return ((hash ^ (hash >>> 15)) >>> 0) % CHOSEN === 0;
}

/** Views within views: no configuration goes deeper, and what reads the tree may go down it step by step. */
const MAX_DEPTH = 32;

/** How far a word may be from a keyword to be a slip of the pen: a short word is soon another word. */
function typoDistance(word: string): number {
  return word.length < 6 ? 1 : 2;
}

type CompleteMatch = RatedMatch & { readonly match: { readonly status: 'complete' } };

/** Whether a line is surely this command: it may abbreviate words, or have a word that does not fit its argument, yet not both. */
function isComplete(rated: RatedMatch | undefined): rated is CompleteMatch {
  return rated?.match.status === 'complete' && (rated.cost < CLEAN || !rated.match.abbreviated);
}

function commandWord(line: SourceLine): string {
  const [first, second] = line.words;
  const word = startsWithUndo(line.words) && second ? second : first;
  return word?.text.toLowerCase() ?? '';
}

/** The first words of a view's commands that a word may be a slip of the pen for. */
function slipsFor(view: ViewId, word: string, allowed: number): readonly string[] {
  if (word.length < 4 || word.length > 32) return [];
  return tableOf(view).keywords.filter(
    (keyword) => Math.abs(keyword.length - word.length) <= allowed && distance(keyword, word) <= allowed,
  );
}

/** Whether the first word of a line is a slip of the pen for a command of the view. */
function isTypoIn(view: ViewId, line: SourceLine): boolean {
  const word = commandWord(line);
  return slipsFor(view, word, typoDistance(word)).length > 0;
}

/** Whether a line would be a whole system view command without a slip of the pen in its first word: `action permit` would not. */
function isSystemCommandWithTypo(line: SourceLine): boolean {
  const at = startsWithUndo(line.words) ? 1 : 0;
  return slipsFor('system', commandWord(line), 2).some((keyword) => {
    const words = line.words.map((word, index) => (index === at ? { ...word, text: keyword } : word));
    return isComplete(matchIn('system', words));
  });
}

/**
 * Sorts lines into views, one line at a time, and hands out each top-level item as soon as the next one begins. Views are opened by
 * their commands. They end where the indentation of a saved file says so, at `#`, `quit` or `return`, at a prompt of another view, or
 * (in scripts typed without indentation) at the first line that means something outside only.
 */
export class BlockParser {
  private frames: Frame[] = [];
  private lines: TreeLine[] = [];
  private root: Block | undefined;
  /** The last top-level command line, while an indented line behind it would belong to it. */
  private lastTop: { readonly width: number } | undefined;
  /** Whether the current item is a run of output lines or of blank ones. */
  private run: 'output' | 'blank' | undefined;

  constructor(private readonly emit: (item: Item) => void) {}

  /** Whether the last line pushed is the only one of its item so far. */
  get startedItem(): boolean {
    return this.lines.length === 1;
  }

  /** Takes the next line. */
  push(line: PlacedLine): void {
    if (line.prompt) this.followPrompt(line.prompt, line);
    if (line.role === 'output') this.addOutput(line);
    else if (line.kind === 'command') this.placeCommand(line, indentWidth(line));
    else if (line.kind === 'separator') this.placeSeparator(line);
    else if (line.kind === 'text') this.add(line, this.currentView());
    else if (line.prompt) this.attachOrStart(line);
    else this.placeTrivia(line);
    if (line.printsConfig) this.flush();
  }

  /** Ends the last item. */
  finish(): void {
    this.flush();
  }

  // Items

  private flush(): void {
    this.closeTo(0);
    const { lines, root } = this;
    this.lines = [];
    this.root = undefined;
    this.run = undefined;
    if (lines.length === 0) return;
    let length = 0;
    for (const line of lines) length += line.text.length + line.eol.length;
    this.emit(root ? { lines, length, block: root } : { lines, length });
  }

  private add(line: PlacedLine, view: ViewId, match?: CommandMatch): number {
    this.lines.push(match ? { ...line, view, match } : { ...line, view });
    return this.lines.length - 1;
  }

  private startItem(line: PlacedLine, view: ViewId, match?: CommandMatch): void {
    this.flush();
    this.add(line, view, match);
  }

  private addOutput(line: PlacedLine): void {
    // An answer belongs to the command above it, yet a long one is cut into several items.
    const { length } = this.lines;
    const begins = length === 0 || length >= LARGEST_RUN || (length >= LEAST_RUN && isChosen(line.text));
    if (!begins || this.frames.length > 0) {
      this.add(line, 'free');
      return;
    }
    this.startItem(line, 'free');
    this.run = 'output';
    this.lastTop = undefined;
  }

  private placeTrivia(line: PlacedLine): void {
    if (line.kind === 'header') {
      this.startItem(line, 'system');
      this.lastTop = undefined;
    } else if (this.frames.length > 0 || this.run === 'blank') this.add(line, this.currentView());
    else {
      this.startItem(line, 'system');
      this.run = 'blank';
      if (line.kind === 'blank') this.lastTop = undefined;
    }
  }

  private attachOrStart(line: PlacedLine): void {
    if (this.frames.length > 0) this.add(line, this.currentView());
    else this.startItem(line, 'system');
  }

  private placeSeparator(line: PlacedLine): void {
    const width = indentWidth(line);
    while (this.frames.length > 0 && (this.top().width >= width || this.top().width < 0)) this.pop();
    if (this.frames.length > 0) this.add(line, this.currentView());
    else {
      this.startItem(line, 'system');
      this.lastTop = undefined;
    }
  }

  // Frames

  private top(): Frame {
    const frame = this.frames.at(-1);
    if (!frame) throw new Error('no open view');
    return frame;
  }

  private currentView(): ViewId {
    return this.frames.at(-1)?.view ?? 'system';
  }

  private open(view: ViewId, width: number, opener: number | undefined, promptName?: string): void {
    this.frames.push({
      view,
      width,
      style: 'unknown',
      opener,
      promptName,
      start: opener ?? this.lines.length,
      last: undefined,
      lines: [],
      blocks: [],
    });
  }

  private pop(): void {
    const frame = this.frames.pop();
    if (!frame) return;
    const block: Block = {
      view: frame.view,
      start: frame.start,
      end: this.lines.length,
      lines: frame.lines,
      blocks: frame.blocks,
      ...(frame.opener === undefined ? {} : { opener: frame.opener }),
      ...(frame.promptName === undefined ? {} : { promptName: frame.promptName }),
    };
    const outer = this.frames.at(-1);
    if (outer) outer.blocks.push(block);
    else this.root = block;
  }

  private closeTo(depth: number): void {
    while (this.frames.length > depth) this.pop();
  }

  private followPrompt(prompt: Prompt, line: PlacedLine): void {
    if (prompt.view === 'user' || prompt.view === 'system') {
      this.flush();
      this.lastTop = undefined;
      return;
    }
    const { view, name } = prompt;
    for (let depth = this.frames.length; depth > 0; depth--) {
      const frame = this.frames[depth - 1];
      if (frame?.view === view && (frame.promptName === undefined || frame.promptName === name)) {
        this.closeTo(depth);
        return;
      }
    }
    this.flush();
    this.lastTop = undefined;
    this.open(view, -1, undefined, name ?? line.text.slice(prompt.start, prompt.end));
  }

  // Commands

  private placeCommand(line: PlacedLine, width: number): void {
    if (this.placeNavigation(line)) return;
    while (this.frames.length > 0) {
      if (this.placeInside(line, width)) return;
    }
    this.placeTop(line, width);
  }

  /** `quit`, `return`, `system-view`: they move between views and belong to none. */
  private placeNavigation(line: PlacedLine): boolean {
    if (line.words.length !== 1) return false;
    const word = commandWord(line);
    if (word === 'quit' || word === 'q') {
      if (this.frames.length === 0) this.startItem(line, 'free');
      else {
        this.add(line, 'free');
        this.pop();
        if (this.frames.length === 0) this.flush();
      }
      this.lastTop = undefined;
      return true;
    }
    if (word === 'return' || word === 'system-view' || word === 'sys' || word === 'sy' || word === 'system') {
      this.startItem(line, 'free');
      this.lastTop = undefined;
      return true;
    }
    return false;
  }

  /** Puts the line into the innermost open view, or closes that view and says false. */
  private placeInside(line: PlacedLine, width: number): boolean {
    const frame = this.top();
    const inside = frame.view === 'free' ? undefined : matchIn(frame.view, line.words);
    const prompted = line.prompt !== undefined;
    if (width > frame.width && frame.style !== 'flat' && !prompted)
      return this.placeDeeper(frame, line, width, inside);
    if (isComplete(inside) && (inside.cost < CLEAN || frame.style !== 'indented')) {
      if (frame.style === 'unknown') frame.style = 'flat';
      this.addInside(frame, line, width, inside);
      return true;
    }
    const outside = this.matchOutside(line.words, width);
    if (isComplete(outside) || (frame.style === 'indented' && !prompted)) {
      this.pop();
      return false;
    }
    const operational = matchOperational(line.words);
    if (isComplete(operational)) {
      this.add(line, 'free', operational.match);
      return true;
    }
    return this.placeStray(frame, line, width, inside, outside);
  }

  private placeDeeper(
    frame: Frame,
    line: PlacedLine,
    width: number,
    inside: RatedMatch | undefined,
  ): boolean {
    const { last } = frame;
    const nested = last !== undefined && width > last.width && !isComplete(inside);
    if (nested && this.frames.length < MAX_DEPTH && (frame.view === 'free' || inside === undefined)) {
      this.open('free', last.width, last.line);
      this.top().style = 'indented';
      this.addInside(this.top(), line, width, undefined);
      return true;
    }
    frame.style = 'indented';
    this.addInside(frame, line, width, inside);
    return true;
  }

  /** A line that means nothing here nor outside, or only half of something. */
  private placeStray(
    frame: Frame,
    line: PlacedLine,
    width: number,
    inside: RatedMatch | undefined,
    outside: RatedMatch | undefined,
  ): boolean {
    const here = inside && (!outside || inside.cost <= outside.cost);
    if (here || isTypoIn(frame.view, line)) {
      if (frame.style === 'unknown' && !line.prompt) frame.style = 'flat';
      this.addInside(frame, line, width, inside);
      return true;
    }
    if (line.prompt !== undefined || (frame.view !== 'free' && !outside)) {
      this.add(line, 'free');
      return true;
    }
    // Of another feature's view the commands are not known: what means nothing in the system view either belongs to it.
    if (frame.view === 'free' && width >= frame.width && !isSystemCommandWithTypo(line)) {
      frame.style = 'flat';
      this.addInside(frame, line, width, undefined);
      return true;
    }
    this.pop();
    return false;
  }

  /** The best reading of a line in the views around the innermost one. */
  private matchOutside(words: SourceLine['words'], width: number): RatedMatch | undefined {
    for (let depth = this.frames.length - 2; depth >= 0; depth--) {
      const frame = this.frames[depth];
      if (!frame || frame.view === 'free') continue;
      if (frame.style === 'indented' && width <= frame.width) continue;
      const rated = matchIn(frame.view, words);
      if (isComplete(rated)) return rated;
    }
    return matchIn('system', words);
  }

  private addInside(frame: Frame, line: PlacedLine, width: number, rated: RatedMatch | undefined): void {
    const number = this.add(line, frame.view, rated?.match);
    frame.lines.push(number);
    frame.last = { width, line: number };
    const opened = isComplete(rated) && viewOpenedBy(rated.match, line.words);
    if (opened) this.open(opened, line.prompt ? -1 : width, number);
  }

  /** Whether nothing stands in the item behind its first line but what the device printed between lines of a configuration. */
  private isAlone(): boolean {
    return this.lines.length > 0 && this.lines.every(({ role }, at) => at === 0 || role === 'output');
  }

  private placeTop(line: PlacedLine, width: number): void {
    const rated = matchIn('system', line.words);
    if (this.lastTop && width > this.lastTop.width && !isComplete(rated) && this.isAlone()) {
      this.open('free', this.lastTop.width, 0);
      const frame = this.top();
      frame.style = 'indented';
      this.addInside(frame, line, width, undefined);
      return;
    }
    const operational = isComplete(rated) ? undefined : matchOperational(line.words);
    if (isComplete(operational)) {
      this.startItem(line, 'free', operational.match);
      this.lastTop = undefined;
      return;
    }
    this.startItem(line, 'system', rated?.match);
    this.lastTop = { width };
    const opened = isComplete(rated) && viewOpenedBy(rated.match, line.words);
    if (opened) this.open(opened, line.prompt ? -1 : width, 0);
  }
}
