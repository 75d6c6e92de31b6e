import type { NameKind, ProductId } from '../commands/types';
import type { Block, Item } from '../syntax/tree';
import type { AclRule } from './acl';
import type { CommandLine } from './reading';
import type { Place, Value, Written } from './value';

/** One place where an object's view is opened. An object can be entered several times. */
export interface BlockPlace {
  readonly uri: string;
  readonly item: Item;
  readonly block: Block;
}

/** Something that a device knows by name. */
export interface Named {
  readonly name: string;
  /** The name where the view is first opened. */
  readonly place: Place;
  readonly blocks: readonly BlockPlace[];
  /**
   * Only of an object that is known from outputs: the settings of which they say what they are, or that there is none. Of any other setting
   * nothing is known; of an object of a configuration everything is.
   */
  readonly printed?: ReadonlySet<string>;
  /** A row of a table, in which a long name is cut; no other output shows the object. */
  readonly isRow?: true;
  /** When the device printed it, in milliseconds since 1970 by its own clock; absent where no output says so. */
  readonly printedAt?: number;
}

/** Whether it is known what an object says of a setting: only then does an absent value mean that there is none. */
export function says(object: Named, setting: string): boolean {
  return object.printed?.has(setting) ?? true;
}

/** Algorithm ids of `commands/algorithms.ts`; several where VRP takes a set. */
export type Algorithms = readonly string[];

/** An IKE proposal (RFC 2409 §5, RFC 7296 §3.3); `name` is its number, or `default` for the factory block. */
export interface IkeProposal extends Named {
  readonly encryption?: Value<Algorithms>;
  /** The IKEv1 hash. */
  readonly hash?: Value<Algorithms>;
  readonly dh?: Value<Algorithms>;
  readonly authenticationMethod?: Value<string>;
  /** IKEv2 only. */
  readonly integrity?: Value<Algorithms>;
  /** IKEv2 only. */
  readonly prf?: Value<Algorithms>;
  /** Lifetime of the IKE SA in seconds. */
  readonly lifetime?: Value<number>;
}

/** A key as far as it may be known: whether there is one, and how it is written. Its characters stay in the file. */
export interface KeyMaterial {
  /** `cipher`: as the device saves it; `plain`: as a person types it; `masked`: stars or the like in place of a key. */
  readonly form: 'cipher' | 'plain' | 'masked';
}

export type IdType = 'ip' | 'fqdn' | 'user-fqdn' | 'dn' | 'key-id' | 'name' | 'esn' | 'any';

export interface RemoteAddress {
  /** The address, the first one of a range, or the host name. */
  readonly text: string;
  readonly vpnInstance?: string;
  /** The last address of a range. */
  readonly to?: string;
}

export interface IkeVersions {
  readonly v1: boolean;
  readonly v2: boolean;
}

/** An IKE peer. */
export interface IkePeer extends Named {
  /** Both versions where nothing else is written. */
  readonly versions: Value<IkeVersions>;
  readonly exchangeMode?: Written<'main' | 'aggressive' | 'auto'>;
  readonly key?: Written<KeyMaterial>;
  readonly proposal?: Written<string>;
  readonly localIdType?: Written<IdType>;
  readonly remoteIdType?: Written<IdType>;
  readonly localId?: Written<string>;
  readonly remoteId?: Written<string>;
  readonly remoteName?: Written<string>;
  readonly localAddress?: Written<string>;
  readonly remoteAddresses: readonly Written<RemoteAddress>[];
  /** A certificate, a PKI domain or realm that the peer authenticates with. */
  readonly certificate?: Written<string>;
  readonly userTable?: Written<string>;
  readonly negotiateCompatible?: Written<true>;
  readonly natTraversal?: Written<boolean>;
  readonly dpdType?: Written<'on-demand' | 'periodic'>;
  /** Order of the payloads in DPD packets. */
  readonly dpdMessage?: Written<string>;
  /** Command lines, for rules about a single command. */
  readonly lines: readonly CommandLine[];
}

export interface IkeUser extends Named {
  readonly table: string;
  readonly key?: Written<KeyMaterial>;
  readonly idType?: Written<IdType>;
  readonly id?: Written<string>;
  readonly interfaceAssign?: Written<string>;
}

export interface IkeUserTable extends Named {
  readonly users: readonly IkeUser[];
}

/** An IPsec proposal (RFC 4303, RFC 4302). */
export interface IpsecProposal extends Named {
  readonly transform: Value<'esp' | 'ah' | 'ah-esp'>;
  readonly encapsulation: Value<'tunnel' | 'transport' | 'auto'>;
  /** An empty list is "none", as `undo esp authentication-algorithm` says. */
  readonly espAuthentication?: Value<Algorithms>;
  readonly espEncryption?: Value<Algorithms>;
  readonly ahAuthentication?: Value<Algorithms>;
}

/** What a policy, a template and a profile have in common. */
export interface PolicySettings {
  readonly acl?: Written<string>;
  readonly ikePeer?: Written<string>;
  readonly proposals: readonly Written<string>[];
  /** Perfect forward secrecy: the id of a DH group; absent where none is asked for. */
  readonly perfectForwardSecrecy?: Written<string>;
  readonly tunnelLocal?: Written<string>;
  readonly tunnelRemote?: Written<string>;
  /** Lifetime of the IPsec SA, in seconds. */
  readonly lifetimeSeconds?: Written<number>;
  /** Lifetime of the IPsec SA, in kilobytes. */
  readonly lifetimeKilobytes?: Written<number>;
  readonly lines: readonly CommandLine[];
}

/** One entry of an IPsec policy group; `name` is the group's. */
export interface IpsecPolicy extends Named, PolicySettings {
  readonly sequence: number;
  /** `unknown`: the entry is only entered again, its mode stands nowhere. */
  readonly mode: 'isakmp' | 'manual' | 'template' | 'unknown';
  /** The template of `isakmp template`. */
  readonly template?: Written<string>;
}

export interface IpsecPolicyTemplate extends Named, PolicySettings {
  readonly sequence: number;
}

export interface IpsecProfile extends Named, PolicySettings {}

export interface EfficientVpn extends Named {
  readonly remoteAddresses: readonly Written<string>[];
  readonly key?: Written<KeyMaterial>;
  readonly dh?: Value<Algorithms>;
}

export interface Acl extends Named {
  readonly number?: number;
  /** IPv4 and IPv6 lists are numbered apart. */
  readonly family: 4 | 6;
  /** The VPN instance of the whole list. */
  readonly vpnInstance?: string;
  /** `auto`: the more exact rule is tried first, whatever its number. */
  readonly matchOrder: 'config' | 'auto';
  readonly rules: readonly AclRule[];
}

export interface InterfaceAddress {
  readonly address: string;
  /** Prefix length in bits; undefined where the mask cannot be read. */
  readonly length?: number;
}

export interface Interface extends Named {
  readonly addresses: readonly Written<InterfaceAddress>[];
  /** Addresses it shares with a standby device (VRRP). */
  readonly virtualAddresses: readonly Written<string>[];
  /** The address comes from DHCP, PPP or another interface, so it is not known. */
  readonly dynamicAddress?: Written<true>;
  readonly vpnInstance?: Written<string>;
  readonly ipsecPolicy?: Written<string>;
  readonly ipsecProfile?: Written<string>;
  readonly efficientVpn?: Written<string>;
  readonly tunnelProtocol?: Written<string>;
  readonly source?: Written<string>;
  readonly destination?: Written<string>;
}

/** One mention of a name on a device. */
export interface NameUse {
  readonly kind: NameKind;
  /** The form by which mentions are compared. */
  readonly name: string;
  /** What the name is told apart by from equal ones of its kind: the family of an ACL, the owner of an NQA test, the table of a user. */
  readonly scope?: string;
  readonly role: 'definition' | 'reference';
  readonly place: Place;
  /** Part of what a device printed in answer to a command. */
  readonly printed?: true;
}

/** System-view settings that concern IPsec, and the switches that other checks depend on. */
export interface GlobalSettings {
  readonly ikeLocalName?: Written<string>;
  readonly heartbeatInterval?: Written<number>;
  readonly heartbeatTimeout?: Written<number>;
  /** The words of `ike heartbeat`: `seq-num new`, `seq-num old` or `spi-list`. */
  readonly heartbeatForm?: Written<string>;
  /** Mask filtering for template policies: least mask lengths of the peer's flow. */
  readonly netmaskSource?: Written<number>;
  readonly netmaskDestination?: Written<number>;
  readonly sha2Compatible?: Written<boolean>;
  /** Order of the payloads in DPD packets, for peers without one of their own. */
  readonly dpdMessage?: Written<string>;
  /** Dead peer detection for peers that do not set it themselves. */
  readonly dpd?: Written<true>;
  /** How many IKE SAs may be under negotiation at once. */
  readonly callAdmission?: Written<number>;
  /** Minutes that the clock is ahead of UTC. */
  readonly clockOffset?: Written<number>;
  /** The clock is put forward for a part of the year. */
  readonly summerTime?: Written<true>;
}

/** The software a device runs, as its files say. */
export interface Release {
  readonly product?: ProductId;
  /** As printed: `V500R005C10SPC300`; absent where only the product shows. */
  readonly text?: string;
}

/** What the outputs of a device show, whatever its configuration says. */
export interface Running {
  readonly ikeProposals: readonly IkeProposal[];
  readonly ikePeers: readonly IkePeer[];
  readonly ipsecProposals: readonly IpsecProposal[];
  readonly policies: readonly IpsecPolicy[];
  readonly templates: readonly IpsecPolicyTemplate[];
  readonly profiles: readonly IpsecProfile[];
  readonly acls: readonly Acl[];
  readonly interfaces: readonly Interface[];
  readonly release?: Release;
  /** The kinds of which an output lists all that the device has: what is not among them does not exist. */
  readonly listed: ReadonlySet<NameKind>;
}

/** Everything known of one firewall or router. */
export interface Device {
  /** The sysname, or the name in its prompt, or the file's name where neither is there. */
  readonly name: string;
  /** The name in its prompt, in a capture. */
  readonly prompt?: string;
  /** Its files, the one that says what is meant before captures. */
  readonly uris: readonly string[];
  /** The parts of the files that belong to the device. */
  readonly items: readonly Item[];
  readonly sysname?: Written<string>;
  readonly release?: Release;
  readonly ikeProposals: readonly IkeProposal[];
  readonly ikePeers: readonly IkePeer[];
  readonly userTables: readonly IkeUserTable[];
  readonly ipsecProposals: readonly IpsecProposal[];
  readonly policies: readonly IpsecPolicy[];
  readonly templates: readonly IpsecPolicyTemplate[];
  readonly profiles: readonly IpsecProfile[];
  readonly efficientVpns: readonly EfficientVpn[];
  readonly acls: readonly Acl[];
  readonly interfaces: readonly Interface[];
  /** `ipsec policy NAME shared local-interface INTERFACE`. */
  readonly sharedPolicies: readonly {
    readonly policy: Written<string>;
    readonly interface: Written<string>;
  }[];
  readonly globals: GlobalSettings;
  readonly names: readonly NameUse[];
  /** Whether the file is a whole configuration rather than an excerpt: only then is what it does not say missing. */
  readonly whole: boolean;
  /** What its outputs show; what of it no configuration has is among the objects above as well. */
  readonly running: Running;
}
