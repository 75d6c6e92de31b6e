import { ikeProposalCommands } from './ikeProposal';
import type { CommandDefinition, OperationalCommand, ViewId } from './types';

export const commands: readonly CommandDefinition[] = [...ikeProposalCommands];
export const operationalCommands: readonly OperationalCommand[] = [];
export function aclViewOf(n: number): ViewId {
  return n < 3000 ? 'acl-basic' : 'acl-advanced';
}
