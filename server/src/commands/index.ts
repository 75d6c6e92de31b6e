import { aaaCommands } from './aaa';
import { aclCommands } from './acl';
import { addressSetCommands } from './addressSet';
import { ikeProposalCommands } from './ikeProposal';
import { interfaceCommands } from './interface';
import { ipPoolCommands } from './ipPool';
import { pkiCommands } from './pki';
import { secretCommands } from './secrets';
import { trackingCommands } from './tracking';
import type { CommandDefinition } from './types';
import { vrpCommands } from './vrp';

export { aclViewOf } from './acl';
export { operationalCommands } from './operational';
export { views } from './views';

/** Every command that is known, view by view in the order in which devices save the lines. */
export const commands: readonly CommandDefinition[] = [
  ...ikeProposalCommands,
  ...aclCommands,
  ...addressSetCommands,
  ...interfaceCommands,
  ...aaaCommands,
  ...ipPoolCommands,
  ...pkiCommands,
  ...trackingCommands,
  ...vrpCommands,
  ...secretCommands,
];
