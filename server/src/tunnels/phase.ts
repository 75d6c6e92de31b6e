/** The steps of a negotiation in their order. */
export const PHASES = [
  'address',
  'version',
  'phase1',
  'identity',
  'authentication',
  'flow',
  'phase2',
  'liveness',
] as const;

/**
 * A step of a negotiation. `version` takes in the exchange mode of IKEv1; `flow` what is protected; `liveness` what tears an established
 * tunnel down.
 */
export type Phase = (typeof PHASES)[number];
