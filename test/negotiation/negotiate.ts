import { setTimeout as sleep } from 'node:timers/promises';
import type { Phase } from '../../server/src/tunnels/phase';
import type { Daemons, Logs } from './daemons';
import { SIDES, flowsOf, initiates, other, startingVersion, type Pair, type Side } from './pair';
import { childName, startingConnection, swanctlConfiguration } from './swanctl';

/** The steps at which a negotiation was seen to stop. */
export type Stop = Exclude<Phase, 'liveness'>;

/** One attempt to bring up one flow from one end. */
export interface Attempt {
  readonly initiator: Side;
  /** The place of the flow among those of the initiator. */
  readonly flow: number;
  /** Where it stopped; undefined where everything was agreed. */
  readonly stop: Stop | undefined;
  /** Where the forced rekey stopped (IKEv2 only). */
  readonly rekeyStop?: Stop;
  /** The line of a log that says so. */
  readonly evidence: string;
  /** IKEv1: the responder accepted a flow that is not its own mirrored, cut down to what both have. */
  readonly narrowed: boolean;
  /** What both daemons wrote. */
  readonly logs: Logs;
}

/** How long the logs must be silent before an attempt counts as over, and how long that may take, in milliseconds. */
const SILENCE = 30;
const LONGEST = 4000;

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
    text: /no matching peer config found|no (?:alternative )?(?:peer )?config found|no peer config found/,
  },
  {
    stop: 'identity',
    log: 'initiator',
    text: /constraint check failed: identity|IDir '.*' does not match to/,
  },
  {
    stop: 'authentication',
    log: 'either',
    text: /MAC mismatched|decryption failed\?|HASH does not match|could not decrypt payloads/,
  },
  { stop: 'flow', log: 'responder', text: /traffic selectors .* unacceptable/ },
];

const NO_CONFIG = /no IKE config found for (\S+)\.\.\.([^,\s]+)/;

function lineOf(log: string, text: RegExp): string | undefined {
  return log.split('\n').find((line) => text.test(line));
}

/** Whether a responder without a fitting connection knows the addresses and not the version, or not the addresses. */
function stopWithoutConfig(log: string, [, me = '', them = '']: RegExpExecArray): Stop {
  const known = [...log.matchAll(/ike config match: \d+ \((\S+)\.\.\.(\S+) IKEv\d\)/g)];
  const fits = known.some(([, own, remote]) => own === me && (remote === them || remote === '%any'));
  return fits ? 'version' : 'address';
}

/** The narrowing that a responder's log shows: a flow that is not the one it is configured with. */
function narrowing(log: string): string | undefined {
  for (const line of log.split('\n')) {
    const [, config, received] = /config: (\S+), received: (\S+) => /.exec(line) ?? [];
    if (config !== received) return line;
  }
  return undefined;
}

interface Reading {
  readonly stop: Stop | undefined;
  readonly evidence: string;
}

/** Both ends have agreed, and user-space ESP cannot do what they agreed on. */
const BEYOND = /unable to install (?:inbound and outbound )?IPsec (?:SA|policies)/;

/** Reads out of the two logs how an attempt ended. Throws where they say nothing that is understood. */
function read(established: boolean, initiator: string, responder: string): Reading {
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

/** Waits until both daemons are done with what they do. */
async function silence(listen: () => Logs, until: (logs: Logs) => boolean): Promise<Logs> {
  let logs = listen();
  let since = Date.now();
  const end = since + LONGEST;
  while (Date.now() < end) {
    const next = listen();
    if (next.join('').length !== logs.join('').length) since = Date.now();
    logs = next;
    if (Date.now() - since >= SILENCE && until(logs)) break;
    await sleep(10);
  }
  return logs;
}

const of = (logs: Logs, side: Side): string => logs[side];

/** Forces new keys for a flow that is up. A PFS difference shows here: the first child SA of IKEv2 has no exchange of its own. */
async function rekey(
  daemons: Daemons,
  initiator: Side,
  ike: string,
  child: string,
): Promise<Reading & { logs: Logs }> {
  const listen = daemons.listen();
  await daemons.swanctl(initiator, '--rekey', '--ike', ike, '--child', child);
  const done = /CHILD_SA rekeying failed|CHILD_SA closed|closing CHILD_SA|no CHILD_SA built/;
  const logs = await silence(listen, (each) => done.test(of(each, initiator)));
  const [own, others] = [of(logs, initiator), of(logs, other(initiator))];
  return { ...read(/CHILD_SA .* established/.test(own), own, others), logs };
}

/**
 * The answer to a repeated IKE_SA_INIT (after another group was asked for) can come while the first one is still being worked on; the
 * initiator then drops it and gives up. That is a race of strongSwan, and the attempt is made again.
 */
const RACE = 'ignoring request with ID 0, already processing';

/** How often an attempt is made that such a race ends. */
const TRIES = 5;

async function initiate(
  daemons: Daemons,
  initiator: Side,
  ike: string,
  child: string,
): Promise<{ code: number; logs: Logs }> {
  for (let tried = 1; ; tried++) {
    const listen = daemons.listen();
    const { code } = await daemons.swanctl(
      initiator,
      '--initiate',
      '--ike',
      ike,
      '--child',
      child,
      '--timeout',
      '8',
    );
    const logs = await silence(listen, () => true);
    if (code === 0 || tried === TRIES || !of(logs, initiator).includes(RACE)) return { code, logs };
  }
}

async function attempt(daemons: Daemons, pair: Pair, initiator: Side, flow: number): Promise<Attempt> {
  const end = pair.ends[initiator];
  const [ike, child] = [startingConnection(end), childName(flow)];
  const { code, logs } = await initiate(daemons, initiator, ike, child);
  const responder = of(logs, other(initiator));
  const reading = read(code === 0, of(logs, initiator), responder);
  const narrowed = startingVersion(end) === 1 ? narrowing(responder) : undefined;
  const canRekey = code === 0 && startingVersion(end) === 2;
  const rekeyed = canRekey ? await rekey(daemons, initiator, ike, child) : undefined;
  return {
    initiator,
    flow,
    stop: reading.stop,
    evidence: rekeyed?.stop
      ? rekeyed.evidence
      : reading.stop === undefined && narrowed
        ? narrowed
        : reading.evidence,
    narrowed: narrowed !== undefined,
    logs: rekeyed ? [logs[0] + rekeyed.logs[0], logs[1] + rekeyed.logs[1]] : logs,
    ...(rekeyed?.stop ? { rekeyStop: rekeyed.stop } : {}),
  };
}

/** Negotiates a pair: from each end that starts negotiations, each flow that it protects, as traffic would one after the other. */
export async function negotiate(daemons: Daemons, pair: Pair): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  for (const initiator of SIDES) {
    if (!initiates(pair.ends[initiator])) continue;
    const asked = pair.ends[initiator].mode;
    await Promise.all(
      SIDES.map((side) =>
        daemons.load(side, swanctlConfiguration(pair.ends[side], side === initiator ? undefined : asked)),
      ),
    );
    const flows = flowsOf(pair.ends[initiator]) ?? [];
    for (let flow = 0; flow < flows.length; flow++)
      attempts.push(await attempt(daemons, pair, initiator, flow));
    await daemons.clear();
  }
  return attempts;
}
