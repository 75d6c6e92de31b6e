/** Two ends of a tunnel as both a Huawei configuration and strongSwan can express them, in the spelling of the firewalls. */

export type Product = 'usg-v500' | 'usg-v600' | 'ar-v200' | 'ar-v300' | 'vrp8';

/** How an end's configuration is written down; none of it changes what it says. */
export interface Style {
  readonly product: Product;
  /** Sections between `#`, views indented, as devices save them; else one line after the other, as people type. */
  readonly marks: boolean;
  /** Commands cut short as people type them. */
  readonly abbreviated: boolean;
  /** The order of sections and of lines within a view is drawn from this; 0 keeps the order of a save. */
  readonly shuffle: number;
  /** What the product takes without being told is not written. */
  readonly omitsDefaults: boolean;
  /** `cipher`: the key as a device saves it, from which nobody can tell what it is. */
  readonly key: 'plain' | 'cipher';
  /** The address that packets leave from is written and not left to the interface. */
  readonly namesLocalAddress: boolean;
  /** The ACL has a name instead of a number. */
  readonly namedAcl: boolean;
  /** A proposal of each kind that nothing uses. */
  readonly decoys: boolean;
  /** Line ends of Windows, and lines that end in a blank, as files that went through many hands have them. */
  readonly worn: boolean;
  /** A rule before the others that denies what none of them permits. */
  readonly denies: boolean;
  /** A second remote address, of a device in reserve that is in no file. */
  readonly reserve: boolean;
}

/** One IKE proposal; a set where the product takes one, else lists of one. */
export interface IkeProposal {
  readonly number: number;
  readonly encryption: readonly string[];
  /** IKEv1 only. */
  readonly hash: readonly string[];
  /** IKEv2 only. */
  readonly integrity: readonly string[];
  /** IKEv2 only; the products without the command have `hmac-sha2-256`. */
  readonly prf: readonly string[];
  readonly dh: readonly string[];
  /** In seconds. */
  readonly lifetime?: number;
}

export type IdType = 'ip' | 'fqdn' | 'user-fqdn';

export interface Identity {
  readonly type: IdType;
  readonly value: string;
}

export type Transform = 'esp' | 'ah';
export type Mode = 'tunnel' | 'transport' | 'auto';

export interface IpsecProposal {
  readonly name: string;
  /** ESP ciphers; an empty list is none. */
  readonly encryption: readonly string[];
  /** Of ESP or of AH; an empty list is none. */
  readonly authentication: readonly string[];
}

/** An IPv4 network: address and number of bits. */
export interface Network {
  readonly address: string;
  readonly length: number;
}

export type Protocol = 'ip' | 'icmp' | 'tcp' | 'udp' | 'gre';

/** One permit rule of a security ACL, seen from the end that has it. */
export interface Flow {
  readonly protocol: Protocol;
  readonly source: Network;
  readonly destination: Network;
  readonly sourcePort?: number;
  readonly destinationPort?: number;
}

/** `tunnel`: a tunnel interface of protocol IPsec, which protects what is routed into it; `gre`: one of protocol GRE. */
export type Kind = 'policy' | 'template' | 'profile' | 'gre-profile';

export type ExchangeMode = 'main' | 'aggressive' | 'auto';

/** One end of a tunnel. */
export interface End {
  readonly name: 'FW_A' | 'FW_B';
  readonly kind: Kind;
  readonly style: Style;
  /** The address of the interface that carries the tunnel. */
  readonly address: string;
  /** The address of another interface. */
  readonly spareAddress: string;
  /** The one of the two that it negotiates from. */
  readonly local: string;
  /** Whom it negotiates with; undefined for a template that takes whoever comes. */
  readonly remote: string | undefined;
  readonly v1: boolean;
  readonly v2: boolean;
  readonly exchangeMode: ExchangeMode;
  /** What it offers; a single one is named at the peer, several are all that the device has. */
  readonly ikeProposals: readonly IkeProposal[];
  readonly key: string;
  /** Absent: its address, and nothing is written. */
  readonly localId?: Identity;
  /** Absent: it takes any. */
  readonly remoteId?: Identity;
  readonly transform: Transform;
  readonly mode: Mode;
  readonly ipsecProposals: readonly IpsecProposal[];
  readonly pfs?: string;
  /** Of the IPsec SA, in seconds. */
  readonly lifetime?: number;
  /** Absent: a template without an ACL. Those of a tunnel interface follow from its kind. */
  readonly flows?: readonly Flow[];
}

export interface Pair {
  /** What `--only` takes. */
  readonly index: number;
  readonly ends: readonly [End, End];
  /** The differences that were made, by name; none for a healthy pair. */
  readonly differences: readonly string[];
}

/** The side of a pair: the first end or the second. */
export type Side = 0 | 1;

export const SIDES: readonly Side[] = [0, 1];

export function other(side: Side): Side {
  return side === 0 ? 1 : 0;
}

/** The addresses of the ends, in the order of a pair: those for the tunnel, then those beside it. */
export const ADDRESSES = ['203.0.113.1', '198.51.100.2'] as const;
export const SPARE_ADDRESSES = ['203.0.113.129', '198.51.100.130'] as const;

/** Addresses that no device has. */
export const NOBODY = '192.0.2.77';
export const RESERVE = '192.0.2.88';

/** Whom an end negotiates with: those it names, the first one first. */
export function remotesOf({ remote, kind, style }: End): readonly string[] {
  if (remote === undefined) return [];
  // The destination of a tunnel interface is one.
  return style.reserve && !kind.endsWith('profile') ? [remote, RESERVE] : [remote];
}

/** The networks behind each end: every inside network that a pair uses lies in one of these, of 16 bits. */
export const INSIDE = ['10.1', '10.2'] as const;

export const ANY: Network = { address: '0.0.0.0', length: 0 };

export function host(address: string): Network {
  return { address, length: 32 };
}

export function mirrored(flow: Flow): Flow {
  return {
    protocol: flow.protocol,
    source: flow.destination,
    destination: flow.source,
    ...(flow.destinationPort === undefined ? {} : { sourcePort: flow.destinationPort }),
    ...(flow.sourcePort === undefined ? {} : { destinationPort: flow.sourcePort }),
  };
}

/** What an end protects: its rules, what is routed into its tunnel interface, or undefined for whatever the other end asks for. */
export function flowsOf(end: End): readonly Flow[] | undefined {
  if (end.kind === 'profile') return [{ protocol: 'ip', source: ANY, destination: ANY }];
  if (end.kind === 'gre-profile' && end.remote !== undefined)
    return [{ protocol: 'gre', source: host(end.local), destination: host(end.remote) }];
  return end.flows;
}

/** Whether an end starts negotiations: a template only answers. */
export function initiates(end: End): boolean {
  return end.kind !== 'template' && end.remote !== undefined;
}

/** The IKE version that an end starts with: IKEv2 where both are on (IPSec Fault Cause Reference, version mismatch). */
export function startingVersion(end: End): 1 | 2 {
  return end.v2 ? 2 : 1;
}

/** The mode that an end starts IKEv1 with (USG6000E command reference, exchange-mode). */
export function startingMode(end: End): 'main' | 'aggressive' {
  return end.exchangeMode === 'aggressive' ? 'aggressive' : 'main';
}
