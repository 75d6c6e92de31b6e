import type { Localized } from '../l10n';
import type { Device } from '../model/device';
import type { Place } from '../model/value';
import type { Phase } from '../tunnels/phase';
import type { Document } from '../syntax/document';
import type { Item } from '../syntax/tree';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/**
 * A change of text in a file. Lines count from the first line of an item, from 0; those before it are negative, those behind it go on
 * counting. A line's text ends before its line end.
 */
export interface Edit {
  readonly uri: string;
  readonly item: Item;
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
  readonly newText: string;
  /** The same text as a snippet with placeholders, for editors that can take one. */
  readonly snippet?: string;
}

/** Command lines to be typed on a device: for what is only known from its output, where there is no line of a file to change. */
export interface Typing {
  readonly device: Device;
  /** The commands that open the view, from the system view on; none for the system view itself. */
  readonly views: readonly string[];
  readonly lines: readonly string[];
}

/** A set of edits, applied together, that resolves a finding. */
export interface Repair {
  readonly title: string;
  /**
   * The one to apply without asking; at most one of a finding. Only where what stands there cannot work or does nothing, and this is the
   * one thing that can be meant: never a repair with a value to fill in, never one that changes what the two ends may have agreed on.
   */
  readonly preferred: boolean;
  readonly edits: readonly Edit[];
  /** What must be typed beside the edits. */
  readonly typed?: readonly Typing[];
  /** It makes the ends agree on something weak: never carried out only because its file can be edited. */
  readonly weakens?: true;
  /** It writes a key: it is carried out, and never shown or printed. */
  readonly secret?: boolean;
}

/** Something a rule found. */
export interface Finding {
  readonly place: Place;
  readonly message: string;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  /** Where they differ from the rule's own. */
  readonly causes?: readonly string[];
  readonly related?: readonly { readonly place: Place; readonly message: string }[];
  /** What can be done about it. Worked out when asked for: most findings are only looked at. */
  readonly repairs?: () => readonly Repair[];
  /** The step at which a tunnel stops that has this in one of its ends; absent where none does. */
  readonly stops?: Phase;
  /** `unnecessary`: can be left out; `deprecated`: better not used any more. */
  readonly tag?: 'unnecessary' | 'deprecated';
}

/** What a rule says of itself: the source of the README's table and of the reference pages. */
export interface RuleDocumentation {
  readonly title: Localized;
  /** What is checked, and when the rule stays silent. */
  readonly checks: Localized;
  /** Why it matters: what the devices do about it. */
  readonly why: Localized;
  /** What the quick fix writes; absent where there is none. */
  readonly repair?: Localized;
  /** References the rule rests on. */
  readonly sources: readonly string[];
}

export interface DeviceContext {
  readonly device: Device;
  /** The files of the device. */
  readonly documents: ReadonlyMap<string, Document>;
}

export interface ItemContext {
  readonly uri: string;
  readonly item: Item;
}

/** What every rule has. */
export interface RuleBase {
  /** Stable: settings, suppressions and scripts name it. */
  readonly id: string;
  readonly severity: Severity;
  /** Fault causes, as devices print them, that the findings lead to. */
  readonly causes: readonly string[];
  readonly documentation: RuleDocumentation;
}

/** A rule that needs nothing but one top-level item; its findings are kept as long as the item lives. */
export interface ItemRule extends RuleBase {
  readonly checkItem: (context: ItemContext) => Finding[];
}

/** A rule that looks at a whole device. */
export interface DeviceRule extends RuleBase {
  readonly checkDevice: (context: DeviceContext) => Finding[];
}

export type Rule = ItemRule | DeviceRule;
