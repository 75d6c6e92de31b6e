import type { Output } from './output';

/** An output of a `display` command that is understood. */
export interface OutputKind<T> {
  /** The command in full spelling, without its arguments. */
  readonly command: string;
  /** Further commands that are answered in the same layout. */
  readonly alsoCommands?: readonly string[];
  /** What only this output begins with: by this it is known where only the answer was copied. */
  readonly opening: RegExp;
  /**
   * How sure the layout is: `real`: read against a device's own output; `documented`: against an example in a document; `unverified`: no
   * example is public, so labels are taken wherever they stand.
   */
  readonly layout: 'real' | 'documented' | 'unverified';
  /** What the output says. Total: lines that are not understood are passed over. */
  readonly read: (output: Output) => readonly T[];
}
