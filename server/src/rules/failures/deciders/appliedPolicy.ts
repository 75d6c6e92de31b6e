import * as l10n from '@vscode/l10n';
import { placeOf } from '../../../model/displayedValue';
import { nameKey } from '../../../model/reading';
import type { Failure, FailureContext } from '../failure';
import type { Decider, Decision } from './decider';
import { ownEnds } from './ends';
import { answersOf, because, noted } from './shown';
import { series } from '../../../l10n';

/** A list that was captured to its end is closed by a rule of dashes. */
const CLOSED = /-{7,}\s*$/;

function decide(failure: Failure, context: FailureContext): readonly Decision[] {
  const lists = answersOf('ipsecInterfaceBrief', failure.device, context).filter(
    ({ displayed: { facts, output } }) =>
      facts.length > 0 && CLOSED.test(output.lines.findLast(({ text }) => text.trim() !== '')?.text ?? ''),
  );
  return ownEnds(failure).flatMap((end): Decision[] => {
    if (end.kind === 'manual') return [];
    const isProfile = end.kind === 'profile';
    const name = isProfile ? end.name : (end.entry?.name ?? end.name);
    const owner = end.device.name;
    const kind = isProfile ? 'ipsec-profile' : 'ipsec-policy';
    const key = nameKey(kind, name);
    const own = new Set(end.interfaces.map((each) => nameKey('interface', each.name)));
    const rows = lists.flatMap(({ uri, displayed: { facts } }) => facts.map((fact) => ({ uri, fact })));
    const [first] = rows;
    if (!first) return [];
    const applied = rows.filter(({ fact }) => nameKey(kind, fact.policy.text) === key);
    const there = applied.find(
      ({ fact }) => own.size === 0 || (fact.interface && own.has(nameKey('interface', fact.interface.text))),
    );
    const written = end.interfaces[0]?.ipsecPolicy ?? end.interfaces[0]?.ipsecProfile;
    const line = {
      place: written?.place ?? end.place,
      message: l10n.t('{0}: {1} in the configuration', owner, name),
    };
    if (there) {
      const text = l10n.t('{0} is applied to {1} on {2}.', name, there.fact.interface?.text ?? '?', owner);
      return [noted(text, placeOf(there.uri, there.fact.policy))];
    }
    const [elsewhere] = applied;
    const shown = elsewhere ?? first;
    const message = elsewhere
      ? l10n.t(
          '{0} runs {1} on {2}, not on {3}.',
          owner,
          name,
          elsewhere.fact.interface?.text ?? '?',
          series(end.interfaces.map((each) => each.name)),
        )
      : l10n.t(
          '{0} runs on no interface of {1}: its list of applied policies does not have it.',
          name,
          owner,
        );
    const place = placeOf(shown.uri, shown.fact.policy);
    return [
      because(message, 'error', { place, message: l10n.t('{0}: {1}', owner, shown.fact.policy.text) }, line),
    ];
  });
}

/** Whether the policy or the profile is on its interface, as the device runs. */
export const appliedPolicy: Decider = {
  causes: ['no policy applied on interface', 'config modify or manual offline'],
  outputs: ['ipsecInterfaceBrief'],
  decide,
};
