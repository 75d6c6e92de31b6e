import type { Phase } from '../../server/src/tunnels/phase';

/** The steps at which a negotiation can be seen to stop. */
export type Stop = Exclude<Phase, 'liveness'>;

/** Where a line of a log leads: the first rule that fits decides. */
interface Sign {
  readonly stop: Stop;
  readonly log: 'initiator' | 'responder' | 'either';
  readonly text: RegExp;
}

/**
 * What strongSwan 5.9 writes when a step fails, in the order of the negotiation. IKEv2 answers AUTHENTICATION_FAILED for an unknown ID as
 * for a wrong key (RFC 7296 §2.21.2), so the responder's log decides.
 */
const SIGNS: readonly Sign[] = [
  { stop: 'version', log: 'responder', text: /none allows pre-shared key authentication using/ },
  {
    stop: 'phase1',
    log: 'responder',
    text: /received proposals unacceptable|no proposal found|DH group .* inacceptable/,
  },
  {
    stop: 'identity',
    log: 'responder',
    text: /no (?:matching )?peer config found/,
  },
  {
    stop: 'identity',
    log: 'initiator',
    text: /constraint check failed: identity|IDir '.*' does not match to/,
  },
  {
    stop: 'authentication',
    log: 'either',
    text: /MAC mismatched|decryption failed\?|HASH does not match|could not decrypt payloads|no shared key found/,
  },
  { stop: 'flow', log: 'responder', text: /traffic selectors .* unacceptable/ },
];

const NO_CONFIG = /no IKE config found for (\S+)\.\.\.([^,\s]+)/;

function lineOf(log: string, text: RegExp): string | undefined {
  return log.split('\n').find((line) => text.test(line));
}

/** Whether a responder without a fitting connection knows the addresses and not the version, or not the addresses. */
function stopWithoutConfig(log: string, [, me = '', them = '']: RegExpExecArray): Stop {
  const known = [...log.matchAll(/ike config match: \d+ \((\S+)\.\.\.(\S+(?:, \S+)*) IKEv\d\)/g)];
  const fits = known.some(
    // A connection with an address in reserve lists both.
    ([, own, remote = '']) => own === me && (remote === '%any' || remote.split(', ').includes(them)),
  );
  return fits ? 'version' : 'address';
}

/** The line of a responder's log that shows narrowing: a flow was asked for that is not the one it is configured with. */
export function narrowing(log: string): string | undefined {
  for (const line of log.split('\n')) {
    const [, config, received] = /config: (\S+), received: (\S+) => /.exec(line) ?? [];
    if (config !== received) return line;
  }
  return undefined;
}

/** How an attempt ended, and the line of a log that says so. */
export interface Reading {
  readonly stop: Stop | undefined;
  readonly evidence: string;
}

/** Both ends have agreed, and user-space ESP cannot do what they agreed on. */
const BEYOND = /unable to install inbound and outbound IPsec SA/;

/**
 * Reads out of what initiator and responder wrote how an attempt ended; `established` where the initiator has its SA. Throws where they say
 * nothing that is understood.
 */
export function readLogs(established: boolean, initiator: string, responder: string): Reading {
  if (established) return { stop: undefined, evidence: lineOf(initiator, /CHILD_SA .* established/) ?? '' };
  const beyond = lineOf(responder, BEYOND) ?? lineOf(initiator, BEYOND);
  if (beyond !== undefined) return { stop: undefined, evidence: beyond };
  const unknown = NO_CONFIG.exec(responder);
  if (unknown) return { stop: stopWithoutConfig(responder, unknown), evidence: unknown[0] };
  for (const { stop, log, text } of SIGNS) {
    const lines = [...(log === 'initiator' ? [] : [responder]), ...(log === 'responder' ? [] : [initiator])];
    const evidence = lines.flatMap((each) => lineOf(each, text) ?? [])[0];
    if (evidence !== undefined) return { stop, evidence };
  }
  const noChild = lineOf(responder, /no matching CHILD_SA config found/);
  if (noChild !== undefined) {
    // Under IKEv1 it compares the encapsulation mode once it has found the flow.
    const found = responder.includes('found matching child config');
    return { stop: found ? 'phase2' : 'flow', evidence: noChild };
  }
  const proposal = lineOf(responder, /no acceptable proposal found|no matching proposal found/);
  if (proposal !== undefined) return { stop: 'phase2', evidence: proposal };
  if (!responder.includes('received packet'))
    return { stop: 'address', evidence: 'nothing reaches the other end' };
  throw new Error(`The logs do not say why it failed.\n${initiator}\n--- responder\n${responder}`);
}
