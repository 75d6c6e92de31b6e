import type { Localized } from '../../l10n';

/** A message a device sends about IPsec: a log line, an SNMP trap, or one that is both. */
export interface MessageDefinition {
  /** What the log line begins with, module and severity included: `IPSEC/4/IPSECNEGOFAIL`. As documented; the module differs between products. */
  readonly mnemonics?: readonly string[];
  /** Name of the notification in the MIB. */
  readonly trap?: string;
  /** Full OID of the notification. */
  readonly oid?: string;
  readonly kind: 'log' | 'alarm';
  readonly title: Localized;
  /** What happened, and where to look next. */
  readonly about: Localized;
  /** The fields it carries, by a name or an alias of a `FieldDefinition`, in the order of the message; empty where no source lists any. */
  readonly fields: readonly string[];
  readonly products?: Localized;
  readonly sources: readonly string[];
}

/** A value a device prints beside a name: `PeerPort=500` in a message, a column or a label in the output of a command. */
export interface FieldDefinition {
  /** As the device prints it. */
  readonly name: string;
  /** `message`: of a log line or an alarm; `display`: of the output of a command. */
  readonly place: 'message' | 'display';
  /** Other spellings, the object names of the MIBs included. */
  readonly aliases?: readonly string[];
  /** OIDs of the objects of the MIBs. */
  readonly oids?: readonly string[];
  readonly about: Localized;
  readonly unit?: Localized;
  /** What the values mean, where they are a fixed set. */
  readonly values?: readonly { readonly value: string; readonly about: Localized }[];
  /** Commands whose output has it. The same name can mean something else in the output of another command. */
  readonly commands?: readonly string[];
  /** The command that sets it, as the steps of the causes write it. */
  readonly setBy?: string;
  readonly sources: readonly string[];
}
