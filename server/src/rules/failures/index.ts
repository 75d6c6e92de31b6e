import { causeContradicted } from './causeContradicted';
import { causeExplained } from './causeExplained';
import { causeOpen } from './causeOpen';
import type { FailureRule } from './failure';

/** Every rule about what devices say of failures; at most one of them finds something in a failure. */
export const failureRules: readonly FailureRule[] = [causeExplained, causeContradicted, causeOpen];
