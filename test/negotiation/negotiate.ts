import { setTimeout as sleep } from 'node:timers/promises';
import type { Daemons, Logs } from './daemons';
import { narrowing, readLogs, type Reading, type Stop } from './logs';
import { SIDES, flowsOf, initiates, other, startingVersion, type Pair, type Side } from './pair';
import { childName, startingConnection, swanctlConfiguration } from './swanctl';

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

/** What is to be brought up: a child of a connection, both by name. */
export interface Start {
  readonly initiator: Side;
  readonly ike: string;
  readonly child: string;
  readonly version: 1 | 2;
  readonly flow: number;
}

/** How long the logs must be silent before an attempt counts as over, and how long that may take, in milliseconds. */
const SILENCE = 30;
const LONGEST = 4000;

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
  return { ...readLogs(/CHILD_SA .* established/.test(own), own, others), logs };
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

/** Tries to bring up one flow; what comes up with IKEv2 is rekeyed at once. */
export async function bringUp(
  daemons: Daemons,
  { initiator, ike, child, version, flow }: Start,
): Promise<Attempt> {
  const { code, logs } = await initiate(daemons, initiator, ike, child);
  const responder = of(logs, other(initiator));
  const reading = readLogs(code === 0, of(logs, initiator), responder);
  const narrowed = version === 1 ? narrowing(responder) : undefined;
  const rekeyed = code === 0 && version === 2 ? await rekey(daemons, initiator, ike, child) : undefined;
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
    const end = pair.ends[initiator];
    if (!initiates(end)) continue;
    const asked = end.mode;
    await Promise.all(
      SIDES.map((side) =>
        daemons.load(side, swanctlConfiguration(pair.ends[side], side === initiator ? undefined : asked)),
      ),
    );
    const flows = flowsOf(end) ?? [];
    try {
      for (let flow = 0; flow < flows.length; flow++)
        attempts.push(
          await bringUp(daemons, {
            initiator,
            ike: startingConnection(end),
            child: childName(flow),
            version: startingVersion(end),
            flow,
          }),
        );
    } finally {
      await daemons.clear();
    }
  }
  return attempts;
}
