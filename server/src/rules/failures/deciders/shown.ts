import type { Displayed, OutputName } from '../../../display';
import type { Field } from '../../../display/output';
import type { Device } from '../../../model/device';
import { mayBeCut, placeOf } from '../../../model/displayedValue';
import type { Place } from '../../../model/value';
import type { Severity } from '../../rule';
import type { FailureContext } from '../failure';
import type { Decision } from './decider';

type Answer<K extends OutputName> = Extract<Displayed, { readonly name: K }>;

/** What one answer of a device says, with the file it stands in. */
export interface ShownAnswer<K extends OutputName> {
  readonly uri: string;
  readonly displayed: Answer<K>;
}

/** A fact of an answer with the file and the answer it stands in. */
export interface ShownFact<K extends OutputName> extends ShownAnswer<K> {
  readonly fact: Answer<K>['facts'][number];
}

/** The answers of one kind that were captured of a device. */
export function answersOf<K extends OutputName>(
  name: K,
  device: Device,
  context: FailureContext,
): readonly ShownAnswer<K>[] {
  return context.shownBy(device).filter((each): each is ShownAnswer<K> => each.displayed.name === name);
}

const facts = new WeakMap<FailureContext, Map<Device, Map<OutputName, unknown>>>();

/** What the answers of one kind say, those of all captures of a device. The same list each time. */
export function factsOf<K extends OutputName>(
  name: K,
  device: Device,
  context: FailureContext,
): readonly ShownFact<K>[] {
  const devices = facts.get(context) ?? new Map<Device, Map<OutputName, unknown>>();
  facts.set(context, devices);
  const known = devices.get(device) ?? new Map<OutputName, unknown>();
  devices.set(device, known);
  const before = known.get(name) as readonly ShownFact<K>[] | undefined;
  if (before) return before;
  const all = answersOf(name, device, context).flatMap(({ uri, displayed }) =>
    (displayed.facts as readonly Answer<K>['facts'][number][]).map((fact) => ({ uri, displayed, fact })),
  );
  known.set(name, all);
  return all;
}

/** A whole number of a field; undefined where there is none or the end of the file may have cut it. */
export function countIn(field: Field | undefined): number | undefined {
  return field && /^\d{1,12}$/.test(field.text) && !mayBeCut(field) ? Number(field.text) : undefined;
}

/** What a message refers to. */
export interface Mention {
  readonly place: Place;
  readonly message: string;
}

/** A field of an answer as something to refer to. */
export function mention(uri: string, field: Field, message: string): Mention {
  return { place: placeOf(uri, field), message };
}

/** That something leads to the cause. */
export function because(message: string, severity: Severity, ...related: readonly Mention[]): Decision {
  return { reason: { message, severity, related } };
}

/** That something was looked at. */
export function noted(message: string, place: Place): Decision {
  return { fact: { message, place } };
}
