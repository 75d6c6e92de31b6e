import { says, type IkeVersions } from '../model/device';
import { initiates, type End } from './end';
import type { Tunnel } from './pairing';

/** One way in which the negotiation of a tunnel can begin. */
export interface Session {
  /** Which of the tunnel's ends starts it. */
  readonly initiator: 0 | 1;
  /** What the initiator starts with: IKEv2 where it is on (IPSec Fault Cause Reference, version mismatch). */
  readonly version: 1 | 2;
  /** The other end has this version on. */
  readonly answered: boolean;
  /** IKEv1 only. */
  readonly mode?: 'main' | 'aggressive';
}

/** Both are on where there is no peer to say otherwise. */
function versionsOf({ peer }: End): IkeVersions {
  return peer?.versions.value ?? { v1: true, v2: true };
}

/** The mode in which an end starts IKEv1: `auto` starts with main mode (USG6000E command reference, exchange-mode). */
export function startingMode({ peer }: End): 'main' | 'aggressive' {
  return peer?.exchangeMode?.value === 'aggressive' ? 'aggressive' : 'main';
}

/**
 * Whether too little is known of an end to say how it negotiates: outputs show the end, and neither they nor a configuration show its peer
 * with the IKE version.
 */
export function isUnknown({ kind, peer, settings }: End): boolean {
  if (kind === 'manual') return false;
  return peer ? !says(peer, 'versions') : settings.printed !== undefined;
}

const sessions = new WeakMap<Tunnel, readonly Session[]>();

/** The ways in which a tunnel can be negotiated: from each end that starts negotiations. None for manual policies. */
export function sessionsOf(tunnel: Tunnel): readonly Session[] {
  let found = sessions.get(tunnel);
  if (!found) {
    found = ([0, 1] as const).flatMap((initiator): Session[] => {
      const end = tunnel.ends[initiator];
      const other = tunnel.ends[initiator === 0 ? 1 : 0];
      if (!initiates(end) || end.kind === 'manual' || !end.peer || !other.peer) return [];
      if (isUnknown(end) || isUnknown(other)) return [];
      const own = versionsOf(end);
      if (!own.v1 && !own.v2) return [];
      const version = own.v2 ? 2 : 1;
      const answered = versionsOf(other)[version === 2 ? 'v2' : 'v1'];
      return [{ initiator, version, answered, ...(version === 1 ? { mode: startingMode(end) } : {}) }];
    });
    sessions.set(tunnel, found);
  }
  return found;
}

const compared = new WeakMap<Tunnel, readonly Session[]>();

/**
 * The sessions whose proposals, IDs, keys and flows are compared. Where a version is not answered they are compared as if IKEv2 were: it
 * is what the repair turns on, and what differs besides is to be seen at once.
 */
export function comparedSessions(tunnel: Tunnel): readonly Session[] {
  let found = compared.get(tunnel);
  if (!found) {
    const all = sessionsOf(tunnel);
    found = all.every(({ answered }) => answered)
      ? all
      : all.map(({ initiator }) => ({ initiator, version: 2, answered: true }));
    compared.set(tunnel, found);
  }
  return found;
}

/** Whether IKEv1 is what the ends negotiate with, from whichever side: false for manual policies. */
export function isIkev1Only(tunnel: Tunnel): boolean {
  const found = comparedSessions(tunnel);
  return found.length > 0 && found.every(({ version }) => version === 1);
}
