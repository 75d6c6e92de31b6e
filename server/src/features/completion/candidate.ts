import type { NameKind } from '../../commands/types';

/** What a candidate's page is made of when somebody looks at it. */
export type Page =
  /** A command, by its number among all; `keyword` is the word of it that is meant. */
  | { readonly of: 'command'; readonly command: number; readonly keyword?: string; readonly others?: number }
  | { readonly of: 'operational'; readonly command: number }
  | { readonly of: 'argument'; readonly command: number; readonly argument: string }
  | { readonly of: 'algorithm'; readonly kind: string; readonly id: string }
  | { readonly of: 'name'; readonly kind: NameKind; readonly name: string };

/** Groups of candidates, the likeliest first. */
export const GROUPS = [
  'other-end',
  'missing',
  'usual',
  'further',
  'weak',
  'undo',
  'outside',
  'range',
  'block',
] as const;

/** What can be written at the cursor. */
export interface Candidate {
  readonly label: string;
  /** What is written; the label where absent. */
  readonly text?: string;
  /** The same with tab stops, for editors that can take one; a candidate without `text` is offered to those alone. */
  readonly snippet?: string;
  readonly kind: 'command' | 'keyword' | 'algorithm' | 'name' | 'value' | 'block';
  readonly group: (typeof GROUPS)[number];
  /** Order in the group, where it is not the one of the list. */
  readonly order?: number;
  /** What follows it: the rest of the command's format. */
  readonly rest?: string;
  /** One line on what it is. */
  readonly detail?: string;
  readonly deprecated?: boolean;
  /** A blank behind it takes it. */
  readonly commits?: boolean;
  readonly page?: Page;
}
