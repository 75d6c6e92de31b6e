import type { Document } from '../syntax/document';
import type { Place } from '../model/value';
import type { End } from '../tunnels/end';
import type { Tunnel } from '../tunnels/pairing';
import type { Phase } from '../tunnels/phase';
import type { Repair, RuleBase, Severity } from './rule';

/** What a difference does to the tunnel: nothing that stops it, or an end of it now or at the first renewal of the keys. */
export type Effect = 'none' | 'fails' | 'fails-at-rekey';

/** The files of the workspace, by their URI. */
export type Documents = (uri: string) => Document | undefined;

/** One end's part in a difference. */
export interface Side {
  /** The value, or where a line for it would belong. */
  readonly place: Place;
  /** What is wrong, as a person who looks at this end wants it said; names both values. */
  readonly message: string;
  /** The value as the other end's related information shows it: `dh group2 of IKE proposal 10`. */
  readonly value: string;
  /** What this device prints; the rule's causes where it says nothing. */
  readonly causes?: readonly string[];
  /** False for an end with nothing to underline; the other one refers to it all the same. */
  readonly silent?: boolean;
}

/** Something in which the ends of a tunnel do not fit together. */
export interface Difference {
  /** In the order of the tunnel's ends. */
  readonly sides: readonly [Side, Side];
  readonly effect: Effect;
  /** Where it differs from the rule's own: some differences show at another step under another IKE version. */
  readonly phase?: Phase;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  /** Offered on both ends; worked out when asked for. At most one is preferred. */
  readonly repairs?: (documents: Documents) => readonly Repair[];
}

/** What a rule says of a tunnel. */
export interface TunnelReport {
  readonly differences?: readonly Difference[];
  /** What could not be compared, in the field's words: `pre-shared-key`, `dh`. */
  readonly unverified?: readonly string[];
  /** What stops the tunnel and is underlined by a rule about one device alone. */
  readonly blocked?: readonly string[];
}

/** The two sides of a difference, each made from its own end and the other one. */
export function sidesOf(tunnel: Tunnel, make: (own: End, other: End, at: 0 | 1) => Side): [Side, Side] {
  const [a, b] = tunnel.ends;
  return [make(a, b, 0), make(b, a, 1)];
}

/** A rule that compares the two ends of a tunnel. */
export interface TunnelRule extends RuleBase {
  readonly phase: Phase;
  readonly checkTunnel: (tunnel: Tunnel) => TunnelReport;
}
