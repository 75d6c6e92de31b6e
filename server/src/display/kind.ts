import type { Output } from './output';

/** What a layout was read against: an answer of a device, an example in a document of the vendor, or nothing, since none is public. */
export type LayoutSource = 'device' | 'document' | 'none';

/** What the table of the README says of an output. */
export interface About {
  /** What is read from it. */
  readonly reads: string;
  /** Products, with the form where they have several, and what it was read against. Without one, labels are taken wherever they stand. */
  readonly layouts: Readonly<Record<string, LayoutSource>>;
}

/** An output of a `display` command that is understood. */
export interface OutputKind<T> {
  /** The command in full spelling, without its arguments. */
  readonly command: string;
  /** Further commands that are answered in the same layout. */
  readonly alsoCommands?: readonly string[];
  /** What only this output begins with: by this it is known where only the answer was copied. */
  readonly opening: RegExp;
  readonly about: About;
  /** What the output says. Total: lines that are not understood are passed over. */
  readonly read: (output: Output) => readonly T[];
}
