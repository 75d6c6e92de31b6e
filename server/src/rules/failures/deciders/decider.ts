import type { OutputName } from '../../../display';
import type { Fact, Reason } from '../explanation';
import type { Failure, FailureContext } from '../failure';

/** What outputs other than those of tunnels say of a failure. At most one of the two is there. */
export interface Decision {
  /** It leads to the cause. */
  readonly reason?: Reason;
  /** It was looked at and does not lead to the cause, or not for certain. */
  readonly fact?: Fact;
}

/** What decides whether a cause comes from something that no configuration shows: dates, limits, states. */
export interface Decider {
  /** The causes it can decide, as devices print them. */
  readonly causes: readonly string[];
  /** The outputs it reads. */
  readonly outputs: readonly OutputName[];
  /** It only ever tells facts: what it reads helps a person, but explains no failure. */
  readonly onlyFacts?: true;
  /** Empty where nothing was captured that says anything. */
  readonly decide: (failure: Failure, context: FailureContext) => readonly Decision[];
}
