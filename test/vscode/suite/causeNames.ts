import { causes } from '../../../server/src/causes';

/** The 70 causes of the vendor's reference, as devices print them. */
export const causeNames: readonly string[] = causes
  .filter((cause) => cause.listed)
  .map((cause) => cause.name);
