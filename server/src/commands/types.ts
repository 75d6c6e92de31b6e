import type { Localized } from '../l10n';

/** A command view (VRP's name for a command mode), as far as this product tells views apart. */
export type ViewId =
  | 'system'
  | 'ike-proposal'
  | 'ike-peer'
  | 'ike-user-table'
  | 'ike-user'
  | 'ipsec-proposal'
  | 'ipsec-policy-isakmp'
  | 'ipsec-policy-manual'
  | 'ipsec-policy-template'
  | 'ipsec-profile'
  | 'ipsec-efficient-vpn'
  | 'acl-basic'
  | 'acl-advanced'
  | 'acl-other'
  | 'interface'
  | 'aaa'
  | 'aaa-domain'
  | 'aaa-scheme'
  | 'service-scheme'
  | 'ip-pool'
  | 'pki-domain'
  | 'pki-entity'
  | 'pki-realm'
  | 'address-set'
  | 'nqa'
  | 'bfd-session'
  | 'vpn-instance'
  /** Any other view: its lines are kept and shown, never judged. */
  | 'free';

/** What a name refers to. A name is unique within its kind on one device. */
export type NameKind =
  | 'ike-proposal'
  | 'ike-peer'
  | 'ike-user-table'
  | 'ike-user'
  | 'ipsec-proposal'
  | 'ipsec-policy'
  | 'ipsec-policy-template'
  | 'ipsec-profile'
  | 'ipsec-efficient-vpn'
  | 'acl'
  | 'interface'
  | 'vpn-instance'
  | 'ip-pool'
  | 'aaa-domain'
  | 'service-scheme'
  | 'pki-domain'
  | 'pki-entity'
  | 'pki-realm'
  | 'address-set'
  | 'nqa'
  | 'bfd-session'
  | 'time-range'
  | 'smart-link-profile';

/**
 * Product families as the sources tell them apart. `usg` is the firewalls of VRP V500/V600 (USG6000, USG6000E, Eudemon), `ar-v200`
 * the AR routers up to V200R010, `ar-v300` those of V300, `vrp8` NE and NetEngine, `s-series` the switches, `quidway` VRP3 and older.
 */
export type ProductId = 'usg' | 'ar-v200' | 'ar-v300' | 'vrp8' | 's-series' | 'quidway';

/** What a command takes when it is not written, where a source says so. */
export interface DefaultValue {
  /** In config spelling, e.g. `group14`; several values space separated; `none` where the feature is off. */
  readonly value: string;
  readonly products: readonly ProductId[];
  /** Who says so, as a reader can look it up. */
  readonly source: string;
}

export type Unit = 'bits' | 'bytes' | 'characters' | 'kilobytes' | 'milliseconds' | 'minutes' | 'seconds';

export interface ArgumentDoc {
  readonly text: Localized;
  readonly unit?: Unit;
}

/**
 * One command in one or more views. The definition is the single source of completion, hover, validation, semantic tokens, the
 * grammars' keyword lists and the reference pages.
 */
export interface CommandDefinition {
  /** The views it stands in. */
  readonly view: ViewId | readonly ViewId[];
  /** Its format in the notation of `notation.ts`. */
  readonly syntax: string;
  /** The view that it opens. */
  readonly opens?: ViewId;
  /** Where the undo form is not `undo` + leading keywords + optional rest: its format without the word `undo`; false: no undo form. */
  readonly undo?: string | false;
  /** False where the undo form names no value although a view can have several such lines: `undo security acl`. */
  readonly undoNames?: false;
  /** Its first word must be written out: abbreviated, it would swallow lines of other views. */
  readonly unabbreviated?: true;
  /** What a second line with other arguments does: replace the first (the usual case), or add to it. */
  readonly repeat?: 'replace' | 'add';
  /** The IKE version it is limited to, where a source says so. */
  readonly ikeVersion?: 1 | 2;
  /** Products it is known on; absent where it is common to all or not known. */
  readonly products?: readonly ProductId[];
  /** What it does, in one or two sentences. Absent only on lines that exist so that other views parse. */
  readonly summary?: Localized;
  /** More for the reader who wants it: rules, traps, what the peer must have. Markdown. */
  readonly details?: Localized;
  /** By argument name of the notation. */
  readonly arguments?: Readonly<Record<string, ArgumentDoc>>;
  /** What each keyword that needs a word means. */
  readonly keywords?: Readonly<Record<string, Localized>>;
  readonly defaults?: readonly DefaultValue[];
  /** Fault causes (as the device prints them) that a wrong value leads to. */
  readonly causes?: readonly string[];
  /** Reference the facts rest on, as a reader can look it up (document and page name, RFC section). */
  readonly sources?: readonly string[];
}

/** A `display`, `reset` or other command that is typed at a prompt and never saved. */
export interface OperationalCommand {
  readonly syntax: string;
  readonly summary: Localized;
  /** Where it can be typed. */
  readonly where: 'any view' | 'user view' | 'system view';
  readonly sources?: readonly string[];
}

export interface ViewDefinition {
  readonly id: ViewId;
  readonly name: Localized;
  /** How the view shows in a prompt, `*` for the name: `ike-peer-*`; several where products differ. */
  readonly prompt?: string | readonly string[];
  /** Whether every command of the view is listed here, so that an unknown word is worth a remark. */
  readonly complete: boolean;
}
