import type { OutputKind } from './kind';
import { isNothing, LabelReader, readObjects } from './labels';
import type { Field, Output } from './output';

/** A policy or profile that is applied to an interface, as `display ipsec interface brief` prints it; values as printed. */
export interface DisplayedIpsecInterface {
  /** The policy group or the profile. */
  readonly policy: Field;
  readonly interface?: Field;
  /** The sequence number of the policy. */
  readonly sequence?: Field;
  /** `policy`, `profile` … */
  readonly kind?: Field;
}

const reader = new LabelReader({
  policy: ['IPSec policy', 'IPSec policy name', 'IPSec profile', 'IPSec profile name'],
  interface: ['Using interface', 'Interface'],
  sequence: ['IPSec policy number', 'Sequence number'],
  kind: ['IPSec policy type', 'Policy type'],
});

function read({ lines }: Output): readonly DisplayedIpsecInterface[] {
  return readObjects(lines, reader, 'policy').flatMap(({ policy, ...others }) =>
    policy && !isNothing(policy.text) ? [{ policy, ...others }] : [],
  );
}

/** `display ipsec interface brief`. */
export const ipsecInterfaceBriefOutput: OutputKind<DisplayedIpsecInterface> = {
  command: 'display ipsec interface brief',
  opening: /\bIPSec policy Type\s*:|^\s*IPSec policy\s*:/i,
  about: { reads: 'policy or profile, interface and sequence number', layouts: { 'USG, AR': 'document' } },
  read,
};
