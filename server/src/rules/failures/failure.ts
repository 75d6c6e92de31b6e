import type { CauseDefinition } from '../../causes/types';
import type { Displayed } from '../../display';
import type { Moment } from '../../display/moment';
import type { Device } from '../../model/device';
import type { CauseRecord } from '../../model/records';
import type { End } from '../../tunnels/end';
import type { Judgement } from '../judge';
import type { Documents } from '../tunnelRule';
import type { Finding, RuleBase } from '../rule';

/** A tunnel that a device may speak of, and which of its ends the device is. */
export interface FailedTunnel {
  readonly judgement: Judgement;
  readonly at: 0 | 1;
}

/** Something that happened once, as a device printed it. */
export interface Occasion {
  readonly record: CauseRecord;
  /** By the device's own clock; undefined where none is printed. */
  readonly moment: Moment | undefined;
}

/** One cause that one device gives for one peer, over everything that was captured of it. */
export interface Failure {
  /** The device with everything that is known of it; a capture alone may show nothing but the failure. */
  readonly device: Device;
  /** What the device is called; undefined where no file says which device printed it. */
  readonly deviceName: string | undefined;
  /** The peer as printed. */
  readonly peer: string | undefined;
  readonly cause: CauseDefinition;
  /** Each time once, whatever number of captures show it; the earliest first. */
  readonly occasions: readonly Occasion[];
  /** Where it is said last, in each file that shows it. */
  readonly last: readonly CauseRecord[];
  /** The tunnels to that peer, as far as there are files of them. */
  readonly tunnels: readonly FailedTunnel[];
  /** The ends of the device that name the peer and whose other end is in no file. */
  readonly unpaired: readonly End[];
  /** What the device says of the same peer besides, the latest first. */
  readonly others: readonly Failure[];
}

/** What the rules about one device, and about head offices and branches, found in the views of an end. */
export type FindingsOfEnd = (end: End) => readonly (Finding & { readonly rule: RuleBase })[];

/** An answer of a device with the file it stands in. */
export interface ShownOutput {
  readonly uri: string;
  readonly displayed: Displayed;
}

/** What the verdict on a failure rests on besides the tunnels themselves. */
export interface FailureContext {
  readonly findingsOf: FindingsOfEnd;
  /** Everything that was captured of a device, in the order of its files. */
  readonly shownBy: (device: Device) => readonly ShownOutput[];
  /** What a device says of failures with all its peers. */
  readonly failuresOf: (device: Device) => readonly Failure[];
  /** The words of every command that was typed on a device, whether its output is understood or not. */
  readonly typedOn: (device: Device) => readonly (readonly string[])[];
  /** The one device that has an address. */
  readonly deviceAt: (address: string) => Device | undefined;
  readonly documents: Documents;
}

/** A rule about what a device says of a failure. */
export interface FailureRule extends RuleBase {
  /** The findings, each where the device said it last in one file. */
  readonly checkFailure: (failure: Failure, context: FailureContext) => readonly Finding[];
}
