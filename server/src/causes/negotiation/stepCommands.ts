import type { CommandPlace, StepCommand } from '../types';

type End = StepCommand['end'];

/** A `display` command and the fields of its output that matter. */
export function show(command: string, end: End, ...fields: readonly string[]): StepCommand {
  return { command, place: 'any view', end, ...(fields.length > 0 ? { fields } : {}) };
}

/** A command that changes something. */
export function set(command: string, place: CommandPlace, end: End = 'both ends'): StepCommand {
  return { command, place, end };
}

export function ikePeer(end: End, ...fields: readonly string[]): StepCommand {
  return show('display ike peer name <peer-name>', end, ...fields);
}

export function ikeProposal(...fields: readonly string[]): StepCommand {
  return show('display ike proposal number <number>', 'both ends', ...fields);
}

export function ipsecProposal(end: End, ...fields: readonly string[]): StepCommand {
  return show('display ipsec proposal name <proposal-name>', end, ...fields);
}

/** What the peer wrote down of the same attempt. */
export const errorsOfOtherEnd = show('display ike error-info', 'other end', 'error-reason', 'error-time');

export const remoteAddress = set('remote-address <peer-address>', 'IKE peer view', 'this end');
