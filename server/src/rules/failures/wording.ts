import * as l10n from '@vscode/l10n';
import type { Moment } from '../../display/moment';
import type { Place } from '../../model/value';
import type { Failure, Occasion } from './failure';
import type { NeededCommand } from './commands';
import { aside, clauses, series } from '../../l10n';

/** A time of a device's clock as text: `2026-11-25 20:01:02`, without the year where the device leaves it out. */
export function timeText({ milliseconds, lacksYear }: Moment): string {
  const text = new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ');
  return lacksYear ? text.slice(5) : text;
}

/** When something was seen: `2026-11-25 20:01:02`, `412 times, from … to …`. */
export function occasionsText(occasions: readonly Occasion[]): string {
  const isDated = ({ moment }: Occasion): boolean => moment !== undefined;
  const [first, last] = [occasions.find(isDated), occasions.findLast(isDated)].map(
    (each) => each?.moment && timeText(each.moment),
  );
  const count = occasions.length;
  if (first === undefined || last === undefined) return count > 1 ? l10n.t('{0} times', count) : '';
  if (count === 1) return first;
  if (first === last) return l10n.t('{0} times, at {1}', count, first);
  return l10n.t('{0} times, from {1} to {2}', count, first, last);
}

/** `phase1 proposal mismatch for 203.0.113.2 (412 times, from … to …)`. */
export function failureText({ cause, peer, occasions }: Failure): string {
  const when = occasionsText(occasions);
  const what = peer === undefined ? cause.name : l10n.t('{0} for {1}', cause.name, peer);
  return when === '' ? what : aside(what, when);
}

/** Where a failure was said last in each file that shows it. */
export function lastPlaces({ last }: Failure): readonly Place[] {
  return last.map(({ place }) => place);
}

/** No more causes of the same peer are referred to. */
const MAX_OTHERS = 4;

/** What else the device says of the peer, so that a change of cause is seen. */
export function othersText({
  others,
  cause,
}: Failure): { readonly place: Place; readonly message: string }[] {
  return others
    .filter((other) => other.cause !== cause)
    .slice(0, MAX_OTHERS)
    .flatMap((other) =>
      lastPlaces(other)
        .slice(-1)
        .map((place) => ({ place, message: l10n.t('The same peer: {0}', failureText(other)) })),
    );
}

/** No more commands stand in a message; the script has them all. */
const MAX_COMMANDS = 4;

/** `on FW_B: display ike proposal number 10; display ike peer name hq`. */
export function commandsText(needed: readonly NeededCommand[]): string {
  const shown = needed.slice(0, MAX_COMMANDS);
  const byDevice = new Map<string, string[]>();
  for (const { device, address, command } of shown) {
    const name =
      device ?? (address === undefined ? l10n.t('the device') : l10n.t('the device at {0}', address));
    byDevice.set(name, [...(byDevice.get(name) ?? []), command]);
  }
  const texts = [...byDevice].map(([name, commands]) => l10n.t('on {0}: {1}', name, clauses(commands)));
  const more = needed.length - shown.length;
  if (more > 0) texts.push(l10n.t('and {0} more', more));
  return series(texts);
}
