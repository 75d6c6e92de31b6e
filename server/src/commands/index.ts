import { aaaCommands } from './aaa';
import { aclCommands } from './acl';
import { addressSetCommands } from './addressSet';
import { efficientVpnCommands } from './efficientVpn';
import { ikePeerCommands } from './ikePeer';
import { ikePeerFurtherCommands } from './ikePeerFurther';
import { ikeProposalCommands } from './ikeProposal';
import { ikeUserTableCommands } from './ikeUserTable';
import { interfaceCommands } from './interface';
import { ipPoolCommands } from './ipPool';
import { ipsecInterfaceCommands } from './ipsecInterface';
import { ipsecManualCommands } from './ipsecManual';
import { ipsecPolicyCommands } from './ipsecPolicy';
import { ipsecPolicyFurtherCommands } from './ipsecPolicyFurther';
import { ipsecProposalCommands } from './ipsecProposal';
import { ipsecSystemCommands } from './ipsecSystem';
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
  ...ipsecSystemCommands,
  ...ikeProposalCommands,
  ...ikePeerCommands,
  ...ikePeerFurtherCommands,
  ...ikeUserTableCommands,
  ...ipsecProposalCommands,
  ...ipsecPolicyCommands,
  ...ipsecPolicyFurtherCommands,
  ...ipsecManualCommands,
  ...efficientVpnCommands,
  ...aclCommands,
  ...addressSetCommands,
  ...interfaceCommands,
  ...ipsecInterfaceCommands,
  ...aaaCommands,
  ...ipPoolCommands,
  ...pkiCommands,
  ...trackingCommands,
  ...vrpCommands,
  ...secretCommands,
];
