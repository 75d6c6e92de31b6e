import type { Decider } from './decider';

/** Every decider. */
export const deciders: readonly Decider[] = [];
