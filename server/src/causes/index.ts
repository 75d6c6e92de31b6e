import { furtherCauses } from './further';
import { negotiationCauses } from './negotiation';
import { teardownCauses } from './teardown';
import type { CauseDefinition } from './types';

export { furtherCauses, negotiationCauses, teardownCauses };
export * from './messages';
export type * from './types';

/** Every fault cause that is known: the 70 of the vendor's reference in its order, then those from other sources. */
export const causes: readonly CauseDefinition[] = [...negotiationCauses, ...teardownCauses, ...furtherCauses];
