import type { Localized } from '../l10n';

/** Where a command is typed. A `display` command can be typed in any view. */
export type CommandPlace =
  | 'any view'
  | 'user view'
  | 'system view'
  | 'interface view'
  | 'tunnel interface view'
  | 'IKE proposal view'
  | 'IKE peer view'
  | 'IKE user view'
  | 'IPsec proposal view'
  | 'ISAKMP IPsec policy view'
  | 'IPsec policy template view'
  | 'IPsec profile view'
  | 'ACL view'
  | 'AAA view'
  | 'AAA domain view'
  | 'IP address pool view';

/** A command a step tells the reader to run. */
export interface StepCommand {
  /** The words to type; a value to fill in is a word in angle brackets, e.g. `display ike proposal number <number>`. */
  readonly command: string;
  readonly place: CommandPlace;
  /** The end it is typed on. */
  readonly end: 'this end' | 'other end' | 'both ends';
  /** The fields of its output that matter, as the device prints them. */
  readonly fields?: readonly string[];
}

/** One answer to a step's question and where it leads. */
export interface StepBranch {
  /** The answer, as a short condition: `the two differ`. */
  readonly when: Localized;
  /** What to do then, one sentence. */
  readonly advice?: Localized;
  readonly commands?: readonly StepCommand[];
  /** The step to go on with, counted from 1; `done` when nothing is left to do; `support` for the vendor's support with the evidence. */
  readonly next: number | 'done' | 'support';
}

/** One step of a cause's decision path: a thing to look at and what follows from what is seen. */
export interface CauseStep {
  readonly check: Localized;
  readonly commands?: readonly StepCommand[];
  readonly branches: readonly StepBranch[];
}

export interface RelatedCause {
  /** Name of another cause, as in `CauseDefinition.name`. */
  readonly name: string;
  /** When to read it instead or next. */
  readonly why: Localized;
}

/** What is known of one fault cause. All prose is this project's own. */
export interface CauseDefinition {
  /** As the device prints it, the misspellings included: `flow confict`. */
  readonly name: string;
  /** Whether it ends a negotiation (`display ike error-info`) or an established tunnel (`display ike offline-info`). */
  readonly kind: 'negotiation' | 'teardown';
  /** Whether it is one of the 70 of the vendor's fault-cause reference; the others are known from alarm and log references. */
  readonly listed: boolean;
  /** Other spellings devices print, beside case, `-` and `_`. */
  readonly aliases?: readonly string[];
  /** The number in `ReasonCode=`, where an alarm reference gives one. */
  readonly reasonCode?: number;
  /** On which products the reason code or the spelling is documented, where not everywhere. */
  readonly products?: Localized;
  /** `yes`: normal operation, nothing to do. `depends`: harmless where the step list says so. */
  readonly harmless: 'yes' | 'no' | 'depends';
  readonly meaning: Localized;
  readonly possibleCauses: readonly Localized[];
  /** Empty where no source gives steps. */
  readonly steps: readonly CauseStep[];
  readonly related: readonly RelatedCause[];
  /** What only some versions or roles print, or what is not known. */
  readonly note?: Localized;
  /** References the facts rest on: document titles, RFC sections. */
  readonly sources: readonly string[];
}
