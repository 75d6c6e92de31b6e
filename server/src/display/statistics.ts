import type { OutputKind } from './kind';
import type { Output } from './output';
import { countersOf, type Counter } from './settings';

function read({ lines }: Output): readonly Counter[] {
  return countersOf(lines);
}

/** `display ike statistics …` (VRP8), `display ikev1 | ikev2 statistics …` (S switches, AR): what the negotiations came to. */
export const ikeStatisticsOutput: OutputKind<Counter> = {
  command: 'display ike statistics',
  alsoCommands: ['display ikev1 statistics', 'display ikev2 statistics'],
  opening: /\bIKE message statistics information\b|\bError statistics\s*:|\bIKEv2 IKE SA rekey success\s*:/i,
  about: {
    reads: 'every counter below its heading',
    layouts: { VRP8: 'document', 'S switches (`ikev1`, `ikev2`)': 'document', 'USG, AR': 'none' },
  },
  read,
};

/** `display ipsec statistics` (VRP8), `display ipsec packet statistics` (S switches, AR): packets, and why some were dropped. */
export const ipsecStatisticsOutput: OutputKind<Counter> = {
  command: 'display ipsec statistics',
  alsoCommands: ['display ipsec packet statistics'],
  opening: /\bIPSec statistics information\s*:|\b(?:IPv[46] )?security packet statistics\s*:/i,
  about: {
    reads: 'every counter below its heading',
    layouts: { VRP8: 'document', 'S switches (`packet statistics`)': 'document', 'USG, AR': 'none' },
  },
  read,
};
